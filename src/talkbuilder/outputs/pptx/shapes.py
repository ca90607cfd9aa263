"""Shapes as DrawingML: freeforms, and placeholders as masters and layouts define them and slides fill them."""

from collections.abc import Iterable, Mapping
from functools import cache

from talkbuilder.layout.items import Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke
from talkbuilder.layout.theme import Placeholder, Role
from talkbuilder.outputs.pptx.text import list_style, number_field
from talkbuilder.outputs.pptx.xml import ANCHORS, DECORATIVE, NOTHING, Xml, join, placed, solid, xml
from talkbuilder.units import EMU_PER_POINT

_DASHES = {"solid": "solid", "dash": "dash", "dot": "sysDot"}
_ARROW = Xml('type="triangle" w="med" len="med"')
_DRAWN_BY_USER = Xml(' userDrawn="1"')
_TYPES: Mapping[Role, str] = {
    "title": "title",
    "cover title": "ctrTitle",
    "subtitle": "subTitle",
    "body": "body",
    "object": "",
    "picture": "pic",
    "slide number": "sldNum",
    "footer": "ftr",
    "date": "dt",
}
_MAIN = 1  # the index of the placeholder that takes the content of a slide


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


def mark(place: Placeholder) -> Xml:
    """By what a slide finds a placeholder of its layout."""
    return _mark(place.role, place.index)


@cache
def _mark(role: Role, index: int) -> Xml:
    kind = xml(' type="%s"', _TYPES[role]) if _TYPES[role] else NOTHING
    return xml("<p:ph%s%s/>", kind, xml(' idx="%s"', index) if index else NOTHING)


def definition(place: Placeholder, shape_id: int) -> Xml:
    """A placeholder of a master or a layout, with its place, its style and what it says while it is empty."""
    is_number = place.role == "slide number"
    size = Xml(' sz="quarter"') if place.role in ("slide number", "body") and place.index != _MAIN else NOTHING
    prompt = NOTHING if is_number else Xml(' hasCustomPrompt="1"')
    left, top, right, bottom = place.insets
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        "<p:nvPr><p:ph%s%s%s%s/></p:nvPr></p:nvSpPr>"
        '<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>%s</p:spPr>'
        '<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="%s" tIns="%s" rIns="%s" bIns="%s" rtlCol="0" anchor="%s">'
        "%s</a:bodyPr><a:lstStyle>%s</a:lstStyle>%s</p:txBody></p:sp>",
        shape_id,
        place.name,
        xml(' type="%s"', _TYPES[place.role]) if _TYPES[place.role] else NOTHING,
        size,
        xml(' idx="%s"', place.index) if place.index else NOTHING,
        prompt,
        placed(place.box),
        solid(place.fill) if place.fill else NOTHING,
        *(left, top, right, bottom),
        ANCHORS[place.anchor],
        Xml("<a:normAutofit/>" if place.shrinks else "<a:noAutofit/>"),
        list_style(place.styles),
        number_field("en-US", "‹#›") if is_number else _prompt(place.prompt),
    )


def _prompt(prompt: str) -> Xml:
    return join(
        xml('<a:p><a:pPr lvl="%s"/><a:r><a:rPr lang="en-US"/><a:t>%s</a:t></a:r></a:p>', depth, line)
        for depth, line in enumerate(prompt.split("\n"))
    )
