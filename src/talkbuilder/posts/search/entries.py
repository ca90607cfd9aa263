"""The entries of the library as a search sees them: what is shown of them, and how a talk uses them."""

from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.credits import credit, translation
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote


class Searchable(Struct, frozen=True):
    """An entry: `use` is what to write in a talk or a library file, `text` what it says, `more` is searched too."""

    kind: str
    id: str
    use: str
    text: str
    more: str
    about: str  # who says it, and what else there is to know before it is used
    post: str = ""


def entries_of(library: Library) -> tuple[Searchable, ...]:
    """All entries that can be read, kind by kind."""
    return (*_facts(library), *_quotes(library), *_actions(library), *_people(library))


def _facts(library: Library) -> Iterator[Searchable]:
    for fact in library.facts.values():
        if isinstance(fact, Fact):
            who = credit(fact, library) or fact.source.value
            status = "" if fact.status == "ok" else f"{fact.status}: "
            doubt = f" ({fact.kind})" if fact.kind in ("hearsay", "opinion", "unsourced") else ""
            more = " ".join((_spaced(fact.id), fact.display, fact.exact.told, who))
            yield Searchable(
                "fact", fact.id, "{" + fact.id + "}", fact.says.value, more, status + who + doubt, fact.post.value
            )


def _quotes(library: Library) -> Iterator[Searchable]:
    for quote in library.quotes.values():
        if isinstance(quote, Quote):
            who = credit(quote, library) or quote.speaker.value
            translated = translation(quote, library)
            how = f" ({translated})" if translated else ""
            more = f"{_spaced(quote.id)} {who}"
            yield Searchable(
                "quote", quote.id, f"quote: {quote.id}", quote.text.value, more, who + how, quote.post.value
            )


def _actions(library: Library) -> Iterator[Searchable]:
    for action in library.actions.values():
        if isinstance(action, Action):
            until = f"until {action.until.value}; " if action.until else ""
            about = until + "; ".join(action.contacts)
            more = f"{_spaced(action.id)} {about}"
            post = action.post.value if action.post else ""
            yield Searchable("action", action.id, f"ask: {action.id}", action.do.value, more, about, post)


def _people(library: Library) -> Iterator[Searchable]:
    for person in library.people.values():
        if isinstance(person, Person):
            named = "" if person.may_be_named else ", not to be named"
            about = f"{person.role}{named}"
            yield Searchable(
                "person", person.id, f"speaker: {person.id}", person.credit.value, _spaced(person.id), about
            )


def _spaced(id: str) -> str:
    return id.replace("-", " ")
