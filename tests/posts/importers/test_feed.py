"""Feeds: what is cut short is told, and Blogger's comments and drafts are no posts."""

import pytest

from tests.corpora.tables import from_table
from tests.posts.importers.sample import atom, read, rss


def rss_item(**elements: str) -> str:
    told = {"title": "T", "pubDate": "Wed, 18 Apr 2012 23:30:00 -0700"} | elements
    body = "".join(
        f"<{name.replace('__', ':')}><![CDATA[{text}]]></{name.replace('__', ':')}>" for name, text in told.items()
    )
    return f"<item>{body}</item>"


@from_table
def test_a_post_that_is_cut_short_is_imported_and_marked(elements: dict[str, str]) -> None:
    post = read(rss(rss_item(**elements)))[0][0]
    assert post.cut_short
    assert post.text.startswith(("It begins", "Only this"))


@pytest.mark.parametrize(
    "markup", ["<p>One… and two.</p>", "<p>One</p><!--more--><p>Two</p>", "<p>What […] he said.</p>"]
)
def test_a_whole_post_is_not_marked(markup: str) -> None:
    assert read(rss(rss_item(content__encoded=markup, description="One […]")))[0][0].cut_short == ""


@from_table
def test_dates_are_those_of_the_blogs_clock(date: str, expected: str) -> None:
    assert read(rss(rss_item(pubDate=date, content__encoded="x y")))[0][0].date == expected


def entry(more: str, content: str = "&lt;p&gt;Text.&lt;/p&gt;") -> str:
    head = "<entry><title>T</title><published>2012-04-18T01:00:00Z</published>"
    return f'{head}<content type="html">{content}</content>{more}</entry>'


_KIND = (
    '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#{}"/>'
)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (_KIND.format("comment"), "comment"),
        ('<thr:in-reply-to ref="x"/>', "comment"),
        (f"{_KIND.format('post')}<app:control><app:draft>yes</app:draft></app:control>", "not published"),
    ],
)
def test_of_bloggers_export_only_published_posts_are_imported(more: str, why: str) -> None:
    posts, left_out, _ = read(atom(entry(_KIND.format("post")), entry(more)))
    assert (len(posts), left_out) == (1, [why])


def test_a_feed_of_comments_holds_no_posts() -> None:
    data = rss(rss_item(content__encoded="First!")).replace(b"<title>A blog", b"<title>Comments on: A blog", 1)
    assert read(data)[:2] == ([], ["comment"])


def test_xhtml_and_plain_text_are_read_as_what_they_are() -> None:
    xhtml = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; B</p><p>C</p></div></content>'
    text = "<content>1 &lt; 2 &amp;amp; so</content>"
    posts, _, _ = read(atom(f"<entry><title>A</title>{xhtml}</entry>", f"<entry><title>B</title>{text}</entry>"))
    assert [post.text for post in posts] == ["A & B\n\nC", "1 < 2 &amp; so"]


def test_rss_of_version_1_is_read_too() -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>A blog</title></channel><item><title>T</title><link>http://blog.example/1</link>"
        "<dc:date>2012-04-18T09:00:00+06:00</dc:date><content:encoded><![CDATA[<p>Text.</p>]]></content:encoded></item>"
        "</rdf:RDF>"
    )
    post = read(data.encode())[0][0]
    assert (post.title, post.text, post.date, post.url) == ("T", "Text.", "2012-04-18", "http://blog.example/1")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "&#10;"])
def test_a_namespace_with_a_blank_in_it_is_the_one_without(blank: str) -> None:
    assert read(rss().replace(b"/modules", f"/{blank}modules".encode()))[0] == read(rss())[0]
