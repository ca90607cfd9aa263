"""Movable Type's export, which TypePad writes too: entries of plain text, their parts between lines of dashes.

TITLE: A walk
STATUS: Publish
DATE: 04/18/2012 09:30:00 AM
-----
BODY:
<p>We left at dawn.</p>
-----
COMMENT:
AUTHOR: A reader
...
--------
"""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut
from talkbuilder.posts.importers.markup import read_line, read_piece

_KEY = re.compile(r"^(?P<name>[A-Z][A-Z ]+):[^\S\n]*(?P<value>.*)$", re.MULTILINE)
_FIRST = re.compile(r"\s*(?:AUTHOR|TITLE|BASENAME|STATUS|DATE|UNIQUE URL): ")
_ENTRY = re.compile(r"^-{8}[^\S\n]*$", re.MULTILINE)
_PART = re.compile(r"^-{5}[^\S\n]*$", re.MULTILINE)
_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def recognises(head: str) -> bool:
    return (
        _FIRST.match(head) is not None and re.search(r"^-{5}\s*\n(?:EXTENDED )?BODY:", head, re.MULTILINE) is not None
    )


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The published entries; what readers wrote under them is left out."""
    for entry in _ENTRY.split(text_of(data, name, report)):
        if entry.strip():
            yield _post(entry)


def _post(entry: str) -> ImportedPost | LeftOut:
    head, *parts = _PART.split(entry)
    told = {key["name"]: key["value"].strip() for key in _KEY.finditer(head)}
    if told.get("STATUS", "Publish").lower() not in ("publish", ""):
        return LeftOut(f"not published ('{told['STATUS']}')")
    bodies: dict[str, str] = {}
    for part in parts:
        kind, _, words = part.strip("\n").partition("\n")
        bodies.setdefault(kind.strip().rstrip(":"), words)
    url = told.get("UNIQUE URL", "")
    markup = "\n\n".join(filter(None, (bodies.get("BODY", ""), bodies.get("EXTENDED BODY", ""))))
    extract = read_piece(markup, raw=told.get("CONVERT BREAKS", "1") != "0", address=url)
    if not extract.text:
        return LeftOut("without text")
    day = _DATE.search(told.get("DATE", ""))
    return extract.post(
        title=read_line(told.get("TITLE", "")),
        date=f"{day[3]}-{day[1]}-{day[2]}" if day else "",
        url=url,
        author=told.get("AUTHOR", "").strip(),
        slug=told.get("BASENAME", "").replace("_", "-"),
    )
