"""The inks of our layouts on a template's master: of what lies beneath, of what is drawn, and of texts."""

from io import BytesIO
from typing import Any

import PIL.Image
import pytest
from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.geo.drawing import NIGHT as NIGHT_INK
from talkbuilder.geo.drawing import marking, origin
from talkbuilder.layout.inks import TINTS, mixed, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Image, Ink, Shape, Stroke, Style, rectangle
from talkbuilder.layout.theme import SLIDE_NUMBER, Colours
from talkbuilder.outputs.pptx.foreign import in_own_colours
from talkbuilder.outputs.pptx.template.colours import Palette, apart, between, hue_of, is_golden, saturation
from talkbuilder.outputs.pptx.template.fallback import StandIns
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.themes.layouts import NIGHT
from tests.templates import OFFICE, found, points, read_of, slot

_TEXT = slot("body", points(60, 100, 320, 160))
_WHOLE = points(0, 0, 960, 540)
_GREY = "808080"
_TITLE = slot("title", points(60, 30, 840, 90), Style(40.0, align="centre", font="titles"))


def made(*layouts: Found, **more: Any) -> StandIns:
    return StandIns(read_of(*(layouts or (found(),)), **more), {})


def colours(*layouts: Found, **more: Any) -> Colours:
    inks = made(*layouts, **more)["Drawing"].palette
    return Colours(**{name: inks[name] for name in Colours.__struct_fields__})


# Ground and text


def test_the_ground_is_what_lies_beneath_the_free_area() -> None:
    blue = found(_TEXT, items=(rectangle("All", _WHOLE, Ink("dark2")),))
    assert colours(blue).light1 == "1F497D"
    assert colours(found(_TEXT)).light1 == "FFFFFF"
    assert contrast(colours(blue).dark1, "1F497D") >= 7
    named = made(blue)["Drawing"]
    assert {"dark1", "light1", "text", "ground"} <= set(named.shades)
    assert not {"text", "ground"} & set(made(found(_TEXT))["Drawing"].shades)


def test_what_is_drawn_dark_is_of_the_house_and_no_black() -> None:
    blue = structs.replace(OFFICE, dark1="000000", accent1="145A78")
    inks = made(found(_TEXT), colours=blue)["Drawing"].palette
    assert inks["text"] == "000000"
    assert contrast(inks["dark1"], "FFFFFF") > 14 > contrast(inks["dark2"], "FFFFFF")
    assert all(between(hue_of(inks[one]), hue_of("145A78")) < 0.03 for one in ("dark1", "dark2"))


def test_pictures_of_the_night_are_dark_on_whatever_template() -> None:
    for layout in (found(), found(items=(rectangle("All", _WHOLE, Ink("dark2")),))):
        for name in NIGHT - {"Cover with drawing"}:
            inks = made(layout)[name].palette
            assert contrast(inks["ground"], "FFFFFF") >= 7
            assert contrast(inks["text"], inks["ground"]) >= 7
            assert contrast(inks["text"], inks["accent1"]) >= 4.5  # land, on which names stand


# Accents


def drawn(*shapes: tuple[str, float], **more: Any) -> Found:
    """A layout that draws shapes of inks, so many points wide; a name of six figures is a colour of its own."""
    palette = Palette(OFFICE, {})
    palette.inks.update({ink: ink for ink, _ in shapes if ink not in palette.inks})
    items = tuple(rectangle("One", points(0, 0, width, 1), Ink(ink)) for ink, width in shapes)
    return found(palette=palette, items=items, **more)


def accents(*layouts: Found, **more: Any) -> list[str]:
    inks = colours(*layouts, **more)
    return [getattr(inks, f"accent{number}") for number in range(1, 7)]


def test_what_a_template_is_drawn_in_are_its_accents_the_largest_first() -> None:
    first, second, *_ = accents(drawn(("AA0000", 10), ("0000AA", 20)))
    assert int(first[4:], 16) > int(first[:2], 16)  # a blue of the theme's
    assert int(second[:2], 16) > int(second[4:], 16)  # a red
    assert accents(drawn(("AA0000", 10), ("accent3", 1)))[0] == accents(found())[0]


def test_grey_is_no_accent() -> None:
    assert accents(drawn((_GREY, 10))) == accents(found())
    assert accents(drawn(("554444", 5), ("AA0000", 10)))[0] == accents(drawn(("AA0000", 10)))[0]


