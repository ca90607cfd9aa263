"""Sources of other kinds than posts: how they come into the listing, and what is told of them."""

from pathlib import Path

import pytest

from talkbuilder.posts.archive import Asking, Told
from tests.posts.importers.layouts import FRAMES, page
from tests.posts.importers.sample import rss
from tests.posts.test_archive import take_in

_FRAME = FRAMES["WordPress, twenty-twelve"]


def listing(root: Path) -> str:
    file = root / "assets/sources.yaml"
    return file.read_text("utf-8").split("\n\n", 1)[1] if file.is_file() else ""


def of_site(address: str, frame: str = _FRAME) -> bytes:
    return page(frame).replace(b"<head>", f"<head><link rel='canonical' href='{address}'>".encode())


def test_a_text_is_listed_as_an_article_by_whom_somebody_says(tmp_path: Path) -> None:
    tally, said = take_in(tmp_path, b"Wells\n\nThere are nine.", "wells.txt", told=Told(date="2011", by="office"))
    assert said == []
    assert tally is not None
    assert tally.nobodys_sources == {}
    assert listing(tmp_path) == "wells:\n  kind: article\n  by: office\n  title: Wells\n  date: 2011\n"


def test_what_nobody_says_by_whom_it_is_is_told(tmp_path: Path) -> None:
    tally, _ = take_in(tmp_path, b"Wells\n\nThere are nine.", "wells.txt", told=Told(date="2011", kind="letter"))
    assert tally is not None
    assert tally.nobodys_sources == {"wells": "letter"}
    assert "kind: letter" in listing(tmp_path)


def test_a_page_of_the_blog_is_a_post_and_one_of_another_site_an_article(tmp_path: Path) -> None:
    take_in(tmp_path, rss(), "feed.xml")
    take_in(tmp_path, of_site("http://blog.example/ferry"), "own.html")
    assert "the-ferry-at-noon:\n  title" in listing(tmp_path)
    other = of_site("https://paper.example/ferry").replace(b"The ferry at noon", b"A ferry in the paper")
    told = other.replace(b"<head>", b"<head><meta property='og:site_name' content='The Paper'>")
    take_in(tmp_path, told, "other.html")
    assert listing(tmp_path).endswith(
        "a-ferry-in-the-paper:\n  kind: article\n  title: A ferry in the paper\n  publisher: The Paper\n"
        "  date: 2012-04-18\n  url: https://paper.example/ferry\n"
    )


def test_a_page_that_calls_itself_news_is_an_article_though_it_comes_first(tmp_path: Path) -> None:
    tally, _ = take_in(tmp_path, of_site("https://paper.example/x", FRAMES["a newspaper"]), told=Told(date="2012"))
    assert tally is not None
    assert tally.nobodys_sources == {"the-ferry-at-noon": "article"}


def test_of_a_page_that_may_be_anybodys_it_is_asked_or_told_what_it_was_taken_for(tmp_path: Path) -> None:
    asking = Asking(title=str, date=lambda *_: "", who=lambda *_: "", by=lambda _: "The Paper", own=lambda _: False)
    asked, told, by = (tmp_path / one for one in ("asked", "told", "by"))
    for root in (asked, told, by):
        root.mkdir()
    take_in(asked, page(_FRAME), "page.html", told=Told(ask=asking))
    assert listing(asked).startswith("the-ferry-at-noon:\n  kind: article\n  by: the-paper\n")
    tally, _ = take_in(told, page(_FRAME), "page.html")
    assert tally is not None
    assert (tally.guessed, "kind:" in listing(told)) == (["the-ferry-at-noon"], False)
    take_in(by, page(_FRAME), "page.html", told=Told(by="The Paper"))
    assert "kind: article\n  by: the-paper" in listing(by)


def test_of_when_a_source_is_is_asked_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def date(title: str, likely: str) -> str:
        asked.append(title)
        return "2019-03"

    asking = Asking(title=str, date=date, who=lambda *_: "", by=lambda _: "The Paper", own=lambda _: False)
    for _ in range(2):
        tally, _ = take_in(tmp_path, b"There are nine wells.", "wells.txt", told=Told(ask=asking))
    assert tally is not None
    assert (asked, tally.known) == (["wells"], 1)


@pytest.mark.parametrize(
    ("first", "date"),
    [("A talk with a farmer, 3 March 2023", "2023-03-03"), ("A talk with a farmer in 2023", ""), ("Wells", "")],
)
def test_a_day_in_the_first_line_of_a_text_is_its_date(first: str, date: str, tmp_path: Path) -> None:
    tally, _ = take_in(tmp_path, f"{first}\n\nThere are nine wells.".encode(), "wells.txt")
    assert tally is not None
    assert (tally.undated == 0, [*tally.titled.values()]) == (bool(date), [date] if date else [])
    assert (f"  date: {date}\n" in listing(tmp_path)) == bool(date)


