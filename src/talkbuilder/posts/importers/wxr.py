"""WordPress's export file, WXR, of any version: what is published for everybody, as its author typed it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.patterns import pattern_of
from talkbuilder.posts.importers.characters import beginning, chunks_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, paragraphs
from talkbuilder.posts.importers.markup import Extract, TooDeep, read_line, read_piece
from talkbuilder.posts.importers.shortcodes import without_shortcodes
from talkbuilder.posts.importers.xml import SAFE, broken, mended, refusal, root_of, undeclared
from talkbuilder.source.dates import month_number

_EXPORT = pattern_of(r"wordpress\.org/export/|<wp:wxr_version|WordPress eXtended RSS")


def recognises(head: str) -> bool:
    return root_of(head) == "rss" and _EXPORT.search(head) is not None


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The posts and pages of an export, one after the other; the file is never in memory as a whole tree."""
    if refused := refusal(beginning(data), name):
        report(refused)
        return
    try:
        authors: dict[str, str] = {}
        for item in _items(data, name, report, authors):
            yield _post(item, authors)
            yield from (LeftOut("comment") for one in item if str(one.tag).endswith("}comment"))
    except etree.XMLSyntaxError as fault:
        report(broken(fault, data, name))
    except TooDeep:
        hint = "look at this post in the blog's editor; it holds hundreds of tags that are never closed"
        report(Diagnostic("I004", "the tags of a post are nested too deep", file=name, hint=hint))


def _items(data: bytes, name: str, report: Report, authors: dict[str, str]) -> Iterator[Any]:
    """The items; what the authors call themselves is put into `authors`, by the names that posts have of them."""
    parser = etree.XMLPullParser(events=("end",), tag=("{*}item", "{*}author"), **SAFE)
    for chunk in mended(chunks_of(data, name, report), undeclared(data)):
        parser.feed(chunk.encode("utf-8"))
        yield from _read_items(parser, authors)
    parser.close()
    yield from _read_items(parser, authors)


def _read_items(parser: Any, authors: dict[str, str]) -> Iterator[Any]:
    for _, item in parser.read_events():
        if str(item.tag).endswith("}author"):
            told = _values(item)
            authors[told.get("author_login", "")] = told.get("author_display_name", "")
            continue
        yield item
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]


def _post(item: Any, authors: dict[str, str]) -> ImportedPost | LeftOut:
    values = _values(item)
    if values.get("post_type", "post") not in ("post", "page"):
        return LeftOut(f"of type '{values['post_type']}'")
    if values.get("status", "publish") != "publish":
        return LeftOut(f"not published ('{values['status']}')")
    if values.get("post_password"):
        return LeftOut("with a password")
    stripped = without_shortcodes(values.get("content", ""))
    url = unescape(values.get("link", ""))
    extract = read_piece(stripped.markup, raw=True, address=url)
    text = paragraphs("\n\n".join((extract.text, *_footnotes(values.get("footnotes", "")))))
    if not text:
        return LeftOut("without text")
    author = authors.get(values.get("creator", "")) or values.get("creator", "")
    return _made(values, url, text, extract, stripped.pictures, author)


def _made(
    values: dict[str, str], url: str, text: str, extract: Extract, pictures: tuple[str, ...], author: str
) -> ImportedPost:
    return ImportedPost(
        title=read_line(values.get("title", "")),
        text=text,
        date=_date(values),
        url=url if url.startswith(("http://", "https://")) else "",
        author=author,
        slug=values.get("post_name", ""),
        links=extract.links,
        lost_links=extract.lost_links,
        pictures=(*extract.pictures, *pictures),
        quoted=extract.quoted,
        bold=extract.bold,
        apart=extract.apart,
    )


def _values(item: Any) -> dict[str, str]:
    """What an item says, by the names of its elements without the version that their prefixes carry."""
    values: dict[str, str] = {}
    for child in item:
        if not isinstance(child.tag, str):
            continue
        space, _, local = child.tag.replace("}", ":").rpartition(":")
        if local == "encoded":
            local = "excerpt" if "excerpt" in space else "content"
        elif local == "postmeta":
            pair = {str(one.tag).replace("}", ":").rpartition(":")[2]: one.text or "" for one in child}
            if pair.get("meta_key") == "footnotes":
                values["footnotes"] = pair.get("meta_value", "")
            continue
        values.setdefault(local, (child.text or "") if local == "content" else (child.text or "").strip())
    return values


def _footnotes(told: str) -> Iterator[str]:
    """The footnotes of the block editor, which keeps them beside the post; they end it on the blog."""
    try:
        notes = json.loads(told) if told else []
    except (ValueError, RecursionError):
        return
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and isinstance(note.get("content"), str):
            yield read_piece(note["content"]).text


def _date(values: dict[str, str]) -> str:
    """The day on the author's own clock, else on Greenwich's."""
    for key in ("post_date", "post_date_gmt"):
        if (told := values.get(key, "")[:10]) and not told.startswith("0000"):
            return told
    found = re.search(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})", values.get("pubDate", ""))
    if not found or not month_number(found[2]):
        return ""
    return f"{found[3]}-{month_number(found[2]):02d}-{int(found[1]):02d}"
