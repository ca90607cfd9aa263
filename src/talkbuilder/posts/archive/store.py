"""The imported posts on disk: `assets/posts/`, which git ignores and nobody edits.

    ID.txt                       the text of a post: paragraphs with a blank line between them, without the title
    index.json                   what else is known of each post, and of the files that they came from
    .gitignore                   keeps all of them out of git, this file too
    originals/SHA256-NAME        each file as it was given, but for e-mail and IP addresses

An import holds `.lock` before it reads, and lets go of it after the last that it writes; it dies with the process.
Whatever changes is prepared in `.importing/`. That is renamed `.imported/` when all of it is ready, at one stroke, and
then moved into place: texts first, then index.json, and last the committed index, assets/sources.yaml. What a process
that was killed has left in `.importing/` was never imported and goes; what it left in `.imported/` is moved into place
by whoever comes next.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Refused
from talkbuilder.evidence.library.sources import Stretch
from talkbuilder.outputs.delivery import held
from talkbuilder.posts.importers.kind import ImportedPost, Link
from talkbuilder.source.project import leads_out

FOLDER = "assets/posts"
INDEX = "index.json"
ORIGINALS = "originals"
_STAGING = ".importing"
_READY = ".imported"
_LOCK = ".lock"
_LISTED = "listed.json"  # in what is ready, the entries for the committed index
_PATIENCE_SECONDS = 5.0  # for another import, which is mostly over by then


class Kept(Struct, frozen=True, kw_only=True):
    """What index.json says of a post."""

    title: str
    date: str
    url: str
    links: tuple[Link, ...]
    lost_links: tuple[str, ...]
    pictures: tuple[str, ...]
    cut_short: str
    words: int  # of title and text, whatever stands between spaces counting as one
    sha256: str  # of the text, as it lies on disk
    file: str  # the hash of the file that it came from
    stretches: tuple[Stretch, ...] = ()  # who is speaking where
    author: str = ""  # as the file calls them


class Origin(Struct, frozen=True, kw_only=True):
    """What index.json says of a file that was imported, under the hash of its bytes as they were given."""

    name: str
    format: str
    copy: str  # the copy's name in originals/
    copy_sha256: str  # differs from the file's own where addresses were taken out of the copy


class Contents(Struct, kw_only=True):
    """index.json."""

    version: int = 1
    posts: dict[str, Kept] = {}
    files: dict[str, Origin] = {}


def hash_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def kept(post: ImportedPost, file: str, stretches: tuple[Stretch, ...]) -> Kept:
    """What the index says of a post that a file holds."""
    same = {name: getattr(post, name) for name in Kept.__struct_fields__ if hasattr(post, name)}
    words, sha = len(post.title.split()) + len(post.text.split()), hash_of(on_disk(post.text))
    return Kept(**same, words=words, sha256=sha, file=file, stretches=stretches)


def on_disk(text: str) -> bytes:
    """A text as it is written."""
    return f"{text}\n".encode()


class Store:
    """The posts of a talk folder, and what an import is about to change in them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root / FOLDER
        self._staging = self.folder / _STAGING
        self._ready = self.folder / _READY
        self.contents = Contents()

    def _read_index(self) -> Contents:
        path = self.folder / INDEX
        try:
            return msgspec.json.decode(path.read_bytes(), type=Contents)
        except (FileNotFoundError, NotADirectoryError):
            return Contents()
        except OSError as fault:
            raise Refused(_refused(fault)) from fault
        except msgspec.MsgspecError as fault:
            hint = f"delete the folder '{FOLDER}' and import your files again; the library is not touched by that"
            message = f"the index of the imported posts is damaged: {fault}"
            raise Refused(Diagnostic("I010", message, file=f"{FOLDER}/{INDEX}", hint=hint)) from fault

    def text(self, id: str) -> str | None:
        """The text of a post that was imported before; None where there is none."""
        if id not in self.contents.posts:
            return None
        try:
            return (self.folder / f"{id}.txt").read_bytes().decode("utf-8", "replace").removesuffix("\n")
        except FileNotFoundError:
            return None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While this lasts, nobody else changes the posts.

        Raises Refused where another import is at it, or the disk refuses.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if leads_out(self.folder, self._root):
                raise OSError(errno.EPERM, "it is a link that leads out of the talk folder")
            if not (ignored := self.folder / ".gitignore").exists():  # whatever the talk folder itself tells git
                ignored.write_bytes(b"*\n")
            with held(self.folder / _LOCK, _PATIENCE_SECONDS) as is_mine:
                if not is_mine:
                    hint = "wait until it is done, and try again"
                    raise Refused(Diagnostic("I010", "another import is running", file=FOLDER, hint=hint))
                yield
        except OSError as fault:
            raise Refused(_refused(fault)) from fault

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """While this lasts, `stage` prepares, and `commit` makes that what is to be; else it is gone afterwards."""
        self._discard()
        self.contents = self._read_index()
        self._staging.mkdir()
        try:
            yield
        finally:
            self._discard()

    def _discard(self) -> None:
        if self._staging.exists():
            shutil.rmtree(self._staging)

    def stage(self, id: str, post: Kept, text: str) -> None:
        """Prepares a post to be written."""
        (self._staging / f"{id}.txt").write_bytes(on_disk(text))
        self.contents.posts[id] = post

    def amend(self, id: str, **told: str | tuple[Stretch, ...]) -> None:
        """Prepares what was not known yet of a post: its date, or who is speaking where."""
        self.contents.posts[id] = msgspec.structs.replace(self.contents.posts[id], **told)

    def stage_original(self, hash: str, name: str, format: str, copy: Iterable[bytes]) -> None:
        """Prepares the file itself to be kept, unless it is already."""
        if hash in self.contents.files:
            return
        file = f"{hash}-{re.sub(r'[^A-Za-z0-9._-]+', '_', name)[-80:]}"
        (self._staging / ORIGINALS).mkdir(exist_ok=True)
        written = sha256()
        with (self._staging / ORIGINALS / file).open("wb") as stream:
            for piece in copy:
                stream.write(piece)
                written.update(piece)
        self.contents.files[hash] = Origin(name=name, format=format, copy=file, copy_sha256=written.hexdigest())

    def commit(self, listed: bytes) -> None:
        """Makes what was prepared what is to be, at one stroke; `listed` are the entries for the committed index."""
        data = msgspec.json.format(msgspec.json.encode(self.contents, order="sorted"), indent=1) + b"\n"
        index = self.folder / INDEX
        if not index.exists() or index.read_bytes() != data:
            (self._staging / INDEX).write_bytes(data)
        (self._staging / _LISTED).write_bytes(listed)
        os.replace(self._staging, self._ready)

    def settle(self) -> bytes | None:
        """Moves into place what is ready; returns the entries that are to be listed before `settled`, None for none."""
        if not self._ready.is_dir():
            return None
        (self.folder / ORIGINALS).mkdir(exist_ok=True)
        for kind in (ORIGINALS, "."):
            folder = self._ready / kind
            for file in sorted(folder.iterdir()) if folder.is_dir() else ():
                if file.is_file() and file.name not in (INDEX, _LISTED):
                    os.replace(file, self.folder / kind / file.name)
        if (self._ready / INDEX).exists():
            os.replace(self._ready / INDEX, self.folder / INDEX)
        return (self._ready / _LISTED).read_bytes()

    def settled(self) -> None:
        """Nothing is left to be done of what was ready."""
        # Renamed first: half of it, left by somebody who is killed here, must not be taken for ready.
        os.replace(self._ready, self._staging)
        self._discard()


def _refused(fault: OSError) -> Diagnostic:
    hint = "see whether the folder can be written to and the disk has room; nothing was imported"
    why = "you may not write into this folder" if isinstance(fault, PermissionError) else fault.strerror or str(fault)
    return Diagnostic("I010", f"cannot be written: {why}", file=FOLDER, hint=hint)
