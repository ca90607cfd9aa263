"""Where what shows on a slide was written: the file and line that a click leads to."""

from collections.abc import Iterator
from typing import NamedTuple

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Table, Text
from talkbuilder.talk.talk import MADE, Slide


class Stretch(NamedTuple):
    """The lines of a slide in the outline as it is now; lines count from 1."""

    source: Source
    first: int
    last: int


def stretch_of(span: Span) -> Stretch:
    """The lines of what was written at a place."""
    end = span.start + len(span.source.text[span.start : span.end].rstrip())
    return Stretch(span.source, _line(span), span.source.position(end)[0])


def placed(items: tuple[Item, ...], slide: Slide, stretch: Stretch) -> dict[str, list[tuple[int, str]]]:
    """The lines of each item by its name, counted from the first of its slide, with the text that stands on each.

    What is on the first line, as titles are, is left out.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for item in items:
        lines = [(_below(span, slide, stretch), text) for span, text in _spans(item, slide)]
        if any(line for line, _ in lines):
            found.setdefault(item.name, []).extend(lines)
    return found


def _below(span: Span, slide: Slide, stretch: Stretch) -> int:
    """How many lines below the first of its slide something stands now.

    What was drawn of an earlier text, or of another slide that looks the same, is looked for by what its line says.
    """
    below = _line(span) - _line(slide.span)
    if span.source is slide.span.source and (slide.kind in MADE or 0 <= below <= stretch.last - stretch.first):
        return below
    if span.source.name != stretch.source.name:
        return 0
    wanted = span.source.line(_line(span)).strip()
    lines = (stretch.source.line(number).strip() for number in range(stretch.first, stretch.last + 1))
    return next((at for at, line in enumerate(lines) if line == wanted), 0)


def _line(span: Span) -> int:
    return span.source.position(span.start)[0]


def _spans(item: Item, slide: Slide) -> Iterator[tuple[Span, str]]:
    match item:
        case Text(name="title"):
            yield slide.title.span, ""
        case Text(name=name):
            written = slide.slots.get(name)
            for paragraph in written if isinstance(written, tuple) else item.paragraphs:
                yield paragraph.span, paragraph.text
        case Image():
            yield item.span, ""
        case Table():
            texts = (cell.text for row in item.rows for cell in row)
            yield from ((one.paragraphs[0].span, one.paragraphs[0].text) for one in texts if one.paragraphs)
        case Group():
            yield from (one for inner in item.items for one in _spans(inner, slide))
        case Link():
            yield from _spans(item.item, slide)
        case Shape() | Chart():
            return
        case _:
            raise AssertionError("unreachable")
