"""Zips that hold their parts as they are."""

import io
import zipfile
from collections.abc import Mapping
from zlib import crc32

import pytest

from talkbuilder.outputs.pptx.stored_zip import stored, write_zip


def test_a_zip_is_stored_undated_and_of_no_system_and_sealed_with_the_checksums_of_its_parts() -> None:
    seen: dict[str, int] = {}

    def seal(checksums: Mapping[str, int]) -> tuple[str, bytes]:
        seen.update(checksums)
        return "seal.xml", b"sealed"

    out = io.BytesIO()
    write_zip(iter([("b.xml", b"B" * 1000), ("a.xml", b"A")]), seal, out)
    assert seen == {"b.xml": crc32(b"B" * 1000), "a.xml": crc32(b"A")}
    _assert_plain(out.getvalue(), {"b.xml": b"B" * 1000, "a.xml": b"A", "seal.xml": b"sealed"})


def test_a_zip_in_a_package_is_stored_and_undated_too() -> None:
    _assert_plain(stored([("b.xml", b"B" * 1000), ("a.xml", b"A")]), {"b.xml": b"B" * 1000, "a.xml": b"A"})


def _assert_plain(data: bytes, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert [(name, made.read(name)) for name in made.namelist()] == list(parts.items())
        for entry in made.infolist():
            assert entry.compress_type == zipfile.ZIP_STORED
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.extra, entry.comment) == (0, b"", b"")


def test_names_in_other_letters_are_read_as_they_were_written() -> None:
    _assert_plain(stored([("пример.xml", b"A")]), {"пример.xml": b"A"})


@pytest.mark.parametrize("count", [1, 65_536])  # the second is more than fit where parts are counted
def test_a_zip_is_byte_for_byte_what_pythons_own_writer_makes(count: int) -> None:
    parts = [(f"folder/{number}.xml", str(number).encode()) for number in range(count)]
    expected = io.BytesIO()
    with zipfile.ZipFile(expected, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts:
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            package.writestr(entry, data)
    assert stored(parts) == expected.getvalue()
