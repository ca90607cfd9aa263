"""`talkbuilder review` of slides: what it shows of them, and what its answers write."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cases import LIBRARY, talk
from tests.running import edit, put, run

REVIEWS = "assets/reviews.yaml"
SLIDES = """\
- title: An hour is soon over
  number: example-fact
  caption: minutes {own:on my watch}
  notes: |
    It has {example-fact}.

    You see it.
- {title: What they wrote, id: wrote, quote: example-quote, notes: Listen.}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {**LIBRARY, "talks/one.yaml": talk(SLIDES)})
    return tmp_path


def review(folder: Path, *arguments: str, typed: str = "") -> tuple[int, str, str]:
    return run("review", "-C", folder, "--by", "A. Reader", *arguments, typed=typed)


def listed(folder: Path, *names: str) -> list[dict[str, Any]]:
    found = json.loads(review(folder, *names, "--format", "json")[1])
    return [one for one in found if one["kind"] == "slide"]


def test_entries_come_first_then_slides_as_they_are_seen_and_heard(folder: Path) -> None:
    _, out, _ = review(folder, "one", typed="s\n" * 7)
    assert out.index("2 of 7: ") < out.index("3 of 7: slide “A talk” of one")
    assert "5 of 7: slide “An hour is soon over” of one (talks/one.yaml:8; not yet reviewed)" in out
    assert "Does it say no more than what it rests on?" in out
    shown = out[out.index("5 of 7") : out.index("6 of 7")]
    assert "  title      An hour is soon over\n  caption    minutes on my watch [own]\n" in shown
    assert "  notes      It has 60 minutes [1].\n             You see it.\n" in shown
    assert "   [1] example-fact: An hour has 60 minutes (unsigned)\n" in shown
    assert "rests on nothing but its speaker" in out[: out.index("5 of 7")]
    assert "\x1b" not in out


def test_a_signed_slide_is_not_shown_again_until_a_word_of_it_changes(folder: Path) -> None:
    _, out, _ = review(folder, typed="y\n" * 7)
    assert "7 signed, 0 sent back, 0 skipped, 0 not yet shown; wrote assets/reviews.yaml" in out
    assert review(folder)[1] == "nothing to review\n"
    assert run("check", "-C", folder)[1].count("C030") == 0
    edit(folder / "talks" / "one.yaml", "You see it", "Now you see it")
    _, out, _ = review(folder, "one", typed="q\n")
    assert "1 of 1: slide “An hour is soon over” of one" in out
    assert "the slide was changed since A. Reader looked at it; signed" in " ".join(out.split())


def test_a_slide_is_sent_back_with_a_note_and_shown_again_by_its_id(folder: Path) -> None:
    review(folder, "wrote", typed="n\nWho is it?\n")
    (one,) = listed(folder, "wrote")
    assert (one["state"], one["by"], one["note"]) == ("returned", "A. Reader", "Who is it?")
    assert "1 sent back before" in review(folder, typed="q\n")[1]
    out = review(folder, "wrote", typed="y\n")[1]
    assert "sent back by A. Reader" in out
    assert "Who is it?" in out
    assert "C031" not in run("check", "-C", folder)[1]


def test_a_slide_is_listed_with_what_it_shows_and_what_it_rests_on(folder: Path) -> None:
    one = listed(folder)[2]
    assert {"key": "caption", "text": "minutes on my watch [own]"} in one["texts"]
    assert one["rests_on"] == [
        {"number": 1, "kind": "fact", "id": "example-fact", "says": "An hour has 60 minutes", "state": "unsigned"}
    ]
    assert {key: one[key] for key in ("talk", "title", "file", "line", "state", "by", "note")} == {
        "talk": "one",
        "title": "An hour is soon over",
        "file": "talks/one.yaml",
        "line": 8,
        "state": "unsigned",
        "by": None,
        "note": None,
    }
    assert [one["id"] for one in listed(folder, one["id"])] == [one["id"]]


def test_without_the_posts_slides_can_be_signed_and_wait_for_their_entries(folder: Path) -> None:
    assert run("verify", "-C", folder)[0] == 0
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    _, out, _ = review(folder, "one", typed="y\n" * 5)
    assert "2 entries cannot be signed" in out
    assert "5 signed" in out
    assert "wrote assets/reviews.yaml and assets/evidence.lock" in out
    assert listed(folder) == []  # nobody need look at them again
    found = run("check", "-C", folder)[1]
    assert "2 of 2 facts and quotations of the talk are not yet reviewed" in found
    assert "E165" not in found


def test_a_talk_with_a_faulty_slide_tells_so_and_shows_the_others(folder: Path) -> None:
    edit(folder / "talks" / "one.yaml", "quote: example-quote", "quote: no-such-quote")
    out = review(folder, "one", typed="q\n")[1]
    assert "slides of 'one' with faults cannot be signed" in out
    assert "An hour is soon over" in [one["title"] for one in listed(folder)]


def test_sources_tell_whether_a_slide_is_signed(folder: Path) -> None:
    assert "  its words: not yet reviewed\n" in run("sources", "-C", folder, "one")[1]
    review(folder, "wrote", "example-quote", typed="y\n" * 2)
    assert "  its words: reviewed by A. Reader, " in run("sources", "-C", folder, "one")[1]
    told = json.loads(run("sources", "-C", folder, "one", "--format", "json")[1])
    states = {one["title"]: one["reviewed"] for one in told["slides"]}
    assert states["What they wrote"] == "signed"
    assert states["An hour is soon over"] == "unsigned"
