"""Placeholders: how masters and layouts define them, and by what a slide finds them."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.theme import Placeholder
from talkbuilder.outputs.pptx.placeholders import definition, mark
from tests.outputs.pptx.by_hand import BOX, all_of, fragment, one, tags, values

_PLACE = Placeholder("Text", "body", 10, BOX, (Style(24), Style(20)), (24, 20), "Write\nand more")


def defined(**changed: Any) -> Any:
    return one(fragment(definition(structs.replace(_PLACE, **changed), 7)), "p:sp")


@pytest.mark.parametrize(
    ("role", "index", "marked"),
    [
        ("title", 0, {"type": "title"}),
        ("cover title", 0, {"type": "ctrTitle"}),
        ("subtitle", 1, {"type": "subTitle", "idx": "1"}),
        ("body", 10, {"type": "body", "idx": "10"}),
        ("object", 1, {"idx": "1"}),
        ("picture", 13, {"type": "pic", "idx": "13"}),
        ("slide number", 12, {"type": "sldNum", "idx": "12"}),
        ("footer", 11, {"type": "ftr", "idx": "11"}),
    ],
)
def test_role_and_index_are_said_alike_on_layout_and_slide(role: Any, index: int, marked: dict[str, str]) -> None:
    place = structs.replace(_PLACE, role=role, index=index)
    assert values(fragment(mark(place)), "p:ph") == marked
    said = values(defined(role=role, index=index), "p:nvSpPr/p:nvPr/p:ph")
    assert {name: said[name] for name in said if name in ("type", "idx")} == marked


def test_a_placeholder_has_a_number_a_name_and_a_place() -> None:
    made = defined()
    assert values(made, "p:nvSpPr/p:cNvPr") == {"id": "7", "name": "Text"}
    assert values(made, "p:nvSpPr/p:cNvSpPr/a:spLocks") == {"noGrp": "1"}
    assert values(made, "p:spPr/a:xfrm/a:off") == {"x": str(BOX.x), "y": str(BOX.y)}
    assert values(made, "p:spPr/a:xfrm/a:ext") == {"cx": str(BOX.width), "cy": str(BOX.height)}
    assert tags(one(made, "p:spPr")) == ["xfrm", "prstGeom"]


@pytest.mark.parametrize(
    ("role", "index", "is_small"),
    [("body", 10, True), ("body", 1, False), ("slide number", 12, True), ("object", 10, False), ("title", 0, False)],
)
def test_what_does_not_take_the_content_of_a_slide_is_small(role: Any, index: int, is_small: bool) -> None:
    assert values(defined(role=role, index=index), ".//p:ph").get("sz") == ("quarter" if is_small else None)


def test_a_placeholder_has_insets_anchor_and_a_size_that_it_keeps() -> None:
    body = one(defined(insets=(1, 2, 3, 4), anchor="bottom"), "p:txBody/a:bodyPr")
    assert dict(body.attrib) == {
        "lIns": "1",
        "tIns": "2",
        "rIns": "3",
        "bIns": "4",
        "vert": "horz",
        "wrap": "square",
        "rtlCol": "0",
        "anchor": "b",
    }
    assert tags(body) == ["noAutofit"]
    assert tags(one(defined(shrinks=True), "p:txBody/a:bodyPr")) == ["normAutofit"]


@pytest.mark.parametrize(("anchor", "written_as"), [("top", "t"), ("middle", "ctr"), ("bottom", "b")])
def test_a_placeholder_is_anchored(anchor: Any, written_as: str) -> None:
    assert one(defined(anchor=anchor), "p:txBody/a:bodyPr").get("anchor") == written_as


def test_a_placeholder_may_have_a_ground() -> None:
    assert values(defined(fill=Ink("panel")), "p:spPr/a:solidFill/a:schemeClr") == {"val": "bg2"}


def test_a_placeholder_has_the_styles_of_all_its_levels() -> None:
    assert tags(one(defined(), "p:txBody/a:lstStyle")) == ["lvl1pPr", "lvl2pPr"]


def test_a_prompt_has_a_line_a_level() -> None:
    made = defined()
    assert values(made, ".//p:ph")["hasCustomPrompt"] == "1"
    assert [values(found, "a:pPr")["lvl"] for found in all_of(made, "p:txBody/a:p")] == ["0", "1"]
    assert [one(found, "a:r/a:t").text for found in all_of(made, "p:txBody/a:p")] == ["Write", "and more"]
    assert {found.get("lang") for found in all_of(made, ".//a:rPr")} == {"en-US"}


def test_the_number_of_a_slide_has_a_field_and_no_prompt() -> None:
    made = defined(role="slide number", index=12)
    assert "hasCustomPrompt" not in values(made, ".//p:ph")
    assert values(made, "p:txBody/a:p/a:fld")["type"] == "slidenum"
    assert one(made, "p:txBody/a:p/a:fld/a:t").text == "‹#›"
