"""Points, on one level or two."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.bullets import KIND
from talkbuilder.layout.items import Shape, Style, Text
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.talk.talk import Slide, plain
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.listing import texts, written
from tests.opened import opened
from tests.sample import built, codes, talk, words


def sizes(*lengths: int) -> set[str]:
    """The sizes that are set on points of so many words, in hundredths of a point."""
    lines = "".join(f"\n    - {words(length)}" for length in lengths)
    deck, _ = built(talk(f"  - title: Points\n    bullets:{lines}\n    cite: [grass]"))
    return set(opened(written(deck)).find("ppt/slides/slide3.xml", "//p:sp[2]//a:rPr/@sz"))


def test_space_is_left_between_points_and_none_before_the_first() -> None:
    """Five points of one line just fit at the size of the layout: one more space is more than there is."""
    assert sizes(5, 5, 5, 5, 5) == set()
    assert sizes(15, 5, 5, 5, 5) == {"2800"}


def points(*said: str, aspect: Aspect = "16:9") -> Page:
    """The page of a slide of points that has no fault."""
    listed = "".join(f"\n    - {one}" for one in said)
    deck, report = built(
        talk(f"  - title: A headline\n    bullets:{listed}\n    cite: [grass]\n    notes: Words."),
        Occasion(aspect=aspect),
    )
    assert codes(report) == []
    return deck.pages[2]


@pytest.mark.parametrize(("count", "layout"), [(4, "Few points"), (5, "Bullets")])
def test_up_to_four_points_have_the_slide_to_themselves(count: int, layout: str) -> None:
    assert points(*["Goats"] * count).layout.name == layout


def test_a_point_under_another_counts_and_stands_close_to_it() -> None:
    page = points("Goats", "Sheep:\n      - On the hill")
    assert page.layout.name == "Few points"
    assert len([item for item in page.items if isinstance(item, Shape)]) == 1


@given(st.lists(st.integers(1, 8), min_size=1, max_size=4), st.sampled_from(get_args(Aspect)))
def test_a_line_lies_between_every_two_of_them_and_on_no_text(words: list[int], aspect: Aspect) -> None:
    page = points(*(" ".join(["steppe"] * count) for count in words), aspect=aspect)
    drawn = [item.box for item in page.items if isinstance(item, Shape)]
    text = texts(page)["bullets"]
    assert len(drawn) == len(words) - 1
    baselines = [line.runs[0].baseline_pt for line in text.lines]
    size = text.styles[0].size_pt
    for box in drawn:
        y = box.y / EMU_PER_POINT
        assert not any(baseline - 0.7 * size < y < baseline + 0.2 * size for baseline in baselines)
        assert baselines[0] < y < baselines[-1]


def test_few_points_are_larger_on_a_layout_of_a_template_and_reach_down_to_its_sources() -> None:
    page = points("One", "Two")
    place = page.layout.placeholders["Text"]
    low = place.box._replace(height=place.box.height // 3)
    hung = Style(24.0, bullet="•", left=20_000, hang=20_000)  # from which the letters would not keep off
    small = structs.replace(place, box=low, sizes_pt=(24.0, 20.0), styles=(hung, Style(20.0)))
    theirs = structs.replace(page.layout, part="theirs.xml", placeholders={**page.layout.placeholders, "Text": small})
    slide = Slide("bullets", plain("A", page.span), {"bullets": (plain("One", page.span),) * 2}, (), (), (), page.span)
    many = structs.replace(slide, slots={"bullets": slide.texts("bullets") * 4})
    for free, told, size_pt in (((), slide, 25), ((place.box,), slide, 30), ((place.box,), many, 24)):
        (made,) = KIND.pages(told, structs.replace(theirs, free=free))
        text = next(one for one in made.items if isinstance(one, Text) and one.placeholder == "Text")
        assert text.styles[0].size_pt == size_pt
        assert text.styles[0].left == text.styles[0].hang > 0.6 * size_pt * EMU_PER_POINT
