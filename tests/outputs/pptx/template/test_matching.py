"""Which layout of a template serves for which of ours: by name, by kind, by placeholders, and only with enough room."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Shape, Style, rectangle
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.outputs.pptx.template import matching
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.legibility import letter_pt
from talkbuilder.outputs.pptx.template.matching import WANTED, with_foot
from talkbuilder.themes.steppe import STEPPE
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


_PLAIN = Style(20.0, line_percent=100.0)
_FOOT = (slot("ftr", points(60, 500, 600, 30), index=8), slot("sldNum", points(860, 500, 60, 30), index=9))
_TEXTS = {name: sum(need.kinds[0] == "body" for need in one.needs) for name, one in WANTED.items()}
_IN_ANY_LAYOUT = ("Bullets", "Few points", "Sources", "Closing")


def serving(name: str, read: Read) -> Layout | None:
    return matching.matched(name, read, STEPPE.grid, STEPPE.sizes)


def made(texts: int, name: str = "", kind: str = "", picture: bool = False, **more: Any) -> Found:
    """A layout with a title, texts under each other in whose room all that we say has place, a picture and a foot."""
    height = 340 / max(1, texts)
    style = more.pop("style", _PLAIN)
    slots = [
        slot("title", points(60, 30, 840, 80), style, **more),
        *(
            slot("body", points(60, 120 + height * number, 580 if picture else 840, height), style, **more)
            for number in range(texts)
        ),
        *([slot("pic", points(650, 120, 250, 340))] if picture else []),
    ]
    numbered = [structs.replace(one, index=number) for number, one in enumerate(slots)]
    return found(*numbered, *_FOOT, name=name, kind=kind)


def for_ours(name: str, **more: Any) -> Found:
    """A layout that serves for one of ours."""
    return made(_TEXTS[name], more.pop("called", name), picture=name == "Photo", **more)


def of(name: str, *layouts: Found) -> Layout:
    layout = serving(name, read_of(*layouts))
    assert layout is not None
    return layout


def replaced(layout: Found, which: str, **changes: Any) -> Found:
    """The layout with its first placeholder of a kind changed."""
    slots = list(layout.slots)
    at = next(number for number, one in enumerate(slots) if one.kind == which)
    slots[at] = structs.replace(slots[at], **changes)
    return structs.replace(layout, slots=tuple(slots))


# By what it is known


@pytest.mark.parametrize("name", WANTED)
def test_a_layout_is_known_by_our_name_in_whatever_case_and_spacing(name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called=f"  {name.upper()} ")).part == f"  {name.upper()} .xml"


@pytest.mark.parametrize(
    ("called", "name"),
    [
        *(("Title Slide", name) for name in ("Cover", "Section")),
        ("Title", "Cover"),
        *(("Section Header", name) for name in ("Section", "Statement")),
        *((one, name) for one in ("Title and Content", "Title, Content", "Content") for name in _IN_ANY_LAYOUT),
        ("Quote with Caption", "Quote"),
        ("Big Number", "Number"),
        ("Big Fact", "Number"),
        ("Picture with Caption", "Photo"),
    ],
)
def test_the_names_of_other_programs_are_known(called: str, name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called=called)).part == f"{called}.xml"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("title", name) for name in ("Cover", "Section")),
        *(("secHead", name) for name in ("Section", "Statement")),
        *((kind, name) for kind in ("obj", "tx") for name in _IN_ANY_LAYOUT),
        ("picTx", "Photo"),
    ],
)
def test_a_layout_of_another_language_is_known_by_its_kind(kind: str, name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called="Fremd", kind=kind)).part == "Fremd.xml"


@pytest.mark.parametrize("name", WANTED)
def test_by_its_placeholders_alone_only_a_plain_layout_is_known(name: str) -> None:
    layout = serving(name, read_of(for_ours(name, called="Fremd")))
    assert (layout is not None) == (name in _IN_ANY_LAYOUT)


def test_our_name_goes_before_that_of_others_and_a_name_before_a_kind() -> None:
    layouts = [for_ours("Cover", called="X", kind="title"), for_ours("Cover", called="Title Slide"), for_ours("Cover")]
    assert [of("Cover", *layouts[:count]).part for count in (1, 2, 3)] == ["X.xml", "Title Slide.xml", "Cover.xml"]


def test_a_deck_of_ours_is_known_by_the_names_of_its_placeholders() -> None:
    layout = replaced(replaced(for_ours("Bullets"), "title", name="Title"), "body", name="Text")
    extra = slot("chart", points(0, 0, 9, 9))
    layout = structs.replace(layout, slots=(extra, *layout.slots))
    assert of("Bullets", layout).placeholders["Text"].index == 1
    assert serving("Bullets", read_of(replaced(layout, "body", kind="tbl"))) is None
    assert serving("Bullets", read_of(replaced(layout, "body", is_upright=False))) is None


# What must be on it


@pytest.mark.parametrize("name", WANTED)
def test_its_placeholders_are_ours_in_our_order(name: str) -> None:
    expected = [need.name for need in WANTED[name].needs]
    has_source = name not in ("Cover", "Section", "Sources", "Closing")
    assert list(of(name, for_ours(name)).placeholders) == [*expected, *(["Source"] * has_source), "Slide Number"]


@pytest.mark.parametrize("name", ["Cover", "Closing"])
def test_two_texts_of_ours_can_share_one(name: str) -> None:
    places = list(of(name, made(1, name)).placeholders.values())
    assert places[1] == places[2]
    apart = list(of(name, made(2, name)).placeholders.values())
    assert apart[1].index + 1 == apart[2].index
    large = of("Closing", made(2, "Closing", style=Style(40.0, line_percent=100.0)))
    assert large.placeholders["Contact"].sizes_pt == (40, 36, 32, 28, 24)


def test_a_layout_with_more_or_fewer_texts_than_ours_serves_for_nothing() -> None:
    assert [serving("Quote", read_of(made(texts, "Quote"))) is not None for texts in (1, 2, 3)] == [False, True, False]
    layout = for_ours("Quote")
    chart = slot("chart", points(0, 0, 9, 9))
    assert serving("Quote", read_of(structs.replace(layout, slots=(*layout.slots, chart)))) is None


def test_a_text_of_another_kind_or_turned_serves_for_nothing() -> None:
    assert serving("Bullets", read_of(replaced(for_ours("Bullets"), "body", is_upright=False))) is None
    assert serving("Bullets", read_of(replaced(for_ours("Bullets"), "body", kind="tbl"))) is None
    for kind, role in (("obj", "object"), ("subTitle", "subtitle"), ("body", "body")):
        assert of("Bullets", replaced(for_ours("Bullets"), "body", kind=kind)).placeholders["Text"].role == role
    assert (
        of("Cover", replaced(for_ours("Cover"), "title", kind="ctrTitle")).placeholders["Title"].role == "cover title"
    )
    assert of("Photo", for_ours("Photo")).placeholders["Picture"].role == "picture"
    assert of("Photo", for_ours("Photo")).placeholders["Title"].role == "title"


def test_texts_must_stand_under_each_other() -> None:
    title, first, second = made(2, "Quote").slots[:3]

    def serves(one: Box, other: Box) -> bool:
        slots = (title, structs.replace(first, box=one), structs.replace(second, box=other), *_FOOT)
        return serving("Quote", read_of(found(*slots, name="Quote"))) is not None

    box = points(60, 120, 840, 180)
    assert serves(box, Box(*points(60, 300, 840, 100)))
    assert not serves(box, Box(*points(60, 290, 840, 100)))


def test_a_long_text_stands_under_its_title_and_a_short_one_may_stand_over_it() -> None:
    def serves(name: str) -> bool:
        title, text = made(1, name).slots[:2]
        turned = (
            structs.replace(title, box=points(60, 380, 840, 80)),
            structs.replace(text, box=points(60, 30, 840, 340)),
        )
        return serving(name, read_of(found(*turned, *_FOOT, name=name))) is not None

    assert {name for name in WANTED if _TEXTS[name] == 1 or name in ("Cover", "Closing") if serves(name)} == {
        *("Cover", "Section", "Statement")
    }


def test_what_lies_beneath_must_let_text_be_read() -> None:
    half = rectangle("Half", points(0, 0, 480, 540), Ink("text"))
    line = rectangle("Line", points(60, 280, 840, 1), Ink("text"))
    for item in (half, line):
        assert serving("Bullets", read_of(structs.replace(for_ours("Bullets"), items=(item,)))) is None


def test_a_picture_may_lie_over_anything() -> None:
    half = rectangle("Half", points(700, 120, 250, 340), Ink("text"))
    assert of("Photo", structs.replace(for_ours("Photo"), items=(half,))).placeholders["Picture"].role == "picture"


def test_a_layout_without_a_place_for_sources_serves_where_none_are_given() -> None:
    for name in WANTED:
        layout = for_ours(name)
        without = structs.replace(layout, slots=tuple(one for one in layout.slots if one.kind != "ftr"))
        assert (serving(name, read_of(without)) is not None) == (name in ("Cover", "Section", "Sources", "Closing"))


# Room


@pytest.mark.parametrize(
    ("name", "text", "letters", "size_pt"),
    [
        *(("Cover", 0, 32, 28), ("Cover", 1, 60, 20), ("Cover", 2, 24, 20)),
        *(("Section", 0, 52, 28), ("Section", 1, 8, 20)),
        *(("Bullets", 0, 52, 28), ("Bullets", 1, 270, 24)),
        *(("Statement", 0, 52, 28), ("Statement", 1, 24, 20)),
        *(("Quote", 0, 52, 28), ("Quote", 1, 200, 28), ("Quote", 2, 60, 20)),
        *(("Number", 0, 52, 28), ("Number", 1, 8, 72), ("Number", 2, 60, 24)),
        *(("Ask", 0, 52, 28), ("Ask", 1, 60, 24), ("Ask", 2, 60, 28)),
        *(("Photo", 0, 52, 28), ("Photo", 1, 24, 20)),
        *(("Sources", 0, 52, 28), ("Sources", 1, 270, 18)),
        *(("Closing", 0, 52, 28), ("Closing", 1, 200, 24)),
    ],
)
def test_a_text_needs_room_for_what_is_said_in_it(name: str, text: int, letters: int, size_pt: int) -> None:
    """At the least size, which on a foreign template is a little less than on ours: measured on slides as high."""
    least_pt = max(18, int(size_pt * 0.92))
    style = Style(float(least_pt), line_percent=100.0)
    layout = for_ours(name)
    lines = 1 if letters < 10 else 3
    needed_pt = letters / lines * letter_pt(style, layout.fonts, least_pt)

    def serves(width_pt: float) -> bool:
        slots = list(layout.slots)
        box = slots[text].box
        height = round((lines + 0.5) * least_pt * 1.25 * EMU_PER_POINT)
        spread = [
            structs.replace(one, box=one.box._replace(y=one.box.y + (height - box.height if number > text else 0)))
            for number, one in enumerate(slots)
        ]
        styles = (style,) * 5
        changed = Box(box.x, box.y, round(width_pt * EMU_PER_POINT) + 2000, height)
        spread[text] = structs.replace(slots[text], styles=styles, box=changed, insets=(1000, 0, 1000, 0))
        tall = read_of(structs.replace(layout, slots=tuple(spread)), height=6_858_000)
        return serving(name, tall) is not None

    assert serves(needed_pt * (1 + 0.3 / letters))
    assert not serves(needed_pt * (1 - 0.3 / letters))


def test_a_place_lower_than_a_line_has_no_room() -> None:
    style = Style(18.0, line_percent=100.0)

    def serves(height_pt: float) -> bool:
        box = points(60, 120, 840, height_pt)
        layout = replaced(for_ours("Section"), "body", box=box, styles=(style,) * 5, insets=(0, 12_700, 0, 12_700))
        return serving("Section", read_of(layout)) is not None

    assert [serves(height) for height in (2 + 22.4, 2 + 22.6)] == [False, True]


def test_wider_spaced_lines_need_more_room() -> None:
    def serves(percent: float) -> bool:
        style = Style(18.0, line_percent=percent)
        box = points(60, 120, 840, 45)
        return (
            serving("Section", read_of(replaced(for_ours("Section"), "body", box=box, styles=(style,) * 5))) is not None
        )

    assert [serves(percent) for percent in (195, 205)] == [True, False]


def test_a_picture_takes_at_least_a_seventh_of_the_slide() -> None:
    def serves(share: float) -> bool:
        box = points(650, 60, 250, 960 * 540 * share / 250)
        return serving("Photo", read_of(replaced(for_ours("Photo"), "pic", box=box))) is not None

    assert [serves(share) for share in (0.148, 0.152)] == [False, True]


# How it is set


def test_a_template_that_says_no_sizes_has_such_as_ours_have() -> None:
    sizes = {
        name: {
            place.name: (place.sizes_pt[0], place.styles[1].size_pt, place.styles[0].bold)
            for place in of(name, for_ours(name, says_size=False)).placeholders.values()
            if place.name not in ("Source", "Slide Number", "Title", "Picture")
        }
        for name in WANTED
    }
    assert sizes == {
        "Cover": {"Subtitle": (28, 24, False), "Speaker": (28, 24, False)},
        "Section": {"Kicker": (24, 20, False)},
        "Bullets": {"Text": (28, 24, False)},
        "Few points": {"Text": (28, 24, False)},
        "Statement": {"Kicker": (24, 20, False)},
        "Quote": {"Quote": (36, 32, False), "Credit": (24, 20, False)},
        "Number": {"Number": (120, 116, False), "Caption": (30, 26, False)},
        "Ask": {"Text": (30, 26, False), "Contact": (44, 40, False)},
        "Photo": {"Caption": (24, 20, False)},
        "Sources": {"Sources": (22, 18, False)},
        "Closing": {"Text": (28, 24, False), "Contact": (28, 24, False)},
    }
    assert [of(name, for_ours(name, says_size=False)).placeholders["Title"].styles[0].size_pt for name in WANTED] == [
        *(48, 44, 36, 36, 44, 36, 36, 36, 36, 36, 36)
    ]
    assert of("Bullets", for_ours("Bullets", says_size=False)).placeholders["Title"].styles[0].bold


def test_sizes_follow_the_height_of_the_slide() -> None:
    layout = for_ours("Cover", says_size=False)
    half = serving("Cover", read_of(layout, height=3_429_000))
    assert half is not None
    assert [half.placeholders[name].styles[0].size_pt for name in ("Title", "Subtitle")] == [24, 18]
    assert half.placeholders["Subtitle"].styles[4].size_pt == 18
    sources = serving("Sources", read_of(for_ours("Sources", says_bullet=False), height=3_429_000))
    assert sources is not None
    assert sources.placeholders["Sources"].styles[0].hang == 27 * EMU_PER_POINT // 2


def test_a_template_that_says_sizes_keeps_them_and_its_weight() -> None:
    places = of("Bullets", for_ours("Bullets", style=Style(31.0, line_percent=100.0))).placeholders
    assert (places["Text"].sizes_pt, places["Text"].styles[0].size_pt) == ((31, 28, 24), 31)
    assert places["Title"].styles[0].bold is False


def test_titles_have_a_size_in_which_two_lines_have_room() -> None:
    def sizes(name: str, height_pt: float, percent: float = 100) -> tuple[float, ...]:
        style = Style(60.0, line_percent=percent)
        changes = {"box": points(60, 30, 840, height_pt), "insets": (0, 12_700, 0, 25_400), "styles": (style,) * 5}
        return of(name, replaced(for_ours(name), "title", **changes)).placeholders["Title"].sizes_pt

    assert sizes("Bullets", 3 + 2.5 * 36 + 0.1)[0] == 36
    assert sizes("Bullets", 3 + 2.5 * 36 - 0.1)[0] == 32
    assert sizes("Bullets", 3 + 2.5 * 36 - 0.1, 98)[0] == 36
    assert sizes("Bullets", 3 + 2.5 * 25 - 0.1) == (28,) or sizes("Bullets", 3 + 2.5 * 25 - 0.1)[-1] >= 24
    assert sizes("Cover", 3 + 2.5 * 36)[0] == 60  # where the title is the slide


def test_sources_are_never_large() -> None:
    assert of("Sources", for_ours("Sources", style=Style(40.0, line_percent=100.0))).placeholders[
        "Sources"
    ].sizes_pt == (*(24, 20, 18),)


def test_bullets_are_kept_where_they_belong_and_taken_away_elsewhere() -> None:
    style = Style(20.0, line_percent=100.0, bullet="–", left=300, hang=200, before_pt=2.0)
    kept = of("Bullets", for_ours("Bullets", style=style)).placeholders["Text"].styles[0]
    assert (kept.bullet, kept.left, kept.hang, kept.before_pt) == ("–", 300, 200, 2.0)
    gone = of("Quote", for_ours("Quote", style=style)).placeholders["Quote"].styles[0]
    assert (gone.bullet, gone.left, gone.hang, gone.before_pt) == ("", 0, 0, 2.0)
    plain = Style(20.0, line_percent=100.0, left=300, hang=-200)  # a first line further in is no bullet's place
    kept = of("Quote", for_ours("Quote", style=plain)).placeholders["Quote"].styles[0]
    assert (kept.left, kept.hang) == (300, -200)


def test_where_a_template_leaves_bullets_open_they_are_ours_each_level_further_in() -> None:
    first, second = of("Bullets", for_ours("Bullets", says_bullet=False)).placeholders["Text"].styles[:2]
    hang = 27 * EMU_PER_POINT
    assert (first.bullet, first.left, first.hang) == ("•", hang, hang)
    assert (second.bullet, second.left, second.hang) == ("•", 2 * hang, hang)
    assert first.before_pt == pytest.approx(20 / 3)
    with_bullets = [
        name
        for name in WANTED
        if any(one.styles[0].bullet for one in of(name, for_ours(name, says_bullet=False)).placeholders.values())
    ]
    assert with_bullets == ["Bullets", "Few points", "Sources"]


def test_a_placeholder_is_as_the_template_has_it() -> None:
    more = {"insets": (1, 2, 3, 4), "anchor": "middle", "shrinks": True}
    layout = for_ours("Quote", **more)
    place = of("Quote", layout).placeholders["Credit"]
    own: Slot = layout.slots[2]
    assert (place.index, place.box, place.insets, place.anchor, place.shrinks) == (2, own.box, *more.values())
    assert (place.inherited, place.is_moved) == (own.said, False)


def test_placeholders_of_one_index_are_told_apart_by_their_place() -> None:
    layout = for_ours("Cover")
    same = replaced(layout, "body", index=0)
    assert [place.is_moved for place in of("Cover", same).placeholders.values()][:3] == [True, True, False]


def test_an_ink_that_cannot_be_read_is_changed() -> None:
    style = Style(20.0, ink=Ink("ground"), line_percent=100.0)
    place = of("Bullets", for_ours("Bullets", style=style)).placeholders["Text"]
    assert place.styles[0].ink == Ink("text")
    assert place.inherited[0].ink == Ink("ground")
