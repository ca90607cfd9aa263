"""Layouts of ours on a template's own master: parts of their own, with what one of its layouts draws and our places."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from lxml import etree
from msgspec import Struct, structs

from talkbuilder.layout.items import Image, Ink, Style, Text
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.master import shape_xml
from talkbuilder.outputs.pptx.package import Package
from talkbuilder.outputs.pptx.presentation import FIRST_MASTER_ID
from talkbuilder.outputs.pptx.template.package import Element, is_kept, parse, relationships, whole
from talkbuilder.outputs.pptx.template.styles import mark_of
from talkbuilder.outputs.pptx.xml import DRAWING, NAMES, OFFICE, PRESENTATION, TREE, join, xml

_P, _A, _R = f"{{{PRESENTATION}}}", f"{{{DRAWING}}}", f"{{{OFFICE}}}"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_LEFT_OUT = ("type", "matchingName")  # of a layout that another is made from
_EMPTY = (
    "<p:sldLayout %s><p:cSld><p:spTree>%s</p:spTree></p:cSld>"
    "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
)
_INKS = ("ink", "bullet_ink", "strong_ink", "link_ink")
_GONE = ("hf", "timing", "transition", "extLst")


class Layouts:
    """Our layouts for a template: `parts` by their names, `masters` the parts of the template that list them."""

    def __init__(self, theme: Theme, names: dict[str, str], layouts: Iterable[Layout]) -> None:
        self._theme, self._names = theme, names
        self._by_master: dict[str, list[Layout]] = {}
        for layout in layouts:
            self._by_master.setdefault(self._master_of(layout.base), []).append(layout)
        every = [one for listed in self._by_master.values() for one in listed]
        taken, numbers = set(names.values()), count(1)
        free = (part for number in numbers if (part := f"ppt/slideLayouts/slideLayout{number}.xml") not in taken)
        self.parts = {layout.name: part for layout, part in zip(every, free, strict=False)}
        self.masters = frozenset(self._by_master)

    def _master_of(self, part: str) -> str:
        related = relationships(self._theme.template, part)
        return next((one.target for one in related if one.word == "slideMaster"), part)

    def master(self, part: str) -> bytes:
        """A master of the template's, which lists ours behind its own."""
        root = parse(part, self._theme.template)
        listed = root.find(f"{_P}sldLayoutIdLst")
        free = self._first_id()
        for at, layout in enumerate(self._all()):
            if self._master_of(layout.base) == part:
                one = etree.SubElement(listed, f"{_P}sldLayoutId", nsmap=None)
                one.set("id", str(free + at))
                one.set(f"{_R}id", self._relationship(layout))
        made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return made

    def _all(self) -> list[Layout]:
        return [one for listed in self._by_master.values() for one in listed]

    def _first_id(self) -> int:
        """The first id that no master and no layout of the template's has."""
        template, main = self._theme.template, self._theme.template_main
        masters = [one.target for one in relationships(template, main) if one.word == "slideMaster"]
        roots = [parse(part, template) for part in (main, *masters) if part in self._names]
        ids = (whole(one.get("id"), 0) for root in roots for one in root.iter(_P + "sldMasterId", _P + "sldLayoutId"))
        return max([FIRST_MASTER_ID, *(id + 1 for id in ids)])

    def _relationship(self, layout: Layout) -> str:
        """The id under which a master leads to a layout of ours."""
        return f"rIdOurs{[*self.parts].index(layout.name) + 1}"

    def add(self, package: Package) -> None:
        """Adds the layouts, with what those lead to on whose drawings they stand."""
        kind = f"{OFFICE}/slideLayout"
        for master, listed in self._by_master.items():
            for layout in listed:
                part = package.add(self.parts[layout.name], _TYPE, self._layout(layout))
                package.keep(self._names[master], self._relationship(layout), part, kind, external=False)
                if layout.base == master:
                    package.relate(part, self._names[master], "slideMaster")
                    continue
                for one in relationships(self._theme.template, layout.base):
                    if is_kept(layout.base, one, self._theme.template_main, self._theme.template):
                        package.keep(part, one.id, self._names[one.target], one.kind, one.external)

    def _layout(self, layout: Layout) -> bytes:
        root = self._base(layout)
        tree = root.find(f"{_P}cSld/{_P}spTree")
        for one in [one for one in tree if isinstance(one.tag, str) and mark_of(one) is not None]:
            tree.remove(one)
        root.find(f"{_P}cSld").set("name", layout.name)
        root.set("preserve", "1")
        root.set("userDrawn", "1")
        first = 1 + max((whole(one.get("id"), 0) for one in tree.iter(f"{_P}cNvPr")), default=1)
        made = in_own_colours(layout)
        shapes = (*made.items, *made.placeholders.values())
        drawn = join(shape_xml(one, number) for number, one in enumerate(shapes, first))
        for one in etree.fromstring(xml("<p:list %s>%s</p:list>", NAMES, drawn).encode()):
            tree.append(_saying_all(one))
        etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p"])
        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return data

    def _base(self, layout: Layout) -> Element:
        """What a layout of the template's draws, or nothing where its master alone is drawn upon."""
        if layout.base in self.masters:
            return etree.fromstring(xml(_EMPTY, NAMES, TREE).encode())
        root = parse(layout.base, self._theme.template)
        for name in _LEFT_OUT:
            root.attrib.pop(name, None)
        for one in [one for one in root if str(one.tag).removeprefix(_P) in _GONE]:
            root.remove(one)
        return root


