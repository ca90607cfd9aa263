"""Every item of a page by itself, as the slide has it; what a page holds needs no kind of slide."""

import re
from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import (
    Cell,
    Close,
    CurveTo,
    Group,
    Image,
    Ink,
    Item,
    LineTo,
    Link,
    Move,
    Shape,
    Stroke,
    Style,
    Table,
    Text,
)
from talkbuilder.layout.theme import Placeholder
from talkbuilder.units import Box
from tests.cases import picture
from tests.outputs.pptx.by_hand import (
    BOX,
    NAMES,
    NOWHERE,
    SLIDE,
    all_of,
    deck,
    element,
    image,
    label,
    one,
    opened,
    page,
    part,
    parts,
    tags,
    values,
    with_page,
)

_DECORATIVE = ".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TRIANGLE = (Move(0, 0), LineTo(4_000_000.4, 0.5), CurveTo(1, 2, 3, 4, 5, 6), Close())


def shape(**changed: Any) -> Shape:
    return structs.replace(Shape("land", BOX, _TRIANGLE, fill=Ink("panel")), **changed)


def box_of(found: Any) -> tuple[int, ...]:
    placed, size = one(found, "a:off"), one(found, "a:ext")
    return tuple(int(each) for each in (placed.get("x"), placed.get("y"), size.get("cx"), size.get("cy")))


def test_a_label_is_a_text_box_where_it_stands() -> None:
    made = element(label("Astana"))
    assert values(made, "p:nvSpPr/p:cNvSpPr") == {"txBox": "1"}
    assert tags(one(made, "p:nvSpPr/p:nvPr")) == []
    assert box_of(one(made, "p:spPr/a:xfrm")) == tuple(BOX)
    assert values(made, "p:spPr/a:prstGeom") == {"prst": "rect"}
    assert tags(one(made, "p:spPr")) == ["xfrm", "prstGeom", "noFill"]
    found = opened(deck(label("Astana", "capital since 1997"))).shapes[1]
    assert (found.name, found.text_frame.text) == ("Label", "Astana\ncapital since 1997")


def test_a_shape_is_a_freeform_in_the_units_of_its_box() -> None:
    made = element(shape())
    path = one(made, "p:spPr/a:custGeom/a:pathLst/a:path")
    assert dict(path.attrib) == {"w": "4000000", "h": "1500000"}
    assert tags(path) == ["moveTo", "lnTo", "cubicBezTo", "close"]
    points = [(point.get("x"), point.get("y")) for point in path.iterfind(".//a:pt", NAMES)]
    assert points == [("0", "0"), ("4000000", "0"), ("1", "2"), ("3", "4"), ("5", "6")]
    assert box_of(one(made, "p:spPr/a:xfrm")) == tuple(BOX)
    assert values(made, "p:spPr/a:solidFill/a:schemeClr") == {"val": "bg2"}
    assert tags(one(made, "p:spPr/a:ln")) == ["noFill"]
    assert tags(one(made, "p:nvSpPr/p:nvPr")) == []
    assert "userDrawn" not in one(made, "p:nvSpPr/p:nvPr").attrib


@pytest.mark.parametrize(("dash", "written_as"), [("dash", "dash"), ("dot", "sysDot")])
def test_a_stroke_has_width_ink_and_dash(dash: Any, written_as: str) -> None:
    stroke = one(element(shape(stroke=Stroke(Ink("accent3"), 4.5, dash))), "p:spPr/a:ln")
    assert dict(stroke.attrib) == {"w": "57150"}
    assert tags(stroke) == ["solidFill", "prstDash", "round"]
    assert values(stroke, "a:solidFill/a:schemeClr") == {"val": "accent3"}
    assert values(stroke, "a:prstDash") == {"val": written_as}


