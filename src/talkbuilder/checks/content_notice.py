"""C318 no-content-notice: hard things come, and nobody was told in the first two minutes, nor that leaving is fine."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.quotes import Quote, Sensitivity
from talkbuilder.evidence.sensitive import tells_of
from talkbuilder.patterns import compiled
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide

MOST_SECONDS = 120
_TAGS: tuple[Sensitivity, ...] = ("suicide", "sexual-exploitation", "violence")
_LEAVING = compiled(
    r"\b(?:leav(?:e|ing)|step(?:ping)? (?:out|away|outside)|go(?:ing)? (?:out|outside)|walk(?:ing)? out|take a break|"
    r"get up and go|skip this)\b",
    re.IGNORECASE,
)
_COMING = compiled(
    r"\b(?:content (?:notice|note|warning)|(?:subject|topic|talk|part|story) is (?:hard|heavy|difficult)|hard to hear|"
    r"before (?:we|I) (?:begin|start)|"
    r"(?:I|we|you) (?:will|am going to|are going to|may) (?:speak|talk|tell|hear|mention)|"
    r"what is (?:coming|in it)|disturbing|upsetting|distressing)",
    re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Diagnostic]:
    hard = next((slide for slide in plan.talk.slides if _is_hard(slide, plan)), None)
    if hard is None or _has_notice(plan):
        return
    hint = "say in the first two minutes what is coming, and that leaving is fine"
    message = f"'{hard.title.text}' may be hard to hear, and nobody was told before"
    yield Diagnostic("C318", message, hard.title.span, hint)


def _is_hard(slide: Slide, plan: Plan) -> bool:
    quotes = (plan.talk.library.quotes.get(one.id) for one in slide.citations if one.kind == "quote")
    if any(isinstance(one, Quote) and not frozenset(_TAGS).isdisjoint(one.sensitive) for one in quotes):
        return True
    return any(tells_of(_TAGS, one.text) for one in (*slide.seen, *slide.heard))


def _has_notice(plan: Plan) -> bool:
    """Whether what is said and shown in the first two minutes tells both; somebody who only leaves tells neither."""
    early = (one.slide for one in plan.in_talk if one.start_seconds < MOST_SECONDS)
    texts = [" ".join(part.text for part in (*slide.seen, *slide.heard)) for slide in early]
    return any(_LEAVING.search(text) and _COMING.search(text) for text in texts)
