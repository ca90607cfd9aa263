"""C415: words that lead somewhere say where."""

import pytest

from tests.cases import TALK, diagnostics, talk


def codes(text: str, key: str = "notes") -> list[str]:
    shown = f"  bullets: ['{text}']\n  notes: N.\n" if key == "bullets" else f"  bullets: [A]\n  notes: '{text}'\n"
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    slide = f"- title: It leads somewhere\n  cite: [rain]\n{shown}"
    found = diagnostics({TALK: talk(slide), "assets/quotes.yaml": quotes})
    return [one.code for one in found if one.code == "C415"]


@pytest.mark.parametrize("key", ["notes", "bullets"])
@pytest.mark.parametrize("words", ["here", "click here", "this link", "link", "https://example.org/a"])
def test_words_that_say_nothing_are_told(words: str, key: str) -> None:
    assert codes(f"See [{words}](https://example.org/a).", key) == ["C415"]


@pytest.mark.parametrize("words", ["the report of 2011", "here in the valley", "example.org"])
def test_words_that_say_it_are_fine(words: str) -> None:
    assert codes(f"See [{words}](https://example.org/a).") == []
