"""C503 stiff-words: words of letters and reports come back through a talk."""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of
from talkbuilder.talk.talk import Talk

# What is said instead, and how often the stiff one may be said.
_STIFF: Mapping[str, tuple[str, int]] = {
    "somebody": ("someone", 2),
    "anybody": ("anyone", 2),
    "everybody": ("everyone", 2),
    "in order to": ("to", 0),
    "shall": ("will", 1),
    "upon": ("on", 1),
    "thus": ("so", 0),
    "whom": ("who", 2),
    "therefore": ("so", 1),
    "regarding": ("about", 0),
    "concerning": ("about", 0),
    "ought to": ("should", 2),
}
_ANY = re.compile(rf"\b(?:{'|'.join(_STIFF)})\b", re.IGNORECASE)


def check(talk: Talk) -> Iterator[Diagnostic]:
    found = [(one, hit[0].lower()) for one in sentences_of(talk) for hit in _ANY.finditer(one.text)]
    for stiff, (plain, most) in _STIFF.items():
        places = [one for one, word in found if word == stiff]
        if len(places) > most:
            message = f"“{stiff}” is said {'once' if len(places) == 1 else f'{len(places):,} times'}"
            yield Diagnostic("C503", message, places[0].place_of(stiff), f"“{plain}” is what people say, here for one")
