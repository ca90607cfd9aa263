"""`talkbuilder selftest`: forgeries and true entries that ship with the program, and what this installation sees."""

import argparse
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.status import FAULTS, FINE

if TYPE_CHECKING:
    from talkbuilder.authoring.selftest import Trial

DESCRIPTION = (
    "Tries the checks of facts and quotations on entries that ship with the program, true ones and forgeries of seven "
    "kinds, and says how many forgeries were caught for the right reason and how many true entries were refused."
)
_KINDS = {
    "operator": "a word that makes more or less of it",
    "negation": "a 'not' dropped",
    "digit": "another figure",
    "tail": "its end cut off",
    "condition": "its condition, frame or hedge cut off",
    "synonym": "another word for one that means something else",
    "splice": "two things made one",
}


class Options(Struct, frozen=True):
    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        """It takes none."""

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls()


def run(options: Options) -> int:
    from talkbuilder.authoring.selftest import trials

    tried = list(trials())
    for trial in tried:
        if not trial.is_right:
            print(_wrong(trial))
    if not all(trial.is_right for trial in tried):
        print()
    for kind, told in _KINDS.items():
        own = [trial for trial in tried if trial.seed.mutation == kind]
        print(f"{kind:10} {_share(own):>10}  {told}")
    print(_summary(tried))
    return FINE if all(trial.is_right for trial in tried) else FAULTS


def _share(tried: "list[Trial]") -> str:
    return f"{sum(trial.is_right for trial in tried)} of {len(tried)}"


def _wrong(trial: "Trial") -> str:
    seed = trial.seed
    got = ", ".join(sorted({fault.code for fault in trial.faults if fault.is_error})) or "nothing"
    where = f"{seed.kind} at line {seed.line} of the seeds"
    if seed.mutation is None:
        message = next(fault.message for fault in trial.faults if fault.is_error)
        return f"refused, and true: {where}, {got}: {message}\n    {seed.told}"
    wanted = " or ".join((*sorted(seed.codes), *(("review",) if seed.may_be_asked else ())))
    word = f" ({' or '.join(sorted(seed.words))})" if seed.words else ""
    return f"missed, {seed.mutation}: {where} got {got}, not {wanted}{word}\n    {seed.told}"


def _summary(tried: "list[Trial]") -> str:
    """The last line, which the README quotes."""
    true = [trial for trial in tried if trial.seed.mutation is None]
    forged = [trial for trial in tried if trial.seed.mutation is not None]
    refused = sum(trial.is_refused for trial in true)
    caught = sum(trial.is_right for trial in forged)
    share = f"{100 * caught / len(forged):.1f}".removesuffix(".0")
    return (
        f"{caught} of {len(forged)} forgeries caught for the right reason ({share} %), "
        f"{refused} of {len(true)} true entries refused"
    )
