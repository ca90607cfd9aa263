"""Who did what: what a person is asked where the order of words tells it of another."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "In June a march by bakers reached the smiths.",
        "a march by bakers reached the smiths",
        "A march by bakers reached the smiths",
        "The smiths held a march",
        "review",
    ),
    Bent(
        "A survey by students of the miners' homes was printed.",
        "A survey by students of the miners' homes",
        "Students surveyed the homes of miners",
        "Miners made a survey of homes",
        "review",
    ),
    Bent(
        "The guard shot in May, and the thief was shot.",
        "guard shot in May, and the thief was shot",
        "The thief was shot, and the guard shot in May",
        "The thief shot the guard",
        "review",
    ),
    Bent(
        "The theft by two guards of the abbot's horse was told.",
        "The theft by two guards of the abbot's horse",
        "Two guards stole the horse of the abbot",
        "The abbot hid the theft of a horse",
        "E125",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("thing", "doer"), [("bakery", "baker"), ("trade", "trader")])
def test_somebody_who_does_what_the_post_only_names_is_asked_about(thing: str, doer: str) -> None:
    post = f"The {thing} by the bridge is old."
    found = told(post, post.rstrip("."), f"The {doer} by the bridge is old")
    assert found.review == (f"the post says '{thing}', and nothing of '{doer}'",)


CAKES = "Bakers sold cakes in 2010"


@pytest.mark.parametrize(
    ("post", "says"),
    [
        (f"{CAKES}, and the loaves sold in 2009 were black.", "Bakers sold loaves in 2009"),
        (f"{CAKES}, and the loaves sold, black as coal, were dear.", "Bakers sold loaves"),
        (f"{CAKES}, and we ate the loaves sold.", "Bakers sold loaves"),
    ],
)
def test_what_may_have_been_done_to_something_is_not_turned_round(post: str, says: str) -> None:
    assert told(post, post.rstrip("."), says).proved
