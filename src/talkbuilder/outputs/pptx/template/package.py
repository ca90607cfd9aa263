"""The package of a template, opened within limits: of its parts, only what its masters and layouts need is kept."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from talkbuilder.outputs.pptx.package import CONTENT_TYPES
from talkbuilder.outputs.pptx.xml import DRAWING, OFFICE, PRESENTATION
from talkbuilder.units import Box

_MOST_PARTS = 5_000
_MOST_BYTES = 200_000_000  # unzipped, all parts together
_MOST_XML_BYTES = 20_000_000

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
_MACRO_MAIN = "application/vnd.ms-powerpoint."
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES = f"{_COMPATIBLE}AlternateContent"
_OUTDATED = ("PreserveAttributes", "PreserveElements")  # hints to editors, that the format no longer has
_STRICT = b"http://purl.oclc.org/ooxml/"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What a presentation needs to have masters; its slides, its macros and how its window looked stay behind.
_KEPT = {"slideMaster", "notesMaster", "theme", "font"}
# What masters, layouts and themes are made of. Whatever else they lead to stays behind, and so does each address
# outside: objects, controls, films and macros run, and what lies elsewhere is asked for by whoever opens the deck.
_MADE_OF = {
    *("slideMaster", "slideLayout", "notesMaster", "theme", "themeOverride", "image", "hdphoto"),
    *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
}
# What people call it that stays behind; what is not named is data of programs, which nobody misses.
_CALLED = {
    "hyperlink": "links",
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "controls",
    "chart": "charts",
    "audio": "sounds",
    "video": "films",
    "media": "films",
    "image": "pictures from other places",
}
# What leads to what stays behind goes with the nearest of these around it; an object leaves its picture.
_WITH_IT = {
    *("hlinkClick", "hlinkHover", "hlinkMouseOver", "snd", "sndAc", "videoFile", "audioFile", "wavAudioFile", "buBlip"),
    *("ext", "graphicFrame", "pic", "sp", "cxnSp", "controls", "custDataLst", "bg", "timing", "transition"),
}

_DRAWN = (".slideMaster+xml", ".slideLayout+xml", ".notesMaster+xml")

Element = Any  # lxml has no types


class TemplateFault(Exception):
    """The template cannot be used: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Relationship(Struct, frozen=True):
    """`target` is a part's name, or an address where it lies outside; `kind` is the whole type."""

    id: str
    kind: str
    target: str
    external: bool

    @property
    def word(self) -> str:
        return self.kind.rsplit("/", 1)[-1]


class Parts(Struct, frozen=True):
    """What is kept of a template, [Content_Types].xml and relationships included; `main` is its presentation."""

    main: str
    parts: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()  # what people call that which stays behind
    stood_on: Mapping[str, str] = {}  # by a slide of its own, which is left out, the layout that it stands on
    file: Mapping[str, bytes] = {}  # all of its parts, its slides and their pictures among them
    opens: str = ""  # the layout on which the slide stands with which the file opens, unless one was made of this
    made: str = ""  # the layout that was made of that slide, for the cover alone
    taken: tuple[str, ...] = ()  # what its layouts have from its slides, as people call it


def open_template(data: bytes) -> Parts:
    """Opens a .pptx, a .potx or one of their kin. Raises TemplateFault."""
    parts = _unzipped(data)
    if CONTENT_TYPES not in parts:
        raise TemplateFault("it is a zip file, but no PowerPoint template", _hint(parts))
    main = leads_to("officeDocument", "", parts)
    type_of = type_in(parts)
    kind = type_of(main) if main in parts else ""
    if _STRICT in parts.get("_rels/.rels", b"") or _STRICT in parts.get(main, b"")[:2000]:
        raise TemplateFault("it is a Strict Open XML presentation", "save it as an ordinary .pptx or .potx")
    if not kind.startswith((_MAIN, _MACRO_MAIN)) or not kind.endswith(".main+xml"):
        raise TemplateFault("it holds no presentation", "save a template as .potx or .pptx in PowerPoint")
    if ".macroEnabled." in kind or any(one.word == "vbaProject" for one in relationships(parts, main)):
        raise TemplateFault("it holds macros, programs that no deck needs", "save it as .potx, which leaves them out")
    kept = {CONTENT_TYPES: parts[CONTENT_TYPES]}
    left_out: set[str] = set()
    for part in _reached(main, parts):
        lost = [one for one in relationships(parts, part) if not is_kept(part, one, main, parts)]
        mends = part != main and (lost or type_of(part).endswith(_DRAWN))
        kept[part] = _mended(part, parts, {one.id for one in lost}) if mends else parts[part]
        left_out.update(_CALLED[one.word] for one in lost if part != main and one.word in _CALLED)
        if (rels := relationships_of(part)) in parts:
            kept[rels] = parts[rels]
    return Parts(main, kept, tuple(sorted(left_out)), dict(_stood_on(main, parts)), parts)


