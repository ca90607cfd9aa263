"""Zip files whose parts are stored as they are, and whose bytes depend on nothing but them.

Nothing is deflated: zlib and its replacements pack the same text into different bytes, so only stored parts are the
same on every machine. A 30-slide deck without pictures grows from 80 to 400 kB. The bytes are those that `zipfile`
writes of such parts, in a quarter of the time: a deck of 3,000 slides has twelve thousand.
"""

import errno
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from struct import pack
from typing import IO
from zlib import crc32

_VERSION = 20  # of the format, 2.0, by no system in particular
_VERSION_64 = 45
_UTF8_NAME = 0x800
_NO_DATE = 33  # 1 January 1980, the least that a zip file can say
_MODE = 0o600 << 16  # its owner may read and write it
_MOST_PARTS = 0xFFFF  # else their count stands in records of its own
_MOST_BYTES = 0xFFFF_FFFF


class _StoredZip:
    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._at = 0
        self._directory: list[bytes] = []

    def add(self, name: str, data: bytes) -> int:
        """Returns the checksum of the part. Raises OSError where the file would be larger than 4 GB."""
        called = name.encode()
        size = len(data)
        flags = 0 if name.isascii() else _UTF8_NAME
        if self._at + size > _MOST_BYTES:
            raise OSError(errno.EFBIG, "it would be larger than 4 GB")
        # Version, flags, no compression, no time, date, checksum, size twice, lengths of the name and of what else.
        checksum = crc32(data)
        told = pack("<HHHHHIIIHH", _VERSION, flags, 0, 0, _NO_DATE, checksum, size, size, len(called), 0)
        head = b"PK\x03\x04" + told + called
        self._out.write(head)
        self._out.write(data)
        # Here also: no remark, the first disk, no attributes but the mode, where the part begins.
        place = pack("<HHHII", 0, 0, 0, _MODE, self._at)
        self._directory.append(b"PK\x01\x02" + pack("<H", _VERSION) + told + place + called)
        self._at += len(head) + size
        return checksum

    def close(self) -> None:
        """Writes the directory, and where that is."""
        directory, count = b"".join(self._directory), len(self._directory)
        self._out.write(directory)
        if count > _MOST_PARTS:
            size_at = pack("<QQ", len(directory), self._at)
            record = pack("<QHHIIQQ", 44, _VERSION_64, _VERSION_64, 0, 0, count, count) + size_at
            self._out.write(b"PK\x06\x06" + record)
            self._out.write(b"PK\x06\x07" + pack("<IQI", 0, self._at + len(directory), 1))
        shown = min(count, _MOST_PARTS)
        self._out.write(b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, shown, shown, len(directory), self._at, 0))


def write_zip(
    parts: Iterable[tuple[str, bytes]], seal: Callable[[Mapping[str, int]], tuple[str, bytes]], out: IO[bytes]
) -> None:
    """Writes parts one after the other; `seal` makes the last part of the others' checksums, by their names."""
    made = _StoredZip(out)
    checksums = {name: made.add(name, data) for name, data in parts}
    made.add(*seal(checksums))
    made.close()


def stored(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip that lies in another as a part."""
    out = BytesIO()
    made = _StoredZip(out)
    for name, data in parts:
        made.add(name, data)
    made.close()
    return out.getvalue()
