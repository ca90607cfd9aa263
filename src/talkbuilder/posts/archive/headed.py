"""What stands below a heading that makes it somebody's: answers of an interview without names, and her own words."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from talkbuilder.claims.normal import Range
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.kind import ImportedPost

_FEWEST_QUESTIONS = 3
_MOST_IN_QUESTION, _MOST_IN_HEADING = 30, 10  # words
_PLAINLY = 0.6  # of the paragraphs of a text without headings are questions and their answers, where it is an interview
_PARAGRAPH = pattern_of(r"\S(?:[^\n]|\n(?!\n))*")
_YOU = pattern_of(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_FIRST_PERSON = pattern_of(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself)\b")
_THEIRS = pattern_of(
    r"(?:in )?(?:her|his|their) own words|(?:her|his|their|(?!my\b|our\b|your\b)[\w-]+(?: [\w-]+){0,2}['’]s) (?:own )?"
    r"(?:story|words|letter|account|testimony|answers?|diary|statement)|(?:an?|the|one|another) (?:\w+ )?"
    r"(?:letter|message|e-?mail|story|testimony) (?:from|of|by) (?!me\b|us\b|my\b|our\b).*",
    re.IGNORECASE,
)


class _Paragraph(Struct, frozen=True):
    start: int
    end: int
    words: str
    is_apart: bool  # as headings are

    @property
    def asks(self) -> bool:
        """Whether it asks somebody, and does nothing else."""
        is_short = len(self.words.split()) <= _MOST_IN_QUESTION
        return is_short and self.words.endswith("?") and _YOU.search(self.words) is not None


def below_headings(post: ImportedPost) -> Iterator[Range]:
    """The stretches that may be somebody's who is not named before each line."""
    headings = (*post.bold, *post.apart)
    paragraphs = [
        _Paragraph(
            *found.span(), found[0].strip(" *_"), any(s <= found.start() and found.end() <= e + 1 for s, e in headings)
        )
        for found in _PARAGRAPH.finditer(post.text)
    ]
    yield from _answers(paragraphs, bool(headings))
    yield from _stories(paragraphs)


def _answers(paragraphs: Sequence[_Paragraph], is_marked: bool) -> Iterator[Range]:
    """What is answered, where several questions to somebody have answers in the first person."""
    asking = [at for at, one in enumerate(paragraphs) if one.asks and (one.is_apart or not is_marked)]
    if len(asking) < _FEWEST_QUESTIONS:
        return
    ends = (min(_end(paragraphs, at), after) for at, after in zip(asking, (*asking[1:], len(paragraphs)), strict=True))
    answers = [paragraphs[at + 1 : end] for at, end in zip(asking, ends, strict=True)]
    own = sum(any(_FIRST_PERSON.search(one.words) for one in some) for some in answers)
    if own * 2 <= len(asking) or not all(answers):
        return
    # Where the last answer ends cannot be seen without headings.
    if is_marked or len(asking) + sum(map(len, answers[:-1])) + 1 >= _PLAINLY * len(paragraphs):
        yield from ((some[0].start, some[-1].end) for some in answers)


def _stories(paragraphs: Sequence[_Paragraph]) -> Iterator[Range]:
    """What somebody tells in the first person below a heading that says whose it is."""
    for at, one in enumerate(paragraphs):
        if one.is_apart and len(one.words.split()) <= _MOST_IN_HEADING and _THEIRS.fullmatch(one.words.rstrip(".:")):
            told = paragraphs[at + 1 : _end(paragraphs, at)]
            if any(_FIRST_PERSON.search(one.words) for one in told):
                yield told[0].start, told[-1].end


def _end(paragraphs: Sequence[_Paragraph], heading: int) -> int:
    """The number of the next heading."""
    return next((at for at in range(heading + 1, len(paragraphs)) if paragraphs[at].is_apart), len(paragraphs))
