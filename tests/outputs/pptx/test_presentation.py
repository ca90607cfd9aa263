"""What the presentation lists: slides, sections, sizes; and what PowerPoint expects beside it."""

import re

from msgspec import structs

from talkbuilder.source.events import Occasion
from tests.outputs.pptx.by_hand import NAMES, all_of, part, sample, values
from tests.sample import built, slide, talk

_PART = "ppt/presentation.xml"
_ID = f"{{{NAMES['r']}}}id"


def test_slides_are_numbered_from_256_on_in_the_order_of_pages() -> None:
    made = part(sample(), _PART)
    rels = {found.get("Id"): found.get("Target") for found in part(sample(), "ppt/_rels/presentation.xml.rels")}
    slides = all_of(made, "p:sldIdLst/p:sldId")
    assert [int(found.get("id")) for found in slides] == [256, 257, 258, 259, 260]
    assert [rels[found.get(_ID)] for found in slides] == [f"slides/slide{number}.xml" for number in range(1, 6)]
    (master,) = all_of(made, "p:sldMasterIdLst/p:sldMasterId")
    assert (master.get("id"), rels[master.get(_ID)]) == ("2147483648", "slideMasters/slideMaster1.xml")
    (notes,) = all_of(made, "p:notesMasterIdLst/p:notesMasterId")
    assert rels[notes.get(_ID)] == "notesMasters/notesMaster1.xml"


def test_a_wide_slide_has_no_name_for_its_size_and_a_4_to_3_one_has() -> None:
    assert values(part(sample(), _PART), "p:sldSz") == {"cx": "12192000", "cy": "6858000"}
    narrow, _ = built(talk(slide("bullets")), Occasion(aspect="4:3"))
    assert values(part(narrow, _PART), "p:sldSz") == {"cx": "9144000", "cy": "6858000", "type": "screen4x3"}
    assert values(part(narrow, _PART), "p:notesSz") == {"cx": "6858000", "cy": "9144000"}
    other = structs.replace(sample(), theme=structs.replace(sample().theme, width=9_144_000, height=6_858_001))
    assert "type" not in values(part(other, _PART), "p:sldSz")


def test_a_section_has_an_id_that_no_other_has_and_that_never_changes() -> None:
    (name, pages), *_ = sample().sections
    same = structs.replace(sample(), sections=((name, pages), (name, pages), ("a\n b", ())))
    made = part(same, _PART)
    sections = all_of(made, "p:extLst/p:ext/p14:sectionLst/p14:section")
    ids = [found.get("id") for found in sections]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", id) for id in ids)
    assert ids == [found.get("id") for found in all_of(part(same, _PART), ".//p14:section")]
    assert sections[2].get("name") == "a b"
    assert ids[0] == "{FBA5F5A9-8CA2-C53F-15AB-948562ACA413}"
