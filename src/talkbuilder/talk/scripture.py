"""Verses of the Bible, quoted with their place: '“Go and do likewise” (Luke 10:37)'; and their translations."""

import re
from collections.abc import Iterator, Mapping

# How many chapters each book has.
_CHAPTERS: Mapping[str, int] = {
    "Genesis": 50,
    "Exodus": 40,
    "Leviticus": 27,
    "Numbers": 36,
    "Deuteronomy": 34,
    "Joshua": 24,
    "Judges": 21,
    "Ruth": 4,
    "1 Samuel": 31,
    "2 Samuel": 24,
    "1 Kings": 22,
    "2 Kings": 25,
    "1 Chronicles": 29,
    "2 Chronicles": 36,
    "Ezra": 10,
    "Nehemiah": 13,
    "Esther": 10,
    "Job": 42,
    "Psalm": 150,
    "Psalms": 150,
    "Proverbs": 31,
    "Ecclesiastes": 12,
    "Song of Songs": 8,
    "Song of Solomon": 8,
    "Isaiah": 66,
    "Jeremiah": 52,
    "Lamentations": 5,
    "Ezekiel": 48,
    "Daniel": 12,
    "Hosea": 14,
    "Joel": 3,
    "Amos": 9,
    "Obadiah": 1,
    "Jonah": 4,
    "Micah": 7,
    "Nahum": 3,
    "Habakkuk": 3,
    "Zephaniah": 3,
    "Haggai": 2,
    "Zechariah": 14,
    "Malachi": 4,
    "Matthew": 28,
    "Mark": 16,
    "Luke": 24,
    "John": 21,
    "Acts": 28,
    "Romans": 16,
    "1 Corinthians": 16,
    "2 Corinthians": 13,
    "Galatians": 6,
    "Ephesians": 6,
    "Philippians": 4,
    "Colossians": 4,
    "1 Thessalonians": 5,
    "2 Thessalonians": 3,
    "1 Timothy": 6,
    "2 Timothy": 4,
    "Titus": 3,
    "Philemon": 1,
    "Hebrews": 13,
    "James": 5,
    "1 Peter": 5,
    "2 Peter": 3,
    "1 John": 5,
    "2 John": 1,
    "3 John": 1,
    "Jude": 1,
    "Revelation": 22,
}
_BOOKS = "|".join(sorted(_CHAPTERS, key=len, reverse=True))
_PLACE = rf"(?P<book>{_BOOKS}) (?P<chapter>\d{{1,3}}):\d{{1,3}}(?:[a-c]\b)?(?:[-–]\d{{1,3}})?(?:, ?\d{{1,3}})*"
_QUOTED = '[“"](?P<said>[^“”"]+)[”"]'
_VERSE = re.compile(rf"{_QUOTED}[.,]?\s*(?:\({_PLACE}\)|[—–-]?\s*{_PLACE.replace('?P<', '?P<bare_')})")
_AFTER = re.compile(rf"{_PLACE},?:?\s*{_QUOTED}")
_TRANSLATION = re.compile(
    r"(?:(?:as )?in |from |after )?(?:(?:the|my|our|any|a) )?(?:(?:old|new|family|church) )?"
    r"(?:Bible|(?:(?:New|Revised|American|English|International|Standard|King James|Christian|Common|Contemporary"
    r"|Living|Holman|World|Updated|Easy-to-Read|Good News|Luther|Jerusalem|Study|Amplified|Literal) ?){1,4}"
    r"(?:Version|Bible|Translation|Edition)|(?:New )?(?:King James|Living Translation|American Standard)"
    r"|NIV|KJV|NKJV|ESV|NRSV(?:ue)?|RSV|ASV|NASB|NLT|CEB|CEV|CSB|GNT|GNB|NABRE?|WEB|The Message)"
    r"(?:,? (?:\d{4}|edition of \d{4}))?\.?"
)


def verse_of(marked: str) -> str:
    """The words of a verse, where a text is nothing but a verse and its place; "" where it is anything else."""
    return next((said for start, end, said in _verses(marked.strip()) if (start, end) == (0, len(marked.strip()))), "")


def verses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text quotes the Bible, and says from where."""
    yield from ((start, end) for start, end, _ in _verses(text))


def is_translation(reason: str) -> bool:
    """Whether a reason is the Bible, or names a translation of it."""
    return bool(_TRANSLATION.fullmatch(" ".join(reason.split())))


def _verses(text: str) -> Iterator[tuple[int, int, str]]:
    text = text.replace("\N{NO-BREAK SPACE}", " ")  # as slides have it before a figure
    for found in (*_VERSE.finditer(text), *_AFTER.finditer(text)):
        groups = found.groupdict()
        book, chapter = groups["book"] or groups["bare_book"], groups["chapter"] or groups["bare_chapter"]
        if 0 < int(chapter) <= _CHAPTERS[book]:
            yield *found.span(), groups["said"]
