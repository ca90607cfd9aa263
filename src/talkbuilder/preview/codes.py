"""QR codes for telephones: as a picture on a page, and for the terminal."""

from talkbuilder.layout.qr import modules_of

_QUIET = 4  # modules of paper on all sides


def picture(address: str) -> str:
    """A code as an `svg` element that takes its colours from the page."""
    matrix = modules_of(address)
    size = len(matrix) + 2 * _QUIET
    dark = "".join(
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z" for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell
    )
    return f'<svg viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges"><path d="{dark}"/></svg>'


def in_characters(address: str) -> str:
    """A code for a terminal: two rows of modules in a line of it, light where nothing is printed on a dark ground."""
    matrix = modules_of(address)
    size = len(matrix) + 2 * _QUIET

    def is_light(x: int, y: int) -> bool:
        inside = _QUIET <= x < size - _QUIET and _QUIET <= y < size - _QUIET
        return y < size and not (inside and matrix[y - _QUIET][x - _QUIET])

    rows = ("".join(" ▄▀█"[2 * is_light(x, y) + is_light(x, y + 1)] for x in range(size)) for y in range(0, size, 2))
    return "\n".join(rows)
