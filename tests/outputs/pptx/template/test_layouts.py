"""Layouts of a template as they are read: their placeholders, and what lies beneath a place on them."""

import io
import re

import pytest
from PIL import Image as Pictures

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Close, Image, Ink, LineTo, Move, Shape, Stroke, rectangle
from talkbuilder.outputs.pptx.template.layouts import Found, Slot, is_inside, picture_colour, read_layouts
from talkbuilder.outputs.pptx.template.package import TemplateFault, open_template
from talkbuilder.units import Box
from tests.templates import MASTER, PRESENTATION, THEME, Parts, changed, default, found, layout, points, remade

_BOX = Box(100, 200, 60, 40)


def shape(*corners: tuple[int, int]) -> Shape:
    first, *others = corners
    return Shape("One", _BOX, (Move(*first), *(LineTo(*one) for one in others), Close()), Ink("text"))


def test_a_point_lies_inside_an_outline_or_beside_it() -> None:
    triangle = shape((0, 0), (60, 0), (0, 40))
    inside = [(101, 201), (130, 205), (110, 230), (129, 219)]
    beside = [(99, 210), (155, 235), (131, 221), (110, 199), (161, 201), (110, 241), (159, 239)]
    assert [is_inside(triangle, *point) for point in inside] == [True] * len(inside)
    assert [is_inside(triangle, *point) for point in beside] == [False] * len(beside)


def test_a_notch_is_no_inside() -> None:
    notched = shape((0, 0), (60, 0), (60, 40), (30, 10), (0, 40))
    assert [is_inside(notched, 130, y) for y in (205, 225)] == [True, False]
    assert [is_inside(notched, x, 225) for x in (105, 155)] == [True, True]


