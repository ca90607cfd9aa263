"""The outlines of a template's shapes as paths: those drawn by points, and the plainest of those known by name."""

import re

from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment
from talkbuilder.outputs.pptx.template.package import Element, whole
from talkbuilder.outputs.pptx.template.styles import A
from talkbuilder.units import Box

_NUMBER = re.compile("-?[0-9]+")


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
            return _rounded(box, box.width / 2, box.height / 2), True
        case "roundRect":
            adjusted = preset.find(f"{A}avLst/{A}gd")
            share = whole(adjusted.get("fmla", "").removeprefix("val ") if adjusted is not None else "", 16_667)
            radius = min(50_000, max(0, share)) / 100_000 * min(box.width, box.height)
            return _rounded(box, radius, radius), True
        case "line" | "straightConnector1":
            return (Move(0, 0), LineTo(box.width, box.height)), True
        case _:
            return _rectangle(box), False


def _custom(path: Element, box: Box) -> tuple[Segment, ...]:
    """A path of numbers; () where it has arcs or points that formulas give."""
    scale_x, scale_y = (
        length / (whole(path.get(side), 0) or length or 1) for length, side in ((box.width, "w"), (box.height, "h"))
    )
    made: list[Segment] = []
    for one in path:
        told = [(point.get("x", ""), point.get("y", "")) for point in one.iterfind(f"{A}pt")]
        if not all(_NUMBER.fullmatch(part) for point in told for part in point):
            return ()
        points = [(int(across) * scale_x, int(down) * scale_y) for across, down in told]
        match str(one.tag).removeprefix(A), points:
            case "moveTo", [(x, y)]:
                made.append(Move(x, y))
            case "lnTo", [(x, y)]:
                made.append(LineTo(x, y))
            case "cubicBezTo", [(x1, y1), (x2, y2), (x, y)]:
                made.append(CurveTo(x1, y1, x2, y2, x, y))
            case "close", _:
                made.append(Close())
            case _:
                return ()
    return tuple(made)


def _rectangle(box: Box) -> tuple[Segment, ...]:
    width, height = box.width, box.height
    return Move(0, 0), LineTo(width, 0), LineTo(width, height), LineTo(0, height), Close()


def _rounded(box: Box, across: float, down: float) -> tuple[Segment, ...]:
    """A rectangle with corners that are quarters of an ellipse."""
    width, height = box.width, box.height
    away_x, away_y = across * (1 - ROUND), down * (1 - ROUND)
    return (
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