@pytest.mark.parametrize("ground", ["FFFFFF", "10182B", "777777"])
def test_accents_are_seen_on_their_ground_and_told_apart_in_grey_print(ground: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, accent1="4F81BD", accent2="4F81BD", accent3="FFFF00")
    first, second, third, *others = accents(found(palette=Palette(theme, {})), colours=theme)
    assert all(contrast(one, ground) >= 3 for one in (first, third, *others))
    assert contrast(second, ground) >= (3 if ground == "10182B" else 1.5)  # by day a gold has an outline
    if ground != "777777":  # between black and white there is no room for three
        assert all(contrast(second, one) >= 1.3 for one in (first, third))
        assert (first == third) == (ground == "FFFFFF")  # the one colour of a house


@pytest.mark.parametrize(("ground", "name"), [("FFFFFF", "Drawing"), ("10182B", "Scene")])
def test_a_gold_that_would_turn_mud_shines_beside_another_accent(ground: str, name: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, dark1="FFFFFF" if name == "Scene" else "10182B")
    theme = structs.replace(theme, accent1="F0C05A", accent2="2A6A96")
    inks = StandIns(read_of(found(_TITLE, palette=Palette(theme, {})), colours=theme), {})[name].palette
    assert inks["accent1"][4:] > inks["accent1"][:2]  # a blue
    assert inks["accent2"][:2] > inks["accent2"][4:]  # a gold


def test_a_gold_keeps_its_colour_on_dark_and_is_never_what_is_large() -> None:
    theme = structs.replace(OFFICE, light1="2A0F16", dark1="F6ECD6", accent1="D6AA58", accent2="9CC2B4")
    first, second, *_ = accents(found(palette=Palette(theme, {})), colours=theme)
    assert not is_golden(first)
    assert second == "D6AA58"


def test_texts_have_the_ink_of_titles_where_their_own_is_read_less_well() -> None:
    title = structs.replace(_TITLE, styles=(Style(36.0, Ink("light1")),))
    blue = found(title, items=(rectangle("All", _WHOLE, Ink("own 0072BC")),))
    blue.palette.own("0072BC")
    body = structs.replace(_TEXT, styles=(Style(28.0, Ink("dark1")),))
    assert made(blue, master=found(body))["Drawing"].palette["text"] == "FFFFFF"


def test_on_a_ground_between_dark_and_light_white_texts_stay_white() -> None:
    red = found(items=(rectangle("All", _WHOLE, Ink("own EC3750")),))
    red.palette.own("EC3750")
    body = structs.replace(_TEXT, styles=(Style(28.0, Ink("light1")),))
    inks = made(red, master=found(body))["Drawing"].palette
    assert inks["text"] == "FFFFFF"
    assert contrast(inks["soft"], "EC3750") >= 4.5
    assert all(contrast(inks[f"accent{at}"], "000000") > contrast("EC3750", "000000") for at in (1, 3, 4, 5, 6))


def test_a_text_of_a_colour_between_dark_and_light_is_dark_on_white_and_so_are_outlines() -> None:
    body = structs.replace(_TEXT, styles=(Style(28.0, Ink("own 0087A9")),))
    teal = found(body)
    teal.palette.own("0087A9")
    teal.palette.inks.update(dict.fromkeys(("text", "soft", "dark1", "dark2"), "48797B"))
    assert contrast(made(teal, master=found(body))["Drawing"].palette["dark1"], "FFFFFF") >= 7


# What can be read


@pytest.mark.parametrize("ground", ["FFFFFF", "000000", "4F81BD", "777777"])
def test_every_text_of_ours_can_be_read(ground: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, accent1=ground, accent2="FFFFCC", dark2=ground)
    for layout in StandIns(read_of(found(_TITLE, palette=Palette(theme, {})), colours=theme), {}).values():
        on_page = rgb(layout.background, layout.palette)
        grounds = (on_page,) if layout.is_dark else (on_page, *(layout.palette[ink] for ink in ("ground", "panel")))
        for place in layout.placeholders.values():
            enough = 3.0 if place.sizes_pt[0] >= 24 else 4.5  # smaller ones get another ink, each by itself
            if place.name in ("Text", "Contact", "Title"):
                for style in place.styles:
                    best = max(contrast(rgb(style.ink, layout.palette), one) for one in grounds)
                    assert best >= enough, (layout.name, place.name)


