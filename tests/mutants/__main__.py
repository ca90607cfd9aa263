"""`python -m tests.mutants [--count N] [--seed SEED] [FOLDER ...]`: who survives is printed, and how many did not."""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.mutants.trial import Suite, Unfit, Verdict, chosen, tried

_ROOT = Path(__file__).parents[2]
_HOUSE = "src/talkbuilder"
# Behind the tests of a mutant's own module and room: how the rooms fit together, and what talks come to.
_SUITE = Suite(("tests/test_shape.py", "tests/corpora", "tests/test_talks.py"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__, allow_abbrev=False)
    parser.add_argument("--count", type=int, default=100, help="how many mutants (100)")
    parser.add_argument("--seed", type=int, default=1, help="which ones: a seed always chooses the same (1)")
    parser.add_argument("folders", nargs="*", default=[""], help=f"folders of {_HOUSE} (all of them)")
    asked = parser.parse_args()
    mutants = chosen(_ROOT, (f"{_HOUSE}/{folder}" for folder in asked.folders), asked.count, asked.seed)
    ended: Counter[Verdict] = Counter()
    began = time.monotonic()
    try:
        for one, verdict in tried(_ROOT, mutants, _SUITE):
            ended[verdict] += 1
            if verdict == "survived":
                print(one, flush=True)
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    dead = ended["killed"] + ended["stopped"]
    print(
        f"{dead} of {len(mutants)} killed ({dead / max(1, len(mutants)):.0%}), {ended['stopped']} of them by the time"
        f" limit; {ended['survived']} survived; seed {asked.seed}; {(time.monotonic() - began) / 60:.1f} minutes"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
