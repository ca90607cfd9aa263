"""Pages moved: what a kind laid out on a page of its own, to where a template has the room for it."""

from msgspec import Struct, structs

from talkbuilder.layout.items import Chart, Item, Link, SetRun, Table, Text, rebuilt
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT, Box, Emu


def at_home(layout: Layout) -> Layout:
    """A layout whose places are told from the corner of its grid's page."""
    back = _Way(-layout.corner[0], -layout.corner[1])
    places = {name: structs.replace(one, box=back.box(one.box)) for name, one in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places)


def moved_page(page: Page, layout: Layout) -> Page:
    """A page that was laid out `at_home`, where it stands on its slide."""
    way = _Way(*layout.corner)
    return structs.replace(page, layout=layout, items=tuple(rebuilt(one, way.item) for one in page.items))


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
