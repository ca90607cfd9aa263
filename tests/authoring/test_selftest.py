"""The seeds of the selftest: enough of every kind, each unlike the true entry beside it, and judged for its reason."""

from collections import Counter
from importlib import resources

import pytest

from talkbuilder.authoring.selftest import MUTATIONS, Seed, Trial, seeds, trials
from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.source import nodes
from talkbuilder.source.parse import parse


@pytest.fixture(scope="module")
def sown() -> tuple[Seed, ...]:
    text = resources.files("talkbuilder.authoring.selftest").joinpath("seeds.yaml").read_text("utf-8")
    read = parse(Source("seeds.yaml", text), Report())
    assert isinstance(read, nodes.Mapping)
    return tuple(seeds(read))


def test_there_are_at_least_150_forgeries_and_15_of_every_kind(sown: tuple[Seed, ...]) -> None:
    kinds = Counter(seed.mutation for seed in sown if seed.mutation)
    assert sum(kinds.values()) >= 150
    assert {*kinds} == {*MUTATIONS}
    assert min(kinds.values()) >= 15
    assert sum(seed.mutation is None for seed in sown) >= 50


def test_no_two_seeds_are_the_same_and_every_forgery_asks_for_codes(sown: tuple[Seed, ...]) -> None:
    written = Counter(str([(key.value, _plain(value)) for key, value in seed.written.entries]) for seed in sown)
    assert [text for text, times in written.items() if times > 1] == []
    for seed in sown:
        assert bool(seed.codes) == (seed.mutation is not None), seed.line
        assert seed.words <= {"altered", "truncated", "elsewhere", "spliced", "inserted"}, seed.line


def test_no_seed_asks_for_a_code_that_there_is_not_and_never_was(sown: tuple[Seed, ...]) -> None:
    for code in frozenset[str]().union(*(seed.codes for seed in sown)):
        assert code in CODES or code[:3] in ("E12", "E14"), code


def test_what_is_tried_is_read_without_a_fault() -> None:
    unread = [trial.faults for trial in trials() if any(fault.code < "E101" for fault in trial.faults)]
    assert unread == []


def _plain(node: nodes.Node) -> object:
    match node:
        case nodes.Scalar():
            return node.value
        case nodes.Sequence():
            return [_plain(item) for item in node.items]
        case nodes.Mapping():
            return [(key.value, _plain(value)) for key, value in node.entries]


def tried(seed: Seed, *faults: tuple[str, str], review: tuple[str, ...] = ()) -> bool:
    return Trial(seed, tuple(Diagnostic(code, message) for code, message in faults), review).is_right


def test_a_forgery_is_caught_only_for_the_right_reason(sown: tuple[Seed, ...]) -> None:
    seed = Seed("quote", sown[0].written, 1, "digit", frozenset({"E105", "E108"}), frozenset({"spliced"}))
    assert tried(seed, ("E108", "no such figure"))
    assert tried(seed, ("E105", "spliced: of two places"))
    assert not tried(seed, ("E105", "altered: of two places"))
    assert not tried(seed, ("E101", "not there"))
    assert tried(seed, ("E101", "not there"), ("E108", "no such figure"))
    assert not tried(seed)
    assert not tried(seed, review=("a person must look",))


def test_what_may_be_asked_about_is_not_missed_where_it_is_listed_for_review(sown: tuple[Seed, ...]) -> None:
    seed = Seed("fact", sown[0].written, 1, "synonym", frozenset({"E120"}), may_be_asked=True)
    assert tried(seed, review=("the passage does not say 'sank'",))
    assert not tried(seed)
    assert not tried(seed, ("E112", "a warning refuses nothing"))


def test_a_true_entry_may_be_listed_for_review_and_not_refused(sown: tuple[Seed, ...]) -> None:
    seed = Seed("fact", sown[0].written, 1)
    assert tried(seed)
    assert tried(seed, review=("a person must look",))
    assert tried(seed, ("E112", "a warning"))
    assert not tried(seed, ("E108", "no such figure"))
