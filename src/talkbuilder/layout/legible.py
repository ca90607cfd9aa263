"""Words and drawings in other inks, where those of a template or a dark layout do not let them be read or seen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from math import inf

from msgspec import structs

from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, contrast_of, mixed, rgb
from talkbuilder.layout.items import (
    Cell,
    Chart,
    Image,
    Ink,
    Item,
    Line,
    Series,
    SetRun,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
    edges_at,
    inside,
    is_between,
    rebuilt,
)
from talkbuilder.layout.page import Page
from talkbuilder.layout.setting import SetLines
from talkbuilder.units import EMU_PER_POINT

LARGE_PT, LARGE_BOLD_PT = 24.0, 18.7  # sizes from which less will do
_NEARLY_OPAQUE = 85  # percent, of what is seen whatever picture lies beneath
# Where in a run its ground is looked at: how far along it, and how far over its line.
_ACROSS, _RAISED_EM, _FROM_TOP_TO_FOOT = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 0.35, (0.8, 0.35, -0.2)
_BLACK, _WHITE = Ink("dark1", luminance_percent=0), Ink("light1", luminance_percent=0, offset_percent=100)
_OTHERS = (*map(Ink, ("dark1", "text", "ground", "light1", "soft")), _BLACK, _WHITE)
_PAPER = ("ground", "light1")  # a colour on some templates: letters of it on what slides draw never count as large
_LINED, _LARGE_SHARE = {"chart", "counts", "icons", "map", "people", "steps", "timeline"}, 1.2
_ACCENTS, _DEEPER = (Ink("accent1"), Ink("accent3")), (90, 80, 70)  # percent of their light
_INKS = ("ink", "bullet_ink", "strong_ink", "link_ink")


def legible(page: Page) -> Page:
    """A page on which each word that lies on a drawing can be read there, as far as any ink of its layout allows."""
    reader = _Reader(page)
    return structs.replace(page, items=tuple(rebuilt(item, reader.item) for item in page.items))


def heavier(page: Page) -> Page:
    """A page of a large slide of a template, whose lines are as heavy as its letters are large. Drawings grow by
    themselves."""
    share = page.layout.share
    if page.kind not in _LINED or share < _LARGE_SHARE:
        return page

    def change(item: Item) -> Item:
        match item:
            case Shape(stroke=Stroke() as stroke):
                return structs.replace(item, stroke=structs.replace(stroke, width_pt=share * stroke.width_pt))
            case Chart():
                series = (structs.replace(one, width_pt=share * one.width_pt) for one in item.series)
                return structs.replace(item, series=tuple(series))
            case _:
                return item

    return structs.replace(page, items=tuple(rebuilt(item, change) for item in page.items))


def on_fewest_grounds(texts: Iterable[Text], page: Page) -> Text | None:
    """Of texts that may stand on a page, the first whose letters lie on the fewest colours, from end to end."""
    reader = _Reader(page)
    for item in inside(page.items):
        if isinstance(item, Shape | Image):
            reader.item(item)
    best, fewest = None, inf
    for text in texts:
        runs = [run for line in text.lines for run in line.runs]
        found: set[str] = set()
        for run, em in product(runs, _FROM_TOP_TO_FOOT):
            found.update(reader.grounds(run, em))
            if len(found) >= fewest:
                break
        else:
            best, fewest = text, len(found)
        if fewest <= 1:
            break
    return best


def enough_at(size_pt: float, bold: bool = False, small: float = ENOUGH) -> float:
    """The contrast that texts of a size need, and `small` ones."""
    return ENOUGH_LARGE if size_pt >= (LARGE_BOLD_PT if bold else LARGE_PT) else small


class _Reader:
    """Goes over a page from back to front."""

    def __init__(self, page: Page) -> None:
        self._palette, self._background = page.layout.palette, page.background
        self._drawn, self._of_layout = [*page.layout.drawn], len(page.layout.drawn)
        self._is_foreign = bool(page.layout.part or page.layout.base)

    def item(self, item: Item) -> Item:
        match item:
            case Shape() | Image():
                self._drawn.append(item)
                return item
            case Text() if self._is_foreign or not item.placeholder:
                return self._text(item)
            case Table():
                return structs.replace(item, rows=tuple(tuple(map(self._cell, row)) for row in item.rows))
            case _:
                return item

    def _cell(self, cell: Cell) -> Cell:
        """A cell whose text can be read on its own ground."""
        return structs.replace(cell, text=self._text(cell.text, rgb(cell.fill, self._palette))) if cell.fill else cell

    def _text(self, text: Text, on: str = "") -> Text:
        runs = [run for line in text.lines for run in line.runs]
        grounds = Counter([on] if on else (ground for run in runs for ground in self.grounds(run)))
        enough = max((enough_at(run.size_pt, bool(text.placeholder) and run.face.bold) for run in runs), default=ENOUGH)

        def least(ink: Ink) -> float:
            return min((contrast_of(rgb(ink, self._palette), one) for one in grounds), default=enough)

        is_drawn_on = self._is_foreign and any(one.box.meets(text.box) for one in self._drawn[self._of_layout :])
        enough = ENOUGH if is_drawn_on and any(run.ink.name in _PAPER for run in runs) else enough
        used = {run.ink for run in runs if least(run.ink) < enough}
        if not used:
            return text

        def read_on(ink: Ink) -> int:
            """At how many points, where letters lie half on something else."""
            return sum(count for one, count in grounds.items() if contrast_of(rgb(ink, self._palette), one) >= enough)

        own = [one for one in used if self._is_foreign and one in _ACCENTS]
        deeper = [structs.replace(one, luminance_percent=share) for one in own for share in _DEEPER if len(used) == 1]
        better = next((one for one in (*deeper, *_OTHERS) if least(one) >= enough), None)
        better = better or max(_OTHERS, key=lambda one: (read_on(one), least(one)))
        styles = tuple(_styled(style, used, better) for style in text.styles)
        if isinstance(text.lines, SetLines):
            return structs.replace(text, styles=styles, lines=text.lines.restyled(styles))
        return structs.replace(text, styles=styles, lines=tuple(_inked(line, used, better) for line in text.lines))

    def grounds(self, run: SetRun, raised_em: float = _RAISED_EM) -> Iterator[str]:
        """The colours beneath some letters; none where a picture lies there."""
        y = (run.baseline_pt - raised_em * run.size_pt) * EMU_PER_POINT
        on_line = [one for one in reversed(self._drawn) if one.box.y <= y <= one.box.bottom]
        edges: dict[int, list[float]] = {}
        for share in _ACROSS:
            if seen := self._seen(on_line, (run.x_pt + share * run.width_pt) * EMU_PER_POINT, y, edges):
                yield seen

    def _seen(self, on_line: list[Shape | Image], x: float, y: float, edges: dict[int, list[float]]) -> str | None:
        """The colour at a point of a line on which things lie, the foremost first; None on a picture.

        `edges` are those that were met on the line before, by the number of what has them.
        """
        veils = []
        for at, one in enumerate(on_line):
            if not one.box.x <= x <= one.box.right:
                continue
            if isinstance(one, Image):
                return None
            if one.fill is None:
                continue
            if at not in edges:
                edges[at] = edges_at(one, y)
            if is_between(edges[at], x):
                veils.append(one.fill)
                if one.fill.opacity_percent >= _NEARLY_OPAQUE:
                    break
        else:
            veils.append(self._background)
        seen = rgb(veils.pop(), self._palette)
        for veil in reversed(veils):
            seen = mixed(rgb(veil, self._palette), seen, veil.opacity_percent)
        return seen


def _styled(style: Style, used: set[Ink], better: Ink) -> Style:
    return structs.replace(style, **{name: better for name in _INKS if getattr(style, name) in used})


def _inked(line: Line, used: set[Ink], better: Ink) -> Line:
    runs = tuple(structs.replace(run, ink=better) if run.ink in used else run for run in line.runs)
    return structs.replace(line, runs=runs)


_VEIL = 50  # a lighter one of an accent looks dirty over dark ground, where a shade of it does not
_ROLES = {"dark1": "text", "light1": "ground", "dark2": "soft", "light2": "panel"}


def turned(page: Page) -> Page:
    """The page with its inks turned, where its layout asks for that."""
    if not page.layout.is_turned:
        return page
    return structs.replace(
        page, background=_ink(page.background), items=tuple(rebuilt(item, _item) for item in page.items)
    )


def _item(item: Item) -> Item:
    match item:
        case Text():
            return _text(item)
        case Shape(fill=fill, stroke=stroke):
            return structs.replace(item, fill=fill and _ink(fill), stroke=stroke and _stroke(stroke))
        case Table():
            return structs.replace(item, rows=tuple(tuple(map(_cell, row)) for row in item.rows))
        case Chart():
            series, axis = tuple(map(_series, item.series)), item.axis and _stroke(item.axis)
            return structs.replace(item, style=_style(item.style), series=series, axis=axis)
    return item


def _text(text: Text) -> Text:
    styles = tuple(map(_style, text.styles))
    assert isinstance(text.lines, SetLines)
    return structs.replace(text, styles=styles, lines=text.lines.restyled(styles))


def _cell(cell: Cell) -> Cell:
    return structs.replace(cell, text=_text(cell.text), fill=cell.fill and _ink(cell.fill))


def _series(series: Series) -> Series:
    inks = {at: _ink(ink) for at, ink in series.inks.items()}
    outlines = {at: _stroke(stroke) for at, stroke in series.outlines.items()}
    return structs.replace(series, ink=_ink(series.ink), inks=inks, outlines=outlines)


def _style(style: Style) -> Style:
    strong = style.strong_ink and _ink(style.strong_ink)
    return structs.replace(style, ink=_ink(style.ink), bullet_ink=_ink(style.bullet_ink), strong_ink=strong)


def _stroke(stroke: Stroke) -> Stroke:
    return structs.replace(stroke, ink=_ink(stroke.ink))


def _ink(ink: Ink) -> Ink:
    if ink.name.startswith("accent") and _VEIL <= ink.opacity_percent < 100:
        return Ink(ink.name, ink.opacity_percent)
    return structs.replace(ink, name=_ROLES.get(ink.name, ink.name))
