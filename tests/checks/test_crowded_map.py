"""C240: every name that is asked for has room on its map."""

from tests.cases import apart_from_timing
from tests.sample import built, talk


def told(map: str) -> list[tuple[str, str, str]]:
    """What is reported of a map: the code, the message, and what stands at its place."""
    _, report = built(talk(f"  - {{title: T, cite: [herds], map: {map}, notes: Words.}}"))
    faults = apart_from_timing(report.diagnostics)
    return [(one.code, one.message, one.span.source.text[one.span.start : one.span.end]) for one in faults if one.span]


def test_a_name_without_room_is_told_where_it_is_asked_for() -> None:
    (fault,) = told("{focus: [LU], label: [Luxembourg], routes: [BE > LU, FR > LU, DE > LU, LU > BE]}")
    assert fault == ("C240", "there is no room on the map for 'Luxembourg'", "LU")


def test_names_that_nobody_asks_for_are_left_out_instead() -> None:
    assert told("{focus: [SG], label: [Singapore]}") == []
