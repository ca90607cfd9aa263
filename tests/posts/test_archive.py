"""The archive: adds what is new, changes nothing else, keeps nobody's address, and is whole or not there at all."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkbuilder.authoring import adding
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder
from talkbuilder.diagnostics import Report
from talkbuilder.outputs.delivery import held, write_unless_changed
from talkbuilder.posts.archive import Archive, Told, store
from talkbuilder.posts.archive.tally import Tally
from talkbuilder.posts.importers import importer_of
from talkbuilder.posts.importers.kind import ImportedPost, Importer
from tests.conftest import ROOT
from tests.posts.importers.sample import BRIDGE, MARKET, atom, item, page, plain, rss, text_of, wxr


def take_in(root: Path, data: bytes, name: str = "blog.xml", **options: object) -> tuple[Tally | None, list[str]]:
    """Imports a file into a folder; the tally, and the messages of what was reported."""
    report = Report()
    importer = importer_of(data, name, report)
    assert importer is not None
    tally = Archive(root).take_in(name, data, importer, report, **options)  # type: ignore[arg-type]
    return tally, [f"{one.code} {one.message}" for one in report.diagnostics]


def counts(tally: Tally | None) -> tuple[int, int, int]:
    assert tally is not None
    return tally.new, tally.known, tally.changed


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def index(root: Path) -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = json.loads((root / "assets/posts/index.json").read_text("utf-8"))
    return found


FORMATS = {"text": plain(), "wxr": wxr(), "rss": rss(), "atom": atom(), "html": page()}


@pytest.mark.parametrize("name", FORMATS)
def test_importing_again_changes_no_byte(name: str, tmp_path: Path) -> None:
    assert counts(take_in(tmp_path, FORMATS[name])[0]) == (2, 0, 0)
    first = files(tmp_path)
    assert counts(take_in(tmp_path, FORMATS[name], "under another name")[0]) == (0, 2, 0)
    assert files(tmp_path) == first


def test_a_post_lies_there_to_the_letter(tmp_path: Path) -> None:
    take_in(tmp_path, plain())
    written = (tmp_path / "assets/posts/the-bridge-at-nine-wells-so-late.txt").read_bytes()
    assert written == f"{text_of(BRIDGE)}\n".encode()
    kept = index(tmp_path)["posts"]["the-bridge-at-nine-wells-so-late"]
    assert kept["sha256"] == hashlib.sha256(written).hexdigest()
    assert kept["words"] == len(f"{BRIDGE[0]} {text_of(BRIDGE)}".split())


def test_every_format_finds_the_posts_of_every_other(tmp_path: Path) -> None:
    take_in(tmp_path, FORMATS["wxr"])
    first = files(tmp_path)
    for data in FORMATS.values():
        assert counts(take_in(tmp_path, data)[0]) == (0, 2, 0)
    assert {name: data for name, data in files(tmp_path).items() if name in first and "index" not in name} == {
        name: data for name, data in first.items() if "index" not in name
    }


def test_a_file_that_names_nobody_is_kept_to_the_byte(tmp_path: Path) -> None:
    take_in(tmp_path, plain(), "../my archive.txt")
    hash = hashlib.sha256(plain()).hexdigest()
    assert (tmp_path / f"assets/posts/originals/{hash}-.._my_archive.txt").read_bytes() == plain()
    assert index(tmp_path)["files"][hash]["copy_sha256"] == hash


def test_nobodys_address_is_kept_anywhere(tmp_path: Path) -> None:
    comment = (
        "<wp:comment><wp:comment_author_email><![CDATA[reader@mail.example]]></wp:comment_author_email>"
        "<wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>"
        "<wp:comment_content>hi, b@c.example</wp:comment_content>"
        "</wp:comment><wp:comment><wp:comment_author_IP>2001:db8::7</wp:comment_author_IP></wp:comment>"
    )
    take_in(
        tmp_path,
        wxr(item("T", "At 10:30:15 <a href='mailto:me@a.example'>write</a>.").replace("</item>", f"{comment}</item>")),
    )
    feed = atom().replace(b"</entry>", b"<author><name>R</name><email>r@x.example</email></author></entry>")
    take_in(tmp_path, feed, "feed.xml")
    take_in(tmp_path, page(), "page.html")
    everything = b"\n".join(files(tmp_path).values())
    assert not any(one in everything for one in (b"@mail", b"@blog", b"@c.", b"@a.", b"@x.", b"203.0.113.9", b"db8"))
    assert b"10:30:15" in everything
    kept = index(tmp_path)["files"].values()
    assert all(
        hashlib.sha256((tmp_path / f"assets/posts/originals/{one['copy']}").read_bytes()).hexdigest()
        == one["copy_sha256"]
        for one in kept
    )


LISTED = """\
# Mine.

short-name:   # a name of my own
  title: 'The bridge at "Nine Wells"... so late?!'
  date: 2012-04
  voices: []
