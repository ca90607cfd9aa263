"""Words that a source has in quote marks, and of which no voice tells whose they are: hardly ever its author's."""

import re

from talkbuilder.claims.normal import Range
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.tags import is_announced, is_ascribed, is_mine
from talkbuilder.evidence.unclear import Unclear

_WHY = "they stand in quote marks, so somebody else is speaking"
_FEWEST_WORDS = 4  # fewer may be a term that is pointed at
_STEPS = {"“": 1, "„": 1, "«": 1, "”": -1, "»": -1}
_MARK = re.compile('"')  # all of them, in the normal form
_I_SAID = re.compile(
    r"\b(?:I|[Ww]e)(?: (?:had|have|once|then|always|often|also|just|only))? "
    r"(?:said|say|wrote|write|told|tell|asked|ask|answered|replied|added|thought|think)\b[^.!?]{0,60}\Z"
)
_BEGINS = re.compile(r"(?:\A|[.?!:\"][\"')]*) ?\Z")  # what stands before a sentence
_WROTE = re.compile(r"\bwr(?:ote|ites) ?\Z")  # a book, where a title follows
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"])


def overheard(post_text: PostText, start: int, end: int) -> Unclear | None:
    """The quotation in its quote marks that a stretch lies in, where it is not what the author said and no title."""
    while start < end and not post_text.text[start].isalnum():
        start += 1
    while start < end and not post_text.text[end - 1].isalnum():
        end -= 1
    if any(turn.start <= start and end <= turn.end for turn in post_text.turns):
        return None
    left, right = post_text.paragraph_around(start)
    found = _innermost(post_text, left, right, start, end)
    if found is None:
        return None
    inside, before = post_text.text[found[0] : found[1]], post_text.text[left : found[0] - 1]
    if len(inside.split()) < _FEWEST_WORDS:
        is_term = not _is_spoken(before, inside, post_text.text[found[1] + 1 : right])
    else:
        is_term = _is_title(inside)
    return None if is_term or _I_SAID.search(before) else Unclear(*found, _WHY)


def _is_spoken(before: str, inside: str, behind: str) -> bool:
    """Whether a few words in marks are what somebody says: told so, or a sentence of their own."""
    if is_mine(behind):
        return False
    if is_announced(before):
        return not (_is_title(inside) and _WROTE.search(before))
    if not inside[:1].isupper():
        return False
    is_stopped = inside[-1] in ",?!" or behind[:1] == ","
    is_sentence = inside[-1] in ".?!" and not _is_title(inside) and _BEGINS.search(before) is not None
    return is_sentence or (is_stopped and is_ascribed(behind))


def _innermost(post_text: PostText, left: int, right: int, start: int, end: int) -> Range | None:
    """What stands between the nearest marks in `left` to `right` that have all of a stretch between them."""
    text = post_text.text
    opened: list[int] = []
    for mark in _MARK.finditer(text, left, right):
        own = post_text.original[post_text.origin(*mark.span())[0]]
        if _STEPS.get(own, -1 if opened else 1) > 0:
            opened.append(mark.end())
        elif opened:
            begin = opened.pop()
            if begin <= start and end <= mark.start():
                return begin, mark.start()
    return None


def _is_title(words: str) -> bool:
    """Whether it is written as titles are: with capitals."""
    return all(not word[0].islower() or word in _SMALL for word in words.split())
