"""Where what shows on a slide was written: the file and line that a click leads to."""

from collections.abc import Iterator
from typing import NamedTuple

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Table, Text
from talkbuilder.talk.talk import Slide


class Stretch(NamedTuple):
    """The lines of a slide in the outline as it is now; lines count from 1."""

    source: Source
    first: int
    last: int

    def line_of(self, span: Span) -> int:
        """The line on which something of the slide stands now, counted from the first one of the slide.

        What was drawn of an earlier text is looked for by its line: the nearest one that reads the same.
        """
        was = span.source.position(span.start)[0]
        if span.source is self.source:
            return was - self.first
        if span.source.name != self.source.name:
            return 0
        wanted = span.source.line(was).strip()
        same = (at for at in range(self.first, self.last + 1) if self.source.line(at).strip() == wanted)
        return min(same, key=lambda at: abs(at - was), default=self.first) - self.first


def stretch_of(span: Span) -> Stretch:
    """The lines of what was written at a place."""
    end = span.start + len(span.source.text[span.start : span.end].rstrip())
    return Stretch(span.source, span.source.position(span.start)[0], span.source.position(end)[0])


def placed(items: tuple[Item, ...], slide: Slide, stretch: Stretch) -> dict[str, list[tuple[int, str]]]:
    """The lines of each item by its name, as `Stretch.line_of` counts them, with the text that stands on each."""
    found: dict[str, list[tuple[int, str]]] = {}
    for item in items:
        lines = [(stretch.line_of(span), text) for span, text in _spans(item, slide)]
        if any(line for line, _ in lines):
            found.setdefault(item.name, []).extend(lines)
    return found


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
            yield from (
                (cell.text.span, cell.text.paragraphs[0].text)
                for row in item.rows
                for cell in row
                if cell.text.paragraphs
            )
        case Group():
            yield from (one for inner in item.items for one in _spans(inner, slide))
        case Link():
            yield from _spans(item.item, slide)
        case Shape() | Chart():
            return
        case _:
            raise AssertionError("unreachable")
