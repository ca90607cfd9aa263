"""A package as a zip file; the same parts make the same bytes, as long as zlib is the same.

Python's `zipfile` writes the same; but its import takes a twentieth of a build of 30 slides, and each part as long in
it as packing takes. What is written here are the three records of the format (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16).
"""

import zlib
from collections.abc import Callable, Iterable, Mapping
from struct import Struct as Record
from typing import IO

_LEVEL = 6
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")  # what does not get smaller
_STORED, _DEFLATED = 0, 8
_VERSION = 20  # of the format, that knows both of these
_TIME, _DATE = 0, 1 << 5 | 1  # the first of January 1980, the least that a zip file can say
_MODE = 0o600 << 16  # its owner may read and write it
_UTF8 = 1 << 11  # how the name is written
# What both records of a part say of it: version, flags, method, time, date, checksum, sizes, and length of its name.
_PART = Record("<5H3IH")
_LOCAL, _LISTED, _LAST = b"PK\3\4", b"PK\1\2", b"PK\5\6"  # how the records begin
_NO_MORE = b"\0\0"  # behind that length: that of a field for other things, which there is none of
_MADE_BY = Record("<H")
_REST = Record("<4H2I")  # of the listed one: no such field, comment, disk nor marks; its mode and its place
_END = Record("<4H2IH")  # no disks; how many parts, twice; size and place of their list; no comment


def write_zip(
    parts: Iterable[tuple[str, bytes]], seal: Callable[[Mapping[str, int]], tuple[str, bytes]], out: IO[bytes]
) -> None:
    """Writes parts one after the other; `seal` makes the last part of the others' checksums, by their names."""
    package = _Package(out)
    for part in parts:
        package.add(*part)
    package.add(*seal(package.checksums))
    package.end()


class _Package:
    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._at = 0
        self._list: list[bytes] = []
        self.checksums: dict[str, int] = {}

    def add(self, name: str, data: bytes) -> None:
        """Writes a part, and notes what the list at the end says of it."""
        self.checksums[name] = checksum = zlib.crc32(data)
        method = _STORED if name.endswith(_PACKED) else _DEFLATED
        packed = zlib.compress(data, _LEVEL, -zlib.MAX_WBITS) if method == _DEFLATED else data
        flags, path = 0 if name.isascii() else _UTF8, name.encode()
        told = _PART.pack(_VERSION, flags, method, _TIME, _DATE, checksum, len(packed), len(data), len(path))
        rest = _REST.pack(0, 0, 0, 0, _MODE, self._at)
        self._list += (_LISTED, _MADE_BY.pack(_VERSION), told, rest, path)
        self._write(b"".join((_LOCAL, told, _NO_MORE, path, packed)))

    def end(self) -> None:
        begins, many, listed = self._at, len(self.checksums), b"".join(self._list)
        self._write(b"".join((listed, _LAST, _END.pack(0, 0, many, many, len(listed), begins, 0))))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)
