"""Which edited decks were pulled, so that a build may take their place: a file beside each, of none of their words."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct


class Pulled(Struct, frozen=True):
    """A deck as it was when it was pulled, and what of it was left, by fields and slides."""

    checksum: int
    left: tuple[str, ...]


def note_beside(deck: Path) -> Path:
    """Where it is written down that a deck was pulled."""
    return deck.with_name(f".{deck.name}.pulled")


def pulled(deck: Path, left: Sequence[str]) -> bytes:
    """What is written there. Raises OSError."""
    return msgspec.json.encode(Pulled(crc32(deck.read_bytes()), tuple(left)))


def left_of(deck: Path) -> tuple[str, ...] | None:
    """What was left of a deck when it was pulled; None where it was not, or was edited since."""
    with suppress(OSError, msgspec.MsgspecError):
        found = msgspec.json.decode(note_beside(deck).read_bytes(), type=Pulled)
        return found.left if found.checksum == crc32(deck.read_bytes()) else None
    return None
