"""The options that commands share, in groups: each adds itself to a parser, and is made once of what was parsed.

A command's own `Options` holds the groups that it has. What comes after works on these values, whose types are known.
Where options do not go together, the group that holds them raises WrongUse.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from msgspec import Struct

from talkbuilder.commands.status import WrongUse
from talkbuilder.outputs.file import A4, SIZES_PT, Paper

if TYPE_CHECKING:
    from talkbuilder.units import Aspect

ENDINGS = ("pptx",)  # of what is written where nothing else is asked for

_Options = TypeVar("_Options", bound=Struct)


def taken(kind: type[_Options], namespace: argparse.Namespace) -> _Options:
    """Options from what was parsed: a group is made of its own, all else has the name of its field."""
    values: dict[str, Any] = {}
    for name, form in kind.__annotations__.items():
        if isinstance(form, type) and issubclass(form, Struct):
            values[name] = taken(form, namespace)
        elif name in namespace:
            value = getattr(namespace, name)
            values[name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


class Folder(Struct, frozen=True):
    """The talk folder; None for the nearest upwards."""

    folder: str | None

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "the talk folder (default: the nearest upwards); may stand before the command as well"
        parser.add_argument("-C", dest="folder", metavar="DIR", default=argparse.SUPPRESS, help=help)
        parser.set_defaults(takes_folder=True)


class Talks(Struct, frozen=True):
    """The talks that are named, by name or file; none for all."""

    names: tuple[str, ...]

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "a talk's name or file (default: all talks)"
        parser.add_argument("names", nargs="*", metavar="TALK", help=help)

    @staticmethod
    def add_one(parser: argparse.ArgumentParser, nargs: Literal["?"] | None = "?") -> None:
        """For who takes one; where it may be left out, that is the only one of the folder."""
        help = "a talk's name or file"
        parser.add_argument("names", nargs=nargs, type=lambda name: (name,), default=(), metavar="TALK", help=help)


class Edition(Struct, frozen=True):
    """A shorter or longer talk, or one for certain people or another screen; None for the event's or its own."""

    minutes: int | None
    audience: str
    aspect: "Aspect | None" = None

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--minutes", type=minutes, metavar="N", help="make it fit a slot of so many minutes")
        parser.add_argument("--audience", default="", metavar="NAME", help="keep what is meant for this audience")

    @staticmethod
    def add_aspect(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--aspect", choices=("16:9", "4:3"), help="the shape of the screen (default: 16:9)")


class Events(Struct, frozen=True):
    """The events of talks/events.yaml that decks are for."""

    event: str | None
    events: Literal["upcoming", "all"] | None = None
    today: str | None = None  # the day from which they lie ahead, such as 2027-05-14

    @property
    def are_asked_for(self) -> bool:
        return self.event is not None or self.events is not None

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--event", metavar="ID", help="for an event of talks/events.yaml")
        parser.add_argument("--events", choices=("upcoming", "all"), help="for all events, or those that lie ahead")
        help = "the day from which they lie ahead (default: today)"
        parser.add_argument("--today", type=_day, metavar="DATE", help=help)

    def __post_init__(self) -> None:
        if self.today and self.events != "upcoming":
            raise WrongUse("--today goes with --events upcoming", "add that, or leave it out")


class Template(Struct, frozen=True):
    """What decks are set in: a PowerPoint template, or a theme by its name; neither for the one that the talk names."""

    file: Path | None
    theme: str = ""

    @property
    def look(self) -> str:
        return self.file.stem if self.file else self.theme

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "set decks in this PowerPoint template, a .pptx or .potx, and name them after it as well"
        parser.add_argument("--template", type=Path, dest="file", metavar="FILE", help=help)
        help = "set decks in this theme, one of 'talkbuilder theme list', and name them after it as well"
        parser.add_argument("--theme", default="", metavar="NAME", help=help)

    def __post_init__(self) -> None:
        if self.file and self.theme:
            raise WrongUse("--template and --theme do not go together", "a template brings its own look: leave out one")
        if self.file and not self.file.is_file():
            if self.file.is_dir():
                raise WrongUse(f"'{self.file}' is a folder", "name a .pptx or .potx in it")
            where = f"it was looked for in '{self.file.absolute().parent}'; name it with its folder, letter by letter"
            raise WrongUse(f"there is no template '{self.file}'", where)


class Request(Struct, frozen=True):
    """The decks that are asked for: of which talks, what for, how they look."""

    talks: Talks
    folder: Folder
    edition: Edition
    events: Events
    template: Template
    is_final: bool = False

    @property
    def needs_proof(self) -> bool:
        """Whether no draft will do: those for bookings are given."""
        return self.is_final or self.events.are_asked_for

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        for add in (Talks.add, Folder.add, Edition.add, Edition.add_aspect, Events.add, Template.add):
            add(parser)
        help = "make no draft: refuse claims that nothing proves, as decks for events always do"
        parser.add_argument("--final", action="store_true", dest="is_final", help=help)


class Delivery(Struct, frozen=True):
    """What is written of decks, and where."""

    with_contact: bool = False  # of the event, in the cover's notes
    endings: tuple[str, ...] = ENDINGS  # of `outputs.OUTPUTS`
    out: str | None = None
    force: bool = False
    paper: Paper = A4

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "put the event's contact into the cover's notes"
        parser.add_argument("--with-contact", action="store_true", help=help)
        Delivery.add_files(parser)

    @staticmethod
    def add_files(parser: argparse.ArgumentParser) -> None:
        """What goes for decks of any kind, those for no event too."""
        help = f"what to write, by file ending, with commas between (default: {','.join(ENDINGS)})"
        parser.add_argument("--to", type=_endings, default=ENDINGS, dest="endings", metavar="ENDINGS", help=help)
        parser.add_argument("--out", metavar="DIR", help="where decks go (default: build/ in the talk folder)")
        parser.add_argument("--force", action="store_true", help="overwrite an edited deck; a numbered copy is kept")
        help = "with --to pdf: put the notes under each slide"
        parser.add_argument("--notes", action="store_true", dest="has_notes", help=help)
        help = "what is printed on: a4 or letter (default: a4)"
        parser.add_argument("--paper", choices=tuple(SIZES_PT), default=A4.size, dest="size", help=help)

    def __post_init__(self) -> None:
        from talkbuilder.outputs import OUTPUTS
        from talkbuilder.source.ids import is_device

        if self.out and (devices := [part for part in Path(self.out).parts if is_device(part)]):
            raise WrongUse(f"'{devices[0]}' is a device on Windows", "choose another name for the folder")
        if self.out and (ending := Path(self.out).suffix[1:]) in OUTPUTS and not Path(self.out).is_dir():
            hint = f"decks are named after their talks: write '--out {Path(self.out).parent}'; --to says which kinds"
            raise WrongUse(f"--out names a folder, and '{self.out}' looks like a .{ending}", hint)
        if self.paper.has_notes and "pdf" not in self.endings:
            raise WrongUse("--notes goes with --to pdf", "add that, or leave it out")
        is_sized = self.paper.has_notes or any(OUTPUTS[ending].is_sized for ending in self.endings)
        if self.paper.size != A4.size and not is_sized:
            needs = "--paper goes with --to script, handout, docx, kit or pdf --notes"
            raise WrongUse(needs, "add that, or leave it out")
        for ending in self.endings:
            if line := OUTPUTS[ending].install_line:
                hint = f"type {line}; without it, '--to html' makes a page that any browser shows, and prints"
                raise WrongUse(f"what writes '{ending}' is not installed", hint)


class Printing(Struct, frozen=True):
    """How faults are printed, and whether warnings stop a command as errors do."""

    format: Literal["text", "json", "github", "sarif"]
    strict: bool
    every: bool = True  # or only the first of a kind

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        formats = ("text", "json", "github", "sarif")
        help = "how faults are printed (default: text)"
        parser.add_argument("--format", choices=formats, default="text", help=help)
        parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
        add_every(parser)


Format = Literal["text", "json"]  # of commands that print something else than faults


def add_format(parser: argparse.ArgumentParser, help: str = "how it is printed (default: text)") -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help=help)


def add_every(
    parser: argparse.ArgumentParser,
    help: str = "print every warning and piece of advice with its line and what to do, and not only their kinds",
) -> None:
    parser.add_argument("--all", action="store_true", dest="every", help=help)


def minutes(text: str) -> int:
    """A number of minutes that somebody typed. Raises ArgumentTypeError."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 10_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no number of minutes, such as 20")


def _day(text: str) -> str:
    from talkbuilder.source.dates import is_day, no_such

    if is_day(text):
        return text
    raise argparse.ArgumentTypeError(
        f"'{text}' is no day, such as 2027-05-14{f': {why}' if (why := no_such(text)) else ''}"
    )


def _endings(text: str) -> tuple[str, ...]:
    from talkbuilder.outputs import OUTPUTS

    endings = tuple(dict.fromkeys(ending.strip() for ending in text.split(",")))
    if unknown := [ending for ending in endings if ending not in OUTPUTS]:
        raise argparse.ArgumentTypeError(f"nothing is written as '{unknown[0]}'; there is {', '.join(OUTPUTS)}")
    return endings
