"""`talkbuilder preview`: a talk on a page of the browser while it is written; to present, rehearse and review from."""

import argparse
from typing import Self

from msgspec import Struct

from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.folder import names_of, root_of
from talkbuilder.commands.options import Folder, Talks
from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Shows a talk in the browser and follows every save. Present and rehearse from there; Ctrl-C ends it."


class Options(Struct, frozen=True):
    talk: Talks  # one, or none where the folder has no other
    folder: Folder
    browser: Browser
    lan: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("talk", nargs="?", metavar="TALK", help="a talk's name or file")
        Folder.add(parser)
        Browser.add(parser)
        help = "let a telephone on the same network click, once it has read a code"
        parser.add_argument("--lan", action="store_true", help=help)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        talk = Talks((namespace.talk,) if namespace.talk else ())
        return cls(talk, Folder.of(namespace), Browser.of(namespace), namespace.lan)


def run(options: Options) -> int:
    from talkbuilder.source.project import DiskProject

    root = root_of(options.folder, options.talk)
    names = names_of(options.talk, DiskProject(root))
    if len(names) > 1:
        raise WrongUse("which talk?", f"name one of: {', '.join(names)}")

    browse(root, names[0], options.browser, options.lan)
    return FINE
