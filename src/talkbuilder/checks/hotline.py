"""C316 no-hotline, C354 droppable-hotline, C355 incomplete-hotline, C356 hotline-out-of-view: who needs a number."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.actions import EMERGENCY, Action, digits_of
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide, Talk

_TOLD = (
    r"(?i)\btraffick(?:ing|ed|ers?)\b|\bforced labou?r\b|\b(?:sexual|labou?r|child) exploitation\b"
    r"|\bmodern(?:-day)? slavery\b|\bdebt bondage\b|\bsex slave(?:s|ry)?\b|\bslave labou?r\b|\bforced to work\b"
)
_SIGNS = ("traffick", "forced", "exploitation", "slave", "bondage")  # one of them is in each
_OTHER = r"(?i)\b(?:drugs?|arms|weapons?|guns?|wildlife|ivory|narcotics|organ) traffick\w+"
_HERE = "en-US"
_LEAST_SLIDES = 2  # a single word in passing asks for no number


def check(plan: Plan) -> Iterator[Diagnostic]:
    yield from _no_hotline(plan)
    yield from _hotline_slide(plan)


def _no_hotline(plan: Plan) -> Iterator[Diagnostic]:
    talk = plan.talk
    if talk.language != _HERE or any(action.is_hotline for _, action in talk.asked) or not _tells(talk):
        return
    hint = "ask for it on a slide, and in the closing: 1-888-373-7888, text HELP to 233733, and 911 for danger"
    yield Diagnostic("C316", "the talk is about trafficking and has no hotline", talk.place, hint)


def _tells(talk: Talk) -> bool:
    """Whether a talk is about trafficking, by what it is called, or speaks of it on more than one of its slides."""
    outline = talk.outline
    heads = (outline.talk, outline.subtitle, outline.summary, *outline.keywords)
    if any(_is_told(head.value) for head in heads if head):
        return True
    slides = (" ".join(one.text for one in (*slide.seen, *slide.heard)) for slide in talk.slides)
    return sum(map(_is_told, slides)) >= _LEAST_SLIDES


def _is_told(text: str) -> bool:
    small = text.lower()
    if not any(sign in small for sign in _SIGNS):
        return False
    return bool(re.search(_TOLD, text)) and bool(re.search(_TOLD, re.sub(_OTHER, "", text)))


def _hotline_slide(plan: Plan) -> Iterator[Diagnostic]:
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
    ends = (slide for slide in reversed(plan.talk.slides) if not slide.is_unseen and slide.kind != "sources")
    last = next(ends, None)  # which stays; sources are shown to who asks for them
    if last is not None and all(slide.span != last.span for slide, _ in found):
        hint = "let the closing 'ask:' for it, which stays on the screen while people ask"
        yield Diagnostic("C356", "the hotline is not what stands on the screen at the end", found[-1][0].asked_at, hint)


def _lacking(slide: Slide, action: Action, plan: Plan) -> list[str]:
    """What somebody in need would still have to ask."""
    tells = " ".join(one.text for one in (*slide.seen, *slide.heard))
    phones = (other.phone.value for one, other in plan.talk.asked if one is slide and other.phone)
    needed = (
        ("a number to call", action.phone),
        ("a number to text", action.text),
        ("what to text", action.message),
        ("911 for danger", "911" in tells or any(digits_of(phone) in EMERGENCY for phone in phones)),
    )
    return [what for what, is_there in needed if not is_there]
