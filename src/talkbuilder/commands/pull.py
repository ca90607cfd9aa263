"""`talkbuilder pull`: brings what was changed in a deck by hand back into its outline, field by field."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, has_colour, note, print_faults, print_json, write_line
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.keyboard import ask_key, is_terminal
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from talkbuilder.authoring.comparing import Difference
    from talkbuilder.authoring.pulling import Answer, Held, Pulled

DESCRIPTION = (
    "Reads a deck that somebody edited in PowerPoint or another program, and writes what was changed into the outline "
    "of its talk: titles, points, captions, cells, notes, slides taken out, moved and added. References stay "
    "references. It shows each change and asks; a copy of the outline as it was is kept in build/."
)
_BOLD, _OLD, _NEW, _END = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[0m"
_FORMATS = ("text", "json")


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
        parser.add_argument("--yes", action="store_true", help="take over all that is undisputed without asking")
        parser.add_argument("--dry-run", action="store_true", help="show what is different, and write nothing")
        parser.add_argument("--format", choices=_FORMATS, default="text", help="how it is printed (default: text)")
        parser.add_argument(
            "--force-match",
            metavar="TALK",
            default="",
            help="hold a deck that says nothing of itself against this talk: slides are what is most alike in it",
        )

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        found = namespace
        return cls(found.deck, Folder.of(found), found.yes, found.dry_run, found.format, found.force_match)


def run(options: Options) -> int:
    from talkbuilder.authoring.pulling import NotPulled, as_objects, held

    root, file = root_of(options.folder, Talks(())), Path(options.deck)
    try:
        found = held(root, file, display_path(file), options.force_match)
    except NotPulled as fault:
        if not fault.faults:
            raise WrongUse(str(fault), fault.hint) from fault
        print_faults(fault.faults, "text")
        note(f"{fault}; {fault.hint}")
        return FAULTS
    if options.format != "json":
        _show_told(found.pulled)
    answers = _answers(options, found.pulled.differences)
    if options.format == "json":
        print_json(as_objects(found.pulled, [one for one, answer in answers if answer in ("take", "skip")]))
    elif not found.pulled.differences:
        write_line("nothing in the deck is to be taken over", sys.stdout)
    return FINE if options.dry_run or not answers else _write(found, answers, options.format == "json")


def _write(found: "Held", answers: "Sequence[tuple[Difference, Answer]]", is_quiet: bool) -> int:
    from talkbuilder.authoring.pulling import NotWritten, put

    try:
        undo = put(found, answers)
    except NotWritten as fault:
        note(f"nothing was written: {fault}")
        return FAULTS
    except OSError as fault:
        note(f"cannot write {found.outline}: {fault.strerror or fault}")
        return FAULTS
    if not is_quiet:
        remarks = sum(answer == "remark" for _, answer in answers)
        more = f", {count(remarks, 'remark')} to look at ('# deck:')" if remarks else ""
        taken = count(len(answers) - remarks, "change")
        write_line(f"{found.outline}: {taken} taken over{more}; as it was: {display_path(undo)}", sys.stdout)
    return FINE


def _answers(options: Options, differences: "Sequence[Difference]") -> "list[tuple[Difference, Answer]]":
    """What is taken over, and how."""
    asks = not (options.yes or options.dry_run)
    is_silent = asks and (options.format == "json" or not is_terminal())
    if is_silent and differences:
        note("nothing was written; --yes takes over what is undisputed without asking")
    found: list[tuple[Difference, Answer]] = []
    rest = "q" if is_silent else "" if asks else "a"
    for one in differences:
        if options.format == "text":
            _show(one)
        key = rest or _asked(one)
        rest = key if key in "aq" else rest
        answer: Answer = _usual(one) if key == "a" else _KEYS.get(key, "leave")
        if answer != "leave":
            found.append((one, answer))
    return found


def _usual(one: "Difference") -> "Answer":
    """What becomes of a difference about which nobody is asked."""
    return "leave" if one.disputes else "remark" if one.conflicts else "take"


_KEYS: "Mapping[str, Answer]" = {"y": "take", "d": "take", "t": "take", "s": "skip", "r": "remark"}


def _asked(one: "Difference") -> str:
    """The key that somebody answers with."""
    if one.disputes:
        return ask_key("Take it as (t)yped, without proof; (n)o; (q) none of the rest?", "tnq") or "q"
    if one.conflicts:
        return ask_key("Keep what the (o)utline says, take the (d)eck's words, or make them a (r)emark?", "odrq") or "q"
    if one.sort == "removed" and one.splice:
        return (
            ask_key("Take it out? (y)es, (s)kip it with 'skip: true', (n)o, (a)ll the rest, (q) none", "ysnaq") or "q"
        )
    return ask_key("Take it over? (y)es, (n)o, (a)ll the rest, (q) none of the rest", "ynaq") or "q"


def _show(one: "Difference") -> None:
    from talkbuilder.diagnostics.harmless import harmless

    where = f"slide {one.slide}" if one.slide else "no longer in the deck"
    _line(f"{where}: {harmless(one.title)}", _BOLD)
    what = {
        "removed": "the slide was taken out",
        "hidden": "the slide is hidden: 'skip: true' keeps it out of all decks",
        "moved": f"now stands {one.new}",
        "new": "the slide is new",
        "comment": "a comment, which becomes a remark '# deck:'",
    }
    meanwhile = "; the outline has changed it as well, and has what is shown first" if one.conflicts else ""
    _line(f"  {what.get(one.sort, one.field)}{meanwhile}", "")
    if one.sort not in ("removed", "hidden", "moved"):
        for sign, text, colour in (("-", one.old, _OLD), ("+", one.new, _NEW)):
            for line in text.splitlines():
                _line(f"  {sign} {harmless(line)}", colour)
    for dispute in one.disputes:
        text = f"the deck says “{dispute.typed}”, {dispute.written} says “{dispute.printed}”"
        passage = f"; its source: “{dispute.passage}”" if dispute.passage else ""
        _line(f"  not taken over unless you want it as typed: {harmless(text + passage)}", "")


def _show_told(pulled: "Pulled") -> None:
    from talkbuilder.diagnostics.harmless import harmless

    for one in pulled.told:
        where = f"slide {one.slide} “{one.title}”" if one.slide else f"“{one.title}”"
        write_line(harmless(f"{where}: {one.why}"), sys.stderr)


def _line(text: str, style: str) -> None:
    write_line(f"{style}{text}{_END}" if style and has_colour(sys.stdout) else text, sys.stdout)
