"""A PDF: a report or an article as it was printed. The words are the file's; lines and pages are not kept."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from statistics import median
from typing import Any

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, title_of
from talkbuilder.posts.importers.setting import CELLS, PARTED, Line, paragraphs_of
from talkbuilder.source.characters import UNPRINTABLE

_MOST_PAGES = 2000
_LARGEST = 16_000_000  # bytes that draw a page, unpacked; more take PDFium minutes
_MOST_PIECES, _MOST_LINES = 500_000, 5_000  # characters, lines and curves of a page, and its lines of text
_MOST_IN_ALL = 10_000_000  # of these pieces: pages may share what draws them
_STREAM = re.compile(rb"\bstream\r?\n")
_TOLD = 1000  # bytes before a stream, in which it says what it is
_NO_TEXT = re.compile(rb"/Image\b|/Length1\b|/FontFile|/Metadata\b")
_UNTITLED = pattern_of(r"untitled|microsoft word|document\d*$|\.(?:docx?|indd|pdf|qxd|tex|pages|html?)\b|^\W*$", re.I)
_UNSAID = pattern_of(f"[{UNPRINTABLE.replace(chr(10), '')}]")
_LINE = pattern_of(rf"[^\r\n{PARTED}]+{PARTED}?")  # PDFium ends no line at a word that goes on in the next
_BLANK = pattern_of(r"(?<=\S) +(?=\S)")
_LABEL = pattern_of(r"(?:\W|\(?\w{1,3}[.)]) ")  # what stands before something that is listed
_FIGURE = pattern_of(r"[^\w\s]*\d[\d.,%–-]*")
_CELLS_APART, _EVEN = 1.5, 0.6  # times the height of a line
_MOST_IN_TITLE = 30  # words
_LARGER = 1.15  # times as high as most lines of a page


def recognises(head: str) -> bool:
    return head.startswith("%PDF-")


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole document as one source."""
    import pypdfium2  # 60 ms, which only a PDF pays

    too_large = "split it, and import the part that you cite"
    if _unpacks_too_large(data):
        message = f"what draws one of its pages has more than {_LARGEST // 1_000_000} MB: that is too large to be read"
        report(Diagnostic("I003", message, file=name, hint=too_large))
        return
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        report(_refused(str(fault), name))
        return
    with document:
        if len(document) > _MOST_PAGES:
            message = f"{len(document):,} pages are more than can be read"
            report(Diagnostic("I003", message, file=name, hint=too_large))
            return
        try:
            pages = list(_pages(document))
        except _TooMuch as fault:
            report(Diagnostic("I003", str(fault), file=name, hint=too_large))
            return
        told = {key: value.strip("\x00 ") for key, value in document.get_metadata_dict().items()}
    text = "\n\n".join(_UNSAID.sub("", paragraph) for paragraph in paragraphs_of(pages)).replace(PARTED, "")
    if not text.strip():
        hint = (
            "make its text searchable first: with ocrmypdf (free), Adobe Acrobat ('Scan & OCR'), or by opening it in "
            "Google Docs; compare the words with the pages, and import that file"
        )
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


class _TooMuch(Exception):
    """What takes minutes to read."""


def _unpacks_too_large(data: bytes) -> bool:
    """Whether what draws a page is packed so well that it would take minutes; pictures and fonts may be larger."""
    for found in _STREAM.finditer(data):
        told = data[max(0, found.start() - _TOLD) : found.start()].rpartition(b"obj")[2]
        if b"/FlateDecode" in told and not _NO_TEXT.search(told):
            with suppress(zlib.error):  # it is damaged or locked, and told as that
                unpacked = zlib.decompressobj().decompress(memoryview(data)[found.end() :], _LARGEST + 1)
                if len(unpacked) > _LARGEST:
                    return True
    return False


def _pages(document: Any) -> Iterator[list[Line]]:
    """The lines of each page. Raises _TooMuch."""
    from pypdfium2 import raw

    whole = 0
    for number, page in enumerate(document, 1):
        text_page = page.get_textpage()
        pieces = raw.FPDFPage_CountObjects(page) + text_page.count_chars()
        whole += pieces
        if pieces > _MOST_PIECES:
            raise _TooMuch(f"page {number:,} is drawn of {pieces:,} pieces, which are more than can be read")
        if whole > _MOST_IN_ALL:
            raise _TooMuch(f"its pages are drawn of more than {_MOST_IN_ALL:,} pieces, which cannot be read")
        lines = _lines(text_page)
        if len(lines) > _MOST_LINES:
            raise _TooMuch(f"page {number:,} has {len(lines):,} lines, which are more than can be read")
        yield lines


def _lines(text_page: Any) -> list[Line]:
    """The lines of a page in the order in which they are read."""
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
    size = round(high - low, 1)
    words = text[start:first] + _in_cells(text_page, text, first, last + 1, size) + text[last + 1 : end]
    return Line(words, left, right, high, low, size)


def _in_cells(text_page: Any, text: str, start: int, end: int, size: float) -> str:
    """A line with a sign between the cells of a table, which stand far apart; words of justified text stand evenly."""
    gaps = [(one.start(), _gap(text_page, *one.span())) for one in _BLANK.finditer(text, start, end)]
    if not any(gap > _CELLS_APART * size for _, gap in gaps) or _LABEL.match(text, start, end):
        return text[start:end]
    narrow = min(gap for _, gap in gaps)
    is_row = narrow < _EVEN * size or sum(one.isdigit() for one in text[start:end].split()) > 1
    apart = _EVEN if all(map(_FIGURE.fullmatch, text[start:end].split())) else _CELLS_APART  # of a row of figures alone
    wide = {at for at, gap in gaps if gap > (apart if is_row else 2 * _CELLS_APART) * size}
    return "".join(CELLS if at in wide else text[at] for at in range(start, end))


def _gap(text_page: Any, start: int, end: int) -> float:
    """How far the letters before and behind some blanks stand apart."""
    return float(text_page.get_charbox(end)[0] - text_page.get_charbox(start - 1)[2])


def _title(told: str, pages: list[list[Line]], name: str) -> str:
    """What the document calls itself, else what stands largest on its first page, else the file's name."""
    if not _UNTITLED.search(told):
        return " ".join(told.split())
    lines = next((lines for lines in pages if lines), [])
    sizes = [line.size for line in lines]
    largest = max(sizes, default=0.0)
    heads = [line.text.strip() for line in lines if line.size >= largest * 0.98]
    title = " ".join(" ".join(heads).replace(PARTED, "").replace(CELLS, " ").split())
    if 0 < len(title.split()) <= _MOST_IN_TITLE and largest > _LARGER * median(sizes):
        return title
    return title_of(name)
