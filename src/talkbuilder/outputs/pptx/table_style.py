"""The style of native tables, which says how they look."""

from talkbuilder.layout.items import Ink, Stroke
from talkbuilder.layout.plain_shapes import HAIRLINE, RULE
from talkbuilder.outputs.pptx.xml import DRAWING, HEAD, Xml, solid, xml
from talkbuilder.units import EMU_PER_POINT

TABLE_STYLE = "{2E8B0D54-6A1F-4C7B-8D39-5F0E7A9C1B26}"  # any constant GUID that no built-in style has

_NO_LINE = Xml("<a:ln><a:noFill/></a:ln>")


def table_styles() -> Xml:
    """The part with this one style, which is also the default for tables drawn by hand."""
    bold = xml("%s<a:tcStyle><a:tcBdr/></a:tcStyle>", _text("on", "tx1"))
    hairline, rule = _line(HAIRLINE), _line(RULE)
    return xml(
        '%s<a:tblStyleLst xmlns:a="%s" def="%s"><a:tblStyle styleId="%s" styleName="Hairlines">'
        "<a:wholeTbl>%s<a:tcStyle><a:tcBdr><a:left>%s</a:left><a:right>%s</a:right><a:top>%s</a:top>"
        "<a:bottom>%s</a:bottom><a:insideH>%s</a:insideH><a:insideV>%s</a:insideV></a:tcBdr>"
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        "<a:band1H><a:tcStyle><a:tcBdr/><a:fill>%s</a:fill></a:tcStyle></a:band1H>"
        "<a:lastCol>%s</a:lastCol><a:firstCol>%s</a:firstCol><a:lastRow>%s</a:lastRow>"
        "<a:firstRow>%s<a:tcStyle><a:tcBdr><a:bottom>%s</a:bottom></a:tcBdr></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>",
        *(HEAD, DRAWING, TABLE_STYLE, TABLE_STYLE),
        *(_text("off", "tx1"), _NO_LINE, _NO_LINE, _NO_LINE, rule, hairline, _NO_LINE),
        *(solid(Ink("panel")), bold, bold, bold, _text("on", "tx2"), rule),
    )


def _line(stroke: Stroke) -> Xml:
    return xml('<a:ln w="%s" cmpd="sng">%s</a:ln>', round(stroke.width_pt * EMU_PER_POINT), solid(stroke.ink))


def _text(bold: str, slot: str) -> Xml:
    font = Xml('<a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef>')
    return xml('<a:tcTxStyle b="%s">%s<a:schemeClr val="%s"/></a:tcTxStyle>', bold, font, slot)
