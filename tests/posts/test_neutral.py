"""Sources that protect people, made neutral: nothing that is committed tells their titles or words of their voices."""

import shutil
from pathlib import Path

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import PRIVATE, PROTECTED, Library
from talkbuilder.evidence.library.protected import Protected, protect, read_protected, write_protected
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import short_hash, written
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.lock import hash_text
from talkbuilder.evidence.review.signing import Signatures, entry_hash
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from tests.posts.importers.sample import BRIDGE, MARKET, plain
from tests.posts.test_archive import counts, take_in
from tests.running import put, run

WORDS = "Bread was 40 in March."
FILES = {
    "talks/none.txt": "",
    "assets/people.yaml": "walker: {credit: A walker, role: author}\nmiller: {credit: A miller, role: critic}\n",
    "assets/sources.yaml": f"""\
# A remark that stays.

the-bridge:
  title: {BRIDGE[0]}
  cite_as: A walker’s notes, 2012
  date: 2012
  protects: [miller]
  voices:
  - who: miller # who told it
    from: Dear friend
    to: He laughed.
    summary: true

prices:
  title: {MARKET[0]}
  cite_as: A walker’s notes, 2012
  date: 2012
  protects: [miller]
  voices: [{{who: miller, from: Bread was 40, to: in March.}}]
notes-1: {{title: A walk, date: 2012}}
""",
    "assets/quotes.yaml": f"bread: {{text: {WORDS}, speaker: miller, post: prices}}\n"
    "shed: {text: They slept in the shed., speaker: miller, post: the-bridge}\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two posts that were imported and proved, with a quotation of each, one of which somebody has signed."""
    take_in(put(tmp_path, FILES), plain())
    monkeypatch.chdir(tmp_path)
    library = read(tmp_path)
    quote = library.quotes["bread"]
    assert isinstance(quote, Quote)
    hashes = entry_hash(quote, library), short_hash(hash_text(WORDS))
    put(tmp_path, {"assets/reviews.yaml": written(("quote", "bread"), "signed", "A. Reader", "2026-11-25", "", hashes)})
    assert run("verify")[0] == 0
    return tmp_path


def read(root: Path) -> Library:
    return read_library(Project(root), Report())


def test_ids_titles_and_words_are_gone_and_all_is_proved_and_signed_as_before(folder: Path) -> None:
    status, out, _ = run("protect", "--sources")
    assert status == 0
    assert "the-bridge: from now on notes-2" in out
    listed = (folder / "assets/sources.yaml").read_text("utf-8")
    assert "# A remark that stays." in listed
    assert "who told it" in listed
    assert not [one for one in ("bridge", "prices", "Nine", "Bread", "friend", "laughed") if one in listed]
    assert "post: notes-3}" in (folder / "assets/quotes.yaml").read_text("utf-8")
    status, out, _ = run("verify")
    assert status == 0
    assert "2 found" in out
    library = read(folder)
    quote, bridge = library.quotes["bread"], library.sources["notes-2"]
    assert isinstance(quote, Quote)
    assert isinstance(bridge, Source)
    assert Signatures(library).standing("quote", quote).state == "signed"
    assert bridge.title.value == BRIDGE[0]  # which only this machine has
    assert sorted(path.stem for path in (folder / "assets/posts").glob("*.txt")) == ["notes-2", "notes-3"]


def test_a_second_time_changes_nothing(folder: Path) -> None:
    run("protect", "--sources")
    before = (folder / "assets/sources.yaml").read_bytes()
    assert "no source tells a title or words of a voice that it should not" in run("protect", "--sources")[1]
    assert (folder / "assets/sources.yaml").read_bytes() == before
    assert counts(take_in(folder, plain())[0]) == (0, 2, 0)


def test_a_fresh_clone_is_proved_by_the_lock_and_an_import_knows_each_post_again(folder: Path) -> None:
    run("protect", "--sources")
    run("verify")
    shutil.rmtree(folder / "assets/posts")
    assert "2 of them by the lock alone" in run("verify")[1]
    listed = (folder / "assets/sources.yaml").read_bytes()
    assert counts(take_in(folder, plain())[0]) == (2, 0, 0)
    assert (folder / "assets/sources.yaml").read_bytes() == listed
    status, out, _ = run("verify")
    assert status == 0
    assert "2 found" in out
    assert "by the lock" not in out


def test_a_voice_is_found_where_a_longer_text_before_it_has_moved_it(folder: Path) -> None:
    run("protect", "--sources")
    for path in ("assets/posts/notes-3.txt", "assets/posts/index.json", "assets/evidence.lock"):
        file = folder / path
        text = file.read_text("utf-8")
        file.write_text("So. " + text, encoding="utf-8") if path.endswith(".txt") else file.unlink()
    status, out, _ = run("verify")
    assert (status, "E104" in out) == (0, False)


def test_without_its_text_a_source_stays_as_it_is(folder: Path) -> None:
    shutil.rmtree(folder / "assets/posts")
    before = (folder / "assets/sources.yaml").read_bytes()
    status, _, err = run("protect", "--sources")
    assert status == 2
    assert "the texts of these are not here: the-bridge, prices" in err
    assert (folder / "assets/sources.yaml").read_bytes() == before


def test_a_source_that_holds_a_protected_name_is_neutral_too(folder: Path) -> None:
    listed = folder / "assets/sources.yaml"
    listed.write_text(listed.read_text("utf-8").replace("  protects: [miller]\n", ""), "utf-8")
    run("protect", BRIDGE[0].split()[-1], "laughed")
    assert "E180" in run("verify")[1]
    assert "the-bridge: from now on notes-2" in run("protect", "--sources")[1]
    text = listed.read_text("utf-8")
    assert ("laughed" in text, BRIDGE[0] in text, f"title: {MARKET[0]}" in text) == (False, False, True)
    assert "E180" not in run("verify")[1]


def test_a_comment_in_a_talk_is_found_by_verify(folder: Path) -> None:
    run("protect", "Tamara")
    (folder / "talks/walk.yaml").write_text("talk: A walk # with Tamara\n", "utf-8")
    assert "talks/walk.yaml:1:21: error[E180]" in run("verify")[1]


def test_a_title_with_a_protected_name_is_not_listed_by_an_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put(tmp_path, {"talks/none.txt": ""}))
    run("protect", BRIDGE[0].split()[-1])
    tally, _ = take_in(tmp_path, plain())
    assert tally
    assert tally.untitled == ["notes"]
    listed = (tmp_path / "assets/sources.yaml").read_text("utf-8")
    assert "\nnotes:\n  known_by: " in listed
    assert "\n  cite_as: A post of 2012\n" in listed
    assert BRIDGE[0].split()[-1] not in listed
    assert counts(take_in(tmp_path, plain())[0]) == (0, 2, 0)  # and it is known again
    assert "E180" not in run("verify")[1]


def test_hashes_of_single_words_go_where_git_does_not_look(folder: Path) -> None:
    kept = protect(protect(Protected(), "Tamara", bytes(16), is_person=True), "Orchard Road")
    (folder / PROTECTED).write_bytes(write_protected(kept))
    run("protect", "--sources")
    shown, hidden = (read_protected((folder / file).read_bytes()) for file in (PROTECTED, PRIVATE))
    assert (shown.hits("Tamara"), len(shown.hits("in Orchard Road"))) == ((), 1)
    assert len(hidden.hits("Tamara")) == 1
    status, _, _ = run("protect", "Boris")
    assert status == 0
    assert len(read_protected((folder / PRIVATE).read_bytes()).hits("Boris and Tamara")) == 2
