"""Whether something happened once or again and again, as the post tells it."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The capital was Almaty then.",
        "The capital was Almaty",
        "The capital was Almaty",
        "The capital is Almaty",
        "review",
    ),
    Bent("The wells were dry.", "The wells were dry", "The wells were dry", "The wells are dry", "review"),
    Bent(
        "Guards searched 88 boats in 2010.",
        "searched 88 boats in 2010",
        "Guards searched 88 boats in 2010",
        "Guards no longer looked away and searched 88 boats in 2010",
        "review",
    ),
    Bent(
        "The miller sang in the choir.",
        "The miller sang in the choir",
        "The miller sang in the choir",
        "The miller went on singing in the choir",
        "review",
    ),
    Bent(
        "The miller used to sell bread. He does not bake today.",
        "does not bake today",
        "The miller does not bake any more",
        "The miller bakes bread today",
        "E106",
    ),
    Bent("Two monks left.", "Two monks left", "Two monks left", "Two monks left again", "review"),
    Bent("Two monks sang.", "Two monks sang", "Two monks sang", "Two monks still sang", "review"),
    Bent(
        "Two monks sang there once more.",
        "Two monks sang there",
        "Two monks sang there again",
        "Two monks sang there first",
        "review",
    ),
    Bent(
        "The bakery burned 40 loaves in 1998. Nobody was hurt.",
        "burned 40 loaves in 1998",
        "The bakery burned 40 loaves in 1998",
        "The bakery burned 40 loaves every year",
        "E124",
    ),
    Bent(
        "The choir sang in the square last Sunday.",
        "sang in the square last Sunday",
        "The choir sang in the square",
        "The choir regularly sang in the square",
        "E124",
    ),
    Bent(
        "The town fined six innkeepers in 2007.",
        "fined six innkeepers in 2007",
        "The town fined six innkeepers in 2007",
        "Six innkeepers are fined annually by the town",
        "E124",
    ),
    Bent(
        "A wolf killed three sheep on the north slope.",
        "killed three sheep",
        "A wolf killed three sheep",
        "Week after week a wolf killed three sheep",
        "E124",
    ),
    Bent(
        "The council planted 90 lime trees in 2003.",
        "planted 90 lime trees in 2003",
        "In 2003 the council planted 90 lime trees",
        "The council plants 90 lime trees",
        "review",
    ),
    Bent(
        "The doctor visited two farms in 2005.",
        "visited two farms in 2005",
        "The doctor visited two farms in 2005",
        "The doctor keeps visiting two farms",
        "E124",
    ),
    Bent(
        "The bus carries 30 pupils every day.",
        "carries 30 pupils every day",
        "The bus carries 30 pupils daily",
        "The bus carries 30 pupils every hour",
        "E126",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(
    ("post", "asked"),
    [
        (
            "The mill was old when it was sold.",
            ("the post says that it was 'old', and not that it is: is it so still?",),
        ),
        ("The mill, an old house, was sold in May.", ()),
    ],
)
def test_only_of_what_was_it_is_asked_whether_it_is(post: str, asked: tuple[str, ...]) -> None:
    assert told(post, post.rstrip("."), "The mill is old").review == asked


@pytest.mark.parametrize("post", ["The miller still sang in the choir.", "The miller sang in the choir until May."])
def test_that_it_was_otherwise_before_may_be_told_in_other_words(post: str) -> None:
    found = told(post, post.rstrip("."), "The miller went on singing in the choir")
    assert not any("otherwise before" in one for one in found.review)


def test_what_went_on_was_so_before() -> None:
    post = "The miller sang in the choir."
    found = told(post, post.rstrip("."), "The miller went on singing in the choir")
    assert any("otherwise before" in one for one in found.review)


@pytest.mark.parametrize(
    ("post", "says", "is_asked"),
    [
        ("In autumn her cousins came and took her home", "Cousins come to the inn and take maids home", True),
        (
            "The ferryman carried us over and asked for nothing",
            "The ferryman carries guests and asks for nothing",
            True,
        ),
        ("The priest blessed the boat that morning", "Priests bless boats", True),
        ("In autumn her cousins came and took her home", "Cousins came to the inn and took a maid home", False),
        ("Every autumn the ferryman carried us over", "The ferryman carries guests in autumn", False),
        ("Barley is mostly grown in the valley", "The valley grows barley", False),
        ("The priest blessed the boat that morning", "The priest had time to bless the boat", False),
        ("The priest blessed the boat, as priests bless boats", "Priests bless boats", False),
    ],
)
def test_what_happened_once_told_as_custom_is_asked_about(post: str, says: str, is_asked: bool) -> None:
    found = told(f"{post}.", post, says)
    assert any("of one time, and not" in one for one in found.review) == is_asked


ROPERS, UNPAID = "Many of the ropers were not being paid for months on end.", "not being paid for months on end"
WEEKS = "For weeks at a stretch the brewer saw nobody."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (ROPERS, UNPAID, "Many of the ropers were not paid month after month"),
        (ROPERS, UNPAID, "Many of the ropers were not paid month upon month"),
        (WEEKS, "at a stretch the brewer saw nobody", "Week after week the brewer saw nobody"),
        (
            "The bakers slept badly nights on end.",
            "slept badly nights on end",
            "Night after night the bakers slept badly",
        ),
        ("The fishers were away for days at a time.", "away for days at a time", "The fishers were away day after day"),
        ("The fishers were away days in a row.", "away days in a row", "The fishers were away day after day"),
        (
            "For many months the ropers were not paid.",
            "the ropers were not paid",
            "The ropers were not paid month after month",
        ),
        ("The smith was paid once a month.", "paid once a month", "The smith was paid month after month"),
    ],
)
def test_what_lasts_for_months_is_so_month_after_month(post: str, exact: str, says: str) -> None:
    assert not told(post, exact, says).faults


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (ROPERS, UNPAID, "Many of the ropers were not paid year after year"),
        (ROPERS, UNPAID, "Many of the ropers were not paid once a month"),
        (ROPERS, UNPAID, "Many of the ropers were not paid time and again"),
        (WEEKS, "the brewer saw nobody", "Every week the brewer saw nobody"),
        ("The ropers were not paid for a month.", "not paid for a month", "The ropers were not paid month after month"),
        ("The ropers were not paid in May.", "not paid in May", "The ropers were not paid month after month"),
        ("The inn was open two months in 1910.", "open two months", "The inn was open month after month"),
        ("The inn burned down after months on end of rain.", "burned down", "The inn burned down month after month"),
        (
            "The well was dug, and for months on end nobody drank.",
            "The well was dug",
            "The well was dug month after month",
        ),
    ],
)
def test_what_happened_once_or_otherwise_is_not(post: str, exact: str, says: str) -> None:
    assert "E124" in {one.code for one in told(post, exact, says).faults}
