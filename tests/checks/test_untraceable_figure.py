"""C322: figures that nobody can trace are told, unless the slide says so."""

import pytest

from tests.checks.worded import faults, told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("The average age is 13.", "average age is 13"),
        ("Some 300,000 American children.", "300,000 American children"),
        ("Every 40 seconds a girl is sold.", "Every 40 seconds a girl is sold"),
    ],
)
def test_a_figure_that_nobody_counted_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C322", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "The average age of the choir is 13.",
        "300,000 people live there.",
        "Every minute counts.",
        "We saw the Super Bowl.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []


@pytest.mark.parametrize(("debunk", "count"), [("true", 0), ("false", 1)])
def test_a_slide_that_debunks_it_may_say_it(debunk: str, count: int) -> None:
    slide = f"- {{title: T, ask: example-action, debunk: {debunk}, notes: The average age is 13.}}\n"
    assert len(faults("", slide)) == count


def test_only_the_slide_that_debunks_may_say_it() -> None:
    slides = "".join(
        f"- {{title: T{at}, ask: example-action{key}, notes: The average age is 13.}}\n"
        for at, key in enumerate((", debunk: true", ""))
    )
    (fault,) = faults("", slides)
    assert fault.place[1] == 9
