"""How the index of the posts is built: a full-text index in SQLite, `.index.sqlite` beside them.

It holds where each paragraph is, and its words; the text stays in the posts. The file is never changed: a new one is
written beside it and takes its place, so that a search that is going on reads the old one to its end, and of two
searches that build at once the later one's stays.

    meta      one row: the layout of the file, the state of the folder, and the number of the next passage
    post      each post: its name, its state, its card
    passage   each paragraph, as two offsets into a post; -1 for its title
    words     the words of the passages (FTS5, without their text); those of passages that are gone match nothing
"""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

from talkbuilder.posts.search.full_text import TOKENS
from talkbuilder.posts.search.passages import paragraphs
from talkbuilder.posts.search.posts import Card, Cards, Say, pack, read_post

NAME = ".index.sqlite"
LAYOUT = "3"
NO_TEXT = "-"  # the state of a post that is known, but not imported
_HASH_BYTES = 32_000_000  # words kept in memory before they are written: a third faster than the 1 MB of SQLite
_LEFT_OVER_SECONDS = 3600  # a half-written index of this age belongs to no search that still runs
_PREFIX, _SUFFIX = ".index-", ".part"
_SCHEMA = f"""
    CREATE TABLE meta (layout TEXT, state TEXT, next INTEGER);
    CREATE TABLE post (id INTEGER PRIMARY KEY, name TEXT UNIQUE, state TEXT, card TEXT);
    CREATE TABLE passage (id INTEGER PRIMARY KEY, post INTEGER, start INTEGER, end INTEGER);
    CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{TOKENS}');
    INSERT INTO words(words, rank) VALUES ('hashsize', {_HASH_BYTES});
    INSERT INTO meta VALUES ('{LAYOUT}', '', 1);
"""


def open_index(folder: Path) -> sqlite3.Connection:
    """The index of a folder, for reading; locks are not needed, since the file is only ever replaced."""
    return sqlite3.connect(f"{(folder / NAME).resolve().as_uri()}?mode=ro&immutable=1", uri=True)


class Builder:
    """Builds the index of a folder in the state that it was found in."""

    def __init__(self, folder: Path, states: Mapping[str, str], whole: str, cards: Cards, say: Say) -> None:
        self._folder, self._posts, self._whole, self._cards, self._say = folder, states, whole, cards, say

    def build(self, anew: bool = False) -> sqlite3.Connection:
        """The index, from the old one if there is one and not much has changed; in memory where none can be written."""
        for start_anew in (True,) if anew or not (self._folder / NAME).is_file() else (False, True):
            with suppress(OSError, sqlite3.Error, _Outdated):
                self._write(start_anew)
                return open_index(self._folder)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        self._fill(connection, True)
        return connection

    def _write(self, anew: bool) -> None:
        _sweep(self._folder)
        handle, name = tempfile.mkstemp(_SUFFIX, _PREFIX, self._folder)
        os.close(handle)
        try:
            if not anew:
                shutil.copyfile(self._folder / NAME, name)
            with closing(sqlite3.connect(name, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # nobody reads it yet: half of it is thrown away
                connection.execute("PRAGMA synchronous = OFF")
                self._fill(connection, anew)
            os.replace(name, self._folder / NAME)
        finally:
            with suppress(OSError):
                os.unlink(name)

    def _fill(self, connection: sqlite3.Connection, anew: bool) -> None:
        """Reads the posts that are new or have changed; raises _Outdated where nearly all have."""
        connection.execute("BEGIN")
        if anew:
            for statement in filter(str.strip, _SCHEMA.split(";")):
                connection.execute(statement)
        layout, number = connection.execute("SELECT layout, next FROM meta").fetchone() or ("", 1)
        known = dict(connection.execute("SELECT name, state FROM post"))
        cards = self._cards()
        packed = {name: pack(cards.get(name, Card())) for name in {*self._posts, *cards}}
        wanted = {name: f"{self._posts.get(name, NO_TEXT)} {card}" for name, card in packed.items()}
        gone = [name for name, state in known.items() if wanted.get(name) != state]
        if not anew and (layout != LAYOUT or len(gone) > len(known) // 3 or _is_mostly_dead(connection, number)):
            raise _Outdated
        _forget(connection, gone)
        new = sorted(name for name, state in wanted.items() if known.get(name) != state)
        self._say(len(new))
        for name in new:
            added = connection.execute("INSERT INTO post VALUES (NULL, ?, ?, ?)", (name, wanted[name], packed[name]))
            title = cards[name].title if name in cards else name
            for start, end, text in self._passages(name, title) if name in self._posts else ():
                connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?)", (number, added.lastrowid, start, end))
                connection.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (number, text))
                number += 1
        connection.execute("UPDATE meta SET state = ?, next = ?", (self._whole, number))
        connection.execute("COMMIT")

    def _passages(self, name: str, title: str) -> Iterator[tuple[int, int, str]]:
        yield -1, -1, title
        text = read_post(self._folder, name)
        for start, end in paragraphs(text):
            yield start, end, text[start:end]


class _Outdated(Exception):
    """So much has changed that it is better to begin anew."""


def _is_mostly_dead(connection: sqlite3.Connection, next_number: int) -> bool:
    """More of the words belong to passages that are gone than to those that are there."""
    [(alive,)] = connection.execute("SELECT count(*) FROM passage")
    return bool(next_number - 1 > 2 * alive)


def _forget(connection: sqlite3.Connection, posts: list[str]) -> None:
    connection.execute("CREATE TEMP TABLE gone (name TEXT)")
    connection.executemany("INSERT INTO gone VALUES (?)", ((name,) for name in posts))
    connection.execute("DELETE FROM passage WHERE post IN (SELECT id FROM post WHERE name IN (SELECT name FROM gone))")
    connection.execute("DELETE FROM post WHERE name IN (SELECT name FROM gone)")


def _sweep(folder: Path) -> None:
    """Removes what searches that were killed have left behind."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER_SECONDS:
                left.unlink()
