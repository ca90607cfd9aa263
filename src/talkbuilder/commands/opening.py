"""Opens what was built in whatever the machine has for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from talkbuilder.commands.console import display_path, note

_MOST = 3  # files that are opened one by one; of more, the folder is


def open_files(files: Sequence[Path]) -> None:
    """Opens files, or the folder that holds them if they are many; where nothing can, that is told."""
    for path in files if len(files) <= _MOST else [Path(os.path.commonpath([file.parent for file in files]))]:
        if not _open(path.absolute()):
            note(f"nothing here opens '{display_path(path)}'; LibreOffice, which is free, shows decks on any machine")


def _open(path: Path) -> bool:
    """Whether a program was found for a file; it is not waited for."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return False
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open") or shutil.which("libreoffice")
    if opener is None:
        return False
    nowhere = subprocess.DEVNULL
    subprocess.Popen([opener, str(path)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)
    return True
