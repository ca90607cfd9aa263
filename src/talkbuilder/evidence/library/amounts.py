"""Amounts: facts whose numbers can be drawn to scale, how they are written, and whether they fit together."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.claims.currencies import currency, written
from talkbuilder.claims.figures import figures, scale_of
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import content_stems
from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.facts import HEDGES, Certainty, Fact, split_hedge, write_number
from talkbuilder.evidence.library.hedges import hedge_of
from talkbuilder.source.dates import spell_date, years_of
from talkbuilder.source.nodes import capital

# How certain a number is: it may be more, it is not quite that, or it is hearsay or a belief that nobody has checked.
_OF_PRECISION: dict[str, Certainty] = {
    "at-least": "more",
    "over": "more",
    "about": "about",
    "almost": "about",
    "at-most": "about",
}
_SCALES = (1e12, 1e9, 1e6)
_OF_A_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|holi|birth)(?=days?\b)")
_MEASURES = frozenset(("%", "years", "year", "months", "days", "hours", "minutes", "km", "miles", "square miles"))


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
    doubt: str = ""  # the part of the hedge that says that nobody has checked it

    @property
    def counts(self) -> bool:
        """Whether it counts things; else it measures something, in units that nothing else has."""
        return self.unit not in _MEASURES and not currency(self.unit)

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
        return written(number, code) if (code := currency(self.unit)) else number

    def told(self, scale: float = 0.0) -> str:
        """The number in a sentence, with its hedge."""
        return " ".join(filter(None, (self.hedge, self.figure(scale))))

    def counted(self, scale: float = 0.0, beside: str = "") -> str:
        """The same with what it counts, unless the words next to it say so already."""
        unit = self.unit_beside(beside)
        return f"{self.told(scale)} {unit}" if unit else self.told(scale)

    def unit_beside(self, words: str) -> str:
        """The unit as words must still say it: "" where these do already, or where a sign at the figure does."""
        is_sign = self.unit in ("", "%") or currency(self.unit)
        return "" if is_sign or _has(words, self.unit) else self.unit


def amount(fact: Fact) -> Amount | None:
    """The amount of a fact; None where it has none that can be drawn; `why_not` gives the reason."""
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
    scales = _SCALES if values else ()
    return next((one for one in scales if all(v >= one and round(v / one, 2) * one == v for v in values)), 1.0)


def _has(words: str, unit: str) -> bool:
    """Whether words say what is counted, in the singular or the plural: Fridays are days, and cotton is no ton."""
    apart = _OF_A_DAY.sub("", words.lower())
    return re.search(rf"\b{re.escape(unit.lower().rstrip('s'))}(?:e?s)?\b", apart) is not None


def _plainly(value: float) -> str:
    """A number in digits, however large; of one that is not whole, no more than ten."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


_OF = re.compile(r"\b(?:of|among) (?:the |these |those |all |its |their )*\Z", re.IGNORECASE)
_MAY_BE_MISSING = 1  # of the words of the whole: 'forced labor victims identified' of 'trafficking victims identified'


def is_part(part: Fact, whole: Fact) -> bool:
    """Whether the library says that it is one: by `part_of`, or since its measure names that of the whole.

    Of the words of the whole's measure that of the part may lack one.
    """
    if whole.id in (part.id, part.part_of.value if part.part_of else ""):
        return True
    is_same, is_told = _frame(part) == _frame(whole), _is_told_part(part, whole)
    if is_told or not is_same:
        return is_told
    if part.measure is None or whole.measure is None or part.measure.value == whole.measure.value:
        return False
    own, words = frozenset(content_stems(part.measure.value)), content_stems(whole.measure.value)
    missing = [word for word in words if word not in own]
    return len(missing) < len(words) and len(missing) <= _MAY_BE_MISSING


def _is_told_part(part: Fact, whole: Fact) -> bool:
    """Whether a fact gives itself as some of that many, of its place and time; 64 answers may be 64 households."""
    is_there = _frame(part)[1:] == _frame(whole)[1:]
    return is_there and any(_is_of(text, whole.value) for text in (part.says.value, part.exact.value))


def _is_of(text: str, value: float | None) -> bool:
    """Whether a text gives a part of that many: 'two of the 12 gardens'."""
    plain = normalise(text).text
    return any(one.values[0] == value and _OF.search(plain, 0, one.start) for one in figures(plain))


