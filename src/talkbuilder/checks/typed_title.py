"""C361 typed-title: the title of a post that protects somebody, typed into a talk.

Sources are printed as `cite_as`; a title on a slide, in the notes or in what a deck says of itself undoes that.
"""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.sources import Source
from talkbuilder.talk.talk import Slide, Talk

_WORD = r"\w+"
_UNSEEN = r"[\u00ad\u200b-\u200f\u2060\ufeff]"
_LEAST_WORDS = 3  # of a title; a shorter one is said without being meant
_HINT = "say it otherwise: whoever searches for a title is led to the people on that page"


def check(talk: Talk) -> Iterator[Diagnostic]:
    posts = (one for one in talk.library.of(Source) if one.protects)
    titles = [words for words in (_plain(one.title.value) for one in posts) if len(words.split()) >= _LEAST_WORDS]
    if not titles:
        return
    about = (one for one in (talk.outline.summary, *talk.outline.keywords) if one)
    written = [((one.value, one.span),) for one in about]
    for texts in (*written, *map(_texts, talk.slides)):
        for span in dict.fromkeys(span for text, span in texts if _has_any(titles, text)):
            yield Diagnostic("C361", "this is the title of a post that protects somebody", span, _HINT)


def _has_any(titles: list[str], text: str) -> bool:
    plain = _plain(text)
    return any(title in plain for title in titles)


def _plain(text: str) -> str:
    return f" {' '.join(re.findall(_WORD, re.sub(_UNSEEN, '', text.lower())))} "


def _texts(slide: Slide) -> tuple[tuple[str, Span], ...]:
    """All that is shown and said on a slide; of what it draws, the description in words."""
    return *((one.text, one.span) for one in slide.paragraphs), (_unsaid(slide), slide.title.span)


def _unsaid(slide: Slide) -> str:
    """What only the description of a drawing says: it repeats what is written in that."""
    written = [one.text for one in slide.paragraphs if len(one.text.split()) >= _LEAST_WORDS]
    told = slide.described
    for text in written:
        told = told.replace(text, "|")
    return told
