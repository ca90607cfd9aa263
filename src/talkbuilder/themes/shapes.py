"""Shapes of masters and layouts as XML: text placeholders, and drawn shapes that mean nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from talkbuilder.themes.table import EMU_PER_POINT, Box

TITLES, TEXT = "+mj-lt", "+mn-lt"  # the theme's two fonts

_ANY_GUID = "{7D1B6F5A-3C42-4E0B-9A58-6B1F0C2D4E13}"
SLIDE_NUMBER = f'<a:fld id="{_ANY_GUID}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
FLOW = 'vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Ink(NamedTuple):
    """A theme colour, or a darker shade of it, or a veil of it."""

    slot: str
    luminance_percent: int = 100
    opacity_percent: int = 100


class Style(NamedTuple):
    """How one level of a placeholder's text looks."""

    size_pt: int
    ink: Ink
    font: str = TEXT
    line_percent: int = 95
    before_pt: int = 0
    align: str = "l"
    bold: bool = False
    bullet: str = ""
    margin_pt: int = 0  # of the lines
    hang_pt: int = 0  # how far the first line, or its bullet, stands out to the left of them


class Placeholder(NamedTuple):
    """Text or a picture, one style a level; `kind` and `idx` are what slides find it by."""

    name: str
    kind: str
    idx: int
    box: Box
    styles: tuple[Style, ...]
    prompt: str
    anchor: str = "t"
    fits: bool = False  # PowerPoint may shrink the text once somebody edits it
    fill: Ink | None = None


class Drawn(NamedTuple):
    """A native freeform, marked as decorative; the path's units are EMU from the box's corner."""

    name: str
    box: Box
    path: str
    ink: Ink


def tree(shapes: Iterable[Placeholder | Drawn]) -> str:
    """The shape tree, numbered from 2 on in the order given, which is the one from back to front."""
    drawn = "".join(
        _placeholder(shape, number) if isinstance(shape, Placeholder) else _drawn(shape, number)
        for number, shape in enumerate(shapes, 2)
    )
    return f"<p:spTree>{ROOT}{drawn}</p:spTree>"


def solid(ink: Ink) -> str:
    """A fill with a theme colour."""
    shade = f'<a:lumMod val="{ink.luminance_percent}000"/>' if ink.luminance_percent != 100 else ""
    veil = f'<a:alpha val="{ink.opacity_percent}000"/>' if ink.opacity_percent != 100 else ""
    return f'<a:solidFill><a:schemeClr val="{ink.slot}">{shade}{veil}</a:schemeClr></a:solidFill>'


def levels(styles: Iterable[Style]) -> str:
    """A list style in which everything is said, so that nothing depends on what it inherits."""
    return "".join(_level(f"lvl{number}pPr", style) for number, style in enumerate(styles, 1))


def geometry(box: Box) -> str:
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'


def _level(tag: str, style: Style) -> str:
    family = style.font.removesuffix("lt")
    return (
        f'<a:{tag} marL="{style.margin_pt * EMU_PER_POINT}" indent="{-style.hang_pt * EMU_PER_POINT}"'
        f' algn="{style.align}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{style.line_percent}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{style.before_pt}00"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"{_bullet(style)}"
        f'<a:defRPr sz="{style.size_pt}00" b="{style.bold:d}" i="0" kern="1200">{solid(style.ink)}'
        f'<a:latin typeface="{family}lt"/><a:ea typeface="{family}ea"/><a:cs typeface="{family}cs"/>'
        f"</a:defRPr></a:{tag}>"
    )


def _bullet(style: Style) -> str:
    if not style.bullet:
        return "<a:buNone/>"
    colour = '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'
    return f'{colour}<a:buFont typeface="{TEXT}"/><a:buChar char="{style.bullet}"/>'


def _placeholder(shape: Placeholder, number: int) -> str:
    idx = f' idx="{shape.idx}"' if shape.idx else ""
    size = ' sz="quarter"' if shape.kind in ("sldNum", "body") and shape.idx != 1 else ""
    prompt = "" if shape.kind == "sldNum" else ' hasCustomPrompt="1"'
    fit = "<a:normAutofit/>" if shape.fits else "<a:noAutofit/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{shape.kind}"{size}{idx}{prompt}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{geometry(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{solid(shape.fill) if shape.fill else ''}</p:spPr>"
        f'<p:txBody><a:bodyPr {FLOW} anchor="{shape.anchor}">{fit}</a:bodyPr>'
        f"<a:lstStyle>{levels(shape.styles)}</a:lstStyle>{_prompt(shape)}</p:txBody></p:sp>"
    )


def _prompt(shape: Placeholder) -> str:
    if shape.kind == "sldNum":
        return f"<a:p>{SLIDE_NUMBER}</a:p>"
    return "".join(
        f'<a:p><a:pPr lvl="{depth}"/><a:r><a:rPr lang="en-US"/><a:t>{line}</a:t></a:r></a:p>'
        for depth, line in enumerate(shape.prompt.split("\n"))
    )


def _drawn(shape: Drawn, number: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.name}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{geometry(shape.box)}'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{shape.box.cx}" h="{shape.box.cy}">{shape.path}</a:path></a:pathLst>'
        f"</a:custGeom>{solid(shape.ink)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
