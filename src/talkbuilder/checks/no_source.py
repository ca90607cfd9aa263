"""C007 no-source: a slide of content that rests on no fact and no quotation of the library."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Slide, Talk

# These claim nothing themselves: the others are made of slides that do, or of what the audience is asked.
_NEED_NONE = MADE | {"ask", "photo", "question", "blank"}


def check(talk: Talk) -> Iterator[Diagnostic]:
    if not talk.library.is_whole:  # what a slide cites may be what could not be read, and that is reported already
        return
    for slide in talk.slides:
        if slide.kind not in _NEED_NONE and not slide.citations and not _tried(slide):
            hint = "name its facts as {fact-id} in a text, or add 'cite: [fact-or-quote-id]'"
            yield Diagnostic("C007", f"'{slide.title.text}' cites nothing", slide.title.span, hint)


def _tried(slide: Slide) -> bool:
    """A reference that names nothing is reported already; the slide would cite if it did."""
    shown = (paragraph for slot in slide.slots.values() if isinstance(slot, tuple) for paragraph in slot)
    return any(run.unresolved for paragraph in (slide.title, *slide.notes, *shown) for run in paragraph.runs)
