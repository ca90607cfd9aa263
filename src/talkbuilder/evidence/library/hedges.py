"""The word without which a fact sounds more certain than it is: 'supposedly', 'probably', 'in one opinion'.

A rough number's own word, such as 'about', is part of what the fact shows; see facts.py.
"""

import re
from functools import lru_cache

from msgspec import Struct

from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.claims.operators import found
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.source.nodes import capital

SUPPOSEDLY = "supposedly"  # hearsay that nobody checked
_OPINION = "in one opinion"
_KNOWN = "as far as is known"

_REPORTS = ("anecdotal", "rumor", "rumour", "hearsay")  # a report on rumors is none
_HEARD = re.compile(r"\b(?:supposedly|apparently|allegedly|reportedly|purportedly)\b")
_UNSURE = (
    r"\b(?P<word>probably|perhaps|maybe|possibly|presumably)\b"
    r"|(?<!as )(?<!more )(?<!less )(?<!most )(?<!not )\blikely\b"
    r"|\b(?P<may>(?:may|might|could) have (?:been|had|come|gone|\w+ed|\w+en))\b"
)
_OWN_VIEW = (
    r"\bi(?: would|'d)?(?: also| still| now)? (?:think|believe|suspect|guess|assume|imagine|suppose|doubt|feel)\b"
    r"|\bin my (?:opinion|view)\b|\bit seems to me\b"
)
_FAR = r"\bas far as (?:i|we|he|she|they|is|anyone) (?:kn[eo]w[ns]?|can tell)\b|\bto my knowledge\b"
# What shows a reader that something is one person's view.
_VIEW = (
    r"\bopinions?\b|\bin (?:\w+|the \w+'s) (?:view|eyes)\b|\b(?:my|her|his|their|a) (?:guess|belief|impression)\b"
    r"|\bi (?:guessed|called|would call|find (?:it|them)|have come to (?:believe|think|see))\b"
    r"|\bas (?:i|he|she|they|we) (?:see|saw|understand|understood)s?\b|\b(?:wrote|writes|told (?:me|us))\b"
    r"|\baccording to (?:an?|one|the|my|our)\b"
)
# Between a doubt and what it is about, these begin something that it does not reach.
_ENDS_DOUBT = (
    r";|—|–| - |[.!?] |, (?:and|for|so|or|nor|yet|but|because|while|whereas)\b|\b(?:but|although|though|because)\b"
    r"| (?:and|yet|so) (?:the|they|he|she|it|we|i|there|those|these|this|that)\b"
)
_ADDED = rf"\A(?:{_HEARD.pattern}|(?:probably|perhaps|maybe|possibly|presumably)\b) | \((?:an opinion|{_KNOWN}|\w+)\)\Z"
_CLOSES = r"[\s.,;:!?)\]…—”*]|\Z"
_BEGINS_TEXT = r"[\s\"'“‘(\[*]*\Z"
_BEGINS_SENTENCE = r"[.!?…][\"'”’)\]*]*\s+[\"'“‘(\[*]*\Z"
_ARTICLE = r"(?i)\b(?P<article>an?)\s+[\"“*]*\Z"
_OPEN = r"\([^()]*\Z"


class Hedge(Struct, frozen=True):
    """The words that make a fact less certain; they stand before a figure, and before most other words."""

    words: str

    @property
    def behind(self) -> str:
        """The same in brackets, after words that cannot have it before them."""
        return "(an opinion)" if self.words == _OPINION else f"({self.words})"


def hedge_of(fact: Fact) -> Hedge | None:
    """The hedge that a fact needs wherever it is used; None where it is certain, or only its number is rough."""
    return _hedge(fact.kind, fact.says.value)


@lru_cache(maxsize=1024)
def _hedge(kind: str, says: str) -> Hedge | None:
    low = lowered(normalise(says).text)
    unsure = re.search(_UNSURE, low)
    word = (unsure["word"] or ("possibly" if unsure["may"] else "probably")) if unsure else ""
    is_heard = any(not cue.words.lower().startswith(_REPORTS) for cue in found(low, "hearsay"))
    if kind == "hearsay" or is_heard:
        heard = _HEARD.search(low)
        return Hedge(heard[0] if heard else SUPPOSEDLY)
    if kind == "opinion" or re.search(_OWN_VIEW, low):
        return Hedge(word or _OPINION)
    if re.search(_FAR, low):
        return Hedge(_KNOWN)
    return Hedge(word) if word else None


def lacking(fact: Fact, text: str) -> Hedge | None:
    """The hedge that a fact needs and a text has not."""
    needed = hedge_of(fact)
    return None if needed is None or is_uncertain(text) else needed


def is_uncertain(text: str) -> bool:
    """Whether a text says that something is not certain, or whose view it is."""
    return bool(_doubts(text))


def makes_uncertain(text: str, start: int, end: int) -> bool:
    """Whether a sentence makes a stretch of it uncertain: 'perhaps it rains, and it is so' does not the second half."""
    low = _read(text)
    # From the doubt to the stretch, or from that to the doubt; a doubt within it has nothing between.
    gaps = ((one, start) if other <= start else (end, one) for one, other in _doubts(text))
    return any(left > right or not re.compile(_ENDS_DOUBT).search(low, left, right) for left, right in gaps)


def _doubts(text: str) -> list[tuple[int, int]]:
    low = _read(text)
    told = [(one.start, one.end) for one in found(low, "hedge", "hearsay", "attribution")]
    return told + [one.span() for one in re.finditer(_VIEW, low)]


def _read(text: str) -> str:
    return lowered(text).replace("’", "'")


def told(shown: str, hedge: Hedge, before: str = "", behind: str = "", is_said: bool = False) -> str:
    """What a fact shows, with its hedge, as it can be read between the words before and behind it.

    What is said aloud has no hedge that would stand in brackets.
    """
    if _stands_before(shown, hedge, before) or not re.match(_CLOSES, behind):
        words = hedge.words
        if re.search(_BEGINS_SENTENCE, before) or (re.match(_BEGINS_TEXT, before) and not shown[:1].islower()):
            words = capital(words)
        return f"{words} {shown}"
    if is_said:
        return shown
    return f"{shown}, {hedge.words}" if re.search(_OPEN, before) else f"{shown} {hedge.behind}"


def _stands_before(shown: str, hedge: Hedge, before: str) -> bool:
    """Whether it reads well in front: 'supposedly fifth'; not 'in one opinion a hub', 'perhaps to go'."""
    if hedge.words in (_OPINION, _KNOWN) or shown.startswith("to "):
        return False
    article = re.search(_ARTICLE, before)
    return article is None or (article["article"].lower() == "an") == (hedge.words[0] in "aeiou")


def without_hedge(text: str) -> str:
    """A text without the hedge that `told` gave it: '40' of 'Supposedly 40' and of '40 (an opinion)'."""
    added = re.search(_ADDED, lowered(text))
    if added is None:
        return text
    return text[added.end() :] if added.start() == 0 else text[: added.start()]
