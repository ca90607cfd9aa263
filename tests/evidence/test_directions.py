"""E110: 'no more and no fewer' is as many, and nothing else."""

import pytest

from tests.evidence.telling import REVIEW, told, verdicts

CARTS = (
    "The mill ground 29 sacks of rye in 1910, an increase from 21 sacks in 1909, and sold three carts of bran in 1910,"
    " the same number as in 1909."
)
BRAN, RYE = "three carts of bran in 1910, the same number as", "29 sacks of rye in 1910, an increase from"
ROOMS = "The inn had 40 guests in May, as many as in April, and 12 maids, fewer than in April."
GUESTS, MAIDS = "40 guests in May, as many as", "12 maids, fewer than in April"
MASTERS = "The guild took in nine masters in 1910, as many masters as in 1909, and the mill ground less."
LOAF = "The price of a loaf rose to nine coins in June, while a herring cost two coins, the same as in May."
UNCHANGED = "The toll was unchanged from 1909: it was two coins, and the fines rose."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, no more and no fewer than in 1909"),
        (CARTS, "three carts of bran in 1910", "The mill sold three carts of bran, no more and no fewer than in 1909"),
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, neither more nor fewer than in 1909"),
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, no fewer and no more than in 1909"),
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, neither more nor less than in 1909"),
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, not more and not fewer than in 1909"),
        (CARTS, BRAN, "In 1910 the mill sold three carts of bran, no more than in 1909 and no fewer"),
        (ROOMS, GUESTS, "In May the inn had 40 guests, neither fewer nor more than in April"),
        (
            "In May as many guests as in April came, and more cooks.",
            "as many guests as in April came, and more cooks",
            "In May no more came than in April",
        ),
        ("The price did not rise in June.", "did not rise", "The price was no higher in June than before"),
        (
            MASTERS,
            "nine masters in 1910, as many",
            "The guild took in nine masters in 1910, not more or fewer than in 1909",
        ),
        (
            LOAF,
            "a herring cost two coins, the same as",
            "In June a herring cost two coins, no more and no less than in May",
        ),
        (UNCHANGED, "unchanged from 1909", "The toll was two coins, no higher and no lower than in 1909"),
        (CARTS, RYE, "In 1910 the mill ground 29 sacks of rye, more than in 1909"),
    ],
)
def test_no_more_and_no_fewer_is_as_many(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "post" in one and "deny" not in one and "denies" not in one]


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (CARTS, RYE, "The mill ground 29 sacks of rye in 1910, no more and no fewer than in 1909"),
        (CARTS, RYE, "The mill ground 29 sacks of rye in 1910, neither more nor fewer than in 1909"),
        (CARTS, RYE, "The mill ground 29 sacks of rye in 1910, no more than in 1909"),
        (CARTS, RYE, "The mill ground 29 sacks of rye in 1910, not any more than in 1909"),
        (CARTS, RYE, "The mill ground 29 sacks of rye in 1910, not fewer or more than in 1909"),
        (CARTS, "29 sacks of rye in 1910", "The mill ground 29 sacks of rye, no more than in 1909"),
        (ROOMS, MAIDS, "In May the inn had 12 maids, no more and no fewer than in April"),
        (LOAF, "a loaf rose to nine coins", "In June a loaf cost nine coins, no more and no less than in May"),
        (
            "Prices rose in May, by the same amount as wages.",
            "Prices rose in May",
            "Prices were no higher than in April",
        ),
        (
            "Prices rose in May, by the same amount as wages.",
            "rose in May, by the same amount",
            "Prices were no higher than in April",
        ),
        (
            "As many as 40 guests came in May, more than in April.",
            "many as 40 guests came in May, more",
            "40 guests came in May, no more than in April",
        ),
        (
            "The price, twice as much as in April, was a rise.",
            "twice as much as in April, was a rise",
            "The price was no higher than in April",
        ),
        (
            "As many as 40 guests came in May, a rise from April.",
            "many as 40 guests came in May, a rise",
            "40 guests came in May, no more than in April",
        ),
        (
            "So many guests as never before came in May, a rise.",
            "many guests as never before came in May, a rise",
            "No more guests came in May than before",
        ),
        (
            "Ten maids and as many cooks came in May, a rise.",
            "as many cooks came in May, a rise",
            "No more cooks came in May than before",
        ),
        (
            "The price, not the same as in April, was a rise.",
            "not the same as in April, was a rise",
            "The price was no higher than in April",
        ),
        (
            "Sheep rose and goats fell in May.",
            "Sheep rose and goats fell in May",
            "In May the herds were no higher and no lower than before",
        ),
        (
            "Guests were told the same in May as in April: that prices rose.",
            "the same in May as in April: that prices rose",
            "Prices were no higher in May than in April",
        ),
        (CARTS, BRAN, "Three carts of bran were sold in 1910, fewer than in 1909"),
        (CARTS, BRAN, "Three carts of bran were sold in 1910, more than in 1909"),
        (CARTS, BRAN, "Three carts of bran were sold in 1910, not fewer but more than in 1909"),
        (CARTS, BRAN, "Three carts of bran were sold in 1910, no more but fewer than in 1909"),
        (ROOMS, GUESTS, "In May the inn had 40 guests, more than in April"),
    ],
)
def test_what_is_not_as_many_is_no_even_number(post: str, exact: str, says: str) -> None:
    assert "E110" in {one.code for one in told(post, exact, says).faults}


@pytest.mark.parametrize(
    ("post", "exact", "says", "asked"),
    [
        (CARTS, RYE, "In 1910 the mill ground 29 sacks of rye, no fewer than in 1909", "it says only 'no fewer'"),
        (
            "The smiths earn six coins a day.",
            "earn six coins a day",
            "The smiths earn six coins a day, no more and no less than bakers",
            "calls nothing equal",
        ),
        (
            "Sheep rose and goats fell in May.",
            "Sheep rose and goats fell in May",
            "In May the herds were no higher than before",
            "it says only 'no higher'",
        ),
        (ROOMS, MAIDS, "In May the inn had 12 maids, no more than in April", "it says only 'no more'"),
    ],
)
def test_what_may_be_less_than_the_post_says_is_asked(post: str, exact: str, says: str, asked: str) -> None:
    found = told(post, exact, says)
    assert verdicts(found) == {REVIEW}
    assert any(asked in one for one in found.review)


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (
            "The mill sold 80 sacks at most, and the abbey sold more.",
            "sold 80 sacks at most",
            "The mill sold no more than 80 sacks",
        ),
        (
            "The mill ground at most 29 sacks of rye, an increase from 21.",
            "at most 29 sacks of rye, an increase",
            "The mill ground no more than 29 sacks of rye",
        ),
        (
            "The mill sold as many carts as in 1909, and ground more rye than in 1909.",
            "as many carts as in 1909, and ground more rye than",
            "The mill ground more rye than in 1909",
        ),
        ("The abbey grew, and there was no more bread.", "there was no more bread", "There was no more bread"),
        (
            MASTERS,
            "nine masters in 1910, as many masters",
            "The guild took in as many masters as in 1909, and more were not asked",
        ),
    ],
)
def test_no_more_may_compare_nothing(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "only" in one or "equal" in one]


def test_what_is_denied_otherwise_is_left_to_other_rules() -> None:
    found = told(
        MASTERS, "nine masters in 1910, as many masters", "The guild did not take in more masters than in 1909"
    )
    assert {one.code for one in found.faults} == {"E122"}
