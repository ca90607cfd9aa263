"""A large library is judged on two cores, and found to be what one core finds it to be."""

import os
import subprocess
import sys

import pytest

_COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1

# Three posts, of which one is not here and one is heard badly, and entries of each that are true, bent or broken.
_LIBRARY = """
import os, sys
from talkbuilder.evidence import halves, judge
from talkbuilder.evidence.lock import write_lock
from talkbuilder.evidence.proof import prove
from tests.evidence.valley import POST, POSTS, VOICES, fact, library, quote

LEAKS = {"value": 88, "unit": "leaks", "measure": "leaks counted", "as_of": 2010, "exact": "counted 88 leaks in 2010"}
FEWER = LEAKS | {"value": 49, "as_of": 2009, "exact": "a significant increase from 49 leaks"}
MORE = FEWER | {"value": 94}
PIPES = {"value": 82, "unit": "pipes", "measure": "pipes repaired", "as_of": 2010, "exact": "it repaired 82 pipes"}
FACTS = "".join((
    fact("leaks", says="Inspectors counted 88 leaks in 2010", **LEAKS),
    fact("fewer", says="Inspectors counted 49 leaks in 2009", **FEWER),
    fact("more", says="Inspectors counted 94 leaks in 2009", **MORE),
    fact("wrong", says="Inspectors counted 89 leaks in 2010", **(LEAKS | {"value": 89, "measure": "other leaks"})),
    fact("pipes", says="In 2010 the office repaired 82 pipes", **PIPES),
    fact("hill", says="Inspectors counted 88 leaks in 2010", **(LEAKS | {"post": "hill", "measure": "on the hill"})),
    fact("bent", says="Inspectors closed no wells", post="hill", exact="They closed 35 wells in 2010"),
    fact("gone", says="The river carries barrels", source="miller", post="away", exact="The river is the ninth"),
    fact("part", says="13 of the pipes were of lead", part_of="pipes", **(
        PIPES | {"value": 13, "measure": "pipes of lead", "exact": "including 13 pipes of lead"})),
))
QUOTES = "".join((
    quote("Nobody mends what nobody needs", "neighbour"),
    quote("Nobody needs what nobody mends", "neighbour").replace("a-quote", "turned"),
    quote("has not turned since the flood").replace("a-quote", "own").replace("post: valley", "post: hill"),
))
MORE_POSTS = f"hill:\\n  title: The hill\\n  date: 2012-05\\n  voices:{VOICES}"
MORE_POSTS += "away:\\n  title: Away\\n  date: 2012-06\\nnear: {title: Near, date: 2012-07}\\n"
HILL = POST + "\\nOne more “mark without its end.\\n"


def told(proof):
    def of(faults):
        return [(one.code, one.message, one.place, one.hint, one.file) for one in faults]
    return [*of(proof.faults), *((v.kind, v.id, v.proved, of(v.faults), v.from_lock, v.review) for v in proof.verdicts)]


def found(many, for_lock=True):
    halves._MANY, halves._VERY_MANY = (many, 10**9) if for_lock else (0, many)
    read = library(FACTS, QUOTES, sources_yaml=f"{POSTS}{MORE_POSTS}", posts__hill_txt=HILL, **LOCK)
    return told(prove(read, for_lock))

LOCK = {}
judged = []
verdict = judge.Judge.verdict
def watched(self, kind, id, entry):
    judged.append(id)
    return verdict(self, kind, id, entry)
judge.Judge.verdict = watched
"""


def _told(program: str) -> list[str]:
    """What a program prints in a process of its own: tests run in one that has threads, of which no copies are made."""
    command = [sys.executable, "-c", f"{_LIBRARY}\n{program}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


_BOTH = """
alone, here = found(10**9, {for_lock}), len(judged)
judged.clear()
print(here, alone == found(1, {for_lock}), len(judged), sum(len(str(one)) for one in alone) > 2000)
print(sorted({fault[0] for _, _, _, faults, *_ in alone[-12:] for fault in faults}))
"""


@pytest.mark.parametrize("for_lock", ["True", "False"])
def test_what_is_found_is_the_same_whoever_judges(for_lock: str) -> None:
    counts, codes = _told(_BOTH.replace("{for_lock}", for_lock))
    here, is_same, judged, is_rich = counts.split()
    assert (here, is_same, is_rich) == ("12", "True", "True")
    assert 0 < int(judged) < 12 or not _COPIES
    assert {"E101", "E110", "E108"} & set(codes.replace("'", "").strip("[]").split(", "))


@pytest.mark.skipif(not _COPIES, reason="copies are made on Linux with two cores or more")
@pytest.mark.parametrize("fate", ["os._exit(0)", "os.kill(os.getpid(), 9)", "1 / 0"])
def test_what_is_lost_with_a_copy_is_judged_again(fate: str) -> None:
    ends = f"mine = os.getpid()\ntell = halves._tell\ndef dies(*given):\n    yield from tell(*given)\n    {fate}\n"
    (told,) = _told(
        f"alone = found(10**9)\njudged.clear()\n{ends}halves._tell = dies\nprint(alone == found(1), len(judged))"
    )
    assert told == "True 12"


@pytest.mark.parametrize("for_lock", ["True", "False"])
def test_few_entries_are_judged_here(for_lock: str) -> None:
    (told,) = _told(f"print(found(13, {for_lock}) == found(10**9, {for_lock}), len(judged))\n")
    assert told == "True 24"


def test_beside_a_deck_only_more_entries_are_worth_a_copy() -> None:
    assert _told("print(0 < halves._MANY < halves._VERY_MANY)\n") == ["True"]
