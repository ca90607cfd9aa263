"""C001 repeated-title: two slides of one title, which nobody who listens to the deck can tell apart."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for number, slide in enumerate(talk.slides, start=1):
        title = " ".join(slide.title.text.split()).casefold()
        if title in seen:
            hint = "say what is new on this slide"
            yield Diagnostic("C001", f"slide {seen[title]} has the same title", slide.title.span, hint)
        seen.setdefault(title, number)
