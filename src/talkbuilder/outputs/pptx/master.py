"""A master of our own with its layouts and its theme: all that a deck of ours has before it has slides."""

from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import structs

from talkbuilder.layout.items import Image, Ink, Shape
from talkbuilder.layout.theme import Colours, Fonts, Layout, Master, Placeholder
from talkbuilder.outputs.pptx.package import Package, PackageFault
from talkbuilder.outputs.pptx.shapes import background, definition, freeform, named
from talkbuilder.outputs.pptx.text import list_style
from talkbuilder.outputs.pptx.xml import (
    DRAWING,
    FLOW,
    HEAD,
    MASTER_COLOURS,
    NAMES,
    NOTHING,
    TREE,
    Xml,
    colour_name,
    join,
    placed,
    xml,
)

FIRST_MASTER_ID = 2147483648  # masters and layouts share one number space from here on
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_ACCENTS = join(xml('accent%s="accent%s" ', number, number) for number in range(1, 7))
COLOUR_MAP = xml('<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" %shlink="hlink" folHlink="folHlink"/>', _ACCENTS)
_DARK = xml('bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" %shlink="accent4" folHlink="accent2"', _ACCENTS)
_DARK_COLOURS = xml("<p:clrMapOvr><a:overrideClrMapping %s/></p:clrMapOvr>", _DARK)
_GROUND = Ink("ground")
# What the format calls a layout, where it has a word for it.
_KINDS = {"Cover": "title", "Section": "secHead", "Bullets": "obj", "Photo": "picTx", "Sources": "tx"}


def add_master(package: Package, master: Master) -> tuple[str, Mapping[str, str]]:
    """Adds master, layouts and theme; returns the master's part, and layouts' by name."""
    part = "ppt/slideMasters/slideMaster1.xml"
    layouts: dict[str, str] = {}
    media: dict[bytes, str] = {}
    listed = []
    for at, layout in enumerate(master.layouts, 1):
        layouts[layout.name] = _add_layout(package, layout, part, at, media)
        rel = package.relate(part, layouts[layout.name], "slideLayout")
        listed.append(xml('<p:sldLayoutId id="%s" r:id="%s"/>', FIRST_MASTER_ID + at, rel))
    theme = package.add("ppt/theme/theme1.xml", THEME_TYPE, partial(theme_part, master, master.colours))
    package.relate(part, theme, "theme")
    pictures = _pictures(package, part, master.frame, media)
    package.add(part, f"{_TYPE}.slideMaster+xml", partial(_master, master, join(listed), pictures))
    return part, layouts


def _add_layout(package: Package, layout: Layout, master: str, number: int, media: dict[bytes, str]) -> str:
    part = f"ppt/slideLayouts/slideLayout{number}.xml"
    pictures: dict[bytes, str] = {}
    package.add(part, f"{_TYPE}.slideLayout+xml", partial(_layout, layout, pictures))
    package.relate(part, master, "slideMaster")
    pictures |= _pictures(package, part, layout, media)
    return part


def _pictures(package: Package, part: str, layout: Layout, media: dict[bytes, str]) -> Mapping[bytes, str]:
    """The relationships of the pictures of a layout; each file is stored once, in `media`."""
    related = {}
    for image in layout.items:
        if isinstance(image, Image):
            if image.data not in media:
                media[image.data] = package.add(package.free("ppt/media/layout", image.extension), "", image.data)
            related[image.data] = package.relate(part, media[image.data], "image")
    return related


def _master(master: Master, layouts: Xml, pictures: Mapping[bytes, str]) -> Xml:
    frame = master.frame
    title, text = (_styles(frame, name) for name in ("Title", "Text"))
    other = list_style([master.label] * 5)
    colours = xml("<p:clrMap %s/>", _DARK) if frame.is_dark else COLOUR_MAP
    return xml(
        "%s<p:sldMaster %s><p:cSld>%s%s</p:cSld>%s<p:sldLayoutIdLst>%s</p:sldLayoutIdLst>"
        "<p:txStyles><p:titleStyle>%s</p:titleStyle><p:bodyStyle>%s</p:bodyStyle><p:otherStyle>%s</p:otherStyle>"
        "</p:txStyles></p:sldMaster>",
        *(HEAD, NAMES, background(frame.background), _tree(frame, pictures), colours, layouts, title, text, other),
    )


def _styles(frame: Layout, name: str) -> Xml:
    if name not in frame.placeholders:
        raise PackageFault(f"the master has no placeholder '{name}'")
    return list_style(frame.placeholders[name].styles)


def _layout(layout: Layout, pictures: Mapping[bytes, str]) -> Xml:
    kind = xml(' type="%s"', _KINDS[layout.name]) if layout.name in _KINDS else NOTHING
    return xml(
        '%s<p:sldLayout %s%s%s preserve="1" userDrawn="1"><p:cSld name="%s">%s%s</p:cSld>%s</p:sldLayout>',
        HEAD,
        NAMES,
        NOTHING if layout.beneath else Xml(' showMasterSp="0"'),
        kind,
        layout.name,
        background(layout.background) if layout.is_dark or layout.background != _GROUND else NOTHING,
        _tree(layout, pictures),
        colours_of(layout),
    )


def colours_of(layout: Layout) -> Xml:
    """Which colours text and grounds are on a layout of ours; its slides repeat it."""
    return _DARK_COLOURS if layout.is_dark else MASTER_COLOURS


def _tree(layout: Layout, pictures: Mapping[bytes, str]) -> Xml:
    """The shapes, numbered from 2 on from back to front."""
    shapes: Iterable[Shape | Image | Placeholder] = (*layout.items, *layout.placeholders.values())
    return xml(
        "<p:spTree>%s%s</p:spTree>", TREE, join(shape_xml(one, at, pictures) for at, one in enumerate(shapes, 2))
    )


def shape_xml(one: Shape | Image | Placeholder, shape_id: int, pictures: Mapping[bytes, str] = {}) -> Xml:
    match one:
        case Placeholder():
            return definition(one, shape_id)
        case Shape():
            return freeform(one, shape_id, one.name, on_layout=True)
        case Image():
            return xml(
                '<p:pic><p:nvPicPr>%s<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
                '</p:nvPicPr><p:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
                '<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>',
                *(named(shape_id, one.name, one.alt), pictures[one.data], placed(one.box)),
            )
        case _:
            raise AssertionError("unreachable")


def printed(master: Master) -> Xml:
    """The theme of pages that are printed: on white."""
    return theme_part(master, structs.replace(master.colours, light1="FFFFFF"))


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
