"""Which layout of a template serves for which of ours: by name, by kind, by placeholders, and only with enough room."""

from io import BytesIO
from typing import Any

import pytest
from msgspec import structs
from PIL import Image as Picture

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Image, Ink, Shape, Style, rectangle
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.outputs.pptx.template import matching, roles
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.legibility import letter_pt
from talkbuilder.outputs.pptx.template.matching import WANTED, with_foot
from talkbuilder.outputs.pptx.template.shapes import Look
from talkbuilder.units import EMU_PER_POINT, Box
from tests.corpora.tables import from_table
from tests.templates import WIDE, found, points, read_of, slot

_STYLE = Style(12.0, line_percent=100.0)
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


def test_sources_stand_at_the_foot_as_wide_as_the_text_and_fill_no_placeholder() -> None:
    source = placed(footer())["Source"]
    assert in_points(source.box) == (60, round(521 - 2 * _LINE_PT), 840, round(2 * _LINE_PT))
    assert (source.name, source.sizes_pt) == ("", (14.0,))
    assert placed(number())["Source"].box.right <= placed(number())["Slide Number"].box.x


def test_sources_stand_over_a_logo_in_the_middle_of_their_row() -> None:
    logo = rectangle("Logo", points(440, 480, 80, 40), Ink("dark2"))
    assert placed(footer(), items=(logo,))["Source"].box.bottom <= logo.box.y
    page, data = Picture.new("RGB", (960, 540), "#FFFFFF"), BytesIO()
    for painted in ((0, 490, 960, 540), (800, 300, 960, 540)):  # a foot, and at its end what no wide row keeps off
        page.paste("#204080", painted)
    page.save(data, "png")
    ground = Image("Ground", WIDE, data.getvalue(), "png", *page.size, Span(Source("", ""), 0, 0))
    beside = placed(footer(), items=(ground,))["Source"].box
    assert beside.bottom <= points(0, 490, 0, 0).y
    assert beside.right <= points(800, 0, 0, 0).x


@pytest.mark.parametrize(("bottom", "is_cut"), [(480.0, False), (525.0, True)])
def test_a_text_ends_where_its_sources_begin(bottom: float, is_cut: bool) -> None:
    made = placed(footer(), bottom=bottom)
    assert made["Text"].is_moved == (made["Text"].box.height < points(0, 0, 0, bottom - 100).height) == (bottom > 497.2)
    assert made["Text"].box.bottom <= made["Source"].box.y


def test_sources_keep_off_the_edges_of_what_is_drawn() -> None:
    band = rectangle("Band", points(0, 500, 960, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(band,))["Source"].box)[1] == round(500 - 2 * _LINE_PT)
    assert in_points(placed(footer(), beneath=(band,))["Source"].box)[1] == round(500 - 2 * _LINE_PT)
    beside = rectangle("Beside", points(900, 500, 60, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(beside,))["Source"].box)[1] == round(521 - 2 * _LINE_PT)
    left = rectangle("Left", points(0, 500, 60, 40), Ink("accent1"))
    assert in_points(placed(footer(), items=(left,))["Source"].box)[1] == round(521 - 2 * _LINE_PT)
    panel = rectangle("Panel", points(0, 0, 960, 510), Ink("panel"))
    assert in_points(placed(footer(), items=(panel,))["Source"].box)[1] == round(510 - 2 * _LINE_PT)
    above = rectangle("Above", Box(0, 0, points(960, 0, 0, 0).x, placed(footer())["Source"].box.y), Ink("panel"))
    assert in_points(placed(footer(), items=(above,))["Source"].box)[1] == round(521 - 2 * _LINE_PT)
    whole = rectangle("Whole", points(0, 0, 960, 540), Ink("panel"))
    assert in_points(placed(footer(), items=(whole,))["Source"].box)[1] == round(521 - 2 * _LINE_PT)


# The number


def test_a_turned_number_is_left_out() -> None:
    assert "Slide Number" not in placed(footer(), number(is_upright=False))


_PLAIN = Style(20.0, line_percent=100.0)
_FOOT = (slot("ftr", points(60, 500, 600, 30), index=8), slot("sldNum", points(860, 500, 60, 30), index=9))
_TEXTS = {name: sum(need.kinds[0] == "body" for need in one.needs) for name, one in WANTED.items()}


