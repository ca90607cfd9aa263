"""What is wrong in any file of a folder is found by a build of its talk."""

import json
import time

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build
from talkbuilder.source.project import MemoryProject, Project
from tests.corpora.tables import from_table
from tests.sample import ASSETS, SLIDES, project, slide, talk

_OUTLINE = talk("\n".join(slide(kind, f"A headline of {kind}") for kind in SLIDES))


def _codes(given: Project) -> set[str]:
    report = Report()
    assert [deck.plan.talk.name for deck in build(given, ("talk",), report)] == ["talk"]
    return {one.code for one in report.everything}


@from_table
def test_what_is_wrong_in_a_file_is_found(path: str, old: str, new: str, code: str) -> None:
    sound = project(_OUTLINE)
    before = sound.read(path)
    assert old.encode() in (before or b"")
    data = before.replace(old.encode(), new.encode()) if before else new.encode()
    assert code in _codes(MemoryProject({**sound._files, path: data})) - _codes(sound)


@from_table
def test_no_text_of_20_kilobytes_takes_long(words: str) -> None:
    long = (words * 20_000)[:20_000]
    told = json.dumps(f"{long} {{herds}}")
    begun = time.process_time()
    _codes(project(talk(f"  - statement: {json.dumps(long)}\n    notes: {told}")))
    assert time.process_time() - begun < 4  # two texts, of which neither takes half a second where nothing else runs


@pytest.mark.parametrize("says", ["—", "…", "½", "😀", "“”", "88"])
def test_a_fact_that_says_no_word_is_told_or_built_but_never_raises(says: str) -> None:
    facts = str(ASSETS["assets/facts.yaml"]).replace("The bureau counted 88 herds in 2010", says, 1)
    assert says in facts
    assert not _codes(project(_OUTLINE, facts=facts)) & {"E001", "R004"}