@pytest.mark.parametrize("ground", ["FFFFFF", "111111", "3060A0"])
def test_a_panel_is_seen_and_large_coloured_texts_are_read_on_it(ground: str) -> None:
    layout = found()
    layout.palette.inks.update({"ground": ground, "panel": "555555"})
    inks = made(layout)["Drawing"].palette
    assert contrast(inks["panel"], inks["ground"]) >= (1.3 if ground == "111111" else 1.15)
    assert contrast(inks["text"], inks["panel"]) >= 4.5
    for name in ("accent1", "accent3"):
        assert contrast(inks[name], inks["panel"]) >= 3.0
        assert contrast(inks[name], inks["ground"]) >= 4.5


def test_on_a_dark_blue_page_panels_are_lighter_blues_and_so_is_the_night() -> None:
    theme = structs.replace(OFFICE, light1="002040", dark1="FFFFFF", light2="808080")
    house = made(found(palette=Palette(theme, {})), colours=theme)
    panel, night = house["Drawing"].palette["panel"], house["Scene"].palette["ground"]
    assert between(hue_of(panel), hue_of("002040")) < 0.03
    assert contrast(panel, "002040") > 1.6  # so that what is darker than it is seen as well
    assert contrast(night, "002040") > 1.25


def test_what_marks_keeps_its_colour_on_dark() -> None:
    theme = structs.replace(OFFICE, light1="2E3037", dark1="FFFFFF", light2="47494F", dark2="DDDDDD")
    theme = structs.replace(theme, accent1="39C0BA", accent2="F35B69", accent3="90E6E2")
    inks = StandIns(read_of(found(_TITLE, palette=Palette(theme, {})), colours=theme), {})["Drawing"].palette
    assert saturation(inks["accent3"]) > 0.5 * saturation("F35B69")


def test_the_edge_of_a_stamp_is_no_colour_of_a_template() -> None:
    grey = structs.replace(OFFICE, **{f"accent{number}": f"{number}{number}" * 3 for number in range(3, 7)})
    grey = structs.replace(grey, accent1="999999", accent2="888888")
    palette = Palette(grey, {})
    blue = palette.own("2030C0")
    stamp = rectangle("Stamp", points(820, 8, 120, 30), None, Stroke(blue, 1))
    bar = rectangle("Bar", points(0, 0, 960, 30), blue)
    inks = {
        one.name: made(found(items=(one,), palette=palette), colours=grey)["Drawing"].palette for one in (stamp, bar)
    }
    assert saturation(inks["Stamp"]["accent1"]) < 0.15 < saturation(inks["Bar"]["accent1"])


def test_the_night_is_no_gold_made_dark_and_its_lights_no_colour_of_the_page() -> None:
    colours = structs.replace(OFFICE, dark2="000000", accent1="E0B040", accent2="3060A0")
    palette = Palette(colours, {})
    page = found(palette=palette, background=palette.own("92D050"))
    night = made(page, colours=colours)["Scene"].palette
    assert not is_golden(night["ground"])
    assert saturation(night["light1"]) < 0.05


def test_a_loud_red_is_no_large_area_and_marks() -> None:
    colours = structs.replace(OFFICE, dark2="6070F0", accent1="E1000F")
    page = found(palette=Palette(colours, {}), background=Ink("dark2"))
    house = made(found(palette=Palette(colours, {})), page, page, colours=colours)
    for one in (house["Scene"].palette["ground"], house["Drawing"].palette["accent1"]):
        assert between(hue_of(one), hue_of("6070F0")) < 0.05
    assert between(hue_of(house["Drawing"].palette["accent3"]), hue_of("E1000F")) < 0.02


def test_an_orange_that_a_house_shows_marks_and_no_second_red() -> None:
    theme = structs.replace(OFFICE, accent1="D14414", accent2="0082C7", accent5="E5B0AA")
    shown = drawn(("D14414", 900))
    inks = colours(structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks)), colours=theme)
    assert between(hue_of(inks.accent3), hue_of("D14414")) < 0.012 < between(hue_of("E5B0AA"), hue_of("D14414"))


def test_where_a_theme_is_a_programs_a_colour_in_which_texts_are_set_marks() -> None:
    text = structs.replace(_TEXT, styles=(Style(28.0, Ink("own BF3227")),))
    shown = drawn(*(("468AB2", width) for width in range(880, 960)), read_slots=lambda: (text,))
    shown.palette.own("BF3227")
    inks = colours(shown, colours=structs.replace(OFFICE, accent1="4F81BD"))
    assert between(hue_of(inks.accent3), hue_of("BF3227")) < 0.02
    assert between(hue_of(inks.accent1), hue_of("468AB2")) < 0.012  # and no teal beside the blue of the house


