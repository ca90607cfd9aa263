"""The package of a template, opened within limits: of its parts, only what its masters and layouts need is kept."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from talkbuilder.outputs.pptx.package import CONTENT_TYPES
from talkbuilder.outputs.pptx.xml import DRAWING, OFFICE, PRESENTATION
from talkbuilder.patterns import pattern_of

_MOST_PARTS = 5_000
_MOST_BYTES = 200_000_000  # unzipped, all parts together
_MOST_XML_BYTES = 20_000_000

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
_MACRO_MAIN = "application/vnd.ms-powerpoint."
_STRICT = b"http://purl.oclc.org/ooxml/"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What no deck may lead to: programs run it, or ask another computer for it under the name of whoever opens the deck.
_LOCAL = pattern_of(r"(?:javascript|vbscript|data|file|ms-\w+):|\\\\|//|[a-z]:[\\/]", re.IGNORECASE)
# What a presentation needs to have masters; its slides, its macros and how its window looked stay behind.
_KEPT = {"slideMaster", "notesMaster", "theme", "font"}
# What a master or a layout may lead to and a deck of ours cannot have.
_DROPPED = {"slide", "notesSlide", "comments", "vbaProject", "printerSettings"}

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
    has_macros: bool = False


def open_template(data: bytes) -> Parts:
    """Opens a .pptx, a .potx or one of their kin. Raises TemplateFault."""
    parts = _unzipped(data)
    if CONTENT_TYPES not in parts:
        raise TemplateFault("it is a zip file, but no PowerPoint template", _hint(parts))
    main = next((one.target for one in relationships(parts, "") if one.word == "officeDocument"), "")
    kind = _type_of(main, parts) if main in parts else ""
    if _STRICT in parts.get("_rels/.rels", b"") or _STRICT in parts.get(main, b"")[:2000]:
        raise TemplateFault("it is a Strict Open XML presentation", "save it as an ordinary .pptx or .potx")
    if not kind.startswith((_MAIN, _MACRO_MAIN)) or not kind.endswith(".main+xml"):
        raise TemplateFault("it holds no presentation", "save a template as .potx or .pptx in PowerPoint")
    kept = {CONTENT_TYPES: parts[CONTENT_TYPES]}
    for part in _reached(main, parts):
        kept[part] = _mended(part, parts) if _is_drawn(part, parts) else parts[part]
        if (rels := relationships_of(part)) in parts:
            kept[rels] = parts[rels]
    return Parts(main, kept, ".macroEnabled." in kind)


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
    name = relationships_of(source)
    if name not in parts:
        return []
    folder = source.rpartition("/")[0]
    found = []
    for one in parse(name, parts).iter(f"{_RELATIONSHIPS}Relationship"):
        target, external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not external:
            target = _named(posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/"), parts)
        elif _LOCAL.match(target.strip()):
            hint = "take the link out: in PowerPoint under File, Info, Edit Links to Files, or on the shape"
            raise TemplateFault(f"its part '{source}' leads to '{target[:80]}', a script or a file", hint)
        found.append(Relationship(one.get("Id", ""), one.get("Type", ""), target, external))
    return found


def _named(wanted: str, parts: Mapping[str, bytes]) -> str:
    """The name of a part as the zip has it: names of parts are the same in capitals."""
    if wanted in parts:
        return wanted
    return next((name for name in parts if name.lower() == wanted.lower()), wanted)


def is_kept(source: str, one: Relationship, main: str) -> bool:
    """Whether a deck made from the template has a relationship of the template's."""
    if source == main:
        return one.word in _KEPT
    return one.external or one.word not in _DROPPED


def _reached(main: str, parts: Mapping[str, bytes]) -> Iterator[str]:
    """The parts that are kept, each once. Raises TemplateFault where one is missing."""
    waiting, seen = [main], {main}
    while waiting:
        part = waiting.pop(0)
        if part not in parts:
            raise TemplateFault(f"its part '{part}' is missing", "open it in PowerPoint and save it again")
        yield part
        for one in relationships(parts, part):
            if not one.external and one.target not in seen and is_kept(part, one, main):
                seen.add(one.target)
                waiting.append(one.target)


def content_types(parts: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, str]]:
    """(type by part, type by ending)."""
    root = parse(CONTENT_TYPES, parts)
    known = {part.lower(): part for part in parts}  # names of parts are the same in capitals
    told = ((one.get("PartName", "").lstrip("/"), one.get("ContentType", "")) for one in root.iter(f"{_TYPES}Override"))
    by_part = {known.get(part.lower(), part): kind for part, kind in told}
    by_ending = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in root.iter(f"{_TYPES}Default")}
    return by_part, by_ending


def _type_of(part: str, parts: Mapping[str, bytes]) -> str:
    by_part, by_ending = content_types(parts)
    return by_part.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "")


def _is_drawn(part: str, parts: Mapping[str, bytes]) -> bool:
    return _type_of(part, parts).endswith((".slideMaster+xml", ".slideLayout+xml", ".notesMaster+xml"))


def _mended(part: str, parts: Mapping[str, bytes]) -> bytes:
    """A master or a layout as it is, unless no program may open it so.

    LibreOffice numbers shapes from 0 on and some of them alike; a link to a slide leads nowhere without that slide.
    """
    root = parse(part, parts)
    lost = {one.id for one in relationships(parts, part) if not one.external and one.word in _DROPPED}
    links = [
        one
        for tag in ("hlinkClick", "hlinkHover")
        for one in root.iter(f"{{{DRAWING}}}{tag}")
        if one.get(f"{{{OFFICE}}}id") in lost
    ]
    for link in links:
        link.getparent().remove(link)
    labels = list(root.iter(f"{{{PRESENTATION}}}cNvPr"))
    ids = [one.get("id", "") for one in labels]
    if not links and len(set(ids)) == len(ids) and "0" not in ids:
        return parts[part]
    free = max((int(id) for id in ids if id.isdigit()), default=0) + 1
    seen = {"0"}
    for label, id in zip(labels, ids, strict=True):
        if id in seen:
            label.set("id", str(free))
            free += 1
        seen.add(id)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
