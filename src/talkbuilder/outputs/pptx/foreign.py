"""The foreign half of the package: a template's parts as they are, its presentation, into which ours is put, and
layouts of ours on its own master: parts with what one of its layouts draws and our places."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from lxml import etree
from msgspec import Struct, structs

from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Image, Ink, Style, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.pictures import cleaned
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.master import FIRST_MASTER_ID, shape_xml
from talkbuilder.outputs.pptx.package import CONTENT_TYPES, Package, PackageFault
from talkbuilder.outputs.pptx.presentation import PART, TYPE, notes_master_list
from talkbuilder.outputs.pptx.template.colours import lightened, lightness_of
from talkbuilder.outputs.pptx.template.inks import MIST
from talkbuilder.outputs.pptx.template.layouts import TITLES
from talkbuilder.outputs.pptx.template.package import (
    Element,
    Relationship,
    is_kept,
    leads_to,
    parse,
    relationships,
    tidied,
    type_in,
    whole,
    written,
)
from talkbuilder.outputs.pptx.template.styles import mark_of
from talkbuilder.outputs.pptx.xml import DRAWING, MASTER_COLOURS, NAMES, OFFICE, PRESENTATION, Xml, join, xml

_P, _A, _R = f"{{{PRESENTATION}}}", f"{{{DRAWING}}}", f"{{{OFFICE}}}"
# What a presentation holds, in the order of the schema: of a template's own, what belongs to its slides goes with them.
_CHILDREN = (
    *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    *("embeddedFontLst", "kinsoku", "defaultTextStyle", "extLst"),
)
_LEFT_OUT = ("sldIdLst", "extLst")
# Parts that the writer names itself: a template's own of such names get other ones.
_RESERVED = re.compile(r"ppt/(slides|notesSlides|charts|embeddings|template)/|ppt/media/picture\d|docProps/|ppt/[^/]+$")
# Types that programs write and PowerPoint does not know, and what they mean.
_TYPES_MEANT = {"image/svg": "image/svg+xml", "image/jpg": "image/jpeg"}


class Presentation:
    """The presentation of a template, without its slides; `notes_master` is a part, "" where it has none.

    `number` and those after it end the name of no part of the template.
    """

    def __init__(self, package: Package, theme: Theme, names: Mapping[str, str], stand_ins: Mapping[str, str]) -> None:
        self._package, self._parts, self._names, self._stand_ins = package, theme.template, names, stand_ins
        self._root = _emptied(parse(theme.template_main, theme.template))
        kept = _kept(theme.template_main, theme)
        notes = next((one for one in kept if one.word == "notesMaster"), None)
        self.notes_master = names[notes.target] if notes else ""
        self._notes_master_id = notes.id if notes else ""
        self.number = 1 + max(
            (int(found) for part in names.values() for found in re.findall(r"(\d+)\.", part)), default=0
        )

    def layout(self, layout: Layout) -> str:
        """The part of a layout, the template's own or one of ours on its master."""
        return self._names[layout.part] if layout.part else self._stand_ins[layout.name]

    def colours_of(self, layout: Layout) -> Xml:
        """Which colours text and grounds are on a layout of the template's; its slides repeat it."""
        override = parse(layout.part or layout.base, self._parts).find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
        if override is None:
            return MASTER_COLOURS
        mapped = (xml(' %s="%s"', name, value) for name, value in override.attrib.items())
        return xml("<p:clrMapOvr><a:overrideClrMapping%s/></p:clrMapOvr>", Xml("".join(mapped)))

    def finish(self, notes_masters: Xml, slides: Xml, extensions: Xml) -> None:
        """Adds the presentation: with the lists of notes masters (nothing where it has one) and of slides, and with
        extensions (`p:ext`), each where the schema wants it.

        Raises PackageFault where no slide is listed, or a list is that of something else.
        """
        if not self.notes_master:
            self._insert("notesMasterIdLst", _pieces(notes_masters))
        elif self._root.find(f"{_P}notesMasterIdLst") is None:  # python-pptx leaves it out, and Keynote then the notes
            self._insert("notesMasterIdLst", _pieces(notes_master_list(self._notes_master_id)))
        self._insert("sldIdLst", _pieces(slides))
        if not len(self._root.find(f"{_P}sldIdLst")):
            raise PackageFault("the presentation lists no slide")
        if extensions:
            self._insert("extLst", _pieces(xml("<p:extLst>%s</p:extLst>", extensions)))
        self._package.add(PART, TYPE, tidied(self._root))

    def _insert(self, tag: str, pieces: Sequence[Element]) -> None:
        """Puts one element, of that tag, where the schema wants it."""
        if [one.tag for one in pieces] != [_P + tag]:
            raise PackageFault(f"one '{tag}' is wanted")
        before = [_P + name for name in _CHILDREN[: _CHILDREN.index(tag)]]
        self._root.insert(sum(one.tag in before for one in self._root), pieces[0])


