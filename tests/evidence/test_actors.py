"""Whoever does something in the post, and whoever stands only in a sentence before and does it in the statement."""

import pytest

from tests.evidence.telling import REVIEW, Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The council sent its wardens to the marsh. Fishers along the coast reported that the catch of eels fell by "
        "half.",
        "the catch of eels fell by half",
        "Fishers reported that the catch of eels fell by half",
        "Wardens reported that the catch of eels fell by half",
        REVIEW,
    ),
    Bent(
        "The nuns run the school. Two carpenters from Ghent repaired the roof in that winter.",
        "repaired the roof in that winter",
        "Carpenters repaired the roof that winter",
        "The nuns repaired the roof that winter",
        REVIEW,
    ),
    Bent(
        "A Swedish dentist was with the crew for a month. She noticed that several of the stokers who ate beside her "
        "were not given any milk.",
        "were not given any milk",
        "Several stokers were not given any milk",
        "A Swedish dentist was not given any milk",
        REVIEW,
    ),
    Bent(
        "An old beekeeper visited the camp. He remarked that most of the pickers who slept near him were charged for "
        "water.",
        "were charged for water",
        "Most of the pickers were charged for water",
        "A beekeeper was charged for water",
        REVIEW,
    ),
    Bent(
        "The bishop came for the feast. The tenants complained that the rents had doubled.",
        "complained that the rents had doubled",
        "The tenants complained that the rents had doubled",
        "The bishop complained that the rents had doubled",
        REVIEW,
    ),
    Bent(
        "Engineers drew the plans for the dyke. Volunteers from the islands built it with spades.",
        "built it with spades",
        "Volunteers built the dyke with spades",
        "Engineers built the dyke with spades",
        REVIEW,
    ),
)
ALSO_TRUE = (  # (post, exact, says)
    (
        "The wardens walked along the marsh. They reported that the eels were gone.",
        "reported that the eels were gone",
        "The wardens reported that the eels were gone",
    ),
    (
        "Herders came down from the hills. These people traded wool for salt.",
        "traded wool for salt",
        "Herders traded wool for salt",
    ),
    (
        "A Swedish dentist was with the crew. She said that she was paid in stamps.",
        "she was paid in stamps",
        "A Swedish dentist said that she was paid in stamps",
    ),
    (
        "The bakers met in May. Those who came signed a letter.",
        "signed a letter",
        "Bakers signed a letter",
    ),
    (
        "The nuns run a school. Last winter the women mended its roof themselves.",
        "women mended its roof themselves",
        "The nuns mended the roof of the school themselves",
    ),
    (
        "The dyke broke in March. Volunteers filled the gap with sand.",
        "Volunteers filled the gap with sand",
        "The gap in the dyke was filled with sand by volunteers",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_who_does_it_in_the_post_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_somebody_of_a_sentence_before_who_takes_their_place_is_asked_about(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("post", "exact", "says"), ALSO_TRUE, ids=[says for _, _, says in ALSO_TRUE])
def test_whoever_is_meant_is_not_asked_about(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not any("stands in a sentence before" in one for one in found.review)
