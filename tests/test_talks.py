"""The talks and the library that we ship: no faults, and what they promise."""

import os
import re
import unicodedata
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.quotes import Quote
from talkbuilder.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.project import DiskProject
from talkbuilder.read import read_library, talk_names
from tests.conftest import ROOT

_ARCHIVE = Path(os.environ.get("TALKBUILDER_POSTS", ROOT.parent / "shared" / "posts" / "april-2012.txt"))
# Figures stand in the library; a talk may type only the names of roads, laws and emergency numbers.
_ALLOWED_FIGURES = re.compile(r"\{[^}]*\}|I-\d+|\b911\b|609\.281")


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
    ids = re.sub(r"(?m)^\s+(- )?(number|cite|quote|ask|photo|id):.*$", "", sections)
    assert re.findall(r".*\d.*", ids) == []


def test_the_library_is_large_enough_to_choose_from(library: Library) -> None:
    assert len(library.facts) >= 60
    assert len(library.quotes) >= 25
    assert len(library.posts) == 6
    assert not any(entry for entry in library.people.values() if not hasattr(entry, "credit"))


def test_a_library_without_faults_holds_no_survivor_whom_a_slide_could_name(library: Library) -> None:
    for person in library.people.values():
        assert not (getattr(person, "role", "") in ("survivor", "minor") and getattr(person, "may_be_named", False))


@pytest.fixture(scope="module")
def posts() -> str:
    if not _ARCHIVE.is_file():
        pytest.skip("the posts are not here; they stay on the speaker's machine")
    return squeezed(_ARCHIVE.read_text("utf-8"))


def squeezed(text: str) -> str:
    """A text with one form for blanks, quote marks and dashes."""
    text = unicodedata.normalize("NFC", text).replace("…", "...").replace("½", "1/2")
    for form, plain in (("“”", '"'), ("‘’`", "'"), ("–—", "-")):
        text = re.sub(f"[{form}]", plain, text)
    return " ".join(text.split())


def test_every_quotation_stands_in_the_posts(library: Library, posts: str) -> None:
    for quote in library.quotes.values():
        assert isinstance(quote, Quote)
        at = 0
        for piece in re.split(r"\[…\]|\[[^\]]*\]", quote.text.value):
            words = squeezed(piece)
            at = posts.find(words, at)
            assert at >= 0, f"{quote.id}: {words}"


def test_every_facts_exact_words_stand_in_the_posts(library: Library, posts: str) -> None:
    for fact in library.facts.values():
        assert isinstance(fact, Fact)
        assert squeezed(fact.exact.value) in posts, fact.id
