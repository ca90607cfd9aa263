"""Hedges: the words without which a fact sounds more certain than it is, and whether a text around it has them.

A rough number's own hedge, such as 'about', is part of what the fact shows; see facts.py.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from talkbuilder.evidence.doubts import DOUBTS, Doubt, doubts
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.normal import lowered

SUPPOSEDLY = "supposedly"  # what somebody told and nobody checked
_OPINION = "in one opinion"
_KNOWN = "as far as is known"

# What of `says` makes a fact doubtful; a report on rumors is none. 'May' alone may permit, and 'as likely as' compares.
_REPORTS = ("anecdotal", "rumor", "rumour", "hearsay")
_HEARD = re.compile(r"\b(?:supposedly|apparently|allegedly|reportedly|purportedly)\b")
_UNSURE = re.compile(
    r"\b(?P<word>probably|perhaps|maybe|possibly|presumably)\b"
    r"|(?<!as )(?<!more )(?<!less )(?<!most )(?<!not )\blikely\b"
    r"|\b(?P<may>(?:may|might|could) have (?:been|had|come|gone|\w+ed|\w+en))\b"
)
# What keeps a hedge: words of doubt, narrower than in a statement of the library ('you may sit down' keeps none), that
# it is one's own view, and that somebody else says so. What the speaker says is no hedge ('I once wrote').
_MAYBE = (
    r"\b(?:probably|perhaps|maybe|possibly|presumably|likely|potential(?:ly)?)\b(?!-)"
    r"|\b(?:may|might)(?: well)? (?:have|be)\b|\bcould have been\b|\bseem(?:s|ed)?\b|\bappear(?:s|ed)? (?:to|that)\b"
)
_VIEW = (
    r"\bin (?:\w+|the \w+'s) (?:opinion|view|eyes|judge?ment)\b|\bto (?:my|her|his|their) mind\b|\bopinions?\b"
    r"|\bas (?:i|he|she|they|we)(?: (?:have |had )?c[ao]me to)? (?:see|saw|understand|understood|describe)s?d?\b"
    r"|\b(?:my|her|his|their|a) (?:guess|belief|impression)\b"
    r"|\bi (?:have come to|now) (?:believe|think|see|understand)\b"
    r"|\bi (?:guessed|believed|suspected|thought|was guessing|called|would call|find (?:it|them))\b|\bcommon idea\b"
)
_FAR = (
    r"\bas far as (?:i|we|he|she|they|anyone|anybody|is|(?:\w+ ){2,3})\s?(?:kn[eo]w[ns]?|c(?:an|ould) tell)\b"
    r"|\bto (?:my|her|his|their) knowledge\b|\bthat (?:i|she|he) kn[eo]w of\b"
)
_KEPT: Mapping[Doubt, tuple[str, ...]] = {
    "hearsay": (DOUBTS["hearsay"], r"\bunchecked\b|\bif (?:he|she|they) (?:is|are|was|were) right\b"),
    "view": (DOUBTS["view"], DOUBTS["hearsay"], _MAYBE, _VIEW),
    "limit": (DOUBTS["limit"], _FAR),
    "doubt": (DOUBTS["limit"], DOUBTS["view"], DOUBTS["hearsay"], _FAR, _MAYBE, _VIEW),
}
_SAYS = (
    r"\b(?:said|says|wrote|writes|claim(?:s|ed)|felt|feels|argue[sd]|told (?:me|us)|heard)\b"
    r"|\baccording to (?!plan\b|schedule\b|the (?:plan|rules|law)\b)"
)
_THINKS = (
    r"\b(?:he|she|they|who|people|some|many)(?: also| now| still| often| commonly)? "
    r"(?:think|thought|believe|suspect|guess|feel)(?:s|ed|d)?\b|\b(?:believes|thinks|suspects)\b"
)
_BY_OTHERS: Mapping[Doubt, tuple[str, ...]] = {"hearsay": (_SAYS,), "view": (_SAYS, _THINKS)}
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|no one|\w+n't|no longer)(?: a| an| any| just| only| mere(?:ly)?"
    r"| my| his| her| their)*\s*\Z"
)
_OWN = re.compile(r"\b(?:i|we|you|that|having|all)(?: (?:once|have|had|just|only|already|also|then))*\s*\Z")
# Behind these, the same words tell of no doubt: 'I think of it', 'perhaps you know', 'it seems odd', 'may be sure'.
_NO_DOUBT_BEHIND = re.compile(
    r"(?<=think)(?: back| again)?(?: often)?,? (?:of|about|back|so)\b|(?<=think) (?:back|again)\b"
    r"|(?<=believe) (?:in|me)\b"
    r"|(?<=feel) (?:like|at home|cold|warm|good|bad|safe|tired|free|happy|sad|proud|ashamed|sorry)\b"
    r"|(?<=heard) (?:the|a|an|my|his|her|their|its|our|no|some) (?:\w+ )?"
    r"(?:rain|wind|birds?|music|songs?|bells?|noises?|voices?|sounds?|cars?|trains?|dogs?|sea|snow|thunder|steps?)\b"
    r"|(?<=say) (?:grace|hello|goodbye|thank|prayers?|yes|no\b|nothing|good)"
    r"|(?<=perhaps) (?:you|we)\b(?! (?:may|might|could))|(?<=maybe) (?:you|we)\b"
    r"|(?<=be) (?:sure|certain|asked|told|proud|glad|seen|proved|proven)\b"
    r"|(?<=seems) (?:nice|odd|strange|kind|happy|friendly|tired|fine|good|sad)\b"
    r"|(?<=seem) (?:nice|odd|strange|kind|happy|friendly|tired|fine|good|sad)\b"
    r"|(?<=opinion) (?:of|in) (?:every|all|the) (?:court|courts|judges?|experts?|scholars?|world)\b"
    r"|(?<=see) (?:every|each|all|you|them|him|her|now)\b|(?<=guess) (?:was|is) (?:wrong|right|no)\b"
    r"|(?<=likely) or not\b|(?<=opinion) (?:does|is|was|doesn't|matters)\b"
    r"|(?<=think) this (?:is|was) (?:the|my|a) (?:last|first|next|best|good|right)\b"
    r"|(?<=told) to\b|(?<=told) (?:me|us) to\b"
)
# Who tells what is no hearsay, as it is put there: that would be the word of an authority.
_AUTHORITY = re.compile(
    r"\b(?:courts?|judges?|police|government|state department|united nations|parliament|report|study|scientists?"
    r"|experts?|tests?|documents?|proof|evidence)(?: once| has| have| had)*\s*\Z"
)
# Between a doubt and what it is about, these begin something that it does not reach.
_ENDS_DOUBT = re.compile(
    r";|—|–| - |[.!?] |, (?:and|for|so|or|nor|yet|but|because|while|whereas)\b"
    r"|\b(?:but|although|though|because|however)\b"
    r"| (?:and|yet|so) (?:the|they|he|she|it|we|i|there|those|these|this|that)\b"
)
_LONGEST_LEAD = 30  # characters before a word that take its meaning away

_ADDED = re.compile(
    rf"\A(?:{_HEARD.pattern}|(?:probably|perhaps|maybe|possibly|presumably)\b) | \((?:an opinion|{_KNOWN}|\w+)\)\Z"
)
_CLOSES = re.compile(r"[\s.,;:!?)\]…—”*]|\Z")
_BEGINS_TEXT = re.compile(r"[\s\"'“‘(\[*]*\Z")
_BEGINS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]*]*\s+[\"'“‘(\[*]*\Z")
_ARTICLE = re.compile(r"\b(?P<article>an?)\s+[\"“*]*\Z", re.IGNORECASE)
_OPEN = re.compile(r"\([^()]*\Z")


class Hedge(Struct, frozen=True):
    """What a fact lacks without it. `words` stand before a figure, and before most other words too."""

    kind: Doubt
    words: str

    @property
    def behind(self) -> str:
        """The same in brackets, behind words that bear nothing before them."""
        return "(an opinion)" if self.words == _OPINION else f"({self.words})"


@lru_cache(maxsize=4096)
def _hedge(kind: str, says: str) -> Hedge | None:
    low = lowered(says)
    cues = {cue.kind for cue in doubts(says) if not lowered(cue.words).startswith(_REPORTS)}
    unsure = _UNSURE.search(low)
    word = (unsure["word"] or ("possibly" if unsure["may"] else "probably")) if unsure else ""
    if kind == "hearsay" or "hearsay" in cues:
        heard = _HEARD.search(low)
        return Hedge("hearsay", heard[0] if heard else SUPPOSEDLY)
    if kind == "opinion" or "view" in cues:
        return Hedge("view", word or _OPINION)
    if "limit" in cues or re.search(_FAR, low):
        return Hedge("limit", _KNOWN)
    return Hedge("doubt", word) if word else None


def hedge_of(fact: Fact) -> Hedge | None:
    """The hedge that a fact needs wherever it is told; None where it is certain, or only its number is rough."""
    return _hedge(fact.kind, fact.says.value)


def lacking(fact: Fact, text: str) -> Hedge | None:
    """The hedge that a fact needs and a text has not."""
    needed = hedge_of(fact)
    return None if needed is None or keeps(needed, text) else needed


def keeps(hedge: Hedge, text: str) -> bool:
    """Whether a text is as uncertain as the hedge would make it."""
    low = _read(text)
    return any(_holds(found, low) for found in _kept(hedge.kind).finditer(low))


def governs(hedge: Hedge, text: str, start: int, end: int) -> bool:
    """Whether a sentence makes a stretch of it as uncertain as the hedge: 'perhaps it rains, and it is so' does not."""
    low = _read(text)
    if len(low) != len(text):
        return keeps(hedge, text)
    return any(_holds(found, low) and _reaches(found, low, start, end) for found in _kept(hedge.kind).finditer(low))


def _read(text: str) -> str:
    return lowered(text).replace("’", "'")


def _reaches(found: re.Match[str], low: str, start: int, end: int) -> bool:
    """Whether nothing between a doubt and a stretch begins another clause; what is printed there may say it itself."""
    if found.end() <= start:
        return not _ENDS_DOUBT.search(low, found.end(), start)
    return found.start() < end or not _ENDS_DOUBT.search(low, end, found.start())


@lru_cache(maxsize=4)
def _kept(kind: Doubt) -> re.Pattern[str]:
    words, by_others = "|".join(_KEPT[kind]), "|".join(_BY_OTHERS.get(kind, ("(?!)",)))
    return re.compile(f"{words}|(?P<by_others>{by_others})")


def _holds(found: re.Match[str], low: str) -> bool:
    """Whether words of doubt mean it: not 'that is no rumor', nor 'as I said'."""
    lead = low[max(0, found.start() - _LONGEST_LEAD) : found.start()]
    if _DENIED.search(lead) or _NO_DOUBT_BEHIND.match(low, found.end()):
        return False
    return not (found["by_others"] and (_OWN.search(lead) or _AUTHORITY.search(lead)))


def told(shown: str, hedge: Hedge, before: str = "", behind: str = "") -> str:
    """What a fact shows, with its hedge, as it can be read between the words before and behind it."""
    if _stands_before(shown, hedge, before) or not _CLOSES.match(behind):
        words = hedge.words
        if _BEGINS_SENTENCE.search(before) or (_BEGINS_TEXT.match(before) and not shown[:1].islower()):
            words = words[:1].upper() + words[1:]
        return f"{words} {shown}"
    return f"{shown}, {hedge.words}" if _OPEN.search(before) else f"{shown} {hedge.behind}"


def _stands_before(shown: str, hedge: Hedge, before: str) -> bool:
    """Whether it reads well in front: 'supposedly fifth'; not 'in one opinion a hub', 'perhaps to go'."""
    if hedge.words in (_OPINION, _KNOWN) or shown.startswith("to "):
        return False
    article = _ARTICLE.search(before)
    return article is None or (article["article"].lower() == "an") == (hedge.words[0] in "aeiou")


def any_keeps(hedge: Hedge, texts: Iterable[str]) -> bool:
    """Whether one of several texts is as uncertain as the hedge."""
    return any(keeps(hedge, text) for text in texts)


def without_hedge(text: str) -> str:
    """A text without the hedge that `told` gave it: '40' of 'Supposedly 40' and of '40 (an opinion)'."""
    added = _ADDED.search(lowered(text))
    if added is None:
        return text
    return text[added.end() :] if added.start() == 0 else text[: added.start()]