def picture(crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> Image:
    """Four quarters: red and green over blue and nothing."""
    made = Pictures.new("RGBA", (48, 48), (255, 0, 0, 255))
    made.paste((0, 255, 0, 255), (24, 0, 48, 24))
    made.paste((0, 0, 255, 255), (0, 24, 24, 48))
    made.paste((0, 0, 0, 120), (24, 24, 48, 48))
    out = io.BytesIO()
    made.save(out, "PNG")
    return Image("Four", _BOX, out.getvalue(), "png", 48, 48, Span(Source("", ""), 0, 0), crop)


@pytest.mark.parametrize(
    ("x", "y", "rgb"),
    [
        (100, 200, "FF0000"),
        (129, 219, "FF0000"),
        (131, 219, "00FF00"),
        (159, 200, "00FF00"),
        (129, 221, "0000FF"),
        (100, 239, "0000FF"),
        (131, 221, None),  # more than half of what lies beneath is seen
        (160, 210, None),
        (99, 210, None),
        (110, 240, None),
        (110, 199, None),
    ],
)
def test_a_picture_has_a_colour_at_each_of_its_points(x: float, y: float, rgb: str | None) -> None:
    assert picture_colour(picture(), x, y) == rgb


def test_what_is_cut_off_a_picture_is_not_seen() -> None:
    right_half = picture((0.5, 0.0, 0.0, 0.0))
    assert picture_colour(right_half, 101, 201) == "00FF00"
    lower_left = picture((0.0, 0.5, 0.5, 0.0))
    assert [picture_colour(lower_left, *point) for point in ((101, 201), (159, 239))] == ["0000FF", "0000FF"]
    upper = picture((0.25, 0.0, 0.0, 0.5))
    assert [picture_colour(upper, x, 239) for x in (119, 121)] == ["FF0000", "00FF00"]
    cut_below = picture((0.0, 0.0, 0.0, 0.25))
    assert [picture_colour(cut_below, 101, y) for y in (225, 228)] == ["FF0000", "0000FF"]


def test_a_picture_may_be_enlarged_beyond_its_edges() -> None:
    wide = picture((-0.5, -0.5, -0.5, -0.5))
    assert picture_colour(wide, 101, 201) == "FF0000"
    assert picture_colour(wide, 159, 201) == "00FF00"


_PLACE = points(100, 100, 320, 160)
_DARK = Ink("text")


def read_one(data: bytes, number: int = 2) -> Found:
    """One layout of a template."""
    return read_layouts(open_template(data)).layouts[number - 1]


def slot_of(data: bytes, kind: str, number: int = 2) -> Slot:
    return next(one for one in read_one(data, number).slots if one.kind == kind)


# What lies beneath


def test_every_colour_beneath_a_text_is_its_ground() -> None:
    half = rectangle("Half", points(0, 0, 260, 540), Ink("accent1"))
    assert found(items=(half,)).grounds(_PLACE) == {"FFFFFF", "4F81BD"}
    assert found(beneath=(half,)).grounds(_PLACE) == {"FFFFFF", "4F81BD"}
    assert found(items=(rectangle("All", points(0, 0, 960, 540), Ink("accent1")),)).grounds(_PLACE) == {"4F81BD"}
    assert found(background=Ink("panel")).grounds(_PLACE) == {"EEECE1"}


def test_the_corner_of_something_is_no_ground() -> None:
    def grounds(columns: int, rows: int) -> frozenset[str]:
        """Of a drawing that covers so many of the 32 times 16 points, 10 pt apart."""
        return found(items=(rectangle("Corner", points(0, 0, 100 + 10 * columns, 100 + 10 * rows), _DARK),)).grounds(
            _PLACE
        )

    assert grounds(1, 5) == {"FFFFFF"}
    assert grounds(1, 6) == grounds(6, 1) == {"FFFFFF", "000000"}


def test_rare_colours_are_left_out_together_only_as_far_as_they_are_rare() -> None:
    three = rectangle("Three", points(0, 0, 110, 130), _DARK)
    two = rectangle("Two", points(410, 0, 50, 120), Ink("accent1"))
    assert found(items=(three, two)).grounds(_PLACE) == {"FFFFFF"}
    more = rectangle("More", points(410, 0, 50, 130), Ink("accent1"))
    assert len(found(items=(three, more)).grounds(_PLACE)) == 2


def test_what_lies_on_top_is_seen_and_through_a_veil_what_lies_beneath() -> None:
    below = rectangle("Below", points(0, 0, 960, 540), _DARK)
    above = rectangle("Above", points(0, 0, 960, 540), Ink("accent1"))
    veil = rectangle("Veil", points(0, 0, 960, 540), Ink("ground", opacity_percent=50))
    assert found(items=(below, above)).grounds(_PLACE) == {"4F81BD"}
    assert found(beneath=(above,), items=(below,)).grounds(_PLACE) == {"000000"}
    assert found(items=(below, veil)).grounds(_PLACE) == {"808080"}


def test_points_of_a_place_are_counted() -> None:
    counted = found(items=(rectangle("Half", points(0, 0, 180, 540), _DARK),)).counted(_PLACE)
    assert counted == {"000000": 8 * 16, "FFFFFF": 24 * 16}
    lower = found(items=(rectangle("Half", points(0, 220, 960, 540), _DARK),)).counted(_PLACE)
    assert lower == {"000000": 32 * 4, "FFFFFF": 32 * 12}


def struck(box: Box, is_outline: bool = False) -> bool:
    line = Shape("Line", box, (Move(0, 0), LineTo(box.width, 0)), None, Stroke(_DARK, 1.0))
    item = line if is_outline else rectangle("Line", box, _DARK)
    here, beneath = found(items=(item,)), found(beneath=(item,))
    assert here.is_struck_through(_PLACE) == beneath.is_struck_through(_PLACE)
    return here.is_struck_through(_PLACE)


@pytest.mark.parametrize(
    ("box", "is_struck"),
    [
        (points(0, 180, 960, 1), True),
        (points(0, 180, 960, 3), True),
        (points(0, 180, 960, 3.1), False),  # no line any more, but a ground
        (points(0, 126, 960, 1), True),
        (points(0, 123, 960, 1), False),  # about an eighth of its height from the edge
        (points(0, 234, 960, 1), True),
        (points(0, 237, 960, 1), False),
        (points(0, 180, 202, 1), True),
        (points(0, 180, 190, 1), False),  # under less than a third of its width
        (points(318, 180, 500, 1), True),
        (points(330, 180, 500, 1), False),
        (points(150, 180, 2, 20), False),
    ],
)
def test_a_line_through_the_middle_of_a_text_strikes_it_through(box: Box, is_struck: bool) -> None:
    assert struck(box) == is_struck


def test_an_outline_within_a_text_strikes_it_through_however_high_it_is() -> None:
    assert [struck(points(150, 150, 200, 40), is_outline) for is_outline in (False, True)] == [False, True]


# What is read


def test_a_layout_is_read_with_all_that_it_says() -> None:
    one = read_one(default())
    assert (one.name, one.kind, one.part, one.background) == ("Title and Content", "obj", layout(2), Ink("ground"))
    assert [(slot.kind, slot.index) for slot in one.slots] == [
        *(("title", 0), ("obj", 1), ("dt", 10), ("ftr", 11), ("sldNum", 12))
    ]
    assert one.slots[1].box == (457_200, 1_600_200, 8_229_600, 4_525_963)  # the master says where
    assert one.slots[1].name == "Content Placeholder 2"
    assert all(slot.is_upright and slot.says_size for slot in one.slots)
    assert one.slots[1].says_bullet
    assert one.simplified == 0


def test_placeholders_inherit_from_the_list_of_their_kind() -> None:
    sizes = {slot.kind: slot.styles[0].size_pt for slot in read_one(default()).slots}
    assert sizes == {"title": 44, "obj": 32, "dt": 12, "ftr": 12, "sldNum": 12}
    bare = remade(lambda parts: parts.update({MASTER: re.sub(rb' sz="1200"', b"", parts[MASTER])}))
    assert {slot.kind: slot.styles[0].size_pt for slot in read_one(bare).slots[2:]} == dict.fromkeys(
        ("dt", "ftr", "sldNum"), 18
    )
    assert read_one(default(), 1).slots[0].styles[0].size_pt == 44


def test_what_neither_layout_nor_master_says_the_presentation_does() -> None:
    def bare(parts: Parts) -> None:
        parts[MASTER] = re.sub(rb' sz="1[28]00"', b"", parts[MASTER])
        parts[PRESENTATION] = parts[PRESENTATION].replace(b'sz="1800"', b'sz="1500"')

    sizes = {slot.kind: slot.styles[0].size_pt for slot in read_one(remade(bare)).slots}
    assert sizes == {"title": 44, "obj": 32, "dt": 15, "ftr": 15, "sldNum": 15}


def test_the_master_is_read_as_a_layout_that_inherits_from_nothing() -> None:
    read = read_layouts(open_template(default()))
    assert [slot.kind for slot in read.master.slots] == ["title", "body", "dt", "ftr", "sldNum"]
    assert read.master.slots[1].box == (457_200, 1_600_200, 8_229_600, 4_525_963)
    assert (read.masters, read.master.part, len(read.layouts)) == (1, MASTER, 11)
    assert (read.width, read.height, read.fonts.titles, read.fonts.text) == (9_144_000, 6_858_000, "Calibri", "Calibri")


def test_a_placeholder_that_is_there_twice_counts_once() -> None:
    data = changed((layout(2), '<p:ph type="dt" sz="half" idx="10"/>', '<p:ph idx="1"/>'))
    kinds = [(slot.kind, slot.index) for slot in read_one(data).slots]
    assert kinds.count(("obj", 1)) == 1
    assert kinds[:2] == [("title", 0), ("obj", 1)]


def test_a_placeholder_without_a_place_is_left_out() -> None:
    def change(parts: Parts) -> None:
        for part in (MASTER, layout(2)):
            parts[part] = re.sub(rb"<a:off [^>]*/><a:ext [^>]*/>(?=</a:xfrm><a:prst)", b"", parts[part])

    assert [slot.kind for slot in read_one(remade(change)).slots] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<a:bodyPr/>", '<a:bodyPr vert="vert270"/>'),
        ("<p:spPr/>", '<p:spPr><a:xfrm rot="60000"><a:off x="1" y="1"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'),
    ],
)
def test_a_placeholder_may_be_turned(old: str, new: str) -> None:
    assert [slot.is_upright for slot in read_one(changed((layout(2), old, new))).slots[:2]] == [False, False]


