"""The only file access: reads and lists the talk folder, and remembers what it was asked for."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from talkbuilder.source.ids import is_device

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg")
ASSETS = "assets"
MAX_BYTES = 50_000_000  # far beyond any outline or picture; keeps a wrong file from filling the memory

# What only a talk folder holds beside its `talks/`.
_LIBRARY = ("facts", "quotes", "people", "posts", "sources", "actions", "media")
_SIGNS = (*(f"assets/{name}.yaml" for name in _LIBRARY), "assets/evidence.lock", ".vscode/outline.schema.json")
_MOST_LOOKED_AT = 20  # files of a folder called talks, which may be anybody's and hold thousands
_HEAD = 4_096  # bytes of an outline, which begins with its title
_TALK = re.compile(rb"^(?:\xef\xbb\xbf)?talk:", re.MULTILINE)


class Project:
    """A talk folder. Paths are relative to it and use forward slashes on every system."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._asked: set[str] = set()

    @property
    def asked(self) -> frozenset[str]:
        """Every path that was read or listed: what the preview watches."""
        return frozenset(self._asked)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is no such file. Raises OSError where it cannot be read."""
        self._asked.add(path)
        file = self.root / path
        if ".." in PurePosixPath(path).parts or Path(path).is_absolute() or is_device(file.name):
            return None  # what lies outside of the talk folder is no business of a talk
        if file.is_dir() and file.suffix:
            raise IsADirectoryError("it is a folder")
        if not file.is_file():
            return None
        if leads_out(file, self.root):
            raise OSError("it is a link that leads out of the talk folder")
        if file.stat().st_size > MAX_BYTES:
            raise OSError(f"larger than {MAX_BYTES // 1_000_000} MB")
        return file.read_bytes()

    @property
    def today(self) -> str:
        """The day on which it is asked, such as 2027-05-14."""
        return date.today().isoformat()

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The file names in a folder that end in `suffix`, sorted; none where there is no such folder."""
        self._asked.add(folder)
        directory = self.root / folder
        if not directory.is_dir():
            return ()
        return tuple(
            sorted(entry.name for entry in directory.iterdir() if entry.name.endswith(suffix) and entry.is_file())
        )

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths of all files in a folder and in those within it, sorted."""
        self._asked.add(folder)
        files = (one for one in (self.root / folder).rglob("*") if one.is_file())
        return tuple(sorted(one.relative_to(self.root).as_posix() for one in files))


class ChangedProject(Project):
    """A talk folder as it would be with some files changed: {path: bytes}."""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        super().__init__(root)
        self._files = files

    def read(self, path: str) -> bytes | None:
        return self._files[path] if path in self._files else super().read(path)


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path of a talk folder leads out of it, by a link in it or on the way to it."""
    return not path.resolve().is_relative_to(root.resolve())


def find_root(start: Path) -> Path | None:
    """The nearest talk folder, from `start` upwards; above `start` a `talks/` alone is no sign, others have one too."""
    if (start / "talks").is_dir():
        return start
    return next(filter(is_talk_folder, start.parents), None)


def is_talk_folder(folder: Path) -> bool:
    """Whether a folder holds something that only talks and their library are kept in, and not just a `talks/`."""
    try:
        if not (folder / "talks").is_dir():
            return False
        outlines = sorted((folder / "talks").glob("*.yaml"))[:_MOST_LOOKED_AT]
        return any((folder / sign).is_file() for sign in _SIGNS) or any(map(_is_outline, outlines))
    except OSError:  # whoever may not look into it has no talks there
        return False


def _is_outline(file: Path) -> bool:
    """Whether a file begins as an outline does, which has `talk:` at the left margin."""
    with file.open("rb") as stream:
        return _TALK.search(stream.read(_HEAD)) is not None
