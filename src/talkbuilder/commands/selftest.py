"""`talkbuilder selftest`: tries the proof on true entries and forgeries that ship with the program."""

import argparse

from msgspec import Struct

from talkbuilder.authoring.selftest import Trial, trials
from talkbuilder.commands.status import FAULTS, FINE

DESCRIPTION = (
    "Tries the proof on facts and quotations that ship with the program, true ones and forgeries of our own making, "
    "and says how many forgeries were refused for the right reason and how many true entries were refused."
)
_KINDS = {
    "figure": "another figure",
    "unit": "another unit, or another size of it",
    "year": "another year",
    "rank": "another rank",
    "negation": "a 'not' more or less, in the words of the source",
    "quotation": "a quotation that was altered",
    "voice": "said to be somebody else's",
    "nothing": "a pointer to words that are not there",
}


class Options(Struct, frozen=True):
    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        """It takes none."""


def run(options: Options) -> int:
    tried = list(trials())
    for trial in tried:
        if not trial.is_right:
            print(_wrong(trial))
    if not all(trial.is_right for trial in tried):
        print()
    for kind, meaning in _KINDS.items():
        own = [trial for trial in tried if trial.seed.forgery == kind]
        share = f"{sum(trial.is_right for trial in own)} of {len(own)}"
        print(f"{kind:10} {share:>10}  {meaning}")
    print(_summary(tried))
    return FINE if all(trial.is_right for trial in tried) else FAULTS


def _wrong(trial: Trial) -> str:
    seed = trial.seed
    where = f"{seed.kind} at line {seed.line} of the seeds"
    if seed.forgery is None:
        error = trial.errors[0]
        return f"refused, and true: {where}, {error.code}: {error.message}\n    {seed.text}"
    got = ", ".join(sorted({fault.code for fault in trial.errors})) or "nothing"
    return f"missed, {seed.forgery}: {where} got {got}\n    {seed.text}"


def _summary(tried: list[Trial]) -> str:
    """The last line, which the README quotes."""
    true = [trial for trial in tried if trial.seed.forgery is None]
    forged = [trial for trial in tried if trial.seed.forgery is not None]
    refused = sum(bool(trial.errors) for trial in true)
    caught = sum(trial.is_right for trial in forged)
    share = f"{100 * caught / len(forged):.1f}".removesuffix(".0")
    return (
        f"{caught} of {len(forged)} forgeries of our own making refused for the right reason ({share} %), "
        f"{refused} of {len(true)} true entries refused"
    )
