"""Pages of ours on a template: laid out from the corner of their own page and as large as ours, moved to the slide."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.layout.items import Chart, Image, Ink, Item, Link, SetRun, Table, Text, rebuilt
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT, Box, Emu

# Lengths in what is drawn, by their names: in points, and in whole numbers, most of them EMU.
_POINTS = ("size_pt", "sizes_pt", "spacing_pt", "before_pt", "width_pt", "x_pt", "baseline_pt")
_EMU = ("x", "y", "x1", "y1", "x2", "y2", "left", "hang", "insets", "widths", "heights", "mark_pt")
_OF_GRIDS = ("width", "height", "margin", "gutter", "row", "rule", "rise")


def at_home(layout: Layout) -> Layout:
    """A layout whose places are told from the corner of its grid's page, which is no larger than one of ours: so all
    that is drawn on it, lines and marks as well, is as large beside its words as there."""
    back, share = _Way(-layout.corner[0], -layout.corner[1]), 1 / layout.larger
    places = {name: structs.replace(one, box=back.box(one.box)) for name, one in layout.placeholders.items()}
    free = tuple(map(back.box, layout.free))
    if share == 1:
        return structs.replace(layout, placeholders=places, free=free)
    return structs.replace(
        layout,
        placeholders={name: scaled(one, share) for name, one in places.items()},
        free=scaled(free, share),
        grid=_replaced(layout.grid, (), _OF_GRIDS, share),
        sizes=_replaced(layout.sizes, layout.sizes.__struct_fields__, (), share),
        share=share * layout.share,
    )


def moved_page(page: Page, layout: Layout, made: Layout) -> Page:
    """A page that was laid out on what a layout was `made`, `at_home`, where it stands on its slide."""
    if layout.larger == 1:
        return structs.replace(page, layout=layout, items=moved(page.items, made.corner))
    home = at_home(made)
    items = moved(scaled(page.items, layout.larger), made.corner)
    kept = (_in_place(new, old, home, made) for new, old in zip(items, page.items, strict=True))
    return structs.replace(page, layout=layout, items=tuple(kept))


def _in_place(item: Item, was: Item, home: Layout, made: Layout) -> Item:
    """What fills a place from where to where that is, to a hair."""
    if not (isinstance(item, Text | Image) and isinstance(was, Text | Image)) or not item.placeholder:
        return item
    own, place = home.placeholders[item.placeholder].box, made.placeholders[item.placeholder].box
    sides = zip(item.box, was.box, own, place, strict=True)
    return structs.replace(item, box=Box(*(kept if old == same else new for new, old, same, kept in sides)))


def scaled(value: Any, share: float) -> Any:
    """Whatever is drawn, in another size."""
    match value:
        case Box():
            return Box(*(round(share * side) for side in value))
        case Ink() | Span() | bytes() | str():
            return value
        case Sequence():  # such as lines, which are set when somebody asks for them
            return tuple(scaled(one, share) for one in value)
        case Mapping():
            return {name: scaled(one, share) for name, one in value.items()}
        case Struct():
            return _replaced(value, _POINTS, _EMU, share)
    return value


def _replaced(value: Any, points: Iterable[str], emu: Iterable[str], share: float) -> Any:
    """A value whose lengths are in another size, and those of all that it holds."""

    def length(one: Any, is_whole: bool) -> Any:
        if isinstance(one, tuple):
            return tuple(length(each, is_whole) for each in one)
        # Back to the size that it had, and no hair more.
        return round(share * one) if is_whole else round(share * one, 3) if share > 1 else share * one

    changed = {}
    for name in value.__struct_fields__:
        known = getattr(value, name)
        is_length = name in points or name in emu
        made = length(known, name in emu) if is_length else scaled(known, share)
        if made is not known:
            changed[name] = made
    return structs.replace(value, **changed) if changed else value


def moved(items: Iterable[Item], corner: tuple[Emu, Emu]) -> tuple[Item, ...]:
    """What was laid out on a page of its own, from where this begins."""
    way = _Way(*corner)
    return tuple(rebuilt(one, way.item) for one in items)


class _Way(Struct, frozen=True):
    """From a page of its own to a slide."""

    x: Emu
    y: Emu

    def item(self, item: Item) -> Item:
        match item:
            case Text():
                return self.text(item)
            case Chart():
                return structs.replace(item, box=self.box(item.box), plot=self.box(item.plot))
            case Table():
                rows = tuple(
                    tuple(structs.replace(cell, text=self.text(cell.text)) for cell in row) for row in item.rows
                )
                return structs.replace(item, box=self.box(item.box), rows=rows)
            case Link():
                return item
        return structs.replace(item, box=self.box(item.box))

    def text(self, text: Text) -> Text:
        lines = tuple(
            structs.replace(
                line,
                runs=tuple(map(self.run, line.runs)),
                bullet=self.run(line.bullet) if line.bullet else None,
            )
            for line in text.lines
        )
        return structs.replace(text, box=self.box(text.box), lines=lines)

    def run(self, run: SetRun) -> SetRun:
        x_pt, y_pt = self.x / EMU_PER_POINT, self.y / EMU_PER_POINT
        return structs.replace(run, x_pt=run.x_pt + x_pt, baseline_pt=run.baseline_pt + y_pt)

    def box(self, box: Box) -> Box:
        return box._replace(x=box.x + self.x, y=box.y + self.y)
