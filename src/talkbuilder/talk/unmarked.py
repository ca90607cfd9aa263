"""Texts as they are printed where nothing can be bold or cited: in the properties of a deck, in a terminal."""

from talkbuilder.evidence.library.library import Library
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Text
from talkbuilder.talk.marks import has_marks
from talkbuilder.talk.markup import Markup


def unmarked(text: Text | None, library: Library) -> str:
    """The words alone; "" where there is no text."""
    if text is None or not has_marks(text.value):
        return text.value if text else ""
    return Markup(library, None).line(text).text


def cover_line(event: Event, library: Library) -> str:
    """What the cover says of a booking."""
    return unmarked(Text(event.cover_line, event.span), library)
