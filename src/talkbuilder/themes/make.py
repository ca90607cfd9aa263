"""Table to Theme: every layout with its placeholders, its motif and what its inks are on it."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from talkbuilder.layout.items import Image, Ink
from talkbuilder.layout.theme import Layout, Master, Theme, palette
from talkbuilder.themes.layouts import LAYOUTS, label, master
from talkbuilder.themes.table import NIGHT, OWN, Placeholders, Put, Table

_MASTER = "Master"
_GROUND = Ink("ground")
_LOGO_ROWS = 1.2, 5.4  # over the first line of any title
_LOGO_COLUMNS = 3  # at most


def make(table: Table) -> Theme:
    """The theme with all its layouts."""
    own = make_master(table, LAYOUTS)
    layouts = {layout.name: layout for layout in own.layouts}
    return Theme(table.name, table.grid.width, table.grid.height, layouts, own)


def make_master(table: Table, names: Iterable[str]) -> Master:
    """The master with the layouts of some names."""
    frame = _layout(table, _MASTER, master(table.grid, table.sizes))
    layouts = tuple(_layout(table, name, _arranged(table, name), frame) for name in names)
    return Master(table.name, table.colours, table.fonts, frame, layouts, label(table.sizes))


def _arranged(table: Table, name: str) -> Placeholders:
    """The places of a layout, those in the theme's own order that it puts elsewhere."""
    places = {one.name: one for one in LAYOUTS[name](table.grid, table.sizes)}
    puts = table.layouts.get(name, {})
    order = iter(puts)
    read = [next(order) if one in puts else one for one in places]
    return tuple(puts.get(one, Put()).of(places[one], table.grid) for one in read)


def _layout(table: Table, name: str, placeholders: Placeholders, frame: Layout | None = None) -> Layout:
    is_dark = name in table.dark
    is_turned = is_dark and name not in OWN
    motif = table.motifs.get(name)
    placed = (table.change(name, one, table.grid) for one in placeholders)
    return Layout(
        name,
        {placeholder.name: placeholder for placeholder in placed},
        table.grounds.get(name, _GROUND),
        palette(table.colours, is_dark, is_turned),
        table.fonts,
        table.grid,
        table.sizes,
        (*(motif(table.grid) if motif else ()), *_logo(table, name)),
        frame.items if frame and name not in table.bare else (),
        is_dark,
        is_turned,
    )


def _logo(table: Table, name: str) -> Iterator[Image]:
    """The logo in the upper right corner: on the master, and on what shows nothing of that and is no picture."""
    if table.logo and (name == _MASTER or name in OWN - NIGHT - {"Full photo", "Blank"}):
        logo, grid = table.logo, table.grid
        room = grid.box(grid.columns - _LOGO_COLUMNS + 1, grid.columns, *_LOGO_ROWS)
        share = min(room.width / logo.width_px, room.height / logo.height_px)
        width, height = round(logo.width_px * share), round(logo.height_px * share)
        box = room._replace(x=room.right - width, width=width, height=height)
        yield structs.replace(logo, box=box)
