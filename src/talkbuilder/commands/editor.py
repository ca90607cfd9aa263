"""The schemas by which an editor completes what is typed, kept to what the talk folder offers."""

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.source.project import DiskProject


def write_completions(project: "DiskProject", library: "Library") -> list[str]:
    """Writes those that would change; returns their paths. Raises OSError where that fails."""
    from talkbuilder.authoring.starter import completions
    from talkbuilder.outputs.delivery import write_whole

    written = []
    for file, text in completions(project, library).items():
        target, data = project.root / file, text.encode()
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(exist_ok=True)
            write_whole(target, data, project.root)
            written.append(file)
    return written


def refresh(project: "DiskProject", library: "Library") -> None:
    """Keeps them fresh where somebody has asked for them; that they cannot be written stops no build."""
    if not (project.root / ".vscode").is_dir():
        return
    from talkbuilder.authoring.starter import has_ids

    with suppress(OSError):
        if has_ids(project.root):
            write_completions(project, library)
