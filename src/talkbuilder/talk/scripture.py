"""Verses of the Bible: where a text names one, and where it quotes one with its place."""

import re
from collections.abc import Iterator

_BOOKS = """
Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles Ezra Nehemiah Esther Job Psalms?
Proverbs Ecclesiastes Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum Habakkuk
Zephaniah Haggai Zechariah Malachi Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Philippians
Colossians Thessalonians Timothy Titus Philemon Hebrews James Peter Jude Revelation
"""
_DIGIT = r"\d"  # without one there is no place, as in most texts
_BOOK = rf"(?:[1-3] )?(?:Song of (?:Songs|Solomon)|{'|'.join(_BOOKS.split())})"
_PLACE = (
    rf"\b{_BOOK} (?:chapter )?\d{{1,3}}(?::\d{{1,3}}(?:[a-c]\b)?)?(?:[-–]\d{{1,3}})?(?:, ?\d{{1,3}})*"
    r"|\b(?:chapter|verse)s? \d{1,3}(?: ?[-–] ?\d{1,3})?"
)
_QUOTED = '[“"][^“”"]+[”"]'
_VERSE = rf"{_BOOK} \d{{1,3}}:\d{{1,3}}(?:[a-c]\b)?(?:[-–]\d{{1,3}})?(?:, ?\d{{1,3}})*"
_VERSES = rf"{_QUOTED}[.,]?\s*[(—–-]?\s*{_VERSE}\)?|(?:{_VERSE}|verse \d{{1,3}}),?:?\s*{_QUOTED}"


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a book of the Bible with a chapter or a verse."""
    if re.search(_DIGIT, text):
        yield from (found.span() for found in re.finditer(_PLACE, text))


def verses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text quotes the Bible, and says from where."""
    if re.search(_DIGIT, text):
        yield from (found.span() for found in re.finditer(_VERSES, text))
