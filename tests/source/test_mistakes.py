"""Mistakes that people make who never saw YAML: each is told on its line, with a hint that helps."""

import re
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.pipeline import build
from tests.cases import LIBRARY, TALK
from tests.memory import MemoryProject

HEAD = "talk: A talk\nspeaker: Me\nsections:\n- section: One\n  notes: So it begins.\n  slides:\n"
_CASE = re.compile(
    r"^## (?P<what>.+)\n\n``` (?P<file>\S+)\n(?P<text>.*?)\n?```\n\n(?P<code>\w+), line (?P<line>\d+): (?P<hint>.+)$",
    re.MULTILINE | re.DOTALL,
)
MISTAKES = [
    one.groupdict()
    for part in re.split(r"\n(?=## )", Path(__file__).with_name("mistakes.md").read_text("utf-8"))
    for one in [_CASE.match(part.rstrip("\n"))]
    if one
]


def told(mistake: dict[str, str]) -> tuple[Diagnostic, ...]:
    text = f"{mistake['text']}\n" if mistake["text"] else ""
    if mistake["file"] == "slide":
        files = {TALK: HEAD + text}
    else:
        files = {TALK: f"{HEAD}  - {{title: T, ask: example-action}}\n", mistake["file"]: text}
    report = Report()
    tuple(build(MemoryProject({**LIBRARY, **files}), ("talk",), report))
    return report.diagnostics


@pytest.mark.parametrize("mistake", MISTAKES, ids=[one["what"] for one in MISTAKES])
def test_a_mistake_is_told_on_its_line_with_what_to_do(mistake: dict[str, str]) -> None:
    faults = told(mistake)
    found = [(one.code, str(one.place[1]), one.hint) for one in faults]
    wanted = mistake["code"], mistake["line"]
    assert any(wanted == one[:2] and mistake["hint"] in one[2] for one in found), found
    said = " ".join(f"{one.message} {one.hint}" for one in faults)
    assert not re.search(r"did not find|\btoken|\bscalar|\bmapping|found character|\bwhile |Traceback|\bNone\b", said)
