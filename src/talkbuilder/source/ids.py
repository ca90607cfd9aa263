"""What an id may be: the name of an entry, a talk, a slide or an audience; the one place that knows."""

import re
from collections.abc import Container
from itertools import chain, count

WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*"  # for a pattern in which an id is only a part
PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"  # for a JSON Schema
ADVICE = "use small letters, digits and hyphens"

_ID = WORDS
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)


def is_id(text: str) -> bool:
    """Whether a text can name something: gate-of-almaty, 2010."""
    return re.fullmatch(_ID, text) is not None


def is_device(name: str) -> bool:
    """Whether a file or a folder of that name is a device on Windows, whatever its ending: con, nul.png, COM1."""
    return _DEVICE.match(name.strip()) is not None


def as_id(text: str) -> str:
    """What an id keeps of a text of ASCII characters: Gate of Almaty! as gate-of-almaty; "" where that is nothing."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def free_id(stem: str, taken: Container[str]) -> str:
    """An id that nothing has yet: a stem, or that with the first number behind it under which it is free."""
    return next(id for id in chain((stem,), (f"{stem}-{number}" for number in count(2))) if id not in taken)
