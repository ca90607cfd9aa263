"""C407: a slide has five points at most."""

from tests.cases import TALK, diagnostics, talk


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
