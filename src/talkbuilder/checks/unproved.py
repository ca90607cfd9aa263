"""E101 to E115: facts and quotations that their posts do not bear out, or that nothing proves."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.proof import prove


def check(library: Library) -> Iterator[Diagnostic]:
    yield from prove(library, for_lock=False).diagnostics
