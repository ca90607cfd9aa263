"""C026 bent-reference, in tables: a figure stands in the row or the column of another one."""

import re
from collections.abc import Iterator
from itertools import chain, groupby
from typing import Any

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.geo.gazetteer import lands_in
from talkbuilder.source.fields import Broken, Text
from talkbuilder.talk.referring import said, sentences
from talkbuilder.talk.reread import Reread, reread
from talkbuilder.talk.sharing import stems
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.typed import Typed

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


_ONLY_A_YEAR = re.compile(r"\W*(?:(?:in|by|for|the year) )?((?:1[5-9]|20)\d\d)\W*\Z", re.IGNORECASE)
_BEFORE = re.compile(
    r"\A\W*(?:then|before(?: that)?|once|formerly|earlier|in the past|at first|to begin with|the year before"
    r"|yesterday|the old \w+)\W*\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\A\W*(?:now|today|after(?: that|wards)?|later|at last|since then|in the end|nowadays|a year later"
    r"|the new \w+)\W*\Z",
    re.IGNORECASE,
)


def check(talk: Talk) -> Iterator[Diagnostic]:
    read = reread(talk)
    heads = (one for one in read.texts if one.under and (_BEFORE.match(one.text.value) or _AFTER.match(one.text.value)))
    for _, own in groupby(heads, key=lambda one: one.cited):  # which are those of one slide
        yield from _swapped(list(own), read)
    yield from _of_another_year(read)
    for section in talk.outline.sections:
        for slide in section.slides:
            cells = None if isinstance(slide, Broken) else getattr(slide, "table", None)
            if cells is not None and not isinstance(cells, Broken):
                yield from _faults([[_text(cell) for cell in row] for row in (cells.head, *cells.rows)], read)


def _swapped(heads: list[Typed], read: Reread) -> Iterator[Diagnostic]:
    """A figure under 'then' that is of a later year than one under 'now'."""
    before = [(one, fact) for one in heads if _BEFORE.match(one.text.value) for fact in _dated(one, read)]
    after = [(one, fact) for one in heads if _AFTER.match(one.text.value) for fact in _dated(one, read)]
    for one, fact in before:
        for other, later in after:
            if _year(later) < _year(fact):
                message = f"'{fact.id}' is for {_year(fact)} and stands under '{one.text.value}', and '{later.id}'"
                hint = f"'{later.id}' is for {_year(later)}: let each stand under the time that it is for"
                yield Diagnostic("C026", f"{message}, which is older, under '{other.text.value}'", one.text.span, hint)
                return


def _of_another_year(read: Reread) -> Iterator[Diagnostic]:
    """A figure in a block whose head is another year; of tables, their columns tell."""
    for one in (one for one in read.texts if one.under and one.key == "head"):
        said_there = "".join(paragraph.text for paragraph in read.paragraphs(one.text))
        year = _ONLY_A_YEAR.match(said_there)
        for fact in _dated(one, read):
            if year and _year(fact) != year[1]:
                message = f"'{fact.id}' is for {_year(fact)}, and stands under '{said_there}'"
                hint = "let each stand under the year that it is for"
                yield Diagnostic("C026", message, one.text.span, hint)


def _dated(one: Typed, read: Reread) -> list[Fact]:
    found = (read.library.facts.get(id.value) for id in one.under)
    return [fact for fact in found if isinstance(fact, Fact) and fact.as_of and fact.value is not None]


def _year(fact: Fact) -> str:
    return fact.as_of.value[:4] if fact.as_of else ""


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
        if row and row[0] and own and (land := _elsewhere(row[0].value, list(chain(*own)))):
            yield _misplaced(row[0], f"'{land}' is another place than the facts of its row are for", "row")
        others = " ".join(said(one) for other in facts[1:] if other is not own for one in chain(*other))
        first = row[0] if row else None
        label, known = stems(first.value) if first else frozenset(), " ".join(map(said, chain(*own)))
        if first and known and label.isdisjoint(stems(known)) and not label.isdisjoint(stems(others)):
            yield _misplaced(first, f"'{first.value}' is what the facts of another row tell", "row")


def _elsewhere(label: str, facts: list[Fact]) -> str:
    """The country or state that a row is named after, where all its facts are for others."""
    places = {fact.place.value for fact in facts if fact.place and fact.value is not None}
    told = {id for fact in facts for _, id in lands_in(fact.says.value)} if places else set()
    for name, id in lands_in(label) if places else ():
        if not any(one.startswith(id) or id.startswith(one) for one in places | told):
            return name
    return ""


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
