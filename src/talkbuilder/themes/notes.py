"""The notes master: the slide at the top of an upright page, what to say beneath it."""

from talkbuilder.themes.scheme import XML
from talkbuilder.themes.shapes import FLOW, ROOT, SLIDE_NUMBER, Ink, Style, geometry, levels
from talkbuilder.themes.table import Box

PAGE_WIDTH_EMU, PAGE_HEIGHT_EMU = 6_858_000, 9_144_000
_MARGIN_EMU = 685_800
_INNER_EMU = PAGE_WIDTH_EMU - 2 * _MARGIN_EMU
_FOOT_EMU = 228_600


def notes_master(names: str, background: str, colour_map: str, slide_width_emu: int, slide_height_emu: int) -> str:
    """The part; `names` declares its namespaces."""
    picture = Box(_MARGIN_EMU, _MARGIN_EMU, _INNER_EMU, _INNER_EMU * slide_height_emu // slide_width_emu)
    foot = Box(_MARGIN_EMU, PAGE_HEIGHT_EMU - _MARGIN_EMU - _FOOT_EMU, _INNER_EMU, _FOOT_EMU)
    words_y = picture.y + picture.cy + 342_900
    words = Box(_MARGIN_EMU, words_y, _INNER_EMU, foot.y - 114_300 - words_y)
    small = levels((Style(12, Ink("tx2"), align="r", line_percent=100),))
    spoken = levels(Style(14, Ink("tx1"), line_percent=105, before_pt=6, margin_pt=18 * depth) for depth in range(5))
    prompt = '<a:r><a:rPr lang="en-US"/><a:t>What to say</a:t></a:r>'
    return (
        f"{XML}<p:notesMaster {names}><p:cSld>{background}"
        f"<p:spTree>{ROOT}{_picture(picture)}"
        f"{_text(3, 'Notes', 'body', 3, words, '', prompt)}"
        f"{_text(4, 'Slide Number', 'sldNum', 5, foot, small, SLIDE_NUMBER)}"
        f"</p:spTree></p:cSld>{colour_map}<p:notesStyle>{spoken}</p:notesStyle></p:notesMaster>"
    )


def _picture(box: Box) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{geometry(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )


def _text(number: int, name: str, kind: str, idx: int, box: Box, styles: str, words: str) -> str:
    anchor = "b" if styles else "t"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{geometry(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr {FLOW} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{styles}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )
