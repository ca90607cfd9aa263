"""The lists of protected names on disk, to which `protect` adds, and an import of an interview."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from talkbuilder.claims.texts import GRAMMAR, word_set
from talkbuilder.evidence.library.library import PRIVATE, PROTECTED
from talkbuilder.evidence.library.protected import Protected, parted, protect, write_protected
from talkbuilder.outputs.delivery import write_whole

# Whom one calls so has no name there: 'Baker:', 'Mum:'.
_CALLED = word_set(
    "teacher head principal baker butcher farmer shepherd beekeeper gardener miller smith carpenter mason builder "
    "plumber painter engineer architect driver pilot sailor fisherman captain nurse doctor dentist therapist "
    "psychologist counselor pharmacist caretaker cleaner janitor cook chef waiter waitress shopkeeper seller "
    "cashier secretary librarian journalist writer author editor photographer artist musician singer student pupil "
    "child boy girl man woman lady youth teenager mother mum mom father dad daddy parent parents grandmother "
    "grandma granny nan grandfather grandpa aunt uncle sister brother son daughter wife husband neighbor neighbour "
    "friend colleague volunteer helper lifeguard coach trainer worker manager director boss owner landlord tenant "
    "official officer policeman police judge lawyer soldier mayor councillor politician minister president chairman "
    "chairwoman chair priest pastor vicar survivor victim witness patient client customer visitor tourist refugee "
    "migrant expert scientist researcher professor audience everybody everyone all both somebody someone anonymous"
)
_LEAST = 3  # letters of a part of a name: a shorter one stands for too much else


def is_calling(name: str) -> bool:
    """Whether a name tells what somebody is: Baker, The mayor, Teacher 2."""
    words = [word for word in re.findall(r"[^\W\d_]+", name.casefold()) if word not in GRAMMAR]
    return len(words) == 1 and words[0] in _CALLED


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
    too, and of 'Sister Anna Miller' the last. A name that is such a word ('Farmer'), as the text has it in small
    letters or it is of grammar, is left out."""
    small = {word for word in re.findall(r"\w+", text) if word.islower()}
    for name in names:
        words = re.findall(r"\w+", name)
        parts = [one for one in words if len(one) >= _LEAST and one.casefold() not in small | GRAMMAR]
        own = [one for one in parts if one.casefold() not in _CALLED or one in words[1:][-1:]]
        if parts:
            kept = protect(kept, name, new_salt(), is_person=len(own) == len(words))
            for part in own:
                kept = protect(kept, part)
    return kept
