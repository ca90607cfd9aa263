"""Whether two texts speak of the same thing: the stems of their telling words, and the figures that they share."""

import re
from functools import lru_cache

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ers", "er", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4
_LONGEST_STEM = 6  # so that investigated and investigation have one stem
_LITTLE_WORDS = (
    "the and that this with from for not are was were been being have has had its their his her our my your"
    " they them who whom which what how when where why than then there here out all any but into over under"
    " about after before also only just more most some many much very one will would could should can may might"
    " must did does done say says said wrote writes tell told blogger speaker such each other those these"
    " because while she him you"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The telling words of a text without their endings."""
    words = (word.lower() for word in _WORD.findall(normalise(text).text))
    return frozenset(stem(word) for word in words if word not in _LITTLE)


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    return word[:_LONGEST_STEM]


def share(one: str, other: str) -> bool:
    """Whether two texts have a telling word or a figure in common."""
    if stems(one) & stems(other):
        return True
    theirs = figures(normalise(other).text)
    return any(figure.has(value) for figure in theirs for own in figures(normalise(one).text) for value in own.values)
