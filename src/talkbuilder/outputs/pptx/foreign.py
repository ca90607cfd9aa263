"""The foreign half of the package: a template's parts as they are, and its presentation, into which ours is put."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.package import CONTENT_TYPES, Package, PackageFault
from talkbuilder.outputs.pptx.presentation import FIRST_MASTER_ID, PART, TYPE, notes_master_list
from talkbuilder.outputs.pptx.template.package import (
    Element,
    Relationship,
    TemplateFault,
    content_types,
    is_kept,
    parse,
    relationships,
)
from talkbuilder.outputs.pptx.xml import DRAWING, MASTER_COLOURS, NAMES, OFFICE, PRESENTATION, Xml, xml

_P, _A, _R = f"{{{PRESENTATION}}}", f"{{{DRAWING}}}", f"{{{OFFICE}}}"
_LAST_ID = 4_294_967_295  # of masters and layouts
# What a presentation holds, in the order of the schema, and whether a template's own is kept: what belongs to its
# slides goes with them, and who may change it is not for a new deck to say.
_CHILDREN = {
    "sldMasterIdLst": True,
    "notesMasterIdLst": True,
    "handoutMasterIdLst": False,
    "sldIdLst": False,
    "sldSz": True,
    "notesSz": True,
    "smartTags": False,
    "embeddedFontLst": True,
    "custShowLst": False,
    "photoAlbum": False,
    "custDataLst": False,
    "kinsoku": True,
    "defaultTextStyle": True,
    "modifyVerifier": False,
    "extLst": False,
}
# Parts that the writer names itself: a template's own of such names get other ones.
_RESERVED = re.compile(r"ppt/(slides|notesSlides|charts|embeddings|template)/|ppt/media/picture\d|docProps/|ppt/[^/]+$")
# Types that programs write and PowerPoint does not know, and what they mean.
_TYPES_MEANT = {"image/svg": "image/svg+xml", "image/jpg": "image/jpeg"}


class Presentation:
    """The presentation of a template, without its slides; `notes_master` is a part, "" where it has none.

    `number` and those after it end the name of no part of the template.
    """

    def __init__(self, package: Package, theme: Theme, names: Mapping[str, str]) -> None:
        self._package, self._parts, self._names = package, theme.template, names
        self._root = _emptied(_tree(theme.template_main, theme.template))
        notes = next((one for one in _kept(theme.template_main, theme) if one.word == "notesMaster"), None)
        self.notes_master = names[notes.target] if notes else ""
        self._notes_master_id = notes.id if notes else ""
        self.number = 1 + max(
            (int(found) for part in names.values() for found in re.findall(r"(\d+)\.", part)), default=0
        )

    def layout(self, layout: Layout) -> str:
        """The part of a layout of the template's. Raises PackageFault where it is none of its."""
        if layout.part not in self._names:
            raise PackageFault(f"the template has no part '{layout.part}'")
        return self._names[layout.part]

    def colours_of(self, layout: Layout) -> Xml:
        """Which colours text and grounds are on a layout of the template's; its slides repeat it."""
        override = _tree(layout.part, self._parts).find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
        if override is None:
            return MASTER_COLOURS
        mapped = (xml(' %s="%s"', name, value) for name, value in override.attrib.items())
        return xml("<p:clrMapOvr><a:overrideClrMapping%s/></p:clrMapOvr>", Xml("".join(mapped)))

    def free_id(self, count: int) -> int:
        """The first of as many ids, for a master and its layouts, that none of the template's has."""
        taken = {int(one.get("id")) for one in self._root.iter(f"{_P}sldMasterId") if one.get("id", "").isdigit()}
        for part, data in self._parts.items():
            if part.endswith(".xml") and b"sldLayoutIdLst" in data.replace(b"\0", b""):  # in UTF-16 too
                listed = _tree(part, self._parts).iter(f"{_P}sldLayoutId")
                taken |= {int(one.get("id")) for one in listed if one.get("id", "").isdigit()}
        # Each id that is taken may at worst stand in the way of one row of free ones.
        starts = sorted({FIRST_MASTER_ID, *(id + 1 for id in taken)}, reverse=True)
        free = (one for one in starts if one + count <= _LAST_ID and taken.isdisjoint(range(one, one + count)))
        if (first := next(free, None)) is None:
            raise PackageFault("the template leaves no ids for a master of ours")
        return first

    def finish(self, masters: Xml, notes_masters: Xml, slides: Xml, extensions: Xml) -> None:
        """Adds the presentation: with `p:sldMasterId`s after its own, with the lists of notes masters (nothing where
        it has one) and of slides, and with extensions (`p:ext`), each where the schema wants it.

        Raises PackageFault where no slide is listed, or a list is that of something else.
        """
        own = self._root.find(f"{_P}sldMasterIdLst")
        if own is None:
            raise PackageFault("the template's presentation lists no slide master")
        own.extend(_pieces(masters))
        if not self.notes_master:
            self._insert("notesMasterIdLst", _pieces(notes_masters))
        elif self._root.find(f"{_P}notesMasterIdLst") is None:  # python-pptx leaves it out, and Keynote then the notes
            self._insert("notesMasterIdLst", _pieces(notes_master_list(self._notes_master_id)))
        self._insert("sldIdLst", _pieces(slides))
        if not len(self._root.find(f"{_P}sldIdLst")):
            raise PackageFault("the presentation lists no slide")
        if extensions:
            self._insert("extLst", _pieces(xml("<p:extLst>%s</p:extLst>", extensions)))
        etree.cleanup_namespaces(self._root, keep_ns_prefixes=["a", "r", "p"])
        data = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._package.add(PART, TYPE, data)

    def _insert(self, tag: str, pieces: Sequence[Element]) -> None:
        """Puts one element, of that tag, where the schema wants it."""
        if [one.tag for one in pieces] != [_P + tag]:
            raise PackageFault(f"one '{tag}' is wanted")
        order = list(_CHILDREN)
        before = [_P + name for name in order[: order.index(tag)]]
        at = max((number for number, one in enumerate(self._root, 1) if one.tag in before), default=0)
        self._root.insert(at, pieces[0])


