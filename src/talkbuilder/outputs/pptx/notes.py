"""The notes pages: the clock, what the speaker says, what to skip if late, and the evidence for what is shown."""

from collections.abc import Iterator

from talkbuilder.layout.page import Page
from talkbuilder.outputs.pptx import xml
from talkbuilder.talk.talk import Citation, Paragraph, Run

EVIDENCE = "Where I have this from"
ASKED = "What the audience may write down"


def parts(page: Page, number: int, language: str) -> Iterator[tuple[str, bytes]]:
    """A notes page and its relationships: rId1 is the notes master, rId2 the slide."""
    paragraphs = [
        *(_line(Run(line, bold=True), page, language) for line in page.before),
        *(xml.paragraph(one, language) for one in page.notes),
        *(_line(Run(line, italic=True), page, language) for line in page.after),
    ]
    if page.evidence:
        paragraphs += [_line(run, page, language) for run in (Run(EVIDENCE, bold=True), *evidence(page.evidence))]
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


def _line(run: Run, page: Page, language: str) -> str:
    return xml.paragraph(Paragraph((run,), page.span), language)


def evidence(citations: tuple[Citation, ...]) -> Iterator[Run]:
    """Each source in italics, and under it what rests on it: the statement, its year, and how certain it is."""
    sources: dict[str, list[Citation]] = {}
    for one in citations:
        told = ", in ".join(filter(None, (one.who, one.where)))
        sources.setdefault(told or ASKED, []).append(one)
    for source, rests in sources.items():
        yield Run(source, italic=True)
        for one in rests:
            year = f"figure for {one.as_of}; " if one.as_of else ""
            yield Run(f"{one.says.rstrip('.')} ({year}{one.certainty})")
