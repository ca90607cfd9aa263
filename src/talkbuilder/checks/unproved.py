"""E101 to E145: facts and quotations that their posts do not support, or that nothing proves."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library


def check(library: Library) -> Iterator[Diagnostic]:
    from talkbuilder.evidence.proof.proof import prove  # 10 ms, which a build spends while it does the rest

    yield from prove(library, for_lock=False).diagnostics
