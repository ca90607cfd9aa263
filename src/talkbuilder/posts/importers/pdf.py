"""A PDF: a report or an article as it was printed. The words are the file's; lines and pages are not kept."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from statistics import median
from typing import Any

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut
from talkbuilder.posts.importers.setting import PARTED, Line, paragraphs_of
from talkbuilder.source.characters import UNPRINTABLE

_MOST_PAGES = 2000
_UNTITLED = re.compile(r"untitled|microsoft word|document\d*$|\.(?:docx?|indd|pdf|qxd|tex|pages|html?)\b|^\W*$", re.I)
_UNSAID = re.compile(f"[{UNPRINTABLE.replace(chr(10), '')}]")
_LINE = re.compile(rf"[^\r\n{PARTED}]+{PARTED}?")  # PDFium ends no line at a word that goes on in the next
_MOST_IN_TITLE = 30  # words
_LARGER = 1.15  # times as high as most lines of a page


def recognises(head: str) -> bool:
    return head.startswith("%PDF-")


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole document as one source."""
    import pypdfium2  # 60 ms, which only a PDF pays

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        report(_refused(str(fault), name))
        return
    with document:
        if len(document) > _MOST_PAGES:
            hint = "split it, and import the part that you cite"
            report(Diagnostic("I003", f"{len(document):,} pages are more than can be read", file=name, hint=hint))
            return
        pages = [_lines(page) for page in document]
        told = {key: value.strip("\x00 ") for key, value in document.get_metadata_dict().items()}
    text = "\n\n".join(_UNSAID.sub("", paragraph) for paragraph in paragraphs_of(pages)).replace(PARTED, "")
    if not text.strip():
        hint = "let a program for text recognition (OCR) read it first, and compare its words with the pages"
        report(Diagnostic("I002", "there is no text in this PDF: its pages are pictures", file=name, hint=hint))
        return
    made = re.match(r"D:(\d{4})(\d\d)", told.get("CreationDate", ""))
    yield ImportedPost(
        title=_title(told.get("Title", ""), pages, name), text=text, made=f"{made[1]}-{made[2]}" if made else ""
    )


def _refused(why: str, name: str) -> Diagnostic:
    if "password" in why.lower():
        hint = "open it with its password, and print or save it as a PDF without one"
        return Diagnostic("I001", "this PDF is locked with a password", file=name, hint=hint)
    return Diagnostic("I004", "this is no whole PDF", file=name, hint="download or save it again")


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    if len(text) != text_page.count_chars():  # letters of other planes: then nothing tells where a line stands
        return [Line(one, 0, 0, 0, 0, 0) for one in text.splitlines() if one.strip()]
    return [_line(text_page, text, *found.span()) for found in _LINE.finditer(text) if found[0].strip()]


def _line(text_page: Any, text: str, start: int, end: int) -> Line:
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = first + len(text[first:end].rstrip(f" {PARTED}")) - 1
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    _, other_bottom, right, other_top = text_page.get_charbox(max(first, last), loose=True)
    high, low = max(top, other_top), min(bottom, other_bottom)
    return Line(text[start:end], left, right, high, low, round(high - low, 1))


def _title(told: str, pages: list[list[Line]], name: str) -> str:
    """What the document calls itself, else what stands largest on its first page, else the file's name."""
    if not _UNTITLED.search(told):
        return " ".join(told.split())
    lines = next((lines for lines in pages if lines), [])
    sizes = [line.size for line in lines]
    largest = max(sizes, default=0.0)
    heads = [line.text.strip() for line in lines if line.size >= largest * 0.98]
    title = " ".join(" ".join(heads).replace(PARTED, "").split())
    if 0 < len(title.split()) <= _MOST_IN_TITLE and largest > _LARGER * median(sizes):
        return title
    return " ".join(re.split(r"[_\s]+", PurePath(name).stem))
