"""The foot of a template's layout: sources find room that lets them be read, and the number stays where it is."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Shape, Style, rectangle
from talkbuilder.layout.theme import Placeholder
from talkbuilder.outputs.pptx.template.foot import with_foot
from talkbuilder.outputs.pptx.template.layouts import Found, Slot
from talkbuilder.units import EMU_PER_POINT, Box
from tests.templates import found, points, read_of, slot

_STYLE = Style(12.0, line_percent=100.0)
_DARK = Ink("text")
# 14 pt, 1.25 em a line, of a box of which 0.95 can be used: a long line of sources takes two or three.
_LINE_PT = 14 * 1.25 / 0.95


def text(box: Box, **more: Any) -> Placeholder:
    return Placeholder("Text", more.pop("role", "body"), 1, box, (_STYLE,), (24.0,), **more)


def footer(**more: Any) -> Slot:
    return slot("ftr", more.pop("box", points(300, 480, 300, 40)), _STYLE, index=8, **more)


def number(**more: Any) -> Slot:
    style = more.pop("style", structs.replace(_STYLE, align="right"))
    return slot("sldNum", more.pop("box", points(700, 480, 200, 40)), style, index=9, **more)


def foot(
    *slots: Slot, bottom: float = 440.0, items: tuple[Shape, ...] = (), **more: Any
) -> dict[str, Placeholder] | None:
    """What becomes of a text from 100 pt down to a height, on a layout with a foot."""
    places = {"Text": more.pop("place", text(points(60, 100, 840, bottom - 100)))}
    layout: Found = found(*slots, items=items, **more)
    return with_foot(places, layout, read_of(layout), has_source=True)


def placed(*slots: Slot, **more: Any) -> dict[str, Placeholder]:
    made = foot(*slots, **more)
    assert made is not None
    return made


def in_points(box: Box) -> tuple[int, ...]:
    return tuple(round(length / EMU_PER_POINT) for length in box)


# Sources


def test_sources_stand_at_the_foot_as_wide_as_the_text() -> None:
    source = placed(footer())["Source"]
    assert in_points(source.box) == (60, round(520 - 2 * _LINE_PT), 840, round(2 * _LINE_PT))
    assert (source.role, source.index, source.is_moved, source.sizes_pt) == ("footer", 8, True, (14.0,))


def test_sources_are_small_and_plain_whatever_the_footer_is() -> None:
    style = Style(9.0, bold=True, capitals=True, align="centre", spacing_pt=3.0, italic=True, line_percent=100.0)
    one = structs.replace(footer(insets=(1, 2, 3, 4), anchor="bottom"), styles=(style,), said=(style,))
    source = placed(one)["Source"]
    plain = Style(14.0, italic=True, line_percent=100.0, bullet_ink=Ink("text"))
    assert source.styles == (plain,)
    assert (source.inherited, source.insets, source.anchor) == ((style,), (1, 2, 3, 4), "bottom")


def test_sources_make_room_for_their_insets() -> None:
    plain = placed(footer())["Source"].box.height
    assert placed(footer(insets=(0, 1000, 0, 500)))["Source"].box.height == plain + 1500


def test_sources_stand_beside_a_number_that_keeps_its_edge() -> None:
    made = placed(footer(), number())
    assert in_points(made["Slide Number"].box) == (846, 480, 54, 40)
    assert made["Slide Number"].is_moved
    assert made["Source"].box.right == made["Slide Number"].box.x
    left = placed(footer(), number(box=points(40, 480, 50, 40)))
    assert left["Source"].box.x == points(90, 0, 0, 0).x
    assert left["Source"].box.right == points(0, 0, 900, 0).width
    beyond = placed(footer(), number(box=points(0, 480, 50, 40)))
    assert beyond["Source"].box.x == points(60, 0, 0, 0).x


def test_a_number_in_a_narrow_place_or_not_at_the_right_stays() -> None:
    for one in (number(box=points(860, 480, 54, 40)), number(box=points(700, 480, 200, 40), style=_STYLE)):
        made = placed(footer(), one)["Slide Number"]
        assert (made.box, made.is_moved) == (one.box, False)
    assert placed(footer(), number(box=points(860, 480, 55, 40)))["Slide Number"].is_moved


def test_sources_need_more_lines_where_there_is_less_room() -> None:
    narrow = placed(footer(), place=text(points(60, 100, 500, 300)))["Source"]
    assert in_points(narrow.box)[3] == round(3 * _LINE_PT)
    with_insets = placed(footer(insets=(points(0, 0, 60, 0).width, 0, points(0, 0, 60, 0).width, 0)))["Source"]
    assert in_points(with_insets.box)[3] == round(3 * _LINE_PT)


def test_sources_end_above_the_edge_of_the_slide() -> None:
    assert in_points(placed(footer(box=points(300, 480, 300, 60)))["Source"].box)[1] == round(534 - 2 * _LINE_PT)
    low = placed(footer(box=points(300, 400, 300, 40)), bottom=470.0)["Source"]
    assert low.box.bottom == points(0, 0, 0, 470).height + low.box.height


@pytest.mark.parametrize(("bottom", "is_cut"), [(480.0, False), (485.0, True), (525.0, True)])
def test_a_text_ends_where_its_sources_begin(bottom: float, is_cut: bool) -> None:
    made = placed(footer(), bottom=bottom)
    assert made["Text"].is_moved == (made["Text"].box.height < points(0, 0, 0, bottom - 100).height) == (bottom > 497.2)
    assert made["Text"].box.bottom <= made["Source"].box.y


def test_a_text_gives_at_most_a_fifth_of_its_height_and_a_picture_nothing() -> None:
    def serves(height: float, role: str = "body") -> bool:
        place = text(points(60, 530 - height, 840, height), role=role)
        return foot(footer(), place=place) is not None

    over = 530 - (534 - 2 * _LINE_PT)
    assert [serves(over * 5 + 1), serves(over * 5 - 1)] == [True, False]
    assert not serves(over * 5 + 1, "picture")
    low = text(points(60, 100, 840, 534 - 2 * _LINE_PT - 100 - 1), role="picture")
    assert foot(footer(), place=low) is not None


def test_where_no_footer_is_or_it_is_turned_there_are_no_sources() -> None:
    assert foot(number()) is None
    assert foot(footer(is_upright=False)) is None


def test_where_none_are_wanted_only_the_number_is_placed() -> None:
    layout = found(footer(), number())
    made = with_foot({"Text": text(points(0, 0, 9, 9))}, layout, read_of(layout), has_source=False)
    assert made is not None
    assert list(made) == ["Text", "Slide Number"]
    assert made["Slide Number"].box == number().box
    bare = with_foot({"Text": text(points(0, 0, 9, 9))}, found(), read_of(), has_source=False)
    assert bare is not None
    assert list(bare) == ["Text"]


def test_sources_keep_off_the_edges_of_what_is_drawn() -> None:
    band = rectangle("Band", points(0, 500, 960, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(band,))["Source"].box)[1] == round(500 - 2 * _LINE_PT)
    assert in_points(placed(footer(), beneath=(band,))["Source"].box)[1] == round(500 - 2 * _LINE_PT)
    beside = rectangle("Beside", points(900, 500, 60, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(beside,))["Source"].box)[1] == round(520 - 2 * _LINE_PT)
    left = rectangle("Left", points(0, 500, 60, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(left,))["Source"].box)[1] == round(520 - 2 * _LINE_PT)
    panel = rectangle("Panel", points(0, 0, 960, 510), Ink("panel"))
    assert in_points(placed(footer(), items=(panel,))["Source"].box)[1] == round(510 - 2 * _LINE_PT)
    above = rectangle("Above", Box(0, 0, points(960, 0, 0, 0).x, placed(footer())["Source"].box.y), Ink("panel"))
    assert in_points(placed(footer(), items=(above,))["Source"].box)[1] == round(520 - 2 * _LINE_PT)
    whole = rectangle("Whole", points(0, 0, 960, 540), Ink("panel"))
    assert in_points(placed(footer(), items=(whole,))["Source"].box)[1] == round(520 - 2 * _LINE_PT)


def test_sources_stand_lowest_where_nothing_keeps_clear_of_edges() -> None:
    stripes = tuple(rectangle("Stripe", points(0, y, 960, 10), Ink("panel")) for y in range(440, 540, 20))
    low = text(points(60, 400, 840, 30))  # which cannot make way
    assert in_points(placed(footer(), items=stripes, place=low)["Source"].box)[1] == round(520 - 2 * _LINE_PT)


def test_sources_that_can_be_read_nowhere_are_placed_nowhere() -> None:
    stripes = tuple(rectangle("Stripe", points(x, 430, 20, 110), _DARK) for x in range(0, 960, 40))
    assert foot(footer(), items=stripes) is None


def test_a_layout_with_a_place_for_sources_keeps_it() -> None:
    own = slot("body", points(60, 450, 300, 60), _STYLE, name="Source", index=5, anchor="bottom", insets=(1, 2, 3, 4))
    made = placed(own, number())
    source = made["Source"]
    assert (source.box, source.role, source.index, source.sizes_pt) == (own.box, "body", 5, (14.0,))
    assert (source.anchor, source.insets, source.inherited) == (own.anchor, own.insets, own.said)
    assert made["Slide Number"].box == number().box  # nothing makes way
    large = structs.replace(own, styles=(Style(16.0),) * 5)
    assert placed(large)["Source"].sizes_pt == (16.0,)
    dark = structs.replace(own, styles=(Style(14.0, ink=Ink("ground")),))
    assert placed(dark)["Source"].styles[0].ink == _DARK
    assert list(placed(structs.replace(own, kind="pic"))) == ["Text"]
    half = rectangle("Half", points(0, 0, 200, 540), _DARK)
    assert list(placed(own, items=(half,))) == ["Text"]


# The number


def test_a_number_that_is_very_small_grows_upwards() -> None:
    one = number(box=points(800, 500, 54, 10), style=Style(9.0), insets=(0, 1000, 0, 500))
    made = placed(footer(), one)["Slide Number"]
    needed = round(12 * 1.25 / 0.95 * EMU_PER_POINT) + 1500
    assert (made.sizes_pt, made.box.height, made.box.bottom) == ((12.0,), needed, one.box.bottom)
    assert (made.box.x, made.box.width, made.is_moved) == (one.box.x, one.box.width, True)


def test_a_number_is_as_the_template_has_it() -> None:
    one = number(box=points(800, 480, 54, 40), style=Style(16.0), insets=(1, 2, 3, 4), anchor="middle")
    made = placed(footer(), one)["Slide Number"]
    assert (made.role, made.index, made.box, made.sizes_pt, made.is_moved) == (
        "slide number",
        9,
        one.box,
        (16.0,),
        False,
    )
    assert (made.anchor, made.insets, made.inherited) == ("middle", (1, 2, 3, 4), one.said)


def test_a_turned_number_is_left_out() -> None:
    assert "Slide Number" not in placed(footer(), number(is_upright=False))


@pytest.mark.parametrize(
    ("align", "anchor", "x", "y"),
    [
        *(("left", "top", 700, 400), ("right", "top", 886, 400), ("centre", "top", 793, 400)),
        *(("left", "middle", 700, 446), ("left", "bottom", 700, 491)),
    ],
)
def test_only_what_lies_beneath_its_figures_matters_for_a_number(align: str, anchor: str, x: int, y: int) -> None:
    """Two figures of 12 pt, about 14 pt wide and 9 high, in a place of 200 x 100 pt."""
    style = Style(12.0, align=align)  # type: ignore[arg-type]  # one of them
    one = number(box=points(700, 400, 200, 100), style=style, anchor=anchor)

    def ink(box: Box) -> Ink | None:
        layout = found(one, items=(rectangle("Dark", box, _DARK),))
        made = with_foot({}, layout, read_of(layout), has_source=False)
        assert made is not None
        return made["Slide Number"].styles[0].ink if "Slide Number" in made else None

    assert ink(points(x - 1, y - 1, 16, 11)) == Ink("ground")
    for beside in (
        points(x - 10, y - 10, 9, 30),
        points(x + 15, y - 10, 9, 30),
        points(x - 10, y - 10, 40, 9),
        points(x - 10, y + 10, 40, 9),
    ):
        assert ink(beside) == _DARK
    assert ink(points(x - 10, y - 10, 17, 30)) is None  # half on dark, half on light


def test_insets_move_the_figures() -> None:
    one = number(box=points(700, 400, 200, 100), style=Style(12.0), insets=tuple(points(50, 40, 20, 10)))
    layout = found(one, items=(rectangle("Dark", points(749, 439, 16, 11), _DARK),))
    made = with_foot({}, layout, read_of(layout), has_source=False)
    assert made is not None
    assert made["Slide Number"].styles[0].ink == Ink("ground")
    last = structs.replace(one, styles=(Style(12.0, align="right"),) * 5, anchor="bottom")
    layout = found(last, items=(rectangle("Dark", points(866, 480, 15, 11), _DARK),))
    made = with_foot({}, layout, read_of(layout), has_source=False)
    assert made is not None
    assert made["Slide Number"].styles[0].ink == Ink("ground")
