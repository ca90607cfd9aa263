"""`icons`: two to four pictograms, or drawings on one line, each with a word or two."""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import Drawing, drawn
from talkbuilder.drawings.icons import find_icon, pictogram
from talkbuilder.drawings.read import find_object
from talkbuilder.kinds.kind import HEADS, Kind, assemble, on_drawing
from talkbuilder.layout.fit import Caption, captions
from talkbuilder.layout.items import Group, Ink, Item, Stroke, disc, line
from talkbuilder.layout.items import Text as Label
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text, Written
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box, Emu

_TOP, _BOTTOM = 25, 76  # rows
_DISCS, _RADIUS, _WORDS = 28, 13, 57  # rows: where discs begin, and the words under them
_LOWEST = 63  # the row at which words under drawings begin, if they have room there in the same size
_ICON = 0.6  # of the disc that an icon stands on
_LINE_PT = 5
_UPRIGHT, _BETWEEN = 0.8, 3  # of the width, from which height they stand in two rows; and the rows between these
_THINGS, _GROUND_PT = 25.5, 3.5  # the row from which drawings stand, on a line as wide as this, a row over the words


class Icon(Written, frozen=True, kw_only=True):
    """A pictogram, and what it stands for."""

    head: Annotated[Text, Meta(description="a word or two under it")]
    icon: Annotated[Id | None, Meta(description="its name on lucide.dev/icons: bus, handshake, phone, …")] = None
    drawing: Annotated[
        Id | None, Meta(description="or one of assets/drawings/; then all are drawings, and stand on one line")
    ] = None
    text: Annotated[Text | None, Meta(description="a few words more")] = None


class Icons(Showing, frozen=True, kw_only=True):
    """A slide of pictograms."""

    icons: Annotated[
        tuple[Icon, ...], Meta(description="the pictograms, from left to right", min_length=2, max_length=4)
    ]


class Shown(Struct, frozen=True):
    """A pictogram as it is to be drawn."""

    drawing: Drawing
    head: Paragraph
    text: Paragraph | None


class ShownIcons(Struct, frozen=True):
    """All pictograms of a slide."""

    icons: tuple[Shown, ...]
    are_drawings: bool = False


class _Band(NamedTuple):
    """A row of pictograms: how high a row of the grid is in it, and where its grid begins."""

    row: float
    begins: Emu

    def y(self, row: float) -> Emu:
        return self.begins + round(row * self.row)


def resolve(written: Icons, markup: Markup) -> Resolved | None:
    are_drawings = all(one.drawing for one in written.icons)
    if mixed := next(
        (one for one in written.icons if bool(one.icon) is are_drawings or (one.icon and one.drawing)), None
    ):
        hint = "write 'icon:' with every one of them, or 'drawing:' with every one"
        markup.report(Diagnostic("E007", "icons and drawings are not alike", mixed.span, hint))
        return None
    found = [(one, _found(one, markup)) for one in written.icons]
    icons = tuple(
        Shown(drawing, markup.line(one.head), markup.line(one.text, under=(one.head,)) if one.text else None)
        for one, drawing in found
        if drawing
    )
    if len(icons) < len(found) or len(icons) < 2:  # those with faults of their own are left out
        return None
    slots = {"icons": tuple(text for one in icons for text in (one.head, one.text) if text)}
    return assemble(
        "icons", written, markup, slots, shows=ShownIcons(icons, are_drawings), described=_described(written, icons)
    )


def _found(one: Icon, markup: Markup) -> Drawing | None:
    if one.drawing:
        return find_object(one.drawing, markup, "an icon")
    return find_icon(one.icon, markup) if one.icon else None


def _described(written: Icons, icons: Sequence[Shown]) -> str:
    """What is said, behind what is seen in a drawing; an icon is only called what it might be looked for by."""
    return "; ".join(
        (f"{shown.drawing.alt}: " if one.drawing else "")
        + ", ".join(text.text for text in (shown.head, shown.text) if text)
        for one, shown in zip(written.icons, icons, strict=True)
    )


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    items = tuple(_drawn(slide.shows, layout))
    group = Group("icons", layout.grid.box(1, layout.grid.columns, _TOP, _BOTTOM), items, slide.described)
    return (kind.page(slide, layout, (group,)),)


def _drawn(shown: ShownIcons, layout: Layout) -> Iterator[Item]:
    icons = shown.icons
    bands = _bands(len(icons), layout)
    boxes, words = _worded(icons, bands, _WORDS, layout)
    if shown.are_drawings:
        lower = (_worded(icons, bands, row, layout) for row in range(_LOWEST, _WORDS, -1))
        boxes, words = next((one for one in lower if _set(one[1]) == _set(words)), (boxes, words))
    each = len(icons) // len(bands)
    for at, band in enumerate(bands):
        yield from _pictures(icons[at * each :][:each], boxes[at * each :][:each], band, shown.are_drawings, layout)
    yield from words


def _bands(count: int, layout: Layout) -> tuple[_Band, ...]:
    """One for all, or two on a template's page where an even number of them has more height than width."""
    room = layout.grid.box(1, layout.grid.columns, _TOP, _BOTTOM)
    if not layout.base or count % 2 or room.height < _UPRIGHT * room.width:
        return (_Band(layout.grid.row, 0),)
    half = (_BOTTOM - _TOP - _BETWEEN) / 2
    share, row = half / (_BOTTOM - _TOP), layout.grid.row
    return tuple(_Band(share * row, round((top - _TOP * share) * row)) for top in (_TOP, _BOTTOM - half))


def _pictures(
    icons: Sequence[Shown], boxes: Sequence[Box], band: _Band, are_drawings: bool, layout: Layout
) -> Iterator[Item]:
    if are_drawings:
        top, foot = band.y(_THINGS), boxes[0].y - round(band.row)
        yield line("ground", (boxes[0].x, foot), (boxes[-1].right, foot), Stroke(Ink("text"), _GROUND_PT))
        yield from (
            drawn(one.drawing, Box(box.x, top, box.width, foot - top), layout.palette)
            for one, box in zip(icons, boxes, strict=True)
        )
        return
    for one, box in zip(icons, boxes, strict=True):
        radius = min(round(_RADIUS * band.row), box.width // 2)
        centre = box.x + box.width // 2, band.y(_DISCS + _RADIUS)
        yield disc(f"ground of {one.drawing.name}", centre, radius, Ink("panel"))
        half = round(radius * _ICON)
        inner = Box(centre[0] - half, centre[1] - half, 2 * half, 2 * half)
        yield pictogram(one.drawing, inner, Stroke(Ink("accent1"), _LINE_PT))


def _worded(
    icons: Sequence[Shown], bands: Sequence[_Band], row: int, layout: Layout
) -> tuple[list[Box], tuple[Label, ...]]:
    """The places of the words from a row of each band on, and the words in them."""
    sizes, each = layout.sizes, len(icons) // len(bands)
    boxes = [
        layout.grid.part(number, each, 0, 0)._replace(y=band.y(row), height=band.y(_BOTTOM) - band.y(row))
        for band in bands
        for number in range(1, each + 1)
    ]
    wanted = [Caption(one.head, one.text, box) for one, box in zip(icons, boxes, strict=True)]
    return boxes, captions(wanted, (sizes.text[0], *sizes.head, *sizes.label[1:]), sizes, layout.fonts)


def _set(words: Sequence[Label]) -> list[tuple[object, ...]]:
    """In which sizes and lines words are set."""
    return [(one.styles, len(one.lines), one.surplus) for one in words]


KIND = Kind("icons", "Drawing", resolve, HEADS, Icons, lay_out, on_drawing)
