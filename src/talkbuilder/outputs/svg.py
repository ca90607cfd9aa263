"""Deck to SVG: a file a slide, text as text, with all that it needs inside it; notes are left out."""

from collections.abc import Iterator
from functools import partial
from typing import IO

from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import UNSEALED, seal
from talkbuilder.outputs.markup import xml
from talkbuilder.outputs.vectors import Sketches, decimal, embedded, style_sheet

_LEAST_DIGITS = 2  # of the numbers in file names, so that they sort


def render(deck: Deck) -> Iterator[File]:
    """A file a slide, in a folder that is named after the talk."""
    talk, pages = deck.plan.talk, deck.pages
    digits = max(_LEAST_DIGITS, len(str(len(pages))))
    sketches = Sketches(embedded)
    for number, page in enumerate(pages, 1):
        name = f"{number:0{digits}}.svg"
        write = partial(_write, page, sketches, deck.theme.size_pt, talk.language, name)
        yield File(f"{talk.file_name}-svg/{name}", write)


def _write(
    page: Page, sketches: Sketches, size_pt: tuple[float, float], language: str, name: str, out: IO[bytes]
) -> None:
    """A whole file. Ligatures are off, as they were when the text was measured."""
    drawn, runs = sketches.drawn(page, size_pt)
    slide = xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- %s -->\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" lang="%s" xml:lang="%s" xml:space="preserve"'
        ' style="font-variant-ligatures:no-common-ligatures" text-rendering="geometricPrecision">\n'
        "<title>%s</title>\n<style>%s</style>\n%s</svg>\n",
        *(UNSEALED, *map(decimal, size_pt), language, language, page.title),
        *(style_sheet((run.text, run.face) for run in runs), drawn),
    )
    out.write(seal(slide.encode(), name))
