"""What there is to review: each entry next to its passage in the post, with what stands around it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed, depends_on
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Standing, short_hash
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.lock import Proved
from talkbuilder.evidence.proof.proof import Proof
from talkbuilder.evidence.review.signing import Signatures, entry_hash, joined
from talkbuilder.talk.crediting import known_by

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
    question: str  # the one that a person must answer, with yes or no; "" where there is none
    passage: Passage | None  # None where the post is not here, or does not have the words
    hashes: tuple[str, str] = ("", "")  # of the entry and the passage, as they are signed; empty where nobody can sign
    place: tuple[str, int] = ("", 0)  # post and offset
    beside: tuple[Passage, ...] = ()  # those of all else that it is computed from
    refusal: Diagnostic | None = None  # why it is not proved

    @property
    def can_be_signed(self) -> bool:
        return self.hashes[0] != ""

    @property
    def statement(self) -> str:
        return (self.entry.says if isinstance(self.entry, Fact) else self.entry.text).value

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """What is claimed, as (name, value); the statement comes first."""
        match self.entry:
            case Fact():
                yield "says", self.statement
                yield "show", self.entry.display
                yield "value", self._figure()
                yield "as of", self.entry.as_of.value if self.entry.as_of else ""
                yield "measure", self.entry.measure.value if self.entry.measure else ""
                yield "place", self.entry.place.value if self.entry.place else ""
                yield "certainty", known_by(self.entry)
                if isinstance(self.entry, Computed):
                    yield "from", "; ".join(f"{root.id}: {root.says.value}" for root in depends_on(self.entry))
            case Quote():
                yield "text", f"“{self.statement}”"
                yield "translated", self.entry.translation
            case _:
                raise AssertionError("unreachable")

    def _figure(self) -> str:
        """The number with its unit, where what is printed says it in other words."""
        if not isinstance(self.entry, Fact) or self.entry.value is None:
            return ""
        told = f"{write_number(self.entry.value)} {self.entry.unit.value if self.entry.unit else ''}".strip()
        return "" if told in self.entry.display else told

    @property
    def who(self) -> str:
        return self.entry.teller.value


def subjects(library: Library, proof: Proof) -> tuple[Subject, ...]:
    """All entries that can be read, as they stand in their posts; what is computed, behind its first fact."""
    signatures = Signatures(library)
    proved = {one.id: one.proved for one in proof.verdicts if one.kind == "fact" and not one.from_lock}
    found = (_subject(one, library, signatures, proved) for one in proof.verdicts)
    return tuple(
        sorted(filter(None, found), key=lambda one: (one.place, one.kind, isinstance(one.entry, Computed), one.id))
    )


def _subject(
    verdict: Verdict, library: Library, signatures: Signatures, proofs: Mapping[str, Proved | None]
) -> Subject | None:
    """An entry with its passage; what is computed, with the passages of all that it is computed from."""
    entry = library.entry(verdict.kind, verdict.id)
    if not isinstance(entry, Fact | Quote):
        return None
    kind, id, question = verdict.kind, verdict.id, verdict.question
    refusal = next((one for one in verdict.faults if one.is_error), None)
    roots = [None if verdict.from_lock else verdict.proved or verdict.found]
    if isinstance(entry, Computed):
        roots = [proofs.get(root.id) for root in depends_on(entry)]
    known = [(text, one) for one in roots if one and (text := library.texts(one.post)) is not None]
    if len(known) < len(roots):
        standing, place = signatures.standing(kind, entry), (entry.post.value, 0)
        return Subject(kind, id, entry, standing, question, None, place=place, refusal=refusal)
    first, *others = (_passage(text, one) for text, one in known)
    text, place = known[0][1].text, (known[0][1].post, known[0][1].offset)
    if isinstance(entry, Computed):
        text = joined(one.text for _, one in known)
    hashes = (entry_hash(entry, library), short_hash(text)) if verdict.proved else ("", "")
    standing = signatures.standing(kind, entry, text)
    return Subject(kind, id, entry, standing, question, first, hashes, place, tuple(others), refusal)


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
    post = library.source_of(subject.entry)
    return post.titled if post else subject.entry.post.value
