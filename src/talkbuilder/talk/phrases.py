"""What rules about words look for: words with their inflections, as patterns, and what is meant otherwise."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.normal import lowered
from talkbuilder.talk.forms import FORMS

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


def words_in(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(_WORD.findall(text.translate(_SAME).lower()))


def hits(phrases: Phrases, text: str, words: frozenset[str] | None = None) -> Iterator[re.Match[str]]:
    """Where a text says what a rule looks for; `words` are those of the text, where they are known."""
    own = words_in(text) if words is None else words
    if any(triggers.isdisjoint(own) for triggers in _triggers(phrases)):
        return
    seen, unless = _compiled(phrases)
    plain = text.translate(_SAME)
    spared = [found.span() for found in unless.finditer(plain)] if unless else []
    for found in seen.finditer(plain):
        if not any(start < found.end() and found.start() < end for start, end in spared):
            yield found


@cache
def _triggers(phrases: Phrases) -> tuple[frozenset[str], ...]:
    """The words without which a pattern finds nothing: to look for them first is many times as fast."""
    return tuple(
        frozenset(form for word in words.split() for form in FORMS.get(word, word).split())
        for words in (phrases.words, phrases.beside)
        if words
    )


@cache
def _compiled(phrases: Phrases) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return _pattern(phrases.seen), _pattern(phrases.unless) if phrases.unless else None


def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(_expanded, patterns))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


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
