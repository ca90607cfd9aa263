"""C351 repeated-notes: a slide whose words the speaker says once more, so that everybody has read them before."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import MADE, Slide, Talk

_OTHERS = MADE | {"quote", "ask", "question"}
_LEAST_WORDS = 8
_MOST_SHARE = 0.7  # of the slide that its notes may say word for word
_RUN = 4  # words in a row that count as the same
_WORD = re.compile(r"[\w’']+")


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        if slide.kind not in _OTHERS and (share := _repeated(slide)) > _MOST_SHARE:
            message = f"the notes say {share:.0%} of the slide over again"
            hint = "let the slide say it in fewer words, or tell what it does not show"
            yield Diagnostic("C351", message, slide.title.span, hint)


def _repeated(slide: Slide) -> float:
    """The share of the words on a slide that stand in runs of the same words in its notes."""
    shown = [_WORD.findall(paragraph.text.lower()) for paragraph in slide.seen[1:]]
    count = sum(map(len, shown))
    if count < _LEAST_WORDS:
        return 0.0
    said = _WORD.findall(" ".join(paragraph.text.lower() for paragraph in slide.notes))
    runs = {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}
    same = 0
    for words in shown:
        held: set[int] = set()
        for at in range(len(words) - _RUN + 1):
            if tuple(words[at : at + _RUN]) in runs:
                held.update(range(at, at + _RUN))
        same += len(held)
    return same / count
