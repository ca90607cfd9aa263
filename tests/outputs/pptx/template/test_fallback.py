"""Our layouts on a template's master: where they stand, in which letters and inks."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import PIL.Image
import pytest
from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Image, Ink, Shape, Stroke, Style, rectangle
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Colours, Fonts, Layout
from talkbuilder.outputs.pptx.template.colours import Palette, between, hue_of, is_golden, saturation
from talkbuilder.outputs.pptx.template.fallback import StandIns, notes_master
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.themes.layouts import LAYOUTS, NIGHT
from talkbuilder.units import Box
from tests.templates import OFFICE, found, points, read_of, slot

_TEXT = slot("body", points(60, 100, 320, 160))
_WHOLE = points(0, 0, 960, 540)
_GREY = "808080"
_TITLE = slot("title", points(60, 30, 840, 90), Style(40.0, align="centre", font="titles"))
_UNDER_TITLE = ("Bullets", "Drawing", "Number", "Ask", "Photo", "Sources", "Memory", "Key quote", "Closing")
_OWN_PLACE = ("Question", "Statement")


def made(*layouts: Found, **more: Any) -> StandIns:
    return StandIns(read_of(*(layouts or (found(),)), **more), {})


def colours(*layouts: Found, **more: Any) -> Colours:
    inks = made(*layouts, **more)["Drawing"].palette
    return Colours(**{name: inks[name] for name in Colours.__struct_fields__})


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def listed(layout: Layout) -> Iterator[str]:
    yield layout.name
    for item in layout.items:
        assert isinstance(item, Shape)
        assert item.fill is not None
        x, y, width, height = (round(length / 12_700) for length in item.box)
        yield f"  draws {item.name}, {width} x {height} pt at {x}, {y} in {item.fill.name}"
    for name, place in layout.placeholders.items():
        x, y, width, height = (round(length / 12_700) for length in place.box)
        style = place.styles[0]
        sizes = " ".join(f"{size:g}" for size in place.sizes_pt)
        how = f"{style.font} {style.align}{' bold' * style.bold} {style.ink.name} {style.bullet_ink.name}"
        yield f"  {name}, {width} x {height} pt at {x}, {y}: {sizes} pt, {how}"


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("4x3", 9_144_000, 6_858_000), ("3x4-high", 6_858_000, 12_192_000)],
)
def test_ours_stand_on_slides_of_another_size_as_their_golden_says(
    name: str, width: int, height: int, golden: Callable[[str, str], None]
) -> None:
    ours = made(found(page=Box(0, 0, width, height)), width=width, height=height)
    golden(f"template-{name}", "\n".join(line for one in LAYOUTS for line in listed(ours[one])) + "\n")


# Places


def test_what_fills_a_page_of_ours_leaves_a_template_its_title_its_foot_and_all_that_it_draws() -> None:
    bar = rectangle("Bar", points(0, 480, 960, 60), Ink("accent1"))
    number = slot("sldNum", points(840, 490, 80, 30), Style(12.0, align="right"))
    ours = made(found(_TITLE, number, items=(bar,)))
    for name in ("Scene", "Map with lead", "Night map", "Full photo"):
        layout = ours[name]
        stage = layout.stage._replace(x=layout.stage.x + layout.corner[0], y=layout.stage.y + layout.corner[1])
        assert not overlap(stage, bar.box), name
        assert layout.placeholders["Title"].box == _TITLE.box
        for place in layout.placeholders.values():
            assert place.name == "Picture" or not overlap(place.box, stage), (name, place.name)
        assert stage.height > 0.4 * _WHOLE.height
    assert ours["Cover with drawing"] is ours["Cover"]


def test_every_layout_is_made_once_and_only_when_it_is_asked_for() -> None:
    own = Layout("Bullets", {}, Ink("ground"), {}, made()["Drawing"].fonts, *_grid(), part="one.xml")
    ours = StandIns(read_of(found()), {"Bullets": own})
    assert ours["Bullets"] is own
    assert ours["Quote"] is ours["Quote"]
    assert set(ours) == set(LAYOUTS)
    assert len(ours) == len(LAYOUTS)
    with pytest.raises(KeyError):
        ours["Limerick"]


def _grid() -> tuple[Any, Any]:
    one = made()["Drawing"]
    return one.grid, one.sizes


def test_a_title_stands_where_the_templates_does_and_what_follows_beneath_it() -> None:
    ours = made(found(_TITLE))
    for name in _UNDER_TITLE:
        places = dict(ours[name].placeholders)
        title = places.pop("Title")
        assert (title.box, title.styles[0].align, title.styles[0].font) == (_TITLE.box, "centre", "titles")
        assert all(place.box.y >= title.box.bottom for place in places.values()), name
    for name in _OWN_PLACE:
        assert ours[name].placeholders["Title"].box != _TITLE.box
    led = ours["Drawing with lead"].placeholders
    assert led["Lead"].box.y >= led["Title"].box.bottom
    assert led["Lead"].styles[0].align == "centre"


def test_on_a_question_and_on_a_full_photo_nothing_stands_over_anything_else() -> None:
    ours = made(found(_TITLE))
    for name in ("Question", "Question with ring", "Statement", "Key quote", "Number", "Full photo", "Photo"):
        boxes = [place.box for place in ours[name].placeholders.values()]
        assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[:at]), name


@pytest.mark.parametrize(("x", "y"), [(0, 0), (850, 0), (0, 480), (850, 480)])
def test_no_place_of_ours_lies_on_a_logo_in_whatever_corner(x: int, y: int) -> None:
    logo = rectangle("Logo", points(x, y, 110, 60), Ink("accent2"))
    ours = made(found(_TITLE, items=(logo,)))
    for layout in ours.values():
        for place in layout.placeholders.values():
            assert not overlap(place.box, logo.box), (layout.name, place.name)
        assert not any(overlap(item.box, logo.box) for item in layout.items), layout.name


def test_what_the_template_draws_lies_beneath_ours() -> None:
    bar = rectangle("Bar", points(0, 0, 100, 540), Ink("accent1"))
    ours = made(found(items=(bar,)))
    for layout in (drawing := ours["Drawing"], ours["Scene"]):  # in its own colours, also where ours are others
        assert [(one.name, one.box) for one in layout.beneath] == [(bar.name, bar.box)]
        assert [rgb(one.fill, layout.palette) for one in layout.beneath if isinstance(one, Shape) and one.fill] == [
            "4F81BD"
        ]
        assert rgb(layout.background, layout.palette) == "FFFFFF"
    assert drawing.base == ".xml"
    assert drawing.corner[0] + drawing.grid.margin >= bar.box.right


def test_sources_end_before_the_slide_number_and_leave_a_footer_its_room() -> None:
    number = slot("sldNum", points(840, 500, 80, 30), Style(12.0, align="right"))
    footer = slot("ftr", points(300, 500, 300, 30), Style(12.0), text="A parish")
    plain, footed = (made(found(_TITLE, *slots))["Drawing"] for slots in ((number,), (number, footer)))
    assert plain.placeholders[SLIDE_NUMBER].box.right == number.box.right
    assert plain.placeholders[SOURCE].box.right <= plain.placeholders[SLIDE_NUMBER].box.x
    assert footed.placeholders[SOURCE].box.bottom <= footer.box.y


def test_where_nothing_can_be_read_a_panel_is_laid_and_all_text_stands_on_it() -> None:
    stripes = [
        rectangle("Stripe", points(60 * at, 0, 30, 540), Ink(ink)) for at, ink in enumerate(["dark1", "accent2"] * 8)
    ]
    layout = made(found(items=tuple(stripes)))["Bullets"]
    panel = layout.items[0]
    assert panel.name == "Panel"
    for place in layout.placeholders.values():
        middle = place.box.x + place.box.width // 2, place.box.y + place.box.height // 2
        assert panel.box.x <= middle[0] <= panel.box.right
        assert panel.box.y <= middle[1] <= panel.box.bottom


# Letters


def test_titles_are_in_letters_like_the_templates_own() -> None:
    style = Style(50.0, bold=True, italic=True, capitals=True, font="Papyrus", ink=Ink("own 123456"))
    for ours in (
        made(found(slot("title", _TITLE.box, style))),
        made(found(), master=found(slot("title", _WHOLE, style))),
    ):
        for name in ("Bullets", "Question", "Statement"):
            (title,) = ours[name].placeholders["Title"].styles[:1]
            assert (title.font, title.bold, title.italic, title.capitals) == ("Papyrus", True, True, True)


def test_a_title_keeps_the_ground_that_the_template_gives_it() -> None:
    layout = made(found(slot("title", _TITLE.box, Style(40.0, Ink("ground")), fill=Ink("soft"))))["Drawing"]
    title = layout.placeholders["Title"]
    assert title.fill
    assert [rgb(one, layout.palette) for one in (title.fill, title.styles[0].ink)] == ["1F497D", "FFFFFF"]
    assert layout.beneath[-1].box == title.box


def test_what_is_drawn_on_another_master_is_lettered_as_the_deck() -> None:
    other = found(_TITLE, name="cover", fonts=Fonts("Georgia", "Verdana"))
    layout = StandIns(read_of(found(_TITLE, name="text")), {}, over={"Cover": other})["Cover"]
    assert {one.font for place in layout.placeholders.values() for one in place.styles} == {"Calibri"}


def test_notes_are_printed_in_the_templates_colours() -> None:
    assert notes_master(read_of(found()), "church").colours == OFFICE


def test_no_number_stands_on_what_a_cover_draws() -> None:
    number = slot("sldNum", points(860, 500, 60, 30), Style(14.0))
    logo = rectangle("Logo", points(840, 480, 50, 50), Ink("accent1"))
    usual = found(_TITLE, name="text", kind="obj")
    cover = found(name="cover", kind="title", items=(rectangle("Art", points(0, 0, 200, 540), Ink("accent1")), logo))
    for layouts, expected in (((usual, cover), False), ((usual,), True)):
        assert (SLIDE_NUMBER in made(*layouts, master=found(_TITLE, number))["Closing"].placeholders) is expected


# Ground and text


def test_the_ground_is_what_lies_beneath_the_free_area() -> None:
    blue = found(_TEXT, items=(rectangle("All", _WHOLE, Ink("dark2")),))
    assert colours(blue).light1 == "1F497D"
    assert colours(found(_TEXT)).light1 == "FFFFFF"
    assert contrast(colours(blue).dark1, "1F497D") >= 7
    named = made(blue)["Drawing"]
    assert {"dark1", "light1", "text", "ground"} <= set(named.shades)
    assert not {"dark1", "text", "ground"} & set(made(found(_TEXT))["Drawing"].shades)


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
    assert contrast(second, ground) >= (3 if ground == "10182B" else 1.8)  # by day a gold has an outline
    if ground != "777777":  # between black and white there is no room for three
        pairs = ((first, second), (first, third), (second, third))
        assert all(contrast(*pair) >= 1.3 for pair in pairs)


@pytest.mark.parametrize(("ground", "name"), [("FFFFFF", "Drawing"), ("10182B", "Scene")])
def test_a_gold_that_would_turn_mud_shines_beside_another_accent(ground: str, name: str) -> None:
    theme = structs.replace(OFFICE, light1=ground, dark1="FFFFFF" if name == "Scene" else "10182B")
    theme = structs.replace(theme, accent1="F0C05A", accent2="2A6A96")
    inks = StandIns(read_of(found(_TITLE, palette=Palette(theme, {})), colours=theme), {})[name].palette
    assert inks["accent1"][4:] > inks["accent1"][:2]  # a blue
    assert inks["accent2"][:2] > inks["accent2"][4:]  # a gold


def test_on_a_dark_ground_the_first_accent_is_the_hue_even_where_it_is_a_gold() -> None:
    theme = structs.replace(OFFICE, light1="2A0F16", dark1="F6ECD6", accent1="D6AA58", accent2="9CC2B4")
    assert accents(found(palette=Palette(theme, {})), colours=theme)[0] == "D6AA58"


def test_on_a_ground_between_dark_and_light_white_texts_stay_white() -> None:
    red = found(items=(rectangle("All", _WHOLE, Ink("own EC3750")),))
    red.palette.own("EC3750")
    body = structs.replace(_TEXT, styles=(Style(28.0, Ink("light1")),))
    inks = made(red, master=found(body))["Drawing"].palette
    assert inks["text"] == "FFFFFF"
    assert contrast(inks["soft"], "EC3750") >= 4.5


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
def test_a_panel_is_seen_and_small_coloured_texts_are_read_on_it(ground: str) -> None:
    layout = found()
    layout.palette.inks.update({"ground": ground, "panel": "555555"})
    inks = made(layout)["Drawing"].palette
    assert contrast(inks["panel"], inks["ground"]) >= 1.08
    for name in ("accent1", "text"):
        assert contrast(inks[name], inks["panel"]) >= 4.5
    assert contrast(inks["accent3"], inks["panel"]) >= (3.0 if ground == "111111" else 4.5)
    assert contrast(inks["accent3"], inks["ground"]) >= 4.5


def test_what_marks_keeps_its_colour_on_dark() -> None:
    theme = structs.replace(OFFICE, light1="2E3037", dark1="FFFFFF", light2="47494F", dark2="DDDDDD")
    theme = structs.replace(theme, accent1="39C0BA", accent2="F35B69", accent3="90E6E2")
    inks = StandIns(read_of(found(_TITLE, palette=Palette(theme, {})), colours=theme), {})["Drawing"].palette
    assert saturation(inks["accent3"]) > 0.5 * saturation("F35B69")


def test_the_edge_of_a_stamp_is_no_colour_of_a_template() -> None:
    grey = structs.replace(OFFICE, **{f"accent{number}": f"{number}{number}" * 3 for number in range(3, 7)})
    grey = structs.replace(grey, accent1="999999", accent2="888888")
    palette = Palette(grey, {})
    red = palette.own("FF0000")
    stamp = rectangle("Stamp", points(820, 8, 120, 30), None, Stroke(red, 1))
    bar = rectangle("Bar", points(0, 0, 960, 30), red)
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


def test_a_deep_colour_of_texts_is_the_night_before_an_accent() -> None:
    colours = structs.replace(OFFICE, dark2="6070F0", light2="000091", accent1="E1000F")
    ground = made(found(palette=Palette(colours, {})), colours=colours)["Scene"].palette["ground"]
    assert ground[:2] < ground[4:]


def test_a_number_stands_where_the_templates_does_also_at_the_head() -> None:
    number = slot("sldNum", points(860, 20, 80, 40))
    place = made(found(number, name="head"))["Drawing"].placeholders[SLIDE_NUMBER]
    assert number.box.holds(place.box)


def test_what_a_house_draws_in_is_its_night_and_what_it_never_shows_marks_nothing() -> None:
    house = made(drawn(("880022", 959), ("880022", 960)), colours=structs.replace(OFFICE, accent1="007030"))
    inks, by_night = house["Drawing"].palette, house["Scene"].palette
    for one in (inks["accent1"], inks["accent3"], by_night["ground"]):
        assert between(hue_of(one), hue_of("880022")) < 0.02, one


def test_a_slate_is_no_hue_of_the_night() -> None:
    colours = structs.replace(OFFICE, dark1="1C232F", dark2="44546A", accent1="A166FF")
    ground = made(found(palette=Palette(colours, {})), colours=colours)["Scene"].palette["ground"]
    assert between(hue_of(ground), hue_of("A166FF")) < 0.02


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
