"""E190 telling-title: a post that protects somebody, and would still be printed by its title.

E191 committed-title: what leads to such a post, or a hash that a list of names cracks, is committed with the folder.

Whoever types the title of a post into a search engine is led to the page, and to the people who are named or shown
there.
"""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import PROTECTED, Library
from talkbuilder.evidence.library.sources import Source

_WORD = r"\w+"
_TELLING = 3  # words in a row of a title that are found by searching for them
_HINT = "add 'cite_as:' with words that fit other posts as well, such as: The speaker’s own notes, {}"
_NEUTRAL = "'talkbuilder protect --sources' moves that into assets/posts, which git ignores"


def check(library: Library) -> Iterator[Diagnostic]:
    yield from _committed(library)
    for post in (one for one in library.of(Source) if one.protects):
        hint = _HINT.format(post.date.value[:4])
        if post.cite_as is None:
            message = f"'{post.id}' protects people, and slides would print its title"
            yield Diagnostic("E190", message, post.title.span, hint)
        elif _tells(post.cite_as.value, post.title.value):
            message = f"'{post.id}' protects people, and its 'cite_as' gives the title away"
            yield Diagnostic("E190", message, post.cite_as.span, hint.replace("add 'cite_as:' with", "take"))


def _committed(library: Library) -> Iterator[Diagnostic]:
    found = [one for one in library.of(Source) if one.is_telling]
    if found:
        more = f", and of {len(found) - 1:,} more" if len(found) > 1 else ""
        message = f"the title of '{found[0].id}'{more}, which protects people, is committed with the folder"
        yield Diagnostic("E191", message, found[0].span, _NEUTRAL)
    if any(line.startswith((b"1 ", b"i ")) for line in library.protected().get(PROTECTED, b"").splitlines()):
        message = "it has hashes of single words, which anybody finds out who has a list of names"
        yield Diagnostic("E191", message, file=PROTECTED, hint=_NEUTRAL)


def _tells(cited: str, title: str) -> bool:
    """Whether a name for a post has words of its title in a row; of a short title, all of them."""
    words, said = (f" {' '.join(re.findall(_WORD, text.lower()))} " for text in (title, cited))
    telling = words.split()
    size = min(_TELLING, len(telling))
    rows = (telling[at : at + size] for at in range(len(telling) - size + 1))
    return any(f" {' '.join(row)} " in said for row in rows)
