"""Seeds: entries that are true and forgeries of them, and what this installation makes of each."""

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Literal, get_args

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.diagnostics import Source as File
from talkbuilder.evidence.derivations import Derived
from talkbuilder.evidence.derived import derive
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.proof import prove
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sources import Source
from talkbuilder.geo import gazetteer
from talkbuilder.source import nodes
from talkbuilder.source.fields import Broken
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader

Mutation = Literal["operator", "negation", "digit", "tail", "condition", "synonym", "splice"]
MUTATIONS: tuple[Mutation, ...] = get_args(Mutation)
REVIEW = "review"  # of what no program can refuse, and a person is asked
_ENTRY = "entry"
# What is not verbatim is told what it is, in the first word of the message.
_WITH_WORD = frozenset(("E105", "E140", "E141", "E142", "E143", "E144"))


class Seed(Struct, frozen=True):
    """An entry as its author wrote it: true, or a mutation that must get one of the codes, or be asked about."""

    kind: Literal["fact", "quote"]
    written: nodes.Mapping
    line: int
    mutation: Mutation | None = None
    codes: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()  # one of which a verdict on a quotation begins with
    may_be_asked: bool = False

    @property
    def told(self) -> str:
        """What a reader recognises it by: its text, and what a mutation has changed."""
        text = self.written.get("says") or self.written.get("text")
        return text.value if isinstance(text, nodes.Scalar) else ""


class Trial(Struct, frozen=True):
    """What became of a seed."""

    seed: Seed
    faults: tuple[Diagnostic, ...]
    review: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        return any(fault.is_error for fault in self.faults)

    @property
    def is_right(self) -> bool:
        """Whether a true entry passes, and a forgery is caught for the right reason."""
        if self.seed.mutation is None:
            return not self.is_refused
        if not self.is_refused:
            return self.seed.may_be_asked and bool(self.review)
        return any(self._is_reason(fault) for fault in self.faults)

    def _is_reason(self, fault: Diagnostic) -> bool:
        needs_word = self.seed.words and fault.code in _WITH_WORD
        return fault.code in self.seed.codes and (not needs_word or _word(fault) in self.seed.words)


def _word(fault: Diagnostic) -> str:
    return fault.message.partition(":")[0]


def trials() -> Iterator[Trial]:
    """Every seed, and what becomes of it."""
    text = resources.files(__name__).joinpath("seeds.yaml").read_text("utf-8")
    report = Report()
    read = parse(File("seeds.yaml", text), report)
    assert isinstance(read, nodes.Mapping)
    around = _Around(read)
    for seed in seeds(read):
        yield around.tried(seed)


def seeds(read: nodes.Mapping) -> Iterator[Seed]:
    """The seeds of a file: each true entry, and behind it its forgeries."""
    for row in _items(read.get("entries")):
        assert isinstance(row, nodes.Mapping)
        kind: Literal["fact", "quote"] = "fact" if row.get("fact") else "quote"
        entry = row.get(kind)
        assert isinstance(entry, nodes.Mapping)
        yield Seed(kind, entry, _line(entry))
        for forged in _items(row.get("forged")):
            yield _forgery(kind, entry, _items(forged))


def _forgery(kind: Literal["fact", "quote"], entry: nodes.Mapping, row: tuple[nodes.Node, ...]) -> Seed:
    """A row `[mutation, what it must get, key, value, …]`."""
    mutation, wanted = row[0], row[1]
    assert isinstance(mutation, nodes.Scalar)
    assert isinstance(wanted, nodes.Scalar)
    asked = wanted.value.split()
    codes = frozenset(one for one in asked if one[1:].isdigit())
    return Seed(
        kind,
        _changed(entry, row[2:]),
        _line(row[0]),
        next(one for one in MUTATIONS if one == mutation.value),
        codes,
        frozenset(asked) - codes - {REVIEW},
        REVIEW in asked,
    )


def _changed(entry: nodes.Mapping, pairs: tuple[nodes.Node, ...]) -> nodes.Mapping:
    """An entry with other values of some keys, or with more keys."""
    changes: dict[str, tuple[nodes.Scalar, nodes.Node]] = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        assert isinstance(key, nodes.Scalar)
        changes[key.value] = key, value
    kept = [changes.pop(key.value, (key, value)) for key, value in entry.entries]
    return nodes.Mapping((*kept, *changes.values()), entry.span)


def _items(node: nodes.Node | None) -> tuple[nodes.Node, ...]:
    return node.items if isinstance(node, nodes.Sequence) else ()


def _line(node: nodes.Node) -> int:
    return node.span.source.position(node.span.start)[0]


class _Around:
    """What every seed stands among: people, posts, and the facts that have ids, from which others are computed."""

    def __init__(self, read: nodes.Mapping) -> None:
        people, posts = read.get("people"), read.get("posts")
        assert isinstance(people, nodes.Mapping)
        assert isinstance(posts, nodes.Mapping)
        reader = Reader(Report())
        self._people = reader.entries(people, Person)
        self._texts = {key.value: _text(post) for key, post in posts.entries}
        self._posts = reader.entries(nodes.Mapping(tuple(map(_without_text, posts.entries)), posts.span), Source)
        facts = (seed.written for seed in seeds(read) if seed.kind == "fact" and seed.mutation is None)
        self._named = {id.value: written for written in facts if isinstance(id := written.get("id"), nodes.Scalar)}

    def tried(self, seed: Seed) -> Trial:
        report = Report()
        entry = _read(seed, report)
        facts: Mapping[str, Fact | Broken] = {}
        quotes: Mapping[str, Quote | Broken] = {}
        if isinstance(entry, Quote):
            quotes = {_ENTRY: entry}
        elif isinstance(entry, Fact):
            facts = {_ENTRY: entry}
        elif isinstance(entry, Derived):
            facts = derive(self._parents() | {_ENTRY: entry}, report)
        library = Library(
            facts=facts,
            quotes=quotes,
            people=self._people,
            sources=self._posts,
            texts=self._texts.get,
            lands=gazetteer.lands,
        )
        verdict = next((one for one in prove(library, for_lock=False).verdicts if one.id == _ENTRY), None)
        faults = (*report.diagnostics, *(verdict.faults if verdict else ()))
        return Trial(seed, faults, verdict.review if verdict else ())

    def _parents(self) -> dict[str, Fact | Derived | Broken]:
        reader = Reader(Report())
        return {id: reader.model(_without_id(written), Fact, id) for id, written in self._named.items()}


def _read(seed: Seed, report: Report) -> Fact | Derived | Quote | Broken:
    reader, written = Reader(report), _without_id(seed.written)
    if seed.kind == "quote":
        return reader.model(written, Quote, _ENTRY)
    return reader.model(written, Derived, _ENTRY) if written.get("from") else reader.model(written, Fact, _ENTRY)


def _without_id(written: nodes.Mapping) -> nodes.Mapping:
    return nodes.Mapping(tuple(one for one in written.entries if one[0].value != "id"), written.span)


def _text(post: nodes.Node) -> str:
    text = post.get("text") if isinstance(post, nodes.Mapping) else None
    assert isinstance(text, nodes.Scalar)
    return text.value


def _without_text(entry: tuple[nodes.Scalar, nodes.Node]) -> tuple[nodes.Scalar, nodes.Node]:
    key, post = entry
    assert isinstance(post, nodes.Mapping)
    return key, nodes.Mapping(tuple(one for one in post.entries if one[0].value != "text"), post.span)
