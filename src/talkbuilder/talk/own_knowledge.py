"""What a mark of the speaker's own knowledge must say, and what no speaker can know against the library."""

import re
from collections.abc import Iterator

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.words import content_words
from talkbuilder.talk.capitals import is_institution
from talkbuilder.talk.claims import Claim, claims
from talkbuilder.talk.counted import Sort
from talkbuilder.talk.scripture import is_translation, verse_of
from talkbuilder.talk.speech import says_year

# What would be asked about first, and cannot be looked up: there a mark must say how the speaker knows.
REASONED: frozenset[Sort] = frozenset({"share", "money", "quoted", "saying", "name", "accusation"})
# With these beside it a figure is asked about as well, whatever it counts.
_GRAVE = re.compile(
    r"\b(?:slaves?|enslaved|kill(?:s|ed)?|die[sd]?|dead|deaths?|murder(?:s|ed)?|rape[sd]?|massacres?|victims?"
    r"|sold|sells?"
    r"|traffick\w+|prisoners?|arrest\w*|convicted|genocide|shot|beaten|starved|famine|brothels?|graves?"
    r"|in the ground)\b",
    re.IGNORECASE,
)
_LARGE = 10_000
_YEARS = range(1000, 2100)
_LEAST_WORDS = 3  # of a reason
# What everybody could say of anything.
_NO_REASON = re.compile(
    r"\b(?:every ?(?:body|one)|any ?(?:body|one)|nobody|no one)\b|\bmade (?:it |that |this )?up\b|\b(?:trust"
    r"|believe) me\b"
    r"|\bI(?: am|’m|'m) (?:very |quite |absolutely )?(?:sure|certain|convinced)\b|\b(?:it|this|that) is (?:true"
    r"|so|known|obvious|clear)\b"
    r"|\bI (?:just |simply )?(?:know|think|believe|guess|suppose|feel|read|heard)(?: (?:it|so|that|this))?\W*\Z"
    r"|\b(?:of course|obviously|as is known|common knowledge|the (?:internet|web|news|papers?|media)|wikipedia"
    r"|google)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_OF_NO_VERSE: frozenset[Sort] = frozenset(("name", "money", "date"))
_ALIKE = 2  # content words that a sentence shares with what a fact measures


def needs_reason(claim: Claim, sentence: str) -> bool:
    """Whether a mark around a claim must say how the speaker knows it."""
    if claim.sort in REASONED or _GRAVE.search(sentence):
        return True
    return claim.sort == "figure" and any(value >= _LARGE and value not in _YEARS for value in _values(claim.words))


def is_grave(text: str) -> bool:
    """Whether a text speaks of what was done to people."""
    return bool(_GRAVE.search(text))


def flaw_of_reason(reason: str) -> str:
    """What is wrong with it; "" where nothing is."""
    if len(_WORD.findall(reason)) < _LEAST_WORDS or _NO_REASON.search(reason):
        return "does not say how you know it"
    if any(is_institution(one.words) for one in claims(reason)):
        return "names a source in the place of a reason"
    return ""


def is_from_the_bible(marked: str, reason: str) -> bool:
    """Whether a mark is a verse with its place and its translation, and names and counts nobody that it could not."""
    said = verse_of(marked) if is_translation(reason) else ""
    return bool(said) and not _DIGIT.search(said) and all(one.sort not in _OF_NO_VERSE for one in claims(said))


def is_of_others(marked: str) -> bool:
    """Whether it is what an institution says, which no speaker knows by themselves."""
    found = claims(marked)
    return any(one.sort == "saying" and not _OWN_PEOPLE.search(one.words) for one in found) or any(
        is_institution(one.words) and _TELLS.match(marked, one.end) for one in found if one.sort == "name"
    )


_OWN_PEOPLE = re.compile(r"\b(?:my|our|she|he|they|told me)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\W*(?:calls?|called|counts?|counted|lists?|listed|ranks?|ranked|puts|condemn\w*|recommends?)\b", re.I
)


def against(marked: str, sentence: str, referred: frozenset[str], library: Library) -> Iterator[Fact]:
    """The facts of which another value is marked: of the same measure, or of the same unit in the same sentence."""
    values = tuple(_values(marked))
    if not values:
        return
    said = frozenset(content_words(sentence))
    alike = [one for one in library.facts.values() if isinstance(one, Fact) and _is_of_measure(one, said, referred)]
    if not any(_is_year_of(one, marked) or any(_has(one, value) for value in values) for one in alike):
        yield from alike


def _is_of_measure(fact: Fact, said: frozenset[str], referred: frozenset[str]) -> bool:
    if fact.value is None or fact.measure is None:
        return False
    unit = frozenset(content_words(fact.unit.value)) if fact.unit else frozenset()
    measure = frozenset(content_words(fact.measure.value))
    if fact.id in referred and unit & said:
        return True
    return len(measure & said) >= max(_ALIKE, (2 * len(measure) + 2) // 3)


def _is_year_of(fact: Fact, marked: str) -> bool:
    return fact.as_of is not None and says_year(marked, fact.as_of.value[:4], "en")


def _has(fact: Fact, value: float) -> bool:
    return fact.value == value or any(one.has(value) for one in figures(normalise(fact.display).text))


def _values(text: str) -> Iterator[float]:
    for one in figures(normalise(text).text):
        yield from one.values
