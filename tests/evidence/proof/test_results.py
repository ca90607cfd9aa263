"""E134 to E136: what is said of a computed fact is held to what was computed."""

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.evidence.computing import derived, reading, verdict
from tests.evidence.facts import LEAKS
from tests.evidence.valley import fact

TRUE = [
    ("difference", "leaks, leaks-before", "Inspectors counted 39 more leaks in 2010 than in 2009"),
    ("difference", "leaks, leaks-before", "Inspectors counted 39 more leaks in 2010 than the year before"),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 from 2009 to 2010"),
    ("difference", "leaks, leaks-before", "Leaks rose by 39, from 49 in 2009 to 88 in 2010"),
    ("difference", "leaks, leaks-before", "The number of leaks increased by 39 in a year"),
    ("difference", "leaks, leaks-before", "In 2009 there were 39 fewer leaks than in 2010"),
    ("difference", "leaks, leaks-before", "Inspectors counted nearly forty more leaks in 2010 than in 2009"),
    ("difference", "leaks, leaks-before", "Inspectors counted about 40 more leaks in 2010"),
    ("difference", "leaks, leaks-before", "Thirty-nine leaks were added from 2009 to 2010"),
    ("difference", "leaks-before, leaks", "Leaks rose by 39 from 2009 to 2010"),
    ("ratio", "leaks, leaks-before", "Leaks were about 1.8 times as many in 2010 as in 2009"),
    ("ratio", "leaks, leaks-before", "Leaks nearly doubled from 2009 to 2010"),
    ("ratio", "leaks, leaks-before", "Nearly twice as many leaks were counted in 2010 as in 2009"),
    ("ratio", "leaks, leaks-before", "Inspectors counted almost twice as many leaks in 2010 as the year before"),
    ("percent", "leaks, leaks-before", "In 2010 leaks were about 180% of the 49 leaks counted in 2009"),
    ("percent", "lead, pipes", "About 16% of the pipes repaired in 2010 were of lead"),
    ("percent", "lead, pipes", "About one in six of the pipes repaired in 2010 was of lead"),
    ("percent", "lead, pipes", "13 of the 82 pipes repaired in 2010 were of lead, or about 16 percent"),
    ("ratio", "lead, pipes", "About a sixth of the pipes repaired were of lead"),
    ("percent", "lead, pipes", "Of the pipes repaired in 2010, about 16% were of lead"),
    ("percent", "lead, pipes", "About 16% of the pipes repaired were of lead"),
    ("percent", "lead-before, pipes-before", "About a fifth of the pipes repaired in 2009 were of lead"),
    ("sum", "pipes, pipes-before", "It repaired 141 pipes in 2009 and 2010 together"),
    ("sum", "pipes, pipes-before", "In two years it repaired 141 pipes"),
    ("difference", "pipes, pipes-before", "It repaired 23 more pipes in 2010 than in 2009"),
    ("difference", "money-before, money", "The office received $14,000 less for repairs than in 2009"),
    ("difference", "money, money-before", "The money for repairs fell by $14,000 in 2010"),
    ("difference", "money, money-before", "The office received 14,000 dollars less for repairs in 2010 than in 2009"),
    ("difference", "money-before, money", "Money for repairs dropped by $14,000, from $84,000 to $70,000"),
    ("difference", "pipes, lead", "69 of the pipes repaired in 2010 were not of lead"),
    ("difference", "pipes, lead", "It repaired 69 pipes other than those of lead in 2010"),
    ("difference", "lead, lead-before", "It repaired one more lead pipe in 2010 than in 2009"),
    ("sum", "lead, lead-before", "25 lead pipes were repaired in the two years"),
]
FORGED = [
    ("difference", "leaks, leaks-before", "Inspectors counted 40 more leaks in 2010 than in 2009", "", ["E136"]),
    ("difference", "leaks, leaks-before", "Inspectors counted 39 fewer leaks in 2010 than in 2009", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Inspectors counted 39 more leaks in 2009 than in 2010", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks fell by 39 from 2009 to 2010", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 from 2010 to 2009", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39%", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 percent in a year", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose 39 times in 2010", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by $39", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 thousand", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by more than 39 in 2010", "", ["E136"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 from 2008 to 2010", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39, from 88 in 2009 to 49 in 2010", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39, from 88 to 49", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks did not rise by 39", "", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 5 years", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 12 villages", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 2,010 villages", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose sharply", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose from 49 to 88", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 50", "", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by almost 39", "", ["E136"]),
    ("difference", "leaks, leaks-before", "39 million more leaks were counted in 2010", "", ["E134"]),
    ("difference", "leaks, leaks-before", "In 2010 there were 39 fewer leaks", "", ["E135"]),
    ("ratio", "leaks, leaks-before", "Leaks doubled from 2009 to 2010", "", ["E136"]),
    ("ratio", "leaks, leaks-before", "Leaks tripled from 2009 to 2010", "", ["E134"]),
    ("ratio", "leaks, leaks-before", "Leaks nearly tripled from 2009 to 2010", "", ["E134"]),
    ("ratio", "leaks, leaks-before", "Leaks halved from 2009 to 2010", "", ["E134", "E135"]),
    ("ratio", "leaks, leaks-before", "Twice as many leaks were counted in 2010", "", ["E136"]),
    ("ratio", "leaks, leaks-before", "More than twice as many leaks were counted in 2010", "", ["E136"]),
    ("ratio", "leaks, leaks-before", "Nearly twice as many leaks were counted in 2009 as in 2010", "", ["E135"]),
    ("ratio", "leaks, leaks-before", "Leaks fell to about 1.8 times those of 2009", "", ["E135"]),
    ("ratio", "leaks, leaks-before", "About 1.8 more leaks were counted in 2010", "", ["E134"]),
    ("ratio", "leaks, leaks-before", "Leaks were exactly 1.8 times as many in 2010 as in 2009", "", ["E136"]),
    ("percent", "leaks, leaks-before", "Leaks rose by about 180% in 2010", "", ["E135"]),
    ("percent", "leaks, leaks-before", "Leaks were 181% of those of 2009", "", ["E136"]),
    ("percent", "leaks, leaks-before", "About 180% of the 88 leaks of 2010 were there in 2009", "", ["E135"]),
    ("percent", "lead, pipes", "About a quarter of the pipes repaired in 2010 were of lead", "", ["E134"]),
    ("percent", "lead, pipes", "About 16 of the pipes repaired in 2010 were of lead", "", ["E134"]),
    ("percent", "lead, pipes", "About one in five of the pipes repaired in 2010 was of lead", "", ["E134"]),
    ("percent", "lead, pipes", "More than 16% of the pipes repaired in 2010 were of lead", "", ["E136"]),
    ("percent", "lead, pipes", "About 61% of the pipes repaired in 2010 were of lead", "", ["E134"]),
    ("sum", "pipes, pipes-before", "It repaired 141 pipes in 2010", "", ["E134"]),
    ("sum", "pipes, pipes-before", "It repaired over 141 pipes in 2009 and 2010 together", "", ["E136"]),
    ("sum", "pipes, pipes-before", "It repaired 151 pipes in 2009 and 2010 together", "", ["E134"]),
    ("difference", "money, money-before", "Money for repairs rose by $14,000 in 2010", "", ["E135"]),
    ("difference", "money, money-before", "The office received 14,000 cars less", "", ["E134"]),
    ("difference", "money, money-before", "The office received 14,000% less for repairs than in 2009", "", ["E134"]),
    ("difference", "money, money-before", "The office received $14,000 more for repairs than in 2009", "", ["E135"]),
    (
        "difference",
        "money, money-before",
        "The office got $14,000 less for repairs in 2009 than in 2010",
        "",
        ["E135"],
    ),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 2010", "39%", ["E134"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 2010", "39 fewer leaks", ["E135"]),
    ("difference", "leaks, leaks-before", "Leaks rose by 39 in 2010", "a sharp rise", ["E134"]),
]


