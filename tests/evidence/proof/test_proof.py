"""E110 to E112: facts beside one another."""

import re
from collections.abc import Callable

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.corpora.tables import from_table
from tests.evidence.facts import BARRELS, BEFORE, LEAKS
from tests.evidence.valley import codes, fact, found, library
from tests.growth import growth


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


def test_before_and_after_in_one_year_is_a_question() -> None:
    times = ("Before the closure 88 leaks were investigated in 2010", "During the closure 88 leaks were investigated")
    both = [fact(f"f-{n}", **(LEAKS | {"says": says, "value": 88 - n})) for n, says in enumerate(times)]
    told = [one.code for one in found("".join(both)) if "count the same" in one.message]
    assert told == ["E112", "E112"]


def test_a_share_and_a_number_of_things_are_never_compared() -> None:
    share = LEAKS | {"value": 54, "unit": "%", "measure": LEAKS["measure"]}
    assert "E111" not in codes(fact("one", **LEAKS) + fact("other", **share))


def test_retired_facts_contradict_nobody() -> None:
    other = BEFORE | {"as_of": 2010, "status": "retired"}
    assert "E111" not in codes(fact("one", **LEAKS) + fact("other", **other))


def test_one_number_in_two_units_is_no_contradiction() -> None:
    other = BARRELS | {"value": 16, "unit": "million barrels"}
    assert codes(fact("one", **BARRELS) + fact("other", **other)) == []


def test_two_rows_of_a_table_are_no_contradiction() -> None:
    rows = [LEAKS | {"value": n, "exact": f"{label} | {n}"} for n, label in ((4, "Pumps"), (7, "Taps"), (9, "taps"))]
    told = [one.message for one in found("".join(fact(f"f-{n}", **row) for n, row in enumerate(rows)))]
    assert [one.split(" count")[0] for one in told if " count the same" in one] == [
        "'f-1' and 'f-2'",
        "'f-2' and 'f-1'",
    ]


def differing(count: int, **keys: object) -> str:
    """Facts that all count the same, and of which no two agree."""
    return "".join(fact(f"f-{n}", **(LEAKS | {"value": n, "show": "88"} | keys)) for n in range(count))


def told(count: int) -> dict[str, list[str]]:
    """Whom each of so many facts that differ names."""
    names = [re.findall("'(.*?)'", one.message) for one in found(differing(count)) if one.code == "E111"]
    assert len({one[0] for one in names}) == len(names)
    return {first: others for first, *others in names}


def test_each_of_a_few_facts_that_differ_names_all_others_at_once() -> None:
    assert told(3) == {"f-0": ["f-1", "f-2"], "f-1": ["f-0", "f-2"], "f-2": ["f-0", "f-1"]}
    message = next(one.message for one in found(differing(3)) if one.code == "E111")
    assert message == "'f-0', 'f-1' and 'f-2' count the same and differ: 0, 1 and 2"


def test_of_many_facts_that_differ_each_names_three_that_stand_before_it_and_three_behind() -> None:
    assert {id: len(others) for id, others in told(9).items()} == {"f-0": 3, "f-1": 4, "f-2": 5} | {
        f"f-{n}": 3 for n in range(3, 9)
    }


def test_both_of_two_facts_that_contradict_each_other_are_told_and_neither_is_proved() -> None:
    other = BEFORE | {"measure": "leaks counted", "as_of": 2010, "as_of_why": "so it is", "exact": "from 49 leaks"}
    one, other_one = prove(library(fact("one", **LEAKS) + fact("other", **other))).verdicts
    for verdict, place in ((one, "'one' and 'other'"), (other_one, "'other' and 'one'")):
        assert ("E111", True) in [(fault.code, place in fault.message) for fault in verdict.faults]
        assert verdict.proved is None


def test_behind_what_is_declared_the_next_contradiction_is_found() -> None:
    rest = [f"f-{n}" for n in range(5)]
    last = fact("last", **(LEAKS | {"value": 99, "status": "conflict", "conflicts_with": rest}))
    entries = differing(6, status="disputed").replace("value: 0", "value: 99") + last
    about = [one for one in found(entries) if "'last'" in one.message]
    assert [one.code for one in about] == ["E111", "E111"]
    assert [re.findall("'(.*?)'", one.message)[0] for one in about] == ["f-5", "last"]
    assert about[1].message.startswith("'last' and 'f-5' count")


PLAIN = "valley: {title: The valley, date: 2012-04}\n"
COUNTED = {"measure": "leaks counted", "as_of": 2010, "source": "walker"}


def counted(id: str, value: int, exact: str, year: int = 2010) -> str:
    return fact(id, **(COUNTED | {"says": f"{value} of them in {year}", "value": value, "exact": exact, "as_of": year}))


@from_table
def test_measures_that_only_look_unlike_are_told(measure: str, alike: bool) -> None:
    faults = found(fact("one", **LEAKS) + fact("other", **(BEFORE | {"measure": measure})))
    assert [one.code for one in faults] == ["E112"] * alike
    assert all(not one.is_error for one in faults)


def distinct(number: int) -> str:
    """A word of letters for each number: abcdefghij by its digits."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")


MANY: dict[str, Callable[[int], dict[str, object]]] = {
    "of equal values": lambda n: {"value": 88},
    "that differ": lambda n: {"value": n},
    "of other years": lambda n: {"value": n, "as_of": 1000 + n},
    "that are declared": lambda n: {"value": n, "status": "conflict", "conflicts_with": [f"f-{n ^ 1}"]},
    "of measures with a number": lambda n: {"measure": f"leaks counted in the valley number {n}"},
    "of measures with another ending": lambda n: {"measure": f"leaks investigat{distinct(n)}"},
    "beside a direction": lambda n: {"exact": "88 leaks" if n % 2 else "49 leaks", "value": n, "as_of": 1000 + n},
}


@pytest.mark.parametrize("kind", MANY)
def test_the_work_grows_as_the_number_of_facts(kind: str) -> None:
    def work(count: int) -> Callable[[], object]:
        entries = "".join(fact(f"f-{n}", **(LEAKS | MANY[kind](n))) for n in range(count))
        read = library(entries)
        return lambda: tuple(prove(read).diagnostics)

    assert growth(work, 25) < 5
