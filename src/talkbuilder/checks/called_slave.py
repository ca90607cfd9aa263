"""C314 called-slave: people of today are called slaves, or those who help them abolitionists; told once a deck."""

from collections.abc import Iterator
from itertools import islice

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import Phrases

_PHRASES = Phrases(
    "slave slavery abolitionist slaves",
    (
        "(?:sex )?<slave>(?: labor| labour)?",
        "(?:modern|modern day|present day|today's|twenty first century|21st century|new) (?:day )?slavery",
        "slavery (?:today|of today|is (?:alive|not over|everywhere|here))",
        "(?:modern |new )?<abolitionist>",
    ),
    (
        "slave (?:trade|trader|traders|state|states|ship|ships|narrative|narratives|cylinder|owner|owners|code|codes"
        "|market of|coast|clock|clocks|drive|drives|device|devices)",
        "the words? slaves?",
        "master (?:and |or )?slave",
        "(?:former|formerly|freed|runaway|fugitive|ancient|roman) slaves?",
        "(?:19th|nineteenth) century abolitionists?",
        "(?:was|were) (?:an |the )?(?:\\w+ )?abolitionists?",  # of whom one says 'is' today
    ),
)
_HINT = "say 'people in forced labor', or 'enslaved people': it is what was done to them, and not what they are"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from islice(flagged(deck, "C314", _PHRASES, "{} is what was done to somebody, not who they are", _HINT), 1)
