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


@pytest.mark.parametrize(
    "says",
    [
        "The bureau counted 80 herders",
        "About 80 herders came",  # its own hedge is in what it shows
        "Herders may stay for a month",
        "Girls are twice as likely to go",
        "Boys are not likely to go",
        "Despite anecdotal reports of theft no case was opened",
        "The road goes as far as the lake",
    ],
)
def test_a_certain_fact_needs_none(says: str) -> None:
    assert hedge_of(fact(says)) is None


@pytest.mark.parametrize(
    "text",
    [
        "I heard that it is fifth",
        "It is fifth, they say",
        "A witness said that it was moved",
        "According to a witness, it was moved",
        "To my mind the dam is a hub",
        "The dam, the witness wrote, is ugly",
        "As I have come to see it, the dam is ugly",
        "He still thinks that the dam is ugly",
        "In the witness’s opinion it is ugly",
        "It was probably sold",
        "There are sheep, as far as I know",
        "As far as the old herders knew, there were sheep",
        "The dam may have been it",
        "It seems that it broke",
    ],
)
def test_a_text_says_in_many_ways_that_it_is_uncertain(text: str) -> None:
    assert is_uncertain(text)


@pytest.mark.parametrize(
    "text",
    [
        "As I said, it was moved",
        "All told, it was moved",
        "She told her children a story, and it was moved",
        "According to plan, it was moved",
        "Think of the dam",
        "There was a view of the dam",
        "There is no doubt that it is ugly",
        "The road goes as far as the lake",
    ],
)
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


@pytest.mark.parametrize(
    "text",
    [
        "I heard from a herder who drove a bus that it was {x}",
        "Supposedly, in the end, it was {x}",
        "It was {x}, people say",
        "I think that men and women were {x}",
        "In my opinion it was {x}",
        "It was {x}, I believe",
        "I may be wrong, but I think it was {x}",
        "Perhaps it was {x}; nobody knows",
        "It was {x}, as far as I know",
    ],
)
def test_a_doubt_reaches_over_its_own_clause(text: str) -> None:
    assert _reaches(text)


@pytest.mark.parametrize(
    "text",
    [
        "I think of it often, for it was {x}",
        "I believe in spring, it was {x}",
        "Perhaps you know the place, and it was {x}",
        "I heard a bell and the herds were {x}",
        "Some say it was good; it was {x}",
        "It seems odd to say so, yet it was {x}",
        "It is not my opinion but a fact that it was {x}",
        "It was {x}, and I think I will go",
    ],
)
def test_a_doubt_of_something_else_does_not(text: str) -> None:
    assert not _reaches(text)