"""


def test_a_listed_post_keeps_its_id_and_its_entry(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for ends in ("\n", "\r\n"):
        for tail in (ends, ""):
            before = LISTED.replace("\n", ends).rstrip().encode() + tail.encode()
            (tmp_path / "assets/sources.yaml").write_bytes(before.replace(b"...", "…".encode()))
            take_in(tmp_path, wxr())
            after = (tmp_path / "assets/sources.yaml").read_bytes()
            assert after.startswith(before.replace(b"...", "…".encode()))
            added = after.decode()[len(before.decode()) - 2 :]
            assert "prices-went-up-from-40-to-65:" in added
            assert (b"\r\n" in after) == (ends == "\r\n")
            assert after.count(b"\n") == after.count(ends.encode())
    assert (tmp_path / "assets/posts/short-name.txt").exists()


def test_a_changed_post_is_kept_and_reported_with_what_rests_on_it(tmp_path: Path) -> None:
    take_in(tmp_path, plain(MARKET))
    id = "prices-went-up-from-40-to-65"
    who = f"post: {id}, exact: Bread was 40, source: me, kind: primary"
    (tmp_path / "assets/facts.yaml").write_text(f"bread:\n  {{says: Bread was 40, {who}}}\n")
    (tmp_path / "assets/quotes.yaml").write_text(f"heard:\n  {{text: I heard, speaker: me, post: {id}}}\n")
    before = files(tmp_path)
    changed = plain(MARKET).replace(b"40 in March", b"45 in March")
    tally, said = take_in(tmp_path, changed)
    assert counts(tally) == (0, 0, 1)
    assert said == ["I009 'Prices went up from 40 to 65' has changed; on it rest facts bread and quotes heard"]
    assert all(files(tmp_path)[name] == data for name, data in before.items() if name != "assets/posts/index.json")
    tally, said = take_in(tmp_path, changed, update=True)
    assert "was replaced" in said[0]
    assert b"45 in March" in (tmp_path / f"assets/posts/{id}.txt").read_bytes()
    assert counts(take_in(tmp_path, changed)[0]) == (0, 1, 0)


def test_spaces_and_kinds_of_quote_marks_are_no_change(tmp_path: Path) -> None:
    take_in(tmp_path, plain())
    straight = plain().replace("\u201c".encode(), b'"').replace("\u00a0".encode(), b" ").replace("…".encode(), b"...")
    assert counts(take_in(tmp_path, straight)[0]) == (0, 2, 0)


def test_two_posts_of_one_title_are_two_and_stay_so(tmp_path: Path) -> None:
    same = [
        item("Thanks", f"Text {n}.", post_date=f"2012-0{n}-01 00:00:00").replace("?p=1", f"?p={n}") for n in (1, 2, 3)
    ]
    assert counts(take_in(tmp_path, wxr(*same))[0]) == (3, 0, 0)
    first = files(tmp_path)
    assert sorted(index(tmp_path)["posts"]) == ["thanks", "thanks-2", "thanks-3"]
    assert counts(take_in(tmp_path, wxr(*reversed(same)))[0]) == (0, 3, 0)
    assert all(files(tmp_path)[name] == data for name, data in first.items() if name.endswith((".txt", ".yaml")))
    fourth = item("Thanks", "Text 4.", post_date="2012-04-01 00:00:00").replace("?p=1", "?p=4")
    assert counts(take_in(tmp_path, wxr(fourth))[0]) == (1, 0, 0)


def test_a_post_without_a_date_is_kept_and_listed_when_one_is_given(tmp_path: Path) -> None:
    undated = plain(MARKET).partition(b"\n\n")[2]
    tally, said = take_in(tmp_path, undated)
    assert tally is not None
    assert tally.undated == 1
    assert said[0].startswith("I007")
    assert not (tmp_path / "assets/sources.yaml").exists()
    assert counts(take_in(tmp_path, undated, told=Told(date="2012-04"))[0]) == (0, 1, 0)
    assert "date: 2012-04\n" in (tmp_path / "assets/sources.yaml").read_text("utf-8")


def _failing(_: bytes, name: str, report: Report) -> Iterator[ImportedPost]:
    yield ImportedPost(title="One", text="Text.", date="2012")
    raise OSError(28, "No space left on device")


def _stopped(_: bytes, name: str, report: Report) -> Iterator[ImportedPost]:
    yield ImportedPost(title="One", text="Text.", date="2012")
    raise KeyboardInterrupt


def test_an_import_that_fails_half_way_leaves_nothing_of_itself(tmp_path: Path) -> None:
    take_in(tmp_path, plain())
    before = files(tmp_path)
    report = Report()
    assert Archive(tmp_path).take_in("a", b"x", Importer("test", bool, _failing), report) is None
    assert [one.code for one in report.diagnostics] == ["I010"]
    with pytest.raises(KeyboardInterrupt):
        Archive(tmp_path).take_in("a", b"x", Importer("test", bool, _stopped), Report())
    assert take_in(tmp_path, wxr()[:-30])[0] is None
    assert files(tmp_path) == before
    assert not (tmp_path / "assets/posts/.importing").exists()


def test_a_second_import_waits_until_the_first_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_PATIENCE_SECONDS", 0.1)
    (tmp_path / "assets/posts").mkdir(parents=True)
    with held(tmp_path / "assets/posts/.lock"):
        tally, said = take_in(tmp_path, plain())
        assert tally is None
        assert said == ["I010 another import is running"]
    assert counts(take_in(tmp_path, plain())[0]) == (2, 0, 0)


def test_what_somebody_writes_into_the_index_meanwhile_stays(tmp_path: Path) -> None:
    listed = tmp_path / "assets/sources.yaml"
    take_in(tmp_path, plain())
    mine = listed.read_bytes() + b"\nmine:\n  title: Mine\n  date: 2011\n"

    def meanwhile(_: bytes, name: str, report: Report) -> Iterator[ImportedPost]:
        yield ImportedPost(title="One", text="Text.", date="2012")
        listed.write_bytes(mine)

    assert Archive(tmp_path).take_in("a", b"x", Importer("test", bool, meanwhile), Report()) is not None
    assert listed.read_bytes().startswith(mine)
    assert b"\none:\n" in listed.read_bytes()


NEWER = (
    wxr().replace(b"in charge", b"in command").replace(b"</channel>", item("A third", "So.").encode() + b"</channel>")
)


# Imports into each folder that is typed, in a process that is killed before its Nth change of a name on the disk; says
# how it ended, which is 0 where it had no more.
_KILLED = """
import os, sys
from pathlib import Path
from tests.posts.test_archive import NEWER, take_in

