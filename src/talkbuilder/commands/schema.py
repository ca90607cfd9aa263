"""`talkbuilder schema`: the JSON Schema of an outline or a library file."""

import argparse
from typing import Self

from msgspec import Struct

from talkbuilder.commands.console import note, typed
from talkbuilder.commands.editor import write_completions
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

DESCRIPTION = (
    "Prints the JSON Schema of a file, by which editors complete and explain keys; or writes those of all files with "
    "the ids, themes and rules that there are."
)


class Options(Struct, frozen=True):
    file: str
    with_ids: bool
    folder: Folder

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "outline (default), events, facts, quotes, people, sources, actions, media, words, reviews, synonyms"
        parser.add_argument("file", nargs="?", default="outline", metavar="FILE", help=help)
        help = "write the schemas of all files into .vscode/, with what this talk folder offers; builds keep them fresh"
        parser.add_argument("--with-ids", action="store_true", help=help)
        Folder.add(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(namespace.file, namespace.with_ids, Folder.of(namespace))


def run(options: Options) -> int:
    from talkbuilder.authoring.schema import NAMES
    from talkbuilder.authoring.starter import schema_text
    from talkbuilder.diagnostics import near

    if options.with_ids:
        return _write(options.folder)
    if options.file not in NAMES:
        raise WrongUse(f"no schema '{options.file}'", near(options.file, NAMES))
    print(schema_text(options.file), end="")
    return FINE


def _write(folder: Folder) -> int:
    from talkbuilder.diagnostics import Report
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    project = DiskProject(root_of(folder))
    try:
        written = write_completions(project, read_library(project, Report()))  # `check` tells of faults
    except OSError as fault:
        note(f"cannot write to .vscode/: {fault.strerror or fault}")
        return FAULTS
    for file in written:
        print(f"wrote {typed(file)}")
    return FINE
