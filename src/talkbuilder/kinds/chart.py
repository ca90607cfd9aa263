"""`chart`: numbers of the library drawn to scale, as columns, bars, a line, slopes or parts of a whole."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from msgspec import NODEFAULT, Meta, Struct, structs

from talkbuilder.diagnostics import Diagnostic, Span, near
from talkbuilder.evidence.library.amounts import (
    Amount,
    Given,
    Together,
    common_scale,
    faults,
    heading,
    of_whole,
    strangers,
)
from talkbuilder.kinds.kind import HEADS, Kind, assemble, citations_of, drawable, on_drawing, reported
from talkbuilder.layout.bar_charts import Columns, Share, bars, columns, share
from talkbuilder.layout.data_points import SLATE, Point
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import Item, Style
from talkbuilder.layout.line_charts import Lines, Row, line, slope
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Broken, Field, Id, Text, Written
from talkbuilder.source.nodes import Mapping, Node, Scalar, Sequence, capital, kind_of
from talkbuilder.source.outline import Showing
from talkbuilder.source.reader import Reader
from talkbuilder.talk.markup import Markup, unmarked
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.talk import plain
from talkbuilder.talk.words import Words
from talkbuilder.units import Box

Form = Literal["columns", "bars", "line", "slope", "share"]

# How many facts, and how many named rows of them, a form can show well.
_MOST: dict[Form, tuple[int, int]] = {
    "columns": (8, 8),
    "bars": (8, 8),
    "line": (24, 3),
    "slope": (10, 5),
    "share": (4, 4),
}
_SHORT_TITLE = 36  # letters
_FORMS = "columns, bars, a line over three dates or more, slopes between two dates, or a share: the parts of a whole"
_ID = Field("facts", "facts", Id, "", NODEFAULT)
_IDS: dict[str, Any] = {"type": "array", "items": dict(Id.schema), "minItems": 1}


class Facts(Written, frozen=True, kw_only=True):
    """The facts of a chart: a list of one measure, or under names of the author's own."""

    rows: tuple[tuple[Text | None, tuple[Id, ...]], ...]

    schema: ClassVar[dict[str, Any]] = {
        "anyOf": [_IDS, {"type": "object", "additionalProperties": {"anyOf": [dict(Id.schema), _IDS]}}]
    }

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Facts | Broken":
        """`[fact, fact]`, or `{a name: fact, another: [fact, fact]}`."""
        found: list[tuple[Text | Broken | None, tuple[Id, ...] | None]]
        match node:
            case Sequence(items) if items:
                found = [(None, cls._ids(reader, node))]
            case Mapping(entries) if entries:
                found = [(reader.text(key, "a name"), cls._ids(reader, value)) for key, value in entries]
            case _:
                hint = "write [fact-id, fact-id], or {a name: fact-id, another name: fact-id}"
                given = kind_of(node) if isinstance(node, Scalar) else "nothing"
                return reader.fault("E004", f"'facts' must name facts, found {given}", node.span, hint)
        sound = [(name, ids) for name, ids in found if not isinstance(name, Broken) and ids is not None]
        return cls(span=node.span, rows=tuple(sound)) if len(sound) == len(found) else Broken(node.span)

    @staticmethod
    def _ids(reader: Reader, node: Node) -> tuple[Id, ...] | None:
        items = node.items if isinstance(node, Sequence) else (node,)
        read = [reader.value(one, _ID) for one in items]
        return tuple(one for one in read if isinstance(one, Id)) if all(isinstance(one, Id) for one in read) else None


class Chart(Showing, frozen=True, kw_only=True):
    """A slide of one chart."""

    chart: Annotated[Form, Meta(description=_FORMS)]
    facts: Annotated[
        Facts,
        Meta(description="ids of assets/facts.yaml, all of one measure; of several, each under a name of your own"),
    ]
    of: Annotated[Id | None, Meta(description="the fact of the whole of which a `share` shows the parts")] = None
    accent: Annotated[Id | None, Meta(description="the fact that matters, by default the last one")] = None
    unit: Annotated[
        Text | None, Meta(description="what all facts count in common, where they count different things")
    ] = None
    differences: Annotated[
        bool, Meta(description="true where `slope` says under its lines how much more or less there is of each")
    ] = False


class Shown(Struct, frozen=True):
    """What is drawn, and what stands over it where nothing on the slide says so."""

    drawn: Columns | Lines | Share
    form: Form
    caption: str  # "" where it stands in the place of a lead


