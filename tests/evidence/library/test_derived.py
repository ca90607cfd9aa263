"""E130 to E133 and E139: what is computed from other facts, and what it has of them."""

from typing import get_args

import pytest
from msgspec import structs

from talkbuilder.evidence.library.derived import _WEAKEST_FIRST, Computed, depends_on
from talkbuilder.evidence.library.facts import FactKind
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.source.fields import Broken
from talkbuilder.talk.crediting import known_by
from tests.corpora.tables import from_table
from tests.evidence.computing import computed, derived, reading, reported
from tests.evidence.valley import POST

LEAKS = "leaks, leaks-before"
_REST = "source: office, kind: primary, post: valley, exact: leaks in 2010}\n"
BARE = (
    f"bare: {{says: A leak, {_REST}"
    f"few: {{says: Ten letters, value: 10, unit: letters, measure: few letters, as_of: 2012, {_REST}"
    f"nothing: {{says: No letters, value: 0, unit: letters, measure: no letters, as_of: 2012, {_REST}"
    f"plain: {{says: Three, value: 3, measure: things, as_of: 2012, {_REST}"
)


@from_table
def test_a_figure_is_computed_and_written_for_a_reader(by: str, parents: str, display: str) -> None:
    assert computed(by, parents, "So it is").display == display


def test_all_but_its_words_comes_from_its_parents() -> None:
    fact = computed("difference", LEAKS, "Leaks rose by 39")
    assert isinstance(fact, Computed)
    assert (fact.value, fact.unit and fact.unit.value, fact.precision) == (39, "leaks", "exact")
    assert (fact.kind, fact.status, fact.as_of and fact.as_of.value) == ("primary", "ok", "2010")
    assert fact.measure is not None
    assert fact.measure.value == "leaks counted, the difference"
    assert known_by(fact) == "computed: 88 (2010) - 49 (2009); a primary source"
    assert computed("difference", LEAKS, "So", measure="leaks more").measure.value == "leaks more"  # type: ignore[union-attr]


def test_it_is_as_good_as_the_weakest_that_it_is_computed_from() -> None:
    assert {*get_args(FactKind)} <= {*_WEAKEST_FIRST}
    told = "told: {says: 'I heard of 3 leaks', value: 3, unit: leaks, measure: leaks told, as_of: 2010, "
    told += "source: office, kind: hearsay, post: valley, exact: leaks in 2010}\n"
    library, _ = reading(told + derived(says="More", from_="[leaks, told]", by="sum"))
    fact = library.facts["result"]
    assert isinstance(fact, Computed)
    assert fact.kind == "hearsay"


def test_a_scale_in_the_unit_is_no_other_unit() -> None:
    many = "many: {says: 'A', value: 2, unit: million leaks, measure: leaks of all, as_of: 2010, source: office, "
    many += "kind: primary, post: valley, exact: leaks in 2010}\n"
    library, report = reading(many + derived(says="More", from_="[many, leaks]", by="sum"))
    assert report.diagnostics == ()
    fact = library.facts["result"]
    assert isinstance(fact, Computed)
    assert fact.value == 2_000_088


def test_what_is_computed_may_be_computed_with_whichever_stands_first() -> None:
    share = derived("share", says="Leaks rose by about 80%", from_="[result, leaks-before]", by="percent")
    library, report = reading(share + derived(says="Leaks rose by 39", from_=f"[{LEAKS}]", by="difference"))
    assert report.diagnostics == ()
    found = library.facts["share"]
    assert isinstance(found, Computed)
    assert found.display == "about 80%"
    assert [root.id for root in depends_on(found)] == ["leaks", "leaks-before"]
    verdicts = {one.id: one for one in prove(library).verdicts}
    assert verdicts["share"].proved
    assert [*verdicts] == [*library.facts]


def test_it_is_not_proved_where_one_of_its_parents_is_not() -> None:
    entries = derived(says="Leaks rose by 39", from_=f"[{LEAKS}]", by="difference")
    library, _ = reading(entries)
    forged = structs.replace(library, texts=lambda post: POST.replace("88 leaks", "99 leaks"))
    verdicts = {one.id: one for one in prove(forged).verdicts}
    assert not verdicts["leaks"].proved
    assert not verdicts["result"].proved
    assert verdicts["result"].faults == ()


@from_table
def test_what_cannot_be_computed_is_reported(parents: str, by: str, code: str) -> None:
    entries = BARE + derived(says="So it is", from_=f"[{parents}]", by=by)
    assert code in reported(entries)
    library, _ = reading(entries)
    assert isinstance(library.facts["result"], Broken)


@pytest.mark.parametrize("key", ["value", "unit", "as_of", "source", "kind", "post", "exact", "status", "precision"])
def test_what_is_computed_is_not_typed(key: str) -> None:
    assert reported(derived(says="So", from_=f"[{LEAKS}]", by="sum", **{key: "x"})) == ["E130"]


def test_a_key_that_nobody_knows_is_told_as_in_any_entry() -> None:
    assert reported(derived(says="So", from_=f"[{LEAKS}]", by="sum", mesure="x")) == ["E002"]


def test_of_a_circle_one_fault_is_told() -> None:
    ring = "".join(derived(f"r-{n}", says="So", from_=f"[r-{(n + 1) % 3}, leaks]", by="sum") for n in range(3))
    assert reported(ring) == ["E131"]


def test_a_long_chain_is_refused_and_no_traceback() -> None:
    chain = "".join(derived(f"c-{n}", says="So", from_=f"[c-{n + 1}, leaks]", by="sum") for n in range(3000))
    chain += derived("c-3000", says="So", from_="[leaks, leaks-before]", by="sum")
    assert reported(chain) == ["E132"]


def test_units_that_differ_are_both_named() -> None:
    _, report = reading(BARE + derived(says="So", from_="[plain, leaks]", by="sum"))
    assert [one.message for one in report.diagnostics] == ["'plain' is in no unit, 'leaks' in leaks"]
