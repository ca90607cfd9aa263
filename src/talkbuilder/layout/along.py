"""Labels along a line: each as near to its place as can be, and none on another."""

from collections.abc import Sequence

from msgspec import Struct

from talkbuilder.units import EMU_PER_POINT, Emu

NEAR = 2 * EMU_PER_POINT  # what is closer stands at the same place for the eye
_WAYS = (1.0, 0.75, 0.5, 0.25, 0.0)  # between the widest and the narrowest labels

Spot = tuple[Emu, Emu]  # where something begins and ends along the line


class Room(Struct, frozen=True):
    """Between which ends labels may stand, and how far apart."""

    left: Emu
    right: Emu
    gap: Emu


class Wanted(Struct, frozen=True):
    """A label of some width, which is to stand over a place on the line, or between two."""

    start: Emu
    end: Emu
    width: Emu

    @property
    def middle(self) -> Emu:
        return (self.start + self.end) // 2


def by_turns(
    spots: Sequence[Spot], widths: Sequence[tuple[Emu, Emu]], room: Room
) -> tuple[tuple[Emu, Emu, bool], ...] | None:
    """The left edge of each label, its width, and whether it stands above the line; None where they have no room.

    They stand above and below by turns, and are as wide as they may be, but rather narrow over their places than wide
    beside them. `widths` holds the least and the most of each.
    """
    for most_off in (NEAR, room.right):
        for way in _WAYS:
            tried = [least + round((most - least) * way) for least, most in widths]
            for first in (0, 1):
                if _edges(spots, tried, first, most_off, room):
                    tried = _widened(spots, tried, widths, first, most_off, room)
                    edges = _edges(spots, tried, first, most_off, room) or {}
                    return tuple((edges[at], width, (at + first) % 2 == 0) for at, width in enumerate(tried))
    return None


def _widened(
    spots: Sequence[Spot], widths: list[Emu], ranges: Sequence[tuple[Emu, Emu]], first: int, most_off: Emu, room: Room
) -> list[Emu]:
    """The same with every label as wide as it may be that has the room for it."""
    for at, (_, most) in enumerate(ranges):
        tried = [*widths[:at], most, *widths[at + 1 :]]
        if _edges(spots, tried, first, most_off, room):
            widths = tried
    return widths


def _edges(
    spots: Sequence[Spot], widths: Sequence[Emu], first: int, most_off: Emu, room: Room
) -> dict[int, Emu] | None:
    """Where labels with these widths begin, every second one below, the first of them where `first` says.

    None where they have no room, or one would stand further off its place than is allowed, though not at an end.
    """
    edges: dict[int, Emu] = {}
    for side in (0, 1):
        turns = [at for at in range(len(spots)) if (at + first) % 2 == side]
        wanted = [_over(spots[at], widths[at]) for at in turns]
        found = spread(wanted, room)
        if found is None:
            return None
        for at, edge, one in zip(turns, found, wanted, strict=True):
            is_at_end = min(edge - room.left, room.right - edge - one.width) <= NEAR
            if not is_at_end and abs(edge + one.width // 2 - one.middle) > most_off:
                return None
            edges[at] = edge
    return edges


def _over(spot: Spot, width: Emu) -> Wanted:
    """A label over a point, or over the beginning of what is longer than it."""
    start, end = spot
    return Wanted(start, start + width if end - start >= width else end, width)


def spread(wanted: Sequence[Wanted], room: Room) -> tuple[Emu, ...] | None:
    """The left edges of labels on one side; None where they have no room, or one would not reach its place."""
    left, right, gap = room.left, room.right, room.gap
    if sum(one.width for one in wanted) + gap * (len(wanted) - 1) > right - left:
        return None
    pushed = _pushed([(one.middle - one.width // 2, one.width) for one in wanted], left, right, gap)
    # The same from the other side, so that what is crowded gives way to both sides alike.
    mirrored = _pushed([(-one.middle - one.width // 2, one.width) for one in reversed(wanted)], -right, -left, gap)
    pulled = [-edge - one.width for edge, one in zip(reversed(mirrored), wanted, strict=True)]
    edges = tuple((one + other) // 2 for one, other in zip(pushed, pulled, strict=True))
    reached = all(edge <= one.end and one.start <= edge + one.width for edge, one in zip(edges, wanted, strict=True))
    return edges if reached else None


def _pushed(labels: Sequence[tuple[Emu, Emu]], left: Emu, right: Emu, gap: Emu) -> list[Emu]:
    """Where labels begin that give way to the right, and back where there is no room left."""
    edges: list[Emu] = []
    free = left
    for edge, width in labels:
        edges.append(max(free, edge))
        free = edges[-1] + width + gap
    free = right
    for at in range(len(labels) - 1, -1, -1):
        edges[at] = min(edges[at], free - labels[at][1])
        free = edges[at] - gap
    return edges
