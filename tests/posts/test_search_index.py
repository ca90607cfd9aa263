"""The index of the posts: it follows them, whatever happens to it and to them."""

import os
import threading
from pathlib import Path

import pytest

from talkbuilder.posts.search.index import NAME
from tests.blog import write
from tests.searching import reads, search, where


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_posts_are_read_once(folder: Path) -> None:
    assert reads(folder) == [2]
    assert reads(folder) == []


def test_what_changes_is_read_again(folder: Path) -> None:
    posts = folder / "assets" / "posts"
    reads(folder)
    (posts / "the-market.txt").write_text("Only turnips today.", "utf-8")
    assert reads(folder) == [2]
    assert where(search(folder, "turnips")) == [("the-market", "")]
    assert where(search(folder, "flour barley")) == []
    (posts / "the-market.txt").unlink()
    assert where(search(folder, "turnips")) == []


def test_a_new_voice_or_title_is_seen_at_once(folder: Path) -> None:
    assert where(search(folder, "Sundays")) == [("the-market", "farmer")]
    index = folder / "assets" / "sources.yaml"
    index.write_text("the-market: {title: A fair, date: 2012}\n", "utf-8")
    assert where(search(folder, "Sundays")) == [("the-market", "")]
    assert where(search(folder, "fair")) == [("the-market", "")]


@pytest.mark.parametrize("page", [None, 0, 3])
def test_an_index_that_is_broken_inside_is_built_again(folder: Path, page: int | None) -> None:
    search(folder, "oven")
    index = folder / "assets" / "posts" / NAME
    data = index.read_bytes()
    start = 4096 * (1 + (page or 0))
    zeros = bytes(len(data[start : start + 4096]))
    index.write_bytes(b"no index" if page is None else data[:start] + zeros + data[start + 4096 :])
    found = search(folder, "oven warm")
    assert where(found) in ([("first-snow", "baker")], [])  # what is not missed cannot be noticed


def test_an_index_that_cannot_be_written_is_kept_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert where(search(folder, "oven warm")) == [("first-snow", "baker")]
    assert not (folder / "assets" / "posts" / NAME).exists()


def test_searches_at_once_do_not_disturb_each_other(folder: Path) -> None:
    found: list[object] = []

    def one() -> None:
        try:
            found.append(where(search(folder, "oven warm")))
        except Exception as fault:  # a thread's own would be lost
            found.append(fault)

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[("first-snow", "baker")]] * 8
    assert sorted(os.listdir(folder / "assets" / "posts")) == [NAME, "first-snow.txt", "the-market.txt"]
