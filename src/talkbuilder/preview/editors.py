"""Opening a line in the author's own editor, where that has a window of its own: a terminal has only one program."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

# How the editors that have windows are told of a line, by the name of their program.
_AT_COLUMN = ("code", "code-insiders", "codium", "cursor", "windsurf")
_LINES: Mapping[str, Callable[[str, int], list[str]]] = {
    **dict.fromkeys(_AT_COLUMN, lambda file, line: ["--goto", f"{file}:{line}"]),
    **dict.fromkeys(("subl", "zed"), lambda file, line: [f"{file}:{line}"]),
    **dict.fromkeys(
        ("gedit", "gnome-text-editor", "xed", "pluma", "gvim", "mvim"), lambda file, line: [f"+{line}", file]
    ),
    **dict.fromkeys(("kate", "kwrite"), lambda file, line: ["--line", str(line), file]),
    **dict.fromkeys(("emacsclient",), lambda file, line: ["--no-wait", f"+{line}", file]),
    **dict.fromkeys(("mate", "bbedit"), lambda file, line: ["--line", str(line), file]),
    **dict.fromkeys(("notepad++",), lambda file, line: [f"-n{line}", file]),
    **dict.fromkeys(("idea", "pycharm", "webstorm"), lambda file, line: ["--line", str(line), file]),
}


def editor() -> list[str] | None:
    """The command of $VISUAL or $EDITOR that has a window of its own; None where neither has."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(os.environ.get(variable, ""))
        except ValueError:  # a quote mark is never closed
            continue
        if command and Path(command[0]).stem in _LINES and shutil.which(command[0]):
            return command
    return None


def open_line(file: Path, line: int) -> bool:
    """Opens a file at a line, without waiting; whether there is an editor for that."""
    command = editor()
    if command is None:
        return False
    told = _LINES[Path(command[0]).stem](str(file), line)
    silent = subprocess.DEVNULL
    subprocess.Popen([*command, *told], stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    return True
