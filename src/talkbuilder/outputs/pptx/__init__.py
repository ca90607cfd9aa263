"""Deck to .pptx: the template's parts, with a slide and its notes for every page."""

from collections.abc import Iterator

from talkbuilder.outputs.pptx import frame, notes, properties, slides
from talkbuilder.page import Deck, Page, PictureBox
from talkbuilder.talk import Picture


def render(deck: Deck) -> Iterator[tuple[str, bytes]]:
    """The parts of the package by name, one after the other, so that a large deck never lies in memory whole.

    The XML is written directly: python-pptx takes 0.1 s to import and, from its `next_partname` and relationship
    scans, time that grows with the square of the slides.
    """
    images = _images(deck)
    pages = deck.pages
    yield from frame.parts(deck, len(pages), {picture.extension for picture in images.values()})
    yield from properties.parts(deck, len(pages))
    language = deck.plan.talk.language
    for number, page in enumerate(pages, start=1):
        yield from slides.parts(page, number, language, images)
        yield from notes.parts(page, number, language)
    stored = set()
    for name, picture in images.items():
        if name not in stored:
            stored.add(name)
            yield f"ppt/media/{name}", picture.data


def _images(deck: Deck) -> dict[str, Picture]:
    """The pictures of a deck by file name; one that stands on several slides is stored once."""
    names: dict[bytes, str] = {}
    found: dict[str, Picture] = {}
    for picture in pictures_of(deck.pages):
        name = names.setdefault(picture.data, f"image{len(names) + 1}.{picture.extension}")
        found.setdefault(name, picture)
    return found


def pictures_of(pages: tuple[Page, ...]) -> Iterator[Picture]:
    for page in pages:
        for box in page.boxes:
            if isinstance(box, PictureBox):
                yield box.picture