@pytest.mark.parametrize("gold", [OFFICE.accent6, "C9822B"])
def test_a_number_to_call_is_in_the_colour_of_what_to_do_in_danger_where_gold_is_not_read(gold: str) -> None:
    theme = structs.replace(OFFICE, accent6=gold)
    layout = made(found(_TITLE, _TEXT, palette=Palette(theme, {})), colours=theme)["Poster"]
    styles = (*layout.placeholders["Contact"].styles, *layout.placeholders["Second"].styles)
    inks = {rgb(one.strong_ink or one.ink, layout.palette) for one in styles}
    assert inks == {layout.palette["accent3"]}


@pytest.mark.parametrize("ground", ["FFFFFF", "000000"])
def test_slide_numbers_are_seen(ground: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, dark1="FFFFFF" if ground == "000000" else "000000")
    palette = Palette(theme, {})
    number = slot("sldNum", points(800, 500, 100, 30), Style(12.0, palette.own("767676")))
    layout = made(found(_TITLE, number, palette=palette), colours=theme)["Drawing"]
    ink = layout.placeholders[SLIDE_NUMBER].styles[0].ink
    assert 7 <= contrast(rgb(ink, layout.palette), ground) < 12


@pytest.mark.parametrize(("shown", "is_red"), [("E1000F", True), ("FFCB05", False)])
def test_a_house_of_loud_reds_alone_is_deep_red_and_one_of_gold_is_grey(shown: str, is_red: bool) -> None:
    every = {f"accent{number}": shown for number in range(1, 7)}
    house = made(drawn((shown, 900)), colours=structs.replace(OFFICE, **every))
    inks, night = house["Drawing"].palette, house["Scene"].palette
    assert (saturation(inks["accent1"]) > 0.3) == is_red
    assert contrast(inks["accent1"], "FFFFFF") > 4.5
    assert saturation(night["ground"]) < 0.35  # no lurid night
    mist = mixed(inks["dark2"], inks["ground"], TINTS["mist"].opacity_percent)
    assert is_red or contrast(inks["accent3"], mist) > 2.5  # told by its lightness


def test_what_a_house_draws_in_is_its_night_and_what_is_large_and_another_hue_marks() -> None:
    house = made(
        drawn(*(("220088", width) for width in range(930, 960))), colours=structs.replace(OFFICE, accent1="007030")
    )
    inks, by_night = house["Drawing"].palette, house["Scene"].palette
    for one in (inks["accent1"], by_night["ground"]):
        assert between(hue_of(one), hue_of("220088")) < 0.03, one
    assert between(hue_of(inks["accent3"]), hue_of("220088")) > 0.1


def test_night_and_day_have_the_same_hues() -> None:
    palette = Palette(OFFICE, {})
    house = made(found(palette=palette, background=palette.own("92D050")))
    by_day, by_night = house["Drawing"].palette, house["Scene"].palette
    for name in ("accent1", "accent2", "accent3"):
        assert between(hue_of(by_day[name]), hue_of(by_night[name])) < 0.05, name


def test_numbers_that_are_not_marked_are_seen_and_told_from_those_that_are() -> None:
    for ground, ink in (("FFFFFF", "000000"), ("3A3F86", "FFFFFF"), ("FFFFFF", "595959"), ("92D050", "000000")):
        theme = structs.replace(OFFICE, light1=ground, dark1=ink)
        inks = made(found(palette=Palette(theme, {})), colours=theme)["Drawing"].palette
        grey = mixed(inks["dark2"], ground, TINTS["mist"].opacity_percent)
        assert contrast(grey, ground) >= 2.95, ground
        assert contrast(inks["accent3"], grey) >= 1.35, ground


@pytest.mark.parametrize("own", ["3333CC", "44546A"])
def test_quiet_texts_are_in_no_colour_that_titles_do_not_have(own: str) -> None:
    theme = structs.replace(OFFICE, dark2=own)
    title = structs.replace(_TITLE, styles=(structs.replace(_TITLE.styles[0], ink=Ink("soft")),))
    for slots, is_kept in ((_TEXT,), False), ((_TEXT, title), True):
        layout = found(*slots, palette=Palette(theme, {}))
        inks = made(layout, master=layout, colours=theme)["Drawing"].palette
        assert (inks["soft"] == own) == is_kept


def test_on_a_black_page_panels_are_in_the_colour_of_the_house_and_areas_of_a_map_no_mud() -> None:
    black = structs.replace(OFFICE, light1="000000", dark1="FFFFFF", accent1="4F81BD", light2="EEECE1")
    shown = drawn(*(("00B0F0", width) for width in range(880, 960)))
    layout = made(structs.replace(shown, palette=Palette(black, {}).having({"00B0F0": "00B0F0"})), colours=black)["Map"]
    assert between(hue_of(layout.palette["panel"]), hue_of("00B0F0")) < 0.02
    assert not is_golden(rgb(origin(layout), layout.palette))


