"""The outlines of a template's shapes as paths: those drawn by points, and the plainest of those known by name."""

from collections.abc import Sequence

from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment
from talkbuilder.outputs.pptx.template.package import Element
from talkbuilder.outputs.pptx.template.styles import A, whole
from talkbuilder.units import Box

_ROUND = 0.5522847498  # how far the control points of a quarter circle lie along its tangents, in radii


def outline(properties: Element, box: Box) -> tuple[tuple[Segment, ...], bool]:
    """The outline of a shape in its box, and whether it is exact: else it is the box."""
    custom = properties.find(f"{A}custGeom/{A}pathLst")
    if custom is not None:
        path = tuple(segment for one in custom.iterfind(f"{A}path") for segment in _custom(one, box))
        return (path, True) if path else (_rectangle(box), False)
    preset = properties.find(f"{A}prstGeom")
    match preset.get("prst", "rect") if preset is not None else "rect":
        case "rect":
            return _rectangle(box), True
        case "ellipse":
            return _ellipse(box), True
        case "roundRect":
            adjusted = preset.find(f"{A}avLst/{A}gd")
            share = whole(adjusted.get("fmla", "").removeprefix("val "), 16667) if adjusted is not None else 16667
            return _rounded(box, min(50_000, max(0, share)) / 100_000 * min(box.width, box.height)), True
        case "line" | "straightConnector1":
            return (Move(0, 0), LineTo(box.width, box.height)), True
        case _:
            return _rectangle(box), False


def _custom(path: Element, box: Box) -> tuple[Segment, ...]:
    """A path of numbers; () where it has arcs or points that formulas give."""
    scale_x = box.width / (whole(path.get("w"), 0) or box.width or 1)
    scale_y = box.height / (whole(path.get("h"), 0) or box.height or 1)
    made: list[Segment] = []
    x = y = 0.0
    for one in path:
        points = [(point.get("x", ""), point.get("y", "")) for point in one.iterfind(f"{A}pt")]
        if not all(_is_number(part) for point in points for part in point):
            return ()
        at = [(int(across) * scale_x, int(down) * scale_y) for across, down in points]
        match str(one.tag).removeprefix(A), at:
            case "moveTo", [(x, y)]:
                made.append(Move(x, y))
            case "lnTo", [(x, y)]:
                made.append(LineTo(x, y))
            case "cubicBezTo", [(x1, y1), (x2, y2), (x, y)]:
                made.append(CurveTo(x1, y1, x2, y2, x, y))
            case "quadBezTo", [(x1, y1), (end_x, end_y)]:
                made.append(
                    CurveTo(
                        *(x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3),
                        *(end_x + (x1 - end_x) * 2 / 3, end_y + (y1 - end_y) * 2 / 3, end_x, end_y),
                    )
                )
                x, y = end_x, end_y
            case "close", _:
                made.append(Close())
            case _:
                return ()
    return tuple(made)


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdigit()


def _rectangle(box: Box) -> tuple[Segment, ...]:
    width, height = box.width, box.height
    return Move(0, 0), LineTo(width, 0), LineTo(width, height), LineTo(0, height), Close()


def _ellipse(box: Box) -> tuple[Segment, ...]:
    return _rounded(box, box.width / 2, box.height / 2)


def _rounded(box: Box, across: float, down: float | None = None) -> tuple[Segment, ...]:
    """A rectangle with corners of a radius, or of two."""
    width, height = box.width, box.height
    down = across if down is None else down
    away_x, away_y = across * (1 - _ROUND), down * (1 - _ROUND)
    corners: Sequence[Segment] = (
        Move(across, 0),
        LineTo(width - across, 0),
        CurveTo(width - away_x, 0, width, away_y, width, down),
        LineTo(width, height - down),
        CurveTo(width, height - away_y, width - away_x, height, width - across, height),
        LineTo(across, height),
        CurveTo(away_x, height, 0, height - away_y, 0, height - down),
        LineTo(0, down),
        CurveTo(0, away_y, away_x, 0, across, 0),
        Close(),
    )
    return tuple(corners)
