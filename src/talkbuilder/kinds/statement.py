"""`statement`: one sentence, large, on a dark slide."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved


class Statement(Slide, frozen=True, kw_only=True):
    """A slide of one sentence, which is its title; `title` is then a short line above it, and may be left out."""

    title: Annotated[Text | None, Meta(description="a few words above the sentence; may be left out")] = None  # type: ignore[assignment]  # the sentence is the title
    statement: Annotated[Text, Meta(description="the sentence")]


def resolve(written: Statement, markup: Markup) -> Resolved:
    kicker = {"kicker": (markup.line(written.title),)} if written.title else {}
    return assemble("statement", written, markup, kicker, title=markup.line(written.statement))


KIND = Kind("statement", "Statement", resolve, (Frame("title", "Title"), Frame("kicker", "Kicker")), Statement)
