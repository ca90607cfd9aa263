"""C106 bad-pause: a pause marked in notes, of a length that cannot be read."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.talk.speech import misspelt_pauses
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        if slide.notes:
            notes = slide.notes[0].span  # that of all paragraphs
            at = notes.start
            for mark in misspelt_pauses("\n".join(paragraph.text for paragraph in slide.notes)):
                hint = "write its seconds in digits, as in [pause 5]"
                place = _place(mark, notes, at)
                at = place.end if place is not notes else at
                yield Diagnostic("C106", f"'{mark}' is not counted as a pause", place, hint)


def _place(mark: str, notes: Span, start: int) -> Span:
    """Where a mark stands in the source of its notes, from `start` on; all of them where a line break splits it."""
    at = notes.source.text.find(mark, start, notes.end)
    return notes if at < 0 else Span(notes.source, at, at + len(mark))
