"""What the archive makes of signs: addresses to take out, ids of titles, titles that are the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.diagnostics import Report
from talkbuilder.posts.archive.same import key_of, slug
from talkbuilder.posts.archive.scrub import without_addresses
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from tests.corpora.tables import from_table
from tests.posts.importers.sample import item, wxr
from tests.posts.test_archive import counts, take_in


@pytest.mark.parametrize("text", ["12:30:45", "version 1.2.3", "300.1.1.1", "std::string", "@me"])
def test_what_is_no_address_stays(text: str) -> None:
    assert b"".join(without_addresses(text.encode())) == text.encode()


@pytest.mark.parametrize("text", ["a.b+c@d-e.example", "a&#64;b.example", "a%40b.example", "1.2.3.4", "2001:db8::1"])
def test_an_address_goes_wherever_it_stands(text: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        found = b"".join(without_addresses(f"x “{text}”, ({text}) <{text}>".encode(encoding))).decode(encoding)
        assert found == "x “[removed]”, ([removed]) <[removed]>"


def test_an_address_across_two_pieces_goes_too() -> None:
    words = b"word " * (1 << 20)
    for shift in range(0, 12, 3):
        assert b"@" not in b"".join(without_addresses(words[: (1 << 22) - shift] + b" me@a.example"))


@from_table
def test_an_id_is_what_is_left_of_a_title(title: str, id: str) -> None:
    assert slug(title) == id


@given(st.text(), st.sampled_from([str.upper, lambda text: f"  {text}\u00a0", lambda text: f"“{text}”"]))
def test_titles_that_differ_in_spaces_marks_and_capitals_are_one(title: str, change: Callable[[str], str]) -> None:
    if title.casefold() == title.upper().casefold():  # there are letters of which that is not so
        assert key_of(change(title)) == key_of(title)


@pytest.mark.parametrize(
    "title",
    [
"“Quoted”… oh?!",
'"Straight" ones',
"A: colon",
"# hash",
"a # b",
"- dash",
"[brackets]",
"null",
"yes",
"1:30",
"2012",
"& co",
"@at",
"emoji 🙂",
"Кыз жібек",
"tab\there",
"two  blanks",
"> fold",
],
)  # fmt: skip
def test_any_title_can_be_listed(title: str, tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    take_in(tmp_path, wxr(item("Another", "Other text."), item(title, "Text.")))
    report = Report()
    posts = read_library(Project(tmp_path), report).sources
    assert report.diagnostics == ()
    assert [getattr(post, "title").value for post in posts.values()] == ["Another", " ".join(title.split())]  # noqa: B009
    assert counts(take_in(tmp_path, wxr(item(title, "Text.")))[0]) == (0, 1, 0)
