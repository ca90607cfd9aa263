"""What was changed since the lock was written: posts, people, sources, actions, reviews and entries."""

from collections.abc import Collection, Iterable, Iterator

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.lock import LOCK, Lines, Proved, hash_of, hash_text, parts_of

# With one of these the lock is left as it is: a new one would no longer tell what was changed.
KEEPS_LOCK = frozenset({"E114", "E115", "E161"})

_UNDO = "undo the change, or run 'talkbuilder verify' where the posts are"
_AGAIN = "restore it from a backup, or import it again with 'talkbuilder import --update FILE'"


def changed_post(post: Source, text: str, library: Library, locked: Lines) -> Diagnostic | None:
    """Of a text that is not the one that was imported, or not the one that the lock was written for."""
    imported, known = library.imported().get(post.id, ""), _held_text(post.id, locked)
    if not imported and not known:
        return None  # it was never imported: its text is taken as it is, and the lock records it
    hash = hash_text(text)
    if hash != (imported or known):
        message = f"the text of '{post.id}' was changed since it was {'imported' if imported else 'proved'}"
        return Diagnostic("E161", message, post.span, _AGAIN)
    if known and hash != known:
        hint = "run 'talkbuilder verify' to prove its entries anew, and look at what of the lock that changes"
        message = f"the text of '{post.id}' was imported anew since the lock was written"
        return Diagnostic("E162", message, post.span, hint)
    return None


def never_imported(library: Library, locked: Lines) -> tuple[str, ...]:
    """Posts whose text may have been changed without anybody noticing: they were never imported."""
    return tuple(
        id
        for id in sorted(_named(library))
        if id not in library.imported() and not _held_text(id, locked) and library.texts(id)
    )


def _held_text(post: str, locked: Lines) -> str:
    """The hash of a post's text in the lock; "" where it has none."""
    held = locked.get(("post", post))
    return held.text if held else ""


def _named(library: Library) -> frozenset[str]:
    return frozenset(one.post.value for one in library.evidence)


def lines(library: Library, before: Lines) -> Iterator[Proved]:
    """The lock's lines of posts, people and actions."""
    named = _named(library)
    for kind, entry in _rested_on(library):
        text = ""
        if isinstance(entry, Source):
            own = library.texts(entry.id) if entry.id in named else None
            text = hash_text(own) if own is not None else _held_text(entry.id, before)
        yield Proved(kind, entry.id, text=text, entry=hash_of(entry))


def _rested_on(library: Library) -> Iterator[tuple[str, Source | Person | Action]]:
    """What entries rest on, each with its kind: sources, people, actions."""
    yield from (("post", one) for one in library.of(Source))
    yield from (("person", one) for one in library.of(Person))
    yield from (("action", one) for one in library.of(Action))


def signatures(library: Library, before: Lines, read: Iterable[tuple[str, str]]) -> Iterator[Proved]:
    """The lock's lines of reviews: of slides, of entries whose posts were `read`, and those that it holds already."""
    beside = frozenset(read)
    for key, review in library.reviews().items():
        line = Proved("review", " ".join(key), entry=hash_of(review), parts=parts_of(review))
        held = before.get((line.kind, line.id))
        if review.slide or key in beside or (held is not None and held.entry == line.entry):
            yield line


def altered(
    library: Library, locked: Lines, away: Iterable[str], resting: tuple[Fact | Quote, ...]
) -> Iterator[Diagnostic]:
    """What the lock tells otherwise of posts that are not here, of people, actions and reviews; what it does not tell
    of at all matters as soon as entries are `resting` on it."""
    for id in sorted(away):
        post, held = library.sources.get(id), locked.get(("post", id))
        if isinstance(post, Source) and held and held.entry != hash_of(post):
            message = f"what is written of the post '{id}' was changed since it was proved, and its text is not here"
            yield Diagnostic("E114", message, post.span, _UNDO)
    yield from _people(library, locked, resting)
    for action in library.of(Action):
        held = locked.get(("action", action.id))
        if held.entry != hash_of(action) if held else resting:
            hint = "make sure that it is right, then run 'talkbuilder verify'"
            how = "was changed since" if held else "was not there when"
            yield Diagnostic("E164", f"'{action.id}' {how} the lock was written", action.span, hint)
    yield from _reviews(library, locked)
    yield from _stray(library, locked)


