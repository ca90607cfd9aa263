"""E001 unknown-id, inside the library: an entry that names a person, post or fact which is not there."""

from collections.abc import Iterable, Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic, near
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.people import nobody
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.source.fields import Id


def check(library: Library) -> Iterator[Diagnostic]:
    for what, id, entries in _references(library):
        if id.value not in entries:
            hint = nobody(id.value, entries) if what == "person" else near(id.value, entries)
            yield library.no_file(what) or Diagnostic("E001", f"no {what} '{id.value}'", id.span, hint)


def _references(library: Library) -> Iterable[tuple[str, Id, Mapping[str, object]]]:
    """Every id that an entry names, with what it must be and where that is kept."""
    for fact in library.of(Fact):
        if not isinstance(fact, Computed):
            yield "person", fact.source, library.people
            yield "source", fact.post, library.sources
            yield from (("fact", other, library.facts) for other in fact.conflicts_with)
            yield from (("fact", whole, library.facts) for whole in (fact.part_of,) if whole)
    for quote in library.of(Quote):
        yield "person", quote.speaker, library.people
        yield "source", quote.post, library.sources
    for post in library.of(Source):
        who = (post.by, *(voice.who for voice in post.voices), *post.speakers, *post.protects)
        yield from (("person", one, library.people) for one in who if one)
    for medium in library.of(Medium):
        yield from (("person", shown.who, library.people) for shown in medium.people or ())
    for action in library.of(Action):
        yield from (("source", post, library.sources) for post in (action.post,) if post)
        yield from (("action", danger, library.actions) for danger in (action.danger,) if danger)
