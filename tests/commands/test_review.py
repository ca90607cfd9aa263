"""`talkbuilder review`: what it shows, what its keys do, and that nothing is signed by accident."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases import LIBRARY, talk
from tests.running import edit, put, run
from tests.terminal import on_terminal

REVIEWS = "assets/reviews.yaml"
LOCK = "assets/evidence.lock"
SLIDES = "- {title: One, number: example-fact, notes: So.}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {**LIBRARY, "talks/one.yaml": talk(SLIDES)})
    return tmp_path


def review(folder: Path, *arguments: str, typed: str = "", by: str = "A. Reader") -> tuple[int, str, str]:
    """Runs the command with lines that somebody types, who is no terminal."""
    named = ("--by", by) if by else ()
    return run("review", "-C", folder, *named, *arguments, typed=typed)


def entries(folder: Path, *names: str) -> list[dict[str, Any]]:
    """What there is to review of the library."""
    listed = json.loads(review(folder, *names, "--format", "json")[1])
    return [one for one in listed if one["kind"] != "slide"]


def states(folder: Path) -> list[tuple[str, str]]:
    listed = json.loads(review(folder, "example-fact", "example-quote", "--format", "json")[1])
    return [(one["id"], one["state"]) for one in listed]


def test_an_entry_stands_beside_its_passage_and_what_is_around_it(folder: Path) -> None:
    _, out, _ = review(folder, "example-quote", typed="q\n")
    assert "1 of 1: quote example-quote (not yet reviewed)" in out
    assert "  text       “Replace this sentence with somebody’s own words" in out
    assert "\n  > Replace this sentence with somebody’s own words" in out
    assert "an hour has 60 minutes" in out  # which stands around it
    assert "\x1b" not in out


def test_a_fact_is_shown_with_its_date_and_how_certain_it_is(folder: Path) -> None:
    _, out, _ = review(folder, "example-fact", typed="q\n")
    assert (
        "fact example-fact (not yet reviewed)\n"
        "  says       An hour has 60 minutes\n"
        "  show       60 minutes\n"
        "  as of      2026\n"
        "  measure    minutes in an hour\n"
        "  certainty  a secondary source\n"
        "  who        "
    ) in out


def test_y_signs_n_sends_back_s_skips_and_q_quits(folder: Path) -> None:
    status, out, _ = review(folder, typed="y\nn\nWho says it?\n")
    assert status == 0
    assert "1 signed, 1 sent back, 0 skipped, 4 not yet shown; wrote assets/reviews.yaml" in out  # the slides
    assert sorted(state for _, state in states(folder)) == ["returned", "signed"]
    assert "Who says it?" in (folder / REVIEWS).read_text("utf-8")
    assert "1 skipped, 1 not yet shown" in review(folder, "example-fact", "example-quote", typed="s\nq\n")[1]


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "yy\n", "?\n\n\n", "q\n", "\x00"])
def test_nothing_else_signs(folder: Path, typed: str) -> None:
    status, _, _ = review(folder, typed=typed)
    assert status == 0
    assert not (folder / REVIEWS).exists()


def test_who_reviews_is_asked_once(folder: Path) -> None:
    _, out, _ = review(folder, "example-fact", "example-quote", typed="\n A.  Reader \ny\ny\n", by="")
    assert out.count("Your name") == 2  # the first answer was none
    assert (folder / REVIEWS).read_text("utf-8").count('by: "A. Reader"') == 2
    status, _, err = review(folder, "example-fact", typed="", by="")
    assert status == 2
    assert '--by "Anna Miller"' in err


@pytest.mark.parametrize("name", [" ", "x" * 81, "A\x1b[31m"])
def test_a_name_that_is_none_is_refused(folder: Path, name: str) -> None:
    assert review(folder, by=name)[0] == 2


@pytest.mark.parametrize("name", ['O"Neill', "back\\slash", "[x], {y}", "Айгерім"])
def test_whatever_a_name_and_a_note_hold_they_read_back(folder: Path, name: str) -> None:
    review(folder, typed=f"n\n{name}\n", by=name)
    returned = [one for one in json.loads(review(folder, "--format", "json")[1]) if one["state"] == "returned"]
    assert [(one["by"], one["note"]) for one in returned] == [(name, name)]


def test_what_is_there_stays_there(folder: Path) -> None:
    mine = "# My own words.\n"
    (folder / REVIEWS).write_bytes(mine.encode().replace(b"\n", b"\r\n"))
    review(folder, typed="y\n")
    first = (folder / REVIEWS).read_bytes()
    assert first.startswith(b"# My own words.\r\n- {")
    (folder / REVIEWS).write_bytes(first.rstrip(b"\r\n"))  # as an editor leaves it
    review(folder, typed="y\n")
    assert (folder / REVIEWS).read_bytes().startswith(first)
    assert [state for _, state in states(folder)] == ["signed", "signed"]
    assert not list((folder / "assets").glob("*.tmp*"))


def test_what_somebody_else_signs_meanwhile_is_kept(folder: Path) -> None:
    class Meanwhile(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            assert "1 signed" in review(folder, "example-quote", typed="y\n", by="B. Reader")[1]
            return "y\n"

    before, sys.stdin = sys.stdin, Meanwhile()
    try:
        run("review", "-C", folder, "--by", "A. Reader", "example-fact")
    finally:
        sys.stdin = before
    assert sorted(states(folder)) == [("example-fact", "signed"), ("example-quote", "signed")]


def test_what_is_signed_is_not_shown_again_until_it_changes(folder: Path) -> None:
    review(folder, typed="y\n" * 6)
    assert review(folder)[1] == "nothing to review\n"
    edit(folder / "assets" / "facts.yaml", "says: An hour has", "says: One hour has")
    _, out, _ = review(folder, typed="q\n")
    assert "1 of 2: fact example-fact (the entry was changed since A. Reader looked at it; signed)" in out


def test_what_was_sent_back_is_shown_again_when_it_was_changed_or_is_named(folder: Path) -> None:
    review(folder, "example-fact", typed="n\nOf what?\n")
    _, out, _ = review(folder, typed="q\n")
    assert "1 sent back before" in out
    assert "example-fact" not in out
    assert "sent back by A. Reader" in review(folder, "example-fact", typed="q\n")[1]
    edit(folder / "assets" / "facts.yaml", "says: An hour has", "says: One hour has")
    assert "sent back: Of what?" in review(folder, typed="q\n")[1]


def test_a_talk_means_what_it_uses(folder: Path) -> None:
    assert [one["id"] for one in entries(folder, "one")] == ["example-fact"]
    assert [one["id"] for one in entries(folder, "talks/one.yaml")] == ["example-fact"]
    assert len(entries(folder, "example-post")) == 2  # what rests on the post
    status, _, err = review(folder, "example-fakt")
    assert status == 2
    assert "did you mean 'example-fact'?" in err


def test_without_the_post_nobody_can_sign(folder: Path) -> None:
    run("verify", "-C", folder)
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    status, out, _ = review(folder, "example-fact", "example-quote", typed="y\ny\n")
    assert status == 1
    assert "2 entries cannot be signed: one signs only beside the passage" in out
    assert not (folder / REVIEWS).exists()
    assert {one["passage"] for one in entries(folder)} == {None}


def test_the_lock_tells_of_reviews_so_that_they_count_without_the_posts(folder: Path) -> None:
    run("verify", "-C", folder)
    _, out, _ = review(folder, typed="y\n" * 6)
    assert "wrote assets/reviews.yaml and assets/evidence.lock" in out
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    assert run("check", "-C", folder)[1].count("C030") == 0
    assert states(folder) == [("example-fact", "signed"), ("example-quote", "signed")]


def test_the_next_run_tells_the_lock_of_a_review_that_was_ended_before_it_could(folder: Path) -> None:
    run("verify", "-C", folder)
    unlocked = (folder / LOCK).read_bytes()
    review(folder, typed="y\n" * 6)
    locked = (folder / LOCK).read_bytes()
    (folder / LOCK).write_bytes(unlocked)
    (left := folder / "assets" / ".evidence-0123abcd.tmp").touch()
    assert review(folder)[1] == f"wrote {LOCK}\nnothing to review\n"
    assert (folder / LOCK).read_bytes() == locked != unlocked
    assert not left.exists()


def test_without_the_posts_a_review_counts_only_if_the_lock_tells_of_it(folder: Path) -> None:
    run("verify", "-C", folder)
    unlocked = (folder / LOCK).read_bytes()
    review(folder, typed="y\ny\n")
    (folder / LOCK).write_bytes(unlocked)
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    for _ in range(2):
        assert "C030" in run("check", "-C", folder)[1]
        assert "E165" in run("verify", "-C", folder)[1]  # which does not lock it either
    assert (folder / LOCK).read_bytes() == unlocked


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_on_a_terminal_a_key_is_enough_and_what_was_typed_before_is_forgotten(folder: Path) -> None:
    names = ("example-fact", "example-quote")
    with on_terminal("review", "-C", str(folder), "--by", "A. Reader", *names) as terminal:
        terminal.type("y")  # before there is anything to see
        assert "1 of 2" in terminal.until("[q] quit:")
        terminal.type("\x1b[A")  # an arrow
        terminal.until("[q] quit:")
        terminal.press("y")
        assert "2 of 2" in terminal.until("[q] quit:")
        terminal.press("n")
        assert "type y" not in terminal.until("What is wrong with it?")
        terminal.type("é: who?\n")
        assert "1 signed, 1 sent back" in terminal.until("assets/reviews.yaml")
    assert "é: who?" in (folder / REVIEWS).read_text("utf-8")


def test_a_review_takes_no_change_of_somebody_else_for_right(folder: Path) -> None:
    run("verify", "-C", folder)
    review(folder, "example-fact", typed="n\nCount again\n")
    edit(folder / "assets" / "people.yaml", "credit: Somebody", "credit: Anybody")
    edit(folder / "assets" / "facts.yaml", "  kind:", "  status: disputed\n  kind:")
    (folder / "assets" / "reviews.yaml").write_text("")
    assert "and assets/evidence.lock" in review(folder, "example-quote", typed="y\n")[1]
    out = run("check", "-C", folder, "--all")[1]
    assert "what is written of 'example-person' was" in out
    assert "the status of 'example-fact' was put in" in out
    assert "the review which sent 'example-fact' back was taken out" in out


def test_a_protected_name_around_an_entry_is_not_repeated_and_no_warning(folder: Path) -> None:
    assert run("protect", "-C", folder, "an hour has")[0] == 0
    assert "protected" not in review(folder, "example-quote", typed="q\n")[1]
    listed = json.loads(review(folder, "example-quote", "--format", "json")[1])
    assert listed[0]["protected"] is None
    for options, typed in (((), "q\n"), (("--format", "json"), "")):
        for id in ("example-quote", "example-fact"):
            shown = " ".join(review(folder, id, *options, typed=typed)[1].replace(" >", "").split())
            assert ("an hour has" in shown, "…" in shown) == (False, True)
