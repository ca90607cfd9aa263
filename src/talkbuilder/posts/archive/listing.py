"""The committed index, assets/sources.yaml: what it lists, and how new sources are added without touching the rest.

Whoever speaks in one and is nobody in assets/people.yaml yet is added there in the same way.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from talkbuilder.authoring.adding import extended
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
PEOPLE = "assets/people.yaml"
_OLDER = f"{ASSETS}/{POSTS_FILE}"  # is read too, and nothing is added to it
_MOST_TRIES = 40  # to add to a file that is being edited: nobody saves so often by hand
_HEAD = """\
# The index of the sources; their text is not committed. `by` says whose words one holds (a post’s are the blogger’s),
# and `voices` who else is speaking where, each from its first words to its last. `cite_as` is for slides, where the
# title tells too much.
"""


_HEAD_OF_PEOPLE = """\
# Who speaks, and what a slide may print of them. role: author, source, staff, critic, survivor, minor or public.
"""


class NewPerson(Struct, frozen=True, kw_only=True):
    """Somebody to be added, by what slides call them; who is asked in an interview is a source."""

    id: str
    credit: str
    role: Literal["critic", "source"] = "critic"
    is_known: bool = False  # whether somebody has told what slides call them

    @property
    def yaml(self) -> str:
        remark = " # protected until you say who this is: 'credit' is what a slide prints"
        return (
            f"\n{self.id}:{'' if self.is_known else remark}\n"
            f"  credit: {as_scalar(self.credit)}\n  role: {self.role}\n  may_be_named: false\n"
        )


class NewSource(Struct, frozen=True, kw_only=True):
    """A source to be listed; what is "" is left out."""

    id: str
    kind: Kind
    by: str
    title: str
    known_by: str = ""  # in place of a title that is not told, with what is cited then
    cite_as: str = ""
    publisher: str
    date: str
    url: str
    speakers: tuple[str, ...] = ()
    people: tuple[NewPerson, ...] = ()  # those of them who are to be added

    @property
    def yaml(self) -> str:
        told = {
            "kind": "" if self.kind == "post" else self.kind,
            "by": self.by,
            "title": as_scalar(self.title) if self.title else "",
            "known_by": self.known_by,
            "cite_as": self.cite_as,
            "publisher": as_scalar(self.publisher) if self.publisher else "",
            "date": self.date,
            "url": self.url,
            "speakers": f"[{', '.join(self.speakers)}]" if self.speakers else "",
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
        self.marks = {id: mark for id, mark in _titles(self._data, FILE, "known_by").items() if mark}
        people = root / PEOPLE
        self._people = people.read_bytes() if people.exists() else b""
        self._entries: dict[str, NewSource] = {}

    def stage(self, entry: NewSource) -> None:
        """Prepares a source to be listed, unless it is."""
        if entry.id not in self.titles:
            self._entries[entry.id] = entry

    def credit(self, id: str, by: str, people: tuple[NewPerson, ...]) -> bool:
        """Says whose words a source holds that is to be listed; False where it is none of those."""
        if entry := self._entries.get(id):
            self._entries[id] = msgspec.structs.replace(entry, by=by, people=(*entry.people, *people))
        return entry is not None

    def check(self) -> tuple[bytes, bytes]:
        """The two files with all that was prepared; raises Unstored where nothing can be added to one of them."""
        own = {id: title for id, title in self.titles.items() if id not in self._older}
        new = {entry.id: entry.title for entry in self._entries.values()}
        data = _extended(self._data, (one.yaml for one in self._entries.values()), _HEAD, own | new, FILE)
        people = {one.id: one for entry in self._entries.values() for one in entry.people}
        if not people:
            return data, self._people
        there = _titles(self._people, PEOPLE)
        added = {id: one for id, one in people.items() if id not in there}
        known = there | dict.fromkeys(added, "")
        return data, _extended(self._people, (one.yaml for one in added.values()), _HEAD_OF_PEOPLE, known, PEOPLE)

    @property
    def staged(self) -> bytes:
        """What was prepared, for `add`."""
        return msgspec.json.encode([*self._entries.values()])

    def write(self, data: bytes, people: bytes) -> bool:
        """Writes what `check` returned; tells whether the files were still as they were read."""
        if people != self._people and not write_unless_changed(self._root / PEOPLE, self._people, people, self._root):
            return False
        return not self._entries or write_unless_changed(self._path, self._data, data, self._root)


def add(root: Path, staged: bytes) -> None:
    """Adds entries to the file as it is by then, which somebody may have edited meanwhile. Raises Unstored."""
    entries = msgspec.json.decode(staged, type=tuple[NewSource, ...])
    for _ in range(_MOST_TRIES):
        listing = Listing(root)
        for entry in entries:
            listing.stage(entry)
        if listing.write(*listing.check()):
            return
    hint = "end the program that does; whatever is run next then ends the import, of which nothing is lost"
    raise Unstored(Diagnostic("I010", "another program writes this file again and again", file=FILE, hint=hint))


def _lists(data: bytes, wanted: dict[str, str], file: str) -> bool:
    try:
        return _titles(data, file) == wanted
    except Unstored:
        return False


def _titles(data: bytes, file: str, key: str = "title") -> dict[str, str]:
    """The titles of all entries, or what stands under another key of theirs; "" for an entry without one."""
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
    return {id.value: _told(value, key) for id, value in node.entries}


def _told(entry: object, key: str) -> str:
    told = entry.get(key) if isinstance(entry, Entries) else None
    return told.value if isinstance(told, Scalar) else ""


def _extended(data: bytes, entries: Iterable[str], head: str, wanted: dict[str, str], file: str) -> bytes:
    """A file with entries at its end, in its own line ends; all else is there to the byte. Raises Unstored."""
    if not (added := "".join(entries)):
        return data
    after = extended(data, added) if data.strip() else (head + added).encode()
    if not _lists(after, wanted, file):
        hint = "write one entry after the other, each 'id:' at the left margin with its keys indented below"
        raise Unstored(Diagnostic("I011", "no entries can be added at the end of the file", file=file, hint=hint))
    return after
