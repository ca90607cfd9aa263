"""A question for the tables, with its minutes, and a ring of them where it is asked for."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.question import KIND, lay_out
from talkbuilder.layout.items import Close, CurveTo, Group, Shape
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.listing import lines, shown, texts
from tests.sample import built, codes, talk

_ASKED = "  - {question: Who came first?, notes: Some words."


@from_table
def test_the_minutes_are_said_once(keys: str, kicker: str) -> None:
    deck, report = built(talk(f"{_ASKED}{keys}}}"))
    assert codes(report) == []
    told = shown(deck)[2]
    assert told["Title"].replace("\u00a0", " ") == "Who came first?"
    assert told["Kicker"].replace("\u00a0", " ") == kicker


def test_on_a_template_its_ring_keeps_off_the_question() -> None:
    deck, _ = built(talk(f"{_ASKED}, ring: true, minutes: 3}}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "question")
    layout = deck.pages[2].layout
    lefts = []
    for base in ("", "A layout of a template"):
        grid = structs.replace(layout.grid, row=2 * layout.grid.row)  # so high that it is as wide as it may be
        (page,) = lay_out(KIND, told, structs.replace(layout, base=base, grid=grid))
        lefts += [one.box.x for one in page.items if isinstance(one, Group)]
    assert lefts[1] - lefts[0] > layout.grid.gutter // 2


@pytest.mark.parametrize("minutes", ["", ", minutes: 2.5", ", minutes: 11"])
def test_a_ring_needs_whole_minutes(minutes: str) -> None:
    _, report = built(talk(f"{_ASKED}, ring: true{minutes}}}"))
    assert codes(report) == ["E056"]


def test_the_ring_has_a_part_a_minute_and_says_so_to_who_cannot_see_it() -> None:
    minutes, said = 3, "3 minutes"
    deck, _ = built(talk(f"{_ASKED}, ring: true, minutes: {minutes}}}"))
    page = deck.pages[2]
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    assert sum(item.name.startswith("Minute") for item in drawn.items) == minutes
    assert drawn.alt == f"A table seen from above, with a ring for {said}"
    assert lines(page, "shown") == (f"On the slide: {drawn.alt}",)
    number, word = said.split()
    assert [texts(page)[name].paragraphs[0].text for name in ("minutes", "unit")] == [number, word]


@given(
    st.integers(1, 10),
    st.sampled_from(get_args(Aspect)),
    st.text("abc def?", min_size=1, max_size=80).filter(str.strip),
)
def test_the_table_lies_beside_the_question_and_its_parts_in_their_boxes(
    minutes: int, aspect: Aspect, question: str
) -> None:
    deck, _ = built(
        talk(f"  - {{question: {question!r}, notes: A., ring: true, minutes: {minutes}}}"), Occasion(aspect=aspect)
    )
    page = deck.pages[2]
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    margin = page.layout.grid.margin
    assert texts(page)["title"].box.right <= drawn.box.x
    assert drawn.box.right <= deck.theme.width - margin + 2
    for item in drawn.items:
        assert isinstance(item, Shape)
        assert drawn.box.x - 2 <= item.box.x
        assert item.box.right <= drawn.box.right + 2
        for step in item.path:
            if not isinstance(step, Close):
                ends = (step.x, step.y, *((step.x1, step.y1, step.x2, step.y2) if isinstance(step, CurveTo) else ()))
                assert all(-1 <= one <= item.box.width + 1 for one in ends)


def test_on_a_low_page_of_a_template_the_word_in_the_ring_is_smaller_than_that_and_so_are_its_lines() -> None:
    deck, _ = built(talk(f"{_ASKED}, ring: true, minutes: 5}}"))
    slide, ours = deck.plan.timings[2].slide, deck.pages[2].layout
    low = structs.replace(
        ours, base="A layout of a template", grid=structs.replace(ours.grid, row=ours.grid.row * 5 // 8)
    )
    (page,) = lay_out(KIND, slide, low)
    (drawn,) = (one for one in page.items if isinstance(one, Group))
    (ring, *_) = (one for one in drawn.items if isinstance(one, Shape) and one.name == "Minute 1")
    assert texts(page)["unit"].surplus == 0
    assert texts(page)["unit"].box.width < ring.box.width
    assert ring.stroke
    assert ring.stroke.width_pt < 6
