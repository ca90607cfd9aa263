"""Items to SVG: texts as text, shapes as paths, each picture once; what stands around them is others' to write.

Their fonts are CSS with subsets of those that we carry inside it, and the families to name.

`Sketches` draws pages without fonts, for a page that has them and knows where pictures are.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from zlib import crc32

from talkbuilder.layout import inks, plain_shapes, typefaces
from talkbuilder.layout.items import (
    DASHES,
    Chart,
    Close,
    CurveTo,
    Face,
    Group,
    Image,
    Ink,
    Item,
    Line,
    LineTo,
    Link,
    Move,
    Segment,
    SetRun,
    Shape,
    Stroke,
    Table,
    Text,
)
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.markup import NOTHING, Xml, join, xml
from talkbuilder.units import EMU_PER_POINT, Box

_TYPES = {"png": "image/png", "jpg": "image/jpeg"}  # of pictures, by their endings
# What ends a string of CSS, or begins something else in it.
_UNSAFE = re.compile(r"[\\'\"<>\n\r\f\x00]")
_DOT = 0.01  # of a line's width: a dash of no length is not drawn everywhere
_HIDDEN = Xml(' aria-hidden="true"')
_UNDERLINED = Xml(' text-decoration="underline"')
_BOLD, _ITALIC = Xml(' font-weight="bold"'), Xml(' font-style="italic"')


class Drawing:
    """Items as markup, with the pictures that they use, each once, and all runs of letters that were set.

    `address` tells where a picture is.
    """

    def __init__(self, layout: Layout, items: Iterable[Item], address: Callable[[Image], str]) -> None:
        self.pictures: dict[str, Xml] = {}
        self._address = address
        self.runs: list[SetRun] = []
        self._palette = layout.palette
        self._fonts = layout.fonts
        self.markup = join(xml("%s\n", self._draw(item)) for item in items)

    def _draw(self, item: Item) -> Xml:
        match item:
            case Text():
                return self._set(item.lines, xml(' data-name="%s"', item.name))
            case Shape():
                return self._shape(item)
            case Image():
                return self._image(item)
            case Chart():
                return self._chart(item)
            case Table():
                return self._table(item)
            case Group():
                return _group(item.name, item.alt, join(map(self._draw, item.items)))
            case Link():
                return xml('<a href="%s">%s</a>', item.target, self._draw(item.item))
            case _:
                raise AssertionError("unreachable")

    def _set(self, lines: Iterable[Line], attributes: Xml) -> Xml:
        """Lines of text. A blank between two keeps their words apart for those who copy them or hear them."""
        pieces = Xml(" ".join(self._line(line) for line in lines))
        return xml("<text%s>%s</text>", attributes, pieces) if pieces else NOTHING

    def _line(self, line: Line) -> Xml:
        bullet = self._run(line.bullet, True, _HIDDEN) if line.bullet else NOTHING
        return join((bullet, *(self._run(run, number == 0) for number, run in enumerate(line.runs))))

    def _run(self, run: SetRun, is_first: bool, attributes: Xml = NOTHING) -> Xml:
        self.runs.append(run)
        said = run.text.rstrip(" ") if run.link else run.text  # no line under a blank that only follows
        letters = xml(
            '<tspan x="%s"%s%s%s%s>%s</tspan>',
            decimal(run.x_pt),
            xml(' y="%s"', decimal(run.baseline_pt)) if is_first else NOTHING,
            attributes,
            self._looks(run),
            _UNDERLINED if run.link else NOTHING,
            said,
        )
        return xml('<a href="%s">%s</a>%s', run.link, letters, run.text[len(said) :]) if run.link else letters

    def _looks(self, run: SetRun) -> Xml:
        return xml(
            ' font-family="%s" font-size="%s"%s%s%s%s',
            *(families(run.face), decimal(run.size_pt)),
            _BOLD if run.face.bold else NOTHING,
            _ITALIC if run.face.italic else NOTHING,
            xml(' letter-spacing="%s"', decimal(run.spacing_pt)) if run.spacing_pt else NOTHING,
            paint("fill", run.ink, self._palette),
        )

    def _shape(self, shape: Shape) -> Xml:
        pieces = [self._path(one) for one in plain_shapes.with_head(shape)]
        if len(pieces) == 1 and not shape.alt:
            return pieces[0]
        return _group(shape.name, shape.alt, join(pieces))

    def _path(self, shape: Shape) -> Xml:
        fill = paint("fill", shape.fill, self._palette) if shape.fill else Xml(' fill="none"')
        stroke = self._stroke(shape.stroke) if shape.stroke else NOTHING
        hidden = NOTHING if shape.alt else _HIDDEN
        return xml(
            '<path data-name="%s" d="%s"%s%s%s%s/>',
            *(shape.name, _steps(shape.path, shape.box), fill, _holes(shape), stroke, hidden),
        )

    def _stroke(self, stroke: Stroke) -> Xml:
        # A round end makes a dash longer by the width of the line, and the gap behind it shorter.
        ends = (-1 + _DOT, 1) if stroke.has_round_ends else (0, 0)
        pattern = [one + ends[at % 2] for at, one in enumerate(DASHES[stroke.dash])]
        dashes = " ".join(decimal(one * stroke.width_pt) for one in pattern)
        return xml(
            '%s stroke-width="%s" stroke-linejoin="round"%s%s',
            paint("stroke", stroke.ink, self._palette),
            decimal(stroke.width_pt),
            Xml(' stroke-linecap="round"') if stroke.has_round_ends else NOTHING,
            xml(' stroke-dasharray="%s"', dashes) if dashes else NOTHING,
        )

    def _image(self, image: Image) -> Xml:
        """A picture is stretched over a window of which only the box of the image can be seen."""
        # A name that no other picture has. Better digests take three times as long, and 3 ms to import.
        name = f"picture-{len(image.data):x}-{crc32(image.data):08x}"
        if name not in self.pictures:
            self.pictures[name] = _picture(image, name, self._address(image))
        left, top, right, bottom = image.crop
        x, y, width, height = (decimal(side / EMU_PER_POINT) for side in image.box)
        return xml(
            '<svg data-name="%s" x="%s" y="%s" width="%s" height="%s" viewBox="%s %s %s %s"'
            ' preserveAspectRatio="none"%s<use href="#%s"/></svg>',
            *(image.name, x, y, width, height),
            *(decimal(left * image.width_px), decimal(top * image.height_px)),
            *(decimal((1 - left - right) * image.width_px), decimal((1 - top - bottom) * image.height_px)),
            xml(' role="img"><title>%s</title>', image.alt) if image.alt else xml("%s>", _HIDDEN),
            name,
        )

    def _chart(self, chart: Chart) -> Xml:
        shapes = [self._path(shape) for shape in plain_shapes.shapes(chart)]
        labels = [self._set((line,), NOTHING) for line in plain_shapes.lines(chart, self._fonts)]
        return _group(chart.name, chart.alt, join((*shapes, *labels)))

    def _table(self, table: Table) -> Xml:
        """A table that can be read cell by cell; its first row is the header."""
        shapes = join(self._path(shape) for shape in plain_shapes.table_shapes(table))
        rows = []
        for number, row in enumerate(table.rows):
            role = Xml(' role="cell"') if number else Xml(' role="columnheader"')
            cells = (self._set(cell.text.lines, role) or xml("<text%s/>", role) for cell in row)
            rows.append(xml('<g role="row">%s</g>', join(cells)))
        return xml('<g data-name="%s" role="table" aria-label="%s">%s%s</g>', table.name, table.alt, shapes, join(rows))


class Sketches:
    """Pages of one deck after the other as elements of HTML; `address` tells where the page has a picture from.

    `letters` are those that were set in each face, for a page that brings its fonts.
    """

    def __init__(self, address: Callable[[Image], str]) -> None:
        self.letters: dict[Face, set[str]] = {}
        self._address = address
        self._grounds: dict[str, tuple[Layout, Drawing]] = {}  # by the names of their layouts

    def sketch(self, page: Page, size_pt: tuple[float, float]) -> str:
        """A page of a size as one `svg` element, its items named in `data-name`."""
        drawn, runs = self.drawn(page, size_pt)
        for run in runs:
            self.letters.setdefault(run.face, set()).update(run.text)
        size = tuple(map(decimal, size_pt))
        template = '<svg viewBox="0 0 %s %s" xml:space="preserve" text-rendering="geometricPrecision">%s</svg>'
        return str(xml(template, *size, drawn))  # plain, as JSON takes it

    def drawn(self, page: Page, size_pt: tuple[float, float]) -> tuple[Xml, list[SetRun]]:
        """All that is drawn on a page, and what is set on it."""
        layout = page.layout
        known, ground = self._grounds.get(layout.name, (None, None))
        if ground is None or known is not layout:
            ground = Drawing(layout, layout.drawn, self._address)
            self._grounds[layout.name] = layout, ground
        drawing = Drawing(layout, page.items, self._address)
        drawn = xml(
            '<defs>%s</defs><rect width="%s" height="%s"%s/>\n%s%s',
            join((ground.pictures | drawing.pictures).values()),
            *map(decimal, size_pt),
            *(paint("fill", page.background, layout.palette), ground.markup, drawing.markup),
        )
        return drawn, [*ground.runs, *drawing.runs]


@lru_cache(maxsize=8)  # often one picture stands on several slides
def embedded(image: Image) -> Xml:
    """A picture as an address that holds all of it."""
    return Xml(f"data:{_TYPES[image.extension]};base64,{b64encode(image.data).decode()}")


def _group(name: str, alt: str, content: Xml) -> Xml:
    """What belongs together: one picture for those who hear it described, else all its parts."""
    described = xml(' role="img"><title>%s</title>', alt) if alt else Xml(">")
    return xml('<g data-name="%s"%s%s</g>', name, described, content)


def _picture(image: Image, name: str, address: str) -> Xml:
    return xml(
        '<image id="%s" width="%s" height="%s" preserveAspectRatio="none" href="%s"/>',
        *(name, image.width_px, image.height_px, address),
    )


def paint(attribute: str, ink: Ink, palette: Mapping[str, str]) -> Xml:
    """A fill or a stroke with an ink."""
    veil = xml(' %s-opacity="%s"', attribute, decimal(ink.opacity_percent / 100)) if ink.opacity_percent < 100 else ""
    return xml(' %s="#%s"%s', attribute, inks.rgb(ink, palette), veil)


def _holes(shape: Shape) -> Xml:
    """What makes holes of parts that lie in each other, where there is more than one."""
    has_parts = shape.fill and sum(isinstance(one, Move) for one in shape.path) > 1
    return Xml(' fill-rule="evenodd"') if has_parts else NOTHING


def _steps(path: Iterable[Segment], box: Box) -> Xml:
    """A path as the format writes it, in points on the page."""

    def point(x: float, y: float) -> str:
        return f"{decimal((box.x + x) / EMU_PER_POINT)} {decimal((box.y + y) / EMU_PER_POINT)}"

    # Numbers only, and up to thousands of them on a map: there is nothing to escape.
    pieces: list[str] = []
    for one in path:
        match one:
            case Move(x, y):
                pieces.append(f"M{point(x, y)}")
            case LineTo(x, y):
                pieces.append(f"L{point(x, y)}")
            case CurveTo(x1, y1, x2, y2, x, y):
                pieces.append(f"C{point(x1, y1)} {point(x2, y2)} {point(x, y)}")
            case Close():
                pieces.append("Z")
            case _:
                raise AssertionError("unreachable")
    return Xml("".join(pieces))


def decimal(value: float) -> str:
    """A number to a hundredth, without zeros that say nothing."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def families(face: Face) -> str:
    """A list of CSS families for a face: its own, where it is installed, the twin that we embed, and any like it."""
    *named, generic = typefaces.stack(face.family)
    return _listed(tuple(named), generic)


