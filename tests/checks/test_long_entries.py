"""C003, C004: at most 40 words are quoted, and at most 12 are copied to find a fact."""

import pytest

from tests.cases import diagnostics, talk


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


@pytest.mark.parametrize(("count", "codes_of_pointer"), [(1, []), (13, ["C004"])])
@pytest.mark.parametrize("between", ["  ", "\n    "])
def test_twelve_words_are_the_most(count: int, codes_of_pointer: list[str], between: str) -> None:
    facts = (
        "a-fact:\n  says: It is so\n  source: example-person\n  kind: primary\n  post: example-post\n"
        f"  exact: {between.join(['word'] * count)}\n"
    )
    post = f"{' '.join(['word'] * count)}\n"
    files = {"assets/facts.yaml": facts, "assets/posts/example-post.txt": post, "assets/quotes.yaml": ""}
    found = diagnostics({**files, "talks/talk.yaml": talk()})
    assert [one.code for one in found] == codes_of_pointer
    assert [one.place[1:] for one in found] == [(6, 10)] * len(codes_of_pointer)


def test_of_two_passages_each_may_have_twelve() -> None:
    facts = (
        "a-fact:\n  says: It is so\n  source: example-person\n  kind: primary\n  post: example-post\n"
        f"  exact:\n  - {' '.join(['word'] * 12)}\n  - {' '.join(['more'] * 13)}\n"
    )
    post = f"{' '.join(['word'] * 12)} and {' '.join(['more'] * 13)}\n"
    files = {"assets/facts.yaml": facts, "assets/posts/example-post.txt": post, "assets/quotes.yaml": ""}
    found = diagnostics({**files, "talks/talk.yaml": talk()})
    assert [(one.code, one.place[1]) for one in found] == [("C004", 8)]
