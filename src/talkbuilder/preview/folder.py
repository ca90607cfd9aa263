"""A talk folder that stays open: what was read is kept until somebody says that it has changed."""

from collections.abc import Iterable
from pathlib import Path

from talkbuilder.source.project import DiskProject


class OpenProject:
    """A talk folder on disk, of which each file is read once until it is forgotten."""

    def __init__(self, root: Path) -> None:
        self._disk = DiskProject(root)
        self._kept: dict[str, bytes | None] = {}

    @property
    def root(self) -> Path:
        return self._disk.root

    @property
    def asked(self) -> frozenset[str]:
        return self._disk.asked

    @property
    def today(self) -> str:
        return self._disk.today

    def read(self, path: str) -> bytes | None:
        if path not in self._kept:
            self._kept[path] = self._disk.read(path)
        return self._kept[path]

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        return self._disk.names(folder, suffix)

    def below(self, folder: str) -> tuple[str, ...]:
        return self._disk.below(folder)

    def forget(self, paths: Iterable[str]) -> None:
        """Lets files be read again."""
        for path in paths:
            self._kept.pop(path, None)
