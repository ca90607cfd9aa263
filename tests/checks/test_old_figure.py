"""C321, C108: an old figure is told with its year."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, apart_from_proof, diagnostics, talk
from tests.corpora.tables import from_table

FACTS = """
wells: {says: The village has five wells, show: five wells, value: 5, unit: UNIT, measure: wells, as_of: AS_OF,
  source: example-person, kind: secondary, post: example-post, exact: has five wells}
"""
HEAD = "talk: A talk\nspeaker: I\nDATEnotes: Hello.\nsources: {title: S, notes: N.}\nsections:\n"
DATE = "date: 2026-11\n"
PART = "- section: PART\n  notes: So.\n  slides:\n  - {title: It counts PART, number: wells, notes: 'NOTES'}\n"


def faults(
    *notes: str, as_of: str = "2012", unit: str = "wells", date: str = "date: 2026-11\n", event: str = ""
) -> list[Diagnostic]:
    parts = (PART.replace("PART", str(at)).replace("NOTES", one) for at, one in enumerate(notes))
    facts = FACTS.replace("AS_OF", as_of).replace("UNIT", unit)
    files = {TALK: HEAD.replace("DATE", date) + "".join(parts), "assets/facts.yaml": facts}
    files |= {EVENTS: event} if event else {}
    return [one for one in apart_from_proof(diagnostics(files)) if one.code == "C321"]


@from_table
def test_the_year_is_said_in_digits_or_in_words(said: str, count: int) -> None:
    assert len(faults(said)) == count


def test_once_is_enough_in_a_part_and_each_part_has_its_own() -> None:
    assert [one.place[1] for one in faults("In 2012.", "Again.", "In 2012.")] == [14]


@pytest.mark.parametrize(("as_of", "count"), [("2024-10", 1), ("2024-11", 0), ("2024", 0), ("2023", 1), ("2026", 0)])
def test_two_years_are_not_old(as_of: str, count: int) -> None:
    assert len(faults("N.", as_of=as_of)) == count


@pytest.mark.parametrize("unit", ["years", "year", "months", "minutes"])
def test_how_long_something_took_does_not_grow_old(unit: str) -> None:
    assert faults("N.", unit=unit) == []


def test_without_a_date_nobody_knows_and_a_booking_has_one() -> None:
    assert faults("N.", date="") == []
    assert len(faults("N.", date="", event="evening: {talk: talk, date: 2027-05-14}\n")) == 1


def test_it_is_a_warning_at_the_first_slide_that_has_the_figure() -> None:
    (fault,) = faults("N.")
    assert fault.message == "'wells' is a figure of 2012, which neither its slide nor the notes of this part say"
    assert fault.place == (TALK, 10, 13)
    assert not fault.is_error


def test_a_year_in_the_line_of_sources_is_not_said() -> None:
    slide = "- section: S\n  notes: So.\n  slides:\n  - {title: It is so, ask: example-action, notes: 'Now {wells}.'}\n"
    facts = FACTS.replace("AS_OF", "2012").replace("UNIT", "wells")
    files = {TALK: HEAD.replace("DATE", "date: 2026-11\n") + slide, "assets/facts.yaml": facts}
    booked = diagnostics(files | {EVENTS: "evening: {talk: talk, date: 2027-05-14}\n"})
    for found in (diagnostics(files), booked):
        assert [one.code for one in found if one.code in ("C108", "C321")] == ["C321"]


def test_cover_and_closing_are_no_parts() -> None:
    facts = FACTS.replace("AS_OF", "2012").replace("UNIT", "wells")
    slide = "- section: S\n  notes: So.\n  slides:\n  - {title: It is so, ask: example-action, notes: N.}\n"
    outline = HEAD.replace("A talk", "'Of {wells}'").replace("DATE", "date: 2026-11\n") + slide
    found = diagnostics({TALK: outline, "assets/facts.yaml": facts})
    assert [one.code for one in found if one.code == "C321"] == []


@from_table
def test_a_year_that_stands_on_its_slide_need_not_be_said(keys: str, count: int) -> None:
    facts = FACTS.replace("AS_OF", "2012").replace("UNIT", "wells")
    later = facts.replace("wells:", "later:", 1).replace("2012", "2026")
    files: dict[str, str | bytes] = {
        TALK: f"{HEAD.replace('DATE', DATE)}- section: S\n  notes: So.\n  slides:\n  - {keys}\n    notes: N.\n",
        "assets/facts.yaml": facts + later,
        "assets/media.yaml": "gate: {file: gate.png, alt: A gate in the year 2012, credit: Me, people: []}\n",
    }
    assert len([one for one in apart_from_proof(diagnostics(files)) if one.code == "C321"]) == count


def test_on_another_slide_the_year_tells_nothing_of_this_one() -> None:
    slides = "  - {statement: 'In 2012 it had {wells}', notes: N.}\n  - {statement: 'So {wells} it is', notes: N.}\n"
    facts = FACTS.replace("AS_OF", "2012").replace("UNIT", "wells")
    outline = f"{HEAD.replace('DATE', DATE)}- section: S\n  notes: So.\n  slides:\n{slides}"
    found = [one for one in diagnostics({TALK: outline, "assets/facts.yaml": facts}) if one.code == "C321"]
    assert [one.place[1] for one in found if one.place] == [11]


UNDATED_FACTS = """
hour: {says: An hour has 60 minutes, show: 60 minutes, source: example-person, kind: secondary, post: example-post,
  exact: an hour has 60 minutes}
