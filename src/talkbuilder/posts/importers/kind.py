"""What every importer makes of a file: texts with what is told of them, whatever the file was."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.sources import Kind

Look = frozenset[str]  # what sets a stretch apart, where nothing of it is what most of a text has

_BREAK = re.compile(r"\n(?:[^\S\n]*\n)+")
_SET_IN = re.compile(r"[^\S\n]{2}|\t")
_ITEM = re.compile(r"\s*(?:[-–—*•·]|\w{1,3}[.)])\s")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?’)\]]")


def _any(data: bytes) -> bool:
    return True


class TooDeep(Exception):
    """Tags are nested deeper than any page has them."""


class Link(Struct, frozen=True):
    """Words of a post that lead somewhere."""

    text: str
    href: str


class ImportedPost(Struct, frozen=True, kw_only=True):
    """A post, or another source, as a file tells it: paragraphs with a blank line between them, every character as the
    file has it."""

    title: str
    text: str
    date: str = ""  # as precise as it is known: 2012, 2012-04 or 2012-04-18
    url: str = ""
    publisher: str = ""  # who published it, as the file tells that
    is_page: bool = False  # one page by itself, that may be of any site
    is_news: bool = False  # which says of itself that it is an article of a newspaper
    author: str = ""  # as the file names who wrote it
    slug: str = ""  # the short name that the blog gave it
    links: tuple[Link, ...] = ()
    lost_links: tuple[str, ...] = ()  # words that speak of a link which the file does not tell
    pictures: tuple[str, ...] = ()  # what is known of the pictures, which no file carries
    quoted: tuple[Range, ...] = ()  # where the text is quoted in a block, or stands under a picture
    bold: tuple[Range, ...] = ()
    apart: tuple[Range, ...] = ()  # headings, and what is set in italics
    labels: tuple[str, ...] = ()  # of a transcript: the names by which it tells who is speaking, before each turn
    cut_short: str = ""  # what tells that the rest of the post is missing


class LeftOut(Struct, frozen=True):
    """Something in the file that is no post to import."""

    why: str  # such as "draft"


class Importer(Struct, frozen=True):
    """A format: what messages call it, whether a file's beginning is of it, and how it is read.

    `read` reports what is wrong with a file; where that is an error, nothing of the file is kept.
    """

    name: str
    recognises: Callable[[str], bool]
    read: "Callable[[bytes, str, Report], Iterator[ImportedPost | LeftOut]]"
    kind: Kind = "post"  # what such files hold, unless somebody says otherwise
    magic: bytes = b""  # what such a file begins with, if it is no text
    is_one: Callable[[bytes], bool] = _any  # whether it then is one
    endings: tuple[str, ...] = ()  # of its name, where nothing in it tells its format
    has_addresses: bool = True  # whether such a file may tell the e-mail addresses of people who wrote comments

    def posts(self, data: bytes, name: str, report: Report) -> "Iterator[ImportedPost | LeftOut]":
        """What a file holds."""
        try:
            yield from self.read(data, name, report)
        except TooDeep:
            hint = "hundreds of tags in it are never closed: save it again, or copy the text into a .txt"
            report(Diagnostic("I004", "the tags of this file are nested too deep", file=name, hint=hint))


def paragraphs(text: str) -> str:
    """A text with exactly one blank line between its paragraphs; a line of nothing but spaces counts as blank."""
    return "\n\n".join(one.strip() for one in _BREAK.split(text) if one.strip())


def set_apart(written: str, looks: Mapping[Look, Sequence[Range]] = {}) -> tuple[Range, ...]:
    """What is set otherwise than most of a text, in the text that `paragraphs` makes of what is written: set in, or by
    one of the `looks` that some stretches have; nothing, where that is most of it."""
    text, shares = paragraphs(written), Counter[str]()
    found = {**looks, frozenset({"set in"}): tuple(_set_in(written))}
    for look, places in found.items():
        shares.update(dict.fromkeys(look, sum(end - start for start, end in places)))
    usual = {one for one, size in shares.items() if 2 * size >= len(text)}
    apart = sorted(place for look, places in found.items() if look.isdisjoint(usual) for place in places)
    size = last = 0
    for start, end in apart:
        size, last = size + max(0, end - max(start, last)), max(last, end)
    return tuple(apart) if 2 * size < len(text) else ()


def _set_in(written: str) -> Iterator[Range]:
    """The paragraphs of which every line begins with blanks, and which are no items of a list."""
    at = 0
    for block in _BREAK.split(written):
        if said := block.strip():
            lines = block.strip("\n").split("\n")
            if all(map(_SET_IN.match, lines)) and not _ITEM.match(block):
                yield at, at + len(said)
            at += len(said) + 2


def title_of(name: str) -> str:
    """What a file is called, where nothing in it tells that."""
    return " ".join(re.split(r"[_\s]+", PurePath(name).stem))


def links_in(text: str) -> tuple[Link, ...]:
    """The addresses that a plain text shows."""
    return tuple(Link(one, one) for one in _ADDRESS.findall(text))


def is_spoken(line: str, rest: str) -> bool:
    """Whether a first line is no title but what somebody says: the name before its colon begins other lines too."""
    name, colon, words = line.partition(":")
    if not colon or not words.strip():
        return False
    return (
        len(name.strip()) <= 2 or re.search(rf"(?:^|>)\s*{re.escape(name.strip())}\s*:", rest, re.MULTILINE) is not None
    )
