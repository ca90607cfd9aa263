"""`talkbuilder sources`: every claim of a talk with its evidence, for somebody who checks facts."""

import argparse
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.authoring.evidence_list import Claim, SlideClaims, as_object, claims_of
from talkbuilder.commands.console import as_told, count, place_of, print_faults, print_json, print_line, typed
from talkbuilder.commands.folder import decks_of, root_of
from talkbuilder.commands.options import Folder, Format, Talks, add_every, add_format
from talkbuilder.commands.status import FAULTS, FINE
from talkbuilder.diagnostics import Diagnostic, Report, Span
from talkbuilder.evidence.library.exposed import hidden, kept_by, without_names
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.source.events import EVERYDAY
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from talkbuilder.talk.crediting import how_reviewed
from talkbuilder.talk.judging import judgements_of
from talkbuilder.talk.markup import unmarked
from talkbuilder.talk.talk import Talk

DESCRIPTION = (
    "Lists every claim of a talk, slide by slide, with who says it, in which post, the words to look for there, their "
    "sentence where the post is here, and how certain it is; of what the audience is asked to do, when it was last "
    "checked; what the speaker typed and marked as known; and which findings `allow` answers, with the reasons."
)
_LABEL_WIDTH = 11
_Line = tuple[str, bool]  # whether it is bold


class Options(Struct, frozen=True):
    talk: Talks  # one, and by its name
    folder: Folder
    format: Format
    every: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Talks.add_one(parser, nargs=None)
        Folder.add(parser)
        add_format(parser)
        add_every(parser)


def run(options: Options) -> int:
    project, report = Project(root_of(options.folder, options.talk)), Report()
    decks = decks_of(project, options.talk, report, EVERYDAY)
    library = read_library(project, Report())  # its faults are reported already
    talks = [deck.plan.edition.talk for deck, _ in decks]  # all that is written: other editions are checked too
    slides = [(unmarked(talk.outline.talk, library), claims_of(talk, library)) for talk in talks]
    kept = kept_by(library)[0]  # the words of posts may hold names
    if options.format == "json":
        _print_json(slides, library, kept, report, talks)
        return FAULTS if report.failed else FINE
    for (title, claims), talk in zip(slides, talks, strict=True):
        for line, bold in (*_lines(title, claims), *_judged(talk, report)):
            print_line(without_names(line, kept), bold)
    print_faults(report.diagnostics, options.format, every=options.every)
    return FAULTS if report.failed else FINE


def _lines(title: str, slides: tuple[SlideClaims, ...]) -> Iterator[_Line]:
    claims = {(one.kind, one.id) for slide in slides for one in slide.claims}
    counts = [count(sum(kind == wanted for kind, _ in claims), wanted) for wanted in ("fact", "quote", "action")]
    own = sum(one.kind == "own" for slide in slides for one in slide.claims)
    counts += [f"{count(own, 'mark')} of the speaker's own"] if own else []
    yield f"{title}: {', '.join(counts)} on {count(len(slides), 'slide')}", True
    for slide in slides:
        number = f"slide {slide.number}" if slide.number else "slide of other editions"
        yield f"\n{number}: {slide.title}  ({typed(slide.span.source.name)}:{slide.span.line})", True
        if slide.standing:
            yield f"  its words: {how_reviewed(slide.standing)}", False
        for claim in slide.claims:
            yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[_Line]:
    name = "the speaker's own, typed and marked" if claim.kind == "own" else f"{claim.kind} {claim.id}"
    yield f"\n  {name}" + (", only in the notes" if claim.where == "notes" else ""), False
    for name, value in claim.lines:
        yield f"    {name:{_LABEL_WIDTH}}{value}", False


def _judged(talk: Talk, report: Report) -> Iterator[_Line]:
    given = tuple(judgements_of(talk.outline))
    if given:
        yield "\njudged to be right as it is", True
    for _, one in given:
        answers = count(len(_answered(one.span, report)), "finding")
        yield f"\n  {one.id}  ({typed(one.span.source.name)}:{one.span.line}), which answers {answers}", False
        for name, value in (("why", one.why.value), ("by", f"{one.by.value}, {one.on.value}")):
            yield f"    {name:{_LABEL_WIDTH}}{' '.join(value.split())}", False


def _answered(judgement: Span, report: Report) -> list[Diagnostic]:
    """The findings that a judgement, known by its place, is the answer to."""
    return [one for one in report.answered if one.answer and one.answer.span == judgement]


def _print_json(
    slides_of: list[tuple[str, tuple[SlideClaims, ...]]],
    library: Library,
    kept: Protected,
    report: Report,
    talks: list[Talk],
) -> None:
    title, slides = slides_of[0] if slides_of else (None, ())
    told = {
        "talk": title,
        "slides": [_object(slide, library) for slide in slides],
        "allowed": [one for talk in talks for one in _judgements(talk, report)],
        "faults": as_told(report.diagnostics),
    }
    print_json(hidden(told, kept))


def _judgements(talk: Talk, report: Report) -> Iterator[dict[str, object]]:
    titles = {slide.span: slide.title.text for slide in talk.slides}
    for slide, one in judgements_of(talk.outline):
        yield {
            "as": one.id,
            "why": one.why.value,
            "by": one.by.value,
            "on": one.on.value,
            "slide": titles.get(slide) if slide else None,
            **place_of(one.span),
            "findings": [{"code": found.code, "message": found.message} for found in _answered(one.span, report)],
        }


def _object(slide: SlideClaims, library: Library) -> dict[str, object]:
    return {
        "number": slide.number or None,
        "title": slide.title,
        **place_of(slide.span),
        "reviewed": slide.standing.state if slide.standing else None,
        "claims": [as_object(one, library) for one in slide.claims],
    }
