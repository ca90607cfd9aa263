"""Decks as readable text, for goldens: the Deck as it was decided, and the .pptx as it reads back."""

import io
from collections.abc import Iterator

from pptx import Presentation

from talkbuilder.layout.page import Deck, Page, TextBox
from talkbuilder.outputs import OUTPUTS, package


def of_deck(deck: Deck) -> str:
    return "\n".join(line for page in deck.pages for line in _page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"{page.kind} on {page.layout.name}"
    for box in page.boxes:
        if isinstance(box, TextBox):
            size = next((size for size in box.sizes_pt if size), box.placeholder.styles[0].size_pt)
            yield f"  {box.placeholder.name} at {size:g} pt"
            yield from (f"    | {line}" for line in box.lines)
        else:
            crop = " ".join(f"{share:.3f}" for share in box.crop)
            yield f"  {box.placeholder.name} {box.picture.width_px}x{box.picture.height_px} px, cut {crop}"
    yield from (f"  before: {line}" for line in page.before)
    yield from (f"  said: {paragraph.text}" for paragraph in page.notes)
    yield from (f"  after: {line}" for line in page.after)
    yield from (f"  cites {one.kind} {one.id}" for one in page.evidence)


def written(deck: Deck) -> bytes:
    """The bytes of the .pptx."""
    out = io.BytesIO()
    package.write(OUTPUTS["pptx"](deck), out)
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
