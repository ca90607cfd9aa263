"""Amounts: facts whose numbers can be drawn to scale, and how such a number is written at what is drawn of it."""

import re
from collections.abc import Iterable

from msgspec import Struct

from talkbuilder.claims.figures import scale_of
from talkbuilder.evidence.facts import HEDGES, Certainty, Fact, split_hedge, write_number
from talkbuilder.evidence.hedges import hedge_of
from talkbuilder.source.dates import spell_date

# How certain a number is: it may be more, it is not quite that, or nobody has checked what somebody told or believes.

_OF_PRECISION: dict[str, Certainty] = {"at-least": "more", "over": "more", "about": "about", "almost": "about"}
_SCALES = (1e12, 1e9, 1e6)
_SIGNS = ("%", "$", "USD")
_OF_A_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|holi|birth)(?=days?\b)")
_MEASURES = frozenset((*_SIGNS, "years", "year", "months", "days", "hours", "minutes", "km", "miles", "square miles"))


class Amount(Struct, frozen=True):
    """The number of a fact: in full, with what it counts, and with what it needs to be true."""

    id: str
    value: float
    unit: str
    hedge: str  # "about", "supposedly"; "" for none
    certainty: Certainty
    measure: str
    date: str  # as a reader writes it; "" for none
    as_of: str
    place: str
    doubt: str = ""  # what of the hedge tells that nobody has checked it

    @property
    def counts(self) -> bool:
        """Whether it counts things; else it measures something, in units that nothing else has."""
        return self.unit not in _MEASURES

    @property
    def is_whole(self) -> bool:
        return self.counts and self.value == int(self.value)

    def figure(self, scale: float = 0.0) -> str:
        """The number as it is written, in millions or the like where that is the scale; 0 is whatever reads best."""
        if scale > 1:
            word = write_number(scale).removeprefix("1 ")
            number = f"{_plainly(self.value / scale)} {word}"
        else:
            number = write_number(self.value) if not scale else _plainly(self.value)
        if self.unit == "%":
            return f"{number}%"
        return f"${number}" if self.unit in _SIGNS else number

    def told(self, scale: float = 0.0) -> str:
        """The number in a sentence, with its hedge."""
        return " ".join(filter(None, (self.hedge, self.figure(scale))))

    def counted(self, scale: float = 0.0, beside: str = "") -> str:
        """The same with what it counts, unless the words beside it say that already."""
        unit = self.unit_beside(beside)
        return f"{self.told(scale)} {unit}" if unit else self.told(scale)

    def unit_beside(self, words: str) -> str:
        """The unit as words must still say it: "" where these do already, or where a sign at the figure does."""
        return "" if not self.unit or self.unit in _SIGNS or _has(words, self.unit) else self.unit


def amount(fact: Fact) -> Amount | None:
    """The amount of a fact; None where it has none that can be drawn, of which `why_not` tells the reason."""
    if why_not(fact) or fact.value is None:
        return None
    unit = fact.unit.value if fact.unit else ""
    scale = scale_of(unit)
    needed = hedge_of(fact)
    doubt = needed.words if needed else ""
    return Amount(
        fact.id,
        fact.value * scale,
        unit if scale == 1 else unit.partition(" ")[2],
        " ".join(filter(None, (doubt, HEDGES.get(fact.precision) or split_hedge(fact.display)[0].lower()))),
        "told" if doubt else _OF_PRECISION.get(fact.precision, "exact"),
        fact.measure.value if fact.measure else "",
        spell_date(fact.as_of.value) if fact.as_of else "",
        fact.as_of.value if fact.as_of else "",
        fact.place.value if fact.place else "",
        doubt,
    )


def why_not(fact: Fact) -> str:
    """Why the number of a fact cannot be drawn to scale; "" where it can."""
    if fact.value is None:
        return "it has no value"
    if fact.precision == "rank":
        return "it is a rank, and a rank is no amount"
    if fact.precision == "range":
        return "it is a range"
    return "it is less than nothing" if fact.value < 0 else ""


def common_scale(amounts: Iterable[Amount]) -> float:
    """The scale in which all amounts can be written, so that they are read side by side: 1, or a million and more."""
    values = [one.value for one in amounts if one.value]
    fitting = (
        scale for scale in _SCALES if values and all(v >= scale and round(v / scale, 2) * scale == v for v in values)
    )
    return next(fitting, 1.0)


def _has(words: str, unit: str) -> bool:
    """Whether words say what is counted, in the singular or the plural: Fridays are days, and cotton is no ton."""
    apart = _OF_A_DAY.sub("", words.lower())
    return re.search(rf"\b{re.escape(unit.lower().rstrip('s'))}(?:e?s)?\b", apart) is not None


def _plainly(value: float) -> str:
    """A number in digits, however large; of one that is not whole, no more than ten."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
