"""Shares of a whole, by which one acre in three and every third acre are a third, and no other figure is told."""

import re
from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.evidence.figures import Figure, figures
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.words import PASTS

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|\d{1,3})\b(?![.,/]\d)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})\b"
_OF = r"(?: of (?:[a-z']+ ){0,3}?[a-z]+)??"
_RANK = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|\d{1,2}(?:st|nd|rd|th))"
# 'one acre in three', 'two out of every three acres'
_IN = re.compile(
    rf"\b(?P<few>{_FEW})(?P<what> (?!in\b|out\b)[a-z]+{_OF})? (?:in|out of)(?: every)? (?P<many>{_NUMBER})"
    r"(?P<whole> [a-z]+)?"
)
_OUT_OF = re.compile(
    rf"\b(?:out )?of every (?P<many>{_NUMBER})[a-z' ]{{1,40}}?,? (?P<few>{_FEW})(?! of\b)"
)  # ', one burned'
_EVERY = re.compile(rf"\bevery (?P<nth>{_RANK})\b")
_PER_CENT = re.compile(r" ?(?:%|per ?cent\b)")
_PART_OF = re.compile(r"half|(?:a|one|two|three)[ -]|\d+/|(?:one|1) (?:[a-z]+ )?(?:in|out of) ")
# What stands behind 'one acre in three' where it counts no villages or years.
_NO_WHOLE = frozenset(("of", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "may"))


def same_share(told: str, text: str) -> tuple[tuple[Range, Figure], ...]:
    """The stretches of one text that tell a share which the other tells as a part, each with its figure there."""
    mine = _shares(told)
    known = tuple(_parts(text)) if mine else ()
    return tuple((place, part) for place, share in mine for value, part in known if abs(value - share) < 1e-6)


def _parts(text: str) -> Iterator[tuple[float, Figure]]:
    """The parts that a text tells: 'a third', 'one in three', '25 percent', and neither a rank nor 'the third'."""
    low = lowered(text)
    for one in figures(text):
        if _PER_CENT.match(low, one.end):
            yield one.values[0] / 100, one
        elif 0 < one.values[0] < 1 and _PART_OF.match(low, one.start):
            yield one.values[0], one


@lru_cache(maxsize=512)
def _shares(text: str) -> tuple[tuple[Range, float], ...]:
    """The shares that a text tells of things counted one by one."""
    low = lowered(text)
    found = [(one.span(), one) for one in _OUT_OF.finditer(low)]
    found += [((one.start(), one.end("many")), one) for one in _IN.finditer(low) if _is_share(one, low)]
    shares = [(place, _value(one["few"]) / _value(one["many"])) for place, one in found]
    shares += [(one.span(), 1 / _value(one["nth"])) for one in _EVERY.finditer(low)]
    return tuple(shares)


def _is_share(found: re.Match[str], low: str) -> bool:
    """Whether no things of another sort stand behind, as in 'one inn in three villages'."""
    whole = (found["whole"] or "").strip()
    if not found["what"] or not whole or whole in _NO_WHOLE:
        return True
    return whole in PASTS or (whole.endswith("ed") and not re.match(r" [a-z]+s\b", low[found.end() :]))


def _value(word: str) -> float:
    return figures(word)[0].values[-1]
