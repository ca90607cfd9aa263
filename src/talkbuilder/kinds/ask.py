"""`ask`: what the audience can do, with the number or address to do it at."""

from typing import Annotated

from msgspec import Meta

from talkbuilder.fields import Id
from talkbuilder.kinds.kind import (
    BODY_SIZES_PT,
    CONTACT_SIZES_PT,
    TITLE_SIZES_PT,
    Frame,
    Kind,
    assemble,
    contact,
)
from talkbuilder.outline import Slide
from talkbuilder.talk import Slide as Resolved
from talkbuilder.words import Words


class Ask(Slide, frozen=True, kw_only=True):
    """A slide of one thing to do."""

    ask: Annotated[Id, Meta(description="an id of assets/actions.yaml")]


def resolve(written: Ask, words: Words) -> Resolved | None:
    found = contact(written.ask, words)
    if found is None:
        return None
    action, lines = found
    slots = {"text": (words.line(action.do),), "contact": lines}
    return assemble("ask", written, words, slots, asked=(words.cite_action(action),))


KIND = Kind(
    "ask",
    "Ask",
    resolve,
    (
        Frame("title", "Title", TITLE_SIZES_PT),
        Frame("text", "Text", BODY_SIZES_PT),
        Frame("contact", "Contact", CONTACT_SIZES_PT),
    ),
    Ask,
)
