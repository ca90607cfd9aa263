"""A part of a sentence, made wider until it keeps what limits it: the `if`, the `perhaps`, the `according to`."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.claims.normal import Range, lowered
from talkbuilder.claims.operators import found
from talkbuilder.claims.texts import sentence_at
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.search.passages import count_words, trim

# What limits all of its sentence, wherever it stands in it.
_OF_SENTENCE = pattern_of(
    r"\b(?:if|unless|except|until|but|however|although|though|according to|in (?:my|his|her|their) (?:opinion|view)"
    r"|supposed(?:ly)?|alleged(?:ly)?|so-called|as long as|whether|in theory|on paper|officially)\b"
)
# What limits the words behind it, up to the next comma.
_OF_CLAUSE = pattern_of(
    r"\b(?:only|some|few|many|most|almost|nearly|not|never|no|nobody|without|would|should|could|may|might|even|refus\w+"
    r"|fail\w+|\w+n['’]t)\b"
)
_GOES_ON = pattern_of(r"[^\S\n]+(?:and|or)\b")  # 'enter and leave'


class Widened(Struct, frozen=True):
    """Where words stand with what limits them, and what was taken in for that; "" for nothing."""

    start: int
    end: int
    kept: str = ""


def widened(text: str, stretch: Range, own: Range, most_words: int) -> Widened:
    """The words at `own`, with what limits them in their sentence; no wider than `stretch`, which one voice speaks.

    The whole sentence where it is short enough, or else as much of it as reaches the words that limit it.
    """
    begin, stop = sentence_at(text, *own, *stretch)
    limits = sorted(_limits(text, begin, stop, own))
    if not limits:
        return Widened(*own)
    told = ", ".join(dict.fromkeys(text[s:e].strip() for s, e in limits))
    reach = min(own[0], limits[0][0]), max(own[1], *(end for _, end in limits))
    for start, end in ((begin, stop), (begin, own[1]) if limits[-1][1] <= own[0] else reach, reach):
        start, end = trim(text, start, end)
        if count_words(text[start:end]) <= most_words:
            return Widened(start, end, told)
    return Widened(*own)


def _limits(text: str, begin: int, stop: int, own: Range) -> Iterator[Range]:
    """Where what limits some words stands, outside of them."""
    sentence = text[begin:stop]
    spans = [(one.start, one.end) for one in found(sentence, "hedge", "hearsay")]
    spans += [one.span() for one in _OF_SENTENCE.finditer(lowered(sentence))]
    spans += [
        one.span()
        for one in _OF_CLAUSE.finditer(lowered(sentence), 0, max(0, own[0] - begin))
        if not re.search("[,;:]", sentence[one.end() : own[0] - begin])
    ]
    yield from (
        (begin + start, begin + end) for start, end in spans if begin + end <= own[0] or own[1] <= begin + start
    )
    if goes_on := _GOES_ON.match(text, own[1], stop):
        yield goes_on.end() - len(goes_on[0].strip()), goes_on.end()
