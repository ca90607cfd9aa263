"""Whether a person has signed an entry: by its last review, as long as entry and passage are what they were then."""

from collections.abc import Iterable
from functools import cached_property

from talkbuilder.claims.normal import Range
from talkbuilder.evidence.library.derived import Computed, depends_on
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import UNSIGNED, Review, Standing, short_hash
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.facts import find_fact
from talkbuilder.evidence.proof.lock import Lines, Unreadable, hash_entry, hash_of, hash_text, plain, read_lock
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.quotes import find_quote
from talkbuilder.evidence.proof.voices import hear


def entry_hash(entry: Fact | Quote, library: Library) -> str:
    """A hash of what somebody signs of an entry: all that is written of it, and how its speaker is credited."""
    who, post = entry.teller.value, library.source_of(entry)
    heard = [plain(one) for one in (post.voices if post else ()) if one.who.value == who]
    return short_hash("\n".join((hash_entry(entry, None), library.credit(who), str(heard))))


def joined(passages: Iterable[str]) -> str:
    """One hash of those of several passages; "" where one of them is not known."""
    known = tuple(passages)
    return hash_text("\n".join(known)) if all(known) else ""


class Signatures:
    """The reviews of a library against its entries; reads a post at most once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._post_texts: dict[str, PostText | None] = {}

    def standing(self, kind: str, entry: Fact | Quote, passage: str | None = None) -> Standing:
        """How an entry stands; `passage` is the hash of its words in the post, where that is known already."""
        review = self._library.reviews().get((kind, entry.id))
        if review is None:
            return UNSIGNED
        if not review.is_sealed:
            return Standing("changed", review, "the review")
        if entry_hash(entry, self._library) != review.entry.value:
            return Standing("changed", review, "the entry")
        if short_hash(passage or self._passage(kind, entry)) != review.passage.value:
            return Standing("changed", review, "its passage")
        return Standing(review.state, review)

    def is_held(self, review: Review) -> bool:
        """Whether a review counts: where the posts are not here, the lock must have it."""
        held = self._lock.get(("review", " ".join(review.key)))
        return (held is not None and held.entry == hash_of(review)) or not self._lock or self._are_here

    @cached_property
    def _are_here(self) -> bool:
        """Whether the texts of all posts are here that entries name."""
        named = {one.post.value for one in self._library.evidence}
        return all(self._library.texts(post) is not None for post in named if post)

    def _passage(self, kind: str, entry: Fact | Quote) -> str:
        """The hash of the words in the post, or of all that it is computed from; "" where they are not known."""
        if isinstance(entry, Computed):
            return joined(self._passage(kind, root) for root in depends_on(entry))
        post = self._library.source_of(entry)
        if post and self._post_text(post) is None:
            return self._from_lock(kind, entry)
        found = self.found(entry)
        return hash_text(found[0].original[slice(*found[0].origin(*found[1]))]) if found else ""

    def found(self, entry: Fact | Quote) -> tuple[PostText, Range] | None:
        """The text of an entry's post, and where in it the entry stands; None where it does not, or nobody can tell."""
        post = self._library.source_of(entry)
        if post is None or (text := self._post_text(post)) is None:
            return None
        found = find_quote(entry, text) if isinstance(entry, Quote) else find_fact(entry, post.date.value, text)
        return (text, found.stretch) if found.pieces else None

    def _from_lock(self, kind: str, entry: Fact | Quote) -> str:
        locked, review = self._lock.get((kind, entry.id)), self._library.reviews().get((kind, entry.id))
        if locked is None or review is None or locked.entry != hash_entry(entry, self._author(entry)):
            return ""
        held = self._lock.get(("review", f"{kind} {entry.id}"))
        return locked.text if held is not None and held.entry == hash_of(review) else ""

    def _author(self, entry: Fact | Quote) -> str | None:
        post = self._library.source_of(entry)
        return self._library.author_of(post) if post else None

    @cached_property
    def _lock(self) -> Lines:
        try:
            return read_lock(self._library.lock() or b"")
        except Unreadable:
            return {}

    def _post_text(self, post: Source) -> PostText | None:
        if post.id not in self._post_texts:
            text = self._library.texts(post.id)
            author, stretches = self._library.author_of(post), self._library.stretches(post.id)
            self._post_texts[post.id] = None if text is None else hear(post, text, author, stretches)[0]
        return self._post_texts[post.id]
