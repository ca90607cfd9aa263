"""How diagnostics print: for people, for other programs, for GitHub's annotations, and as SARIF for code scanners."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.diagnostics.codes import explanation
from talkbuilder.diagnostics.harmless import harmless, written

_RED, _YELLOW, _BLUE, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
_TONES = {"error": _RED, "unproved": _RED, "warning": _YELLOW, "advice": _BLUE}
_IN_GITHUB = {
    "unproved": "warning",
    "advice": "notice",
}  # what its commands call a severity, where that is something else
_LEVELS = {"error": "error", "unproved": "warning", "warning": "warning", "advice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NOT_ASCII = r"[^\x00-\x7f]"  # few characters are, and only those have to be looked up
_WIDEST = 100  # characters of a source line that are shown
_LOST = frozenset(("R012", "R013", "C204"))  # text and photos that nobody will see as they were meant
_MOST_KINDS = 4  # of what stops nothing; with the line of their number, five lines in all


def as_summary(diagnostics: Iterable[Diagnostic], colour: bool = False, strict: bool = False) -> str:
    """As text: what is grave as `as_text` has it, each of it, and of all else a line for the first few kinds.

    What is lost comes first of these, each with its place; then what keeps people safe, and what there is most of;
    advice comes last. Where errors are to be mended first, only what files hold is told beside them. If it is strict,
    warnings are grave.
    """
    grave: list[Diagnostic] = []
    lost: list[Diagnostic] = []
    kinds: defaultdict[str, list[Diagnostic]] = defaultdict(list)  # by code, since a kind may also stop other talks
    for one in diagnostics:
        is_grave = one.is_grave or (strict and not one.is_advice)
        (grave if is_grave else lost if one.code in _LOST else kinds[one.code]).append(one)
    are_all = not any(one.is_error for one in grave)
    told = [alike for code, alike in kinds.items() if are_all or code[0] != "C"]
    lost = [one for one in lost if are_all or one.code[0] != "C"]
    shown = [[one] for one in lost] + sorted(told, key=_rank)[: max(1, _MOST_KINDS - len(lost))]
    rows = [_kind(alike, colour) for alike in shown]
    return "\n".join((*rows, *([""] if rows and grave else []), *(_text(one, colour) for one in grave)))


def as_text(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """Each fault with its line, the place marked, and a hint."""
    return "\n".join(_text(one, colour) for one in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """A JSON array; lines and columns count from 1 and are null where a fault has no place.

    The severity of what an author has answered is "allowed", and `allowed` tells by whom and why.
    """
    return written(as_objects(diagnostics))


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """The values of which `as_json` makes its array."""
    return [_object(one) for one in diagnostics]


def as_github(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """GitHub's workflow commands, which show each fault beside its line; what is answered is no news there."""
    return "\n".join(_command(one) for one in diagnostics if one.answer is None)


