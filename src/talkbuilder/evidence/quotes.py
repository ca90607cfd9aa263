"""Quotations: somebody's own words, verbatim, with the post in which they stand."""

from typing import Annotated, Literal

from msgspec import Meta

from talkbuilder.source.fields import Entry, Id, Text

Sensitivity = Literal["suicide", "sexual-exploitation", "minor", "disability", "violence", "health", "religion"]


class Quote(Entry, frozen=True, kw_only=True):
    """An entry of assets/quotes.yaml."""

    text: Annotated[Text, Meta(description="verbatim, 40 words at most; […] omits, [word] inserts")]
    speaker: Annotated[Id, Meta(description="who says it: an id of assets/people.yaml")]
    post: Annotated[Id, Meta(description="the source that holds it: an id of assets/sources.yaml")]
    page: Annotated[Text | None, Meta(description="the page of the source on which it stands: 12, 12-14, xii")] = None
    translated: Annotated[
        bool | Text | None,
        Meta(description="false, or how: summary, machine translation from Russian; left out: as its voice says"),
    ] = None
    sensitive: Annotated[tuple[Sensitivity, ...], Meta(description="what an audience should be told beforehand")] = ()

    @property
    def translation(self) -> str:
        """How the words were translated; nothing where they are the speaker's own."""
        return self.translated.value if isinstance(self.translated, Text) else ""
