"""C009: marks of web pages that an audience would see; and what only looks like them."""

import pytest

from tests.cases import diagnostics, talk


def codes(text: str, where: str = "statement") -> list[str]:
    keys = {"statement": "It is so", "notes": "So it is.", "title": "One thing to say of it", where: text}
    slide = ", ".join(f"{key}: '{value}'" for key, value in keys.items())
    found = diagnostics({"talks/talk.yaml": talk(f"- {{{slide}, cite: [example-fact]}}\n")})
    return [one.code for one in found if one.code == "C009"]


@pytest.mark.parametrize("where", ["statement", "notes"])
@pytest.mark.parametrize(
    "text",
    ["We <b>shared</b> it", "One<br/>two", "<I>so</I>", "One&nbsp;two", "![a well](https://example.org/well.jpg)"],
)
def test_foreign_marks_are_told_wherever_they_are_seen_or_heard(text: str, where: str) -> None:
    assert codes(text, where)


@pytest.mark.parametrize(
    "text", ["Bread & salt", "It was < 10 and > 5", "So (!) it is", "Q&A; then more", "We **shared** it"]
)
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert codes(text) == []
