"""`talkbuilder new`: a small talk to begin with."""

import argparse
from pathlib import Path

from talkbuilder.commands.console import FINE, shown, wrong
from talkbuilder.commands.folder import add_folder

NAME = "new"
HELP = "begin a talk"
DESCRIPTION = "Begins a small talk that builds, and a small library where there is none. Overwrites nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the talk's name: small letters, digits and hyphens")
    add_folder(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.authoring.starter import Unstarted, start
    from talkbuilder.source.project import find_root

    root = Path(options.folder) if options.folder else find_root(Path.cwd()) or Path.cwd()
    try:
        written = start(root, options.name)
    except Unstarted as fault:
        return wrong(fault.message, fault.hint)
    for path in written:
        print(f"wrote {shown(path, root)}")
    print(f"now: talkbuilder build {options.name}")
    return FINE
