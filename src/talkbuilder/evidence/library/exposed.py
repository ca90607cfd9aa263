"""Where protected names stand in a library or a deck, and diagnostics that repeat none of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Refused, Source, Span
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected, Unreadable, joined, read_protected
from talkbuilder.source.characters import text_of

_WHAT = "a name or detail that is to be protected"
HINT = "leave it out, or tell it so that nobody can be recognized"
_OF_SOURCES = f"{HINT}; 'talkbuilder protect --sources' takes titles and words of voices out, 'cite_as:' is for slides"

_OF_PERSON = "write the id under which they stand in assets/people.yaml without their name, or add them there so"
_PERSON = r"\b(?:who|speaker|source|by): *\Z"

_WITHOUT_TEXT = frozenset({type(None), int, float, bool, Span, Source})

Strings = Iterator[tuple[str, Span | None]]


def kept_by(library: Library) -> tuple[Protected, tuple[Diagnostic, ...]]:
    """What the folder protects, and what is wrong with its list."""
    lists = []
    for file, data in library.protected().items():
        try:
            text_of(data, file)
            lists.append(read_protected(data))
            joined(tuple(lists))
        except Refused as refused:
            return Protected(), (refused.diagnostic,)
        except Unreadable as fault:
            hint = "restore it from version control, or delete it and protect each name again"
            message = f"line {fault.line} is not as it was written"
            return Protected(), (Diagnostic("E181", message, file=file, hint=hint),)
    return joined(tuple(lists)), ()


def caution(kept: Protected, text: str) -> str:
    """What to tell whoever reads a text that holds protected names; "" where it holds none."""
    number = len(kept.hits(text))
    if not number:
        return ""
    told = "a name or detail that is" if number == 1 else f"{number} names or details that are"
    return f"this holds {told} protected: no deck may hold it; tell it as a fact, so that nobody can be recognized"


def strings(value: object, span: Span | None, without: frozenset[str], whole: tuple[type[Any], ...] = ()) -> Strings:
    """The texts of a value and of all that it holds, each with the nearest place where an author wrote it.

    Fields that are called as in `without` are left out; of values of the types `whole` the `text` counts as well, which
    joins what stands in pieces in them.
    """
    found: list[tuple[str, Span | None]] = []
    _gather(value, span, without, whole, found)
    return iter(found)


def _gather(
    value: object,
    span: Span | None,
    without: frozenset[str],
    whole: tuple[type[Any], ...],
    found: list[tuple[str, Span | None]],
) -> None:
    match value:
        case str():
            found.append((value, span))
        case Span() | Source():
            return
        case tuple() | list():
            for one in value:
                _gather(one, span, without, whole, found)
        case Struct():
            span = getattr(value, "span", None) or span
            if isinstance(value, whole):
                found.append((value.text, span))
            for name in _fields(type(value), without):
                # Most of what a page holds are numbers, and each call costs.
                if type(part := getattr(value, name)) not in _WITHOUT_TEXT:
                    _gather(part, span, without, whole, found)
        case Mapping():
            for key, one in value.items():
                _gather(key, span, without, whole, found)
                _gather(one, span, without, whole, found)


@cache
def _fields(kind: type[Struct], without: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in without)


def exposed(
    code: str, kept: Protected, texts: Iterable[tuple[str, Span | None]], where: str, file: str = ""
) -> Iterator[Diagnostic]:
    """The faults of texts, each given with the place where an author wrote it, or with none."""
    for text, span in texts:
        if not kept.hits(text):
            continue
        if span is None:
            yield Diagnostic(code, f"{_WHAT} stands {where}", None, HINT, file, is_hidden=True)
        else:
            yield from _at(code, kept, span, where)


def _at(code: str, kept: Protected, span: Span, where: str) -> Iterator[Diagnostic]:
    """The exact places within what was written there; the whole of it where it came from elsewhere."""
    written = span.source.text[span.start : span.end]
    places = [Span(span.source, span.start + start, span.start + end) for start, end in kept.hits(written)]
    for place in places or [span]:
        is_person = re.search(_PERSON, span.source.text[: place.start].rpartition("\n")[2])
        hint = _OF_PERSON if is_person else _OF_SOURCES if span.source.name == "assets/sources.yaml" else HINT
        yield Diagnostic(code, f"{_WHAT} stands {where}", place, hint, is_hidden=True)


def in_file(code: str, kept: Protected, file: Source, where: str) -> Iterator[Diagnostic]:
    """The faults of a whole file, its comments too."""
    return exposed(code, kept, ((file.text, Span(file, 0, len(file.text))),), where)


_LEFT_OUT = "…"
_LETTER = r"[^\W_]"


def hushed(found: Iterable[Diagnostic], kept: Protected) -> Iterator[Diagnostic]:
    """Diagnostics that repeat no protected name, nor tell it by the name of their file."""
    for one in found:
        span, file = one.span, without_names(one.file, kept)
        is_hidden = one.is_hidden or (span is not None and bool(kept.hits(span.source.line(one.place[1]))))
        if span and (is_hidden or kept.hits(span.source.name)):
            span = Span(_dotted(span, kept, one.is_hidden), span.start, span.end)
        answer = structs.replace(one.answer, why=without_names(one.answer.why, kept)) if one.answer else None
        message, hint = without_names(one.message, kept), without_names(one.hint, kept)
        yield structs.replace(one, message=message, span=span, hint=hint, file=file, answer=answer, is_hidden=False)


def _dotted(span: Span, kept: Protected, is_hidden: bool) -> Source:
    """A file with dots for the letters of the names in the lines of a place, all of which may be one."""
    text = span.source.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    lines = text[start : end if end >= 0 else None]
    places = [(start + left, start + right) for left, right in kept.hits(lines)]
    for left, right in (*places, *([(span.start, span.end)] if is_hidden else ())):
        text = text[:left] + re.sub(_LETTER, "•", text[left:right]) + text[right:]
    return Source(without_names(span.source.name, kept), text)


def without_names(text: str, kept: Protected) -> str:
    """A text with a sign in place of each protected name."""
    for start, end in reversed(kept.hits(text)):
        text = text[:start] + _LEFT_OUT + text[end:]
    return text


def hidden(value: object, kept: Protected) -> object:
    """What other programs are told, without protected names."""
    match value:
        case str():
            return without_names(value, kept)
        case list() | tuple():
            return [hidden(one, kept) for one in value]
        case dict():
            return {key: hidden(one, kept) for key, one in value.items()}
    return value
