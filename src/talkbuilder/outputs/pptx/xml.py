"""The small pieces of DrawingML that several parts are made of; and the markup that they are made with."""

from collections.abc import Mapping
from functools import lru_cache

from talkbuilder.layout.items import OWN, Align, Anchor, Ink
from talkbuilder.outputs.markup import NOTHING as NOTHING
from talkbuilder.outputs.markup import Xml as Xml
from talkbuilder.outputs.markup import escaped as escaped
from talkbuilder.outputs.markup import join as join
from talkbuilder.outputs.markup import xml as xml
from talkbuilder.units import Box

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"

HEAD = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
NAMES = xml('xmlns:a="%s" xmlns:r="%s" xmlns:p="%s"', DRAWING, OFFICE, PRESENTATION)
# An empty tree of shapes begins with this: the group that all of them belong to.
TREE = Xml(
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
MASTER_COLOURS = Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
FLOW = Xml('vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"')
DECORATIVE = Xml(
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
ALIGNMENTS: Mapping[Align, str] = {"left": "l", "centre": "ctr", "right": "r"}
ANCHORS: Mapping[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
_INKS = {
    "text": "tx1",
    "soft": "tx2",
    "ground": "bg1",
    "panel": "bg2",
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "link": "hlink",
    "visited": "folHlink",
}


def colour_name(ink: Ink) -> str:
    """What the format calls a colour of the theme."""
    return _INKS.get(ink.name, ink.name)


@lru_cache(maxsize=512)  # a deck has thousands of a few
def colour(ink: Ink) -> Xml:
    """A colour of the theme; one that a template has none for is written out."""
    told = (
        ("hueOff", ink.hue_degrees * 60, 0),
        ("lumMod", ink.luminance_percent, 100),
        ("lumOff", ink.offset_percent, 0),
        ("satMod", ink.saturation_percent, 100),
        ("alpha", ink.opacity_percent, 100),
    )
    changes = join(xml('<a:%s val="%s"/>', tag, value * 1000) for tag, value, usual in told if value != usual)
    if ink.name.startswith(OWN):
        return xml('<a:srgbClr val="%s">%s</a:srgbClr>', ink.name.removeprefix(OWN), changes)
    return xml('<a:schemeClr val="%s">%s</a:schemeClr>', colour_name(ink), changes)


def solid(ink: Ink) -> Xml:
    """A fill with a theme colour."""
    return xml("<a:solidFill>%s</a:solidFill>", colour(ink))


def typeface(font: str) -> str:
    """What the format calls a font: the theme's own two by what they are for."""
    return {"titles": "+mj-lt", "text": "+mn-lt"}.get(font, font)


def placed(box: Box) -> Xml:
    return xml('<a:xfrm><a:off x="%s" y="%s"/><a:ext cx="%s" cy="%s"/></a:xfrm>', *box)
