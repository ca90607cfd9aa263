"""E126 contrary-word, or asked about: what the post tells as a choice, or only as a deed, told as forced."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "The bakers left the town in May.",
        "The bakers left the town in May",
        "The bakers left the town in May",
        "The bakers had to leave the town in May",
        "review",
    ),
    Bent(
        "The abbot decided to sell the vines.",
        "The abbot decided to sell the vines",
        "The decision was made to sell the vines of the abbot",
        "The abbot was forced to sell the vines",
        "E126",
    ),
    Bent(
        "Her choice to wear black surprised us.",
        "Her choice to wear black surprised us",
        "She chose to wear black",
        "She was told to wear black",
        "E126",
    ),
    Bent(
        "The ferrymen work on Sundays.",
        "The ferrymen work on Sundays",
        "The ferrymen work on Sundays",
        "The ferrymen are made to work on Sundays",
        "review",
    ),
    Bent(
        "She chose to clean the cellar at night.",
        "She chose to clean the cellar at night",
        "She cleaned the cellar at night as she chose",
        "She was compelled to clean the cellar at night",
        "E126",
    ),
    Bent(
        "The orchestra's decision to leave Bern came early.",
        "decision to leave Bern came early",
        "The orchestra decided early to leave Bern",
        "The orchestra was made to leave Bern early",
        "E126",
    ),
    Bent(
        "The abbot willingly sold the vines.",
        "The abbot willingly sold the vines",
        "The abbot willingly sold the vines",
        "The abbot was forced to sell the vines",
        "E126",
    ),
    Bent(
        "The abbot sold the vines of his own accord.",
        "The abbot sold the vines of his own accord",
        "The abbot sold the vines of his own accord",
        "The abbot was forced to sell the vines",
        "E126",
    ),
    Bent(  # a choice is one whatever was told before it
        "The choir needs no guests. It chose to leave Bern.",
        "It chose to leave Bern",
        "The choir chose to leave Bern",
        "The choir was made to leave Bern",
        "E126",
    ),
    Bent(
        "The monks sold the vines as the abbot had chosen.",
        "The monks sold the vines",
        "The monks sold the vines as the abbot chose",
        "The monks were forced to sell the vines",
        "E126",
    ),
    Bent(
        "He signed the letter at noon.",
        "He signed the letter at noon",
        "He signed the letter at noon",
        "He signed the letter at noon against his will",
        "review",
    ),
    Bent(
        "The judge ordered her to wear black.",
        "The judge ordered her to wear black",
        "She was told by the judge to wear black",
        "She chose to wear black",
        "E123",
    ),
    Bent(
        "Ferrymen must work on Sundays.",
        "Ferrymen must work on Sundays",
        "Ferrymen have to work on Sundays",
        "Ferrymen worked on Sundays",
        "E123",
    ),
    Bent(
        "They made her clean the cellar.",
        "They made her clean the cellar",
        "She was made to clean the cellar",
        "She cleaned the attic",
        "review",
    ),
    Bent(
        "He was not told to pay for the bell, and paid.",
        "He was not told to pay for the bell",
        "He was not told to pay for the bell",
        "He was told to pay for the bell",
        "E106",
    ),
    Bent(
        "The pass was shut, and guests could not stay.",
        "The pass was shut, and guests could not stay",
        "Guests could not stay and had to leave",
        "Guests could stay",
        "E106",
    ),
)
LEFT_TOWN = "The bakers left the town in May."
FORCED = (  # (post, exact, says): nothing in the clause tells of a choice, nor of any who made them do it
    (LEFT_TOWN, LEFT_TOWN, "The bakers had to leave the town in May"),
    (LEFT_TOWN, LEFT_TOWN, "The bakers had to then leave the town in May"),
    (LEFT_TOWN, LEFT_TOWN, "The bakers were quickly made to leave the town in May"),
    (LEFT_TOWN, LEFT_TOWN, "The bakers had no choice but to leave the town in May"),
    (LEFT_TOWN, LEFT_TOWN, "The town forced the bakers to leave in May"),
    (LEFT_TOWN, LEFT_TOWN, "The bakers left the town in May under duress"),
    (
        "The abbot decided to sing; the monks sold the vines.",
        "the monks sold the vines",
        "The monks were forced to sell the vines",
    ),
    (
        "The monks sold the vines: the abbot chose the day.",
        "The monks sold the vines",
        "The monks were forced to sell the vines",
    ),
    (
        "He signed the letter at noon.",
        "He signed the letter at noon",
        "He signed the letter against his will on a Sunday",
    ),
)
LEFT_TO_OTHERS = (  # the deed is another one, nobody is said to be forced, or somebody may have been
    (LEFT_TOWN, LEFT_TOWN, "The bakers were made to sing in May"),
    (LEFT_TOWN, LEFT_TOWN, "The bakers left the town in May as if they were forced to leave"),
    (LEFT_TOWN, LEFT_TOWN, "The decision was made to leave the town"),
    (f"Rain makes them sad. {LEFT_TOWN}", LEFT_TOWN, "The bakers had to leave the town in May"),
    (f"Guests will not be permitted. {LEFT_TOWN}", LEFT_TOWN, "The bakers had to leave the town in May"),
    (f"The law is strict. {LEFT_TOWN}", LEFT_TOWN, "The bakers had to leave the town in May"),
    ("The law let her choose, and she chose to leave.", "she chose to leave", "She was forced to leave"),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("post", "exact", "says"), FORCED)
def test_that_they_had_to_is_asked_about(post: str, exact: str, says: str) -> None:
    found = told(post, exact.rstrip("."), says)
    assert any("does not tell that anybody made them" in one for one in found.review)


@pytest.mark.parametrize(("post", "exact", "says"), LEFT_TO_OTHERS)
def test_what_is_no_force_or_may_be_told_is_not(post: str, exact: str, says: str) -> None:
    found = told(post, exact.rstrip("."), says)
    assert not any("does not tell that anybody made them" in one for one in found.review)
    assert "E126" not in [one.code for one in found.faults]
