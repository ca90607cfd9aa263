"""C354 droppable-hotline, C355 incomplete-hotline, C356 hotline-out-of-view: a number that is not there when needed."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.actions import EMERGENCY, Action, digits_of
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide


def check(plan: Plan) -> Iterator[Diagnostic]:
    found = [(slide, action) for slide, action in plan.talk.asked if action.is_hotline]
    if not found:
        return
    for slide, _ in found:
        if slide.kind == "ask" and slide.priority != "must":
            hint = "leave 'priority' out: what the audience can do is kept then"
            yield Diagnostic("C354", "a shorter slot may leave the hotline out", slide.asked_at, hint)
    lacks = {slide.span: _lacking(slide, action, plan) for slide, action in found}
    if all(lacks.values()):
        slide, _ = found[0]
        hint = "write down its number, what to text to which number, and 'danger:' with the action that is 911"
        message = f"the slide of the hotline lacks {' and '.join(lacks[slide.span])}"
        yield Diagnostic("C355", message, slide.asked_at, hint)
    last = next((slide for slide in reversed(plan.talk.slides) if not slide.is_unseen), None)
    if last is not None and all(slide.span != last.span for slide, _ in found):
        hint = "let the closing 'ask:' for it, with 'poster: true' in assets/actions.yaml: it then stands last of all"
        yield Diagnostic("C356", "the hotline is not what stands on the screen at the end", found[-1][0].asked_at, hint)


def _lacking(slide: Slide, action: Action, plan: Plan) -> list[str]:
    """What somebody in need would still have to ask."""
    tells = " ".join(one.text for one in (*slide.seen, *slide.heard))
    has_emergency = any(
        other.phone and digits_of(other.phone.value) in EMERGENCY for one, other in plan.talk.asked if one is slide
    )
    return [
        what
        for what, is_there in (
            ("a number to call", bool(action.phone)),
            ("a number to text", bool(action.text)),
            ("what to text", bool(action.message)),
            ("911 for danger", has_emergency or "911" in tells),
        )
        if not is_there
    ]
