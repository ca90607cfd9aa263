"""What a deck says of itself: which talk it shows, in which edition, and what its author has allowed in it; kept in its
custom properties."""

import re

import msgspec
from msgspec import Struct

from talkbuilder.layout.page import Deck
from talkbuilder.talk.judging import judgements_of

MARK = "talkbuilder edition"
ALLOWED = "talkbuilder allowed"
_PROPERTY = rf'name="{MARK}"[^>]*>\s*<vt:lpwstr>([^<]*)</vt:lpwstr>'


class BuiltFor(Struct, frozen=True):
    """A talk and its edition; empty where a deck does not say."""

    talk: str = ""
    event: str = ""
    minutes: int | None = None
    audience: str = ""


def edition_of(deck: Deck) -> str:
    """What a deck is to say of itself."""
    talk = deck.plan.talk
    asked = talk.occasion
    made = BuiltFor(talk.name, asked.event.id if asked.event else "", asked.minutes, asked.audience)
    return msgspec.json.encode(made).decode()


def allowed_in(deck: Deck) -> str:
    """What the author has judged to be right as it is, for whoever is handed the deck; "" where that is nothing."""
    titles = {slide.span: slide.title.text for slide in deck.plan.talk.slides}
    found = [
        {
            "as": one.id,
            "slide": titles[slide] if slide else "",
            "why": one.why.value,
            "by": one.by.value,
            "on": one.on.value,
        }
        for slide, one in judgements_of(deck.plan.talk.outline)
        if slide is None or slide in titles
    ]
    return msgspec.json.encode(found).decode() if found else ""


def read_edition(properties: str) -> BuiltFor:
    """What a package says of itself in its properties; whatever somebody made of it, no fault."""
    found = re.search(_PROPERTY, properties)
    if not found:
        return BuiltFor()
    from html import unescape  # 1 ms, which a first build need not pay

    try:
        return msgspec.json.decode(unescape(found[1]), type=BuiltFor)
    except msgspec.DecodeError:
        return BuiltFor()
