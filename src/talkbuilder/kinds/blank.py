"""`blank`: a dark slide with nothing on it, on purpose: the room looks at who speaks."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved


class Blank(Slide, frozen=True, kw_only=True):
    """A slide on which nothing is to be seen. Its name stands at its foot, small."""

    title: Annotated[Text | None, Meta(description="another name for it; may be left out")] = None  # type: ignore[assignment]  # what is told names it
    blank: Annotated[Text, Meta(description="what is told meanwhile, in a few words: the name of the slide")]


def resolve(written: Blank, markup: Markup) -> Resolved:
    return assemble("blank", written, markup, {}, title=markup.line(written.title or written.blank))


KIND = Kind("blank", "Blank", resolve, (Frame("title", "Title"),), Blank)
