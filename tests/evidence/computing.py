"""Facts of the valley from which others are computed, and what is found of one that is."""

from typing import Any

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.source.fields import Broken
from talkbuilder.stages.read import read_library
from tests.evidence.facts import BEFORE, LEAD, LEAKS, LETTERS, MONEY, PIPES
from tests.evidence.valley import PEOPLE, POST, POSTS, fact
from tests.memory import MemoryProject

_OLD_MONEY = MONEY | {"says": "The office received $84,000 in 2009", "show": "$84,000", "value": 84000, "as_of": 2009}
_OLD_PIPES = PIPES | {"says": "It repaired 59 pipes in 2009", "value": 59, "as_of": 2009}
_LEAD_2010 = LEAD | {"says": "13 of the pipes repaired in 2010 were of lead", "value": 13, "as_of": 2010}
_DAM = {"says": "Supposedly the dam is fifth on a list", "value": 5, "precision": "rank", "kind": "hearsay"}
PARENTS = {
    "leaks": LEAKS | {"unit": "leaks"},
    "leaks-before": BEFORE | {"unit": "leaks"},
    "pipes": PIPES | {"unit": "pipes"},
    "pipes-before": _OLD_PIPES | {"unit": "pipes", "exact": "compared with 59 pipes"},
    "lead": _LEAD_2010 | {"unit": "pipes", "exact": "including 13 pipes of lead"},
    "lead-before": LEAD | {"unit": "pipes"},
    "money": MONEY,
    "money-before": _OLD_MONEY | {"as_of_why": None, "exact": "$84,000 that it received in 2009"},
    "letters": LETTERS | {"unit": "letters"},
    "thanks": LETTERS | {"unit": "letters", "measure": "letters of thanks"},
    "dam": _DAM | {"measure": "rank of the dam", "as_of": 2012, "exact": "the dam is fifth on a list"},
}


def derived(id: str = "result", **keys: Any) -> str:
    """A computed fact as it stands in facts.yaml."""
    told = {key.rstrip("_"): value for key, value in keys.items()}
    return f"{id}:\n" + "".join(f"  {key}: {value}\n" for key, value in told.items())


def reading(entries: str) -> tuple[Library, Report]:
    """The library of the valley with these entries behind the parents, and what was reported of it."""
    report = Report()
    parents = "".join(fact(id, **keys) for id, keys in PARENTS.items())
    files = {
        "assets/facts.yaml": parents + entries,
        "assets/people.yaml": PEOPLE,
        "assets/sources.yaml": POSTS,
        "assets/posts/valley.txt": POST,
    }
    return read_library(MemoryProject(files), report), report


def computed(by: str, parents: str, says: str, **more: Any) -> Fact:
    """A computed fact of the library."""
    library, report = reading(derived(says=f'"{says}"', from_=f"[{parents}]", by=by, **more))
    assert report.diagnostics == ()
    found = library.facts["result"]
    assert not isinstance(found, Broken)
    return found


def verdict(by: str, parents: str, says: str, **more: Any) -> Verdict:
    """The verdict on a computed fact that can be computed."""
    library, report = reading(derived(says=f'"{says}"', from_=f"[{parents}]", by=by, **more))
    assert report.diagnostics == ()
    return next(one for one in prove(library).verdicts if one.id == "result")


def reported(entries: str) -> list[str]:
    """The codes of what is reported while a library is read."""
    return [one.code for one in reading(entries)[1].diagnostics]
