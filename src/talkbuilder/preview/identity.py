"""The keys by which windows and telephones know a preview, kept for a day: one that died and runs again is the same."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

import msgspec
from msgspec import Struct, structs

from talkbuilder.outputs.delivery import write_whole

_DAY_SECONDS = 24 * 60 * 60


class Identity(Struct, frozen=True):
    """One preview at a port of this machine: of which talk, its key, and those of its telephones."""

    root: str
    talk: str
    port: int
    key: str
    telephones: tuple[str, ...] = ()
    lan: str = ""  # the address at which it listens for them
    at: float = 0.0  # when this was written

    def keep(self, **changes: object) -> "Identity":
        """Changed as told, and written down; where that cannot be, nobody will know it again."""
        changed = structs.replace(self, **changes, at=time.time())
        with suppress(OSError, RuntimeError):  # a machine without a home
            folder = _folder()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # nobody else on this machine reads the keys
            write_whole(folder / f"preview-{self.port}.json", msgspec.json.encode(changed), folder)
        return changed


def identity_at(port: int, root: Path, talk: str) -> Identity:
    """The identity that a preview of a talk had at a port within a day; a new one where there was none."""
    had = next((one for one in _kept(root, talk) if one.port == port), None)
    return (had or Identity(str(root.resolve()), talk, port, token_urlsafe(24))).keep()


def ports_of(root: Path, talk: str) -> list[int]:
    """The ports at which windows may be waiting for a preview of a talk, the last one first."""
    return [one.port for one in sorted(_kept(root, talk), key=lambda one: -one.at)]


def _kept(root: Path, talk: str) -> Iterator[Identity]:
    with suppress(OSError, RuntimeError):
        for file in _folder().glob("preview-*.json"):
            with suppress(OSError, msgspec.MsgspecError):
                one = msgspec.json.decode(file.read_bytes(), type=Identity)
                if (one.root, one.talk) == (str(root.resolve()), talk) and 0 <= time.time() - one.at < _DAY_SECONDS:
                    yield one


def _folder() -> Path:
    """Where programs keep what they can do without."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        above = Path.home() / "Library" / "Caches"
    else:
        above = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(above) / "talkbuilder"
