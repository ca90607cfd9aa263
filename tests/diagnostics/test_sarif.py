"""What code scanners get: SARIF as its standard has it, held to a model of the standard."""

import json

from pydantic import BaseModel
from sarif_pydantic import Sarif
from sarif_pydantic.sarif import Region

from talkbuilder.diagnostics import Diagnostic, Source, Span
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.diagnostics.printing import as_sarif
from tests.diagnostics.test_printing import EMPTY, fault

FORGOTTEN = {"columnKind"}  # which the standard has (3.14.17), and the model has not
LATER = fault("one\ntwo x\n", "x", message="no fact 'x'", hint="did you mean 'y'?")


def sarif(*faults: Diagnostic) -> Sarif:
    """The log that was printed; it must say nothing that the standard has no place for."""
    written = json.loads(as_sarif(faults))
    read = Sarif.model_validate(written)
    assert strangers(read) == []
    return read


def strangers(model: object) -> list[str]:
    """The keys, at any depth, that the model of the standard does not know."""
    if isinstance(model, list | tuple):
        return [key for one in model for key in strangers(one)]
    if not isinstance(model, BaseModel):
        return []
    own = [key for key in model.model_extra or {} if key not in FORGOTTEN]
    return own + [key for name in type(model).model_fields for key in strangers(getattr(model, name))]


def place_of(fault: Diagnostic) -> tuple[str, Region | None]:
    """The file and the region of a fault."""
    (result,) = sarif(fault).runs[0].results or []
    place = (result.locations or [])[0].physical_location
    assert place
    assert place.artifact_location
    return place.artifact_location.uri or "", place.region


def test_a_fault_is_a_result_at_its_place() -> None:
    (result,) = sarif(LATER).runs[0].results or []
    assert (result.rule_id, result.level) == ("E001", "error")
    assert result.message.text == "no fact 'x'\nhint: did you mean 'y'?"
    file, region = place_of(LATER)
    assert region
    assert file == "talks/talk.yaml"
    assert (region.start_line, region.start_column, region.end_line, region.end_column) == (2, 5, 2, 6)


def test_columns_count_characters() -> None:
    _, region = place_of(fault("a\U0001f600 x", "x"))
    assert region
    assert region.start_column == 4


def test_a_fault_of_a_whole_file_has_no_region_and_one_without_a_file_no_location() -> None:
    assert place_of(EMPTY) == ("talks/talk.yaml", None)
    (result,) = sarif(Diagnostic("R003", "nothing")).runs[0].results or []
    assert not result.locations


def test_each_code_is_a_rule_once_with_its_page() -> None:
    run = sarif(LATER, EMPTY, LATER).runs[0]
    rules = run.tool.driver.rules or []
    assert [rule.id for rule in rules] == ["E001", "R003"]
    assert [rules[one.rule_index or 0].id for one in run.results or []] == ["E001", "R003", "E001"]
    assert "unknown-id" in ((rules[0].help and rules[0].help.markdown) or "")


def test_every_code_can_be_a_rule() -> None:
    levels = {
        one.rule_id: one.level for one in sarif(*(Diagnostic(code, "so it is") for code in CODES)).runs[0].results or []
    }
    severities = {code: one.severity for code, one in CODES.items()}
    assert levels == {code: {"advice": "note", "unproved": "warning"}.get(one, one) for code, one in severities.items()}


def test_a_path_is_written_as_an_address() -> None:
    span = Span(Source("talks/my talk #1.yaml", "x"), 0, 1)
    assert "talks/my%20talk%20%231.yaml" in as_sarif([Diagnostic("E001", "no", span)])


def test_nothing_found_is_a_run_without_results() -> None:
    assert sarif().runs[0].results == []
