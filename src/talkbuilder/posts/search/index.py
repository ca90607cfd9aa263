"""The index of the posts: a full-text index in SQLite, `.index.sqlite` beside them, built anew when they have changed.

It holds where each paragraph is, and its words; the text stays in the posts. The file is never changed: a new one is
written beside it and takes its place, so that a search that is going on reads the old one to its end, and of two
searches that build at once the later one's stays. Whatever is wrong with an index, it is built again.

    meta      one row: the layout of the file, and the state of the folder
    post      each post: its name, whether it is here, its card
    passage   each paragraph, as two offsets into a post; -1 for its title
    words     the words of the passages (FTS5, without their text)
"""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from talkbuilder.evidence.library.library import PRIVATE
from talkbuilder.posts.search.passages import paragraphs
from talkbuilder.posts.search.posts import Card, Cards, Hit, Say, Spoken, read_post
from talkbuilder.posts.search.terms import TOKENS, Query
from talkbuilder.source.project import ASSETS
from talkbuilder.stages.read import POSTS, POSTS_FILE

NAMES = PRIVATE.rpartition("/")[2]  # hashes of what is protected, and no post
NAME = ".index.sqlite"
_LAYOUT = "4"
_HASH_BYTES = 32_000_000  # words kept in memory before they are written: a third faster than the 1 MB of SQLite
_LEFT_OVER_SECONDS = 3600  # a half-written index of this age belongs to no search that still runs
_PREFIX, _SUFFIX = ".index-", ".part"
_SCHEMA = f"""
    CREATE TABLE meta (layout TEXT, state TEXT);
    CREATE TABLE post (id INTEGER PRIMARY KEY, name TEXT UNIQUE, is_here INTEGER, card TEXT);
    CREATE TABLE passage (id INTEGER PRIMARY KEY, post INTEGER, start INTEGER, end INTEGER);
    CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{TOKENS}');
    INSERT INTO words(words, rank) VALUES ('hashsize', {_HASH_BYTES});
"""


def opened(root: Path, cards: Cards, say: Say = lambda count: None) -> "Index | None":
    """The posts of a talk folder, to be searched; None where none are imported."""
    return Index(root, cards, say) if (root / POSTS).is_dir() and any((root / POSTS).glob("*.txt")) else None


class Index:
    """The index of the posts of a talk folder, up to date; use it as a context manager."""

    def __init__(self, root: Path, cards: Cards, say: Say) -> None:
        """`cards` reads the sources, and only if what lists them or a post has changed."""
        self._folder, self._cards, self._say = root / POSTS, cards, say
        self._spoken: dict[str, Spoken] = {}
        self._posts = sorted(_states(self._folder))
        listing = (f"{ASSETS}/sources.yaml", f"{ASSETS}/{POSTS_FILE}", f"{POSTS}/index.json")
        told = " ".join(_state((root / one).stat()) if (root / one).is_file() else "-" for one in listing)
        lines = (f"{name} {state}" for name, state in self._posts)
        self._whole = hashlib.sha256("\n".join((told, *lines)).encode()).hexdigest()
        self._connection = self._current() or self._built()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def hits(self, query: Query, most: int) -> list[Hit]:
        """The passages that match, best first."""
        sql = (
            "SELECT post.name, passage.start, passage.end FROM words JOIN passage ON passage.id = words.rowid"
            " JOIN post ON post.id = passage.post WHERE words MATCH ? ORDER BY words.rank, passage.id LIMIT ?"
        )
        return [Hit(str(post), int(start), int(end)) for post, start, end in self._ask(sql, query.fts, most)]

    def card(self, post: str) -> Card:
        found = self._ask("SELECT card FROM post WHERE name = ?", post)
        return msgspec.json.decode(str(found[0][0]), type=Card) if found else Card()

    def spoken(self, post: str) -> Spoken:
        """A post with who is speaking where in it; it is read once."""
        if post not in self._spoken:
            self._spoken[post] = Spoken(read_post(self._folder, post), self.card(post))
        return self._spoken[post]

    def count(self) -> int:
        return int(self._ask("SELECT count(*) FROM post WHERE is_here")[0][0])

    def _ask(self, sql: str, *values: object) -> list[tuple[str | int, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:  # a part of the file is not what was written
            self._connection.close()
            self._connection = self._built()
            return self._connection.execute(sql, values).fetchall()

    def _current(self) -> sqlite3.Connection | None:
        """The index that is there, if it was built from the folder as it is now."""
        connection = None
        with suppress(sqlite3.Error):
            connection = _connected(self._folder)
            if connection.execute("SELECT layout, state FROM meta").fetchone() == (_LAYOUT, self._whole):
                return connection
        if connection is not None:
            connection.close()
        return None

    def _built(self) -> sqlite3.Connection:
        """A new index; in memory where none can be written."""
        with suppress(OSError, sqlite3.Error):
            _sweep(self._folder)
            handle, name = tempfile.mkstemp(_SUFFIX, _PREFIX, self._folder)
            os.close(handle)
            try:
                with closing(sqlite3.connect(name, isolation_level=None)) as connection:
                    connection.execute("PRAGMA journal_mode = OFF")  # nobody reads it yet: half of it is thrown away
                    connection.execute("PRAGMA synchronous = OFF")
                    self._fill(connection)
                os.replace(name, self._folder / NAME)
            finally:
                Path(name).unlink(missing_ok=True)
            return _connected(self._folder)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        self._fill(connection)
        return connection

    def _fill(self, connection: sqlite3.Connection) -> None:
        connection.executescript(f"BEGIN; {_SCHEMA}")
        cards, here = self._cards(), dict(self._posts)
        self._say(len(here))
        number = 1
        for name in sorted({*here, *cards}):
            card = cards.get(name, Card())
            row = name, name in here, msgspec.json.encode(card).decode()
            post = connection.execute("INSERT INTO post VALUES (NULL, ?, ?, ?)", row).lastrowid
            for start, end, text in self._passages(name, card.title or name) if name in here else ():
                connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?)", (number, post, start, end))
                connection.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (number, text))
                number += 1
        connection.execute("INSERT INTO meta VALUES (?, ?)", (_LAYOUT, self._whole))
        connection.execute("COMMIT")

    def _passages(self, name: str, title: str) -> Iterator[tuple[int, int, str]]:
        yield -1, -1, title
        text = read_post(self._folder, name)
        for start, end in paragraphs(text):
            yield start, end, text[start:end]


def _connected(folder: Path) -> sqlite3.Connection:
    """The index of a folder, for reading; locks are not needed, since the file is only ever replaced."""
    return sqlite3.connect(f"{(folder / NAME).resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _states(folder: Path) -> Iterator[tuple[str, str]]:
    """The posts that are there, by id, each with what changes when it is written to."""
    with os.scandir(folder) as entries:
        for entry in entries:
            is_text = entry.name.endswith(".txt") and not entry.name.startswith(".") and entry.name != NAMES
            if is_text and entry.is_file():
                yield entry.name.removesuffix(".txt"), _state(entry.stat())


def _state(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _sweep(folder: Path) -> None:
    """Removes what searches that were killed have left behind."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER_SECONDS:
                left.unlink()
