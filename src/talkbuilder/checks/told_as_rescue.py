"""C313 told-as-rescue: people are rescued, saved or set free, and others are the heroes of their story."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import PEOPLE, THEM, Phrases

_PHRASES = Phrases(
    "rescue rescuer save free saviour savior",
    (
        "<rescue>",
        "<rescuer>",
        f"<save> {THEM}(?! (?:a |an |the |from (?:saying|doing|having|the trouble)|time|money|some|much|hours|work))",
        rf"(?:<be>|<get>) saved(?= (?:by|from)\b)|{PEOPLE} (?:\w+ )?(?:<be>|<get>) saved",
        f"<save> (?:hundreds|thousands|dozens|scores|many|most|some|all) of {THEM}",
        f"<set> (?:{THEM} )?free",
        "(?:<free>) (?:the |these |those )?(?:slaves|captives|victims|prisoners of)",
        "saviou?rs? of (?:the )?" + PEOPLE,
    ),
    (
        "rescue (?:breath|breathing|dog|cat|animal|helicopter|boat|plan|package|inhaler|swimmer|party|team|crew)s?",
        "(?:mountain|sea|air|animal|dog|cat|fire|water|cave|bank) rescues?",
        # Names of groups, which write themselves so.
        r"(?-i:(?:\w+ ){0,3}Rescue (?:Mission|Committee|Team|Squad|Army|League|Society|Alliance|Network|Fund|Foundation"
        "|Center|Service|Coalition|Project)s?)",
        "(?:search and|fire and) rescue",
        r"<rescue> (?:\w+ )?(?:dogs?|cats?|horses?|animals?|the economy|banks?)",
        "<save> (?:the )?(?:date|money|time|energy|a seat|(?:your|my|our|their) (?:money|time|work"
        "|place|seat|questions|breath|energy|files?))",
        rf"<save> (?:\w+ )?(?:\w+ )?{PEOPLE}'s (?:life|lives)",
        "set free (?:coffee|tickets|food)",
        "(?:birds?|animals?|dogs?|cats?|horses?|fish|bears?|wolves|butterfly|butterflies) (?:<be>|<get>) set free",
        "(?:game|match|day|season|penalty|shot|goal) (?:<be>|<get>) saved",
    ),
)
_HINT = "say what they did, or what happened: 'left', 'got out', 'was identified', 'reached a shelter'"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C313", _PHRASES, "{} makes others the heroes of somebody's story", _HINT)