@pytest.mark.parametrize("kind", ["book"])
def test_what_somebody_says_goes_before_what_the_file_seems_to_be(kind: str, tmp_path: Path) -> None:
    take_in(tmp_path, rss(), "feed.xml", told=Told(kind=kind))  # type: ignore[arg-type]
    assert listing(tmp_path).count(f"kind: {kind}\n") == 2


def _office(root: Path) -> None:
    (root / "assets").mkdir(exist_ok=True)
    people = "office: {credit: An office, role: source}\nwalker: {credit: A walker, role: author}\n"
    (root / "assets/people.yaml").write_text(people, "utf-8")


@pytest.mark.parametrize(
    ("by", "new"),
    [("", {}), ("office", {}), ("offfice", {"offfice": "'Offfice'; did you mean 'office'?"})],
)
def test_whose_words_a_source_holds_is_added_to_people(by: str, new: dict[str, str], tmp_path: Path) -> None:
    _office(tmp_path)
    tally, _ = take_in(tmp_path, b"Wells\n\nThere are nine.", "wells.txt", told=Told(date="2011", by=by))
    assert tally is not None
    assert tally.publishers == new
    assert ("credit: Offfice" in (tmp_path / "assets/people.yaml").read_text("utf-8")) is bool(new)
    tally, _ = take_in(tmp_path, b"Wells\n\nThere are nine.", "wells.txt", told=Told(by=by))
    assert tally is not None
    assert tally.publishers == {}


def test_me_is_the_one_author_of_people_and_else_the_speaker(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    _office(first)
    for root in (first, second):
        take_in(root, b"Wells\n\nThere are nine.", "wells.txt", told=Told(date="2011", by="me"))
    assert "by: walker" in listing(first)
    assert "by: me" in listing(second)
    assert "credit: The speaker\n  role: author\n" in (second / "assets/people.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "again", "differing"),
    [
        (Told(date="2011", by="office"), Told(date="2011", by="office"), ()),
        (Told(date="2011", by="office"), Told(), ()),
        (Told(date="2011", kind="post"), Told(by="walker"), ()),  # whose the posts are
        (Told(date="2011", kind="post"), Told(by="office"), ("by",)),
        (Told(date="2011"), Told(kind="post", by="walker"), ("kind", "by")),
        (Told(date="2011"), Told(date="2012"), ("date",)),
        (Told(kind="letter"), Told(date="2012"), ()),  # is listed only now
    ],
)
def test_what_is_said_anew_of_a_source_and_not_taken_over_is_told(
    first: Told, again: Told, differing: tuple[str, ...], tmp_path: Path
) -> None:
    _office(tmp_path)
    words = b"Wells\n\nThere are nine."
    tally, _ = take_in(tmp_path, words, "wells.txt", told=first)
    assert tally is not None
    assert tally.unchanged == {}
    before = listing(tmp_path)
    tally, _ = take_in(tmp_path, words, "wells.txt", told=again)
    assert tally is not None
    assert tally.unchanged == ({"wells": differing} if differing else {})
    assert not before or listing(tmp_path) == before


def test_what_posts_yaml_lists_is_not_listed_again(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    older = "the-ferry-at-noon: {title: The ferry at noon, date: 2012-04}\n"
    (tmp_path / "assets/posts.yaml").write_text(older, "utf-8")
    tally, _ = take_in(tmp_path, page(_FRAME), "own.html")
    assert tally is not None
    assert (tally.new, listing(tmp_path)) == (1, "")
    take_in(tmp_path, b"Wells\n\nThere are nine.", "wells.txt", told=Told(date="2011"))
    assert listing(tmp_path).startswith("wells:")
    assert (tmp_path / "assets/posts.yaml").read_text("utf-8") == older


def test_a_page_of_which_little_was_taken_is_told(tmp_path: Path) -> None:
    said = "".join(f"<p>We walked over hill {n} and down again to the river, and said little.</p>" for n in range(5))
    much = "".join(f"<p>Box {n} holds apples and pears, as its lid says in red.</p>" for n in range(40))
    whole = page(f"<article><h1>{{title}}</h1>{{article}}</article><div class='sidebar'>{much}</div>", said)
    _, told = take_in(tmp_path, whole, "own.html", told=Told(date="2012"))
    assert [one[:4] for one in told] == ["I012"]
    assert "only 70 of the page's 554 words were taken" in told[0]
