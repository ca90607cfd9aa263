"""Placeholders as PresentationML: how the format marks them, and how masters and layouts define them."""

from collections.abc import Mapping
from functools import cache

from talkbuilder.layout.theme import Placeholder, Role
from talkbuilder.outputs.pptx.text import list_style, number_field
from talkbuilder.outputs.pptx.xml import ANCHORS, NOTHING, Xml, join, placed, solid, xml

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
