"""What the last `check` found, told again while everything that it read is byte for byte the same.

Both talks of a folder take 1.7 s to check, and 0.2 s where nothing has changed since. A check depends on all that lies
below `talks/` and `assets/`, on the day, the command line, and the programs that run it: one digest is taken of all
that, before the check and after it, and what was found holds for that digest alone. Where a check asked for anything
else (another folder, this computer's fonts), or found a protected name, nothing is kept of it.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from talkbuilder.commands.console import hushed
from talkbuilder.diagnostics import Diagnostic, Report, Source, Span
from talkbuilder.layout.typefaces import has_looked_for_fonts
from talkbuilder.source.project import Project
from talkbuilder.stages.read import texts_of

FILE = Path("build", ".check.json")
_READ = ("talks", "assets")


class Found(Struct, frozen=True):
    """What a check found, in sources without their texts; `fine` is what it prints where that is nothing."""

    diagnostics: tuple[Diagnostic, ...]
    fine: str


def digest_of(project: Project, command_line: str) -> bytes:
    """A digest of all that a check depends on; none where the folder has links or what cannot be read."""
    packages = sorted(os.listdir(Path(msgspec.__file__).parent.parent))
    stats = ((path, os.stat(path)) for path in _files(Path(__file__).parent.parent))
    own = [(path, stat.st_size, stat.st_mtime_ns) for path, stat in stats]
    told = blake2b(repr((command_line, project.today, sys.version, sys.path, packages, own)).encode())
    try:
        for path in (Path(one) for folder in _READ for one in _files(project.root / folder)):
            if path.is_symlink():
                return b""
            data = b"folder" if path.is_dir() else b"file" + blake2b(path.read_bytes()).digest()
            told.update(repr((path.relative_to(project.root).parts, data)).encode())
    except OSError:
        return b""
    return told.hexdigest().encode()


def _files(folder: Path) -> list[str]:
    found: list[str] = []
    for at, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one != "__pycache__"]
        found += (os.path.join(at, one) for one in (*folders, *files))
    return sorted(found)


def recall(project: Project, digest: bytes) -> Found | None:
    """What was found last, if that was found for this digest."""
    seal = data = b""
    with suppress(OSError):
        seal, _, data = (project.root / FILE).read_bytes().partition(b"\n")
    if not digest or seal != _seal(digest, data):
        return None
    found = msgspec.json.decode(data, type=Found)
    texts = {one.name: one for one in texts_of(project, {one.source.name for one in _spans(found.diagnostics)})}
    return structs.replace(found, diagnostics=tuple(_moved(one, texts) for one in found.diagnostics))


def keep(project: Project, digest: bytes, report: Report, fine: str) -> None:
    """Keeps what was found for a digest, as far as that may be told again and can be written."""
    found = report.everything
    written = {(one.source.name, one.source.text) for one in _spans(found)}
    is_as_read = written == {(one.name, one.text) for one in texts_of(project, {name for name, _ in written})}
    is_open = not any(one.is_hidden for one in found) and tuple(hushed(found)) == found
    is_all = all(path.split("/")[0] in _READ for path in project.asked) and not has_looked_for_fonts()
    if not (digest and is_as_read and is_open and is_all):
        return
    without = {name: Source(name, "") for name, _ in written}
    data = msgspec.json.encode(Found(tuple(_moved(one, without) for one in found), fine))
    with suppress(OSError):
        (project.root / FILE).parent.mkdir(exist_ok=True)
        (project.root / FILE).write_bytes(_seal(digest, data) + b"\n" + data)


def _seal(digest: bytes, data: bytes) -> bytes:
    return blake2b(digest + data).hexdigest().encode()


def _spans(found: Iterable[Diagnostic]) -> Iterator[Span]:
    for one in found:
        yield from (span for span in (one.span, one.answer and one.answer.span) if span)


def _moved(one: Diagnostic, files: Mapping[str, Source]) -> Diagnostic:
    """A finding in other sources of the same names."""
    span, answer = one.span and _in(files, one.span), one.answer
    return structs.replace(one, span=span, answer=answer and structs.replace(answer, span=_in(files, answer.span)))


def _in(files: Mapping[str, Source], span: Span) -> Span:
    return Span(files[span.source.name], span.start, span.end)
