"""The occupancy grid of a page, in which labels find room: small squares, free or taken, as bits of one integer."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor

from msgspec import Struct

from talkbuilder.geo.geometry import Edges, Point

SIZE_PT = 4.0  # of a square


class Page:
    """How many squares a page has, and what of it shapes cover."""

    def __init__(self, width_pt: float, height_pt: float) -> None:
        self.width, self.height = ceil(width_pt / SIZE_PT), ceil(height_pt / SIZE_PT)
        # Rows begin at whole bytes, at least one square after the last ended: so no run goes on in the next row.
        self.stride = (self.width // 8 + 1) * 8
        self._before = [(1 << column) - 1 for column in range(self.width + 1)]  # all squares of a row before a column
        self._first_column = sum(1 << self.stride * row for row in range(self.height))
        self.none = Cells(self, 0)
        self.all = self._filled(0, 0, self.width, self.height)

    def inside(self, rings: Iterable[Sequence[Point]]) -> "Cells":
        """The squares whose middles lie in an area of rings, holes left out."""
        # A run is all squares before its end but those before its start, and so each crossing turns over all before it.
        rows, before, width, height = [0] * self.height, self._before, self.width, self.height
        for ring in rings:
            x0, y0 = ring[-1]
            first = ceil(y0 / SIZE_PT - 0.5)
            for x1, y1 in ring:
                last = ceil(y1 / SIZE_PT - 0.5)
                if first != last:
                    slope = (x1 - x0) / (y1 - y0)
                    top, bottom = (first, last) if first < last else (last, first)
                    for row in range(max(0, top), min(height, bottom)):
                        column = ceil((x0 + ((row + 0.5) * SIZE_PT - y0) * slope) / SIZE_PT - 0.5)
                        rows[row] ^= before[0 if column < 0 else column if column < width else width]
                x0, y0, first = x1, y1, last
        return self._rows(rows)

    def _span(self, first: int, last: int) -> int:
        """Squares of a row, as far as the page has them."""
        return self._before[min(self.width, max(0, last))] - self._before[min(self.width, max(0, first))]

    def _rows(self, rows: Sequence[int]) -> "Cells":
        size = self.stride // 8
        return Cells(self, int.from_bytes(b"".join([row.to_bytes(size, "little") for row in rows]), "little"))

    def rectangle(self, edges: Edges) -> "Cells":
        """All squares that a rectangle touches."""
        return self._filled(*_touched(edges))

    def _filled(self, left: int, top: int, right: int, bottom: int) -> "Cells":
        top, bottom = max(0, top), min(self.height, bottom)
        if bottom <= top:
            return self.none
        rows = self._first_column & ((1 << (bottom - top) * self.stride) - 1)
        return Cells(self, self._span(left, right) * rows << top * self.stride)

    def along(self, line: Iterable[Point], reach_pt: float) -> "Cells":
        """The squares near a line, whose points must be close together."""
        rows = [0] * self.height
        for x, y in line:
            left, top, right, bottom = _touched((x - reach_pt, y - reach_pt, x + reach_pt, y + reach_pt))
            span = self._span(left, right)
            for number in range(max(0, top), min(self.height, bottom)):
                rows[number] |= span
        return self._rows(rows)


class Cells(Struct, frozen=True):
    """Squares of a page that are chosen."""

    page: Page
    bits: int

    @property
    def count(self) -> int:
        return self.bits.bit_count()

    def __and__(self, other: "Cells") -> "Cells":
        return Cells(self.page, self.bits & other.bits)

    def __or__(self, other: "Cells") -> "Cells":
        return Cells(self.page, self.bits | other.bits)

    def __sub__(self, other: "Cells") -> "Cells":
        return Cells(self.page, self.bits & ~other.bits)

    def shifted(self, across: int, down: int) -> "Cells":
        """The squares, moved by so many to the right and downwards; what leaves the page is lost."""
        page = self.page
        stays = page.rectangle((-across * SIZE_PT, 0, (page.width - across) * SIZE_PT, page.height * SIZE_PT))
        by = across + down * page.stride
        kept = self.bits & stays.bits
        return Cells(page, (kept << by if by >= 0 else kept >> -by) & page.all.bits)

    def grown(self) -> "Cells":
        """The squares and those that touch their sides."""
        bits, page = self.bits, self.page
        return Cells(page, (bits | bits << 1 | bits >> 1 | bits << page.stride | bits >> page.stride) & page.all.bits)

    def holds(self, edges: Edges) -> bool:
        """Whether all squares that a rectangle touches are on the page and chosen."""
        left, top, right, bottom = _touched(edges)
        if left < 0 or top < 0 or right > self.page.width or bottom > self.page.height:
            return False
        wanted = self.page.rectangle(edges).bits
        return self.bits & wanted == wanted

    def meets(self, edges: Edges) -> bool:
        """Whether any square that a rectangle touches is chosen."""
        return bool(self.bits & self.page.rectangle(edges).bits)

    def has(self, point: Point) -> bool:
        """Whether the square of a point is chosen."""
        x, y = floor(point[0] / SIZE_PT), floor(point[1] / SIZE_PT)
        return 0 <= x < self.page.width and y >= 0 and bool(self.bits >> (y * self.page.stride + x) & 1)

    def rooms(self, width_pt: float, height_pt: float) -> "Cells":
        """The squares at which the upper left corner of a rectangle may stand, so that it lies on chosen ones alone."""
        bits = _eroded(self.bits, ceil(width_pt / SIZE_PT), 1)
        return Cells(self.page, _eroded(bits, ceil(height_pt / SIZE_PT), self.page.stride))

    def _by_row(self) -> Iterator[tuple[int, int]]:
        """The rows in which squares are chosen, each with its number."""
        bits, stride = self.bits, self.page.stride
        size = stride // 8
        first = ((bits & -bits).bit_length() - 1) // stride if bits else 0
        whole = (bits >> first * stride).to_bytes(size * (self.page.height - first), "little")
        for top in range(first, (bits.bit_length() - 1) // stride + 1 if bits else 0):
            at = (top - first) * size
            if row := int.from_bytes(whole[at : at + size], "little"):
                yield top, row

    def nearest(self, wish: Point) -> Point | None:
        """Of the chosen squares, the upper left corner of that which is nearest to a point."""
        if not self.bits:
            return None
        x, y = wish[0] / SIZE_PT, wish[1] / SIZE_PT
        rows = [(abs(top - y), top, row) for top, row in self._by_row()]
        best, found = float("inf"), None
        for away, top, row in sorted(rows):
            if away * away >= best:
                break
            for left in _near(row, round(x)):
                distance = (left - x) ** 2 + away * away
                if distance < best:
                    best, found = distance, (left * SIZE_PT, top * SIZE_PT)
        return found

    def middle(self) -> Point:
        """The centre of gravity of the chosen squares."""
        total = across = down = 0.0
        for top, row in self._by_row():
            left = 0
            while row:  # a run of chosen squares at a time
                gap = (row & -row).bit_length() - 1
                row >>= gap
                count = (~row & (row + 1)).bit_length() - 1
                row >>= count
                total += count
                across += count * (left + gap + count / 2)
                down += count * (top + 0.5)
                left += gap + count
        return (across / total * SIZE_PT, down / total * SIZE_PT) if total else (0.0, 0.0)

    def inner_middle(self) -> Point:
        """The middle of the chosen squares, or the chosen square nearest to it."""
        x, y = self.middle()
        corner = self.nearest((x - SIZE_PT / 2, y - SIZE_PT / 2))
        return (corner[0] + SIZE_PT / 2, corner[1] + SIZE_PT / 2) if corner else (x, y)


def _near(row: int, x: int) -> Iterator[int]:
    """The chosen squares of a row that are nearest to a place in it, to the left and to the right."""
    x = max(0, x)
    if right := row >> x:
        yield x + (right & -right).bit_length() - 1
    if left := row & ((1 << x) - 1):
        yield left.bit_length() - 1


def _eroded(bits: int, count: int, step: int) -> int:
    """The squares at which so many chosen ones begin, each a step after the other."""
    done = 1
    while done < count and bits:
        more = min(done, count - done)
        bits &= bits >> (more * step)
        done += more
    return bits


def _touched(edges: Edges) -> tuple[int, int, int, int]:
    left, top, right, bottom = edges
    first_x, first_y = floor(left / SIZE_PT), floor(top / SIZE_PT)
    return first_x, first_y, max(first_x + 1, ceil(right / SIZE_PT)), max(first_y + 1, ceil(bottom / SIZE_PT))
