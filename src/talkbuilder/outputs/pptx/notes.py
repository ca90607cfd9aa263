"""The notes pages: what the speaker says, and below it the evidence for what the slide shows."""

from collections.abc import Iterator

from talkbuilder.outputs.pptx import xml
from talkbuilder.page import Page
from talkbuilder.talk import Citation, Paragraph, Run

EVIDENCE = "Where I have this from"


def parts(page: Page, number: int, language: str) -> Iterator[tuple[str, bytes]]:
    """A notes page and its relationships: rId1 is the notes master, rId2 the slide."""
    paragraphs = [xml.paragraph(one, language) for one in page.notes]
    if page.evidence:
        paragraphs.append(xml.paragraph(Paragraph((Run(EVIDENCE, bold=True),), page.span), language))
        paragraphs += [xml.paragraph(Paragraph((Run(spell(one)),), page.span), language) for one in page.evidence]
    text = "".join(paragraphs) or f'<a:p><a:endParaRPr lang="{language}"/></a:p>'
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    tree = f"<p:cSld><p:spTree>{xml.TREE_HEAD}{body}</p:spTree></p:cSld>"
    colours = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    yield (
        f"ppt/notesSlides/notesSlide{number}.xml",
        f"{xml.HEAD}<p:notes {xml.NAMESPACES}>{tree}{colours}</p:notes>".encode(),
    )
    yield (
        f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels",
        xml.relationships(
            [("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", f"../slides/slide{number}.xml")]
        ),
    )


def spell(citation: Citation) -> str:
    """Evidence as a sentence: the statement, who makes it and where, for which year, and how certain it is."""
    where = f", in {citation.where}" if citation.where else ""
    year = f" Figure for {citation.as_of}." if citation.as_of else ""
    says = citation.says if citation.says.endswith((".", "!", "?", "”")) else citation.says + "."
    return f"{says} {citation.who}{where}.{year} How certain: {citation.certainty}."
