"""Every text of a deck that an audience could read, hear or find, with its place and what sort of place that is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Literal

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.media import Medium
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Table, Text, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.talk.markup import unmarked
from talkbuilder.talk.said import place_of
from talkbuilder.talk.talk import Paragraph, Picture

Place = Literal["title", "text", "table", "chart", "notes", "evidence", "alt", "file", "properties", "sentence"]
_UNDER = re.compile(r"[-_.]+")
_QUOTED = "these are somebody's own words: tell it in yours instead of changing them"


class Told(Struct, frozen=True, gc=False):  # as in Span
    """A text, where an author wrote it, and what sort of place it has; `page` counts from 0, -1 for the deck."""

    text: str
    span: Span | None
    place: Place
    page: int
    is_quotation: bool = False


def texts_of(deck: Deck) -> Iterator[Told]:
    """All texts of a deck, in the order in which they are met."""
    pictures = _pictures(deck)
    for at, page in enumerate(deck.pages):
        for item in page.items:
            yield from _item(item, page, at, {name for name, _ in pictures.get(page.span.start, ())})
        yield from _paragraphs(page.notes.said, "notes", at)
        for one in page.citations:
            yield from _told(one.kept or one.says, page.span, "evidence", at, one.kind == "quote")
        for name, span in pictures.get(page.span.start, ()):
            yield from _told(name, span, "file", at)
    yield from _about(deck)


def fault(told: Told, at: tuple[int, int], code: str, message: str, hint: str) -> Diagnostic:
    """The fault of some words of a text, at their place where they were written so."""
    said = told.text[at[0] : at[1]]
    is_quoted = told.is_quotation or told.text.count("“", 0, at[0]) > told.text.count("”", 0, at[0])
    hint = _QUOTED if is_quoted else hint
    where = {
        "alt": " in what describes a picture",
        "file": " in the name of a file",
        "evidence": " in the evidence for the slide",
    }
    says = message.format(f"“{said.strip()}”{where.get(told.place, '')}")
    if told.span is None:
        return Diagnostic(code, says, None, hint, "talks")
    return Diagnostic(code, says, _within(told, said), hint)


def _within(told: Told, said: str) -> Span | None:
    """Where words stand in what an author wrote; the whole of it where they are not written so."""
    whole = told.span
    if whole is None or told.place in ("evidence", "alt", "file"):
        return whole
    return place_of(said, whole) or whole


def _told(text: str, span: Span | None, place: Place, page: int, is_quotation: bool = False) -> Iterator[Told]:
    if place == "file":
        text = _UNDER.sub(" ", text).title()  # so that names of peoples and streets are seen as such
    if text:
        yield Told(text, span, place, page, is_quotation)


def _paragraphs(paragraphs: Iterable[Paragraph], place: Place, page: int, is_quotation: bool = False) -> Iterator[Told]:
    for one in paragraphs:
        yield from _told(one.text, one.span, place, page, is_quotation)


def _item(item: Item, page: Page, at: int, drawn: Set[str], is_inner: bool = False) -> Iterator[Told]:
    """What an item says, shows or is called; what describes one that is not `drawn` may say again what is read there,
    which is no picture."""
    match item:
        case Text():
            place: Place = "title" if item.name == "title" else "text"
            yield from _paragraphs(item.paragraphs, place, at, item.name == "quote")
        case Table():
            for cell in (cell for row in item.rows for cell in row):
                yield from _paragraphs(cell.text.paragraphs, "table", at)
        case Chart():
            for name in dict.fromkeys((*item.categories, *(one.name for one in item.series))):
                yield from _told(name, page.span, "chart", at)
        case Group():
            for inner in item.items:
                yield from _item(inner, page, at, drawn, is_inner or item.name in drawn)
        case Link():
            yield from _item(item.item, page, at, drawn)
        case _:
            pass
    alt = getattr(item, "alt", "")
    alt = alt if isinstance(item, Image) or item.name in drawn else _not_read(alt, page)
    yield from _told(alt, getattr(item, "span", page.span), "alt", at)
    if is_inner and isinstance(item, Group | Shape):
        yield from _told(item.name, page.span, "file", at)


def _not_read(alt: str, page: Page) -> str:
    """What describes an item, without the texts that are read on its page."""
    items = [*inside(page.items)] if alt else []
    read = [one.text for item in items if isinstance(item, Text) for one in item.paragraphs]
    read += [one for item in items if isinstance(item, Chart) for one in item.categories]
    for words in sorted(filter(None, read), key=len, reverse=True):
        alt = alt.replace(words.replace("\u00a0", " "), "…")
    return alt


def _pictures(deck: Deck) -> Mapping[int, tuple[tuple[str, Span], ...]]:
    """The names of the files that slides show, by where the slide stands."""
    media = deck.plan.talk.library.media
    found: dict[int, tuple[tuple[str, Span], ...]] = {}
    for slide in deck.plan.talk.slides:
        pictures = [slot for slot in slide.slots.values() if isinstance(slot, Picture)]
        entries = [(media.get(one.id), one.span) for one in pictures]
        found[slide.span.start] = tuple((one.file.value, span) for one, span in entries if isinstance(one, Medium))
    outline = deck.plan.talk.outline
    written = [(slide.span, slide) for section in outline.sections for slide in section.slides]
    for span, one in ((outline.talk.span, outline), *written):  # the cover stands where the title does
        names = (getattr(it, "drawing", None) for it in (one, *getattr(one, "icons", ())))
        found[span.start] = (*found.get(span.start, ()), *((name.value, name.span) for name in names if name))
    return found


def _about(deck: Deck) -> Iterator[Told]:
    """What is written into the properties of a deck, and what its file is called."""
    outline = deck.plan.talk.outline
    for one in (outline.talk, outline.summary, *outline.keywords):
        if one:
            yield from _told(unmarked(one, deck.plan.talk.library), one.span, "properties", -1)
    for section in deck.plan.talk.sections:
        yield from _told(section.name, None, "properties", -1)
    yield from _told(deck.plan.talk.file_name, None, "file", -1)