def told_in(names: Iterable[str], parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """What masters and layouts print, paragraph by paragraph, and what they say of their pictures and shapes."""
    found: list[str] = []
    for root in (parse(one, parts) for one in names):
        paragraphs = root.iter(f"{{{DRAWING}}}p")
        found += ("".join(one.text or "" for one in each.iter(f"{{{DRAWING}}}t")) for each in paragraphs)
        shapes = root.iter(f"{{{PRESENTATION}}}cNvPr")
        found += (one.get(key, "") for one in shapes for key in ("name", "descr", "title"))
    return tuple(dict.fromkeys(found))


def _stood_on(main: str, parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The slides of a template in their order, each with its layout; one that is broken tells nothing."""
    listed = [one.get(f"{{{OFFICE}}}id") for one in parse(main, parts).iter(f"{{{PRESENTATION}}}sldId")]
    leads = {one.id: one.target for one in relationships(parts, main) if one.word == "slide" and one.target in parts}
    for slide in [leads[id] for id in sorted(leads, key=lambda id: listed.index(id) if id in listed else len(listed))]:
        with suppress(TemplateFault):
            yield from ((slide, one.target) for one in relationships(parts, slide) if one.word == "slideLayout")


def _hint(parts: Mapping[str, bytes]) -> str:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        return "open it in LibreOffice and save it as .potx"
    return "save a template as .potx or .pptx in PowerPoint"


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise TemplateFault("it is larger than any template", "take pictures and slides out of it")
            if any(entry.flag_bits & 1 for entry in entries):
                raise TemplateFault("it is protected by a password", "save it without one")
            # A name that stands twice is no package; the first is what PowerPoint would have meant.
            return {entry.filename: package.read(entry) for entry in reversed(entries)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
        if data.startswith(_OLD_OFFICE):
            hint = "open it in PowerPoint and save it as .potx, without a password"
            raise TemplateFault("it is protected by a password, or of PowerPoint 97 to 2003", hint) from fault
        raise TemplateFault("it is no PowerPoint file", "give a .pptx or a .potx") from fault


def parse(part: str, parts: Mapping[str, bytes]) -> Element:
    """The tree of a part. Raises TemplateFault where it is not there or broken."""
    data = parts.get(part)
    if data is None:
        raise TemplateFault(f"its part '{part}' is missing", "open it in PowerPoint and save it again")
    if len(data) > _MOST_XML_BYTES:
        raise TemplateFault(f"its part '{part}' is larger than any template's", "take what is not needed out of it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        hint = "open it in PowerPoint and save it again"
        raise TemplateFault(f"its part '{part}' is broken", hint) from fault
    if root.getroottree().docinfo.doctype:
        raise TemplateFault(f"its part '{part}' declares a document type, which Office never does")
    return root


def page_of(presentation: Element) -> Box:
    """A slide of a presentation. Raises TemplateFault where its size is none that the format allows."""
    size = presentation.find(f"{{{PRESENTATION}}}sldSz")
    width, height = (whole(size.get(side), 0) if size is not None else 0 for side in ("cx", "cy"))
    if not (914_400 <= width <= 51_206_400 and 914_400 <= height <= 51_206_400):
        raise TemplateFault("it does not say how large its slides are", "open it in PowerPoint and save it again")
    return Box(0, 0, width, height)


def whole(text: str | None, default: int) -> int:
    """A number of the format; what is none counts as not written."""
    try:
        return int(text) if text else default
    except ValueError:
        return default


def relationships_of(part: str) -> str:
    """The name of the part that holds the relationships of another; "" is the package's own."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def relationships(parts: Mapping[str, bytes], source: str) -> list[Relationship]:
    """The relationships of a part; none where it has none."""
    name, folder = relationships_of(source), source.rpartition("/")[0]

    @cache
    def lower() -> Mapping[str, str]:
        """The names of parts, which are the same in capitals, as the zip has them; of two the first counts."""
        return {one.lower(): one for one in reversed([*parts])}

    def found(target: str) -> str:
        wanted = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
        return wanted if wanted in parts else lower().get(wanted.lower(), wanted)

    told = _leads_in(name, parts[name]) if name in parts else ()
    return [Relationship(id, kind, target if away else found(target), away) for id, kind, target, away in told]


def leads_to(word: str, source: str, parts: Mapping[str, bytes]) -> str:
    """The first part of a kind that a part leads to; "" where there is none."""
    return next((one.target for one in relationships(parts, source) if one.word == word), "")


@lru_cache(maxsize=1024)
def _leads_in(name: str, data: bytes) -> tuple[tuple[str, str, str, bool], ...]:
    """What a part of relationships says, which many ask for: id, type, target as written, whether it is outside."""
    return tuple(
        (one.get("Id", ""), one.get("Type", ""), one.get("Target", ""), one.get("TargetMode") == "External")
        for one in parse(name, {name: data}).iter(f"{_RELATIONSHIPS}Relationship")
    )


def is_kept(source: str, one: Relationship, main: str, parts: Mapping[str, bytes]) -> bool:
    """Whether a deck made from the template has a relationship of the template's.

    A picture or a font that is not there is left out, as PowerPoint does; without a layout, a master is none.
    """
    if one.external or one.word not in (_KEPT if source == main else _MADE_OF):
        return False
    return one.target in parts or one.word not in ("image", "hdphoto", "font", "themeOverride")


def _reached(main: str, parts: Mapping[str, bytes]) -> Iterator[str]:
    """The parts that are kept, each once. Raises TemplateFault where one is missing."""
    waiting, seen = [main], {main}
    while waiting:
        part = waiting.pop(0)
        if part not in parts:
            raise TemplateFault(f"its part '{part}' is missing", "open it in PowerPoint and save it again")
        yield part
        for one in relationships(parts, part):
            if one.target not in seen and is_kept(part, one, main, parts):
                seen.add(one.target)
                waiting.append(one.target)


def type_in(parts: Mapping[str, bytes]) -> Callable[[str], str]:
    """What tells the type of a part; "" where none is said."""
    root = parse(CONTENT_TYPES, parts)
    told = ((one.get("PartName", "").lstrip("/"), one.get("ContentType", "")) for one in root.iter(f"{_TYPES}Override"))
    by_part = {part.lower(): kind for part, kind in told}  # names of parts are the same in capitals
    by_ending = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in root.iter(f"{_TYPES}Default")}
    return lambda part: by_part.get(part.lower()) or by_ending.get(part.rpartition(".")[2].lower(), "")


def _mended(part: str, parts: Mapping[str, bytes], lost: Set[str]) -> bytes:
    """A part as it is, unless no program may open it so: without what leads to what is `lost`, and with ids of shapes.

    LibreOffice numbers shapes from 0 on and some of them alike, and hides letters of which one cannot see the outline.
    """
    root = parse(part, parts)
    leading = [one for one in _leading(root) if _leads(one) & lost] if lost else []
    for one in leading:
        _cut(one, lost)
    unseen = [one for one in root.iter(f"{{{DRAWING}}}ln") if _is_unseen_outline(one)]
    for line in unseen:
        line[:] = [line.makeelement(f"{{{DRAWING}}}noFill")]
    labels = list(root.iter(f"{{{PRESENTATION}}}cNvPr"))
    ids = [one.get("id", "") for one in labels]
    is_outdated = any(root.get(_COMPATIBLE + name) for name in _OUTDATED)
    if not (leading or unseen or is_outdated) and len(set(ids)) == len(ids) and "0" not in ids:
        return parts[part]
    free = max((int(id) for id in ids if id.isdigit()), default=0) + 1
    seen = {"0"}
    for label, id in zip(labels, ids, strict=True):
        if id in seen:
            label.set("id", str(free))
            free += 1
        seen.add(id)
    return written(root)


def _is_unseen_outline(line: Element) -> bool:
    """Whether a line goes round letters and lets all through."""
    is_of_letters = line.getparent().tag in (f"{{{DRAWING}}}{name}" for name in ("rPr", "defRPr", "endParaRPr"))
    return is_of_letters and any(one.get("val") == "0" for one in line.iter(f"{{{DRAWING}}}alpha"))


def tidied(root: Element) -> bytes:
    """A tree as a part, without namespaces that nothing of it needs; one that is only named is no file without them."""
    named = (one.get(name, "") for one in root.iter("*") for name in (f"{_COMPATIBLE}Ignorable", "Requires"))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "r", "p", *" ".join(named).split()])
    return written(root)


