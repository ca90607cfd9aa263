"""Deck to SVG: a file a slide, text as text, with all that it needs inside it; notes are left out."""

from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from typing import IO

from talkbuilder.layout.items import Image
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import UNSEALED, seal
from talkbuilder.outputs.markup import Xml, join, xml
from talkbuilder.outputs.vectors import TYPES, Drawing, decimal, paint
from talkbuilder.outputs.webfonts import style_sheet

_MARK = "\0"  # which no markup can hold
_MOST_KEPT = 4  # pictures, of a megabyte or two
_LEAST_DIGITS = 2  # of the numbers in file names, so that they sort


def render(deck: Deck) -> Iterator[File]:
    """A file a slide, in a folder that is named after the talk."""
    talk, pages = deck.plan.talk, deck.pages
    digits = max(_LEAST_DIGITS, len(str(len(pages))))
    pictures = _Pictures()
    grounds: dict[str, Drawing] = {}
    for number, page in enumerate(pages, 1):
        # Pages share what their layouts draw, which is most of what is drawn.
        ground = grounds.get(page.layout.name)
        if ground is None:
            ground = grounds[page.layout.name] = Drawing(page.layout, page.layout.drawn, pictures.address)
        name = f"{number:0{digits}}.svg"
        write = partial(_write, page, ground, pictures, deck.theme.size_pt, talk.language, name)
        yield File(f"{talk.file_name}-svg/{name}", write)


def _write(
    page: Page,
    ground: Drawing,
    pictures: "_Pictures",
    size_pt: tuple[float, float],
    language: str,
    name: str,
    out: IO[bytes],
) -> None:
    """A whole file. Ligatures are off, as they were when the text was measured."""
    drawing = Drawing(page.layout, page.items, pictures.address)
    width, height = map(decimal, size_pt)
    slide = xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- %s -->\n'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" lang="%s" xml:lang="%s" xml:space="preserve"'
        ' style="font-variant-ligatures:no-common-ligatures" text-rendering="geometricPrecision">\n'
        '<title>%s</title>\n<style>%s</style>\n<defs>%s</defs>\n<rect width="%s" height="%s"%s/>\n%s%s</svg>\n',
        *(
            UNSEALED,
            width,
            height,
            language,
            language,
            page.title,
            style_sheet((run.text, run.face) for run in drawing.runs),
        ),
        join((ground.pictures | drawing.pictures).values()),
        *(width, height, paint("fill", page.background, page.layout.palette), ground.markup, drawing.markup),
    )
    out.writelines(seal([*pictures.put_into(slide)], name))


class _Pictures:
    """The pictures of a deck, which are put into files as these are written.

    In markup a mark stands for each, so that no megabyte is joined, encoded and searched along with every piece of it.
    """

    def __init__(self) -> None:
        self._images: list[Image] = []
        self._encoded: dict[bytes, bytes] = {}

    def address(self, image: Image) -> Xml:
        self._images.append(image)
        return Xml(f"data:{TYPES[image.extension]};base64,{_MARK}{len(self._images) - 1}{_MARK}")

    def put_into(self, markup: str) -> Iterator[bytes]:
        """Markup in UTF-8, piece by piece, with each picture in its place."""
        for at, piece in enumerate(markup.encode().split(_MARK.encode())):
            yield self._encode(self._images[int(piece)].data) if at % 2 else piece

    def _encode(self, data: bytes) -> bytes:
        """A picture in base64. A few are kept, for often one stands on several slides."""
        if data not in self._encoded:
            if len(self._encoded) >= _MOST_KEPT:
                self._encoded.clear()
            self._encoded[data] = b64encode(data)
        return self._encoded[data]
