"""Which of a few texts match a query, best first, and the words by which they do."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from talkbuilder.claims.normal import Range
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.search.synonyms import Synonyms
from talkbuilder.posts.search.terms import TOKENS, Match, Query, readings

_OPEN, _CLOSE = "\x01", "\x02"
_UNSAYABLE = pattern_of("[\x00-\x02]")


def matches(query: Query, texts: Sequence[tuple[str, str]]) -> list[Match]:
    """Each text is what is shown, and what is searched without being shown."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(shown, more, tokenize='{TOKENS}')")
        clean = ((number, _UNSAYABLE.sub(" ", shown), more) for number, (shown, more) in enumerate(texts))
        connection.executemany("INSERT INTO texts(rowid, shown, more) VALUES (?, ?, ?)", clean)
        found = connection.execute(
            "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 2, 1), rowid",
            (_OPEN, _CLOSE, query.fts),
        )
        return [(number, _marks_of(marked)) for number, marked in found]


def holds(text: str, arguments: tuple[str, ...], synonyms: Synonyms) -> bool:
    """Whether a text has what was typed: phrases as they stand, and each of the words."""
    ways = [one for one in readings(arguments, synonyms) if one.all]
    if any(" " in phrase for phrase in ways[0].phrases):
        ways = ways[:1]
    return any(matches(one, ((text, ""),)) for one in ways)


def _marks_of(marked: str) -> tuple[Range, ...]:
    """Where the marks of a text are in the text without them."""
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", marked)
    edges, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        edges.append(at)
    return tuple(zip(edges[::2], edges[1::2], strict=True))
