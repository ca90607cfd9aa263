"""E134 to E136: what is said of a computed fact is held to what was computed."""

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.corpora.tables import from_table
from tests.evidence.computing import derived, reading, verdict
from tests.evidence.facts import LEAKS
from tests.evidence.valley import fact


@from_table
def test_what_was_computed_may_be_said_in_many_ways(by: str, parents: str, says: str) -> None:
    found = verdict(by, parents, says)
    assert [fault.message for fault in found.faults] == []
    assert found.proved
    assert not found.question


@from_table
def test_what_was_not_computed_is_refused(by: str, parents: str, says: str, show: str, codes: list[str]) -> None:
    found = verdict(by, parents, says, **({"show": f'"{show}"'} if show else {}))
    assert sorted({fault.code for fault in found.faults}) == codes
    assert not found.proved


def test_a_sum_of_unlike_counts_is_listed_for_review() -> None:
    found = verdict("sum", "letters, thanks", "At least 382 letters and letters of thanks reached it")
    assert found.question == "it adds up what is counted under several names: is nobody in two of them?"


def test_a_hedge_of_what_it_is_computed_from_is_kept() -> None:
    assert [one.code for one in verdict("sum", "letters, thanks", "382 letters reached it").faults] == ["E136"]
    assert verdict("sum", "letters, thanks", "At least 382 letters reached it").proved


@pytest.mark.parametrize(("says", "lost"), [("137 leaks were counted", True), ("Perhaps 137 were counted", False)])
def test_a_doubt_of_what_it_is_computed_from_is_kept(says: str, lost: bool) -> None:
    keys = LEAKS | {"unit": "leaks", "measure": "leaks perhaps", "says": "Perhaps inspectors counted 88 leaks in 2010"}
    entries = fact("doubted", **keys) + derived(says=says, from_="[doubted, leaks-before]", by="sum")
    library, report = reading(entries)
    assert report.diagnostics == ()
    found = next(one for one in prove(library).verdicts if one.id == "result")
    told = [one.message for one in found.faults if one.code == "E136"]
    assert told == (["'says' has lost the 'Perhaps' of what it is computed from"] if lost else [])


@from_table
def test_what_is_almost_so_many_is_never_told_as_more(says: str, codes: list[str]) -> None:
    almost = fact(
        "nearly", **(LEAKS | {"value": 90, "unit": "leaks", "measure": "leaks nearly", "precision": "almost"})
    )
    library, report = reading(almost + derived(says=says, from_="[nearly, leaks-before]", by="sum"))
    assert report.diagnostics == ()
    found = next(one for one in prove(library).verdicts if one.id == "result")
    assert sorted({one.code for one in found.faults}) == codes


@from_table
def test_a_figure_that_is_made_round_is_told_as_such(says: str) -> None:
    assert verdict("sum", "pipes, pipes-before", says).faults == ()


def test_a_message_does_the_sum() -> None:
    (missing, strange) = verdict("difference", "leaks, leaks-before", "Leaks rose by 50").faults
    assert missing.message == "'says' does not hold what is computed: 88 (2010) - 49 (2009) is 39 leaks"
    assert strange.message == "'says' holds '50', which was neither computed nor is in the facts under 'from'"
    (rounded,) = verdict("difference", "leaks, leaks-before", "Leaks rose by 40").faults
    assert rounded.message == "'says' says '40', and 88 (2010) - 49 (2009) is 39"
    assert rounded.hint == "write 'about' before it, or tell 39"
    (hedged,) = verdict("sum", "letters, thanks", "382 letters reached it").faults
    assert hedged.hint == "write 'at least' before it, as the facts under 'from' do"


@pytest.mark.parametrize(
    ("says", "codes"),
    [("The share rose by 10 percentage points", []), ("The share rose by 10%", ["E134"]), ("It rose by 10", ["E134"])],
)
def test_shares_differ_by_percentage_points(says: str, codes: list[str]) -> None:
    shares = "".join(
        fact(id, **(LEAKS | {"value": value, "unit": "%", "measure": "share of leaks", "as_of": year}))
        for id, value, year in (("now", 40, 2010), ("then", 30, 2009))
    )
    library, report = reading(shares + derived(says=says, from_="[now, then]", by="difference"))
    assert report.diagnostics == ()
    found = next(one for one in prove(library).verdicts if one.id == "result")
    assert sorted({one.code for one in found.faults}) == codes
