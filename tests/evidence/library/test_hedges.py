"""Hedges: what a fact needs around it, whether a text has it, and how it reads where it is put."""

import pytest

from talkbuilder.diagnostics import Source, Span
from talkbuilder.evidence.library.facts import Fact, FactKind, Pointer
from talkbuilder.evidence.library.hedges import (
    Hedge,
    hedge_of,
    is_uncertain,
    lacking,
    makes_uncertain,
    told,
    without_hedge,
)
from talkbuilder.source.fields import Id, Text
from tests.corpora.tables import from_table

SPAN = Span(Source("facts.yaml", "-"), 0, 1)
HEARSAY, VIEW = Hedge("supposedly"), Hedge("in one opinion")
LIMIT, DOUBT = Hedge("as far as is known"), Hedge("perhaps")


def fact(says: str, kind: FactKind = "primary") -> Fact:
    one, words = Id("one", SPAN), Text(says, SPAN)
    return Fact(span=SPAN, id="one", says=words, source=one, kind=kind, post=one, exact=Pointer(says, SPAN))


@pytest.mark.parametrize(
    ("kind", "says", "wanted"),
    [
        ("hearsay", "The mill was moved by night", HEARSAY),
        ("hearsay", "Apparently the mill was moved", Hedge("apparently")),
        ("secondary", "Supposedly the mill was moved", HEARSAY),
        ("opinion", "The dam is ugly", VIEW),
        ("opinion", "Perhaps it was the dam", Hedge("perhaps")),
        ("opinion", "They may have come from the hills", Hedge("possibly")),
        ("observation", "As far as he knew there were sheep", LIMIT),
        ("primary", "There are possibly 12 wolves", Hedge("possibly")),
        ("primary", "It is likely that the lake dries up", Hedge("probably")),
        ("primary", "The lake may have been drained", Hedge("possibly")),
        ("primary", "I think that the lake dried up", VIEW),
    ],
)
def test_a_fact_needs_the_hedge_of_its_kind_and_words(kind: FactKind, says: str, wanted: Hedge) -> None:
    assert hedge_of(fact(says, kind)) == wanted


@from_table
def test_a_certain_fact_needs_none(says: str) -> None:
    assert hedge_of(fact(says)) is None


@from_table
def test_a_text_says_in_many_ways_that_it_is_uncertain(text: str) -> None:
    assert is_uncertain(text)


@from_table
def test_a_text_of_another_meaning_is_not_uncertain(text: str) -> None:
    assert not is_uncertain(text)


@pytest.mark.parametrize(
    ("shown", "hedge", "before", "behind", "wanted"),
    [
        ("fifth", HEARSAY, "It is ", ".", "supposedly fifth"),
        ("ninth", HEARSAY, "The ", " largest", "supposedly ninth"),
        ("40", HEARSAY, "", " came", "Supposedly 40"),
        ("40", HEARSAY, "It is so. ", " came", "Supposedly 40"),
        ("moved by night", HEARSAY, "", "", "supposedly moved by night"),
        ("to leave", HEARSAY, "He had ", ".", "to leave (supposedly)"),
        ("eighth", HEARSAY, "An ", " part", "eighth (supposedly)"),
        ("tenth", Hedge("apparently"), "a ", " part", "tenth (apparently)"),
        ("tenth", Hedge("apparently"), "an ", " part", "apparently tenth"),
        ("an ugly thing", VIEW, "It is ", ".", "an ugly thing (an opinion)"),
        ("an ugly thing", VIEW, "The dam (", ") stands", "an ugly thing, in one opinion"),
        ("27", VIEW, "A ", "-year-old", "in one opinion 27"),
        ("sheep", LIMIT, "There are ", ", and", "sheep (as far as is known)"),
        ("broke", DOUBT, "The dam ", "", "perhaps broke"),
    ],
)
def test_a_hedge_stands_where_it_reads_well(shown: str, hedge: Hedge, before: str, behind: str, wanted: str) -> None:
    assert told(shown, hedge, before, behind) == wanted


def test_what_says_itself_that_it_is_uncertain_lacks_nothing() -> None:
    believed = fact("Probably it was sold", "opinion")
    assert lacking(believed, "probably sold") is None
    assert lacking(believed, "sold") == Hedge("probably")


@pytest.mark.parametrize("text", ["40", "Supposedly 40", "40 (an opinion)", "40 (as far as is known)", "perhaps 40"])
def test_a_text_is_found_again_under_its_hedge(text: str) -> None:
    assert without_hedge(text) == "40"


def _reaches(text: str) -> bool:
    return makes_uncertain(text, text.index("{"), text.index("}") + 1)


@from_table
def test_a_doubt_reaches_over_its_own_clause(text: str) -> None:
    assert _reaches(text)


@from_table
def test_a_doubt_of_something_else_does_not(text: str) -> None:
    assert not _reaches(text)


def test_what_is_said_aloud_has_no_hedge_in_brackets() -> None:
    assert told("a hub", VIEW, "It is ", ".", is_said=True) == "a hub"
    assert told("fifth", HEARSAY, "It is ", ".", is_said=True) == "supposedly fifth"
