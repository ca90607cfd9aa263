"""A package of Office as a zip file, with the properties that tell whether it was edited; always the same bytes.

The same as long as Python and its zlib are the same.
"""

from collections.abc import Callable, Iterable, Mapping
from struct import pack
from typing import IO
from zlib import MAX_WBITS, compress, crc32

from talkbuilder.outputs.markup import Xml, join, xml

_HEAD = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_LEVEL = 6
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")  # what does not get smaller
_DEFLATED, _NEEDED = 8, 20  # the method, and the version of the format that a reader must know for it
_NO_DATE = (0, 1 << 5 | 1)  # the first of January 1980, the least that a zip file can say
_IN_UTF8 = 0x800
_MODE = 0o600 << 16  # its owner may read and write it


def write_zip(
    parts: Iterable[tuple[str, bytes]], seal: Callable[[Mapping[str, int]], tuple[str, bytes]], out: IO[bytes]
) -> None:
    """Writes parts one after the other; `seal` makes the last part of the others' checksums, by their names.

    One without a name is a remark on the last of them, which nobody sees who opens the zip. Written here, for zipfile
    takes 8 ms to import, and half again as long for each of the many small parts of a deck.
    """
    sums: dict[str, int] = {}
    listed: list[tuple[bytes, bytes, int]] = []  # of each part its head, its name and where it begins
    at = 0

    def add(name: str, data: bytes) -> None:
        nonlocal at
        sums[name] = crc32(data)
        packed = data if name.endswith(_PACKED) else compress(data, _LEVEL, -MAX_WBITS)
        file, method = name.encode(), 0 if packed is data else _DEFLATED
        how = _NEEDED, 0 if name.isascii() else _IN_UTF8, method, *_NO_DATE
        head = pack("<5H3L2H", *how, sums[name], len(packed), len(data), len(file), 0)
        listed.append((head, file, at))
        at += out.write(b"".join((b"PK\3\4", head, file, packed)))

    for part in parts:
        add(*part)
    name, data = seal(sums)
    if name:
        add(name, data)
    start, remark = at, b"" if name else data
    for head, file, begin in listed:
        said = remark if begin == listed[-1][-1] else b""
        told = pack("<3H2L", len(said), 0, 0, _MODE, begin)
        at += out.write(b"".join((b"PK\1\2", pack("<H", _NEEDED), head, told, file, said)))
    out.write(pack("<4s4H2LH", b"PK\5\6", 0, 0, len(listed), len(listed), at - start, start, 0))


def custom(told: Iterable[tuple[str, str]]) -> Xml:
    """Custom properties, which survive Office and LibreOffice."""
    listed = join(_property(at, *one) for at, one in enumerate(told, start=2))
    return xml('%s<Properties xmlns="%s" xmlns:vt="%s">%s</Properties>', _HEAD, _CUSTOM, _VT, listed)


def _property(number: int, name: str, value: str) -> Xml:
    return xml(
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%s" name="%s"><vt:lpwstr>%s</vt:lpwstr>'
        "</property>",
        *(number, name, value),
    )
