"""A package of Office as a zip file, with the properties that tell whether it was edited; always the same bytes.

The same as long as Python and its zlib are the same.
"""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from talkbuilder.outputs.markup import Xml, join, xml

_HEAD = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_LEVEL = 6
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx")  # what does not get smaller
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the least that a zip file can say
_ANY_SYSTEM = 0
_MODE = 0o600 << 16  # its owner may read and write it


def write_zip(
    parts: Iterable[tuple[str, bytes]], seal: Callable[[Mapping[str, int]], tuple[str, bytes]], out: IO[bytes]
) -> None:
    """Writes parts one after the other; `seal` makes the last part of the others' checksums, by their names.

    One without a name is a remark on the last of them, which nobody sees who opens the zip.
    """
    made = BytesIO()  # zipfile goes back to the head of each part, and a file on disk writes all that it holds then
    with ZipFile(made, "w") as package:
        for name, data in parts:
            _add(package, name, data)
        name, data = seal({one.filename: one.CRC for one in package.infolist()})
        if name:
            _add(package, name, data)
        else:
            package.infolist()[-1].comment = data
    out.write(made.getbuffer())


def _add(package: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _NO_DATE)
    entry.create_system, entry.external_attr = _ANY_SYSTEM, _MODE
    method = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    package.writestr(entry, data, method, _LEVEL)


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
