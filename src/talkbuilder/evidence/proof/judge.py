"""The verdict on one entry: against its post, or against the lock where the post is not here."""

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library, Unread
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.changes import changed_post, restated
from talkbuilder.evidence.proof.lock import LOCK, Lines, Proved, hash_entry, hash_of, hash_text, parts_of
from talkbuilder.evidence.proof.nearest import Elsewhere, Search, closest_places
from talkbuilder.evidence.proof.post_text import PostText, called
from talkbuilder.evidence.proof.voices import hear
from talkbuilder.source.fields import Broken

if TYPE_CHECKING:  # what compares words with a post takes 150 ms to import, which nobody needs whose posts are away
    from talkbuilder.evidence.proof.attribution import Unclear
    from talkbuilder.evidence.proof.quotes import Found

_OF_VOICES = frozenset({"E103", "E105", "E141", "E160"})  # what follows from who is speaking where
_IMPORT = (
    "import the post with 'talkbuilder import FILE', or put its text back into assets/posts; 'talkbuilder verify' then"
    " writes the lock"
)


class Verdict(Struct, frozen=True):
    """Of one entry: how it is proved, or what is wrong; `faults` may be warnings, which leave it proved.

    `question` is what the proof could not confirm, for a person to answer with yes or no; "" where there is none.
    `found` is where its words stand, of one that has a fault too, or what comes closest; None where nothing does.
    """

    kind: str
    id: str
    proved: Proved | None
    faults: tuple[Diagnostic, ...] = ()
    from_lock: bool = False
    question: str = ""
    found: Proved | None = None


