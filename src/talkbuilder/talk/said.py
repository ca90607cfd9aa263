"""The sentences that a talk says, each at its place in the notes; quotations left out, which nobody may reword."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from talkbuilder.claims.normal import lowered
from talkbuilder.claims.texts import sentence_ends
from talkbuilder.diagnostics import Span
from talkbuilder.talk.talk import Paragraph, Talk

_QUOTED = re.compile(r"“[^”]*”")
_PAUSE = re.compile(r"\[\s*pause[^\[\]\n]*\]", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]+")
_IN_ASCII = {at: chr(at).lower() if chr(at).isalnum() else " " for at in range(128)}  # the same, ten times as fast
_LEADING = 4  # words by which a sentence is found again where it was written


class Said(Struct, frozen=True, gc=False):  # as in Span
    """A sentence of the notes, where it begins, and the notes that it belongs to."""

    text: str
    span: Span
    notes: Span


_latest: list[tuple[Talk, tuple[Said, ...]]] = []


def sentences_of(talk: Talk) -> tuple[Said, ...]:
    """The sentences of all notes, found once for all checks of a talk.

    What is said in another language is not judged by how English is said.
    """
    if not _latest or _latest[0][0] is not talk:
        said = tuple(_all(talk)) if talk.language.split("-")[0].lower() == "en" else ()
        _latest[:] = [(talk, said)]
    return _latest[0][1]


def _all(talk: Talk) -> Iterator[Said]:
    for slide in talk.slides:
        at = 0
        for paragraph in slide.notes:
            for text in _sentences(paragraph):
                span = _begins(text, paragraph.span, at)
                at = span.end if span is not paragraph.span else at
                yield Said(text, span, paragraph.span)


def _sentences(paragraph: Paragraph) -> Iterator[str]:
    text = _PAUSE.sub(" ", _QUOTED.sub(lambda found: "“…”", paragraph.text))
    start = 0
    for end in sentence_ends(text):
        if told := text[start:end].strip():
            yield told
        start = end


def _begins(text: str, whole: Span, after: int) -> Span:
    """The first words of a sentence where they stand; fewer where a fact follows, which is written otherwise."""
    words = text.split()[:_LEADING]
    for count in range(len(words), 0, -1):
        if span := place_of(" ".join(words[:count]), whole, after):
            return span
    return whole


@lru_cache(maxsize=1 << 14)  # of each sentence several checks ask
def words_in(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    words = text.translate(_IN_ASCII).split() if text.isascii() else filter(None, _BETWEEN.split(text.lower()))
    return frozenset(words)


def place_of(said: str, whole: Span, start: int = 0) -> Span | None:
    """Where words stand in what an author wrote, from a place in its source on; None where they are not written so.

    Between the words may stand any blanks; capitals are as good as small letters.
    """
    words, text = lowered(said).split(), _lowered(whole.source.text)
    at = text.find(words[0], max(start, whole.start), whole.end)
    while at >= 0:
        if end := _end_of(words, text, at, whole.end):
            return Span(whole.source, at, end)
        at = text.find(words[0], at + 1, whole.end)
    return None


def _end_of(words: list[str], text: str, at: int, stop: int) -> int:
    """Where words end that begin at a place; 0 where they do not stand there."""
    for number, word in enumerate(words):
        begin = at
        while number and at < stop and text[at].isspace():
            at += 1
        if (number and at == begin) or not text.startswith(word, at, stop):
            return 0
        at += len(word)
    return at


@lru_cache(maxsize=4)  # of an outline many places are asked for
def _lowered(text: str) -> str:
    return lowered(text)
