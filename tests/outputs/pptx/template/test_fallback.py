"""Our layouts in a template's colours and fonts: what its ground is, its accents, its letters."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Shape, Style, rectangle
from talkbuilder.layout.theme import Colours, Layout, Master
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.fallback import own_master
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.themes.layouts import LAYOUTS
from tests.templates import OFFICE, found, points, read_of, slot

_TEXT = slot("body", points(60, 100, 320, 160))
_WHOLE = points(0, 0, 960, 540)
_GREY = "808080"


def master(*layouts: Found, **more: Any) -> Master:
    return own_master(read_of(*layouts, **more), "church", LAYOUTS)


def colours(*layouts: Found, **more: Any) -> Colours:
    return master(*layouts, **more).colours


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
    made = master(found(), width=width, height=height)
    golden(f"template-{name}", "\n".join(line for one in (made.frame, *made.layouts) for line in listed(one)) + "\n")


# Letters


def test_titles_are_in_letters_like_the_templates_own() -> None:
    style = Style(50.0, align="right", bold=True, italic=True, capitals=True, font="Papyrus", ink=Ink("accent1"))
    own, other = slot("title", _WHOLE, style), slot("title", _WHOLE, Style(50.0, font="Arial"))
    plain = master().frame.placeholders["Title"]
    for made in (
        master(found(other), master=found(own)),
        master(found(_TEXT, own)),
        master(found(own), master=found(structs.replace(other, is_upright=False))),
    ):
        title = made.frame.placeholders["Title"]
        for one in title.styles:
            assert (one.align, one.bold, one.italic, one.capitals, one.font) == ("right", True, True, True, "Papyrus")
            assert (one.size_pt, one.ink) == (plain.styles[0].size_pt, plain.styles[0].ink)
        assert len(title.styles) == len(plain.styles)
        styled = {one.name for one in made.layouts if one.placeholders["Title"].styles[0].font == "Papyrus"}
        assert styled == set(LAYOUTS) - {"Cover", "Cover with drawing", "Section", "Statement", "Closing"}


# Ground and text


def test_the_ground_is_what_lies_beneath_most_texts() -> None:
    blue = found(_TEXT, items=(rectangle("All", _WHOLE, Ink("dark2")),))
    white = found(_TEXT)
    assert [colours(*layouts).light1 for layouts in ((blue, blue, white), (blue, white, white))] == ["1F497D", "FFFFFF"]
    title_only = found(slot("title", _WHOLE), items=(rectangle("All", _WHOLE, Ink("dark2")),))
    assert colours(title_only, title_only, white).light1 == "FFFFFF"
    assert colours(structs.replace(blue, slots=(structs.replace(_TEXT, kind="obj"),)), title_only).light1 == "1F497D"


# Accents


def drawn(*shapes: tuple[str, float], **more: Any) -> Found:
    """A layout that draws shapes of inks, so many points wide; a name of six figures is a colour of its own."""
    palette = Palette(OFFICE, {})
    palette.inks.update({ink: ink for ink, _ in shapes if ink not in palette.inks})
    items = tuple(rectangle("One", points(0, 0, width, 10), Ink(ink)) for ink, width in shapes)
    return found(palette=palette, items=items, **more)


def accents(*layouts: Found, **more: Any) -> list[str]:
    made = colours(*layouts, **more)
    return [getattr(made, f"accent{number}") for number in range(1, 7)]


_OWN = [getattr(OFFICE, f"accent{number}") for number in range(1, 7)]


def test_what_a_template_is_drawn_in_are_its_accents_the_largest_first() -> None:
    assert accents(drawn(("AA0000", 10), ("0000AA", 20))) == ["0000AA", "AA0000"] * 3
    assert accents(drawn(("AA0000", 10)), drawn(("0000AA", 8), ("AA0000", 10), ("006600", 60))) == [
        *("006600", "AA0000", "0000AA", "006600", "AA0000", "0000AA"),
    ]
    assert accents(found(), master=drawn(("AA0000", 10))) == ["AA0000"] * 6
    beneath = drawn(("AA0000", 10))
    assert accents(structs.replace(beneath, items=(), beneath=beneath.items)) == ["AA0000"] * 6


def test_a_template_that_is_drawn_in_its_themes_accents_keeps_them() -> None:
    assert accents(drawn(("AA0000", 10), ("accent3", 1))) == _OWN
    assert accents(found()) == _OWN


def test_grey_is_no_accent_nor_what_cannot_be_seen() -> None:
    assert accents(drawn((_GREY, 10))) == _OWN
    assert accents(drawn(("FFFF00", 10))) == _OWN
    assert accents(drawn(("FFFF00", 10), ("AA0000", 1))) == ["AA0000"] * 6
    # The less colourful, the less it counts.
    assert accents(drawn(("554444", 50), ("AA0000", 10)))[0] == "AA0000"


# What can be read


def test_an_ink_of_ours_that_cannot_be_read_is_that_of_texts() -> None:
    pale = structs.replace(OFFICE, accent1="FFFFCC", accent2="FFFFCC")
    made = own_master(read_of(found(), colours=pale), "church", LAYOUTS)
    inks = {style.ink.name for one in made.layouts for place in one.placeholders.values() for style in place.styles}
    assert not any(ink.startswith("accent") for ink in inks)
    dark = structs.replace(OFFICE, accent1="600000", accent2="600000")
    kept = own_master(read_of(found(), colours=dark), "church", LAYOUTS)
    inks = {style.ink.name for one in kept.layouts for place in one.placeholders.values() for style in place.styles}
    assert "accent1" in inks
