"""QR codes: dark on paper, in one path, with the quiet zone that cameras need."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from talkbuilder.layout.inks import contrast, luminance
from talkbuilder.layout.items import Close, Ink, LineTo, Move, Segment, Shape, rectangle
from talkbuilder.layout.theme import Grid
from talkbuilder.units import Box, Emu

_HARDLY = 1.02  # contrast of paper with a page, up to which its edge is not seen
_CONTRAST, _PAPER = 9.0, 0.7  # of a code, and how light its paper is: below that it is pale, and cameras fail
QUIET = 4  # modules of paper on all sides

_ROWS = 36  # three inches
LEAST: Emu = 2_377_440  # 2.6 inches, on slides that are smaller than ours
_MOST_ROWS = 51  # and how high it stands there at most
_WIDEST = 0.36  # of the width of a page, that it takes at most
_BOTTOM = 75.5  # the row on which it stands where nothing else is said

_Point = tuple[int, int]


def place(grid: Grid, bottom_row: float = _BOTTOM) -> Box:
    """Where a code stands, with its quiet zone: at the right margin, three inches high."""
    rows = min(_MOST_ROWS, max(_ROWS, LEAST / grid.row))
    lower = grid.box(1, grid.columns, bottom_row - rows, bottom_row)
    side = min(lower.height, max(LEAST, round(_WIDEST * lower.width)))  # on a tall page
    return Box(lower.right - side, lower.bottom - side, side, side)


def beside(grid: Grid, top_row: float, bottom_row: float) -> Box:
    """What is left of the width beside it."""
    rows = grid.box(1, grid.columns, top_row, bottom_row)
    return Box(rows.x, rows.y, place(grid).x - 2 * grid.gutter - rows.x, rows.height)


def code(target: str, box: Box, alt: str, palette: Mapping[str, str]) -> tuple[Shape, Shape]:
    """The paper that fills a square box, and the code on it; dark on light whatever the layout's text is."""
    light, dark = _inks(palette)
    outlines, _ = _outlines(target)
    module, side = _measures(box, target)
    place = Box(box.x + (box.width - side) // 2, box.y + (box.height - side) // 2, side, side)
    return rectangle("Paper", box, light), Shape("QR code", place, _path(outlines, module), dark, alt=alt)


def _inks(palette: Mapping[str, str]) -> tuple[Ink, Ink]:
    """Of paper and code. Where the lightest ink of a template is a colour, paper is white: cameras need it."""
    light, dark = sorted((Ink("light1"), Ink("dark1")), key=lambda ink: -luminance(ink, palette))
    if contrast(light, dark, palette) < _CONTRAST or luminance(light, palette) < _PAPER:
        return Ink(light.name, 0, offset_percent=100), Ink(dark.name, 0)  # white and black
    return light, dark


def seen_share(target: str, palette: Mapping[str, str]) -> float:
    """How much of the side of a code is seen: not its paper, where the page has the same colour."""
    modules = _outlines(target)[1]
    is_seen = contrast(_inks(palette)[0], Ink("ground"), palette) > _HARDLY
    return 1.0 if is_seen else modules / (modules + 2 * QUIET)


def _measures(box: Box, target: str) -> tuple[Emu, Emu]:
    """How wide a module of a code in a box is, and all of them."""
    modules = _outlines(target)[1]
    module = box.width // (modules + 2 * QUIET)
    return module, module * modules


@lru_cache(maxsize=64)  # a talk asks for one and the same thing on several slides
def _path(outlines: tuple[tuple[_Point, ...], ...], module: int) -> tuple[Segment, ...]:
    return tuple(step for outline in outlines for step in _drawn(outline, module))


def _drawn(outline: Sequence[_Point], module: int) -> Iterator[Segment]:
    (x, y), *others = outline
    yield Move(x * module, y * module)
    yield from (LineTo(x * module, y * module) for x, y in others)
    yield Close()


def modules_of(target: str) -> list[list[bool]]:
    """Which fields of a code are dark, row by row."""
    from qrcodegen import QrCode  # only a talk with a code pays for this

    made = QrCode.encode_text(target, QrCode.Ecc.MEDIUM)
    fields = range(made.get_size())
    return [[made.get_module(x, y) for x in fields] for y in fields]


@lru_cache(maxsize=64)
def _outlines(target: str) -> tuple[tuple[tuple[_Point, ...], ...], int]:
    """The outlines of the dark fields of a code, corners only, and how many modules wide it is.

    Fields beside each other are drawn as one: between squares, hairlines of paper would shine through. What lies
    inside an outline is to its right, so that holes are holes by any rule of filling.
    """
    matrix = modules_of(target)
    edges = _edges(matrix)
    outlines = []
    while edges:
        start = min(edges)
        outline, at, heading = [start], start, (0, 0)
        while at in edges:
            after = edges[at]
            # Where two fields touch at a corner, the sharper turn keeps them apart.
            to = next(
                (one for one in after if one[0] - at[0] == -heading[1] and one[1] - at[1] == heading[0]), after[0]
            )
            after.remove(to)
            if not after:
                del edges[at]
            turned = to[0] - at[0], to[1] - at[1]
            if turned == heading:
                outline.pop()
            outline.append(to)
            at, heading = to, turned
            if at == start:
                break
        outlines.append(tuple(outline[:-1]))
    return tuple(outlines), len(matrix)


def _edges(matrix: Sequence[Sequence[bool]]) -> dict[_Point, list[_Point]]:
    """The sides of dark modules beyond which it is light, from corner to corner, clockwise."""
    dark = {(x, y) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark}
    edges: dict[_Point, list[_Point]] = {}
    for x, y in sorted(dark, key=lambda one: (one[1], one[0])):
        corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
        beyond = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
        for at, other in enumerate(beyond):
            if other not in dark:
                edges.setdefault(corners[at], []).append(corners[(at + 1) % 4])
    return edges
