"""What layouts are called, and which sort of layout a name or a type means."""

import re
import unicodedata
from collections.abc import Mapping, Set
from functools import cache, lru_cache
from pathlib import Path

# The types of the format, in which every program says the same, whatever it calls the layout.
_TYPES = {
    "title": "cover",
    "obj": "text",
    "tx": "text",
    "secHead": "section",
    "twoObj": "two",
    "twoColTx": "two",
    "twoTxTwoObj": "comparison",
    "titleOnly": "title",
    "blank": "blank",
    "objTx": "caption",
    "picTx": "picture",
    "vertTx": "vertical",
    "vertTitleAndTx": "vertical",
}
# Sorts that a talk has few of.
_SELDOM = ("cover", "agenda", "section", "statement", "quote", "number", "question", "closing")
_NUMBERED = re.compile(r"^\d+[_ ]\s*")  # PowerPoint's mark of a layout that was pasted: "1_Title Slide"
_LEAST_PART = 6  # letters of a name that is looked for inside words


def plain(name: str) -> str:
    """A name as it is compared: letters and digits alone, for exports break it into lines, hyphenate and underline."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    return "".join(one for one in _NUMBERED.sub("", folded) if one.isalnum() or unicodedata.combining(one))


@cache
def _known() -> Mapping[str, str]:
    rows = Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
    return {plain(name): sort for sort, _, name in (row.split("\t") for row in rows)}


@cache
def _telling() -> Set[str]:
    """The names that mean the same in whatever other name they stand."""
    return {one for one, sort in _known().items() if all(sort == of for name, of in _known().items() if one in name)}


@lru_cache(maxsize=256)  # each role asks of each layout
def sort_by_name(name: str) -> str:
    """The sort of layout that a name means; "" where nobody calls one so."""
    return _known().get(plain(name), "")


def sort_by_type(kind: str) -> str:
    """The sort that the format's own type means."""
    return _TYPES.get(kind, "")


@lru_cache(maxsize=256)
def sort_within(name: str) -> str:
    """The sort of the longest known name that a name holds: "Red Title and Content"; "" where it holds none.

    A short one is a word of it, which means but one thing in all names: "Cover#2", and not the "title" of a topic.
    """
    wanted, words = plain(name), {*map(plain, re.split(r"[\W\d_]+", name))}
    inside = [one for one in _known() if one in (wanted if len(one) >= _LEAST_PART else words & _telling())]
    return _known()[max(inside, key=len)] if inside else ""


def is_seldom(name: str, kind: str) -> bool:
    """Whether a talk has few slides on a layout of a name and a type, as on one that opens it."""
    return (sort_by_name(name) or sort_by_type(kind) or sort_within(name)) in _SELDOM
