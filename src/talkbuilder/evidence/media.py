"""Pictures: the file, what it shows in words, and whose it is."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.source.fields import Entry, Text


class Medium(Entry, frozen=True, kw_only=True):
    """An entry of assets/media.yaml."""

    file: Annotated[Text, Meta(description="the name of the picture in assets/images/")]
    alt: Annotated[
        Text, Meta(description="what the picture shows, for those who cannot see it; 150 characters at most")
    ]
    credit: Annotated[Text | None, Meta(description="whose picture it is")] = None
