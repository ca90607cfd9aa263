"""Saved pages of the well-known blog systems: the article arrives whole, to the letter, and nothing of the frame."""

import re

import pytest

from tests.posts.importers.layouts import ARTICLE, BROKEN, FRAMES, PARAGRAPHS, STRANGERS, TEXT, TITLE, page
from tests.posts.importers.sample import read

# Real editors wrap each paragraph in boxes of their own.
_BOXED = re.sub(r"<p>(.*?)</p>", r"<div class='widget-text'><div dir='ltr'>\1</div></div>", ARTICLE)


@pytest.mark.parametrize("name", FRAMES)
def test_the_article_of_a_page_is_taken_whole_and_alone(name: str) -> None:
    """Also where it has line breaks in the place of paragraphs, or boxes around them."""
    posts, _, _ = read(page(FRAMES[name]))
    assert [(post.title, post.text) for post in posts] == [(TITLE, TEXT)]
    for article in (BROKEN, _BOXED):
        ((post,), _, _) = read(page(FRAMES[name], article))
        said = re.sub(r"\n+", " ", post.text)
        assert [one for one in PARAGRAPHS if one not in said] == []
        assert [one for one in STRANGERS if one in said] == []
