"""Sizes and inks in which text can be read on a template."""

from collections import Counter

from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.fit import fit
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Ink, Style, disc, rectangle
from talkbuilder.layout.theme import Placeholder
from talkbuilder.outputs.pptx.template.colours import hue_of
from talkbuilder.outputs.pptx.template.fallback import StandIns
from talkbuilder.outputs.pptx.template.layouts import Found, Slot
from talkbuilder.outputs.pptx.template.legibility import (
    contrast_on,
    furniture,
    most_of,
    number_place,
    readable,
    share_of,
    sizes,
    with_links,
)
from talkbuilder.outputs.pptx.template.shapes import Look
from talkbuilder.talk.talk import plain
from talkbuilder.units import Box
from tests.templates import found, points, read_of, slot

_OURS = Box(0, 0, 12_192_000, 6_858_000)


def placed(number: Slot, layout: Found) -> Placeholder:
    made = number_place(number, layout)
    assert made is not None
    return made


def test_sizes_end_at_the_least_or_a_little_below_it() -> None:
    assert sizes(33, 26, _OURS) == (33, 32, 28, 24)
    assert sizes(33, 27, _OURS) == (33, 32, 28, 24)
    assert sizes(33, 28, _OURS) == (33, 32, 28)
    assert sizes(33, 28, _OURS._replace(height=_OURS.height // 2)) == (33, 32, 28, 24, 20, 18)
    assert sizes(33, 28, _OURS._replace(height=_OURS.height * 5 // 4)) == (33, 32)
    assert sizes(11, 10, _OURS) == (18,)


def test_an_ink_that_can_be_read_is_kept_one_that_nearly_can_is_darkened_and_another_changed() -> None:
    style = Style(20.0, ink=Ink("accent1"), bullet_ink=Ink("accent2"))
    on_white = readable((style,), 24.0, Counter(("FFFFFF",)), found().palette)
    assert on_white == (style,)
    small = readable((style,), 20.0, Counter(("FFFFFF",)), found().palette)
    assert (rgb(small[0].ink, found().palette.inks), small[0].bullet_ink) == ("4273AF", Ink("accent2"))
    pale = readable((Style(20.0, ink=Ink("accent3")),), 20.0, Counter(("FFFFFF",)), found().palette)
    assert pale[0].ink == Ink("text")  # 2.2 to 1
    dark = readable((style,), 24.0, Counter(("101010",)), found().palette)
    assert (dark[0].ink, dark[0].bullet_ink) == (Ink("accent1"), Ink("accent2"))
    marked = readable((Style(20.0, bullet_ink=Ink("accent3")),), 20.0, Counter(("FFFFFF",)), found().palette)
    assert marked[0].bullet_ink == Ink("accent3")  # which nobody reads
    one_of_two = readable((style,), 24.0, Counter(("101010", "4F4FB0")), found().palette)
    assert (one_of_two[0].ink, one_of_two[0].bullet_ink) == (Ink("ground"), Ink("ground"))
    layout = found()
    layout.palette.inks.update(dict.fromkeys(("text", "ground", "dark1", "light1"), "808080"))
    (grey,) = readable((Style(20.0, ink=Ink("accent1")),), 20.0, Counter(("808080",)), layout.palette)
    assert contrast(rgb(grey.ink, layout.palette.inks), "808080") >= 4.5


def test_a_large_orange_is_no_darker_than_it_must_be_and_redder_so_that_it_is_no_brown() -> None:
    layout = found()
    layout.palette.inks["own FF9900"] = "FF9900"
    (title,) = readable((Style(40.0, ink=Ink("own FF9900")),), 40.0, Counter(("FFFFFF",)), layout.palette)
    made = rgb(title.ink, layout.palette.inks)
    assert 3.5 < contrast(made, "FFFFFF") < 4.2
    assert hue_of(made) < 28 / 360 < hue_of("FF9900")


def test_where_no_ink_is_read_everywhere_it_is_that_which_is_read_on_most() -> None:
    grounds = Counter({"187890": 90, "40A820": 10})  # on which white has 5.1 and 3.1, black 4.1 and 6.8
    (style,) = readable((Style(20.0, Ink("light1")),), 20.0, grounds, found().palette)
    assert style.ink == Ink("light1")


def test_an_ink_through_which_its_ground_shines_is_kept_as_far_as_it_is_read() -> None:
    on_white, palette = Counter(("FFFFFF",)), found().palette
    for opacity_percent, is_kept in ((80, True), (50, False)):
        style = Style(20.0, ink=Ink("text", opacity_percent=opacity_percent))
        (made,) = readable((style,), 12.0, on_white, palette)
        assert (made.ink == style.ink) is is_kept
        assert contrast_on(rgb(made.ink, palette.inks), on_white, made.ink.opacity_percent) >= 4.5


def test_what_is_rare_beneath_a_text_does_not_count() -> None:
    assert most_of(Counter({"FFFFFF": 970, "000000": 20})) == {"FFFFFF"}
    assert contrast_on("000000", Counter({"FFFFFF": 970, "000000": 20})) == contrast("000000", "FFFFFF")
    assert most_of(Counter({"FFFFFF": 900, "000000": 100})) == {"FFFFFF", "000000"}


def test_the_themes_dark_and_light_serve_where_text_and_ground_cannot_be_read() -> None:
    layout = found()
    layout.palette.inks.update(text="A0A0A0", ground="A0A0A0")
    on_white = readable((Style(20.0),), 12.0, Counter(("FFFFFF",)), layout.palette)
    assert on_white[0].ink == Ink("dark1")
    layout.palette.inks.update(text="303030", ground="303030")
    on_black = readable((Style(20.0),), 24.0, Counter(("202020",)), layout.palette)
    assert on_black[0].ink == Ink("light1")


def test_what_is_light_on_a_colour_gets_a_deep_shade_of_that_and_grey_what_is_read_best() -> None:
    inks = found().palette.inks
    (deep,) = readable((Style(40.0, Ink("light1")),), 40.0, Counter(("1ABC9C",)), found().palette)
    red, green, _ = bytes.fromhex(rgb(deep.ink, inks))
    assert green > 4 * red
    assert contrast(rgb(deep.ink, inks), "1ABC9C") >= 4.5
    pale = Style(40.0, Ink("light1"), bullet="•", bullet_ink=Ink("light1"))
    (bulleted,) = readable((pale,), 40.0, Counter(("8FB52F",)), found().palette)  # on which white marks are just seen
    assert bulleted.bullet_ink == bulleted.ink != Ink("light1")
    layout = found()
    layout.palette.inks.update(accent1="636466")
    (light,) = readable((Style(40.0, Ink("accent1")),), 40.0, Counter(("636466",)), layout.palette)
    assert light.ink == Ink("ground")  # of which black has 3.5 to 1, and white 5.9


def test_letters_on_a_slide_that_stands_upright_are_as_large_as_its_width_allows() -> None:
    upright = Box(0, 0, _OURS.height, _OURS.width)
    assert share_of(upright) == share_of(Box(0, 0, _OURS.height, _OURS.height * 3 // 4))
    assert share_of(upright) < 1


def test_the_place_of_a_number_is_as_wide_as_three_figures_and_stays_on_the_slide() -> None:
    for align in ("left", "centre", "right"):
        style = Style(12.0, align=align)
        narrow, wide = (
            placed(slot("sldNum", box, style), found()).box
            for box in (points(940, 500, 10, 20), points(800, 500, 100, 20))
        )
        assert narrow.width == wide.width
        assert wide.width < points(800, 500, 100, 20).width
        assert narrow.right <= _OURS.width


def test_numbers_and_footers_are_as_large_on_a_larger_slide_beside_all_of_it() -> None:
    number, ours = slot("sldNum", points(880, 500, 40, 20), Style(8.0)), found()
    assert placed(number, ours).sizes_pt == (12.0,)
    larger = _OURS._replace(width=_OURS.width * 3 // 2, height=_OURS.height * 3 // 2)
    made = number_place(number, structs.replace(ours, page=larger))
    assert made is not None
    assert made.sizes_pt == (18.0,)


def test_a_number_stands_beside_what_it_cannot_be_read_on() -> None:
    stripe = rectangle("Stripe", points(806, 480, 12, 60), Ink("dark1"))
    layout = found(items=(stripe,))
    box = points(800, 500, 24, 20)
    made = placed(slot("sldNum", box, Style(12.0)), layout)
    assert not made.box.meets(stripe.box)
    assert made.is_moved
    assert abs(made.box.x - box.x) < 3 * box.width
    low = slot("sldNum", points(800, 500, 23.8, 20), Style(12.0, align="right"))
    for x in range(780, 824):  # wherever that begins, it has air before it
        logo = [rectangle("Logo", points(at, 480, 10, 60), Ink("dark1")) for at in range(x, x + 136, 20)]
        made = placed(low, found(items=tuple(logo)))
        assert made.box.right == low.box.right or logo[0].box.x - made.inner.right >= points(6, 0, 0, 0).x


def test_a_white_number_that_is_read_in_large_letters_alone_is_large_and_stays_white() -> None:
    number = slot("sldNum", points(800, 500, 60, 30), Style(12.0, ink=Ink("light1")))
    for bar, size_pt, is_white in (("dark2", 12, True), ("accent1", 18.7, True), ("accent3", 12, False)):
        layout = found(items=(rectangle("Bar", points(0, 480, 960, 60), Ink(bar)),))
        made = placed(number, layout)
        style = made.styles[0]
        assert (made.sizes_pt[0], style.ink == Ink("light1"), style.bold) == (size_pt, is_white, size_pt > 12)


def test_a_number_and_a_footer_stand_in_a_bar_that_holds_a_line_of_them_and_no_air() -> None:
    bar = rectangle("Bar", points(0, 490, 960, 18), Ink("dark2"))
    white, insets = Style(12.0, ink=Ink("light1"), align="right"), (91_440, 45_720, 91_440, 45_720)
    number = slot("sldNum", points(0, 490, 54, 18), white, insets=insets)
    footer = slot("ftr", points(300, 490, 300, 18), white, insets=insets, text="A parish")
    layout = found(number, footer, items=(bar,))
    for place in (placed(number, layout), furniture(layout)["Footer"]):
        assert (place.box.y, place.box.height) == (bar.box.y, bar.box.height)
        assert place.styles[0].ink == Ink("light1")
        assert not fit("foot", (plain("888", Span(Source("", ""), 0, 0)),), place, layout.fonts).surplus
    low = furniture(found(structs.replace(footer, box=points(300, 490, 300, 9), styles=(Style(12.0),))))["Footer"]
    assert (low.box.height > points(0, 0, 0, 18).height, low.is_moved) == (True, True)


def test_a_number_keeps_off_what_it_could_be_read_on_but_for_its_edge_unless_that_is_its_badge() -> None:
    box = points(800, 500, 24, 20)
    pale = rectangle("Pale", points(812, 480, 12, 60), Ink("own C0C0C0"))
    layout = found(items=(pale,))
    layout.palette.inks["own C0C0C0"] = "C0C0C0"
    assert not placed(slot("sldNum", box, Style(12.0)), layout).box.meets(pale.box)
    badge = rectangle("Badge", points(795, 495, 40, 30), Ink("accent1"))
    assert placed(slot("sldNum", box, Style(12.0)), found(items=(badge,))).box.x == box.x
    # It may be as wide as a round one, whatever lies beside that.
    middle, bar = points(812, 510, 0, 0), rectangle("Bar", points(0, 508, 960, 32), Ink("dark1"))
    for radius in (13, 18):
        badge = disc("Badge", (middle.x, middle.y), points(radius, 0, 0, 0).x, Ink("own C0C0C0"))
        layout = found(items=(bar, badge))
        layout.palette.inks["own C0C0C0"] = "C0C0C0"
        made = placed(slot("sldNum", box, Style(12.0, align="centre")), layout)
        assert (made.box.x, made.styles[0].ink) == (points(800.6, 0, 0, 0).x, Ink("text")), radius


def test_there_is_no_number_where_the_template_prints_one_or_nothing_is_free() -> None:
    number = slot("sldNum", points(800, 500, 24, 20), Style(12.0))
    lines = tuple(rectangle("Line", points(x, 480, 10, 60), Ink("dark1")) for x in range(0, 960, 20))
    assert number_place(number, found(items=lines)) is None
    printed = found()
    printed = structs.replace(printed, read_look=lambda: Look((), (), has_number=True))
    assert number_place(number, printed) is None


def test_links_that_cannot_be_read_get_an_ink_of_their_own() -> None:
    text = slot("body", points(60, 100, 320, 160))
    night = found(text, name="one", items=(rectangle("All", _OURS, Ink("dark1")),))
    read = read_of(night)
    layout = structs.replace(StandIns(read, {})["Bullets"], part="one.xml", palette=dict(night.palette.inks))
    linked = with_links(layout, (read_of(found(text, name="of another master")), read))
    assert set(linked.shades) == {"link"}
    assert contrast(linked.palette["link"], "000000") >= 4.5
    other = found(text, name="one")
    assert with_links(structs.replace(layout, palette=other.palette.inks), (read_of(other),)).shades == layout.shades
