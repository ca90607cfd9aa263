"""assets/evidence.lock: which entries were proved, where, and from which words; one line of JSON an entry."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.posts import Post
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import without_places

LOCK = "assets/evidence.lock"

# What of an entry its proof does not rest on: it may change without a new one.
_FREE = frozenset({"span", "sensitive", "status", "conflicts_with", "parents"})


class Proved(Struct, frozen=True):
    """That an entry is proved: the place in the post's own characters, and what stood there and here."""

    kind: str
    id: str
    post: str = ""
    offset: int = 0
    length: int = 0
    text: str = ""  # SHA-256 of the words in the post
    entry: str = ""  # SHA-256 of the entry, and of who is speaking where in its post


class Unreadable(Exception):
    """The lock is not as it was written; tells the line."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def read_lock(data: bytes) -> Mapping[tuple[str, str], Proved]:
    """The proved entries, by kind and id. Raises Unreadable."""
    found: dict[tuple[str, str], Proved] = {}
    decoder = msgspec.json.Decoder(Proved)
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            try:
                one = decoder.decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
                raise Unreadable(number) from fault
            found[one.kind, one.id] = one
    return found


def write_lock(proved: Iterable[Proved]) -> bytes:
    """The lock's bytes; the same for the same proofs, in whatever order they come."""
    ordered = sorted(proved, key=lambda one: (one.kind, one.id))
    return b"".join(msgspec.json.encode(one) + b"\n" for one in ordered)


def hash_text(text: str) -> str:
    return _sha256(text.encode())


def hash_entry(entry: Fact | Quote, post: Post | None, blogger: str | None) -> str:
    """A hash of all that an entry's proof rests on; where it stands in its file is no part of that."""
    fields = [(name, without_places(getattr(entry, name))) for name in entry.__struct_fields__ if name not in _FREE]
    fields = [(name, value) for name, value in fields if value not in (None, False, [])]
    voices = [(voice.who.value, voice.from_.value, voice.to.value) for voice in post.voices] if post else []
    return _sha256(msgspec.json.encode([fields, voices, blogger, post.date.value if post else ""]))


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # 3 ms, which a build that has the posts need not pay

    return sha256(data).hexdigest()
