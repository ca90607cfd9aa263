"""How a command ends: its exit status, and the exceptions that end it before it has done what was asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic

FINE, FAULTS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


class WrongUse(Exception):
    """The command line asks for what cannot be; nothing was done. Says what is wrong, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class FaultsFound(Exception):
    """The command cannot go on for what was found in files; carries all of it, and a remark to end with."""

    def __init__(self, diagnostics: "Iterable[Diagnostic]", remark: str = "", status: int = FAULTS) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(one.message for one in self.diagnostics))
        self.remark = remark
        self.status = status
