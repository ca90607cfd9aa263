"""A page that was drawn for light ground, on a dark layout: what was dark becomes light, and the other way round.

Kinds, maps and drawings name the plain colours of a theme where they mean "as dark as letters" or "as light as paper".
A theme that is dark throughout has such layouts; accents stay what they are, for it has chosen them for its ground.
"""

from msgspec import structs

from talkbuilder.layout.items import (
    Cell,
    Chart,
    Ink,
    Item,
    Series,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
    rebuilt,
)
from talkbuilder.layout.page import Page
from talkbuilder.layout.setting import SetLines

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
