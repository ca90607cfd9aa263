"""The ten layouts, one a slide kind: their placeholders, where these stand and how their text looks."""

from collections.abc import Callable
from typing import NamedTuple

from talkbuilder.themes import motif
from talkbuilder.themes.shapes import TITLES, Drawn, Ink, Placeholder, Style
from talkbuilder.themes.table import Box, Grid, Sizes, Table

INK, SOFT = Ink("tx1"), Ink("tx2")  # on dark layouts the same names mean paper and sand
TEAL, GOLD, RED = Ink("accent1"), Ink("accent2"), Ink("accent3")


class Layout(NamedTuple):
    """A layout; `kind` is its ST_SlideLayoutType, where one fits."""

    name: str
    kind: str
    dark: bool
    decoration: tuple[Drawn, ...]
    placeholders: tuple[Placeholder, ...]


def layouts(table: Table) -> tuple[Layout, ...]:
    return tuple(make(table.grid, table.sizes) for make in _LAYOUTS)


def body_styles(sizes: Sizes) -> tuple[Style, ...]:
    """Five levels of bullets, alike from the third on."""
    deeper = tuple(
        Style(sizes.third_level, SOFT, before_pt=4, bullet="–", margin_pt=margin_pt, hang_pt=20)
        for margin_pt in (73, 93, 113)
    )
    return (
        Style(sizes.text, INK, before_pt=22, bullet="•", margin_pt=27, hang_pt=27),
        Style(sizes.second_level, SOFT, before_pt=5, bullet="–", margin_pt=51, hang_pt=24),
        *deeper,
    )


def title(grid: Grid, sizes: Sizes) -> Placeholder:
    """Anchored at the top, so that the first line stands at one height whether a second follows or not."""
    style = Style(sizes.title, INK, TITLES, line_percent=92)
    return _title(grid.box(1, 12, 7, 23), style, "What this slide says")


def text(grid: Grid, sizes: Sizes) -> Placeholder:
    prompt = "What matters\nAnd what goes with it\nThird level\nFourth level\nFifth level"
    return Placeholder("Text", "body", 1, grid.box(1, 12, 25, 76), body_styles(sizes), prompt, fits=True)


def slide_number(grid: Grid, sizes: Sizes, idx: int = 13) -> Placeholder:
    style = Style(sizes.small, SOFT, align="r")
    return Placeholder("Slide Number", "sldNum", idx, grid.box(12, 12, *grid.foot), (style,), "")


def _source(grid: Grid, sizes: Sizes) -> Placeholder:
    return _body("Source", 12, grid.box(1, 11, *grid.foot), Style(sizes.small, SOFT), "Source: who says so, when")


def _foot(grid: Grid, sizes: Sizes) -> tuple[Placeholder, ...]:
    return _source(grid, sizes), slide_number(grid, sizes)


def _title(box: Box, style: Style, prompt: str, anchor: str = "t") -> Placeholder:
    return Placeholder("Title", "title", 0, box, (style,), prompt, anchor)


def _kicker(grid: Grid, sizes: Sizes, bottom_row: float, prompt: str) -> Placeholder:
    box = grid.box(1, 12, bottom_row - 5, bottom_row)
    return _body("Kicker", 11, box, Style(sizes.caption, GOLD), prompt, "b")


def _body(
    name: str, idx: int, box: Box, style: Style, prompt: str, anchor: str = "t", fits: bool = False
) -> Placeholder:
    return Placeholder(name, "body", idx, box, (style,), prompt, anchor, fits)


def _cover(grid: Grid, sizes: Sizes) -> Layout:
    head = Style(sizes.cover, SOFT, TITLES, line_percent=92)
    about = Style(sizes.second_level, SOFT)
    return Layout(
        "Cover",
        "title",
        True,
        (*motif.horizon(grid, sun_rows=12), motif.rule(grid, 1, 58)),
        (
            Placeholder("Title", "ctrTitle", 0, grid.box(1, 11, 7, 42), (head,), "The title of the talk", "b"),
            Placeholder("Subtitle", "subTitle", 1, grid.box(1, 10, 45, 56), (about,), "What it is about"),
            _body("Speaker", 11, grid.box(1, 7, 60, 73), Style(sizes.caption, SOFT), "Who speaks, where, when"),
        ),
    )


def _section(grid: Grid, sizes: Sizes) -> Layout:
    return Layout(
        "Section",
        "secHead",
        True,
        motif.horizon(grid, sun_rows=7),
        (
            _title(grid.box(1, 10, 32, 63), Style(sizes.section, SOFT, TITLES), "What this part is about"),
            _kicker(grid, sizes, 29, "Part 1"),
            slide_number(grid, sizes),
        ),
    )


