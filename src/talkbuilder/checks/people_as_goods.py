"""C311 people-as-goods: words for things are used of people, as only traffickers see them."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import PEOPLE, PERSONS, PRONOUNS, THEM, Phrases

_GOODS = "(?:merchandise|goods|products?|<commodity>|<cargo>|stock|livestock|inventory|wares|objects|things|property)"
_OWN = "(?:(?:a|an|the|his|her|their|mere|just|only|nothing but|so much|simply) )*"
_SOLD = "(?:<treat>|<sell>|<trade>|<buy>|<ship>|<move>|<see>|<handle>|<use>|<deliver>|bought|traded|regarded|viewed)"
_PHRASES = Phrases(
    "merchandise good goods product products commodity cargo stock livestock inventory wares objects things property "
    "delivery shipment consignment batch batches load loads truckload truckloads",
    (
        f"human (?:{_GOODS}|deliveries|freight)",
        rf"{PEOPLE} (?:\w+ )?(?:<be>|<become>|became|as|like) {_OWN}{_GOODS}",
        rf"{_SOLD} (?:\w+ )?(?:\w+ )?(?:as|like) {_OWN}{_GOODS}(?! (?:that|which|for))",
        f"(?:<see>|<call>|<treat>|<use>|<view>|<regard>) {THEM} (?:as |like )?{_OWN}{_GOODS}",
        "(?:we|you|she|he|they) (?:was|were|am|are|is) (?:his|her|their|your|the owner's) property",
        f"as if (?:they|she|he|we|you|I|it) (?:<be>) {_OWN}{_GOODS}",
        rf"(?:we|you|she|he) (?:was|were|am|are|is) {_OWN}(?:merchandise|goods|product|<commodity>|<cargo>|stock)"
        "(?! (?:manager|line|of|designer))",
        "they (?:were|are) (?:just |only |merely |nothing but )(?:a )?(?:merchandise|goods|products?|<cargo>)",
        f"<speak> of {THEM} as {_OWN}{_GOODS}",
        f"<turn> {THEM} into {_OWN}{_GOODS}",
        f"(?:<delivery>|<shipment>|<consignment>|batch|batches|(?:truck)?loads?) of (?:(?:new|fresh|young) )?{PEOPLE}",
        f"(?:new|fresh|young) (?:merchandise|goods) ~4 {PEOPLE}",
    ),
    ("(?:baked|dry|canned|donated|household|sporting|consumer) goods", "taken? stock", "took stock", "goods market"),
    f"{PERSONS} {PRONOUNS} we they she he treat sell trade buy ship move handle use deliver traded regarded viewed",
)
_HINT = "call people people; where you quote how traffickers speak, say that it is their word"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C311", _PHRASES, "{} makes a thing of people", _HINT)
