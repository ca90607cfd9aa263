"""Notes and their master: the slide at the top of an upright page, what to say beneath it."""

from typing import Any

from msgspec import structs

from talkbuilder.layout.page import Notes
from tests.outputs.pptx.by_hand import NAMES, all_of, one, page, paragraph, part, parts, sample, with_page

_MASTER = "ppt/notesMasters/notesMaster1.xml"
_NOTES = "ppt/notesSlides/notesSlide3.xml"


def box(shape: Any) -> tuple[int, int, int, int]:
    placed, size = one(shape, "p:spPr/a:xfrm/a:off"), one(shape, "p:spPr/a:xfrm/a:ext")
    return int(placed.get("x")), int(placed.get("y")), int(size.get("cx")), int(size.get("cy"))


def test_the_notes_of_a_slide_follow_each_other_in_order() -> None:
    notes = Notes(
        (paragraph("clock"),),
        (paragraph("say"), paragraph("more")),
        (paragraph("shown"),),
        (paragraph("skip"),),
        (paragraph("why"),),
    )
    made = part(with_page(structs.replace(page(), notes=notes)), _NOTES)
    body = all_of(made, "p:cSld/p:spTree/p:sp")[1]
    assert [found.text for found in body.iterfind(".//a:t", NAMES)] == ["clock", "say", "more", "skip", "shown", "why"]


def test_notes_lead_to_their_master_and_their_slide_and_the_slide_to_them() -> None:
    rels = part(sample(), "ppt/notesSlides/_rels/notesSlide3.xml.rels")
    assert sorted(found.get("Target") for found in rels) == ["../notesMasters/notesMaster1.xml", "../slides/slide3.xml"]
    targets = [found.get("Target") for found in part(sample(), "ppt/slides/_rels/slide3.xml.rels")]
    assert "../notesSlides/notesSlide3.xml" in targets
    assert sum(name.startswith("ppt/notesSlides/notesSlide") for name in parts(sample())) == len(sample().pages)


def test_the_master_has_the_slide_above_the_words_and_the_number_below() -> None:
    picture, body, number = all_of(part(sample(), _MASTER), "p:cSld/p:spTree/p:sp")
    assert box(picture) == (685_800, 685_800, 1_914_525 * 16 // 9, 1_914_525)
    assert box(number) == (685_800, 9_144_000 - 685_800 - 228_600, 5_486_400, 228_600)
    x, y, width, height = box(body)
    assert (x, width) == (685_800, 5_486_400)
    assert y == box(picture)[1] + box(picture)[3] + 228_600
    assert y + height == box(number)[1] - 114_300
