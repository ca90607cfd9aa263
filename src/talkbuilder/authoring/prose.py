"""What can be corrected in a text without changing it: straight quote marks, apostrophes, doubled blanks.

Only what can be read in one way is corrected. Quotations are somebody's words and stay as they are; so do references,
addresses, and every paragraph whose quote marks do not pair.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_UNTOUCHED = re.compile(r"\{[^{}]*\}|\]\([^()\s]*\)|\S*(?:://|www\.|@)\S*")
_FOREIGN = re.compile("[‘‚„«»‹›`\0]")  # marks of other customs, under which ' and " may mean something else
_WITHIN = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # don't
_DECADE = re.compile(r"(?<!\w)'(?=\d0s\b)")  # the '90s
_PLURAL = re.compile(r"(?<=[sS])'(?!\w)")  # the students' bus
_OPENING = re.compile(r"(?<!\w)'(?=\S)(?!\d0s\b)")
_BLANKS = re.compile(r"(?<=\S)  +(?=\S)")
_BEFORE, _AFTER = frozenset("([—–"), frozenset(".,;:!?)]—–…")


class Edit(NamedTuple):
    """A stretch of a text and what replaces it."""

    start: int
    end: int
    text: str


def edits_of(text: str) -> tuple[Edit, ...]:
    """All corrections of a text, in order."""
    found: list[Edit] = []
    for paragraph in _PARAGRAPH.finditer(text):
        words = paragraph[0]
        if _FOREIGN.search(words):
            continue
        marks, quoted, is_open = _quotations(words)
        if is_open:
            break  # a quotation that goes on in the next paragraph
        if quoted is None:
            continue
        untouched = [*quoted, *(one.span() for one in _UNTOUCHED.finditer(words))]
        others = (
            one for one in _others(words) if not any(one.start < end and start < one.end for start, end in untouched)
        )
        found += [
            Edit(paragraph.start() + one.start, paragraph.start() + one.end, one.text) for one in (*marks, *others)
        ]
    return tuple(sorted(found))


def _quotations(words: str) -> tuple[list[Edit], list[tuple[int, int]] | None, bool]:
    """Quote marks to correct; what stands in quotation marks, None where that is unclear; whether one is left open."""
    straight = [at for at, one in enumerate(words) if one == '"']
    curly = [at for at, one in enumerate(words) if one in "“”"]
    if straight and curly:
        return [], None, words.count("“") != words.count("”")
    roles = [_role(words, at) for at in straight] if straight else [words[at] for at in curly]
    expected = ["“", "”"] * (len(roles) // 2)
    if roles != expected:
        return [], None, not straight and roles.count("“") > roles.count("”")
    if any(one.start() < at < one.end() for one in _UNTOUCHED.finditer(words) for at in straight):
        return [], None, False
    places = straight or curly
    inside = [(opens, closes + 1) for opens, closes in zip(places[::2], places[1::2], strict=True)]
    marks = [Edit(at, at + 1, role) for at, role in zip(places, roles, strict=True)] if straight else []
    return marks, inside, False


def _role(words: str, at: int) -> str:
    """The curly mark for a straight one, by what stands around it; "" where that is unclear."""
    before, after = words[:at].rstrip("*")[-1:], words[at + 1 :].lstrip("*")[:1]
    opens = (not before or before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after.isspace() or after in _AFTER)
    return "" if opens == closes else "“" if opens else "”"


def _others(words: str) -> Iterator[Edit]:
    """Apostrophes and doubled blanks."""
    apostrophes = [_WITHIN, _DECADE]
    if not _OPENING.search(words):
        apostrophes.append(_PLURAL)  # else it may close what was opened
    for pattern in apostrophes:
        for mark in pattern.finditer(words):
            yield Edit(*mark.span(), "’")
    for blanks in _BLANKS.finditer(words):
        yield Edit(*blanks.span(), " ")
