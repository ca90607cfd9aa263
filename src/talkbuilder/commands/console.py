"""What commands print: faults, notes, counts and paths, the same from all of them."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic, Source, Span

_KEPT = ("talks/", "assets/", ".vscode/")  # what diagnostics call by its path from the talk folder
_standing: list[Path] = []  # the talk folder of this command, once it is known


def print_faults(
    diagnostics: "Iterable[Diagnostic]",
    format: str,
    stream: TextIO | None = None,
    every: bool = True,
    answered: "Sequence[Diagnostic]" = (),
    strict: bool = False,
) -> None:
    """Prints diagnostics, as text to `stream` or else to stderr; what programs read goes to stdout.

    If it is not `every` one, people get all that is grave, a line for the first kinds of the rest, and their numbers.
    Where it is strict, warnings are grave.
    """
    out = sys.stdout if format != "text" else stream or sys.stderr
    found = tuple(_as_typed(hushed(diagnostics)))
    answered = tuple(_as_typed(hushed(answered)))
    if format != "text":
        found = (*found, *answered)
    if not (found or answered or (format in ("json", "sarif") and stream is sys.stdout)):
        return
    from talkbuilder.diagnostics.printing import FORMATS, as_summary  # 2 ms, which no talk without faults need pay

    if format != "text":
        write_line(FORMATS[format](found, has_colour(out)), out)
        return
    for told in (found, answered if every else ()):
        if told:
            text = FORMATS["text"](told, has_colour(out)) if every else as_summary(told, has_colour(out), strict)
            write_line(text, out)
    write_line(_counted(found, len(answered), every), out)


def _counted(found: "Sequence[Diagnostic]", answered: int, every: bool) -> str:
    """How many there are of each weight, and how to see those of which only the kind is told."""
    errors, unproved = sum(one.is_error for one in found), sum(one.is_unproved for one in found)
    advice = sum(one.is_advice for one in found)
    warnings = len(found) - errors - unproved - advice
    told = [
        *([count(errors, "error")] if errors else ()),
        *([f"{unproved:,} unproved"] if unproved else ()),
        *([count(warnings, "warning")] if warnings else ()),
        *([f"{advice:,} of advice"] if advice else ()),
        *([f"{answered:,} answered by 'allow'"] if answered else ()),
    ]
    aside = "; '--all' prints each with its line and what to do" if warnings + advice + answered and not every else ""
    return ", ".join(told) + aside


def has_errors(diagnostics: "Iterable[Diagnostic]", strict: bool = False, is_final: bool = False) -> bool:
    """Whether there are errors, which stop a command; what is unproved does too where no draft may be made.

    If it is strict, warnings count as errors, and advice never.
    """
    return any(one.is_error or (is_final and one.is_unproved) or (strict and not one.is_advice) for one in diagnostics)


def as_told(diagnostics: "Iterable[Diagnostic]") -> "list[dict[str, object]]":
    from talkbuilder.diagnostics.printing import as_objects

    return as_objects(_as_typed(hushed(diagnostics)))


def print_json(value: object) -> None:
    from talkbuilder.diagnostics.harmless import written

    print(written(value))


def note(message: str) -> None:
    """Prints a message aside: what is printed to stdout stays what was asked for."""
    write_line(_harmless(message), sys.stderr)


def print_line(text: str, bold: bool = False) -> None:
    """Prints what somebody wrote, which can do no harm to a terminal."""
    from talkbuilder.diagnostics.harmless import harmless

    text = "\n".join(harmless(line) for line in text.split("\n"))
    print(f"\x1b[1m{text}\x1b[0m" if bold and has_colour(sys.stdout) else text)


def write_line(line: str, stream: TextIO) -> None:
    """Prints a line, and goes on where nobody listens: whoever stopped reading, like `head`, still wants the decks."""
    try:
        print(line, file=stream, flush=True)
    except BrokenPipeError:
        discard_output(stream)


def discard_output(stream: TextIO) -> None:
    """Lets a stream whose reader has gone end in the void."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def count(number: int, thing: str) -> str:
    """1 slide, 2 slides, 1,000 slides."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def stand_in(root: Path | None) -> None:
    """From now on, what stands in a talk folder is printed as it can be typed where the command was started."""
    _standing[:] = [root] if root else []


def display_path(path: Path) -> str:
    """A path as it can be typed here: from this folder or, where that is shorter, from the root."""
    whole = str(path.absolute())
    try:
        near = Path(os.path.relpath(whole)).as_posix()
    except ValueError:  # on another drive
        near = whole
    return _harmless(near if len(near) <= len(whole) else whole)


def _harmless(text: str) -> str:
    if text.isprintable():  # as nearly all are, so that nothing is imported
        return text
    from talkbuilder.diagnostics.harmless import harmless

    return harmless(text)


def typed(file: str) -> str:
    """A path of the talk folder, such as talks/water.yaml, as it can be typed here; any other as it is."""
    if not _standing or not file.startswith(_KEPT):
        return file
    return display_path(_standing[0] / file)


def hushed(found: "Iterable[Diagnostic]") -> "Iterable[Diagnostic]":
    """Diagnostics without the names that the folder protects."""
    from talkbuilder.evidence.library.library import PRIVATE, PROTECTED

    found = tuple(found)
    files = [_standing[0] / file for file in (PROTECTED, PRIVATE)] if found and _standing else []
    if not any(file.is_file() for file in files):
        return found
    from talkbuilder.evidence.library import exposed  # 5 ms, which who protects nobody need not pay
    from talkbuilder.evidence.library.protected import Unreadable, joined, read_protected

    try:
        lists = tuple(read_protected(file.read_bytes()) for file in files if file.is_file())
        return exposed.hushed(found, joined(lists))
    except (OSError, Unreadable):  # what is wrong with the list, a check tells
        return found


def _as_typed(found: "Iterable[Diagnostic]") -> "Iterator[Diagnostic]":
    """Diagnostics whose files can be typed here, as a terminal opens them."""
    from msgspec import structs

    sources: dict[Source, Source] = {}  # those of one name may differ: protected names are left out of some
    for one in found:
        if one.span is None:
            yield structs.replace(one, file=typed(one.file))
            continue
        source = one.span.source
        if source not in sources:
            sources[source] = structs.replace(source, name=typed(source.name))
        yield structs.replace(one, span=structs.replace(one.span, source=sources[source]))


def place_of(span: "Span") -> dict[str, object]:
    line, column = span.source.position(span.start)
    return {"file": typed(span.source.name), "line": line, "column": column}


def has_colour(stream: TextIO) -> bool:
    """Whether colours are welcome: on a terminal, unless NO_COLOR (no-color.org) says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
