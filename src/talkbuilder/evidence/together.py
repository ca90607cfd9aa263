"""Amounts side by side: why some do not belong together, and what all of them are in a sentence."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.amounts import Amount
from talkbuilder.evidence.facts import Fact

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
    if not told or not isinstance(whole, Fact):
        return
    from talkbuilder.evidence.parts import is_part  # 4 ms, which most charts need not pay

    for part, span in told:
        if not is_part(part, whole):
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
        message = (
            f"'{one.amount.id}' is in {one.amount.unit or 'no unit'}, '{against.id}' in {against.unit or 'no unit'}"
        )
        if not (one.amount.counts and against.counts):
            yield Diagnostic("E031", message, one.span, "they have no axis in common; make two slides of them")
        elif not them.has_unit or them.form == "share":
            common = "" if them.form == "share" else ", or say with `unit:` what all of them count in common"
            hint = f"{_ADD_UP}; show them as `counts:`{common}"
            yield Diagnostic("E031", message, one.span, hint)


def _over(them: Together, whole: Amount, span: Span) -> Iterator[Diagnostic]:
    """Parts that cannot be parts of that whole."""
    for one in them.given:
        if one.amount.as_of != whole.as_of:
            message = f"'{one.amount.id}' is for {one.amount.date}, '{whole.id}' for {whole.date}"
            yield Diagnostic("E033", message, one.span, "a part and its whole are of one date")
        elif one.amount.place != whole.place:
            message = (
                f"'{one.amount.id}' is for {one.amount.place or 'no place'}, '{whole.id}' for {whole.place or 'none'}"
            )
            yield Diagnostic("E033", message, one.span, "a part and its whole are of one place")
    total = sum(one.amount.value for one in them.given)
    if not whole.value:
        yield Diagnostic("E033", f"'{whole.id}' is nothing, which has no parts", span, "show the fact as a number")
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
    elif len({round(b - a, 2) for a, b in pairwise(map(_years, dates))}) > 1:
        hint = "a line would rise too fast or too slowly between them: take `columns`, or leave some out"
        message = f"the dates {', '.join(dates)} are not equally far apart"
        yield Diagnostic("E034", message, them.span, hint)
    short = [one for one in them.given if sum(other.row == one.row for other in them.given) < 2]
    if short:
        yield Diagnostic("E034", f"'{short[0].name}' is a line of one date", short[0].span, "a line takes two at least")


def _years(date: str) -> float:
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return year + (month - 1) / 12 + (day - 1) / 365


def sentence(given: tuple[Given, ...], whole: Amount | None, scale: float) -> str:
    """The whole chart in a sentence: what is counted, how many, when."""
    if whole:
        parts = ", ".join(f"{one.amount.told(scale)} {one.name or one.amount.measure}" for one in given)
        return f"Of {whole.counted(scale)} in {whole.date}: {parts}"
    rows: dict[int, list[Given]] = {}
    for one in given:
        rows.setdefault(one.row, []).append(one)
    said = []
    for own in rows.values():
        name = own[0].name or own[0].amount.measure
        values = (
            f"{one.amount.counted(scale, name)} in {one.amount.date}"
            for one in sorted(own, key=lambda one: one.amount.as_of)
        )
        said.append(f"{name}: {', '.join(values)}")
    return capital("; ".join(said))


def of_whole(whole: Amount, unit: str = "") -> str:
    """What stands behind the figure of a whole: its unit and measure, or what its author calls it; and when."""
    measure = unit or whole.measure
    named = " · ".join(filter(None, ("" if unit else whole.unit_beside(measure), measure)))
    if not named:  # whose figure says it with a sign
        return f"in {whole.date}" if whole.date else ""
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


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
