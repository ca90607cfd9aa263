"""C007 no-source: a slide that shows how things are, as a map or a table does, and rests on no entry of the library.

Sentences are the speaker's own words: what in them needs a source, `typed_claim` finds.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Slide, Talk

# These claim nothing themselves: they are made of slides that do, of plain sentences, or of what the audience is asked;
# nor does a drawing without a word.
_NEED_NONE = MADE | {"ask", "photo", "memory", "question", "blank", "bullets", "compare", "icons", "statement", "steps"}


def check(talk: Talk) -> Iterator[Diagnostic]:
    if not talk.library.is_whole:  # what a slide cites may be what could not be read, and that is reported already
        return
    for slide in talk.slides:
        needs_none = slide.kind in _NEED_NONE or (slide.kind == "drawing" and not slide.slots)
        if not needs_none and not slide.citations and not _tried(slide):
            hint = "name its facts as {fact-id} in a text, or add 'cite: [fact-or-quote-id]'"
            yield Diagnostic("C007", f"'{slide.title.text}' cites nothing", slide.title.span, hint)


def _tried(slide: Slide) -> bool:
    """A reference that names nothing is reported already; the slide would cite if it did."""
    shown = (paragraph for slot in slide.slots.values() if isinstance(slot, tuple) for paragraph in slot)
    return any(run.unresolved for paragraph in (slide.title, *slide.notes, *shown) for run in paragraph.runs)
