"""The script as a Word document, for whoever wants to edit it: in Word's own styles, as headings, text and captions."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZipFile

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, SIZES_PT, File, Paper
from talkbuilder.outputs.fingerprint import MARK, PROPERTIES, of_parts
from talkbuilder.outputs.printed.sheet import look_of
from talkbuilder.outputs.printed.spoken import Slide, Spoken, spoken, subtitle_of
from talkbuilder.outputs.zipped import custom, write_zip
from talkbuilder.talk.words import Words, words_in

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN_PT = 62.0
# Styles of Word: whether in the font of what is said, the size in points, and the ink.
_STYLES = (
    ("Normal", False, 10, "night"),
    ("Body Text, Quote", True, 14, "night"),
    ("Title", True, 26, "night"),
    ("Subtitle", False, 13, "slate"),
    ("Heading 1", True, 20, "night"),
    ("Heading 2", True, 14, "teal"),
    ("Caption, List Bullet", False, 8.5, "slate"),
    ("Intense Quote, Body Text 3", False, 10, "clay"),
    ("Body Text 2", False, 14, "night"),
    ("Emphasis, Subtle Emphasis", False, None, "slate"),
    ("Intense Emphasis", False, None, "teal"),
)


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """One file; what is in it that stands on no slide is what the script has as well."""
    told, talk = spoken(deck), deck.plan.talk
    words = words_in(talk.language)
    document = _new(deck, told, paper)
    _head(document, told, subtitle_of(talk), words)
    for section in told.sections:
        document.add_heading(section.name, 1)
        if section.start:
            span = words.say("span", start=section.start, end=section.end)
            document.add_paragraph(span, "Caption").paragraph_format.keep_with_next = True
        for slide in section.slides:
            _slide(document, slide, words)
    yield File(f"{talk.file_name}-script{paper.mark}.docx", partial(_write, document))


def _new(deck: Deck, told: Spoken, paper: Paper) -> "Document":
    """An empty document of the talk's language and fonts; its properties come from the outline, not from a clock."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    document, talk = Document(), deck.plan.talk
    fonts, inks = deck.theme.own.fonts, look_of(deck).inks
    for names, is_serif, size, ink in _STYLES:
        for name in names.split(", "):
            style: Any = document.styles[name]
            style.font.size, style.font.color.rgb = Pt(size) if size else None, RGBColor.from_string(inks[ink][1:])
            own = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                own.set(qn(script), fonts.titles if is_serif else fonts.text)
            for one in style.element.iter():  # what the theme of Word has for fonts and lines goes before ours
                for attribute in [name for name in one.attrib if "theme" in name.lower()]:
                    del one.attrib[attribute]
                if qn("w:color") in one.attrib:
                    one.set(qn("w:color"), inks[ink][1:])
    for called in ("Body Text 2", "Body Text 3"):  # whom to call; pauses, and what may go
        document.styles[called].font.bold = True
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), talk.language)
    page = document.sections[0]
    page.page_width, page.page_height = map(Pt, SIZES_PT[paper.size])
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Pt(_MARGIN_PT)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = told.title, told.speaker, told.speaker, ""
    about.language = talk.language
    year = int(talk.outline.date.value[:4]) if talk.outline.date else 2000
    about.created = about.modified = datetime(year, 1, 1, tzinfo=UTC)
    return document


def _head(document: "Document", told: Spoken, subtitle: str, words: Words) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document.add_heading(told.title, 0)
    if subtitle:
        document.add_paragraph(subtitle, "Subtitle")
    if told.draft:
        document.add_paragraph(f"{words.say('draft')}: {told.draft}", "Intense Quote")
    page = document.sections[0]
    page.header.paragraphs[0].text = f"{words.say('draft')} · {told.title}" if told.draft else told.title
    footer = page.footer.paragraphs[0]
    for at, piece in enumerate(words.parts("page", n="PAGE", count="NUMPAGES")):
        if at % 2:  # which Word fills in itself
            footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{piece}"/>'))
        else:
            footer.add_run(piece)


def _slide(document: "Document", slide: Slide, words: Words) -> None:
    document.add_heading(f"{slide.clock}  {slide.title}".strip(), 2)
    takes = words.say("takes", time=slide.takes) if slide.takes else ""
    told = " · ".join(filter(None, (words.slides(slide.number), takes)))
    document.add_paragraph(told, "Caption").paragraph_format.keep_with_next = True
    for line in slide.missing:
        document.add_paragraph(f"{words.say('draft')}: {line}", "Intense Quote")
    for contact in slide.calls:
        document.add_paragraph(contact.in_a_line(words), "Body Text 2")
    for at, said in enumerate(slide.said):
        if slide.leave and not said.opens and (at == 0 or slide.said[at - 1].opens):
            document.add_paragraph(f"{words.say('late')} {slide.leave.how}", "Body Text 3")
        if said.pause:
            document.add_paragraph(f"‖ {said.pause}", "Body Text 3")
            continue
        paragraph = document.add_paragraph(style="Quote" if said.aloud else "Body Text")
        if said.aloud:
            paragraph.add_run(f"{words.say('aloud')}: ", "Intense Emphasis")
        for run in said.runs:
            if run.help:
                paragraph.add_run(f"\u00a0({run.text})", "Subtle Emphasis")
            else:
                added = paragraph.add_run(run.text)
                added.bold, added.italic = run.bold or None, run.italic or None
        if said.credit:
            document.add_paragraph(said.credit, "Caption")
    for rest in slide.rests:
        document.add_paragraph(f"{rest.words}: ", "List Bullet").add_run(rest.on, "Emphasis")
    for source in slide.sources:
        document.add_paragraph(source, "List Bullet")


def _write(document: "Document", out: IO[bytes]) -> None:
    """The parts as python-docx makes them, with our fingerprint among its properties, and no time of day."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    # What the empty document has with which python-docx begins: a picture of it, and styles of another Word.
    for rels in (package.rels, document.part.rels):
        for id in [id for id, one in rels.items() if one.reltype.endswith(("/thumbnail", "/stylesWithEffects"))]:
            del rels[id]
    part = Part(PackURI(f"/{PROPERTIES}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as parts:
        names = [one for one in parts.namelist() if one != PROPERTIES]
        read = ((one, parts.read(one)) for one in names)
        write_zip(read, lambda sums: (PROPERTIES, custom(((MARK, of_parts(sums)),)).encode()), out)
