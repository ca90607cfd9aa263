"""C406, C456: a slide has so few words that people can listen; both are advice."""

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
