"""A quotation, word for word, and who says it."""

from tests.kinds import Golden, compare, sample
from tests.listing import shown
from tests.sample import built, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    compare("quote", sample("quote"), golden)


def test_a_quotation_is_set_as_it_stands_whatever_marks_it_holds() -> None:
    assert shown(sample("quote"))[2]["Quote"] == "The grass was *higher* than {we}\u00a0were."


def test_a_translated_quotation_says_so_in_its_credit() -> None:
    deck, _ = built(talk("  - {title: Wind, quote: wind, notes: Some words.}"))
    assert shown(deck)[2]["Credit"] == "A witness (a summary of a translation)"


def test_a_post_with_a_telling_title_is_cited_as_its_author_wants() -> None:
    assert shown(sample("quote"))[2]["Source line"] == "Source: A witness, in “The […] post”, May 17, 2012"
