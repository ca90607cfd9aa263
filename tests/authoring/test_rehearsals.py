"""Rehearsals beside a talk: written, read, and what several of them tell."""

from collections.abc import Mapping

import pytest

from talkbuilder.authoring.rehearsals import HEAD, EditionKey, Habits, habits, names, read_rehearsals, written
from talkbuilder.diagnostics import Report
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.talk.plan import Plan
from tests.memory import MemoryProject
from tests.sample import built, slide, talk, words

TALK = talk(slide("bullets", "Long", words(120)) + "\n" + slide("statement", "Short", words(60)) + "\n    id: short")


def planned(occasion: Occasion = EVERYDAY) -> Plan:
    return built(TALK, occasion)[0].plan


def told(text: str) -> tuple[Habits | None, Report]:
    """What the rehearsals of a file tell of the talk."""
    report = Report()
    rehearsals = read_rehearsals(MemoryProject({"talks/talk.rehearsals.yaml": text}), "talk", report)
    return habits(planned(), rehearsals), report


def rehearsed(*rehearsals: Mapping[str, float], edition: EditionKey = EditionKey()) -> Habits | None:  # noqa: B008
    text = HEAD + "".join(written("2026-11-25", edition, one) for one in rehearsals)
    found, report = told(text)
    assert report.diagnostics == ()
    return found


def test_what_is_written_is_read_back() -> None:
    edition = EditionKey(20, "youth", "evening")
    seconds = {"short": 61.0, "A title, with: all [of] it": 9.0, "“Quoted”": 3.0, "#1": 2.0}
    project = MemoryProject({"talks/talk.rehearsals.yaml": HEAD + written("2026-11-25", edition, seconds)})
    (found,) = read_rehearsals(project, "talk", Report())
    assert (found.on.value, found.edition, found.seconds) == ("2026-11-25", edition, seconds)


def test_a_slide_is_called_by_its_id_else_by_its_title_and_no_two_alike() -> None:
    outline = built(
        talk("\n".join((slide("bullets", "Twice"), slide("quote", "Twice"), slide("statement", "") + "\n    id: mine")))
    )[0].plan
    named = names(outline.talk.outline, ((one.slide.span.start, one.slide.title.text) for one in outline.timings))
    assert named[2:5] == ("Twice", "Twice (2)", "mine")


def test_two_rehearsals_tell_nothing() -> None:
    assert rehearsed({"Long": 60.0}, {"Long": 60.0}) is None


def test_from_three_on_they_tell_the_pace_of_the_speaker() -> None:
    # 120 words in 48 s and 60 in 24 s, beside the 4 s of the change.
    found = rehearsed(*[{"Long": 52.0, "short": 28.0}] * 3)
    assert found == Habits(3, 150)


def test_a_slip_in_one_of_them_does_not_matter() -> None:
    found = rehearsed({"Long": 52.0}, {"Long": 400.0}, {"Long": 52.0})
    assert found is not None
    assert found.pace == 150


def test_a_rehearsal_of_an_edition_counts_for_that_edition() -> None:
    assert rehearsed(*[{"Long": 52.0}] * 3, edition=EditionKey(20)) is None
    project = MemoryProject({"talks/talk.rehearsals.yaml": written("2026-11-25", EditionKey(20), {"Long": 52.0}) * 3})
    rehearsals = read_rehearsals(project, "talk", Report())
    found = habits(planned(Occasion(minutes=20)), rehearsals)
    assert found is not None
    assert found.rehearsals == 3


@pytest.mark.parametrize(
    ("text", "code"), [("slides: []\n", "E004"), ("- on: yesterday\n  slides: []\n", "E013"), ("- on: [\n", "R004")]
)
def test_what_cannot_be_read_is_told(text: str, code: str) -> None:
    found, report = told(text)
    assert found is None
    assert code in [one.code for one in report.diagnostics]
