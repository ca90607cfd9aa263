"""The shape of a file as its author wrote it: scalars, lists and mappings, each with its place."""

from typing import Any

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


def plain(node: Node) -> Any:
    """What a node says, without places: texts, lists and dictionaries of them."""
    match node:
        case Scalar(value):
            return value
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.value: plain(value) for key, value in entries}


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


def is_flow(node: Node) -> bool:
    """Whether a list or a mapping stands in brackets."""
    return not isinstance(node, Scalar) and node.span.source.text[node.span.start] in "{["


def is_block(node: Scalar) -> bool:
    """Whether a text stands in lines of its own, behind | or >."""
    return not node.plain and node.span.source.text[node.span.start] in "|>"


def end_of(node: Node) -> int:
    """Where what is written of a node ends; the place of a block would reach to what follows it."""
    match node:
        case Mapping(entries) if entries and not is_flow(node):
            return end_of(entries[-1][1])
        case Sequence(items) if items and not is_flow(node):
            return end_of(items[-1])
        case Scalar() if is_block(node):
            text = node.span.source.text[node.span.start : node.span.end]
            return min(node.span.start + len(text.rstrip()) + 1, len(node.span.source.text))
    return node.span.end


def line_end(node: Node) -> int:
    """Where the line begins that follows a node."""
    text, at = node.span.source.text, end_of(node)
    if text[at - 1 : at] == "\n":
        return at
    line = text.find("\n", at)
    return line + 1 if line >= 0 else len(text)


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


def shorten(text: str, most: int = 40) -> str:
    """One line of a text, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
