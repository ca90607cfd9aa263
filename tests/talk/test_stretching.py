"""Sentences that stretch their facts: all of some, on the other side of an event, no more what is so still, oftener."""

import pytest

from tests.sample import ASSETS, built, talk

_VALLEY = "".join(
    f"{id}: {{says: {says}, show: {show}, source: bureau, kind: primary, post: first, exact: {show}}}\n"
    for id, says, show in (
        ("smiths", "Some smiths left for the coast", "left for the coast"),
        ("dyers", "All the dyers left and some dyers came back", "left"),
        ("herders", "Many of the older herders kept goats", "kept goats"),
        ("inns", "Several inns took in pilgrims", "took in pilgrims"),
        ("dam", "The dam broke after the thaw", "broke"),
        ("fair", "The fair was held before the harvest", "was held"),
        ("tolls", "Tolls were taken until the reform", "were taken"),
        ("chapel", "The chapel has stood empty since the fire", "has stood empty"),
        ("boats", "The boats carry salt to the valley", "carry salt"),
        ("nurse", "A nurse comes to the valley every month", "comes to the valley"),
    )
)


def codes(words: str, notes: str = "Some words.") -> list[str]:
    _, report = built(
        talk(f"  - statement: '{words}'\n    notes: '{notes}'"), facts=f"{ASSETS['assets/facts.yaml']!s}{_VALLEY}"
    )
    return [one.code for one in report.diagnostics if one.code in ("C026", "C027")]


@pytest.mark.parametrize(
    "words",
    [
        "Every smith {smiths}",
        "All of the smiths {smiths}",
        "The smiths all {smiths}",
        "Each of the older herders {herders}",
        "All herders {herders}",
        "Both inns {inns}",
        "Every inn {inns}",
    ],
)
def test_all_of_those_of_whom_it_is_told_of_some_is_more_than_is_said(words: str) -> None:
    assert codes(words) == ["C026"]


@pytest.mark.parametrize(
    "words",
    [
        "Some smiths {smiths}",
        "Of all that I heard of, some smiths {smiths}",
        "Each year I think of it: some smiths {smiths}",
        "All the same, many herders {herders}",
        "I asked every one of you whether you knew it: several inns {inns}",
        "All the dyers {dyers}",
        "Many older herders {herders}, and every child knew it",
    ],
)
def test_a_quantifier_of_something_else_passes(words: str) -> None:
    assert codes(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The dam never leaked until the thaw, it {dam} until the thaw",
        "It {dam} until the thaw",
        "Until the thaw the dam {dam}",
        "Tolls {tolls} after the reform",
        "Since the reform tolls {tolls}",
        "The chapel {chapel} until the fire",
        "The fair {fair} since the harvest",
    ],
)
def test_the_other_side_of_an_event_is_another_time(words: str) -> None:
    assert "C026" in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "It {dam} after the thaw",
        "After the thaw the dam {dam}",
        "Until then nobody knew that it {dam}",
        "Tolls {tolls} until the reform",
        "After the service I was told that tolls {tolls}",
        "The chapel {chapel} since the fire",
        "Before you ask: the fair {fair}",
    ],
)
def test_the_same_side_of_an_event_or_another_event_passes(words: str) -> None:
    assert codes(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The boats used to {boats}",
        "The boats used to carry, and now they {boats}",
        "Formerly the boats {boats}",
        "The boats no longer {boats}",
        "A nurse used to come, as she {nurse}",
    ],
)
def test_what_is_so_is_not_told_of_the_past(words: str) -> None:
    assert "C026" in codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "The boats {boats}",
        "My father used to say that the boats {boats}",
        "I used to teach where the boats {boats}",
        "He no longer lives there, and the boats {boats}",
        "Some smiths used to live there, until some {smiths}",
        "You get used to it: the boats {boats}",
    ],
)
def test_what_somebody_else_used_to_do_passes(words: str) -> None:
    assert codes(words) == []


@pytest.mark.parametrize("how", ["every week", "each day", "twice a week", "weekly", "every year"])
def test_more_or_less_often_than_is_told(how: str) -> None:
    assert codes(f"A nurse {{nurse}} {how}") == ["C026"]


@pytest.mark.parametrize(
    "words",
    [
        "A nurse {nurse} every month",
        "Every month a nurse {nurse}",
        "Monthly a nurse {nurse}",
        "Each year I hear of it: a nurse {nurse}",
        "The boats {boats} every week, I was told: {own: weekly | I rode along}",
    ],
)
def test_as_often_as_is_told_passes(words: str) -> None:
    assert codes(words) == []


def test_in_the_notes_it_is_a_warning() -> None:
    assert codes("So it was", "Every smith {smiths}.") == ["C027"]
