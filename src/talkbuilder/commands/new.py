"""`talkbuilder new`: a small talk to begin with."""

import argparse
from pathlib import Path
from typing import Self

from msgspec import Struct

from talkbuilder.commands.console import display_path
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Begins a small talk that builds, and a small library where there is none. Overwrites nothing."


class Options(Struct, frozen=True):
    name: str
    folder: Folder

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help="the talk's name: small letters, digits and hyphens")
        Folder.add(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(namespace.name, Folder.of(namespace))


def run(options: Options) -> int:
    from talkbuilder.authoring.starter import Unstarted, start
    from talkbuilder.source.project import find_root

    root = Path(options.folder.path) if options.folder.path else find_root(Path.cwd()) or Path.cwd()
    try:
        written = start(root, options.name)
    except Unstarted as fault:
        raise WrongUse(fault.message, fault.hint) from fault
    for path in written:
        print(f"wrote {display_path(path, root)}")
    print(f"now: talkbuilder build {options.name}")
    return FINE
