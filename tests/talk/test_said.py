"""The sentences of a talk, each at its place, without what nobody may reword."""

from talkbuilder.diagnostics import Source, Span
from talkbuilder.talk.said import Said, place_of, sentences_of
from tests.sample import built, slide, talk


def said(notes: str, head: str = "") -> list[Said]:
    deck, _ = built(head + talk(slide("ask", notes=notes)))
    return [
        one for one in sentences_of(deck.plan.talk) if one.text not in ("Hello.", "It begins.", "Goodbye.", "Ask me.")
    ]


def test_each_sentence_stands_where_it_begins() -> None:
    first, second = said("We came at 5 p.m. with a cart. Nobody saw it.")
    assert (first.text, second.text) == ("We came at 5 p.m. with a cart.", "Nobody saw it.")
    assert second.span.source.text[second.span.start : second.span.end] == "Nobody saw it."


def test_a_sentence_that_begins_with_a_fact_has_its_notes_as_its_place() -> None:
    (one,) = said("'{herds} herds.'")
    assert one.text == "88 herds."
    assert "{herds}" in one.span.source.text[one.span.start : one.span.end]


def test_of_two_sentences_that_begin_alike_each_has_its_own_place() -> None:
    first, second = said("There was a very old well. There was a very old mill.")
    assert first.span.start < second.span.start


def test_quotations_and_pauses_are_no_words_of_the_speaker() -> None:
    (one,) = said("'He said “I shall utilize it, moreover” [pause 5] and left.'")
    assert one.text == "He said “…”   and left."


def test_what_is_said_in_another_language_is_not_looked_at() -> None:
    assert said("Nobody saw it.", "language: kk\n") == []


def test_words_are_found_again_where_lines_break_otherwise() -> None:
    source = Source("talks/talk.yaml", "x: the well\n   of the\n  village and the well")
    whole = Span(source, 3, len(source.text))
    place = place_of("well of the village", whole)
    assert place
    assert (place.start, place.end) == (7, 31)
    later = place_of("the well", whole, 10)
    assert later
    assert later.start > 30
    assert place_of("a mill", whole) is None
