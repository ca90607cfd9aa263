"""Table to Theme: every layout with its placeholders, its motif and what its inks are on it."""

from collections.abc import Iterable

from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import Layout, Master, Placeholder, Theme, palette
from talkbuilder.themes.layouts import LAYOUTS, label, master
from talkbuilder.themes.table import MAPS, Table

_MASTER = "Master"
_GROUND = Ink("ground")


def make(table: Table) -> Theme:
    """The theme with all its layouts."""
    own = make_master(table, LAYOUTS)
    layouts = {layout.name: layout for layout in own.layouts}
    return Theme(table.name, table.grid.width, table.grid.height, layouts, own)


def make_master(table: Table, names: Iterable[str]) -> Master:
    """The master with the layouts of some names."""
    frame = _layout(table, _MASTER, master(table.grid, table.sizes))
    layouts = tuple(_layout(table, name, LAYOUTS[name](table.grid, table.sizes), frame) for name in names)
    return Master(table.name, table.colours, table.fonts, frame, layouts, label(table.sizes))


def _layout(table: Table, name: str, placeholders: tuple[Placeholder, ...], frame: Layout | None = None) -> Layout:
    is_dark = name in table.dark
    motif = table.motifs.get(name)
    return Layout(
        name,
        {placeholder.name: placeholder for placeholder in placeholders},
        table.grounds.get(name, _GROUND),
        palette(table.colours, is_dark),
        table.fonts,
        table.grid,
        table.sizes,
        motif(table.grid) if motif else (),
        frame.items if frame and not is_dark and name not in MAPS else (),
        is_dark,
    )
