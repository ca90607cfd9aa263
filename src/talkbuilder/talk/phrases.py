"""What rules about words look for: words with their inflections, as patterns, and what is meant otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import zip_longest

from msgspec import Struct

from talkbuilder.claims.normal import lowered
from talkbuilder.diagnostics import Span
from talkbuilder.talk.forms import FORMS
from talkbuilder.talk.leftmost import leftmost

# Whom rules protect, as sentences call them.
PERSONS = (
    "person people human woman man girl boy child kid victim survivor worker laborer migrant immigrant refugee captive "
    "teen teenager daughter son mother sister brother slave prostitute minor wife villager somebody someone anybody "
    "anyone everybody everyone nobody friend neighbor prisoner hostage foreigner"
)
PRONOUNS = "them her him us me you those"
PEOPLE = "(?:" + "|".join(f"<{word}>" if word in FORMS else word for word in PERSONS.split()) + ")"
# "Her" is one of them, and not whose something is, where no noun follows.
_HER = (
    r"her(?= (?:from|by|and|or|in|at|on|to|out|when|before|after|as|like|free|into|for|with|then|a|an)\b|\W*$|[^\w\s])"
)
_WHOSE = r"(?:(?:the|a|an|this|that|these|those|my|your|our|their|his|her|its|all|many|two|three|\d+) )?(?:[a-z]+ )?"
THEM = f"(?:{_WHOSE}{PEOPLE}|{_HER}|them|him|us|me|you|those who|people who)"

_WORD = re.compile(r"[^\W_]+")
_SAME = str.maketrans("’‘‛ʼ“”„\u00a0\u202f\u2009\u2010\u2011–_", "''''\"\"\"   --- ")
_NAMED = re.compile(r"(?<!P)<([a-z]+)>")
_GAP = re.compile(r" ~(\d+) ")
_LETTER = re.compile(r"(?<!\\)[A-Z]")  # and no class such as \W
_GROUP = re.compile(r"\(([^()]*)\)([?*]?)")
_CAPITALS = "(?-i:"  # begins what is told by its capitals
_NONE: frozenset[str] = frozenset()
_CHUNK = re.compile(r"<(?P<named>[a-z]+)>|(?P<word>[A-Za-z]+)(?:(?P<may>\?)|'[a-z]+)?|#(?P<group>\d+)#(?P<plural>s\?)?")
# What may stand between two words of one clause: no stop, and no mark that begins another thought.
_BETWEEN = r"[\s\-—:,'\"()]+"
_BLANK = r"[\s\-]+"


class Phrases(Struct, frozen=True):
    """Patterns of words. `<slave>` is every form of the word, `~3` up to three words, a blank a blank or a hyphen,
    ` ?` one that may be missing.

    A text is looked at only if it has a form of one of `words`, and of one of `beside` where some are given. What a
    pattern of `unless` covers is meant otherwise.
    """

    words: str
    seen: tuple[str, ...]
    unless: tuple[str, ...] = ()
    beside: str = ""


@lru_cache(maxsize=512)  # what proves a slide stands under others as well
def words_in(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(_WORD.findall(text.translate(_SAME).lower()))


class Index:
    """Which of some texts have a word: to ask it for all texts takes less time and room than to keep their words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._places = defaultdict[str, list[int]](list)
        for at, text in enumerate(texts):
            for word in words_in(text):
                self._places[word].append(at)

    def with_each(self, sets: Iterable[frozenset[str]]) -> list[int]:
        """The numbers of the texts that have a word of each of some sets, in their order."""
        found = [{at for word in words if word in self._places for at in self._places[word]} for words in sets]
        return sorted(set.intersection(*found))


class Hit(Struct, frozen=True):
    """What a rule finds in a text: the words, where they stand, and the places that they name."""

    said: str
    span: tuple[int, int]
    named: Mapping[str, str]


def hits(phrases: Phrases, text: str) -> Iterator[Hit]:
    """Where a text says what a rule looks for."""
    own = words_in(text)
    if not may_hit(triggers(phrases), own):
        return
    plain = text.translate(_SAME)
    spared: list[tuple[int, int]] | None = None
    for found in _any(phrases.seen, plain, own):
        start, end = found.span()
        if spared is None:  # only now, for mostly nothing is found
            spared = [other.span() for other in _any(phrases.unless, plain, own)]
        if not any(one < end and start < other for one, other in spared):
            yield Hit(plain[start:end], (start, end), {name: said for name, said in found.groupdict().items() if said})


