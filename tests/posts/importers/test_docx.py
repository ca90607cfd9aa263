"""Word documents: their words to the letter, footnotes at the end, and no picture."""

import io
import time
import zipfile

import pytest

from tests.posts.importers.sample import codes, escaped, read

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc='
    '"http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{}</dc:title>'
    "<dcterms:created>2012-04-18T09:30:00Z</dcterms:created></cp:coreProperties>"
)


def paragraph(text: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{styled}<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p>'


def docx(*paragraphs: str, title: str = "", prolog: str = "") -> bytes:
    """A Word document of some paragraphs."""
    body = f'{prolog}<w:document xmlns:w="{_SPACE}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{_SPACE}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": body,
        "word/styles.xml": styles,
        "docProps/core.xml": _CORE.format(title),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_words_arrive_to_the_letter_under_the_title_of_the_document() -> None:
    said = ("“He told me: ‘Go.’”\u00a0 So I went – 3½ miles…", "[A side note.] 5 < 7 & no more.")
    posts, _, faults = read(docx(paragraph("The walk", "Title"), *map(paragraph, said)), "walk.docx")
    assert faults == ()
    assert [(post.title, post.text) for post in posts] == [("The walk", "\n\n".join(said))]


def test_a_document_without_a_heading_is_called_by_its_title_or_its_file() -> None:
    assert read(docx(paragraph("Words."), title="A walk"))[0][0].title == "A walk"
    assert read(docx(paragraph("Words.")), "my_walk.docx")[0][0].title == "my walk"


def test_an_empty_document_is_left_out() -> None:
    assert read(docx())[1] == ["without text"]


TRACKED = (
    '<w:p><w:r><w:t xml:space="preserve">We dug </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>four'
    '</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>five</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> wells.</w:t></w:r></w:p>'
)


def test_of_changes_that_are_tracked_the_accepted_text_is_read_and_that_is_told() -> None:
    posts, _, faults = read(docx(paragraph("The wells", "Title"), TRACKED))
    assert [post.text for post in posts] == ["We dug five wells."]
    assert [(one.code, one.message.partition(": ")[2]) for one in faults] == [
        ("I014", "it was read as if all of them were accepted")
    ]


def test_what_is_damaged_or_made_to_do_harm_is_told() -> None:
    whole = docx(paragraph("Words."))
    assert codes(docx(paragraph("x"), prolog='<!DOCTYPE a [<!ENTITY b "c">]>')) == ["I005"]
    assert codes(docx("<w:p>")) == ["I004"]
    assert codes(whole[: len(whole) // 2]) == ["I001"]


@pytest.mark.parametrize("tags", [("w:sdt", "w:sdtContent"), ("w:tbl", "w:tr", "w:tc")])
def test_what_is_nested_too_deep_is_told(tags: tuple[str, ...]) -> None:
    opened, closed = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
    assert codes(docx(opened * 20 + paragraph("A well.") + closed * 20)) == []
    assert codes(docx(opened * 200 + paragraph("A well.") + closed * 200)) == ["I004"]


def test_a_document_of_a_million_paragraphs_is_told_as_too_large_at_once() -> None:
    begun = time.process_time()
    _, _, (fault,) = read(docx("<w:p><w:r><w:t>A</w:t></w:r></w:p>" * 1_000_000))
    assert fault.code == "I003"
    assert "has 3,000,002 pieces, which are more than can be read" in fault.message
    assert time.process_time() - begun < 10
