"""True entries and forgeries of them, of our own making, and which of them this installation refuses."""

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Literal, get_args

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.diagnostics import Source as File
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.geo import gazetteer
from talkbuilder.source import nodes
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader

Forgery = Literal["figure", "unit", "year", "rank", "negation", "quotation", "voice", "nothing"]
FORGERIES: tuple[Forgery, ...] = get_args(Forgery)
# The codes with which each kind is refused for the right reason.
_CODES: Mapping[Forgery, frozenset[str]] = {
    "figure": frozenset({"E108"}),
    "unit": frozenset({"E108"}),
    "year": frozenset({"E108", "E109"}),
    "rank": frozenset({"E108", "E127"}),
    "negation": frozenset({"E106", "E122"}),
    "quotation": frozenset({"E105", "E106", "E107", "E108", "E140", "E141", "E143", "E144", "E145"}),
    "voice": frozenset({"E103"}),
    "nothing": frozenset({"E101", "E102", "E140", "E142"}),
}
_ENTRY = "entry"


class Seed(Struct, frozen=True):
    """An entry as it is written: true, or a forgery of one kind."""

    kind: Literal["fact", "quote"]
    written: nodes.Mapping
    line: int
    forgery: Forgery | None = None

    @property
    def text(self) -> str:
        text = self.written.get("says") or self.written.get("text")
        return text.value if isinstance(text, nodes.Scalar) else ""


class Trial(Struct, frozen=True):
    seed: Seed
    faults: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(fault for fault in self.faults if fault.is_error)

    @property
    def is_right(self) -> bool:
        """Whether a true entry passes, and a forgery is refused for the right reason."""
        if self.seed.forgery is None:
            return not self.errors
        return any(fault.code in _CODES[self.seed.forgery] for fault in self.errors)


def trials() -> Iterator[Trial]:
    """Every seed that ships with the program, proved against the posts next to it."""
    text = resources.files(__name__).joinpath("seeds.yaml").read_text("utf-8")
    read = parse(File("seeds.yaml", text), Report())
    assert isinstance(read, nodes.Mapping)
    people, posts = read.get("people"), read.get("posts")
    assert isinstance(people, nodes.Mapping)
    assert isinstance(posts, nodes.Mapping)
    reader = Reader(Report())
    around = Library(
        people=reader.entries(people, Person),
        sources=reader.entries(nodes.Mapping(tuple(map(_without_text, posts.entries)), posts.span), Source),
        texts={key.value: _text(post) for key, post in posts.entries}.get,
        lands=gazetteer.lands,
    )
    for seed in _seeds(read):
        yield _tried(seed, around)


def _tried(seed: Seed, around: Library) -> Trial:
    report = Report()
    entry = Reader(report).model(seed.written, Fact if seed.kind == "fact" else Quote, _ENTRY)
    library = structs.replace(
        around,
        facts={_ENTRY: entry} if isinstance(entry, Fact) else {},
        quotes={_ENTRY: entry} if isinstance(entry, Quote) else {},
    )
    verdict = next((one for one in prove(library, for_lock=False).verdicts if one.id == _ENTRY), None)
    return Trial(seed, (*report.diagnostics, *(verdict.faults if verdict else ())))


def _seeds(read: nodes.Mapping) -> Iterator[Seed]:
    """The seeds of a file: each true entry, and after it its forgeries, as rows [kind, key, value, …]."""
    for row in _items(read.get("entries")):
        assert isinstance(row, nodes.Mapping)
        kind: Literal["fact", "quote"] = "fact" if row.get("fact") else "quote"
        entry = row.get(kind)
        assert isinstance(entry, nodes.Mapping)
        yield Seed(kind, entry, entry.span.line)
        for forged in _items(row.get("forged")):
            name, *pairs = _items(forged)
            assert isinstance(name, nodes.Scalar)
            forgery = next(one for one in FORGERIES if one == name.value)
            yield Seed(kind, _changed(entry, pairs), name.span.line, forgery)


def _changed(entry: nodes.Mapping, pairs: list[nodes.Node]) -> nodes.Mapping:
    """An entry with other values of some keys, or with more keys."""
    changes: dict[str, tuple[nodes.Scalar, nodes.Node]] = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        assert isinstance(key, nodes.Scalar)
        changes[key.value] = key, value
    kept = [changes.pop(key.value, (key, value)) for key, value in entry.entries]
    return nodes.Mapping((*kept, *changes.values()), entry.span)


def _items(node: nodes.Node | None) -> tuple[nodes.Node, ...]:
    return node.items if isinstance(node, nodes.Sequence) else ()


def _text(post: nodes.Node) -> str:
    text = post.get("text") if isinstance(post, nodes.Mapping) else None
    assert isinstance(text, nodes.Scalar)
    return text.value


def _without_text(entry: tuple[nodes.Scalar, nodes.Node]) -> tuple[nodes.Scalar, nodes.Node]:
    key, post = entry
    assert isinstance(post, nodes.Mapping)
    return key, nodes.Mapping(tuple(one for one in post.entries if one[0].value != "text"), post.span)
