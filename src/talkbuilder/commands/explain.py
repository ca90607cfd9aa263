"""`talkbuilder explain`: what a code means, with a bad and a good example."""

import argparse
from typing import Self

from msgspec import Struct

from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Explains a diagnostic code, with a bad and a good example."


class Options(Struct, frozen=True):
    code: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="such as E001; 'all' lists them")

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(namespace.code)


def run(options: Options) -> int:
    from importlib import resources

    from talkbuilder.diagnostics import near
    from talkbuilder.diagnostics.codes import CODES

    if options.code == "all":
        for code in CODES.values():
            print(f"{code.id}  {code.severity:7}  {code.name}")
        return FINE
    wanted = options.code.strip("[]").upper()
    found = CODES.get(wanted) or next((code for code in CODES.values() if code.name == options.code.lower()), None)
    if found is None:
        raise WrongUse(f"no code '{options.code}'", near(wanted, CODES) + "; 'talkbuilder explain all' lists them")
    print(
        resources.files("talkbuilder").joinpath("diagnostics", "explain", f"{found.id}.md").read_text("utf-8").rstrip()
    )
    return FINE
