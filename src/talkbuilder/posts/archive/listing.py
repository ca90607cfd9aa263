"""The committed index, assets/sources.yaml: what it lists, and how new sources are added without touching the rest.

Whoever speaks in one and is nobody in assets/people.yaml yet is added there in the same way.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from talkbuilder.authoring.adding import bytes_of, entries_of, with_entries, write
from talkbuilder.evidence.library.sources import Kind
from talkbuilder.source.project import ASSETS
from talkbuilder.source.scalars import as_scalar
from talkbuilder.stages.read import POSTS_FILE

FILE = "assets/sources.yaml"
PEOPLE = "assets/people.yaml"
_OLDER = f"{ASSETS}/{POSTS_FILE}"  # is read too, and nothing is added to it
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
    role: Literal["author", "critic", "source"] = "critic"
    is_known: bool = False  # whether somebody has told what slides call them

    @property
    def yaml(self) -> str:
        told = f"  credit: {as_scalar(self.credit)}\n  role: {self.role}\n"
        remark = " # protected until you say who this is: 'credit' is what a slide prints"
        return f"{self.id}:\n{told}" if self.is_known else f"{self.id}:{remark}\n{told}  may_be_named: false\n"


class NewSource(Struct, frozen=True):
    """A source to be listed; what is "" is left out."""

    id: str
    kind: Kind
    by: str
    title: str
    known_by: str  # in place of a title that is not told, with what is cited then
    cite_as: str
    publisher: str
    date: str
    url: str
    speakers: tuple[str, ...]
    people: tuple[NewPerson, ...]  # those of them who are to be added

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
        return f"{self.id}:\n" + "".join(f"  {key}: {value}\n" for key, value in told.items() if value)


class Listing:
    """assets/sources.yaml as it is; raises Refused where it cannot be read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        listed = {id: one for file in (_OLDER, FILE) for id, one in entries_of(bytes_of(root, file), file).items()}
        self.titles = {id: str(entry.get("title", "")) for id, entry in listed.items()}
        self.marks = {id: str(entry["known_by"]) for id, entry in listed.items() if "known_by" in entry}
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

    def check(self) -> None:
        """Raises Refused where what was prepared cannot be added to one of the two files."""
        entries = tuple(self._entries.values())
        _with_people(bytes_of(self._root, PEOPLE), entries)
        _with_sources(bytes_of(self._root, FILE), entries)

    @property
    def staged(self) -> bytes:
        """What was prepared, for `add`."""
        return msgspec.json.encode([*self._entries.values()])


def add(root: Path, staged: bytes) -> None:
    """Adds entries to the files as they are by then, which somebody may have edited meanwhile. Raises Refused."""
    entries = msgspec.json.decode(staged, type=tuple[NewSource, ...])
    write(root, PEOPLE, lambda data: _with_people(data, entries))
    write(root, FILE, lambda data: _with_sources(data, entries))


def _with_people(data: bytes, sources: tuple[NewSource, ...]) -> bytes:
    return _extended(data, PEOPLE, _HEAD_OF_PEOPLE, {one.id: one.yaml for source in sources for one in source.people})


def _with_sources(data: bytes, sources: tuple[NewSource, ...]) -> bytes:
    return _extended(data, FILE, _HEAD, {one.id: one.yaml for one in sources})


def _extended(data: bytes, file: str, head: str, entries: Mapping[str, str]) -> bytes:
    """A file with those entries at its end that it has not; all else is there to the byte. Raises Refused."""
    there = entries_of(data, file) if entries else {}
    new = [yaml for id, yaml in entries.items() if id not in there]
    return with_entries(data if data.strip() else head.encode(), file, "\n".join(new)) if new else data
