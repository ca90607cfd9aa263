"""Proves a library: every fact and quotation against its post, or against the lock where the post is not here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.comparing import contradictions, directions
from talkbuilder.evidence.derived import Computed
from talkbuilder.evidence.elsewhere import search_of
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library, Unread
from talkbuilder.evidence.lock import LOCK, Proved, Unreadable, hash_entry, hash_text, read_lock
from talkbuilder.evidence.measures import lookalikes
from talkbuilder.evidence.normal import Range
from talkbuilder.evidence.people import Person
from talkbuilder.evidence.pointing import find_fact
from talkbuilder.evidence.positions import settle
from talkbuilder.evidence.post_text import PostText
from talkbuilder.evidence.posts import Post
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.quoting import Found, find_quote
from talkbuilder.evidence.voices import hear
from talkbuilder.source.fields import Broken

_IMPORT = "import the post with 'talkbuilder import FILE'; 'talkbuilder verify' then writes the lock"


class Verdict(Struct, frozen=True):
    """Of one entry: how it is proved, or what is wrong; `faults` may be warnings, which leave it proved.

    `review` is what the proof could not confirm, each in a sentence: a person judges that.
    """

    kind: str
    id: str
    proved: Proved | None
    faults: tuple[Diagnostic, ...] = ()
    from_lock: bool = False
    review: tuple[str, ...] = ()


class Proof(Struct, frozen=True):
    """The verdicts on all entries, and faults that are no single entry's."""

    verdicts: tuple[Verdict, ...]
    faults: tuple[Diagnostic, ...]

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        yield from self.faults
        for verdict in self.verdicts:
            yield from verdict.faults


def prove(library: Library, for_lock: bool = True) -> Proof:
    """Reads the posts that the library names, and no others.

    If it is not `for_lock`, what is proved by posts tells no places and no hashes, which take a quarter of the time.
    """
    return _Prover(library, for_lock).proof()


