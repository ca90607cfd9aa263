"""The slides: every item of a page, and the relationships of those that show a file or lead somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, count
from typing import NamedTuple

from talkbuilder.layout.items import Cell, Chart, Group, Image, Item, Link, Shape, Table, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.outputs.pptx.charts import CHART, add_chart
from talkbuilder.outputs.pptx.package import Package, Relationship, id_of, leading
from talkbuilder.outputs.pptx.shapes import background, freeform, mark, named
from talkbuilder.outputs.pptx.table_style import TABLE_STYLE
from talkbuilder.outputs.pptx.text import Links, label_paragraph, number_field, paragraph, targets
from talkbuilder.outputs.pptx.xml import ANCHORS, FLOW, HEAD, NAMES, NOTHING, TREE, Xml, join, placed, solid, xml
from talkbuilder.source.nodes import capital
from talkbuilder.units import Box

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_LOCKED = Xml('<a:spLocks noGrp="1"/>')
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"

# The relationships of items to what they show or lead to, numbered in the order of the items; of words in them, by
# where these lead.
Ids = Mapping[int | str, str]


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


def _slide(page: Page, place: Place, ids: Ids) -> Xml:
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


class Drawing:
    """The shapes of one slide; ids count from 2 on, in the order in which items lie over each other."""

    def __init__(self, layout: Layout, language: str, relationships: Ids) -> None:
        self._layout = layout
        self._language = language
        self._relationships = relationships
        self._links: Links = {target: id for target, id in relationships.items() if isinstance(target, str)}
        self._last_id = 1
        self._leads = count()  # of items so far

    def draw(self, item: Item, link: Xml = NOTHING) -> Xml:
        """An item, and all that lies in it; `link` is what a click on it does."""
        match item:
            case Text():
                return self._text(item, link)
            case Shape():
                return freeform(item, self._next(), capital(item.name), link)
            case Image():
                return self._image(item, link)
            case Link():
                return self.draw(item.item, xml('<a:hlinkClick r:id="%s"/>', self._lead()))
            case Group():
                return self._group(item)
            case Table():
                return self._table(item)
            case Chart():
                return self._chart(item)
            case _:
                raise AssertionError("unreachable")

    def _lead(self) -> str:
        return self._relationships[next(self._leads)]

    def _next(self) -> int:
        self._last_id += 1
        return self._last_id

    def _text(self, text: Text, link: Xml) -> Xml:
        if not text.placeholder:
            return self._label(text, link)
        place = self._layout.placeholders[text.placeholder]
        is_held = text.anchor == place.anchor and not (self._layout.part and place.is_moved)
        return xml(
            '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s">%s</p:cNvPr><p:cNvSpPr>%s</p:cNvSpPr><p:nvPr>%s</p:nvPr>'
            "</p:nvSpPr>%s<p:txBody><a:bodyPr%s/><a:lstStyle/>%s</p:txBody></p:sp>",
            *(self._next(), capital(text.name), link, _LOCKED, mark(place), _moved(place, text.box)),
            NOTHING if is_held else xml(' anchor="%s"', ANCHORS[text.anchor]),
            self._number(text, place) if place.role == "slide number" else self._paragraphs(text, place),
        )

    def _paragraphs(self, text: Text, place: Placeholder) -> Xml:
        inherited = place.inherited or place.styles
        return self._never_empty(
            paragraph(one, self._language, text.styles[one.level], inherited[one.level], self._links)
            for one in text.paragraphs
        )

    def _never_empty(self, paragraphs: Iterable[Xml]) -> Xml:
        """The format has no text without a paragraph."""
        return join(paragraphs) or xml('<a:p><a:endParaRPr lang="%s"/></a:p>', self._language)

    def _number(self, text: Text, place: Placeholder) -> Xml:
        inherited = place.inherited or place.styles
        return number_field(self._language, text.paragraphs[0].text, text.styles[0], inherited[0])

    def _label(self, text: Text, link: Xml) -> Xml:
        return xml(
            '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s">%s</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            '<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            '<p:txBody><a:bodyPr %s anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>',
            *(self._next(), capital(text.name), link, placed(text.box), FLOW, ANCHORS[text.anchor]),
            self._labels(text),
        )

    def _labels(self, text: Text) -> Xml:
        return self._never_empty(
            label_paragraph(one, self._language, text.styles[one.level], self._links) for one in text.paragraphs
        )

    def _image(self, image: Image, link: Xml) -> Xml:
        place = self._layout.placeholders[image.placeholder] if image.placeholder else None
        sides = zip("ltrb", image.crop, strict=True)
        cut = join(xml(' %s="%s"', side, round(share * 100_000)) for side, share in sides if share)
        own_place = xml('<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>', placed(image.box))
        return xml(
            '<p:pic><p:nvPicPr>%s<p:cNvPicPr><a:picLocks%s noChangeAspect="1"/></p:cNvPicPr><p:nvPr>%s</p:nvPr>'
            '</p:nvPicPr><p:blipFill><a:blip r:embed="%s"/><a:srcRect%s/><a:stretch><a:fillRect/></a:stretch>'
            "</p:blipFill>%s</p:pic>",
            named(self._next(), capital(image.name), image.alt, link),
            Xml(' noGrp="1"') if place else NOTHING,
            mark(place) if place else NOTHING,
            self._lead(),
            cut,
            _moved(place, image.box) if place else own_place,
        )

    def _group(self, group: Group) -> Xml:
        x, y, width, height = group.box
        label = named(self._next(), capital(group.name), group.alt)
        return xml(
            '<p:grpSp><p:nvGrpSpPr>%s<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="%s" y="%s"/>'
            '<a:ext cx="%s" cy="%s"/><a:chOff x="%s" y="%s"/><a:chExt cx="%s" cy="%s"/></a:xfrm></p:grpSpPr>%s'
            "</p:grpSp>",
            *(label, x, y, width, height, x, y, width, height),
            join(self.draw(item) for item in group.items),
        )

    def _table(self, table: Table) -> Xml:
        columns = join(xml('<a:gridCol w="%s"/>', width) for width in table.widths)
        content = xml(
            '<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>%s</a:tableStyleId></a:tblPr><a:tblGrid>%s</a:tblGrid>%s'
            "</a:tbl>",
            *(TABLE_STYLE, columns, join(self._rows(table))),
        )
        return self._framed(table, _TABLE, content)

    def _rows(self, table: Table) -> Iterator[Xml]:
        y = table.box.y
        for height, row in zip(table.heights, table.rows, strict=True):
            x = table.box.x
            cells = []
            for width, cell in zip(table.widths, row, strict=True):
                cells.append(self._cell(cell, Box(x, y, width, height)))
                x += width
            y += height
            yield xml('<a:tr h="%s">%s</a:tr>', height, join(cells))

    def _cell(self, cell: Cell, box: Box) -> Xml:
        inner = cell.text.box
        margins = inner.x - box.x, box.right - inner.right, inner.y - box.y, box.bottom - inner.bottom
        return xml(
            "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>%s</a:txBody>"
            '<a:tcPr marL="%s" marR="%s" marT="%s" marB="%s" anchor="%s">%s</a:tcPr></a:tc>',
            *(self._labels(cell.text), *margins, ANCHORS[cell.text.anchor]),
            solid(cell.fill) if cell.fill else NOTHING,
        )

    def _chart(self, chart: Chart) -> Xml:
        content = xml('<c:chart xmlns:c="%s" r:id="%s"/>', CHART, self._lead())
        return self._framed(chart, CHART, content)

    def _framed(self, item: Chart | Table, kind: str, content: Xml) -> Xml:
        return xml(
            '<p:graphicFrame><p:nvGraphicFramePr>%s<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            '</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="%s" y="%s"/>'
            '<a:ext cx="%s" cy="%s"/></p:xfrm><a:graphic><a:graphicData uri="%s">%s</a:graphicData></a:graphic>'
            "</p:graphicFrame>",
            *(named(self._next(), capital(item.name), item.alt), *item.box, kind, content),
        )


def _moved(place: Placeholder, box: Box) -> Xml:
    """What a slide says of where it fills a placeholder: nothing where that stands as on its layout."""
    return xml("<p:spPr>%s</p:spPr>", placed(box)) if place.is_moved or box != place.box else Xml("<p:spPr/>")
