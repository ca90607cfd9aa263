"""What is wrong in any file of a folder is found by a build of its talk."""

import json
import time

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build
from talkbuilder.source.project import MemoryProject, Project
from tests.sample import ASSETS, SLIDES, project, slide, talk

_OUTLINE = talk("\n".join(slide(kind, f"A headline of {kind}") for kind in SLIDES))


def _codes(given: Project) -> set[str]:
    report = Report()
    assert [deck.plan.talk.name for deck in build(given, ("talk",), report)] == ["talk"]
    return {one.code for one in report.everything}


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("talks/talk.yaml", "Some words.", "She said that 77 came.", "C021"),
        ("assets/facts.yaml", "counted 88 herds in 2010,", "counted 89 herds in 2010,", "E108"),
        ("assets/quotes.yaml", "*higher*", "*lower*", "E140"),
        ("assets/posts/first.txt", "88 herds", "98 herds", "E101"),
        ("assets/people.yaml", "bureau:", "office:", "E001"),
        ("assets/evidence.lock", "", "no lock", "E163"),
        ("assets/posts/index.json", "", '{"posts": {"first": {"sha256": "00"}}}', "E161"),
    ],
)
def test_what_is_wrong_in_a_file_is_found(path: str, old: str, new: str, code: str) -> None:
    sound = project(_OUTLINE)
    before = sound.read(path)
    assert old.encode() in (before or b"")
    data = before.replace(old.encode(), new.encode()) if before else new.encode()
    assert code in _codes(MemoryProject({**sound._files, path: data})) - _codes(sound)


@pytest.mark.parametrize(
    "words",
    [
        "and of the two ",
        "20 percent ",
        "12,",
        "In 2011 there were 212 wells, and of the two ",
        "I ",
        "$5 ",
        "( ",
        "“a b c” ",
    ],
)
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