@lru_cache(maxsize=64)
def _listed(named: tuple[str, ...], generic: str) -> str:
    return ", ".join((*(f"'{_UNSAFE.sub('', name)}'" for name in named), generic))


def style_sheet(texts: Iterable[tuple[str, Face]]) -> str:
    """A rule for each font of ours in which some of the texts are set, with the letters that they need and no others.

    A rule says which letters its font has: a family is spread over a font for each script.
    """
    needed: dict[tuple[str, Face], set[str]] = {}
    for text, face in texts:
        for file, part in typefaces.by_file(text, face):
            if file:
                style = Face(typefaces.family_of(file), face.bold, face.italic)
                needed.setdefault((file, style), set()).update(part)
    return "".join(
        _rule(file, style, "".join(sorted(letters)))
        for (file, style), letters in sorted(needed.items(), key=lambda one: one[0][0])
    )


@lru_cache(maxsize=1024)
def _rule(file: str, style: Face, letters: str) -> str:
    data = b64encode(typefaces.subset(file, letters)).decode()
    shape = f"font-weight:{'bold' if style.bold else 'normal'};font-style:{'italic' if style.italic else 'normal'}"
    ranges = ",".join(f"U+{ord(letter):X}" for letter in letters)
    return (
        f"@font-face{{font-family:{style.family};{shape};unicode-range:{ranges};"
        f"src:url(data:font/ttf;base64,{data})format('truetype')}}"
    )
