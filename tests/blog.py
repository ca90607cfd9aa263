"""A blog of our own writing, with its library: two posts in which several people speak."""

from pathlib import Path

from tests import folders
from tests.running import put

_FILES = folders.files("blog")
TALK, FACTS, QUOTES = (_FILES[path] for path in ("talks/bread.yaml", "assets/facts.yaml", "assets/quotes.yaml"))
_POSTS = "assets/posts/"
POSTS = {path.removeprefix(_POSTS)[:-4]: text for path, text in _FILES.items() if path.startswith(_POSTS)}


def write(folder: Path, talk: str = TALK, posts: bool = True) -> Path:
    """The talk folder of the blog; returns it."""
    kept = {path: text for path, text in _FILES.items() if posts or not path.startswith(_POSTS)}
    return put(folder, kept | {"talks/bread.yaml": talk})
