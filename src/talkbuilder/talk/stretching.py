"""How a sentence stretches the facts that it refers to: all of some, until what was after, what was and is no more."""

import re
from collections.abc import Iterator

from talkbuilder.claims.normal import Range, normalise
from talkbuilder.evidence.lapses import other_time
from talkbuilder.evidence.meanings import is_same
from talkbuilder.evidence.wording import Word, Wording, wording
from talkbuilder.evidence.words import PASTS, stem
from talkbuilder.talk.figuring import Bent
from talkbuilder.talk.referring import Sentence, clause_of, said

_ALL = frozenset(("all", "every", "each", "both"))
_SOME = frozenset(
    ("some", "many", "several", "few", "most", "certain", "various", "numerous", "one", "two", "three", "four", "five")
)
_MOST_NOUNS = 2  # an attribute and what has it
_REACH = 5  # words from a quantifier to what it counts: 'some of the younger bakers'
_ENDED = re.compile(r"\b(?:used to|formerly|no longer|not any ?more)(?= (?P<next>[\w']+))", re.IGNORECASE)
_IS_PAST = re.compile(r"\b(?:was|were|had|did|used to|once|former(?:ly)?|ago|no longer|then|began|\w{2,}ed)\b")
_UNITS = r"hour|day|night|morning|evening|week|weekend|month|summer|winter|spring|autumn|season|year"
_OFTEN = re.compile(
    rf"\b(?:every|each|once an?|twice an?) (?P<unit>{_UNITS})\b|\b(?P<adverb>dai|week|month|hour|year)ly\b", re.I
)
_ADVERBS = {"dai": "day"}


def stretched(one: Sentence) -> Iterator[Bent]:
    """Every stretch of a sentence: the words, and what they are; of each kind the first."""
    plain = normalise(one.text).text
    if len(plain) != len(one.text):
        return  # its places are others
    told = " . ".join(map(said, one.facts))
    ours, theirs = wording(plain), wording(told)
    clauses = [clause_of(one.text, printed.start) for printed in one.printed]
    typed = [
        (at, word)
        for at, word in enumerate(ours.words)
        if any(start <= word.start < end for start, end in clauses)
        and not any(printed.start <= word.start < printed.end for printed in one.printed)
    ]
    yield from _all_of_some(typed, ours, theirs)
    starts = frozenset(word.start for _, word in typed)
    yield from _other_time(plain, told, clauses)
    if not _IS_PAST.search(told) and PASTS.isdisjoint(word.text for word in theirs.words):
        for found in _ENDED.finditer(plain):
            is_near = found.start() in starts
            if is_near if found[0].lower() != "used to" else stem(found["next"].lower()) in theirs.all_stems:
                yield found[0], "told of the past, and is so still by"
                break
    yield from _as_often(plain, told, starts)


def _all_of_some(typed: list[tuple[int, Word]], ours: Wording, theirs: Wording) -> Iterator[Bent]:
    """All of those of whom the facts tell it of some: 'every baker', 'the bakers all', where some bakers are meant."""
    some = {noun.stem for at, word in enumerate(theirs.words) if word.text in _SOME for noun in _nouns(theirs, at)}
    some -= {noun.stem for at, word in enumerate(theirs.words) if word.text in _ALL for noun in _nouns(theirs, at)}
    among = frozenset(at for at, _ in typed)
    for at, word in typed:
        if word.text not in _ALL:
            continue
        behind = list(_nouns(ours, at, among))
        before = [ours.words[at - 1]] if at and ours.words[at - 1].is_content and not behind else []
        for noun in (*behind, *before):
            if any(is_same(noun.stem, other) for other in some):
                yield f"{noun.text} {word.text}" if before else f"{word.text} {noun.text}", "more than is said by"
                return


def _nouns(text: Wording, at: int, among: frozenset[int] | None = None) -> Iterator[Word]:
    """What a quantifier may count: the words of content in its group, 'some of the younger bakers', up to a deed."""
    count = 0
    for number, word in enumerate(text.words[at + 1 : at + 1 + _REACH], start=at + 1):
        is_typed = among is None or number in among
        if not is_typed or word.clause != text.words[at].clause or (count and (not word.is_content or _is_verb(word))):
            return
        if word.is_content:
            count += 1
            yield word
        if count == _MOST_NOUNS:
            return


def _is_verb(word: Word) -> bool:
    return word.text in PASTS or word.text.endswith("ed")


def _other_time(plain: str, told: str, clauses: list[Range]) -> Iterator[Bent]:
    """Before an event what the facts tell of the time on its other side."""
    for start, end in dict.fromkeys(clauses):
        if other := other_time(plain[start:end], told):
            yield other, "another time than is told by"
            return


def _as_often(plain: str, told: str, typed: frozenset[int]) -> Iterator[Bent]:
    """How often something is so, where the facts tell it otherwise."""
    known = {_unit(found) for found in _OFTEN.finditer(told)}
    for found in _OFTEN.finditer(plain):
        if known and found.start() in typed and _unit(found) not in known and _unit(found) not in told:
            yield found[0], "more or less often than is told by"
            return


def _unit(found: re.Match[str]) -> str:
    adverb = (found["adverb"] or "").lower()
    return (found["unit"] or _ADVERBS.get(adverb, adverb)).lower()
