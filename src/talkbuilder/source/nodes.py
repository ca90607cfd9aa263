"""The shape of a file as its author wrote it: scalars, lists and mappings, each with its place."""

from msgspec import Struct

from talkbuilder.diagnostics import Span


class Scalar(Struct, frozen=True, gc=False):  # as in Span
    """A single value, still text; `plain` tells that it stood without quote marks."""

    value: str
    span: Span
    plain: bool = True


class Sequence(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


class Mapping(Struct, frozen=True):
    """Keys with their values, in the order of the file; no key occurs twice, for what repeats one is set aside."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span
    repeats: "tuple[tuple[Scalar, Node], ...]" = ()

    def get(self, key: str) -> "Node | None":
        return next((value for name, value in self.entries if name.value == key), None)


Node = Scalar | Sequence | Mapping


def kind_of(node: Node) -> str:
    """What a message calls a node."""
    match node:
        case Scalar():
            return "nothing" if is_empty(node) else f"'{shorten(node.value)}'"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys and values"
        case _:
            raise AssertionError("unreachable")


def is_empty(node: Node) -> bool:
    """Nothing was written where a value could stand."""
    return isinstance(node, Scalar) and node.plain and node.value in ("", "~", "null")


def shorten(text: str, most: int = 40) -> str:
    """One line of a text, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
