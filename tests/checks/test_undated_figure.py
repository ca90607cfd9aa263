"""C108: a figure that is more than two years old at the event is told with its year."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, apart_from_proof, diagnostics, talk

FACTS = """
hour: {says: An hour has 60 minutes, show: 60 minutes, source: example-person, kind: secondary, post: example-post,
  exact: an hour has 60 minutes}
wells: {says: The village has five wells, show: five wells, value: 5, unit: UNIT, measure: wells in the village,
  as_of: AS_OF, source: example-person, kind: secondary, post: example-post, exact: has five wells}
"""
SAID = "- title: An hour is short\n  number: hour\n  notes: NOTES\n"


def faults(
    slides: str = SAID,
    notes: str = "It takes that to see all {wells}.",
    as_of: str = "2012",
    unit: str = "wells",
    sources: str = "",
) -> list[Diagnostic]:
    """What is reported of an evening on May 14, 2027."""
    facts = FACTS.replace("AS_OF", as_of).replace("UNIT", unit)
    outline = slides if slides.startswith("talk:") else talk(slides.replace("NOTES", f"'{notes}'"))
    files = {TALK: outline, "assets/facts.yaml": facts, EVENTS: "evening: {talk: talk, date: 2027-05-14}\n"}
    files |= {"assets/sources.yaml": sources} if sources else {}
    return [
        one for one in apart_from_proof(diagnostics(files)) if one.code not in ("C002", "C007", "C321", "C020", "C021")
    ]


@pytest.mark.parametrize(
    ("as_of", "codes"),
    [
        ("2025-05-13", ["C108"]),
        ("2025-05-14", []),  # two years to the day
        ("2025-04", ["C108"]),
        ("2025-05", []),
        ("2024", ["C108"]),
        ("2025", []),
        ("2027", []),
        ("2028", []),
    ],
)
def test_a_figure_of_two_years_is_not_too_old(as_of: str, codes: list[str]) -> None:
    assert [one.code for one in faults(as_of=as_of)] == codes


def test_it_is_told_at_the_title() -> None:
    (fault,) = faults()
    assert fault.message == "'wells' is a figure of 2012, which is not said"
    assert fault.place == (TALK, 8, 12)
    assert fault.is_error


@pytest.mark.parametrize(
    ("notes", "count"),
    [
        ("In 2012 it had {wells}.", 0),
        ("In twenty twelve it had {wells}.", 0),
        ("In Twenty  Twelve it had {wells}.", 0),
        ("In 2013 it had {wells}.", 1),
        ("It had {wells}.", 1),
        ("It had five wells.", 0),  # nobody knows that it is that figure
    ],
)
def test_the_year_is_said_in_figures_or_in_words(notes: str, count: int) -> None:
    assert len(faults(notes=notes)) == count


def test_the_year_may_stand_on_the_slide_for_what_is_said() -> None:
    assert faults(SAID.replace("An hour is short", "It was so in 2012")) == []


@pytest.mark.parametrize(
    "slide", ["number: wells", "bullets:\n  - They have {wells}", "ask: example-action\n  cite: [wells]"]
)
def test_the_line_of_sources_tells_the_year_of_what_a_slide_shows(slide: str) -> None:
    assert faults(f"- title: A slide\n  {slide}\n  notes: N.\n") == []


@pytest.mark.parametrize(
    "notes", ["It cost $12012 to see all {wells}.", "22012 people saw all {wells}.", "All {wells}."]
)
def test_another_figure_and_the_date_of_a_post_are_not_the_year(notes: str) -> None:
    # The line of sources names the post of `hour`, which is of 2012 as the figure is; nobody says so of the wells.
    dated = "example-post: {title: The title of your post, date: 2012-04}\n" if notes.startswith("All") else ""
    assert [one.code for one in faults(notes=notes, sources=dated)] == ["C108"]


HEAD = "talk: A talk TITLE\nspeaker: I\nnotes: NOTES\nsections:\n- section: Part\n  notes: So.\n  slides:\n"
TALK_WITH = f"{HEAD}  - {{title: One thing, ask: example-action, notes: N.}}\nsources: {{title: S, notes: N.}}\n"


def test_what_stands_on_a_cover_tells_its_year_itself() -> None:
    def cover(title: str, notes: str) -> list[Diagnostic]:
        return faults(TALK_WITH.replace("TITLE", title).replace("NOTES", notes))

    (fault,) = cover("of {wells}", "It was in 2012.")
    assert (fault.message, fault.place) == ("'wells' is a figure of 2012, which is not on the slide", (TALK, 1, 7))
    assert cover("of {wells} in 2012", "Hello.") == []
    assert [one.message for one in cover("", "'It has {wells}.'")] == ["'wells' is a figure of 2012, which is not said"]
    assert cover("", "'In 2012 it had {wells}.'") == []


@pytest.mark.parametrize("unit", ["years", "months", "weeks", "days", "hours", "minutes"])
def test_how_long_something_took_does_not_grow_old(unit: str) -> None:
    assert faults(unit=unit) == []


def test_what_is_no_figure_does_not_grow_old() -> None:
    assert faults(notes="It has {hour}.") == []


def test_without_an_event_no_figure_is_old() -> None:
    files = {
        TALK: talk(SAID.replace("NOTES", "'It has {wells}.'")),
        "assets/facts.yaml": FACTS.replace("AS_OF", "1950"),
    }
    assert apart_from_proof(diagnostics(files)) == ()
