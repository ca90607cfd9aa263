"""Pictograms with a word or two."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.icons import KIND, lay_out
from talkbuilder.layout.items import Group, Link, Text
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.kinds import flaws
from tests.listing import lines
from tests.sample import NO_WORDS, built, codes, talk

_WORDS = st.lists(st.text(NO_WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(" ".join)
_TWO = "    - {icon: bus, head: A bus}\n    - {icon: house, head: 'A house of {people}', text: by the road}"


def written(icons: str) -> str:
    return talk(f"  - title: One and another\n    cite: [grass]\n    notes: Words.\n    icons:\n{icons}")


def drawn(icons: str, aspect: Aspect = "16:9") -> tuple[Page, list[str]]:
    deck, report = built(written(icons), Occasion(aspect=aspect))
    return deck.pages[2], codes(report)


def group(page: Page) -> Group:
    (one,) = (item for item in page.items if isinstance(item, Group))
    return one


def test_what_is_seen_and_meant_is_told_in_the_notes() -> None:
    page, reported = drawn(_TWO)
    assert reported == []
    said = "A bus; A house of about 16 million, by the road"
    assert group(page).alt == said
    assert lines(page, "shown") == (f"On the slide: {said}",)
    assert "people" in [one.id for one in page.citations]


@pytest.mark.parametrize(
    ("icons", "code"),
    [
        ("    - {icon: bus, head: A bus}", "E011"),
        (_TWO.replace("house,", "huose,"), "E001"),
        (_TWO.replace(", head: A bus", ""), "E003"),
    ],
)
def test_icons_that_cannot_be_drawn_are_reported(icons: str, code: str) -> None:
    assert code in codes(built(written(icons))[1])


@pytest.mark.parametrize("shape", get_args(Aspect))
def test_drawings_stand_side_by_side_on_one_line(shape: Aspect) -> None:
    page, reported = drawn("    - {drawing: gate, head: A gate}\n    - {drawing: gate, head: A way, text: in}", shape)
    assert reported == []
    ground, *things = (item for item in group(page).items if not isinstance(item, Text | Link))
    assert ground.name == "ground"
    assert len(things) == 2
    assert things[0].box.right <= things[1].box.x
    assert all(thing.box.bottom <= ground.box.y + 1 for thing in things)
    gate = "A gate that stands half open"
    assert group(page).alt == f"{gate}: A gate; {gate}: A way, in"
    assert flaws(page) == []


@pytest.mark.parametrize(
    "other", ["{drawing: gate, head: A gate}", "{head: A gate}", "{icon: bus, drawing: gate, head: B}"]
)
def test_icons_and_drawings_do_not_stand_on_one_slide(other: str) -> None:
    _, report = built(written(f"    - {{icon: bus, head: A bus}}\n    - {other}"))
    assert [one.code for one in report.diagnostics if one.is_error] == ["E007"]


@given(st.lists(st.tuples(_WORDS, st.none() | _WORDS), min_size=2, max_size=4), st.sampled_from(get_args(Aspect)))
def test_words_that_are_not_reported_lie_on_nothing(words: list[tuple[str, str | None]], aspect: Aspect) -> None:
    rows = (f"icon: bus, head: {head}{f', text: {text}' if text else ''}" for head, text in words)
    page, reported = drawn("\n".join(f"    - {{{row}}}" for row in rows), aspect)
    assert set(reported) <= {"C201"}
    if not reported:
        assert flaws(page) == []


def test_on_an_upright_page_of_a_template_four_stand_in_two_rows_with_words_of_one_size() -> None:
    four = "\n".join(f"    - {{drawing: gate, head: {head}, text: in}}" for head in ("A gate", "A way", "A road", "B"))
    deck, _ = built(written(four))
    layout, told = deck.pages[2].layout, deck.plan.timings[2].slide
    grid = structs.replace(layout.grid, row=3 * layout.grid.row)
    (page,) = lay_out(KIND, told, structs.replace(layout, base="a layout", grid=grid))
    items = group(page).items
    words = [item for item in items if isinstance(item, Text)]
    assert [(one.box.x, one.box.y) for one in words[:2]] != [(one.box.x, one.box.y) for one in words[2:]]
    assert [one.box.x for one in words[:2]] == [one.box.x for one in words[2:]]
    assert len({one.styles for one in words}) == 1
    assert sum(item.name == "ground" for item in items) == 2
    assert words[0].box.bottom < words[2].box.y
