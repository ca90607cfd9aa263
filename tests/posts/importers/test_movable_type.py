"""Movable Type's export."""

from pathlib import Path

import pytest

from tests.posts.importers.sample import read

_ENTRY = Path(__file__).with_name("movable_type.txt").read_text("utf-8")


def export(
    *titles: str, status: str = "Publish", breaks: str = "1", body: str = "We left at dawn.\n\nIt rained."
) -> bytes:
    return "".join(_ENTRY.format(title=one, status=status, breaks=breaks, body=body) for one in titles).encode()


def test_entries_are_read_with_what_they_go_on_with_and_without_what_readers_wrote() -> None:
    posts, _, faults = read(export("A walk", "Another &amp; longer one"))
    assert faults == ()
    assert [post.title for post in posts] == ["A walk", "Another & longer one"]
    assert {post.text for post in posts} == {"We left at dawn.\n\nIt rained.\n\nWe met “nobody”."}
    assert {(post.date, post.slug) for post in posts} == {("2012-04-18", "a-walk")}
    assert posts[0].url == "http://blog.example/2012/04/a_walk.html"


def test_what_is_written_as_html_is_read_so() -> None:
    (post,) = read(export("A walk", breaks="0", body="<p>We left\n\nat dawn.</p>"))[0]
    assert post.text.startswith("We left at dawn.\n\n")


@pytest.mark.parametrize("status", ["Draft", "Future"])
def test_what_is_not_published_is_left_out(status: str) -> None:
    assert read(export("A walk", status=status))[1] == [f"not published ('{status}')"]
