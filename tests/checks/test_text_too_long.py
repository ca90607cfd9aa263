"""C201: every text has room on its slide, in a size that a hall can read."""

from collections.abc import Iterable

from talkbuilder.diagnostics import Diagnostic
from tests.cases import apart_from_timing
from tests.sample import built, talk


def apart_from_words(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is not that there are many words, which is so of all that has no room."""
    return [one for one in apart_from_timing(found) if one.code not in ("C406", "C407", "C408", "C456")]


def test_an_overflow_is_reported_at_the_point_that_is_too_much() -> None:
    points = "\n".join(
        f"    - Point {n} of a list that goes on and on for far too long to be read" for n in "abcdefghijkl"
    )
    _, report = built(talk(f"  - title: T\n    cite: [herds]\n    bullets:\n{points}\n    notes: Words."))
    (fault,) = apart_from_words(report.diagnostics)
    assert fault.code == "C201"
    assert fault.span is not None
    line = fault.span.source.line(fault.place[1])
    assert line.strip().startswith("- Point ")


def fault(slide: str) -> Diagnostic:
    """What is wrong with a talk of one slide."""
    _, report = built(talk(f"  - {{{slide}, cite: [herds], notes: Words.}}"))
    (one,) = apart_from_words(report.diagnostics)
    return one


def test_the_hint_says_how_many_words_are_too_many() -> None:
    told = fault(f"title: T, statement: {'word ' * 120}")
    assert (told.code, told.message) == ("C201", "too much text for 'title', even at 36 pt")
    assert told.hint.startswith("shorten it by about ")
    left = 120 - int(told.hint.split()[4])
    _, report = built(talk(f"  - {{title: T, statement: {'word ' * (left - 12)}, cite: [herds], notes: Words.}}"))
    assert apart_from_words(report.diagnostics) == []


def test_a_word_wider_than_its_box_is_told_as_such() -> None:
    told = fault(f"title: T, statement: so {'donaudampfschifffahrt' * 4}")
    assert told.message == "a word of 'title' is wider than its box, even at 36 pt"
    assert told.hint == "break it, or use a shorter one"


def test_a_cell_of_a_table_has_room_too() -> None:
    table = "title: Wells, table: {{head: [A, B], rows: [[Herds, {}], [Goats, so]]}}"
    told = fault(table.format("donaudampfschifffahrt" * 6))
    assert told.message == "a word of 'row 1, column 2' is wider than its box, even at 24 pt"
