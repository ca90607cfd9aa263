"""C316 no-hotline: a talk in the United States that tells of trafficking, and shows nobody where to turn to."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Talk

_TOLD = re.compile(
    r"\btraffick(?:ing|ed|ers?)\b|\bforced labou?r\b|\b(?:sexual|labou?r|child) exploitation\b"
    r"|\bmodern(?:-day)? slavery\b|\bdebt bondage\b|\bsex slave(?:s|ry)?\b|\bslave labou?r\b|\bforced to work\b",
    re.IGNORECASE,
)
_SIGNS = ("traffick", "forced", "exploitation", "slave", "bondage")  # one of them is in each
_OTHER = re.compile(r"\b(?:drugs?|arms|weapons?|guns?|wildlife|ivory|narcotics|organ) traffick\w+", re.IGNORECASE)
_HERE = "en-US"
_LEAST_SLIDES = 2  # a single word in passing asks for no number


def check(plan: Plan) -> Iterator[Diagnostic]:
    talk = plan.talk
    if talk.language != _HERE or any(action.is_hotline for _, action in talk.asked) or not _tells(talk):
        return
    hint = "ask for it on a slide, and in the closing: 1-888-373-7888, text HELP to 233733, and 911 for danger"
    yield Diagnostic("C316", "the talk tells of trafficking and has no hotline", talk.place, hint)


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
    return bool(_TOLD.search(text)) and bool(_TOLD.search(_OTHER.sub("", text)))
