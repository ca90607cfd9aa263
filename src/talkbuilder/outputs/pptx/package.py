"""The package builder: parts with their types and relationships, none of them dangling, forgotten or twice there."""

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from talkbuilder.outputs.pptx.xml import HEAD, NOTHING, OFFICE, Xml, escaped, join, xml

Data = bytes | Callable[[], Xml | bytes]

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE_KINDS = {"core-properties": f"{_RELATIONSHIPS}/metadata/core-properties"}
_MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
CONTENT_TYPES = "[Content_Types].xml"
_RELATED = xml('%s<Relationships xmlns="%s">', HEAD, _RELATIONSHIPS)
_EXTERNAL = Xml(' TargetMode="External"')
ROOT = ""  # what relates to the package itself


class PackageFault(Exception):
    """The package would be broken: a mistake of ours, or of the template that it was made from. Says what is wrong."""


class Relationship(NamedTuple):
    """What leads from a part to another, or to an address outside; `kind` is the last word of its type."""

    target: str
    kind: str
    external: bool = False


def leading(target: str) -> Relationship:
    """What leads from words to an address."""
    return Relationship(target, "hyperlink", external=True)


@cache
def id_of(number: int) -> Xml:
    """The id of a relationship, by its place among those of its part, from 1 on."""
    return Xml(f"rId{number}")


class Package:
    """Parts in the order in which they are added. A part that is rendered when it is written lies in no memory."""

    def __init__(self) -> None:
        self._parts: dict[str, Data] = {}
        self._types: dict[str, str] = {}
        self._relationships: dict[str, list[tuple[str, str, str, bool]]] = {}
        self._foreign: set[str] = set()  # parts whose relationships have ids of their own
        self._numbers: Counter[str] = Counter()

    def add(self, part: str, content_type: str, data: Data) -> str:
        """Adds a part; its type is "" where that of its ending will do. Returns its name."""
        if part in self._parts:
            raise PackageFault(f"'{part}' is there already")
        if not content_type and part.rsplit(".", 1)[-1] not in _MEDIA_TYPES:
            raise PackageFault(f"'{part}' has no type")
        self._parts[part] = data
        if content_type:
            self._types[part] = content_type
        return part

    def free(self, stem: str, ending: str) -> str:
        """The name of the next of the parts that are numbered behind a stem, such as ppt/charts/chart."""
        self._numbers[stem] += 1
        while (part := f"{stem}{self._numbers[stem]}.{ending}") in self._parts:
            self._numbers[stem] += 1
        return part

    def relate(self, source: str, target: str, kind: str, external: bool = False) -> str:
        """Relates a part (or the package, ROOT) to another, or to an address outside; returns the id, such as rId3.

        `kind` is the last word of the relationship's type.
        """
        related = self._relationships.setdefault(source, [])
        taken = {id for id, *_ in related} if source in self._foreign else ()
        number = len(related) + 1
        while id_of(number) in taken:
            number += 1
        related.append((id_of(number), target, _PACKAGE_KINDS.get(kind, kind), external))
        return related[-1][0]

    def keep(self, source: str, id: str, target: str, kind: str, external: bool) -> None:
        """A relationship of a foreign part, under the id that the part calls it by; `kind` is the whole type."""
        self._foreign.add(source)
        self._relationships.setdefault(source, []).append((id, target, kind, external))

    def parts(self, but: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
        """The parts by name, each before its relationships; those of `but` are written by somebody else.

        Raises PackageFault where anything expected is missing.
        """
        if ROOT not in self._relationships:
            raise PackageFault("nothing leads into the package")
        for source in self._relationships:
            if source and source not in self._parts:
                raise PackageFault(f"'{source}' has relationships and is not there")
        for source, related in self._relationships.items():
            for _, target, _, external in related:
                self._assert_there(source, target, external)
        yield from ((part, _made(data)) for part, data in self._wanted(but))

    def _wanted(self, but: Collection[str]) -> Iterator[tuple[str, Data]]:
        """All that the package holds, in its order."""
        yield CONTENT_TYPES, self._content_types
        yield "_rels/.rels", partial(self._rels, ROOT)
        for part, data in self._parts.items():
            if part not in but:
                yield part, data
                if part in self._relationships:
                    folder, _, file = part.rpartition("/")
                    yield f"{folder}/_rels/{file}.rels".removeprefix("/"), partial(self._rels, part)

    def _content_types(self) -> Xml:
        endings = {part.rsplit(".", 1)[-1] for part in self._parts if part not in self._types} | {"rels", "xml"}
        defaults = (
            xml('<Default Extension="%s" ContentType="%s"/>', one, _MEDIA_TYPES[one]) for one in sorted(endings)
        )
        overrides = _repeated('<Override PartName="/%s" ContentType="%s"/>', self._types.items())
        return xml('%s<Types xmlns="%s">%s%s</Types>', HEAD, _TYPES, join(defaults), overrides)

    def _rels(self, source: str) -> Xml:
        folder = source.rpartition("/")[0]
        listed = [
            (id, _type_of(kind), target if external else _relative(folder, target), _EXTERNAL if external else NOTHING)
            for id, target, kind, external in self._relationships[source]
        ]
        related = _repeated('<Relationship Id="%s" Type="%s" Target="%s"%s/>', listed)
        return Xml(f"{_RELATED}{related}</Relationships>")

    def _assert_there(self, source: str, target: str, external: bool) -> None:
        if not external and target not in self._parts:
            raise PackageFault(f"'{source}' leads to '{target}', which is not there")


def _made(data: Data) -> bytes:
    made = data if isinstance(data, bytes) else data()
    return made if isinstance(made, bytes) else made.encode()


def _repeated(template: str, rows: Iterable[tuple[str, ...]]) -> Xml:
    """A template for each row of values, all in one step: a large deck has relationships by the ten thousand."""
    listed = [*rows]
    return xml(template * len(listed), *chain.from_iterable(listed))


@cache
def _type_of(kind: str) -> Xml:
    return escaped(kind if ":" in kind else f"{OFFICE}/{kind}")


def _relative(folder: str, target: str) -> str:
    """The way to a part from the folder of another."""
    way, _, name = target.rpartition("/")
    return _way(folder, way) + name


@cache
def _way(folder: str, to: str) -> str:
    """The way from folder to folder, "" or with a slash at its end."""
    way = posixpath.relpath(f"/{to}", f"/{folder}")
    return "" if way == "." else f"{way}/"
