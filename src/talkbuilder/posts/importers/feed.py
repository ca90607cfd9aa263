"""RSS and Atom feeds, and Blogger's export, which is an Atom feed with drafts and comments mixed in."""

import io
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut
from talkbuilder.posts.importers.markup import Extract, read_line, read_piece, seems_cut
from talkbuilder.posts.importers.xml import elements, forget, local, root_of

_AT_ONCE = 50
_ATOM = (b'<feed xmlns="http://www.w3.org/2005/Atom">', b"</feed>")
_RSS = (b'<rss version="2.0"><channel>', b"</channel></rss>")
_BLOGGER_KIND = "http://schemas.google.com/g/2005#kind"
_COMMENTS = re.compile(r"comments (?:on|for)\b", re.I)
_NAMESPACE = re.compile(r'(?<=\sxmlns[:=])[^"<>]*"[^"<>]*"')
_MORE = re.compile(r"<!--\s*more\b[^>]*-->\s*(?:</\w+>\s*)*$")


def recognises(head: str) -> bool:
    return root_of(head) in ("rss", "feed", "rdf:rdf")


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The posts of a feed. One that the feed holds only the beginning of is imported and marked as cut short."""
    for entry in _entries(data, name, report):
        yield LeftOut("comment") if entry is None else _post(entry)


def _entries(data: bytes, name: str, report: Report) -> Iterator[Mapping[str, Any] | None]:
    """The entries of a feed as feedparser tells them, a few at a time; None for each one of a feed of comments."""
    waiting: list[bytes] = []
    is_of_comments = False
    for element in elements(data, name, report, ("{*}item", "{*}entry", "{*}title")):
        above = element.getparent()
        if above is None or local(above) not in ("channel", "feed", "RDF"):
            continue
        if local(element) == "title":
            is_of_comments = _COMMENTS.match(element.text or "") is not None
            continue
        waiting.append(_written(element))
        forget(element)
        if len(waiting) == _AT_ONCE:
            yield from (None if is_of_comments else one for one in _told(waiting))
            waiting.clear()
    yield from (None if is_of_comments else one for one in _told(waiting))


def _written(element: Any) -> bytes:
    """An entry by itself; feedparser takes names apart at blanks, and none may be in a namespace."""
    markup: str = etree.tostring(element, with_tail=False, encoding="unicode")
    return _NAMESPACE.sub(lambda found: re.sub(r"\s|&#\d+;", "", found[0]), markup).encode()


def _told(entries: list[bytes]) -> list[Mapping[str, Any]]:
    """Entries as feedparser reads them, in a feed of their own; the whole feed would take six times its size."""
    import feedparser  # only feeds pay for this import

    is_atom = bool(entries) and re.match(rb"<(?:\w+:)?entry\b", entries[0]) is not None
    head, tail = _ATOM if is_atom else _RSS
    # From a stream, and not from a text, in which it would look for an address to fetch.
    stream = io.BytesIO(head + b"".join(entries) + tail)
    found: list[Mapping[str, Any]] = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False).entries
    return found


def _post(entry: Mapping[str, Any]) -> ImportedPost | LeftOut:
    if why := _left_out(entry):
        return LeftOut(why)
    url = entry.get("link", "")
    contents = [one for one in entry.get("content", ()) if one.get("value")]
    summary = entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}
    content = max(contents, key=lambda one: len(one["value"]), default=summary)
    extract = _read(content, url)
    if not extract.text:
        return LeftOut("without text")
    return extract.post(
        title=_title(entry),
        date=_date(entry),
        url=url,
        author=_author(entry),
        cut_short=_cut_short(bool(contents), content.get("value", ""), extract),
    )


def _left_out(entry: Mapping[str, Any]) -> str:
    """Why an entry is no published post."""
    kinds = [tag["term"].rpartition("#")[2] for tag in entry.get("tags", ()) if tag.get("scheme") == _BLOGGER_KIND]
    kind = (entry.get("blogger_type") or "".join(kinds[:1]) or "post").lower()
    if kind not in ("post", "page"):
        return kind
    if "thr_in-reply-to" in entry:
        return "comment"
    if entry.get("app_draft") == "yes" or entry.get("blogger_status", "LIVE").upper() != "LIVE":
        return "not published"
    return ""


def _read(content: Mapping[str, Any], url: str) -> Extract:
    value = content.get("value", "")
    if content.get("type") == "text/plain":
        value = value.replace("&", "&amp;").replace("<", "&lt;")
        return read_piece(value, raw=True, address=url)
    return read_piece(value, address=url)


def _title(entry: Mapping[str, Any]) -> str:
    if entry.get("title_detail", {}).get("type") == "text/plain":
        return " ".join(re.split(r"[ \t\n]+", entry["title"])).strip()
    return read_line(entry.get("title", ""))


def _cut_short(is_whole: bool, markup: str, extract: Extract) -> str:
    if not is_whole:
        return "the feed holds only a summary"
    if extract.goes_on or _MORE.search(markup.rstrip()):
        return "it ends where a link leads to the rest"
    last = extract.text.rpartition("\n\n")[2]
    return f"it ends in '{last[-12:].strip()}'" if seems_cut(last) else ""


def _author(entry: Mapping[str, Any]) -> str:
    """Who wrote it; an address of theirs is no name."""
    name = str(entry.get("author_detail", {}).get("name", ""))
    return "" if "@" in name else " ".join(name.split())


def _date(entry: Mapping[str, Any]) -> str:
    """The day as the feed writes it, by the clock of the blog where it tells that."""
    told = entry.get("published") or entry.get("created") or entry.get("updated") or ""
    if found := re.match(r"\s*(\d{4}-\d\d-\d\d)", told):
        return found[1]
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = entry.get("published_parsed")
        return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}" if parsed else ""
