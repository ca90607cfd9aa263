"""C202 too-many-sources: the names of a slide's sources have no room in the line at its foot."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.kinds.kind import SOURCE_LINE
from talkbuilder.layout.items import Text
from talkbuilder.layout.page import Deck


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        for item in page.items:
            if isinstance(item, Text) and item.surplus and item.name == SOURCE_LINE:
                message = f"too much text for '{item.name}', even at {item.styles[0].size_pt:g} pt"
                hint = "cite fewer sources on this slide, or make two slides of it"
                yield Diagnostic("C202", message, item.span, hint)