def add_template(package: Package, theme: Theme, stand_ins: Iterable[Layout]) -> Presentation:
    """Adds the template's masters, layouts, themes and media with their relationships, ids kept, and layouts of ours on
    its drawings. The presentation is added by its `finish`, under the name PART.

    Raises PackageFault where a part that is expected is missing.
    """
    names = _names(theme)
    type_of = type_in(theme.template)
    ours = Layouts(theme, names, stand_ins)
    for part, name in names.items():
        if part != theme.template_main:
            given = type_of(part)
            if not given:
                raise PackageFault(f"the template says no type of '{part}'")
            data = ours.master(part) if part in ours.masters else cleaned(theme.template[part])
            package.add(name, _TYPES_MEANT.get(given, given), data)
        for one in _kept(part, theme):
            target = names.get(one.target)
            if target is None:
                raise PackageFault(f"the template's '{part}' leads to '{one.target}', which is not there")
            package.keep(name, one.id, target, one.kind, one.external)
    ours.add(package)
    return Presentation(package, theme, names, ours.parts)


def _names(theme: Theme) -> dict[str, str]:
    """What the template's parts are called in the deck: as they were, but for those of names that are ours."""
    parts = [part for part in theme.template if part != CONTENT_TYPES and "_rels/" not in part]
    made = {part: f"ppt/template/{part.replace('/', '-')}" if _RESERVED.match(part) else part for part in parts}
    if theme.template_main not in made:
        raise PackageFault("the template has no presentation")
    return made | {theme.template_main: PART}


def _kept(part: str, theme: Theme) -> list[Relationship]:
    return [
        one for one in relationships(theme.template, part) if is_kept(part, one, theme.template_main, theme.template)
    ]


def _emptied(root: Element) -> Element:
    """A presentation without its slides and all that belongs to them."""
    for one in list(root):
        name = str(one.tag).removeprefix(_P)
        if name in _LEFT_OUT or name not in _CHILDREN:
            root.remove(one)
    return root


def _pieces(made: Xml) -> list[Element]:
    return list(etree.fromstring(xml("<p:list %s>%s</p:list>", NAMES, made).encode()))


_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_SAID_ONCE = ("type", "matchingName")  # of a layout that another is made from
_INKS = ("ink", "bullet_ink", "strong_ink", "link_ink")
_GONE = ("hf", "timing", "transition", "extLst")


class Layouts:
    """Our layouts for a template: `parts` by their names, `masters` the parts of the template that list them."""

    def __init__(self, theme: Theme, names: dict[str, str], layouts: Iterable[Layout]) -> None:
        self._theme, self._names = theme, names
        self._layouts = [(layout, leads_to("slideMaster", layout.base, theme.template)) for layout in layouts]
        masters = {master: parse(master, theme.template) for _, master in self._layouts}
        # Letters of texts smear in an outline or a shadow; titles are large enough for it.
        adorned = [f".//{_A}defRPr/{_A}{tag}" for tag in ("ln", "effectLst")]
        self._adorning = {part for part, root in masters.items() if any(root.find(one) is not None for one in adorned)}
        taken, numbers = set(names.values()), count(1)
        free = (part for number in numbers if (part := f"ppt/slideLayouts/slideLayout{number}.xml") not in taken)
        self.parts = {layout.name: part for (layout, _), part in zip(self._layouts, free, strict=False)}
        self.masters = frozenset(master for _, master in self._layouts)

    def master(self, part: str) -> bytes:
        """A master of the template's, which lists ours behind its own."""
        root = parse(part, self._theme.template)
        listed = root.find(f"{_P}sldLayoutIdLst")
        free = self._first_id()
        for at, (layout, master) in enumerate(self._layouts):
            if master == part:
                one = etree.SubElement(listed, f"{_P}sldLayoutId", nsmap=None)
                one.set("id", str(free + at))
                one.set(f"{_R}id", self._relationship(layout))
        return written(root)

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
        for layout, master in self._layouts:
            part = package.add(self.parts[layout.name], _TYPE, self._layout(layout, master in self._adorning))
            package.keep(self._names[master], self._relationship(layout), part, kind, external=False)
            for one in _kept(layout.base, self._theme):
                package.keep(part, one.id, self._names[one.target], one.kind, one.external)

    def _layout(self, layout: Layout, is_adorned: bool) -> bytes:
        root = parse(layout.base, self._theme.template)
        for name in _SAID_ONCE:
            root.attrib.pop(name, None)
        for one in [one for one in root if str(one.tag).removeprefix(_P) in _GONE]:
            root.remove(one)
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
            mark = mark_of(one)
            tree.append(one if mark is None else _saying_all(one, is_adorned and mark.get("type") not in TITLES))
        return tidied(root)


