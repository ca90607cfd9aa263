"""C318 no-content-notice: hard things come, and the first two minutes neither say so nor that leaving is fine."""

import re
from collections.abc import Iterator

from talkbuilder.claims.texts import sentence_at
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.quotes import Quote, Sensitivity, tells_of
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Slide

MOST_SECONDS = 120
_TAGS: tuple[Sensitivity, ...] = ("suicide", "sexual-exploitation", "violence")
_LEAVING = (
    r"(?i)\b(?:leav(?:e|ing)|step(?:ping)? (?:out|away|outside)|go(?:ing)? (?:out|outside)|walk(?:ing)? out"
    r"|tak(?:e|ing) a break|get(?:ting)? up and (?:go|leave)|slip(?:ping)? out|skip this)\b"
)
# What makes a choice of it: men who leave their village are no notice.
_FINE = (
    r"(?i)\b(?:fine|ok|okay|all ?right|good|welcome|free|please|may|can|could|rather|need|want|whenever|any ?time"
    r"|if you|mind)\b"
)
_WILL = (
    r"(?:['’]ll| will|['’]m going to| am going to|['’]re going to| are going to| may| want to| have to|['’]d like to)"
)
_COMING = (
    r"(?i)\b(?:content (?:notice|note|warning)"
    r"|(?:hard|heavy|difficult|painful|tough) (?:subject|topic|talk|story|things?)"
    r"|(?:subject|topic|talk|part|story|evening|it|this|that)(?: is|['’]s)(?: \w+)? (?:hard|heavy|difficult|painful)"
    r"|(?:hard|difficult|painful|not easy) to (?:hear|listen)|before (?:we|I) (?:begin|start)|let me warn"
    rf"|(?:I|we|you){_WILL}(?: also)? (?:speak|talk|tell|hear|mention)"
    r"|what(?: is|['’]s) (?:coming|in it)|disturbing|upsetting|distressing)"
)


def check(plan: Plan) -> Iterator[Diagnostic]:
    hard = next((slide for slide in plan.talk.slides if _is_hard(slide, plan)), None)
    if hard is None or _has_notice(plan):
        return
    hint = "say in the first two minutes what is coming, and that leaving is fine"
    message = f"'{hard.title.text}' may be hard to hear, and the audience was not warned"
    yield Diagnostic("C318", message, hard.title.span, hint)


def _is_hard(slide: Slide, plan: Plan) -> bool:
    quotes = (plan.talk.library.quotes.get(one.id) for one in slide.citations if one.kind == "quote")
    if any(isinstance(one, Quote) and not frozenset(_TAGS).isdisjoint(one.sensitive) for one in quotes):
        return True
    return tells_of(_TAGS, "\n".join(one.text for one in (*slide.seen, *slide.heard)))


def _has_notice(plan: Plan) -> bool:
    """Whether what is said and shown in the first two minutes says both; "somebody leaves" says neither."""
    early = (one.slide for one in plan.in_talk if one.start_seconds < MOST_SECONDS)
    texts = ([part.text for part in (*slide.seen, *slide.heard)] for slide in early)
    return any(re.search(_COMING, " ".join(parts)) and any(map(_may_leave, parts)) for parts in texts)


def _may_leave(text: str) -> bool:
    return any(re.compile(_FINE).search(text, *sentence_at(text, *one.span())) for one in re.finditer(_LEAVING, text))
