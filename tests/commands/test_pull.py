"""`talkbuilder pull`: what it shows, when it writes, and what it keeps of the outline as it was."""

import json
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from tests.blog import write
from tests.pulled import paragraphs, retype, text
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    assert run("build")[0] == 0
    return tmp_path


def edit(folder: Path, words: str) -> str:
    """Types another title over that of the second slide; the title that it had."""
    file = folder / "build" / "bread.pptx"
    deck = Presentation(str(file))
    title = next(one for one in paragraphs(deck.slides[1]) if text(one) == "The village")
    retype(title, words)
    deck.save(str(file))
    return "The village"


def outline(folder: Path) -> str:
    return (folder / "talks" / "bread.yaml").read_text("utf-8")


def test_yes_writes_and_keeps_the_outline_as_it_was(folder: Path) -> None:
    before, title = outline(folder), edit(folder, "The small village")
    status, out, _ = run("pull", "build/bread.pptx", "--yes")
    assert status == 0
    assert "  - The village\n  + The small village\n" in out
    assert outline(folder) == before.replace(title, "The small village", 1)
    assert (folder / "build" / "bread-before-pull-1.yaml").read_text("utf-8") == before
    assert "nothing in the deck is to be taken over" in run("pull", "build/bread.pptx", "--dry-run")[1]


@pytest.mark.parametrize("options", [["--dry-run"], ["--format", "json"], []])
def test_nothing_is_written_that_nobody_agreed_to(folder: Path, options: list[str]) -> None:
    before = outline(folder)
    edit(folder, "The small village")
    status, out, _ = run("pull", "build/bread.pptx", *options)
    assert (status, outline(folder)) == (0, before)
    assert "The small village" in out


def test_programs_get_both_texts(folder: Path) -> None:
    edit(folder, "The small village")
    [one] = json.loads(run("pull", "build/bread.pptx", "--format", "json", "--yes")[1])["differences"]
    assert (one["slide"], one["outline"], one["deck"]) == (2, "The village", "The small village")
    assert one["taken"]


def test_a_protected_name_is_never_taken_over(folder: Path) -> None:
    kept = protect(Protected(), "Tamara", bytes(16), is_person=True)
    (folder / "assets" / "protected.txt").write_bytes(write_protected(kept))
    before = outline(folder)
    edit(folder, "The village of Tamara")
    _, out, err = run("pull", "build/bread.pptx", "--yes")
    assert outline(folder) == before
    assert "a protected name or detail stands in" in err
    assert "nothing in the deck" in out


def test_a_deck_without_a_record_is_refused_with_a_way_out(folder: Path) -> None:
    Presentation().save("other.pptx")
    status, _, err = run("pull", "other.pptx")
    assert status == 2
    assert "does not say which slide is which" in err
    assert run("pull", "talks/bread.yaml")[0] == 2
