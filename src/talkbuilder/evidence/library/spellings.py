"""One form for all spellings of a name: other alphabets, letters that only look alike, accents, ways to transliterate.

A name that somebody disguises or spells by ear must still be known. Two names of one form are taken for the same, which
errs on the side of those who are named.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

# Letters of other alphabets that look like Latin ones but sound otherwise; those that sound alike anyascii knows.
_ALIKE = str.maketrans(
    "АВЕЅЗІЈКМНОРСТУХаеѕзіјкморстухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESZIJKMHOPCTYXaeszijkmopctyxhdqwABEZHIKMNOPTYXaiknoptux",
)
_IN_CYRILLIC = {latin: letter for letter, latin in reversed(_ALIKE.items()) if 0x400 <= letter < 0x530}
_DIGITS = (str.maketrans("0134578@$!|", "oieastbasil"), str.maketrans("0134578@$!|", "oleastbasll"))
# What one hears alike is written alike: Gulmyra, Goulmira; Zhanar, Janar; Aleksey, Alexei. Only a word that has one of
# the signs of a sound is searched for it, for most words have none.
_SOUNDS = tuple(
    (tuple(signs.split()), re.compile(pattern), plain)
    for signs, pattern, plain in (
        ("' ’ ʹ ʺ ` ´ ‘ . -", r"['’ʹʺ`´‘.\-]+", ""),
        ("ph", r"ph", "f"),
        ("x", r"x", "ks"),
        ("kh gh", r"kh|gh", "h"),
        ("zh dj", r"zh|dj|dzh", "j"),
        ("tch", r"tch", "ch"),
        ("ou oo", r"ou|oo", "u"),
        ("c q", r"ck|q|c(?!h)", "k"),
        ("w", r"w", "v"),
        ("yu yo iu io ju jo", r"(?<=[bcdfghklmnprstvz])(?:y|i|j)(?=[uo])", ""),  # Lyuba, Ljuba, Liuba
        ("ee ii y j", r"ee|ii|y|(?<=[aeou])j", "i"),
        ("ie", r"^ie", "e"),
        ("ju", r"^ju", "iu"),
    )
)
# How passports and papers write е, ё, щ and ғ, whose letters alone are e, e, shch and gh: Serikbayeva, Dariga.
_ON_PAPER = tuple(
    (re.compile(it), letter) for it, letter in ((r"[yij]o", "e"), (r"\B[yij]e", "e"), ("sch", "shch"), ("gh", "g"))
)
_DOUBLE = r"(.)\1+"
# Endings of English, Russian and Kazakh that a name takes on; each leaves a stem of three letters at least.
_ENDINGS = (
    *("ovna", "evna", "ochka", "echka", "chik", "ik", "ih", "im", "imi", "tar", "ter", "lar", "ler", "dar", "der"),
    *("ami", "oi", "oiu", "eiu", "oy", "em", "om", "ei", "ah", "am", "iei", "ning", "ding", "ting", "nin", "nan"),
    *("din", "tin", "den", "dan", "ten", "tan", "men", "ben", "pen", "ga", "ge", "ha", "he", "ka", "ke", "na", "ne"),
    *("da", "de", "ta", "te", "di", "ni", "ti", "s", "es", "a", "e", "i", "u", "o"),
)
LEAST_STEM = 3
_DISGUISED = r"[\d@$!|]"
WORD = r"[$!|]?[^\W_]++(?:['’ʼ`\-]?(?:[^\W_]++|[$|]|@(?![\w.-]+\.\w)))*+"
# What nobody sees: hyphens and joints of no width, marks of direction; and accents that stand by themselves.
UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\u180e\u034f\u061c\u202a-\u202e"
_NO_LETTERS = re.compile(rf"[{UNSEEN}\u0300-\u036f\ufe00-\ufe0f]")
_BREAK = re.compile(r"[-‐](?<=[^\W\d_].)\s+(?=[^\W\d_])")


def spelled(word: str) -> frozenset[str]:
    """The forms in which a word may be spelled, without its ending taken off; the same for all spellings of a name."""
    return frozenset(_forms(word))


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    word = word.replace("’", "'")
    if word.isdecimal():
        return (word,)
    if word.isascii() and not re.search(_DISGUISED, word):
        return _heard(word.lower())
    read = (word,) if word.isascii() else _in_latin(word)
    leet = tuple(one.translate(digits) for one in read if re.search(r"[A-Za-z]", one) for digits in _DIGITS)
    found = (form for one in (*read, *leet) for form in _heard("".join(re.findall(r"[a-z]+", one.lower()))))
    return tuple(dict.fromkeys(one for one in found if one))


def _heard(word: str) -> tuple[str, ...]:
    """How a word in small letters sounds, also letter by letter if it is as on paper; with the J of Germans and Poles,
    who write Jelena, as with a Y too."""
    plain = word
    for pattern, letter in _ON_PAPER:
        plain = pattern.sub(letter, plain)
    words = (word, *([plain] if plain != word else ()), *([word[1:]] if word.startswith("je") else ()))
    return tuple(_sounding(one) for one in words)


def _in_latin(word: str) -> tuple[str, ...]:
    """A word as its letters sound, and as they look: to who reads Latin, and to who reads Cyrillic."""
    from anyascii import anyascii  # which plain English need not pay for

    is_mixed = re.search(r"[A-Za-z]", word) and re.search(r"[\u0400-\u052f]", word)
    seen = (word, word.translate(_ALIKE), *([word.translate(_IN_CYRILLIC)] if is_mixed else ()))
    return tuple(map(anyascii, seen))


# Letters in circles, squares and parentheses are letters.
_FRAMED = {
    first + at: chr(letter + at)
    for letter, alphabets in ((65, (0x24B6, 0x1F110, 0x1F130, 0x1F150, 0x1F170)), (97, (0x24D0, 0x249C)))
    for first in alphabets
    for at in range(26)
}

Placed = tuple[str, Sequence[int]]  # a text, and where each of its characters stood, and its end


def as_read(text: str) -> Iterator[Placed]:
    """A text as it is read: without what nobody sees, and once more without the hyphens at the ends of lines."""
    seen: Placed = text, range(len(text) + 1)
    if not text.isascii():
        seen = _without(_NO_LETTERS, (text.translate(_FRAMED), seen[1]))
    yield seen
    if _BREAK.search(seen[0]):
        yield _without(_BREAK, seen)


def _without(pattern: re.Pattern[str], placed: Placed) -> Placed:
    text, places = placed
    if not pattern.search(text):
        return placed
    gone = {at for found in pattern.finditer(text) for at in range(*found.span())}
    kept = [at for at in range(len(text)) if at not in gone]
    return "".join(text[at] for at in kept), (*(places[at] for at in kept), places[-1])


def stems(form: str) -> Iterator[str]:
    """A form without the endings that it may carry, the barest last."""
    for ending in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= LEAST_STEM:
            yield stem
            if len(ending) > 1 and ending[0] not in "aeiou":  # that of Almat-tin, which is heard as one
                yield stem + ending[0]


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, apostrophes and hyphens inside of them included."""
    return re.finditer(WORD, text)


def _sounding(word: str) -> str:
    for signs, pattern, plain in _SOUNDS:
        for sign in signs:
            if sign in word:
                word = pattern.sub(plain, word)
                break
    return re.sub(_DOUBLE, r"\1", word)
