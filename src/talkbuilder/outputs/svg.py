"""Deck to SVG: a file a slide, text as text, with all that it needs inside it; notes are left out.

`Sketches` draws the same without fonts and pictures, for a page that has the fonts and knows where pictures are.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import IO

from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import UNSEALED, seal
from talkbuilder.outputs.markup import join, xml
from talkbuilder.outputs.vectors import Drawing, decimal, paint
from talkbuilder.outputs.webfonts import style_sheet

_LEAST_DIGITS = 2  # of the numbers in file names, so that they sort


def render(deck: Deck) -> Iterator[File]:
    """A file a slide, in a folder that is named after the talk."""
    talk, pages = deck.plan.talk, deck.pages
    digits = max(_LEAST_DIGITS, len(str(len(pages))))
    grounds: dict[int, Drawing] = {}
    for number, page in enumerate(pages, 1):
        # Pages share what their layouts draw, which is most of what is drawn.
        ground = grounds.get(id(page.layout))
        if ground is None:
            ground = grounds[id(page.layout)] = Drawing(page.layout, page.layout.drawn)
        name = f"{number:0{digits}}.svg"
        yield File(
            f"{talk.file_name}-svg/{name}", partial(_write, page, ground, deck.theme.size_pt, talk.language, name)
        )


def _write(
    page: Page, ground: "Drawing", size_pt: tuple[float, float], language: str, name: str, out: IO[bytes]
) -> None:
    """A whole file. Ligatures are off, as they were when the text was measured."""
    drawing = Drawing(page.layout, page.items)
    width, height = map(decimal, size_pt)
    slide = xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- %s -->\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" lang="%s" xml:lang="%s" xml:space="preserve"'
        ' style="font-variant-ligatures:no-common-ligatures" text-rendering="geometricPrecision">\n'
        '<title>%s</title>\n<style>%s</style>\n<defs>%s</defs>\n<rect width="%s" height="%s"%s/>\n%s%s</svg>\n',
        *(UNSEALED, width, height, language, language, page.title, style_sheet(drawing.runs)),
        join((ground.pictures | drawing.pictures).values()),
        *(width, height, paint("fill", page.background, page.layout.palette), ground.markup, drawing.markup),
    )
    out.write(seal(slide.encode(), name))


class Sketches:
    """Pages of one deck after the other as elements of HTML; `address` tells where the page has a picture from."""

    def __init__(self, address: Callable[[Image], str]) -> None:
        self._address = address
        self._grounds: dict[int, tuple[Layout, Drawing]] = {}  # kept with their layouts, whose identity names them

    def sketch(self, page: Page, size_pt: tuple[float, float]) -> str:
        """A page of a size as one `svg` element, its items named in `data-name`."""
        layout = page.layout
        if id(layout) not in self._grounds:
            self._grounds[id(layout)] = layout, Drawing(layout, layout.drawn, self._address)
        ground, drawing = self._grounds[id(layout)][1], Drawing(layout, page.items, self._address)
        width, height = map(decimal, size_pt)
        svg = xml(
            '<svg viewBox="0 0 %s %s" xml:space="preserve" text-rendering="geometricPrecision"><defs>%s</defs>'
            '<rect width="%s" height="%s"%s/>%s%s</svg>',
            *(width, height, join((ground.pictures | drawing.pictures).values())),
            *(width, height, paint("fill", page.background, layout.palette), ground.markup, drawing.markup),
        )
        return str(svg)
