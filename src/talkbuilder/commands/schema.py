"""`talkbuilder schema`: the JSON Schema of an outline or a library file."""

import argparse
from typing import Self

from msgspec import Struct

from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Prints the JSON Schema of a file, by which editors complete and explain keys."


class Options(Struct, frozen=True):
    file: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "outline (default), events, facts, quotes, people, posts, actions, media"
        parser.add_argument("file", nargs="?", default="outline", metavar="FILE", help=help)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(namespace.file)


def run(options: Options) -> int:
    from talkbuilder.authoring.schema import NAMES
    from talkbuilder.authoring.starter import schema_text
    from talkbuilder.diagnostics import near

    if options.file not in NAMES:
        raise WrongUse(f"no schema '{options.file}'", near(options.file, NAMES))
    print(schema_text(options.file), end="")
    return FINE
