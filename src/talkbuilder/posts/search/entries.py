"""The entries of the library as a search sees them: what is shown of them, and how a talk uses them."""

from collections.abc import Iterator

from msgspec import Struct, structs

from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.talk.crediting import credit, translation


class Searchable(Struct, frozen=True):
    """An entry: `use` is what to write in a talk or a library file, `text` what it says.

    `named`, `counted` and `more` are searched too: the words of its id, what its number counts, and the rest.
    """

    kind: str
    id: str
    use: str
    text: str
    more: str
    about: str  # who says it, and what else there is to know before it is used
    post: str = ""
    named: str = ""
    counted: str = ""
    value: float | None = None
    year: int | None = None
    against: str = ""  # where entries say otherwise: what they say


def entries_of(library: Library) -> tuple[Searchable, ...]:
    """All entries that can be read, kind by kind."""
    return (*_facts(library), *_quotes(library), *_actions(library), *_people(library))


def _facts(library: Library) -> Iterator[Searchable]:
    against = _against(library)
    for fact in library.facts.values():
        if isinstance(fact, Fact):
            who = credit(fact, library) or fact.source.value
            status = "" if fact.status == "ok" else f"{fact.status}: "
            doubt = f" ({fact.kind})" if fact.kind in ("hearsay", "opinion", "unsourced") else ""
            use = "{" + fact.id + "}"
            about = status + who + doubt
            yield structs.replace(
                Searchable("fact", fact.id, use, fact.says.value, _more(fact, who), about, fact.post.value),
                named=_spaced(fact.id),
                counted=fact.measure.value if fact.measure else "",
                value=fact.value,
                year=int(fact.as_of.value[:4]) if fact.as_of else None,
                against=against.get(fact.id, ""),
            )


def _more(fact: Fact, who: str) -> str:
    """What else of a fact is searched: its words in a talk, in the post, and the number in digits, with its unit."""
    number = write_number(fact.value) if fact.value is not None else ""
    unit = fact.unit.value if fact.unit else ""
    year = fact.as_of.value[:4] if fact.as_of else ""
    return " ".join((fact.display, fact.exact.told, number, unit, year, who))


def _against(library: Library) -> dict[str, str]:
    """What the facts say that say otherwise than one does, whichever of them names the other."""
    facts = {fact.id: fact for fact in library.facts.values() if isinstance(fact, Fact)}
    pairs = [(fact.id, other.value) for fact in facts.values() for other in fact.conflicts_with if other.value in facts]
    against: dict[str, list[str]] = {}
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        against.setdefault(one, []).append(f"{{{other}}} says: {facts[other].says.value}")
    return {id: "; ".join(dict.fromkeys(said)) for id, said in against.items()}


def _quotes(library: Library) -> Iterator[Searchable]:
    for quote in library.quotes.values():
        if isinstance(quote, Quote):
            who = credit(quote, library) or quote.speaker.value
            translated = translation(quote, library)
            how = f" ({translated})" if translated else ""
            use, about, named = f"quote: {quote.id}", who + how, _spaced(quote.id)
            yield Searchable("quote", quote.id, use, quote.text.value, who, about, quote.post.value, named)


def _actions(library: Library) -> Iterator[Searchable]:
    for action in library.actions.values():
        if isinstance(action, Action):
            until = f"until {action.until.value}; " if action.until else ""
            about = until + "; ".join(action.contacts)
            post = action.post.value if action.post else ""
            use, named = f"ask: {action.id}", _spaced(action.id)
            yield Searchable("action", action.id, use, action.do.value, about, about, post, named)


def _people(library: Library) -> Iterator[Searchable]:
    for person in library.people.values():
        if isinstance(person, Person):
            named = "" if person.may_be_named else ", not to be named"
            about = f"{person.role}{named}"
            use, named = f"speaker: {person.id}", _spaced(person.id)
            yield Searchable("person", person.id, use, person.credit.value, "", about, named=named)


def _spaced(id: str) -> str:
    return id.replace("-", " ")
