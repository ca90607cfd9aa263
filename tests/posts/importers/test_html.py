"""Saved pages: the posts, without the frame that every page has around them."""

from collections.abc import Callable

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.posts.importers import html
from talkbuilder.posts.importers.kind import ImportedPost, Link
from tests.corpora.tables import from_table
from tests.growth import growth
from tests.posts.importers.sample import page, read

_POST = (
    '<article><header><h1>A title</h1><time datetime="2012-04-18T09:00:00+06:00">April 18</time></header>{}</article>'
)


def one(markup: str, head: str = "") -> tuple[str, str]:
    posts, _, faults = read(page(_POST.format(markup), head=head))
    assert faults == ()
    assert len(posts) == 1
    return posts[0].title, posts[0].text


@from_table
def test_the_frame_is_no_text(chrome: str) -> None:
    assert one(f"<p>Before.</p>{chrome}<p>After.</p>")[1] == "Before.\n\nAfter."


def test_links_are_kept_and_relative_ones_joined_or_lost() -> None:
    markup = '<p><a href="http://a.example/r">this report</a>, <a href="../b">this link</a></p>'
    with_address, _, _ = read(
        page(_POST.format(markup), head='<link rel="canonical" href="http://blog.example/2012/x/">')
    )
    assert with_address[0].url == "http://blog.example/2012/x/"
    assert with_address[0].links == (
        Link("this report", "http://a.example/r"),
        Link("this link", "http://blog.example/2012/b"),
    )
    without, _, _ = read(page(_POST.format(markup)))
    assert without[0].links == (Link("this report", "http://a.example/r"),)
    assert without[0].lost_links == ("this link",)


def test_a_page_of_several_posts_gives_each_its_own_title_date_and_address() -> None:
    posts, _, _ = read(page())
    assert [(post.date, post.url) for post in posts] == [
        ("2012-04-18", "http://blog.example/2012-04-18"),
        ("2012-04-02", "http://blog.example/2012-04-02"),
    ]


@from_table
def test_a_date_is_found_where_themes_put_it(told: str) -> None:
    posts, _, _ = read(page(f'<div class="post"><h2>T</h2>{told}<div class="entry"><p>Text.</p></div></div>'))
    assert posts[0].date == "2012-04-18"


def test_line_breaks_and_blanks_are_those_that_a_browser_shows() -> None:
    assert one("<p>One\n  two <b> three</b><br>\nfour\u00a0\u00a0five</p>")[1] == "One two three\nfour\u00a0\u00a0five"


def test_the_address_that_the_browser_noted_is_known() -> None:
    data = page(_POST.format("<p>x</p>")).replace(
        b"<html>", b"<!-- saved from url=(0024)http://blog.example/x -->\n<html>"
    )
    assert read(data)[0][0].url == "http://blog.example/x"


@pytest.mark.parametrize("end", ["?>", ">"])
def test_a_page_may_begin_as_xml_does(end: str) -> None:
    declared = f'<?xml version="1.0" encoding="iso-8859-1"{end}'.encode()
    assert read(declared + page(_POST.format("<p>One</p>")))[0][0].text == "One"


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    posts, _, faults = read(page().replace(b"</body></html>", b""))
    assert [post.cut_short for post in posts] == ["", "the page breaks off before its end"]
    assert faults == ()


@pytest.mark.parametrize("markup", ["<?><!--<div", "<html></html>"])
def test_a_page_without_anything_on_it_is_read_as_that(markup: str) -> None:
    report = Report()
    assert [one for one in html.read(markup.encode(), "x.html", report) if isinstance(one, ImportedPost)] == []


def test_thousands_of_posts_on_a_page_are_no_more_work_than_as_many_pages() -> None:
    def work(posts: int) -> Callable[[], object]:
        post = (
            '<div class="post"><h2 class="entry-title">A title</h2><div class="entry-content"><p>Words.</p></div></div>'
        )
        data = f"<html><body><div>{post * posts}</div></body></html>".encode()
        return lambda: [*html.read(data, "x.html", Report())]

    assert growth(work) < 5


def test_of_a_huge_page_only_the_pictures_in_it_are_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_MOST_BYTES", 2_000)
    picture = f'<img src="data:image/png;base64,{"A" * 5_000}">'
    body = '<html><body><div class="entry-content"><p>Words.</p>{}</div></body></html>'
    report = Report()
    assert len([*html.read(body.format(picture).encode(), "x.html", report)]) == 1
    assert [*html.read(body.format("Words. " * 1_000).encode(), "x.html", report)] == []
    assert [one.code for one in report.diagnostics] == ["I003"]


@from_table
def test_what_a_page_hides_is_no_text(shown: str) -> None:
    assert one(f"<p>Before.</p><div {shown}><p>Unseen.</p></div><p>A <i {shown}>blue </i>door.</p>")[1] == (
        "Before.\n\nA door."
    )


def test_what_only_looks_hidden_is_text() -> None:
    assert one("<p style='overflow:hidden'>One.</p><p style='display:block' class='hidden-x'>Two.</p>")[1] == (
        "One.\n\nTwo."
    )
    posts, _, _ = read(page(_POST.format("<p>One.</p>")).replace(b"<body", b"<body style='visibility:hidden'"))
    assert posts[0].text == "One."  # until a script shows it


@pytest.mark.parametrize("attribute", [" a{}", " a{}=1", " a{}='1'"])
def test_a_tag_of_thousands_of_attributes_is_no_more_work_for_each(attribute: str) -> None:
    def work(size: int) -> Callable[[], object]:
        return lambda: one("<p" + "".join(attribute.format(at) for at in range(size)) + ">One.</p>")

    assert growth(work, 5_000) < 5


def doubts(markup: str) -> list[str]:
    return [one.message for one in read(page(markup))[2] if one.code == "I012"]


def test_a_page_that_only_leads_to_posts_is_told() -> None:
    teasers, posts = (
        "".join(f"<article><h2>Post {at}</h2><p>{'We walked on. ' * long}</p></article>" for at in range(7))
        for long in (9, 40)
    )
    assert doubts(teasers) == ["7 posts of 27 words or so were taken: they may only lead to others"]
    assert doubts(posts) == []


def test_captions_of_a_row_of_pictures_among_the_text_are_told() -> None:
    captions = [f"<p>{at}/20 A hill in autumn</p>" for at in range(1, 6)]
    assert doubts(_POST.format("<p>We walked on.</p>" + "".join(captions))) == [
        "the captions of 20 pictures seem to stand among the page's text"
    ]
    assert doubts(_POST.format("<p>We walked on.</p>" + "".join(captions[:4]))) == []
