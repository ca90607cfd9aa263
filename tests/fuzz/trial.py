"""One trial: a talk folder with one mutated file, and a command that is run on it in this process."""

import contextlib
import io
import os
import re
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from talkbuilder.cli import main
from tests.fuzz import corpus
from tests.fuzz.mutating import mutated

_COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree")


class Found(NamedTuple):
    """What went wrong in a trial: what sort of thing, and how it shows."""

    sort: str
    told: str


class Trial(NamedTuple):
    """What was tried, what it cost, and what was found."""

    kind: str
    command: str
    seconds: float  # of this process
    found: tuple[Found, ...]


class Case(NamedTuple):
    """A file to be mutated, and the command lines of which one is run."""

    path: str
    data: bytes
    commands: tuple[tuple[str, ...], ...]


_BUILDS = (
    ("build",),
    ("check", "--all"),
    ("time",),
    ("sources", "talk"),
    ("build", "--aspect", "4:3", "--minutes", "4"),
)
_PROVES = (
    ("build",),
    ("verify",),
    ("check", "--format", "json"),
    ("find", "a", "week"),
    ("used", "weeks"),
    ("review", "--by", "A"),
)
_LIBRARY = tuple(f"assets/{name}.yaml" for name in ("facts", "quotes", "people", "sources", "actions", "media"))
_KEPT = (
    "assets/evidence.lock",
    "assets/reviews.yaml",
    "assets/protected.txt",
    "assets/posts/index.json",
    "assets/words.yaml",
)


def _outline(files: Mapping[str, bytes], random: Random) -> Case:
    return Case("talks/talk.yaml", corpus.outline(random), _BUILDS)


def _library(files: Mapping[str, bytes], random: Random) -> Case:
    path = random.choice(_LIBRARY)
    return Case(path, files[path], _PROVES)


def _event(files: Mapping[str, bytes], random: Random) -> Case:
    commands = (("build", "--events", "all"), ("build", "--event", "evening"), ("check", "--events", "upcoming"))
    return Case("talks/events.yaml", files["talks/events.yaml"], commands)


def _export(files: Mapping[str, bytes], random: Random) -> Case:
    ending = random.choice(("xml", "xml", "txt"))
    return Case(f"file.{ending}", random.choice(corpus.EXPORTS[ending])(), (("import", f"file.{ending}"),))


def _page(files: Mapping[str, bytes], random: Random) -> Case:
    return Case("file.html", random.choice(corpus.EXPORTS["html"])(), (("import", "file.html", "--date", "2012"),))


def _picture(files: Mapping[str, bytes], random: Random) -> Case:
    data = corpus.picture(random.choice(corpus.PICTURES))
    return Case("assets/images/seen.png", data, (("build", "photos"),))


def _drawing(files: Mapping[str, bytes], random: Random) -> Case:
    return Case("assets/drawings/calendar.svg", files["assets/drawings/calendar.svg"], (("build", "photos"),))


def _deck(files: Mapping[str, bytes], random: Random) -> Case:
    return Case(
        "build/talk.pptx", files["build/talk.pptx"], (("build", "talk"), ("coverage",), ("build", "talk", "--force"))
    )


def _kept(files: Mapping[str, bytes], random: Random) -> Case:
    path = random.choice([path for path in _KEPT if path in files] or ["assets/evidence.lock"])
    return Case(path, files.get(path, b""), _PROVES)


# Each with how often it is tried.
CASES: Mapping[str, tuple[int, Callable[[Mapping[str, bytes], Random], Case]]] = {
    "outline": (26, _outline),
    "library": (22, _library),
    "event": (7, _event),
    "export": (14, _export),
    "page": (13, _page),
    "picture": (8, _picture),
    "drawing": (4, _drawing),
    "old deck": (3, _deck),
    "proof": (3, _kept),
}


