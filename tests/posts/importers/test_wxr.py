"""WordPress's export: of any version, only what everybody can read, raw content and damage survived."""

import json

import pytest

from talkbuilder.posts.importers.kind import Link
from talkbuilder.posts.importers.wxr import without_shortcodes
from tests.corpora.tables import from_table
from tests.posts.importers.sample import POSTS, item, read, text_of, wxr


def content(markup: str) -> str:
    posts, _, faults = read(wxr(item("T", markup)))
    assert faults == ()
    return posts[0].text


@pytest.mark.parametrize("version", ["1.0", "1.3"])
def test_every_version_reads_the_same(version: str) -> None:
    assert [post.text for post in read(wxr(version=version))[0]] == [text_of(post) for post in POSTS]


@from_table
def test_what_not_everybody_can_read_is_left_out(values: dict[str, str], why: str) -> None:
    assert read(wxr(item("T", "Text.", **values)))[:2] == ([], [why])


def test_comments_are_left_out_and_counted() -> None:
    comment = "<wp:comment><wp:comment_content>So true.</wp:comment_content></wp:comment>"
    posts, left_out, _ = read(wxr(item("T", "Text.").replace("</item>", f"{comment * 2}</item>")))
    assert ([one.text for one in posts], left_out) == (["Text."], ["comment", "comment"])


@from_table
def test_the_day_is_that_of_the_author(values: dict[str, str], date: str) -> None:
    assert read(wxr(item("T", "Text.", **values)))[0][0].date == date


def test_blank_lines_part_paragraphs_and_single_ones_part_lines() -> None:
    assert content("One\ntwo\n\nthree\n\n\n\nfour") == "One\ntwo\n\nthree\n\nfour"
    assert content("<p>One<br />\ntwo<br />\n<br />\nthree</p>") == "One\ntwo\n\nthree"


def test_the_block_editors_comments_are_gone() -> None:
    blocks = (
        '<!-- wp:paragraph {"align":"left"} -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!--more-->\n\n'
        "<!-- wp:list -->\n<ul><li>Two</li>\n<li>Three</li></ul>\n<!-- /wp:list -->\n\n<!-- wp:spacer /-->"
    )
    assert content(blocks) == "One.\n\nTwo\n\nThree"


def test_quotations_keep_their_words_and_no_mark_is_added() -> None:
    markup = "She said <q>stay</q>.\n<blockquote>Words. <footer><cite>A. Writer</cite></footer></blockquote>"
    assert content(markup) == "She said stay.\n\nWords.\n\nA. Writer"


def test_links_keep_words_and_address() -> None:
    markup = '<a href="http://a.example/?b=1&amp;c=2">the <b>report</b></a> <a href="/x">here</a> <a href="">gone</a>'
    post = read(wxr(item("T", markup)))[0][0]
    assert post.text == "the report here gone"
    assert post.links == (Link("the report", "http://a.example/?b=1&c=2"), Link("here", "http://blog.example/x"))
    assert post.lost_links == ("gone",)


def test_addresses_of_people_are_no_links() -> None:
    post = read(wxr(item("T", '<a href="mailto:me@a.example">Write</a> <a href="#top">up</a>')))[0][0]
    assert (post.text, post.links, post.lost_links) == ("Write up", (), ())


def test_pictures_are_counted_and_smileys_read() -> None:
    markup = '<img src="http://a.example/a.jpg" alt="A gate"> Hi <img class="wp-smiley" alt="🙂"><iframe src="http://v.example">'
    post = read(wxr(item("T", markup)))[0][0]
    assert post.text == "Hi 🙂"
    assert post.pictures == ("A gate", "http://v.example")


def test_footnotes_end_the_post_and_their_marks_are_no_words() -> None:
    notes = json.dumps([{"id": "a", "content": "See <em>here</em>."}])
    value = f"<wp:meta_value><![CDATA[{notes}]]></wp:meta_value>"
    meta = f"<wp:postmeta><wp:meta_key>footnotes</wp:meta_key>{value}</wp:postmeta>"
    markup = 'A claim<sup data-fn="a" class="fn"><a href="#a">1</a></sup>.'
    assert read(wxr(item("T", markup).replace("</item>", f"{meta}</item>")))[0][0].text == "A claim.\n\nSee here."


def test_control_characters_and_bad_bytes_survive_with_a_report() -> None:
    data = wxr(item("T", "It\x00s \x05fine. NEXT&nbsp;one.\x1c")).replace(b"NEXT", b"Don\x92t \xe2\x80 stop,")
    posts, _, faults = read(data)
    assert posts[0].text == "Its fine. Don’t \ufffd stop,\u00a0one."
    assert [fault.code for fault in faults] == ["I006"]
    assert "2 damaged bytes" in faults[0].message
    assert "3 control characters" in faults[0].message


def test_references_that_are_no_xml_survive() -> None:
    raw = item("TITLE", "A &mdash; &hellip; &nosuch; AT&T &#x1; &#146;").replace(
        "TITLE", "Q&nbsp;A &amp; B & C &eacute;"
    )
    post = read(wxr(raw))[0][0]
    assert post.title == "Q\u00a0A & B & C é"
    assert post.text == "A — … &nosuch; AT&T  ’"


@pytest.mark.parametrize(
    "text",
    [
        "[A side note, I haven't meant to offend anyone.]",
        "They [the police] came [sic].",
        "a[1] = b[2]",
        "[note: more=less]",
        "[unclosed caption",
    ],
)
def test_an_authors_brackets_stay(text: str) -> None:
    assert without_shortcodes(text)[0] == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('a [gallery ids="1,2"] b', "a  b"),
        ("[youtube http://v.example/?v=1]", ""),
        ("[embed]http://v.example[/embed]", ""),
        ('[my_plugin size="2"]x', "x"),
        ("[b]bold[/b]", "bold"),
        ("[[gallery]]", "[gallery]"),
        (
            '[caption id="a" width="3"]<img src="a.jpg"> Men at work[/caption]',
            '\n\n<figcaption>\n\n<img src="a.jpg"> Men at work</figcaption>\n\n',
        ),
        ("[contact-form][contact-field label='Name' type='name'/][/contact-form]", ""),
    ],
)
def test_a_shortcode_goes_and_its_words_stay(text: str, left: str) -> None:
    assert without_shortcodes(text)[0] == left


def test_pictures_and_films_are_counted() -> None:
    assert without_shortcodes("[gallery ids=1][embed]http://v.example[/embed]")[1] == [
        "http://v.example",
        "gallery ids=1",
    ]
