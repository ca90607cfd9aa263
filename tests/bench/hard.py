"""Times `talkbuilder check` of what nobody writes by hand: thousands of facts of one measure, and texts that are far
too long or full of references to nothing.

What is wrong in these is found, so most checks end with faults. That they do, and with which, the warm-up tells.
Peak memory is no less here than that of the process that measures, which has written all these texts.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.bench import table
from tests.bench.race import Contender, Result, Stumbled, environment, race
from tests.bench.targets import BULLET_OF_REFERENCES, LONG_TITLE, NOTES_OF_REFERENCES, TITLE_OF_REFERENCES, facts_of

_FEW_FACTS, _MANY_FACTS = 5_000, 20_000
_FACTS_A_LETTER = 50
_TITLE_LETTERS = 20_000
_REFERENCES = 50_000
_RUNS, _QUICK_RUNS = 5, 3
_FAULTS = 1  # what a check ends with that found errors

_TITLE, _POINT, _NOTES = "What we saw", "The mill was open", "We went to see it, and it was open."


class _Talk(NamedTuple):
    """The files of a talk of one slide, what `check` must say of it among other things, and what it ends with."""

    files: Mapping[str, str]
    says: str
    status: int = _FAULTS


def measure(scratch: Path, quick: bool) -> Mapping[str, Result]:
    """All results by name; prints the table. Raises Stumbled."""
    contenders = [_contender(scratch / f"hard-{at}", name, talk) for at, (name, talk) in enumerate(_talks().items())]
    title = f"Hard inputs, checked: facts of one measure, {_REFERENCES:,} references to nothing in one text"
    results = race(contenders, _QUICK_RUNS if quick else _RUNS, warm_up=False)
    print(table.of_results(title, results, facts_of(_FEW_FACTS)))
    return {result.name: result for result in results}


def _talks() -> Mapping[str, _Talk]:
    unknown = " ".join(f"{{nothing-{number}}}" for number in range(_REFERENCES))
    long = "mill " * (_TITLE_LETTERS // 5)
    told = f"{_REFERENCES - 100:,} more of this kind"
    return {
        facts_of(_FEW_FACTS): _agreeing(_FEW_FACTS),
        facts_of(_MANY_FACTS): _agreeing(_MANY_FACTS),
        LONG_TITLE: _Talk(_outline(title=long), "too much text for 'title'"),
        NOTES_OF_REFERENCES: _Talk(_outline(notes=unknown), told),
        TITLE_OF_REFERENCES: _Talk(_outline(title=unknown), told),
        BULLET_OF_REFERENCES: _Talk(_outline(point=unknown), told),
    }


def _contender(folder: Path, name: str, talk: _Talk) -> Contender:
    for path, text in talk.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    command = (sys.executable, "-m", "talkbuilder", "check", "-C", str(folder))
    ended = subprocess.run(command, capture_output=True, text=True, env=environment())
    if ended.returncode != talk.status or talk.says not in ended.stdout:
        said = ended.stdout[-2000:] + ended.stderr[-1000:]
        raise Stumbled(f'the check of {name} was to say "{talk.says}" and ended with {ended.returncode}:\n{said}')
    return Contender(name, command, status=talk.status)


def _outline(title: str = _TITLE, point: str = _POINT, notes: str = _NOTES) -> dict[str, str]:
    slide = f"  - title: '{title}'\n    bullets: ['{point}']\n    notes: '{notes}'\n"
    head = "talk: A walk\nspeaker: Somebody from the town\nminutes: 1\ndate: 2011-12\n"
    return {"talks/talk.yaml": f"{head}sections:\n- section: The mill\n  slides:\n{slide}"}


def _agreeing(facts: int) -> _Talk:
    """Facts of one measure, place and year, each proved by its letter, and equal: so each pair is one to compare."""
    letters = range(0, facts, _FACTS_A_LETTER)
    files = {
        "assets/people.yaml": "writer: {credit: Somebody from the town, role: author}\n",
        "assets/sources.yaml": "".join(f"letter-{first}: {{title: A letter, date: 2011-12}}\n" for first in letters),
        "assets/facts.yaml": "".join(map(_fact, range(facts))),
    }
    for first in letters:
        said = "\n\n".join(f"We say that {_said(number)}." for number in range(first, first + _FACTS_A_LETTER))
        files[f"assets/posts/letter-{first}.txt"] = f"{said}\n"
    return _Talk(_outline() | files, " warnings", status=0)


def _fact(number: int) -> str:
    return (
        f"count-{number}:\n  says: The mill counted 1,000 visitors in 2011\n  value: 1000\n  unit: visitors\n"
        "  precision: exact\n  measure: visitors counted at the mill\n  place: mill\n  as_of: 2011\n"
        "  source: writer\n  kind: secondary\n"
        f"  post: letter-{number - number % _FACTS_A_LETTER}\n  exact: {_said(number)}\n"
    )


def _said(number: int) -> str:
    return f"on day {number} the mill counted 1,000 visitors in 2011"
