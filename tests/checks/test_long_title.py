"""C408: a title is read at a glance."""

import pytest

from tests.cases import TALK, diagnostics, talk


def messages(title: str, kind: str = "ask: example-action") -> list[str]:
    found = diagnostics({TALK: talk(f"- title: {title}\n  {kind}\n  notes: N.\n")})
    return [one.message for one in found if one.code == "C408"]


@pytest.mark.parametrize(("count", "told"), [(12, []), (13, ["the title has 13 words"])])
def test_twelve_words_are_enough(count: int, told: list[str]) -> None:
    assert messages(" ".join(["we"] * count)) == told


def test_three_lines_are_too_many() -> None:
    assert messages(" ".join(["incomprehensibilities"] * 6)) == ["the title has 3 lines"]


def test_a_question_for_the_tables_may_take_three_lines() -> None:
    assert messages("For you", f"question: {' '.join(['incomprehensibilities'] * 3)}") == []


def test_what_is_stated_is_no_title() -> None:
    stated = f"- statement: {' '.join(['we'] * 13)}\n  cite: [rain]\n  notes: N.\n"
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    found = diagnostics({TALK: talk(stated), "assets/quotes.yaml": quotes})
    assert [one for one in found if one.code == "C408"] == []
