"""`talkbuilder pull`: brings what was changed in a deck by hand back into its outline, field by field."""

import argparse
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, note, print_faults, print_json, print_line, write_line
from talkbuilder.commands.folder import deck_at, root_of
from talkbuilder.commands.keyboard import ask_key, is_terminal
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from talkbuilder.authoring.differences import Answer, Difference
    from talkbuilder.authoring.pulling import Held

DESCRIPTION = (
    "Reads a deck that somebody edited in PowerPoint or another program, and writes what was changed into the outline "
    "of its talk: titles, points, captions, cells, notes, slides taken out, moved and added. References stay "
    "references. It shows each change and asks; a copy of the outline as it was is kept in build/."
)


class Options(Struct, frozen=True):
    deck: str
    folder: Folder
    yes: bool
    dry_run: bool
    format: str
    force_match: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "deck", metavar="DECK", help="a .pptx that 'talkbuilder build' has written and somebody edited"
        )
        Folder.add(parser)
        parser.add_argument(
            "--yes",
            action="store_true",
            help="take over all that is undisputed without asking, and leave remarks of the rest",
        )
        parser.add_argument("--dry-run", action="store_true", help="show what is different, and write nothing")
        parser.add_argument(
            "--format", choices=("text", "json"), default="text", help="how it is printed (default: text)"
        )
        parser.add_argument(
            "--force-match",
            metavar="TALK",
            default="",
            help="hold a deck that says nothing of itself against this talk: slides are what is most alike in it",
        )


def run(options: Options) -> int:
    from talkbuilder.authoring.pulling import NotPulled, as_objects, held

    root = root_of(options.folder, Talks(()))
    file = deck_at(options.deck, root)
    try:
        found = held(root, file, display_path(file), options.force_match)
    except NotPulled as fault:
        if not fault.faults:
            raise WrongUse(str(fault), fault.hint) from fault
        print_faults(fault.faults, "text")
        note(f"{fault}; {fault.hint}")
        return FAULTS
    is_text = options.format != "json"
    if is_text:
        for one in found.pulled.told:
            note(f"{f'slide {one.slide} ' if one.slide else ''}“{one.title}”: {one.why}")
    asks = not (options.yes or options.dry_run)
    is_silent = bool(asks and found.pulled.differences and not (is_text and is_terminal()))
    if is_silent:
        note("nothing was written; --yes takes over what is undisputed without asking")
    answers = [*_answers(found.pulled.differences, "q" if is_silent else "" if asks else "a", is_text)]
    if not is_text:
        taken = [one for one, answer in answers if answer not in ("leave", "remark")]
        print_json(as_objects(found.pulled, taken))
    elif not answers:
        write_line("nothing in the deck is to be taken over", sys.stdout)
    return FINE if options.dry_run or is_silent else _write(found, answers, is_text)


def _write(found: "Held", answers: "Sequence[tuple[Difference, Answer]]", is_told: bool) -> int:
    from talkbuilder.authoring.pulling import NotWritten, put

    try:
        undo = put(found, answers)
    except NotWritten as fault:
        note(f"nothing was written: {fault}")
        return FAULTS
    except OSError as fault:
        note(f"cannot write {found.outline}: {fault.strerror or fault}")
        return FAULTS
    if is_told and answers:
        given = [answer for _, answer in answers]
        remarks = sum(one.leaves_remark(answer) for one, answer in answers)
        more = f", {count(remarks, 'remark')} to look at ('# deck:')" if remarks else ""
        left = f", {count(given.count('leave'), 'change')} left" if "leave" in given else ""
        taken = count(len(given) - given.count("remark") - given.count("leave"), "change")
        kept = f"; as it was: {display_path(undo)}" if undo else ""
        write_line(f"{found.outline}: {taken} taken over{more}{left}{kept}", sys.stdout)
    return FINE


def _answers(differences: "Sequence[Difference]", rest: str, is_shown: bool) -> "Iterator[tuple[Difference, Answer]]":
    """What becomes of each difference; `rest` is the key that answers for all, "" where each is asked about."""
    for one in differences:
        if is_shown:
            _show(one)
        keys = {choice.key: choice.answer for choice in one.choices}
        asked = ", ".join(f"({choice.key}) {choice.text}" for choice in one.choices)
        question = f"{asked}; for all the rest: (a) the first of these, (q) leave it"
        key = rest or ask_key(question, f"{''.join(keys)}aq") or "q"
        rest = key if key in ("a", "q") else rest
        yield one, one.choices[0].answer if key == "a" else keys.get(key, "leave")


def _show(one: "Difference") -> None:
    print_line(f"{one.where}: {one.title}", bold=True)
    old, new = ([f"{sign} {line}" for line in text.splitlines()] for sign, text in zip("-+", one.texts, strict=True))
    for line in (one.what, *old, *new, *one.cautions):
        print_line(f"  {line}")