class Bench:
    """A folder for trials, one after the other, in this process."""

    def __init__(self, around: Path) -> None:
        self._around = around
        self._root = around / "folder"
        self._files = corpus.folder() | {"talks/photos.yaml": _PHOTOS}
        self._write(self._files)
        for command in (["verify"], ["build", "talk"], ["protect", "Xanthippe"], ["review", "--by", "A. Reader"]):
            tuple(self._run(command, "y\nn\nLook again\n"))
        (self._root / "file.txt").write_bytes(corpus.EXPORTS["txt"][0]())
        tuple(self._run(["import", "file.txt"], ""))
        made = (path for path in self._root.rglob("*") if path.is_file() and path.name not in (".lock", "file.txt"))
        self._files = {path.relative_to(self._root).as_posix(): path.read_bytes() for path in made}

    def trial(self, random: Random, kind: str = "") -> Trial:
        kind = kind or random.choices([*CASES], [often for often, _ in CASES.values()])[0]
        case = CASES[kind][1](self._files, random)
        shutil.rmtree(self._root)
        kept = {path: data for path, data in self._files.items() if kind == "old deck" or not path.startswith("build/")}
        self._write(kept | {case.path: mutated(case.data, random)})
        command = random.choice(case.commands)
        began = time.process_time()
        with _watched(self._around) as astray:
            found = [*self._run(list(command), "y\nn\nLook again\ns\n")]
        seconds = time.process_time() - began
        allowed = _allowed(command)
        found += [Found("wrote", path) for path in sorted(astray) if not _may(path, self._root, allowed)]
        return Trial(kind, " ".join(command), seconds, tuple(found))

    def _write(self, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            (self._root / path).parent.mkdir(parents=True, exist_ok=True)
            (self._root / path).write_bytes(data)

    def _run(self, command: list[str], typed: str) -> Iterator[Found]:
        """Runs a command in the folder; what was found wrong with how it ended, and what it said."""
        here, before = Path.cwd(), sys.stdin
        out, err = io.StringIO(), io.StringIO()
        sys.stdin = io.StringIO(typed)
        os.chdir(self._root)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                status: object = main(command)
        except SystemExit as ended:
            status = ended.code
        except BaseException as fault:  # whatever it is, it is what we look for
            status = None
            frames = traceback.extract_tb(fault.__traceback__)
            where = next((f for f in reversed(frames) if "talkbuilder" in f.filename), frames[-1])
            place = f"{Path(where.filename).name}:{where.lineno}"
            yield Found("traceback", f"{type(fault).__name__} at {place}: {str(fault)[:120]}")
        finally:
            os.chdir(here)
            sys.stdin = before
        said = out.getvalue() + err.getvalue()
        if status not in (None, 0, 1, 2):
            yield Found("status", repr(status))
        if "Traceback" in said:
            yield Found("traceback", said[-200:])
        if seen := _COMMANDING.search(said):
            yield Found("printed", repr(said[max(0, seen.start() - 40) : seen.end() + 20]))


_PHOTOS = (
    b"talk: Photos\nspeaker: almanac\nminutes: 3\nquestions: 1\nnotes: So.\nsections:\n- section: A part\n"
    b"  notes: So.\n"
    b"  slides:\n  - {title: Look at it, photo: seen, notes: Some words.}\n"
    b"  - {title: Own words beside a drawing, quote: fingers, drawing: calendar, notes: Some words.}\n"
)


def _allowed(command: tuple[str, ...]) -> tuple[str, ...]:
    """Where in the talk folder a command may write."""
    return {
        "build": ("build", ".vscode", "talks/told.jsonl"),
        "check": ("build",),
        "verify": ("assets/evidence.lock", "assets"),
        "review": ("assets/reviews.yaml", "assets/evidence.lock", "assets"),
        "import": ("assets",),
        "find": ("assets/posts",),
    }.get(command[0], ())


def _may(path: str, root: Path, allowed: tuple[str, ...]) -> bool:
    """Whether it is one of these, in one of these, or what takes the place of one once it is whole."""
    written = Path(path)
    for one in (root / one for one in allowed):
        is_temporary = written.parent == one.parent and written.match(f".{one.stem}-*.tmp")
        if written == one or one in written.parents or is_temporary:
            return True
    return False


_watching: list[tuple[Path, set[str]]] = []  # where writing is looked at, and what was written


@contextlib.contextmanager
def _watched(around: Path) -> Iterator[set[str]]:
    """Every file that is written, made, moved or removed meanwhile, wherever it is."""
    _listen()
    found: set[str] = set()
    _watching.append((around, found))
    try:
        yield found
    finally:
        _watching.clear()


def _listen() -> None:
    """Python tells of every file that it opens; whoever has asked once is told for good."""
    if not getattr(_listen, "listens", False):
        sys.addaudithook(_hear)
        _listen.listens = True  # type: ignore[attr-defined]


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        path, flags = arguments[0], arguments[2]
        if isinstance(flags, int) and flags & _WRITES and isinstance(path, str | bytes | os.PathLike):
            _note(path)
    elif event in ("os.remove", "os.rmdir") and arguments[1] != -1:
        pass  # it is within a folder that is removed whole, which is told by itself
    elif event in _CHANGES:
        for path in arguments[:2]:
            if isinstance(path, str | bytes | os.PathLike):
                _note(path)


def _note(path: "str | bytes | os.PathLike[str]") -> None:
    told = os.path.abspath(os.fsdecode(path))
    if told != os.devnull and "__pycache__" not in told:
        _watching[0][1].add(told)
