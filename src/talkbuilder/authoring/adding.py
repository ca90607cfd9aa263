"""Adds to files of the library what somebody has filled in; every other byte of them stays, and their order."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from talkbuilder.diagnostics import Diagnostic, Refused, Report, Source
from talkbuilder.outputs.delivery import write_unless_changed
from talkbuilder.source.characters import text_of
from talkbuilder.source.nodes import Mapping, Node, Sequence, end_of, is_flow, line_end, plain
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.scalars import as_item

MOST_TRIES = 40  # to add to a file that is being edited: nobody saves so often by hand
_ONE_BY_ONE = "write one entry after the other, each 'id:' at the left margin with its keys indented below"
_AS_LINES = "write its keys one below the other, and the voices as a list below 'voices:', each after a dash"

Change = Callable[[bytes], bytes]


class Edit(NamedTuple):
    """A stretch of a text and what replaces it."""

    start: int
    end: int
    text: str


def write(root: Path, file: str, change: Change) -> bytes:
    """Changes a file as it is now, which somebody else may be editing as well. Returns all of it.

    Raises Refused where it cannot be changed, and OSError where it cannot be written.
    """
    path = root / file
    for _ in range(MOST_TRIES):
        before = bytes_of(root, file)
        if (after := change(before)) == before:
            return before
        path.parent.mkdir(exist_ok=True)
        if write_unless_changed(path, before, after, root):
            return after
    hint = "end the program that does, and add it again"
    raise Refused(Diagnostic("I010", "another program writes this file again and again", file=file, hint=hint))


def bytes_of(root: Path, file: str) -> bytes:
    """A file as it is now; empty where there is none."""
    return (root / file).read_bytes() if (root / file).is_file() else b""


def extended(data: bytes, added: str) -> bytes:
    """A file with entries behind its last one, in its own line ends."""
    gap = "" if not data or data.endswith(b"\n") else "\n"
    return data + _in_ends_of(data, gap + added).encode()


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A file with edits of its text as it is read, one behind the other; every other byte stays."""
    text, made, at = data.decode("utf-8-sig"), list[str](), 0
    places = [*(one.start() for one in re.finditer(r"\r\n|(?s:.)", text)), len(text)]
    for edit in edits:
        made += [text[at : places[edit.start]], _in_ends_of(data, edit.text)]
        at = places[edit.end]
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + "".join((*made, text[at:])).encode()


def _in_ends_of(data: bytes, text: str) -> str:
    return text.replace("\n", "\r\n") if b"\r\n" in data else text


def with_entries(data: bytes, file: str, yaml: str) -> bytes:
    """A file of the library with entries at its end. Raises Refused where it cannot have them there."""
    before, added = entries_of(data, file), entries_of(yaml.encode(), file)
    for id in before.keys() & added:
        raise Refused(Diagnostic("R008", f"'{id}' stands there already", file=file, hint="give it another name"))
    after = extended(data, f"\n{yaml}" if data.strip() else yaml)
    return _sure(after, file, {**before, **added}, _ONE_BY_ONE)


def with_key(data: bytes, file: str, id: str, key: str, value: str) -> bytes:
    """A file in which one entry has one key more. Raises Refused where it has it, or there is no such entry."""
    said, entry = entries_of(data, file), _entry(data, file, id)
    if entry.get(key) is not None:
        raise Refused(Diagnostic("R008", f"'{id}' has '{key}' already", file=file, hint="change it there"))
    said[id] = {**said[id], key: value}
    return _sure(edited(data, [_behind(entry, f"{key}: {value}")]), file, said, _AS_LINES)


def with_voice(data: bytes, file: str, id: str, voice: dict[str, str]) -> bytes:
    """A file in which one source has one voice more, in braces. Raises Refused as `with_key` does."""
    written = f"{{{', '.join(f'{key}: {as_item(value)}' for key, value in voice.items())}}}"
    said, entry = entries_of(data, file), _entry(data, file, id)
    voices = entry.get("voices")
    known = said[id].get("voices") or []
    said[id] = {**said[id], "voices": [*known, voice] if isinstance(known, list) else known}
    if voices is None:
        is_line = not is_flow(entry)
        own = f"voices:\n{' ' * _column(entry)}- {written}" if is_line else f"voices: [{written}]"
        edit = _behind(entry, own)
    elif isinstance(voices, Sequence):
        edit = _behind(voices, written)
    else:
        raise Refused(Diagnostic("I011", "no voice can be added to what 'voices' holds", voices.span, _AS_LINES))
    return _sure(edited(data, [edit]), file, said, _AS_LINES)


def entries_of(data: bytes, file: str) -> dict[str, dict[str, object]]:
    """All that a file says. Raises Refused where it cannot be read, or holds no entries."""
    node = _read(data, file)
    said = plain(node) if node else {}
    if not isinstance(said, dict) or not all(isinstance(one, dict) for one in said.values()):
        raise Refused(Diagnostic("I011", "no entries can be added at the end of the file", file=file, hint=_ONE_BY_ONE))
    return said


def _read(data: bytes, file: str) -> Node | None:
    source = Source(file, text_of(data, file))
    report = Report()
    node = None if is_blank(source.text) else parse(source, report)
    if faults := [one for one in report.diagnostics if one.is_error]:
        raise Refused(faults[0])
    return node


def _entry(data: bytes, file: str, id: str) -> Mapping:
    node = _read(data, file)
    entry = node.get(id) if isinstance(node, Mapping) else None
    if not isinstance(entry, Mapping) or not entry.entries:
        raise Refused(Diagnostic("I011", f"'{id}' is no entry of the file", file=file, hint=_AS_LINES))
    return entry


def _sure(data: bytes, file: str, wanted: object, hint: str) -> bytes:
    """The file as it is to be, once it is read again and says just what it is to say."""
    try:
        if entries_of(data, file) == wanted:
            return data
    except Refused:
        pass
    raise Refused(Diagnostic("I011", "nothing can be added here without changing the rest", file=file, hint=hint))


def _behind(node: Mapping | Sequence, added: str) -> Edit:
    """Something behind the last part of a mapping or a list."""
    last = node.items[-1] if isinstance(node, Sequence) and node.items else node
    last = node.entries[-1][1] if isinstance(node, Mapping) else last
    if is_flow(node):
        at = node.span.start + 1 if last is node else end_of(last)
        return Edit(at, at, added if last is node else f", {added}")
    text, at = node.span.source.text, line_end(last)
    indent = " " * _column(node)
    dash = "- " if isinstance(node, Sequence) else ""
    gap = "" if not at or text[at - 1] == "\n" else "\n"
    return Edit(at, at, f"{gap}{indent}{dash}{added}\n")


def _column(node: Node) -> int:
    return node.span.source.position(node.span.start)[1] - 1
