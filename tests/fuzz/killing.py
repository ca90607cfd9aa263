"""Kills a command at a random moment: what it writes is as before or as after, and the next run needs no help."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import chdir, suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.conftest import ROOT
from tests.fuzz import corpus
from tests.posts.importers.sample import item, plain, wxr
from tests.running import run

_NEWER = (
    wxr().replace(b"in charge", b"in command").replace(b"</channel>", item("A third", "So.").encode() + b"</channel>")
)
_WRITING_SECONDS = 0.06  # about as long as a command writes
_TYPED = "y\nn\nLook again\n" + "y\n" * 50


class Kill(NamedTuple):
    """When a process was killed, what it left (old, new, or part: some of several files), and what was wrong then."""

    seconds: float
    left: str
    wrong: tuple[str, ...]


class Command(NamedTuple):
    """A command line, what is typed, and what of a folder it writes."""

    arguments: tuple[str, ...]
    typed: str
    writes: Callable[[str], bool]
    is_one_step: bool  # or file after file, each of which is whole


COMMANDS: Mapping[str, Command] = {
    "build": Command(("build", "talk"), "", lambda path: path.startswith("build/"), True),
    "import": Command(("import", "new.xml", "--update"), "", lambda path: path.startswith("assets/"), True),
    "verify": Command(("verify",), "", lambda path: path == "assets/evidence.lock", True),
    "review": Command(
        ("review", "--by", "A. Reader"),
        _TYPED,
        lambda path: path in ("assets/reviews.yaml", "assets/evidence.lock"),
        False,
    ),
}
_CHANGES: Mapping[str, tuple[tuple[str, bytes, bytes], ...]] = {
    "build": (("talks/talk.yaml", b"Good evening", b"Good morning"),),
    "verify": (("assets/people.yaml", b"credit: ", b"credit: An "), ("assets/actions.yaml", b"do: ", b"do: Please ")),
}
_prepared: dict[tuple[str, Path], tuple[Path, dict[str, bytes], dict[str, bytes], float]] = {}
_BASE = "base"


def kill(name: str, around: Path, random: Random) -> Kill:
    """Runs a command in a fresh folder, kills it some time before it would end, and runs it again.

    Every other one is killed at any moment; the rest within milliseconds of when it begins to write, which is short.
    """
    command = COMMANDS[name]
    fresh, before, after, whole_seconds = _prepare(name, around)
    root = around / "killed"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(fresh, root)
    with _started(command, root) as process:
        began = time.monotonic()
        _type(process, command)
        if random.random() < 0.5:
            time.sleep(random.uniform(0, whole_seconds * 1.05))
        else:
            _await_writing(root, process)
            time.sleep(random.uniform(0, _WRITING_SECONDS))
        seconds = time.monotonic() - began
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    if name == "import":  # whoever looks next ends what was ready
        _run(("check",), root)
    found = _written(command, root)
    left = "old" if found == before else "new" if found == after else "part"
    wrong = [] if left != "part" or not command.is_one_step else [f"half: {sorted(set(found) ^ set(after))[:5]}"]
    wrong += _again(command, root, after)
    return Kill(seconds, left, tuple(wrong))


def _await_writing(root: Path, process: "subprocess.Popen[str]") -> None:
    """Until something is written in the folder, or the process ends without."""
    before = _stamps(root)
    while process.poll() is None and _stamps(root) == before:
        time.sleep(0.0005)


def _stamps(root: Path) -> set[tuple[str, int, int]]:
    found = set()
    for path in (root, *root.rglob("*")):
        with suppress(FileNotFoundError):  # it was a moment ago
            stat = path.stat()
            found.add((str(path), stat.st_mtime_ns, stat.st_size))
    return found


def _again(command: Command, root: Path, after: dict[str, bytes]) -> list[str]:
    """What is wrong once it has been run again, without anybody's help."""
    status, told = _run(command.arguments, root, command.typed)
    wrong = []
    if status not in (0, 1):
        wrong.append(f"the next run ended with {status}: {told[-200:]}")
    if command.is_one_step and _written(command, root) != after:
        wrong.append("the next run did not do it")
    if not command.is_one_step and _reviews(root).count(b"\n- {") != _reviews_of(after).count(b"\n- {"):
        wrong.append("a review is lost, or there twice")
    left = [path.name for path in root.rglob("*") if path.suffix == ".tmp" or path.name in (".importing", ".imported")]
    return wrong + [f"left behind: {name}" for name in left]


def _reviews(root: Path) -> bytes:
    path = root / "assets" / "reviews.yaml"
    return path.read_bytes() if path.exists() else b""


def _reviews_of(files: Mapping[str, bytes]) -> bytes:
    return files.get("assets/reviews.yaml", b"")


def _prepare(name: str, around: Path) -> tuple[Path, dict[str, bytes], dict[str, bytes], float]:
    """A folder to copy, what the command writes in it before and after, and how long it takes; made once."""
    if (name, around) not in _prepared:
        command = COMMANDS[name]
        fresh, done = around / f"fresh-{name}", around / f"done-{name}"
        shutil.copytree(_base(around), fresh)
        for path, old, new in _CHANGES.get(name, ()):  # so that there is something to write
            file = fresh / path
            assert old in file.read_bytes(), (path, old)
            file.write_bytes(file.read_bytes().replace(old, new, 1))
        shutil.copytree(fresh, done)
        began = time.monotonic()
        with _started(command, done) as process:
            process.communicate(command.typed)
        took = time.monotonic() - began
        before, after = _written(command, fresh), _written(command, done)
        assert before != after, name
        _prepared[name, around] = fresh, before, after, took
    return _prepared[name, around]


def _base(around: Path) -> Path:
    """A folder in which everything is imported, proved and built; made once."""
    base = around / _BASE
    if not base.exists():
        for path, data in {**corpus.folder(), "new.xml": _NEWER, "old.txt": plain()}.items():
            (base / path).parent.mkdir(parents=True, exist_ok=True)
            (base / path).write_bytes(data)
        for arguments in (("import", "old.txt"), ("verify",), ("build", "talk")):
            _run(arguments, base)
    return base


def _written(command: Command, root: Path) -> dict[str, bytes]:
    """What of a folder the command writes; what it only needs for itself is not of it."""
    paths = (path for path in root.rglob("*") if path.is_file() and path.name != ".lock")
    named = {path.relative_to(root).as_posix(): path for path in paths if path.suffix != ".tmp"}
    return {name: path.read_bytes() for name, path in named.items() if command.writes(name) and "/.import" not in name}


def _started(command: Command, root: Path) -> "subprocess.Popen[str]":
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    line = [sys.executable, "-m", "talkbuilder", *command.arguments]
    return subprocess.Popen(
        line,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdin=pipe,
        stdout=nowhere,
        stderr=nowhere,
        text=True,
        start_new_session=True,
    )


def _type(process: "subprocess.Popen[str]", command: Command) -> None:
    assert process.stdin
    process.stdin.write(command.typed)
    process.stdin.flush()


def _run(arguments: tuple[str, ...], root: Path, typed: str = "") -> tuple[int, str]:
    """How a command ends that nobody kills, in this process, and what it says aside."""
    with chdir(root):
        status, _, told = run(*arguments, typed=typed)
    return status, told
