"""The sentences that a talk says, each at its place in the notes; quotations left out, which nobody may reword."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.claims.texts import sentence_ends
from talkbuilder.diagnostics import Span
from talkbuilder.talk.phrases import Index, place_of
from talkbuilder.talk.talk import Paragraph, Talk

_QUOTED = re.compile(r"“[^”]*”")
_PAUSE = re.compile(r"\[\s*pause[^\[\]\n]*\]", re.IGNORECASE)
_LEADING = 4  # words by which a sentence is found again where it was written


class Said(Struct, frozen=True):
    """A sentence of the notes, where it begins, and the notes that it belongs to."""

    text: str
    span: Span
    notes: Span

    def place_of(self, words: str) -> Span:
        """Where some of its words stand."""
        return place_of(words, self.notes, self.span.start) or self.span


_latest: list[tuple[Talk, tuple[Said, ...], Index]] = []


def sentences_of(talk: Talk) -> tuple[Said, ...]:
    """The sentences of all notes, found once for all checks of a talk.

    What is said in another language is not judged by how English is said.
    """
    if not _latest or _latest[0][0] is not talk:
        said = tuple(_all(talk)) if talk.language.split("-")[0].lower() == "en" else ()
        _latest[:] = [(talk, said, Index(one.text for one in said))]
    return _latest[0][1]


def sentences_with(talk: Talk, words: frozenset[str]) -> Iterator[Said]:
    """Those sentences of all notes that have one of some words."""
    said = sentences_of(talk)
    return (said[at] for at in _latest[0][2].with_each((words,)))


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
