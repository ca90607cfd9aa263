"""A template package is read as its layouts mean it."""

import pytest

from talkbuilder.layout.theme import Theme, inner_size_pt, read_theme
from talkbuilder.themes import THEMES


@pytest.fixture(scope="module", params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_theme(request.param, THEMES[request.param]())


def test_titles_and_body_have_the_sizes_that_a_hall_needs(theme: Theme) -> None:
    layout = theme.layouts["Bullets"].placeholders
    assert 36 <= layout["Title"].styles[0].size_pt <= 40
    assert [style.size_pt for style in layout["Text"].styles[:2]] == [32, 28]
    assert layout["Source"].styles[0].size_pt == 14
    assert theme.layouts["Number"].placeholders["Number"].styles[0].size_pt >= 120


def test_fonts_are_followed_through_the_theme(theme: Theme) -> None:
    layout = theme.layouts["Bullets"].placeholders
    assert (layout["Title"].styles[0].family, layout["Text"].styles[0].family) == ("Georgia", "Calibri")


def test_points_have_bullets_and_sources_hang_without_one(theme: Theme) -> None:
    assert theme.layouts["Bullets"].placeholders["Text"].styles[0].bullet
    sources = theme.layouts["Sources"].placeholders["Sources"].styles[0]
    assert not sources.bullet
    assert sources.indent < 0


def test_placeholders_lie_on_the_slide_and_texts_do_not_overlap(theme: Theme) -> None:
    for layout in theme.layouts.values():
        boxes = list(layout.placeholders.values())
        for number, box in enumerate(boxes):
            assert 0 < box.x < box.x + box.width < theme.width
            assert 0 < box.y < box.y + box.height < theme.height
            for other in boxes[number + 1 :]:
                apart = (
                    box.x + box.width <= other.x
                    or other.x + other.width <= box.x
                    or box.y + box.height <= other.y
                    or other.y + other.height <= box.y
                )
                assert apart, f"{layout.name}: {box.name} and {other.name}"


def test_titles_come_first_and_slide_numbers_last(theme: Theme) -> None:
    for layout in theme.layouts.values():
        names = list(layout.placeholders)
        assert names[0] == "Title"
        assert "Slide Number" not in names[:-1]


def test_the_room_for_text_leaves_the_insets_out(theme: Theme) -> None:
    box = theme.layouts["Bullets"].placeholders["Text"]
    assert inner_size_pt(box) == (box.width / 12700, box.height / 12700)


def test_a_theme_is_built_from_its_table_into_the_same_bytes_each_time() -> None:
    for build in THEMES.values():
        assert build() == build()
