"""Slides that hold a protected name: nothing is shown of them, for a projector or a telephone may show it to all."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from talkbuilder.checks.protected_word import texts_on
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.layout.page import Page
from talkbuilder.preview.cards import Card


class Withholding:
    """Looks at each card once, as long as the list stays as it is."""

    def __init__(self) -> None:
        self._known: Mapping[str, bool] = {}  # whether a slide holds a name, by the key of its card
        self._by = Protected()

    def __call__(self, cards: Iterable[Card], pages: Iterable[Page], kept: Protected) -> Iterator[Card]:
        """The cards, empty where a name is on the slide or in its notes; `pages` are those of cards with pictures."""
        if not kept.hashes:
            yield from cards
            return
        known = self._known if self._by is kept else {}
        found: dict[str, bool] = {}
        following = iter(pages)
        for card in cards:
            if card.picture:
                page = next(following)
                told = known.get(card.key)
                found[card.key] = any(kept.hits(one) for one, _ in texts_on(page)) if told is None else told
            after = tuple(one for one in card.after if not kept.hits(one))
            yield structs.replace(_emptied(card) if found.get(card.key) else card, after=after)
        self._known, self._by = found, kept


def _emptied(card: Card) -> Card:
    body = {**card.body, "picture": "", "title": "…", "said": [], "shown": [], "cites": [], "own": [], "items": {}}
    return structs.replace(card, key=f"withheld {card.key}", picture="", body=body, name="", is_faulty=True)
