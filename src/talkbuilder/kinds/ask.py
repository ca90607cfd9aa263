"""`ask`: what the audience can do, with the number or address to do it at."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.kinds.kind import (
    Frame,
    Kind,
    assemble,
    contact,
)
from talkbuilder.source.fields import Id
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide as Resolved


class Ask(Slide, frozen=True, kw_only=True):
    """A slide of one thing to do."""

    ask: Annotated[Id, Meta(description="an id of assets/actions.yaml")]


def resolve(written: Ask, markup: Markup) -> Resolved | None:
    found = contact(written.ask, markup)
    if found is None:
        return None
    action, lines = found
    slots = {"text": (markup.line(action.do),), "contact": lines}
    return assemble("ask", written, markup, slots, asked=(markup.cite_action(action),))


KIND = Kind(
    "ask",
    "Ask",
    resolve,
    (
        Frame("title", "Title"),
        Frame("text", "Text"),
        Frame("contact", "Contact"),
    ),
    Ask,
)
