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
BISHOP = "The bishop came for the feast."
COMPLAINED = (  # (a sentence behind that of the bishop, of whom it tells a deed)
    ("He sang and the cooks complained about the rents.", "cooks"),
    ("At the gate he sang; the cooks complained about the rents.", "cooks"),
    ("Tenants near the lake complained about the rents.", "tenants"),
    ("The cooks found that tenants complained about the rents.", "tenants"),
    ("Tenants from the valley complained about the rents.", "tenants"),
    ("In the valley the tenants complained about the rents.", "tenants"),
    ("In the valley even the tenants complained about the rents.", "tenants"),
    ("In the valley by then the tenants complained about the rents.", "tenants"),
    ("The tenants loudly complained about the rents.", "tenants"),
    ("The tenants last winter complained about the rents.", "tenants"),
    ("The warned tenants complained about the rents.", "tenants"),
    ("The tenants that slept there complained about the rents.", "tenants"),
    ("The tenants came and complained about the rents.", "tenants"),
    ("When the tenants complained about the rents, nobody came.", "tenants"),
    ("The women who sang there complained about the rents.", "women"),
    ("The tenants complained about the rents, and so the cooks complained.", "tenants"),
)
LEFT = (  # (post, exact, says): whoever does it is told of, or is not one of a sentence before, or it is no deed
    (
        f"{BISHOP} At the gate stood a tenant who sang and he complained about the rents.",
        "he complained about the rents",
        "The bishop complained about the rents",
    ),
    (f"{BISHOP} With horses he paid the smiths.", "With horses he paid the smiths", "The bishop paid the smiths"),
    (f"{BISHOP} With horses each paid the smiths.", "With horses each paid the smiths", "The bishop paid the smiths"),
    (f"{BISHOP} Reported was the loss of eels.", "Reported was the loss of eels", "The bishop reported a loss of eels"),
    (
        "The bishop came for the feast and sang. The tenants complained about the rents.",
        "The tenants complained about the rents",
        "The bishop sang before the tenants complained about the rents",
    ),
    (
        "Men of the village met in May. The village elders signed a letter.",
        "The village elders signed a letter",
        "Men of the village signed a letter",
    ),
    (
        "The smiths came for the feast. The carters cooked soup for the smiths.",
        "The carters cooked soup for the smiths",
        "The smiths cooked soup at the feast",
    ),
    (f"{BISHOP} The smiths cooked soup.", "The smiths cooked soup", "The pilots cooked soup at the feast"),
    (
        "The author came for the feast. Tenants said to her that the rents had doubled.",
        "Tenants said to her that the rents had doubled",
        "The author said that the rents had doubled",
    ),
    (
        "The bishop owns an inn. Tenants give a hundred coins in May.",
        "Tenants give a hundred coins in May",
        "The inn gets a hundred coins in May",
    ),
    ("The bishop owns an inn. Tenants reported a fire.", "Tenants reported a fire", "The inn has reports of a fire"),
    (
        "The bishop owns an inn. Tenants give reports of a fire.",
        "Tenants give reports of a fire",
        "The inn reported a fire",
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


@pytest.mark.parametrize(("sentence", "who"), COMPLAINED)
def test_the_post_says_it_of_the_noun_before_the_deed(sentence: str, who: str) -> None:
    found = told(f"{BISHOP} {sentence}", sentence.rstrip("."), "The bishop complained about the rents")
    asked = [one for one in found.review if "stands in a sentence before" in one]
    assert asked == [f"the post says it of '{who}', and 'bishop' stands in a sentence before: is it they?"]


@pytest.mark.parametrize(("post", "exact", "says"), LEFT, ids=[says for _, _, says in LEFT])
def test_other_nouns_and_other_deeds_are_not_asked_about(post: str, exact: str, says: str) -> None:
    assert not any("stands in a sentence before" in one for one in told(post, exact, says).review)


def test_to_say_something_is_a_deed_too() -> None:
    post = f"{BISHOP} The tenant says that the rents doubled."
    found = told(post, "The tenant says that the rents doubled", "The bishop says that the rents doubled")
    assert any("the post says it of 'tenant', and 'bishop'" in one for one in found.review)
