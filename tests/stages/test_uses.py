"""What has to be seen to when an entry changes."""

import pytest

from talkbuilder.diagnostics import Source
from talkbuilder.stages.uses import resting_on, uses
from tests.evidence.computing import derived, reading

RISE = derived(says="Leaks rose by 39", from_="[leaks, leaks-before]", by="difference")
SHARE = derived("share", says="So", from_="[result, leaks-before]", by="percent")


@pytest.mark.parametrize(
    ("name", "computed"),
    [
        (("fact", "leaks"), ["result", "share"]),
        (("fact", "result"), ["share"]),
        (("fact", "pipes"), []),
        (("person", "office"), ["result", "share"]),
        (("person", "miller"), []),
        (("post", "valley"), ["result", "share"]),
    ],
)
def test_what_is_computed_from_a_fact_rests_on_it(name: tuple[str, str], computed: list[str]) -> None:
    library, _ = reading(RISE + SHARE)
    found = [id for kind, id in resting_on(library, name) if kind == "fact" and (kind, id) != name]
    assert [id for id in found if id in ("result", "share")] == computed


def test_a_reference_in_a_cell_of_a_table_is_a_use() -> None:
    slide = "{title: C, table: {head: [a, b], rows: [[A, '{leaks}']]}}"
    text = f"talk: A\nsections:\n- section: B\n  slides:\n  - {slide}\n"
    found = uses("talk", Source("talks/talk.yaml", text), reading("")[0])
    assert [(one.id, one.key) for one in found if one.id == "leaks"] == [("leaks", "table")]


def test_a_fact_that_a_chart_names_in_words_of_its_own_is_a_use() -> None:
    slide = "{title: C, chart: bars, facts: {Leaks: leaks, Both: [pipes]}}"
    text = f"talk: A\nsections:\n- section: B\n  slides:\n  - {slide}\n"
    found = uses("talk", Source("talks/talk.yaml", text), reading("")[0])
    assert [(one.kind, one.id) for one in found] == [("fact", "leaks"), ("fact", "pipes")]