@pytest.mark.parametrize(
    ("begins", "ends", "heads"),
    [(False, True, ["tailEnd"]), (True, True, ["headEnd", "tailEnd"])],
)
def test_an_arrow_has_its_heads_where_it_begins_and_ends(begins: bool, ends: bool, heads: list[str]) -> None:
    stroke = Stroke(Ink("accent3"), 4.5, begins_in_arrow=begins, ends_in_arrow=ends)
    made = one(element(shape(fill=None, stroke=stroke)), "p:spPr/a:ln")
    assert tags(made)[3:] == heads
    assert [dict(head.attrib) for head in made[3:]] == [{"type": "triangle", "w": "med", "len": "med"}] * len(heads)


@pytest.mark.parametrize("item", [shape(), image(), Group("land", BOX, (shape(),))], ids=["shape", "image", "group"])
def test_what_has_no_alternative_text_is_decorative_and_what_has_one_is_not(item: Any) -> None:
    plain, described = element(item)[0][0], element(structs.replace(item, alt='The "steppe" & sky'))[0][0]
    assert "descr" not in plain.attrib
    assert values(plain, _DECORATIVE) == {"val": "1"}
    assert described.get("descr") == 'The "steppe" & sky'
    assert described.find(_DECORATIVE) is None


def test_what_is_cut_off_an_image_is_said_in_thousandths_of_a_percent() -> None:
    made = element(image(crop=(0.125, 0.0, 0.25, 0.333333)))
    assert values(made, "p:blipFill/a:srcRect") == {"l": "12500", "r": "25000", "b": "33333"}
    assert values(element(image(crop=(0, 0.1, 0, 0))), "p:blipFill/a:srcRect") == {"t": "10000"}
    found = opened(deck(image(crop=(0.1, 0.2, 0.3, 0.4)))).shapes[1]
    assert (found.crop_left, found.crop_top, found.crop_right, found.crop_bottom) == (0.1, 0.2, 0.3, 0.4)


def test_images_have_the_ending_of_their_format_and_are_stored_once() -> None:
    jpeg = Image("sky", BOX, picture(kind="JPEG"), "jpg", 64, 32, NOWHERE)
    made = parts(deck(image(), jpeg, image(name="again")))
    media = {name: data for name, data in made.items() if name.startswith("ppt/media/")}
    assert media == {"ppt/media/picture1.png": picture(), "ppt/media/picture2.jpg": jpeg.data}
    types = made["[Content_Types].xml"].decode()
    assert '<Default Extension="jpg" ContentType="image/jpeg"/>' in types
    assert '<Default Extension="png" ContentType="image/png"/>' in types


def test_the_items_of_a_group_keep_their_places_on_the_page() -> None:
    inner = Group("inner", Box(5, 6, 7, 8), (shape(name="deep"),))
    made = element(Group("map", BOX, (shape(), inner, label("Astana")), alt="A map"))
    assert tags(made) == ["nvGrpSpPr", "grpSpPr", "sp", "grpSp", "sp"]
    for found, box in ((made, BOX), (one(made, "p:grpSp"), inner.box)):
        placed = one(found, "p:grpSpPr/a:xfrm")
        assert tags(placed) == ["off", "ext", "chOff", "chExt"]
        assert box_of(placed) == tuple(box)
        children = one(placed, "a:chOff"), one(placed, "a:chExt")
        assert [dict(child.attrib) for child in children] == [dict(placed[0].attrib), dict(placed[1].attrib)]
    found = opened(deck(Group("map", BOX, (shape(), inner), alt="A map"))).shapes[1]
    assert [each.name for each in found.shapes] == ["Land", "Inner"]
    assert [each.name for each in found.shapes[1].shapes] == ["Deep"]


def _links(made: Any, name: str) -> list[tuple[str, str]]:
    """The relationships to addresses, each with the id by which the slide calls it."""
    rels = part(made, name)
    return [
        (each.get("Id"), each.get("Target"))
        for each in rels
        if each.get("Type").endswith("/hyperlink") and each.get("TargetMode") == "External"
    ]