def test_the_colour_of_one_layouts_title_is_none_of_the_house() -> None:
    theme = structs.replace(OFFICE, **{f"accent{at}": "A9A57C" for at in range(1, 7)})
    title = structs.replace(_TITLE, styles=(structs.replace(_TITLE.styles[0], ink=Ink("own 000099")),))
    bar = drawn(*(("689C9A", width) for width in range(920, 960)))
    other = drawn(("689C9A", 1), read_slots=lambda: (title,))
    other.palette.own("000099")
    inks = colours(bar, other, bar, colours=theme)
    assert between(hue_of(inks.accent1), hue_of("689C9A")) < 0.03


def test_a_house_of_a_pale_and_a_bright_yellow_has_grey_beside_them() -> None:
    libre = structs.replace(OFFICE, accent1="18A303", accent2="0369A3", accent6="C9211E")
    shown = (*(("FFF5CE", width) for width in range(900, 960)), *(("FFDE59", width) for width in range(940, 960)))
    assert saturation(colours(drawn(*shown), colours=libre).accent1) < 0.1


def test_quiet_texts_are_no_darker_than_others() -> None:
    theme = structs.replace(OFFICE, dark2="000000")
    layout = found(structs.replace(_TEXT, styles=(Style(28.0, Ink("own 505050")),)), palette=Palette(theme, {}))
    layout.palette.own("505050")
    inks = made(layout, master=layout, colours=theme)["Drawing"].palette
    assert contrast(inks["soft"], "FFFFFF") <= contrast(inks["text"], "FFFFFF") < 9


def test_a_slate_is_no_hue_of_the_night() -> None:
    colours = structs.replace(OFFICE, dark1="1C232F", dark2="44546A", accent1="A166FF")
    ground = made(found(palette=Palette(colours, {})), colours=colours)["Scene"].palette["ground"]
    assert between(hue_of(ground), hue_of("A166FF")) < 0.02


@pytest.mark.parametrize(("colour", "ink"), [("443ADE", "FFFFFF"), ("EEEECC", "EEEECC")])
def test_a_title_that_is_not_read_on_a_page_of_texts_alone_is_in_their_ink(colour: str, ink: str) -> None:
    palette = Palette(OFFICE, {})
    white = structs.replace(_TEXT, styles=(Style(20.0, Ink("light1")),) * 5)
    title = structs.replace(_TITLE, styles=(Style(40.0, palette.own(colour)),) * 5)
    page = found(white, palette=palette, background=palette.own("110B41"))
    drawn = made(page, master=found(title, palette=palette))["Drawing"]
    assert rgb(drawn.placeholders["Title"].styles[0].ink, drawn.palette) == ink


def test_texts_that_are_white_on_a_colour_and_not_read_are_a_deep_shade_of_that_as_titles_are() -> None:
    palette = Palette(OFFICE, {})
    white = structs.replace(_TEXT, styles=(Style(20.0, Ink("light1")),) * 5)
    layout = found(white, palette=palette, background=palette.own("8FB52F"))
    text = made(layout, master=layout)["Drawing"].palette["text"]
    assert between(hue_of(text), hue_of("8FB52F")) < 0.02 < saturation(text)
    assert contrast(text, "8FB52F") >= 4.5


def test_on_coloured_paper_what_is_drawn_white_is_white() -> None:
    palette = Palette(OFFICE, {})
    inks = made(found(palette=palette, background=palette.own("92D050")))["Drawing"].palette
    assert inks["light1"] == "FFFFFF"
    assert contrast(inks["panel"], "000000") > contrast("92D050", "000000")


@pytest.mark.parametrize(("accent1", "is_seen"), [("4F81BD", True), ("007030", False)])
def test_pictures_tell_the_colours_of_a_house_whose_theme_is_a_programs_own(accent1: str, is_seen: bool) -> None:
    theme = structs.replace(OFFICE, accent1=accent1)
    out = BytesIO()
    PIL.Image.new("RGB", (40, 40), "#8A2020").save(out, "PNG")
    logo = Image("Logo", points(0, 0, 200, 60), out.getvalue(), "png", 40, 40, Span(Source("", ""), 0, 0))
    first = made(found(items=(logo,), palette=Palette(theme, {})), colours=theme)["Drawing"].palette["accent1"]
    assert (between(hue_of(first), 0.0) < 0.02) == is_seen


