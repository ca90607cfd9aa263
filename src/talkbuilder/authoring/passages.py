"""What there is to review: each entry beside its passage in the post, with what stands around it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from talkbuilder.evidence.derived import Computed
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.lock import Proved
from talkbuilder.evidence.proof import Proof, Verdict
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.reviews import Standing, short_hash
from talkbuilder.evidence.signing import Signatures, entry_hash
from talkbuilder.evidence.sources import Source

_AROUND = 400  # characters of the post before a passage, and as many behind it


class Passage(Struct, frozen=True):
    """The words of a post that an entry rests on, and those around them."""

    before: str
    words: str
    after: str


class Subject(Struct, frozen=True):
    """An entry that somebody may sign, or not."""

    kind: str
    id: str
    entry: Fact | Quote
    standing: Standing
    doubts: tuple[str, ...]  # what the proof could not confirm
    passage: Passage | None  # None where the post is not here, and of what is not proved
    hashes: tuple[str, str] = ("", "")  # of the entry and the passage, as they are signed
    place: tuple[str, int] = ("", 0)  # post and offset

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """What is claimed, as (name, value)."""
        match self.entry:
            case Fact():
                yield "says", self.entry.says.value
                yield "show", self.entry.display
                yield "as of", self.entry.as_of.value if self.entry.as_of else ""
                yield "certainty", self.entry.certainty
            case Quote():
                yield "text", f"“{self.entry.text.value}”"
                yield "translated", self.entry.translation
            case _:
                raise AssertionError("unreachable")

    @property
    def who(self) -> str:
        return (self.entry.source if isinstance(self.entry, Fact) else self.entry.speaker).value


def subjects(library: Library, proof: Proof) -> tuple[Subject, ...]:
    """All entries that can be read, in the order in which they stand in their posts; not what is computed of them."""
    signatures = Signatures(library)
    entries: Mapping[str, Mapping[str, object]] = {"fact": library.facts, "quote": library.quotes}
    found = (_subject(one, entries[one.kind].get(one.id), library, signatures) for one in proof.verdicts)
    return tuple(sorted(filter(None, found), key=lambda one: (one.place, one.kind, one.id)))


def _subject(verdict: Verdict, entry: object, library: Library, signatures: Signatures) -> Subject | None:
    if not isinstance(entry, Fact | Quote) or isinstance(entry, Computed):
        return None
    proved = None if verdict.from_lock else verdict.proved
    text = library.texts(proved.post) if proved else None
    standing = signatures.standing(verdict.kind, entry, proved.text if proved else None)
    if proved is None or text is None:
        return Subject(verdict.kind, verdict.id, entry, standing, verdict.review, None, place=(entry.post.value, 0))
    return Subject(
        verdict.kind,
        verdict.id,
        entry,
        standing,
        verdict.review,
        _passage(text, proved),
        (entry_hash(entry, library), short_hash(proved.text)),
        (proved.post, proved.offset),
    )


def _passage(text: str, proved: Proved) -> Passage:
    start, end = proved.offset, proved.offset + proved.length
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Passage(before, text[start:end], after)


def citation(subject: Subject, library: Library) -> str:
    """The post by its title, which only the speaker reads."""
    post = library.sources.get(subject.entry.post.value)
    return post.titled if isinstance(post, Source) else subject.entry.post.value
