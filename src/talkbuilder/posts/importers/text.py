"""The plain-text archive: posts one after the other, each ended by the line that invites comments.

    Archive for April, 2012

    A title

    A paragraph.

    Leave a comment »

Such a file tells no day, no address and no link; what it does tell is kept to the letter.
"""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, links_in, paragraphs, set_apart
from talkbuilder.source.dates import MONTHS, month_number

_SEPARATOR = re.compile(r"^[^\S\n]*(?:Leave a comment|Comments \([\d,.]+\))[^\S\n]*»[^\S\n]*$", re.MULTILINE | re.I)
_PERIOD = rf"(?:(?P<month>{'|'.join(MONTHS)})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?,? )?(?P<year>\d{{4}})"
_HEADER = re.compile(rf"(?:archive for|(?:daily|monthly|yearly) archives?:) (?:{_PERIOD}|the .+ category)", re.I)
_SPEAKS_OF_LINK = re.compile(
    r"\b(?:(?:this|that|following|attached) (?:link|web ?site|web ?page)|click (?:here|on)|links? (?:below|above))\b",
    re.I,
)
_SPEAKS_OF_PICTURE = re.compile(
    r"\b(?:(?:this|these|attached|following|enclosed) (?:photo(?:graph)?|picture|image)s?"
    r"|(?:photo(?:graph)?|picture|image)s? (?:above|below|attached))\b",
    re.I,
)


def recognises(head: str) -> bool:
    return not head.lstrip().startswith("<") and _SEPARATOR.search(head) is not None


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The posts of an archive; a last one that no separator ends is taken for cut short."""
    text = text_of(data, name, report)
    date, start = "", 0
    for found in _SEPARATOR.finditer(text):
        date, post = _post(text[start : found.start()], date, "")
        if post is not None:
            yield post
        start = found.end()
    _, last = _post(text[start:], date, "the file ends before the post does")
    if last is not None:
        yield last


def _post(block: str, date: str, cut_short: str) -> tuple[str, ImportedPost | LeftOut | None]:
    """The post of a block, after the header that may stand over it; and the date that holds from here on."""
    title, _, rest = block.strip().partition("\n")
    if header := _HEADER.fullmatch(" ".join(title.split())):
        date = _date(header)
        title, _, rest = rest.strip().partition("\n")
    text = paragraphs(rest)
    if not title or not text:
        return date, LeftOut("without text") if title else None
    post = ImportedPost(
        title=title,
        text=text,
        date=date,
        links=links_in(text),
        quoted=set_apart(rest),
        lost_links=tuple(_spoken_of(_SPEAKS_OF_LINK, text)),
        pictures=tuple(_spoken_of(_SPEAKS_OF_PICTURE, text)),
        cut_short=cut_short,
    )
    return date, post


def _date(header: re.Match[str]) -> str:
    year, month, day = header["year"], header["month"], header["day"]
    if not year:
        return ""
    parts = [year] + ([f"{month_number(month):02d}"] if month else [])
    return "-".join(parts + ([f"{int(day):02d}"] if day and 1 <= int(day) <= 31 else []))


def _spoken_of(cue: re.Pattern[str], text: str) -> Iterator[str]:
    """The words by which a post speaks of something that a plain text does not carry along."""
    for paragraph in text.split("\n\n"):
        if not links_in(paragraph):
            yield from (found[0] for found in cue.finditer(paragraph))
