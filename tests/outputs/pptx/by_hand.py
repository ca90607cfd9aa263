"""Decks with a page drawn by hand, which needs no kind; written and opened again."""

import io
import zipfile
from functools import cache
from typing import Any

from lxml import etree
from msgspec import structs
from pptx import Presentation

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Align, Anchor, Image, Item, Style, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.pptx import render
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import Box
from tests.cases import picture
from tests.sample import built, slide, talk

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "rels": "http://schemas.openxmlformats.org/package/2006/relationships",
    "types": "http://schemas.openxmlformats.org/package/2006/content-types",
}
NOWHERE = Span(Source("talk.yaml", ""), 0, 0)
BOX = Box(1_000_000, 2_000_000, 4_000_000, 1_500_000)
_DRAWN = 2  # the place of the page that is drawn by hand
SLIDE = "ppt/slides/slide3.xml"


@cache
def sample() -> Deck:
    """A cover, an opener, a page of bullets, a closing page and the sources."""
    return built(talk(slide("bullets")))[0]


def page() -> Page:
    return sample().pages[_DRAWN]


def deck(*items: Item) -> Deck:
    """The sample with only its title and these items on the page of bullets."""
    return with_page(structs.replace(page(), items=(page().items[0], *items)))


def with_page(made: Page) -> Deck:
    """The sample with this page instead of its bullets."""
    before, (name, (opener, _)), after = sample().sections
    return structs.replace(sample(), sections=(before, (name, (opener, made)), after))


def written(made: Deck) -> bytes:
    out = io.BytesIO()
    for file in render(made):
        file.write(out)
    return out.getvalue()


def parts(made: Deck) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written(made))) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(made: Deck, name: str) -> Any:
    """One part of the package, read as XML."""
    return etree.fromstring(parts(made)[name])


def opened(made: Deck) -> Any:
    """The slide that was drawn by hand, as python-pptx reads it."""
    return Presentation(io.BytesIO(written(made))).slides[_DRAWN]


def element(*items: Item) -> Any:
    """The last shape of a slide with these items, as XML."""
    return part(deck(*items), SLIDE).find("p:cSld/p:spTree", NAMES)[-1]


def all_of(parent: Any, path: str) -> list[Any]:
    return list(parent.iterfind(path, NAMES))


def one(parent: Any, path: str) -> Any:
    """The one element that a path leads to."""
    (found,) = all_of(parent, path)
    return found


def values(parent: Any, path: str) -> dict[str, str]:
    """The attributes of the one element that a path leads to."""
    return dict(one(parent, path).attrib)


def tags(parent: Any) -> list[str]:
    """The names of children, without their namespaces."""
    return [etree.QName(child).localname for child in parent]


def paragraph(*runs: str | Run, level: int = 0) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs), NOWHERE, level)


def label(
    *paragraphs: Paragraph | str,
    name: str = "label",
    box: Box = BOX,
    styles: tuple[Style, ...] = (Style(24),),
    anchor: Anchor = "top",
    align: Align | None = None,
) -> Text:
    """A text that fills no placeholder; where its lines stand is nothing that a .pptx says."""
    made = tuple(paragraph(one) if isinstance(one, str) else one for one in paragraphs)
    set_in = tuple(structs.replace(style, align=align) for style in styles) if align else styles
    return Text(name, box, made, set_in, (), NOWHERE, anchor)


def image(alt: str = "", crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0), name: str = "photo") -> Image:
    return Image(name, BOX, picture(), "png", 64, 32, NOWHERE, crop, alt)


def fragment(markup: str) -> Any:
    """Pieces of markup under one element, read."""
    declared = " ".join(f'xmlns:{short}="{long}"' for short, long in NAMES.items())
    return etree.fromstring(f"<all {declared}>{markup}</all>")
