"""What was found, as it prints: for people, and for other programs."""

import textwrap
from collections.abc import Iterator

from talkbuilder.diagnostics.harmless import harmless
from talkbuilder.evidence.library.library import Library
from talkbuilder.posts.search.find import Found, Hold, Passage

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_WIDEST, _NARROWEST = 100, 40


def as_text(found: Found, library: Library, width: int, colour: bool) -> str:
    """Library first, for what is there is ready for use; then the posts. Each best first."""
    width = max(_NARROWEST, min(width, _WIDEST))
    rows: list[str] = []
    if found.entries:
        rows += [_heading("In the library", found.more_entries, colour), ""]
        rows += [row for hold in found.entries for row in (*_hold(hold, width, colour), "")]
    if found.passages:
        rows += [_heading("In the posts", found.more_passages, colour), ""]
        rows += [row for one in found.passages for row in (*_passage(one, library, width, colour), "")]
    return "\n".join(rows)


def as_object(found: Found, library: Library) -> dict[str, object]:
    """For JSON; `marks` are pairs of offsets into `text`, `start` and `end` are offsets into the post."""
    return {
        "posts_searched": found.posts,
        "library": [
            {
                "kind": hold.entry.kind,
                "id": hold.entry.id,
                "use": hold.entry.use,
                "text": hold.entry.text,
                "about": hold.entry.about,
                "post": hold.entry.post or None,
                "against": hold.entry.against or None,
            }
            for hold in found.entries
        ],
        "posts": [passage_object(one) for one in found.passages],
        "more": found.more_entries or found.more_passages,
    }


def passage_object(one: Passage) -> dict[str, object]:
    return {
        "post": one.post,
        "title": one.card.title or None,
        "date": one.card.date or None,
        "speaker": one.speaker or None,
        "text": one.text,
        "start": None if one.start < 0 else one.start,
        "end": None if one.start < 0 else one.end,
        "marks": one.marks,
    }


def place(one: Passage, library: Library) -> str:
    """Whose words a passage holds, and in which post."""
    if one.start < 0:
        return "the title"
    who = one.speaker
    return f"{library.credit(who) or who} ({who})" if who else "nobody yet: nothing tells whose words these are"


def _heading(title: str, more: bool, colour: bool) -> str:
    title = f"{title}, the best of more (--most N shows N)" if more else title
    return f"{_BOLD}{title}{_PLAIN}" if colour else title


def _hold(hold: Hold, width: int, colour: bool) -> Iterator[str]:
    entry = hold.entry
    text = f"“{entry.text}”" if entry.kind == "quote" else entry.text
    yield f"  {entry.kind:8}{_paint(entry.use, _BOLD, colour)}"
    yield from _lines(text, " " * 10, width)
    where = f"{entry.about}, in {hold.card.citation}" if hold.card.citation else entry.about
    yield from (_paint(line, _DIM, colour) for line in _lines(where, " " * 10, width))
    if entry.against:
        yield from _lines(f"but {entry.against}", " " * 10, width)


def _passage(one: Passage, library: Library, width: int, colour: bool) -> Iterator[str]:
    date = f", {one.card.dated}" if one.card.date else ""
    title = one.card.title or "not in assets/sources.yaml"
    yield f"  {_paint(one.post, _BOLD, colour)}{_paint(harmless(f'  {title}{date}'), _DIM, colour)}"
    yield from (_paint(line, _DIM, colour) for line in _lines(f"{place(one, library)}:", " " * 4, width))
    yield from _lines(one.text, " " * 4, width)


def _lines(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(harmless(" ".join(text.split())), width, initial_indent=indent, subsequent_indent=indent)


def _paint(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{_PLAIN}" if colour else text
