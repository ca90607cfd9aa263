"""The passages that some words may mean, and one of them as an entry for quotes.yaml."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from talkbuilder.claims.normal import Range
from talkbuilder.claims.texts import GRAMMAR
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote, sensitivities
from talkbuilder.evidence.library.sources import Source
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.search.find import Passage, Search
from talkbuilder.posts.search.index import Index
from talkbuilder.posts.search.passages import count_words, cuts, forms_of
from talkbuilder.posts.search.posts import Spoken
from talkbuilder.posts.search.synonyms import PLAIN, Synonyms
from talkbuilder.posts.search.terms import Query, folded, readings, typed
from talkbuilder.source.ids import is_id
from talkbuilder.source.scalars import as_item, as_scalar

MOST_WORDS = 40  # of a quotation; checks/long_entries.py says why
_JUST_SO = 4  # from this many words on, words that stand in a post are taken as the quotation that was meant
_CANDIDATES = 10
_ID_WORDS = 4
_FEWEST_ID_WORDS = 2
_ORDER = ("text", "speaker", "post", "page", "translated", "sensitive")
NOTHING: Mapping[str, str] = {}
_LITTLE = GRAMMAR | frozenset(
    re.findall(r"\w+", "don doesn didn isn aren wasn weren won couldn wouldn hasn haven ve ll re least")
)
_WHOLE_WORD = pattern_of(r"[^\W_]+(?:(?:['’‘`´\-‐‑]|(?<=\d)[.,/–−](?=\d))[^\W_]+)*")


def quote_fields(passage: Passage, library: Library) -> dict[str, str]:
    """What a quotation of a passage says of itself, key by key, but for whose words it holds."""
    told = {} if _is_second_hand(passage, library) else {"translated": _translated(passage, library) or "false"}
    return {
        "text": passage.text,
        "post": passage.post,
        **told,
        "sensitive": ", ".join(sensitivities(passage.text)),
    }


def written(id: str, fields: Mapping[str, str]) -> str:
    """An entry for quotes.yaml."""
    values = {key: as_scalar(value) if value else "" for key, value in fields.items()}
    tags = (as_item(one.strip()) for one in fields["sensitive"].split(",") if one.strip())
    values["sensitive"] = f"[{', '.join(tags)}]"
    return f"{id}:\n" + "".join(f"{f'  {key}: {values[key]}'.rstrip()}\n" for key in _ORDER if key in values)


def meant(search: Search, posts: Index, arguments: tuple[str, ...], synonyms: Synonyms = PLAIN) -> list[Passage]:
    """The passages that some words may mean, the best first; other voices and posts follow."""
    passages = _just_so(search, posts, typed(arguments)) or _around(search, posts, arguments, synonyms)
    once: dict[tuple[str, int, int], Passage] = {}
    for one in passages:
        once.setdefault((one.post, one.start, one.end), one)
    return list(once.values())


def _just_so(search: Search, posts: Index, words: str) -> list[Passage]:
    """The very words that were typed, wherever they stand in one voice."""
    wanted = folded(words)
    if len(wanted) < _JUST_SO or count_words(words) > MOST_WORDS:
        return []
    found = []
    for hit in posts.hits(Query((words,)), _CANDIDATES):
        if hit.start < 0:
            continue
        spoken = search.spoken(hit.post, posts.card(hit.post))
        for cut in cuts(spoken.text, (hit.start, hit.end), spoken.voices):
            for own in _places(spoken.text, cut.start, cut.end, words, wanted):
                found.append(_passage(hit.post, spoken, cut.who, own))
    return found


def _passage(post: str, spoken: Spoken, who: str, own: Range) -> Passage:
    text = spoken.text[slice(*own)]
    return Passage(post, spoken.card, who, text, *own, ((0, len(text)),), spoken.is_unclear(*own))


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


def _around(search: Search, posts: Index, arguments: tuple[str, ...], synonyms: Synonyms) -> list[Passage]:
    """The sentences around the words that were typed."""
    for query in readings(arguments, synonyms):
        hits = [hit for hit in posts.hits(query, 2 * _CANDIDATES) if hit.start >= 0][:_CANDIDATES]
        if passages := search.passages(posts, query, hits, MOST_WORDS):
            # In passages of one voice fewer words may be found than in their paragraphs: those with the most go first.
            return sorted(passages, key=lambda one: -len(forms_of(one.text, one.marks)))
    return []


def held_by(text: str, library: Library) -> str:
    """The quotation of the library that has some words already; "" where none has."""
    wanted = folded(text)
    quotes = (quote for quote in library.quotes.values() if isinstance(quote, Quote))
    return next((quote.id for quote in quotes if folded(quote.text.value) == wanted), "")


def _translated(passage: Passage, library: Library) -> str:
    quotes = (quote for quote in library.quotes.values() if isinstance(quote, Quote))
    alike = (one for one in quotes if (one.speaker.value, one.post.value) == (passage.who, passage.post))
    return next((one.translation for one in alike if one.translation), "")


def _is_second_hand(passage: Passage, library: Library) -> bool:
    post = library.sources.get(passage.post)
    voice = post.voice(passage.who) if isinstance(post, Source) else None
    return bool(voice and voice.translation)


def _tells(word: str) -> bool:
    return word.isascii() and len(word) > 1 and not word.isdigit() and word not in _LITTLE


def id_of(passage: Passage, around: str, library: Library) -> str:
    """A name for an entry, of the first words that say something: of those `around` the passage where its own are too
    few, and of the post where they are in another script."""
    taken = {*library.quotes, *library.facts, *library.actions}
    words = [word for word in folded(passage.text) if _tells(word)]
    if len(words) < _FEWEST_ID_WORDS:
        words = [word for word in folded(around) if _tells(word)] or words
    stem = "-".join(words[:_ID_WORDS]) or passage.post
    if not is_id(stem):
        stem = "quote"
    return next(id for id in chain((stem,), (f"{stem}-{number}" for number in count(2))) if id not in taken)
