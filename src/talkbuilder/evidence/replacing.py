"""Words in brackets that stand in place of the post's own: a tense, a pronoun, a name for whom it means."""

import re

from talkbuilder.claims.normal import lowered
from talkbuilder.claims.texts import irregular_verbs, stem

_WORDS = re.compile(r"[\w'-]+")
_MOST_NAMES = 3  # words of a name
# Of one verb, what stands for it in another tense; of another number it would be said of others.
_TENSES = {
    "is": ("was",),
    "am": ("was", "is"),
    "are": ("were", "is"),
    "was": ("is",),
    "were": ("are",),
    "has": ("had",),
    "have": ("had", "has"),
    "had": ("has", "have"),
    "do": ("did", "does"),
    "does": ("did",),
}
_PRONOUNS = frozenset(
    (
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "you",
        "your",
        "he",
        "him",
        "his",
        "she",
        "her",
        "hers",
    )
) | {"it", "its", "they", "them", "their", "theirs", "this", "that", "these", "those", "one"}
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "his", "her", "their", "its", "my", "our"))
_ENDINGS = ("ing", "ed", "es", "s", "d", "")


def may_stand_for(insert: str, gap: str) -> bool:
    """Whether what is put in may replace the few words of the post that stand between two pieces of a quotation."""
    own, post = _WORDS.findall(lowered(insert)), _WORDS.findall(gap)
    if not own or not post or re.search(r"[.;:!?,\"()]", gap.strip()):
        return False
    if len(own) == len(post) == 1 and is_other_tense(own[0], lowered(post[0])):
        return True
    if lowered(gap.strip()) in _PRONOUNS:
        return True
    if not all(word[0].isupper() for word in post) or len(post) > _MOST_NAMES:
        return False
    is_same_name = any(word in own for word in _WORDS.findall(lowered(gap)))
    return is_same_name or own[0] in _ARTICLES or lowered(insert.strip()) in _PRONOUNS


def is_other_tense(one: str, other: str) -> bool:
    """Whether two words are forms of one verb: are and were, work and worked."""
    if one in _TENSES.get(other, ()):
        return True
    if {one, other} & irregular_verbs():
        return one != other and stem(one) == stem(other)
    return one != other and not _roots(one).isdisjoint(_roots(other))


def _roots(word: str) -> frozenset[str]:
    """What may be left of a word without the ending of a tense: 'mov' of moved, moves and moving."""
    if len(word) < 4:
        return frozenset((word,))
    bare = {word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)}
    return frozenset(one.removesuffix("e") for one in bare if len(one) > 2)
