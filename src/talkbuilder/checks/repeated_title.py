"""C001 repeated-title: two slides of one title, which nobody who listens to the deck can tell apart.

The last slide may say once more how the talk is called.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.edition import not_meant
from talkbuilder.talk.talk import Slide, Talk, quoted


def check(talk: Talk) -> Iterator[Diagnostic]:
    seen: dict[str, list[tuple[str, Slide]]] = {}
    for section in talk.sections:
        for slide in section.slides:
            if slide.is_unseen:
                continue
            others = seen.setdefault(" ".join(slide.title.text.split()).casefold().rstrip(".!?… "), [])
            met = next(((name, other) for name, other in others if _may_meet(slide, other)), None)
            if met is not None:
                hint = (
                    f"say in each of the two what is new on it; the other title stands in line {met[1].title.span.line}"
                )
                message = f"a slide of {quoted(met[0])} has the same title"
                yield Diagnostic("C001", message, slide.title.span, hint)
            others.append((section.name, slide))


def _may_meet(one: Slide, other: Slide) -> bool:
    """Whether an audience may see both, and take one for the other: not where each is for an audience of its own."""
    if (one.kind, other.kind) == ("closing", "cover"):
        return False
    audiences = ("", *(name.value for name in (*one.only, *other.only)))
    return any(not (not_meant(one, audience) or not_meant(other, audience)) for audience in audiences)
