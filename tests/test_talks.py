"""The talks and the library that we ship: no faults, and what they promise."""

import re

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library import Library
from talkbuilder.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.project import DiskProject
from talkbuilder.read import read_library, talk_names
from tests.conftest import ROOT

# Figures stand in the library; a talk may type only the names of roads, laws and emergency numbers.
_ALLOWED_FIGURES = re.compile(r"\{[^}]*\}|I-\d+|\b911\b|609\.281|\[pause \d+\]")


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(DiskProject(ROOT), Report())


@pytest.fixture(scope="module", params=["kazakhstan", "human-trafficking"])
def deck(request: pytest.FixtureRequest) -> Deck:
    report = Report()
    made = dict(build(DiskProject(ROOT), (request.param,), report))[request.param]
    assert report.diagnostics == ()
    return made


def test_both_talks_are_there() -> None:
    assert talk_names(DiskProject(ROOT)) == ("human-trafficking", "kazakhstan")


def test_a_talk_has_18_to_28_slides_all_with_notes_and_fits_its_slot(deck: Deck) -> None:
    assert 18 <= len(deck.pages) <= 28
    assert all(page.notes for page in deck.pages)
    outline = deck.plan.talk.outline
    assert outline.questions is not None
    assert deck.plan.seconds <= 60 * (outline.minutes - outline.questions)


def test_no_figure_is_typed_into_a_talk(deck: Deck) -> None:
    text = (ROOT / "talks" / f"{deck.plan.talk.name}.yaml").read_text("utf-8")
    sections = _ALLOWED_FIGURES.sub("", text[text.index("\nsections:") :])
    ids = re.sub(r"(?m)^\s+(- )?(number|cite|quote|ask|photo|id|pause):.*$", "", sections)
    assert re.findall(r".*\d.*", ids) == []


def test_the_library_is_large_enough_to_choose_from(library: Library) -> None:
    assert len(library.facts) >= 150
    assert len(library.quotes) >= 70
    assert len(library.posts) == 6
    assert not any(entry for entry in library.people.values() if not hasattr(entry, "credit"))


def test_a_library_without_faults_holds_no_survivor_whom_a_slide_could_name(library: Library) -> None:
    for person in library.people.values():
        assert not (getattr(person, "role", "") in ("survivor", "minor") and getattr(person, "may_be_named", False))


def test_both_talks_rest_on_enough_facts_and_voices() -> None:
    decks = dict(build(DiskProject(ROOT), ("kazakhstan", "human-trafficking"), Report()))
    cited = {(one.kind, one.id) for deck in decks.values() for page in deck.pages for one in page.evidence}
    assert sum(kind == "fact" for kind, _ in cited) >= 40
    assert sum(kind == "quote" for kind, _ in cited) >= 15
