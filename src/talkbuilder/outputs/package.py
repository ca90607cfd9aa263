"""Parts to a zip file whose bytes depend on nothing but the parts, and the fingerprint that tells a hand's edit."""

import re
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import IO

from talkbuilder.outputs.pptx.properties import CUSTOM, FINGERPRINT, custom

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the least that a zip file can say


def write(parts: Iterable[tuple[str, bytes]], stream: IO[bytes]) -> None:
    """Writes the package. Nothing is deflated: zlib and its replacements pack the same text into different bytes, so
    only stored parts are the same on every machine. A 30-slide deck without pictures grows from 80 to 400 kB."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts:
            package.writestr(_entry(name), data)
        package.writestr(_entry(CUSTOM), custom(_fingerprint(package)))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.create_system = 0  # else the zip tells which system wrote it
    entry.external_attr = 0
    return entry


def is_as_built(path: Path) -> bool | None:
    """Whether a deck is still as we built it; None where it carries no fingerprint, so is none of ours."""
    try:
        with zipfile.ZipFile(path) as package:
            recorded = re.search(rb"<vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>", _read(package, CUSTOM))
            if recorded is None or FINGERPRINT.encode() not in _read(package, CUSTOM):
                return None
            return recorded[1].decode() == _fingerprint(package)
    except zipfile.BadZipFile:
        return None


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""


def _fingerprint(package: zipfile.ZipFile) -> str:
    """A hash of names, lengths and checksums of all parts but the one that holds it; needs only the zip's directory."""
    listed = sorted(f"{one.filename} {one.file_size} {one.CRC}" for one in package.infolist() if one.filename != CUSTOM)
    return sha256("\n".join(listed).encode()).hexdigest()
