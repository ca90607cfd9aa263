"""People and institutions: who speaks, and what a slide may print of them."""

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from msgspec import Meta

from talkbuilder.diagnostics import near
from talkbuilder.source.fields import Day, Entry, Text, Written

Role = Literal["author", "source", "staff", "critic", "survivor", "minor", "public"]
HARMED = frozenset({"survivor", "minor"})  # whose story is theirs to tell
AT_RISK = HARMED | {"critic"}  # whom their own words could harm
PROTECTED = AT_RISK | {"staff"}  # who could be hurt by being recognized
MOST_YEARS = 3  # that an agreement holds which names no end


def nobody(name: str, known: Iterable[str]) -> str:
    """The hint for an id that nobody has: whose it may be, or the line that makes it somebody's."""
    hint = near(name, known)
    if hint.startswith("did you mean"):
        return hint
    listed = f"{hint}; or " if hint.startswith("one of") else ""
    roles = ", ".join(get_args(Role))
    entry = f"{name}: {{credit: what a slide may print, role: source}}"
    return f"{listed}add a line to assets/people.yaml: {entry} (or another role: {roles})"


class Agreement(Written, frozen=True, kw_only=True):
    """That somebody may be shown or quoted, or that their story may be told: who agreed, when, to what, until when."""

    by: Annotated[Text, Meta(description="who agreed: the person, or who may speak for them")]
    on: Annotated[Day, Meta(description="the day on which they agreed")]
    uses: Annotated[Text, Meta(description="what they agreed to, such as talks at churches")]
    until: Annotated[Day | None, Meta(description="the last day; left out: three years")] = None

    @property
    def last_day(self) -> str:
        if self.until:
            return self.until.value
        day = self.on.value
        return f"{int(day[:4]) + MOST_YEARS:04}{day[4:]}"


class Risk(Written, frozen=True, kw_only=True):
    """That somebody is quoted without having been asked: who decided that, when and why."""

    by: Annotated[Text, Meta(description="who decided it, and answers for it")]
    on: Annotated[Day, Meta(description="the day on which it was decided")]
    why: Annotated[Text, Meta(description="why it does the person no harm")]


class Person(Entry, frozen=True, kw_only=True):
    """An entry of assets/people.yaml."""

    credit: Annotated[Text, Meta(description="what a slide may print")]
    role: Annotated[Role, Meta(description="decides how far the person is protected")]
    may_be_named: Annotated[bool, Meta(description="true only where the person is public or has agreed")] = False
    name_is_pseudonym: Annotated[bool, Meta(description="true where the credit is a name that was made up")] = False
    consent: Annotated[
        Agreement | None, Meta(description="that they may be quoted, and their story told: who agreed, when, to what")
    ] = None
    risk_accepted: Annotated[
        Risk | None, Meta(description="that the person, who is at risk, is quoted without having been asked")
    ] = None
    pace: Annotated[
        int | None, Meta(description="how many words a minute the person speaks, who gives talks", ge=60, le=240)
    ] = None

    @property
    def is_protected(self) -> bool:
        """Whether somebody could be hurt by being recognized."""
        return self.role in PROTECTED and not self.may_be_named

    @property
    def is_published(self) -> bool:
        """Whether words of theirs stand in print elsewhere, and lead to that and not to anybody's notes."""
        return self.role == "source" and self.may_be_named

    @property
    def is_at_risk(self) -> bool:
        """Whether words of theirs could harm them, if somebody searches for these and finds who said them."""
        return self.role in AT_RISK and not self.may_be_named

    def may_be_quoted(self, day: str) -> bool:
        """Whether it is decided that they may be quoted on a day: 2027-05-14, or as much as is known of it."""
        return not self.is_at_risk or self.has_agreed(day)

    def has_agreed(self, day: str) -> bool:
        """Whether they have agreed to be found, or somebody answers for it."""
        agreed = self.consent is not None and day <= self.consent.last_day
        return agreed or self.risk_accepted is not None