def serving(name: str, read: Read) -> Layout | None:
    role = next(one for one in roles.ROLES.values() if name in one.layouts)
    match = roles.match((read,)).by_role[role.name]
    return None if match.by == matching.GUESSED else match.layouts.get(name)


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
    return layout.placed(tuple(slots))


# By what it is known


@pytest.mark.parametrize("name", WANTED)
def test_a_layout_is_known_by_our_name_in_whatever_case_and_spacing(name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called=f"  {name.upper()} ")).part == f"  {name.upper()} .xml"


def test_our_name_goes_before_that_of_others_and_a_name_before_a_kind() -> None:
    layouts = [for_ours("Cover", called="X", kind="title"), for_ours("Cover", called="Title Slide"), for_ours("Cover")]
    assert [of("Cover", *layouts[:count]).part for count in (1, 2, 3)] == ["X.xml", "Title Slide.xml", "Cover.xml"]


def test_a_deck_of_ours_is_known_by_the_names_of_its_placeholders() -> None:
    layout = replaced(replaced(for_ours("Bullets"), "title", name="Title"), "body", name="Text")
    extra = slot("chart", points(0, 0, 9, 9))
    layout = layout.placed((extra, *layout.slots))
    assert of("Bullets", layout).placeholders["Text"].index == 1
    assert serving("Bullets", read_of(replaced(layout, "body", kind="tbl"))) is None
    assert serving("Bullets", read_of(replaced(layout, "body", is_upright=False))) is None


# What must be on it


@pytest.mark.parametrize("name", WANTED)
def test_its_placeholders_are_ours_in_our_order(name: str) -> None:
    expected = [need.name for need in WANTED[name].needs]
    has_source = name not in ("Cover", "Section", "Sources", "Closing")
    assert list(of(name, for_ours(name)).placeholders) == [*expected, *(["Source"] * has_source), "Slide Number"]


def test_a_layout_needs_as_many_texts_as_ours_and_one_that_is_known_may_have_more() -> None:
    assert [serving("Quote", read_of(made(texts, "Quote"))) is not None for texts in (1, 2, 3)] == [False, True, True]
    assert [serving("Bullets", read_of(made(texts, "Any"))) is not None for texts in (1, 2)] == [True, False]


def test_a_cover_that_is_called_so_may_have_lines_that_stay_empty_if_its_title_is_large() -> None:
    def serves(name: str, size_pt: float) -> bool:
        return serving("Cover", read_of(made(4, name, style=Style(size_pt, line_percent=100.0)))) is not None

    assert serves("Title Slide - Red", 40)
    assert serves("Ouverture, fond rouge", 40)
    assert not serves("Title Slide - Red", 20)
    assert not serves("Any", 40)


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


def test_a_long_text_stands_under_its_title_and_a_short_one_may_stand_over_it() -> None:
    def serves(name: str) -> bool:
        title, text = made(1, name).slots[:2]
        turned = (
            structs.replace(title, box=points(60, 380, 840, 80)),
            structs.replace(text, box=points(60, 30, 840, 340)),
        )
        return serving(name, read_of(found(*turned, *_FOOT, name=name))) is not None

    assert {name for name in WANTED if _TEXTS[name] == 1 or name in ("Cover", "Closing") if serves(name)} == {
        *("Section", "Statement")
    }


def drawn_on(layout: Found, *items: Shape) -> Found:
    return structs.replace(layout, read_look=lambda: structs.replace(layout.look, drawn=items))


@pytest.mark.parametrize(("top", "ink"), [(46, "#204080"), (46, "#F4F4F4"), (300, "#204080")])
def test_a_title_stands_under_a_line_in_the_picture_that_covers_its_slide(top: int, ink: str) -> None:
    page, data = Picture.new("RGB", (960, 540), "#FFFFFF"), BytesIO()
    page.paste(ink, (0, top, 960, top + 6))
    page.save(data, "png")
    ground = Image("Ground", WIDE, data.getvalue(), "png", *page.size, Span(Source("", ""), 0, 0))
    layout = structs.replace(made(1), read_look=lambda: Look((ground,), ()))
    own, seen = (next(one.box for one in each.slots if one.kind == "title") for each in (layout, layout.cleared))
    is_lined = own.y < points(0, top, 0, 0).y < own.bottom and ink == "#204080"
    assert (points(0, top, 0, 0).y < seen.y < seen.bottom == own.bottom) if is_lined else seen == own


