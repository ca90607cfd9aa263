"""A text as its readers see it: letters that only look alike, digits of other scripts, and what nobody sees undone."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from talkbuilder.evidence.spellings import UNSEEN, look_alike

_NEVER_SEEN = re.compile(f"[{UNSEEN}]")
# What keyboards write beside ASCII, and what stands for itself; a text of nothing else is as it is seen.
_AS_SEEN = re.compile(r"[\x00-\x7f‘’“”„«»–—…·•€£§°\u00c0-\u017f]*\Z")
_KEPT = frozenset("…½¼¾⅓⅔⅛⅜⅝⅞’ʼ")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")


def unmasked(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is seen, and where each character of it stands in the text as it was written, its end included."""
    if _AS_SEEN.match(text):
        return text, range(len(text) + 1)
    pairs = [(seen, at) for at, one in enumerate(text) for seen in _seen(one)]
    shown = "".join(seen for seen, _ in pairs)
    return "".join(_without_alike(shown)), (*(at for _, at in pairs), len(text))


def _seen(one: str) -> str:
    if _NEVER_SEEN.match(one):
        return ""
    if one.isascii() or one in _KEPT:
        return one
    if unicodedata.category(one) == "Lo" and (number := unicodedata.numeric(one, None)) is not None:
        return f"{number:.0f}"  # 五
    return unicodedata.normalize("NFKC", one)


def _without_alike(text: str) -> Iterator[str]:
    """The same with words that mix Latin letters and others in Latin ones, at the same length."""
    at = 0
    for word in _WORD.finditer(text):
        yield text[at : word.start()]
        yield look_alike(word[0]) if _LATIN.search(word[0]) else word[0]
        at = word.end()
    yield text[at:]
