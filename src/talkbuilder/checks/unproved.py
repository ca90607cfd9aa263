"""E101 to E145: facts and quotations that their posts do not support, or that nothing proves."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import MODELS, Library


def check(library: Library) -> Iterator[Diagnostic]:
    entries = (getattr(library, field) for field in MODELS)
    if any(entries) or library.lock() is not None or library.imported():
        from talkbuilder.evidence.proof.proof import prove  # 10 ms, which a folder without a library need not pay

        yield from prove(library, for_lock=False).diagnostics
