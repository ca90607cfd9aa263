"""`talkbuilder protect`: names go onto the list, from the command line, a pipe or a question, and none is printed."""

import io
import subprocess
from pathlib import Path
from shutil import which

import pytest

from talkbuilder.commands import protect
from talkbuilder.evidence.library.library import PRIVATE, PROTECTED
from talkbuilder.evidence.library.protected import Protected, joined, read_protected
from tests.blog import TALK, write
from tests.cases import picture, talk
from tests.running import put, run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    return tmp_path


def listed(folder: Path) -> bytes:
    """Where hashes of single words stand, which git does not see."""
    return (folder / PRIVATE).read_bytes()


def known(folder: Path) -> Protected:
    """All that is protected."""
    files = [folder / file for file in (PROTECTED, PRIVATE)]
    return joined(tuple(read_protected(one.read_bytes()) for one in files if one.exists()))


def test_a_name_is_protected_and_not_printed(folder: Path) -> None:
    status, out, err = run("protect", "Tamara Olenina", "--person")
    assert (status, err) == (0, "")
    assert "1 name, " in out
    assert "amara" not in out
    assert known(folder).hits("Mrs. Olenina")


def test_no_folder_for_decks_is_called_by_it(folder: Path) -> None:
    run("protect", "Tamara")
    status, _, err = run("build", "--out", "decks-tamara")
    assert (status, "this name holds one that is protected" in err) == (2, True)
    assert not (folder / "decks-tamara").exists()


def test_names_are_read_from_a_pipe(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Tamara\n\nOrchard Road\n"))
    assert run("protect")[0] == 0
    assert len(known(folder).hits("Tamara, Orchard Road")) == 2


def test_a_list_grows_and_keeps_its_salt(folder: Path) -> None:
    run("protect", "Tamara")
    before = known(folder)
    listing = listed(folder)
    assert run("protect", "tamara")[0] == 0
    assert listed(folder) == listing
    run("protect", "Boris")
    after = known(folder)
    assert after.salt == before.salt
    assert after.hashes > before.hashes


@pytest.mark.skipif(not which("git"), reason="there is no git")
def test_what_git_holds_already_is_told_without_the_name(folder: Path) -> None:
    put(folder, {"assets/quotes.yaml": "# Tamara\n", "assets/tamara.yaml": "# Tamara\n", "assets/new.txt": "Tamara"})
    assert "git" not in run("protect", "Boris")[1]
    for words in (
        "init -q",
        "add assets/quotes.yaml assets/tamara.yaml",
        "-c user.name=a -c user.email=b commit -qm a",
    ):
        subprocess.run(["git", *words.split()], check=True)
    out = run("protect", "Tamara")[1]
    assert "git holds them in assets/quotes.yaml, assets/….yaml; its history keeps them" in out


def test_what_is_no_name_is_taken_off_again(folder: Path) -> None:
    run("protect", "--person", "Olenina Baker")
    assert run("protect", "--free", "Baker")[0] == 0
    assert not known(folder).hits("a baker")
    assert known(folder).hits("Olenina")


@pytest.mark.parametrize(
    "file",
    ["talks/old/x.yaml", "talks/old/x.md", "assets/themes/x.yaml", "assets/templates/x.yaml", "talks/tamara.txt"],
)
def test_a_name_is_found_in_all_that_is_committed_and_in_names_of_files(file: str, folder: Path) -> None:
    run("protect", "Tamara")
    put(folder, {file: "Of Tamara"})
    status, out, _ = run("verify")
    assert (status, out.count("error[E180]"), "amara" in out) == (1, 1, False)
    assert "E180" in run("build")[2]


def test_no_file_is_called_by_a_name(folder: Path) -> None:
    run("protect", "Tamara")
    for told in (("new", "tamara-talk"), ("new", "--title", "Tamara"), ("theme", "new", "tamara-look")):
        status, _, err = run(*told)
        assert (status, "choose another name" in err, "amara" in err) == (2, True, False)
    (folder / "tamara.png").write_bytes(picture(1200, 900))
    _, out, _ = run("import", "tamara.png")
    assert "amara" not in out
    assert "file: photo.png\n" in (folder / "assets" / "media.yaml").read_text("utf-8")


def test_nothing_that_is_printed_repeats_a_name(folder: Path) -> None:
    run("protect", "Prices")  # which the words of the post begin with
    for told in (("sources", "bread"), ("sources", "bread", "--format", "json"), ("verify", "--format", "json")):
        _, out, err = run(*told)
        assert out
        assert "rices rose" not in out + err


def test_what_is_no_name_is_refused_without_being_repeated(folder: Path) -> None:
    status, _, err = run("protect", "Boris", "!?!")
    assert status == 2
    assert "the 2nd name" in err
    assert not (folder / "assets" / "protected.txt").exists()


def test_a_list_that_somebody_edited_is_not_written_over(folder: Path) -> None:
    (folder / "assets" / "protected.txt").write_text("Boris\n", encoding="utf-8")
    status, _, err = run("protect", "Tamara")
    assert status == 2
    assert "line 1" in err
    assert (folder / PROTECTED).read_bytes() == b"Boris\n"


def test_a_protected_word_stops_the_build_and_is_not_printed(folder: Path) -> None:
    assert run("check")[0] == 0
    word = next(word for word in TALK.split() if word.isalpha() and len(word) > 7)
    run("protect", word)
    status, out, _ = run("check")
    assert status == 1
    assert "error[C041]" in out
    assert word not in out


FAULTY = {
    "an unknown key": "- {titel: Tamara, statement: So, notes: N.}",
    "a key": "- {Tamara: So, statement: So, notes: N.}",
    "no YAML": "- {title: [Tamara",
    "letters that nobody sees": "- {title: T, number: ta\u200bmara, notes: N.}",
}


@pytest.mark.parametrize("fault", FAULTY)
def test_no_fault_repeats_a_protected_name_even_where_no_deck_is_made(folder: Path, fault: str) -> None:
    (folder / "talks" / "other.yaml").write_text(talk(FAULTY[fault] + "\n"), "utf-8")
    assert any("tamara" in told.lower().replace("\u200b", "") for told in run("check", "other")[1:])
    run("protect", "Tamara", "--person")
    for format in ("text", "json", "github", "sarif"):
        status, out, err = run("check", "other", "--format", format)
        assert status == 1
        assert "amara" not in (out + err).replace("\u200b", "").replace("\\u200b", "")


def test_ctrl_d_ends_the_names_that_are_typed_as_enter_does(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(("Tamara Olenina", EOFError()))

    def asked(prompt: str) -> str:
        answer = next(typed)
        if isinstance(answer, EOFError):
            raise answer
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", asked)
    assert protect._asked() == ("Tamara Olenina",)
