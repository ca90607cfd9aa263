"""Markdown: the words without the marks."""

from talkbuilder.posts.importers.kind import Link
from tests.posts.importers.sample import read


def test_marks_go_and_words_stay_to_the_letter() -> None:
    written = (
        "# The walk\n\nWe *left* at **dawn**,\u00a0 she said: “We met ‘nobody’…”\n\n"
        "> A saying.\n>\n> — The ferryman\n\n"
        "- [a map](https://a.example/map) of it\n- 3½ miles\n"
    )
    posts, _, faults = read(written.encode(), "walk.md")
    assert faults == ()
    (post,) = posts
    assert post.title == "The walk"
    assert post.text == (
        "We left at dawn,\u00a0 she said: “We met ‘nobody’…”\n\nA saying.\n\n— The ferryman\n\na map of it\n\n3½ miles"
    )
    assert post.links == (Link("a map", "https://a.example/map"),)


def test_the_head_of_a_text_tells_its_title_its_date_and_its_address() -> None:
    written = b'---\ntitle: "A walk"\ndate: 2012-04-18 09:30:00\nurl: https://a.example/walk\n---\n# Dawn\n\nWe left.\n'
    (post,) = read(written, "walk.markdown")[0]
    assert (post.title, post.date, post.url, post.text) == (
        "A walk",
        "2012-04-18",
        "https://a.example/walk",
        "Dawn\n\nWe left.",
    )


def test_a_text_without_a_heading_is_called_by_its_file_and_only_a_name_makes_it_markdown() -> None:
    assert read(b"We *left*.", "my_walk.md")[0][0].title == "my walk"
    assert read(b"We *left*.", "my_walk.txt")[0][0].text == "We *left*."
    assert read(b"# \n", "empty.md")[1] == ["without text"]
