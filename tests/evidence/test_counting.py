"""E121 another-thing-counted: a figure keeps what and who stand with it in the post."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

TOLD = (
    Bent(
        "They met twice: nine times with Oslo and four times with Bergen.",
        "nine times with Oslo and four times with Bergen",
        "They met nine times with Oslo",
        "They met nine times with Bergen",
        "E121",
    ),
    Bent(
        "The abbey sold 30 sheep to Riga and 12 to Tartu.",
        "sold 30 sheep to Riga and 12 to Tartu",
        "The abbey sold 30 sheep to Riga",
        "The abbey sold 30 sheep to Tartu",
        "E121",
    ),
    Bent(
        "The port saw 60 ships from Spain and 15 from Malta.",
        "saw 60 ships from Spain and 15 from Malta",
        "The port saw 15 ships from Malta",
        "The port saw 60 ships from Malta",
        "E121",
    ),
    Bent(
        "The judge heard 18 thieves. Six thieves got a pardon.",
        "Six thieves got a pardon",
        "Of the thieves, six got a pardon",
        "Of the thieves, six got a medal",
        "review",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize("whole", ["Of the ten sailors questioned in May,", "Of those ten sailors,"])
def test_a_part_that_is_told_behind_its_whole_counts_what_the_whole_counts(whole: str) -> None:
    post = "Ten sailors were questioned in May. Three rowdy sailors received medals."
    exact = ["Ten sailors were questioned in May", "Three rowdy sailors received medals"]
    assert told(post, exact, f"{whole} three received medals").faults == ()


@pytest.mark.parametrize(("counted", "ours"), [("guests", "women"), ("patients", "villagers")])
def test_people_of_whom_neither_name_excludes_the_other_may_be_the_same(counted: str, ours: str) -> None:
    found = told(f"The inn fed 12 {counted} in May.", f"fed 12 {counted} in May", f"The inn fed 12 {ours} in May")
    assert found.proved, found.faults
    assert f"the post counts '{counted}', and not '{ours}': are they the same?" in found.review
