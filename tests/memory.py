"""A talk folder that exists only in memory."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from talkbuilder.source.project import Project


class MemoryProject(Project):
    """Its files by their paths, as text or bytes."""

    def __init__(self, files: Mapping[str, str | bytes], today: str = "2026-11-25") -> None:
        super().__init__(Path("in memory"))
        self._files = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
        self._today = today

    @property
    def today(self) -> str:
        return self._today

    def read(self, path: str) -> bytes | None:
        self._asked.add(path)
        return self._files.get(path)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        self._asked.add(folder)
        paths = (PurePosixPath(path) for path in self._files)
        return tuple(sorted(p.name for p in paths if str(p.parent) == folder and p.name.endswith(suffix)))

    def below(self, folder: str) -> tuple[str, ...]:
        self._asked.add(folder)
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))
