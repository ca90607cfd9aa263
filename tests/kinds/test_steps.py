"""Steps in their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkbuilder.layout.items import Group, Shape
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.kinds import Golden, compare, flaws, sample, texts_of
from tests.listing import lines
from tests.sample import NO_WORDS, built, codes, talk

_WORDS = st.lists(st.text(NO_WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(" ".join)
_TWO = "    - {head: First, text: '{herds} herds'}\n    - {head: Then, absent: true}"


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("steps", sample("steps"), golden)


def written(steps: str) -> str:
    return talk(f"  - title: One and another\n    cite: [grass]\n    notes: Words.\n    steps:\n{steps}")


def drawn(steps: str, aspect: Aspect = "16:9") -> tuple[Page, list[str]]:
    deck, report = built(written(steps), Occasion(aspect=aspect))
    return deck.pages[2], codes(report)


def group(page: Page) -> Group:
    (one,) = (item for item in page.items if isinstance(item, Group))
    return one


def shapes(page: Page) -> dict[str, Shape]:
    return {item.name: item for item in group(page).items if isinstance(item, Shape)}


def test_what_is_absent_is_dashed_and_said_to_be_absent() -> None:
    page, reported = drawn(_TWO)
    assert reported == []
    strokes = [shapes(page)[name].stroke for name in ("number 1", "number 2", "way")]
    assert [one.dash for one in strokes if one] == ["solid", "dash", "dash"]
    said = "1: First, 88 herds; 2, absent: Then"
    assert group(page).alt == said
    assert lines(page, "shown") == (f"On the slide: {said}",)
    assert "herds" in [one.id for one in page.citations]


def test_an_absent_pictogram_stands_in_a_dashed_ring_without_a_ground() -> None:
    page, _ = drawn("    - {head: First, icon: bus}\n    - {head: Then, icon: house, absent: true}")
    there, absent = shapes(page)["ground of bus"], shapes(page)["place of house"]
    assert there.fill is not None
    assert absent.fill is None
    assert absent.stroke is not None
    assert absent.stroke.dash == "dash"


def test_a_drawing_may_stand_over_a_step() -> None:
    page, reported = drawn("    - {head: First, drawing: gate}\n    - {head: Then, drawing: gate, absent: true}")
    assert reported == []
    there, absent = (item for item in group(page).items if isinstance(item, Group))
    assert any(isinstance(item, Shape) and item.fill for item in there.items)
    assert not any(isinstance(item, Shape) and item.fill for item in absent.items)


def test_numbers_stand_in_order_at_one_height() -> None:
    page, _ = drawn("\n".join(f"    - {{head: Step {number}}}" for number in range(1, 6)))
    discs = [shapes(page)[f"number {number}"].box for number in range(1, 6)]
    assert len({box.y for box in discs}) == 1
    assert [box.x for box in discs] == sorted(box.x for box in discs)
    assert [text.paragraphs[0].text for text in texts_of(group(page).items) if len(text.name) == 1] == list("12345")


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ("    - {head: A}", "E011"),
        ("    - {head: A}\n" * 6, "E011"),
        ("    - {head: A, icon: bus}\n    - {head: B}", "E003"),
        ("    - {head: A, icon: bsu}\n    - {head: B, icon: bus}", "E001"),
        ("    - {head: A, icon: bus, drawing: gate}\n    - {head: B, icon: bus}", "E007"),
        ("    - {head: A, drawing: no-such}\n    - {head: B, icon: bus}", "R001"),
        ("    - {haed: A}\n    - {head: B}", "E002"),
    ],
)
def test_steps_that_cannot_be_drawn_are_reported(steps: str, code: str) -> None:
    assert code in codes(built(written(steps))[1])


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
@settings(max_examples=25)
@given(st.lists(st.tuples(_WORDS, st.none() | _WORDS), min_size=2, max_size=5), st.booleans())
def test_words_that_are_not_reported_lie_on_nothing(
    aspect: Aspect, words: list[tuple[str, str | None]], have_icons: bool
) -> None:
    rows = (f"head: {head}{f', text: {text}' if text else ''}" for head, text in words)
    icon = ", icon: bus" if have_icons else ""
    page, reported = drawn("\n".join(f"    - {{{row}{icon}}}" for row in rows), aspect)
    assert set(reported) <= {"C201"}
    if not reported:
        assert flaws(page) == []
