"""Words to what is found of them: entries of the library and passages of the posts, best first."""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, structs

from talkbuilder.claims.normal import Range
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.post_text import is_nobody
from talkbuilder.posts.search.entries import Ranked, Searchable, entries_of, rank
from talkbuilder.posts.search.index import Index
from talkbuilder.posts.search.passages import Cut, count_words, cuts, forms_of, passage
from talkbuilder.posts.search.posts import Card, Hit, Spoken
from talkbuilder.posts.search.synonyms import PLAIN, Synonyms
from talkbuilder.posts.search.terms import Query, folded, matches, readings, typed, ways_to_ask

_WORD = re.compile(r"\S+")
_MOST_WORDS = 60  # of a passage as it is shown
_MOST_QUOTED = 40  # of a quotation; checks/long_entries.py says why
_JUST_SO = 4  # from this many words on, words that stand in a post are taken as the quotation that was meant
_CANDIDATES = 10
_WHOLE_WORD = re.compile(r"[^\W_]+(?:(?:['’‘`´\-‐‑]|(?<=\d)[.,/–−](?=\d))[^\W_]+)*")


class Passage(Struct, frozen=True):
    """A passage of a post, of one voice; `who` is "" for its author. Marks count from the passage's own start."""

    post: str
    card: Card
    who: str
    text: str
    start: int
    end: int
    marks: tuple[Range, ...]
    is_unclear: bool = False  # whether it may be somebody else's

    @property
    def speaker(self) -> str:
        """Who says it, an id of people.yaml, as a voice or an import tells; "" where none does: a post may hold
        anybody's words."""
        return "" if self.is_unclear or is_nobody(self.who) else self.who or self.card.publisher

    def choices(self, library: Library) -> tuple[str, ...]:
        """Who may say it where no voice tells: the author, then whom the source names; none where one does."""
        if self.speaker:
            return ()
        named = (*(one.who for one in self.card.voices), *(one.who for one in self.card.heard))
        found = (self.card.author(library) or "", *named)
        return tuple(dict.fromkeys(one for one in found if one and not is_nobody(one)))


class Hold(Struct, frozen=True):
    """An entry of the library that matches, and the card of its post."""

    entry: Searchable
    card: Card


class Found(Struct, frozen=True):
    """What was found, and by which reading of what was typed; `posts` is how many there are to search."""

    query: Query | None
    entries: tuple[Hold, ...] = ()
    passages: tuple[Passage, ...] = ()
    more_entries: bool = False
    more_passages: bool = False
    posts: int = 0


def find(
    posts: Index | None,
    library: Library,
    arguments: tuple[str, ...],
    most: int,
    card: Callable[[str], Card],
    synonyms: Synonyms = PLAIN,
) -> Found:
    """What there is of some words: the entries that fit best, and passages in the strictest reading that has any."""
    entries = entries_of(library)
    asked, ranked = _ranked(entries, arguments, synonyms)
    query, hits = hits_of(posts, readings(arguments, synonyms), most + 1)
    return Found(
        _told(asked, ranked, query),
        tuple(Hold(entries[one.number], card(entries[one.number].post)) for one in ranked[:most]),
        tuple(_passages(posts, query, hits[:most], _MOST_WORDS)) if posts and query else (),
        len(ranked) > most,
        len(hits) > most,
        posts.count() if posts else 0,
    )


def _passages(posts: Index, query: Query, hits: Sequence[Hit], most_words: int) -> list[Passage]:
    found = []
    for hit in hits:
        if hit.start < 0:  # the title: what follows it is what it is about
            card = posts.card(hit.post)
            title = card.title or hit.post
            found.append(Passage(hit.post, card, "", title, -1, -1, _marks(query, title)))
            continue
        spoken = posts.spoken(hit.post)
        text = spoken.text
        marks = tuple((hit.start + s, hit.start + e) for s, e in _marks(query, text[hit.start : hit.end]))
        if cut := passage(text, (hit.start, hit.end), marks, spoken.voices, most_words):
            found.append(_passage(hit.post, spoken, cut, marks))
    return found


def _marks(query: Query, text: str) -> tuple[Range, ...]:
    """The words of a text that match, each by itself: a phrase may go on in the next sentence."""
    found = matches(query, ((text, ""),))
    stretches = found[0][1] if found else ()
    return tuple(word.span() for s, e in stretches for word in _WORD.finditer(text, s, e))


