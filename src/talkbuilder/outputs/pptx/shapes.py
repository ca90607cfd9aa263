"""Shapes as DrawingML: freeforms on masters, layouts and slides."""

from collections.abc import Iterable

from talkbuilder.layout.items import Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke
from talkbuilder.outputs.pptx.xml import DECORATIVE, NOTHING, Xml, placed, solid, xml
from talkbuilder.units import EMU_PER_POINT

_DASHES = {"solid": "solid", "dash": "dash", "dot": "sysDot"}
_ARROW = Xml('type="triangle" w="med" len="med"')
_DRAWN_BY_USER = Xml(' userDrawn="1"')


def freeform(shape: Shape, shape_id: int, name: str, link: Xml = NOTHING, on_layout: bool = False) -> Xml:
    """A native freeform; the path's units are EMU from the box's corner. `link` is what a click on it does."""
    return xml(
        "<p:sp><p:nvSpPr>%s<p:cNvSpPr/><p:nvPr%s/></p:nvSpPr><p:spPr>%s"
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        '<a:pathLst><a:path w="%s" h="%s"%s>%s</a:path></a:pathLst></a:custGeom>%s%s</p:spPr></p:sp>',
        named(shape_id, name, shape.alt, link),
        _DRAWN_BY_USER if on_layout else NOTHING,
        placed(shape.box),
        shape.box.width,
        shape.box.height,
        NOTHING if shape.fill else Xml(' fill="none"'),
        _path(shape.path),
        solid(shape.fill) if shape.fill else Xml("<a:noFill/>"),
        line(shape.stroke),
    )


def named(shape_id: int, name: str, alt: str, link: Xml = NOTHING) -> Xml:
    """The id, the name and the alternative text of a shape; without one it is decorative."""
    described = xml(' descr="%s"', alt) if alt else NOTHING
    inside = link if alt else Xml(link + DECORATIVE)
    return xml('<p:cNvPr id="%s" name="%s"%s>%s</p:cNvPr>', shape_id, name, described, inside)


def _path(path: Iterable[Segment]) -> Xml:
    """The steps of a path."""
    # Numbers only, and up to thousands of them on a map: there is nothing to escape.
    pieces: list[str] = []
    for one in path:
        match one:
            case LineTo():  # most are lines, which are taken apart by hand for that reason
                pieces.append(f'<a:lnTo><a:pt x="{round(one.x)}" y="{round(one.y)}"/></a:lnTo>')
            case Move(x, y):
                pieces.append(f"<a:moveTo>{_point(x, y)}</a:moveTo>")
            case CurveTo(x1, y1, x2, y2, x, y):
                pieces.append(f"<a:cubicBezTo>{_point(x1, y1)}{_point(x2, y2)}{_point(x, y)}</a:cubicBezTo>")
            case Close():
                pieces.append("<a:close/>")
            case _:
                raise AssertionError("unreachable")
    return Xml("".join(pieces))


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{round(x)}" y="{round(y)}"/>'


def line(stroke: Stroke | None) -> Xml:
    """The line along a path; none has to be said, for themes give shapes one."""
    if stroke is None:
        return Xml("<a:ln><a:noFill/></a:ln>")
    return xml(
        '<a:ln w="%s"%s>%s<a:prstDash val="%s"/><a:round/>%s</a:ln>',
        round(stroke.width_pt * EMU_PER_POINT),
        Xml(' cap="rnd"') if stroke.has_round_ends else NOTHING,
        solid(stroke.ink),
        _DASHES[stroke.dash],
        xml("<a:tailEnd %s/>", _ARROW) if stroke.ends_in_arrow else NOTHING,
    )


def background(ink: Ink) -> Xml:
    return xml("<p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg>", solid(ink))
