"""C009, C415: marks of web pages that an audience would see, and links that do not say where they lead."""

import pytest

from tests.cases import TALK, diagnostics, talk


def codes(text: str, where: str = "statement") -> list[str]:
    keys = {"statement": "It is so", "notes": "So it is.", "title": "One thing to say of it", where: text}
    slide = ", ".join(f"{key}: '{value}'" for key, value in keys.items())
    found = diagnostics({"talks/talk.yaml": talk(f"- {{{slide}, cite: [example-fact]}}\n")})
    return [one.code for one in found if one.code == "C009"]


@pytest.mark.parametrize("where", ["statement", "notes"])
@pytest.mark.parametrize(
    "text",
    [
        "We <b>shared</b> it",
        "One<br/>two",
        "<I>so</I>",
        "One&nbsp;two",
        "![a well](https://example.org/well.jpg)",
        "## So",
    ],
)
def test_foreign_marks_are_told_wherever_they_are_seen_or_heard(text: str, where: str) -> None:
    assert codes(text, where)


@pytest.mark.parametrize(
    "text",
    ["Bread & salt", "It was < 10 and > 5", "So (!) it is", "Q&A; then more", "We **shared** it", "No # 4 at all"],
)
def test_what_only_looks_like_them_is_not(text: str) -> None:
    assert codes(text) == []


def codes_of_bare_link(text: str, key: str = "notes") -> list[str]:
    shown = f"  bullets: ['{text}']\n  notes: N.\n" if key == "bullets" else f"  bullets: [A]\n  notes: '{text}'\n"
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    slide = f"- title: It leads somewhere\n  cite: [rain]\n{shown}"
    found = diagnostics({TALK: talk(slide), "assets/quotes.yaml": quotes})
    return [one.code for one in found if one.code == "C415"]


@pytest.mark.parametrize("key", ["notes", "bullets"])
@pytest.mark.parametrize(
    "words", ["here", "click here", "Read more", "this link", "More", "this", "link", "https://example.org/a", "Here!"]
)
def test_words_that_say_nothing_are_told(words: str, key: str) -> None:
    assert codes_of_bare_link(f"See [{words}](https://example.org/a).", key) == ["C415"]


@pytest.mark.parametrize("words", ["the report of 2011", "here in the valley", "more of its wells", "example.org"])
def test_words_that_say_it_are_fine(words: str) -> None:
    assert codes_of_bare_link(f"See [{words}](https://example.org/a).") == []


def test_what_is_to_be_written_down_is_an_address() -> None:
    actions = "example-action: {do: Do it, url: www.example.org}\n"
    found = diagnostics({TALK: talk(), "assets/actions.yaml": actions})
    assert [one.code for one in found if one.code == "C415"] == []
