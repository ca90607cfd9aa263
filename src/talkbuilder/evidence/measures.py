"""Measures that only look unlike: most likely one measure, written twice."""

import re
from collections.abc import Iterator, Mapping

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact

_LITTLE_WORDS = frozenset(
    (
        *("a", "an", "the", "of", "by", "in", "for", "on", "at"),
        *("to", "and", "with", "from", "who", "that", "are", "is", "were"),
    )
)
_LEAST_ALIKE = 5  # letters that two spellings of one word begin with
_MOST_CHANGED = 4  # letters in which their endings differ
_MOST_WORDS = 30  # what has more of them is a text, which nobody writes twice by mistake


def lookalikes(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Measures that differ in little words, endings or the order of words: most likely one measure, written twice."""
    first: dict[str, Fact] = {}
    for fact in facts.values():
        if fact.measure and fact.status != "retired":
            first.setdefault(fact.measure.value, fact)
    known: dict[tuple[str, ...], str] = {}
    alike: dict[_Rest, str] = {}  # the first measure that has such a word beside such others
    for measure, fact in first.items():
        words = re.findall(r"\w+", measure.lower())
        stems = tuple(sorted(_stem(word) for word in words if word not in _LITTLE_WORDS))
        like = known.setdefault(stems, measure)
        rests = tuple(_rests(stems))
        if like == measure and len(stems) > 1:
            like = next((alike[rest] for rest in rests if rest in alike), measure)
        for rest in rests:
            alike.setdefault(rest, measure)
        if like != measure and fact.measure:
            hint = f"write '{like}', or say in what they differ"
            message = f"this measure nearly is that of '{first[like].id}'"
            yield fact.id, Diagnostic("E112", message, fact.measure.span, hint)


_Rest = tuple[tuple[str, ...], str]  # all words but one, and how that one begins


def _rests(stems: tuple[str, ...]) -> Iterator[_Rest]:
    """What two measures share that differ in the ending of one word: investigated, investigation.

    Each word is left out in turn, and told by its beginnings that are long enough to stand for it.
    """
    for at, stem in enumerate(stems if len(stems) <= _MOST_WORDS else ()):
        if not stem.isdigit():
            rest = stems[:at] + stems[at + 1 :]
            yield from (
                (rest, stem[:end]) for end in range(max(_LEAST_ALIKE, len(stem) - _MOST_CHANGED), len(stem) + 1)
            )


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
