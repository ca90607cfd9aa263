"""A package as a zip file; the same parts make the same bytes, as long as Python and its zlib are the same."""

from collections.abc import Callable, Iterable, Mapping
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_LEVEL = 6
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")  # what does not get smaller
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the least that a zip file can say
_ANY_SYSTEM = 0
_MODE = 0o600 << 16  # its owner may read and write it


def write_zip(
    parts: Iterable[tuple[str, bytes]], seal: Callable[[Mapping[str, int]], tuple[str, bytes]], out: IO[bytes]
) -> None:
    """Writes parts one after the other; `seal` makes the last part of the others' checksums, by their names."""
    with ZipFile(out, "w") as package:
        for name, data in parts:
            _add(package, name, data)
        _add(package, *seal({one.filename: one.CRC for one in package.infolist()}))


def _add(package: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _NO_DATE)
    entry.create_system, entry.external_attr = _ANY_SYSTEM, _MODE
    method = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    package.writestr(entry, data, method, _LEVEL)
