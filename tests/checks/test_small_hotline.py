"""C357: nothing is larger than the number of the hotline on its slide, or on the last one."""

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.checks.test_hotline import HOTLINE

ASK = talk("- {title: This is the number, ask: hotline, notes: 'Or 911.'}\n")
CLOSING = "closing: {title: Bye, ask: hotline, notes: Bye.}\n"


def codes(outline: str, actions: str = HOTLINE) -> list[str]:
    return [one.code for one in diagnostics({TALK: outline, "assets/actions.yaml": actions}) if one.code == "C357"]


def test_a_poster_is_large_enough_and_comes_back_last() -> None:
    assert codes(ASK + CLOSING) == []


def test_beside_a_code_the_closing_has_its_number_large() -> None:
    assert codes(ASK + CLOSING, HOTLINE.replace("poster: true,", "")) == []


def test_a_closing_that_stays_is_told_where_its_title_is_larger() -> None:
    assert codes(ASK + CLOSING, HOTLINE.replace("poster: true,", "code: none,")) == ["C357"]


@pytest.mark.parametrize(("size", "told"), [(30, []), (200, ["C357"])])
def test_words_of_a_drawing_are_smaller_than_the_number_under_it(size: int, told: list[str]) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><title>A board</title>'
        '<rect class="teal" width="960" height="300"/>'
        f'<rect data-text="a" class="paper" font-size="{size}" width="960" height="300"/></svg>'
    )
    outline = ASK.replace("ask: hotline", "ask: hotline, drawing: board, labels: [Call]")
    files = {TALK: outline, "assets/actions.yaml": HOTLINE, "assets/drawings/board.svg": drawing}
    assert [one.code for one in diagnostics(files) if one.code == "C357"] == told


def test_a_closing_that_does_not_stay_may_be_smaller() -> None:
    cites = talk("- {title: One thing is so, quote: rain, notes: N.}\n")
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    files = {TALK: cites + CLOSING, "assets/actions.yaml": HOTLINE, "assets/quotes.yaml": quotes}
    assert [one.code for one in diagnostics(files) if one.code == "C357"] == []
