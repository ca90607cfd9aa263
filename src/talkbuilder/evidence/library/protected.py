"""Protected names, of which only salted hashes are kept: how they are made, and where a text has one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.evidence.library.spellings import LEAST_STEM, WORD, as_read, spelled, stems, words_of

if TYPE_CHECKING:
    from hashlib import blake2b

HEAD = (
    "# What no deck may show, say or store, as salted hashes that name nobody.\n"
    "# 'talkbuilder protect' adds to it. A line: how many words, and their hash.\n"
)
# G. told me; Mrs. G.; G——; but not the end of a sentence ("vitamin A. Then"), nor "U.S.".
_LETTERED = ("part", "plan", "step", "figure", "section", "vitamin", "class", "group")  # whose letters are no names
_ONE_INITIAL = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _LETTERED)
    + r"(?<![\w.])([^\W\d_])(?:\.(?=['’]s\b|,? (?!coli\b)[a-zа-яё])|[-–—_*…]{2,}|[—…])"
)
_TITLED = re.compile(
    r"\b(?i:(?=[mfhdptsb])(?:mrs?|ms|miss|mister|madame?|mme|frau|herr|dr|prof|professor|doctor|teacher|sister|brother)"
    r")\b\.? "
    r"(?!I [a-z])([A-ZА-ЯЁ])(?!['’]?\w)"
)
_TWO_INITIALS = re.compile(r"(?<![\w.])([^\W\d_])\.(?: ?([^\W\d_])\.|([^\W\d_]))(?![\w.])")
_APART = r"(?<!\w)[^\W\d_](?:[ .\-_]{1,2}[^\W\d_]){2,}(?!\w)"
_WITHIN_APART = r"[ .\-_][^\W\d_][ .\-_]{1,2}[^\W\d_](?![^\W_])"  # of which this is found five times as fast
_PARTS = r"[^\-‐]+"
_NO_INITIALS = frozenset(f"i {one}" for one in ("u s", "p s", "a m", "p m", "i e", "e g", "d k", "u n", "b k", "a d"))
_MOST_WORDS = 8  # of a phrase
_LEAST_LETTERS = 2
_LEAST_WITHIN, _MOST_WITHIN = 6, 60  # letters of a name within a word of an address, and of that word
_LINE = r"(?:salt (?P<salt>[0-9a-f]{32})|(?P<size>[1-8if]) (?P<hash>[0-9a-f]{24}|(?<=f )[0-9a-f]{2}))"


class Unreadable(Exception):
    """The list is not as it was written; has the line."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


STEM = "~"  # before the form of a name without its ending
INITIALS = "i"  # in place of a number of words
FIRST = "f"  # the first word of a phrase
_DIGEST_BYTES = 12
_SHORT = 2  # digits that are kept of the hash of a first word: to pass most words over, and to tell of none which it is
_LEAST_LONG = 6  # letters of a name that is known with other endings too; in small letters, most words are no names
_PLURAL = ("s", "es")
_POSSESSIVE = r"(?i)['’ʼ`]s$"
_SIGNS = ("://", "@", "%", "www.", "mailto:")  # without one of them there is no address, as in most texts
_ADDRESS = r"(?i)(?:[a-z]+://|www\.|mailto:)\S+|[^\s@]+@[^\s@]+\.\w+|\S*%[0-9a-f]{2}\S*"
_PUNY = r"(?i)\bxn--[a-z0-9-]+"