class Judge:
    """Judges the entries of a library one by one, in any order, and keeps what it finds of posts on the way.

    What the lock holds is `locked`; None where it cannot be read. If it is not `for_lock`, what is proved by posts
    tells no places and no hashes, which take a quarter of the time.
    """

    def __init__(self, library: Library, locked: Lines | None, for_lock: bool) -> None:
        self._library = library
        self._lock = locked or {}
        self._is_damaged = locked is None
        self.for_lock = for_lock
        self._post_texts: dict[str, PostText | None] = {}
        self._unclear: dict[str, tuple[Unclear, ...]] = {}
        self._hashes: dict[str, str] = {}  # of posts
        self._search = _search_of(library)
        self.post_faults: dict[str, tuple[Diagnostic, ...]] = {}
        self.misheard: set[str] = set()  # posts in which it is not certain who speaks where
        self.changed: set[str] = set()  # posts whose text is not the one that was imported
        self.away: set[str] = set()  # posts whose text is not here
        self.resting: set[tuple[str, str]] = set()  # what the lock alone proves, by kind and id

    def verdict(self, kind: str, id: str, entry: Fact | Quote | Broken) -> Verdict:
        if isinstance(entry, Broken) or isinstance(self._library.people, Unread):
            return Verdict(kind, id, None)
        post = self._library.source_of(entry)
        if post is None or not self._are_known(entry, post):
            return Verdict(kind, id, None)  # reported where it is named
        post_text = self.post_text(post)
        if post_text is None:
            return self._from_lock(kind, entry, post)
        if post.id in self.changed:
            return Verdict(kind, entry.id, None)
        found = self._owned(entry, post, post_text, _shown(self._found(entry, post, post_text), post_text))
        if post.id in self.misheard:  # who is speaking is only known once the voices are right, and these are told
            heard = tuple(one for one in found.faults if one.code not in _OF_VOICES)
            found = structs.replace(found, faults=heard)
        found = structs.replace(found, faults=(*found.faults, *restated(entry, self._lock.get((kind, entry.id)))))
        found = _worded(found, post)
        if any(fault.is_error for fault in found.faults) or post.id in self.misheard:
            words = re.sub(r"\[[^]]*\]", " ", (entry.exact if isinstance(entry, Fact) else entry.text).value)
            places = found.pieces or found.near or (closest_places(post_text.text, words) if self.for_lock else ())
            there = structs.replace(found, pieces=places)
            place = self._proved(kind, entry, post, post_text, there) if there.pieces else None
            return Verdict(kind, id, None, found.faults, found=place)
        proved = self._proved(kind, entry, post, post_text, found)
        return Verdict(kind, id, proved, found.faults, question=found.question)

    def _proved(self, kind: str, entry: Fact | Quote, post: Source, post_text: PostText, found: "Found") -> Proved:
        if not self.for_lock:
            return Proved(kind, entry.id, post.id)
        start, end = post_text.origin(*found.stretch)
        text = hash_text(post_text.original[start:end])
        return Proved(kind, entry.id, post.id, start, end - start, text, self._hash(entry, post), parts_of(entry))

    def _are_known(self, entry: Fact | Quote, post: Source) -> bool:
        """Whether everybody is a known person whom the proof has to tell from others."""
        speaking = (*post.speakers, *(voice.who for voice in post.voices))
        return all(id.value in self._library.people for id in (entry.teller, *speaking))

    def _found(self, entry: Fact | Quote, post: Source, post_text: PostText) -> "Found":
        from talkbuilder.evidence.proof.facts import find_fact
        from talkbuilder.evidence.proof.quotes import find_quote, settle

        if isinstance(entry, Fact):
            return find_fact(entry, post.date.value, post_text)
        found = find_quote(entry, post_text, post.title.value, self._search)
        if not (self.for_lock and found.also):
            return found
        held = self._lock.get(("quote", entry.id))
        before = held.offset if held is not None and held.post == entry.post.value else None
        return settle(entry, post_text, found, before)

    def _owned(self, entry: Fact | Quote, post: Source, post_text: PostText, found: "Found") -> "Found":
        """What was found, unless nobody knows whose words these are; then that is all that can be said of them."""
        from talkbuilder.evidence.proof.attribution import UNLISTED, unowned, whose
        from talkbuilder.evidence.proof.quotes import Found

        places = found.pieces or found.near
        if not post.is_post and any(None in post_text.speakers(*piece) for piece in places):
            hint = f"add 'by:' to '{post.id}' in assets/sources.yaml, with whose words it holds: an id of people.yaml"
            message = f"it is not recorded whose words the {post.called} '{post.id}' holds"
            return Found(found.pieces, (Diagnostic("E160", message, entry.teller.span, hint),))
        if one := unowned(post_text, places, self.nobodys(post, post_text), isinstance(entry, Quote)):
            hint = f"add this under 'voices:' of '{post.id}' in assets/sources.yaml, with an id for PERSON: "
            hint += whose(one, post_text)
            if one.why == UNLISTED:
                hint = f"add who that is to 'speakers:' of '{post.id}', in the order in which they first speak"
            message = f"it is not recorded whose words these are: {one.why}"
            return Found(found.pieces, (Diagnostic("E160", message, entry.teller.span, hint),))
        return found

    def nobodys(self, post: Source, post_text: PostText) -> "tuple[Unclear, ...]":
        """The passages of a post whose speaker is not known, beside what stands in quote marks."""
        if post.id not in self._unclear:
            from talkbuilder.evidence.proof.attribution import unclear

            self._unclear[post.id] = unclear(post_text, post.kind)
        return self._unclear[post.id]

    def post_text(self, post: Source) -> PostText | None:
        """The post as it is searched; None where its text is not here."""
        if post.id not in self._post_texts:
            text, author = self._library.texts(post.id), self._library.author_of(post)
            stretches = self._library.stretches(post.id)
            post_text, faults = (None, ()) if text is None else hear(post, text, author, stretches)
            self._post_texts[post.id] = post_text
            if text is None:
                self.away.add(post.id)
            elif changed := changed_post(post, text, self._library, self._lock):
                faults = (changed,) if changed.is_error else (changed, *faults)
                self.changed |= {post.id} if changed.is_error else set()
            self.post_faults[post.id] = tuple(faults)
            if any(one.is_error for one in faults):
                self.misheard.add(post.id)
        return self._post_texts[post.id]

    def _from_lock(self, kind: str, entry: Fact | Quote, post: Source) -> Verdict:
        """What the lock says of an entry whose post is not here."""
        locked = self._lock.get((kind, entry.id))
        held = self._lock.get(("post", post.id))
        if self._is_damaged or (held is not None and held.entry != self._hash_of(post)):
            return Verdict(kind, entry.id, None)  # which is reported for the lock, or for the post
        is_same = locked is not None and (locked.post, locked.entry) == (post.id, self._hash(entry, post))
        if is_same and held is not None:
            self.resting.add((kind, entry.id))
            return Verdict(kind, entry.id, locked, tuple(restated(entry, locked)), from_lock=True)
        if self._library.lock() is None:  # one and the same fault for all of the post
            message = f"nothing proves what rests on '{post.id}': the post is not here, and there is no {LOCK}"
            return Verdict(kind, entry.id, None, (Diagnostic("E113", message, post.span, _IMPORT),))
        if locked is None or is_same:
            message = f"nothing proves '{entry.id}': the post '{post.id}' is not here, and {LOCK} does not hold it"
            return Verdict(kind, entry.id, None, (Diagnostic("E113", message, entry.span, _IMPORT),))
        authors = () if post.by or not post.is_post else self._library.authors
        if len(authors) > 1 and locked.entry in [hash_entry(entry, one.id) for one in authors]:
            both = " and ".join(f"'{one.id}'" for one in authors)
            message = f"nobody knows whose words '{post.id}' holds: {both} have the role 'author'"
            hint = (
                "give all but one another role; or import the post, name 'by:' whom it is, and run 'talkbuilder verify'"
            )
            return Verdict(kind, entry.id, None, (Diagnostic("E114", message, post.span, hint),))
        message = f"'{entry.id}' was changed since it was proved, and the post '{post.id}' is not here"
        hint = "undo the change, or import the post and run 'talkbuilder verify'"
        return Verdict(kind, entry.id, None, (Diagnostic("E114", message, entry.span, hint),))

    def _hash_of(self, post: Source) -> str:
        """The hash of a post, on which many entries rest."""
        if post.id not in self._hashes:
            self._hashes[post.id] = hash_of(post)
        return self._hashes[post.id]

    def _hash(self, entry: Fact | Quote, post: Source) -> str:
        return hash_entry(entry, self._library.author_of(post))


