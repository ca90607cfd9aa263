"""The library as a whole: every entry by id."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.diagnostics import Source as File
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Reviews
from talkbuilder.evidence.library.sources import PUBLISHED, Source, Stretch
from talkbuilder.evidence.library.words import Pronounced
from talkbuilder.source.fields import Broken, Entry

# The fields that hold what an id names.
FIELDS = {
    "fact": "facts",
    "quote": "quotes",
    "person": "people",
    "source": "sources",
    "action": "actions",
    "picture": "media",
}
DAMAGED_INDEX = "the index of the imported posts is damaged"  # and stands in `imported` then, with its file
PROTECTED = "assets/protected.txt"  # as hashes, what no deck may hold
PRIVATE = "assets/posts/protected.txt"  # the hashes that a list of names cracks, which stay on the speaker's machine

_Model = TypeVar("_Model", bound=Entry)


def none_of(name: str = "") -> None:
    """Stands for a file that is not there: a picture, a drawing, the text of a post, the lock."""


def no_names(source: str = "") -> tuple[Any, ...]:
    """Stands for a folder without files, and for an index that tells nothing of who is speaking where."""
    return ()


def nothing() -> Mapping[Any, Any]:
    """Stands for an index that is not there: reviews, imported posts, names of countries, protected names."""
    return {}


class Unread(Mapping[str, Broken]):
    """A file of the library of which nothing could be read: every id may be one of its entries.

    It lists none, and has whichever is asked for, as Broken: what is wrong with the file is told once, at its place,
    and not again at every place that names an entry of it.
    """

    def __init__(self, file: str) -> None:
        self._span = Span(File(file, ""), 0, 0)

    def __getitem__(self, id: str) -> Broken:
        return Broken(self._span, id)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Library(Struct, frozen=True, kw_only=True):
    """What talks may cite; an entry with a fault is there as Broken, so that it still counts as known."""

    facts: Mapping[str, Fact | Broken] = {}
    quotes: Mapping[str, Quote | Broken] = {}
    people: Mapping[str, Person | Broken] = {}
    sources: Mapping[str, Source | Broken] = {}
    actions: Mapping[str, Action | Broken] = {}
    media: Mapping[str, Medium | Broken] = {}
    words: Mapping[str, Pronounced | Broken] = {}  # how they are said
    images: Callable[[str], bytes | None] = none_of  # the bytes of a file of assets/images/
    themes: Callable[[str], File | None] = none_of  # a file of assets/themes/, by its name without the ending
    theme_names: Callable[[], tuple[str, ...]] = no_names
    templates: Callable[[str], File | None] = none_of  # what the author says of a template, by its name
    drawings: Callable[[str], bytes | None] = none_of  # the bytes of a drawing of assets/drawings/, by its name
    printed: Callable[[str], bytes | None] = none_of  # a file that only goes on paper, by its path in the talk folder
    image_names: Callable[[], tuple[str, ...]] = no_names  # of all files of assets/images/
    drawing_names: Callable[[], tuple[str, ...]] = no_names  # of all drawings, without their ending
    texts: Callable[[str], str | None] = none_of  # the text of a post, as it was imported; None where it is not here
    others: Callable[[], tuple[File, ...]] = no_names  # texts that are committed beside its entries, bookings too
    committed: Callable[[], tuple[str, ...]] = no_names  # the paths of all files that are committed, but for the talks
    lock: Callable[[], bytes | None] = none_of  # assets/evidence.lock
    reviews: Callable[[], Reviews] = nothing  # assets/reviews.yaml
    stretches: Callable[[str], tuple[Stretch, ...]] = no_names  # of a source: who is speaking where, by its import
    imported: Callable[[], Mapping[str, str]] = nothing  # SHA-256 of each post's text, taken when it was imported
    lands: Callable[[], Mapping[str, str]] = nothing  # what countries and states are called, by their ids
    protected: Callable[[], Mapping[str, bytes]] = nothing  # the lists of protected names, by their files
    today: str = ""  # the day on which it is read, such as 2027-05-14; "" where that is of no account
    only_texts: bool = False  # whether drawings are read for what stands in them alone: for who asks what a talk says
    missing: frozenset[str] = frozenset()  # the fields of which the talk folder has no file
    unproved: tuple[Diagnostic, ...] = ()  # what nothing proves of its entries, where that has been looked for

    @property
    def is_whole(self) -> bool:
        """Whether every entry could be read: of one that could not, nobody knows what it would have been."""
        return not any(
            isinstance(entries, Unread) or any(isinstance(entry, Broken) for entry in entries.values())
            for entries in (self.facts, self.quotes, self.people, self.sources, self.actions, self.media)
        )

    def entry(self, kind: str, id: str) -> Fact | Quote | Action | Broken | None:
        """What a citation names, a "fact", a "quote" or an "action" by its id; None where there is no such entry."""
        tables = {"fact": self.facts, "quote": self.quotes, "action": self.actions}
        return tables[kind].get(id) if kind in tables else None

    def source_of(self, entry: Fact | Quote) -> Source | None:
        """The source that holds an entry; None where it is not listed, or could not be read."""
        source = self.sources.get(entry.post.value)
        return source if isinstance(source, Source) else None

    @property
    def evidence(self) -> tuple[Fact | Quote, ...]:
        """All facts and quotations, but for those that could not be read."""
        return (*self.of(Fact), *self.of(Quote))

    def of(self, model: type[_Model]) -> Iterator[_Model]:
        """All entries of a model, but for those that could not be read."""
        field = next(field for field, known in MODELS.items() if issubclass(model, known))
        return (one for one in getattr(self, field).values() if isinstance(one, model))

    def no_file(self, kind: str) -> Diagnostic | None:
        """What is to be told, once, of all ids of a kind where there is no file of them; None where there is one."""
        field = FIELDS.get(kind, "")
        if field not in self.missing:
            return None
        hint = "restore it from a copy or from version control; or begin it with the entries that are named here"
        message = "this file is not there, and what is built rests on it"
        return Diagnostic("R001", message, file=f"assets/{field}.yaml", hint=hint)

    def credit(self, id: str) -> str:
        """What a slide may print of a person; "" where nobody has that id."""
        person = self.people.get(id)
        return person.credit.value if isinstance(person, Person) else ""

    def author_of(self, source: Source) -> str | None:
        """The id of the one whose words a source holds where no voice is named; None where it is not known.

        Of a post that is the blogger; of anything else, only who is named.
        """
        return source.by.value if source.by else self.blogger if source.is_post else None

    def publisher_of(self, source: Source) -> str:
        """Who says all of a published source that is not marked as another's; "" for nobody, and for the speaker, who
        is asked of each passage: one's own texts hold the words of others, be they posts or anything else."""
        by = source.by.value if source.by and source.kind in PUBLISHED else ""
        return "" if by == self.blogger else by

    def guards(self, source: Source, day: str = "") -> bool:
        """Whether a source protects somebody who has not agreed to be found by it."""
        people = (self.people.get(one.value) for one in source.protects)
        return any(not isinstance(one, Person) or not one.has_agreed(day) for one in people)

    def guarded(self, day: str = "") -> Iterator[Source]:
        """Those sources."""
        return (one for one in self.of(Source) if self.guards(one, day))

    @property
    def blogger(self) -> str | None:
        """The id of the one who writes the posts; None where that is not one person.

        Of two authors nobody knows whose words they are, and words that are ascribed by a guess are misquoted.
        """
        return self.authors[0].id if len(self.authors) == 1 else None

    @property
    def authors(self) -> tuple[Person, ...]:
        return tuple(one for one in self.of(Person) if one.role == "author")


# Which file holds what: the file is assets/NAME.yaml, NAME being the field of Library.
MODELS: Mapping[str, type[Entry]] = {
    "people": Person,
    "sources": Source,
    "facts": Fact,
    "quotes": Quote,
    "actions": Action,
    "media": Medium,
    "words": Pronounced,
}
