"""C502 no-contraction: in a whole talk nobody says "don't" or "it's", as everybody does who speaks."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.said import sentences_of, words_in
from talkbuilder.talk.talk import Talk

_FEWEST_WORDS = 80  # a shorter talk may do without by chance
_SHORT = re.compile(
    r"\b(?:\w+n['’]t|\w+['’](?:re|ve|ll|d|m)|(?:it|that|he|she|there|let|what|who|here|where|how)['’]s)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|have|has|had|could|would|should|will) not|cannot|I am|I have|I will|I would"
    r"|it is|that is|there is|you are|we are|they are|let us|you will|we will)\b",
    re.IGNORECASE,
)
# One of these is in each of them: to look words up is faster than to search.
_SIGNS = frozenset(("not", "cannot", "am", "have", "will", "would", "is", "are", "us"))


def check(talk: Talk) -> Iterator[Diagnostic]:
    said = sentences_of(talk)
    words = sum(len(one.text.split()) for one in said)
    if words < _FEWEST_WORDS or any(_SHORT.search(one.text) for one in said if "'" in one.text or "’" in one.text):
        return
    long = [(one, found[0]) for one in said if _SIGNS & words_in(one.text) for found in _LONG.finditer(one.text)]
    if long:
        first, words_of_it = long[0]
        hint = f"say it as you would to a friend: {len(long):,} could be short, “{words_of_it}” here the first of them"
        yield Diagnostic("C502", f"no contraction in {words:,} words", first.place_of(words_of_it), hint)
