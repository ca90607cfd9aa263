"""The theme part: colours, fonts and formats, and how text boxes and shapes look that are drawn by hand."""

from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import Colours, Fonts, Master
from talkbuilder.outputs.pptx.xml import DRAWING, FLOW, HEAD, Xml, colour_name, join, xml

_FLAT = Xml('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')
_LINES = join(
    xml(
        '<a:ln w="%s" cap="flat" cmpd="sng" algn="ctr">%s<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>',
        width_emu,
        _FLAT,
    )
    for width_emu in (9525, 19050, 28575)
)
_NO_EFFECT = Xml("<a:effectStyle><a:effectLst/></a:effectStyle>")
_FORMATS = xml(
    '<a:fmtScheme name="Flat"><a:fillStyleLst>%s</a:fillStyleLst><a:lnStyleLst>%s</a:lnStyleLst>'
    "<a:effectStyleLst>%s</a:effectStyleLst><a:bgFillStyleLst>%s</a:bgFillStyleLst></a:fmtScheme>",
    join([_FLAT] * 3),
    _LINES,
    join([_NO_EFFECT] * 3),
    join([_FLAT] * 3),
)
_SCRIPTS = Xml(
    '<a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Arab" typeface="Arial"/><a:font script="Hebr" typeface="Arial"/>'
)


def theme_part(master: Master, colours: Colours) -> Xml:
    """The part for a master, in colours that need not be its own."""
    return xml(
        '%s<a:theme xmlns:a="%s" name="%s"><a:themeElements><a:clrScheme name="%s">%s</a:clrScheme>'
        '<a:fontScheme name="%s">%s</a:fontScheme>%s</a:themeElements>'
        "<a:objectDefaults>%s</a:objectDefaults><a:extraClrSchemeLst/></a:theme>",
        HEAD,
        DRAWING,
        master.name,
        master.name,
        _colours(colours),
        master.name,
        _fonts(master.fonts),
        _FORMATS,
        _by_hand(master),
    )


def _colours(colours: Colours) -> Xml:
    return join(
        xml('<a:%s><a:srgbClr val="%s"/></a:%s>', slot := colour_name(Ink(name)), getattr(colours, name), slot)
        for name in colours.__struct_fields__
    )


def _fonts(fonts: Fonts) -> Xml:
    return join(
        xml('<a:%sFont><a:latin typeface="%s"/>%s</a:%sFont>', kind, family, _SCRIPTS, kind)
        for kind, family in (("major", fonts.titles), ("minor", fonts.text))
    )


def _by_hand(master: Master) -> Xml:
    size = xml('<a:defRPr sz="%s"/>', round(master.label.size_pt * 100))
    return xml(
        '<a:spDef><a:spPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:ln><a:noFill/></a:ln></a:spPr>'
        '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle><a:defPPr algn="ctr">%s</a:defPPr></a:lstStyle></a:spDef>'
        "<a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr %s><a:spAutoFit/></a:bodyPr>"
        "<a:lstStyle><a:defPPr>%s</a:defPPr></a:lstStyle></a:txDef>",
        size,
        FLOW,
        size,
    )
