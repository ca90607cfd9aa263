"""C203: letters that no font of ours has are told once a talk, with what they are."""

import pytest

from tests.cases import diagnostics, talk


def told(*titles: str) -> list[str]:
    slides = "".join(f"- {{title: '{title}', ask: example-action, notes: Do it.}}\n" for title in titles)
    found = diagnostics({"talks/talk.yaml": talk(slides)})
    return [one.message for one in found if one.code == "C203"]


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Welcome, 欢迎 to all", "Chinese characters"),
        ("They say سلام to you", "Arabic letters"),
        ("They wave 👋 to you", "the sign '👋'"),
    ],
)
def test_strange_letters_are_named(title: str, what: str) -> None:
    (message,) = told(title)
    assert what in message


@pytest.mark.parametrize("title", ["They say сәлем to you", "“So” – 3½ × 4 €…"])
def test_letters_that_our_fonts_have_are_not(title: str) -> None:
    assert told(title) == []


def test_it_is_told_once_a_talk() -> None:
    assert len(told("They say שלום to you", "They say سلام to you too")) == 1
