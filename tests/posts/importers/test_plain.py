"""Plain texts: one source each."""

from talkbuilder.posts.importers.kind import Link
from tests.posts.importers.sample import codes, plain, read


def test_a_text_is_one_source_under_its_first_line() -> None:
    written = "Notes of an evening\n\nShe said: “I wait.”\u00a0 Then she waited,\nand so did I.\n\n\nSee https://a.example/x.\n"
    (post,) = read(written.encode(), "notes.txt")[0]
    assert post.title == "Notes of an evening"
    assert post.text == "She said: “I wait.”\u00a0 Then she waited,\nand so did I.\n\nSee https://a.example/x."
    assert post.links == (Link("https://a.example/x", "https://a.example/x"),)


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    (post,) = read(b"She waited there.\n\nSo did I.", "an_evening.txt")[0]
    assert (post.title, post.text) == ("an evening", "She waited there.\n\nSo did I.")


def test_an_archive_of_posts_is_still_told_from_a_text() -> None:
    assert len(read(plain(), "april.txt")[0]) == 2


def test_what_is_no_text_is_no_source() -> None:
    assert codes(b"\x00\x01\x02\x03" * 100) == ["I001"]
    assert codes(b"{\\rtf1 words}") == ["I001"]
    assert codes(b"--- ***") == ["I001"]
