"""Which files of a talk folder have changed, as soon as they have."""

from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

from watchfiles import awatch

from talkbuilder.source.project import ASSETS
from talkbuilder.stages.read import TALKS

BUILD = "build"  # where somebody may edit what was built
_WATCHED = (TALKS, ASSETS, BUILD)
_STEP_MS = 2  # how long nothing more must happen before a change is told
_MOST_MS = 30  # how long that is waited for


async def changes(root: Path) -> AsyncIterator[frozenset[str]]:
    """Paths from the talk folder, with forward slashes: each time those of files that were written, moved, removed."""
    base = root.resolve()
    while True:
        folders = [base / name for name in _WATCHED if (base / name).is_dir()]
        links = _links(base, folders)
        watched = {*folders, *(file.parent for file in links)}
        async for found in awatch(*watched, debounce=_MOST_MS, step=_STEP_MS, watch_filter=None):
            paths = {Path(path) for _, path in found}
            if told := frozenset(one for path in paths for one in _told(path, base, folders, links)):
                yield told
            is_begun = any((base / name).is_dir() and base / name not in folders for name in _WATCHED)
            if is_begun or any(path.is_symlink() and path.resolve() not in links for path in paths):
                break  # a folder was begun, or a link made: from now on it is watched as well


def _links(base: Path, folders: list[Path]) -> Mapping[Path, list[Path]]:
    """The files of a talk folder to which links in it lead, and those links: a save changes the file, not the link."""
    found: dict[Path, list[Path]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_symlink() and (file := path.resolve()).is_file() and base in file.parents:
                found.setdefault(file, []).append(path)
    return found


def _told(path: Path, base: Path, folders: list[Path], links: Mapping[Path, list[Path]]) -> Iterator[str]:
    is_hidden = path.name.startswith(".")  # the index of the sources, or what is not yet whole
    if not is_hidden and any(folder in path.parents for folder in folders):
        yield path.relative_to(base).as_posix()
    yield from (link.relative_to(base).as_posix() for link in links.get(path, ()))
