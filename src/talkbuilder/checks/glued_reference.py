"""C025 glued-reference: what stands right beside a reference makes another figure of what it prints."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.talk import Paragraph, Talk
from talkbuilder.talk.typed import reread

# What may touch the beginning of a reference: blanks, opening marks, a hyphen that a word ends with, as in 'mid-2010'.
_BEFORE = re.compile(r"(?:\A|[\s(\[“‘„«\"'—]|\w: ?|[^\W\d_]{2,}-)\Z")
_SUM_BEFORE = re.compile(
    r"(?:\d[.,]?|(?<!\d)(?:\d{1,3}|\d{5,}) |(?:\A|\s)(?:[-−–+±×*/÷=~<>$€£#]|minus|plus|times|x|N[or]\.)\s*)\Z"
)
# What may touch its end: blanks, closing marks, the end of a sentence, 's, and a word behind a hyphen.
_BEHIND = re.compile(r"(?:\Z|[\s)\]”’»\"'?!;—…]|[.,:](?!\w)|-[^\W\d_]{2,}|%)")
_SUM_BEHIND = re.compile(r"(?:’s|'s)?\s?(?:(?!(?:1\d|20)\d\d\b)\d|[+±×*/÷=−^](?!\w{3})|(?:[xk]|bn|tn|mn)\b|[.,]\d)")
# What ends in a year, which no figure behind a blank makes longer: "in 2010 32 boats came".
_YEAR = re.compile(r"(?<![\d.,])(?:1\d|20)\d\d\Z")
_BESIDE = re.compile(r" (?!000)")


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for one in read.texts:
        if "{" not in one.text.value:
            continue
        for paragraph in read.paragraphs(one.text):
            for words in _glued(paragraph):
                hint = "put a blank between them, and let a figure of its own have an entry of its own"
                yield Diagnostic("C025", f"'{words}' makes another figure of what is proved", one.text.span, hint)


def _glued(paragraph: Paragraph) -> Iterator[str]:
    """A reference of a paragraph, with what it is glued to."""
    at, ended, text = 0, -2, paragraph.text
    for run in paragraph.runs:
        start, at = at, at + len(run.text)
        if run.citation is None or run.citation.kind not in ("fact", "quote"):
            continue
        before, follows = text[max(0, start - 12) : start], ended == start - 1 and run.text[:1].isdigit()
        follows = follows and text[ended - 1].isdigit() and not _is_year(text, ended)
        if not _BEFORE.search(before) or _SUM_BEFORE.search(before) or follows:
            yield f"{before[-6:].split()[-1] if before.strip() else ''}{text[start:at]}"
        elif not _BEHIND.match(text, at) or (
            text[at - 1].isdigit() and _SUM_BEHIND.match(text, at) and not _is_year(text, at)
        ):
            yield text[start : at + 6].strip()
        ended = at


def _is_year(text: str, end: int) -> bool:
    """Whether a year ends there, with a blank behind it and no thousands."""
    return bool(_YEAR.search(text[max(0, end - 6) : end]) and _BESIDE.match(text, end))
