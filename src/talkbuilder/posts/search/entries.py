"""The entries of the library as a search sees them, and which of them answer what was asked, the best first.

An entry is as good as the words that it has of the question, rare ones before common ones, and as it has little else:
'how many victims identified' wants the victims identified, not the foreign ones among them. What a question wants
beside its words (a number, of a year) weighs too, and of two that are alike the later year goes first.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.claims.texts import GRAMMAR, stem
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.posts.search.terms import Query, folded
from talkbuilder.talk.crediting import credit, translation

# What a word weighs by where it stands: in the name, in what is said or counted, or anywhere else.
_NAMED, _SAID, _MORE = 1.15, 1.0, 0.6
_ANOTHER_FORM, _ANOTHER_WORD = 0.92, 0.8  # what forms of a word and synonyms weigh, beside the word itself
_REST = 0.35  # what the words weigh that do not name an entry: how much it says beside what was asked
_LEAST = 0.5  # of the best: what fits less than half as well is not shown
_WANTS_NUMBER = re.compile(
    r"\bhow (?:many|much|long|old|big|large|often|far)\b|\bnumber of\b|\bamount|\brank|\blongest\b|\bmax\w*|\bpercent",
    re.I,
)
_KINDS = {"fact": 1.0, "quote": 0.87, "action": 0.9, "person": 0.75}


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
    return (*_facts(library), *_quotes(library), *_actions(library), *_people(library))


def _facts(library: Library) -> Iterator[Searchable]:
    against = _against(library)
    for fact in library.of(Fact):
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
    facts = {fact.id: fact for fact in library.of(Fact)}
    pairs = [(fact.id, other.value) for fact in facts.values() for other in fact.conflicts_with if other.value in facts]
    against: dict[str, list[str]] = {}
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        against.setdefault(one, []).append(f"{{{other}}} says: {facts[other].says.value}")
    return {id: "; ".join(dict.fromkeys(said)) for id, said in against.items()}


def _quotes(library: Library) -> Iterator[Searchable]:
    for quote in library.of(Quote):
        who = credit(quote, library) or quote.speaker.value
        translated = translation(quote, library)
        how = f" ({translated})" if translated else ""
        use, about, named = f"quote: {quote.id}", who + how, _spaced(quote.id)
        yield Searchable("quote", quote.id, use, quote.text.value, who, about, quote.post.value, named)


def _actions(library: Library) -> Iterator[Searchable]:
    for action in library.of(Action):
        until = f"until {action.until.value}; " if action.until else ""
        about = until + "; ".join(action.contacts)
        post = action.post.value if action.post else ""
        use, named = f"ask: {action.id}", _spaced(action.id)
        yield Searchable("action", action.id, use, action.do.value, about, about, post, named)


def _people(library: Library) -> Iterator[Searchable]:
    for person in library.of(Person):
        about = f"{person.role}{'' if person.may_be_named else ', not to be named'}"
        use, named = f"speaker: {person.id}", _spaced(person.id)
        yield Searchable("person", person.id, use, person.credit.value, "", about, named=named)


def _spaced(id: str) -> str:
    return id.replace("-", " ")


class Ranked(Struct, frozen=True):
    """An entry, by its number; `all` tells that it has every word."""

    number: int
    all: bool


def rank(asked: Query, question: str, entries: Sequence[Searchable]) -> list[Ranked]:
    """The entries with words of a question, best first."""
    held = _Words(entries)
    groups = [held.group(group, asked.begins) for group in asked.groups]
    scores = _scores(groups, held, question, entries)
    least = _LEAST * max(scores.values(), default=0.0)
    found = sorted(
        (number for number, score in scores.items() if score >= least),
        key=lambda number: (-round(scores[number], 6), -(entries[number].year or 0), number),
    )
    return [Ranked(at, all(at in one for one in groups)) for at in found]


class _Words:
    """Which entry has which words, by their stems, and how much it says."""

    def __init__(self, entries: Sequence[Searchable]) -> None:
        self._lines: list[tuple[str, str]] = []
        self._holding: dict[str, dict[int, float]] = defaultdict(dict)
        self._forms: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            named, more = folded(entry.named), folded(entry.more)
            said = (*folded(f"{entry.text}\n{entry.counted}"), *named)
            self._lines.append((_line([stem(one) for one in said]), _line([stem(one) for one in more])))
            for words, weight in ((more, _MORE), (said, _SAID), (named, _NAMED)):
                for word in words:
                    self._holding[stem(word)][number] = weight
                    self._forms[word].add(number)
        self._rarity = {word: math.log(1 + len(entries) / len(found)) for word, found in self._holding.items()}
        self.lengths = [self._length(entry) for entry in entries]

    def group(self, group: tuple[str, ...], begins: bool) -> Mapping[int, float]:
        """The entries that have a word, or what may stand in its place, and what that weighs."""
        held: dict[int, float] = {}
        for at, phrase in enumerate(group):
            weight = _ANOTHER_WORD if at else 1.0
            for number, worth in self._having(phrase, begins):
                held[number] = max(held.get(number, 0.0), weight * worth)
        return held

    def _having(self, phrase: str, begins: bool) -> Iterator[tuple[int, float]]:
        words = list(folded(phrase)) if begins else [stem(word) for word in folded(phrase)]
        if len(words) == 1 and not begins:
            same = self._forms.get(folded(phrase)[0], set())
            for number, weight in self._holding.get(words[0], {}).items():
                yield number, weight if number in same else weight * _ANOTHER_FORM
            return
        wanted = f" {' '.join(words)}" if begins else _line(words)
        for number, lines in enumerate(self._lines if words else ()):
            for line, weight in zip(lines, (_SAID, _MORE), strict=True):
                if wanted in line:
                    yield number, weight

    def _length(self, entry: Searchable) -> float:
        """How much an entry says: the rarity of the words that name it, and of the others as far as they count."""
        name = {stem(word) for word in folded(entry.named) if _tells(word)}
        rest = {stem(word) for word in folded(entry.counted or entry.text) if _tells(word)} - name
        return self._rarities(name) + _REST * self._rarities(rest)

    def _rarities(self, words: set[str]) -> float:
        return sum(self._rarity[word] for word in sorted(words))


def _tells(word: str) -> bool:
    return word not in GRAMMAR and not word.isdigit()


def _scores(
    groups: Sequence[Mapping[int, float]], held: _Words, question: str, entries: Sequence[Searchable]
) -> dict[int, float]:
    rarity = [math.log(1 + len(entries) / len(one)) if one else 0.0 for one in groups]
    whole = sum(rarity)
    numbers = figures(normalise(question).text)
    years = {int(one.values[0]) for one in numbers if one.is_year}
    scores = {}
    for number in {number for one in groups for number in one}:
        had = sum(weight * one.get(number, 0.0) for weight, one in zip(rarity, groups, strict=True))
        score = had / whole * math.sqrt(had / (had + held.lengths[number]))
        entry = entries[number]
        score *= _KINDS[entry.kind]
        if entry.value is None and _WANTS_NUMBER.search(question):
            score *= 0.6
        if entry.value is not None and any(one.has(entry.value) for one in numbers if not one.is_year):
            score *= 2.0
        if years and entry.year:
            score *= 1.15 if entry.year in years else 0.6
        scores[number] = score
    return scores


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
