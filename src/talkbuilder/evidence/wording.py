"""How a text is worded: each word with its clause, and with whatever denies it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.words import LITTLE_WORDS, stem

_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?|\$? ?\d[\d,]*(?:\.\d+)?(?:/\d+)?(?:st|nd|rd|th)?%?|[,;:()\"?!]|\.(?= |$)| - "
)
_CUTS = frozenset(
    (",", ";", ":", "(", ")", '"', ".", "?", "!", " - ", "but", "although", "though", "while", "whereas", "however")
) | {"yet", "because", "unless", "until", "despite"}
_DENYING = frozenset(
    ("not", "no", "never", "nor", "neither", "none", "nothing", "nobody", "nowhere", "without", "hardly", "barely")
) | {"scarcely", "rarely", "seldom", "cannot", "unable"}
_DENYING_STEMS = frozenset(stem(word) for word in ("fail", "refuse"))
# 'nobody but members', 'no more than', 'not only': these deny nothing.
_BUT = frozenset(
    ("but", "except", "other", "more", "less", "fewer", "later", "only", "doubt", "until", "unless", "least")
)
_BEFORE_MONTHS = frozenset(("in", "of", "since", "until", "by", "last", "early", "late", "next", "every", "mid"))


class Word(Struct, frozen=True):
    """A word where it stands; figures are words without a stem."""

    text: str
    stem: str
    start: int
    end: int
    clause: int
    is_denied: bool
    denies: bool

    @property
    def is_content(self) -> bool:
        return bool(self.stem) and self.text not in LITTLE_WORDS


class Wording(Struct, frozen=True):
    """A text word by word; `stems` are those of its content."""

    words: tuple[Word, ...]
    stems: frozenset[str]
    denied: frozenset[str]
    plain: frozenset[str]  # stems that stand somewhere without being denied

    def within(self, start: int, end: int) -> Sequence[int]:
        """The numbers of the words of a stretch."""
        return [at for at, word in enumerate(self.words) if start <= word.start and word.end <= end]

    def next_content(self, at: int, most: int = 4) -> Word | None:
        """The first word of content behind a word, in the same clause and at most so many words away."""
        for word in self.words[at + 1 : at + 1 + most]:
            if word.clause != self.words[at].clause:
                return None
            if word.is_content:
                return word
        return None


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """The wording of a text in normal form."""
    low = lowered(text)
    words: list[Word] = []
    clause, denied = 0, False
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(low)]
    for number, (token, start, end) in enumerate(tokens):
        if token in _CUTS:
            clause, denied = clause + 1, False
            continue
        token = token.removesuffix("'s")
        is_word = token[0].isalpha()
        own = _stem(token, tokens[number - 1][0] if number else "") if is_word else ""
        denies = is_word and _denies(
            token, own, [one[0] for one in tokens[max(0, number - 1) : number + 3]], number > 0
        )
        words.append(Word(token, own, start, end, clause, denied, denies))
        denied = denied or denies
    content = [word for word in words if word.is_content]
    opposite = (stem(word.text[2:]) for word in content if word.text.startswith("un"))  # 'unidentified'
    return Wording(
        tuple(words),
        frozenset(word.stem for word in content),
        frozenset((*(word.stem for word in content if word.is_denied), *opposite)),
        frozenset(word.stem for word in content if not word.is_denied),
    )


def _stem(word: str, before: str) -> str:
    """The stem of a word; months that are verbs too, by the word before them."""
    return f"{word}-month" if word in ("may", "march") and before in _BEFORE_MONTHS else stem(word)


def _denies(word: str, own: str, around: list[str], has_before: bool) -> bool:
    before, behind = around[0] if has_before else "", around[1 + has_before :]
    if word == "only":
        return before == "if"  # 'if only they had listened'
    if behind and (behind[0] in _BUT or behind == ["the", "only"]):
        return False
    if own in _DENYING_STEMS:
        return behind[:1] == ["to"]
    return word in _DENYING or word.endswith("n't")
