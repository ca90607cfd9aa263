"""C504 tongue-twister: three long words in a row, at which a speaker stumbles."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of
from talkbuilder.talk.talk import Talk

_LONG = r"[A-Za-z]{9,}"
_THREE = re.compile(rf"\b{_LONG}[ -]{_LONG}[ -]{_LONG}\b")
_SYLLABLE = re.compile(r"[aeiouy]+", re.IGNORECASE)
_MANY_SYLLABLES = 9  # in the three of them


def check(talk: Talk) -> Iterator[Diagnostic]:
    for one in sentences_of(talk):
        for found in _THREE.finditer(one.text):
            if len(_SYLLABLE.findall(found[0])) >= _MANY_SYLLABLES:
                hint = "try it aloud three times; put a short word between, or take one of them out"
                yield Diagnostic("C504", f"“{found[0]}” is hard to say", one.place_of(found[0]), hint)
