"""C106 bad-pause: a pause marked in notes, of a length that cannot be read."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.spoken import misspelt_pauses
from talkbuilder.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        for paragraph in slide.notes:
            for mark in misspelt_pauses(paragraph.text):
                hint = "write its seconds in digits, as in [pause 5]"
                yield Diagnostic("C106", f"'{mark}' is not counted as a pause", _place(mark, paragraph.span), hint)


def _place(mark: str, notes: Span) -> Span:
    """Where a mark stands in the source of its notes; all of them where a line break splits it."""
    at = notes.source.text.find(mark, notes.start, notes.end)
    return notes if at < 0 else Span(notes.source, at, at + len(mark))