@pytest.mark.parametrize("item", [label("Call"), shape(alt="A door"), image("Grass")])
def test_a_click_on_a_text_a_shape_or_an_image_leads_outside(item: Any) -> None:
    made = deck(Link("https://example.org/?a=1&b=2", item))
    ((id, target),) = _links(made, "ppt/slides/_rels/slide3.xml.rels")
    assert target == "https://example.org/?a=1&b=2"
    found = one(part(made, SLIDE), "p:cSld/p:spTree")[-1][0][0]
    assert one(found, "a:hlinkClick").get(f"{{{NAMES['r']}}}id") == id
    assert tags(found)[0] == "hlinkClick"
    assert opened(made).shapes[1].click_action.hyperlink.address == "https://example.org/?a=1&b=2"


def test_a_page_cannot_hold_a_link_that_leads_elsewhere() -> None:
    with pytest.raises(ValueError, match="no slide may lead to"):
        Link("javascript:alert(1)", label("x"))


def _cell(words: str, box: Box, fill: Ink | None = None, anchor: Any = "middle") -> Cell:
    return Cell(label(words, box=box, styles=(Style(28, Ink("soft")),), anchor=anchor), fill)


def _table() -> Table:
    widths, heights = (2_400_000, 1_600_000), (800_000, 700_000)
    x, y = BOX.x, BOX.y
    head = (
        _cell("Year", Box(x + 10, y + 20, 2_400_000 - 40, 800_000 - 60)),
        _cell("Cases", Box(x + 2_400_000, y, 1_600_000, 800_000)),
    )
    row = (
        _cell("2010", Box(x, y + 800_000, 2_400_000, 700_000), anchor="bottom"),
        _cell("88", Box(x + 2_400_050, y + 800_060, 1_600_000 - 120, 700_000 - 140), Ink("panel")),
    )
    return Table("cases", BOX, widths, heights, (head, row), "88 cases in 2010")


def test_a_table_is_native_with_a_head_and_the_style_of_the_deck() -> None:
    made = element(_table())
    assert box_of(one(made, "p:xfrm")) == tuple(BOX)
    assert values(made, "p:nvGraphicFramePr/p:cNvPr")["descr"] == "88 cases in 2010"
    assert values(made, "p:nvGraphicFramePr/p:cNvGraphicFramePr/a:graphicFrameLocks") == {"noGrp": "1"}
    table = one(made, "a:graphic/a:graphicData/a:tbl")
    assert values(table, "a:tblPr") == {"firstRow": "1"}
    styles = part(deck(_table()), "ppt/tableStyles.xml")
    assert one(table, "a:tblPr/a:tableStyleId").text == one(styles, "a:tblStyle").get("styleId") == styles.get("def")
    assert [column.get("w") for column in all_of(table, "a:tblGrid/a:gridCol")] == ["2400000", "1600000"]
    assert [row.get("h") for row in all_of(table, "a:tr")] == ["800000", "700000"]
    read = opened(deck(_table())).shapes[1].table
    assert [[cell.text for cell in row.cells] for row in read.rows] == [["Year", "Cases"], ["2010", "88"]]


def test_the_text_of_a_cell_stands_where_its_box_is() -> None:
    cells = all_of(element(_table()), ".//a:tc")
    margins = [{side: found.get(side) for side in ("marL", "marR", "marT", "marB")} for found in (c[1] for c in cells)]
    assert [tuple(found.values()) for found in margins] == [
        ("10", "30", "20", "40"),
        ("0", "0", "0", "0"),
        ("0", "0", "0", "0"),
        ("50", "70", "60", "80"),
    ]
    assert [one(cell, "a:tcPr").get("anchor") for cell in cells] == ["ctr", "ctr", "b", "ctr"]
    assert [tags(one(cell, "a:tcPr")) for cell in cells] == [[], [], [], ["solidFill"]]
    assert values(cells[3], "a:tcPr/a:solidFill/a:schemeClr") == {"val": "bg2"}
    assert values(cells[0], "a:txBody/a:p/a:r/a:rPr/a:solidFill/a:schemeClr") == {"val": "tx2"}
    assert one(cells[0], "a:txBody/a:p/a:r/a:rPr").get("sz") == "2800"


