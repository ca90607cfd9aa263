"""Title, subtitle and speaker of a template's cover as one block."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from msgspec import structs
from PIL import Image as Pillow

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Image, Ink, Style, rectangle
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.outputs.pptx.template.covers import composed, led
from talkbuilder.outputs.pptx.template.fallback import StandIns
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.outputs.pptx.template.matching import NAMED, serve
from talkbuilder.outputs.pptx.template.shapes import GRADIENT, picture_of
from talkbuilder.units import EMU_PER_POINT, Box
from tests.templates import WIDE, found, points, read_of, slot

_PLAIN = found(name="cover")


def place(name: str, box: Box, size_pt: float, **more: Any) -> Placeholder:
    style = structs.replace(Style(size_pt, more.pop("ink", Ink("text"))), align=more.pop("align", "centre"))
    index = {"Title": 0, "Subtitle": 1, "Speaker": 2}[name]
    return Placeholder(name, "body", index, box, (style,), (size_pt, 18.0), **more)


def block(title: Placeholder, subtitle: Placeholder, on: Found = _PLAIN) -> dict[str, Placeholder]:
    """The places of a cover whose speaker goes into the text of its subtitle."""
    return composed({"Title": title, "Subtitle": subtitle, "Speaker": subtitle}, on)


def titled(**more: Any) -> Placeholder:
    return place("Title", more.pop("box", points(120, 88, 720, 188)), 60.0, anchor=more.pop("anchor", "bottom"), **more)


def test_a_subtitle_is_half_as_large_as_its_title_and_has_room_and_air_for_that() -> None:
    made = block(titled(), place("Subtitle", points(120, 284, 720, 40), 24.0))["Subtitle"]
    assert made.sizes_pt[0] == 30
    assert made.sizes_pt[-1] == 18
    assert made.box.height > 3 * 30 * EMU_PER_POINT
    assert made.styles[0].before_pt >= 10


def test_one_that_is_large_enough_keeps_its_size() -> None:
    assert block(titled(), place("Subtitle", points(120, 284, 720, 130), 40.0))["Subtitle"].sizes_pt == (40, 18)
    large = block(titled(), place("Subtitle", points(120, 284, 720, 130), 52.0))["Subtitle"]  # as its title, or nearly
    assert (large.sizes_pt[0], large.styles[0].size_pt) == (30, 30)


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_all_stands_on_the_axis_of_the_title(align: str) -> None:
    made = block(titled(align=align), place("Subtitle", points(200, 290, 500, 130), 24.0, align="left"))
    title, subtitle = made["Title"].inner, made["Subtitle"].inner
    assert made["Subtitle"].styles[0].align == align
    edges = {
        "left": (title.x, subtitle.x),
        "right": (title.right, subtitle.right),
        "centre": (title.x + title.right, subtitle.x + subtitle.right),
    }
    one, other = edges[align]
    assert abs(one - other) <= 2


def test_what_the_template_sets_beside_its_title_stays_there() -> None:
    title = titled(box=points(130, 86, 175, 204), align="left")
    beside = place("Subtitle", points(388, 86, 286, 204), 18.0, align="right")
    made = block(title, beside)["Subtitle"]
    assert (made.box.x, made.box.width, made.styles[0].align) == (beside.box.x, beside.box.width, "right")


def test_what_stands_in_a_bar_under_its_title_begins_where_it_did() -> None:
    bar = rectangle("Bar", points(300, 400, 660, 80), Ink("accent1"))
    low = place("Subtitle", points(304, 410, 640, 60), 24.0, align="left")
    made = block(titled(), low, found(name="cover", items=(bar,)))["Subtitle"]
    assert (made.box.x, made.styles[0].align) == (low.box.x, "left")


def test_the_lines_of_a_drawn_cover_are_three_fifths_of_its_title_where_there_is_room() -> None:
    def drawn(*items: Any) -> list[float]:
        text = found(slot("title", points(60, 30, 840, 90), Style(40.0)), name="Title Only", items=items)
        places = StandIns(read_of(text), {}, text)["Cover"].placeholders
        return [places[name].sizes_pt[0] for name in ("Title", "Subtitle", "Speaker")]

    title, subtitle, speaker = drawn()
    assert (subtitle, speaker) == (round(0.6 * title), round(0.42 / 0.5 * subtitle))
    assert drawn(rectangle("Bar", points(0, 420, 960, 120), Ink("accent1")))[1] < subtitle


def test_a_subtitle_is_no_wider_than_what_is_free_on_both_sides_of_its_axis() -> None:
    drawn = rectangle("Ribbon", points(700, 280, 260, 260), Ink("accent1"))
    made = block(titled(), place("Subtitle", points(120, 290, 720, 130), 24.0), found(name="cover", items=(drawn,)))
    box = made["Subtitle"].box
    assert box.right <= drawn.box.x
    assert abs(box.x + box.right - 960 * EMU_PER_POINT) <= 2


def test_a_place_with_a_ground_of_its_own_keeps_its_box() -> None:
    panel = place("Subtitle", points(200, 290, 400, 50), 24.0, fill=Ink("panel"))
    assert block(titled(), panel)["Subtitle"].box == panel.box


def test_what_stands_on_one_ground_is_in_one_ink() -> None:
    violet = found(name="cover", items=(rectangle("Ground", points(0, 0, 960, 540), Ink("accent4")),))
    white = titled(ink=Ink("ground"))
    made = block(white, place("Subtitle", points(120, 290, 720, 130), 18.0), violet)["Subtitle"]
    assert made.styles[0].ink == Ink("ground")
    assert made.sizes_pt[-1] >= 24  # from which three to one will do
    kicker = structs.replace(place("Subtitle", points(120, 50, 720, 36), 18.0), name="Kicker")
    for places in ({"Title": white, "Kicker": kicker}, {"Title": white}):
        assert led(places, violet)["Kicker"].styles[0].ink == Ink("ground")


@pytest.mark.parametrize(("ground", "is_light"), [("accent4", True), ("accent3", False)])
def test_a_subtitle_on_another_ground_is_as_light_as_its_title_where_that_is_read_better(
    ground: str, is_light: bool
) -> None:
    grounds = [rectangle("Ground", points(0, y, 960, 284), Ink(ink)) for y, ink in ((0, "dark1"), (284, ground))]
    low = place("Subtitle", points(120, 300, 720, 130), 24.0)
    made = block(titled(ink=Ink("ground")), low, found(name="cover", items=tuple(grounds)))["Subtitle"]
    assert made.styles[0].ink == Ink("ground" if is_light else "text")


def test_a_subtitle_comes_up_over_no_line_and_on_to_no_other_ground() -> None:
    bar = found(name="cover", items=(rectangle("Bar", points(0, 0, 960, 340), Ink("accent1")),))
    low = place("Subtitle", points(120, 400, 720, 60), 24.0)
    made = block(titled(box=points(120, 60, 720, 100), ink=Ink("ground")), low, bar)
    assert made["Subtitle"].box.y >= low.box.y


def cover(title: Box, subtitle: Box, *items: Any, title_pt: float = 30.0, **more: Any) -> Mapping[str, Placeholder]:
    """The places of a cover on a template whose slides have titles of 40 pt, once it is used."""
    slots = slot("ctrTitle", title, Style(title_pt), **more), slot("subTitle", subtitle, Style(20.0), index=1)
    text = found(slot("title", points(60, 30, 840, 90), Style(40.0)), name="Title Only")
    read = read_of(own := found(*slots, name="Title Slide", items=items), text)
    served = serve("Cover", own, read, NAMED)
    assert isinstance(served, Layout)
    return StandIns(read, {"Cover": served}, text)["Cover"].placeholders


def test_a_cover_has_a_title_that_is_larger_than_those_of_slides_over_its_lines() -> None:
    made = cover(points(120, 180, 720, 60), points(120, 400, 720, 40))
    title, under = made["Title"], made["Subtitle"]
    assert (title.sizes_pt[0], title.anchor, under.anchor) == (56, "bottom", "top")
    assert 0 < under.box.y - title.box.bottom < points(0, 30, 0, 0).y
    assert under.sizes_pt[0] == 28
    panel = rectangle("Panel", points(0, 0, 960, 250), Ink("accent1"))  # the two are on different grounds
    apart = cover(points(120, 180, 720, 60), points(120, 400, 720, 40), panel)
    assert (apart["Title"].box.bottom, apart["Title"].sizes_pt[0]) == (points(0, 240, 0, 0).y, 40)


def test_a_cover_at_the_head_of_an_empty_page_stands_in_its_middle_unless_something_is_drawn_there() -> None:
    high = points(120, 40, 720, 60), points(120, 110, 720, 60)
    assert cover(*high)["Title"].box.bottom > points(0, 210, 0, 0).y
    drawn = rectangle("Picture", points(0, 330, 960, 210), Ink("accent1"))
    assert cover(*high, drawn)["Subtitle"].box.bottom < drawn.box.y


def test_the_lines_of_a_cover_stand_on_nothing_that_is_drawn_where_there_is_room_over_it() -> None:
    hill = rectangle("Hill", points(400, 200, 560, 340), Ink("accent1"))
    made = cover(points(60, 50, 840, 85), points(60, 145, 840, 77), hill)
    assert made["Subtitle"].box.bottom < hill.box.y
    assert made["Title"].sizes_pt[0] > 30


def test_the_line_that_tells_which_part_it_is_stands_on_the_axis_of_the_title_and_near_it() -> None:
    title = titled(box=points(120, 60, 720, 100))
    kicker = structs.replace(place("Subtitle", points(60, 300, 600, 200), 24.0, align="left"), name="Kicker")
    made = led({"Title": title, "Kicker": kicker}, _PLAIN)["Kicker"]
    assert made.styles[0].align == "centre"
    assert made.inner.x + made.inner.right == title.inner.x + title.inner.right
    assert 0 < made.box.y - title.box.bottom < points(0, 30, 0, 0).y
    low = structs.replace(title, box=points(120, 400, 720, 100))
    over = led({"Title": low, "Kicker": structs.replace(kicker, box=points(60, 40, 600, 60))}, _PLAIN)["Kicker"]
    assert low.box.y - points(0, 100, 0, 0).y < over.box.y < over.box.bottom <= low.box.y


def test_the_line_that_tells_which_part_it_is_has_room_also_where_the_template_has_no_place_for_it() -> None:
    title = titled(box=points(120, 200, 720, 100))
    over, under = points(0, 150, 960, 30), points(0, 320, 960, 60)
    for bars, is_above in (((), False), ((under,), True), ((over, under), None)):
        on = found(items=tuple(rectangle("Bar", box, Ink("accent1")) for box in bars))
        made = led({"Title": title}, on).get("Kicker")
        assert (made.box.y < title.box.y if made else None) is is_above
        assert made is None or (made.name, made.styles[0].align) == ("", "centre")


def test_the_line_that_tells_which_part_it_is_stands_over_a_line_that_is_drawn_there() -> None:
    title = titled(box=points(120, 300, 720, 100))
    kicker = place("Subtitle", points(120, 200, 720, 98), 24.0, anchor="bottom")
    ruled = rectangle("Rule", points(0, 280, 960, 10), Ink("accent1"))
    free, over = (led({"Title": title, "Kicker": kicker}, found(items=one))["Kicker"] for one in ((), (ruled,)))
    assert free.box.bottom > ruled.box.y >= over.box.bottom


def test_the_slide_that_opens_gives_its_title_the_width_of_the_page_and_what_two_lines_lack_under_it() -> None:
    opens = found(name="First slide", is_made=True)
    title, low = titled(box=points(320, 100, 320, 120)), place("Subtitle", points(320, 222, 320, 40), 18.0)
    made = block(title, low, opens)
    assert made["Title"].box.x < points(100, 0, 0, 0).x
    assert made["Title"].box.x + made["Title"].box.right == WIDE.width
    assert made["Title"].box.bottom <= made["Subtitle"].box.y < low.box.y
    assert made["Subtitle"].box.bottom == low.box.bottom
    # Where a ground shades off to what it cannot be read on, it keeps to its words.
    shown = picture_of(((0.0, "30902C", 100), (1.0, "98C038", 100)), 0.0, WIDE[2:])
    shade = Image(GRADIENT, WIDE, shown, "png", 96, 54, Span(Source("", ""), 0, 0))
    left = titled(box=points(60, 100, 320, 120), align="left", ink=Ink("ground"))
    shaded = found(name="First slide", is_made=True, items=(shade,))
    assert block(left, low, shaded)["Title"].box.right == left.box.right < block(left, low, opens)["Title"].box.right


@pytest.mark.parametrize(("align", "is_cut"), [("right", True), ("left", False), ("centre", False)])
def test_letters_that_would_run_over_what_a_picture_shows_keep_to_the_clear_end_of_their_place(
    align: str, is_cut: bool
) -> None:
    shown = Pillow.new("RGB", (96, 54), "#701080")
    for at in range(45 * 54):
        shown.putpixel((at % 45, at // 45), (0, 0, 0) if (at % 45 + at // 45) % 2 else (255, 255, 255))
    shown.save(file := io.BytesIO(), "png")
    art = Image("Art", WIDE, file.getvalue(), "png", 96, 54, Span(Source("", ""), 0, 0))
    title = titled(align=align, ink=Ink("ground"), box=points(40, 200, 880, 100))
    made = block(title, place("Subtitle", points(40, 320, 880, 100), 24.0, align=align), found(items=(art,)))["Title"]
    assert (made.box.x > points(450, 0, 0, 0).x) is is_cut
    assert made.box.right == title.box.right
    assert (made.box.y < title.box.y) is is_cut  # for a second line


def test_a_title_that_a_form_is_drawn_for_stays_on_that_and_becomes_no_smaller() -> None:
    form = rectangle("Ribbon", points(200, 30, 560, 80), Ink("accent1"))
    rays = rectangle("Rays", points(0, 430, 960, 110), Ink("accent1"))
    made = cover(points(210, 40, 540, 60), points(60, 130, 840, 350), form, rays)
    assert form.box.holds(made["Title"].box)
    low = rectangle("Line", points(0, 300, 960, 240), Ink("accent1"))
    assert cover(points(60, 220, 840, 60), points(60, 285, 840, 60), low)["Title"].sizes_pt[0] >= 40
