"""The slides: every item of a page, and the relationships of those that show a file or lead somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, count
from typing import NamedTuple

from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Table, Text
from talkbuilder.layout.page import Page
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.items import Drawing, Relationships
from talkbuilder.outputs.pptx.package import Package, Relationship, id_of, leading
from talkbuilder.outputs.pptx.shapes import background
from talkbuilder.outputs.pptx.text import targets
from talkbuilder.outputs.pptx.xml import HEAD, NAMES, NOTHING, TREE, Xml, join, xml

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"


class Place(NamedTuple):
    """Where a slide stands: the parts of its layout, whose map of colours it repeats, and of its notes."""

    layout: str
    colours: Xml
    notes: str
    language: str


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


def add_slide(package: Package, page: Page, number: int, place: Place, media: Media) -> str:
    """Adds the slide of a page; returns its part."""
    part = f"ppt/slides/slide{number}.xml"
    leads = _leads(package, page, media, place.language)
    related = (Relationship(place.layout, "slideLayout"), *leads.values(), Relationship(place.notes, "notesSlide"))
    for one in related:
        package.relate(part, *one)
    ids = {lead: id_of(number) for number, lead in enumerate(leads, start=2)}  # behind that of the layout
    return package.add(part, _TYPE, partial(_slide, page, place, ids))


def _slide(page: Page, place: Place, ids: Relationships) -> Xml:
    drawing = Drawing(page.layout, place.language, ids)
    return xml(
        "%s<p:sld %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s</p:sld>",
        *(HEAD, NAMES, background(page.background) if page.background != page.layout.background else NOTHING),
        *(TREE, join([drawing.draw(item) for item in page.items]), place.colours),
    )


def _leads(package: Package, page: Page, media: Media, language: str) -> Mapping[int | str, Relationship]:
    """What items show and where they lead, numbered in their order, and where the words in them do, by that.

    The files that they show are added to the package.
    """
    found: dict[int | str, Relationship] = {}
    number = count()
    for item in _all(page.items):
        match item:
            case Text():
                _add_words(item, found)
            case Image():
                found[next(number)] = Relationship(media.part(item), "image")
            case Chart():
                found[next(number)] = Relationship(add_chart(package, item, language), "chart")
            case Link():
                found[next(number)] = leading(item.target)
            case Table():
                for cell in chain.from_iterable(item.rows):
                    _add_words(cell.text, found)
            case _:
                pass
    return found


def _add_words(text: Text, found: dict[int | str, Relationship]) -> None:
    """Adds where the words of a text lead, once each."""
    for target in targets(text.paragraphs):
        found.setdefault(target, leading(target))


def _all(items: Iterable[Item]) -> Iterator[Item]:
    """Items, and those that lie in them."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)
        elif isinstance(item, Link):
            yield from _all((item.item,))