def test_a_page_has_a_ground_of_its_own_only_where_it_differs_from_its_layout() -> None:
    other = with_page(structs.replace(page(), background=Ink("accent1", 65)))
    ground = one(part(other, SLIDE), "p:cSld/p:bg/p:bgPr")
    assert values(ground, "a:solidFill/a:schemeClr") == {"val": "accent1"}
    assert values(ground, "a:solidFill/a:schemeClr/a:lumMod") == {"val": "65000"}
    assert tags(ground) == ["solidFill", "effectLst"]
    assert not all_of(part(with_page(page()), SLIDE), "p:cSld/p:bg")


def _everything() -> tuple[Item, ...]:
    inside = Group("inner", BOX, (shape(), Link("tel:911", label("Call"))))
    return (
        shape(),
        label("x"),
        image(),
        Link("tel:911", image("Door")),
        Group("outer", BOX, (inside, shape())),
        _table(),
    )


def test_every_shape_has_an_id_of_its_own_in_the_order_in_which_they_lie() -> None:
    ids = [int(found.get("id")) for found in part(deck(*_everything()), SLIDE).iterfind(".//p:cNvPr", NAMES)]
    assert ids == list(range(1, len(ids) + 1))
    assert len(ids) == 12


def _filled(**changed: Any) -> Any:
    """The bullets of the sample's page, in a placeholder that `changed` changes."""
    bullets = page().items[1]
    assert isinstance(bullets, Text)
    place: Placeholder = page().layout.placeholders[bullets.placeholder]
    layout = structs.replace(page().layout, placeholders={bullets.placeholder: structs.replace(place, **changed)})
    made = with_page(structs.replace(page(), layout=layout, items=(bullets,)))
    return one(part(made, SLIDE), "p:cSld/p:spTree")[-1]


def test_a_text_in_its_placeholder_says_only_which_it_fills() -> None:
    made = _filled()
    place = page().layout.placeholders[page().items[1].placeholder]  # type: ignore[union-attr]
    assert one(made, "p:nvSpPr/p:nvPr/p:ph").get("idx") == (str(place.index) if place.index else None)
    assert values(made, "p:nvSpPr/p:cNvSpPr/a:spLocks") == {"noGrp": "1"}
    assert tags(one(made, "p:spPr")) == []
    assert dict(one(made, "p:txBody/a:bodyPr").attrib) == {}
    assert {tuple(run.attrib) for run in made.iterfind(".//a:rPr", NAMES)} <= {("lang",), ("lang", "b"), ("lang", "i")}
    levels = [found.get("lvl") for found in made.iterfind(".//a:pPr", NAMES)]
    assert set(levels) == {"1"}


def test_a_text_says_size_and_ink_only_where_they_are_not_those_of_its_placeholder() -> None:
    bullets = page().items[1]
    assert isinstance(bullets, Text)
    smaller = tuple(structs.replace(style, size_pt=18.5, ink=Ink("accent3")) for style in bullets.styles)
    made = with_page(structs.replace(page(), items=(structs.replace(bullets, styles=smaller),)))
    for letters in one(part(made, SLIDE), "p:cSld/p:spTree")[-1].iterfind(".//a:rPr", NAMES):
        assert letters.get("sz") == "1850"
        assert values(letters, "a:solidFill/a:schemeClr") == {"val": "accent3"}


def test_the_number_of_a_slide_is_a_field_of_the_size_that_its_placeholder_has() -> None:
    number = next(item for item in page().items if item.name == "slide number")
    assert isinstance(number, Text)
    for styles, size in ((number.styles, None), ((structs.replace(number.styles[0], size_pt=10.5),), "1050")):
        made = part(with_page(structs.replace(page(), items=(structs.replace(number, styles=styles),))), SLIDE)
        field = one(made, ".//a:fld")
        assert field.get("type") == "slidenum"
        assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", field.get("id"))
        assert one(field, "a:rPr").get("sz") == size
        assert one(field, "a:t").text == "3"
        assert values(made, ".//p:ph")["type"] == "sldNum"
