"""Decks as readable text, for goldens: the Deck as it was decided, and the .pptx as it reads back."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from talkbuilder.layout.items import Image, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs import OUTPUTS


def of_deck(deck: Deck) -> str:
    return "\n".join(line for page in deck.pages for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"{page.kind} on {page.layout.name}, on {page.layout.palette[page.background.name]}"
    for item in page.items:
        assert isinstance(item, Text | Image)
        x, y, width, height = (round(length / 12700) for length in item.box)
        at = f"{item.name} in {item.placeholder}, {width} x {height} pt at {x}, {y}"
        if isinstance(item, Image):
            crop = " ".join(f"{share:.3f}" for share in item.crop)
            yield f"  {at}: {item.width_px}x{item.height_px} px, cut {crop}"
            continue
        yield f"  {at}, {item.anchor}"
        for line in item.lines:
            bullet = f"{line.bullet.text} {line.bullet.x_pt:.0f} {line.bullet.ink.name} " if line.bullet else ""
            set_runs = " ".join(
                f"[{run.x_pt:.0f},{run.baseline_pt:.0f} {run.face.family}{' bold' * run.face.bold}"
                f"{' italic' * run.face.italic} {run.size_pt:g} {run.ink.name}]"
                for run in line.runs
            )
            yield f"    | {bullet}{line.text} {set_runs}"
    yield from (f"  before: {one.text}" for one in page.notes.before)
    yield from (f"  said: {one.text}" for one in page.notes.said)
    yield from (f"  after: {one.text}" for one in page.notes.after)
    yield from (f"  evidence: {one.text}" for one in page.notes.evidence)
    yield from (f"  cites {one.kind} {one.id}" for one in page.citations)


def lines(page: Page, part: str) -> tuple[str, ...]:
    """What the notes of a page say in one of their parts: before, said, after, evidence."""
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
        assert slide.notes_slide.notes_text_frame is not None
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            whole, *parts = *_own(paragraph._p, properties.language), ""
            own = whole.removeprefix(f"{paragraph.text!r}:") if not any(parts) else ""
            yield f"  notes{own}: {paragraph.text}"
            yield from (f"    {line}" for line in (whole, *parts) if line and not own)


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