def _shown(found: "Found", post_text: PostText) -> "Found":
    """What was found; whatever is wrong with it goes on with the passage, for whoever compares the two."""
    places = found.pieces or found.near
    if not places:
        return found
    passage = post_text.passage(places[0][0], places[-1][1])
    faults = (structs.replace(one, hint=f"{one.hint}; the post says there: “{passage}”") for one in found.faults)
    return structs.replace(found, faults=tuple(faults))


def _worded(found: "Found", post: Source) -> "Found":
    """What was found, with the word for what the source is: a report is no post."""
    if post.is_post:
        return found
    worded = post.worded
    faults = tuple(structs.replace(one, message=worded(one.message), hint=worded(one.hint)) for one in found.faults)
    return structs.replace(found, faults=faults, question=worded(found.question))


def _search_of(library: Library) -> Search:
    """Finds words in any post of a library, for a quotation that failed; each post is read once."""

    @cache
    def heard(id: str) -> PostText | None:
        post, text = library.sources[id], library.texts(id)
        if text is None or not isinstance(post, Source):
            return None
        return hear(post, text, library.author_of(post), library.stretches(id))[0]

    def search(words: str) -> Elsewhere | None:
        for id in library.sources:
            post_text = heard(id)
            place = next(post_text.places(words), None) if post_text else None
            if post_text and place:
                return Elsewhere(id, called(post_text.speakers(*place)[0]))
        return None

    return search
