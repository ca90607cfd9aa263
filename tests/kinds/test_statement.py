"""A sentence alone, which is the title; a line over it may be left out."""

from msgspec import structs

from talkbuilder.kinds.statement import KIND
from talkbuilder.talk.talk import Run
from tests.kinds import sample
from tests.listing import shown, texts
from tests.sample import built, codes, talk


def test_a_title_stands_small_over_the_sentence() -> None:
    deck, report = built(talk("  - {title: Over it, statement: The sentence, cite: [grass], notes: Some words.}"))
    assert codes(report) == []
    assert (shown(deck)[2]["Title"], shown(deck)[2]["Kicker"]) == ("The sentence", "Over it")
    assert "Kicker" not in shown(sample("statement"))[2]


def test_a_source_of_two_lines_fills_the_first_or_breaks_it_behind_a_mark() -> None:
    deck, _ = built(talk("  - {title: Over it, statement: The sentence, cite: [grass], notes: Some words.}"))
    slide = next(one.slide for one in deck.plan.timings if one.slide.kind == "statement")
    for words, ends in (
        ("Sources: The bureau of all herds " + 9 * "and of all grass ", "of"),
        ("Sources: The bureau of all herds, " + 3 * "in “A count of all herds of the steppe”, ", "steppe”,"),
    ):
        (page,) = KIND.pages(structs.replace(slide, source=(Run(f"{words}November 2012"),)), deck.pages[2].layout)
        first, _ = texts(page)["source line"].lines
        assert first.text.split()[-1] == ends
