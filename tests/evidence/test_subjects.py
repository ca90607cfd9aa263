"""Of whom something is told, and from where: what a person is asked where the names are told otherwise."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The duke paid for training for Danish sailors in Portugal.",
        "training for Danish sailors in Portugal",
        "Danish sailors had training in Portugal",
        "The duke trained the sailors of Portugal",
        "review",
    ),
    Bent(
        "Polish workers in Norway built the pier.",
        "Polish workers in Norway built the pier",
        "Polish workers built the pier in Norway",
        "The workers of Norway built the pier",
        "review",
    ),
    Bent(
        "Officers of the Riga police taught in Oslo.",
        "Officers of the Riga police taught in Oslo",
        "Officers of the police of Riga taught in Oslo",
        "Officers of Oslo taught the Riga police",
        "review",
    ),
    Bent(
        "Estonian students sang for the mayor in Turku.",
        "Estonian students sang for the mayor in Turku",
        "Estonian students sang in Turku for the mayor",
        "The students of Turku sang for the mayor",
        "review",
    ),
    Bent(
        "Girls from the coast work in the mill.",
        "Girls from the coast work in the mill",
        "Girls from the coast work in the mill",
        "Girls from the mill work on the coast",
        "review",
    ),
    Bent(
        "Apples from the south are sold at the quay.",
        "Apples from the south are sold at the quay",
        "Apples from the south are sold at the quay",
        "Apples from the quay are sold in the south",
        "review",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


def test_whoever_is_put_before_an_of_is_asked_about() -> None:
    post = "The cook of the house is sick. The daughter of the mayor, Dora, owns the mill."
    found = told(post, "The daughter of the mayor, Dora, owns the mill", "The cook of the daughter owns the mill")
    assert found.review == ("the sentence says nothing of 'cook', but of 'daughter'",)


@pytest.mark.parametrize(("sailors", "is_asked"), [("Danish", True), ("old", False)])
def test_of_whom_the_post_tells_by_their_country_it_is_asked_whether_they_are_of_a_place(
    sailors: str, is_asked: bool
) -> None:
    post = f"In spring {sailors} sailors in Almaty sing."
    found = told(post, f"{sailors} sailors in Almaty sing", "The sailors of Almaty sing in spring")
    assert found.proved, found.faults
    assert found.review == (("the post says 'in' of 'almaty', not 'of'",) if is_asked else ())


def test_somebody_of_whom_only_the_sentence_before_tells_is_asked_about() -> None:
    post = "The cook sang in the hall. In May the well was mended."
    found = told(post, "In May the well was mended", "The cook mended the well in May")
    assert found.review == ("the sentence says nothing of 'cook': see of whom it does",)


def test_whoever_stands_behind_the_words_pointed_to_is_not_the_one_with_whom_they_begin() -> None:
    post = "Anna Weber sold the mill to the smith of Uri."
    found = told(post, "Anna Weber sold the mill", "The smith sold the mill")
    assert "it begins with 'smith', and the post there with 'anna': is it said of the same?" in found.review
