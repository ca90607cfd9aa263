"""E155 borrowed-credit, E156 borrowed-name: somebody, or a post, that is called what an institution is called.

A report's name above a blogger's words is the shortest way to a forged source. An institution is told by its role.
"""

import re
from collections.abc import Collection, Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source
from talkbuilder.patterns import pattern_of

_WORD = pattern_of(r"\w+")
_ARTICLES = frozenset({"a", "an", "the"})
_THEMSELVES = ("source", "public")  # who may well be called so: another report of the same office


def check(library: Library) -> Iterator[Diagnostic]:
    people = [one for one in library.people.values() if isinstance(one, Person)]
    sources = [one for one in people if one.role == "source" and _is_name(one.credit.value)]
    for person in people:
        if person.role not in _THEMSELVES and (owner := _owner(person, sources)):
            message = f"'{person.id}' is credited as '{person.credit.value}', which is the name of '{owner.id}'"
            hint = "credit everybody as who they are; words of the source are said by its own entry"
            yield Diagnostic("E155", message, person.credit.span, hint)
    for post in library.sources.values():
        if isinstance(post, Source) and post.cite_as and (owner := _named(post, sources)):
            message = f"'cite_as' of '{post.id}' names '{owner.id}', whom its title does not name"
            hint = "cite the post as what it is; what it quotes is credited by itself"
            yield Diagnostic("E156", message, post.cite_as.span, hint)


def _owner(person: Person, sources: list[Person]) -> Person | None:
    """The source whose name a credit is, whole or in part."""
    words = _words(person.credit.value)
    if not _is_name(person.credit.value):
        return None
    return next((one for one in sources if _holds(_words(one.credit.value), words)), None)


def _named(post: Source, sources: list[Person]) -> Person | None:
    cited, title = _words(post.cite_as.value if post.cite_as else ""), _words(post.title.value)
    for one in sources:
        name = _words(re.split(r"[,;:(]", one.credit.value)[0])
        if name and _holds(cited, name) and not _holds(title, name):
            return one
    return None


def _is_name(credit: str) -> bool:
    """Whether a credit means one alone: 'A teacher' may be any, 'The county office' is one."""
    words = _words(credit, ())
    return bool(words) and words[0] not in ("a", "an", "another", "somebody", "someone")


def _words(text: str, without: Collection[str] = _ARTICLES) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in without]


def _holds(words: list[str], part: list[str]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))
