"""`timeline`: three to seven points and spans of time along a line, by time or in order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.kinds.kind import HEADS, Kind, assemble, on_drawing, reported
from talkbuilder.layout.items import Group
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.layout.timelines import BOTTOM, TOP, Form, Moment, drawn
from talkbuilder.source import fields
from talkbuilder.source.dates import spell_date, years_of
from talkbuilder.source.fields import Id, When, Written
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup, references
from talkbuilder.talk.talk import Citation, Paragraph, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words

_CLOSEST = 0.04  # of the whole time: points that are closer touch
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_OF_TIME = frozenset(
    f"{unit}{ending}" for unit in ("year", "month", "week", "day", "hour", "minute") for ending in ("", "s")
)


class Point(Written, frozen=True, kw_only=True):
    """A point in time, a span, or, without a date, a time that nobody dates."""

    head: Annotated[
        fields.Text | None, Meta(description="what happened, in a few words; left out: what the fact says")
    ] = None
    text: Annotated[fields.Text | None, Meta(description="a few words more")] = None
    fact: Annotated[Id | None, Meta(description="an id of assets/facts.yaml, which dates the point")] = None
    at: Annotated[When | None, Meta(description="when it was: 1991, 1991-12 or 1991-12-16")] = None
    from_: Annotated[When | None, Meta(description="or when it began")] = None
    to: Annotated[When | None, Meta(description="and when it ended")] = None
    date: Annotated[
        fields.Text | None, Meta(description="how the date is printed where it is not known so well: about 1930")
    ] = None
    form: Annotated[
        Literal["event", "span"] | None,
        Meta(description="how a time without a date is drawn: an event as a point, a span as a bar; left out: dotted"),
    ] = None
    accent: Annotated[bool, Meta(description="true for the one that matters most")] = False


class Timeline(Showing, frozen=True, kw_only=True):
    """A slide of points and spans of time."""

    timeline: Annotated[
        tuple[Point, ...], Meta(description="the points and spans, the earliest first", min_length=3, max_length=7)
    ]
    scale: Annotated[
        Literal["even", "time"],
        Meta(description="time: as far apart as they were; even: in order, and the slide says so"),
    ] = "even"


class Shown(Struct, frozen=True):
    """All points and spans of a slide; `note` is said under them."""

    points: tuple[Moment, ...]
    is_to_scale: bool
    note: Paragraph | None


def resolve(written: Timeline, markup: Markup) -> Resolved | None:
    found = [_point(one, markup) for one in written.timeline]
    points = tuple(one for one, _ in found if one)
    if len(points) < len(found):
        return None
    if reported(_faults(points, written), markup) or len(points) < 3:  # those with faults of their own are left out
        return None
    is_to_scale = written.scale == "time"
    has_note = not (is_to_scale or (written.lead and "not to scale" in written.lead.value.lower()))
    note = plain(markup.words.say("not_to_scale"), written.span) if has_note else None
    slots = {"timeline": tuple(text for one in points for text in one.paragraphs)}
    own = tuple(citation for _, citation in found if citation)
    shown = Shown(points, is_to_scale, note)
    return assemble(
        "timeline", written, markup, slots, own, shows=shown, described=_described(points, is_to_scale, markup.words)
    )


def _point(written: Point, markup: Markup) -> tuple[Moment | None, Citation | None]:
    """A point, and what it rests on; reported where it is none."""
    fact = markup.fact(written.fact) if written.fact else None
    fault = _fault(written, fact) or next(_other_dates(written, fact, markup), None)
    if fault:
        markup.report(fault)
    if fault or (written.fact and not fact):
        return None, None
    at = written.at or (fact.as_of if fact and not written.from_ else None)
    start, end = (written.from_ or at), (written.to or at)
    date = markup.line(written.date) if written.date else _date(start, end, markup.words)
    if written.head:
        head = markup.line(written.head)
    else:
        assert fact is not None
        head = plain(markup.stated(fact), written.span)
    text = markup.line(written.text, under=(written.head,)) if written.text else None
    times = (start.value, end.value) if start and end else ("", "")
    shown = Moment(head, date, text, *times, _form(written, *times), written.accent)
    return shown, markup.cite(fact) if fact else None


def _other_dates(written: Point, fact: Fact | None, markup: Markup) -> Iterator[Diagnostic]:
    """Facts of a point that are for another date than the point is; how long something took is for no date."""
    begin, end = written.at or written.from_, written.at or written.to
    years = {int(year) for year in _YEAR.findall(written.date.value)} if written.date else set()
    named: list[tuple[Id, object]] = [(written.fact, fact)] if written.fact else []
    named += [(id, markup.library.facts.get(id.value)) for text in (written.head, written.text) for id in _ids(text)]
    for id, one in named:
        if not isinstance(one, Fact) or one.as_of is None or (one.unit and one.unit.value in _OF_TIME):
            continue
        as_of = one.as_of.value
        if (begin and end and not _is_within(as_of, begin.value, end.value)) or (
            years and not min(years) <= int(as_of[:4]) <= max(years)
        ):
            message = f"'{one.id}' is for {spell_date(as_of)}, and its point for another date"
            yield Diagnostic("E153", message, id.span, "correct the date, or show the fact at a point of its own")


def _is_within(date: str, begin: str, end: str) -> bool:
    """Whether a date may lie in a time, as far as both are known: 2010 may be 2010-05."""
    known = [min(len(date), len(one)) for one in (begin, end)]
    return begin[: known[0]] <= date[: known[0]] and date[: known[1]] <= end[: known[1]]


def _ids(text: fields.Text | None) -> Iterator[Id]:
    return references(text) if text else iter(())


def _form(written: Point, start: str, end: str) -> Form:
    if start:
        return "point" if start == end else "span"
    return "point" if written.form == "event" else "span" if written.form == "span" else "undated"


def _fault(written: Point, fact: Fact | None) -> Diagnostic | None:
    if not (written.head or written.fact):
        return Diagnostic(
            "E003", "'head' is missing", written.span, "say what happened in a few words, or name a 'fact:'"
        )
    if written.form and (written.at or written.from_ or written.to):
        return Diagnostic("E501", "'form' beside a date", written.span, "a date says itself whether it is a span")
    if written.at and (written.from_ or written.to):
        return Diagnostic(
            "E501", "'at' beside 'from' or 'to'", written.at.span, "a point has 'at', a span 'from' and 'to'"
        )
    if bool(written.from_) != bool(written.to):
        one = written.from_ or written.to
        assert one is not None
        return Diagnostic(
            "E501", "a span with only one end", one.span, "write both 'from' and 'to', or 'at' for a point"
        )
    if written.from_ and written.to and written.from_.value >= written.to.value:
        return Diagnostic(
            "E501", "a span that ends before it begins", written.to.span, "write the earlier date as 'from'"
        )
    return None


def _date(start: When | None, end: When | None, words: Words) -> Paragraph | None:
    if start is None or end is None:
        return None
    if start.value == end.value:
        return plain(words.date(start.value), start.span)
    if len(start.value) == len(end.value) == 4:
        return plain(f"{start.value}–{end.value}", start.span)
    return plain(words.say("to", start=words.date(start.value), end=words.date(end.value)), start.span)


def _faults(points: tuple[Moment, ...], written: Timeline) -> Iterator[Diagnostic]:
    for second in [one for one in points if one.is_accented][1:]:
        hint = "mark the one that the slide is about"
        yield Diagnostic("E011", "a second point is accented", second.head.span, hint)
    dated = [one for one in points if one.start]
    for one, other in pairwise(dated):
        if other.start < one.start:
            yield _fault_at(other, "it is earlier than what stands before it", "put the earliest first")
        elif other.start < one.end and (not other.is_point or written.scale == "even"):
            hint = "end the span before, or write 'scale: time' for a point within it"
            yield _fault_at(other, "it begins before the span ahead of it ends", hint)
    if written.scale == "time":
        yield from _unscaled(points, dated)


def _unscaled(points: tuple[Moment, ...], dated: Sequence[Moment]) -> Iterator[Diagnostic]:
    """Why points cannot be drawn as far apart as they were."""
    hint = "write 'scale: even' to draw them in order"
    for one in (*points[1:-1], *(one for one in (points[0], points[-1]) if not one.is_undated)):
        if not one.start:
            yield _fault_at(one, "nobody can tell how far from the others it is", f"date it, or {hint}")
    whole = years_of(dated[-1].end) - years_of(dated[0].start) if dated else 0
    for one, other in pairwise(dated):
        if one.is_point and other.is_point and years_of(other.start) - years_of(one.end) < _CLOSEST * whole:
            yield _fault_at(other, "it is too close to the point before it to tell them apart", hint)
    if whole <= 0:
        yield _fault_at(points[0], "all of it is of one time", hint)


def _fault_at(point: Moment, message: str, hint: str) -> Diagnostic:
    return Diagnostic("E501", message, point.head.span, hint)


def _described(points: tuple[Moment, ...], is_to_scale: bool, words: Words) -> str:
    undated = words.say("alt_undated")
    told = (
        (f"{one.date.text}: " if one.date else f"{undated}: " if one.is_undated else "")
        + ", ".join(text.text for text in (one.head, one.text) if text)
        for one in points
    )
    return f"{words.say('alt_to_scale' if is_to_scale else 'not_to_scale')}. {'; '.join(told)}"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    shown: Shown = slide.shows
    items = drawn(shown.points, shown.is_to_scale, shown.note, layout)
    group = Group("timeline", layout.grid.box(1, layout.grid.columns, TOP, BOTTOM), tuple(items), slide.described)
    return (kind.page(slide, layout, (group,)),)


KIND = Kind("timeline", "Drawing", resolve, HEADS, Timeline, lay_out, on_drawing)
