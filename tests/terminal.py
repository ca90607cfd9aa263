"""A command on a terminal of its own, at which a test types."""

import os
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.forked import started


class Terminal:
    """What a command shows there, and what is typed."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._ahead = ""  # what was read beyond the words that were waited for

    def until(self, words: str) -> str:
        """What is shown up to some words, which must come."""
        shown = self._ahead
        while words not in shown:
            assert select.select([self._descriptor], [], [], 60)[0], f"it waits, after {shown!r}"
            shown += os.read(self._descriptor, 4096).decode("utf-8", "replace")
        end = shown.index(words) + len(words)
        self._ahead = shown[end:]
        return shown[:end]

    def type(self, text: str) -> None:
        os.write(self._descriptor, text.encode())

    def press(self, key: str) -> None:
        """A key, and a moment later Enter, as people type it where a key alone would do."""
        self.type(key)
        time.sleep(0.2)
        self.type("\n")


@contextmanager
def on_terminal(*arguments: str, ends: int = 0) -> Iterator[Terminal]:
    """A command that runs until the end of the block, and must end with that status then."""
    import pty

    descriptor, theirs = pty.openpty()
    process = started(arguments, dict.fromkeys((0, 1, 2), theirs), TERM="dumb", NO_COLOR="1", COLUMNS="80")
    os.close(theirs)
    try:
        yield Terminal(descriptor)
        process.join(60)
        assert process.exitcode is not None, "it asks once more, and waits"
        assert process.exitcode == ends
    finally:
        process.kill()
        process.join()
        os.close(descriptor)
