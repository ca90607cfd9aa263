"""`talkbuilder told`: what was told where, and is no longer so."""

import json
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.authoring.telling import FILE
from tests.bookings import FILES, book, write
from tests.corpora.tables import from_table
from tests.pulled import drop
from tests.running import run
from tests.sample import slide, talk

YESTERDAY = "evening: {talk: talk, date: 2020-01-02, place: The hall}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder whose talk was given at an event."""
    outline = talk(f"{slide('chart', 'More herds were counted')}\n{slide('quote', 'Somebody told of the grass')}")
    monkeypatch.chdir(write(tmp_path, {**FILES, "talks/talk.yaml": outline}))
    book(tmp_path, YESTERDAY)
    assert run("build", "--event", "evening")[0] == 0
    return tmp_path


def change(folder: Path, before: str, after: str) -> None:
    file = folder / "assets" / "facts.yaml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_what_has_not_changed_is_not_told(folder: Path) -> None:
    assert run("told") == (0, "nothing that was told at 1 event has changed since\n", "")


def test_no_words_are_kept(folder: Path) -> None:
    kept = json.loads((folder / FILE).read_text("utf-8"))
    assert (kept["event"], kept["place"]) == ("evening", "The hall")
    assert all(len(one.rstrip("+")) == 8 for one in kept["told"].values())


@from_table
def test_what_has_changed_is_told_with_a_sentence_to_send(
    folder: Path, before: str, after: str, why: str, sentence: str
) -> None:
    change(folder, before, after)
    status, out, _ = run("told")
    assert status == 1
    assert f"fact herds {why}; it was told:\n  2020-01-02, The hall, the talk talk\n" in out
    assert f"send: In my talk of January 2, 2020 (The hall) {sentence}\n" in out
    [one] = json.loads(run("told", "--format", "json")[1])
    assert (one["entry"], one["why"], one["event"]) == ("fact herds", why, "evening")


def test_whoever_no_longer_agrees_is_told_of_without_their_words(folder: Path) -> None:
    people = folder / "assets" / "people.yaml"
    agreed = "consent: {by: the witness, on: 2019-01-01, uses: talks, until: 2021-01-01}"
    people.write_text(
        people.read_text("utf-8").replace("A witness, role: public", f"A witness, role: critic, {agreed}"), "utf-8"
    )
    assert run("build", "--event", "evening")[0] == 0
    status, out, _ = run("told")
    assert (status, "quote grass has lost its consent" in out, "grass was" in out) == (1, True, False)


def test_what_is_still_ahead_was_not_told(folder: Path) -> None:
    book(folder, YESTERDAY.replace("2020", "2099"))
    assert run("build", "--event", "evening")[0] == 0
    change(folder, 'show: "88"', 'show: "87"')
    assert run("told")[1] == "nothing was told yet; 1 event still ahead\n"


def test_what_somebody_took_out_of_the_deck_was_not_told(folder: Path) -> None:
    file = folder / "build" / "evening" / "talk-evening.pptx"
    deck = Presentation(str(file))
    drop(deck, "More herds were counted")
    deck.save(str(file))
    assert run("pull", file, "--yes")[0] == 0
    change(folder, 'show: "88"', 'show: "87"')
    assert run("told")[0] == 0
