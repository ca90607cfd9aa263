"""`talkbuilder build`: talks into decks."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.speech import FAULTS, FINE, add_printing, count, print_faults, shown

if TYPE_CHECKING:
    from talkbuilder.page import Deck

NAME = "build"
HELP = "build decks"
DESCRIPTION = "Builds talks into PowerPoint decks. With errors nothing is written; with warnings everything is."


def arguments(parser: argparse.ArgumentParser) -> None:
    add_talks(parser)
    add_folder(parser)
    parser.add_argument("--out", metavar="DIR", help="where decks go (default: build/ in the talk folder)")
    parser.add_argument("--force", action="store_true", help="overwrite an edited deck; a numbered copy is kept")
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report

    report = Report()
    found = decks_of(options, report)
    if isinstance(found, int):
        return found
    root, decks = found
    if print_faults(report.diagnostics, options):
        print("nothing was written; mend the errors and build again", file=sys.stderr)
        return FAULTS
    written = [_write(deck, seconds, root, options) for deck, seconds in decks]
    return FINE if all(written) else FAULTS


def _write(deck: "Deck", seconds: float, root: Path, options: argparse.Namespace) -> bool:
    """Writes a deck and says so in one line; tells whether that went well."""
    from talkbuilder.deliver import Undelivered, deliver
    from talkbuilder.outputs import OUTPUTS

    began = time.perf_counter()
    target = (Path(options.out) if options.out else root / "build") / f"{deck.plan.talk.name}.pptx"
    name = shown(target, root)
    try:
        kept = deliver(OUTPUTS["pptx"](deck), target, name, options.force)
    except Undelivered as refused:
        print_faults((refused.diagnostic,), options)
        return False
    seconds += time.perf_counter() - began
    line = f"{name}: {_summary(deck)}; {seconds:.2f} s" + (f"; edited deck kept as {kept.name}" if kept else "")
    print(line, file=sys.stdout if options.format == "text" else sys.stderr)  # programs read what they asked for
    return True


def _summary(deck: "Deck") -> str:
    """What a deck holds, in one line."""
    citations = {(one.kind, one.id) for page in deck.pages for one in page.evidence}
    facts, quotes = (sum(kind == wanted for kind, _ in citations) for wanted in ("fact", "quote"))
    talk = deck.plan.talk.outline
    questions = talk.questions if talk.questions is not None else round(talk.minutes * 0.2)
    minutes = f"{deck.plan.seconds / 60:.0f} min of {talk.minutes - questions}"
    counts = (count(len(deck.pages), "slide"), count(deck.plan.words, "word"), minutes)
    return ", ".join((*counts, count(facts, "fact"), count(quotes, "quote")))