def test_a_house_that_shows_a_hue_has_none_of_a_programs_theme_nor_its_beige() -> None:
    blue, teal = "0060B8", "00A898"
    for shown in (blue,), (blue, teal):
        inks = colours(drawn(*((each, width) for each in shown for width in range(880, 900))))
        assert contrast(inks.accent3, shown[-1]) < 1.8, shown  # as it is shown, but for what contrast asks
        assert between(hue_of(inks.accent3), hue_of(shown[-1])) < 0.03 > saturation(inks.light2), shown


def test_what_stands_in_the_middle_of_one_layout_is_no_colour_of_a_house() -> None:
    out = BytesIO()
    PIL.Image.new("RGB", (40, 40), "#509018").save(out, "PNG")
    for box, is_house in ((points(300, 150, 360, 240), False), (points(0, 0, 960, 200), True)):
        picture = Image("Sample", box, out.getvalue(), "png", 40, 40, Span(Source("", ""), 0, 0))
        shown = accents(drawn(*(("0060B8", width) for width in range(880, 900))), found(items=(picture,)))
        assert any(between(hue_of(one), hue_of("509018")) < 0.03 for one in shown) == is_house


def test_links_are_in_the_colour_of_what_is_large_and_say_so_themselves() -> None:
    bar = drawn(*(("007030", width) for width in range(880, 900)))
    for own in ("0000FF", "B06020"):
        theme = structs.replace(OFFICE, accent1="007030", accent2="B06020", link=own)
        page = structs.replace(bar, palette=Palette(theme, {}).having(bar.palette.inks | {"link": own}))
        layout = made(page, colours=theme)["Ask"]
        assert between(hue_of(layout.palette["link"]), hue_of("007030")) < 0.02
        assert contrast(layout.palette["link"], layout.palette["panel"]) >= 4.5
        assert "link" in layout.shades  # else LibreOffice shades it as the text is


def test_a_house_of_loud_colours_has_what_is_large_in_another_that_it_shows() -> None:
    theme = structs.replace(OFFICE, accent1="DF2E28", accent2="FE801A", accent3="E9BF35", accent5="32C7A9")
    shown = drawn(("DF2E28", 900), ("00B8A8", 800))
    inks = colours(structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks)), colours=theme)
    assert between(hue_of(inks.accent1), hue_of("32C7A9")) < 0.03


def test_a_house_of_a_loud_orange_has_what_is_large_in_a_calm_red_of_which_it_shows_little() -> None:
    for width, is_large in ((900, True), (100, False)):
        theme = structs.replace(OFFICE, accent1="D76C23", accent2="881620")
        shown = drawn(*(("D76C23", 900 + at) for at in range(30)), ("881620", width), ("881620", width + 1))
        inks = colours(structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks)), colours=theme)
        assert (saturation(inks.accent1) > 0.3) is is_large, width


def test_a_pure_red_that_a_house_does_not_show_marks_nothing_beside_its_own_hue() -> None:
    theme = structs.replace(OFFICE, accent1="FF0000", accent2="212121", accent3="BAF8FF", accent4="31EBFF")
    theme = structs.replace(theme, accent5="00717D", accent6="004B53")
    shown = drawn(*(("0C343D", 900 + at) for at in range(30)))
    first, _, third, *_ = accents(
        structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks)), colours=theme
    )
    assert first != third
    assert between(hue_of(first), hue_of(third)) < 0.03


def test_what_is_dark_and_grey_beside_a_loud_red_has_none_of_it() -> None:
    inks = colours(drawn(*(("E30513", 900 + at) for at in range(30))))
    assert saturation(inks.accent1) > 0.8
    assert max(map(saturation, (inks.dark1, inks.accent4, inks.accent6))) < 0.1


def test_a_pale_orange_that_a_house_shows_makes_nothing_brown() -> None:
    shown = (*(("F8D0A0", width) for width in range(880, 960)), ("FFFFE8", 940))
    assert saturation(colours(drawn(*shown)).accent1) < 0.1


def test_a_little_that_is_pale_is_no_colour_of_a_house() -> None:
    pale, strong = (accents(drawn(*((shade, width) for width in range(892, 900))))[0] for shade in ("F8C8D8", "B030B0"))
    assert between(hue_of(pale), hue_of(OFFICE.accent1)) < 0.03 < between(hue_of(strong), hue_of(OFFICE.accent1))


