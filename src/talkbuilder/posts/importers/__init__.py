"""The formats that posts come in, one file each; the first that recognises the beginning of a file reads it."""

from collections.abc import Mapping

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.posts.importers import feed, html, text, wxr
from talkbuilder.posts.importers.characters import beginning
from talkbuilder.posts.importers.kind import Importer

IMPORTERS: Mapping[str, Importer] = {
    "wxr": Importer("WordPress export", wxr.recognises, wxr.read),
    "feed": Importer("feed", feed.recognises, feed.read),
    "html": Importer("saved page", html.recognises, html.read),
    "text": Importer("plain-text archive", text.recognises, text.read, has_addresses=False),
}
# What files that are none of ours begin with, and what to do with them.
_OTHERS = (
    (b"PK\x03\x04", "a zip file", "unpack it and import the .xml or .html file in it"),
    (b"\x1f\x8b", "a gzip file", "unpack it and import the .xml file in it"),
    (b"%PDF", "a PDF", "save the page as HTML instead"),
    (b"MIME-Version:", "a web archive", "save the page as HTML instead"),
    (b"From: <Saved by", "a web archive", "save the page as HTML instead"),
    (b"\x89PNG", "a picture", "pictures go in assets/images"),
    (b"\xff\xd8\xff", "a picture", "pictures go in assets/images"),
)
_HINT = "import a WordPress or Blogger export, an RSS or Atom feed, a page saved as HTML, or a plain-text archive"
_TEXT_HINT = "in a plain-text archive each post ends in a line 'Leave a comment »' or 'Comments (3) »'"


def importer_of(data: bytes, name: str, report: Report) -> Importer | None:
    """Who reads a file, by its content alone; None, once that is reported, where nobody does."""
    if not data.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        report(Diagnostic("I002", "the file is empty", file=name, hint="export or save it again"))
        return None
    for begins, thing, hint in _OTHERS:
        if data.startswith(begins):
            report(Diagnostic("I001", f"this is {thing}, which is not read", file=name, hint=hint))
            return None
    head = beginning(data)
    if _looks_binary(head[:4096]):
        report(Diagnostic("I001", "this is no text", file=name, hint=_HINT))
        return None
    found = next((one for one in IMPORTERS.values() if one.recognises(head)), None)
    if found is None:
        hint = _HINT if head.lstrip().startswith("<") else _TEXT_HINT
        report(Diagnostic("I001", "no posts can be told apart in this file", file=name, hint=hint))
    return found


def _looks_binary(head: str) -> bool:
    """A few control characters are damage; one in fifty is no text."""
    controls = sum(character < " " and character not in "\t\n\r\f" for character in head)
    return controls > len(head) // 50
