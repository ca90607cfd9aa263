"""What the presentation lists: slides, sections, sizes; and what PowerPoint expects beside it."""

import re

from msgspec import structs

from talkbuilder.source.events import Occasion
from talkbuilder.units import EMU_PER_POINT
from tests.outputs.pptx.by_hand import NAMES, all_of, one, part, parts, sample, tags, values
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


def test_what_is_listed_is_in_the_order_of_the_schema() -> None:
    assert tags(part(sample(), _PART)) == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle", "extLst"),
    ]


def test_a_wide_slide_has_no_name_for_its_size_and_a_4_to_3_one_has() -> None:
    assert values(part(sample(), _PART), "p:sldSz") == {"cx": "12192000", "cy": "6858000"}
    narrow, _ = built(talk(slide("bullets")), Occasion(aspect="4:3"))
    assert values(part(narrow, _PART), "p:sldSz") == {"cx": "9144000", "cy": "6858000", "type": "screen4x3"}
    assert values(part(narrow, _PART), "p:notesSz") == {"cx": "6858000", "cy": "9144000"}
    other = structs.replace(sample(), theme=structs.replace(sample().theme, width=9_144_000, height=6_858_001))
    assert "type" not in values(part(other, _PART), "p:sldSz")


def test_text_that_is_added_by_hand_is_set_as_labels_are_nine_levels_deep() -> None:
    style = one(part(sample(), _PART), "p:defaultTextStyle")
    assert tags(style) == ["defPPr", *(f"lvl{number}pPr" for number in range(1, 10))]
    assert values(style, "a:defPPr/a:defRPr") == {"lang": "en-US"}
    assert [found.get("marL") for found in style[1:]] == [str(36 * EMU_PER_POINT * depth) for depth in range(9)]


def test_sections_hold_the_ids_of_their_slides() -> None:
    extension = one(part(sample(), _PART), "p:extLst/p:ext")
    assert extension.get("uri") == "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    sections = all_of(extension, "p14:sectionLst/p14:section")
    assert [found.get("name") for found in sections] == [name for name, _ in sample().sections]
    ids = [[each.get("id") for each in all_of(found, "p14:sldIdLst/p14:sldId")] for found in sections]
    assert ids == [["256"], ["257", "258"], ["259", "260"]]


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


def test_settings_that_every_deck_has_are_there_and_related() -> None:
    made = parts(sample())
    targets = {found.get("Target") for found in part(sample(), "ppt/_rels/presentation.xml.rels")}
    types = part(sample(), "[Content_Types].xml")
    kinds = {found.get("PartName"): found.get("ContentType").rpartition(".")[2] for found in types}
    for name in ("presProps", "viewProps", "tableStyles"):
        assert made[f"ppt/{name}.xml"].startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<')
        assert f"{name}.xml" in targets
        assert kinds[f"/ppt/{name}.xml"] == f"{name}+xml"
    assert kinds[f"/{_PART}"] == "main+xml"
    assert kinds["/ppt/slides/slide1.xml"] == "slide+xml"
    assert kinds["/ppt/notesSlides/notesSlide1.xml"] == "notesSlide+xml"
    assert kinds["/ppt/notesMasters/notesMaster1.xml"] == "notesMaster+xml"
    assert "theme/theme1.xml" in targets
    assert part(sample(), "ppt/viewProps.xml").get("lastView") == "sldView"


def test_every_part_declares_itself() -> None:
    for name, data in parts(sample()).items():
        if name.endswith((".xml", ".rels")):
            assert data.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<'), name
