"""The fingerprint that tells a hand's edit, in files of any ending: a checksum of what was written, kept in the file.

A package of Office keeps it in its custom properties, which survive PowerPoint and LibreOffice, so that a deck that one
of them saved is known to be ours and edited. Any other file keeps it in a remark of its own language: whoever writes
the file puts `UNSEALED` there, `seal` writes the checksum of the whole file and of its name in the place of its zeros:
a copy of it under another name is its owner's, not ours.

Checksums are CRC-32, which a zip has of its parts anyway. They guard against oversight, not against fraud: whoever
wants to deceive a program that is about to overwrite a file can leave the file alone.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from struct import error
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from zipfile import ZipFile

MARK = "talkbuilder fingerprint"
_ZEROS = b"0" * 8
UNSEALED = f"{MARK} {_ZEROS.decode()}"

# The part of packages of Office that keeps it; other zips have it in the remark on their last part.
PROPERTIES = "docProps/custom.xml"

_MOST_PROPERTIES = 1_000_000  # bytes; ours take a few hundred
_SEALED = re.compile(rf"{MARK} ([0-9a-f]{{8}})".encode())
_END, _END_MARK = 22, b"PK\x05\x06"  # how long the end of a zip without a remark is, and how it begins
_PROPERTY = re.compile(rf'name="{MARK}"[^>]*>\s*<vt:lpwstr>([0-9a-f]+)</vt:lpwstr>'.encode())


def is_as_built(path: Path) -> bool | None:
    """Whether a file is still as we built it; None where it carries no fingerprint, so is none of ours."""
    from zipfile import is_zipfile

    if is_zipfile(path):
        return _is_zip_as_built(path)
    data = path.read_bytes()
    found = _SEALED.search(data)
    if found is None:
        return None
    whole = memoryview(data)
    return _checksum((whole[: found.start(1)], _ZEROS, whole[found.end(1) :]), path.name) == found[1]


def seal(data: bytes, name: str) -> bytes:
    """A file of a name with its fingerprint in the place that it has for it."""
    return data.replace(UNSEALED.encode(), f"{MARK} ".encode() + _checksum((data,), name), 1)


def sealed_pdf(data: bytes, name: str) -> bytes:
    """A PDF of a name with its fingerprint, behind all that is found by its place and before its end."""
    before, end, after = data.rpartition(b"startxref")
    return seal(b"".join((before, f"% {UNSEALED}\n".encode(), end, after)), name)


def _checksum(pieces: Iterable[bytes | memoryview], name: str) -> bytes:
    told = crc32(name.encode("utf-8", "surrogateescape"))
    for piece in pieces:
        told = crc32(piece, told)
    return f"{told:08x}".encode()


def properties_in(package: "ZipFile") -> str:
    """The part of a package in which its custom properties stand; "" where it has none. Raises as ZipFile does."""
    is_there = PROPERTIES in package.namelist() and package.getinfo(PROPERTIES).file_size <= _MOST_PROPERTIES
    return package.read(PROPERTIES).decode("utf-8", "replace") if is_there else ""


def of_parts(checksums: Mapping[str, int]) -> str:
    """One checksum of the names and contents of all parts but the one that holds it, in whatever order they lie."""
    return f"{crc32(''.join([f'{name} {checksums[name]}{chr(10)}' for name in sorted(checksums)]).encode()):08x}"


def _is_zip_as_built(path: Path) -> bool | None:
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as package:
            parts = {one.filename: one for one in package.infolist()}
            keeps = parts.pop(PROPERTIES, None)
            if keeps and keeps.file_size <= _MOST_PROPERTIES:
                recorded = _PROPERTY.search(package.read(keeps))
            else:
                recorded = None if keeps else _SEALED.fullmatch(package.infolist()[-1].comment)
            if recorded is None:
                return None
            if package.comment or not _ends_with_directory(path):
                return False
            told = {name: one.CRC for name, one in parts.items()}
            return recorded[1].decode() == of_parts(told) and package.testzip() is None
    except (BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError, RuntimeError, error):
        return None  # it is damaged, or needs a password: none of ours as it is


def _ends_with_directory(path: Path) -> bool:
    """Whether nothing was written behind the list of parts, which zip readers pass over."""
    with path.open("rb") as file:
        file.seek(-_END, 2)
        return file.read(len(_END_MARK)) == _END_MARK
