"""Search without an index, word by word, for a Python whose SQLite has no full-text search; slower and less clever."""

import heapq
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from talkbuilder.posts.search.passages import Stretch, paragraphs
from talkbuilder.posts.search.posts import Card, Cards, Hit, read_post
from talkbuilder.posts.search.terms import Match, Query, bare, folded

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 3


class Reading:
    """All posts, read anew for every search; what Index can do, this can too."""

    def __init__(self, folder: Path, cards: Cards) -> None:
        self._folder = folder
        self._cards = cards()
        self._names = sorted(file.stem for file in folder.glob("*.txt") if file.is_file())

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_: object) -> None:
        return

    def hits(self, query: Query, most: int) -> list[Hit]:
        """The passages that match, those with the most matches first."""
        found: list[tuple[int, Hit]] = []
        for name in self._names:
            text, title = read_post(self._folder, name), self.card(name).title or name
            if not _may_match(query, f"{title} {text}"):
                continue
            stretches = [(-1, -1), *paragraphs(text)]
            texts = [(title, ""), *((text[start:end], "") for start, end in stretches[1:])]
            found += ((len(marks), Hit(name, *stretches[number])) for number, marks in matches(query, texts))
        return [hit for _, hit in heapq.nlargest(most, found, key=lambda one: one[0])]

    def card(self, post: str) -> Card:
        return self._cards.get(post, Card())

    def count(self) -> int:
        return len(self._names)


def matches(query: Query, texts: Sequence[tuple[str, str]]) -> list[Match]:
    """Each text is what is shown, and what is searched without being shown; those with the most matches first."""
    wanted = [folded(phrase) for phrase in query.phrases]
    found: list[Match] = []
    for number, (shown, more) in enumerate(texts):
        if not _may_match(query, f"{shown} {more}"):
            continue
        marks = [_marks(shown, phrase, query.begins) for phrase in wanted]
        held = [bool(own or _marks(more, phrase, query.begins)) for own, phrase in zip(marks, wanted, strict=True)]
        if all(held) if query.all else any(held):
            found.append((number, tuple(sorted({mark for own in marks for mark in own}))))
    return sorted(found, key=lambda one: -len(one[1]))


def _may_match(query: Query, text: str) -> bool:
    """Whether a text has the stems somewhere; a quick look that spares most posts the slow one."""
    whole = bare(text)
    held = (all(_stem(word) in whole for word in folded(phrase)) for phrase in query.phrases)
    return all(held) if query.all else any(held)


def _marks(text: str, phrase: tuple[str, ...], begins: bool) -> list[Stretch]:
    """Where a phrase stands in a text."""
    places = [found.span() for found in _WORD.finditer(text)] if phrase else []
    words = [_word(text[start:end]) for start, end in places]
    return [
        (places[at][0], places[at + len(phrase) - 1][1])
        for at in range(len(words) - len(phrase) + 1)
        if all(_is_like(words[at + step], wanted, begins) for step, wanted in enumerate(phrase))
    ]


@lru_cache(maxsize=100_000)
def _word(text: str) -> str:
    return "".join(folded(text))


def _is_like(word: str, wanted: str, begins: bool) -> bool:
    return word.startswith(wanted) if begins else _stem(word) == _stem(wanted)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
