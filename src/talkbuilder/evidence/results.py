"""Whether what is said of a computed fact is what was computed: its figure, its direction, its hedge."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.cues import Rough, keeps, rough
from talkbuilder.evidence.derived import Computed, full_value
from talkbuilder.evidence.doubts import doubts
from talkbuilder.evidence.figures import Figure, figures, years_of
from talkbuilder.evidence.lineage import ancestors, new_words, unconfirmed, years
from talkbuilder.evidence.multiples import all_figures
from talkbuilder.evidence.normal import lowered, normalise
from talkbuilder.evidence.parts import is_part
from talkbuilder.evidence.turning import Comparison
from talkbuilder.source.fields import Text

_NEAR = 0.05  # how far 'about 40' may be from what it rounds, as a share of it
_NEAR_WORDS = 0.125  # and 'nearly twice'
# What figures are made round to, the roughest first: 1,500 to five hundred.
_STEPS = tuple(10.0**power * half for power in range(12, -4, -1) for half in (1, 0.5))
_PERCENT = re.compile(r" ?%| per ?cent(?:age points?)?\b| percentage points?\b")
_POINTS = re.compile(r" ?(?:%|percent)?-? ?(?:percentage )?points?\b")
_YEARS = re.compile(r" years?\b")
_FOLD = re.compile(r"[ -]?(?:times|fold|x)\b")
_DOLLARS = re.compile(r"\$ ?$|\bUSD $|\bUS\$ ?$")
_DOLLARS_BEHIND = re.compile(r"(?: \w+)? (?:dollars?|USD)\b")


class Checked(Struct, frozen=True):
    """What is wrong with a computed fact, and what only a person can confirm of it."""

    faults: tuple[Diagnostic, ...] = ()
    review: tuple[str, ...] = ()


def check_result(fact: Computed) -> Checked:
    """Holds the two texts of a computed fact to what was computed."""
    faults: list[Diagnostic] = []
    review: list[str] = []
    for key, text in (("says", fact.says), ("show", fact.show)):
        if text is not None:
            told = _Told(fact, key, text)
            faults += (*told.strange(), *told.summed(), *told.result(), *told.compared().faults())
            review += told.rounded()
            if key == "says":
                faults += told.less_certain()
            elif new := new_words(text.value, f"{fact.says.value} {fact.unit.value if fact.unit else ''}"):
                message = f"'show' says '{new[0]}', and 'says' does not"
                faults.append(Diagnostic("E134", message, text.span, "print nothing that 'says' does not say"))
    return Checked(tuple(faults), (*dict.fromkeys(review), *unconfirmed(fact), *_apart(fact)))


def _apart(fact: Computed) -> Iterator[str]:
    """A difference or a share of two of which nothing says that the one counts some of the other.

    What is counted in the same way in two years or two places may be compared: that is a change.
    """
    one, other = fact.parents[:2]
    is_change = one.measure is not None and other.measure is not None and one.measure.value == other.measure.value
    if fact.by not in ("difference", "percent") or is_change or is_part(one, other, 0) or is_part(other, one, 0):
        return
    yield f"nothing says that '{one.id}' and '{other.id}' count some of the same: does their {fact.by} mean anything?"


class _Told:
    """One of the texts, with the figures in it."""

    def __init__(self, fact: Computed, key: str, text: Text) -> None:
        self.fact, self.key, self.span = fact, key, text.span
        self.text = normalise(text.value).text
        self.low = lowered(self.text)
        self.figures = all_figures(self.text, self.low)
        self.target = abs(fact.unrounded)
        self.results = [one for one in self.figures if self._is_result(one)]

    def result(self) -> Iterator[Diagnostic]:
        """The computed figure stands there, in its unit and with the hedge that makes it true."""
        told = f"{self.fact.value:,.10g}{'' if not self.fact.unit else ' ' + self.fact.unit.value}".replace(" %", "%")
        if not self.results:
            message = f"'{self.key}' does not hold what is computed: {self.fact.sum_written} is {told}"
            yield Diagnostic("E134", message, self.span, f"tell the result: {self.fact.display.split(' (')[0]}")
            return
        for one in self.results:
            words = self.text[one.start : one.end]
            if wrong := self._wrong_unit(one):
                yield Diagnostic("E134", f"'{words}' in '{self.key}' is told as {wrong}", self.span, f"it is {told}")
            if self.fact.by == "percent" and self._is_made_round(one):
                continue  # which is asked
            if hint := self._unhedged(one):
                message = f"'{words}' in '{self.key}' is not just so: {self.fact.sum_written} is {self._exactly()}"
                yield Diagnostic("E136", message, self.span, hint)

    def rounded(self) -> Iterator[str]:
        """A share that is told in whole percents, as it reads, with no 'about'."""
        for one in self.results if self.fact.by == "percent" else ():
            if self._is_made_round(one) and self._unhedged(one):
                yield f"'{self.text[one.start : one.end]}%' is {self._exactly()} made round: is it near enough?"
                return

    def _is_made_round(self, figure: Figure) -> bool:
        """Whether a figure in digits is the next whole number, and no word makes it rough."""
        is_plain = self._behind(figure, _PERCENT) and rough(self.text, figure) is None and _base(self.fact) == "exact"
        return bool(is_plain) and not _equal(_full(figure), self.target) and _full(figure) == round(self.target)

    def strange(self) -> Iterator[Diagnostic]:
        """Figures that are neither the result nor those that it is computed from, or are told for another year."""
        for one in self.figures:
            if one in self.results or one.values[0] == 1:
                continue
            words = self.text[one.start : one.end]
            owners = [parent for parent in self.fact.parents if _has(one, full_value(parent))]
            if not owners and any(_has(one, full_value(root)) for root in ancestors(self.fact)):
                continue
            if owners:
                told = years_of(self.text, one, self.figures)
                dated = [parent for parent in owners if parent.as_of and int(parent.as_of.value[:4]) in told]
                if told and not dated:
                    message = f"'{self.key}' tells '{words}' for another year than '{owners[0].id}'"
                    yield Diagnostic("E134", message, self.span, "tell each figure for its own year")
            elif not self._is_known(one):
                message = f"'{self.key}' holds '{words}', which was neither computed nor is in the facts under 'from'"
                yield Diagnostic("E134", message, self.span, "tell the result, and the figures that it comes from")

    def compared(self) -> Comparison:
        ends = self.results[0].end if self.results else 0
        return Comparison(self.fact, self.key, self.span, self.text, self.low, self.figures, self._exactly(), ends)

    def summed(self) -> Iterator[Diagnostic]:
        """What is added up over several years is not told as that of one of them."""
        named = {int(one.values[0]) for one in self.figures if one.is_year}
        if self.fact.by == "sum" and named and (lost := years(self.fact) - named) and not _led_over(named, lost):
            message = f"'{self.key}' leaves out {min(lost)}, which is in the sum"
            yield Diagnostic("E134", message, self.span, "name all the years, or none")

    def _is_known(self, figure: Figure) -> bool:
        """Whether it is a year of those facts, the number of years between them, or stands in what they say."""
        known_years = years(self.fact)
        if figure.is_year and int(figure.values[0]) in known_years:
            return True
        if _YEARS.match(self.low, figure.end) and len(known_years) > 1:
            apart = max(known_years) - min(known_years)
            return figure.values[0] in (apart, apart + 1, len(known_years))
        said = (known for parent in ancestors(self.fact) for known in figures(normalise(parent.says.value).text))
        return any(known.values[0] == figure.values[0] and known.is_year == figure.is_year for known in said)

    def _is_result(self, figure: Figure) -> bool:
        if figure.is_year or (self._behind(figure, _FOLD) and self.fact.by != "ratio"):
            return False
        share = self.target / 100 if self.fact.by == "percent" and not self._behind(figure, _PERCENT) else self.target
        if self.fact.by == "ratio" and self._behind(figure, _PERCENT):
            share = self.target * 100
        if any(_has(figure, full_value(parent)) for parent in self.fact.parents) and not _equal(_full(figure), share):
            return False
        near = _NEAR_WORDS if self.fact.by in ("ratio", "percent") and not self.text[figure.start].isdigit() else _NEAR
        return abs(_full(figure) - share) <= near * share + 1e-9

    def _behind(self, figure: Figure, pattern: re.Pattern[str]) -> bool:
        return pattern.match(self.low, figure.end) is not None

    def _wrong_unit(self, figure: Figure) -> str:
        """As what the result is told, where it is something else."""
        unit, by = (self.fact.unit.value if self.fact.unit else ""), self.fact.by
        in_digits = self.text[figure.start].isdigit()
        is_percent, is_fold = self._behind(figure, _PERCENT), self._behind(figure, _FOLD)
        is_money = _DOLLARS.search(self.text[: figure.start]) or _DOLLARS_BEHIND.match(self.text, figure.end)
        if by == "ratio":
            return (
                ""
                if is_fold or is_percent or not in_digits or "/" in self.text[figure.start : figure.end]
                else "a count"
            )
        if by == "percent":
            return "" if is_percent or _full(figure) <= 1 or not in_digits else "a count"
        if unit == "percentage points":
            return "" if self._behind(figure, _POINTS) else "a percentage" if is_percent else "a count"
        if is_percent and unit != "%":
            return "a percentage"
        if is_fold:
            return "a ratio"
        if unit in ("USD", "$"):
            return "" if is_money else "a count"
        return "money" if is_money else ""

    def _unhedged(self, figure: Figure) -> str:
        """What to write where the figure is not just so; "" where it stands as it may."""
        hedge = rough(self.text, figure)
        shown, exact = _full(figure), self.target
        if self.fact.by == "percent" and not self._behind(figure, _PERCENT):
            exact /= 100
        elif self.fact.by == "ratio" and self._behind(figure, _PERCENT):
            exact *= 100
        # What is known of the numbers that it comes from.
        base = _base(self.fact)
        allowed = {base} if _equal(shown, exact) else set()
        if not allowed and base in ("exact", "about"):
            allowed = {"about", "almost" if shown > exact else "over"}
        elif not allowed and shown < exact and base in ("at-least", "over"):
            allowed = {"over"}
        elif not allowed and shown > exact and base == "almost":
            allowed = {"almost"}
        if (hedge is None or hedge.precisions[0] == "about") and self._is_slip(figure, shown, exact):
            return f"write {self._exactly()}, or round that"
        if hedge is None:
            return "" if "exact" in allowed else f"write '{_AS_TOLD[min(allowed or {base})]}' before it"
        if "exact" in allowed:  # of 39 that are counted nobody says 'more than 39'
            return "" if {"about", "at-least"} & set(hedge.precisions[:1]) else f"leave '{hedge.words}' out"
        return "" if _agrees(hedge, allowed) else f"write '{_AS_TOLD[min(allowed or {base})]}' before it"

    def _is_slip(self, figure: Figure, shown: float, exact: float) -> bool:
        """Whether a figure in digits is not what is computed made round, but another one: 'about 419' of 428."""
        words = self.text[figure.start : figure.end]
        if not words[0].isdigit() or "/" in words:
            return False
        step = next((one for one in _STEPS if one <= shown and _equal(shown / one, round(shown / one))), 0.0)
        return abs(shown - exact) > step + 1e-9

    def _exactly(self) -> str:
        hedge = {"exact": "", "about": "about "}.get(_base(self.fact), f"{_AS_TOLD[_base(self.fact)]} ")
        return f"{hedge}{self.target:,.6g}{'%' if self.fact.by == 'percent' else ''}"

    def less_certain(self) -> Iterator[Diagnostic]:
        """A doubt of what it is computed from is a doubt of the result."""
        kinds = {
            cue.kind: cue.words for root in ancestors(self.fact) for cue in doubts(normalise(root.says.value).text)
        }
        for kind, words in kinds.items():
            if not keeps(kind, self.text):
                hint = "say that it is not certain, as the facts under 'from' do"
                message = f"'{self.key}' has lost the '{words}' of what it is computed from"
                yield Diagnostic("E136", message, self.span, hint)


_AS_TOLD = {"about": "about", "at-least": "at least", "over": "more than", "almost": "almost", "exact": ""}


def _agrees(hedge: Rough, allowed: set[str]) -> bool:
    return bool(set(hedge.precisions) & allowed) or (hedge.precisions[0] == "about" and "about" in allowed)


def _base(fact: Computed) -> str:
    """How exact the number is, before it was rounded."""
    is_rounded = fact.value is not None and not _equal(fact.value, abs(fact.unrounded))
    inherits = any(parent.precision != "exact" for parent in fact.parents)
    return "exact" if is_rounded and fact.precision == "about" and not inherits else fact.precision


def _led_over(named: set[int], others: set[int]) -> bool:
    """Whether years stand between two that are named: 'from 2008 to 2010'."""
    return min(named) < min(others) and max(others) < max(named)


def _full(figure: Figure) -> float:
    return figure.values[0]


def _has(figure: Figure, value: float) -> bool:
    return _equal(_full(figure), value)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))
