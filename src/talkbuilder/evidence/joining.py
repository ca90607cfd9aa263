"""Omissions that join one subject to another's deed: 'Some […] use it', of 'Some were poor, and the rich use it'."""

import re
from itertools import pairwise

from talkbuilder.claims.texts import irregular_verbs

_FINITE = frozenset(
    (
        *(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "may",
        ),
        *("might", "must", "should", "shall", "am", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't"),
        *("doesn't", "don't", "didn't", "won't", "can't", "cannot"),
    )
)
_OF_PEOPLE = frozenset(("who", "whom", "whose", "which"))
_JOINTS_OF_DEEDS = frozenset((";", ":", "but", "while", "whereas", "because", "although", "though"))
_OF_ANOTHER = frozenset(("who", "which", "that"))  # at the end of a gap: the deed behind is that of the word before
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that", "where", "when", "if", "as", "what", "how", "why"))
# What may stand between a joint and a deed of the same subject: 'and now also has'.
_NO_SUBJECT = frozenset(
    ("now", "then", "also", "still", "later", "soon", "often", "never", "always", "not", "only", "even", "just", "once")
) | {"again", "already", "since", "therefore", "so", "too", "finally", "sometimes", "today", "yet", "in", "fact"}
_NO_DEEDS = frozenset(("need", "bed", "red", "seed", "speed", "indeed", "hundred", "deed", "weed", "reed", "sacred"))
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|[;:,]")
_JOINTS = frozenset((";", ":", ",", "and", "but", "while", "whereas", "or", "nor", "because", "although", "though"))


def joined(kept: str, gap: str, behind: str) -> str:
    """Whose deed stands behind a gap of one sentence, where what is `kept` before it tells only of somebody else."""
    before, left_out = _words(kept), _words(gap)
    first = next(iter(_words(behind)), "")
    if not before or not _is_finite(first):
        return ""
    verb = next((at for at, word in enumerate(left_out) if _is_finite(word)), None)
    if verb is None or any(word in _RELATIVE for word in (before[-1], *left_out[:verb])):
        return ""
    if left_out[-1] in _OF_ANOTHER and len(left_out) > verb + 2:
        return " ".join(left_out[-2:])
    joints = [at for at, word in enumerate(left_out) if at > verb and word in _JOINTS]
    subject = left_out[joints[-1] + 1 :] if joints else []
    is_other = any(word not in _NO_SUBJECT for word in subject) and not any(map(_is_finite, subject))
    return " ".join(subject) if is_other and not _RELATIVE & {*subject} else ""


def is_relative(gap: str, behind: str) -> bool:
    """Whether a gap is a relative clause and nothing else: 'The girls […] laughed', of 'who had told no lies'."""
    left_out = _words(gap)
    if not left_out or left_out[0] not in _OF_PEOPLE or not _is_finite(next(iter(_words(behind)), "")):
        return False
    deeds = [at for at, word in enumerate(left_out) if _is_finite(word)]
    is_one = all({*left_out[at + 1 : other]} <= _NO_SUBJECT for at, other in pairwise(deeds))
    return (
        bool(deeds)
        and is_one
        and not {*left_out} & _JOINTS_OF_DEEDS
        and not {*left_out[deeds[-1] + 1 :]} <= _NO_SUBJECT
    )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _is_finite(word: str) -> bool:
    return word in _FINITE or word in irregular_verbs() or (word.endswith("ed") and word not in _NO_DEEDS)
