"""The theme part: colours, fonts and formats, and how text boxes and shapes look that are drawn by hand."""

from talkbuilder.themes.shapes import FLOW
from talkbuilder.themes.table import Table

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width_emu}" cap="flat" cmpd="sng" algn="ctr">{_FLAT}<a:prstDash val="solid"/>'
    '<a:miter lim="800000"/></a:ln>'
    for width_emu in (9525, 19050, 28575)
)
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="Flat"><a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}'
    f"</a:lnStyleLst><a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
_SCRIPTS = (
    '<a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Arial"/><a:font script="Hebr" typeface="Arial"/>'
)


def theme(table: Table) -> str:
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in table.colours._asdict().items()
    )
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{family}"/>{_SCRIPTS}</a:{kind}Font>'
        for kind, family in (("major", table.fonts.titles), ("minor", table.fonts.text))
    )
    return (
        f'{XML}<a:theme xmlns:a="{DRAWING}" name="{table.name}"><a:themeElements>'
        f'<a:clrScheme name="{table.name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{table.name}">{fonts}</a:fontScheme>{_FORMATS}</a:themeElements>'
        f"<a:objectDefaults>{_by_hand(table)}</a:objectDefaults><a:extraClrSchemeLst/></a:theme>"
    )


def _by_hand(table: Table) -> str:
    size = f'<a:defRPr sz="{table.sizes.caption}00"/>'
    return (
        '<a:spDef><a:spPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        '</a:spPr><a:bodyPr rtlCol="0" anchor="ctr"/>'
        f'<a:lstStyle><a:defPPr algn="ctr">{size}</a:defPPr></a:lstStyle></a:spDef>'
        f"<a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr {FLOW}><a:spAutoFit/></a:bodyPr>"
        f"<a:lstStyle><a:defPPr>{size}</a:defPPr></a:lstStyle></a:txDef>"
    )