def _bullets(grid: Grid, sizes: Sizes) -> Layout:
    placeholders = (title(grid, sizes), text(grid, sizes), *_foot(grid, sizes))
    return Layout("Bullets", "obj", False, (), placeholders)


def _statement(grid: Grid, sizes: Sizes) -> Layout:
    return Layout(
        "Statement",
        "",
        True,
        motif.horizon(grid),
        (
            _title(grid.box(1, 12, 26, 67), Style(sizes.statement, SOFT, TITLES), "The sentence to remember"),
            _kicker(grid, sizes, 23, "Why it matters"),
            *_foot(grid, sizes),
        ),
    )


def _quote(grid: Grid, sizes: Sizes) -> Layout:
    hung = grid.box(1, 1, 26.5, 32)
    mark = Box(hung.x, hung.y, hung.cx * 9 // 10, hung.cx * 58 // 100)
    words = Style(sizes.quote, INK, TITLES, line_percent=100, before_pt=12)
    return Layout(
        "Quote",
        "",
        False,
        (motif.quotation_mark(mark), motif.rule(grid, 2, 65.5)),
        (
            title(grid, sizes),
            _body("Quote", 1, grid.box(2, 12, 25, 64), words, "What was said, word for word", fits=True),
            _body("Credit", 11, grid.box(2, 12, 67, 77.5), Style(sizes.caption, SOFT), "Who said it, where, when"),
            *_foot(grid, sizes),
        ),
    )


def _number(grid: Grid, sizes: Sizes) -> Layout:
    at = grid.box(1, 12, 24, 58)
    bearing_emu = grid.row_emu  # the white that a figure of this size carries on its left
    figure = Style(sizes.number, RED, TITLES, line_percent=90)
    return Layout(
        "Number",
        "",
        False,
        (),
        (
            title(grid, sizes),
            _body("Number", 1, Box(at.x - bearing_emu, at.y, at.cx + bearing_emu, at.cy), figure, "88", "b"),
            _body("Caption", 11, grid.box(1, 10, 60, 73), Style(sizes.text, INK), "What it counts, where, when"),
            *_foot(grid, sizes),
        ),
    )


def _ask(grid: Grid, sizes: Sizes) -> Layout:
    way = Style(sizes.contact, TEAL, line_percent=88, bold=True)
    return Layout(
        "Ask",
        "",
        False,
        (motif.band(grid, 45, 76),),
        (
            title(grid, sizes),
            _body("Text", 1, grid.box(1, 12, 25, 44), Style(sizes.text, INK), "What to do", fits=True),
            _body("Contact", 11, grid.box(1, 12, 45, 76), way, "The number to call", "ctr"),
            *_foot(grid, sizes),
        ),
    )


def _photo(grid: Grid, sizes: Sizes) -> Layout:
    beside = grid.box(8, 12, 25, 76)
    gap_emu = 2 * grid.row_emu  # over and above the gutter
    caption = Style(sizes.caption, SOFT)
    return Layout(
        "Photo",
        "picTx",
        False,
        (),
        (
            title(grid, sizes),
            Placeholder("Picture", "pic", 14, grid.box(1, 7, 25, 76), (caption,), "Picture", fill=Ink("bg2")),
            _body(
                "Caption",
                11,
                Box(beside.x + gap_emu, beside.y, beside.cx - gap_emu, beside.cy),
                caption,
                "What it shows",
                "b",
            ),
            *_foot(grid, sizes),
        ),
    )


def _sources(grid: Grid, sizes: Sizes) -> Layout:
    entry = Style(sizes.sources, INK, before_pt=9, margin_pt=24, hang_pt=24)
    return Layout(
        "Sources",
        "tx",
        False,
        (),
        (
            title(grid, sizes),
            _body("Sources", 1, grid.box(1, 12, 25, 77), entry, "Who says so: what, where, when", fits=True),
            slide_number(grid, sizes),
        ),
    )


def _closing(grid: Grid, sizes: Sizes) -> Layout:
    way = Style(sizes.closing_contact, GOLD)
    return Layout(
        "Closing",
        "",
        True,
        (*motif.horizon(grid, sun_rows=9, sun_column=10), motif.rule(grid, 1, 28)),
        (
            _title(grid.box(1, 12, 5, 26), Style(sizes.statement, SOFT, TITLES), "Thank you", "b"),
            _body("Text", 1, grid.box(1, 8, 31, 50), Style(sizes.text, SOFT), "What to take home"),
            _body("Contact", 11, grid.box(1, 8, 52, 71), way, "How to reach the speaker"),
            slide_number(grid, sizes),
        ),
    )


_LAYOUTS: tuple[Callable[[Grid, Sizes], Layout], ...] = (
    _cover,
    _section,
    _bullets,
    _statement,
    _quote,
    _number,
    _ask,
    _photo,
    _sources,
    _closing,
)
