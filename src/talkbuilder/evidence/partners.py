"""'The school, together with the parish, built it': what a person is asked where only the parish is said to have."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Wording, wording
from talkbuilder.evidence.words import PASTS

_WITH = re.compile(
    r"\b(?P<words>in (?:close )?(?:cooperation|co-operation|partnership|collaboration|coordination|conjunction|concert"
    r"|association) with|(?:together|jointly|along|side by side) with|alongside"
    r"|with (?:the )?(?:\w+ )?(?:help|support|assistance|aid|backing|advice) (?:of|from)) (?P<whom>[^,;.:()]{1,60})"
)
_CUT = re.compile(r"[;.:!?()]")
_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
_LONGEST = 3  # words of content before a deed that tell who does it, or behind it by whom it is done


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """Who only helped, told as if they alone had done it."""
    low = lowered(passage.text)
    doing = _doing(wording(says))
    for found in _WITH.finditer(low):
        partner = _named(found["whom"])
        if not doing or partner.isdisjoint(doing):
            continue
        main = _main(passage.text, low, found.start("words"), found.end())
        if main and not any(is_explained(one, doing) for one in main - partner):
            yield f"the post says '{found['words']} {found['whom'].split()[0]} …': who did it, and who helped?"
            return


def _main(text: str, low: str, start: int, end: int) -> frozenset[str]:
    """Who does it: before the words that name a partner, or behind their comma where they begin the sentence."""
    begin = max((one.end() for one in _CUT.finditer(low, 0, start)), default=0)
    before = _named(text[begin:start])
    return before or _named(text[end:].lstrip(", "))


def _named(text: str) -> frozenset[str]:
    """The first words of content of a text, up to a deed."""
    return _until_deed(wording(text), 0)


def _until_deed(words: Wording, at: int) -> frozenset[str]:
    found: list[str] = []
    for one in words.words[at:]:
        if one.text in _BEING or (found and (one.text.endswith("ed") or one.text in PASTS)):
            break
        if one.is_content:
            found.append(one.stem)
        if len(found) == _LONGEST:
            break
    return frozenset(found)


def _doing(ours: Wording) -> frozenset[str]:
    """Who does it in a statement: who stands before the deed, or behind the 'by' of what was done."""
    is_done = any(one.text in _BEING for one in ours.words)
    by = next((at for at, one in enumerate(ours.words) if one.text == "by" and is_done), None)
    return _until_deed(ours, by + 1) if by is not None else _until_deed(ours, 0)
