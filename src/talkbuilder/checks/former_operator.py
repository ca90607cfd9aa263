"""C317 former-operator: the hotline is said to be run by those who ran it until September 2025."""

import re
from collections.abc import Iterator

from talkbuilder.claims.texts import sentences
from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.talk.talk import Talk

_NAME = "Polaris"
_FORMER = rf"\b{_NAME}\b"
_RUNS = r"(?i)\b(?:runs?|running|operat(?:es?|ed|ing|or)|answers?|staffs?|by|of|at|call|reach)\b"
_LINE = r"(?i)\b(?:hot ?line|help ?line|phone|number|calls?|lines?)\b"
_PAST = r"\b(?:until|till|used to|ran|formerly|was run|counted|reported|says?|20(?:0[7-9]|1\d|2[0-5]))\b"


def check(talk: Talk) -> Iterator[Diagnostic]:
    for action in dict.fromkeys(action for _, action in talk.asked):
        if action.is_hotline and re.search(_FORMER, " ".join(_told(action))):
            yield _fault(action.span)
    for slide in talk.slides:
        for paragraph in (*slide.seen, *slide.notes):
            if _NAME in paragraph.text and any(map(_claims, sentences(paragraph.text))):
                yield _fault(paragraph.span)


def _told(action: Action) -> Iterator[str]:
    yield from (text.value for text in (action.do, action.recipient, action.url) if text)


def _claims(sentence: str) -> bool:
    return all(re.search(words, sentence) for words in (_FORMER, _LINE, _RUNS)) and not re.search(_PAST, sentence)


def _fault(span: Span) -> Diagnostic:
    hint = "leave out who runs it, or look it up: others were charged with it in September 2025"
    return Diagnostic("C317", "Polaris does not run the national hotline any more", span, hint)
