"""A Word document: an article, a letter, the notes of an interview; its text with the footnotes at its end."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, TooDeep, is_spoken, title_of
from talkbuilder.posts.importers.markup import read_line, read_piece
from talkbuilder.posts.importers.xml import SAFE

_BODY = "word/document.xml"
_LARGEST = 100_000_000  # bytes of its XML, unpacked
_MOST_ELEMENTS, _MOST_PARAGRAPHS = 400_000, 40_000  # of its text, as 1,000 pages have; more take minutes
_INDENT = 360  # twentieths of a point, a quarter of an inch
_MOST_LOOKS = 40
# Paragraphs keep how they look as a class, by which what is set otherwise than most is told from the rest.
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        *(f"p[style-name='look {number}'] => p.look-{number}:fresh" for number in range(_MOST_LOOKS)),
    )
)
_STRUCTURE = re.compile(r"(?:sub)?title|heading|list|toc|footnote|endnote|header|footer", re.I)
_PLAIN = re.compile(r"normal\b.*|standard|body text.*|first paragraph|no spacing|compact|", re.I)
_NOTE_MARK = re.compile(r"<sup><a href=\"#(?:foot|end)note-[^<]*</a></sup>")
_BACK = re.compile(r" ?<a href=\"#(?:foot|end)note-ref-[^<]*</a>")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
_HEADING = re.compile(r"\s*<h1>(?P<title>.*?)</h1>", re.DOTALL)
_FIRST_LINE = re.compile(
    r"\s*<(p|h[2-6])(?: class=\"[^\"]*\")?>(?P<title>(?:(?!</?p>).){1,120}?[^.:;,!…\s])</\1>(?=\s*<)", re.DOTALL
)


def recognises(head: str) -> bool:
    return False  # it is no text: its first bytes and what is packed in it tell


def is_one(data: bytes) -> bool:
    """Whether a zip file is a Word document."""
    try:
        return _BODY in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole document as one source."""
    hint = "open it in Word or LibreOffice, and save it again"
    try:
        markup, told, is_tracked = _read(data)
    except RecursionError as fault:
        raise TooDeep from fault
    except _Refused as refused:
        code, message, way = refused.args
        report(Diagnostic(code, message, file=name, hint=way))
        return
    except (zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, AttributeError, IndexError, OSError, ExpatError):
        report(Diagnostic("I004", "this is no whole Word document", file=name, hint=hint))
        return
    heading = _HEADING.match(markup)
    if heading is None and not told:  # nobody has marked the title, which then is a short line like any other
        heading = _FIRST_LINE.match(markup)
        if heading and is_spoken(read_line(heading["title"]), markup[heading.end() :]):
            heading = None
    title = read_line(heading["title"]) if heading else told
    extract = read_piece(markup[heading.end() if heading else 0 :])
    if not extract.text:
        yield LeftOut("without text")
        return
    if is_tracked:
        hint = (
            "see whether that is how it was meant: in Word, 'Review', then accept or reject all; then import it again"
        )
        message = "changes are tracked in this document: it was read as if all of them were accepted"
        report(Diagnostic("I014", message, file=name, hint=hint))
    yield extract.post(title=title or title_of(name))


class _Refused(Exception):
    """What is made to do harm, or takes minutes to read: a code, why, and what to do."""


_HARM, _SPLIT = "no word processor writes such a file", "split it, and import the part that you cite"
_TOO_LONG = "this document has {:,} {}, which are more than can be read"


def _read(data: bytes) -> tuple[str, str, bool]:
    """The document as HTML, what it calls itself, and whether changes are tracked in it.

    Raises _Refused.
    """
    import mammoth  # 40 ms, which only such a document pays

    archive = zipfile.ZipFile(io.BytesIO(data))
    if sum(one.file_size for one in archive.infolist() if one.filename.endswith((".xml", ".rels"))) > _LARGEST:
        raise _Refused("I005", "what is packed in this document is too large to be read", _HARM)
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part)[:4096]:
            raise _Refused("I005", "the document declares entities of its own, which is not safe to read", _HARM)
    text = archive.read(_BODY)
    if (elements := text.count(b"<") - text.count(b"</")) > _MOST_ELEMENTS:
        raise _Refused("I003", _TOO_LONG.format(elements, "pieces"), _SPLIT)
    if (count := text.count(b"<w:p>") + text.count(b"<w:p ")) > _MOST_PARAGRAPHS:
        raise _Refused("I003", _TOO_LONG.format(count, "paragraphs"), _SPLIT)
    no_picture = mammoth.images.img_element(lambda image: {"src": "", "alt": image.alt_text or ""})
    markup = mammoth.convert_to_html(
        io.BytesIO(data), style_map=_STYLES, convert_image=no_picture, transform_document=_with_looks
    ).value
    told = ""
    if "docProps/core.xml" in archive.namelist():
        core = etree.fromstring(archive.read("docProps/core.xml"), etree.XMLParser(**SAFE))
        told = " ".join("".join(core.xpath("//*[local-name()='title']/text()")).split())
    return _BACK.sub("", _NOTE_MARK.sub("", markup)), told, _TRACKED.search(text) is not None


def _with_looks(document: Any) -> Any:
    """Gives paragraphs of a style of their own, or that are set further in, a style that tells so."""
    import mammoth

    looks: dict[tuple[str, int], int] = {}

    def called(paragraph: Any) -> Any:
        name, told = paragraph.style_name or "", paragraph.indent
        # An item of a list, or one with its first line further out, is set in for another reason.
        start = told.start if told and not told.hanging and paragraph.numbering is None else None
        indent = int(start) // _INDENT if start and start.lstrip("-").isdigit() else 0
        look = ("" if _PLAIN.fullmatch(name) else name, indent)
        if _STRUCTURE.match(name) or look == ("", 0):
            return paragraph
        return paragraph.copy(style_name=f"look {min(looks.setdefault(look, len(looks)), _MOST_LOOKS - 1)}")

    return mammoth.transforms.paragraph(called)(document)
