"""C312 lent-voice: survivors are said to have no voice, or to be given one."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, flagged
from talkbuilder.talk.phrases import PEOPLE, THEM, Hit, Phrases
from talkbuilder.talk.scripture import verses

_PHRASES = Phrases(
    "voice voices voiceless speak",
    (
        r"voices? (?:for|of|to) (?:\w+ )?(?:voiceless|those (?:who|without)|people (?:who|without))",
        "the voiceless",
        rf"voiceless (?:\w+ )?{PEOPLE}",
        "(?:<have>|having|with) no voice(?! mail| left)",
        "(?:is|are|was|were|<be>) (?:voiceless|without a voice)",
        "(?:those|people|women|men|children|victims|survivors) without (?:a )?voice",
        f"<give> (?:back )?{THEM} (?:back )?(?:a|their|her|his) voices?",
        rf"<give> (?:a )?voice to (?:\w+ )?{THEM}",
        rf"<lend> (?:our |your |my |a |its )?voices? to (?:\w+ )?{THEM}",
        f"(?:be|being|become|becoming) (?:their|a|the|her|his) voices?(?: (?:for|of) (?:the voiceless|{THEM}))?",
        f"<be> (?:their voices?|(?:a|the) voice for (?:the voiceless|{THEM}))",
        f"<lend> {THEM} (?:our|your|my|a) voices?",
        "(?:don't|do not|doesn't|does not|didn't|did not|never) (?:have|had) (?:a|any) voice(?! mail| recorder)",
        "<speak> (?:up )?for those who (?:cannot|can't|could not|can not)(?: <speak>)?",
    ),
    (
        "voiceless (?:consonant|sound|stop|fricative|plosive)s?",
        "<be> a voice (?:actor|coach|teacher|mail|over|recorder|recording|message|call|on)",
    ),
)
_HINT = "they have a voice of their own: say 'listen to survivors', or 'amplify what they say'"


def check(deck: Deck) -> Iterator[Diagnostic]:
    message = "{} denies people the voice that they have"
    yield from flagged(deck, "C312", _PHRASES, message, _HINT, is_meant=_is_no_verse)


def _is_no_verse(told: Told, found: Hit) -> bool:
    """Whether it is said otherwise than by the Bible, which is quoted with its place."""
    return not any(start <= found.span[0] < end for start, end in verses(told.text))
