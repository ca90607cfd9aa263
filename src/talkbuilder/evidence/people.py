"""People and institutions: who speaks, and what a slide may print of them."""

from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.evidence.agreements import Agreement
from talkbuilder.source.fields import Entry, Text

Role = Literal["author", "source", "staff", "critic", "survivor", "minor", "public"]
PROTECTED = frozenset({"staff", "critic", "survivor", "minor"})
HARMED = frozenset({"survivor", "minor"})  # whose story is theirs to tell


class Person(Entry, frozen=True, kw_only=True):
    """An entry of assets/people.yaml."""

    credit: Annotated[Text, Meta(description="what a slide may print")]
    role: Annotated[Role, Meta(description="decides how far the person is protected")]
    may_be_named: Annotated[bool, Meta(description="true only where the person is public or has agreed")] = False
    name_is_pseudonym: Annotated[bool, Meta(description="true where the credit is a name that was made up")] = False
    consent: Annotated[
        Agreement | None, Meta(description="that their story may be told: who agreed, when, to what")
    ] = None
    pace: Annotated[
        int | None, Meta(description="how many words a minute the person speaks, who gives talks", ge=60, le=240)
    ] = None

    @property
    def is_protected(self) -> bool:
        """Whether somebody could be hurt by being recognized."""
        return self.role in PROTECTED and not self.may_be_named
