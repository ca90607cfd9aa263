"""`talkbuilder pull`: what it shows, when it writes, and what it keeps of the outline as it was."""

import json
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.evidence.library.protected import Protected, protect, write_protected
from talkbuilder.outputs.pptx.reading import read_deck
from tests.blog import write
from tests.cases import picture
from tests.pulled import drop, paragraphs, retype, text
from tests.rewriting import without_properties
from tests.running import run
from tests.terminal import on_terminal


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


def test_yes_writes_and_keeps_the_outline_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, title = outline(folder), edit(folder, "The small village")
    status, out, _ = run("pull", "build/bread.pptx", "--yes")
    assert status == 0
    assert "  - The village\n  + The small village\n" in out
    assert outline(folder) == before.replace(title, "The small village", 1)
    assert (folder / "build" / "bread-before-pull-1.yaml").read_text("utf-8") == before
    monkeypatch.chdir(folder.parent)
    assert "nothing in the deck" in run("pull", "-C", folder.name, "build/bread.pptx", "--dry-run")[1]


def test_a_deck_that_was_pulled_is_built_anew_and_kept(folder: Path) -> None:
    edit(folder, "The small village")
    assert run("build")[0] == 1
    assert run("pull", "build/bread.pptx", "--yes")[0] == 0
    assert "edited deck kept as bread-edited-1.pptx" in run("build")[1]
    assert sorted(one.name for one in (folder / "build").iterdir()) == [
        "bread-before-pull-1.yaml",
        "bread-edited-1.pptx",
        "bread.pptx",
    ]


def test_a_figure_that_was_typed_over_becomes_a_remark_and_the_deck_is_built_anew(folder: Path) -> None:
    before, file = outline(folder), folder / "build" / "bread.pptx"
    deck = Presentation(str(file))
    retype(next(one for one in paragraphs(deck.slides[0]) if text(one).startswith("They began")), "They began at 99.")
    deck.save(str(file))
    _, out, _ = run("pull", "build/bread.pptx", "--yes")
    assert "the deck says “99”, {baking-age} says “nine”" in out
    assert "0 changes taken over, 1 remark to look at" in out
    line = "notes: They began at {baking-age}.\n"
    assert outline(folder) == before.replace(line, f"# deck: They began at 99.\n{line}")
    assert run("build")[0] == 0


def test_a_deck_that_was_edited_again_since_it_was_pulled_is_left(folder: Path) -> None:
    edit(folder, "The small village")
    assert run("pull", "build/bread.pptx", "--yes")[0] == 0
    deck = Presentation("build/bread.pptx")
    drop(deck, "Whom he bakes for")
    deck.save("build/bread.pptx")
    assert "error[O001]" in run("build")[2]


def test_a_deck_of_which_nothing_was_taken_is_left_by_the_next_build(folder: Path) -> None:
    edit(folder, "The small village")
    with on_terminal("pull", "build/bread.pptx") as terminal:
        terminal.until("(n) leave it")
        terminal.type("n")
        terminal.until("0 changes taken over, 1 change left")
    assert "error[O001]" in run("build")[2]
    assert run("build", "--force")[0] == 0


@pytest.mark.parametrize("options", [["--dry-run"], ["--format", "json"], []])
def test_nothing_is_written_that_nobody_agreed_to(folder: Path, options: list[str]) -> None:
    before = outline(folder)
    edit(folder, "The small village")
    status, out, _ = run("pull", "build/bread.pptx", *options)
    assert (status, outline(folder)) == (0, before)
    assert "The small village" in out


@pytest.mark.parametrize("option", ["--yes", "--dry-run"])
def test_what_would_stop_the_next_build_is_told_at_its_line(folder: Path, option: str) -> None:
    edit(folder, "The small village, of which nobody could tell any more " * 9)
    status, _, told = run("pull", "build/bread.pptx", option)
    assert status == 0
    assert "talks/bread.yaml:" in told
    assert "error[C201] too much text for 'title'" in told
    assert (run("build", "--force")[0] == 1) == (option == "--yes")


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


