"""C501 long-sentence: a sentence of more than 25 words, of which a listener has lost the beginning at its end."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of
from talkbuilder.talk.speech import words_said
from talkbuilder.talk.talk import Talk

_MOST_WORDS = 25
_FEWEST_TYPED = 13  # no figure is said in more than twice as many words
_SAID_LONGER = re.compile(r"[\d$€£₸½¼¾⅓–—+(\[]|\.\w")  # what may be more words aloud than it is typed
_SEAM = re.compile(r"[,;:—–-]? (?=(?:and|but|so|because|which|who|while|although|where|when|or) )|[;:—–] ")


def check(talk: Talk) -> Iterator[Diagnostic]:
    for one in sentences_of(talk):
        typed = len(one.text.split())
        if typed < _FEWEST_TYPED or (typed <= _MOST_WORDS and not _SAID_LONGER.search(one.text)):
            continue
        if (count := words_said(one.text, talk.language)) > _MOST_WORDS:
            yield Diagnostic("C501", f"a sentence of {count} words", one.span, _proposal(one.text))


def _proposal(text: str) -> str:
    """Where it could end: at the seam that is nearest to its middle."""
    seams = [found.start() for found in _SEAM.finditer(text)]
    if not seams:
        return "make two of it"
    at = min(seams, key=lambda seam: abs(2 * seam - len(text)))
    return f"make two of it: the first could end after “{' '.join(text[:at].split()[-4:])}”"
