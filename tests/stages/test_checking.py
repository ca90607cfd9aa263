"""What is wrong in any file of a folder is found by a build of its talk."""

import json
from collections.abc import Callable
from functools import cache

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build
from talkbuilder.source.project import Project
from tests.corpora.tables import from_table
from tests.growth import growth
from tests.memory import MemoryProject
from tests.sample import ASSETS, SLIDES, project, slide, talk

_OUTLINE = talk("\n".join(slide(kind, f"A headline of {kind}") for kind in SLIDES))


@cache
def _sound() -> tuple[MemoryProject, set[str]]:
    sound = project(_OUTLINE)
    return sound, _codes(sound)


def _codes(given: Project) -> set[str]:
    report = Report()
    assert [deck.plan.talk.name for deck in build(given, ("talk",), report)] == ["talk"]
    return {one.code for one in report.everything}


@from_table
def test_what_is_wrong_in_a_file_is_found(path: str, old: str, new: str, code: str) -> None:
    sound, told = _sound()
    before = sound.read(path)
    assert old.encode() in (before or b"")
    data = before.replace(old.encode(), new.encode()) if before else new.encode()
    assert code in _codes(MemoryProject({**sound._files, path: data})) - told


@pytest.mark.trial
@from_table
def test_a_long_text_is_no_more_work_for_each_word(words: str) -> None:
    def work(size: int) -> Callable[[], object]:
        long = (words * size)[:size]
        told = json.dumps(f"{long} {{herds}}")
        return lambda: _codes(project(talk(f"  - statement: {json.dumps(long)}\n    notes: {told}")))

    assert growth(work, 1_000) < 5


@pytest.mark.parametrize("says", ["—", "…", "½", "😀", "“”", "88"])
def test_a_fact_that_says_no_word_is_told_or_built_but_never_raises(says: str) -> None:
    facts = str(ASSETS["assets/facts.yaml"]).replace("The bureau counted 88 herds in 2010", says, 1)
    assert says in facts
    assert not _codes(project(_OUTLINE, facts=facts)) & {"E001", "R004"}