def _ranked(
    entries: Sequence[Searchable], arguments: tuple[str, ...], synonyms: Synonyms
) -> tuple[Query | None, list[Ranked]]:
    """The entries that fit, and how they were asked for."""
    for asked in ways_to_ask(arguments, synonyms):
        found = rank(asked, typed(arguments), entries)
        if asked.all:  # and with nothing less than all of it
            found = [one for one in found if one.all]
        if found:
            return asked, found
    return None, []


def hits_of(posts: Index | None, queries: Sequence[Query], most: int) -> tuple[Query | None, list[Hit]]:
    """The passages that match in the strictest reading that has any."""
    for query in queries if posts else ():
        if posts and (hits := posts.hits(query, most)):
            return query, hits
    return None, []


def _told(asked: Query | None, ranked: Sequence[Ranked], query: Query | None) -> Query | None:
    """The stricter one of the two readings in which entries and passages were found."""
    if asked and any(one.all for one in ranked):
        asked = structs.replace(asked, all=True)
    found = [one for one in (query, asked) if one]
    return min(found, key=lambda one: (one.begins, not one.all), default=None)


def _passage(post: str, spoken: Spoken, cut: Cut, marks: tuple[Range, ...]) -> Passage:
    inside = tuple((s - cut.start, e - cut.start) for s, e in marks if cut.start <= s and e <= cut.end)
    text, is_unclear = spoken.text[cut.start : cut.end], spoken.is_unclear(cut.start, cut.end)
    return Passage(post, spoken.card, cut.who, text, cut.start, cut.end, inside, is_unclear)


def meant(posts: Index, arguments: tuple[str, ...], synonyms: Synonyms = PLAIN) -> list[Passage]:
    """The passages that some words may mean, the best first; other voices and posts follow."""
    passages = _just_so(posts, typed(arguments)) or _around(posts, arguments, synonyms)
    once: dict[tuple[str, int, int], Passage] = {}
    for one in passages:
        once.setdefault((one.post, one.start, one.end), one)
    return list(once.values())


def _just_so(posts: Index, words: str) -> list[Passage]:
    """The very words that were typed, wherever they stand in one voice."""
    wanted = folded(words)
    if len(wanted) < _JUST_SO or count_words(words) > _MOST_QUOTED:
        return []
    found = []
    for hit in posts.hits(Query((words,)), _CANDIDATES):
        if hit.start < 0:
            continue
        spoken = posts.spoken(hit.post)
        for cut in cuts(spoken.text, (hit.start, hit.end), spoken.voices):
            for own in _places(spoken.text, cut.start, cut.end, words, wanted):
                found.append(_passage(hit.post, spoken, Cut(*own, cut.who), (own,)))
    return found


def _places(text: str, start: int, end: int, words: str, wanted: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    """Where words stand, with the character that ends them where it was typed too."""
    places = [one.span() for one in re.compile(r"[^\W_]+").finditer(text, start, end)]
    wholes = [one.span() for one in _WHOLE_WORD.finditer(text, start, end)]
    said = ["".join(folded(text[s:e])) for s, e in places]
    closing = re.search(r"[.!?…]*[”’\")]*$", words)
    for at in range(len(said) - len(wanted) + 1):
        if tuple(said[at : at + len(wanted)]) == wanted:
            first, last = places[at][0], places[at + len(wanted) - 1][1]
            first = next((s for s, e in wholes if s <= first < e), first)  # no word is cut in two: don’t, 1,000
            last = next((e for s, e in wholes if s < last <= e), last)
            more = re.compile(r"[.!?…]+").match(text, last, end) if closing and closing[0] else None
            yield first, more.end() if more else last


def _around(posts: Index, arguments: tuple[str, ...], synonyms: Synonyms) -> list[Passage]:
    """The sentences around the words that were typed."""
    for query in readings(arguments, synonyms):
        hits = [hit for hit in posts.hits(query, 2 * _CANDIDATES) if hit.start >= 0][:_CANDIDATES]
        if passages := _passages(posts, query, hits, _MOST_QUOTED):
            # In passages of one voice fewer words may be found than in their paragraphs: those with the most go first.
            return sorted(passages, key=lambda one: -len(forms_of(one.text, one.marks)))
    return []
