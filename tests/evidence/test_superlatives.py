"""E127: what is called the largest, and which the post calls less than that."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The inn is one of the largest in the valley.",
        "The inn is one of the largest in the valley",
        "The inn is one of the largest",
        "The inn is the largest in the valley",
        "E127",
    ),
    Bent(
        "The inn is one of the largest in the valley.",
        "The inn is one of the largest in the valley",
        "The inn is one of the valley’s largest",
        "One of the guests says the inn is the valley's largest",
        "E127",
    ),
    Bent(
        "The inn is one of Europe's oldest, and some of its largest rooms are dark.",
        "The inn is one of Europe's oldest, and some of its largest rooms are dark",
        "The inn is one of the oldest in Europe, and some of its largest rooms are dark",
        "The inn is one of Europe's oldest, and its largest rooms are dark",
        "E127",
    ),
    Bent(
        "There is a better inn in the valley.",
        "There is a better inn in the valley",
        "The inn is not the best in the valley",
        "The inn is the best in the valley",
        "E127",
    ),
    Bent(
        "The bakers are among the poorest in the valley.",
        "The bakers are among the poorest in the valley",
        "The bakers are among the valley's poorest",
        "The bakers are the poorest in the valley",
        "E127",
    ),
    Bent(
        "The tower is the 2nd tallest in the county.",
        "The tower is the 2nd tallest in the county",
        "The tower is the second tallest in the county",
        "The tower is the tallest in the county",
        "E127",
    ),
    Bent(
        "The mill is the third oldest in the county.",
        "The mill is the third oldest in the county",
        "The mill is the 3rd oldest in the county",
        "The mill is the oldest in the county",
        "E127",
    ),
    Bent(
        "The inn is a good one.",
        "The inn is a good one",
        "The inn is good",
        "The inn is not the worst",
        "E127",
    ),
    Bent(
        "There is a larger inn in the valley.",
        "There is a larger inn in the valley",
        "The inn is not the largest in the valley",
        "The inn is the largest in the valley",
        "E127",
    ),
    Bent(
        "The fee is up to 9 coins.",
        "The fee is up to 9 coins",
        "The fee is up to 9 coins",
        "The highest fee is 9 coins",
        "review",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_keeps_its_rank_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_called_more_is_caught(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(
    ("post", "says"),
    [
        ("The 2 largest inns burned", "The largest inns burned"),
        ("The woods burned in May", "The forest burned in May"),
        ("A ridge was bare of snow", "The crest was bare of snow"),
        ("The lake is in the west of the plain", "The lake is in the northwest of the plain"),
    ],
)
def test_what_only_looks_so_is_neither_rank_nor_superlative(post: str, says: str) -> None:
    assert not told(f"{post}.", post, says).faults


@pytest.mark.parametrize(
    "limit",
    [
        *("ranging to", "ranged to", "between 2 and", "up to", "as much as", "as many as", "as long as", "as high as"),
        *("as low as", "as few as", "as little as", "at most", "at least", "a maximum of", "a minimum of", "the top:"),
        *("no more than", "no less than", "no fewer than", "a record"),
    ],
)
def test_an_end_that_the_post_tells_is_asked_about(limit: str) -> None:
    found = told(f"The fee was {limit} 9 coins.", f"The fee was {limit} 9 coins", f"The lowest fee was {limit} 9 coins")
    assert not found.faults
    assert "the post tells an end, and not of a 'lowest': is it that?" in found.review
