"""Decks as readable text, for goldens: the Deck as it was decided, and the .pptx as it reads back."""

import io
from collections.abc import Iterator

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


def of_pptx(data: bytes) -> str:
    """What python-pptx finds in a deck."""
    return "\n".join(_read_back(data)) + "\n"


def _read_back(data: bytes) -> Iterator[str]:
    deck = Presentation(io.BytesIO(data))
    properties = deck.core_properties
    yield f"{properties.title} by {properties.author}, {properties.language}, {properties.created}"
    for slide in deck.slides:
        yield f"slide on {slide.slide_layout.name}"
        for shape in slide.placeholders:
            kind = str(shape.placeholder_format.type).split(" ")[0]
            text = shape.text_frame.text if shape.has_text_frame else shape._element.nvPicPr.cNvPr.get("descr")
            yield f"  {shape.placeholder_format.idx} {kind} {shape.name}: {text!r}"
        assert slide.notes_slide.notes_text_frame is not None
        yield from (f"  notes: {paragraph.text}" for paragraph in slide.notes_slide.notes_text_frame.paragraphs)
