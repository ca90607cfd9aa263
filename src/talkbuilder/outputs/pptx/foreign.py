"""The foreign half of the package: a template's parts as they are, and its presentation, into which ours is put."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from talkbuilder.layout.pictures import cleaned
from talkbuilder.layout.theme import Layout, Theme
from talkbuilder.outputs.pptx.package import CONTENT_TYPES, Package, PackageFault
from talkbuilder.outputs.pptx.presentation import PART, TYPE, notes_master_list
from talkbuilder.outputs.pptx.stand_ins import Layouts
from talkbuilder.outputs.pptx.template.package import (
    Element,
    Relationship,
    content_types,
    is_kept,
    parse,
    relationships,
)
from talkbuilder.outputs.pptx.xml import DRAWING, MASTER_COLOURS, NAMES, OFFICE, PRESENTATION, Xml, xml
from talkbuilder.patterns import pattern_of

_P, _A, _R = f"{{{PRESENTATION}}}", f"{{{DRAWING}}}", f"{{{OFFICE}}}"
# What a presentation holds, in the order of the schema: of a template's own, what belongs to its slides goes with them.
_CHILDREN = (
    *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
    *("embeddedFontLst", "kinsoku", "defaultTextStyle", "extLst"),
)
_LEFT_OUT = ("sldIdLst", "extLst")
# Parts that the writer names itself: a template's own of such names get other ones.
_RESERVED = pattern_of(r"ppt/(slides|notesSlides|charts|embeddings|template)/|ppt/media/picture\d|docProps/|ppt/[^/]+$")
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
        etree.cleanup_namespaces(self._root, keep_ns_prefixes=["a", "r", "p"])
        data = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._package.add(PART, TYPE, data)

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
    by_part, by_ending = content_types(theme.template)
    ours = Layouts(theme, names, stand_ins)
    for part, name in names.items():
        if part != theme.template_main:
            given = by_part.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "")
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
