"""A plain text: one source, under its first line where that reads like a title."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, is_spoken, links_in, paragraphs, set_apart, title_of

_MOST_IN_TITLE = 15  # words
_SENTENCE = re.compile(r"[.:;,]$")


def recognises(head: str) -> bool:
    return not head.lstrip().startswith("<") and re.search(r"\w", head) is not None


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole text as one source; lines that only a blank line parts are paragraphs."""
    written = text_of(data, name, report)
    text = paragraphs(written)
    first, _, rest = text.partition("\n\n")
    is_title = bool(rest) and "\n" not in first and len(first.split()) <= _MOST_IN_TITLE and not _SENTENCE.search(first)
    is_title = is_title and not is_spoken(first, rest)
    title = first if is_title else title_of(name)
    if is_title:
        text, written = rest, written.partition(first)[2]
    if not text:
        yield LeftOut("without text")
        return
    yield ImportedPost(title=title, text=text, links=links_in(text), quoted=set_apart(written))
