"""The fingerprint that tells a hand's edit, in files of any ending: a hash of what was written, kept in the file.

A zip of parts keeps it in its custom properties, which survive PowerPoint and LibreOffice, so that a deck that one of
them saved is known to be ours and edited. Any other file keeps it in a remark of its own language: whoever writes the
file puts `MARK` and 64 zeros there, `seal` writes the hash of the whole file and of its name in their place: a copy of
it under another name is its owner's, not ours.
"""

import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

MARK = "talkbuilder fingerprint"
UNSEALED = f"{MARK} {'0' * 64}"

# The part of a zip that keeps it.
PROPERTIES = "docProps/custom.xml"

_SEALED = re.compile(rf"{MARK} ([0-9a-f]{{64}})".encode())
_END, _END_MARK = 22, b"PK\x05\x06"  # how long the end of a zip without a remark is, and how it begins
_PROPERTY = re.compile(rf'name="{MARK}"[^>]*>\s*<vt:lpwstr>([0-9a-f]{{64}})</vt:lpwstr>'.encode())


def is_as_built(path: Path) -> bool | None:
    """Whether a file is still as we built it; None where it carries no fingerprint, so is none of ours."""
    if zipfile.is_zipfile(path):
        return _is_zip_as_built(path)
    data = path.read_bytes()
    found = _SEALED.search(data)
    return None if found is None else _hash_unsealed(data, found, path.name) == found[1]


def seal(data: bytes, name: str) -> bytes:
    """A file of a name with its fingerprint in the place left for it. Raises ValueError where there is none."""
    found = _SEALED.search(data)
    if found is None:
        raise ValueError("there is no place for the fingerprint")
    return data[: found.start(1)] + _hash_unsealed(data, found, name) + data[found.end(1) :]


def _hash_unsealed(data: bytes, found: re.Match[bytes], name: str) -> bytes:
    unsealed = data[: found.start(1)] + b"0" * 64 + data[found.end(1) :]
    return sha256(name.encode("utf-8", "surrogateescape") + b"\n" + unsealed).hexdigest().encode()


def of_parts(hashes: Mapping[str, str]) -> str:
    """One hash of the names and contents of all parts but the one that holds it, in whatever order they lie."""
    return sha256("\n".join(f"{name} {hashes[name]}" for name in sorted(hashes)).encode()).hexdigest()


def _is_zip_as_built(path: Path) -> bool | None:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            recorded = _PROPERTY.search(package.read(PROPERTIES)) if PROPERTIES in names else None
            if recorded is None:
                return None
            if package.comment or not _ends_with_directory(path):
                return False
            hashes = {name: sha256(package.read(name)).hexdigest() for name in names if name != PROPERTIES}
            return recorded[1].decode() == of_parts(hashes)
    except (zipfile.BadZipFile, OSError, ValueError):
        return None


def _ends_with_directory(path: Path) -> bool:
    """Whether nothing was written behind the list of parts, which zip readers pass over."""
    with path.open("rb") as file:
        file.seek(-_END, 2)
        return file.read(len(_END_MARK)) == _END_MARK
