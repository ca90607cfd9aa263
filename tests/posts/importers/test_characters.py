"""Encodings: what is told is believed if it can be, and nothing is read wrongly in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import CHUNK, _is_english, encoding_of, text_of
from tests.corpora.tables import from_table

_RUSSIAN = "Мы вышли из города на рассвете и вернулись, когда магазины закрылись. Никто не пришёл. " * 20


def read(data: bytes) -> tuple[str, list[str]]:
    report = Report()
    return text_of(data, "a.txt", report), [fault.message for fault in report.diagnostics]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_an_old_encoding_is_found_out_and_told(encoding: str) -> None:
    text, told = read(_RUSSIAN.encode(encoding))
    assert text == _RUSSIAN
    assert len(told) == 1


def test_western_quote_marks_of_windows_are_read() -> None:
    text = "“Don’t,” she said – and he didn’t. Café, naïve, Übung. " * 10
    data = f'<?xml version="1.0" encoding="windows-1252"?>{text}'.encode("cp1252")
    assert text in read(data)[0]


@from_table
def test_english_of_windows_is_read_as_such_however_few_its_accents(text: str) -> None:
    data = f"{text}\n".encode("cp1252") * 2
    assert text in read(data)[0]
    assert encoding_of(data) == "cp1252"


@from_table
def test_other_encodings_are_found_out_as_before(text: str, encoding: str) -> None:
    assert read(text.encode(encoding))[0] == text


@from_table
def test_what_has_no_english_words_or_no_english_signs_is_left_to_a_closer_look(text: str) -> None:
    assert not _is_english(text)


def test_a_declared_encoding_that_cannot_be_is_not_believed() -> None:
    assert encoding_of(b'<?xml version="1.0" encoding="no-such"?>' + _RUSSIAN.encode("cp1251")) in (
        "cp1251",
        "windows-1251",
    )
    assert encoding_of('<?xml version="1.0" encoding="iso-8859-1"?>“é”'.encode()) == "utf-8"


def test_a_sign_across_two_pieces_is_whole() -> None:
    text = "a" * (CHUNK - 1) + "é\r\n" + "b" * (CHUNK - 2) + "\r\n“"
    assert read(text.encode()) == (text.replace("\r\n", "\n"), [])


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_that_can_be_written(data: bytes) -> None:
    text = read(data)[0]
    assert text.encode("utf-8").decode("utf-8") == text
    assert not set(text) & {chr(sign) for sign in range(32) if sign not in (9, 10)}
