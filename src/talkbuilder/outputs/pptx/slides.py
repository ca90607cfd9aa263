"""The slides: every item of a page, and the relationships of those that show a file or lead somewhere."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Table, Text
from talkbuilder.layout.page import Page
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.items import Drawing, Relationships
from talkbuilder.outputs.pptx.package import Package
from talkbuilder.outputs.pptx.shapes import background
from talkbuilder.outputs.pptx.text import targets
from talkbuilder.outputs.pptx.xml import HEAD, NAMES, NOTHING, TREE, Xml, join, xml

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"


class Media:
    """The picture files of a deck; one that stands on several slides is stored once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[bytes, str] = {}

    def part(self, image: Image) -> str:
        if image.data not in self._parts:
            part = self._package.free("ppt/media/picture", image.extension)
            self._parts[image.data] = self._package.add(part, "", image.data)
        return self._parts[image.data]


def add_slide(package: Package, page: Page, number: int, layout: str, colours: Xml, language: str, media: Media) -> str:
    """Adds the slide of a page, on the part of its layout, whose map of colours it repeats; returns its own part."""
    part = f"ppt/slides/slide{number}.xml"
    package.relate(part, layout, "slideLayout")
    relationships = _related(package, part, page.items, media, language)
    return package.add(part, _TYPE, partial(_slide, page, colours, language, relationships))


def _related(package: Package, slide: str, items: Iterable[Item], media: Media, language: str) -> Relationships:
    related: dict[int | str, str] = {}
    for item in _all(items):
        match item:
            case Image():
                related[id(item)] = package.relate(slide, media.part(item), "image")
            case Link():
                related[id(item)] = package.relate(slide, item.target, "hyperlink", external=True)
            case Text():
                _add_links(package, slide, item, related)
            case Table():
                for cell in chain.from_iterable(item.rows):
                    _add_links(package, slide, cell.text, related)
            case Chart():
                related[id(item)] = package.relate(slide, add_chart(package, item, language), "chart")
            case _:
                pass
    return related


def _add_links(package: Package, slide: str, text: Text, related: dict[int | str, str]) -> None:
    """Relates a slide to where the words of a text lead, once each."""
    for target in targets(text.paragraphs):
        if target not in related:
            related[target] = package.relate(slide, target, "hyperlink", external=True)


def _all(items: Iterable[Item]) -> Iterator[Item]:
    """Items, and those that lie in them."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)
        elif isinstance(item, Link):
            yield from _all((item.item,))


def _slide(page: Page, colours: Xml, language: str, relationships: Relationships) -> Xml:
    drawing = Drawing(page.layout, language, relationships)
    return xml(
        "%s<p:sld %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s</p:sld>",
        *(HEAD, NAMES, background(page.background) if page.background != page.layout.background else NOTHING),
        *(TREE, join([drawing.draw(item) for item in page.items]), colours),
    )