def _saying_all(shape: Element, is_adorned: bool) -> Element:
    """A placeholder that inherits neither fill nor capitals nor spacing from its master's, and what letters are adorned
    with there neither."""
    properties = shape.find(f"{_P}spPr")
    if properties.find(f"{_A}solidFill") is None:
        etree.SubElement(properties, f"{_A}noFill")
    line = etree.SubElement(properties, f"{_A}ln")
    etree.SubElement(line, f"{_A}noFill")
    for run in shape.iter(f"{_A}defRPr"):
        run.set("cap", run.get("cap", "none"))
        run.set("spc", run.get("spc", "0"))
        run.set("u", "none")
        if is_adorned:
            run.insert(0, run.makeelement(f"{_A}ln"))
            etree.SubElement(run[0], f"{_A}noFill")
            run.insert(2, run.makeelement(f"{_A}effectLst"))  # behind the ink
    return shape


def in_colours(deck: Deck) -> Deck:
    """A deck whose inks are written out on layouts for which the template's theme has no such colours."""

    def written(page: Page) -> Page:
        items = tuple(_written(one, page.layout) for one in page.items)
        return structs.replace(page, layout=in_own_colours(page.layout), items=items)

    sections = (
        (name, tuple(written(page) if page.layout.shades else page for page in pages)) for name, pages in deck.sections
    )
    return structs.replace(deck, sections=tuple(sections))


def in_own_colours(layout: Layout) -> Layout:
    places = {name: _written(place, layout) for name, place in layout.placeholders.items()}
    return structs.replace(layout, placeholders=places, items=tuple(_written(one, layout) for one in layout.items))


def _written(value: Any, layout: Layout) -> Any:
    """Anything that is drawn, with each ink of a colour that the theme does not have as that colour."""
    match value:
        case Ink():
            value = Ink(MIST) if MIST in layout.shades and value == TINTS[MIST] else value
            shade = layout.shades.get(value.name)
            return _shaded(value, shade, layout.palette[value.name]) if shade else value
        case Image() | str() | bytes() | int() | float() | None:
            return value
        case tuple():
            has_inks = any(isinstance(one, Struct | tuple) for one in value)
            return tuple([_written(one, layout) for one in value]) if has_inks else value
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


def _shaded(ink: Ink, shade: Ink, seen: str) -> Ink:
    """A shade of an ink that is itself a shade of a colour of the theme, and is `seen` as RRGGBB."""
    kept, added = shade.luminance_percent, shade.offset_percent
    if (ink.luminance_percent, ink.offset_percent) != (100, 0):
        lightness = lightness_of(seen)
        own = min(1.0, max(0.0, (100 * lightness - added) / max(1, kept)))
        kept, added = lightened(own, min(1.0, (lightness * ink.luminance_percent + ink.offset_percent) / 100))
    return structs.replace(
        ink,
        name=shade.name,
        luminance_percent=kept,
        offset_percent=added,
        saturation_percent=round(shade.saturation_percent * ink.saturation_percent / 100),
        hue_degrees=shade.hue_degrees + ink.hue_degrees,
    )
