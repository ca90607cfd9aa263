"""What a question wants to know, beside its words: a number, of which unit, for which year."""

import math

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.search.entries import Searchable

_WANTS_NUMBER = pattern_of(
    r"\bhow (?:many|much|long|old|big|large|often|far)\b|\bnumber of\b|\bamount|\brank|\blongest\b|\bmax\w*|\bpercent"
)
# What a number counts, by the words that ask for it.
_UNITS = (
    (pattern_of(r"how much|money|dollar|\bcosts?\b|\$"), ("USD", "$")),
    (pattern_of(r"how long|how many (?:years|months)|how old|longest|maximum"), ("years", "year", "minutes", "months")),
)
_RANK = pattern_of(r"\brank")
# What answers other questions, by the words that ask.
_ANSWERS = (
    (pattern_of(r"\bwhen\b|\bwhat year\b"), pattern_of(r"\b(?:19|20)\d\d\b|\b(?:spring|summer|fall|winter|year)\b")),
    (pattern_of(r"\bwhere\b"), pattern_of(r"countries|origins?\b|region|\bcit(?:y|ies)\b|abroad|located|south|north")),
    (pattern_of(r"\bwhy\b"), pattern_of(r"because|\breason|for fear|for want|in order to|so that|lack of")),
)
_KINDS = {"fact": 1.0, "quote": 0.87, "action": 0.9, "person": 0.75}
_STATUS = {"disputed": 0.97, "conflict": 1.0, "retired": 0.8}


class Asking:
    """A question; `fit` tells how well an entry answers it, beside the words that they share: 1 is neither way."""

    def __init__(self, question: str) -> None:
        self._low = question.casefold()
        numbers = figures(normalise(question).text)
        self.years = frozenset(int(one.values[0]) for one in numbers if one.is_year)
        self.numbers = tuple(one for one in numbers if not one.is_year)
        self._answers = tuple(one for one in _ANSWERS if one[0].search(self._low))
        self.wants_number = bool(_WANTS_NUMBER.search(self._low))

    def fit(self, entry: Searchable) -> float:
        fit = _KINDS[entry.kind] * _STATUS.get(entry.status, 1.0)
        if self.wants_number and entry.value is None:
            fit *= 0.8 if figures(normalise(entry.shows).text) else 0.55
        if any(one.has(entry.value) for one in self.numbers if entry.value is not None):
            fit *= 2.0
        if self.wants_number and entry.value is not None:
            fit *= self._of_unit(entry)
        if self.years and entry.year:
            fit *= 1.15 if entry.year in self.years else 0.6
        told = f"{entry.named} {entry.text}".casefold()
        return fit * math.prod(1.2 for _, answers in self._answers if answers.search(told))

    def _of_unit(self, entry: Searchable) -> float:
        asked = [units for words, units in _UNITS if words.search(self._low)]
        if entry.is_rank != bool(_RANK.search(self._low)) and (entry.is_rank or not asked):
            return 0.9
        if not asked:
            return 1.0
        return 1.25 if any(entry.unit in units for units in asked) else 0.8
