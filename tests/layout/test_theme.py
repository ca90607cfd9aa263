"""Themes are what halls, renderers and readers need: large, apart from each other, in order."""

from itertools import pairwise

import pytest

from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Ink, Shape
from talkbuilder.layout.theme import Grid, Layout, Theme
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import STEPPE, STEPPE_4_3


@pytest.mark.parametrize("grid", [STEPPE.grid, STEPPE_4_3.grid])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_equal_parts_lie_between_the_margins_a_gutter_apart(grid: Grid, count: int) -> None:
    whole = grid.box(1, grid.columns, 10, 20)
    parts = [grid.part(number, count, 10, 20) for number in range(1, count + 1)]
    assert parts[0].x == whole.x
    assert 0 <= whole.right - parts[-1].right < count
    assert {part.width for part in parts} == {parts[0].width}
    assert all(other.x - one.right == grid.gutter for one, other in pairwise(parts))
    assert {(part.y, part.height) for part in parts} == {(whole.y, whole.height)}


@pytest.fixture(scope="module", params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return make(THEMES[request.param]("16:9"))


def test_titles_and_body_have_the_sizes_that_a_hall_needs(theme: Theme) -> None:
    layout = theme.layouts["Bullets"].placeholders
    assert 36 <= layout["Title"].styles[0].size_pt <= 40
    assert [style.size_pt for style in layout["Text"].styles[:2]] == [32, 28]
    assert 14 <= layout["Source"].styles[0].size_pt <= 16
    assert theme.layouts["Number"].placeholders["Number"].styles[0].size_pt >= 120


def test_placeholders_lie_on_the_slide_and_texts_do_not_overlap(theme: Theme) -> None:
    for layout in theme.layouts.values():
        boxes = [(place.name, place.box) for place in layout.placeholders.values()]
        for number, (name, box) in enumerate(boxes):
            if layout.placeholders[name].role == "picture":  # which may take the slide to its edges
                assert 0 <= box.x < box.right <= theme.width
                assert 0 <= box.y < box.bottom <= theme.height
            else:
                assert 0 < box.x < box.right < theme.width
                assert 0 < box.y < box.bottom < theme.height
            for other_name, other in boxes[number + 1 :]:
                apart = box.right <= other.x or other.right <= box.x or box.bottom <= other.y or other.bottom <= box.y
                assert apart, f"{layout.name}: {name} and {other_name}"


def test_every_scale_falls_and_begins_with_the_size_of_its_style(theme: Theme) -> None:
    for layout in theme.layouts.values():
        for place in layout.placeholders.values():
            assert place.sizes_pt[0] == place.styles[0].size_pt
            assert list(place.sizes_pt) == sorted(set(place.sizes_pt), reverse=True)


def test_every_ink_is_in_the_palette_and_dark_layouts_turn_text_and_ground_round(theme: Theme) -> None:
    light, dark = theme.layouts["Bullets"], theme.layouts["Key quote"]
    assert dark.is_dark
    if not light.is_dark:
        assert (light.palette["text"], light.palette["ground"]) == (dark.palette["ground"], dark.palette["text"])
    for layout in theme.layouts.values():
        inks = [style.ink for place in layout.placeholders.values() for style in place.styles]
        inks += [shape.fill for shape in layout.drawn if isinstance(shape, Shape) and shape.fill]
        assert {ink.name for ink in (*inks, layout.background)} <= set(layout.palette)


def test_every_text_stands_out_from_its_ground(theme: Theme) -> None:
    for layout in theme.layouts.values():
        panels = (shape for shape in layout.items if isinstance(shape, Shape) and shape.name == "Panel")
        grounds = {layout.background, *(panel.fill for panel in panels if panel.fill)}
        for place in layout.placeholders.values():
            for style in place.styles:
                least = 3.0 if style.size_pt >= 24 else 4.5
                for ground in grounds - {style.ink}:  # what is as the ground stands on a dark field
                    assert contrast(style.ink, ground, layout) >= least, f"{layout.name}: {place.name} on {ground.name}"


def contrast(one: Ink, other: Ink, layout: Layout) -> float:
    """The contrast of two inks, 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted(_luminance(rgb(ink, layout.palette)) for ink in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