def as_sarif(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """One run with a rule for each code that occurs, and a result for each fault, in their order."""
    found = tuple(diagnostics)
    codes = tuple(dict.fromkeys(one.code for one in found))
    driver = {
        "name": "talkbuilder",
        "rules": [_sarif_rule(next(one for one in found if one.code == code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        # Columns count characters, as in our own messages, and not the halves of pairs as in UTF-16.
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(one, codes.index(one.code)) for one in found],
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic], bool], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def _rank(alike: list[Diagnostic]) -> tuple[bool, bool, int]:
    return alike[0].is_advice, not alike[0].meaning.rule.startswith("SG-"), -len(alike)


def _kind(alike: list[Diagnostic], colour: bool) -> str:
    """A line for findings of one kind: the first, how many more there are, and what a command mends or was not read."""
    one = alike[0]
    more = f", and {len(alike) - 1:,} more" if len(alike) > 1 else ""
    hint = (
        f"; {harmless(one.hint)}" if one.hint.startswith("'talkbuilder ") or one.code.startswith(("R", "E00")) else ""
    )
    return f"{_head(one, colour)}{more}{hint}"


def _coloured(text: str, *styles: str) -> str:
    return f"{''.join(styles)}{text}{_PLAIN}"


def _plain(text: str, *styles: str) -> str:
    return text


def _text(one: Diagnostic, colour: bool) -> str:
    paint = _coloured if colour else _plain
    tone = _TONES[one.severity]
    _, line, column = one.place
    rows = [_head(one, colour)]
    gutter = " " * len(str(line))
    if one.span is not None and not one.is_hidden:
        shown, before, width = _marked(one.span, line, column)
        rows += [
            paint(f"{gutter} |", _BLUE),
            f"{paint(f'{line} |', _BLUE)} {shown}",
            f"{paint(f'{gutter} |', _BLUE)} {' ' * before}{paint('^' * width, tone)}",
        ]
    if one.answer:
        told = f"allowed: {one.answer.why} ({one.answer.by}, {one.answer.on})"
        rows.append(f"{gutter} {paint('=', _BLUE)} {harmless(' '.join(told.split()))}")
    elif one.hint:
        rows.append(f"{gutter} {paint('=', _BLUE)} hint: {harmless(one.hint)}")
    return "\n".join(rows) + "\n"


def _head(one: Diagnostic, colour: bool) -> str:
    """Where it is, how grave, and what is wrong."""
    paint = _coloured if colour else _plain
    file, line, column = one.place
    place = f"{file}:{line}:{column}" if line else file
    head = f"{harmless(place)}: " if place else ""
    label = paint(f"{_severity(one)}[{one.code}]", _BOLD, _TONES[one.severity])
    return f"{paint(head, _BOLD)}{label} {paint(harmless(one.message), _BOLD)}"


def _severity(one: Diagnostic) -> str:
    return "allowed" if one.answer else one.severity


def _marked(span: Span, number: int, column: int) -> tuple[str, int, int]:
    """The source line of a number as it is shown, how many columns stand before the mark, and the mark's width.

    Of a long line only what is shown is looked at: it may hold the marks of thousands of faults.
    """
    start, end = span.source.line_at(number)
    begin, length = column - 1, end - start
    width = max(1, min(span.end - span.start, length - begin))
    cut = max(0, min(begin - _WIDEST // 3, length - _WIDEST))
    line = harmless(span.source.text[start + cut : min(end, start + cut + _WIDEST)].replace("\t", " "))
    head, tail = "…" if cut else "", "…" if cut + _WIDEST < length else ""
    line, begin = head + line + tail, begin - cut + len(head)
    width = min(width, max(1, len(line) - begin))
    return line, columns(line[:begin]), max(1, columns(line[begin : begin + width]))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for an emoji or a Chinese character, none for an accent."""
    if text.isascii():
        return len(text)
    others = re.findall(_NOT_ASCII, text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in others)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in others)


def _object(one: Diagnostic) -> dict[str, object]:
    file, line, column = one.place
    end_line, end_column = one.span.source.position(one.span.end) if one.span else (0, 0)
    return {
        "code": one.code,
        "name": one.meaning.name,
        "severity": _severity(one),
        "message": one.message,
        "hint": one.hint,
        "file": file or None,
        "line": line or None,
        "column": column or None,
        "end_line": end_line or None,
        "end_column": end_column or None,
    } | _allowed(one)


def _allowed(one: Diagnostic) -> dict[str, object]:
    answer = one.answer
    return {"allowed": {"as": answer.named, "why": answer.why, "by": answer.by, "on": answer.on}} if answer else {}


def _command(one: Diagnostic) -> str:
    file, line, column = one.place
    place = f"file={_property(file)}" + (f",line={line},col={column}" if line else "") if file else ""
    title = f"{',' if place else ''}title={_property(f'{one.code} {one.meaning.name}')}"
    message = f"{one.message}\nhint: {one.hint}" if one.hint else one.message
    severity = one.severity
    return harmless(f"::{_IN_GITHUB.get(severity, severity)} {place}{title}::{_data(message)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_rule(example: Diagnostic) -> dict[str, object]:
    meaning = example.meaning
    name = "".join(word.capitalize() for word in meaning.name.split("-"))
    return {
        "id": meaning.id,
        "name": name,
        "shortDescription": {"text": meaning.name.replace("-", " ")},
        "help": {"text": f"'talkbuilder explain {meaning.id}' says more.", "markdown": explanation(meaning.id)},
        "defaultConfiguration": {"level": _LEVELS[meaning.severity]},
    }


def _sarif_result(one: Diagnostic, rule: int) -> dict[str, object]:
    text = f"{one.message}\nhint: {one.hint}" if one.hint else one.message
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": text},
    }
    if one.answer:
        reason = f"{one.answer.why} ({one.answer.by}, {one.answer.on})"
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": reason}]
    file, line, column = one.place
    if not file:
        return result
    place: dict[str, object] = {"artifactLocation": {"uri": quote(file), "uriBaseId": "%SRCROOT%"}}
    if one.span is not None:
        end_line, end_column = one.span.source.position(one.span.end)
        place["region"] = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return result | {"locations": [{"physicalLocation": place}]}
