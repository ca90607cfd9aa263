"""Reads SVG files back: what stands on them, line by line."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from talkbuilder.layout.items import Chart, Group, Item, Link, Table, Text
from talkbuilder.layout.page import Deck, Page
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
    """The lines that a page has, charts left out: they hold values, not lines."""
    return [line.text for text in _texts(page.items) for line in text.lines if line.text]


def _texts(items: tuple[Item, ...]) -> Iterator[Text]:
    for item in items:
        match item:
            case Text():
                yield item
            case Link():
                yield from _texts((item.item,))
            case Group():
                yield from _texts(item.items)
            case Table():
                yield from (cell.text for row in item.rows for cell in row)
            case Chart():
                raise AssertionError("a chart has no lines of its own")
