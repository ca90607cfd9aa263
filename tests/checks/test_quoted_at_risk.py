"""C360: words of people at risk are shown and said only where somebody has decided that they may be."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, diagnostics, talk
from tests.corpora.tables import from_table

WORDS = "We mended the fence in the rain, and nobody thanked us for it."
POST = f"A letter came. {WORDS} So much for that. Later I mended mine."
POSTS = (
    "letter: {title: A letter, date: 2012-04, "
    "voices: [{who: neighbor, from: We mended the fence, to: thanked us for it.}]}\n"
)
QUOTES = f"fence: {{text: '{WORDS}', speaker: neighbor, post: letter}}\n"
FACT = "fence-mended: {{says: '{}', show: '{}', source: neighbor, kind: opinion, post: letter, exact: {}}}\n"
EXACT = "We mended the fence in the rain, and nobody thanked us"
QUOTED = "- {title: A fence, quote: fence, notes: Read it.}\n"
EVENT = "evening: {talk: talk, date: 2027-05-14, place: A hall}\n"


def found(
    slides: str, person: str = "role: critic", facts: str = "", event: str = "", media: str = ""
) -> list[Diagnostic]:
    files = {
        "assets/people.yaml": f"me: {{credit: A gardener, role: author}}\nneighbor: {{credit: A neighbor, {person}}}\n",
        "assets/sources.yaml": POSTS,
        "assets/posts/letter.txt": POST,
        "assets/quotes.yaml": QUOTES,
        "assets/facts.yaml": facts,
        "assets/media.yaml": media,
        TALK: talk(slides),
        **({EVENTS: event} if event else {}),
    }
    return [one for one in diagnostics(files, risks=True) if one.code == "C360"]


@pytest.mark.parametrize(("role", "called"), [("critic", "a critic"), ("survivor", "a survivor"), ("minor", "a child")])
def test_a_quotation_of_somebody_at_risk_is_told(role: str, called: str) -> None:
    (one,) = found(QUOTED, f"role: {role}")
    assert one.message == f"'fence' is what {called} said, word for word"
    assert one.hint == (
        "tell it in your own words; or record 'consent:' or 'risk_accepted:' of 'neighbor' in assets/people.yaml"
    )
    assert not one.is_error


@pytest.mark.parametrize("role", ["author", "source", "staff", "public"])
def test_whoever_is_not_at_risk_may_be_quoted(role: str) -> None:
    assert found(QUOTED, f"role: {role}") == []


def test_whoever_may_be_named_may_be_quoted() -> None:
    assert found(QUOTED, "role: critic, may_be_named: true") == []


def test_the_evidence_in_the_notes_is_word_for_word_too() -> None:
    assert len(found("- {title: A fence, statement: It was mended., cite: [fence], notes: N.}\n")) == 1


@from_table
def test_a_decision_holds_until_its_day(decision: str, event: str, told: str) -> None:
    messages = [one.message for one in found(QUOTED, f"role: critic, {decision}", event=event)]
    assert messages == ([f"'fence' is what a critic said, word for word{told}"] if told else [])


@from_table
def test_their_words_without_quotation_marks_are_theirs(slide: str) -> None:
    (one,) = found(f"- {slide}\n")
    assert one.message.endswith("are words of a critic, as they stand in the post")


def test_each_text_that_holds_their_words_is_told_where_it_stands() -> None:
    told = found(
        "- {title: T, bullets: [One, that we mended the fence in the rain], notes: 'And nobody thanked us for it.'}\n"
    )
    places = [one.span.source.text[one.span.start : one.span.end].strip("'") for one in told if one.span]
    assert places == ["that we mended the fence in the rain", "And nobody thanked us for it."]


def test_their_words_in_what_tells_of_a_picture_are_theirs() -> None:
    media = f"gate: {{file: gate.png, alt: '{WORDS}', credit: Me, people: []}}\n"
    (one,) = found("- {title: Fences, photo: gate, notes: N.}\n", media=media)
    assert one.message.endswith("are words of a critic, as they stand in the post")


def test_a_fact_that_copies_the_passage_is_told_at_the_fact() -> None:
    says = "We mended the fence in the rain, a neighbor wrote"
    (one,) = found(
        "- {title: T, statement: S., cite: [fence-mended], notes: N.}\n", facts=FACT.format(says, "rain", EXACT)
    )
    assert one.span
    assert one.span.source.name == "assets/facts.yaml"


@from_table
def test_own_words_and_words_that_anybody_would_use_are_fine(slide: str) -> None:
    assert found(f"- {slide}\n") == []


def test_a_quoted_passage_is_told_once_a_slide() -> None:
    assert len(found(QUOTED + QUOTED.replace("A fence", "The same fence"))) == 2
