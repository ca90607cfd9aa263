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