replace = os.replace

def strike(*names):
    global left
    left -= 1
    os.kill(os.getpid(), 9) if left < 0 else replace(*names)

for left, root in enumerate(map(str.strip, sys.stdin)):
    if not (child := os.fork()):
        os.replace = strike
        take_in(Path(root), NEWER, update=True)
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="only there a process is killed by a signal")
def test_an_import_that_is_killed_at_any_step_is_whole_or_not_at_all_and_the_next_needs_no_help(tmp_path: Path) -> None:
    """The folder is as before, or as after, once any command has looked at it."""
    whole = tmp_path / "whole"
    take_in(whole, plain())
    before = apart_from_locks(whole)
    take_in(whole, NEWER, update=True)
    after, number, ends = apart_from_locks(whole), 0, set()
    pipe = subprocess.PIPE
    killed = subprocess.Popen([sys.executable, "-c", _KILLED], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert killed.stdin
    assert killed.stdout
    while True:
        root = tmp_path / str(number)
        take_in(root, plain())
        print(root, file=killed.stdin, flush=True)
        was_killed = int(killed.stdout.readline()) != 0
        (root / "talks").mkdir()
        root_of(Folder(str(root)))
        found = apart_from_locks(root)
        assert found in (before, after), number
        ends.add(found == after)
        assert take_in(root, NEWER, update=True)[0] is not None
        assert apart_from_locks(root) == after
        if not was_killed:
            break
        number += 1
    killed.communicate()
    assert ends == {True, False}
    assert number >= 6


def apart_from_locks(root: Path) -> dict[str, bytes]:
    """All that an import leaves; what one was about that was killed is no part of it."""
    return {name: data for name, data in files(root).items() if "/.lock" not in name and "/.importing/" not in name}


@pytest.mark.parametrize(
    ("listed", "code"), [(b"a: {title: 'A\n", "R004"), (b"- a\n", "I011"), (b"\xff\xfe\xff", "R002")]
)
def test_an_index_that_cannot_be_added_to_stops_the_import(listed: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/sources.yaml").write_bytes(listed)
    assert take_in(tmp_path, plain())[1][0].startswith(code)
    assert {*files(tmp_path)} == {"assets/sources.yaml", "assets/posts/.gitignore", "assets/posts/.lock"}


def test_git_leaves_the_posts_alone_whatever_the_folder_tells_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    take_in(tmp_path, plain())
    listed = ["git", "-C", str(tmp_path), "status", "--porcelain", "--untracked-files=all"]
    assert subprocess.run(listed, check=True, capture_output=True, text=True).stdout == "?? assets/sources.yaml\n"


def test_a_file_that_another_program_never_leaves_alone_ends_an_import_that_whatever_comes_next_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "talks").mkdir()
    index = tmp_path / "assets" / "sources.yaml"

    def meanwhile(target: Path, before: bytes, data: bytes, root: Path) -> bool:
        index.write_bytes((index.read_bytes() if index.exists() else b"") + b"# a remark\n")
        return write_unless_changed(target, before, data, root)

    with monkeypatch.context() as restless:
        restless.setattr(adding, "write_unless_changed", meanwhile)
        tally, told = take_in(tmp_path, wxr())
    assert tally is None
    assert "another program writes this file again and again" in told[0]
    Archive(tmp_path).settle()
    assert index.read_text("utf-8").count("\n  title: ") == 2
    assert index.read_text("utf-8").count("# a remark\n") > 10
