"""C033 unlike-sound: how a word is said is something else than its sound, and notes would print it."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.pronounced import Pronounced

_SYLLABLES = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z '’-]+")
# Letters that stand for one sound, or for one that is near it; vowels, h, w and y tell little in English.
_SOUNDS = (
    (re.compile(r"d?zh|[sc]h|cz|sch|ts|tz|[jzx]|c(?=[eiy])"), "s"),
    (re.compile(r"kh|gh|ck|[ckqg]"), "k"),
    (re.compile(r"ph|[vf]"), "f"),
    (re.compile(r"[pb]"), "p"),
    (re.compile(r"[td]"), "t"),
    (re.compile(r"[^sktfplrmn]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_MOST_APART = 3  # of so many consonants one may be another, or silent


def check(library: Library) -> Iterator[Diagnostic]:
    for one in library.words.values():
        if not isinstance(one, Pronounced):
            continue
        says, hint = one.says.value, "write its sound in syllables, as in al-MAH-tee for Almaty"
        if not _SYLLABLES.fullmatch(says):
            message = f"'{says}' is more than the sound of '{one.id}': it may have letters and hyphens"
            yield Diagnostic("C033", message, one.says.span, hint)
        elif not _is_near(one.id, says):
            yield Diagnostic("C033", f"'{says}' does not sound like '{one.id}'", one.says.span, hint)


def _is_near(word: str, says: str) -> bool:
    """Whether it may be said so; of words in other letters nobody can tell."""
    if not (_LATIN.fullmatch(word) and _LATIN.fullmatch(says)):
        return True
    heard = _consonants(says)
    spoken = map(_consonants, (word, re.sub("ch", "k", word, flags=re.IGNORECASE)))
    return any(_distance(own, heard) <= len(own) // _MOST_APART for own in spoken)


def _consonants(text: str) -> str:
    text = text.lower()
    for letters, sound in _SOUNDS:
        text = letters.sub(sound, text)
    return text


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or replaced (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, row[0] = row[0], at
        for place, theirs in enumerate(other, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != theirs))
    return row[-1]
