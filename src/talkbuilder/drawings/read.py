"""Reads the drawing that a slide names from assets/drawings/; all its faults are reported."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Source, Span, near, near_file
from talkbuilder.drawings.cropping import extent
from talkbuilder.drawings.drawing import Cluster, Drawing, Figure, Ground, Part, Pen, Place, Spare
from talkbuilder.drawings.elements import DEEPEST, MOST_ELEMENTS, BrokenXml, Element, Undrawable, parse
from talkbuilder.drawings.paint import Paint, check_style_sheet, painted
from talkbuilder.drawings.paths import MOST, Matrix, length, numbers, outline, transform
from talkbuilder.layout.items import Align, Ink, Style
from talkbuilder.source.fields import Id
from talkbuilder.talk.markup import Markup

MOST_POINTS = 20_000
_LONGEST_ALT = 150
_MOST_FAULTS = 10  # of one drawing: what comes after is more of the same

_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_UNSEEN = frozenset({"", "title", "desc", "metadata", "defs", "symbol", "style"})
_INSTEAD: Mapping[str, str] = {
    "text": "convert it to paths, or say it in the title or the caption of the slide",
    "image": "a picture is a slide of its own: 'photo:'",
    "script": "delete it: nothing on a slide moves by a script",
    "foreignObject": "delete it: only shapes are drawn",
    "linearGradient": "delete it, and name one ink for what it paints",
    "radialGradient": "delete it, and name one ink for what it paints",
    "pattern": "delete it, and name one ink for what it paints",
    "svg": "ungroup it: a drawing has one view box",
    "a": "delete the link, and keep what is in it",
}
_WITHOUT_IT = "draw it without; shapes over each other do nearly everything"
_GROUNDS: Mapping[str, Ground] = {"night": "night", "paper": "paper"}
_SPARE: Mapping[str, Spare] = {"": "", "cut": "cut", "whole": "whole"}
_Said = TypeVar("_Said")
_ANCHORS: Mapping[str, Align] = {"start": "left", "middle": "centre", "end": "right"}
_ALIGN = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


@lru_cache(maxsize=64)
def read(path: str, data: bytes, only_texts: bool = False) -> tuple[Drawing | None, tuple[Diagnostic, ...]]:
    """The drawing in a file, and its faults; None where it has any. Never raises, whatever the bytes are.

    With `only_texts` it has no shapes, only the places that it keeps for texts.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:  # as every other letter of UTF-16 is
        hint = "save it as UTF-8, which is what SVG editors do unless told otherwise"
        return None, (Diagnostic("R002", "it is not UTF-8 text", file=path, hint=hint),)
    source = Source(path, text)
    raw = text.encode()
    try:
        root = parse(raw)
    except BrokenXml as fault:
        span = _line(source, fault.line) if fault.line else None
        return None, (Diagnostic(fault.code, fault.message, span, fault.hint, "" if span else path),)
    reading = _Reading(source, raw, root, only_texts)
    drawing = reading.drawing()
    return (None if reading.faults else drawing), tuple(reading.faults[:_MOST_FAULTS])


def _line(source: Source, number: int) -> Span:
    start, end = source.line_at(min(number, source.text.count("\n") + 1))
    return Span(source, start, end)


class _Around(Struct, frozen=True):
    """What an element stands in."""

    place: Matrix
    paint: Paint
    depth: int = 0


class _Reading:
    """A drawing as it is read; every fault is kept, and what has one is left out."""

    def __init__(self, source: Source, raw: bytes, root: Element, only_texts: bool) -> None:
        self.faults: list[Diagnostic] = []
        self._source, self._raw, self._root, self._only_texts = source, raw, root, only_texts
        self._by_id: dict[str, Element] = {}
        for element in root.all():
            self._by_id.setdefault(element.attributes.get("id", ""), element)
        self._count = 0
        self._points = 0
        self._widest = 0.0
        self._places: list[Place] = []

    def drawing(self) -> Drawing | None:
        root = self._root
        try:
            x, y, width, height = self._view_box()
            paint = painted(Paint(), {key: one for key, one in root.attributes.items() if key != "id"})
            alt, ground, anchor = self._alt(), self._ground(), self._anchor()
            is_scene = "slice" in root.attributes.get("preserveAspectRatio", "").split()
        except Undrawable as fault:
            self._report(root, fault)
            return None
        self._check_style_sheets()
        self._widest = min(width, height) / 2
        parts = tuple(self._children(root, _Around(Matrix(e=-x, f=-y), paint)))
        if not parts and not self.faults and not self._only_texts:
            self._report(root, Undrawable("nothing is drawn in it", "draw something, and name its inks"))
        name = self._source.name.rpartition("/")[2].removesuffix(".svg")
        return Drawing(name, alt, ground, width, height, is_scene, anchor, parts, tuple(self._places))

    def _view_box(self) -> tuple[float, float, float, float]:
        attributes = self._root.attributes
        if "viewBox" in attributes:
            found = numbers(attributes["viewBox"], "viewBox")
        else:
            found = (0.0, 0.0, length(attributes, "width"), length(attributes, "height"))
        hint = 'write viewBox="0 0 960 540", the size of a slide in points, or another four numbers'
        if len(found) != 4:
            raise Undrawable("its viewBox is not four numbers", hint)
        x, y, width, height = found
        if not 1 <= width <= MOST or not 1 <= height <= MOST or not 0.05 <= width / height <= 20:
            raise Undrawable("it has no view box of a size to draw in", hint)
        return x, y, width, height

    def _alt(self) -> str:
        alt = self._root.child_text("desc") or self._root.child_text("title")
        if not alt:
            hint = "add <title> as the first thing in <svg>: what the drawing shows, for those who cannot see it"
            raise Undrawable("it does not say what it shows", hint, "E204")
        if len(alt) > _LONGEST_ALT:
            hint = f"say it in {_LONGEST_ALT} characters at most, which a voice reads in ten seconds"
            raise Undrawable(f"what it shows is said in {len(alt):,} characters", hint, "E204")
        return alt

    def _ground(self) -> Ground:
        return _named(self._root.attributes, "data-ground", "paper", _GROUNDS)

    def _anchor(self) -> tuple[float, float]:
        """What SVG says on where a drawing stands in a frame of another shape."""
        said = self._root.attributes.get("preserveAspectRatio", "xMidYMid").split()
        word = said[0] if said else ""
        if len(word) != 8 or word[0] != "x" or word[4] != "Y" or not {word[1:4], word[5:]} <= set(_ALIGN):
            hint = "write xMidYMid, or Min or Max in place of Mid for the side that must stay"
            raise Undrawable(f"preserveAspectRatio '{word[:40]}' cannot be read", hint)
        return _ALIGN[word[1:4]], _ALIGN[word[5:]]

    def _check_style_sheets(self) -> None:
        for element in self._root.all():
            if element.name == "style":
                try:
                    check_style_sheet(element.text)
                except Undrawable as fault:
                    self._report(element, fault)

    def _children(self, element: Element, around: _Around) -> Iterator[Part]:
        for child in element.children:
            if len(self.faults) >= _MOST_FAULTS:
                return
            try:
                spare = _named(child.attributes, "data-spare", "", _SPARE)
                for part in self._part(child, around):
                    yield structs.replace(part, spare=spare) if spare else part
            except Undrawable as fault:
                self._report(child, fault)

    def _part(self, element: Element, around: _Around) -> Iterator[Part]:
        name = element.name
        if name in _UNSEEN:
            if name == "defs":
                self._refuse_defined(element)
            return
        if name not in _SHAPES and name not in ("g", "use"):
            raise Undrawable(f"<{name[:40]}> cannot be drawn natively", _INSTEAD.get(name, _WITHOUT_IT))
        self._count += 1
        if self._count > MOST_ELEMENTS or around.depth > DEEPEST:
            hint = "write the shapes out, and see that nothing uses itself"
            raise Undrawable("what it uses grows beyond measure", hint)
        paint = painted(around.paint, element.attributes)
        if paint.is_hidden:
            return
        place = around.place.after(transform(element.attributes.get("transform", "")))
        inside = _Around(place, paint, around.depth + 1)
        if name == "g":
            yield from _together(_own_name(element), element.name, tuple(self._children(element, inside)))
        elif name == "use":
            yield from self._used(element, inside)
        elif "data-text" in element.attributes:
            self._keep_room(element, inside)
        elif not self._only_texts:
            yield from self._figure(element, inside)

    def _keep_room(self, element: Element, around: _Around) -> None:
        """A rectangle that is not drawn: a text of the slide stands in it, as SVG says that texts look."""
        said, paint = element.attributes, around.paint
        left, top, right, bottom = extent(around.place.path(outline(element.name, said)))
        size = length(said, "font-size") * around.place.scale
        if element.name != "rect" or size <= 0 or said.get("text-anchor", "middle") not in _ANCHORS:
            hint = "write <rect data-text=… font-size=…>; text-anchor is start, middle or end"
            raise Undrawable("it is no place for a text", hint)
        style = Style(
            0.0,
            paint.fill_ink or Ink("text"),
            font="titles" if said.get("font-family") == "serif" else "text",
            bold=said.get("font-weight") == "bold",
            align=_ANCHORS[said.get("text-anchor", "middle")],
        )
        hangs = said.get("dominant-baseline") == "hanging"
        box = (left, top, right - left, bottom - top)
        self._places.append(Place(said["data-text"], *box, size, style, hangs=hangs))

    def _refuse_defined(self, defs: Element) -> None:
        """Gradients and their like are refused where they are defined, for that is where their name stands."""
        for child in defs.children:
            if child.name not in _SHAPES and child.name not in ("g", "use") and child.name not in _UNSEEN:
                hint = _INSTEAD.get(child.name, _WITHOUT_IT)
                self._report(child, Undrawable(f"<{child.name[:40]}> cannot be drawn natively", hint))

    def _used(self, element: Element, around: _Around) -> Iterator[Part]:
        link = element.attributes.get("href", "")
        wanted = self._by_id.get(link[1:]) if link.startswith("#") else None
        if wanted is None:
            known = sorted(id for id in self._by_id if id)
            raise Undrawable(f"there is no '{link[:40]}' in the drawing", near(link.lstrip("#"), known))
        moved = Matrix(e=length(element.attributes, "x"), f=length(element.attributes, "y"))
        inside = _Around(around.place.after(moved), around.paint, around.depth + 1)
        if wanted.name != "symbol":
            parts = tuple(self._part(wanted, inside))
        elif "viewBox" in wanted.attributes:
            raise Undrawable("it uses a <symbol> with a view box of its own", "make a group <g> of the symbol")
        else:
            paint = painted(inside.paint, wanted.attributes)
            parts = tuple(self._children(wanted, _Around(inside.place, paint, inside.depth + 1)))
        yield from _together(_own_name(element), _name(wanted), parts)

    def _figure(self, element: Element, around: _Around) -> Iterator[Figure]:
        paint = around.paint
        path = outline(element.name, element.attributes)
        if len(path) < 2:
            return
        if around.place.is_flat:
            raise Undrawable("its transform leaves nothing of it", "mend the scale of it, or of a group around it")
        if around.place != Matrix():
            path = around.place.path(path)
            if any(abs(one) > MOST for one in extent(path)):
                raise Undrawable("it reaches far beyond the view box", "draw within the view box")
        self._points += len(path)
        if self._points > MOST_POINTS:
            raise Undrawable(f"the drawing has more than {MOST_POINTS:,} points", "simplify it: draw fewer shapes")
        if element.name != "line" and not paint.says_fill:
            hint = 'name one by its class, such as class="teal"; fill="none" where there is only a line'
            raise Undrawable("nothing names an ink for its fill", hint, "E203")
        fill = paint.fill_ink if element.name != "line" else None
        ink = paint.stroke_ink
        if ink and paint.stroke_width * around.place.scale > self._widest:
            raise Undrawable("its line is wider than half of the drawing", "make a shape of it, or mend 'stroke-width'")
        pen = Pen(ink, paint.stroke_width * around.place.scale, paint.dash, paint.has_round_ends) if ink else None
        if fill or pen:
            yield Figure(_name(element), path, fill, pen)

    def _report(self, element: Element, fault: Undrawable) -> None:
        start = len(self._raw[: element.at].decode())
        text = self._source.text
        end = min((at for at in (text.find(">", start), text.find("\n", start)) if at >= 0), default=len(text))
        called = f"'{_own_name(element)[:40]}'"
        is_told = element is self._root or called == "''" or called in fault.message
        whose = "" if is_told else f"{called}: "
        span = Span(self._source, start, end + 1 if text[end : end + 1] == ">" else end)
        self.faults.append(Diagnostic(fault.code, whose + fault.message, span, fault.hint))


