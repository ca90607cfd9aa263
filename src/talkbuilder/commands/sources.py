"""`talkbuilder sources`: every claim of a talk with its evidence, for somebody who checks facts."""

import argparse
import sys
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, count, has_colour, print_faults
from talkbuilder.commands.folder import add_folder, decks_of

if TYPE_CHECKING:
    from talkbuilder.authoring.claims import Claim, Claims
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.library import Library

NAME = "sources"
HELP = "list what a talk claims"
DESCRIPTION = (
    "Lists every claim of a talk, slide by slide, with who says it, in which post, the words to look for there, and "
    "how certain it is; of what the audience is asked to do, when it was last checked."
)
_LABEL_WIDTH = 11


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("talk", metavar="TALK", help="a talk's name or file")
    add_folder(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how it is printed (default: text)")
    parser.set_defaults(strict=False)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.authoring.claims import claims_of
    from talkbuilder.diagnostics import Report
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    options.talks = [options.talk]
    report = Report()
    found = decks_of(options, report)
    if isinstance(found, int):
        return found
    root, decks = found
    library = read_library(DiskProject(root), Report())  # its faults are reported already
    talks = [deck.plan.edition.talk for deck, _ in decks]  # all that is written: other editions are checked too
    slides = [(talk.outline.talk.value, claims_of(talk, library)) for talk in talks]
    if options.format == "json":
        _print_json(slides, library, report)
        return FAULTS if report.failed else FINE
    for title, claims in slides:
        _print(title, claims)
    return FAULTS if print_faults(report.diagnostics, options) else FINE


def _print(title: str, slides: "tuple[Claims, ...]") -> None:
    claims = {(one.kind, one.id) for slide in slides for one in slide.claims}
    counts = (count(sum(kind == wanted for kind, _ in claims), wanted) for wanted in ("fact", "quote", "action"))
    _say(f"{title}: {', '.join(counts)} on {count(len(slides), 'slide')}", "\x1b[1m")
    for slide in slides:
        line, _ = slide.span.source.position(slide.span.start)
        number = f"slide {slide.number}" if slide.number else "slide of other editions"
        _say(f"\n{number}: {slide.title}  ({slide.span.source.name}:{line})", "\x1b[1m")
        for claim in slide.claims:
            _print_claim(claim)


def _print_claim(claim: "Claim") -> None:
    _say(f"\n  {claim.kind} {claim.id}" + (", only in the notes" if claim.where == "notes" else ""))
    for name, value in claim.lines:
        _say(f"    {name:{_LABEL_WIDTH}}{value}")


def _say(text: str, style: str = "") -> None:
    from talkbuilder.diagnostics.printing import harmless

    text = "\n".join(harmless(line) for line in text.split("\n"))
    print(f"{style}{text}\x1b[0m" if style and has_colour(sys.stdout) else text)


def _print_json(talks: "list[tuple[str, tuple[Claims, ...]]]", library: "Library", report: "Report") -> None:
    import json

    from talkbuilder.diagnostics.printing import as_json

    title, slides = talks[0] if talks else (None, ())
    told = {
        "talk": title,
        "slides": [_object(slide, library) for slide in slides],
        "faults": json.loads(as_json(report.diagnostics)),
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))


def _object(slide: "Claims", library: "Library") -> dict[str, object]:
    from talkbuilder.authoring.claims import as_object

    line, column = slide.span.source.position(slide.span.start)
    return {
        "number": slide.number or None,
        "title": slide.title,
        "file": slide.span.source.name,
        "line": line,
        "column": column,
        "claims": [as_object(one, library) for one in slide.claims],
    }
