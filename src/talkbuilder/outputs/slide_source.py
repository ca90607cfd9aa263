"""Pages as Typst source: letters, lists and tables are placed as they were laid out, what is drawn is SVG in files.

`slides.typ` holds what the source calls. What stands there is read in the order of the items of a page: titles as
headings, points as lists, tables cell by cell, and what has a description as one figure; the rest is decoration.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path
from typing import Literal
from zlib import crc32

from msgspec import structs

from talkbuilder.layout import inks, plain_shapes
from talkbuilder.layout.items import Chart, Group, Image, Ink, Item, Line, Link, SetRun, Shape, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.markup import xml
from talkbuilder.outputs.typesetting import families as families_of
from talkbuilder.outputs.typesetting import quoted, typeset
from talkbuilder.outputs.vectors import Drawing, decimal
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_LIBRARY = "slides.typ"
_TITLES = ("title", "cover title")
_AROUND_PT = 12  # a box, for lines and arrow heads that reach beyond it


class SlideSource:
    """Writes the slides of a deck, and remembers what all of them need: files, the looks of letters, what is behind."""

    def __init__(self, deck: Deck) -> None:
        self.files = {_LIBRARY: Path(__file__).with_name(_LIBRARY).read_bytes()}
        self._deck = deck
        self._looks: dict[str, str] = {}  # of letters, and what each is called
        self._grounds: dict[str, str] = {}  # of layouts, by their names

    def typeset(self, body: str, form: Literal["pdf", "svg", "png"] = "pdf") -> list[bytes]:
        """A document in which slides of this deck stand. Raises Untypeset."""
        named = "".join(f"#let {name} = {look}\n" for look, name in self._looks.items())
        return typeset(f'#import "{_LIBRARY}": *\n{named}{body}', self.files, form)

    def screens(self) -> str:
        """All slides, a page each; of the size that these have, for what is a hair higher goes on overleaf."""
        width, height = map(decimal, self._deck.theme.size_pt)
        start = f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#"
        return start + "\n#pagebreak()\n#".join(self.slides()) + "\n"

    def slides(self) -> Iterator[str]:
        """Each slide; the first one of a section bears that one's name."""
        for section, pages in self._deck.sections:
            yield from (self._slide(page, section if at == 0 else None) for at, page in enumerate(pages))

    def _slide(self, page: Page, section: str | None) -> str:
        """A page. The name of its section is not seen, unless it is its own title."""
        drawn = _Slide(self, page.layout)
        if page.layout.name not in self._grounds:
            self._grounds[page.layout.name] = "".join(drawn.decoration(page.layout.drawn))
        title = _title_of(page)
        opens = section is not None and page.title == section
        head = "" if section is None or opens else f"unseen-title(1, {quoted(section)})\n"
        if title is None and page.title:
            head += f"unseen-title({1 if opens else 2}, {quoted(page.title)})\n"
        body = "".join(drawn.read(page.items, title, 1 if opens else 2))
        size = ", ".join(map(decimal, self._deck.theme.size_pt))
        ground = colour(page.background, page.layout)
        return f"slide({size}, {ground}, {{\n{self._grounds[page.layout.name]}{head}{body}}})"

    def look(self, run: SetRun, layout: Layout) -> str:
        """What the looks of letters are called."""
        families = "".join(f"{quoted(one)}, " for one in families_of(run.face.family))
        look = (
            f"(font: ({families}), size: {decimal(run.size_pt)}pt, fill: {colour(run.ink, layout)},"
            f' weight: {700 if run.face.bold else 400}, style: "{"italic" if run.face.italic else "normal"}",'
            f" tracking: {decimal(run.spacing_pt)}pt)"
        )
        return self._looks.setdefault(look, f"look-{len(self._looks)}")

    def file(self, data: bytes, ending: str) -> str:
        """What a file is called; the same one is there once."""
        name = f"{len(data):x}-{crc32(data):08x}.{ending}"
        self.files[name] = data
        return quoted(name)

    @property
    def page(self) -> Box:
        return Box(0, 0, self._deck.theme.width, self._deck.theme.height)


