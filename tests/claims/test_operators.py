"""Every row of operators.tsv, tried on its own two examples."""

import re

import pytest
from msgspec import structs

from talkbuilder.claims.compare import compare
from talkbuilder.claims.figure_differences import Difference
from talkbuilder.claims.normal import lowered, may_stand, normalise
from talkbuilder.claims.operators import Operator, found, operators, places
from tests.corpora.tables import from_table

MOST_ROWS = 60


def differences(ours: str, theirs: str) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    told = compare(normalise(ours).text, normalise(theirs).text)
    return told.refused, told.asked


@pytest.mark.parametrize("row", operators(), ids=lambda row: f"{row.of}: {row.examples[1]}")
def test_a_row_fires_on_its_first_example_and_not_on_its_second(row: Operator) -> None:
    fires_ours, fires_theirs, passes_ours, passes_theirs = row.examples
    refused, asked = differences(fires_ours, fires_theirs)
    assert row.of in {one.kind for one in (refused if row.refuses else asked)}
    assert not differences(passes_ours, passes_theirs)[0]
    assert row.of not in {one.kind for one in differences(passes_ours, passes_theirs)[1]}


def test_words_are_found_whatever_a_pattern_begins_with() -> None:
    texts = {lowered(text) for row in operators() for text in row.examples}
    for row in operators():
        words = re.compile(rf"(?<![\w'])(?:{row.pattern})(?![\w'])")
        with_words = {text for text in texts if words.search(text)}
        assert {text for text in texts if places(structs.replace(row, unless=""), text)} == with_words


def test_the_table_stays_small() -> None:
    assert len(operators()) <= MOST_ROWS


def test_what_a_row_excepts_is_none_of_its_words() -> None:
    assert [one.words for one in found("It may rain in May, or on 3 May", "hedge")] == ["may"]
    assert found("They came not only from the town", "negation") == ()


def test_of_words_that_overlap_the_first_and_longest_stands() -> None:
    assert [one.words for one in found("People say that it is deep", "hearsay", "attribution")] == ["People say"]


def test_a_place_is_one_of_the_text() -> None:
    text = "The baker never came, and nobody asked"
    for row in operators():
        assert all(text[one.start : one.end] == one.words for one in places(row, text))


@pytest.mark.parametrize("row", operators(), ids=lambda row: f"{row.of}: {row.examples[1]}")
def test_no_text_is_passed_over_in_which_a_pattern_stands(row: Operator) -> None:
    texts = [lowered(normalise(one).text) for other in operators() for one in other.examples]
    for pattern in filter(None, (row.pattern, row.against, row.unless)):
        standing = [text for text in texts if re.search(pattern, text)]
        assert all(may_stand(pattern, text) for text in standing)


@from_table
def test_a_text_without_letters_of_a_pattern_is_passed_over(pattern: str, text: str) -> None:
    assert not may_stand(pattern, text)