def written(root: Element) -> bytes:
    """A tree as a part."""
    for name in _OUTDATED:
        root.attrib.pop(_COMPATIBLE + name, None)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


_leading = etree.XPath("//*[@r:*]", namespaces={"r": OFFICE})


def _leads(one: Element) -> Set[str]:
    """The ids of the relationships that an element names."""
    return {value for name, value in one.attrib.items() if name.startswith(f"{{{OFFICE}}}")}


def _cut(one: Element, lost: Set[str]) -> None:
    """Takes away what leads to what is lost, with all that is nothing without it."""
    name = etree.QName(one).localname
    if name == "blip" and one.get(f"{{{OFFICE}}}embed", "") not in ("", *lost):
        one.attrib.pop(f"{{{OFFICE}}}link", None)  # the picture is here as well
        return
    around = [one, *one.iterancestors()]
    whole = next((it for it in around if etree.QName(it).localname in _WITH_IT), one)
    shown = None
    if etree.QName(whole).localname == "graphicFrame":
        whole = next(whole.iterancestors(_ALTERNATIVES), whole)
        shown = next(whole.iter(f"{{{PRESENTATION}}}pic"), None)
    if (holder := whole.getparent()) is None:
        return  # it went with something else
    if shown is not None and not any(_leads(it) & lost for it in shown.iter()):
        holder.replace(whole, shown)
    else:
        holder.remove(whole)
