"""A package opened again, part by part: for the rules and the listings that look at the bytes of a deck."""

import io
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from lxml import etree

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "a": _DRAWING,
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": _OFFICE,
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
IN_USE = f"{{{_OFFICE}}}"  # an attribute in this namespace names a relationship

# Element is Any: lxml ships without type information.
Element = Any


class Relation(NamedTuple):
    id: str
    kind: str
    """The last word of its type: slide, slideLayout, image."""
    target: str
    """The part's name without the leading slash; for what lies outside, the address."""
    is_external: bool


class Package:
    """Parts as they lie in the zip, where a name may occur twice; each is parsed once, when somebody looks at it."""

    def __init__(self, entries: tuple[tuple[str, bytes], ...]) -> None:
        self.entries = entries
        self.parts = dict(entries)
        self._parsed: dict[str, Element] = {}

    def xml(self, name: str) -> Element:
        if name not in self._parsed:
            self._parsed[name] = etree.fromstring(self.parts[name])
        return self._parsed[name]

    def find(self, name: str, path: str) -> list[Element]:
        """What an XPath finds in a part."""
        found: list[Element] = self.xml(name).xpath(path, namespaces=NAMES)
        return found

    def named(self, folder: str) -> list[str]:
        """The XML parts of a folder of ppt/, by their numbers."""
        names = [name for name in self.parts if dirname(name) == f"ppt/{folder}" and name.endswith(".xml")]
        return sorted(names, key=lambda name: (len(name), name))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part refers to; the package itself is named ''."""
        rels = relations_part(name)
        return tuple(_relations(self.find(rels, "//rel:Relationship"), dirname(name))) if rels in self.parts else ()

    def to(self, name: str, kind: str) -> list[str]:
        """The targets of one kind."""
        return [one.target for one in self.relations(name) if one.kind == kind]


def relations_part(name: str) -> str:
    folder, file = name.rsplit("/", 1) if "/" in name else ("", name)
    return join(folder, "_rels", f"{file}.rels")


def _relations(found: list[Element], folder: str) -> Iterator[Relation]:
    for one in found:
        is_external = one.get("TargetMode") == "External"
        target = one.get("Target")
        inside = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        yield Relation(one.get("Id"), one.get("Type").rsplit("/", 1)[1], target if is_external else inside, is_external)


def opened(data: bytes) -> Package:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return Package(tuple((entry.filename, package.read(entry)) for entry in package.infolist()))


def packed(package: Package) -> bytes:
    """The bytes of a package again: for tests that break one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in package.entries:
            target.writestr(name, data)
    return out.getvalue()


def tag(element: Element) -> str:
    """The name of an element without its namespace."""
    name: str = etree.QName(element).localname
    return name
