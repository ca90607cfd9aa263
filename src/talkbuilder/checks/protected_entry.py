"""E180 protected-entry: the library holds a name or detail that is to be protected; E181: the list cannot be read.

All of its files are committed: a title, the words of a voice, a comment and the name of a file tell a name to whoever
gets them.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library

# A title may stand beside the texts, which stay with the speaker; whatever stands in a file is looked at there.
_ELSEWHERE = frozenset({"span", "title", "voices", "parents"})


def check(library: Library) -> Iterator[Diagnostic]:
    if not library.protected():
        return
    from talkbuilder.evidence.library.exposed import (  # 10 ms, which who protects nobody need not pay
        exposed,
        in_file,
        kept_by,
        strings,
    )

    kept, faults = kept_by(library)
    yield from faults
    fields = (library.facts, library.quotes, library.people, library.sources, library.actions, library.media)
    told = set()
    for entries in fields:
        for fault in exposed("E180", kept, strings(tuple(entries.values()), None, _ELSEWHERE), "in the library"):
            told.add(fault.place)
            yield fault
    files = dict.fromkeys(one.span.source for entries in (*fields, library.words) for one in entries.values())
    for file in (*files, *library.others()):
        yield from (one for one in in_file("E180", kept, file, "in the library") if one.place not in told)
    for path in filter(kept.hits, library.committed()):
        yield from exposed("E180", kept, ((path, None),), "in the name of this file", path)
