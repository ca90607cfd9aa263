"""The notes pages: a picture of the slide, and all that the speaker reads."""

from functools import partial

from talkbuilder.layout.notes_page import ASIDE
from talkbuilder.layout.page import Page
from talkbuilder.outputs.pptx.package import Package, Relationship, id_of, leading
from talkbuilder.outputs.pptx.text import Links, plain_paragraphs, targets
from talkbuilder.outputs.pptx.xml import HEAD, MASTER_COLOURS, NAMES, TREE, Xml, join, xml

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
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
    package.add(part, _TYPE, partial(_notes, page, links, language))


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
