"""Decks as readable text, for goldens: the Deck as it was decided, and the .pptx as it reads back."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Stroke, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs import OUTPUTS


def of_deck(deck: Deck) -> str:
    return "\n".join(line for page in deck.pages for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"{page.kind} on {page.layout.name}, on {page.layout.palette[page.background.name]}"
    for item in page.items:
        yield from _item(item, "  ")
    yield from (f"  before: {one.text}" for one in page.notes.before)
    yield from (f"  said: {one.text}" for one in page.notes.said)
    yield from (f"  shown: {one.text}" for one in page.notes.shown)
    yield from (f"  after: {one.text}" for one in page.notes.after)
    yield from (f"  evidence: {one.text}" for one in page.notes.evidence)
    yield from (f"  cites {one.kind} {one.id}" for one in page.citations)


def _item(item: Item, margin: str) -> Iterator[str]:
    """An item with all that is in it."""
    if isinstance(item, Link):
        yield f"{margin}to {item.target}"
        item = item.item
    x, y, width, height = (round(length / 12700) for length in item.box)
    place = f" in {item.placeholder}" if isinstance(item, Text | Image) and item.placeholder else ""
    at = f"{margin}{item.name}{place}, {width} x {height} pt at {x}, {y}"
    described = "" if isinstance(item, Text) or not item.alt else f": {item.alt!r}"
    match item:
        case Image():
            crop = " ".join(f"{share:.3f}" for share in item.crop)
            yield f"{at}: {item.width_px}x{item.height_px} px, cut {crop}"
        case Text():
            yield f"{at}, {item.anchor}"
            yield from _lines(item, margin)
        case Shape():
            fill = f", {item.fill.name}" if item.fill else ""
            yield f"{at}, {len(item.path)} steps{fill}{_stroke(item.stroke)}{described}"
        case Group():
            yield f"{at}{described}"
            for one in item.items:
                yield from _item(one, f"{margin}  ")
        case Table():
            yield f"{at}{described}"
            for row in item.rows:
                for cell in row:
                    yield f"{margin}  cell{f' on {cell.fill.name}' if cell.fill else ''}"
                    yield from _item(cell.text, f"{margin}    ")
        case Chart():
            yield f"{at}{described}"
            yield from _chart(item, margin)
        case _:
            raise AssertionError(f"no golden lists a {type(item).__name__} yet")


def _chart(chart: Chart, margin: str) -> Iterator[str]:
    x, y, width, height = (round(length / 12700) for length in chart.plot)
    named = "" if chart.names_categories else ", unnamed"
    how = f"gap {chart.gap_percent} %{', from edge to edge' if chart.is_edged else ''}"
    yield f"{margin}  {chart.kind}, plot {width} x {height} pt at {x}, {y}, most {chart.most:g}, {how}"
    yield f"{margin}  {' | '.join(chart.categories)}{named} [{chart.style.size_pt:g} {chart.style.ink.name}]"
    for one in chart.series:
        values = " ".join("-" if value is None else f"{value:g}" for value in one.values)
        inks = "".join(f", {at}: {ink.name}" for at, ink in one.inks.items())
        outlines = "".join(f", {at}:{_stroke(stroke)[1:]}" for at, stroke in one.outlines.items())
        line = f", {one.dash} {one.width_pt:g} with marks of {one.mark_pt}" if chart.kind == "line" else ""
        yield f"{margin}  {one.name}: {values} {one.ink.name}{line}{inks}{outlines}"


def _stroke(stroke: Stroke | None) -> str:
    return f", {stroke.dash} line {stroke.width_pt:g} {stroke.ink.name}" if stroke else ""


def _lines(text: Text, margin: str) -> Iterator[str]:
    for line in text.lines:
        bullet = f"{line.bullet.text} {line.bullet.x_pt:.0f} {line.bullet.ink.name} " if line.bullet else ""
        set_runs = " ".join(
            f"[{run.x_pt:.0f},{run.baseline_pt:.0f} {run.face.family}{' bold' * run.face.bold}"
            f"{' italic' * run.face.italic} {run.size_pt:g} {run.ink.name}]"
            for run in line.runs
        )
        yield f"{margin}  | {bullet}{line.text} {set_runs}"


def lines(page: Page, part: str) -> tuple[str, ...]:
    """What the notes of a page say in one of their parts: before, said, shown, after, evidence."""
    return tuple(one.text for one in getattr(page.notes, part))


def texts(page: Page) -> dict[str, Text]:
    """The texts of a page, by the name that the outline has for them."""
    return {item.name: item for item in page.items if isinstance(item, Text)}


def written(deck: Deck) -> bytes:
    """The bytes of the .pptx."""
    out = io.BytesIO()
    (file,) = OUTPUTS["pptx"].render(deck)
    file.write(out)
    return out.getvalue()


def shown(deck: Deck) -> list[dict[str, str]]:
    """What stands on each slide of the .pptx: the texts by the names of their placeholders, and its "layout"."""
    slides = Presentation(io.BytesIO(written(deck))).slides
    return [
        {one.name: one.text_frame.text for one in slide.placeholders if one.has_text_frame}
        | {"layout": slide.slide_layout.name}
        for slide in slides
    ]


def of_pptx(data: bytes) -> str:
    """What python-pptx finds in a deck; under each text and picture, what is set on it beyond its layout."""
    return "\n".join(_read_back(data)) + "\n"


def _read_back(data: bytes) -> Iterator[str]:
    deck = Presentation(io.BytesIO(data))
    properties = deck.core_properties
    yield f"{properties.title} by {properties.author}, {properties.language}, {properties.created}"
    for section in deck.element.xpath("//*[local-name()='section']"):
        ids = section.xpath(".//*[local-name()='sldId']/@id")
        yield f"section {section.get('name')}: {' '.join(ids)}"
    for slide in deck.slides:
        yield f"slide {slide.slide_id} on {slide.slide_layout.name}"
        for shape in slide.placeholders:
            kind = str(shape.placeholder_format.type).split(" ")[0]
            text = shape.text_frame.text if shape.has_text_frame else shape._element.nvPicPr.cNvPr.get("descr")
            yield f"  {shape.placeholder_format.idx} {kind} {shape.name}: {text!r}"
            yield from (f"    {line}" for line in _own(shape._element, properties.language))
        for shape in slide.shapes:
            if not shape.is_placeholder:
                yield from _drawn(shape, "  ")
        assert slide.notes_slide.notes_text_frame is not None
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            whole, *parts = *_own(paragraph._p, properties.language), ""
            own = whole.removeprefix(f"{paragraph.text!r}:") if not any(parts) else ""
            yield f"  notes{own}: {paragraph.text}"
            yield from (f"    {line}" for line in (whole, *parts) if line and not own)


def _drawn(shape: Any, margin: str) -> Iterator[str]:
    """What fills no placeholder, with all that is in it."""
    described = shape._element.xpath("string(*[1]/p:cNvPr/@descr)")
    text = f": {shape.text_frame.text!r}" if shape.has_text_frame and shape.text_frame.text else ""
    yield f"{margin}{shape.shape_type or 'shape'} {shape.name}{text}{f' ({described})' if described else ''}"
    if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
        for one in shape.shapes:
            yield from _drawn(one, f"{margin}  ")
    if shape.has_table:
        for row in shape.table.rows:
            yield f"{margin}  " + " | ".join(cell.text for cell in row.cells)


def _own(element: Any, language: str) -> Iterator[str]:
    """What a slide sets itself: levels and spacing of paragraphs, size and face of runs, and what a picture loses."""
    for cut in element.xpath(".//a:srcRect"):
        yield f"cut {_attributes(cut)}".rstrip()
    for paragraph in element.xpath("descendant-or-self::a:p"):
        for own in paragraph.xpath("a:pPr"):
            yield f"{paragraph.xpath('string()')!r}: {_attributes(own)} {' '.join(one.tag for one in own)}".rstrip()
        for run in paragraph.xpath("a:r | a:fld"):
            (own,) = run.xpath("a:rPr")
            said = _attributes(own).removeprefix(f"lang={language}").strip() or run.get("type", "")
            if said or len(own):
                yield f"{run.xpath('string()')!r}: {said} {' '.join(one.tag for one in own)}".rstrip()


def _attributes(element: Any) -> str:
    return " ".join(f"{name}={value}" for name, value in element.attrib.items())
