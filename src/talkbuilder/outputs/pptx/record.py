"""What a deck keeps of itself so that edits can be led back: of each page a key, and a mark of every text on it.

A mark tells whether a text is still what was built, and of no text what it said: what was deleted for somebody's safety
does not live on in the file. It stands in custom properties, which survive PowerPoint and LibreOffice.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from zlib import crc32

from msgspec import Struct

from talkbuilder.layout.items import Group, Item, Link, Text, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import SLIDE_NUMBER
from talkbuilder.source.fields import Broken
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import Box

MARK = "talkbuilder texts"

_PROPERTY = rf'name="{MARK} (\d+)"[^>]*>\s*<vt:lpwstr>([0-9a-f.-]+)</vt:lpwstr>'
_ROUNDED = 2  # in thousands of EMU: what programs round a shape by
_WIDTH = 4  # hexadecimal digits of a mark
_MOST = 240  # characters to a property: PowerPoint cuts a text of more than 255
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_IN_STYLE = [str.maketrans("0123", "".join(str(digit | style) for digit in range(4))) for style in range(4)]
# What programs put in the place of characters that somebody typed.
_SAME = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚‹›`´", "'"), **dict.fromkeys("‐‑‒–—―−", "-")})


class Recorded(Struct, frozen=True, dict=True):
    """A page as it was built: the key of its slide, and the marks of all texts on it and in its notes, in order.

    `looks` are marks of those that are bold or italic, or have such words; `placed` tells of where the rest stands.
    """

    key: str
    texts: tuple[str, ...]
    looks: tuple[str, ...]
    placed: int | None = None

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(self.texts + self.looks)

    def is_placed_otherwise(self, boxes: Sequence[Sequence[float]], far: int) -> bool:
        """Whether the rest stands `far` (EMU) or more from where it did, whatever programs round of each box."""
        was = self.placed
        return was is not None and abs(sum_of(boxes) - was) > far // 1000 + _ROUNDED * len(boxes)


@lru_cache(maxsize=4096)
def same_text(text: str) -> str:
    """A text in the form in which two are the same that a program wrote differently: blanks, quote marks, dashes."""
    if text.isascii():  # as most are: of what is told below these have one character, and blanks
        plain = text.replace("`", "'")
        return plain.strip() if "  " not in plain and plain.isprintable() else " ".join(plain.split())
    plain = unicodedata.normalize("NFC", text.replace("…", "...")).translate(_SAME)
    return " ".join(_UNSEEN.sub("", plain).split())


def same_letters(text: str) -> str:
    """A text with each character as it is told from others; as long as it is."""
    return re.sub(r"\s", " ", text.translate(_SAME))


def mark_of(text: str) -> str:
    """What is kept of a text: enough to know it again, and nothing that could be read."""
    return f"{crc32(same_text(text).encode('utf-8', 'replace')) & 0xFFFF:0{_WIDTH}x}"


def recorded(deck: Deck, in_any_look: bool = False) -> tuple[Recorded, ...]:
    """The pages of a deck, as their record is; or as if whatever may be bold or italic throughout was so."""
    slides = [slide for section in deck.plan.talk.outline.sections for slide in section.slides]
    ids = {slide.span.start: id.value for slide in slides if not isinstance(slide, Broken) and (id := slide.id)}
    return tuple(
        Recorded(
            mark_of(ids.get(page.span.start) or page.title),
            tuple(mark_of(one.text) for one in texts_of(page) if one.text.strip()),
            tuple(_looks(page, in_any_look)),
            None if in_any_look else sum_of(_placed(page.items)),
        )
        for page in deck.pages
    )


def sum_of(boxes: Iterable[Sequence[float]]) -> int:
    """A number, in thousands of EMU, that is another once something is moved or resized; rounding changes it little."""
    return round(sum(x + y + 2 * width + 3 * height for x, y, width, height in boxes) / 1000)


def _placed(items: Iterable[Item]) -> Iterator[Box]:
    """Where all stands that fills no placeholder: of these a layout may tell, and programs do."""
    for item in items:
        match item:
            case Group():
                yield from _placed(item.items)
            case Link():
                yield from _placed((item.item,))
            case _ if not getattr(item, "placeholder", ""):
                yield item.box


def _looks(page: Page, in_any_look: bool) -> Iterator[str]:
    for text in boxes_of(page):
        for one in text.paragraphs:
            style = text.styles[min(one.level, len(text.styles) - 1)]
            yield from looks_of(one, range(4) if in_any_look else [style.bold + 2 * style.italic])
    for one in page.notes.paragraphs:
        yield from looks_of(one)


def looks_of(one: Paragraph, styles: Iterable[int] = (0,)) -> Iterator[str]:
    """The marks of how a paragraph looks that is set in one style, or as it would in several; none if that is plain."""
    for style in styles:
        if style or any(run.bold or run.italic for run in one.runs):
            look = look_of(one).translate(_IN_STYLE[style])
            if look.strip("0"):
                yield mark_of_look(one.text, look)


def look_of(one: Paragraph) -> str:
    """Of each character of a paragraph a digit: 1 if it is bold, 2 if italic, 3 if both."""
    return "".join(str(run.bold + 2 * run.italic) * len(run.text) for run in one.runs)


def mark_of_look(text: str, look: str) -> str:
    """A mark of a text and of how its characters look; blanks are neither bold nor italic."""
    alike = ((one[1], "".join(text[one.start() : one.end()].split())) for one in re.finditer(r"(\d)\1*", look))
    return mark_of("".join(digit.join([*letters, ""]) for digit, letters in alike))


def texts_of(page: Page) -> Iterator[Paragraph]:
    """All that is written on a page and in its notes."""
    for text in boxes_of(page):
        yield from text.paragraphs
    yield from page.notes.paragraphs


def boxes_of(page: Page) -> Iterator[Text]:
    """What its texts stand in; of its number, programs make another."""
    found = (item for item in inside(page.items) if isinstance(item, Text))
    yield from (text for text in found if text.placeholder != SLIDE_NUMBER)


def record_properties(deck: Deck) -> Iterator[tuple[str, str]]:
    """The names and values of the properties that keep the record."""
    told = ".".join(f"{one.key}{''.join(one.texts)}-{''.join(one.looks)}-{one.placed:x}" for one in recorded(deck))
    for at in range(0, len(told), _MOST):
        yield f"{MARK} {at // _MOST + 1}", told[at : at + _MOST]


def read_record(properties: str) -> tuple[Recorded, ...]:
    """The record that the properties of a deck hold; none where they have none."""
    found = re.findall(_PROPERTY, properties)
    told = "".join(value for _, value in sorted(found, key=lambda one: int(one[0])))
    return tuple(_page(one) for one in told.split(".") if one)


def _page(told: str) -> Recorded:
    texts, looks, placed = [*told.split("-", 2), "", ""][:3]
    (key, *marks), (*styled,) = (re.findall("." * _WIDTH, one) for one in (texts, looks))
    return Recorded(key, tuple(marks), tuple(styled), int(placed, 16) if placed else None)
