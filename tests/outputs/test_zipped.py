"""Packages as zip files: small, without dates, and the same bytes whenever their parts are the same."""

import io
import zipfile
from collections.abc import Mapping

from talkbuilder.outputs.zipped import write_zip

_PARTS = [("a.xml", b"<a/>" * 1_000), ("media/b.png", b"picture" * 1_000), ("é.xml", b"")]


def _written() -> tuple[bytes, Mapping[str, int]]:
    """A zip, and the checksums that its seal was made of."""
    out = io.BytesIO()
    told: dict[str, int] = {}

    def seal(checksums: Mapping[str, int]) -> tuple[str, bytes]:
        told.update(checksums)
        return "seal.xml", b"sealed"

    write_zip(_PARTS, seal, out)
    return out.getvalue(), told


def test_parts_are_read_as_they_were_written_the_seal_last() -> None:
    data, checksums = _written()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [(name, package.read(name)) for name in package.namelist()] == [*_PARTS, ("seal.xml", b"sealed")]
        assert {name: package.getinfo(name).CRC for name, _ in _PARTS} == checksums


def test_words_are_deflated_and_pictures_stored_without_a_date() -> None:
    data, _ = _written()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        methods = [entry.compress_type for entry in package.infolist()]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert methods == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]
