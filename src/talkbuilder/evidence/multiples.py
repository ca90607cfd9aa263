"""The numbers of a comparison: 'doubled', 'a sixth', and 'one in three' as the one number that it is."""

import re
from itertools import pairwise

from talkbuilder.evidence.figures import Figure, figures

_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "tenfold": 10.0}
_TIMES_WORDS = re.compile(r"\b(?:(?:doubl|tripl|trebl|quadrupl|halv)(?:es?|ed|ing)|tenfold)\b")
_PART_OF = {"fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20}
_FEW = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_PARTS = re.compile(rf"\b(?P<few>{'|'.join(_FEW)})[ -](?P<part>{'|'.join(_PART_OF)})s?\b")
_IN_EVERY = re.compile(r" (?:in|out of|of)(?: every)? $|/$")


def all_figures(text: str, low: str) -> tuple[Figure, ...]:
    """The numbers of a text, with 'doubled', and with 'one in three' as the one number that it is."""
    found = list(figures(text))
    for word in _TIMES_WORDS.finditer(low):
        times = next(value for stem, value in _TIMES.items() if word[0].startswith(stem))
        found.append(Figure(word.start(), word.end(), (times,)))
    for part in _PARTS.finditer(low):
        value = _FEW[part["few"]] / _PART_OF[part["part"]]
        found = [one for one in found if one.end <= part.start() or part.end() <= one.start]
        found.append(Figure(part.start(), part.end(), (value,)))
    found.sort(key=lambda one: one.start)
    for one, other in pairwise(list(found)):
        if (
            one in found
            and not other.is_year
            and one.values[0] < other.values[0]
            and _IN_EVERY.match(low[one.end : other.start])
        ):
            found[found.index(one) : found.index(other) + 1] = [
                Figure(one.start, other.end, (one.values[0] / other.values[0],))
            ]
    return tuple(found)