def _frame(fact: Fact) -> tuple[str, ...]:
    return tuple(one.value if one else "" for one in (fact.unit, fact.place, fact.as_of))


_MOST_DATES = 8  # of a line
_ADD_UP = "what counts different things must not be added up or compared by its size"


class Given(Struct, frozen=True):
    """An amount where its author wrote it, under which name (its number, and "" for none)."""

    row: int
    name: str
    amount: Amount
    span: Span


class Together(Struct, frozen=True):
    """Amounts that are to be seen together, as a `columns`, `bars`, `line`, `slope` or `share`."""

    form: str
    given: tuple[Given, ...]
    span: Span
    whole: Amount | None = None  # of which they are parts
    of: Span | None = None  # where it is written
    has_unit: bool = False  # whether the author says what all of them count

    @property
    def rows(self) -> int:
        return len({one.row for one in self.given})


def faults(them: Together) -> Iterator[Diagnostic]:
    """Why some facts do not belong into one chart."""
    if them.of and them.form != "share":
        yield Diagnostic("E031", f"`{them.form}` shows no whole", them.of, "write `chart: share`, or no `of:`")
        return
    if them.form == "share" and not them.of:
        hint = "add `of:` with the fact of the whole, so that nobody takes the parts for all there is"
        yield Diagnostic("E003", "'of' is missing", them.span, hint)
    twice = next((one for at, one in enumerate(them.given) if one.amount.id in _ids(them.given[:at])), None)
    unlike = next(_unlike(them), None)
    if twice:
        yield Diagnostic("E034", f"'{twice.amount.id}' is there twice", twice.span, "leave it out once")
    elif unlike:
        yield unlike
    elif them.whole and them.of:
        yield from _over(them, them.whole, them.of)
    elif them.form != "share":
        yield from _misdated(them)


def strangers(parts: Iterable[tuple[object, Span]], whole: object, instead: str) -> Iterator[Diagnostic]:
    """Facts of which nothing says that they are some of a whole: they must not be drawn so, but `instead`."""
    told = [(part, span) for part, span in parts if isinstance(part, Fact)]
    for part, span in told if isinstance(whole, Fact) else ():
        if isinstance(whole, Fact) and not is_part(part, whole):
            hint = f"if the post says so, write 'part_of: {whole.id}' at '{part.id}'; else show them as {instead}"
            yield Diagnostic("E033", f"nothing says that '{part.id}' is some of '{whole.id}'", span, hint)


def _ids(given: tuple[Given, ...]) -> frozenset[str]:
    return frozenset(one.amount.id for one in given)


def _unlike(them: Together) -> Iterator[Diagnostic]:
    """The first fact that counts something else than the first of all, or than another of its name."""
    firsts: dict[int, Given] = {}
    for one in them.given:
        first = firsts.setdefault(one.row, one)
        if them.form != "share" and one.amount.measure != first.amount.measure:
            message = f"'{one.amount.id}' counts {one.amount.measure}, '{first.amount.id}' {first.amount.measure}"
            hint = f"{_ADD_UP}; show them as `counts:`, or give each a name: `facts: {{some name: id, another: id}}`"
            yield Diagnostic("E031", message, one.span, hint)
        elif one.amount.place != first.amount.place and them.form != "share":
            message = f"'{one.amount.id}' is for {one.amount.place}, '{first.amount.id}' for {first.amount.place}"
            hint = "give each place a name: `facts: {one place: id, another: id}`"
            yield Diagnostic("E031", message, one.span, hint)
    against = them.whole or them.given[0].amount
    for one in them.given:
        if one.amount.unit == against.unit:
            continue
        own, other = (it.unit or "no unit" for it in (one.amount, against))
        message = f"'{one.amount.id}' is in {own}, '{against.id}' in {other}"
        if not (one.amount.counts and against.counts):
            yield Diagnostic("E031", message, one.span, "they have no axis in common; make two slides of them")
        elif not them.has_unit or them.form == "share":
            common = "" if them.form == "share" else ", or say with `unit:` what all of them count in common"
            hint = f"{_ADD_UP}; show them as `counts:`{common}"
            if one.amount.measure == against.measure:  # `counts:` refuses them
                hint = "they are of one `measure`: give them one `unit` in assets/facts.yaml"
            yield Diagnostic("E031", message, one.span, hint)


