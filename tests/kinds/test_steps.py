"""Steps in their order."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Group, Shape
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws
from tests.listing import lines
from tests.sample import NO_WORDS, built, codes, talk

_WORDS = st.lists(st.text(NO_WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(" ".join)
_TWO = "    - {head: First, text: '{herds} herds'}\n    - {head: Then, absent: true}"


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


def test_a_drawing_may_stand_over_a_step() -> None:
    page, reported = drawn("    - {head: First, drawing: gate}\n    - {head: Then, drawing: gate, absent: true}")
    assert reported == []
    there, absent = (item for item in group(page).items if isinstance(item, Group))
    assert any(isinstance(item, Shape) and item.fill for item in there.items)
    assert not any(isinstance(item, Shape) and item.fill for item in absent.items)


@from_table
def test_steps_that_cannot_be_drawn_are_reported(steps: str, code: str) -> None:
    assert code in codes(built(written(steps))[1])


@given(
    st.lists(st.tuples(_WORDS, st.none() | _WORDS), min_size=2, max_size=5),
    st.booleans(),
    st.sampled_from(get_args(Aspect)),
)
def test_words_that_are_not_reported_lie_on_nothing(
    words: list[tuple[str, str | None]], have_icons: bool, aspect: Aspect
) -> None:
    rows = (f"head: {head}{f', text: {text}' if text else ''}" for head, text in words)
    icon = ", icon: bus" if have_icons else ""
    page, reported = drawn("\n".join(f"    - {{{row}{icon}}}" for row in rows), aspect)
    assert set(reported) <= {"C201"}
    if not reported:
        assert flaws(page) == []
