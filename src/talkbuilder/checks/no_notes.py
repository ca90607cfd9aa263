"""C002 no-notes: a slide without speaker notes, which leaves the speaker to read the slide aloud."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        is_added = slide.kind == "sources" and slide.title.span == slide.span  # which nobody has written
        if not slide.notes and not slide.is_unseen and not is_added:
            hint = "add 'notes:' with what you say here"
            yield Diagnostic("C002", f"no notes for '{slide.title.text}'", slide.title.span, hint)
