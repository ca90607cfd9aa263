"""Diagnostics that repeat no protected name: neither in what they say nor in the line that they show.

Whatever is wrong with a line may be told before anybody has seen that a name stands in it.
"""

from collections.abc import Iterable, Iterator

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.protected import Protected

_LEFT_OUT = "…"


def hushed(found: Iterable[Diagnostic], kept: Protected) -> Iterator[Diagnostic]:
    for one in found:
        is_hidden = one.is_hidden or (one.span is not None and bool(kept.hits(one.span.source.line(one.place[1]))))
        answer = structs.replace(one.answer, why=_without(one.answer.why, kept)) if one.answer else None
        message, hint = _without(one.message, kept), _without(one.hint, kept)
        yield structs.replace(one, message=message, hint=hint, answer=answer, is_hidden=is_hidden)


def _without(text: str, kept: Protected) -> str:
    for start, end in reversed(kept.hits(text)):
        text = text[:start] + _LEFT_OUT + text[end:]
    return text
