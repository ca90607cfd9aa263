"""The formats that sources come in, one file each; the first that recognises the beginning of a file reads it."""

from collections.abc import Mapping
from itertools import chain

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers import docx, feed, html, markdown, movable_type, pdf, plain, text, transcript, wxr
from talkbuilder.posts.importers.characters import beginning
from talkbuilder.posts.importers.kind import Importer
from talkbuilder.source.project import PICTURE_ENDINGS

_ZIP = b"PK\x03\x04"

IMPORTERS: Mapping[str, Importer] = {
    "pdf": Importer("PDF", pdf.recognises, pdf.read, "report", magic=b"%PDF-", has_addresses=False),
    "docx": Importer("Word document", docx.recognises, docx.read, "report", magic=_ZIP, is_one=docx.is_one),
    "markdown": Importer("Markdown text", markdown.recognises, markdown.read, "article", endings=(".md", ".markdown")),
    "wxr": Importer("WordPress export", wxr.recognises, wxr.read),
    "feed": Importer("feed", feed.recognises, feed.read),
    "html": Importer("saved page", html.recognises, html.read),
    "movable_type": Importer("Movable Type export", movable_type.recognises, movable_type.read),
    "transcript": Importer("transcript", transcript.recognises, transcript.read, "interview", has_addresses=False),
    "text": Importer("plain-text archive", text.recognises, text.read, has_addresses=False),
    "plain": Importer("plain text", plain.recognises, plain.read, "article", has_addresses=False),
}
# What documents of other programs hold near their beginning, and how they are saved so that they can be read.
_DOCUMENTS = (
    (
        b"application/vnd.oasis.opendocument",
        "an OpenDocument file",
        "open it in LibreOffice or Word, choose 'Save as', 'Word (.docx)'",
    ),
    (b".iwa", "a document of Apple's Pages", "open it in Pages, choose 'File', 'Export To', 'Word …'"),
    (b"ppt/", "a presentation", "open it in PowerPoint or LibreOffice, choose 'Export', 'PDF'"),
    (b"xl/", "a workbook", "open it in Excel or LibreOffice, choose 'Export', 'PDF'"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1")  # behind the length of the first box
_WRITE_DOWN = "let a transcription program write down what is said, and import its .vtt, .srt or .txt"
# What files that are none of ours begin with, and what to do with them.
_OTHERS = (
    (_ZIP, "a zip file", "unpack it (on Windows: right click, 'Extract all'), and import the file in it"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word document",
        "open it in Word or LibreOffice, and save it as .docx; import that file",
    ),
    (b"{\\rtf", "a rich text", "open it in Word, WordPad or TextEdit, and save it as .docx; import that file"),
    (b"ID3", "a recording", _WRITE_DOWN),
    (b"ftyp", "a film or a recording", _WRITE_DOWN),
    (b"WAVE", "a recording", _WRITE_DOWN),
    (b"BM", "a bitmap picture", "open it in a picture program, and save it as JPEG or PNG; import that file"),
    (b"\x1f\x8b", "a gzip file", "unpack it and import the .xml file in it"),
    (b"MIME-Version:", "a web archive", "save the page as HTML instead"),
    (b"From: <Saved by", "a web archive", "save the page as HTML instead"),
)
_HINT = "import a blog's export, a feed, a page saved as HTML, a PDF, a .docx, a .md or a .txt"


def is_picture(data: bytes) -> bool:
    """Whether a file is a picture, by how it begins; whether it can be read is not known by that."""
    return data.startswith(_PICTURES) or data[4:12] in _HEIC or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def importer_of(data: bytes, name: str, report: Report) -> Importer | None:
    """Who reads a file, by its content alone; None, once that is reported, where nobody does."""
    if not data.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        report(Diagnostic("I002", "the file is empty", file=name, hint="export or save it again"))
        return None
    for one in IMPORTERS.values():
        if one.magic and data.startswith(one.magic) and one.is_one(data):
            return one
    for holds, thing, way in _DOCUMENTS if data.startswith(_ZIP) else ():
        if holds in data:
            what, hint = f"this is {thing}, which is not read", f"{way}, and import the file that comes out"
            report(Diagnostic("I001", what, file=name, hint=hint))
            return None
    if data.startswith(_ZIP) and (name.lower().endswith(".docx") or b"word/" in data):
        hint = "open it in Word or LibreOffice and save it again, or copy it once more from where it came"
        report(Diagnostic("I001", "this Word document is damaged: a part of it is missing", file=name, hint=hint))
        return None
    for begins, thing, hint in _OTHERS:
        if begins in (data[: len(begins)], data[4:8], data[8:12]):  # a film's begins with its length, as does a .wav's
            report(Diagnostic("I001", f"this is {thing}, which is not read", file=name, hint=hint))
            return None
    head = beginning(data)
    if _looks_binary(head[:4096]):
        report(Diagnostic("I001", "this is no text", file=name, hint=_HINT))
        return None
    named = (one for one in IMPORTERS.values() if one.endings and name.lower().endswith(one.endings))
    found = next(chain(named, (one for one in IMPORTERS.values() if one.recognises(head))), None)
    if name.lower().endswith(PICTURE_ENDINGS) and found in (IMPORTERS["html"], IMPORTERS["plain"]):
        hint = "what was saved may be the page around it: open that, right click on the picture, 'Save image as …'"
        report(Diagnostic("I001", "this is no picture, whatever its name says", file=name, hint=hint))
        return None
    if found is None:
        report(Diagnostic("I001", "nothing that is known can be told apart in this file", file=name, hint=_HINT))
    return found


def _looks_binary(head: str) -> bool:
    """A few control characters are damage; one in fifty is no text."""
    controls = sum(character < " " and character not in "\t\n\r\f" for character in head)
    return controls > len(head) // 50
