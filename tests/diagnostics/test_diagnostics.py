"""Places, the report, and the hint that names the nearest right name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Diagnostic, Report, Source, Span, near, near_file
from talkbuilder.diagnostics.codes import CODES
from tests.corpora.tables import from_table


def at(offset: int, code: str = "E001", message: str = "no fact", name: str = "talk.yaml") -> Diagnostic:
    return Diagnostic(code, message, Span(Source(name, "one\ntwo\nthree"), offset, offset + 1))


@pytest.mark.parametrize(("offset", "position"), [(3, (1, 4)), (4, (2, 1)), (99, (3, 6))])
def test_a_position_counts_lines_and_columns_from_1(offset: int, position: tuple[int, int]) -> None:
    assert Source("talk.yaml", "one\ntwo\nthree").position(offset) == position


@given(st.text(st.sampled_from("ab\n")), st.integers(0, 50))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    source = Source("talk.yaml", text)
    line, column = source.position(offset)
    before = sum(len(source.line(number)) + 1 for number in range(1, line))
    assert before + column - 1 == min(offset, len(text))


def test_a_report_is_sorted_by_file_and_place() -> None:
    report = Report()
    for one in (at(9), at(0), at(4), at(4, "C001"), at(12, name="another.yaml")):
        report(one)
    assert [(*one.place, one.code) for one in report.diagnostics] == [
        ("another.yaml", 3, 5, "E001"),
        ("talk.yaml", 1, 1, "E001"),
        ("talk.yaml", 2, 1, "C001"),
        ("talk.yaml", 2, 1, "E001"),
        ("talk.yaml", 3, 2, "E001"),
    ]


def test_the_same_fault_at_the_same_place_is_told_once() -> None:
    report = Report()
    for _ in range(2):
        report(at(4))
    report(at(4, message="another"))
    assert len(report.diagnostics) == 2


def test_warnings_alone_do_not_fail_a_report() -> None:
    report = Report()
    assert not report.failed
    report(at(0, "C002"))
    assert not report.failed
    report(at(0, "E001"))
    assert report.failed


@from_table
def test_a_wrong_name_is_answered_with_the_nearest_or_with_all(wrong: str, hint: str) -> None:
    assert near(wrong, ["population", "area", "area"]) == hint


def test_of_many_names_only_some_are_listed() -> None:
    hint = near("zzz", [f"name-{n}" for n in range(1, 31)])
    assert hint.endswith("… (30 in all)")
    assert hint.count("name-") == 20


@from_table
def test_a_file_that_is_not_there_may_have_another_name(wrong: str, hint: str) -> None:
    assert near_file(wrong, ["ovens.png", "Bed.JPG"]) == hint
    assert near_file(wrong, []) == "put it there"


def test_the_letter_of_a_code_is_its_stage_and_its_name_reads_well() -> None:
    for id, code in CODES.items():
        assert code.id == id
        assert id[0] in "RECTOI"
        assert code.name == code.name.lower().strip("-")
    assert len({code.name for code in CODES.values()}) == len(CODES)
