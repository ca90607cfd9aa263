"""E101, E102 and E138: a fact may rest on two passages of its post, in order and of one voice."""

from typing import Any

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.cases import LIBRARY, diagnostics
from tests.evidence.test_pointing import LEAKS
from tests.evidence.valley import codes, fact, library

TWO: dict[str, Any] = LEAKS | {
    "says": "Of 88 leaks in 2010, the office repaired 82 pipes",
    "exact": ["88 leaks in 2010", "it repaired 82 pipes"],
}


def test_figures_and_years_may_come_from_either_passage() -> None:
    assert codes(fact(**TWO)) == []
    assert codes(fact(**(TWO | {"value": 82, "measure": "pipes repaired"}))) == []
    assert codes(fact(**(TWO | {"exact": "88 leaks in 2010"}))) == ["E108"]
    assert codes(fact(**(TWO | {"exact": ["leaks in 2010", "it repaired 82 pipes"]}))) == ["E108"]


def test_both_passages_are_locked() -> None:
    (found,) = prove(library(fact(**TWO))).verdicts
    (single,) = prove(library(fact(**(TWO | {"says": "88 leaks", "exact": "88 leaks in 2010"})))).verdicts
    assert found.proved
    assert single.proved
    assert found.proved.length > single.proved.length
    assert found.proved.entry != single.proved.entry


def test_a_list_of_one_passage_is_that_passage() -> None:
    assert codes(fact(**(LEAKS | {"exact": ["counted 88 leaks in 2010"]}))) == []


@pytest.mark.parametrize(
    ("passages", "code"),
    [
        (["88 leaks in 2010", "it repaired 82 bridges"], "E101"),
        (["it repaired 82 pipes", "88 leaks in 2010"], "E138"),
        (["counted 88 leaks in 2010", "88 leaks"], "E138"),
        (["counted 88 leaks in 2010", "I think that wolves took them"], "E138"),
        (["counted 88 leaks in 2010", "The footbridge was closed"], "E102"),
        (["counted 88 ponds", "it repaired 82 pipes"], "E101"),
    ],
)
def test_passages_that_do_not_belong_together_are_refused(passages: list[str], code: str) -> None:
    assert codes(fact(**(TWO | {"says": "88 leaks", "exact": passages}))) == [code]


def test_a_doubt_of_either_passage_is_kept() -> None:
    entry = TWO | {"says": "88 leaks in 2010, and a dam", "exact": ["88 leaks in 2010", "the dam is fifth on a list"]}
    assert "E107" in codes(fact(**entry))


@pytest.mark.parametrize("exact", ["[Yes, it is so, over it is]", "{a: b}"])
def test_what_is_no_text_and_no_list_of_two_is_reported(exact: str) -> None:
    facts = LIBRARY["assets/facts.yaml"]
    line = next(line for line in facts.splitlines() if line.startswith("  exact: "))
    found = diagnostics({"assets/facts.yaml": facts.replace(line, f"  exact: {exact}")})
    assert "E004" in [one.code for one in found]
