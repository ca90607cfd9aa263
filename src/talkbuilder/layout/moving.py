"""Pages moved and made smaller: what a kind laid out on a page of its own, to where a template has the room for it."""

from msgspec import Struct, structs

from talkbuilder.layout.items import (
    Chart,
    Close,
    CurveTo,
    Group,
    Image,
    Item,
    LineTo,
    Link,
    Move,
    Segment,
    SetRun,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
)
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.units import EMU_PER_POINT, Box, Emu


def at_home(layout: Layout, scale: float = 1.0) -> Layout:
    """A layout whose places are told from the corner of its grid's page; with a scale below 1, that page is larger."""
    x, y = layout.corner
    places = {name: _place(one, x, y, scale) for name, one in layout.placeholders.items()}
    if scale == 1.0:
        return structs.replace(layout, placeholders=places)
    grid = layout.grid
    sides = {name: round(getattr(grid, name) / scale) for name in ("width", "height", "margin", "gutter", "row")}
    return structs.replace(layout, placeholders=places, grid=structs.replace(grid, **sides))


def _place(place: Placeholder, x: Emu, y: Emu, scale: float) -> Placeholder:
    box = place.box
    left, top, right, bottom = place.insets
    return structs.replace(
        place,
        box=Box(
            round((box.x - x) / scale),
            round((box.y - y) / scale),
            round(box.width / scale),
            round(box.height / scale),
        ),
        insets=(round(left / scale), round(top / scale), round(right / scale), round(bottom / scale)),
    )


def moved_page(page: Page, layout: Layout, scale: float = 1.0) -> Page:
    """A page that was laid out `at_home`, where it stands on its slide."""
    way = _Way(*layout.corner, scale)
    return structs.replace(page, layout=layout, items=tuple(way.item(one) for one in page.items))


class _Way(Struct, frozen=True):
    """From a page of its own to a slide."""

    x: Emu
    y: Emu
    scale: float

    def item(self, item: Item) -> Item:
        """An item and all that lies in it."""
        match item:
            case Text():
                return self.text(item)
            case Shape():
                return self.shape(item)
            case Image():
                return structs.replace(item, box=self.box(item.box))
            case Chart():
                return self.chart(item)
            case Table():
                return structs.replace(
                    item,
                    box=self.box(item.box),
                    widths=tuple(round(one * self.scale) for one in item.widths),
                    heights=tuple(round(one * self.scale) for one in item.heights),
                    rows=tuple(
                        tuple(structs.replace(cell, text=self.text(cell.text)) for cell in row) for row in item.rows
                    ),
                )
            case Group():
                return structs.replace(item, box=self.box(item.box), items=tuple(map(self.item, item.items)))
            case Link():
                inner = self.item(item.item)
                assert isinstance(inner, Text | Shape | Image)
                return structs.replace(item, item=inner)
            case _:
                raise AssertionError("unreachable")

    def text(self, text: Text) -> Text:
        lines = tuple(
            structs.replace(
                line,
                runs=tuple(map(self.run, line.runs)),
                bullet=self.run(line.bullet) if line.bullet else None,
            )
            for line in text.lines
        )
        styles = text.styles if self.scale == 1.0 else tuple(map(self.style, text.styles))
        return structs.replace(text, box=self.box(text.box), lines=lines, styles=styles)

    def run(self, run: SetRun) -> SetRun:
        return structs.replace(
            run,
            x_pt=run.x_pt * self.scale + self.x / EMU_PER_POINT,
            baseline_pt=run.baseline_pt * self.scale + self.y / EMU_PER_POINT,
            width_pt=run.width_pt * self.scale,
            size_pt=run.size_pt * self.scale,
            spacing_pt=run.spacing_pt * self.scale,
        )

    def style(self, style: Style) -> Style:
        return structs.replace(
            style,
            size_pt=style.size_pt * self.scale,
            spacing_pt=style.spacing_pt * self.scale,
            before_pt=style.before_pt * self.scale,
            left=round(style.left * self.scale),
            hang=round(style.hang * self.scale),
        )

    def shape(self, shape: Shape) -> Shape:
        if self.scale == 1.0:
            return structs.replace(shape, box=self.box(shape.box))
        path = tuple(map(self.segment, shape.path))
        return structs.replace(shape, box=self.box(shape.box), path=path, stroke=self.stroke(shape.stroke))

    def stroke(self, stroke: Stroke | None) -> Stroke | None:
        return structs.replace(stroke, width_pt=stroke.width_pt * self.scale) if stroke else None

    def segment(self, one: Segment) -> Segment:
        scale = self.scale
        match one:
            case Move(x, y):
                return Move(x * scale, y * scale)
            case LineTo(x, y):
                return LineTo(x * scale, y * scale)
            case CurveTo(x1, y1, x2, y2, x, y):
                return CurveTo(x1 * scale, y1 * scale, x2 * scale, y2 * scale, x * scale, y * scale)
            case Close():
                return one
            case _:
                raise AssertionError("unreachable")

    def chart(self, chart: Chart) -> Chart:
        made = structs.replace(chart, box=self.box(chart.box), plot=self.box(chart.plot))
        if self.scale == 1.0:
            return made
        series = tuple(
            structs.replace(
                one,
                width_pt=one.width_pt * self.scale,
                mark_pt=max(2, round(one.mark_pt * self.scale)),
                outlines={at: stroke for at, line in one.outlines.items() if (stroke := self.stroke(line))},
            )
            for one in chart.series
        )
        value = self.style(chart.value_style) if chart.value_style else None
        return structs.replace(made, series=series, style=self.style(chart.style), value_style=value)

    def box(self, box: Box) -> Box:
        scale = self.scale
        return Box(
            round(box.x * scale) + self.x,
            round(box.y * scale) + self.y,
            round(box.width * scale),
            round(box.height * scale),
        )