class _Slide:
    """What is called for the items of one page."""

    def __init__(self, source: SlideSource, layout: Layout) -> None:
        self._source = source
        self._layout = layout

    def decoration(self, items: Iterable[Item]) -> Iterator[str]:
        """Items that nobody has to know of."""
        for piece in self._pieces(items, self._source.page):
            yield f"pdf.artifact({piece})\n"

    def read(self, items: Iterable[Item], title: Text | None, level: int) -> Iterator[str]:
        """Items in their order. Shapes that follow each other are one drawing."""
        for is_drawn, some in groupby(_flat(items), key=lambda item: isinstance(item, Shape) and not item.alt):
            if is_drawn:
                yield from self.decoration(some)
            else:
                for item in some:
                    yield from self._item(item, title, level)

    def _item(self, item: Item, title: Text | None, level: int) -> Iterator[str]:
        match item:
            case Text() if item is title:
                yield f"title({level}, {self._runs(line for lines in _paragraphs(item) for line in lines)})\n"
            case Text():
                yield from self._text(item)
            case Link(target, linked):
                body = "; ".join(self._pieces((linked,), linked.box))
                yield f"paragraph(linked({quoted(target)}, {_points(linked.box)}, {{{body}}}))\n"
            case Table():
                yield from self.decoration(plain_shapes.table_shapes(item))
                yield self._table(item)
            case Shape() | Image() | Chart() | Group() if item.alt:
                pieces = "; ".join(self._pieces((item,), item.box))
                yield f"described({quoted(item.alt)}, {{{pieces}}})\n"
            case _:
                yield from self.decoration((item,))

    def _text(self, text: Text) -> Iterator[str]:
        place = self._layout.placeholders.get(text.placeholder)
        if place and place.role == "slide number":
            yield f"unread({self._runs(text.lines)})\n"
            return
        for has_points, some in groupby(_paragraphs(text), key=lambda lines: lines[0].bullet is not None):
            paragraphs = list(some)
            if has_points:
                bullets = [line.bullet for lines in paragraphs for line in lines if line.bullet]
                yield f"unread({' + '.join(map(self._run, bullets))})\n"
                yield f"points({', '.join(map(self._runs, paragraphs))})\n"
            else:
                yield from (f"paragraph({self._runs(lines)})\n" for lines in paragraphs)

    def _runs(self, lines: Iterable[Line], x: Emu = 0, y: Emu = 0) -> str:
        return " + ".join(self._run(run, x, y) for line in lines for run in line.runs if run.text) or "[]"

    def _run(self, run: SetRun, x: Emu = 0, y: Emu = 0) -> str:
        """A run of letters, from a corner."""
        look = self._source.look(run, self._layout)
        place = f"{look}, {decimal(run.x_pt - x / EMU_PER_POINT)}, {decimal(run.baseline_pt - y / EMU_PER_POINT)}"
        if not run.link:
            return f"run({place}, {quoted(run.text)})"
        said = run.text.rstrip(" ")  # no line under a blank that only follows
        after = f" + run({place}, {quoted(run.text[len(said) :])})" if said != run.text else ""
        return f"run({place}, {quoted(said)}, to: {quoted(run.link)}){after}"

    def _table(self, table: Table) -> str:
        x, y = (
            [*accumulate(sides, initial=start)]
            for sides, start in ((table.widths, table.box.x), (table.heights, table.box.y))
        )
        rows = [
            ", ".join(self._runs(cell.text.lines, left, top) for left, cell in zip(x, row, strict=False))
            for top, row in zip(y, table.rows, strict=False)
        ]
        corner = _points(table.box[:2])
        widths, heights = (f"({_points(all)},)" for all in (table.widths, table.heights))
        return f"cells({corner}, {widths}, {heights}, ({rows[0]},), {', '.join(rows[1:])})\n"

    def _pieces(self, items: Iterable[Item], box: Box) -> Iterator[str]:
        """Items that are looked at together: drawings in a box, and what stands on and between them."""
        for kind, some in groupby(self._plain(items), key=type):
            if kind is Shape:
                yield self._drawing([item for item in some if isinstance(item, Shape)], box)
                continue
            for item in some:
                if isinstance(item, SetRun):
                    yield self._run(item)
                elif isinstance(item, Image):
                    yield self._window(item)

    def _plain(self, items: Iterable[Item]) -> Iterator[Shape | Image | SetRun]:
        for item in items:
            match item:
                case Shape() | Image():
                    yield item
                case Group():
                    yield from self._plain(item.items)
                case Link():
                    yield from self._plain((item.item,))
                case Chart():
                    yield from plain_shapes.shapes(item)
                    yield from _set_in(plain_shapes.lines(item, self._layout.fonts))
                case Table():
                    yield from plain_shapes.table_shapes(item)
                    yield from _set_in(line for row in item.rows for cell in row for line in cell.text.lines)
                case Text():
                    yield from _set_in(item.lines)
                case _:
                    raise AssertionError("unreachable")

    def _drawing(self, shapes: Sequence[Shape], box: Box) -> str:
        """Shapes in a file, of which a box is seen with some room around it."""
        drawn = Drawing(self._layout, shapes, lambda image: "").markup
        x, y, width, height = (side / EMU_PER_POINT for side in box)
        if box != self._source.page:
            x, y = x - _AROUND_PT, y - _AROUND_PT
            width, height = width + 2 * _AROUND_PT, height + 2 * _AROUND_PT
        corner, size = (tuple(map(decimal, sides)) for sides in ((x, y), (width, height)))
        svg = xml(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s">\n%s</svg>\n',
            *(*corner, *size, *size, drawn),
        )
        return f"drawing({self._source.file(svg.encode(), 'svg')}, {', '.join((*corner, *size))})"

    def _window(self, image: Image) -> str:
        left, top, right, bottom = image.crop
        width, height = (side / EMU_PER_POINT for side in image.box[2:])
        whole = width / (1 - left - right), height / (1 - top - bottom)
        sides = ", ".join(map(decimal, (-left * whole[0], -top * whole[1], *whole)))
        file = self._source.file(image.data, image.extension)
        return f"window({_points(image.box)}, drawing({file}, {sides}))"


