"""A template package to a Theme: its layouts, their placeholders, and how text in them is set."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from msgspec import Struct

from talkbuilder.units import EMU_PER_POINT, Emu

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KEEP_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
LEVELS = 5


class Style(Struct, frozen=True):
    """How one level of a placeholder's text is set."""

    size_pt: float = 18.0
    family: str = "Calibri"
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    spacing_pt: float = 0.0  # added between letters
    line_percent: float = 100.0
    before_pt: float = 0.0
    left: Emu = 0
    indent: Emu = 0  # of the first line, from `left`; negative where it hangs out
    bullet: bool = False  # a mark fills what hangs out


class Placeholder(Struct, frozen=True):
    """A place on a layout that a slide fills; lengths in EMU."""

    name: str
    type: str
    index: int
    x: Emu
    y: Emu
    width: Emu
    height: Emu
    insets: tuple[Emu, Emu, Emu, Emu]  # left, top, right, bottom
    styles: tuple[Style, ...]  # by level


class Layout(Struct, frozen=True):
    """A layout of the template, its placeholders by name and in reading order."""

    name: str
    part: str
    placeholders: Mapping[str, Placeholder]
    colour_map: str  # its p:clrMapOvr, which slides repeat


class Theme(Struct, frozen=True):
    """A template: the parts of its package, and its layouts by name."""

    name: str
    parts: Mapping[str, bytes]
    width: Emu
    height: Emu
    layouts: Mapping[str, Layout]


def read_theme(name: str, parts: Mapping[str, bytes]) -> Theme:
    """The theme in a template package, {part name: bytes}. Raises KeyError where the package is not whole."""
    presentation = ElementTree.fromstring(parts["ppt/presentation.xml"])
    size = presentation.find(f"{_P}sldSz")
    assert size is not None
    master_part = next(_targets(parts, "ppt/presentation.xml", "slideMaster"))
    master = ElementTree.fromstring(parts[master_part])
    fonts = _fonts(parts[next(_targets(parts, master_part, "theme"))])
    layouts = (_layout(part, parts[part], master, fonts) for part in _targets(parts, master_part, "slideLayout"))
    return Theme(
        name,
        parts,
        int(size.get("cx", 0)),
        int(size.get("cy", 0)),
        {layout.name: layout for layout in layouts},
    )


def _targets(parts: Mapping[str, bytes], part: str, kind: str) -> Iterator[str]:
    folder, file = part.rsplit("/", 1)
    for rel in ElementTree.fromstring(parts[f"{folder}/_rels/{file}.rels"]).iter(f"{_RELS}Relationship"):
        if rel.get("Type", "").endswith("/" + kind):
            target = rel.get("Target", "")
            yield target[1:] if target.startswith("/") else _joined(folder, target)


def _joined(folder: str, target: str) -> str:
    steps = folder.split("/")
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


def _fonts(theme_xml: bytes) -> dict[str, str]:
    """The families behind +mj-lt and +mn-lt."""
    root = ElementTree.fromstring(theme_xml)
    families = {}
    for short, tag in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = root.find(f".//{_A}{tag}/{_A}latin")
        families[short] = latin.get("typeface", "Calibri") if latin is not None else "Calibri"
    return families


def _layout(part: str, xml: bytes, master: ElementTree.Element, fonts: Mapping[str, str]) -> Layout:
    root = ElementTree.fromstring(xml)
    slide = root.find(f"{_P}cSld")
    assert slide is not None
    found = {}
    for shape in root.iter(f"{_P}sp"):
        mark = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        label = shape.find(f"{_P}nvSpPr/{_P}cNvPr")
        if mark is not None and label is not None:
            placeholder = _placeholder(shape, mark, label.get("name", ""), master, fonts)
            found[placeholder.name] = placeholder
    colours = re.search(rb"<p:clrMapOvr>.*?</p:clrMapOvr>", xml, re.DOTALL)
    return Layout(slide.get("name", ""), part, found, colours[0].decode() if colours else _KEEP_COLOURS)


