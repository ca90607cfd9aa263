"""What of a text could be looked up and be wrong."""

from pathlib import Path

from talkbuilder.talk.typed_claims import claims
from tests.corpora.tables import from_table


def found(text: str) -> list[tuple[str, str]]:
    return [(one.sort, one.words) for one in claims(text) if not one.is_small]


@from_table
def test_a_figure_about_the_world_is_a_claim(text: str, words: str) -> None:
    assert found(text) == [("figure", words)]


@from_table
def test_the_own_life_questions_the_clock_verses_numbers_to_call_and_small_counts_are_free(text: str) -> None:
    assert found(text) == []


def test_the_first_person_frees_its_own_sentence_and_none_that_is_quoted() -> None:
    assert found("I was there. The county has 84 wells.") == [("figure", "84")]
    assert found("“We sell them all,” says the mayor.") == [("quoted", "“We sell them all,”")]
    assert found("The US has 84 wells.") == [("figure", "84")]


@from_table
def test_three_words_in_quote_marks_are_a_claim(text: str, words: str) -> None:
    assert found(text) == [("quoted", words)]


@from_table
def test_one_or_two_words_titles_verses_and_what_is_to_be_said_are_free(text: str) -> None:
    assert found(text) == []


@from_table
def test_what_somebody_is_said_to_say_is_a_claim(text: str, words: str) -> None:
    assert found(text) == [("saying", words)]


@from_table
def test_what_is_told_of_the_own_life_or_of_nobody_is_no_saying(text: str) -> None:
    assert found(text) == []


def test_a_small_count_is_marked_as_one() -> None:
    (one,) = claims("Five trees were planted.")
    assert (one.words, one.is_small, one.values) == ("Five", True, (5.0,))


def test_of_plain_talk_hardly_a_sentence_is_a_claim() -> None:
    sentences = (Path(__file__).parent.parent / "corpora" / "plain_talk.txt").read_text("utf-8").splitlines()
    claimed = [one for one in sentences if found(one)]
    assert len(claimed) <= len(sentences) / 100, claimed


def test_a_figure_is_not_cut_at_its_comma_nor_a_year_taken_for_the_whole_of_a_share() -> None:
    assert [one.words for one in claims("It grew to 71,200 in 2023.")] == ["71,200", "2023"]
