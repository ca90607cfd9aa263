"""Builds again whenever something is saved, until somebody ends it."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from talkbuilder.commands.console import display_path, note, print_faults, write_line
from talkbuilder.commands.options import Printing
from talkbuilder.commands.status import FINE, FaultsFound, WrongUse

_STEP_MS = 20  # how long nothing more must happen before a change counts: an editor writes a file in several steps
_MOST_MS = 200  # how long that is waited for
_LOOK_MS = 200  # after which it looks whether somebody has ended it


def watch(build: Callable[[], int], root: Path, printing: Printing) -> int:
    """Builds, and builds again after every save in the talk folder. Ctrl-C ends it, and that is no fault."""
    from watchfiles import watch as changes

    folders = [folder for name in ("talks", "assets") if (folder := root / name).is_dir()]
    try:
        # The watch begins first: what is saved while the first deck is built is not missed.
        watched = changes(
            *folders,
            debounce=_MOST_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=True,
        )
        next(watched)
        _build(build, printing)
        note(f"watching {' and '.join(display_path(folder) for folder in folders)}; Ctrl-C ends it")
        for found in watched:
            if any(_is_source(Path(path), folders) for _, path in found):
                note("")
                note(f"{time.strftime('%H:%M:%S')} saved: {_named({path for _, path in found})}")
                _build(build, printing)
    except KeyboardInterrupt:
        note("ended")
    return FINE


def _build(build: Callable[[], int], printing: Printing) -> None:
    """Builds once; what is wrong is printed, and the next save may mend it."""
    try:
        build()
    except WrongUse as fault:
        note(fault.message)
        note(f"  = hint: {fault.hint}")
    except FaultsFound as found:
        print_faults(found.diagnostics, printing.format, every=printing.every, strict=printing.strict)
        if found.remark:
            write_line(found.remark, sys.stderr)


def _is_source(path: Path, folders: list[Path]) -> bool:
    """Whether a file may change a deck: none that a program keeps for itself while it writes."""
    inner = next((path.relative_to(folder.resolve()) for folder in folders if folder.resolve() in path.parents), path)
    return not any(part.startswith((".", "~$")) or part.endswith(("~", ".tmp", ".swp")) for part in inner.parts)


def _named(paths: set[str]) -> str:
    names = sorted({Path(path).name for path in paths})
    return names[0] if len(names) == 1 else f"{len(names)} files"
