"""Lengths of time, by which half a year is six months and no other figure is told."""

import re
from functools import lru_cache

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.words import stems

_IN_MONTHS = {"month": 1, "year": 12, "decade": 120, "centur": 1200}
_IN_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160}
_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|centur)(?:s|y|ies)?\b"
_BEHIND = re.compile(rf"(?:,? (?:a|an|of a|of an|full|whole|long))?[ -]{_UNIT}(?P<half> and a half\b)?")
_ONE = re.compile(rf"\b(?:an?|one) (?:full |whole )?{_UNIT}(?P<half> and a half\b)?")
_HALF_BEFORE = re.compile(r"\bhalf (?:of )?\Z")
UNITS = stems(" ".join((*_IN_MONTHS, *_IN_MINUTES)))

_Length = tuple[str, float]  # its amount of months or of minutes, which have no measure in common


def same_length(told: str, text: str) -> tuple[Range, ...]:
    """The stretches of one text that tell a length of time which the other tells too, in whatever unit."""
    known = frozenset(length for _, length in _lengths(text))
    return tuple(place for place, length in _lengths(told) if length in known) if known else ()


@lru_cache(maxsize=512)
def _lengths(text: str) -> tuple[tuple[Range, _Length], ...]:
    low = lowered(text)
    found: list[tuple[Range, _Length]] = []
    for one in figures(text):
        if not one.is_year and (unit := _BEHIND.match(low, one.end)):
            found.append(((one.start, unit.end()), _length(one.values[0], unit)))
    taken = tuple(place for place, _ in found)
    for unit in _ONE.finditer(low):
        is_new = not any(start <= unit.start() < end for start, end in taken)
        if is_new and not _HALF_BEFORE.search(low, 0, unit.start()):
            found.append((unit.span(), _length(1.0, unit)))
    return tuple(found)


def _length(amount: float, unit: re.Match[str]) -> _Length:
    name = unit["unit"]
    amount += 0.5 if unit["half"] else 0.0
    if name in _IN_MONTHS:
        return "months", round(amount * _IN_MONTHS[name], 4)
    return "minutes", round(amount * _IN_MINUTES[name], 4)
