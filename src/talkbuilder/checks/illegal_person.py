"""C309 illegal-person: a person is called illegal, which only an act can be."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import PEOPLE, Phrases

_PHRASES = Phrases(
    "illegal",
    (
        "illegals",
        r"illegal (?:(?!for|to|that|if|and|or|in|when|not|by|on)\w+ )?"
        f"(?:<alien>|<resident>|<inmate>|<driver>|<student>|<family>|{PEOPLE})",
        # As a noun: nothing follows that it could belong to.
        r"(?:an|the|every|each|another|one) illegal(?=\s*(?:[.,;:!?)\"']|$|(?:who|that|is|was|has|had|works|worked"
        r"|lives|lived|from|in|at|can|cannot|could|came|comes|would|will|with|without|does|did)\b))",
        "(?:is|was|were|are|be) illegals?(?= (?:here|in (?:this|the|our) (?:country|land|state|city)))",
        "undocumented <alien>",
    ),
)
_HINT = "say 'people without legal status', or what was illegal: an act can be, nobody is"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C309", _PHRASES, "{} calls a person illegal", _HINT)
