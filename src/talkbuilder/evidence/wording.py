"""How a text is worded: each word with its clause, and with whatever denies it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.words import LITTLE_WORDS, stem, stems

_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?|\$? ?\d(?:[\d,]*\d)?(?:\.\d+)?(?:/\d+)?(?:st|nd|rd|th)?%?|[,;:()\"?!]"
    r"|(?<=\w\w)\.(?= |$)| - "
)
_CUTS = frozenset(
    (",", ";", ":", "(", ")", '"', ".", "?", "!", " - ", "but", "although", "though", "while", "whereas", "however")
) | {"yet", "because", "unless", "until", "despite"}
_JOINTS = frozenset(("unless", "because"))  # on which the clause behind them depends
_DENYING = frozenset(
    ("not", "no", "never", "nor", "neither", "none", "nothing", "nobody", "nowhere", "without", "hardly", "barely")
) | {"scarcely", "rarely", "seldom", "cannot", "unable"}
_DENYING_STEMS = frozenset(stem(word) for word in ("fail", "refuse", "deny"))
# 'nobody but members', 'no more than', 'not only': these deny nothing.
_BUT = frozenset(
    ("but", "except", "other", "more", "less", "fewer", "later", "only", "doubt", "until", "unless", "least")
)
_EVERY = frozenset(("all", "every", "everybody", "everyone", "everything"))  # 'not all' are some
_NEARBY = 4  # words
_PARTING = re.compile(r"[,;:.]")
_MONTHS = frozenset(("may", "march"))  # words that are verbs too
_BEFORE_MONTHS = frozenset(
    ("in", "of", "since", "until", "by", "last", "early", "late", "next", "every", "mid", "before", "after")
)


# Who would like to do these does them by saying so: 'I would like to thank you'.
SPOKEN = stems("thank apologize say add mention note stress emphasize")
AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "do", "did", "can", "could", "may", "will"))
_BESIDE_VERBS = frozenset(("not", "been", "being", "probably", "also", "never", "already", "often"))
_NO_SUBJECT = frozenset(("and", "or", "to", "that", "which", "when", "where", "as", "than"))
_LONGEST_SUBJECT = 10  # words


class Word(Struct, frozen=True):
    """A word where it stands; figures are words without a stem."""

    text: str
    stem: str
    start: int
    end: int
    clause: int
    is_content: bool
    is_denied: bool
    denies: bool


class Wording(Struct, frozen=True, eq=False):  # one is itself, so that what is found in it can be kept for it
    """A text word by word; `stems` are those of its content."""

    words: tuple[Word, ...]
    stems: frozenset[str]
    denied: frozenset[str]
    plain: frozenset[str]  # stems that stand somewhere without being denied
    all_stems: frozenset[str]  # those of grammar too

    @property
    def spaced(self) -> str:
        """The words with single blanks between them, and nothing else."""
        return " ".join(one.text for one in self.words)

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


class Bend(Struct, frozen=True):
    """What a statement says otherwise than its source."""

    code: str
    message: str
    hint: str
    is_doubt: bool = False  # it may be what the source says; a person must see


class Passage(Struct, frozen=True):
    """The sentence or sentences of a post that a statement points into, and what it may lean on for its words."""

    text: str
    own: Range  # the words that are pointed to, in it
    before: str = ""  # what stands before it, which a pronoun may mean
    around: str = ""  # the title of the post, who says it, where
    post: str = ""  # all of it, with its title
    place: str = ""  # the name of the country or state that the fact is for

    @property
    def wording(self) -> Wording:
        return wording(self.text)

    @property
    def leant_on(self) -> Wording:
        return wording(self.before)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch stands in what is pointed to, or few words before or behind it in its clause."""
        left, right = self.own
        between = self.text[end:left] if end <= left else self.text[right:start]
        return len(between.split()) <= _NEARBY and not _PARTING.search(between)

    def explains(self, stem: str) -> bool:
        """Whether a word stands in what the passage leans on."""
        return stem in self.leant_on.all_stems or stem in wording(self.around).all_stems


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """The wording of a text in normal form."""
    words: list[Word] = []
    clause, denied, before = 0, False, ""
    tokens = [(found[0].removesuffix("'s"), found.start(), found.end()) for found in _TOKEN.finditer(lowered(text))]
    for number, (token, start, end) in enumerate(tokens):
        if token in _CUTS:
            clause, denied, before = clause + 1, False, token
            if token in _JOINTS:
                words.append(Word(token, token, start, end, clause, False, False, False))
            continue
        if token[0].isalpha():
            own = f"{token}-month" if token in _MONTHS and before in _BEFORE_MONTHS else stem(token)
            may_deny = token in _DENYING or own in _DENYING_STEMS or token.endswith("n't") or token == "only"
            denies = may_deny and _denies(token, own, before, [one[0] for one in tokens[number + 1 : number + 3]])
            is_content = token not in LITTLE_WORDS or own.endswith("-month")
            words.append(Word(token, own, start, end, clause, is_content, denied or before == "non", denies))
            denied = denied or denies
        else:
            words.append(Word(token, "", start, end, clause, False, denied, False))
        before = token
    content = [word for word in words if word.is_content]
    opposite = (
        stem(word.text[len(lead) :]) for word in content for lead in ("un", "non") if word.text.startswith(lead)
    )
    return Wording(
        tuple(words),
        frozenset([word.stem for word in content]),
        frozenset((*(word.stem for word in content if word.is_denied), *opposite)),
        frozenset([word.stem for word in content if not word.is_denied]),
        frozenset([word.stem for word in words]),
    )


def _denies(word: str, own: str, before: str, behind: list[str]) -> bool:
    if word == "only":
        return before == "if"  # 'if only they had listened'
    if behind and (behind[0] in _BUT or behind[0] in _EVERY or behind == ["the", "only"]):
        return False
    return own not in _DENYING_STEMS or behind[:1] in (["to"], ["that"])


def is_subject(text: Wording, at: int, verb: int) -> bool:
    """Whether nothing but a noun and its 'are' stands between two words: 'some young bakers of the town are unpaid'."""
    between = text.words[at + 1 : verb]
    if len(between) > _LONGEST_SUBJECT or text.words[at].clause != text.words[verb].clause:
        return False
    while between and between[-1].text in AUXILIARIES | _BESIDE_VERBS:
        between = between[:-1]
    return bool(between) and not any(one.text in AUXILIARIES | _NO_SUBJECT for one in between)