@pytest.mark.parametrize(("by", "parents", "says"), TRUE)
def test_what_was_computed_may_be_said_in_many_ways(by: str, parents: str, says: str) -> None:
    found = verdict(by, parents, says)
    assert [fault.message for fault in found.faults] == []
    assert found.proved
    assert not found.question


@pytest.mark.parametrize(("by", "parents", "says", "show", "codes"), FORGED)
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


@pytest.mark.parametrize(
    ("says", "codes"),
    [
        ("Almost 139 leaks were counted", []),
        ("Almost 140 leaks were counted", []),
        ("139 leaks were counted", ["E136"]),
        ("More than 135 leaks were counted", ["E136"]),
        ("More than 139 leaks were counted", ["E136"]),
    ],
)
def test_what_is_almost_so_many_is_never_told_as_more(says: str, codes: list[str]) -> None:
    almost = fact(
        "nearly", **(LEAKS | {"value": 90, "unit": "leaks", "measure": "leaks nearly", "precision": "almost"})
    )
    library, report = reading(almost + derived(says=says, from_="[nearly, leaks-before]", by="sum"))
    assert report.diagnostics == ()
    found = next(one for one in prove(library).verdicts if one.id == "result")
    assert sorted({one.code for one in found.faults}) == codes


@pytest.mark.parametrize(
    "says",
    [
        "It repaired about 140 pipes in 2009 and 2010 together",
        "It repaired about 142 pipes in 2009 and 2010 together",
        "It repaired around 145 pipes in 2009 and 2010 together",
        "It repaired more than 136 pipes in 2009 and 2010 together",
        "It repaired nearly 146 pipes in 2009 and 2010 together",
        "It repaired about 141 pipes in 2009 and 2010 together",
    ],
)
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