@pytest.mark.parametrize("ground", ["0B0F14", "1B192E"])
def test_on_dark_pages_a_panel_is_seen_and_what_is_pale_is_read(ground: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, dark1="FFFFFF", light2="000000", dark2="000000", accent1="7771B2")
    inks = made(found(palette=Palette(theme, {})), colours=theme)["Drawing"].palette
    assert contrast(inks["panel"], inks["ground"]) >= 1.3
    assert contrast(inks["accent6"], inks["ground"]) >= 4.5


def test_over_a_picture_what_is_not_marked_lets_nothing_through() -> None:
    palette = Palette(OFFICE, {})
    half = rectangle("Half", points(0, 0, 480, 540), palette.own("D8E8F0"))
    for items, is_opaque in ((half,), True), ((), False):
        layout = made(found(items=items, palette=palette))["Drawing"]
        bar = rectangle("Bar", points(60, 300, 90, 90), TINTS["mist"])
        (shown,) = in_own_colours(structs.replace(layout, items=(bar,))).items
        assert isinstance(shown, Shape)
        assert ((shown.fill or Ink("none")).opacity_percent == 100) == is_opaque


def test_where_texts_have_a_hue_what_is_not_marked_is_grey() -> None:
    theme = structs.replace(OFFICE, dark1="1D3649", accent1="325C80")
    inks = made(found(palette=Palette(theme, {})), colours=theme)["Drawing"].palette
    assert inks["text"] == "1D3649"
    assert saturation(inks["dark2"]) < 0.08


def test_what_a_program_gave_a_theme_or_somebody_else_marks_nothing() -> None:
    shown = drawn(*(("00467F", width) for width in range(880, 960)), ("008998", 960))
    office = {"accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000"}
    foreign = {"accent1": "00A020", "accent2": "C0392B", "accent3": "D8A000"}
    for others in office | {"accent1": "008998"}, foreign:
        inks = accents(shown, colours=structs.replace(OFFICE, **others))
        assert all(between(hue_of(inks[at]), hue_of("00467F")) < 0.08 for at in (0, 2)), others


def test_a_title_on_its_own_ground_tells_a_colour_and_a_deep_red_is_large() -> None:
    palette = Palette(OFFICE, {})
    bar = structs.replace(_TITLE, fill=palette.own("7A1420"))
    first, _, third, *_ = accents(found(bar, palette=palette))
    assert all(between(hue_of(one), hue_of("7A1420")) < 0.02 for one in (first, third))


def test_what_looks_as_texts_do_marks_nothing() -> None:
    theme = structs.replace(OFFICE, light1="E0E4E7", dark1="6E083B")
    shown = drawn(*((one, width) for one in ("6E083B", "A8D8F0") for width in range(880, 960)))
    shown = structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks | {"text": "6E083B"}))
    inks = made(shown, colours=theme)["Drawing"].palette
    assert between(hue_of(inks["accent3"]), hue_of("A8D8F0")) < 0.05


def test_a_cool_panel_in_which_faces_are_drawn_is_pale() -> None:
    theme = structs.replace(OFFICE, light2="D5F7F6")
    assert saturation(made(found(palette=Palette(theme, {})), colours=theme)["Drawing"].palette["panel"]) < 0.08


def test_black_white_and_grey_are_no_green() -> None:
    libre = structs.replace(OFFICE, accent1="18A303", accent2="0369A3", accent6="C9211E")
    first, _, third, *_ = accents(found(palette=Palette(libre, {})), colours=libre)
    assert saturation(first) < 0.1 < saturation(third)


@pytest.mark.parametrize("ground", ["1E86C1", "2F9AB0"])
def test_where_white_titles_can_nearly_be_read_all_texts_are_white_on_a_panel(ground: str) -> None:
    palette = Palette(OFFICE, {})
    white = structs.replace(_TITLE, styles=(structs.replace(_TITLE.styles[0], ink=Ink("light1")),))
    layout = made(found(white, palette=palette, background=palette.own(ground)))["Drawing with lead"]
    (fill,) = (one.fill for one in layout.items if isinstance(one, Shape) and one.name == "Panel" and one.fill)
    shade = rgb(structs.replace(fill, opacity_percent=100), layout.palette)
    beneath = mixed(shade, ground, fill.opacity_percent)
    for name in ("Title", "Lead", "Source"):
        assert rgb(layout.placeholders[name].styles[0].ink, layout.palette) == "FFFFFF", name
    assert contrast(layout.palette["text"], beneath) >= 4.5