def add_template(package: Package, theme: Theme) -> Presentation:
    """Adds the template's masters, layouts, themes and media with their relationships, ids kept. The presentation is
    added by its `finish`, under the name PART.

    Raises PackageFault where a part that is expected is missing.
    """
    names = _names(theme)
    by_part, by_ending = _types(theme)
    for part, name in names.items():
        if part != theme.template_main:
            given = by_part.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "")
            if not given:
                raise PackageFault(f"the template says no type of '{part}'")
            package.add(name, _TYPES_MEANT.get(given, given), theme.template[part])
        for one in _kept(part, theme):
            target = one.target if one.external else names.get(one.target)
            if target is None:
                raise PackageFault(f"the template's '{part}' leads to '{one.target}', which is not there")
            package.keep(name, one.id, target, one.kind, one.external)
    return Presentation(package, theme, names)


def _names(theme: Theme) -> dict[str, str]:
    """What the template's parts are called in the deck: as they were, but for those of names that are ours."""
    parts = [part for part in theme.template if part != CONTENT_TYPES and "_rels/" not in part]
    made = {part: f"ppt/template/{part.replace('/', '-')}" if _RESERVED.match(part) else part for part in parts}
    if theme.template_main not in made:
        raise PackageFault("the template has no presentation")
    return made | {theme.template_main: PART}


def _kept(part: str, theme: Theme) -> list[Relationship]:
    return [one for one in _related(part, theme) if is_kept(part, one, theme.template_main)]


def _related(part: str, theme: Theme) -> list[Relationship]:
    try:
        return relationships(theme.template, part)
    except TemplateFault as fault:
        raise PackageFault(str(fault)) from fault


def _types(theme: Theme) -> tuple[dict[str, str], dict[str, str]]:
    try:
        return content_types(theme.template)
    except TemplateFault as fault:
        raise PackageFault(str(fault)) from fault


def _tree(part: str, parts: Mapping[str, bytes]) -> Element:
    try:
        return parse(part, parts)
    except TemplateFault as fault:
        raise PackageFault(str(fault)) from fault


def _emptied(root: Element) -> Element:
    """A presentation without its slides and all that belongs to them."""
    for one in list(root):
        if not (isinstance(one.tag, str) and _CHILDREN.get(one.tag.removeprefix(_P), False)):
            root.remove(one)
    return root


def _pieces(made: Xml) -> list[Element]:
    return list(etree.fromstring(xml("<p:list %s>%s</p:list>", NAMES, made).encode()))
