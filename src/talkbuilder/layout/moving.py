"""Pages moved: what a kind laid out on a page of its own, to where a template has the room for it."""

from msgspec import structs

from talkbuilder.layout.items import Chart, Group, Image, Item, Link, SetRun, Shape, Table, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.units import EMU_PER_POINT, Box, Emu


def at_home(layout: Layout) -> Layout:
    """A layout whose places are told from the corner of its grid's page."""
    x, y = layout.corner
    places = {name: _place(one, -x, -y) for name, one in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places)


def moved_page(page: Page, layout: Layout) -> Page:
    """A page that was laid out `at_home`, where it stands on its slide."""
    x, y = layout.corner
    return structs.replace(page, layout=layout, items=tuple(moved(item, x, y) for item in page.items))


def moved(item: Item, x: Emu, y: Emu) -> Item:
    """An item and all that lies in it, farther to the right and down."""
    match item:
        case Text():
            return _text(item, x, y)
        case Chart():
            return structs.replace(item, box=_box(item.box, x, y), plot=_box(item.plot, x, y))
        case Table():
            rows = tuple(tuple(structs.replace(cell, text=_text(cell.text, x, y)) for cell in row) for row in item.rows)
            return structs.replace(item, box=_box(item.box, x, y), rows=rows)
        case Group():
            return structs.replace(
                item, box=_box(item.box, x, y), items=tuple(moved(inner, x, y) for inner in item.items)
            )
        case Link():
            inner = moved(item.item, x, y)
            assert isinstance(inner, Text | Shape | Image)
            return structs.replace(item, item=inner)
        case Shape() | Image():
            return structs.replace(item, box=_box(item.box, x, y))
        case _:
            raise AssertionError("unreachable")


def _text(text: Text, x: Emu, y: Emu) -> Text:
    lines = tuple(
        structs.replace(
            line,
            runs=tuple(_run(run, x, y) for run in line.runs),
            bullet=_run(line.bullet, x, y) if line.bullet else None,
        )
        for line in text.lines
    )
    return structs.replace(text, box=_box(text.box, x, y), lines=lines)


def _run(run: SetRun, x: Emu, y: Emu) -> SetRun:
    return structs.replace(run, x_pt=run.x_pt + x / EMU_PER_POINT, baseline_pt=run.baseline_pt + y / EMU_PER_POINT)


def _place(place: Placeholder, x: Emu, y: Emu) -> Placeholder:
    return structs.replace(place, box=_box(place.box, x, y))


def _box(box: Box, x: Emu, y: Emu) -> Box:
    return box._replace(x=box.x + x, y=box.y + y)
