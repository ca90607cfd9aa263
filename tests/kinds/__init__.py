"""What the tests of all kinds share: a deck that says what is drawn of a kind, and keeps the rules of the format."""

from collections.abc import Callable

from talkbuilder.layout.page import Deck
from tests import listing, package_rules, validation
from tests.sample import built, codes, slide, talk

Golden = Callable[[str, str], None]


def compare(name: str, deck: Deck, golden: Golden) -> None:
    """A deck as it was decided, and as it reads back from its .pptx, where it keeps every rule."""
    data = listing.written(deck)
    golden(f"{name}-deck", listing.of_deck(deck))
    golden(f"{name}-pptx", listing.of_pptx(data))
    assert [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)] == []


def sample(kind: str) -> Deck:
    """A deck with one slide of a kind that an author writes; nothing is wrong with it."""
    deck, report = built(talk(slide(kind, "" if kind == "statement" else f"A headline over {kind}")))
    assert codes(report) == []
    return deck
