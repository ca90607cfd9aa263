"""`talkbuilder verify`: what it prints, when it writes the lock, and the library that we ship."""

import json
import os
from pathlib import Path

import pytest
from msgspec import structs

from talkbuilder.cli import main
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library import no_text
from talkbuilder.evidence.proof import prove
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.read import read_library
from tests.cases import LIBRARY, talk
from tests.conftest import ROOT

_ARCHIVE = Path(os.environ.get("TALKBUILDER_POSTS", ROOT.parent / "shared" / "posts" / "april-2012.txt"))
LOCK = "assets/evidence.lock"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk folder whose library is proved by the post that is there."""
    for path, text in {**LIBRARY, "talks/one.yaml": talk()}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def verify(folder: Path, *options: str) -> int:
    return main(["verify", "-C", str(folder), *options])


def spoil(folder: Path) -> None:
    """Changes one word of the quotation."""
    quotes = folder / "assets" / "quotes.yaml"
    quotes.write_text(quotes.read_text("utf-8").replace("Replace", "Repeat"), encoding="utf-8")


def test_a_library_without_a_fault_is_summed_up_in_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 fact, 1 quote; 2 proved; 0 faults; 0.")
    assert out.endswith(" s; wrote assets/evidence.lock\n")
    assert out.count("\n") == 1


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
    assert "[-Replace-] {+Repeat+} this sentence" in out
    assert "1 fact, 1 quote; 1 proved; 1 fault; " in out
    assert [json.loads(line)["id"] for line in (folder / LOCK).read_text("utf-8").splitlines()] == ["example-fact"]


def test_only_verify_writes_the_lock(folder: Path) -> None:
    assert main(["check", "-C", str(folder)]) == 0
    assert main(["build", "-C", str(folder)]) == 0
    assert not (folder / LOCK).exists()


def test_nothing_is_built_on_what_is_not_proved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    assert main(["build", "-C", str(folder)]) == 1
    assert main(["check", "-C", str(folder)]) == 1
    assert not (folder / "build").exists()


def test_a_clone_without_the_posts_rests_on_the_lock(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify(folder)
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    before = (folder / LOCK).read_bytes()
    capsys.readouterr()
    assert verify(folder) == 0
    assert "2 proved, 2 of them by the lock alone; 0 faults" in capsys.readouterr().out
    assert main(["build", "-C", str(folder)]) == 0
    spoil(folder)
    assert verify(folder) == 1
    assert "error[E114] 'example-quote' was changed since it was proved" in capsys.readouterr().out
    assert (folder / LOCK).read_bytes() == before
    assert main(["build", "-C", str(folder)]) == 1


def test_posts_may_lie_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "assets" / "posts").rename(folder / "elsewhere")
    assert verify(folder) == 1
    assert verify(folder, "--posts", str(folder / "elsewhere")) == 0
    assert verify(folder, "--posts", str(folder / "nowhere")) == 2
    assert "is no folder" in capsys.readouterr().err


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


def test_an_entry_that_cannot_be_read_is_not_proved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "assets" / "quotes.yaml").write_text("example-quote: {text: So it is}\n")
    assert verify(folder, "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)[1]["ok"] is False


def test_an_entry_of_no_post_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quotes = folder / "assets" / "quotes.yaml"
    quotes.write_text(quotes.read_text("utf-8").replace("post: example-post", "post: nowhere"), encoding="utf-8")
    assert verify(folder) == 1
    out = capsys.readouterr().out
    assert "error[E001] no post 'nowhere'" in out
    assert "1 proved; 1 fault" in out


def test_without_posts_and_lock_each_post_is_told_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "assets" / "posts" / "example-post.txt").unlink()
    assert verify(folder) == 1
    assert capsys.readouterr().out.count("error[E113]") == 1


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


def test_an_empty_library_is_no_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("facts", "quotes"):
        (folder / "assets" / f"{name}.yaml").unlink()
    assert verify(folder) == 0
    assert verify(folder, "--format", "json") == 0
    assert "0 facts, 0 quotes; 0 proved; 0 faults" in capsys.readouterr().out
    assert not (folder / LOCK).exists()


@pytest.mark.parametrize("text", [b"\xff\xfe bad", b"\xe9"])
def test_a_post_that_is_no_text_is_told(folder: Path, text: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "assets" / "posts" / "example-post.txt").write_bytes(text)
    assert verify(folder) == 1
    assert "assets/posts/example-post.txt: error[R002] it is not UTF-8 text" in capsys.readouterr().out


def test_a_post_that_no_entry_names_is_not_read(folder: Path) -> None:
    project = DiskProject(folder)
    (folder / "assets" / "posts.yaml").write_text(LIBRARY["assets/posts.yaml"] + "other: {title: O, date: 2012}\n")
    prove(read_library(project, Report()))
    assert {path for path in project.asked if "posts/" in path} == {"assets/posts/example-post.txt"}


def test_our_library_is_proved_by_its_lock_where_the_posts_are_not() -> None:
    library = read_library(DiskProject(ROOT), Report())
    proof = prove(structs.replace(library, texts=no_text))
    assert [(fault.code, fault.message) for fault in proof.diagnostics] == []


def test_our_library_is_proved_by_the_posts(tmp_path: Path) -> None:
    if not _ARCHIVE.is_file():
        pytest.skip("the posts are not here; they stay on the speaker's machine")
    for name in ("facts", "quotes", "people", "posts"):
        (tmp_path / "assets").mkdir(exist_ok=True)
        (tmp_path / "assets" / f"{name}.yaml").write_bytes((ROOT / "assets" / f"{name}.yaml").read_bytes())
    (tmp_path / "talks").mkdir()
    assert main(["import", "-C", str(tmp_path), str(_ARCHIVE)]) == 0
    proof = prove(read_library(DiskProject(tmp_path), Report()))
    assert [(fault.code, fault.message, fault.place) for fault in proof.diagnostics] == []
    assert sum(one.proved is not None and not one.from_lock for one in proof.verdicts) >= 220
