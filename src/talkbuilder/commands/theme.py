"""`talkbuilder theme`: the themes that there are, and a new one, as a file of colours, fonts and sizes to change."""

import argparse
from typing import Literal

from msgspec import Struct

from talkbuilder.commands.console import display_path
from talkbuilder.commands.folder import refuse_protected, root_of
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FINE, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.fields import FileId
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from talkbuilder.stages.theme import DEFAULT_THEME, FOLDER, names_of
from talkbuilder.themes import THEMES
from talkbuilder.themes.written import text_of

DESCRIPTION = (
    "Lists the themes that decks may be set in; or makes one of your own, as a file of colours, fonts and sizes for "
    "you to change. Overwrites nothing."
)


class Options(Struct, frozen=True):
    action: Literal["list", "new"]
    name: str
    base: str
    folder: Folder

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("action", choices=("list", "new"), help="what to do")
        parser.add_argument("name", nargs="?", default="", metavar="NAME", help="with new: what it is to be called")
        parser.add_argument("--from", default="", dest="base", metavar="THEME", help="with new: what it is made from")
        Folder.add(parser)

    def __post_init__(self) -> None:
        if self.action == "new" and not self.name:
            raise WrongUse("the theme has no name", "'talkbuilder theme new our-church' makes one of that name")
        if self.action == "list" and (self.name or self.base):
            raise WrongUse("'theme list' takes no name", "'talkbuilder theme new NAME' makes a theme")


def run(options: Options) -> int:
    root = root_of(options.folder)
    if options.action == "new":
        return _new(options, options.base or DEFAULT_THEME)
    for name in names_of(read_library(Project(root), Report(), ())):
        says = THEMES[name]("16:9").says if name in THEMES else f"your own, {FOLDER}/{name}.yaml"
        print(f"{name:<12} {says}{' (taken where none is named)' if name == DEFAULT_THEME else ''}")
    return FINE


def _new(options: Options, base: str) -> int:
    """Writes the file of a theme. Raises WrongUse where it cannot be called so, is there, or made from what is not."""
    name, root = options.name, root_of(options.folder)
    if flaw := FileId.flaw(name):
        raise WrongUse(flaw.message, flaw.hint)
    refuse_protected(root, name)
    if name in THEMES:
        raise WrongUse(f"'{name}' is a theme of talkbuilder's own", "choose another name")
    if base not in THEMES:
        raise WrongUse(f"there is no theme '{base}' to make one from", near(base, THEMES))
    file = root / FOLDER / f"{name}.yaml"
    if file.exists():
        raise WrongUse(f"'{display_path(file)}' is there already", "change that, or choose another name")
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, text_of(name, base, THEMES[base]("16:9")).encode(), root)
    print(f"wrote {display_path(file)}")
    print(f"now: change it, and write 'theme: {name}' in a talk; 'talkbuilder gallery --theme {name}' shows it")
    return FINE
