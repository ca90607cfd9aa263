"""The slide that opens a part: it counts it, and shows where the talk is; a part can do without it."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkbuilder.authoring.evidence_list import claims_of
from talkbuilder.commands.drawing import as_object, draw
from talkbuilder.diagnostics import Source
from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.source.events import Occasion
from talkbuilder.stages.uses import uses
from talkbuilder.units import Aspect
from tests.kinds import Golden, compare
from tests.listing import lines, shown
from tests.sample import built, codes, part, timed

_PARTS = (part("One", "A must 60"), part("Two", "B could 300"), part("Three", "C must 60"))
_THREE = timed(*_PARTS)


def opened(deck: Deck) -> list[tuple[str, str]]:
    """What the slides that open a part say."""
    return [(one["Kicker"], one["Title"]) for one in shown(deck) if one["layout"] == "Section"]


def way(page: Page) -> list[str]:
    """The suns of an opening slide, from left to right."""
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    suns = [item for item in drawn.items if isinstance(item, Shape) and item.name.endswith(" part")]
    return [sun.name.split()[0] for sun in sorted(suns, key=lambda one: one.box.x + one.box.width // 2)]


def names(page: Page) -> list[Text]:
    return [item for item in page.items if isinstance(item, Text) and not item.placeholder]


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(_THREE)
    compare("section", deck, golden)


def test_parts_are_counted_by_what_is_left_of_them() -> None:
    deck, _ = built(_THREE)
    assert opened(deck) == [("Part 1 of 3", "One"), ("Part 2 of 3", "Two"), ("Part 3 of 3", "Three")]
    deck, _ = built(_THREE, Occasion(minutes=4))
    assert opened(deck) == [("Part 1 of 2", "One"), ("Part 2 of 2", "Three")]
    assert way(deck.pages[3]) == ["Past", "Present"]
    assert [text.paragraphs[0].text for text in names(deck.pages[3])] == ["One", "Three"]


def test_a_sun_a_part_shows_where_the_talk_is_and_the_notes_say_so() -> None:
    deck, _ = built(_THREE)
    assert [way(deck.pages[at]) for at in (1, 3, 5)] == [
        ["Present", "Coming", "Coming"],
        ["Past", "Present", "Coming"],
        ["Past", "Past", "Present"],
    ]
    (drawn,) = (item for item in deck.pages[3].items if isinstance(item, Group))
    assert drawn.alt == "The way of the talk as suns over a horizon: part 2 of 3"
    assert lines(deck.pages[3], "shown") == (f"On the slide: {drawn.alt}",)


def test_a_talk_of_one_part_has_no_way_to_show() -> None:
    deck, _ = built(timed(_PARTS[0]))
    assert opened(deck) == [("Part 1", "One")]
    assert lines(deck.pages[1], "shown") == ()
    assert not any(isinstance(item, Group) for item in deck.pages[1].items)


@pytest.mark.parametrize(("count", "has_way"), [(24, True), (25, False)])
def test_of_very_many_parts_nobody_counts_suns(count: int, has_way: bool) -> None:
    deck, _ = built(timed(*(part(f"P{at}", f"S{at} must 60") for at in range(count)), minutes=60))
    page = deck.pages[3]
    assert any(isinstance(item, Group) for item in page.items) == has_way
    assert bool(lines(page, "shown")) == has_way


@settings(max_examples=30)
@given(
    st.lists(st.text("abc defgh", min_size=1, max_size=60).filter(str.strip), min_size=2, max_size=14),
    st.sampled_from(get_args(Aspect)),
)
def test_no_sun_and_no_name_lies_upon_another_or_beyond_the_slide(titles: list[str], aspect: Aspect) -> None:
    deck, _ = built(
        timed(*(part(f'"{title}"', f"S{at} must 60") for at, title in enumerate(titles))), Occasion(aspect=aspect)
    )
    for page in (page for page in deck.pages if page.kind == "section"):
        (drawn,) = (item for item in page.items if isinstance(item, Group))
        boxes = sorted(item.box for item in drawn.items if isinstance(item, Shape) and item.name != "Way")
        named = sorted(item.box for item in names(page))
        assert len(named) in (0, len(titles))
        for row in (boxes, named):
            assert all(box.x > 0 and box.right < deck.theme.width and box.bottom < deck.theme.height for box in row)
            assert all(one.right <= other.x for one, other in pairwise(row))
        assert {text.styles[0].size_pt for text in names(page)} <= {24, 20, 18}


_NOTES = "- section: Two\n  opener: none\n  notes: We turn to {herds} now.\n"


def unopened(section: str = _NOTES) -> str:
    """Three parts, of which the second has no slide of its own."""
    return timed(_PARTS[0], _PARTS[1].replace("- section: Two\n", section), _PARTS[2])


def test_a_part_without_an_opening_slide_is_said_over_its_first() -> None:
    deck, report = built(unopened())
    assert not [code for code in codes(report) if code not in ("C002", "C105")]
    assert opened(deck) == [("Part 1 of 3", "One"), ("Part 3 of 3", "Three")]
    first = deck.pages[3]
    assert first.title == "B"
    assert lines(first, "said") == ("We turn to 88 now.",)
    assert lines(first, "before")[1] == "Here begins “Two”"
    assert "herds" in {one.id for one in first.citations}
    assert [name for name, pages in deck.sections if pages] == ["Opening", "One", "Two", "Three", "Closing and sources"]


def test_what_is_said_of_it_takes_its_time_and_no_change_of_slides() -> None:
    said = built(unopened())[0].plan
    silent = built(unopened("- section: Two\n  opener: none\n"))[0].plan
    with_slide = built(unopened(_NOTES.replace("  opener: none\n", "")))[0].plan
    assert said.seconds - silent.seconds == pytest.approx(3)  # six words at two a second
    assert with_slide.seconds - said.seconds == pytest.approx(4)
    times = {timing.slide.title.text: timing.start_seconds for timing in said.timings}
    assert lines(built(unopened())[0].pages[3], "before")[0].startswith("1:08 of")
    assert times["Two"] == 68


def test_it_goes_to_the_first_slide_that_is_left_and_goes_with_the_last() -> None:
    two = part("Two", "B could 300", "D must 60").replace("- section: Two\n", _NOTES)
    deck, _ = built(timed(_PARTS[0], two, _PARTS[2]), Occasion(minutes=5))
    assert [page.title for page in deck.pages[:5]] == ["A talk", "One", "A", "D", "Three"]
    assert lines(deck.pages[3], "said") == ("We turn to 88 now.",)
    deck, _ = built(unopened(), Occasion(minutes=4))
    assert opened(deck) == [("Part 1 of 2", "One"), ("Part 2 of 2", "Three")]
    assert not any("We turn" in line for page in deck.pages for line in lines(page, "said"))


def test_a_talk_may_say_it_for_all_its_parts_and_a_part_for_itself() -> None:
    deck, _ = built(f"opener: none\n{_THREE}")
    assert opened(deck) == []
    assert [page.title for page in deck.pages] == ["A talk", "A", "B", "C", "Thank you", "Sources"]
    deck, _ = built(f"opener: none\n{unopened(_NOTES.replace('none', 'slide'))}")
    assert opened(deck) == [("Part 2 of 3", "Two")]


def test_its_claims_and_its_times_are_told_at_its_first_slide() -> None:
    outline = unopened()
    deck, _ = built(outline)
    talk = deck.plan.talk
    assert [(one.number, one.title) for one in claims_of(talk, talk.library)][:2] == [(3, "A"), (4, "Two")]
    assert ("herds", 4) in {(use.id, use.slide) for use in uses("talk", Source("talk", outline), talk.library)}
    told = as_object(deck.plan)
    slides = told["slides"]
    assert isinstance(slides, list)
    assert [(one["number"], one["title"], one["kept"]) for one in slides[3:6]] == [
        (None, "Two", True),
        (4, "B", True),
        (5, "Three", True),
    ]
    drawn = [" ".join(line.split()) for line in draw([deck.plan], 80, colour=False)]
    assert "1:08 0:03 Two ━" in drawn
    assert any(line.startswith("4 1:11 5:00 B") for line in drawn)
