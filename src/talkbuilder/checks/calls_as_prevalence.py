"""C323 calls-as-prevalence: calls to a hotline are told as how common trafficking is, or as a rank of states."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import Phrases

_LINE = "(?:hotline|hotlines|helpline|polaris)"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
_RANK = (
    rf"(?:<rank>|worst|most victims|more victims|highest|worse|(?:number|no\.) (?:one|two|three|four"
    rf"|five|six|seven|eight|nine|ten|\d+)"
    r"|per capita|per person|than any other (?:state|city|county)|most (?:hotline )?calls"
    rf"|top (?:five|ten|three|\d+)|more common|how common|how many (?:victims|people|children)|prevalence|doubled"
    f"|tripled|growing|on the rise|{_NTH} in the (?:nation|country)|{_NTH} (?:most|worst|highest))"
)
_PHRASES = Phrases(
    "hotline hotlines helpline polaris",
    (f"{_LINE} ~14 {_RANK}", f"{_RANK} ~14 {_LINE}"),
    (
        f"{_LINE} ~4 (?:not|never|cannot|can't|don't|doesn't|no measure) ~8 {_RANK}",
        f"{_RANK} ~8 (?:not|never|cannot|can't|don't|doesn't) ~8 {_LINE}",
    ),
)
_HINT = "say that they are contacts: who calls depends on who knows the number, and not on how many are trafficked"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C323", _PHRASES, "{} takes calls for a count of victims", _HINT)
