"""Stretches of a text, among which it takes no longer to look the more there are."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from sys import maxsize


class Spans:
    """Stretches in the order in which they begin; each ends behind those before it, as what is added sees to."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if not self._spans or end > self._spans[-1][1]:  # else it lies in the one before
                self._spans.append((start, end))

    def add(self, start: int, end: int) -> None:
        """Adds a stretch that meets none of them."""
        insort(self._spans, (start, end))

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch, which is not empty, has a place in common with one of them."""
        at = bisect_right(self._spans, (end, -1)) - 1  # the last that begins before its end
        return at >= 0 and self._spans[at][1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether all of a stretch lies in one of them."""
        at = bisect_right(self._spans, (start, maxsize)) - 1  # of those before it the last reaches farthest
        return at >= 0 and self._spans[at][1] >= end
