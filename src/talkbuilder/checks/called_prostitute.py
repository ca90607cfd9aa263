"""C310 called-prostitute, and C330 child-prostitute: somebody is called what was done with them.

With a minor it is an error: no child can be in that trade.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.layout.texts import flagged
from talkbuilder.talk.phrases import Phrases

_MINOR = "(?:<child>|<teen>|teenage|teenaged|<teenager>|underage|under age|<juvenile>|<minor>|<girl>|<boy>|<kid>"
_MINOR += r"|minors|adolescents?|schoolgirls?|(?:\d+|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_MINOR += " years? olds?)"
_CHILD = (
    f"{_MINOR} (?:prostitutes?|prostitution|prostituted|<hooker>)",
    f"{_MINOR} ~6 (?:in|into|from|out of|of|for|through|as) (?:forced )?(?:prostitution|prostitutes?)",
    rf"(?:prostitution|<prostitute>) (?:of|among|by|with|involving) (?:\w+ )?{_MINOR}",
    rf"(?:prostituted|prostituting|<prostitute>) (?:\w+ )?{_MINOR}",
    "<prostitute> ~3 (?:as young as|aged?|under age|under eighteen|under 18)",
)
_OF_CHILDREN = Phrases("prostitute prostitution hooker", _CHILD)
_OF_ANYBODY = Phrases(
    "prostitute prostitutes hooker whore whores harlot harlots streetwalker streetwalkers girl",
    ("prostitutes?", "<hooker>", "whores?", "harlots?", "streetwalkers?", "call girls?"),
    (*_CHILD, "to prostitute"),
)
_INSTEAD = "say 'a person in commercial sex', or what was done to them"
_OF_A_CHILD = "say 'a trafficked child' or 'a child who was sexually exploited': in law no child can agree to it"


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from flagged(deck, "C330", _OF_CHILDREN, "{} puts a minor into a trade", _OF_A_CHILD)
    yield from flagged(deck, "C310", _OF_ANYBODY, "{} makes what somebody was used for their name", _INSTEAD)
