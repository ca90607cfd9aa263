"""The slides: every item of a page, and the relationships of those that show a file or lead somewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Table, Text
from talkbuilder.layout.page import Sheet, in_passing
from talkbuilder.outputs.pptx.charts import add_chart
from talkbuilder.outputs.pptx.items import Drawing
from talkbuilder.outputs.pptx.package import Package, PackageFault, Relationship, id_of, leading
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


# What the items of a slide show that is a file, in their order.
Files = Sequence[Relationship]


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


def add_slide(package: Package, sheet: Sheet, number: int, place: Place, media: Media) -> str:
    """Adds the slide of a sheet; returns its part. Where its words lead is looked for when it is written."""
    part = f"ppt/slides/slide{number}.xml"
    files = [*_files(package, sheet.page.items, media, place.language)] if sheet.has_files else []
    made = _Slide(sheet, place, files)
    package.relate_later(part, made.related)
    return package.add(part, _TYPE, made.xml)


def _files(package: Package, items: Iterable[Item], media: Media, language: str) -> Iterator[Relationship]:
    """The files that items show, each added to the package."""
    for item in _all(items):
        match item:
            case Image():
                yield Relationship(media.part(item), "image")
            case Chart():
                yield Relationship(add_chart(package, item, language), "chart")
            case _:
                pass


class _Slide:
    """A slide as it is written; where it leads is looked for once, for its relationships and for what names them."""

    def __init__(self, sheet: Sheet, place: Place, files: Files) -> None:
        self._sheet = sheet
        self._place = place
        self._files = files

    def related(self) -> Iterator[Relationship]:
        yield Relationship(self._place.layout, "slideLayout")
        yield from self._leads.values()
        yield Relationship(self._place.notes, "notesSlide")

    def xml(self) -> Xml:
        page, place = in_passing(self._sheet), self._place
        ids = {lead: id_of(number) for number, lead in enumerate(self._leads, start=2)}  # behind that of the layout
        drawing = Drawing(page.layout, place.language, ids)
        return xml(
            "%s<p:sld %s><p:cSld>%s<p:spTree>%s%s</p:spTree></p:cSld>%s</p:sld>",
            *(HEAD, NAMES, background(page.background) if page.background != page.layout.background else NOTHING),
            *(TREE, join([drawing.draw(item) for item in page.items]), place.colours),
        )

    @cached_property
    def _leads(self) -> Mapping[int | str, Relationship]:
        """What items show and where they lead, numbered in their order, and where the words in them do, by that."""
        found: dict[int | str, Relationship] = {}
        files, number = iter(self._files), count()
        page = in_passing(self._sheet)
        for item in _all(page.items):
            match item:
                case Text():
                    _add_words(item, found)
                case Image() | Chart():
                    if (file := next(files, None)) is None:
                        raise PackageFault(f"a slide of the kind '{page.kind}' was not to show a file")
                    found[next(number)] = file
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
