"""C505 unspoken-word: a word that is written and never said."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of
from talkbuilder.talk.talk import Talk

# What is written, as a pattern, and what is said for it.
_PLAIN = {
    "utili[sz](?:es?|ed|ing)": "use",
    "endeavou?r(?:s|ed|ing)?": "try",
    "commenc(?:es?|ed|ing)": "begin",
    "facilitat(?:es?|ed|ing)": "help",
    "purchas(?:es?|ed|ing)": "buy",
    "necessitat(?:es?|ed|ing)": "need",
    "procur(?:es?|ed|ing)": "get",
    "moreover|furthermore|additionally": "and",
    "nevertheless|nonetheless": "still",
    "notwithstanding": "in spite of",
    "thereby|hence|consequently": "so",
    "whereby|wherein": "where, or a new sentence",
    "whereas": "but",
    "henceforth": "from now on",
    "hitherto|heretofore": "until now",
    "albeit": "though",
    "aforementioned": "that",
    "subsequently|subsequent to": "later, after",
    "prior to": "before",
    "pertaining to|(?:with|in) (?:regard|respect) to": "about",
    "in the event that": "if",
    "due to the fact that": "because",
    "at this point in time": "now",
    "in excess of": "more than",
    "an? (?:multitude|plethora) of|numerous": "many",
    "and/or": "or",
}
_ANY = re.compile("|".join(rf"(?P<w{at}>\b(?:{written})\b)" for at, written in enumerate(_PLAIN)), re.IGNORECASE)
_SAID = dict(zip((f"w{at}" for at in range(len(_PLAIN))), _PLAIN.values(), strict=True))


def check(talk: Talk) -> Iterator[Diagnostic]:
    for one in sentences_of(talk):
        for found in _ANY.finditer(one.text):
            message, hint = f"“{found[0]}” is written, and hardly ever said", f"say: {_SAID[found.lastgroup or '']}"
            yield Diagnostic("C505", message, one.place_of(found[0]), hint)