def _over(them: Together, whole: Amount, span: Span) -> Iterator[Diagnostic]:
    """Parts that cannot be parts of that whole."""
    for one in them.given:
        if one.amount.as_of != whole.as_of:
            message = f"'{one.amount.id}' is for {one.amount.date}, '{whole.id}' for {whole.date}"
            yield Diagnostic("E033", message, one.span, "a part and its whole are of one date")
        elif one.amount.place != whole.place:
            place = one.amount.place or "no place"
            message = f"'{one.amount.id}' is for {place}, '{whole.id}' for {whole.place or 'none'}"
            yield Diagnostic("E033", message, one.span, "a part and its whole are of one place")
    total = sum(one.amount.value for one in them.given)
    if not whole.value:
        yield Diagnostic("E033", f"'{whole.id}' is 0, and has no parts", span, "show the fact as a number")
    elif total > whole.value:
        message = f"the parts are {total:,.10g} together, and the whole is {whole.value:,.10g}"
        yield Diagnostic("E033", message, span, "some of them overlap, or are no parts of it: show them as `columns`")


def _misdated(them: Together) -> Iterator[Diagnostic]:
    """Dates that are missing, twice there, or that the form cannot show."""
    seen: dict[tuple[int, str], Given] = {}
    for one in them.given:
        before = seen.setdefault((one.row, one.amount.as_of), one)
        if not one.amount.as_of:
            yield Diagnostic("E034", f"'{one.amount.id}' has no date", one.span, "add 'as_of:' to the fact")
        elif before is not one:
            message = f"'{before.amount.id}' and '{one.amount.id}' are both for {one.amount.date}"
            yield Diagnostic("E034", message, one.span, "leave one out, or give each a name of its own")
    dates = sorted({one.amount.as_of for one in them.given})
    rows = them.rows
    if them.form == "slope" and (len(dates) != 2 or len(them.given) != 2 * rows):
        message = f"a slope leads from one date to another; here are {', '.join(dates)}"
        yield Diagnostic("E034", message, them.span, "give each name two facts of the same two dates")
    if them.form == "line":
        yield from _uneven(them, dates)


def _uneven(them: Together, dates: list[str]) -> Iterator[Diagnostic]:
    if not 3 <= len(dates) <= _MOST_DATES:
        hint = "two dates are a `slope`" if len(dates) < 3 else "leave some out"
        yield Diagnostic("E034", f"a line of {len(dates)} dates; it takes 3 to {_MOST_DATES}", them.span, hint)
    elif len({round(b - a, 2) for a, b in pairwise(map(years_of, dates))}) > 1:
        hint = "a line would rise too fast or too slowly between them: take `columns`, or leave some out"
        message = f"the dates {', '.join(dates)} are not equally far apart"
        yield Diagnostic("E034", message, them.span, hint)
    short = [one for one in them.given if sum(other.row == one.row for other in them.given) < 2]
    if short:
        yield Diagnostic("E034", f"'{short[0].name}' is a line of one date", short[0].span, "a line takes two at least")


def of_whole(whole: Amount, unit: str = "", when: str = "") -> str:
    """What stands behind the figure of a whole: its unit and measure, or what its author calls it; and when."""
    measure = unit or whole.measure
    named = " · ".join(filter(None, ("" if unit else whole.unit_beside(measure), measure)))
    if not named:  # whose figure says it with a sign
        return when or f"in {whole.date}" if whole.date else ""
    return ", ".join(filter(None, (named, whole.date)))


def heading(given: tuple[Given, ...], unit: str, lead: str, title: str) -> str:
    """What stands over amounts: what all of them count, by their measure or by the `unit` that their author gives them.

    A lead says it itself, and names say it of each; the unit of their facts is then said only where these, or the
    title, do not say it. Where all are of one date, it is that as well.
    """
    is_named = bool(given[0].name)
    counted = "" if lead or is_named else given[0].amount.measure
    if unit:
        counted = "" if lead else unit
    elif not is_named or any(one.amount.unit_beside(one.name) for one in given):
        in_units = given[0].amount.unit_beside(f"{counted} {lead} {title}")
        counted = f"{counted} ({in_units})" if counted and in_units else counted or in_units
    dates = {one.amount.date for one in given}
    return capital(", ".join(filter(None, (counted, dates.pop() if len(dates) == 1 and not lead else ""))))
