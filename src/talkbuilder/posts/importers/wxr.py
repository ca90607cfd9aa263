"""WordPress's export file, WXR, of any version: what is published for everybody, as its author typed it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from talkbuilder.claims.texts import word_set
from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, paragraphs
from talkbuilder.posts.importers.markup import read_line, read_piece
from talkbuilder.posts.importers.xml import elements, forget, local, root_of
from talkbuilder.source.dates import month_number

_EXPORT = re.compile(r"wordpress\.org/export/|<wp:wxr_version|WordPress eXtended RSS")

# Those of WordPress and wordpress.com that may stand without a value; any other is known by its values or its end.
_KNOWN = word_set("""
    archives audio blogroll caption contact-field contact-form dailymotion embed gallery googlemaps googlevideo more
    nextpage playlist poll polldaddy recent_posts slideshare slideshow sociable soundcloud ted tweet twitter video
    videolog vimeo wp_caption wpvideo youtube
""")
_PICTURES = word_set("""
    audio gallery googlemaps googlevideo playlist slideshow video vimeo wpvideo youtube
""")
_EMBED = re.compile(
    r"\[(embed|youtube|vimeo|audio|video|googlevideo)\b[^\[\]]{0,500}\]\s*([^\[\]<>]{0,500}?)\s*\[/\1\]"
)
_SHORTCODE = re.compile(r"(\[?)\[(/?)([A-Za-z][\w-]{0,40})(?![\w-])([^\[\]]{0,2000})\](\]?)")
_CAPTIONED = re.compile(r"\[(caption|wp_caption)\b([^\[\]]{0,2000})\](.{0,5000}?)\[/\1\]", re.DOTALL)
_QUOTED = re.compile(r"\[([\w-]*quote|testimonial)\b[^\[\]]{0,2000}\](.{0,20000}?)\[/\1\]", re.DOTALL)
_VALUE = re.compile(r"\s[\w-]+=(?:[\"'“”″]|&#?\w+;|\w)")
_CAPTION = re.compile(r"""\scaption=(?:"([^"]*)"|'([^']*)')""")


def recognises(head: str) -> bool:
    return root_of(head) == "rss" and _EXPORT.search(head) is not None


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The posts and pages of an export, one after the other."""
    authors: dict[str, str] = {}  # what they call themselves, by the names that posts have of them
    for item in elements(data, name, report, ("{*}item", "{*}author")):
        if local(item) == "author":
            told = _values(item)
            authors[told.get("author_login", "")] = told.get("author_display_name", "")
            continue
        yield _post(item, authors)
        yield from (LeftOut("comment") for one in item if local(one) == "comment")
        forget(item)


def _post(item: Any, authors: dict[str, str]) -> ImportedPost | LeftOut:
    values = _values(item)
    if values.get("post_type", "post") not in ("post", "page"):
        return LeftOut(f"of type '{values['post_type']}'")
    if values.get("status", "publish") != "publish":
        return LeftOut(f"not published ('{values['status']}')")
    if values.get("post_password"):
        return LeftOut("with a password")
    markup, pictures = without_shortcodes(values.get("content", ""))
    url = unescape(values.get("link", ""))
    extract = read_piece(markup, raw=True, address=url)
    text = paragraphs("\n\n".join((extract.text, *_footnotes(values.get("footnotes", "")))))
    if not text:
        return LeftOut("without text")
    return extract.post(
        title=read_line(values.get("title", "")),
        text=text,
        date=_date(values),
        url=url,
        author=authors.get(values.get("creator", "")) or values.get("creator", ""),
        slug=values.get("post_name", ""),
        pictures=(*extract.pictures, *pictures),
    )


def without_shortcodes(markup: str) -> tuple[str, list[str]]:
    """A post without shortcodes such as [caption …], and the pictures and films that they showed. What stands between
    two of them stays, a caption as a paragraph of its own, and so do brackets that its author wrote."""
    if "[" not in markup:
        return markup, []
    pictures: list[str] = []
    ended = {name.lower() for name in re.findall(r"\[/([A-Za-z][\w-]{0,40})\]", markup)}

    def embedded(found: re.Match[str]) -> str:
        pictures.append(found[2] or found[1])
        return ""

    def stripped(found: re.Match[str]) -> str:
        name, rest = found[3].lower(), found[4]
        if found[1] and found[5]:
            return found[0][1:-1]  # doubled brackets are how a post shows a shortcode
        if name not in _KNOWN | ended and not (name == found[3] and _VALUE.match(rest)):
            return found[0]
        if name in _PICTURES and not found[2]:
            pictures.append(" ".join(f"{name} {rest}".split()))
        if name not in ("caption", "wp_caption"):
            return found[1] + found[5]
        caption = _CAPTION.search(rest)
        words = (caption[1] or caption[2] or "") + "\n\n" if caption else ""
        return f"{found[1]}\n\n{words}{found[5]}"

    markup = _QUOTED.sub(r"\n\n<blockquote>\2</blockquote>\n\n", markup)
    marked = _CAPTIONED.sub(r"\n\n<figcaption>[\1\2]\3</figcaption>\n\n", _EMBED.sub(embedded, markup))
    return _SHORTCODE.sub(stripped, marked), pictures


def _values(item: Any) -> dict[str, str]:
    """What an item says, by the names of its elements without the version that their prefixes carry."""
    values: dict[str, str] = {}
    for child in item:
        if not isinstance(child.tag, str):
            continue
        space, _, key = child.tag.replace("}", ":").rpartition(":")
        if key == "encoded":
            key = "excerpt" if "excerpt" in space else "content"
        elif key == "postmeta":
            pair = {local(one): one.text or "" for one in child}
            if pair.get("meta_key") == "footnotes":
                values["footnotes"] = pair.get("meta_value", "")
            continue
        values.setdefault(key, (child.text or "") if key == "content" else (child.text or "").strip())
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
