"""The notes: their master, and the page of a slide, with its picture and all that the speaker reads."""

from functools import partial

from talkbuilder.layout import notes_page
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.notes_page import ASIDE
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Master
from talkbuilder.outputs.pptx.master import COLOUR_MAP, THEME_TYPE, printed
from talkbuilder.outputs.pptx.package import Package, Relationship, id_of, leading
from talkbuilder.outputs.pptx.shapes import background
from talkbuilder.outputs.pptx.text import Links, list_style, number_field, plain_paragraphs, targets
from talkbuilder.outputs.pptx.xml import FLOW, HEAD, MASTER_COLOURS, NAMES, NOTHING, TREE, Xml, join, placed, xml
from talkbuilder.units import Box, Emu

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_SMALL = Style(12, Ink("soft"), align="right", line_percent=100)
_SPOKEN, _ASIDE = notes_page.styles()


def add_notes_master(package: Package, master: Master, width: Emu, height: Emu, number: int) -> str:
    """Adds the notes master and its theme, of that number, for slides of a size; returns its part."""
    part = package.add(
        "ppt/notesMasters/notesMaster1.xml", f"{_TYPE}.notesMaster+xml", partial(_notes_master, width, height)
    )
    theme = package.add(f"ppt/theme/theme{number}.xml", THEME_TYPE, partial(printed, master))
    package.relate(part, theme, "theme")
    return part


def _notes_master(width: Emu, height: Emu) -> Xml:
    prompt = Xml('<a:p><a:r><a:rPr lang="en-US"/><a:t>What to say</a:t></a:r></a:p>')
    return xml(
        "%s<p:notesMaster %s><p:cSld>%s<p:spTree>%s%s%s%s</p:spTree></p:cSld>%s<p:notesStyle>%s</p:notesStyle>"
        "</p:notesMaster>",
        *(HEAD, NAMES, background(Ink("ground")), TREE, _picture(notes_page.picture(width, height))),
        _text(3, "Notes", "body", 3, notes_page.words(width, height), NOTHING, prompt),
        _text(4, "Slide Number", "sldNum", 5, notes_page.foot(), list_style([_SMALL]), number_field("en-US", "‹#›")),
        *(COLOUR_MAP, list_style([_SPOKEN, *4 * [_ASIDE]])),
    )


def _picture(box: Box) -> Xml:
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        '<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></p:spPr></p:sp>',
        placed(box),
    )


def _text(shape_id: int, name: str, kind: str, index: int, box: Box, styles: Xml, words: Xml) -> Xml:
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="%s" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="%s" sz="quarter" idx="%s"/></p:nvPr></p:nvSpPr>'
        '<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr %s anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle>%s</a:lstStyle>%s</p:txBody></p:sp>',
        *(shape_id, name, kind, index, placed(box), FLOW, "b" if styles else "t", styles, words),
    )


_SHAPES = Xml(
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
    'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
)


def part_of(number: int) -> str:
    """The part of the notes of a slide, by its number."""
    return f"ppt/notesSlides/notesSlide{number}.xml"


def add_notes(package: Package, page: Page, number: int, slide: str, master: str, language: str) -> None:
    """Adds the notes of a page, which belong to the part of its slide."""
    part = part_of(number)
    leads = [*dict.fromkeys(targets(page.notes.paragraphs))]
    for one in (Relationship(master, "notesMaster"), Relationship(slide, "slide"), *map(leading, leads)):
        package.relate(part, *one)
    links = {target: id_of(number) for number, target in enumerate(leads, start=3)}  # behind master and slide
    package.add(part, f"{_TYPE}.notesSlide+xml", partial(_notes, page, links, language))


def _notes(page: Page, links: Links, language: str) -> Xml:
    said, aside = page.notes.sizes_pt
    spoken = plain_paragraphs(page.notes.spoken, language, links, said)
    paragraphs = join((spoken, plain_paragraphs(page.notes.aside, language, links, aside, ASIDE)))
    return xml(
        "%s<p:notes %s><p:cSld><p:spTree>%s%s<p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp></p:spTree></p:cSld>"
        "%s</p:notes>",
        *(HEAD, NAMES, TREE, _SHAPES),
        paragraphs or xml('<a:p><a:endParaRPr lang="%s"/></a:p>', language),
        MASTER_COLOURS,
    )
