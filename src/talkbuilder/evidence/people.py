"""People and institutions: who speaks, and what a slide may print of them."""

from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.source.fields import Entry, Text

Role = Literal["author", "source", "staff", "critic", "survivor", "minor", "public"]


class Person(Entry, frozen=True, kw_only=True):
    """An entry of assets/people.yaml."""

    credit: Annotated[Text, Meta(description="what a slide may print")]
    role: Annotated[Role, Meta(description="decides how far the person is protected")]
    may_be_named: Annotated[bool, Meta(description="true only where the person is public or has agreed")] = False
    pace: Annotated[
        int | None, Meta(description="how many words a minute the person speaks, who gives talks", ge=60, le=240)
    ] = None
