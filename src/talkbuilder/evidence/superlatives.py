"""What is called the largest: only what the post calls so, and of the third largest no more than that."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.wording import Bend, Wording

_LIMITS = re.compile(  # what has two ends has a longest and a shortest
    r"\b(?:ranging|range[sd]?|between|up to|as (?:much|many|long|high|low|few|little) as|maximum"
    r"|minimum|no (?:more|less|fewer) than|most|least|top|record)\b"
)
_AMONG = re.compile(r"\b(?:among(?: \S+){0,2}|(?:one|some) of(?: \S+){1,2})\Z")
_FAR = 4  # words: 'one of the valley('s)'
_SHORTEST = 6  # letters of 'oldest', which 'west' and 'guest' have not
_NO_SUPERLATIVES = frozenset(
    ("forest", "harvest", "interest", "request", "arrest", "protest", "honest", "modest", "contest", "conquest")
) | {"priest", "suggest", "invest", "earnest", "manifest", "northwest", "southwest", "midwest", "everest"}
_COMPARED = {"best": "better", "worst": "worse", "furthest": "further", "farthest": "farther"}
_RANKS = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
_NUMBERED = re.compile(r" ?\d+(?:st|nd|rd|th)")


def bends(ours: Wording, theirs: Wording) -> Iterator[Bend]:
    """Superlatives that are put in, or have lost their rank."""
    posts = {word.text: at for at, word in enumerate(theirs.words)}
    for at, word in enumerate(ours.words):
        if not _is_superlative(word.text) or (
            word.is_denied and _COMPARED.get(word.text, f"{word.text[:-2]}r") in posts
        ):
            continue
        if word.text not in posts and _LIMITS.search(theirs.spaced):
            yield Bend("E127", f"the post tells an end, and not of a '{word.text}'", "is it that", True)
            continue
        if word.text not in posts:
            yield Bend("E127", f"the post does not say '{word.text}'", "claim no more than the post")
            return
        place = posts[word.text]
        if _is_among(theirs, place) and not _is_among(ours, at):
            yield Bend("E127", f"the post says that of several, not of the {word.text} alone", "keep the 'among'")
        if _is_ranked(theirs, place) and not _is_ranked(ours, at):
            rank = theirs.words[place - 1].text.strip()
            yield Bend("E127", f"the post says '{rank} {word.text}', not '{word.text}'", "keep the rank")


def _is_among(text: Wording, at: int) -> bool:
    """'among the lowest', 'one of the largest', 'one of the valley's largest'."""
    before = " ".join([word.text for word in text.words[max(0, at - _FAR) : at]])
    return _AMONG.search(before) is not None


def _is_ranked(text: Wording, at: int) -> bool:
    """'The second largest', 'the 2nd largest'."""
    return any(word.text in _RANKS or _NUMBERED.fullmatch(word.text) for word in text.words[max(0, at - 1) : at])


def _is_superlative(word: str) -> bool:
    if word in ("best", "worst"):
        return True
    return len(word) >= _SHORTEST and word.endswith("est") and word not in _NO_SUPERLATIVES
