"""E110 to E112: facts beside one another."""

import pytest

from tests.evidence.test_pointing import BARRELS, LEAKS, MONEY, OWNERS
from tests.evidence.valley import POST, codes, fact, found

BEFORE = LEAKS | {"says": "49 leaks in 2009", "value": 49, "as_of": 2009, "exact": "49 leaks in 2009"}
LESS = MONEY | {"says": "$84,000 in 2009", "show": "$84,000", "value": 84000, "as_of": 2009, "exact": "$84,000 that it"}


def test_two_years_of_one_measure_are_no_contradiction() -> None:
    assert codes(fact("one", **LEAKS) + fact("other", **BEFORE)) == []


def test_a_contradiction_must_be_declared() -> None:
    other = BEFORE | {"as_of": None, "measure": "leaks counted", "exact": "a significant increase from 49 leaks"}
    entries = fact("one", **LEAKS) + fact("other", **(other | {"as_of": 2010}))
    assert "E111" in codes(entries)
    declared = [
        fact("one", **(LEAKS | {"status": "conflict", "conflicts_with": ["other"]})),
        fact("other", **(other | {"as_of": 2010, "status": "conflict", "conflicts_with": ["one"]})),
    ]
    assert "E111" not in codes("".join(declared))
    half = fact("one", **(LEAKS | {"conflicts_with": ["other"]})) + declared[1]
    assert "E111" in codes(half)


def test_retired_facts_contradict_nobody() -> None:
    other = BEFORE | {"as_of": 2010, "status": "retired"}
    assert "E111" not in codes(fact("one", **LEAKS) + fact("other", **other))


def test_one_number_in_two_units_is_no_contradiction() -> None:
    other = BARRELS | {"value": 16, "unit": "million barrels"}
    assert codes(fact("one", **BARRELS) + fact("other", **other)) == []


@pytest.mark.parametrize(("words", "expected"), [("an increase from", []), ("a decrease from", ["E110"])])
def test_values_go_the_way_that_the_post_tells(words: str, expected: list[str]) -> None:
    post = POST.replace("a significant increase from", words)
    assert codes(fact("one", **LEAKS) + fact("other", **BEFORE), posts__valley_txt=post) == expected


@pytest.mark.parametrize(("words", "expected"), [("decrease", []), ("increase", ["E110"])])
def test_a_direction_is_found_behind_a_semicolon(words: str, expected: list[str]) -> None:
    post = POST.replace("a decrease from", f"a{'n' if words[0] == 'i' else ''} {words} from")
    assert codes(fact("one", **MONEY) + fact("other", **LESS), posts__valley_txt=post) == expected


def test_a_post_that_is_disputed_may_tell_another_direction() -> None:
    post = POST.replace("a significant increase from", "a decrease from")
    disputed = {"status": "disputed"}
    assert codes(fact("one", **(LEAKS | disputed)) + fact("other", **(BEFORE | disputed)), posts__valley_txt=post) == []


def test_directions_are_no_business_of_other_measures() -> None:
    assert (
        codes(fact("one", **OWNERS) + fact("other", **LEAKS) + fact("third", **(BEFORE | {"measure": "holes"}))) == []
    )


@pytest.mark.parametrize(
    ("measure", "alike"),
    [
        ("leaks counted", False),
        ("leaks that are counted", True),
        ("counted leaks", True),
        ("leak counted", True),
        ("leaks counting", True),
        ("leaks counted by the miller", False),
        ("wells counted", False),
        ("leaks mended", False),
    ],
)
def test_measures_that_only_look_unlike_are_told(measure: str, alike: bool) -> None:
    faults = found(fact("one", **LEAKS) + fact("other", **(BEFORE | {"measure": measure})))
    assert [one.code for one in faults] == ["E112"] * alike
    assert all(not one.is_error for one in faults)
