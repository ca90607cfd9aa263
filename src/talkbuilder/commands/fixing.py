"""`check --fix`: shows what it would correct in talks, asks, and writes each file whole or not at all."""

import sys
from typing import TYPE_CHECKING, TextIO

from talkbuilder.commands.console import count, display_path, note, write_line
from talkbuilder.commands.folder import names_of, root_of
from talkbuilder.commands.keyboard import ask_line
from talkbuilder.commands.options import Fixing, Request

if TYPE_CHECKING:
    from pathlib import Path

    from talkbuilder.authoring.mending import Mended
    from talkbuilder.source.project import DiskProject


def fix(request: Request, fixing: Fixing, stream: TextIO) -> None:
    """Corrects the talks that are named, or all of them and the events. Raises as `names_of` does."""
    from talkbuilder.diagnostics.harmless import harmless
    from talkbuilder.source.project import DiskProject

    project = DiskProject(root_of(request.folder, request.talks))
    found = _found(request, project)
    for one in found:
        write_line("\n".join(harmless(line) for line in one.difference.splitlines()), stream)
    if found and _agreed(fixing, len(found)):
        for one in found:
            _write(project.root, one, stream)


def _found(request: Request, project: "DiskProject") -> "list[Mended]":
    from talkbuilder.authoring.mending import mend
    from talkbuilder.stages.read import EVENTS, TALKS

    names = names_of(request.talks, project)
    files = (f"{TALKS}/{name}.yaml" for name in (names if request.talks.names else (*names, EVENTS)))
    found = []
    for file in files:
        try:
            data = project.read(file)
        except OSError:
            continue  # which the check tells
        if data and (mended := mend(file, data)):
            found.append(mended)
    return found


def _agreed(fixing: Fixing, files: int) -> bool:
    if fixing.yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        note("nothing was written; --yes writes it without asking")
        return False
    return (ask_line(f"Write that to {count(files, 'file')}? (y/N)") or "").lower() in ("y", "yes")


def _write(root: "Path", mended: "Mended", stream: TextIO) -> None:
    from talkbuilder.outputs.delivery import write_unless_changed

    target = root / mended.name
    shown = display_path(target)
    try:
        if not write_unless_changed(target, mended.before, mended.after, root):
            note(f"{shown} has changed meanwhile; it was left as it is")
            return
    except OSError as fault:
        note(f"cannot write {shown}: {fault.strerror or fault}")
        return
    write_line(f"mended {shown}", stream)