def resolve(written: Chart, markup: Markup) -> Resolved | None:
    names = [markup.line(name) for name, _ in written.facts.rows if name]
    cited = []
    given: list[Given] = []
    broken = _is_too_much(written, markup)
    for number, (_, ids) in enumerate(written.facts.rows):
        for id in ids:
            fact = markup.fact(id)
            number_of = _to_scale(id, markup)
            broken = broken or number_of is None
            if fact and number_of:
                given.append(Given(number, names[number].text if names else "", number_of, id.span))
                cited.append(markup.cite(fact))
    unit = markup.line(written.unit) if written.unit else None
    whole = _to_scale(written.of, markup) if written.of else None
    if broken or (written.of and not whole):
        return None
    of, all_of = written.of.span if written.of else None, markup.fact(written.of) if written.of else None
    them = Together(written.chart, tuple(given), written.facts.span, whole, of, written.unit is not None)
    parts = [(markup.library.facts.get(one.amount.id), one.span) for one in given]
    if reported((*_stray(written, given), *(list(faults(them)) or strangers(parts, all_of, "`columns`"))), markup):
        return None
    cited += [markup.cite(all_of)] if all_of else []
    lead, title = unmarked(written.lead, markup.library), unmarked(written.title, markup.library)
    called = unit.text if unit else ""
    caption = "" if whole else heading(tuple(given), called, lead, title)
    is_lead = bool(caption) and not written.lead and _is_short(written)
    drawn = _drawn(written, given, whole, called, f"{caption} {lead} {title}", markup.words)
    own = (*cited, *citations_of((*names, *((unit,) if unit else ()))))
    slots = {"lead": (plain(caption, written.facts.span),)} if is_lead else {}
    shows = Shown(drawn, written.chart, "" if is_lead else caption)
    return assemble("chart", written, markup, slots, own, shows=shows, described=drawn.alt)


def _is_short(written: Chart) -> bool:
    """Whether a title takes one line on every screen, so that a line may follow it."""
    return written.title is None or len(written.title.value) <= _SHORT_TITLE


def _to_scale(id: Id, markup: Markup) -> Amount | None:
    return drawable(id, markup, "cannot be drawn to scale", "give the fact a value, or show it in another way")


def _stray(written: Chart, given: list[Given]) -> Iterator[Diagnostic]:
    """An accent that is on nothing, and differences of what has no slope."""
    if written.differences and written.chart != "slope":
        hint = "write 'chart: slope', or leave 'differences' out"
        yield Diagnostic("E007", f"'differences' beside 'chart: {written.chart}'", written.facts.span, hint)
    if written.accent and written.accent.value not in [one.amount.id for one in given]:
        known = [one.amount.id for one in given]
        message = f"'{written.accent.value}' is none of the facts of this chart"
        yield Diagnostic("E005", message, written.accent.span, near(written.accent.value, known))


def _is_too_much(written: Chart, markup: Markup) -> bool:
    """Whether there are more facts than can be told apart (reported), or too few to compare."""
    facts, rows = _MOST[written.chart]
    count = sum(len(ids) for _, ids in written.facts.rows)
    least = 1 if written.chart == "share" else 2
    if least <= count <= facts and len(written.facts.rows) <= rows:
        return False
    message = f"'facts' has {count} fact{'s' * (count != 1)}, under {len(written.facts.rows)} names"
    message = message if written.facts.rows[0][0] else message.partition(",")[0]
    hint = f"`{written.chart}` takes {least} to {facts} facts" + (
        f", under {rows} names at most" if rows < facts else ""
    )
    markup.report(Diagnostic("E011", message, written.facts.span, hint))
    return True


def _drawn(
    written: Chart, given: list[Given], whole: Amount | None, unit: str, heads: str, words: Words
) -> Columns | Lines | Share:
    """`unit` is what the author says that all of them count, `heads` what stands over the chart."""
    scale = common_scale([one.amount for one in given] + ([whole] if whole else []))
    accent = written.accent.value if written.accent else given[-1].amount.id
    alt = _described(given, whole, scale, words)
    if whole and written.of:
        behind = of_whole(whole, unit, words.say("in_date", date=whole.date))
        return _share(given, whole, written.of.span, behind, words, scale, accent, alt)
    dates = sorted({one.amount.as_of: one.amount.date for one in given}.items())
    is_single = len(given) == len(written.facts.rows)
    points = {one.amount.id: _point(one, scale, accent, _category(one, is_single, heads)) for one in given}
    if written.chart in ("columns", "bars"):
        return _columns(given, unit, points, alt)
    rows = []
    for number, _ in enumerate(written.facts.rows):
        own = {one.amount.as_of: points[one.amount.id] for one in given if one.row == number}
        name = next(one.name for one in given if one.row == number)
        rows.append(Row(name, tuple(own.get(as_of) for as_of, _ in dates)))
    zero = structs.replace(given[0].amount, value=0.0).figure(scale)
    told = _differences(given, scale, accent, words) if written.differences else ()
    return Lines(tuple(rows), tuple(date for _, date in dates), alt, zero, told)


