"""`talkbuilder coverage`: which decks it looks at, what it prints."""

import json
from pathlib import Path

import pytest
from pptx import Presentation

from tests.blog import TALK, write
from tests.running import run

EVENTS = """
bakers: {talk: bread, date: 2026-02-14, place: The bakery, minutes: 20, contact: A baker of 24 loaves}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    assert run("build")[0] == 0
    return tmp_path


def edit(deck: Path, words: str) -> None:
    """Types words onto the second slide."""
    opened = Presentation(str(deck))
    opened.slides[1].shapes.add_textbox(0, 0, 9, 9).text_frame.text = words
    opened.save(str(deck))


def test_a_deck_as_it_was_built_is_covered(folder: Path) -> None:
    status, out, err = run("coverage")
    assert (status, err) == (0, "")
    assert out.startswith("build/bread.pptx: the talk bread\n")
    assert out.endswith("not covered: 0; unreadable: 0\n")


def test_what_was_typed_in_powerpoint_is_told_slide_by_slide(folder: Path) -> None:
    edit(folder / "build" / "bread.pptx", "Nine in ten loaves were stolen. It was dark.")
    status, out, _ = run("coverage", "build/bread.pptx")
    assert status == 1
    told = "  not covered, slide: the figure “Nine in ten”, in: Nine in ten loaves were stolen.\n"
    assert f"slide 2: The village\n{told}" in out
    assert "not covered: 1; unreadable: 0\n" in out


def test_programs_get_every_claim_with_what_it_rests_on(folder: Path) -> None:
    edit(folder / "build" / "bread.pptx", "400 loaves")
    status, out, _ = run("coverage", "--format", "json")
    assert status == 1
    [deck] = json.loads(out)["decks"]
    assert (deck["file"], deck["talk"], deck["event"]) == ("build/bread.pptx", "bread", None)
    claims = [one for slide in deck["slides"] for one in slide["claims"]]
    assert {"sort": "figure", "words": "400", "where": "slide", "by": None} in claims
    assert any(one["by"] == "fact price-rise" for one in claims)


def test_a_deck_is_held_against_the_edition_that_it_was_built_for(folder: Path) -> None:
    (folder / "talks" / "events.yaml").write_text(EVENTS, "utf-8")
    (folder / "talks" / "bread.yaml").write_text(TALK.replace('{price-rise}."', '{price-rise} in 2012."'), "utf-8")
    assert run("build", "--event", "bakers", "--with-contact")[0] == 0
    status, out, _ = run("coverage", "build/bakers/bread-bakers.pptx")
    assert (status, "build/bakers/bread-bakers.pptx: the talk bread, for bakers\n" in out) == (0, True)
    (folder / "talks" / "events.yaml").write_text(EVENTS.replace("bakers:", "millers:"), "utf-8")
    status, _, err = run("coverage")
    assert status == 1
    assert "was built for the event 'bakers', which talks/events.yaml does not have" in err


def test_a_deck_that_is_older_than_its_talk_is_told_apart_from_an_edited_one(folder: Path) -> None:
    (folder / "talks" / "bread.yaml").write_text(TALK.replace("Prices went up by", "Prices rose by"), "utf-8")
    status, _, err = run("coverage")
    assert status == 1
    assert "'build/bread.pptx' is older than its talk or library: build it again" in err
    edit(folder / "build" / "bread.pptx", "400 loaves")
    assert "older" not in run("coverage")[2]


def test_other_files_are_told(folder: Path) -> None:
    (folder / "build" / "none.pptx").write_bytes(b"PK")
    Presentation().save(str(folder / "build" / "other.pptx"))
    status, out, err = run("coverage")
    assert status == 1
    assert "'build/none.pptx' is no PowerPoint deck that can be opened" in err
    assert "'build/other.pptx' is of no talk of this folder: there is no 'talks/other.yaml'" in err
    assert "build/bread.pptx: the talk bread" in out


def test_of_a_talk_with_errors_the_rest_is_held_against_it(folder: Path) -> None:
    (folder / "talks" / "bread.yaml").write_text(TALK.replace("quote: no-oven", "quote: no-stove"), "utf-8")
    status, out, err = run("coverage")
    assert status == 1
    assert "error[E001]" in err
    assert "the talk of 'build/bread.pptx' has errors" in err
    assert "slide 4: Whom he bakes for" in out
    assert "slide 6:" not in out


def test_where_nothing_is_built_it_says_so(tmp_path: Path) -> None:
    status, out, err = run("coverage", "-C", write(tmp_path))
    assert (status, out) == (2, "")
    assert "no deck is built yet" in err


@pytest.mark.parametrize("arguments", [["none.pptx"], ["talks/bread.yaml"], ["a", "b"]])
def test_a_wrong_command_line_is_2(folder: Path, arguments: list[str]) -> None:
    assert run("coverage", *arguments)[0] == 2
