"""Reads SVG files back: what stands on them, line by line."""

import io
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from talkbuilder.layout import plain_shapes
from talkbuilder.layout.items import Chart, Group, Item, Line, Link, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import Fonts
from talkbuilder.outputs import svg

SVG = "{http://www.w3.org/2000/svg}"


def written(deck: Deck) -> dict[str, bytes]:
    """The files of a deck by their paths."""
    files = {}
    for file in svg.render(deck):
        out = io.BytesIO()
        file.write(out)
        files[file.path] = out.getvalue()
    return files


def lines(element: Element) -> list[str]:
    """The lines of all texts in an element, without bullets. A run that says on which height it stands begins one."""
    found: list[str] = []
    for run in element.iter(f"{SVG}tspan"):
        if not run.get("aria-hidden"):
            if run.get("y"):
                found.append("")
            found[-1] += run.text or ""
    return found


def lines_of(page: Page) -> list[str]:
    """The lines that a page has, those of its charts included."""
    return [line.text for line in _lines_of(page.items, page.layout.fonts) if line.text]


def _lines_of(items: Iterable[Item], fonts: Fonts) -> Iterator[Line]:
    for item in items:
        match item:
            case Text():
                yield from item.lines
            case Link():
                yield from _lines_of((item.item,), fonts)
            case Group():
                yield from _lines_of(item.items, fonts)
            case Table():
                yield from _lines_of((cell.text for row in item.rows for cell in row), fonts)
            case Chart():
                yield from plain_shapes.lines(item, fonts)
