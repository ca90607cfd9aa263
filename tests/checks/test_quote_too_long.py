"""C003: at most 40 words are quoted; and whose they are is known."""

import pytest

from tests.cases import diagnostics


def codes(text: str, speaker: str = "example-person", post: str = "example-post") -> list[str]:
    quotes = f"example-quote:\n  text: {text}\n  speaker: {speaker}\n  post: {post}\n"
    words = text.replace("[…]", " ")
    files = {"assets/quotes.yaml": quotes, "assets/facts.yaml": "", "assets/posts/example-post.txt": words}
    return [one.code for one in diagnostics(files)]


@pytest.mark.parametrize(("count", "expected"), [(1, []), (40, []), (41, ["C003"])])
def test_forty_words_are_the_most(count: int, expected: list[str]) -> None:
    assert codes(" ".join(["word"] * count)) == expected


def test_what_is_left_out_counts_as_no_word() -> None:
    assert codes(f"{' '.join(['word'] * 40)} […] […]") == []
    assert codes(f"{' '.join(['word'] * 20)} […]{' '.join(['word'] * 21)}") == ["C003", "E146"]


def test_a_quotation_of_nobody_in_no_post_is_told() -> None:
    assert codes("So it is", speaker="nobody") == ["E001"]
    assert codes("So it is", post="nowhere") == ["E001"]


def test_all_that_is_wrong_with_a_quotation_is_told() -> None:
    assert sorted(codes(" ".join(["word"] * 41), "nobody", "nowhere")) == ["C003", "E001", "E001"]
