"""C322 untraceable-figure: a figure that is passed on everywhere, and that nobody can trace to a count."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import Told, flagged
from talkbuilder.source.outline import Slide
from talkbuilder.talk.phrases import PEOPLE, Hit, Phrases

_YOUNG = "(?:11|12|13|14|eleven|twelve|thirteen|fourteen)"
_FEW = r"(?:[12]|one|two|1\.\d|0?\.\d) ?(?:%|percent|per cent|(?:out )?(?:of|in) (?:a|one|every)? ?(?:hundred|100))"
_SOLD = "(?:trafficked|sold|bought|exploited|enslaved|taken|abducted|kidnapped|raped|prostituted|a victim)"
_EVERY = (
    r"every (?:few |other )?(?:(?:\d+|two|three|five|ten|fifteen|twenty|thirty|forty|sixty) )?(?:seconds?|minutes?)"
)
_PHRASES = Phrases(
    "300 100 150 11 12 13 14 twelve thirteen fourteen average percent cent 1 2 every 13th thirteenth bowl hundred",
    (
        "(?:100,000|100 ?000|one hundred thousand|300,000|300 ?000|300k|three hundred thousand) ~4 "
        "(?:<child>|<kid>|<minor>|youths?|<teen>|<girl>)",
        "average (?:age|victim|girl|child) (?:of (?:entry|recruitment|(?:a |the )?(?:victims?|girls?|children)) )?"
        rf"(?:\w+ )?(?:\w+ )?(?:is|was|being|at|lies|of) (?:\w+ )?(?:\w+ )?{_YOUNG}",
        f"{_YOUNG} (?:and|to|or) {_YOUNG} ~6 (?:sold|trafficked|exploited|recruited|prostituted)",
        f"(?:on|the) average,? ~6 {_YOUNG} (?:years? old )?when ~4 (?:sold|trafficked|exploited|recruited)",
        f"{_FEW} ~5 (?:rescued|saved|freed|identified|found|get out|got out)",
        f"{_EVERY} ~7 {_SOLD}",
        f"(?:{PEOPLE}) ~5 (?:{_SOLD}|victim) ~3 {_EVERY}",
        f"{_SOLD} {_EVERY}",
        f"{PEOPLE} ~4 victim {_EVERY}",
        "(?:minneapolis|minnesota|the twin cities) ~5 (?:13th|thirteenth)",
        "super bowl ~9 (?:trafficking|traffickers|trafficked|prostitution|sold)",
        "(?:trafficking|traffickers|trafficked|prostitution) ~9 super bowl",
        r"(?:\$ ?150 billion|150 billion dollars?) ~6 (?:industry|business|trade|trafficking|forced labor)",
        r"(?:industry|business|trade|trafficking|labor|traffickers|profits?) ~6 \$ ?150 billion",
        "(?:industry|business|trade|trafficking|labor|traffickers|profits?) ~6 150 billion dollars?",
    ),
    (
        rf"average age of (?:the |our |his |her )?(?!victim|girl|child|survivor|entry)\w+ ~4 {_YOUNG}",
        f"average age ~3 (?:trees?|cars?|houses?|teachers?|trucks?|buildings?) ~3 {_YOUNG}",
    ),
)
_HINT = "leave it out, or say what is wrong with it and mark the slide with 'debunk: true'"


def check(deck: Deck) -> Iterator[Diagnostic]:
    """Slides that say of a figure that it is wrong carry `debunk: true`."""
    pages = deck.pages
    written = (slide for section in deck.plan.talk.outline.sections for slide in section.slides)
    debunked = frozenset(one.span.start for one in written if isinstance(one, Slide) and one.debunk)

    def is_meant(told: Told, found: Hit) -> bool:
        return told.page < 0 or pages[told.page].span.start not in debunked

    yield from flagged(
        deck, "C322", _PHRASES, "{} is a figure that nobody can trace to a count", _HINT, is_meant=is_meant
    )
