"""The talk folder and the talks that a command line means."""

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import WRONG_USE, print_faults, wrong

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Report
    from talkbuilder.layout.page import Deck
    from talkbuilder.source.events import Occasion
    from talkbuilder.source.project import Project


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The option of all commands that work in a talk folder."""
    parser.add_argument("-C", dest="folder", metavar="DIR", help="the talk folder (default: the nearest upwards)")


def add_talks(parser: argparse.ArgumentParser) -> None:
    """The talks that a command works on."""
    parser.add_argument("talks", nargs="*", metavar="TALK", help="a talk's name or file (default: all talks)")


def root_of(options: argparse.Namespace) -> Path | None:
    """The talk folder that the options mean; None, once that is said, where there is none."""
    from talkbuilder.source.project import find_root

    if options.folder:
        root = Path(options.folder)
        if (root / "talks").is_dir():
            return root
        message = f"'{options.folder}' is no talk folder: it has no folder 'talks'"
        wrong(message, "name the folder that holds 'talks'")
        return None
    files = (Path(talk) for talk in getattr(options, "talks", ()) if talk.endswith((".yaml", ".yml")))
    for start in (*(file.resolve().parent for file in files if file.is_file()), Path.cwd()):
        if found := find_root(start):
            return found
    message = "there is no talk folder here or above"
    wrong(message, "'talkbuilder new my-talk' begins one; -C DIR names one elsewhere")
    return None


def decks_of(
    options: argparse.Namespace, report: "Report", occasion: "Occasion | None" = None
) -> "tuple[Path, list[tuple[Deck, float]]] | int":
    """The talk folder, and the decks that the options name with the seconds that each took; or an exit status."""
    from talkbuilder.pipeline import build
    from talkbuilder.source.events import EVERYDAY
    from talkbuilder.source.project import DiskProject

    began = time.perf_counter()
    root = root_of(options)
    if root is None:
        return WRONG_USE
    project = DiskProject(root)
    names = names_of(options, root, project)
    if isinstance(names, int):
        return names
    decks = []
    for _, deck in build(project, names, report, occasion or EVERYDAY):
        now = time.perf_counter()
        decks.append((deck, now - began))
        began = now
    return root, decks


def names_of(options: argparse.Namespace, root: Path, project: "Project") -> tuple[str, ...] | int:
    """The names of the talks that the options mean, all if they name none; an exit status where one is not there."""
    from talkbuilder.stages.read import talk_names

    known = talk_names(project)
    names = tuple(dict.fromkeys(_name(talk, root) for talk in options.talks))
    if not names and not known:
        return wrong("there are no talks yet", "'talkbuilder new my-talk' begins one")
    if unknown := [name for name in names if name not in known]:
        return _unknown(unknown, project, options)
    return names or known


def _name(talk: str, root: Path) -> str:
    """The name of a talk that was given by name or as a file of the talk folder; any other path is left as it is."""
    path = Path(talk)
    if path.suffix == "":
        return talk
    lies_here = path.name == talk or path.resolve().parent == (root / "talks").resolve()
    return path.stem if path.suffix in (".yaml", ".yml") and lies_here else talk


def _unknown(names: list[str], project: "Project", options: argparse.Namespace) -> int:
    """Says that talks are not there, each with the nearest name that is."""
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_outline

    report = Report()
    for name in names:
        if "/" in name or "\\" in name:
            return wrong(f"'{name}' is no talk of this folder", "talks lie in talks/; -C names another folder")
        read_outline(project, name, report)
    print_faults(report.diagnostics, options)
    return WRONG_USE