class _Prover:
    def __init__(self, library: Library, for_lock: bool) -> None:
        self._library = library
        self._for_lock = for_lock
        self._blogger = library.blogger
        self._post_texts: dict[str, PostText | None] = {}
        self._misheard: set[str] = set()  # posts in which it is not certain who speaks where
        self._faults: list[Diagnostic] = []
        self._places: defaultdict[str, list[tuple[Fact, Range]]] = defaultdict(list)
        self._lock: Mapping[tuple[str, str], Proved] | None = None
        self._search = search_of(library)

    def proof(self) -> Proof:
        facts = {id: fact for id, fact in self._library.facts.items() if isinstance(fact, Fact)}
        stated = {id: one for id, one in self._library.facts.items() if not isinstance(one, Computed)}
        verdicts = [self._verdict("fact", id, entry) for id, entry in stated.items()]
        verdicts += [self._verdict("quote", id, entry) for id, entry in self._library.quotes.items()]
        beside = [*contradictions(facts), *lookalikes(facts)]
        for post, found in self._places.items():
            if post_text := self._post_texts[post]:
                beside += directions(found, post_text)
        return Proof(tuple(self._with_computed(tuple(_with(verdicts, beside)), beside)), tuple(self._faults))

    def _with_computed(self, verdicts: tuple[Verdict, ...], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
        """The verdicts in the order of the library, with those on what is computed, which hang on the others."""
        computed = [fact for fact in self._library.facts.values() if isinstance(fact, Computed)]
        if not computed:
            yield from verdicts
            return
        found = {one.id: one for one in verdicts if one.kind == "fact"}
        for fact in sorted(computed, key=lambda one: one.steps):
            found[fact.id] = next(_with([self._computed(fact, found)], beside))
        yield from (found[id] for id in self._library.facts)
        yield from (one for one in verdicts if one.kind == "quote")

    def _computed(self, fact: Computed, found: Mapping[str, Verdict]) -> Verdict:
        """It is proved where what it is computed from is, and needs neither post nor lock of its own."""
        from talkbuilder.evidence.results import check_result  # 10 ms, for the patterns of what is computed

        checked = check_result(fact)
        parents = [found[parent.id] for parent in fact.parents]
        from_lock = any(parent.from_lock for parent in parents)
        proved = Proved("fact", fact.id, entry=hash_entry(fact, None, None) if self._for_lock else "")
        if any(fault.is_error for fault in checked.faults) or not all(parent.proved for parent in parents):
            return Verdict("fact", fact.id, None, checked.faults, from_lock, checked.review)
        return Verdict("fact", fact.id, proved, checked.faults, from_lock, checked.review)

    def _verdict(self, kind: str, id: str, entry: Fact | Quote | Broken) -> Verdict:
        if isinstance(entry, Broken) or isinstance(self._library.people, Unread):
            return Verdict(kind, id, None)
        post = self._library.posts.get(entry.post.value)
        if not isinstance(post, Post) or not self._are_known(entry, post):
            return Verdict(kind, id, None)  # reported where it is named
        post_text = self._post_text(post)
        if post_text is None:
            return self._from_lock(kind, entry, post)
        found = self._found(entry, post, post_text)
        if any(fault.is_error for fault in found.faults) or post.id in self._misheard:
            return Verdict(kind, id, None, found.faults)
        return Verdict(kind, id, self._proved(kind, entry, post, post_text, found), found.faults, review=found.review)

    def _proved(self, kind: str, entry: Fact | Quote, post: Post, post_text: PostText, found: Found) -> Proved:
        if not self._for_lock:
            return Proved(kind, entry.id, post.id)
        start, end = post_text.origin(*found.stretch)
        text = hash_text(post_text.original[start:end])
        return Proved(kind, entry.id, post.id, start, end - start, text, self._hash(entry, post))

    def _are_known(self, entry: Fact | Quote, post: Post) -> bool:
        """Whether everybody is a known person whom the proof has to tell from others."""
        named = entry.source if isinstance(entry, Fact) else entry.speaker
        return all(id.value in self._library.people for id in (named, *(voice.who for voice in post.voices)))

    def _found(self, entry: Fact | Quote, post: Post, post_text: PostText) -> Found:
        if isinstance(entry, Quote):
            found = find_quote(entry, post_text, post.title.value, self._search)
            if self._for_lock and found.also:
                return settle(entry, post_text, found, self._before.get(("quote", entry.id)))
            return found
        found = find_fact(entry, post.date.value, post_text, self._around(entry, post))
        if found.pieces:
            self._places[post.id].append((entry, found.stretch))
        return found

    def _around(self, fact: Fact, post: Post) -> str:
        """What explains words of a fact that its passage does not hold."""
        source = self._library.people.get(fact.source.value)
        credit = source.credit.value if isinstance(source, Person) else ""
        place = fact.place.value if fact.place else ""
        return f"{post.title.value}. {credit}. {place}"

    @cached_property
    def _before(self) -> Mapping[tuple[str, str], Proved]:
        """What the last lock holds; nothing where it cannot be read, for a new one is being made."""
        try:
            return read_lock(self._library.lock() or b"")
        except Unreadable:
            return {}

    def _post_text(self, post: Post) -> PostText | None:
        """The post as it is searched; None where its text is not here."""
        if post.id not in self._post_texts:
            text = self._library.texts(post.id)
            post_text, faults = (None, ()) if text is None else hear(post, text, self._blogger)
            self._post_texts[post.id] = post_text
            self._faults += faults
            if faults:
                self._misheard.add(post.id)
        return self._post_texts[post.id]

    def _from_lock(self, kind: str, entry: Fact | Quote, post: Post) -> Verdict:
        """What the lock says of an entry whose post is not here."""
        locked = self._locked().get((kind, entry.id))
        if locked is not None and locked.post == post.id and locked.entry == self._hash(entry, post):
            return Verdict(kind, entry.id, locked, from_lock=True)
        if self._library.lock() is None:  # one and the same fault for all of the post
            message = f"nothing proves what rests on '{post.id}': the post is not here, and there is no {LOCK}"
            return Verdict(kind, entry.id, None, (Diagnostic("E113", message, post.span, _IMPORT),))
        if locked is None:
            message = f"nothing proves '{entry.id}': the post '{post.id}' is not here, and {LOCK} does not hold it"
            return Verdict(kind, entry.id, None, (Diagnostic("E113", message, entry.span, _IMPORT),))
        message = f"'{entry.id}' was changed since it was proved, and the post '{post.id}' is not here"
        hint = "undo the change, or import the post and run 'talkbuilder verify'"
        return Verdict(kind, entry.id, None, (Diagnostic("E114", message, entry.span, hint),))

    def _locked(self) -> Mapping[tuple[str, str], Proved]:
        if self._lock is None:
            self._lock = {}
            try:
                self._lock = read_lock(self._library.lock() or b"")
            except Unreadable as fault:
                hint = "restore it from version control, or write it anew with 'talkbuilder verify'"
                message = f"line {fault.line} is not as it was written"
                self._faults.append(Diagnostic("E115", message, file=LOCK, hint=hint))
        return self._lock

    def _hash(self, entry: Fact | Quote, post: Post) -> str:
        return hash_entry(entry, post, self._blogger)


def _with(verdicts: list[Verdict], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
    """The verdicts with what was found by comparing facts, each as (the fact's id, its fault)."""
    faults: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for id, fault in beside:
        faults[id].append(fault)
    for verdict in verdicts:
        more = tuple(faults.get(verdict.id, ())) if verdict.kind == "fact" else ()
        if not more:
            yield verdict
        else:
            stands = None if any(one.is_error for one in more) else verdict.proved
            yield Verdict(verdict.kind, verdict.id, stands, verdict.faults + more, verdict.from_lock, verdict.review)
