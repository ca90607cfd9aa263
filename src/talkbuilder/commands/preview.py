"""`talkbuilder preview`: a talk on a page of the browser while it is written; to present, rehearse and review from."""

import argparse

from msgspec import Struct

from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.folder import name_of, root_of
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FINE, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.read import read_library
from talkbuilder.stages.theme import names_of as names_of_themes

DESCRIPTION = "Shows a talk in the browser and follows every save. Present and rehearse from there; Ctrl-C ends it."


class Options(Struct, frozen=True):
    talk: Talks  # one, or none where the folder has no other
    folder: Folder
    browser: Browser
    lan: bool
    theme: str = ""

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Talks.add_one(parser)
        Folder.add(parser)
        Browser.add(parser)
        help = "let a telephone on the same network click, once it has read a code"
        parser.add_argument("--lan", action="store_true", help=help)
        help = "begin in this theme, one of 'talkbuilder theme list'; the page lets you change it"
        parser.add_argument("--theme", default="", metavar="NAME", help=help)


def run(options: Options) -> int:
    root = root_of(options.folder, options.talk)
    project = DiskProject(root)
    name = name_of(options.talk, project)
    known = names_of_themes(read_library(project, Report(), ()))
    if options.theme and options.theme not in known:
        raise WrongUse(f"no theme '{options.theme}'", near(options.theme, known))
    browse(root, name, options.browser, options.lan, look=options.theme)
    return FINE
