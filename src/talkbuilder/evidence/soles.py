"""'Not the only four' leaves room for others: it must not become 'there are four', nor 'the only one'."""

import re
from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Wording
from talkbuilder.evidence.words import stem

NOT_ALONE = re.compile(
    r"(?P<words>\b(?:not|never|by no means|far from|hardly|scarcely|neither|\w+n't)"
    r"(?: (?:the|our|its|their|his|her|my))? (?:only|sole))(?P<what>(?: [\w'-]+){1,3})"
)
_SAYS_ONLY = re.compile(r"\b(?:only|sole|solely|alone|nothing but|nobody but|just one|single)\b")
# What counts all of them: 'there are', 'has', 'in all'.
_COUNTS_ALL = re.compile(
    r"\b(?:there (?:is|are|was|were)|has|have|had|holds?|owns?|owned|counts?|in all|altogether|total)\b"
)
_LEAVES_ROOM = re.compile(
    r"\b(?:not?|never|more|other|others|besides?|further|another|at least|one of|two of|among|too|also|additional"
    r"|some of|far from|by no means|hardly|over|than|else|several|many|\w+n't)\b"
)


def bends(told: str, ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A statement that has lost the room for others."""
    said, low = lowered(told), lowered(passage.text)
    for found in NOT_ALONE.finditer(low) if has_only(low) else ():
        words = [stem(word) for word in found["what"].split()]
        is_told = passage.touches(found.start(), found.end()) and not ours.all_stems.isdisjoint(words)
        if not is_told or _LEAVES_ROOM.search(said) or _is_one_of_many(ours, words):
            continue
        is_counted = bool(figures(found["what"])) and bool(_COUNTS_ALL.search(said)) and bool(figures(told))
        if _SAYS_ONLY.search(said) or is_counted:
            yield Bend("E106", f"it has lost the '{found['words']}' of the post", "leave room for the others")


def has_only(low: str) -> bool:
    """Whether it is worth looking, which is quickly seen."""
    return " only" in low or " sole" in low


def _is_one_of_many(ours: Wording, stems: list[str]) -> bool:
    """Whether what is meant stands behind an 'a': 'fishing is a trade of the islanders'."""
    return any(one.stem in stems and before.text in ("a", "an") for before, one in pairwise(ours.words))
