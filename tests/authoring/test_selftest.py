"""The seeds of the selftest: enough of every kind, each unlike the true entry before it; each judged for its reason."""

from collections import Counter

import pytest

from talkbuilder.authoring.selftest import FORGERIES, Forgery, Seed, Trial, trials
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source import nodes
from tests.corpora.tables import from_table


@pytest.fixture(scope="module")
def tried() -> tuple[Trial, ...]:
    return tuple(trials())


def test_there_are_at_least_seven_forgeries_of_every_kind_and_no_two_seeds_are_the_same(
    tried: tuple[Trial, ...],
) -> None:
    kinds = Counter(one.seed.forgery for one in tried)
    assert all(kinds[kind] >= 7 for kind in FORGERIES)
    assert kinds[None] >= 30
    written = Counter(str([(key.value, _plain(value)) for key, value in one.seed.written.entries]) for one in tried)
    assert [text for text, times in written.items() if times > 1] == []


def test_what_is_tried_is_read_without_a_fault(tried: tuple[Trial, ...]) -> None:
    assert [one.faults for one in tried if any(fault.code < "E101" for fault in one.faults)] == []


def _plain(node: nodes.Node) -> object:
    match node:
        case nodes.Scalar():
            return node.value
        case nodes.Sequence():
            return [_plain(item) for item in node.items]
        case nodes.Mapping():
            return [(key.value, _plain(value)) for key, value in node.entries]


@from_table
def test_a_true_entry_must_pass_and_a_forgery_be_refused_for_its_reason(
    tried: tuple[Trial, ...], forgery: Forgery | None, codes: list[str], is_right: bool
) -> None:
    seed = Seed("fact", tried[0].seed.written, 1, forgery)
    assert Trial(seed, tuple(Diagnostic(code, "a message") for code in codes)).is_right == is_right
