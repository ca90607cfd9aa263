"""Mutants tried on copies of the project: the tests run against each, and who survives them is told."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from random import Random
from tempfile import TemporaryDirectory
from typing import Final, Literal, NamedTuple

from tests.mutants.mutations import Module, Mutant

_SOURCE: Final = Path("src")
_NEEDED: Final = ("src", "tests", "talks", "assets", ".vscode", "README.md", "pyproject.toml")
_MOST_MEMORY: Final = 4 << 30  # bytes: a mutant may ask for any number of slides
_PATIENCE: Final = 4  # times what the tests take without a fault, besides ten seconds

Verdict = Literal["killed", "stopped", "survived"]


class Chosen(NamedTuple):
    path: Path
    """From the root of the project."""
    mutant: Mutant

    def __str__(self) -> str:
        return f"{self.path}:{self.mutant.line}: {self.mutant.before}  ->  {self.mutant.after}"


class Suite(NamedTuple):
    """What is run against each mutant, quickest first: the first that fails ends the run."""

    paths: tuple[str, ...]
    options: tuple[str, ...] = ("-x", "-q", "-m", "not rendering", "-p", "no:cacheprovider", "-p", "no:xdist")

    def nearest_first(self, folder: Path, *modules: Path) -> "Suite":
        """The same behind the tests of some modules and of their rooms, which kill most of their mutants at once."""
        own = (Path("tests", *module.parts[2:-1], f"test_{module.stem}.py") for module in modules)
        rooms = (Path("tests", module.parts[2]) for module in modules)
        near = (str(path) for path in (*own, *rooms) if (folder / path).exists())
        return self._replace(paths=tuple(dict.fromkeys((*near, *self.paths))))


class Unfit(Exception):
    """The tests fail without any fault, so they tell nothing."""


def chosen(root: Path, folders: Iterable[str], count: int, seed: int) -> tuple[Chosen, ...]:
    """So many mutants of the modules in some folders, at places chosen by chance; a seed always chooses the same."""
    random = Random(seed)
    paths = sorted({path for folder in folders for path in (root / folder).rglob("*.py")})
    modules = {path: Module(path.read_text("utf-8")) for path in paths}
    places = [(path, number) for path, module in modules.items() for number in range(len(module))]
    found = random.sample(places, min(count, len(places)))
    return tuple(Chosen(path.relative_to(root), modules[path].mutant(number, random)) for path, number in found)


def tried(
    root: Path, mutants: Sequence[Chosen], suite: Suite, workers: int | None = None
) -> Iterator[tuple[Chosen, Verdict]]:
    """Each mutant with what became of it, as they end. Nothing under `root` is changed.

    Raises Unfit where the tests fail without a fault.
    """
    workers = min(workers or len(os.sched_getaffinity(0)), max(1, len(mutants)))
    with _copies(root, workers) as copies:
        first = copies.get()
        began = time.monotonic()
        whole = suite.nearest_first(first, *(one.path for one in mutants))
        if (said := _run(first, whole, None)) != "survived":
            raise Unfit(f"the tests are {said} without a fault")
        limit = 10 + _PATIENCE * workers * (time.monotonic() - began)
        copies.put(first)

        def attempt(one: Chosen) -> tuple[Chosen, Verdict]:
            folder = copies.get()
            try:
                with _faulty(folder / one.path, one.mutant.text):
                    return one, _run(folder, suite.nearest_first(folder, one.path), limit)
            finally:
                copies.put(folder)

        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(attempt, mutants)


@contextmanager
def _copies(root: Path, count: int) -> Iterator["SimpleQueue[Path]"]:
    queue: SimpleQueue[Path] = SimpleQueue()
    with TemporaryDirectory(prefix="mutants-") as folder:
        for number in range(count):
            copy = Path(folder, str(number))
            for name in _NEEDED:
                if (root / name).is_dir():
                    shutil.copytree(
                        root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
                    )
                elif (root / name).exists():
                    shutil.copy(root / name, copy / name)
            queue.put(copy)
        yield queue


@contextmanager
def _faulty(path: Path, text: str) -> Iterator[None]:
    """Puts a faulty text in the place of a module of a copy; Python must not take an older one from its cache."""
    right = path.read_text("utf-8")
    cache = path.parent / "__pycache__"
    try:
        path.write_text(text, "utf-8")
        shutil.rmtree(cache, ignore_errors=True)
        yield
    finally:
        path.write_text(right, "utf-8")
        shutil.rmtree(cache, ignore_errors=True)


def _run(folder: Path, suite: Suite, limit: float | None) -> Verdict:
    """Runs the tests in a copy, in a session of its own that ends as a whole where it takes too long."""
    started = subprocess.Popen(
        [sys.executable, "-m", "pytest", *suite.options, *suite.paths],
        cwd=folder,
        # The copy comes before the project itself, which is installed to be edited.
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(folder / _SOURCE), str(folder)))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        resource.prlimit(started.pid, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        return "survived" if started.wait(limit) == 0 else "killed"
    except subprocess.TimeoutExpired:
        return "stopped"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
