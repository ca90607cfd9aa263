"""C406, C456, C407: a slide has so few words and points that people can listen; all are advice."""

import pytest

from tests.cases import TALK, diagnostics, talk

QUOTES = (
    f"rain: {{text: it is over, speaker: example-person, post: example-post}}\nlong: {{text: {' '.join(['so'] * 30)}, "
)
QUOTES += "speaker: example-person, post: example-post}\n"


def codes(kind: str) -> list[str]:
    outline = talk(f"- title: It has so many words\n  {kind}\n  cite: [rain]\n  notes: N.\n")
    found = diagnostics({TALK: outline, "assets/quotes.yaml": QUOTES})
    return [one.code for one in found if one.code in ("C406", "C456")]


@pytest.mark.parametrize(("count", "expected"), [(25, []), (26, ["C406"]), (40, ["C406"]), (41, ["C456"])])
def test_words_are_counted_over_all_points(count: int, expected: list[str]) -> None:
    points = ", ".join(["one two three four five"] * (count // 5) + ["word"] * (count % 5))
    assert codes(f"bullets: [{points}]") == expected


def test_what_is_read_aloud_or_looked_up_does_not_count() -> None:
    assert codes("quote: long") == []
    rows = ", ".join(["[one two three four five, one two three four five]"] * 4)
    assert codes(f"table: {{head: [a, b], rows: [{rows}]}}") == []


def test_the_lead_belongs_to_the_title() -> None:
    lead = " ".join(["word"] * 10)
    steps = ", ".join([f"{{head: One, text: {' '.join(['so'] * 5)}}}"] * 4)
    assert codes(f"lead: {lead}\n  steps: [{steps}]") == []


def places(points: str) -> list[int]:
    slide = f"- title: It has points\n  bullets:\n{points}  cite: [rain]\n  notes: N.\n"
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    found = diagnostics({TALK: talk(slide), "assets/quotes.yaml": quotes})
    return [one.place[1] for one in found if one.code == "C407"]


def test_the_sixth_is_told_at_its_place() -> None:
    assert places("  - a\n" * 5) == []
    assert places("  - a\n" * 7) == [15]


def test_points_under_a_point_do_not_count() -> None:
    assert places("  - a\n" * 4 + "  - b:\n    - c\n    - d\n") == []
