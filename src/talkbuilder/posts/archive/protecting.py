"""The lists of protected names on disk, to which `protect` adds, and an import of an interview."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from talkbuilder.claims.texts import GRAMMAR
from talkbuilder.evidence.library.library import PRIVATE, PROTECTED
from talkbuilder.evidence.library.protected import Protected, parted, protect, write_protected
from talkbuilder.outputs.delivery import write_whole

_LEAST = 3  # letters of a part of a name: a shorter one stands for too much else


def new_salt() -> bytes:
    return secrets.token_bytes(16)


def write_lists(root: Path, kept: Protected) -> None:
    """Writes both lists: what may be committed, and what stays on this machine. Call it while a Store is `changing`."""
    for file, part in zip((PROTECTED, PRIVATE), parted(kept), strict=True):
        target = root / file
        if part.hashes or target.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, write_protected(part), root)


def with_speakers(kept: Protected, names: Iterable[str], text: str) -> Protected:
    """The list with names before the lines of a text; of several words each that is no word of everyday is protected
    too. A name that is one ('Farmer'), as the text has it in small letters or it is of grammar, is left out."""
    small = {word for word in re.findall(r"\w+", text) if word.islower()}
    for name in names:
        words = re.findall(r"\w+", name)
        parts = [one for one in words if len(one) >= _LEAST and one.casefold() not in small | GRAMMAR]
        if parts:
            kept = protect(kept, name, new_salt(), is_person=len(parts) == len(words))
            for part in parts:
                kept = protect(kept, part)
    return kept
