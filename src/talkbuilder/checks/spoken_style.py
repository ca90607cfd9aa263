"""C501 long-sentence, C502 no-contraction: sentences that are written to be read, and not to be heard."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of, words_in
from talkbuilder.talk.speech import words_said
from talkbuilder.talk.talk import Talk

_MOST_WORDS = 25
_FEWEST_TYPED = 13  # no figure is said in more than twice as many words
_SAID_LONGER = re.compile(r"[\d$€£₸½¼¾⅓–—+(\[]|\.\w")  # what may be more words aloud than it is typed
_SEAM = r"[,;:—–-]? (?=(?:and|but|so|because|which|who|while|although|where|when|or) )|[;:—–] "
_FEWEST_WORDS = 80  # a shorter talk may do without by chance
_SHORT = r"(?i)\b(?:\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:it|that|he|she|there|let|what|who|here|where|how)['’]s)\b"
_LONG = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|have|has|had|could|would|should|will) not|cannot|I am|I have|I will|I would"
    r"|it is|that is|there is|you are|we are|they are|let us|you will|we will)\b",
    re.IGNORECASE,
)
# One of these is in each of them: to look words up is faster than to search.
_SIGNS = frozenset(("not", "cannot", "am", "have", "will", "would", "is", "are", "us"))


def check(talk: Talk) -> Iterator[Diagnostic]:
    yield from _long_sentences(talk)
    yield from _no_contraction(talk)


def _long_sentences(talk: Talk) -> Iterator[Diagnostic]:
    for one in sentences_of(talk):
        typed = len(one.text.split())
        if typed < _FEWEST_TYPED or (typed <= _MOST_WORDS and not _SAID_LONGER.search(one.text)):
            continue
        if (count := words_said(one.text, talk.language)) > _MOST_WORDS:
            yield Diagnostic("C501", f"a sentence of {count} words", one.span, _proposal(one.text))


def _proposal(text: str) -> str:
    """Where it could end: at the seam that is nearest to its middle."""
    seams = [found.start() for found in re.finditer(_SEAM, text)]
    if not seams:
        return "make two of it"
    at = min(seams, key=lambda seam: abs(2 * seam - len(text)))
    return f"make two of it: the first could end after “{' '.join(text[:at].split()[-4:])}”"


def _no_contraction(talk: Talk) -> Iterator[Diagnostic]:
    said = sentences_of(talk)
    words = sum(len(one.text.split()) for one in said)
    if words < _FEWEST_WORDS or any(re.search(_SHORT, one.text) for one in said if "'" in one.text or "’" in one.text):
        return
    long = [(one, found[0]) for one in said if _SIGNS & words_in(one.text) for found in _LONG.finditer(one.text)]
    if long:
        first, words_of_it = long[0]
        hint = f"say it as you would to a friend: {len(long):,} could be short, “{words_of_it}” here the first of them"
        yield Diagnostic("C502", f"no contraction in {words:,} words", first.place_of(words_of_it), hint)
