"""Whether one fact counts some of what another one counts."""

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.evidence.library.amounts import is_part, strangers
from talkbuilder.evidence.library.facts import Fact, Pointer
from talkbuilder.source.fields import Id, Text, When

SPAN = Span(Source("facts.yaml", "-"), 0, 1)


def fact(id: str, measure: str, value: float, says: str = "So many were there", year: str = "2010") -> Fact:
    one = Id("one", SPAN)
    return Fact(
        span=SPAN,
        id=id,
        says=Text(says, SPAN),
        source=one,
        kind="primary",
        post=one,
        exact=Pointer("so many", SPAN),
        value=value,
        unit=Text("people", SPAN),
        measure=Text(measure, SPAN),
        as_of=When(year, SPAN),
    )


COUNTED = fact("counted", "northern guests counted by the inn", 30)


@pytest.mark.parametrize(
    ("measure", "says", "wanted"),
    [
        ("late guests counted by the inn", "", True),
        ("northern guests counted by the inn who came late", "", True),
        ("guests who came late", "", False),  # of whom nobody says that the inn counted them
        ("northern guests fed by the inn", "", False),
        ("boats on the lake", "", False),
        ("northern guests counted by the inn", "", False),  # the same measure is no part of itself
        ("those who came late", "Of the 30 guests five came late", True),
        ("those who came late", "Of the 31 guests five came late", False),
    ],
)
def test_a_part_is_one_whose_words_say_so(measure: str, says: str, wanted: bool) -> None:
    assert is_part(fact("late", measure, 5, says or "Five came late"), COUNTED) is wanted


def test_another_year_has_other_parts() -> None:
    assert not is_part(fact("late", "late guests counted by the inn", 5, year="2011"), COUNTED)


def test_what_an_author_declares_holds() -> None:
    late = structs.replace(fact("late", "those who came late", 5), part_of=Id("counted", SPAN))
    assert is_part(late, COUNTED)


def test_what_is_no_part_is_told_with_what_to_show_instead() -> None:
    late, boats = fact("late", "late guests counted by the inn", 5), fact("boats", "boats on the lake", 5)
    (told,) = strangers([(late, SPAN), (boats, SPAN), (None, SPAN)], COUNTED, "`columns`")
    assert (told.code, told.message) == ("E033", "nothing says that 'boats' is some of 'counted'")
    assert told.hint == "if the post says so, write 'part_of: counted' at 'boats'; else show them as `columns`"