def _people(library: Library, locked: Lines, resting: tuple[Fact | Quote, ...]) -> Iterator[Diagnostic]:
    named = {one.teller.value for one in resting}
    for person in library.of(Person):
        held = locked.get(("person", person.id))
        if held.entry != hash_of(person) if held else person.id in named:
            message = f"what is written of '{person.id}' was changed since the lock was written"
            yield Diagnostic("E114", message, person.span, _UNDO)


def _reviews(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    for key, review in library.reviews().items():
        held = locked.get(("review", " ".join(key)))
        if review.is_sealed and (held is None or held.entry != hash_of(review)):
            message = f"the review of {review.subject} is not the one in the lock, and does not count"
            yield Diagnostic("E165", message, review.span, _UNDO)


def unsealed(library: Library) -> Iterator[Diagnostic]:
    """Reviews that somebody has written or changed by hand."""
    for review in library.reviews().values():
        if not review.is_sealed:
            hint = "undo the change, or look at it again with 'talkbuilder review'"
            message = f"the review of {review.subject} was changed by hand, and does not count"
            yield Diagnostic("E165", message, review.span, hint)


def _stray(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    """Lines of the lock of which nothing is left."""
    known = {"fact": library.facts, "quote": library.quotes, **_left(library)}
    strays = [id for kind, id in locked if id not in known[kind]]
    if strays:
        more = f" and {len(strays) - 1:,} more" if len(strays) > 1 else ""
        hint = "see whether somebody took it away; 'talkbuilder verify' then writes the lock anew"
        yield Diagnostic("E167", f"it has '{strays[0]}'{more}, which is no longer in the library", file=LOCK, hint=hint)


_HINT = "see who changed it, and why; 'talkbuilder verify' then writes the lock anew"


def changed(library: Library, locked: Lines, away: Collection[str]) -> Iterator[Diagnostic]:
    """Of posts that are here, and, where none is `away`, of people, actions and reviews: each change once."""
    for kind, entry in _rested_on(library):
        # Where a post is away, the lock is all that proves them, and a difference is reported as a fault of the lock.
        if entry.id not in away if kind == "post" else not away:
            held = locked.get((kind, entry.id))
            if held and held.entry and held.entry != hash_of(entry):
                yield _told(f"what is written of '{entry.id}'", "was changed", entry.span)
    if away:
        return
    yield from _changed_reviews(library, locked)
    yield from _gone(library, locked)


def restated(entry: Fact | Quote, held: Proved | None) -> Iterator[Diagnostic]:
    """Of a fact: that it is no longer retired, disputed or in conflict with another, or is so now."""
    now, before = parts_of(entry), held.parts if held else {}
    for name in sorted(now.keys() | before.keys()) if held else ():
        if now.get(name) != before.get(name):
            how = "was put in" if name not in before else "was taken out" if name not in now else "was changed"
            yield _told(f"the {name} of '{entry.id}'", how, entry.span)


def _changed_reviews(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    reviews = library.reviews()
    for key, review in reviews.items():
        held = locked.get(("review", " ".join(key)))
        if held and review.is_sealed and held.entry != hash_of(review):
            back = " which sent it back" if "returned" in held.parts and review.state != "returned" else ""
            yield _told(f"the review of {review.subject}{back}", "was changed", review.span)


def _gone(library: Library, locked: Lines) -> Iterator[Diagnostic]:
    """What the lock names and is no longer there. A fact that is gone is on no slide."""
    left = _left(library)
    for (kind, id), line in locked.items():
        if kind in left and id not in left[kind]:
            entry, of = id.rpartition(" ")[2], " of" if kind == "review" else ""
            name = f"the review which sent '{entry}' back" if "returned" in line.parts else f"the {kind}{of} '{entry}'"
            yield _told(name, "was taken out", None)


def _left(library: Library) -> dict[str, Collection[str]]:
    """The ids of all that the lock may name besides facts and quotations, by kind."""
    return {
        "post": library.sources,
        "person": library.people,
        "action": library.actions,
        "review": {" ".join(key) for key in library.reviews()},
    }


def _told(what: str, how: str, span: Span | None) -> Diagnostic:
    message = f"{what} {how} since it was last verified"
    return Diagnostic("E169", message, span, _HINT, "" if span else LOCK)
