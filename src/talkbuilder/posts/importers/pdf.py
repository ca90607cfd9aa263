"""A PDF: a report or an article as it was printed. The words are the file's; lines and pages are not kept."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from statistics import median
from typing import Any

from msgspec import Struct

from talkbuilder.claims.texts import ends_before
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, title_of
from talkbuilder.source.characters import UNPRINTABLE

PARTED = "\ufffe"  # stands where a word goes on in the next line, as PDFium tells it
CELLS = " | "  # stands between the cells of a row
_USUAL, _OPEN = 1.2, 1.7  # times the height of a line is the distance of the next: as a rule, and at most
_SPACED = 1.35  # times the usual distance of lines is a blank line
_INDENTED = 0.8  # times the height of a line
_SHORT = 0.85  # of the widest line: a line that ends there ends its paragraph
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•▪‣·–—*-]\s")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s")
_SPOKEN = re.compile(r"[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?:\s")  # a name before what somebody says
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"(?:page |p\. ?|[-–— ]*)?(?:\d{1,4}|[ivxlc]{1,7})(?: (?:of|/) ?\d{1,4}|[-–— ]*)?", re.I)
# What a browser prints over and under a page: the day and the time, where it stands and which page it is.
_PRINTED = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d\b.*|(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?", re.DOTALL
)
_LEAST_WORD = 4  # letters: "in" and "formation" are words as well
_AT_EDGE = 2  # lines at the head and at the foot of a page
_LEAST_PAGES = 3
_MOST_PAGES = 2000
_LARGEST = 16_000_000  # bytes that draw a page, unpacked; more take PDFium minutes
_MOST_PIECES, _MOST_LINES = 500_000, 5_000  # characters, lines and curves of a page, and its lines of text
_MOST_IN_ALL = 10_000_000  # of these pieces: pages may share what draws them
_STREAM = re.compile(rb"\bstream\r?\n")
_TOLD = 1000  # bytes before a stream, in which it says what it is
_NO_TEXT = re.compile(rb"/Image\b|/Length1\b|/FontFile|/Metadata\b")
_UNTITLED = re.compile(r"untitled|microsoft word|document\d*$|\.(?:docx?|indd|pdf|qxd|tex|pages|html?)\b|^\W*$", re.I)
_UNSAID = re.compile(f"[{UNPRINTABLE.replace(chr(10), '')}]")
_LINE = re.compile(rf"[^\r\n{PARTED}]+{PARTED}?")  # PDFium ends no line at a word that goes on in the next
_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_LABEL = re.compile(r"(?:\W|\(?\w{1,3}[.)]) ")  # what stands before something that is listed
_FIGURE = re.compile(r"[^\w\s]*\d[\d.,%–-]*")
_CELLS_APART, _EVEN = 1.5, 0.6  # times the height of a line
_MOST_IN_TITLE = 30  # words
_LARGER = 1.15  # times as high as other lines


class Line(Struct, frozen=True):
    """A line of a page, in points from its lower left corner; `size` is how high its letters are."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def recognises(head: str) -> bool:
    return head.startswith("%PDF-")


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole document as one source."""
    import pypdfium2  # 60 ms, which only a PDF pays

    try:
        if _unpacks_too_large(data):
            most = _LARGEST // 1_000_000
            raise _TooMuch(f"what draws one of its pages has more than {most} MB: that is too large to be read")
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document))
            told = {key: value.strip("\x00 ") for key, value in document.get_metadata_dict().items()}
    except pypdfium2.PdfiumError as fault:
        report(_refused(str(fault), name))
        return
    except _TooMuch as fault:
        report(Diagnostic("I003", str(fault), file=name, hint="split it, and import the part that you cite"))
        return
    text = "\n\n".join(_UNSAID.sub("", paragraph) for paragraph in paragraphs_of(pages)).replace(PARTED, "")
    if not text.strip():
        hint = (
            "make its text searchable first: with ocrmypdf (free), Adobe Acrobat ('Scan & OCR'), or by opening it in "
            "Google Docs; compare the words with the pages, and import that file"
        )
        report(Diagnostic("I002", "there is no text in this PDF: its pages are pictures", file=name, hint=hint))
        return
    yield ImportedPost(title=_title(told.get("Title", ""), pages, name), text=text)


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

    if len(document) > _MOST_PAGES:
        raise _TooMuch(f"{len(document):,} pages are more than can be read")
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


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of some pages; one that goes on over the end of a page is one."""
    words = _words(pages)
    kept = ""
    for lines in _without_edges(pages):
        for paragraph in _paragraphs(lines, words):
            if kept and (kept.endswith(PARTED) or (not _has_ended(kept) and paragraph[:1].islower())):
                kept = _joined(kept, paragraph, words)
                continue
            if kept:
                yield kept
            kept = paragraph
    if kept:
        yield kept.rstrip(PARTED)