def _saying_all(shape: Element) -> Element:
    """A placeholder that inherits neither fill nor capitals nor spacing from its master's."""
    if mark_of(shape) is None:
        return shape
    properties = shape.find(f"{_P}spPr")
    if properties.find(f"{_A}solidFill") is None:
        etree.SubElement(properties, f"{_A}noFill")
    line = etree.SubElement(properties, f"{_A}ln")
    etree.SubElement(line, f"{_A}noFill")
    for run in shape.iter(f"{_A}defRPr"):
        run.set("cap", run.get("cap", "none"))
        run.set("spc", run.get("spc", "0"))
        run.set("u", "none")
    return shape


def in_colours(deck: Deck) -> Deck:
    """A deck whose inks are written out on layouts for which the template's theme has no such colours."""
    sections = tuple(
        (
            name,
            tuple(
                structs.replace(
                    page,
                    layout=in_own_colours(page.layout),
                    items=tuple(_written(one, page.layout) for one in page.items),
                )
                if page.layout.shades
                else page
                for page in pages
            ),
        )
        for name, pages in deck.sections
    )
    return structs.replace(deck, sections=sections)


def in_own_colours(layout: Layout) -> Layout:
    places = {name: _written(place, layout) for name, place in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places, items=tuple(_written(one, layout) for one in layout.items))


def _written(value: Any, layout: Layout) -> Any:
    """Anything that is drawn, with each ink of a colour that the theme does not have as that colour."""
    match value:
        case Ink():
            return _shaded(value, layout.shades[value.name]) if value.name in layout.shades else value
        case Image() | str() | bytes() | int() | float() | None:
            return value
        case tuple():
            return tuple([_written(one, layout) for one in value]) if _has_inks(value) else value
        case dict():
            return {key: _written(one, layout) for key, one in value.items()}
        case Style() if "link" in layout.shades:
            linked = structs.replace(value, link_ink=value.link_ink or Ink("link"))
            return structs.replace(linked, **{name: _written(getattr(linked, name), layout) for name in _INKS})
        case Struct():
            skipped = ("lines", "paragraphs", "path", "span", "target") if isinstance(value, Text) else ("path", "span")
            return structs.replace(
                value,
                **{
                    name: _written(one, layout)
                    for name in value.__struct_fields__
                    if name not in skipped and isinstance(one := getattr(value, name), Struct | tuple | dict)
                },
            )
        case _:
            return value


def _shaded(ink: Ink, shade: Ink) -> Ink:
    """A shade of an ink that is itself a shade of a colour of the theme."""
    return structs.replace(
        ink,
        name=shade.name,
        luminance_percent=round(shade.luminance_percent * ink.luminance_percent / 100),
        offset_percent=round(shade.offset_percent * ink.luminance_percent / 100) + ink.offset_percent,
    )


def _has_inks(values: tuple[Any, ...]) -> bool:
    return any(isinstance(one, Struct | tuple) for one in values)