def test_a_background_is_the_layouts_own_or_the_masters() -> None:
    own = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="203040"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    data = changed((layout(2), "<p:spTree>", f"{own}<p:spTree>"))
    assert (read_one(data).background, read_one(data, 1).background) == (Ink("own 203040"), Ink("ground"))
    assert read_one(data).palette.inks["own 203040"] == "203040"


@pytest.mark.parametrize(("told", "shows"), [("0", False), ("false", False), ("1", True), ("true", True)])
def test_what_the_master_draws_can_be_hidden(told: str, shows: bool) -> None:
    band = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="cloud"/>'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        "</p:spPr></p:sp>"
    )
    data = changed(
        (MASTER, "</p:grpSpPr>", f"</p:grpSpPr>{band}"),
        (layout(2), ' type="obj"', f' type="obj" showMasterSp="{told}"'),
    )
    one = read_one(data)
    assert (len(one.beneath), one.simplified) == (int(shows), int(shows))
    master = read_layouts(open_template(data)).master
    assert (len(master.items), master.beneath, master.simplified) == (1, (), 1)


def test_fonts_are_the_themes_or_calibri() -> None:
    def fonts(old: str, new: str) -> tuple[str, str]:
        read = read_layouts(
            open_template(remade(lambda parts: parts.update({THEME: re.sub(old, new, parts[THEME].decode()).encode()})))
        )
        return read.fonts.titles, read.fonts.text

    assert fonts(r'(<a:majorFont><a:latin typeface=)"[^"]*"', r'\1"Georgia"') == ("Georgia", "Calibri")
    assert fonts(r'(<a:minorFont><a:latin typeface=)"[^"]*"', r'\1"Georgia"') == ("Calibri", "Georgia")
    assert fonts(r'(<a:minorFont><a:latin typeface=)"[^"]*"', r'\1""') == ("Calibri", "Calibri")
    assert fonts(r"<a:latin [^>]*/>", "") == ("Calibri", "Calibri")


