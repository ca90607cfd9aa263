"""C004: at most 12 words of a post are copied to find a fact in it."""

import pytest

from tests.cases import diagnostics, talk


@pytest.mark.parametrize(("count", "codes"), [(1, []), (12, []), (13, ["C004"])])
@pytest.mark.parametrize("between", [" ", "  ", "\n    "])
def test_twelve_words_are_the_most(count: int, codes: list[str], between: str) -> None:
    facts = (
        "a-fact:\n  says: It is so\n  source: example-person\n  kind: primary\n  post: example-post\n"
        f"  exact: {between.join(['word'] * count)}\n"
    )
    post = f"{' '.join(['word'] * count)}\n"
    files = {"assets/facts.yaml": facts, "assets/posts/example-post.txt": post, "assets/quotes.yaml": ""}
    found = diagnostics({**files, "talks/talk.yaml": talk()})
    assert [one.code for one in found] == codes
    assert [one.place[1:] for one in found] == [(6, 10)] * len(codes)


def test_of_two_passages_each_may_have_twelve() -> None:
    facts = (
        "a-fact:\n  says: It is so\n  source: example-person\n  kind: primary\n  post: example-post\n"
        f"  exact:\n  - {' '.join(['word'] * 12)}\n  - {' '.join(['more'] * 13)}\n"
    )
    post = f"{' '.join(['word'] * 12)} and {' '.join(['more'] * 13)}\n"
    files = {"assets/facts.yaml": facts, "assets/posts/example-post.txt": post, "assets/quotes.yaml": ""}
    found = diagnostics({**files, "talks/talk.yaml": talk()})
    assert [(one.code, one.place[1]) for one in found] == [("C004", 8)]
