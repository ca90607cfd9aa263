"""The slide kinds, one file each; a new kind is a line here, a layout in the themes and a file beside this one."""

from collections.abc import Mapping

from talkbuilder.kinds import (
    ask,
    blank,
    bullets,
    chart,
    closing,
    compare,
    counts,
    cover,
    drawing,
    icons,
    map,
    number,
    people,
    photo,
    question,
    quote,
    section,
    sources,
    statement,
    steps,
    table,
    timeline,
)
from talkbuilder.kinds.kind import Kind

KINDS: Mapping[str, Kind] = {
    leaf.KIND.name: leaf.KIND
    for leaf in (
        *(cover, section, bullets, statement, quote, number, chart, people, counts, map, ask, photo, drawing),
        *(compare, table, timeline, steps, icons, question, blank),
        *(closing, sources),
    )
}

# The kinds that an author writes, by the key that carries their content.
WRITTEN: Mapping[str, Kind] = {name: kind for name, kind in KINDS.items() if kind.model is not None}
