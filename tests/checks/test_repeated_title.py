"""C001: no two slides have the same title, whoever made them."""

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table


def faults(*titles: str) -> list[tuple[str, int, str]]:
    slides = "".join(f"- {{title: {title}, ask: example-action, notes: N.}}\n" for title in titles)
    return [(one.code, one.place[1], one.message) for one in diagnostics({TALK: talk(slides)})]


def test_the_second_of_two_equal_titles_is_told_with_the_part_of_the_first() -> None:
    assert faults("One", "Next", "One") == [("C001", 10, "a slide of “Part” has the same title")]


@pytest.mark.parametrize("other", ["ONE  HOUR", "'**One** hour'", "One hour."])
def test_capitals_spaces_styles_and_a_full_stop_make_no_difference(other: str) -> None:
    assert [code for code, _, _ in faults("One hour", other)] == ["C001"]


@pytest.mark.parametrize("title", ["A talk", "Part"])
def test_the_slides_that_the_talk_makes_count_as_well(title: str) -> None:
    assert [code for code, _, _ in faults(title)] == ["C001"]


def test_the_closing_may_say_the_title_of_the_talk_again_and_no_other() -> None:
    told = [talk() + f"closing: {{title: {title}, notes: N.}}\n" for title in ("A talk", "One thing to do")]
    assert [[one.code for one in diagnostics({TALK: text})] for text in told] == [[], ["C001"]]


@from_table
def test_slides_that_no_audience_sees_both_of_may_have_one_title(one: str, other: str, codes: list[str]) -> None:
    slides = "".join(f"- {{title: One, ask: example-action, notes: N., {key}}}\n" for key in (one, other))
    assert [fault.code for fault in diagnostics({TALK: talk(slides)})] == codes
