"""What was changed since the lock was written and needs no post to be told: titles, credits, voices, actions, reviews.

Nobody is kept from correcting a title. But whoever changes what the next lock will take for right sees it told, until
`talkbuilder verify` writes that lock.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.lock import (
    LOCK,
    Lines,
    Proved,
    hash_action,
    hash_person,
    hash_post,
    hash_review,
    parts_of,
)
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.sources import Source

_Entry = TypeVar("_Entry", Source, Person, Action)

_HINT = "see who changed it, and why; 'talkbuilder verify' then writes the lock anew"


def changed(library: Library, locked: Lines, away: Collection[str]) -> Iterator[Diagnostic]:
    """Of posts that are here, and, where none is `away`, of people, actions and reviews: each change once."""
    for post in library.sources.values():
        if isinstance(post, Source) and post.id not in away:
            yield from _compared(post, hash_post, locked.get(("post", post.id)))
    if away:
        return  # then the lock is all that proves them, and what it tells otherwise is told as that
    for person in library.people.values():
        if isinstance(person, Person):
            yield from _compared(person, hash_person, locked.get(("person", person.id)))
    for action in library.actions.values():
        if isinstance(action, Action):
            yield from _compared(action, hash_action, locked.get(("action", action.id)))
    yield from _reviews(library, locked)
    yield from _gone(library, locked)


def restated(entry: Fact | Quote, held: Proved | None, locked: Lines) -> Iterator[Diagnostic]:
    """Of a fact: that it is no longer retired, disputed or in conflict with another, or is so now."""
    if held is not None and any(line.parts for line in locked.values()):  # an older talkbuilder wrote none
        yield from _differing(entry.id, parts_of(entry), held.parts, entry.span)


def _compared(entry: _Entry, hash: Callable[[_Entry], str], held: Proved | None) -> Iterator[Diagnostic]:
    if held is None or not held.entry or held.entry == hash(entry):
        return
    differing = list(_differing(entry.id, parts_of(entry), held.parts, entry.span)) if held.parts else []
    yield from differing or [_told(f"what is told of '{entry.id}'", "was changed", entry.span)]


def _differing(id: str, now: Mapping[str, str], before: Mapping[str, str], span: Span) -> Iterator[Diagnostic]:
    for name in sorted(now.keys() | before.keys()):
        if now.get(name) != before.get(name):
            how = "was put in" if name not in before else "was taken out" if name not in now else "was changed"
            yield _told(f"{_named(name)} of '{id}'", how, span)


def _named(part: str) -> str:
    who, _, key = part.rpartition(".")
    if not who:
        return f"the {part}"
    return f"the voice of '{who}'" if key == "passages" else f"'{key}' of the voice of '{who}'"


def _reviews(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    reviews = library.reviews()
    for key, review in reviews.items():
        held = locked.get(("review", " ".join(key)))
        if held and review.is_sealed and held.entry != hash_review(review):
            back = " which sent it back" if "returned" in held.parts and review.state != "returned" else ""
            yield _told(f"the review of {review.subject}{back}", "was changed", review.span)


def _gone(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    """What the lock tells of and nobody finds any more. A fact that is gone is on no slide."""
    left: dict[str, Collection[str]] = {
        "post": library.sources,
        "person": library.people,
        "action": library.actions,
        "review": {" ".join(key) for key in library.reviews()},
    }
    for (kind, id), line in locked.items():
        if kind in left and id not in left[kind]:
            entry = id.rpartition(" ")[2]
            name = f"the review which sent '{entry}' back" if "returned" in line.parts else f"the {kind} '{entry}'"
            name = f"the review of '{entry}'" if kind == "review" and "returned" not in line.parts else name
            yield _told(name, "was taken out", None)


def _told(what: str, how: str, span: Span | None) -> Diagnostic:
    message = f"{what} {how} since it was last verified"
    return Diagnostic("E169", message, span, _HINT, "" if span else LOCK)
