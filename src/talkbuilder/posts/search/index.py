"""The index of the posts: brought up to date when they change, and asked for the passages that match.

Whatever is wrong with an index, it is built again: nothing is in it that is not in the posts.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from talkbuilder.posts.search.build import LAYOUT, NO_TEXT, Builder, open_index
from talkbuilder.posts.search.posts import Card, Cards, Hit, Say, unpack
from talkbuilder.posts.search.terms import Query


class Index:
    """The index of a folder of posts, up to date; use it as a context manager."""

    def __init__(self, folder: Path, index_files: tuple[Path, ...], cards: Cards, say: Say) -> None:
        """`index_files` list the sources: `cards` reads them, and only if one of them or a post has changed."""
        states = dict(_states(folder))
        told = " ".join(_state(one.stat() if one.is_file() else None) for one in index_files)
        lines = (f"{name} {state}" for name, state in sorted(states.items()))
        whole = hashlib.sha256("\n".join((told, *lines)).encode()).hexdigest()
        self._builder = Builder(folder, states, whole, cards, say)
        self._connection = _current(folder, whole) or self._builder.build()

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
        return unpack(str(found[0][0])) if found else Card()

    def count(self) -> int:
        """How many posts there are to search."""
        return int(self._ask("SELECT count(*) FROM post WHERE state NOT LIKE ?", f"{NO_TEXT} %")[0][0])

    def _ask(self, sql: str, *values: object) -> list[tuple[str | int, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:  # a part of the file is not what was written
            self._connection.close()
            self._connection = self._builder.build(anew=True)
            return self._connection.execute(sql, values).fetchall()


def _current(folder: Path, whole: str) -> sqlite3.Connection | None:
    """The index that is there, if it was built from the folder as it is now."""
    connection = None
    with suppress(sqlite3.Error, TypeError):
        connection = open_index(folder)
        if connection.execute("SELECT layout, state FROM meta").fetchone() == (LAYOUT, whole):
            return connection
    if connection is not None:
        connection.close()
    return None


def _states(folder: Path) -> Iterator[tuple[str, str]]:
    """The posts that are there, by id, each with what changes when it is written to."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".txt") and not entry.name.startswith(".") and entry.is_file():
                yield entry.name.removesuffix(".txt"), _state(entry.stat())


def _state(stat: os.stat_result | None) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns}" if stat else NO_TEXT
