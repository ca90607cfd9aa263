"""E180 protected-entry: the library holds a name or detail that is to be protected; E181: the list cannot be read."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library

# Titles of posts stay with the speaker, and who is speaking where is recorded in words of a post that stays there, too.
_KEPT = frozenset({"span", "title", "voices", "parents"})


def check(library: Library) -> Iterator[Diagnostic]:
    if not library.protected():
        return
    from talkbuilder.evidence.library.exposed import (  # 10 ms, which who protects nobody need not pay
        exposed,
        kept_by,
        strings,
    )

    kept, faults = kept_by(library)
    yield from faults
    for entries in (library.facts, library.quotes, library.people, library.sources, library.actions, library.media):
        yield from exposed("E180", kept, strings(tuple(entries.values()), None, _KEPT), "in the library")
