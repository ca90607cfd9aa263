"""E101 to E145 are found by every build: nothing that is not proved reaches a slide."""

from tests.cases import LIBRARY, diagnostics


def test_an_entry_that_no_slide_uses_is_proved_too() -> None:
    quotes = LIBRARY["assets/quotes.yaml"].replace("Replace", "Repeat")
    assert [one.code for one in diagnostics({"assets/quotes.yaml": quotes})] == ["E140"]


def test_a_library_that_its_posts_bear_out_has_no_fault() -> None:
    assert diagnostics({}) == ()
