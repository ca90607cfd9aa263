"""C406 many-words, C456 too-many-words, C407 many-points: a slide with so much to read that nobody listens meanwhile.

The title with its lead and the line of sources aside, and a quotation, which is read aloud; tables and time lines are
looked up in, and have limits of their own.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Slide, Talk

MANY, TOO_MANY = 25, 40
MOST_POINTS = 5
_OTHERS = MADE | {"quote", "ask", "table", "timeline"}


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        if slide.kind not in _OTHERS and (count := _words_on(slide)) > MANY:
            code = "C456" if count > TOO_MANY else "C406"
            hint = f"say the rest: {MANY} words are the most that an audience reads while it listens"
            yield Diagnostic(code, f"the slide has {count} words besides its title", slide.title.span, hint)
        points = slide.slots.get("bullets") if slide.kind == "bullets" else ()
        if isinstance(points, tuple) and (count := sum(point.level == 0 for point in points)) > MOST_POINTS:
            hint = "make two slides of it, or leave out what matters least"
            yield Diagnostic("C407", f"the slide has {count} points", points[MOST_POINTS].span, hint)


def _words_on(slide: Slide) -> int:
    slots = (slot for name, slot in slide.slots.items() if name != "lead" and isinstance(slot, tuple))
    return sum(len(paragraph.text.split()) for slot in slots for paragraph in slot)
