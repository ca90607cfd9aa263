"""Whether this Python can search text: its SQLite must be built with FTS5, as nearly all are."""

from contextlib import closing

TOKENS = "porter unicode61 remove_diacritics 2"  # English word stems; any script, without case and accents


def has_full_text() -> bool:
    """Whether this Python has SQLite, and that was built with full-text search."""
    try:
        import sqlite3  # some systems leave it out of Python
    except ImportError:
        return False
    try:
        with closing(sqlite3.connect(":memory:")) as probe:
            probe.execute(f"CREATE VIRTUAL TABLE probe USING fts5(text, tokenize='{TOKENS}')")
    except sqlite3.Error:
        return False
    return True
