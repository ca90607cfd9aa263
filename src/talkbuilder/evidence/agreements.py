"""Agreements: what people have agreed to, and what was decided for them: who, when, for what, and until when."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.source.fields import Day, Text, Written

MOST_YEARS = 3  # that an agreement holds which names no end


class Agreement(Written, frozen=True, kw_only=True):
    """That somebody may be shown or quoted, or that their story may be told: who agreed, when, to what, until when."""

    by: Annotated[Text, Meta(description="who agreed: the person, or who may speak for them")]
    on: Annotated[Day, Meta(description="the day on which they agreed")]
    uses: Annotated[Text, Meta(description="what they agreed to, such as talks at churches")]
    until: Annotated[Day | None, Meta(description="the last day; left out: three years")] = None

    @property
    def last_day(self) -> str:
        """The last day on which it holds."""
        if self.until:
            return self.until.value
        day = self.on.value
        return f"{int(day[:4]) + MOST_YEARS:04}{day[4:]}"


class Risk(Written, frozen=True, kw_only=True):
    """That somebody is quoted without having been asked: who decided that, when and why."""

    by: Annotated[Text, Meta(description="who decided it, and answers for it")]
    on: Annotated[Day, Meta(description="the day on which it was decided")]
    why: Annotated[Text, Meta(description="why it does the person no harm")]
