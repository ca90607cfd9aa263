"""assets/evidence.lock: which entries were proved, where, and from which words; one line of JSON an entry.

Beside them stand what they rest on and what nothing else proves: people, posts, actions and signatures. The last line
tells how many there are and the hash of all, so that a line that was taken out, moved, doubled or put in is noticed.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Review
from talkbuilder.evidence.library.sources import Source
from talkbuilder.source.fields import Text, Written

LOCK = "assets/evidence.lock"

# What of an entry its proof does not rest on: it may change without a new one.
_FREE = frozenset({"span", "sensitive", "status", "conflicts_with", "parents"})
_COMPARED = ("status", "conflicts_with")  # no proof rests on these, but a change is reported
_KINDS = frozenset({"fact", "quote", "post", "person", "action", "review"})
_EDITED = "restore it from version control, or write it anew with 'talkbuilder verify'"


class Proved(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """That an entry is proved: the place in the post's own characters, and what stood there and here."""

    kind: str
    id: str
    post: str = ""
    offset: int = 0
    length: int = 0
    text: str = ""  # SHA-256 of the words in the post; of a post, of all of them
    entry: str = ""  # SHA-256 of the entry
    parts: Mapping[str, str] = {}  # a short hash of each part whose change is reported by name
    runs: str = ""  # of a source that protects somebody, hashes of runs of its words: see verbatim.py


class _End(Struct, frozen=True, forbid_unknown_fields=True):
    lines: int
    sha256: str  # of all lines before
    kind: str = "end"


Lines = Mapping[tuple[str, str], Proved]  # by kind and id
Entry = Source | Person | Action | Review


class Unreadable(Exception):
    """The lock is not as it was written: the line, what is wrong there, and what to do."""

    def __init__(self, line: int, message: str, hint: str = _EDITED) -> None:
        super().__init__(f"line {line} {message}")
        self.line = line
        self.hint = hint


def read_lock(data: bytes) -> Lines:
    """The lines of the lock. Raises Unreadable, of several faults for the first."""
    lines = data.splitlines() or [b""]
    end = _end(lines[-1])
    found: dict[tuple[str, str], Proved] = {}
    decoder = msgspec.json.Decoder(Proved)
    for number, line in enumerate(lines[:-1], start=1):
        try:
            one = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
            raise Unreadable(number, "is not as it was written") from fault
        if one.kind not in _KINDS:
            raise Unreadable(number, "is not as it was written")
        found[one.kind, one.id] = one
    if end is None:
        hint = "run 'talkbuilder verify' where the posts are: it writes it anew"
        message = "is not the closing one: the file was cut short, or an older talkbuilder wrote it"
        raise Unreadable(len(lines), message, hint)
    if (end.lines, end.sha256) != (len(lines) - 1, _sha256(_joined(lines[:-1]))):
        raise Unreadable(len(lines), "does not fit the lines before it: one of them was changed, moved or taken out")
    return found


def _end(line: bytes) -> _End | None:
    try:
        end = msgspec.json.decode(line, type=_End)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return end if end.kind == "end" else None


def write_lock(lines: Iterable[Proved]) -> bytes:
    """The lock's bytes; the same for the same lines, in whatever order they come."""
    ordered = [msgspec.json.encode(one) for one in sorted(lines, key=lambda one: (one.kind, one.id))]
    return _joined([*ordered, msgspec.json.encode(_End(len(ordered), _sha256(_joined(ordered))))])


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def hash_text(text: str) -> str:
    return _sha256(text.encode())


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # 7 ms, which who hashes nothing need not pay

    return sha256(data).hexdigest()


def hash_entry(entry: Fact | Quote, author: str | None) -> str:
    """A hash of all that an entry's proof rests on; where it stands in its file is no part of that."""
    return _hash([*_written(entry, _FREE), author])


def hash_of(entry: Entry) -> str:
    """A hash of what is written of a source, a person, an action or a review, without what may change freely."""
    return _hash(list(_written(entry, _free_of(entry))))


def _free_of(entry: Entry) -> frozenset[str]:
    match entry:
        case Source():  # locks that were written when all sources were posts still hold
            told_elsewhere = {"title"} if entry.known_by else set()
            return frozenset({"span", *(("kind",) if entry.is_post else ()), *told_elsewhere})
        case Person():
            return frozenset({"span", "pace"})
        case Action():
            return frozenset({"span", "verified_on"})
    return frozenset({"span"})


def parts_of(entry: Fact | Quote | Review) -> Mapping[str, str]:
    """A short hash of each part of an entry of which no proof tells, and that nobody is to change unseen."""
    if isinstance(entry, Review):
        return {entry.state: ""}
    told = ((name, plain(getattr(entry, name, None))) for name in _COMPARED)
    return {name: _hash(value)[:12] for name, value in told if value not in (None, [], "ok")}


def _written(entry: Written, free: frozenset[str]) -> Iterator[tuple[str, object]]:
    """What is written of an entry, field by field; what is left out is as if its field did not exist."""
    for name in entry.__struct_fields__:
        value = None if name in free else plain(getattr(entry, name))
        if value not in (None, False, []):
            yield name, value


def plain(value: object) -> object:
    """A value without the places where it was written."""
    match value:
        case tuple():
            return [plain(one) for one in value]
        case Text():
            return value.value
        case Written():
            return list(_written(value, frozenset({"span"})))
        case _:
            return value


def _hash(told: object) -> str:
    return _sha256(msgspec.json.encode(told))
