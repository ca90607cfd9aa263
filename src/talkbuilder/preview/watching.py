"""Which files of a talk folder have changed, as soon as they have."""

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

from talkbuilder.source.project import ASSETS
from talkbuilder.stages.read import TALKS

_STEP_MS = 2  # how long nothing more must happen before a change is told
_MOST_MS = 30  # how long that is waited for


async def changes(root: Path) -> AsyncIterator[frozenset[str]]:
    """Paths from the talk folder, with forward slashes: each time those of files that were written, moved, removed."""
    base = root.resolve()
    while True:
        folders = [base / name for name in (TALKS, ASSETS) if (base / name).is_dir()]
        async for found in awatch(*folders, debounce=_MOST_MS, step=_STEP_MS, watch_filter=None):
            yield frozenset(Path(path).relative_to(base).as_posix() for _, path in found)
            if len(folders) < 2 and (base / ASSETS).is_dir():
                break  # a library was begun: from now on it is watched as well
