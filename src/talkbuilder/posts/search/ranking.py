"""The entries of the library that answer what was asked, the one that carries the figure first.

An entry is as good as the words that it has of the question, rare ones before common ones, and as it has little else:
'how many victims identified' wants the victims identified, not the foreign ones among them. What a question wants
beside its words (a number, of a year) weighs too, and of two that are alike the later year goes first.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import GRAMMAR, stem
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.search.entries import Searchable
from talkbuilder.posts.search.terms import Query, folded

# What a word weighs by where it stands: in the name, in what is said or counted, or anywhere else.
_NAMED, _SAID, _MORE = 1.15, 1.0, 0.6
_ANOTHER_FORM, _ANOTHER_WORD = 0.92, 0.8  # what forms of a word and synonyms weigh, beside the word itself
_REST = 0.35  # what the words weigh that do not name an entry: how much it says beside what was asked
_LEAST = 0.5  # of the best: what fits less than half as well is not shown
_WANTS_NUMBER = pattern_of(
    r"\bhow (?:many|much|long|old|big|large|often|far)\b|\bnumber of\b|\bamount|\brank|\blongest\b|\bmax\w*|\bpercent",
    re.I,
)
_KINDS = {"fact": 1.0, "quote": 0.87, "action": 0.9, "person": 0.75}


class Ranked(Struct, frozen=True):
    """An entry, by its number; `all` tells that it has every word."""

    number: int
    all: bool


def rank(asked: Query, question: str, entries: Sequence[Searchable]) -> list[Ranked]:
    """The entries with words of a question, best first."""
    held = _Words(entries)
    groups = [held.group(group, asked.begins) for group in asked.groups]
    scores = _scores(groups, held, question, entries)
    least = _LEAST * max(scores.values(), default=0.0)
    found = sorted(
        (number for number, score in scores.items() if score >= least),
        key=lambda number: (-round(scores[number], 6), -(entries[number].year or 0), number),
    )
    return [Ranked(at, all(at in one for one in groups)) for at in found]


class _Words:
    """Which entry has which words, by their stems, and how much it says."""

    def __init__(self, entries: Sequence[Searchable]) -> None:
        self._lines: list[tuple[str, str]] = []
        self._holding: dict[str, dict[int, float]] = defaultdict(dict)
        self._forms: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            named, more = folded(entry.named), folded(entry.more)
            said = (*folded(f"{entry.text}\n{entry.counted}"), *named)
            self._lines.append((_line([stem(one) for one in said]), _line([stem(one) for one in more])))
            for words, weight in ((more, _MORE), (said, _SAID), (named, _NAMED)):
                for word in words:
                    self._holding[stem(word)][number] = weight
                    self._forms[word].add(number)
        self._rarity = {word: math.log(1 + len(entries) / len(found)) for word, found in self._holding.items()}
        self.lengths = [self._length(entry) for entry in entries]

    def group(self, group: tuple[str, ...], begins: bool) -> Mapping[int, float]:
        """The entries that have a word, or what may stand in its place, and what that weighs."""
        held: dict[int, float] = {}
        for at, phrase in enumerate(group):
            weight = _ANOTHER_WORD if at else 1.0
            for number, worth in self._having(phrase, begins):
                held[number] = max(held.get(number, 0.0), weight * worth)
        return held

    def _having(self, phrase: str, begins: bool) -> Iterator[tuple[int, float]]:
        words = list(folded(phrase)) if begins else _stems(phrase)
        if len(words) == 1 and not begins:
            same = self._forms.get(folded(phrase)[0], set())
            for number, weight in self._holding.get(words[0], {}).items():
                yield number, weight if number in same else weight * _ANOTHER_FORM
            return
        wanted = f" {' '.join(words)}" if begins else _line(words)
        for number, lines in enumerate(self._lines if words else ()):
            for line, weight in zip(lines, (_SAID, _MORE), strict=True):
                if wanted in line:
                    yield number, weight

    def _length(self, entry: Searchable) -> float:
        """How much an entry says: the rarity of the words that name it, and of the others as far as they count."""
        name = {stem(word) for word in folded(entry.named) if _tells(word)}
        rest = {stem(word) for word in folded(entry.counted or entry.text) if _tells(word)} - name
        return self._rarities(name) + _REST * self._rarities(rest)

    def _rarities(self, words: set[str]) -> float:
        return sum(self._rarity[word] for word in sorted(words))


def _tells(word: str) -> bool:
    return word not in GRAMMAR and not word.isdigit()


def _scores(
    groups: Sequence[Mapping[int, float]], held: _Words, question: str, entries: Sequence[Searchable]
) -> dict[int, float]:
    rarity = [math.log(1 + len(entries) / len(one)) if one else 0.0 for one in groups]
    whole = sum(rarity)
    numbers = figures(normalise(question).text)
    years = {int(one.values[0]) for one in numbers if one.is_year}
    scores = {}
    for number in {number for one in groups for number in one}:
        had = sum(weight * one.get(number, 0.0) for weight, one in zip(rarity, groups, strict=True))
        score = had / whole * math.sqrt(had / (had + held.lengths[number]))
        entry = entries[number]
        score *= _KINDS[entry.kind]
        if entry.value is None and _WANTS_NUMBER.search(question):
            score *= 0.6
        if entry.value is not None and any(one.has(entry.value) for one in numbers if not one.is_year):
            score *= 2.0
        if years and entry.year:
            score *= 1.15 if entry.year in years else 0.6
        scores[number] = score
    return scores


def _stems(text: str) -> list[str]:
    return [stem(word) for word in folded(text)]


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
