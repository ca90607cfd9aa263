"""C321: the year of an old figure is said aloud once in each part that rests on it."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, apart_from_proof, diagnostics

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


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("It has five.", 1),
        ("In 2012 it had five.", 0),
        ("In twenty twelve it had five.", 0),
        ("In Twenty-Twelve it had five.", 0),
        ("Back in two thousand and twelve.", 0),
        ("In 2013 it had four.", 1),
        ("It cost 12012.", 1),
        ("Twelve of twenty.", 1),
    ],
)
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


DUG = (
    FACTS.replace("UNIT", "wells")
    + """
dug: {says: They were dug in the fall of 2011, show: the fall of 2011, source: example-person, kind: secondary,
  post: POST, exact: in the fall of 2011}
"""
)


@pytest.mark.parametrize(
    ("said", "as_of", "post", "count"),
    [
        ("In {dug} they dug {wells}.", "2012-04", "example-post", 0),
        ("In {dug} they dug {wells}.", "2010", "example-post", 1),  # a year of its own
        ("They dug {wells}. That was in {dug}.", "2012-04", "example-post", 1),
        ("In {dug} they dug {wells}.", "2012-04", "another-post", 1),
    ],
)
def test_a_figure_dated_by_its_post_alone_is_dated_by_its_sentence(
    said: str, as_of: str, post: str, count: int
) -> None:
    files: dict[str, str | bytes] = {
        TALK: HEAD.replace("DATE", "date: 2026-11\n") + PART.replace("PART", "0").replace("NOTES", said),
        "assets/facts.yaml": DUG.replace("AS_OF", as_of).replace("POST", post),
        "assets/sources.yaml": "".join(
            f"{id}: {{title: {id}, date: 2012-04}}\n" for id in ("example-post", "another-post")
        ),
    }
    assert len([one for one in apart_from_proof(diagnostics(files)) if one.code == "C321"]) == count


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ("statement: 'In 2012 it had {wells}'", 0),
        ("title: The wells of 2012\n    number: wells", 0),
        ("title: It counts\n    number: wells\n    caption: wells in twenty twelve", 0),
        ("title: It counts\n    bullets: ['{own: 2012}: {wells}', So]", 0),
        ("title: It counts\n    table:\n      head: ['', '{own: 2012}']\n      rows: [[Wells, '{wells}']]", 0),
        (
            "title: It counts\n    compare:\n    - {head: '{own: 2012}', text: '{wells}'}\n"
            "    - {head: now, missing: true}",
            0,
        ),
        ("statement: 'In {own: 2013} it had four, and {wells} the year before'", 0),
        ("statement: 'In {own: 2011} it had four, and {wells} a year later'", 0),
        ("statement: 'In {own: 2013} it had four, and {wells} the previous year'", 0),
        ("statement: 'In {own: 2014} it had four, and {wells} the year before'", 1),
        ("statement: 'In {own: 2011} it had four, and {wells} the year before'", 1),
        ("statement: 'In {own: 2013} it had four, and {wells} a year later'", 1),
        ("statement: 'It had {wells}'", 1),
        ("statement: 'In {own: 2013} it had {wells}'", 1),
        ("title: It counts\n    number: wells", 1),
        ("title: It costs 12012\n    number: wells", 1),
        ("title: It counts\n    chart: columns\n    facts: {then: wells, now: later}", 1),
        ("title: It counts\n    photo: gate", 0),
        ("title: It counts\n    photo: gate\n    cite: [wells]", 1),
    ],
)
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
