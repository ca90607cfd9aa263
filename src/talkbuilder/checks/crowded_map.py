"""C240 crowded-map: a name that an author asks for, and for which there is no room on the map."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Group, Text
from talkbuilder.layout.page import Deck


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        if page.kind == "map":
            for drawn in page.items:
                if isinstance(drawn, Group):
                    yield from map(_fault, (one for one in drawn.items if isinstance(one, Text) and one.surplus))


def _fault(text: Text) -> Diagnostic:
    words = text.paragraphs[0].text
    hint = "leave out a label or a route beside it, shorten it, or make two maps of it"
    return Diagnostic("C240", f"there is no room on the map for '{words}'", text.paragraphs[0].span, hint)
