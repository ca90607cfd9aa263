"""Shapes of masters and layouts as XML: text placeholders, and drawn shapes that mean nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from talkbuilder.themes.table import Box

TITLES, TEXT = "+mj-lt", "+mn-lt"  # the theme's two fonts
SLIDE_NUMBER = "{7D1B6F5A-3C42-4E0B-9A58-6B1F0C2D4E13}"  # any constant GUID will do


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
    italic: bool = False
    bullet: str = ""
    margin_pt: int = 0  # of the lines
    hang_pt: int = 0  # how far the first line, or its bullet, stands out to the left of them


class Placeholder(NamedTuple):
    """One styled for each level that differs; `kind` and `idx` are what slides find it by."""

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
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{drawn}</p:spTree>"
    )


def solid(ink: Ink) -> str:
    """A fill with a theme colour."""
    shade = f'<a:lumMod val="{ink.luminance_percent}000"/>' if ink.luminance_percent != 100 else ""
    veil = f'<a:alpha val="{ink.opacity_percent}000"/>' if ink.opacity_percent != 100 else ""
    return f'<a:solidFill><a:schemeClr val="{ink.slot}">{shade}{veil}</a:schemeClr></a:solidFill>'


def level(tag: str, style: Style) -> str:
    """A level of a list style, with everything said, so that nothing depends on what it inherits."""
    bullet = (
        f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="{TEXT}"/><a:buChar char="{style.bullet}"/>'
        if style.bullet
        else "<a:buNone/>"
    )
    return (
        f'<a:{tag} marL="{style.margin_pt * 12700}" indent="{-style.hang_pt * 12700}" algn="{style.align}"'
        ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{style.line_percent}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{style.before_pt}00"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}'
        f'<a:defRPr sz="{style.size_pt}00" b="{style.bold:d}" i="{style.italic:d}" kern="1200">{solid(style.ink)}'
        f'<a:latin typeface="{style.font}"/><a:ea typeface="{style.font[:4]}ea"/><a:cs typeface="{style.font[:4]}cs"/>'
        f"</a:defRPr></a:{tag}>"
    )


def levels(styles: Iterable[Style]) -> str:
    return "".join(level(f"lvl{number}pPr", style) for number, style in enumerate(styles, 1))


def _geometry(box: Box) -> str:
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'


def _placeholder(shape: Placeholder, number: int) -> str:
    index = f' idx="{shape.idx}"' if shape.idx else ""
    small = ' sz="quarter"' if shape.kind in ("sldNum", "body") and shape.idx != 1 else ""
    own_prompt = "" if shape.kind == "sldNum" else ' hasCustomPrompt="1"'
    fit = "<a:normAutofit/>" if shape.fits else "<a:noAutofit/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{shape.kind}"{small}{index}{own_prompt}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_geometry(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(shape.fill) if shape.fill else ""}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{shape.anchor}">'
        f"{fit}</a:bodyPr><a:lstStyle>{levels(shape.styles)}</a:lstStyle>{_prompt(shape)}</p:txBody></p:sp>"
    )


def _prompt(shape: Placeholder) -> str:
    if shape.kind == "sldNum":
        return (
            f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
            '<a:endParaRPr lang="en-US"/></a:p>'
        )
    return "".join(
        f'<a:p>{f"""<a:pPr lvl="{depth}"/>""" if depth else ""}<a:r><a:rPr lang="en-US"/><a:t>{line}</a:t></a:r></a:p>'
        for depth, line in enumerate(shape.prompt.split("\n"))
    )


def _drawn(shape: Drawn, number: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.name}"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_geometry(shape.box)}<a:custGeom><a:avLst/><a:gdLst/>'
        '<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{shape.box.cx}" h="{shape.box.cy}">{shape.path}</a:path></a:pathLst></a:custGeom>'
        f"{solid(shape.ink)}<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )
