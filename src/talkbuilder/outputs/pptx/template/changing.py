"""The layouts of a template, changed: drawings put on them, and titles set and placed anew."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import count
from typing import NamedTuple

from lxml import etree
from msgspec import structs

from talkbuilder.outputs.pptx.package import CONTENT_TYPES
from talkbuilder.outputs.pptx.template.names import is_seldom, sort_by_name, sort_by_type
from talkbuilder.outputs.pptx.template.package import (
    Element,
    Parts,
    page_of,
    parse,
    relationships,
    relationships_of,
    type_in,
    whole,
    written,
)
from talkbuilder.outputs.pptx.template.shapes import box_of, place_of
from talkbuilder.outputs.pptx.template.styles import A, P, mark_of, on_master
from talkbuilder.outputs.pptx.xml import DRAWING, NAMES, OFFICE
from talkbuilder.units import Box

_FIRST_ID = 2_147_500_000  # of a layout that we add; the format begins a little lower
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
OF_SLIDES = "House"  # what is called so in a layout stood on slides
_COVERS = 0.6  # of the page, that what is its ground covers at least
_NEAR = 0.025  # of the page: what stands so near to each other stands at one place
_FILLED, _LOWEST = 2 / 3, 0.98  # of the page, that layouts fill at least, and where a foot ends
_MEASURED = tuple(A + tag for tag in ("off", "ext", "chOff", "chExt", "rPr", "defRPr", "endParaRPr"))
_OF_RUNS = ("sz", "b", "i")
_FILLS = tuple(A + tag for tag in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_UNDER = ("effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill")
_BEFORE_FONT = (f"{A}ln", *_FILLS, *(A + tag for tag in _UNDER))
FIRST_LEVEL = f"{P}txBody/{A}lstStyle/{A}lvl1pPr"
_PLACE = (
    f"<p:sp {NAMES}><p:nvSpPr><p:cNvPr id='%d' name='%s'/><p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr>"
    "<p:nvPr><p:ph type='%s'/></p:nvPr></p:nvSpPr><p:spPr/>"
    "<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p/></p:txBody></p:sp>"
)


def middle_of(box: Box) -> Box:
    return Box(box.x + box.width // 2, box.y + box.height // 2, 0, 0)


class Place(NamedTuple):
    """A place to fill: the kinds of placeholders that it may be, the likeliest first, and what it inherits from."""

    name: str
    kinds: tuple[str, ...]
    of_master: str
    styles: str


TITLE = Place("Title", ("title", "ctrTitle"), "title", "titleStyle")
FOOTER = Place("Footer", ("ftr",), "ftr", "otherStyle")
NUMBER = Place("Slide Number", ("sldNum",), "sldNum", "otherStyle")
SUBTITLE = Place("Subtitle", ("subTitle", "body"), "body", "bodyStyle")
Traits = dict[str, str | None]  # how letters and their paragraphs are set; None where that is left to others


def text_of(element: Element) -> str:
    """An element as text, the same wherever it stands."""
    return str(etree.tostring(element, method="c14n", exclusive=True), "utf-8")


def _is_for_texts(shape: Element, or_all: bool) -> bool:
    """Whether a shape is a place for texts, or for anything."""
    mark = mark_of(shape)
    return mark is not None and (or_all or mark.get("type", "obj") in ("body", "obj", "subTitle"))


def of_run(run: Element | None) -> Traits:
    """What is said of letters."""
    if run is None:
        return dict.fromkeys((*_OF_RUNS, "ink", "font"))
    ink, font = run.find(f"{A}solidFill"), run.find(f"{A}latin")
    ink = None if ink is None or ink.find(f"{A}sysClr") is not None else ink  # which is that of no theme
    inked = {"ink": None if ink is None else text_of(ink), "font": None if font is None else font.get("typeface")}
    return {**{name: run.get(name) for name in _OF_RUNS}, **inked}


def of_level(level: Element | None) -> Traits:
    """What is said of paragraphs and their letters."""
    run = None if level is None else level.find(f"{A}defRPr")
    return {"algn": None if level is None else level.get("algn"), **of_run(run)}


class Layouts:
    """The layouts of a template, while something is put into them."""

    def __init__(self, template: Parts) -> None:
        self.file, self.parts = template.file, dict(template.parts)
        self._roots: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._presentation = parse(template.main, self.parts)
        self.page = page_of(self._presentation)
        masters = [one.target for one in relationships(self.parts, template.main) if one.word == "slideMaster"]
        self.master_of = {
            one.target: master
            for master in masters
            for one in relationships(self.parts, master)
            if one.word == "slideLayout"
        }

    def root(self, part: str) -> Element:
        if part not in self._roots:
            self._roots[part] = parse(part, self.parts)
        return self._roots[part]

    def finished(self) -> dict[str, bytes]:
        return self.parts | {part: written(self._roots[part]) for part in sorted(self._changed)}

    def box(self, shape: Element) -> Box | None:
        """Where a shape stands; None where that is not said, or it is turned."""
        place = place_of(shape)
        return None if place is None or place.get("rot", "0") != "0" else box_of(place)

    def covers(self, box: Box) -> bool:
        """Whether most of the page lies under a box."""
        return box.width * box.height >= _COVERS * self.page.width * self.page.height

    def is_near(self, one: Box, other: Box) -> bool:
        """Whether two boxes stand at one place, and are of one size."""
        return self.begin_alike(one, other) and self.begin_alike(Box(*one[2:], 0, 0), Box(*other[2:], 0, 0))

    def begin_alike(self, one: Box, other: Box) -> bool:
        wide, high = _NEAR * self.page.width, _NEAR * self.page.height
        return abs(one.x - other.x) <= wide and abs(one.y - other.y) <= high

    def draw(self, one: Element, targets: Mapping[str, str], part: str) -> None:
        """Puts a drawing of a slide over what a layout draws: without its name, its links and what runs."""
        made = self._kept(one, targets, part)
        for at, label in enumerate(made.iter(f"{P}cNvPr"), start=self._free(part)):
            label.attrib.update({"id": str(at), "name": f"{OF_SLIDES} {at}"})
        self.tree(part).append(made)
        self._changed.add(part)

    def drawn(self, part: str) -> list[Box]:
        """Where a layout draws something."""
        drawn = (one for one in self.tree(part).iterchildren(f"{P}sp", f"{P}pic") if mark_of(one) is None)
        return [box for one in drawn if (box := self.box(one))]

    def ground(self, part: str) -> Element | None:
        return self.root(part).find(f"{P}cSld/{P}bg")

    def has_ground(self, part: str) -> bool:
        """Whether a layout has a ground of its own, or something that covers most of it."""
        return self.ground(part) is not None or any(map(self.covers, self.drawn(part)))

    def set_ground(self, ground: Element | None, slide: Element, targets: Mapping[str, str], part: str) -> None:
        """Gives a layout the ground of a slide, if there is one to give, and what colours mean on that."""
        root = self.root(part)
        colours, old = (one.find(f"{P}clrMapOvr") for one in (slide, root))
        if colours is not None and old is not None:
            old[:] = map(deepcopy, colours)
        if ground is not None:
            for one in root.findall(f"{P}cSld/{P}bg"):
                one.getparent().remove(one)
            root.find(f"{P}cSld").insert(0, self._kept(ground, targets, part))
        self._changed.add(part)

    def _kept(self, one: Element, targets: Mapping[str, str], part: str) -> Element:
        """A copy of what a slide shows, with its pictures, and nothing else that it says or leads to."""
        made = deepcopy(one)
        for holder in [*made.iter(f"{P}nvPr", f"{P}cNvPr", f"{P}txBody")]:
            holder.attrib.clear()
            holder[:] = [*map(etree.fromstring, _EMPTY)] if holder.tag == f"{P}txBody" else []
        for child in [*made.iter(etree.Element)]:
            led = [name for name in child.attrib if name.startswith(f"{{{OFFICE}}}")]
            if child.tag == f"{A}blip":
                target = targets[child.get(f"{{{OFFICE}}}embed")]
                for name in led:
                    del child.attrib[name]
                child.set(f"{{{OFFICE}}}embed", self._lead(part, target))
            elif led or etree.QName(child).localname == "extLst":
                child.getparent().remove(child)
        return made

    def copy(self, part: str, name: str) -> str:
        """Another layout of the same master, the last of its list, that is a copy of one; its part."""
        folder, master = part.rpartition("/")[0], self.master_of[part]
        new = next(one for number in count(1) if (one := f"{folder}/slideLayout{number}.xml") not in self.parts)
        self._roots[new], self.master_of[new] = deepcopy(self.root(part)), master
        self.parts[new] = self.parts[part]
        self.parts[relationships_of(new)] = self.parts[relationships_of(part)]
        types = parse(CONTENT_TYPES, self.parts)
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{new}", ContentType=type_in(self.parts)(part))
        self.parts[CONTENT_TYPES] = written(types)
        roots = {self.root(one) for one in self.master_of.values()} | {self._presentation}
        taken = {one.get("id") for root in roots for one in root.iter(f"{P}sldLayoutId", f"{P}sldMasterId")}
        made = etree.Element(f"{P}sldLayoutId", id=next(str(id) for id in count(_FIRST_ID) if str(id) not in taken))
        made.set(f"{{{OFFICE}}}id", self._lead(master, new, "slideLayout"))
        self.root(master).find(f"{P}sldLayoutIdLst").append(made)
        self.root(new).find(f"{P}cSld").set("name", name)
        self._changed.update((new, master))
        return new

    def sort(self, part: str) -> str:
        """What a layout is for, by its name or else its type."""
        return sort_by_name(self._name(part)) or sort_by_type(self.root(part).get("type", ""))

    def is_seldom(self, part: str) -> bool:
        """Whether a layout is for slides of which a talk has few, as one that opens it."""
        return is_seldom(self._name(part), self.root(part).get("type", ""))

    def box_of(self, part: str, place: Place) -> Box | None:
        """Where a place of a layout is; None where it has none."""
        shape = self.filled(self.tree(part), place)
        if shape is None:
            return None
        of_master = on_master(self.root(self.master_of[part]), place.of_master)
        boxes = (self.box(one) for one in (shape, of_master) if one is not None)
        return next((box for box in boxes if box), None)

    def head(self, part: str, share: float) -> Element | None:
        """The mark of a place for texts that is as wide as a title, ends in a share of the page's height, and stands
        over all others of a layout in letters as large as theirs."""
        marks = ((one, mark_of(one)) for one in self.tree(part).iterchildren(f"{P}sp"))
        texts = [(one, mark) for one, mark in marks if mark is not None and mark.get("type") == "body"]
        usual = of_level(self.root(self.master_of[part]).find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr"))["sz"]
        sized = {mark: whole(of_level(one.find(FIRST_LEVEL))["sz"] or usual, 0) for one, mark in texts}
        boxed = sorted(((box.y, box, mark) for one, mark in texts if (box := self.box(one))), key=lambda one: one[0])
        for y, box, mark in boxed[:1]:
            is_alone = all(other >= y + box.height // 2 for other, *_ in boxed[1:])
            is_wide = 5 * box.width > 2 * self.page.width and box.bottom < share * self.page.height
            if is_alone and is_wide and sized[mark] == max(sized.values()):
                return mark
        return None

    def make_title(self, part: str, mark: Element) -> None:
        """Makes the title of a layout of a place for texts, by its mark; it is set as it was."""
        mark.attrib.update({"type": TITLE.kinds[0]})
        for name in ("idx", "sz"):
            mark.attrib.pop(name, None)
        self._changed.add(part)
        self.set_place(part, TITLE, None, self.traits(part, TITLE._replace(of_master="body", styles="bodyStyle")))

    def traits(self, part: str, place: Place) -> Traits:
        """How a place of a layout is set by what is said of it already."""
        master, shape = self.root(self.master_of[part]), self.filled(self.tree(part), place)
        shapes = [one for one in (shape, on_master(master, place.of_master)) if one is not None]
        levels = [one.find(FIRST_LEVEL) for one in shapes]
        levels.append(master.find(f"{P}txStyles/{P}{place.styles}/{A}lvl1pPr"))
        said: Traits = {"b": "0", "i": "0", "algn": "l", "anchor": "t"}
        for level in reversed(levels):
            said |= {name: value for name, value in of_level(level).items() if value is not None}
        for one in reversed(shapes):
            body = one.find(f"{P}txBody/{A}bodyPr")
            said["anchor"] = said["anchor"] if body is None else body.get("anchor", said["anchor"])
        return said

    def set_place(self, part: str, place: Place, box: Box | None, traits: Traits) -> bool:
        """Sets a place of a layout and puts it into a box, where it has one; whether that is anything new. A layout
        without such a place gets one in the box."""
        shape, was = self.filled(self.tree(part), place), self.box_of(part, place)
        if shape is None:
            if box is None:
                return False
            shape = etree.fromstring(_PLACE % (self._free(part), place.name, place.kinds[0]))
            if place is SUBTITLE:
                shape.find(f".//{P}ph").set("idx", "1")
            self.tree(part).append(shape)
        now = self.traits(part, place)
        new: Traits = {name: value for name, value in traits.items() if value is not None and value != now.get(name)}
        is_moved = box is not None and (was is None or not self.is_near(was, box))
        if box is not None and is_moved:
            _put(shape, box)
        if new or is_moved:
            _set(shape, new)
            self._changed.add(part)
        return bool(new or is_moved)

    def set_letters(self, master: str, parts: Iterable[str], traits: Mapping[str, str], is_all: bool) -> bool:
        """Sets the letters of texts, or of all places, on a master, and where some layouts say otherwise; whether that
        is anything new."""
        lists, is_new = f"{P}txStyles/{'*' if is_all else f'{P}bodyStyle'}/*/{A}defRPr", False
        for part in (master, *parts):
            places = (one for one in self.tree(part).iterchildren(f"{P}sp") if _is_for_texts(one, is_all))
            usual = [(run, True) for run in self.root(part).iterfind(lists)]
            own = [(run, False) for one in places for run in one.iter(f"{A}defRPr", f"{A}rPr")]
            for run, is_usual in (*usual, *own):  # what a place does not say, it has of these
                had = of_run(run)
                new = {name: value for name, value in traits.items() if had[name] != value and (had[name] or is_usual)}
                _set_letters(run, new)
                is_new |= bool(new)
            self._changed.add(part)
        return is_new

    def is_whole(self, part: str) -> bool:
        """Whether a layout is one of a master's that lists what it has, and has shapes."""
        master = self.master_of.get(part)
        return bool(master and len(self.tree(part)) and self.root(master).find(f"{P}sldLayoutIdLst") is not None)

    def remove(self, part: str, place: Place) -> None:
        """Takes a place from a layout, where it has it."""
        if (shape := self.filled(self.tree(part), place)) is not None:
            self.tree(part).remove(shape)

    def remove_drawn(self, part: str, shown: Iterable[Element]) -> None:
        """Takes from a layout what was drawn on it for it stood on slides, but for what is where some is shown."""
        boxes = [box for one in shown if (box := self.box(one))]
        for one in [*self.tree(part)]:
            label, box = next(one.iter(f"{P}cNvPr"), None), self.box(one)
            is_drawn = label is not None and label.get("name", "").startswith(f"{OF_SLIDES} ")
            if is_drawn and box and not any(self.is_near(box, each) for each in boxes):
                self.tree(part).remove(one)

    def empty(self, part: str, shape: Element) -> None:
        """Takes the words from a shape of a layout."""
        for one in shape.iter(f"{A}t"):
            one.text = ""
        self._changed.add(part)

    def filled(self, tree: Element, place: Place) -> Element | None:
        """The placeholder of a tree of shapes that is such a place."""
        marked = [(mark.get("type"), one) for one in tree.iterfind(f"{P}sp") if (mark := mark_of(one)) is not None]
        return next((one for kind in place.kinds for its, one in marked if its == kind), None)

    def _name(self, part: str) -> str:
        slide = self.root(part).find(f"{P}cSld")
        return "" if slide is None else str(slide.get("name", ""))

    def tree(self, part: str) -> Element:
        """The shapes of a layout; a broken one has none."""
        tree = self.root(part).find(f"{P}cSld/{P}spTree")
        return etree.Element(f"{P}spTree") if tree is None else tree

    def _free(self, part: str) -> int:
        """An id that no shape of a layout has, nor any that is higher."""
        return 1 + max((whole(label.get("id"), 0) for label in self.root(part).iter(f"{P}cNvPr")), default=0)

    def _lead(self, part: str, target: str, word: str = "image") -> str:
        """The id by which a part leads to another of the file, which is kept with it."""
        known = {one.target: one.id for one in relationships(self.parts, part) if one.word == word}
        if target not in known:
            self.parts.setdefault(target, self.file.get(target, b""))
            root = parse(relationships_of(part), self.parts)
            ids = {one.get("Id") for one in root}
            known[target] = next(id for number in count(1) if (id := f"house{number}") not in ids)
            kind = root.tag.removesuffix("s")
            etree.SubElement(root, kind, Id=known[target], Type=f"{OFFICE}/{word}", Target=f"/{target}")
            self.parts[relationships_of(part)] = written(root)
        return known[target]


def fitted(template: Parts) -> Parts:
    """A template whose masters fill the page: of one that was enlarged without them they are scaled, with those of
    their layouts that do not fill it either. Raises TemplateFault."""
    layouts, scaled = Layouts(template), dict(template.parts)
    page = layouts.page

    def filled(part: str) -> tuple[int, int, int]:
        """From where to where across, and down to where a part has places."""
        marked = (one for one in layouts.tree(part).iterfind(f"{P}sp") if mark_of(one) is not None)
        boxes = [box for one in marked if (box := layouts.box(one))] or [Box(0, 0, 0, 0)]
        return min(one.x for one in boxes), max(one.right for one in boxes), max(one.bottom for one in boxes)

    def is_small(part: str) -> bool:
        _, right, bottom = filled(part)
        return right < _FILLED * page.width and bottom < _FILLED * page.height

    masters = (one for one in dict.fromkeys(layouts.master_of.values()) if is_small(one))
    for master in (one for one in masters if layouts.filled(layouts.tree(one), NUMBER) is not None):
        left, right, bottom = filled(master)
        across, down = page.width / (right + max(0, left)), _LOWEST * page.height / max(1, bottom)
        factors = {"x": across, "cx": across, "y": down, "cy": down, "sz": min(across, down)}
        for part in (master, *(one for one, its in layouts.master_of.items() if its == master and is_small(one))):
            for one in layouts.root(part).iter(*_MEASURED):
                measured = [(name, whole(value, 0)) for name, value in one.items() if name in factors]
                one.attrib.update({name: str(round(round(factors[name] * value), -2)) for name, value in measured})
            scaled[part] = written(layouts.root(part))
    return structs.replace(template, parts=scaled)


_EMPTY = (f'<a:bodyPr xmlns:a="{DRAWING}"/>', f'<a:lstStyle xmlns:a="{DRAWING}"/>', f'<a:p xmlns:a="{DRAWING}"/>')


def _put(shape: Element, box: Box) -> None:
    properties = _child(shape, f"{P}spPr", 1)
    for old in properties.findall(f"{A}xfrm"):
        properties.remove(old)
    place = _child(properties, f"{A}xfrm", 0)
    etree.SubElement(place, f"{A}off", x=str(box.x), y=str(box.y))
    etree.SubElement(place, f"{A}ext", cx=str(box.width), cy=str(box.height))


def _set(shape: Element, traits: Traits) -> None:
    """Sets a place to fill, in what its slides inherit."""
    body = _child(shape, f"{P}txBody", len(shape))
    anchored, styles = _child(body, f"{A}bodyPr", 0), _child(body, f"{A}lstStyle", 1)
    if anchor := traits.pop("anchor", None):
        anchored.set("anchor", anchor)
    if not traits:
        return
    level = _child(styles, f"{A}lvl1pPr", len(styles.findall(f"{A}defPPr")))
    run = _child(level, f"{A}defRPr", len(level) - len(level.findall(f"{A}extLst")))
    if align := traits.get("algn"):
        level.set("algn", align)
    _set_letters(run, traits)


def _set_letters(run: Element, traits: Mapping[str, str | None]) -> None:
    for name in _OF_RUNS:
        if value := traits.get(name):
            run.set(name, value)
    if ink := traits.get("ink"):
        _replace(run, etree.fromstring(ink), _FILLS, (f"{A}ln",))
    if font := traits.get("font"):
        _replace(run, etree.Element(f"{A}latin", typeface=font), (f"{A}latin",), _BEFORE_FONT)


def _child(holder: Element, tag: str, at: int) -> Element:
    """A child of an element; one that is put there, where it has none."""
    found = holder.find(tag)
    if found is None:
        found = etree.Element(tag)
        holder.insert(at, found)
    return found


def _replace(run: Element, made: Element, old: Iterable[str], before: Iterable[str]) -> None:
    """Puts a trait of letters in the place of another, behind those that the schema has before it."""
    for one in [*run.iterchildren(*old)]:
        run.remove(one)
    run.insert(len([*run.iterchildren(*before)]), made)
