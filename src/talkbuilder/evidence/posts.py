"""The index of the blog posts: titles, dates and who is speaking where; their text is not kept here."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.source.dates import spell_date
from talkbuilder.source.fields import Entry, Id, Text, When, Written


class Voice(Written, frozen=True, kw_only=True):
    """A passage of a post that is somebody else's."""

    who: Annotated[Id, Meta(description="an id of assets/people.yaml")]
    from_: Annotated[Text, Meta(description="the words that the passage begins with")]
    to: Annotated[Text, Meta(description="the words that it ends with")]


class Post(Entry, frozen=True, kw_only=True):
    """An entry of assets/posts.yaml."""

    title: Annotated[Text, Meta(description="the title of the post, word for word")]
    cite_as: Annotated[
        Text | None,
        Meta(description="how slides name the post, where its title would give away a place or person"),
    ] = None
    date: Annotated[When, Meta(description="as precise as it is known: 2012, 2012-04, 2012-04-18")]
    voices: Annotated[tuple[Voice, ...], Meta(description="passages that are not the blogger's own")] = ()

    @property
    def citation(self) -> str:
        """The post as a source line names it: “Title”, April 2012."""
        title = (self.cite_as or self.title).value.replace("“", "‘").replace("”", "’")
        return f"“{title}”, {spell_date(self.date.value)}"
