"""`talkbuilder pull`: brings what was changed in a deck by hand back into its outline, field by field."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkbuilder.authoring.differences import Answer, Difference
from talkbuilder.authoring.pulling import NotWritten, as_objects, held, put, stops
from talkbuilder.authoring.remaking import Unmade
from talkbuilder.commands.console import count, display_path, note, print_faults, print_json, print_line, write_line
from talkbuilder.commands.folder import deck_at, root_of
from talkbuilder.commands.keyboard import ask_key, is_terminal
from talkbuilder.commands.options import Folder, Talks, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

DESCRIPTION = (
    "Reads a deck that somebody edited in PowerPoint or another program, and writes what was changed into the outline "
    "of its talk: titles, points, captions, cells, notes, slides taken out, moved and added. References stay "
    "references. It shows each change and asks; a copy of the outline as it was is kept in build/."
)
_DECK = "a .pptx that 'talkbuilder build' has written and somebody edited"
_YES = "take over all that is undisputed without asking, and leave remarks of the rest"
_FORCE = "hold a deck that says nothing of itself against this talk: slides are what is most alike in it"


class Options(Struct, frozen=True):
    deck: str
    folder: Folder
    yes: bool
    dry_run: bool
    format: str
    force_match: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("deck", metavar="DECK", help=_DECK)
        Folder.add(parser)
        parser.add_argument("--yes", action="store_true", help=_YES)
        parser.add_argument("--dry-run", action="store_true", help="show what is different, and write nothing")
        add_format(parser)
        parser.add_argument("--force-match", metavar="TALK", default="", help=_FORCE)


def run(options: Options) -> int:
    root = root_of(options.folder, Talks(()))
    file = deck_at(options.deck, root)
    try:
        found = held(root, file, display_path(file), options.force_match)
    except Unmade as fault:
        if not fault.faults:
            raise WrongUse(str(fault), fault.hint) from fault
        print_faults(fault.faults, "text")
        note(f"{fault}; {fault.hint}")
        return FAULTS
    is_text, asks = options.format != "json", not (options.yes or options.dry_run)
    for told in found.pulled.told if is_text else ():
        note(f"{f'slide {told.slide} ' if told.slide else ''}“{told.title}”: {told.why}")
    is_silent = bool(asks and found.pulled.differences and not (is_text and is_terminal()))
    if is_silent:
        note("nothing was written; --yes takes over what is undisputed without asking")
    answers = [*_answers(found.pulled.differences, "q" if is_silent else "" if asks else "a", is_text)]
    if not is_text:
        print_json(as_objects(found.pulled, [one for one, answer in answers if answer not in ("leave", "remark")]))
    elif not answers:
        write_line("nothing in the deck is to be taken over", sys.stdout)
    if faults := stops(found, answers):
        print_faults(faults, "text")
        note("the next build stops at this until it is mended")
    if options.dry_run or is_silent:
        return FINE
    try:
        undo = put(found, answers)
    except NotWritten as fault:
        note(f"nothing was written: {fault}")
        return FAULTS
    if is_text and answers:
        given = [answer for _, answer in answers]
        remarks = sum(one.leaves_remark(answer) for one, answer in answers)
        more = f", {count(remarks, 'remark')} to look at ('# deck:')" if remarks else ""
        left = f", {count(given.count('leave'), 'change')} left" if "leave" in given else ""
        taken = count(len(given) - given.count("remark") - given.count("leave"), "change")
        kept = f"; as it was: {display_path(undo)}" if undo else ""
        write_line(f"{found.outline}: {taken} taken over{more}{left}{kept}", sys.stdout)
    return FINE


def _answers(differences: Sequence[Difference], rest: str, is_shown: bool) -> Iterator[tuple[Difference, Answer]]:
    """What becomes of each difference; `rest` is the key that answers for all, "" where each is asked about."""
    for one in differences:
        if is_shown:
            print_line(f"{one.where}: {one.title}", bold=True)
            signed = zip("-+", one.texts, strict=True)
            texts = [f"{sign} {line}" for sign, text in signed for line in text.splitlines()]
            for line in (one.what, *texts, *one.cautions):
                print_line(f"  {line}")
        keys = {choice.key: choice.answer for choice in one.choices}
        asked = ", ".join(f"({choice.key}) {choice.text}" for choice in one.choices)
        question = f"{asked}; for all the rest: (a) the first of these, (q) leave it"
        key = rest or ask_key(question, f"{''.join(keys)}aq") or "q"
        rest = key if key in ("a", "q") else rest
        yield one, one.choices[0].answer if key == "a" else keys.get(key, "leave")
