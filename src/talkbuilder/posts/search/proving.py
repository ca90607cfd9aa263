"""An entry that is proposed, proved as `verify` proves it: what is printed can be put into the library as it is."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, TypeVar

from msgspec import Struct, structs

from talkbuilder.checks import BESIDE_PROOF
from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.evidence.library.exposed import kept_by, without_names
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.facts import find_fact
from talkbuilder.evidence.proof.judge import Judge
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.proof import contradictions, lookalikes
from talkbuilder.source.fields import Entry
from talkbuilder.source.ids import ADVICE, is_id
from talkbuilder.source.parse import parse
from talkbuilder.source.reader import Reader

_Model = TypeVar("_Model", bound=Entry)


class Tried(Struct, frozen=True):
    """What a check of the whole library would say of one entry; `question` is for a person, and stops nothing."""

    faults: tuple[Diagnostic, ...]
    question: str = ""

    @property
    def is_sound(self) -> bool:
        return not any(one.is_error for one in self.faults)


def tried(kind: str, id: str, yaml: str, library: Library, judge: Judge) -> Tried:
    """An entry as if it stood in the library already."""
    if not is_id(id):
        return Tried((Diagnostic("E010", f"'{id}' is no id", hint=ADVICE),))
    field: Literal["facts", "quotes"] = "facts" if kind == "fact" else "quotes"
    entry, faults = read_entry(yaml, field, Fact if kind == "fact" else Quote, id)
    if not isinstance(entry, Fact | Quote):
        return Tried(faults)
    verdict = judge.verdict(kind, id, entry)
    source = {one: library.sources[one] for one in (entry.post.value,) if one in library.sources}
    alone = structs.replace(library, sources=source, facts={}, quotes={}, actions={}, media={}, words={})
    alone = structs.replace(alone, **{field: {id: entry}})
    beside = [*BESIDE_PROOF.faults(alone), *_of_others(entry, library)]
    own = (one for one in beside if one.span is None or one.span.source is entry.span.source)
    of_post = (one for one in judge.post_faults.get(entry.post.value, ()) if one.is_error)
    if id in {*library.facts, *library.quotes, *library.actions}:
        taken = f"'{id}' is an entry of the library already"
        faults = (*faults, Diagnostic("R008", taken, entry.span, "give it another name"))
    found = (*faults, *verdict.faults, *own, *of_post)
    if verdict.proved is None and not any(one.is_error for one in found):
        found = (*found, Diagnostic("R002", "the library cannot be read whole", hint="'talkbuilder check' tells why"))
    # It may hold words behind a quotation, which nobody has looked at yet.
    return Tried(found, without_names(verdict.question, kept_by(library)[0]))


def _of_others(entry: Fact | Quote, library: Library) -> Iterator[Diagnostic]:
    """What it is refused for beside the facts that are there: of equal measure, they say otherwise."""
    if isinstance(entry, Fact):
        facts = {one.id: one for one in library.of(Fact)} | {entry.id: entry}
        yield from (fault for id, fault in chain(contradictions(facts), lookalikes(facts)) if id == entry.id)


def faults_of_fact(yaml: str, post_date: str, post_text: PostText) -> tuple[Diagnostic, ...]:
    fact, faults = read_entry(yaml, "facts", Fact)
    return faults if fact is None else tuple(find_fact(fact, post_date, post_text).faults)


def faults_of_person(yaml: str, library: Library) -> tuple[Diagnostic, ...]:
    """What a check of the library would say of somebody who is added."""
    person, faults = read_entry(yaml, "people", Person)
    if person is None:
        return faults
    alone = Library(people={person.id: person}, protected=library.protected)
    return tuple(BESIDE_PROOF.faults(alone))


def read_entry(
    yaml: str, field: str, model: type[_Model], id: str = ""
) -> tuple[_Model | None, tuple[Diagnostic, ...]]:
    """The entry of that id, or the first one, of a text of YAML; None where it cannot be read, and why."""
    report = Report()
    node = parse(Source(f"assets/{field}.yaml", yaml), report)
    entries = Reader(report).entries(node, model) if node else {}
    found = next((one for one in entries.values() if isinstance(one, model) and id in ("", one.id)), None)
    return found, report.diagnostics