def _title_of(page: Page) -> Text | None:
    """The text of a page that is its title."""
    places = {name for name, place in page.layout.placeholders.items() if place.role in _TITLES}
    texts = (one for one in _flat(page.items) if isinstance(one, Text))
    return next((one for one in texts if one.placeholder in places and one.lines), None)


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    """Items, and instead of groups that nothing describes, what is in them."""
    for item in items:
        if isinstance(item, Group) and not item.alt:
            yield from _flat(item.items)
        else:
            yield item


def _set_in(lines: Iterable[Line]) -> Iterator[SetRun]:
    for line in lines:
        yield from (run for run in (line.bullet, *line.runs) if run and run.text)


def _paragraphs(text: Text) -> Iterator[list[Line]]:
    """The lines of a text by the paragraphs that they came from, with the blanks at their ends, which are never set.

    Letters tell where in a paragraph a line ends, whatever their case and the blanks between them.
    """
    lines = iter(text.lines)
    for paragraph in text.paragraphs:
        said, some = paragraph.text.casefold(), []
        while said.strip() and (line := next(lines, None)):
            for _ in "".join(line.text.casefold().split()):
                said = said.lstrip()[1:]
            some.append(_with_blank(line) if said[:1].isspace() else line)
        if some:
            yield some


def _with_blank(line: Line) -> Line:
    *others, last = line.runs
    return structs.replace(line, runs=(*others, structs.replace(last, text=f"{last.text} ")))


def _points(lengths: Iterable[int]) -> str:
    return ", ".join(decimal(one / EMU_PER_POINT) for one in lengths)


def colour(ink: Ink, layout: Layout) -> str:
    """An ink as Typst writes it."""
    veil = f"{round(255 * ink.opacity_percent / 100):02X}" if ink.opacity_percent < 100 else ""
    return f'rgb("#{inks.rgb(ink, layout.palette)}{veil}")'
