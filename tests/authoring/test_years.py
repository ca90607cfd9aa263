"""Years that old figures on slides lack: put in where no other word is needed, and nowhere else."""

import pytest

from talkbuilder.authoring.mending import mend
from talkbuilder.diagnostics import Report
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library

_REST = "measure: cases, source: p, kind: primary, post: q, exact: it was so}"
FACTS = f"""\
cases-2010: {{says: In 2010 they counted 49 cases, value: 49, as_of: 2010, {_REST}
written-of: {{says: They counted 49 cases, value: 49, as_of: 2010, {_REST}
new-cases: {{says: In 2025 they counted 88 cases, value: 88, as_of: 2025, {_REST}
stay: {{says: It took 3 years in 2010, value: 3, unit: years, as_of: 2010, {_REST}
told: {{says: It was so in 2010, show: so, source: p, kind: opinion, post: q, exact: it was so}}
"""
READ = read_library(MemoryProject({"assets/facts.yaml": FACTS}), Report(), ("facts",)).facts
HEAD = "talk: One\ndate: 2026-11\nsections:\n- section: A\n  slides:\n"


def mended(slide: str, head: str = HEAD) -> str:
    written = f"{head}  - {slide}\n"
    found = mend("talks/talk.yaml", written.encode(), READ)
    return (found.after.decode() if found else written).removeprefix(head).removeprefix("  - ").removesuffix("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{title: T, number: cases-2010, caption: cases in all}",
            "{title: T, number: cases-2010, caption: cases in all (2010)}",
        ),
        (
            "{title: T, number: cases-2010, caption: 'in all.'}",
            "{title: T, number: cases-2010, caption: 'in all (2010).'}",
        ),
        (
            "{title: T, bullets: ['Counted: {cases-2010}', more]}",
            "{title: T, bullets: ['Counted: {cases-2010} (2010)', more]}",
        ),
        (
            '{title: T, statement: "It was {cases-2010}, then."}',
            '{title: T, statement: "It was {cases-2010} (2010), then."}',
        ),
        (
            "{title: 'All: {cases-2010}', lead: 'So: {cases-2010}'}",
            "{title: 'All: {cases-2010} (2010)', lead: 'So: {cases-2010}'}",
        ),
        (
            "{title: T, compare: [{head: H, text: '{cases-2010}'}]}",
            "{title: T, compare: [{head: H, text: '{cases-2010} (2010)'}]}",
        ),
    ],
)
def test_a_year_is_put_behind_an_old_figure(before: str, after: str) -> None:
    assert mended(before) == after
    assert mended(after) == after


@pytest.mark.parametrize(
    "slide",
    [
        "{title: In 2010, number: cases-2010, caption: cases in all}",
        "{title: T, bullets: ['{cases-2010} cases were counted']}",  # the year would stand between figure and noun
        "{title: T, number: new-cases, caption: cases in all}",
        "{title: T, number: stay, caption: of waiting}",  # how long something took stays true
        "{title: T, bullets: ['Or {told}']}",
        "{title: T, bullets: [one], notes: 'There were {cases-2010}.'}",
        "{title: T, number: written-of, caption: cases in all}",
        "{title: T, number: unknown, caption: of it}",
        "{title: T, number: [cases-2010], caption: of it}",
    ],
)
def test_else_nothing_is_put_in(slide: str) -> None:
    assert mended(slide) == slide


@pytest.mark.parametrize("date", ["", "date: soon\n", "date: 2011-01\n"])
def test_without_a_date_or_before_a_figure_is_old_nothing_is_put_in(date: str) -> None:
    slide = "{title: T, number: cases-2010, caption: cases in all}"
    assert mended(slide, HEAD.replace("date: 2026-11\n", date)) == slide