wells: {says: The village has five wells, show: five wells, value: 5, unit: wells, measure: wells in the village,
  as_of: AS_OF, source: example-person, kind: secondary, post: example-post, exact: has five wells}
"""
SAID = "- title: An hour is short\n  number: hour\n  notes: NOTES\n"


def faults_of_undated_figure(
    slides: str = SAID,
    notes: str = "It takes that to see all {wells}.",
    sources: str = "",
) -> list[Diagnostic]:
    """What is reported of an evening on May 14, 2027."""
    facts = UNDATED_FACTS.replace("AS_OF", "2012")
    outline = slides if slides.startswith("talk:") else talk(slides.replace("NOTES", f"'{notes}'"))
    files = {TALK: outline, "assets/facts.yaml": facts, EVENTS: "evening: {talk: talk, date: 2027-05-14}\n"}
    files |= {"assets/sources.yaml": sources} if sources else {}
    return [
        one for one in apart_from_proof(diagnostics(files)) if one.code not in ("C002", "C007", "C321", "C020", "C021")
    ]


def test_it_is_told_at_the_title() -> None:
    (fault,) = faults_of_undated_figure()
    assert fault.message == "'wells' is a figure of 2012, which is not said"
    assert fault.place == (TALK, 8, 12)
    assert fault.is_error


def test_the_year_may_stand_on_the_slide_for_what_is_said() -> None:
    assert faults_of_undated_figure(SAID.replace("An hour is short", "It was so in 2012")) == []


@pytest.mark.parametrize(
    "slide", ["number: wells", "bullets:\n  - They have {wells}", "ask: example-action\n  cite: [wells]"]
)
def test_the_line_of_sources_tells_the_year_of_what_a_slide_shows(slide: str) -> None:
    assert faults_of_undated_figure(f"- title: A slide\n  {slide}\n  notes: N.\n") == []


@pytest.mark.parametrize(
    "notes", ["It cost $12012 to see all {wells}.", "22012 people saw all {wells}.", "All {wells}."]
)
def test_another_figure_and_the_date_of_a_post_are_not_the_year(notes: str) -> None:
    # The line of sources names the post of `hour`, which is of 2012 as the figure is; nobody says so of the wells.
    dated = "example-post: {title: The title of your post, date: 2012-04}\n" if notes.startswith("All") else ""
    assert [one.code for one in faults_of_undated_figure(notes=notes, sources=dated)] == ["C108"]


@pytest.mark.parametrize("language", ["en", "de", "ru", "kk"])
def test_the_line_of_sources_tells_the_year_in_every_language(language: str) -> None:
    outline = talk(SAID.replace("number: hour", "number: wells").replace("NOTES", "So.")) + f"language: {language}\n"
    assert "C108" not in [one.code for one in faults_of_undated_figure(outline)]


UNDATED_HEAD = "talk: A talk TITLE\nspeaker: I\nnotes: NOTES\nsections:\n- section: Part\n  notes: So.\n  slides:\n"
TALK_WITH = (
    f"{UNDATED_HEAD}  - {{title: One thing, ask: example-action, notes: N.}}\nsources: {{title: S, notes: N.}}\n"
)


def test_what_stands_on_a_cover_tells_its_year_itself() -> None:
    def cover(title: str, notes: str) -> list[Diagnostic]:
        return faults_of_undated_figure(TALK_WITH.replace("TITLE", title).replace("NOTES", notes))

    (fault,) = cover("of {wells}", "It was in 2012.")
    assert (fault.message, fault.place) == ("'wells' is a figure of 2012, which is not on the slide", (TALK, 1, 7))
    assert cover("of {wells} in 2012", "Hello.") == []
    assert [one.message for one in cover("", "'It has {wells}.'")] == ["'wells' is a figure of 2012, which is not said"]
    assert cover("", "'In 2012 it had {wells}.'") == []


def test_what_is_no_figure_does_not_grow_old() -> None:
    assert faults_of_undated_figure(notes="It has {hour}.") == []


def test_without_an_event_no_figure_is_old() -> None:
    files = {
        TALK: talk(SAID.replace("NOTES", "'It has {wells}.'")),
        "assets/facts.yaml": UNDATED_FACTS.replace("AS_OF", "1950"),
    }
    assert apart_from_proof(diagnostics(files)) == ()
