"""SARIF 2.1.0 (OASIS): the form in which code scanners of hosting services take in what checkers found."""

from collections.abc import Iterable
from urllib.parse import quote

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.diagnostics.codes import explanation
from talkbuilder.diagnostics.harmless import written

_LEVELS = {"error": "error", "unproved": "warning", "warning": "warning", "advice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(diagnostics: Iterable[Diagnostic], colour: bool = False) -> str:
    """One run with a rule for each code that occurs, and a result for each fault, in their order."""
    found = tuple(diagnostics)
    codes = tuple(dict.fromkeys(one.code for one in found))
    driver = {"name": "talkbuilder", "rules": [_rule(next(one for one in found if one.code == code)) for code in codes]}
    run = {
        "tool": {"driver": driver},
        # Columns count characters, as in our own messages, and not the halves of pairs as in UTF-16.
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in found],
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(example: Diagnostic) -> dict[str, object]:
    meaning = example.meaning
    name = "".join(word.capitalize() for word in meaning.name.split("-"))
    return {
        "id": meaning.id,
        "name": name,
        "shortDescription": {"text": meaning.name.replace("-", " ")},
        "help": {"text": f"'talkbuilder explain {meaning.id}' says more.", "markdown": explanation(meaning.id)},
        "defaultConfiguration": {"level": _LEVELS[meaning.severity]},
    }


def _result(one: Diagnostic, rule: int) -> dict[str, object]:
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