@pytest.mark.parametrize(
    ("length", "fits"), [(914_399, False), (914_400, True), (51_206_400, True), (51_206_401, False)]
)
def test_slides_have_a_size_that_the_format_allows(length: int, fits: bool) -> None:
    for side, given in (("cx", 9_144_000), ("cy", 6_858_000)):
        data = (
            changed((PRESENTATION, f'{side}="{given}"', f'{side}="{length}"'))
            if side == "cx"
            else remade(
                lambda parts: parts.update(
                    {PRESENTATION: parts[PRESENTATION].replace(b'cy="6858000" type', f'cy="{length}" type'.encode(), 1)}
                )
            )
        )
        if fits:
            read = read_layouts(open_template(data))
            assert length in (read.width, read.height)
        else:
            with pytest.raises(TemplateFault) as fault:
                read_layouts(open_template(data))
            assert (str(fault.value), fault.value.hint) == (
                "it does not say how large its slides are",
                "open it in PowerPoint and save it again",
            )


def test_a_template_lists_its_layouts_and_their_order_is_kept() -> None:
    def swap(parts: Parts) -> None:
        ids = re.findall(rb"<p:sldLayoutId [^>]*/>", parts[MASTER])
        text = parts[MASTER].replace(ids[0], b"@").replace(ids[1], ids[0]).replace(b"@", ids[1])
        parts[MASTER] = text.replace(ids[2], b'<p:sldLayoutId id="7" r:id="rId999"/>')

    read = read_layouts(open_template(remade(swap)))
    assert [one.part for one in read.layouts[:3]] == [layout(2), layout(1), layout(4)]
