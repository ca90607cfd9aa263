"""What several patterns find, as if they were alternatives of one: that one would take long to compile."""

import re
from collections.abc import Iterator, Sequence


def leftmost(searched: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[re.Match[str]]:
    """What patterns find from left to right, none within another; of two at one place, that of the first pattern.

    Each is searched for in its own form of the text; the places are the same in all of them.
    """
    found = [pattern.search(text) for pattern, text in searched]
    while left := [one for one in found if one]:
        first = min(left, key=lambda one: one.start())
        yield first
        for at, (pattern, text) in enumerate(searched):
            if (one := found[at]) and one.start() < first.end():
                found[at] = pattern.search(text, first.end())
