"""The slide that opens a part: it counts it, and shows where the talk is; a part can do without it."""

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.source.events import Occasion
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
    assert drawn.alt == "The way of the talk as suns over a horizon: Part 2 of 3"
    assert lines(deck.pages[3], "shown") == (f"On the slide: {drawn.alt}",)


def test_a_talk_of_one_part_has_no_way_to_show() -> None:
    deck, _ = built(timed(_PARTS[0]))
    assert opened(deck) == [("Part 1", "One")]
    assert lines(deck.pages[1], "shown") == ()
    assert not any(isinstance(item, Group) for item in deck.pages[1].items)


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


def test_a_talk_may_say_it_for_all_its_parts_and_a_part_for_itself() -> None:
    deck, _ = built(f"opener: none\n{_THREE}")
    assert opened(deck) == []
    assert [page.title for page in deck.pages] == ["A talk", "A", "B", "C", "Thank you", "Sources"]
    deck, _ = built(f"opener: none\n{unopened(_NOTES.replace('none', 'slide'))}")
    assert opened(deck) == [("Part 2 of 3", "Two")]
