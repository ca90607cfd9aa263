"""Where each character of a value stands in its file, with whatever quote marks or indentation it is written there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from talkbuilder.patterns import pattern_of
from talkbuilder.source.nodes import Scalar

OPAQUE = "\0"  # stands for what is written as an escape, which no file can hold as itself

_SINGLE = pattern_of(r"''|.", re.DOTALL)
_DOUBLE = pattern_of(r"\\(?:x..|u.{4}|U.{8}|.)|.", re.DOTALL)
_INDENT = pattern_of(r" *")


class Character(NamedTuple):
    """A character of a value, and the offsets in the source between which it is written."""

    text: str
    start: int
    end: int


def characters_of(scalar: Scalar) -> tuple[Character, ...]:
    """The characters of a value in the order of the file; line breaks as they are there, without indentation.

    None at all where a number after `|` says how far they are indented.
    """
    span = scalar.span
    text, start, end = span.source.text, span.start, span.end
    match "" if scalar.plain else text[start : start + 1]:
        case "":
            return tuple(Character(text[at], at, at + 1) for at in range(start, end))
        case "'":
            return tuple(_tokens(_SINGLE, text, start + 1, end - 1))
        case '"':
            return tuple(_tokens(_DOUBLE, text, start + 1, end - 1))
        case _:
            return tuple(_block(text, start, end))


def _tokens(token: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Character]:
    for found in token.finditer(text, start, end):
        written = found[0]
        meant = written if len(written) == 1 else {"''": "'", '\\"': '"'}.get(written, OPAQUE)
        yield Character(meant, *found.span())


def _block(text: str, start: int, end: int) -> Iterator[Character]:
    """The lines of a block, from under its head on, from where the first of them begins."""
    head = text.find("\n", start, end)
    if head < 0 or any(one.isdigit() for one in text[start:head].partition("#")[0]):
        return
    indent = -1
    at = head + 1
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        begins = _INDENT.match(text, at, stop)
        assert begins
        is_blank = begins.end() == stop
        if indent < 0 and not is_blank:
            indent = len(begins[0])
        for place in range(min(at + max(indent, 0), stop), min(stop + 1, end)):
            yield Character(text[place], place, place + 1)
        at = stop + 1
