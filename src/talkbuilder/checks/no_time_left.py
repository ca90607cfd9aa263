"""C008 no-time-left: questions that take up the whole slot, so that no talk is left."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    minutes, questions = talk.outline.minutes, talk.outline.questions
    if questions is not None and questions >= minutes:
        hint = "'minutes' is the whole slot, and 'questions' how much of it stays free"
        message = f"{questions} minutes of questions leave nothing of {minutes}"
        yield Diagnostic("C008", message, talk.outline.talk.span, hint)
