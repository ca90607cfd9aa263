"""Figures that follow from those of a passage are asked about; those that follow from nothing are refused."""

import pytest

from tests.evidence.telling import told

BOATS = "In 2010 the office counted 48 boats and 16 rafts, compared with 36 boats in 2009."
MARKET = "The market runs August 16-18 with 3 1/2 tons of plums and two crews of six."
RANK = "The lake is the ninth largest in the county."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (BOATS, "counted 48 boats", "In 2010 the office counted 12 more boats than in 2009"),
        (BOATS, "counted 48 boats", "The office counted nearly 50 boats in 2010"),
        (BOATS, "counted 48 boats", "In 2010 there were more than forty boats"),
        (BOATS, "counted 48 boats and 16 rafts", "In 2010 the office counted 64 boats and rafts in all"),
        (BOATS, "counted 48 boats and 16 rafts", "Boats were three times as many as rafts in 2010"),
        (BOATS, "counted 48 boats", "The boats grew by a third in 2010"),
        (MARKET, "The market runs August 16-18", "The market runs for three days in August"),
        (MARKET, "two crews of six", "Twelve people make up the crews of the market"),
        (MARKET, "3 1/2 tons of plums", "The market has more than three tons of plums"),
        (RANK, "the ninth largest in the county", "Only eight lakes of the county are larger"),
    ],
)
def test_what_follows_is_asked_about(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert found.proved, found.faults
    assert found.review


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (BOATS, "counted 48 boats", "In 2010 the office counted 13 more boats than in 2009"),
        (BOATS, "counted 48 boats", "The office counted nearly 70 boats in 2010"),
        (BOATS, "counted 48 boats", "In 2010 there were more than fifty boats"),
        (BOATS, "counted 48 boats", "In 2010 the office counted 84 boats"),
        (BOATS, "counted 48 boats and 16 rafts", "Boats were seven times as many as rafts in 2010"),
        (BOATS, "counted 48 boats", "The boats grew by half in 2010"),
        (MARKET, "The market runs August 16-18", "The market runs for five days in August"),
        (MARKET, "two crews of six", "Twenty people make up the crews of the market"),
        (RANK, "the ninth largest in the county", "Only five lakes of the county are larger"),
    ],
)
def test_what_follows_from_nothing_is_refused(post: str, exact: str, says: str) -> None:
    assert {one.code for one in told(post, exact, says).faults} & {"E107", "E108", "E121", "E124"}


def test_by_what_share_two_figures_differ_is_named() -> None:
    post = "In 2010 the office counted 48 boats, compared with 36 boats in 2009."
    found = told(post, "counted 48 boats", "The boats grew by a third in 2010")
    assert found.proved, found.faults
    asked = "'a third' does not stand there, and is by what share '48' and '36' differ: is it meant so?"
    assert asked in found.review


def test_what_two_figures_make_together_is_named_without_a_word_of_it() -> None:
    found = told(BOATS, "counted 48 boats and 16 rafts", "In 2010 the office counted 64 boats and rafts")
    assert "'64' does not stand there, and is '48' and '16' together: is it meant so?" in found.review
