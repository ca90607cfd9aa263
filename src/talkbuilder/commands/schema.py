"""`talkbuilder schema`: the JSON Schema of an outline or a library file."""

import argparse
import json
from importlib import import_module

from msgspec import Struct

from talkbuilder.authoring.schema import NAMES
from talkbuilder.authoring.starter import schema_text, write_completions
from talkbuilder.commands.console import note, typed
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.outputs.printed.sheet import FILES, file_of, schema_of
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library

DESCRIPTION = (
    "Prints the JSON Schema of a file, by which editors complete and explain keys; or writes those of all files with "
    "the ids, themes and rules that there are."
)

# The pieces on paper, and what their data is.
_PIECES = {
    "script": ("printed.spoken", "Spoken"),
    "notes": ("printed.spoken", "Spoken"),
    "card": ("card", "Card"),
    "handout": ("handout", "Handout"),
    "leader": ("handout", "Leader"),
    "read-me": ("kit", "ReadMe"),
}


class Options(Struct, frozen=True):
    file: str
    with_ids: bool
    folder: Folder

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = (
            "outline (default), events, facts, quotes, people, sources, actions, media, words, theme, template, "
            "reviews, synonyms; "
            "of print script, notes, card, handout, leader, and the files of its look: look.typ, script.typ"
        )
        parser.add_argument("file", nargs="?", default="outline", metavar="FILE", help=help)
        help = "write the schemas of all files into .vscode/, with what this talk folder offers; builds keep them fresh"
        parser.add_argument("--with-ids", action="store_true", help=help)
        Folder.add(parser)


def run(options: Options) -> int:
    if options.with_ids:
        return _write(options.folder)
    if options.file in _printed():
        print(_of_print(options.file), end="")
        return FINE
    if options.file not in NAMES:
        raise WrongUse(f"no schema '{options.file}'", near(options.file, (*NAMES, *_printed())))
    print(schema_text(options.file), end="")
    return FINE


def _printed() -> tuple[str, ...]:
    """What there is to print of paper: the schema of the data of each piece, and the files of their look."""
    return *_PIECES, *sorted(one.name for one in FILES.glob("*.typ"))


def _of_print(name: str) -> str:
    if name not in _PIECES:
        return file_of(name).decode()
    module, told = _PIECES[name]
    made = schema_of(getattr(import_module(f"talkbuilder.outputs.{module}"), told))
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _write(folder: Folder) -> int:
    project = Project(root_of(folder))
    try:
        written = write_completions(project, read_library(project, Report()))  # `check` tells of faults
    except OSError as fault:
        note(f"cannot write to .vscode/: {fault.strerror or fault}")
        return FAULTS
    for file in written:
        print(f"wrote {typed(file)}")
    return FINE
