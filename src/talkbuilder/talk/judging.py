"""Findings that an author has answered with `allow`, and answers that may not be given or are to nothing.

A slide answers what is found in its own lines, and in the entries of the library that it shows, if every slide of the
talk that shows them answers it as well. A talk answers what is found in it anywhere.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from talkbuilder.diagnostics import Answer, Diagnostic, Source, Span
from talkbuilder.diagnostics.codes import NEVER_ALLOWED, codes_for
from talkbuilder.source.allow import Judgement
from talkbuilder.source.fields import Broken
from talkbuilder.source.outline import Outline
from talkbuilder.talk.talk import Picture, Slide, Talk

_Extent = tuple[Source, int, int]  # of an entry in its file


class _Scope(Struct, frozen=True):
    """Where judgements hold: a slide, or the whole talk (None)."""

    span: Span | None
    judgements: tuple[Judgement, ...]


def judgements_of(outline: Outline) -> Iterator[tuple[Span | None, Judgement]]:
    """All that an author has judged, each with its slide, or None for the talk; slides go first."""
    for scope in _scopes(outline):
        for one in scope.judgements:
            yield scope.span, one


def _scopes(outline: Outline) -> list[_Scope]:
    slides = (slide for section in outline.sections for slide in section.slides if not isinstance(slide, Broken))
    found = [_Scope(slide.span, slide.allow.judgements) for slide in slides if slide.allow]
    return [*found, _Scope(None, outline.allow.judgements)] if outline.allow else found


def judged(faults: Iterable[Diagnostic], talk: Talk) -> Iterator[Diagnostic]:
    """All findings, those with an answer that their author has given."""
    scopes = _scopes(talk.outline)
    if not scopes:
        yield from faults
        return
    places = _Places(talk)
    for fault in faults:
        answer = _answer(fault, scopes, places) if fault.meaning.may_be_allowed else None
        yield structs.replace(fault, answer=answer) if answer else fault


def _answer(fault: Diagnostic, scopes: Sequence[_Scope], places: "_Places") -> Answer | None:
    """The answer that stands nearest to a finding, if there is any."""
    where = places.slides_of(fault.span)
    given = [(scope, one) for scope in scopes for one in scope.judgements if fault.meaning in codes_for(one.id)]
    answered = {scope.span for scope, _ in given if scope.span}
    for scope, one in given:
        if scope.span is None or (scope.span in where and where <= answered):
            return Answer(one.id, one.why.value, one.by.value, one.on.value, one.span)
    return None


class _Places:
    """Which slides a place belongs to; what the library's entries span is looked up only where one is asked for."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        written = (slide for section in talk.outline.sections for slide in section.slides)
        self._slides = sorted((slide.span for slide in written), key=lambda span: span.start)
        self._starts = [span.start for span in self._slides]
        self._users: Mapping[_Extent, frozenset[Span]] | None = None

    def slides_of(self, span: Span | None) -> frozenset[Span]:
        if span is None:
            return frozenset()
        if span.source is self._talk.outline.span.source:
            around = self._slides[: bisect_right(self._starts, span.start)][-1:]
            return frozenset(one for one in around if span.start < one.end)
        if self._users is None:
            self._users = _users(self._talk)
        users = ((source, start <= span.start < end, slides) for (source, start, end), slides in self._users.items())
        return frozenset().union(*(slides for source, is_in, slides in users if is_in and source is span.source))


def _users(talk: Talk) -> Mapping[_Extent, frozenset[Span]]:
    """Of the entries that slides show, where each stands and by which slides it is shown."""
    users: defaultdict[tuple[Source, int], set[Span]] = defaultdict(set)
    for slide in talk.slides:
        for entry in _shown(slide, talk):
            users[entry.source, entry.start].add(slide.span)
    library, found = talk.library, {}
    for entries in (library.facts, library.quotes, library.actions, library.media):
        spans = sorted((entry.span for entry in entries.values()), key=lambda span: span.start)
        ends = [span.start for span in spans[1:]] + [len(span.source.text) for span in spans[-1:]]
        for span, end in zip(spans, ends, strict=True):
            if shown := users.get((span.source, span.start)):
                found[span.source, span.start, end] = frozenset(shown)
    return found


def _shown(slide: Slide, talk: Talk) -> Iterator[Span]:
    library = talk.library
    for cited in slide.citations:
        for one in {cited, *cited.roots}:
            if entry := library.entry(one.kind, one.id):
                yield entry.span
    pictures = (content for content in slide.slots.values() if isinstance(content, Picture))
    for picture in pictures:
        if medium := library.media.get(picture.id):
            yield medium.span


def refused(talk: Talk) -> Iterator[Diagnostic]:
    """Judgements that nobody may make in a talk."""
    for _, one in judgements_of(talk.outline):
        if not any(code.may_be_allowed for code in codes_for(one.id)):
            yield Diagnostic("C371", f"'{one.id}' cannot be allowed in a talk", one.span, _instead(one.id))


def _instead(named: str) -> str:
    rules = {named.upper(), *(code.rule for code in codes_for(named))} & NEVER_ALLOWED
    if rules:
        return "mend the slide; consent is recorded with the person or the picture in assets/"
    return "mend what it finds: without that, files cannot be read, claims are unproved, or texts have no room"


def unused(talk: Talk, given: Talk, answered: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Judgements about nothing that was found, where all was looked at: on what is given of a talk as it is written."""
    if talk.occasion.is_edition or not talk.is_whole:
        return
    used = {one.answer.span for one in answered if one.answer}
    kept = {slide.span for slide in given.slides}
    for slide, one in judgements_of(talk.outline):
        is_refused = not any(code.may_be_allowed for code in codes_for(one.id))
        if one.span not in used and not is_refused and (slide is None or slide in kept):
            where = "in this talk" if slide is None else "on this slide"
            hint = "take it out: it would hide what comes later"
            yield Diagnostic("C370", f"nothing {where} needs '{one.id}' to be allowed", one.span, hint)