def _differences(given: list[Given], scale: float, accent: str, words: Words) -> tuple[tuple[Point, str], ...]:
    """How much more or less there is of each, reckoned here; what is accented comes first, nothing rough is told."""
    found = []
    for number in sorted({one.row for one in given}):
        first, *_, last = sorted((one for one in given if one.row == number), key=lambda one: one.amount.as_of)
        change = last.amount.value - first.amount.value
        if not change or {first.amount.certainty, last.amount.certainty} != {"exact"}:
            continue
        row = "change_more" if change > 0 else "change_fewer" if last.amount.counts else "change_less"
        figure = words.say(row, n=structs.replace(last.amount, value=abs(change)).figure(scale))
        is_accented = accent in (first.amount.id, last.amount.id)
        point = Point(f"{last.amount.id} change", change, "", figure, "exact", "", last.span, is_accented)
        found.append((point, last.name))
    return tuple(sorted(found, key=lambda one: not one[0].is_accented))


def _category(one: Given, is_single: bool, heads: str) -> str:
    """What stands at the axis; a date that `heads` say need not be said again at a name."""
    date = one.amount.date
    if not (one.name and is_single):
        return date
    return one.name if date in heads else f"{one.name}, {date}"


def _point(one: Given, scale: float, accent: str, category: str) -> Point:
    found, is_accented = one.amount, one.amount.id == accent
    value, figure = found.value / scale, found.figure(scale)
    return Point(found.id, value, found.hedge, figure, found.certainty, category, one.span, is_accented)


def _columns(given: list[Given], unit: str, points: dict[str, Point], alt: str) -> Columns:
    """Named facts side by side; or by date, those of one name together."""
    is_single = len(given) == len({one.row for one in given})
    is_named = is_single and bool(given[0].name)
    if is_named or not given[0].name:
        order = given if is_named else sorted(given, key=lambda one: one.amount.as_of)
        name = unit or given[0].amount.unit or given[0].amount.measure
        return Columns(name, tuple(points[one.amount.id] for one in order), (), is_named, alt)
    shown: list[Point | None] = []
    groups = []
    for number in sorted({one.row for one in given}):
        own = sorted((one for one in given if one.row == number), key=lambda one: one.amount.as_of)
        shown += [None] if shown else []
        groups.append((len(shown), len(shown) + len(own) - 1, own[0].name))
        shown += [points[one.amount.id] for one in own]
    return Columns(unit or "values", tuple(shown), tuple(groups), False, alt)


def _share(
    given: list[Given], whole: Amount, span: Span, behind: str, words: Words, scale: float, accent: str, alt: str
) -> Share:
    parts = tuple(_point(one, scale, accent, one.name or one.amount.measure) for one in given)
    left = whole.value - sum(one.amount.value for one in given)
    is_exact = all(one.certainty == "exact" for one in (whole, *(other.amount for other in given)))
    number = Amount("rest", left, whole.unit, "", "exact", "", "", "", "").figure(scale)
    others = words.say("others")
    alt = f"{alt}; {number} {others}" if left and is_exact else alt
    rest = Point("rest", left / scale, "", number if is_exact else others, "exact", others if is_exact else "", span)
    return Share(_point(Given(0, "", whole, span), scale, "", ""), behind, parts, rest if left else None, alt)


def _described(given: list[Given], whole: Amount | None, scale: float, words: Words) -> str:
    """The whole chart in a sentence: what is counted, how many, when."""
    if whole:
        parts = ", ".join(f"{one.amount.told(scale)} {one.name or one.amount.measure}" for one in given)
        return words.say("alt_whole", whole=whole.counted(scale), when=words.when(whole.date), parts=parts)
    rows: dict[str, list[Amount]] = {}
    for one in sorted(given, key=lambda one: one.row):
        rows.setdefault(one.name or one.amount.measure, []).append(one.amount)
    said = []
    for name, own in rows.items():
        values = (f"{one.counted(scale, name)}{words.when(one.date)}" for one in sorted(own, key=lambda one: one.as_of))
        said.append(f"{name}: {', '.join(values)}")
    return capital("; ".join(said))


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    shown: Shown = slide.shows
    grid = layout.grid
    area = grid.box(1, grid.columns, 25, 76)
    drawn: list[Item] = []
    if shown.caption:
        row = grid.box(1, grid.columns, 24, 29.5)
        style = Style(layout.sizes.lead[0], SLATE)
        drawn.append(
            label("caption", (plain(shown.caption, slide.title.span),), row, style, layout.sizes.label, layout.fonts)
        )
        area = Box(area.x, row.bottom + grid.row, area.width, area.bottom - row.bottom - grid.row)
    match shown.drawn:
        case Columns():
            drawn += (bars if shown.form == "bars" else columns)(shown.drawn, area, layout)
        case Lines():
            drawn += (slope if shown.form == "slope" else line)(shown.drawn, area, layout)
        case Share():
            drawn += share(shown.drawn, area, layout)
        case _:
            raise AssertionError("unreachable")
    return (kind.page(slide, layout, tuple(drawn)),)


KIND = Kind("chart", "Drawing", resolve, HEADS, Chart, lay_out, on_drawing)
