"""The plain-text archive: only a whole line parts posts, and headers tell the month."""

import pytest

from talkbuilder.posts.importers.kind import Link
from tests.corpora.tables import from_table
from tests.posts.importers.sample import read


def one(body: str, head: str = "Archive for April, 2012\n\n") -> list[tuple[str, str]]:
    posts, _, _ = read(f"{head}{body}".encode())
    return [(post.title, post.text) for post in posts]


def test_a_separator_in_a_sentence_parts_nothing() -> None:
    text = "Please leave a comment »\n\nComments (3) » are what I like.\n\nLeave a comment » now"
    assert one(f"A title\n\n{text}\n\nLeave a comment »") == [("A title", text)]


@pytest.mark.parametrize("line", ["Leave a comment »", "Comments (1,024) »", " Leave a\u00a0comment\u00a0» "])
def test_a_separator_is_a_line_of_its_own(line: str) -> None:
    found = one(f"One\n\nText one.\n\n{line}\n\nTwo\n\nText two.\n\n{line}".replace("a\u00a0c", "a c"))
    assert found == [("One", "Text one."), ("Two", "Text two.")]


@from_table
def test_a_header_tells_the_date_and_is_no_title(header: str, date: str) -> None:
    posts, _, _ = read(f"{header}\n\nA title\n\nText.\n\nLeave a comment »\n".encode())
    assert [(post.title, post.date) for post in posts] == [("A title", date)]


def test_paragraphs_have_one_blank_line_between_them_and_keep_their_own_lines() -> None:
    assert one("T\n\n\nOne\ntwo\n \u00a0\n\n\nthree  four\n\nLeave a comment »") == [("T", "One\ntwo\n\nthree  four")]


def test_a_title_without_text_is_left_out() -> None:
    posts, left_out, _ = read("T\n\nLeave a comment »\n\nU\n\nText.\n\nLeave a comment »".encode())
    assert [post.title for post in posts] == ["U"]
    assert left_out == ["without text"]


def test_links_and_pictures_that_are_spoken_of_are_lost_unless_an_address_stands_there() -> None:
    text = "Read it at this link. The attached photo is mine.\n\nSee this link: http://a.example/b?c=1."
    posts, _, _ = read(f"T\n\n{text}\n\nLeave a comment »".encode())
    assert posts[0].lost_links == ("this link",)
    assert posts[0].pictures == ("attached photo",)
    assert posts[0].links == (Link("http://a.example/b?c=1", "http://a.example/b?c=1"),)
