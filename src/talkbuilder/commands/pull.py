"""`talkbuilder pull`: brings what was changed in a deck by hand back into its outline, field by field."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, has_colour, note, print_json, write_line
from talkbuilder.commands.coverage import read_again
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.keyboard import ask_key, is_terminal
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkbuilder.authoring.comparing import Difference
    from talkbuilder.authoring.pulling import Pulled

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

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "deck", metavar="DECK", help="a .pptx that 'talkbuilder build' has written and somebody edited"
        )
        Folder.add(parser)
        parser.add_argument("--yes", action="store_true", help="take over all that is undisputed without asking")
        parser.add_argument("--dry-run", action="store_true", help="show what is different, and write nothing")
        parser.add_argument("--format", choices=_FORMATS, default="text", help="how it is printed (default: text)")

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        found = namespace
        return cls(found.deck, Folder.of(found), found.yes, found.dry_run, found.format)


def run(options: Options) -> int:
    from talkbuilder.authoring.pulling import pull
    from talkbuilder.outputs.pptx.boxes import read_boxes
    from talkbuilder.outputs.pptx.reading import NoDeck
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import TALKS

    root, file = root_of(options.folder, Talks(())), Path(options.deck)
    shown = display_path(file)
    try:
        found = read_boxes(file)
    except (NoDeck, OSError) as fault:
        hint = "name a .pptx that 'talkbuilder build' has written"
        raise WrongUse(f"'{shown}' is no PowerPoint deck that can be opened", hint) from fault
    if not found.record:
        hint = "build the talk again and pull from that deck; an older one can be copied by hand"
        raise WrongUse(f"'{shown}' does not say which slide is which: an older version built it, or no talk", hint)
    deck = read_again(found.built_for, "16:9" if found.is_wide else "4:3", shown, DiskProject(root))
    if deck is None:
        return FAULTS
    name = f"{TALKS}/{deck.plan.talk.name}.yaml"
    data = (root / name).read_bytes()
    pulled = pull(found, deck, data)
    if not pulled.is_ours:
        raise WrongUse(f"'{shown}' has no slide of the talk '{deck.plan.talk.name}'", "pull from another deck")
    return _taken(options, pulled, root, name, data)


def _taken(options: Options, pulled: "Pulled", root: Path, name: str, data: bytes) -> int:
    """Shows what is different, asks, and writes what is agreed to."""
    from talkbuilder.authoring.pulling import written

    is_json = options.format == "json"
    if not is_json:
        _show_told(pulled)
    chosen, remarks = _chosen(options, pulled.differences)
    if is_json:
        print_json(_objects(pulled, chosen))
    elif not pulled.differences:
        write_line("nothing in the deck is to be taken over", sys.stdout)
    if options.dry_run or not (chosen or remarks):
        return FINE
    after = written(chosen, remarks, name, data)
    if after is None:
        note("nothing was written: these changes together would say something else; take them over one by one")
        return FAULTS
    return _write(root, name, data, after, len(chosen), len(remarks), is_json)


def _write(root: Path, name: str, data: bytes, after: bytes, taken: int, remarks: int, is_quiet: bool) -> int:
    from talkbuilder.outputs.delivery import write_unless_changed, write_whole

    undo = _undo(root, Path(name).stem)
    try:
        undo.parent.mkdir(exist_ok=True)
        write_whole(undo, data, root)
        if not write_unless_changed(root / name, data, after, root):
            note(f"{name} has changed meanwhile; it was left as it is")
            return FAULTS
    except OSError as fault:
        note(f"cannot write {name}: {fault.strerror or fault}")
        return FAULTS
    if not is_quiet:
        more = f", {count(remarks, 'remark')} to look at ('# deck:')" if remarks else ""
        write_line(f"{name}: {count(taken, 'change')} taken over{more}; as it was: {display_path(undo)}", sys.stdout)
    return FINE


def _undo(root: Path, talk: str) -> Path:
    """Where the outline is kept as it was, under the first number that is free."""
    number = 1
    while (path := root / "build" / f"{talk}-before-pull-{number}.yaml").exists():
        number += 1
    return path


def _chosen(options: Options, differences: "Sequence[Difference]") -> "tuple[list[Difference], list[Difference]]":
    """What is taken over, and what becomes a remark in the outline."""
    asks = not (options.yes or options.dry_run)
    if asks and differences and (options.format == "json" or not is_terminal()):
        for one in differences if options.format == "text" else ():
            _show(one)
        note("nothing was written; --yes takes over what is undisputed without asking")
        return [], []
    chosen, remarks = [], []
    rest = "" if asks else "a"
    for one in differences:
        if options.format == "text":
            _show(one)
        answer = _answer(one, rest) if rest in ("", "a") else rest
        if answer in ("a", "q") and not rest:
            rest = answer
            answer = _answer(one, rest) if rest == "a" else "q"
        if answer in ("y", "d", "t"):
            chosen.append(one)
        elif answer == "r":
            remarks.append(one)
    return chosen, remarks


def _answer(one: "Difference", rest: str) -> str:
    """What becomes of a difference: y, d and t take it over, r makes it a remark."""
    if rest == "a":
        return "n" if one.disputes else "r" if one.conflicts else "y"
    if one.disputes:
        return ask_key("Take it as (t)yped, without proof; (n)o; (q) none of the rest?", "tnq")
    if one.conflicts:
        return ask_key("Keep what the (o)utline says, take the (d)eck's words, or make them a (r)emark?", "odrq")
    return ask_key("Take it over? (y)es, (n)o, (a)ll the rest, (q) none of the rest", "ynaq") or "q"


def _show(one: "Difference") -> None:
    from talkbuilder.diagnostics.harmless import harmless

    where = f"slide {one.slide}" if one.slide else "no longer in the deck"
    _line(f"{where}: {harmless(one.title)}", _BOLD)
    what = {"removed": "the slide was taken out", "moved": f"now stands {one.new}", "new": "the slide is new"}
    meanwhile = "; the outline has changed it as well, and has what is shown first" if one.conflicts else ""
    _line(f"  {what.get(one.sort, one.field)}{meanwhile}", "")
    if one.sort not in ("removed", "moved"):
        for sign, text, colour in (("-", one.old, _OLD), ("+", one.new, _NEW)):
            for line in text.splitlines():
                _line(f"  {sign} {harmless(line)}", colour)
    for dispute in one.disputes:
        text = f"the deck says “{dispute.typed}”, {dispute.written} says “{dispute.printed}”"
        _line(f"  not taken over unless you want it as typed: {harmless(text)}", "")


def _show_told(pulled: "Pulled") -> None:
    from talkbuilder.diagnostics.harmless import harmless

    for one in pulled.told:
        where = f"slide {one.slide} “{one.title}”" if one.slide else f"“{one.title}”"
        write_line(harmless(f"{where}: {one.why}"), sys.stderr)


def _line(text: str, style: str) -> None:
    write_line(f"{style}{text}{_END}" if style and has_colour(sys.stdout) else text, sys.stdout)


def _objects(pulled: "Pulled", chosen: "Sequence[Difference]") -> dict[str, object]:
    return {
        "differences": [
            {
                "slide": one.slide or None,
                "title": one.title,
                "field": one.field,
                "sort": one.sort,
                "outline": one.old,
                "deck": one.new,
                "conflicts": one.conflicts,
                "disputed": [dispute._asdict() for dispute in one.disputes],
                "taken": one in chosen,
            }
            for one in pulled.differences
        ],
        "told": [{"slide": one.slide or None, "title": one.title, "why": one.why} for one in pulled.told],
    }
