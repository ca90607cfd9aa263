"""The same blog in every format is the same posts; what is no blog ends in a message, and soon."""

import io
import zipfile

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers import IMPORTERS, importer_of, is_picture
from tests.cases import picture
from tests.corpora.tables import from_table
from tests.posts.importers.sample import POSTS, atom, codes, item, page, plain, read, rss, text_of, wxr

FORMATS = {"text": plain(), "wxr": wxr(), "rss": rss(), "atom": atom(), "html": page()}


@pytest.mark.parametrize("name", FORMATS)
def test_a_post_is_the_same_in_every_format_and_its_date_as_precise_as_the_format_tells(name: str) -> None:
    posts, _, faults = read(FORMATS[name])
    assert [post.text for post in posts] == [text_of(post) for post in POSTS]
    assert [post.title for post in posts] == [title for title, _, _ in POSTS]
    expected = ["2012-04", "2012-04"] if name == "text" else [day for _, day, _ in POSTS]
    assert [post.date for post in posts] == expected
    assert faults == ()


@pytest.mark.parametrize(("name", "importer"), [("text", "text"), ("wxr", "wxr"), ("rss", "feed"), ("atom", "feed")])
def test_a_format_is_told_by_its_content_and_not_by_its_name(name: str, importer: str) -> None:
    for shift in (b"", b"\xef\xbb\xbf", b"\n\n"):
        assert importer_of(shift + FORMATS[name], "holiday.jpg", Report()) is IMPORTERS[importer]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_with_a_byte_order_mark_or_other_line_ends_reads_the_same(name: str) -> None:
    text = FORMATS[name].decode()
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), text.replace("\n", "\r\n").encode()):
        assert [post.text for post in read(data)[0]] == [text_of(post) for post in POSTS]


@pytest.mark.parametrize("name", ["wxr", "rss", "atom"])
def test_a_file_that_breaks_off_is_refused(name: str) -> None:
    for cut in (0.3, 0.6, 0.95):
        data = FORMATS[name]
        assert codes(data[: int(len(data) * cut)]) == ["I004"]


def test_an_archive_that_breaks_off_is_imported_and_its_last_post_marked() -> None:
    posts, _, _ = read(plain()[:-60])
    assert [bool(post.cut_short) for post in posts] == [False, True]


_LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
_EVIL = {
    "an entity bomb": (_LAUGHS.encode() + b"]>" + wxr(), ["I005"]),
    "another file": (b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(), ["I005"]),
    "a parameter": (b'<!DOCTYPE feed [<!ENTITY % x SYSTEM "http://127.0.0.1:9/">%x;]>' + atom(), ["I005"]),
    "a bomb behind a lure": (b"<!-- <rss > -->" + _LAUGHS.encode() + b"]>" + rss(), ["I005"]),
    "deep XML": (wxr("<a>" * 50_000), ["I004"]),
    "a deep feed": (atom('<entry><content type="xhtml">' + "<div>" * 50_000), ["I004"]),
    "a deep post": (wxr(item("Deep", "<b>x" * 50_000)), ["I004"]),
    "a deep page": (page("<div>x" * 100_000), ["I004"]),
    "an endless comment": (wxr(item("A", "<!--" * 200_000)), []),
    "endless quotes": (wxr(item("A", '<a x="' * 200_000)), []),
    "endless brackets": (wxr(item("A", "[a" * 200_000 + "[caption " * 50_000)), []),
    "endless tags": (wxr(item("A", "<" * 500_000)), []),
    "a thousand attributes": (wxr(item("A", "<a " + " ".join(f"x{n}=1" for n in range(100_000)) + ">b</a>")), []),
    "zeros": (bytes(100_000), []),
    "a program": (bytes(range(256)) * 4000, ["I001"]),
    "a zip": (b"PK\x03\x04" + bytes(1000), ["I001"]),
    "nothing": (b"", ["I002"]),
    "nothing but a mark": (b"\xef\xbb\xbf\n", ["I002"]),
    "words": (b"Only words.\n" * 1000, []),
    "another XML": (b"<?xml version='1.0'?><svg><g/></svg>", ["I001"]),
}
_EVIL["zeros"] = (bytes(100_000), ["I002"])


@pytest.mark.parametrize("name", _EVIL)
def test_what_is_made_to_do_harm_ends_in_a_message(name: str) -> None:
    data, expected = _EVIL[name]
    assert codes(data) == expected


def test_a_document_type_of_old_feeds_is_read_and_asks_no_server() -> None:
    old = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    posts, _, faults = read(rss().replace(b"?>", b"?>" + old, 1))
    assert len(posts) == 2
    assert faults == ()


@pytest.mark.parametrize("kind", ["TIFF", "GIF", "PNG", "JPEG", "WEBP"])
def test_a_picture_is_told_from_a_text_by_how_it_begins(kind: str) -> None:
    assert is_picture(picture(200, 100, kind))
    assert is_picture(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic")
    assert not any(map(is_picture, FORMATS.values()))


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"PK\x03\x04 word/document.xml", "talk.docx", "this Word document is damaged: a part of it is missing"),
        (b"<html><body><p>Not here</p></body></html>", "well.jpg", "this is no picture, whatever its name says"),
    ],
)
def test_a_damaged_document_and_a_page_that_was_saved_as_a_photo_are_told(data: bytes, name: str, message: str) -> None:
    report = Report()
    assert importer_of(data, name, report) is None
    assert [one.message for one in report.diagnostics] == [message]


@from_table
def test_what_looks_like_a_text_and_is_none_is_told_by_its_name(name: str, thing: str, how: str) -> None:
    report = Report()
    assert importer_of(b"From: Anna\n\n{<svg>}", name, report) is None
    ((message, hint),) = [(one.message, one.hint) for one in report.diagnostics]
    assert message == f"this is {thing}, which is not read"
    assert how in hint


@from_table
def test_of_a_document_of_another_program_it_is_told_how_that_saves_it(
    held: dict[str, str], thing: str, how: str
) -> None:
    out, report = io.BytesIO(), Report()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    assert importer_of(out.getvalue(), "notes", report) is None
    ((message, hint),) = [(one.message, one.hint) for one in report.diagnostics]
    assert message == f"this is {thing}, which is not read"
    assert how in hint
