"""C001: no two slides have the same title, whoever made them."""

import pytest

from tests.cases import TALK, diagnostics, talk


def faults(*titles: str) -> list[tuple[str, int, str]]:
    slides = "".join(f"- {{title: {title}, ask: example-action, notes: N.}}\n" for title in titles)
    return [(one.code, one.place[1], one.message) for one in diagnostics({TALK: talk(slides)})]


def test_the_second_of_two_equal_titles_is_told_with_the_number_of_the_first() -> None:
    # The cover is slide 1, the section's opening slide 2.
    assert faults("One", "Two", "One") == [("C001", 10, "slide 3 has the same title")]


def test_each_further_one_is_told() -> None:
    assert [line for _, line, _ in faults("One", "One", "One")] == [9, 10]


@pytest.mark.parametrize("other", ["one hour", "ONE  HOUR", "'One hour '", "'**One** hour'"])
def test_capitals_spaces_and_styles_make_no_difference(other: str) -> None:
    assert [code for code, _, _ in faults("One hour", other)] == ["C001"]


@pytest.mark.parametrize("title", ["A talk", "Part"])
def test_the_slides_that_the_talk_makes_count_as_well(title: str) -> None:
    assert [code for code, _, _ in faults(title)] == ["C001"]


def test_titles_that_differ_are_no_fault() -> None:
    assert faults("One", "One more", "Two") == []
