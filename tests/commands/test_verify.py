"""`talkbuilder verify`: what it prints, when it writes the lock, and the library that we ship."""

import json
import os
from pathlib import Path

import pytest
from msgspec import structs

from talkbuilder.cli import main
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import none_of
from talkbuilder.evidence.proof.lock import hash_text, read_lock
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library
from tests.cases import LIBRARY, talk
from tests.conftest import ROOT
from tests.running import edit, put

_ARCHIVE = Path(os.environ.get("TALKBUILDER_POSTS", ROOT.parent / "shared" / "posts" / "april-2012.txt"))
LOCK = "assets/evidence.lock"
SLIDE = "- {title: So they say, quote: example-quote, notes: 'An hour has {example-fact}, they say.'}\n"
ASK = "- {title: One thing to do, ask: example-action, notes: Do it.}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder whose library is proved by the post that is there."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {**LIBRARY, "talks/one.yaml": talk(SLIDE + ASK)})
    return tmp_path


def verify(folder: Path, *options: str) -> int:
    return main(["verify", "-C", str(folder), *options])


def spoil(folder: Path) -> None:
    """Changes one word of the quotation."""
    edit(folder / "assets" / "quotes.yaml", "Replace", "Repeat")


def test_a_library_without_a_fault_is_summed_up_in_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 fact, 1 quote; 2 found; 0 faults; 0.")
    assert "; wrote assets/evidence.lock; nothing tells whether example-post was changed: it was never imported" in out
    assert out.count("\n") == 1


def test_a_photo_of_which_nothing_is_said_yet_stops_no_proof_and_no_review(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "assets/media.yaml").write_text("hall:\n  file: hall.jpg\n  alt:\n  credit:\n", "utf-8")
    assert verify(folder) == 0
    assert "warning[E009] 'alt' is empty" in capsys.readouterr().out
    assert main(["review", "--format", "json"]) == 0


def test_verifying_twice_gives_the_same_bytes_and_writes_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    before = (folder / LOCK).read_bytes()
    capsys.readouterr()
    assert verify(folder) == 0
    assert (folder / LOCK).read_bytes() == before
    assert "wrote" not in capsys.readouterr().out


def test_a_fault_is_told_and_the_rest_is_locked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert verify(folder) == 1
    out = capsys.readouterr().out
    assert "error[E140] altered: the post says 'Replace', and the quotation 'Repeat'" in out
    assert "= hint: copy it from the post: “Replace this sentence" in out
    assert "1 fact, 1 quote; 1 found; 1 fault; " in out
    held = read_lock((folder / LOCK).read_bytes())
    assert [id for kind, id in held if kind in ("fact", "quote")] == ["example-fact"]


def test_nothing_is_built_on_what_is_not_proved_and_an_entry_of_no_post_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(folder)
    assert main(["build", "-C", str(folder)]) == 1
    assert main(["check", "-C", str(folder)]) == 1
    assert [*folder.glob("build/*.pptx")] == []
    quotes = folder / "assets" / "quotes.yaml"
    quotes.write_text(quotes.read_text("utf-8").replace("post: example-post", "post: nowhere"), encoding="utf-8")
    assert verify(folder) == 1
    out = capsys.readouterr().out
    assert "error[E001] no source 'nowhere'" in out
    assert "1 found; 1 fault" in out


