"""The notes master: the slide at the top of an upright page, what to say beneath it."""

from talkbuilder.themes.scheme import XML
from talkbuilder.themes.shapes import SLIDE_NUMBER, Ink, Style, levels

PAGE_WIDTH_EMU, PAGE_HEIGHT_EMU = 6_858_000, 9_144_000
_MARGIN_EMU = 685_800
_INNER_EMU = PAGE_WIDTH_EMU - 2 * _MARGIN_EMU
_NUMBER = Style(12, Ink("tx2"), align="r", line_percent=100)


def notes_master(names: str, slide_width_emu: int, slide_height_emu: int) -> str:
    """The part; `names` declares its namespaces."""
    picture_cy = _INNER_EMU * slide_height_emu // slide_width_emu
    notes_y = _MARGIN_EMU + picture_cy + 342_900
    foot_y = PAGE_HEIGHT_EMU - _MARGIN_EMU - 228_600
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{_place(_MARGIN_EMU, picture_cy)}'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    text = _text(
        3,
        "Notes",
        '<p:ph type="body" sz="quarter" idx="3"/>',
        _place(notes_y, foot_y - notes_y - 114_300),
        "t",
        "",
    )
    number = _text(
        4,
        "Slide Number",
        '<p:ph type="sldNum" sz="quarter" idx="5"/>',
        _place(foot_y, 228_600),
        "b",
        levels((_NUMBER,)),
    )
    styles = levels(
        Style(14, Ink("tx1"), line_percent=105, before_pt=6, margin_pt=18 * depth) for depth in range(5)
    )
    return (
        f'{XML}<p:notesMaster {names}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/>'
        '</p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{picture}{text}{number}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"'
        ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:notesStyle>{styles}</p:notesStyle></p:notesMaster>"
    )


def _place(y: int, cy: int) -> str:
    return (
        f'<a:xfrm><a:off x="{_MARGIN_EMU}" y="{y}"/><a:ext cx="{_INNER_EMU}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _text(number: int, name: str, ph: str, place: str, anchor: str, styles: str) -> str:
    field = f'<a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    run = '<a:r><a:rPr lang="en-US"/><a:t>What to say</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{ph}</p:nvPr>'
        f'</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
        f' rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{styles}</a:lstStyle>'
        f"<a:p>{field if styles else run}</a:p></p:txBody></p:sp>"
    )
