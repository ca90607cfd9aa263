"""What a test tries row by row, in the table of its room: `checks.tsv` for the tests in `tests/checks`.

A table has a part for each test: `[typed_claim: what is claimed]` for `test_what_is_claimed` of `test_typed_claim.py`,
the names of its columns, which are arguments of the test, and a row for each case. A line that begins with `#` says why
the next one is there. A cell is read as its argument is annotated: texts in a list have ` | ` between them, what is
true is `yes`, and all but texts is JSON; in texts, `\\n`, `\\t`, `\\\\` and `\\u00a0` are what they are there.
"""

import inspect
import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

FOLDER = Path(__file__).parent
_Test = TypeVar("_Test", bound=Callable[..., None])


def _text(cell: str) -> str:
    text: str = json.loads('"{}"'.format(cell.replace('"', '\\"')))
    return text


_READ: dict[object, Callable[[str], object]] = {
    str: _text,
    bool: "yes".__eq__,
    list[str]: lambda cell: _text(cell).split(" | ") if cell else [],
    tuple[str, ...]: lambda cell: tuple(_text(cell).split(" | ")) if cell else (),
}


def from_table(test: _Test) -> _Test:
    """Runs a test with each of its rows: all at once where it needs nothing else, for 2,000 more tests are slow."""
    room, stem = test.__module__.split(".")[-2:]
    columns, *tried = parts(room)[heading(stem, test.__name__)]
    hints = inspect.get_annotations(test, eval_str=True)
    read = [_reader(hints[column]) for column in columns]
    cases = [tuple(one(cell) for one, cell in zip(read, row, strict=True)) for row in tried]
    if set(inspect.signature(test).parameters) != set(columns):
        each: _Test = pytest.mark.parametrize(columns, cases)(test)
        return each

    def every() -> None:
        failed = []
        for row, case in zip(tried, cases, strict=True):
            try:
                test(**dict(zip(columns, case, strict=True)))
            except Exception as failure:
                failure.add_note("in the row: " + " | ".join(row))
                failed.append(failure)
        if failed:
            raise failed[0] if len(failed) == 1 else ExceptionGroup(f"{len(failed)} rows of {len(cases)}", failed)

    every.__name__, every.__module__, every.__doc__ = test.__name__, test.__module__, test.__doc__
    return every  # type: ignore[return-value]  # pytest asks for no arguments


def _reader(kind: object) -> Callable[[str], object]:
    return _READ.get(kind) or partial(msgspec.json.decode, type=kind)


def rows(room: str, part: str) -> list[list[str]]:
    """What a part of a table holds, as it is written."""
    return [[_text(cell) for cell in row] for row in parts(room)[part][1:]]


def heading(stem: str, test: str) -> str:
    """What stands over the part of a test of the file `stem`."""
    return f"{stem.removeprefix('test_')}: {test.removeprefix('test_').replace('_', ' ')}"


@cache
def parts(room: str) -> dict[str, list[list[str]]]:
    """The lines of each part of a table, cell by cell; the first names the columns."""
    found: dict[str, list[list[str]]] = {}
    for line in _lines(room):
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
            assert not lines, f"{line} stands twice in {room}.tsv"
        else:
            lines.append(line.split("\t"))
    return found


def _lines(room: str) -> Iterator[str]:
    text = (FOLDER / f"{room}.tsv").read_text("utf-8")
    return (line for line in text.split("\n") if line and not line.startswith("#"))
