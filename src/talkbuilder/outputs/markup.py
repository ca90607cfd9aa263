"""Markup that cannot be broken by what stands in it: every value is escaped as it is put in."""

import re
from collections.abc import Callable, Iterable
from typing import Any

_SPECIAL = re.compile('[&<>"\n\r\t]|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]')
_search: Callable[[Any], re.Match[str] | None] = _SPECIAL.search
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


class Xml(str):
    """Markup. A plain text that is put into it is escaped; only these functions make markup."""

    __slots__ = ()


def xml(template: str, *values: Xml | str | int) -> Xml:
    """A piece of markup: each `%s` of a template of ours becomes a value, and a value that is no markup is escaped.

    Raises ValueError where a text holds a character that XML cannot have; readers of what authors write report those.
    """
    # Written out, and a list, not a generator: a large deck comes by here half a million times.
    put_in = [
        one if one.__class__ is Xml or one.__class__ is int or not _search(one) else _SPECIAL.sub(_escape, str(one))
        for one in values
    ]
    return Xml(template % tuple(put_in))


def escaped(text: str) -> Xml:
    """A text as markup. Raises ValueError as `xml` does."""
    return Xml(_SPECIAL.sub(_escape, text) if _search(text) else text)


def join(pieces: Iterable[Xml]) -> Xml:
    """Pieces of markup, one after the other."""
    return Xml("".join(pieces))


def _escape(found: re.Match[str]) -> str:
    if found[0] not in _ESCAPES:
        raise ValueError(f"U+{ord(found[0]):04X} cannot stand in XML")
    return _ESCAPES[found[0]]


NOTHING = Xml("")
