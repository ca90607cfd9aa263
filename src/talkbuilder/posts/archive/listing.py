"""The committed index, assets/sources.yaml: what it lists, and how new sources are added without touching the rest."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.evidence.library.sources import Kind
from talkbuilder.outputs.delivery import write_unless_changed
from talkbuilder.posts.archive.store import Unstored
from talkbuilder.source.nodes import Mapping as Entries
from talkbuilder.source.nodes import Scalar
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.project import ASSETS
from talkbuilder.source.scalars import as_scalar
from talkbuilder.stages.read import POSTS_FILE

FILE = "assets/sources.yaml"
_OLDER = f"{ASSETS}/{POSTS_FILE}"  # is read too, and nothing is added to it
_MOST_TRIES = 40  # to add to a file that is being edited: nobody saves so often by hand
_HEAD = """\
# The index of the sources; their text is not committed. `by` says whose words one holds (a post’s are the blogger’s),
# and `voices` who else is speaking where, each from its first words to its last. `cite_as` is for slides, where the
# title tells too much.
"""


class NewSource(Struct, frozen=True, kw_only=True):
    """A source to be listed; what is "" is left out."""

    id: str
    kind: Kind
    by: str
    title: str
    publisher: str
    date: str
    url: str

    @property
    def yaml(self) -> str:
        told = {
            "kind": "" if self.kind == "post" else self.kind,
            "by": self.by,
            "title": as_scalar(self.title),
            "publisher": as_scalar(self.publisher) if self.publisher else "",
            "date": self.date,
            "url": self.url,
        }
        return f"\n{self.id}:\n" + "".join(f"  {key}: {value}\n" for key, value in told.items() if value)


class Listing:
    """assets/sources.yaml as it is; raises Unstored where it cannot be read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / FILE
        self._data = self._path.read_bytes() if self._path.exists() else b""
        older = root / _OLDER
        self._older = _titles(older.read_bytes(), _OLDER) if older.exists() else {}
        self.titles: dict[str, str] = self._older | _titles(self._data, FILE)
        self._entries: dict[str, NewSource] = {}

    def stage(self, entry: NewSource) -> None:
        """Prepares a source to be listed, unless it is."""
        if entry.id not in self.titles:
            self._entries[entry.id] = entry

    def check(self) -> bytes:
        """The file with all that was prepared; raises Unstored where nothing can be added to it."""
        data = _extended(self._data, self._entries.values())
        own = {id: title for id, title in self.titles.items() if id not in self._older}
        wanted = own | {entry.id: entry.title for entry in self._entries.values()}
        if not _lists(data, wanted):
            hint = "write one entry after the other, each 'id:' at the left margin with its keys indented below"
            raise Unstored(Diagnostic("I011", "no entries can be added at the end of the file", file=FILE, hint=hint))
        return data

    @property
    def staged(self) -> bytes:
        """What was prepared, for `add`."""
        return msgspec.json.encode([*self._entries.values()])

    def write(self, data: bytes) -> bool:
        """Writes what `check` returned; tells whether the file was still as it was read."""
        return not self._entries or write_unless_changed(self._path, self._data, data, self._root)


def add(root: Path, staged: bytes) -> None:
    """Adds entries to the file as it is by then, which somebody may have edited meanwhile. Raises Unstored."""
    entries = msgspec.json.decode(staged, type=tuple[NewSource, ...])
    for _ in range(_MOST_TRIES):
        listing = Listing(root)
        for entry in entries:
            listing.stage(entry)
        if listing.write(listing.check()):
            return
    hint = "end the program that does; whatever is run next then ends the import, of which nothing is lost"
    raise Unstored(Diagnostic("I010", "another program writes this file again and again", file=FILE, hint=hint))


def _lists(data: bytes, wanted: dict[str, str]) -> bool:
    try:
        return _titles(data, FILE) == wanted
    except Unstored:
        return False


def _titles(data: bytes, file: str) -> dict[str, str]:
    """The titles of all entries; an entry without one is known by its id all the same."""
    try:
        source = Source(file, data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        hint = "save it as UTF-8 (in Notepad: Save As, Encoding)"
        raise Unstored(Diagnostic("R002", "it is not UTF-8 text", file=file, hint=hint)) from fault
    if is_blank(source.text):
        return {}
    report = Report()
    node = parse(source, report)
    if not isinstance(node, Entries):
        found = report.diagnostics[0] if report.diagnostics else None
        hint = f"see {file}"
        raise Unstored(found or Diagnostic("I011", "the file holds no entries", file=file, hint=hint))
    return {key.value: _title(value) for key, value in node.entries}


def _title(entry: object) -> str:
    title = entry.get("title") if isinstance(entry, Entries) else None
    return title.value if isinstance(title, Scalar) else ""


def _extended(data: bytes, entries: Iterable[NewSource]) -> bytes:
    """The file with entries at its end, in its own line ends; all that was there is there to the byte."""
    added = "".join(one.yaml for one in entries)
    if not added:
        return data
    if not data.strip():
        return (_HEAD + added).encode()
    end = "\r\n" if b"\r\n" in data else "\n"
    gap = "" if data.endswith(b"\n") else end
    return data + (gap + added.replace("\n", end)).encode()
