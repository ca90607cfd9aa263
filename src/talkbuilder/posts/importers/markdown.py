"""A text in Markdown: its words without the marks, under the title that its head or its first heading tells."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers.characters import text_of
from talkbuilder.posts.importers.kind import ImportedPost, LeftOut, title_of
from talkbuilder.posts.importers.markup import read_line, read_piece

_HEAD = re.compile(r"---[^\S\n]*\n(?P<keys>.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^(?P<name>title|date|url|link):[^\S\n]*[\"']?(?P<value>.*?)[\"']?[^\S\n]*$", re.MULTILINE | re.I)
_HEADING = re.compile(r"\s*<h1>(?P<title>.*?)</h1>", re.DOTALL)


def recognises(head: str) -> bool:
    return False  # any text may be one: only its name tells


def read(data: bytes, name: str, report: Report) -> Iterator[ImportedPost | LeftOut]:
    """The whole text as one source."""
    from markdown_it import MarkdownIt  # 30 ms, which only such a text pays

    written = text_of(data, name, report)
    head = _HEAD.match(written)
    told = {key["name"].lower(): key["value"] for key in _KEY.finditer(head["keys"])} if head else {}
    markup = MarkdownIt("commonmark").enable(["table"]).render(written[head.end() if head else 0 :])
    heading = None if told.get("title") else _HEADING.match(markup)
    url = told.get("url") or told.get("link") or ""
    extract = read_piece(markup[heading.end() if heading else 0 :], address=url)
    if not extract.text:
        yield LeftOut("without text")
        return
    title = told.get("title") or (read_line(heading["title"]) if heading else "")
    yield extract.post(
        title=title or title_of(name),
        date=told.get("date", "")[:10],
        url=url,
    )
