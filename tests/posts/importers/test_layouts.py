"""Saved pages of the well-known blog systems: the article arrives whole, to the letter, and nothing of the frame."""

import re

import pytest

from tests.posts.importers.layouts import ARTICLE, BROKEN, FRAMES, PARAGRAPHS, STRANGERS, TEXT, TITLE, page
from tests.posts.importers.sample import read

# Real editors wrap each paragraph in boxes of their own.
_BOXED = re.sub(r"<p>(.*?)</p>", r"<div class='widget-text'><div dir='ltr'>\1</div></div>", ARTICLE)


def texts(data: bytes) -> list[str]:
    posts, _, _ = read(data)
    return [" ".join(post.text.split("\n\n")) for post in posts]


@pytest.mark.parametrize("name", FRAMES)
def test_the_article_of_a_page_is_taken_whole_and_alone(name: str) -> None:
    posts, _, _ = read(page(FRAMES[name]))
    assert [(post.title, post.text) for post in posts] == [(TITLE, TEXT)]


@pytest.mark.parametrize("name", FRAMES)
def test_an_article_of_line_breaks_is_taken_whole_and_alone(name: str) -> None:
    (text,) = texts(page(FRAMES[name], BROKEN))
    said = re.sub(r"\n+", " ", text)
    assert [one for one in PARAGRAPHS if one not in said] == []
    assert [one for one in STRANGERS if one in said] == []


@pytest.mark.parametrize("name", FRAMES)
def test_boxes_around_paragraphs_change_nothing(name: str) -> None:
    (text,) = texts(page(FRAMES[name], _BOXED))
    assert [one for one in PARAGRAPHS if one not in text] == []
    assert [one for one in STRANGERS if one in text] == []


def test_there_are_pages_enough() -> None:
    assert len(FRAMES) * 3 >= 60
