"""`talkbuilder preview`: a talk on a page of the browser while it is written; to present, rehearse and review from."""

import argparse

from msgspec import Struct

from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.folder import name_of, root_of
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FINE
from talkbuilder.source.project import Project

DESCRIPTION = "Shows a talk in the browser and follows every save. Present and rehearse from there; Ctrl-C ends it."


class Options(Struct, frozen=True):
    talk: Talks  # one, or none where the folder has no other
    folder: Folder
    browser: Browser
    lan: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Talks.add_one(parser)
        Folder.add(parser)
        Browser.add(parser)
        help = "let a telephone on the same network click, once it has read a code"
        parser.add_argument("--lan", action="store_true", help=help)


def run(options: Options) -> int:
    root = root_of(options.folder, options.talk)
    browse(root, name_of(options.talk, Project(root)), options.browser, options.lan)
    return FINE
