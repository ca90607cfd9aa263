"""Which edited decks were pulled, so that a build may take their place: a file beside each, of none of their words."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32


def note_beside(deck: Path) -> Path:
    """Where it is written down that a deck was pulled."""
    return deck.with_name(f".{deck.name}.pulled")


def pulled(deck: Path, left: Sequence[str]) -> bytes:
    """What is written there: which deck, and in a line each what of it was left. Raises OSError."""
    return "\n".join((str(crc32(deck.read_bytes())), *left)).encode()


def left_of(deck: Path) -> tuple[str, ...] | None:
    """What was left of a deck when it was pulled; None where it was not, or was edited since."""
    with suppress(OSError, UnicodeDecodeError):
        checksum, *left = note_beside(deck).read_text("utf-8").split("\n")
        return tuple(left) if checksum == str(crc32(deck.read_bytes())) else None
    return None
