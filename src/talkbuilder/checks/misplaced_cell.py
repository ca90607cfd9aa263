"""C026 bent-reference, in tables: a figure stands in the row or the column of another one."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.source.fields import Broken, Text
from talkbuilder.talk.referring import said, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import stems
from talkbuilder.talk.talk import Talk

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    for section in talk.outline.sections:
        for slide in section.slides:
            cells = None if isinstance(slide, Broken) else getattr(slide, "table", None)
            if cells is not None and not isinstance(cells, Broken):
                yield from _faults([[_text(cell) for cell in row] for row in (cells.head, *cells.rows)], read)


def _text(cell: Any) -> Text | None:
    """What stands in a cell; None for nothing."""
    return None if isinstance(cell, Broken) else cell.text


def _faults(rows: list[list[Text | None]], read: Reread) -> Iterator[Diagnostic]:
    facts = [[_facts(cell, read) for cell in row] for row in rows]
    heads = [set(_YEAR.findall(" ".join(one.text for one in read.paragraphs(cell)))) for cell in rows[0]]
    for row, own in zip(rows[1:], facts[1:], strict=True):
        for cell, found, years in zip(row, own, heads, strict=False):
            for fact in found:
                if cell and fact.as_of and fact.value is not None and years and fact.as_of.value[:4] not in years:
                    yield _misplaced(cell, f"'{fact.id}' is for {fact.as_of.value}, and its column is not", "column")
        others = " ".join(said(one) for other in facts[1:] if other is not own for one in chain(*other))
        first = row[0] if row else None
        label, known = stems(first.value) if first else frozenset(), " ".join(map(said, chain(*own)))
        if first and known and label.isdisjoint(stems(known)) and not label.isdisjoint(stems(others)):
            yield _misplaced(first, f"'{first.value}' is what the facts of another row tell", "row")


def _misplaced(cell: Text, message: str, where: str) -> Diagnostic:
    return Diagnostic("C026", message, cell.span, f"move it to the {where} that says what it is for")


def _facts(cell: Text | None, read: Reread) -> list[Fact]:
    if cell is None or "{" not in cell.value:
        return []
    return [
        fact
        for paragraph in read.paragraphs(cell)
        for sentence in sentences(paragraph, read.library)
        for fact in sentence.facts
    ]
