"""Colours of a template: which ink is meant, what it looks like, how it stands out."""

import pytest
from lxml import etree
from msgspec import structs

from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import Colours
from talkbuilder.outputs.pptx.template.colours import (
    SLOTS,
    Palette,
    apart,
    between,
    hue_of,
    read_colours,
)
from talkbuilder.outputs.pptx.template.package import Element
from talkbuilder.outputs.pptx.xml import DRAWING
from talkbuilder.themes.steppe import STEPPE
from tests.corpora.tables import from_table
from tests.templates import OFFICE


def tree(text: str) -> Element:
    return etree.fromstring(f'<a:one xmlns:a="{DRAWING}">{text}</a:one>')


def seen(text: str) -> str | None:
    """What the colour inside an element looks like."""
    palette = Palette(OFFICE, {})
    ink = palette.ink(tree(text))
    return palette.rgb(ink) if ink else None


def of_theme(**colours: str) -> Element:
    told = "".join(f"<a:{tag}>{colour}</a:{tag}>" for tag, colour in colours.items())
    return tree(f"<a:themeElements><a:clrScheme>{told}</a:clrScheme></a:themeElements>")


def test_the_colours_of_a_theme_are_read_by_their_places() -> None:
    told = {tag: f'<a:srgbClr val="{number:06x}"/>' for number, tag in enumerate(SLOTS, start=10)}
    found = read_colours(of_theme(**told))
    assert (found.dark1, found.light1, found.dark2, found.light2) == ("00000A", "00000B", "00000C", "00000D")
    assert (found.accent1, found.accent6, found.link, found.visited) == ("00000E", "000013", "000014", "000015")


def test_a_colour_that_is_missing_or_cannot_be_read_is_as_in_ours() -> None:
    found = read_colours(of_theme(dk1='<a:srgbClr val="red"/>', accent1="<a:hslClr/>", accent2="", lt2="<a:srgbClr/>"))
    assert found == STEPPE.colours


@from_table
def test_a_colour_is_read_in_whatever_way_it_is_told(told: str, rgb: str | None) -> None:
    assert seen(told) == rgb


@from_table
def test_shades_of_a_middle_grey(changes: str, rgb: str) -> None:
    assert seen(f'<a:srgbClr val="808080">{changes}</a:srgbClr>') == rgb


@pytest.mark.parametrize(
    ("changes", "rgb"),
    [
        ('<a:satMod val="50000"/>', "B34D4D"),
        ('<a:lumMod val="50000"/>', "730D0D"),
        ('<a:shade val="50000"/>', "A91010"),
    ],
)
def test_shades_of_a_red(changes: str, rgb: str) -> None:
    assert seen(f'<a:srgbClr val="E61A1A">{changes}</a:srgbClr>') == rgb


def test_an_ink_of_the_theme_keeps_its_name_and_a_shade_of_it_gets_one_of_its_own() -> None:
    palette = Palette(OFFICE, {})
    assert palette.ink(tree('<a:schemeClr val="accent1"/>')) == Ink("accent1")
    assert palette.ink(tree('<a:schemeClr val="tx2"/>')) == Ink("soft")
    assert palette.ink(tree('<a:schemeClr val="accent1"><a:alpha val="40000"/></a:schemeClr>')) == Ink(
        "accent1", opacity_percent=40
    )
    half = palette.ink(tree('<a:schemeClr val="tx1"><a:lumOff val="50000"/><a:alpha val="66600"/></a:schemeClr>'))
    assert half == Ink("own 808080", opacity_percent=67)
    assert palette.inks["own 808080"] == "808080"
    assert palette.ink(None) is None


def test_a_colour_map_says_what_text_and_ground_are() -> None:
    usual = Palette(OFFICE, {}).inks
    assert [usual[name] for name in ("text", "soft", "ground", "panel")] == ["000000", "1F497D", "FFFFFF", "EEECE1"]
    turned = Palette(OFFICE, {"tx1": "lt1", "bg1": "dk2", "tx2": "accent1", "bg2": "nowhere"}).inks
    assert [turned[name] for name in ("text", "soft", "ground", "panel")] == ["FFFFFF", "4F81BD", "1F497D", "EEECE1"]
    assert turned["dark1"] == "000000"


def test_the_shade_that_comes_nearest_to_a_blue_is_no_grey_where_the_theme_has_a_blue() -> None:
    greys = dict.fromkeys(STEPPE.colours.__struct_fields__, "000000")
    palette = Palette(Colours(**{**greys, "accent2": "0369A3"}), {})
    assert palette.near("305E9F").name == "accent2"
    assert palette.near("606060").name != "accent2"
    red = palette.near("EC3750")  # of whose hue the theme has nothing: it is another's, moved, and follows the theme
    assert red.name == "accent2"
    assert apart(rgb(red, palette.inks), "EC3750") < 12
    assert Palette(Colours(**greys), {}).near("EC3750") == Ink("own EC3750")  # as greys have no hue to move
    calm = palette.near("4A6A80")
    assert (calm.name, calm.saturation_percent < 50) == ("accent2", True)
    bright = dict.fromkeys(greys, "00AAE7")
    assert Palette(Colours(**{**bright, "accent4": "8C8C8C"}), {}).near("696A6B").name == "accent4"
    warm = {**bright, "light1": "FFFFFF", "dark1": "191917"}  # of a grey that is read on paper
    assert Palette(Colours(**warm), {}).near("595959").name == "dark1"
    tinged = {**warm, "light2": "EBF0F1", "accent1": "2BC1E7"}  # nor does a grey with a tinge become a teal
    assert Palette(Colours(**tinged), {}).near("007B9A").name != "light2"


def test_a_shade_is_in_the_hue_that_is_wanted_or_it_would_be_another_blue() -> None:
    for wanted in ("3C7698", "397797", "007D9C"):
        palette = Palette(structs.replace(STEPPE.colours, dark2="1F497D", accent1="4F81BD", accent5="4BACC6"), {})
        assert between(hue_of(rgb(palette.near(wanted), palette.inks)), hue_of(wanted)) < 4 / 360