def may_hit(triggers: tuple[frozenset[str], ...], words: frozenset[str]) -> bool:
    """Whether a text of these words has one of each set."""
    return not any(map(words.isdisjoint, triggers))


def _any(patterns: tuple[str, ...], plain: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """What patterns find; only those are compiled that could find something."""
    small, searched = lowered(plain), list[tuple[re.Pattern[str], str]]()
    for pattern in patterns:
        if may_hit(_needs(pattern), words):
            searched.append((_compiled(pattern), plain if _CAPITALS in pattern else small))
    return leftmost(searched)


@cache
def triggers(phrases: Phrases) -> tuple[frozenset[str], ...]:
    """The words without which a rule finds nothing: to look for them first is many times as fast."""
    return tuple(
        frozenset(form for word in words.split() for form in FORMS.get(word, word).split())
        for words in (phrases.words, phrases.beside)
        if words
    )


@cache
def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The words without which a pattern finds nothing, as far as that is easily seen: of each set one."""
    groups: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        inner, often = found.groups(default="")
        if inner.startswith(("?!", "?=")) or (often and all(one.endswith(" ") for one in inner.split("|"))):
            return ""  # what only looks ahead, and words that may be missing
        groups.append(inner.removeprefix("?:").removeprefix("?-i:"))
        return f"#{len(groups) - 1}#{often}"

    told, last = pattern, ""
    while told != last:  # from the innermost groups outwards
        told, last = _GROUP.sub(numbered, told), told
    if "|" in told:
        return (words,) if (words := _either(told, groups)) else ()
    return tuple(_sets(told, groups))


def _sets(piece: str, groups: list[str]) -> Iterator[frozenset[str]]:
    """The sets of words of each of which one stands where a piece of a pattern does, as far as that is easily seen."""
    chunks = piece.split(" ")
    for chunk, next_chunk in zip_longest(chunks, chunks[1:], fillvalue=""):
        found = None if chunk.startswith("?") or next_chunk.startswith("?") else _CHUNK.fullmatch(chunk)
        if not found:
            continue
        if found["named"]:
            yield frozenset(FORMS[found["named"]].split())
        elif word := found["word"].lower() if found["word"] else "":
            yield frozenset((word, word[:-1] if found["may"] else word))
        elif words := _either(groups[int(found["group"])], groups):
            yield words | {f"{word}s" for word in words} if found["plural"] else words


def _either(pieces: str, groups: list[str]) -> frozenset[str]:
    """The words of which one stands where one of some pieces does; of each piece those that are said least."""
    each = [max(_sets(one, groups), key=_least_letters, default=_NONE) for one in pieces.split("|")]
    return frozenset[str]().union(*each) if all(each) else _NONE


def _least_letters(words: frozenset[str]) -> int:
    return min(map(len, words))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern for a text in small letters, which is found faster; where capitals tell, for one as it is written."""
    told = _expanded(pattern)
    if _CAPITALS in told:
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{_LETTER.sub(lambda found: found[0].lower(), told)})(?!\w)")


def _expanded(pattern: str) -> str:
    told = _NAMED.sub(lambda found: f"(?:{FORMS[found[1]].replace(' ', '|')})", pattern)
    told = _GAP.sub(lambda found: rf"(?:{_BETWEEN}\w+){{0,{found[1]}}}?{_BETWEEN}", told)
    return told.replace(" ?", r"[\s\-]*").replace(" ", _BLANK)


def place_of(said: str, whole: Span, start: int = 0) -> Span | None:
    """Where words stand in what an author wrote, from a place in its source on; None where they are not written so.

    Between the words may stand any blanks; capitals are as good as small letters.
    """
    words, text = lowered(said).split(), _lowered(whole.source.text)
    at = text.find(words[0], max(start, whole.start), whole.end)
    while at >= 0:
        if end := _end_of(words, text, at, whole.end):
            return Span(whole.source, at, end)
        at = text.find(words[0], at + 1, whole.end)
    return None


def _end_of(words: list[str], text: str, at: int, stop: int) -> int:
    """Where words end that begin at a place; 0 where they do not stand there."""
    for number, word in enumerate(words):
        begin = at
        while number and at < stop and text[at].isspace():
            at += 1
        if (number and at == begin) or not text.startswith(word, at, stop):
            return 0
        at += len(word)
    return at


@lru_cache(maxsize=4)  # of an outline many places are asked for
def _lowered(text: str) -> str:
    return lowered(text)
