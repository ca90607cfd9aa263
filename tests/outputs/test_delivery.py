"""Nothing that the user had is lost: not by a fault, not by an interruption, not by a build over an edited deck."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Refused
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import deliver, take, write_unless_changed
from talkbuilder.outputs.file import File, data_file
from talkbuilder.outputs.fingerprint import UNSEALED, is_as_built, seal
from talkbuilder.outputs.pptx.reading import NoDeck, read_deck
from tests.running import held_to_permissions
from tests.sample import built, slide, talk


def files(title: str = "A headline") -> Iterator[File]:
    return OUTPUTS["pptx"].render(built(talk(slide("quote", title)))[0])


def test_a_deck_is_on_the_disk_before_it_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = tmp_path / "talk.pptx"
    deliver(files(), tmp_path, "build")
    first, held, synced = deck.read_bytes(), [], os.fsync

    def sync(file: int) -> None:
        held.append((deck.read_bytes() == first, os.fstat(file).st_size))
        synced(file)

    monkeypatch.setattr(os, "fsync", sync)
    deliver(files("Another headline"), tmp_path, "build")
    assert (True, deck.stat().st_size) in held


def test_a_deck_that_powerpoint_saved_is_not_overwritten(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deliver(files(), tmp_path, "build")
    opened = Presentation(str(deck))
    opened.slides[0].shapes.title.text = "My own words"
    opened.save(str(deck))
    edited = deck.read_bytes()
    with pytest.raises(Refused) as refused:
        deliver(files(), tmp_path, "build")
    assert refused.value.diagnostic.code == "O001"
    assert refused.value.diagnostic.file == "build/talk.pptx"
    assert deck.read_bytes() == edited


def _encrypted(data: bytes) -> bytes:
    """A zip whose parts all say that they need a password."""
    return re.sub(rb"(PK\x01\x02.{4}|PK\x03\x04..)\x00", b"\\1\x01", data, flags=re.DOTALL)


def _of_the_future(data: bytes) -> bytes:
    """A zip that says that it needs another version of all programs."""
    return re.sub(rb"(PK\x01\x02..)..", b"\\1\xff\x00", data, flags=re.DOTALL)


@pytest.mark.parametrize("damage", [_encrypted, _of_the_future, lambda data: data[:-2000], lambda data: data[2000:]])
def test_a_deck_that_cannot_be_opened_is_somebodys_own(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deliver(files(), tmp_path, "build")
    damaged = damage(deck.read_bytes())
    deck.write_bytes(damaged)
    with pytest.raises(Refused) as refused:
        deliver(files(), tmp_path, "build")
    assert refused.value.diagnostic.code in ("O001", "O004")
    assert deck.read_bytes() == damaged
    with pytest.raises(NoDeck):
        read_deck(deck)
    assert deliver(files(), tmp_path, "build", force=True).kept == (tmp_path / "talk-edited-1.pptx",)


def test_force_keeps_a_numbered_copy_of_every_edited_deck(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    for number in (1, 2):
        deck.write_bytes(f"edited {number}".encode())
        with pytest.raises(Refused) as refused:
            deliver(files(), tmp_path, "build")
        assert refused.value.diagnostic.code == "O004"
        kept = deliver(files(), tmp_path, "build", force=True).kept
        assert kept == (tmp_path / f"talk-edited-{number}.pptx",)
    assert (tmp_path / "talk-edited-1.pptx").read_bytes() == b"edited 1"
    assert (tmp_path / "talk-edited-2.pptx").read_bytes() == b"edited 2"
    assert is_as_built(deck)


def test_force_keeps_no_copy_of_a_deck_that_nobody_edited(tmp_path: Path) -> None:
    deliver(files(), tmp_path, "build")
    assert deliver(files(), tmp_path, "build", force=True).kept == ()
    assert [path.name for path in tmp_path.iterdir()] == ["talk.pptx"]


@pytest.mark.parametrize("lock", ["~$talk.pptx", ".~lock.talk.pptx#"])
def test_a_deck_that_is_open_is_left_to_its_program_and_the_new_one_goes_beside_it(lock: str, tmp_path: Path) -> None:
    deliver(files(), tmp_path, "build")
    before = (tmp_path / "talk.pptx").read_bytes()
    (tmp_path / lock).write_bytes(b"somebody")
    for _ in range(2):
        made = deliver(files("Another headline"), tmp_path, "build")
        assert made.beside == (("talk.pptx", tmp_path / "talk-2.pptx"),)
        assert is_as_built(tmp_path / "talk-2.pptx")
    (tmp_path / "talk-2.pptx").write_bytes(b"edited")
    (tmp_path / lock.replace("talk", "talk-3")).write_bytes(b"somebody")
    assert deliver(files("A third headline"), tmp_path, "build").beside[0][1] == tmp_path / "talk-4.pptx"
    assert (tmp_path / "talk-2.pptx").read_bytes() == b"edited"
    assert (tmp_path / "talk.pptx").read_bytes() == before
    (tmp_path / lock).unlink()
    assert deliver(files(), tmp_path, "build").beside == ()


def test_so_it_is_where_the_system_refuses_to_replace_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(files(), tmp_path, "build")
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name == "talk.pptx":
            raise PermissionError(13, "it is open")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    made = deliver(files("Another headline"), tmp_path, "build")
    assert made.beside == (("talk.pptx", tmp_path / "talk-2.pptx"),)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talk-2.pptx", "talk.pptx"]


def test_a_build_that_fails_half_way_leaves_the_old_deck_and_nothing_else(tmp_path: Path) -> None:
    deck = tmp_path / "talk.pptx"
    deliver(files(), tmp_path, "build")
    before = deck.read_bytes()

    def half(out: IO[bytes]) -> None:
        out.write(before[:5000])
        raise OSError(28, "No space left on device")

    with pytest.raises(Refused) as refused:
        deliver([File("talk.pptx", half)], tmp_path, "build")
    assert refused.value.diagnostic.code == "O003"
    assert deck.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["talk.pptx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_build_that_is_interrupted_leaves_the_old_deck_and_nothing_else(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys, time\n"
        "from talkbuilder.outputs.delivery import deliver\n"
        "from talkbuilder.outputs.file import File\n"
        "def slow(out):\n"
        "    out.write(b'<a/>')\n"
        "    print('writing', flush=True)\n"
        "    time.sleep(30)\n"
        "try:\n"
        "    deliver([File('talk.pptx', slow)], pathlib.Path(sys.argv[1]), 'build')\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(130)\n"
    )
    deck = tmp_path / "talk.pptx"
    deliver(files(), tmp_path, "build")
    before = deck.read_bytes()
    running = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"writing\n"
    time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=10) == 130
    running.stdout.close()
    assert deck.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["talk.pptx"]


def test_a_copy_is_as_built_and_a_changed_part_is_not(tmp_path: Path) -> None:
    deliver(files(), tmp_path, "build")
    shutil.copy(tmp_path / "talk.pptx", tmp_path / "copy.pptx")
    assert is_as_built(tmp_path / "copy.pptx")
    with ZipFile(tmp_path / "talk.pptx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    said = parts["ppt/slides/slide3.xml"]
    for headline, is_whole in ((b"A headline", True), (b"B headline", False)):
        assert said.count(b"<a:t>A headline<") == 1
        with ZipFile(tmp_path / "copy.pptx", "w") as package:
            for name, data in parts.items():
                package.writestr(name, data.replace(b"<a:t>A headline<", b"<a:t>%s<" % headline))
        assert is_as_built(tmp_path / "copy.pptx") is is_whole


def test_a_file_that_stands_is_not_written_again(tmp_path: Path) -> None:
    first = deliver(pages("one", "two"), tmp_path, "build")
    before = [Path(path).stat().st_mtime_ns for path in first.files]
    again = deliver(pages("one", "two"), tmp_path, "build")
    assert (first.is_unchanged, again.is_unchanged) == (False, True)
    assert [Path(path).stat().st_mtime_ns for path in again.files] == before
    other = deliver(pages("one", "another"), tmp_path, "build")
    assert not other.is_unchanged
    assert Path(other.files[0]).stat().st_mtime_ns == before[0]
    assert sorted(path.name for path in tmp_path.rglob("*.tmp")) == []


def pages(*texts: str) -> list[File]:
    """An output of a file a page, in a folder of its own."""
    return [
        data_file(f"talk-txt/{number}.txt", seal(f"{text}\n# {UNSEALED}\n".encode(), f"{number}.txt"))
        for number, text in enumerate(texts, 1)
    ]


def test_a_file_of_any_ending_that_was_edited_is_not_overwritten_and_none_of_its_output_is(tmp_path: Path) -> None:
    deliver(pages("one", "two"), tmp_path, "build")
    edited = tmp_path / "talk-txt" / "2.txt"
    edited.write_text(edited.read_text("utf-8").replace("two", "my own"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        deliver(pages("new one", "new two"), tmp_path, "build")
    assert (refused.value.diagnostic.code, refused.value.diagnostic.file) == ("O001", "build/talk-txt/2.txt")
    assert (tmp_path / "talk-txt" / "1.txt").read_text("utf-8").startswith("one\n")
    kept = deliver(pages("new one", "new two"), tmp_path, "build", force=True).kept
    assert kept == (tmp_path / "talk-txt" / "2-edited-1.txt",)
    assert (tmp_path / "talk-txt" / "2-edited-1.txt").read_text("utf-8").startswith("my own\n")


def test_what_has_no_successor_goes_unless_somebody_edited_it(tmp_path: Path) -> None:
    deliver(pages("one", "two", "three"), tmp_path, "build")
    third = tmp_path / "talk-txt" / "3.txt"
    third.write_text(third.read_text("utf-8") + "mine", encoding="utf-8")
    (tmp_path / "talk-txt" / "mine.txt").write_text("a shopping list")
    deliver(pages("one"), tmp_path, "build")
    assert sorted(path.name for path in (tmp_path / "talk-txt").iterdir()) == ["1.txt", "3.txt", "mine.txt"]


def test_a_copy_under_another_name_is_its_owners(tmp_path: Path) -> None:
    deliver(pages("one", "two", "three"), tmp_path, "build")
    folder = tmp_path / "talk-txt"
    for name in ("my best.txt", "03.txt", "50.txt"):
        shutil.copy(folder / "3.txt", folder / name)
    deliver(pages("new one"), tmp_path, "build")
    assert sorted(path.name for path in folder.iterdir()) == ["03.txt", "1.txt", "50.txt", "my best.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_stands_in_nobodys_way(tmp_path: Path) -> None:
    deliver(pages("one", "two"), tmp_path, "build")
    folder = tmp_path / "talk-txt"
    (folder / "logo.txt").mkdir()
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    deliver(pages("new one"), tmp_path, "build")
    assert sorted(path.name for path in folder.iterdir()) == ["1.txt", "gone.txt", "logo.txt", "pipe.txt"]


def test_what_stands_where_a_deck_or_its_folder_belongs_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"mine")
    (tmp_path / "talk.pptx").mkdir()
    for folder, why in ((tmp_path / "build", "a file has the name of its folder"), (tmp_path, "a folder has its name")):
        with pytest.raises(Refused) as refused:
            deliver(files(), folder, "build", force=True)
        assert refused.value.diagnostic.message == f"cannot be written: {why}"
    assert (tmp_path / "build").read_bytes() == b"mine"
    assert (tmp_path / "talk.pptx").is_dir()


def test_a_folder_that_may_not_be_written_to_is_told_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir(mode=0o555)
    with held_to_permissions(), pytest.raises(Refused) as refused:
        deliver(files(), tmp_path / "build", "build")
    told = refused.value.diagnostic
    assert told.message == "cannot be written: you may not write into this folder"
    assert told.hint.startswith("'--out DIR' builds into another folder")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_in_the_place_of_a_deck_is_told_and_kept(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "talk.pptx")
    with pytest.raises(Refused) as refused:
        deliver(files(), tmp_path, "build", force=True)
    assert refused.value.diagnostic.code == "O003"
    assert (tmp_path / "talk.pptx").is_fifo()


def test_what_stands_behind_the_parts_of_a_deck_is_an_edit(tmp_path: Path) -> None:
    more = b"a remark"
    deliver(files(), tmp_path, "build")
    deck = tmp_path / "talk.pptx"
    whole = deck.read_bytes()
    deck.write_bytes(whole + more)
    assert is_as_built(deck) is False
    deck.write_bytes(whole[:-2] + len(more).to_bytes(2, "little") + more)
    assert is_as_built(deck) is False
    deck.write_bytes(whole)
    assert is_as_built(deck)


def test_what_a_process_that_was_killed_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    for name in (".talk-0123abcd.tmp", ".mine.tmp", "notes.tmp"):
        (tmp_path / name).write_bytes(b"half")
    deliver(files(), tmp_path, "build")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.tmp", "notes.tmp", "talk.pptx"]


def test_what_a_process_is_writing_is_left_to_it(tmp_path: Path) -> None:
    live = tmp_path / ".other-0123abcd.tmp"
    with live.open("xb") as stream:
        assert take(stream.fileno())
        deliver(files(), tmp_path, "build")
        assert live.exists()
    deliver(files(), tmp_path, "build")
    assert not live.exists()


def test_a_file_that_was_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "posts.yaml"
    assert write_unless_changed(file, b"", b"first", tmp_path)
    file.write_bytes(b"by hand")
    assert not write_unless_changed(file, b"first", b"second", tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"by hand"]
    assert write_unless_changed(file, b"by hand", b"second", tmp_path)
    assert file.read_bytes() == b"second"
