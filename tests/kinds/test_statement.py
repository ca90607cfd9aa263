"""A sentence alone, which is the title; a line over it may be left out."""

from tests.kinds import sample
from tests.listing import shown
from tests.sample import built, codes, talk


def test_a_title_stands_small_over_the_sentence() -> None:
    deck, report = built(talk("  - {title: Over it, statement: The sentence, cite: [grass], notes: Some words.}"))
    assert codes(report) == []
    assert (shown(deck)[2]["Title"], shown(deck)[2]["Kicker"]) == ("The sentence", "Over it")
    assert "Kicker" not in shown(sample("statement"))[2]
