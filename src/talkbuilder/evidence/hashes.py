"""The forms by which words and phrases are known again, and their salted hashes, which tell neither."""

import re
from collections.abc import Iterable, Iterator
from re import IGNORECASE

from talkbuilder.evidence.spellings import LEAST_STEM, spelled, stems

STEM = "~"  # before the form of a name without its ending
INITIALS = "i"  # in place of a number of words
FIRST = "f"  # the first word of a phrase
_DIGEST_BYTES = 12
_LEAST_LONG = 6  # letters of a name that is known with other endings too; in small letters, most words are no names
_PLURAL = ("s", "es")
_POSSESSIVE = re.compile(r"['’ʼ`]s$", IGNORECASE)


def forms_read(words: tuple[str, ...]) -> list[str]:
    """The forms of which one is kept where words, which stand in a text, are protected."""
    last = words[-1]
    if not last.isalpha():  # most are
        last = _POSSESSIVE.sub("", last)
    is_capital, forms = last[0].isupper(), spelled(last)
    found = []
    for head in _heads(words[:-1]):
        for form in forms:
            found.append(head + form)
            if not last.isascii():  # Russian and Kazakh names end otherwise in each case
                found += (f"{STEM}{head}{_without_vowel(stem)}" for stem in (form, *stems(form)))
                continue
            if form[-1] == "s" and (is_capital or head or len(form) > _LEAST_LONG):
                found += (head + form.removesuffix(ending) for ending in _PLURAL)
            if is_capital:  # Oleninoy, the Olenins
                long = (stem for stem in (form, *stems(form)) if len(stem) >= _LEAST_LONG)
                found += (f"{STEM}{head}{_without_vowel(stem)}" for stem in long)
    return found


def forms_kept(words: tuple[str, ...]) -> Iterator[str]:
    """The forms by which a phrase is known: as it is spelled, and without its last vowel."""
    for head in _heads(words[:-1]):
        for form in spelled(words[-1]):
            yield head + form
            yield STEM + head + _without_vowel(form)


def _without_vowel(form: str) -> str:
    return form[:-1] if form[-1] in "aeiou" and len(form) > LEAST_STEM else form


def _heads(words: tuple[str, ...]) -> list[str]:
    """All but the last word of a phrase, in each of the ways in which they may be spelled."""
    heads = [""]
    for word in words:
        heads = [f"{head}{form} " for head in heads for form in spelled(word)]
    return heads


def initials(letters: Iterable[str | None]) -> str:
    """Initials in the one form in which they are compared: 'i g k'."""
    return " ".join([INITIALS, *(min(spelled(one) or {one.lower()}) for one in letters if one)])


def hash_of(salt: bytes, form: str) -> str:
    from hashlib import blake2b  # 7 ms, which who hashes nothing need not pay

    return blake2b(form.encode(), key=salt, digest_size=_DIGEST_BYTES).hexdigest()