def test_what_marks_is_told_from_what_it_marks_by_its_lightness_where_its_hue_tells_little() -> None:
    palette = Palette(OFFICE, {})
    bar = rectangle("Bar", points(0, 0, 960, 60), palette.own("18D0E0"))
    inks = made(found(palette=palette, background=palette.own("A0CEDF"), items=(bar,)))["Drawing"].palette
    grey = mixed(inks["dark2"], inks["ground"], TINTS["mist"].opacity_percent)
    assert contrast(inks["accent3"], grey) >= 2


def test_what_marks_is_another_colour_of_the_house_where_its_own_hardly_differs_from_the_grey() -> None:
    palette = Palette(OFFICE, {})
    blue, bright = ("103098", 90), ("18D0E0", 9)
    bars = tuple(rectangle("Bar", points(0, 0, 960, high), palette.own(one)) for one, high in (blue, bright))
    inks = made(found(palette=palette, background=palette.own("A0CEDF"), items=bars))["Drawing"].palette
    assert between(hue_of(inks["accent3"]), hue_of("103098")) < 0.02 < saturation(inks["accent3"]) - 0.4


@pytest.mark.parametrize("own", ["900028", "0072BC", "E20002"])
def test_a_colour_on_which_white_is_read_is_as_it_is_what_is_large_and_what_marks(own: str) -> None:
    house = made(drawn(*((own, width) for width in range(880, 960))))
    inks, night = house["Drawing"].palette, house["Scene"].palette
    assert apart(inks["accent1"], own) < 9 > apart(inks["accent3"], own)
    assert marking(house["Map"], NIGHT_INK) == NIGHT_INK
    assert (saturation(night["ground"]) < 0.1) == (own == "E20002")  # on which a loud red is seen


def test_what_marks_in_another_hue_is_as_bright_as_it_is_read() -> None:
    theme = structs.replace(OFFICE, accent1="0072BC", accent2="EF4A60", accent6="0072BC")
    shown = drawn(*(("0072BC", width) for width in range(880, 960)))
    layout = made(structs.replace(shown, palette=Palette(theme, {}).having(shown.palette.inks)), colours=theme)["Map"]
    assert apart(layout.palette["accent1"], "0072BC") < 9
    assert 4.5 <= contrast(layout.palette["accent3"], "FFFFFF") < 5
    assert marking(layout, NIGHT_INK).name == "accent3"


def test_paper_with_a_trace_of_a_hue_has_quiet_panels() -> None:
    theme = structs.replace(OFFICE, light1="FEFFFF", light2="FEFFFF", dark1="443ADE", dark2="443ADE")
    for panel in ("FEFFFF", "FFD800"):
        palette = Palette(structs.replace(theme, light2=panel), {})
        inks = made(found(palette=palette), colours=structs.replace(theme, light2=panel))["Drawing"].palette
        assert saturation(inks["panel"]) < 0.17
        assert saturation(rgb(TINTS["dune"], inks)) < 0.25


def test_a_dark_house_with_an_orange_rule_has_none_of_a_theme_that_it_never_names() -> None:
    theme = structs.replace(OFFICE, light1="212932", dark1="EDEDED", accent1="F07F09", accent2="9F2936")
    theme = structs.replace(theme, accent3="1B587C", accent4="4E8542", accent5="604878")
    rule = drawn(*(("F2A365", width) for width in range(890, 896)))
    page = structs.replace(rule, palette=Palette(theme, {}).having({"F2A365": "F2A365"}))
    inks = colours(page, colours=theme)
    assert between(hue_of(inks.accent1), hue_of("212932")) < 0.02
    assert all(between(hue_of(one), hue_of("F2A365")) < 0.02 for one in (inks.accent2, inks.accent3, inks.link))


def test_a_gold_of_a_photograph_that_is_dark_is_no_light() -> None:
    out = BytesIO()
    PIL.Image.new("RGB", (40, 40), "#A07818").save(out, "PNG")
    photo = Image("Photo", points(0, 0, 960, 200), out.getvalue(), "png", 40, 40, Span(Source("", ""), 0, 0))
    bar = drawn(*(("7080A0", width) for width in range(880, 960)))
    assert contrast(colours(bar, found(items=(photo,))).accent2, "000000") >= 6


def test_on_a_dark_page_of_coloured_texts_what_is_white_in_drawings_stays_white() -> None:
    theme = structs.replace(OFFICE, light1="0B0F14", dark1="F6C453")
    inks = made(found(palette=Palette(theme, {})), colours=theme)["Drawing"].palette
    assert (inks["text"], inks["dark1"]) == ("F6C453", "FFFFFF")
