"""Notes and their master: the slide at the top of an upright page, what to say beneath it."""

from typing import Any

from msgspec import structs

from talkbuilder.layout.page import Notes
from tests.outputs.pptx.by_hand import NAMES, all_of, one, page, paragraph, part, parts, sample, tags, values, with_page

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


def test_empty_notes_have_the_one_paragraph_that_the_format_asks_for() -> None:
    made = part(with_page(structs.replace(page(), notes=Notes())), _NOTES)
    (only,) = all_of(all_of(made, "p:cSld/p:spTree/p:sp")[1], "p:txBody/a:p")
    assert values(only, "a:endParaRPr") == {"lang": "en-US"}


def test_notes_have_a_picture_of_the_slide_and_the_text_as_on_their_master() -> None:
    made = part(sample(), _NOTES)
    picture, body = all_of(made, "p:cSld/p:spTree/p:sp")
    assert values(picture, "p:nvSpPr/p:cNvPr") == {"id": "2", "name": "Slide Image"}
    assert values(picture, "p:nvSpPr/p:cNvSpPr/a:spLocks") == {"noGrp": "1", "noRot": "1", "noChangeAspect": "1"}
    assert values(picture, "p:nvSpPr/p:nvPr/p:ph") == {"type": "sldImg"}
    assert values(body, "p:nvSpPr/p:cNvPr") == {"id": "3", "name": "Notes"}
    assert values(body, "p:nvSpPr/p:nvPr/p:ph") == {"type": "body", "idx": "1"}
    assert tags(one(picture, "p:spPr")) == tags(one(body, "p:spPr")) == []
    assert tags(one(made, "p:clrMapOvr")) == ["masterClrMapping"]


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


def test_the_placeholders_of_the_master_are_found_by_their_roles() -> None:
    picture, body, number = all_of(part(sample(), _MASTER), "p:cSld/p:spTree/p:sp")
    assert [values(one, "p:nvSpPr/p:cNvPr") for one in (picture, body, number)] == [
        {"id": "2", "name": "Slide Image"},
        {"id": "3", "name": "Notes"},
        {"id": "4", "name": "Slide Number"},
    ]
    assert values(picture, ".//p:ph") == {"type": "sldImg", "idx": "2"}
    assert values(body, ".//p:ph") == {"type": "body", "sz": "quarter", "idx": "3"}
    assert values(number, ".//p:ph") == {"type": "sldNum", "sz": "quarter", "idx": "5"}
    assert one(body, "p:txBody/a:bodyPr").get("anchor") == "t"
    assert one(number, "p:txBody/a:bodyPr").get("anchor") == "b"
    assert {one(body, "p:txBody/a:bodyPr").get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
    assert one(body, "p:txBody/a:p/a:r/a:t").text == "What to say"
    assert values(number, "p:txBody/a:p/a:fld")["type"] == "slidenum"
    assert one(number, "p:txBody/a:p/a:fld/a:t").text == "‹#›"
    assert values(number, "p:txBody/a:lstStyle/a:lvl1pPr")["algn"] == "r"
    assert values(number, "p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr")["sz"] == "1200"
    assert values(picture, "p:spPr/a:ln") == {"w": "9525"}


def test_what_is_said_is_set_larger_than_what_is_to_be_looked_up() -> None:
    made = part(sample(), _MASTER)
    levels = list(one(made, "p:notesStyle"))
    assert {found.get("marL") for found in levels} == {"0"}
    assert [one(found, "a:defRPr").get("sz") for found in levels] == ["1400", *4 * ["1000"]]
    assert {one(found, "a:lnSpc/a:spcPct").get("val") for found in levels} == {"105000"}
    assert [one(found, "a:spcBef/a:spcPts").get("val") for found in levels] == ["600", *4 * ["200"]]
    assert values(made, "p:cSld/p:bg/p:bgPr/a:solidFill/a:schemeClr") == {"val": "bg1"}
    assert values(made, "p:clrMap")["bg1"] == "lt1"
    (rel,) = part(sample(), "ppt/notesMasters/_rels/notesMaster1.xml.rels")
    assert rel.get("Target") == "../theme/theme2.xml"
