"""C361 typed-title: the title of a post that protects somebody, typed into a talk.

Sources are printed as `cite_as`; a title on a slide, in the notes or in what a deck says of itself undoes that.
"""

import re
from collections.abc import Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.posts import Post
from talkbuilder.talk.talk import Talk

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 3  # of a title; a shorter one is said without being meant
_HINT = "say it otherwise: whoever searches for a title is led to the people on that page"


def check(talk: Talk) -> Iterator[Diagnostic]:
    posts = [one for one in talk.library.posts.values() if isinstance(one, Post) and one.protects]
    titles = [words for words in (_plain(one.title.value) for one in posts) if len(words.split()) >= _LEAST_WORDS]
    if not titles:
        return
    for text, span in _texts(talk):
        said = _plain(text)
        if any(title in said for title in titles):
            yield Diagnostic("C361", "this is the title of a post that protects somebody", span, _HINT)


def _plain(text: str) -> str:
    """The words of a text, between blanks."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _texts(talk: Talk) -> Iterable[tuple[str, Span]]:
    written = talk.outline
    for about in (written.talk, written.subtitle, written.summary, *written.keywords):
        if about:
            yield about.value, about.span
    for slide in talk.slides:
        contents = (one for one in slide.slots.values() if isinstance(one, tuple))
        for one in (slide.title, *(line for content in contents for line in content), *slide.notes):
            yield one.text, one.span
        yield slide.described, slide.title.span