def test_a_text_keeps_out_of_what_is_drawn_where_that_leaves_it_room() -> None:
    def on(*items: Shape) -> Layout | None:
        return serving("Bullets", read_of(drawn_on(for_ours("Bullets"), *items)))

    logo = rectangle("Logo", points(800, 20, 100, 200), Ink("text"))
    beside = on(logo)
    assert beside is not None
    for name in ("Title", "Text"):
        place = beside.placeholders[name]
        assert place.is_moved
        assert place.box.right <= logo.box.x or place.box.y >= logo.box.bottom, name
    assert on(*(rectangle("Stripe", points(x, 0, 60, 540), Ink("text")) for x in range(60, 900, 120))) is None


def test_a_photo_whose_title_stands_in_a_column_is_drawn() -> None:
    """As in Office's "Picture with Caption"."""
    layout = for_ours("Photo")
    title, *others = layout.slots
    beside = structs.replace(title, box=points(60, 30, 300, 60))
    assert serving("Photo", read_of(layout)) is not None
    assert serving("Photo", read_of(layout.placed((beside, *others)))) is None


def test_a_picture_covers_no_logo_and_may_lie_in_a_frame() -> None:
    photo = for_ours("Photo")
    logo, frame = (
        rectangle("Drawn", box, Ink("text")) for box in (points(850, 420, 90, 90), points(640, 110, 270, 360))
    )
    assert serving("Photo", read_of(drawn_on(photo, frame))) is not None
    assert serving("Photo", read_of(drawn_on(photo, logo))) is None


# Room


@from_table
def test_a_text_needs_room_for_what_is_said_in_it(name: str, text: int, letters: int, size_pt: int) -> None:
    """At the least size, which on a template's layout that is known is 18 pt, but for what is large by its nature."""
    least_pt = int(size_pt * 0.92) if size_pt > 28 else 18
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
        tall = read_of(layout.placed(tuple(spread)), height=6_858_000)
        return serving(name, tall) is not None

    assert serves(needed_pt * (1 + 0.3 / letters))
    assert not serves(needed_pt * (1 - 0.3 / letters))


def test_a_cover_needs_room_for_one_short_line_under_its_title() -> None:
    def serves(height: float) -> bool:
        title, subtitle = (slot("ctrTitle", points(248, 117, 465, 98)), slot("subTitle", points(248, 227, 465, height)))
        return serving("Cover", read_of(found(title, subtitle, *_FOOT, name="Title Slide"))) is not None

    assert serves(24)
    assert not serves(20)


# How it is set


def test_a_template_that_says_sizes_keeps_them_and_its_weight() -> None:
    places = of("Bullets", for_ours("Bullets", style=Style(31.0, line_percent=100.0))).placeholders
    assert (places["Text"].sizes_pt, places["Text"].styles[0].size_pt) == ((31, 28, 24), 31)
    assert places["Title"].styles[0].bold is False


def test_what_stands_under_a_point_is_set_as_this_and_no_smaller_than_ours() -> None:
    layout = for_ours("Bullets")
    styles = (Style(31.0, line_percent=100.0, align="centre"), Style(12.0, line_percent=100.0))
    text = of("Bullets", replaced(layout, "body", styles=styles, said=styles)).placeholders["Text"]
    assert [(one.size_pt, one.align) for one in text.styles] == [(31, "centre"), (20, "centre")]


def test_an_ink_that_cannot_be_read_is_changed() -> None:
    style = Style(20.0, ink=Ink("ground"), line_percent=100.0)
    place = of("Bullets", for_ours("Bullets", style=style)).placeholders["Text"]
    assert place.styles[0].ink == Ink("text")
    assert place.inherited[0].ink == Ink("ground")