class Protected(Struct, frozen=True, eq=False):  # compared by identity, by which answers are cached
    """The list: its salt, and the hashes of phrases by their number of words; of initials under INITIALS."""

    salt: bytes = b""
    hashes: frozenset[tuple[str, str]] = frozenset()

    def hits(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where protected words stand in a text, from left to right; none within another."""
        return _hits(self, text) if text and self.hashes else ()


@lru_cache(maxsize=4096)  # the evidence of a talk stands in many of its notes
def _hits(kept: Protected, text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for hit in sorted(_found(kept, text), key=lambda hit: (hit[0], -hit[1])):
        if not found or hit[0] >= found[-1][1]:
            found.append(hit)
    return tuple(found)


def _found(kept: Protected, text: str) -> Iterator[tuple[int, int]]:
    plain = [(places[start], places[end - 1] + 1) for read, places in as_read(text) for start, end in _in(kept, read)]
    yield from plain
    for address in addresses(text):
        start, end = address.span()
        if not any(start <= one[0] < end for one in plain) and any(
            any(_in(kept, one)) or _has_within(kept, one) for one in readings(address[0])
        ):
            yield address.span()


def _in(kept: Protected, text: str) -> Iterator[tuple[int, int]]:
    if _may_have(kept, text):
        words = _words(text)
        parts = [(start, one) for start, _, word in words for one in re.finditer(_PARTS, word)]
        for placed in (words, [(start + one.start(), start + one.end(), one[0]) for start, one in parts]):
            for first, last in _of_words(kept, [word for _, _, word in placed]):
                yield placed[first][0], placed[last][1]
    if _kinds(kept)[1]:
        yield from _of_initials(kept, text)


def _may_have(kept: Protected, text: str) -> bool:
    """Whether a text has a protected word or phrase, or letters that stand apart: most have neither, and no places."""
    words = re.findall(WORD, text)
    found = next(_of_words(kept, words), None)
    if found is None and ("-" in text or "‐" in text):  # Olenina-led; visit-the-red-mill
        found = next(_of_words(kept, [part for word in words for part in re.findall(_PARTS, word)]), None)
    return found is not None or re.search(_WITHIN_APART, text) is not None


@lru_cache(maxsize=4)
def _plain(kept: Protected) -> set[str]:
    """The words that are neither protected nor begin what is; most are asked for many times."""
    return set()


def _of_words(kept: Protected, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which of some words are protected: the number of the first and of the last of each phrase."""
    (sizes, _), plain = _kinds(kept), _plain(kept)
    strange = {*words} - plain
    for at, word in enumerate(words if strange else ()):
        if word not in strange:
            continue
        is_known, begins = _is_known(kept, (word,)), _begins_phrase(kept, word)
        if not is_known and not begins:
            plain.add(word)
        if is_known:
            yield at, at
        for size in sizes if begins else ():
            if at + size <= len(words) and _is_known(kept, tuple(words[at : at + size])):
                yield at, at + size - 1


def _of_initials(kept: Protected, text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_ONE_INITIAL, _TITLED, _TWO_INITIALS):
        for match in pattern.finditer(text):
            letters = initials(match.groups())
            if letters not in _NO_INITIALS and (INITIALS, hash_of(kept.salt, letters)) in kept.hashes:
                yield match.span()


def _has_within(kept: Protected, text: str) -> bool:
    """Whether a name of some length stands within a word of an address, where words are run together."""
    runs = (run for run in re.findall(r"[a-z]+", text.lower()) if _LEAST_WITHIN < len(run) <= _MOST_WITHIN)
    pieces = {
        run[start:end]
        for run in runs
        for start in range(len(run) - _LEAST_WITHIN + 1)
        for end in range(start + _LEAST_WITHIN, len(run) + 1)
    }
    return any(("1", hash_of(kept.salt, form)) in kept.hashes for piece in pieces for form in spelled(piece))


@lru_cache(maxsize=4)
def _kinds(kept: Protected) -> tuple[tuple[int, ...], bool]:
    """How many words phrases have that are more than one word, and whether there are initials."""
    sizes = {size for size, _ in kept.hashes}
    return tuple(sorted(int(size) for size in sizes - {INITIALS, FIRST, "1"})), INITIALS in sizes


@lru_cache(maxsize=65536)
def _begins_phrase(kept: Protected, word: str) -> bool:
    """Whether a phrase may begin with a word: few do, and to try all the others takes ten times as long."""
    hashes = (hash_of(kept.salt, FIRST + form) for form in spelled(word)) if _kinds(kept)[0] else ()
    return any((FIRST, part) in kept.hashes for one in hashes for part in (one[:_SHORT], one))


@lru_cache(maxsize=65536)
def _is_known(kept: Protected, words: tuple[str, ...]) -> bool:
    return _is_kept(kept, str(len(words)), forms_read(words))


def _is_kept(kept: Protected, size: str, forms: Iterable[str]) -> bool:
    return not kept.hashes.isdisjoint([(size, hash_of(kept.salt, form)) for form in forms])


def _words(text: str) -> list[tuple[int, int, str]]:
    """The words of a text with their places; letters that stand apart, `N a m e`, are one word."""
    words = [(match.start(), match.end(), match[0]) for match in words_of(text)]
    apart = [(match.start(), match.end(), re.sub(r"[\W_]", "", match[0])) for match in re.finditer(_APART, text)]
    return sorted((*words, *apart)) if apart else words


def protect(known: Protected, name: str, salt: bytes = b"", is_person: bool = False) -> Protected:
    """The list with one more word or phrase; `salt` is taken where the list has none yet.

    Of a person each part of the name is protected, and so are the initials. Raises ValueError for what is no name.
    """
    words = tuple(match[0] for match in words_of(next(as_read(name))[0]))
    if not words or len(words) > _MOST_WORDS or sum(map(len, words)) < _LEAST_LETTERS:
        raise ValueError(f"a name or a phrase has 1 to {_MOST_WORDS} words")
    salt = known.salt or salt
    phrases = {words, ("".join(words),), *((word,) for word in words if is_person and len(word) > _LEAST_LETTERS)}
    new = {(str(len(one)), hash_of(salt, form)) for one in phrases for form in forms_kept(one)}
    new |= {(FIRST, hash_of(salt, FIRST + form)[:_SHORT]) for form in spelled(words[0]) if len(words) > 1}
    if is_person:
        letters = [word[0] for word in words]
        new |= {(INITIALS, hash_of(salt, initials(one))) for one in (letters, letters[:1], letters[-1:])}
    return Protected(salt, known.hashes | new)


def freed(known: Protected, name: str) -> Protected:
    """The list without a name or any part of it; initials stay, which others may have too. Raises ValueError."""
    gone = protect(Protected(known.salt), name, is_person=True).hashes
    return Protected(known.salt, known.hashes - {one for one in gone if one[0] not in (INITIALS, FIRST)})


@lru_cache(maxsize=4)
def read_protected(data: bytes) -> Protected:
    """The list of a file. Raises Unreadable."""
    salt, hashes = b"", set[tuple[str, str]]()
    for number, line in enumerate(data.splitlines(), start=1):
        text = line.decode("utf-8", "replace").strip()
        if not text or text.startswith("#"):
            continue
        found = re.fullmatch(_LINE, text)
        if not found or (found["salt"] and salt):
            raise Unreadable(number)
        if found["salt"]:
            salt = bytes.fromhex(found["salt"])
        else:
            hashes.add((found["size"], found["hash"]))
    if hashes and not salt:
        raise Unreadable(1)
    return Protected(salt, frozenset(hashes))


@lru_cache(maxsize=4)
def joined(lists: tuple[Protected, ...]) -> Protected:
    """One list of several, which have one salt. Raises Unreadable where they have not."""
    salts = {one.salt for one in lists if one.hashes}
    if len(salts) > 1:
        raise Unreadable(1)
    if len(lists) == 1:
        return lists[0]
    return Protected(next(iter(salts), b""), frozenset().union(*(one.hashes for one in lists)))


def parted(kept: Protected) -> tuple[Protected, Protected]:
    """What may be committed of a list, and what a list of names cracks: the hashes of single words, and of initials."""
    single = frozenset(one for one in kept.hashes if one[0] in ("1", INITIALS))
    shown = frozenset((size, one[:_SHORT] if size == FIRST else one) for size, one in kept.hashes - single)
    return Protected(kept.salt, shown), Protected(kept.salt, single)


def write_protected(kept: Protected) -> bytes:
    """The file of a list; the hashes are sorted, so that nothing shows which belong together or came first."""
    lines = [f"salt {kept.salt.hex()}", *(f"{size} {one}" for size, one in sorted(kept.hashes))]
    return (HEAD + "\n".join(lines) + "\n").encode()


def forms_read(words: tuple[str, ...]) -> list[str]:
    """The forms of which one is kept where words, which stand in a text, are protected."""
    last = words[-1]
    if not last.isalpha():  # most are
        last = re.sub(_POSSESSIVE, "", last)
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
    hashed = salted(salt, _DIGEST_BYTES).copy()
    hashed.update(form.encode())
    return hashed.hexdigest()


@lru_cache(maxsize=4)
def salted(salt: bytes, size: int) -> "blake2b":
    """What all hashes of a list begin with; each has so many bytes."""
    from hashlib import blake2b  # 7 ms, which who hashes nothing need not pay

    return blake2b(key=salt, digest_size=size)


def addresses(text: str) -> Iterator[re.Match[str]]:
    if any(sign in text for sign in _SIGNS):
        yield from re.finditer(_ADDRESS, text)


def readings(address: str) -> Iterator[str]:
    """An address as it is written; without percent signs; with the letters of its country in its domain."""
    yield address
    read = address
    if "%" in address:
        from urllib.parse import unquote_plus  # 3 ms, which an address without such signs need not pay

        read = unquote_plus(address)
    read = re.sub(_PUNY, lambda found: _of_puny(found[0]), read)
    if read != address:
        yield read


def _of_puny(label: str) -> str:
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
