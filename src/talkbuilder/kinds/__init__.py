"""The slide kinds, one file each; a new kind is a line here, a layout in the themes and a file beside this one.

A kind is imported when it is first asked for: what knows charts, maps and codes would take a third of a build of words.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from talkbuilder.kinds.kind import Kind
from talkbuilder.source.outline import Slide


class _Kinds(Mapping[str, Kind]):
    """The kinds of some names, each in the module of its name."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self._imported: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if (known := self._imported.get(name)) is not None:
            return known
        if name not in self._names:
            raise KeyError(name)
        kind: Kind = import_module(f"{__name__}.{name}").KIND
        self._imported[name] = kind
        return kind

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


# The kinds that an author writes, by the key that carries their content.
WRITTEN: Mapping[str, Kind] = _Kinds(
    *("bullets", "statement", "quote", "number", "chart", "people", "counts", "map", "ask", "photo", "drawing"),
    *("compare", "table", "timeline", "steps", "icons", "question", "memory"),
    "blank",
)
# And those that the talk itself makes.
KINDS: Mapping[str, Kind] = _Kinds("cover", "section", *WRITTEN, "closing", "sources")


def kind_of(written: Slide) -> Kind:
    """The kind of a slide as its author wrote it: that whose module holds its model."""
    return WRITTEN[type(written).__module__.rpartition(".")[2]]