def test_a_clone_without_the_posts_rests_on_the_lock(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    before = (folder / LOCK).read_bytes()
    capsys.readouterr()
    assert verify(folder) == 0
    assert "2 found, 2 of them by the lock alone; 0 faults" in capsys.readouterr().out
    assert main(["build", "-C", str(folder)]) == 0
    spoil(folder)
    assert verify(folder) == 1
    assert "error[E114] 'example-quote' was changed since it was proved" in capsys.readouterr().out
    assert (folder / LOCK).read_bytes() == before
    assert main(["build", "-C", str(folder)]) == 1


def test_programs_get_one_object_an_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert verify(folder, "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told[0] == {"id": "example-fact", "kind": "fact", "ok": True, "code": None, "message": None, "review": []}
    message = "altered: the post says 'Replace', and the quotation 'Repeat'"
    assert told[1] == {
        "id": "example-quote",
        "kind": "quote",
        "ok": False,
        "code": "E140",
        "message": message,
        "review": [],
    }


def test_a_file_that_cannot_be_read_takes_no_proof_away(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    before = (folder / LOCK).read_bytes()
    (folder / "assets" / "facts.yaml").write_text("example-fact: {says: [", encoding="utf-8")
    capsys.readouterr()
    assert verify(folder, "--format", "json") == 1
    assert (folder / LOCK).read_bytes() == before
    printed = capsys.readouterr()
    assert [one["id"] for one in json.loads(printed.out)] == ["example-quote"]
    assert "error[R004]" in printed.err


def test_our_library_is_proved_by_its_lock_where_the_posts_are_not() -> None:
    library = read_library(Project(ROOT), Report())
    proof = prove(structs.replace(library, texts=none_of))
    assert [(fault.code, fault.message) for fault in proof.diagnostics] == []


def test_our_library_is_proved_by_the_posts(tmp_path: Path) -> None:
    if not _ARCHIVE.is_file():
        pytest.skip("the posts are not here; they stay on the speaker's machine")
    for name in ("facts", "quotes", "people", "sources", "actions"):
        (tmp_path / "assets").mkdir(exist_ok=True)
        (tmp_path / "assets" / f"{name}.yaml").write_bytes((ROOT / "assets" / f"{name}.yaml").read_bytes())
    (tmp_path / "talks").mkdir()
    assert main(["import", "-C", str(tmp_path), str(_ARCHIVE)]) == 0
    proof = prove(read_library(Project(tmp_path), Report()))
    assert [(fault.code, fault.message, fault.place) for fault in proof.diagnostics] == []
    assert sum(one.proved is not None and not one.from_lock for one in proof.verdicts) >= 220


def _post(folder: Path) -> Path:
    return folder / "assets" / "posts" / "example-post.txt"


def _doctor(post: Path) -> None:
    post.write_text(post.read_text("utf-8").replace("60 minutes", "90 minutes"), encoding="utf-8")


def test_posts_that_lie_elsewhere_are_checked_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(folder, "--posts", str(folder / "nowhere")) == 2
    assert verify(folder, "--posts", str(folder / "assets" / "posts")) == 0
    assert not (folder / LOCK).exists()
    verify(folder)
    before = (folder / LOCK).read_bytes()
    (folder / "assets" / "posts").rename(folder / "elsewhere")
    facts = folder / "assets" / "facts.yaml"
    for file in (folder / "elsewhere" / "example-post.txt", facts):
        file.write_text(file.read_text("utf-8").replace("60", "90"), encoding="utf-8")
    # Whoever doctors posts can write an index to go with them.
    digest = hash_text((folder / "elsewhere" / "example-post.txt").read_text("utf-8"))
    (folder / "elsewhere" / "index.json").write_text(json.dumps({"posts": {"example-post": {"sha256": digest}}}))
    capsys.readouterr()
    assert verify(folder, "--posts", str(folder / "elsewhere")) == 1
    assert "error[E161]" in capsys.readouterr().out
    assert (folder / LOCK).read_bytes() == before


def test_a_post_that_was_edited_takes_no_proof_away_and_writes_no_new_lock(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify(folder)
    before = (folder / LOCK).read_bytes()
    _doctor(_post(folder))
    capsys.readouterr()
    for _ in range(2):
        assert verify(folder) == 1
        assert capsys.readouterr().out.count("error[E161]") == 1
    assert (folder / LOCK).read_bytes() == before
    assert main(["build", "-C", str(folder)]) == 1


def test_an_import_tells_which_text_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talks").mkdir()
    blog = tmp_path / "blog.txt"
    blog.write_text(
        "Archive for April, 2012\n\nThe valley\n\nThe valley had 7 wells.\n\nLeave a comment »\n", encoding="utf-8"
    )
    assert main(["import", "-C", str(tmp_path), str(blog)]) == 0
    (tmp_path / "assets" / "people.yaml").write_text("walker: {credit: A walker, role: author}\n")
    fact = "says: The valley had 7 wells, source: walker, kind: secondary, post: the-valley"
    (tmp_path / "assets" / "facts.yaml").write_text(f"wells: {{{fact}, exact: valley had 7 wells}}\n")
    assert verify(tmp_path) == 0
    text = tmp_path / "assets" / "posts" / "the-valley.txt"
    text.write_text("The valley had 7 wells, they say.\n")
    assert verify(tmp_path) == 1
    assert main(["import", "-C", str(tmp_path), "--update", str(blog)]) == 0
    assert verify(tmp_path) == 0
    blog.write_text(blog.read_text("utf-8").replace("7 wells.", "7 wells. So it was."), encoding="utf-8")
    assert main(["import", "-C", str(tmp_path), "--update", str(blog)]) == 0
    capsys.readouterr()
    assert verify(tmp_path) == 0
    assert "warning[E162]" in capsys.readouterr().out
    assert verify(tmp_path) == 0
    assert "E162" not in capsys.readouterr().out


def test_without_the_posts_only_actions_are_locked_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    _post(folder).unlink()
    actions, people = folder / "assets" / "actions.yaml", folder / "assets" / "people.yaml"
    actions.write_text(actions.read_text("utf-8").replace("do: ", "do: Now "), encoding="utf-8")
    assert main(["check", "-C", str(folder)]) == 1
    assert verify(folder) == 0
    assert main(["check", "-C", str(folder)]) == 0
    before = (folder / LOCK).read_bytes()
    people.write_text(people.read_text("utf-8").replace("credit: ", "credit: The late "), encoding="utf-8")
    assert verify(folder) == 1
    assert (folder / LOCK).read_bytes() == before


def test_a_damaged_lock_is_mended_where_the_posts_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    right = (folder / LOCK).read_bytes()
    (folder / LOCK).write_bytes(right.split(b"\n", 1)[1])
    capsys.readouterr()
    assert verify(folder) == 0
    assert "warning[E163]" in capsys.readouterr().out
    assert (folder / LOCK).read_bytes() == right
    (folder / LOCK).write_bytes(right.split(b"\n", 1)[1])
    _post(folder).unlink()
    assert verify(folder) == 1
    assert (folder / LOCK).read_bytes() == right.split(b"\n", 1)[1]


@pytest.mark.parametrize("facts", ["{}\n", "# all gone\n", "example-fact: [\n", "example-fact: {says: 1}\n"])
def test_what_only_the_lock_proves_outlives_a_spoilt_library(folder: Path, facts: str) -> None:
    """Without the post nobody could prove the fact again."""
    verify(folder)
    right = (folder / LOCK).read_bytes()
    _post(folder).unlink()
    whole = (folder / "assets" / "facts.yaml").read_text("utf-8")
    (folder / "assets" / "facts.yaml").write_text(facts, encoding="utf-8")
    verify(folder)
    (folder / "assets" / "facts.yaml").write_text(whole, encoding="utf-8")
    assert verify(folder) == 0
    assert (folder / LOCK).read_bytes() == right


@pytest.mark.parametrize("index", ["{", '{"posts": {"example-post": {}}}'])
def test_a_damaged_index_of_posts_is_told_by_whoever_reads_it(
    folder: Path, index: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "assets" / "posts" / "index.json").write_text(index)
    for command in ("verify", "check", "build"):
        assert main([command, "-C", str(folder)]) == 1
        told = capsys.readouterr()
        assert (told.out + told.err).count("error[R002] the index of the imported posts is damaged") == 1
    assert not (folder / LOCK).exists()


def test_programs_are_told_all_that_check_finds_in_an_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = folder / "assets" / "posts" / "example-post.txt"
    post.write_text(f"{post.read_text('utf-8')}\n\n{'word ' * 13}\n", encoding="utf-8")
    more = f"example-post\n  exact: {'word ' * 13}\n"
    with (folder / "assets" / "facts.yaml").open("a", encoding="utf-8") as facts:
        facts.write(f"long:\n  says: Word\n  source: example-person\n  kind: observation\n  post: {more}")
    assert verify(folder, "--format", "json") == 1
    told = {one["id"]: (one["ok"], one["code"]) for one in json.loads(capsys.readouterr().out)}
    assert told == {"example-fact": (True, None), "long": (False, "C004"), "example-quote": (True, None)}
    assert [line for line in (folder / LOCK).read_text().splitlines() if '"long"' in line] == []


def test_what_was_changed_is_told_until_a_new_lock_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    people = (folder / "assets" / "people.yaml").read_text("utf-8")
    credit = people.partition("credit: ")[2].partition("\n")[0]
    edit(folder / "assets" / "people.yaml", credit, "A professor of law")
    capsys.readouterr()
    for _ in range(2):
        main(["check", "-C", str(folder)])
        assert (
            "warning[E169] what is written of 'example-person' was changed since it was last" in capsys.readouterr().out
        )
    assert verify(folder) == 0
    out = capsys.readouterr().out
    assert "E169" not in out
    assert "wrote assets/evidence.lock" in out
    assert "\n  what is written of 'example-person' was changed since it was last verified\n" in out
    verify(folder)
    main(["check", "-C", str(folder)])
    assert "example-person" not in capsys.readouterr().out


def test_of_many_changes_three_are_told_and_the_rest_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = "".join(f"person-{number}: {{credit: A walker, role: critic}}\n" for number in range(5))
    with (folder / "assets" / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(more)
    verify(folder)
    edit(folder / "assets" / "people.yaml", "A walker", "A runner")
    capsys.readouterr()
    verify(folder, "--format", "json")
    told = capsys.readouterr().err.splitlines()
    assert [line.split("'")[1] for line in told[:3]] == ["person-0", "person-1", "person-2"]
    assert told[3:] == ["  and 2 changes more"]
