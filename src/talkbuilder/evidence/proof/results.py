"""Whether what is said of a computed fact is what was computed: its figure, its direction, what makes it rough."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from talkbuilder.claims.currencies import MEASURES, measure
from talkbuilder.claims.figures import Figure, figures, is_rough, rough
from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.claims.operators import Found, found, of_class, opposites, places
from talkbuilder.claims.reckoning import TIMES, Amount, amounts
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed, ancestors, full_value
from talkbuilder.evidence.library.facts import HEDGES, Fact
from talkbuilder.source.fields import Text

_NEAR = 0.05  # how far a rough figure may be from what was computed, as a share of it
_NEAR_WORDS = 0.125  # and 'nearly twice'
_TIMES_WORDS = re.compile(r"\b(?:(?:doubl|tripl|trebl|quadrupl|halv)(?:es?|ed|ing)|tenfold)\b")
_FOLD = re.compile(r"[ -]?(?:times|fold|x)\b")
_YEARS = re.compile(r" years?\b")
_THAN = re.compile(r"\b(?:than|as)(?: in)? \Z")
_COMPARED = re.compile(r"more|less|\w+er(?: \d)?")
_BY = re.compile(r" (?:\w+ )?by\b")
_POINTS = re.compile(r"[ -]percentage points?\b")


def check_result(fact: Computed) -> tuple[tuple[Diagnostic, ...], str]:
    """What is wrong with the two texts of a computed fact, and the question that a person must answer, if any."""
    faults: list[Diagnostic] = []
    for key, text in (("says", fact.says), ("show", fact.show)):
        if text is not None:
            told = _Told(fact, key, text)
            faults += (*told.result(), *told.strange(), *told.years(), *told.direction(), *told.certainty())
    measures = {one.measure.value for one in fact.parents if one.measure}
    is_mixed = fact.by == "sum" and len(measures) > 1
    asked = "it adds up what is counted under several names: is nobody in two of them?" if is_mixed else ""
    return tuple(faults), asked


class _Told:
    """One of the texts, with the figures in it."""

    def __init__(self, fact: Computed, key: str, text: Text) -> None:
        self.fact, self.key, self.span = fact, key, text.span
        self.text = normalise(text.value).text
        self.low = lowered(self.text)
        self.amounts = tuple(_amounts(self.text, self.low))
        self.results = [one for one in self.amounts if self._is_result(one)]

    def _fault(self, code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(code, f"'{self.key}' {message}", self.span, hint)

    @property
    def _computed(self) -> str:
        return f"{self.fact.value:,.10g} {self._unit}".rstrip().replace(" %", "%")

    def result(self) -> Iterator[Diagnostic]:
        """The computed figure stands there, with what makes it rough where it is."""
        if not self.results:
            hint = f"tell the result: {self._computed}"
            message = f"does not hold what is computed: {self.fact.sum_written} is {self._computed}"
            yield self._fault("E134", message, hint)
        for one in self.results:
            if hint := self._roughness(one):
                words = self.text[one.figure.start : one.figure.end]
                message = f"says '{words}', and {self.fact.sum_written} is {self._target:,.6g}"
                yield self._fault("E136", message, hint)

    @property
    def _target(self) -> float:
        return abs(self.fact.unrounded)

    def _is_result(self, one: Amount) -> bool:
        """Whether a figure is the result: near enough, and in its unit."""
        figure, target, by = one.figure, self._target, self.fact.by
        is_percent = one.measure == "share"
        is_in_digits = self.text[figure.start].isdigit()
        is_fold = bool(_FOLD.match(self.low, figure.end)) or self.low[figure.start : figure.end] == "twice"
        if (
            figure.is_year
            or (is_fold and by != "ratio")
            or (by == "ratio" and is_in_digits and one.value > 1 and not is_fold and not is_percent)
            or (is_percent and by in ("sum", "difference") and self._unit not in ("%", "percentage points"))
            or (self._unit == "percentage points" and not _POINTS.match(self.low, figure.end))
            or measure(self._unit) not in ("", one.measure)
        ):
            return False
        if by == "percent" and not is_percent:
            target /= 100
        if by == "ratio" and is_percent:
            target *= 100
        if one.measure in MEASURES and not measure(self._unit):
            return False
        is_parents = any(_equal(figure.values[0], full_value(parent)) for parent in self.fact.parents)
        if is_parents and figure.values[0] != target:
            return False
        near = _NEAR_WORDS if by in ("ratio", "percent") and not is_in_digits else _NEAR
        return abs(figure.values[0] - target) <= near * target + 1e-9

    @property
    def _unit(self) -> str:
        return self.fact.unit.value if self.fact.unit else ""

    def _roughness(self, one: Amount) -> str:
        """What to write where the figure is not just so; "" where it stands as it may."""
        value, target = one.figure.values[0], self._target
        if self.fact.by == "percent":
            target = target if one.measure == "share" else target / 100
        elif self.fact.by == "ratio" and one.measure == "share":
            target *= 100
        hedge = rough(self.text, one.figure)
        inherited = any(parent.precision != "exact" for parent in self.fact.parents)
        if inherited and self.fact.precision in HEDGES and not is_rough(self.text, (self.fact.precision, "about")):
            return f"write '{HEDGES[self.fact.precision]}' before it, as the facts under 'from' do"
        if inherited or (self.fact.by == "percent" and value == round(target) and hedge is None):
            return ""
        if _equal(value, target):
            wrong = hedge is not None and not {"about", "at-least"} & set(hedge.precisions[:1])
            return f"leave '{hedge.words}' out" if hedge and wrong else ""
        allowed = {"about", "almost" if value > target else "over"}
        if hedge and allowed & set(hedge.precisions[:1]):
            return ""
        return f"write 'about' before it, or tell {target:,.6g}"

    def strange(self) -> Iterator[Diagnostic]:
        """Figures that are neither the result, nor those that it is computed from, nor their years."""
        known = [full_value(one) for one in ancestors(self.fact)]
        years = {int(one.as_of.value[:4]) for one in ancestors(self.fact) if one.as_of}
        said = [one for parent in ancestors(self.fact) for one in figures(normalise(parent.says.value).text)]
        for one in self.amounts:
            value = one.figure.values[0]
            if one in self.results or value == 1 or any(_equal(value, other) for other in known):
                continue
            if any(other.values[0] == value and other.is_year == one.figure.is_year for other in said):
                continue
            if one.figure.is_year and int(value) in years:
                continue
            apart = max(years) - min(years) if years else 0
            if _YEARS.match(self.low, one.figure.end) and value in (apart, apart + 1, len(years)):
                continue
            words = self.text[one.figure.start : one.figure.end]
            message = f"holds '{words}', which was neither computed nor is in the facts under 'from'"
            yield self._fault("E134", message, "tell the result, and the figures that it comes from")

    def years(self) -> Iterator[Diagnostic]:
        """A sum over several years is not given as that of one."""
        of = {_year(one) for one in self.fact.parents if one.as_of}
        named = of & {int(one.figure.values[0]) for one in self.amounts if one.figure.is_year}
        if self.fact.by == "sum" and named and named != of and "since" not in self.low:
            listed = " and ".join(map(str, sorted(of)))
            yield self._fault("E134", f"tells it of {min(named)}, and it adds up {listed}", "name all of the years")

    def direction(self) -> Iterator[Diagnostic]:
        """'More' and 'rose' go in the direction of the facts."""
        if self.fact.by == "sum":
            return
        words = list(self._ways())
        known = any(found(normalise(one.says.value).text, "negation") for one in ancestors(self.fact))
        denied = found(self.text, "negation")
        if denied and not known and (self.fact.by != "difference" or words):
            yield self._turned(denied[0].words, "say what was computed, without turning it round")
        first, second = self.fact.parents[:2]
        if isinstance(first, Computed) and first.by == "difference":  # 'rose by 80 %'
            return
        if self.fact.by == "ratio" and self._subject(is_compared=True)[0] is second:
            yield self._turned(_shown(second), "name the first fact as a multiple of the second")
        for word, way, is_compared in words:
            subject, other = self._subject(is_compared)
            if (_signed(subject) - _signed(other)) * way < -1e-9:
                yield self._turned(word.words, "say which of the two is more as the facts do")
            elif self.fact.by == "percent" and _BY.match(self.low, word.end):
                yield self._turned(f"{word.words} by", "tell what share the first is of the second")

    def _ways(self) -> Iterator[tuple[Found, int, bool]]:
        """The first words of each way, up (1) or down (-1), that are no part of the 'more than' before a figure; and
        whether they compare two."""
        hedges = [hedge for one in self.amounts if (hedge := rough(self.text, one.figure))]
        row = next(one for one in of_class("direction") if places(one, "rose"))
        for way, words in ((1, places(row, self.text)), (-1, opposites(row, self.text))):
            free = [one for one in words if not any(two.start <= one.start < two.end for two in hedges)]
            for is_compared in (False, True):
                own = (one for one in free if (_COMPARED.fullmatch(one.words.lower()) is not None) == is_compared)
                yield from ((one, way, is_compared) for one in islice(own, 1))

    def _turned(self, words: str, hint: str) -> Diagnostic:
        return self._fault("E135", f"says '{words}', and {self.fact.sum_written} is {self.fact.unrounded:,.6g}", hint)

    def _subject(self, is_compared: bool) -> tuple[Fact, Fact]:
        """The fact of which it is told, and the other: by the year that is named first, behind 'from' last; without
        any 'more' is told of the first fact, and 'rose' of the later one."""
        first, second = self.fact.parents[:2]
        pair = (second, first) if _year(first) < _year(second) and not is_compared else (first, second)
        years = [one.figure for one in self.amounts if one.figure.values[0] in (_year(first), _year(second))]
        if not years or _year(first) == _year(second):
            return pair
        named = years[-1 if "from " in self.low[: years[0].start] else 0]
        is_other = len(years) == 1 and _THAN.search(self.low, 0, named.start) is not None
        return pair if (named.values[0] == _year(pair[0])) != is_other else pair[::-1]

    def certainty(self) -> Iterator[Diagnostic]:
        """A doubt of what it is computed from is a doubt of the result."""
        if self.key != "says" or found(self.text, "hedge", "hearsay", "attribution"):
            return
        told = (found(normalise(one.says.value).text, "hedge", "hearsay") for one in ancestors(self.fact))
        if doubt := next(chain.from_iterable(told), None):
            message = f"has lost the '{doubt.words}' of what it is computed from"
            yield self._fault("E136", message, "say that it is not certain, as the facts under 'from' do")


def _amounts(text: str, low: str) -> Iterator[Amount]:
    """The figures of a text, with 'doubled'."""
    yield from amounts(text)
    for word in _TIMES_WORDS.finditer(low):
        times = next(value for stem, value in TIMES.items() if word[0].startswith(stem))
        yield Amount(Figure(word.start(), word.end(), (times,)), times, "", word.end())


def _shown(fact: Fact) -> str:
    return f"{_year(fact)}" if fact.as_of else fact.id


def _year(fact: Fact) -> int:
    return int(fact.as_of.value[:4]) if fact.as_of else 0


def _signed(fact: Fact) -> float:
    return fact.unrounded if isinstance(fact, Computed) else full_value(fact)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))
