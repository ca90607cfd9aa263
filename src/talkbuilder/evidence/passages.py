"""Passages: the places in a post that a fact points to, and the sentences around them as one text."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from talkbuilder.claims.normal import Range, normalise
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.post_text import AUTHOR, PostText

_BETWEEN = "; "  # a clause of one sentence says nothing of the other: no doubt and no year reaches across


class Pointed(Struct, frozen=True):
    """The sentences in which a fact's words stand, one behind the other, and where the words stand in that text."""

    text: str
    own: tuple[Range, ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch stands within the fact's own words."""
        return any(left <= start and end <= right for left, right in self.own)


def pointed(post_text: PostText, places: Iterable[Range]) -> Pointed:
    """The sentences around some places, each once, in their order."""
    text = ""
    own: list[Range] = []
    last = (0, 0)
    for start, end in places:
        sentence = post_text.sentence(start, end)
        if own and sentence[0] < last[1]:  # the same one, or one that begins within it
            sentence = last[0], max(last[1], sentence[1])
            text = text[: len(text) - (last[1] - last[0])]
        elif own:
            text += _BETWEEN
        shift = len(text) - sentence[0]
        text += post_text.text[slice(*sentence)]
        own.append((start + shift, end + shift))
        last = sentence
    return Pointed(text, tuple(own))


def second_place(fact: Fact, post_text: PostText, first: Range) -> Range | Diagnostic | None:
    """Where the second passage of a fact stands: behind the first; None where it has none."""
    then = fact.exact.then
    if then is None:
        return None
    words = normalise(then.value).text
    behind = list(post_text.places(words, first[1]))
    if len(behind) == 1:
        fault = next(_voices(fact, post_text, first, behind[0]), None)
        return fault or behind[0]
    if behind:
        message = f"the second passage stands {len(behind)} times behind the first"
        return Diagnostic("E102", message, then.span, "take more words into it")
    if any(post_text.places(words)):
        message = "the second passage stands before the first, or within it"
        return Diagnostic("E138", message, then.span, "write the passages in the order of the post")
    message = f"the second passage is not in the post '{fact.post.value}'"
    return Diagnostic("E101", message, then.span, "copy the words from the post, or leave the second passage out")


def _voices(fact: Fact, post_text: PostText, first: Range, second: Range) -> Iterator[Diagnostic]:
    speakers = {*post_text.speakers(*first), *post_text.speakers(*second)}
    if fact.exact.then and len(speakers) > 1:
        named = " and ".join(sorted(f"'{name}'" if name else AUTHOR for name in speakers))
        hint = "make a fact of each passage"
        yield Diagnostic("E138", f"the two passages are not of one voice: {named}", fact.exact.then.span, hint)