def _placeholder(
    shape: ElementTree.Element,
    mark: ElementTree.Element,
    name: str,
    master: ElementTree.Element,
    fonts: Mapping[str, str],
) -> Placeholder:
    kind = mark.get("type", "obj")
    parent = _on_master(master, kind)
    sources = [shape] if parent is None else [shape, parent]
    x, y = _pair(sources, "off", "x", "y")
    width, height = _pair(sources, "ext", "cx", "cy")
    bodies = [found for s in sources if (found := s.find(f"{_P}txBody/{_A}bodyPr")) is not None]

    def inset(side: str, default: Emu) -> Emu:
        return next((int(body.get(side, "")) for body in bodies if body.get(side)), default)

    # What the format says where nothing is written: a tenth of an inch at the sides, half of that above and below.
    insets = (inset("lIns", 91440), inset("tIns", 45720), inset("rIns", 91440), inset("bIns", 45720))
    lists = [found for s in sources if (found := s.find(f"{_P}txBody/{_A}lstStyle")) is not None]
    tag = "titleStyle" if kind in ("title", "ctrTitle") else "bodyStyle"
    if (whole := master.find(f"{_P}txStyles/{_P}{tag}")) is not None:
        lists.append(whole)
    styles = tuple(_style(lists, level, fonts) for level in range(1, LEVELS + 1))
    return Placeholder(name, kind, int(mark.get("idx", "0")), x, y, width, height, insets, styles)


def _pair(sources: list[ElementTree.Element], tag: str, first: str, second: str) -> tuple[Emu, Emu]:
    """The position or the size of a shape, from the first of its sources that has one."""
    found = (source.find(f"{_P}spPr/{_A}xfrm/{_A}{tag}") for source in sources)
    here = next((one for one in found if one is not None), None)
    return (0, 0) if here is None else (int(here.get(first, 0)), int(here.get(second, 0)))


def _on_master(master: ElementTree.Element, kind: str) -> ElementTree.Element | None:
    wanted = "title" if kind in ("title", "ctrTitle") else kind if kind in ("dt", "ftr", "sldNum") else "body"
    for shape in master.iter(f"{_P}sp"):
        mark = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if mark is not None and mark.get("type", "obj") == wanted:
            return shape
    return None


def _style(lists: list[ElementTree.Element], level: int, fonts: Mapping[str, str]) -> Style:
    paragraphs = [found for one in lists if (found := one.find(f"{_A}lvl{level}pPr")) is not None]
    runs = [found for one in paragraphs if (found := one.find(f"{_A}defRPr")) is not None]

    def first(elements: list[ElementTree.Element], key: str, default: str) -> str:
        return next((value for one in elements if (value := one.get(key)) is not None), default)

    def spacing(tag: str, unit: str, default: float) -> float:
        found = (one.find(f"{_A}{tag}/{_A}{unit}") for one in paragraphs)
        return next((float(one.get("val", "0")) for one in found if one is not None), default)

    latin = (one.find(f"{_A}latin") for one in runs)
    family = next((one.get("typeface", "") for one in latin if one is not None), "+mn-lt")
    return Style(
        size_pt=int(first(runs, "sz", "1800")) / 100,
        family=fonts.get(family, family),
        bold=first(runs, "b", "0") in ("1", "true"),
        italic=first(runs, "i", "0") in ("1", "true"),
        capitals=first(runs, "cap", "none") == "all",
        spacing_pt=int(first(runs, "spc", "0")) / 100,
        line_percent=spacing("lnSpc", "spcPct", 100_000) / 1000,
        before_pt=spacing("spcBef", "spcPts", 0) / 100,
        left=int(first(paragraphs, "marL", "0")),
        indent=int(first(paragraphs, "indent", "0")),
        bullet=_has_bullet(paragraphs),
    )


def _has_bullet(paragraphs: list[ElementTree.Element]) -> bool:
    for paragraph in paragraphs:
        if paragraph.find(f"{_A}buNone") is not None:
            return False
        if any(paragraph.find(f"{_A}{tag}") is not None for tag in ("buChar", "buAutoNum", "buBlip")):
            return True
    return False


def inner_size_pt(placeholder: Placeholder) -> tuple[float, float]:
    """Width and height that text has in a placeholder, in points."""
    left, top, right, bottom = placeholder.insets
    return (
        (placeholder.width - left - right) / EMU_PER_POINT,
        (placeholder.height - top - bottom) / EMU_PER_POINT,
    )