def test_a_deck_that_says_nothing_of_itself_is_held_against_a_talk_that_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = outline(folder)
    edit(folder, "The small village")
    deck = Presentation("build/bread.pptx")
    without_properties(deck)
    deck.save("from-elsewhere.pptx")
    assert run("pull", "from-elsewhere.pptx", "--yes")[0] == 2
    assert run("pull", "from-elsewhere.pptx", "--yes", "--force-match", "bread")[0] == 0
    assert outline(folder) == before.replace("The village", "The small village", 1)
    status, _, err = run("pull", "from-elsewhere.pptx", "--force-match", "cheese")
    assert (status, "there is no 'talks/cheese.yaml'" in err) == (2, True)
    status, _, err = run("pull", "from-elsewhere-too.pptx")
    assert (status, "there is no deck 'from-elsewhere-too.pptx' here\n" in err) == (2, True)
    (folder / "decks").mkdir()
    assert "there is no deck 'decks' here\n" in run("pull", "decks")[2]
    monkeypatch.chdir(folder.parent)
    assert f"there is no deck 'x.pptx' here or in '{folder.name}'\n" in run("pull", "-C", folder.name, "x.pptx")[2]


def test_a_deck_of_something_else_is_refused_however_it_is_matched(folder: Path) -> None:
    Presentation().save("other.pptx")
    status, _, err = run("pull", "other.pptx", "--force-match", "bread")
    assert (status, "has no slide of talks/bread.yaml" in err) == (2, True)


def test_faults_of_the_talk_are_told_before_anything_is_held_against_it(folder: Path) -> None:
    edit(folder, "The small village")
    file = folder / "talks" / "bread.yaml"
    file.write_text(f"{outline(folder)}\nunheard: of\n", "utf-8")
    status, _, err = run("pull", "build/bread.pptx")
    assert status == 1
    assert "mend them, then pull again" in err


def test_a_slide_that_was_taken_out_is_skipped_if_its_author_says_so(folder: Path) -> None:
    file = folder / "build" / "bread.pptx"
    deck = Presentation(str(file))
    drop(deck, "Whom he bakes for")
    deck.save(str(file))
    with on_terminal("pull", "build/bread.pptx") as terminal:
        terminal.until("(s) skip it")
        terminal.type("s")
        terminal.until("1 change taken over")
    assert "skip: true\n" in outline(folder)
    assert "nothing in the deck" in run("pull", "build/bread.pptx", "--dry-run")[1]


def test_a_picture_on_a_new_slide_is_taken_in_and_shown_once_its_credit_is_there(folder: Path) -> None:
    (folder / "well.png").write_bytes(picture(400, 300))
    file = folder / "build" / "bread.pptx"
    deck = Presentation(str(file))
    made = deck.slides.add_slide(next(one for one in deck.slide_layouts if one.name == "Bullets"))
    made.shapes.title.text = "The well"
    for body in [one for one in made.placeholders if one.placeholder_format.idx == 1]:
        body._element.getparent().remove(body._element)
    made.shapes.add_picture(str(folder / "well.png"), 0, 0)._element.nvPicPr.cNvPr.set("descr", "A well")
    deck.save(str(file))
    assert run("pull", "build/bread.pptx", "--yes")[0] == 0
    assert "- title: The well\n    photo: the-well\n    skip: true" in outline(folder)
    assert "alt: A well" in (folder / "assets" / "media.yaml").read_text("utf-8")
    media = folder / "assets" / "media.yaml"
    edited = media.read_text("utf-8").partition("  credit:")[0] + "  credit:  # whose picture it is\n"
    media.write_text(edited, "utf-8")  # as it is written where nobody says whose it is
    assert run("pull", "build/bread.pptx", "--dry-run")[0] == 0
    assert run("build", "bread", "--force")[0] == 0


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_lines_of_the_program_in_another_language_are_not_taken_for_the_speakers(folder: Path, language: str) -> None:
    path = folder / "talks" / "bread.yaml"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\nlanguage: {language}\n", "utf-8")
    assert run("build", "--force")[0] == 0
    before, title = outline(folder), edit(folder, "The small village")
    slides = read_deck(folder / "build" / "bread.pptx").slides
    assert [one.counted for one in slides] == [(at, len(slides)) for at in range(1, len(slides) + 1)]
    assert run("pull", "build/bread.pptx", "--yes")[0] == 0
    assert outline(folder) == before.replace(title, "The small village")


def test_a_few_wrong_keys_end_the_questions(folder: Path) -> None:
    before, _ = outline(folder), edit(folder, "The small village")
    with on_terminal("pull", "build/bread.pptx") as terminal:
        for _ in range(4):
            terminal.until("(q) leave it")
            terminal.type("x")
        terminal.until("nothing more is asked")
        terminal.until("0 changes taken over, 1 change left")
    assert outline(folder) == before