def _words(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """The words that stand whole in lines, to tell whether a hyphen at a line's end is one."""
    words: Counter[str] = Counter()
    for lines in pages:
        is_parted = False
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line.text)]
            ends_parted = line.text.rstrip().endswith((PARTED, "-", "\u00ad"))
            words.update(found[is_parted : -1 if ends_parted else None])
            is_parted = ends_parted
    return words


def _without_edges(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Pages without the heads and feet that stand on many of them, and without their numbers."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    repeated = {key for key, count in seen.items() if count >= max(_LEAST_PAGES, len(pages) // 4)}
    for lines in pages:
        edges = {id(line) for line in _edges(lines) if _key(line) in repeated or _is_no_text(line.text.strip())}
        yield [line for line in lines if id(line) not in edges]


def _is_no_text(line: str) -> bool:
    return (_NUMBER.fullmatch(line) or _PRINTED.fullmatch(line)) is not None


def _edges(lines: Sequence[Line]) -> list[Line]:
    if len(lines) <= 1:
        return []
    high = sorted(lines, key=lambda line: -line.top)
    return [*high[:_AT_EDGE], *high[-_AT_EDGE:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _paragraphs(lines: list[Line], words: Counter[str]) -> Iterator[str]:
    near = [(one.bottom - other.bottom, other.size) for one, other in pairwise(lines) if _are_near(one, other)]
    close = [step for step, size in near if step < _OPEN * size]
    step = median(close) if close else _USUAL * median(size for _, size in near) if near else 0.0
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _begins(line, before, step, _widest(lines, before)):
            yield text
            text = ""
        text = _joined(text, line.text.strip(" "), words) if text else line.text.strip(" ")
        before = line
    if text:
        yield text


def _has_ended(text: str) -> bool:
    """Whether a sentence ends with a line; 'U.S.' ends none."""
    text = text.rstrip()
    return _ENDS.search(text) is not None and (text[-1] != "." or ends_before(f"{text} ", len(text) + 1))


def _are_near(one: Line, other: Line) -> bool:
    return 0 < one.bottom - other.bottom < 4 * max(one.size, 1)


def _widest(lines: list[Line], line: Line) -> float:
    """How far to the right lines of its column reach."""
    near = (one.right for one in lines if abs(one.left - line.left) < 6 * max(line.size, 1))
    return max(near, default=line.right)


def _begins(line: Line, before: Line, step: float, widest: float) -> bool:
    """Whether a line begins a paragraph behind another one."""
    if before.text.endswith(PARTED):
        return False
    if CELLS in line.text or CELLS in before.text:
        return True
    if max(line.size, before.size) > _LARGER * min(line.size, before.size):
        return True
    is_below = _are_near(before, line)
    if is_below and step and before.bottom - line.bottom > _SPACED * step:
        return True
    if _BULLET.match(line.text):
        return True
    has_ended = _has_ended(before.text)
    width = widest - before.left
    is_short = width > 0 and before.right - before.left < _SHORT * width
    if _NUMBERED.match(line.text):  # a sentence may end with a number, and that begin a line
        return has_ended or is_short or before.left - line.left > _INDENTED * line.size
    if has_ended and _SPOKEN.match(line.text):
        return True
    if not is_below:
        return has_ended or line.text[:1].isupper()  # the next column goes on with the sentence
    return has_ended and (is_short or line.left - before.left > _INDENTED * line.size)


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines as one: a word that was parted is whole, and a hyphen of its own stays."""
    if not text.endswith((PARTED, "-", "\u00ad")):
        return f"{text} {more}"
    stem, mark = text[:-1], text[-1]
    head, tail = re.search(r"[^\W\d_]+$", stem), re.match(r"[^\W\d_]+", more)
    if head is None or tail is None or (mark == "-" and not more[:1].islower()):
        return f"{stem}{'-' if mark != chr(0xAD) else ''}{more}"
    return f"{stem}{'-' if _keeps_hyphen(head[0], tail[0], words) else ''}{more}"


def _keeps_hyphen(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether a hyphen is the word's own: the document writes it so elsewhere, or both halves as words, or it is the
    hyphen of an abbreviation."""
    whole, hyphened = words[f"{head}{tail}".lower()], words[f"{head}-{tail}".lower()]
    if whole or hyphened:
        return hyphened > whole
    if head.isupper():
        return True
    return min(len(head), len(tail)) >= _LEAST_WORD and bool(words[head.lower()] and words[tail.lower()])
