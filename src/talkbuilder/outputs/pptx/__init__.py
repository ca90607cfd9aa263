"""Deck to .pptx: the template's parts, with a slide and its notes for every page."""

from collections.abc import Iterator

from talkbuilder.layout.page import Deck, Page, PictureBox
from talkbuilder.outputs.pptx import frame, notes, properties, slides


def render(deck: Deck) -> Iterator[tuple[str, bytes]]:
    """The parts of the package by name, one after the other, so that a large deck never lies in memory whole.

    The XML is written directly: python-pptx takes 0.1 s to import and, from its `next_partname` and relationship
    scans, time that grows with the square of the slides.
    """
    pages = deck.pages
    files = _files(pages)
    yield from frame.parts(deck, len(pages), {name.rsplit(".", 1)[1] for name in files.values()})
    yield from properties.parts(deck, len(pages))
    language = deck.plan.talk.language
    for number, page in enumerate(pages, start=1):
        yield from slides.parts(page, number, language, files)
        yield from notes.parts(page, number, language)
    for data, name in files.items():
        yield f"ppt/media/{name}", data


def _files(pages: tuple[Page, ...]) -> dict[bytes, str]:
    """The file name of every picture, by its bytes, so that one which stands on several slides is stored once."""
    names: dict[bytes, str] = {}
    boxes = (box for page in pages for box in page.boxes if isinstance(box, PictureBox))
    for box in boxes:
        names.setdefault(box.picture.data, f"image{len(names) + 1}.{box.picture.extension}")
    return names
