"""The numbers of slides that `used` and `sources` tell are those that the deck prints."""

from collections.abc import Mapping
from pathlib import Path

from talkbuilder.authoring.evidence_list import claims_of
from talkbuilder.authoring.reviewing import numbers_of
from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library, read_source
from talkbuilder.stages.uses import uses
from tests.conftest import ROOT
from tests.sample import project
from tests.shipped import each_talk, shipped

TALK = Path(__file__).with_name("numbers.yaml").read_text("utf-8")
Found = Mapping[str, int]  # a slide's title and its number


def deck_of(files: Project) -> Deck:
    (deck,) = build(files, ("talk",), Report())
    return deck


def used_in(files: Project, name: str) -> Found:
    report = Report()
    library, source = read_library(files, report), read_source(files, name, report)
    assert source
    numbers = numbers_of(files, library, name)
    return {use.title: use.slide for use in uses(name, source, library, numbers=numbers)}


def claimed_in(files: Project, deck: Deck) -> Found:
    return {one.title: one.number for one in claims_of(deck.plan.edition.talk, read_library(files, Report()))}


def test_spare_slides_and_those_for_some_and_parts_of_nothing_else_are_not_counted() -> None:
    files = project(TALK)
    deck = deck_of(files)
    pages = [page.title for page in deck.pages]
    assert pages == ["A talk", "What is left of it", "E", "F", "H", "The last", "J", "Goodbye", "Sources"]
    numbers = {title: number for number, title in enumerate(pages, start=1)}
    used, claimed = used_in(files, "talk"), claimed_in(files, deck)
    assert used == {title: numbers.get(title, 0) for title in used}
    assert claimed == {title: numbers.get(title, 0) for title in claimed}
    left_out = {"Only spare slides", "A", "B", "C", "D", "G", "I"}
    assert {title for title, number in used.items() if not number} == left_out
    assert {title for title, number in claimed.items() if not number} == left_out
    assert {*used} == {*claimed} == {*pages, *left_out} - {"The last"}


@each_talk
def test_the_numbers_of_our_talks_are_those_of_their_decks(name: str) -> None:
    files, (deck, _) = Project(ROOT), shipped(name)
    pages = [page.title for page in deck.pages]
    claimed, used = claimed_in(files, deck), used_in(files, name)
    # What is said over another slide, and has the number of that.
    unseen = {timing.slide.title.text for timing in deck.plan.timings if timing.slide.is_unseen}
    assert all(claimed.get(title, 1) for title in unseen)
    claimed = {title: number for title, number in claimed.items() if title not in unseen}
    assert {title: pages.index(title) + 1 if title in pages else 0 for title in claimed} == claimed
    as_written = {title for title in used if "{" not in title and title not in unseen}
    assert {title: pages.index(title) + 1 if title in pages else 0 for title in as_written} == {
        title: used[title] for title in as_written
    }
    assert 0 in claimed.values()
    assert 0 in used.values()
    assert len(claimed) > 20
    assert len(as_written) > 20
