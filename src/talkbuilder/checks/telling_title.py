"""E190 telling-title: a post that protects somebody, and would still be printed by its title.

Whoever types the title of a post into a search engine is led to the page, and to the people who are named or shown
there.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.sources import Source
from talkbuilder.patterns import pattern_of

_WORD = pattern_of(r"\w+")
_TELLING = 3  # words in a row of a title that are found by searching for them
_HINT = "add 'cite_as:' with words that fit other posts as well, such as: The speaker’s blog, {}"


def check(library: Library) -> Iterator[Diagnostic]:
    for post in library.sources.values():
        if not isinstance(post, Source) or not post.protects:
            continue
        hint = _HINT.format(post.date.value[:4])
        if post.cite_as is None:
            message = f"'{post.id}' protects people, and slides would print its title"
            yield Diagnostic("E190", message, post.title.span, hint)
        elif _tells(post.cite_as.value, post.title.value):
            message = f"'{post.id}' protects people, and its 'cite_as' gives the title away"
            yield Diagnostic("E190", message, post.cite_as.span, hint.replace("add 'cite_as:' with", "take"))


def _tells(cited: str, title: str) -> bool:
    """Whether a name for a post has words of its title in a row; of a short title, all of them."""
    words, said = (f" {' '.join(_WORD.findall(text.lower()))} " for text in (title, cited))
    telling = words.split()
    size = min(_TELLING, len(telling))
    rows = (telling[at : at + size] for at in range(len(telling) - size + 1))
    return any(f" {' '.join(row)} " in said for row in rows)
