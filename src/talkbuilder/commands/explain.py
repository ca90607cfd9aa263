"""`talkbuilder explain`: what a code means, with a bad and a good example."""

import argparse

from msgspec import Struct

from talkbuilder.commands.status import FINE, WrongUse
from talkbuilder.diagnostics import also, near
from talkbuilder.diagnostics.codes import CODES, explanation

DESCRIPTION = "Explains diagnostic codes, each with a bad and a good example."


class Options(Struct, frozen=True):
    codes: tuple[str, ...]

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("codes", nargs="+", metavar="CODE", help="such as E001, or no-notes; 'all' lists them")


def run(options: Options) -> int:
    if options.codes == ("all",):
        for code in CODES.values():
            print(f"{code.id}  {code.severity:8}  {code.name}")
        return FINE
    print("\n\n".join([_page(one) for one in dict.fromkeys(options.codes)]))
    return FINE


def _page(wanted: str) -> str:
    """The page of a code, which may stand in brackets or be called by its name. Raises WrongUse where there is none."""
    bare = wanted.strip("[]")
    bare = f"{bare[0]}{bare[1:]:0>3}" if bare[1:].isdigit() else bare  # C20
    found = CODES.get(bare.upper()) or next((code for code in CODES.values() if code.name == bare.lower()), None)
    if found is None:
        meant = bare[:1] + bare[1:].upper().replace("O", "0")  # letters are easily taken for digits, and are none
        known = [*CODES] if any(one.isdigit() for one in meant) else [code.name for code in CODES.values()]
        hint = near(meant, known)
        hint = (
            hint if hint.startswith("did") else "a code is a letter and three digits, as E001; or its name, as no-notes"
        )
        raise WrongUse(f"no code '{wanted}'", also(hint, "'talkbuilder explain all' lists them"))
    return explanation(found.id).rstrip()
