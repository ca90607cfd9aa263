"""Searches the blog of `blog.py` without a command line."""

from pathlib import Path

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.posts.search.find import Found, find
from talkbuilder.posts.search.index import Index, opened
from talkbuilder.posts.search.posts import cards
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library


def library_of(folder: Path) -> Library:
    return read_library(Project(folder), Report())


def search(folder: Path, *words: str, most: int = 5) -> Found:
    """What is found."""
    library = library_of(folder)
    posts = opened(folder, lambda: cards(library))
    assert posts is not None
    with posts:
        return find(posts, library, words, most, posts.card)


def where(found: Found) -> list[tuple[str, str]]:
    """The posts and speakers of what was found."""
    return [(one.post, one.who) for one in found.passages]


def ids(found: Found) -> list[str]:
    return [hold.entry.id for hold in found.entries]


def reads(folder: Path) -> list[int]:
    """How many posts an index has to read to be up to date."""
    said: list[int] = []
    library = library_of(folder)
    Index(folder, lambda: cards(library), said.append)
    return said