def _named(attributes: Mapping[str, str], name: str, otherwise: str, known: Mapping[str, _Said]) -> _Said:
    """What an attribute of ours says. Raises Undrawable where that is not known."""
    said = attributes.get(name, otherwise)
    if said not in known:
        raise Undrawable(f"there is no {name.removeprefix('data-')} '{said[:40]}'", near(said, known))
    return known[said]


def _own_name(element: Element) -> str:
    """What the author calls an element: its title, else its id."""
    return element.child_text("title") or element.attributes.get("id", "")


def _name(element: Element) -> str:
    """What a part is called: as its author does, else by what kind of element it is."""
    return _own_name(element) or element.name


def _together(own_name: str, else_: str, parts: tuple[Part, ...]) -> Iterator[Part]:
    """Parts as a group; a group of one is that one, by the name of the group if that has one."""
    if len(parts) == 1:
        yield structs.replace(parts[0], name=own_name) if own_name else parts[0]
    elif parts:
        yield Cluster(own_name or else_, parts)


def find(name: Id, markup: Markup) -> Drawing | None:
    """The drawing of a name; None where there is none, or where it cannot be drawn natively."""
    path = f"assets/drawings/{name.value}.svg"
    data = markup.library.drawings(name.value)
    if data is None:
        names = markup.library.drawing_names()
        is_there = name.value in map(str.lower, names)  # a name has no capitals, so the file may have none
        hint = f"call the file '{name.value}.svg': capitals count" if is_there else near_file(name.value, names)
        markup.report(Diagnostic("R001", f"no drawing '{path}'", name.span, hint))
        return None
    drawing, faults = read(path, data, markup.library.only_texts)
    for fault in faults:
        markup.report(fault)
    return drawing


def find_scene(name: Id, markup: Markup) -> Drawing | None:
    """A drawing that fills a dark slide; None, and told, where it is none."""
    drawing = find(name, markup)
    if drawing and not (drawing.is_scene and drawing.ground == "night"):
        hint = 'choose a drawing with data-ground="night" and preserveAspectRatio="… slice"'
        markup.report(Diagnostic("E205", f"'{name.value}' does not fill a dark slide", name.span, hint))
        return None
    return drawing


def find_object(name: Id, markup: Markup, beside: str) -> Drawing | None:
    """A drawing that stands on a light slide, beside a text; None, and told, where it is none."""
    drawing = find(name, markup)
    if drawing and (drawing.is_scene or drawing.ground == "night"):
        hint = f"choose a drawing without data-ground=\"night\" and without 'slice', or do without {beside}"
        markup.report(Diagnostic("E205", f"'{name.value}' has no room for {beside}", name.span, hint))
        return None
    return drawing
