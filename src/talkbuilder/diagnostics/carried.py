"""Diagnostics as bytes, in which a copy of the process tells its original what it found."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, msgpack

from talkbuilder.diagnostics import Answer, Diagnostic, Source, Span


class _Place(Struct, frozen=True, array_like=True):
    """A span; `source` is the number of its source among those that both know."""

    source: int
    start: int
    end: int


class _Answered(Struct, frozen=True, array_like=True):
    named: str
    why: str
    by: str
    on: str
    place: _Place


class _Found(Struct, frozen=True, array_like=True):
    code: str
    message: str
    place: _Place | None
    hint: str
    file: str
    is_hidden: bool
    answer: _Answered | None
    is_elsewhere: bool


def carried(found: Iterable[Diagnostic], sources: Sequence[Source]) -> bytes:
    """What `taken` reads. Raises KeyError where a place is in a source that is none of these."""
    numbers = {id(source): number for number, source in enumerate(sources)}

    def place(span: Span) -> _Place:
        return _Place(numbers[id(span.source)], span.start, span.end)

    return msgpack.encode(
        [
            _Found(
                one.code,
                one.message,
                place(one.span) if one.span else None,
                one.hint,
                one.file,
                one.is_hidden,
                _Answered(one.answer.named, one.answer.why, one.answer.by, one.answer.on, place(one.answer.span))
                if one.answer
                else None,
                one.is_elsewhere,
            )
            for one in found
        ]
    )


def taken(data: bytes, sources: Sequence[Source]) -> list[Diagnostic]:
    """The diagnostics that were carried, with the same sources."""

    def span(place: _Place) -> Span:
        return Span(sources[place.source], place.start, place.end)

    return [
        Diagnostic(
            one.code,
            one.message,
            span(one.place) if one.place else None,
            one.hint,
            one.file,
            one.is_hidden,
            Answer(one.answer.named, one.answer.why, one.answer.by, one.answer.on, span(one.answer.place))
            if one.answer
            else None,
            one.is_elsewhere,
        )
        for one in msgpack.decode(data, type=list[_Found])
    ]
