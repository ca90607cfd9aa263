"""What is quoted in a block, indented or under a picture is known as such, whatever format it comes in."""

import pytest

from talkbuilder.posts.importers.kind import ImportedPost
from tests.posts.importers.sample import item, read, wxr
from tests.posts.importers.test_docx import docx, paragraph
from tests.posts.importers.test_movable_type import export

MINE, BOY = "I waited for the train.", "He said he was fourteen."
MORE = "There were nine beds in the shelter, and soup for all of us, and I stayed until the morning came."


def quoted(post: ImportedPost) -> list[str]:
    return [post.text[start:end] for start, end in post.quoted]


BLOCKS = {
    "a quotation": f"<blockquote>{BOY}</blockquote>",
    "one with paragraphs": f"<blockquote class='x'><p> {BOY}</p></blockquote>",
    "one in a sentence": f"<p>So: <q>{BOY}</q></p>",
    "a pull quote": f"<div class='pull-quote'>{BOY}</div>",
    "the block editor's": f"<div class='wp-block-pullquote'><p>{BOY}</p></div>",
    "a caption": f"<figure><img src='a.jpg'><figcaption>{BOY}</figcaption></figure>",
    "a caption of a table": f"<table><caption>{BOY}</caption><tr><td>9</td></tr></table>",
    "Blogger's caption": f"<table><tr><td class='tr-caption'>{BOY}</td></tr></table>",
    "a mail's": f"<div class='gmail_quote'>{BOY}</div>",
    "an indented paragraph": f"<p style='padding-left: 30px'>{BOY}</p>",
    "one indented on four sides": f"<div style='margin: 0 0 0 40px; border: none'>{BOY}</div>",
    "Word's": f"<p class=MsoQuote>{BOY}</p>",
    "verses": f"<pre>{BOY}</pre>",
    "a class of its own": f"<div class='story'><p>{BOY}</p></div>",
    "a colour of its own": f"<p><span style='color: gray'>{BOY}</span></p>",
    "italics": f"<p><em>{BOY}</em></p>",
    "italics behind who says it": f"<p>She wrote back <i>{BOY}</i></p>",
    "blanks before it": f"<p>&nbsp;&nbsp; {BOY}</p>",
    "an item below who wrote it": f"<p>What the boys wrote on the wall:</p><ul><li>{BOY}</li></ul>",
    "what is said of a name": f"<dl><dd>{BOY}</dd></dl>",
}
NONE = {
    "a paragraph": f"<p>{BOY}</p>",
    "a word in italics": "<p><em>He said</em> he was fourteen.</p>",
    "an item of the author's": f"<p>I wrote down:</p><ul><li>{BOY}</li></ul>",
    "an item": f"<ul style='margin-left: 40px'><li>{BOY}</li></ul>",
    "Word's item": f"<p class=MsoListParagraph style='margin-left: 40px'>{BOY}</p>",
    "a program": f"<pre><code>{BOY}</code></pre>",
    "a cell": f"<table><tr><td>Beds</td><td>Nine and a few</td></tr><tr><td>{BOY}</td></tr></table>",
    "a heading": f"<h3 class='x'>{BOY}</h3>",
}


@pytest.mark.parametrize("markup", BLOCKS.values(), ids=BLOCKS)
def test_a_quotation_of_a_page_is_known(markup: str) -> None:
    (post,) = read(wxr(item("T", f"<p>{MINE}</p>{markup}<p>{MORE}</p>")))[0]
    assert quoted(post) == [BOY]
    page = f"<html><title>T</title><body><article><h1>T</h1><p>{MINE}</p>{markup}<p>{MORE}</p></article></body></html>"
    (post,) = read(page.encode())[0]
    assert quoted(post) == [BOY]


@pytest.mark.parametrize("markup", NONE.values(), ids=NONE)
def test_what_is_only_set_so_is_no_quotation(markup: str) -> None:
    (post,) = read(wxr(item("T", f"<p>{MINE}</p>{markup}<p>{MORE}</p>")))[0]
    assert quoted(post) == []


def test_what_most_of_a_text_looks_like_sets_nothing_apart() -> None:
    (post,) = read(wxr(item("T", f"<p class='a b'>{MORE}</p><p class='b c'>{BOY}</p><p class='d'>{MINE}</p>")))[0]
    assert quoted(post) == [MINE]
    each = "".join(f"<p class='{name}'>{MORE}</p>" for name in "abcd")
    assert quoted(read(wxr(item("T", each)))[0][0]) == []


def test_the_first_of_two_cells_may_be_a_name_before_what_is_said() -> None:
    rows = "<tr><td>Dirk</td><td>I mend it.</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>"
    (post,) = read(wxr(item("T", f"<p>{MINE}</p><table>{rows}</table>")))[0]
    assert [post.text[start:end] for start, end in post.bold] == ["Dirk"]


def test_an_element_around_most_of_a_text_only_sets_it() -> None:
    (post,) = read(wxr(item("T", f"<div class='quote' style='margin-left:40px'><p>{MINE}</p><p>{MORE}</p></div>")))[0]
    assert quoted(post) == []


def test_quotations_of_other_formats_are_known() -> None:
    assert quoted(read(export("T", body=f"{MINE}\n\n<blockquote>{BOY}</blockquote>"))[0][0]) == [BOY]
    assert quoted(read(wxr(item("T", f"{MINE}\n\n[caption id='a']<img src='a.jpg'> {BOY}[/caption]")))[0][0]) == [BOY]
    assert quoted(read(f"T\n\n{MINE}\n\n    {BOY}\n\n  - a bed\n\n{MORE}\n".encode(), "a.txt")[0][0]) == [BOY]
    assert quoted(read(f"T\n\n  {MINE}\n\n  {BOY}\n\n{MORE[:9]}\n".encode(), "a.txt")[0][0]) == []
    markdown = f"# T\n\n{MINE}\n\n> {BOY}\n>\n> I too.\n\n{MORE}\n"
    assert quoted(read(markdown.encode(), "a.md")[0][0]) == [f"{BOY}\n\nI too."]


def indented(text: str, twips: int, more: str = "") -> str:
    return paragraph(text).replace("<w:p>", f'<w:p><w:pPr>{more}<w:ind w:left="{twips}"/></w:pPr>')


def styled(data: bytes, name: str) -> bytes:
    """The document with a style X of that name, set a half inch further in where it is called 'X in'."""
    import io
    import zipfile

    indent = '<w:pPr><w:ind w:left="720"/></w:pPr>' if name.endswith(" in") else ""
    style = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{name}"/>{indent}</w:style></w:styles>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            after.writestr(part, before.read(part).replace(b"</w:styles>", style.encode()))
    return out.getvalue()


@pytest.mark.parametrize("name", ["Quote", "Intense Quote", "Quotations", "Block Text", "caption", "My own in"])
def test_a_style_of_word_tells_a_quotation(name: str) -> None:
    data = styled(docx(paragraph(MINE), paragraph(BOY, "X"), paragraph(MORE), title="T"), name)
    assert quoted(read(data, "a.docx")[0][0]) == [BOY]


def test_a_paragraph_of_word_that_is_set_further_in_is_a_quotation() -> None:
    body = (paragraph(MINE), indented(BOY, 720), paragraph(MORE))
    assert quoted(read(docx(*body, title="T"), "a.docx")[0][0]) == [BOY]
    all_in = (indented(MINE, 720), indented(BOY, 720), indented(MORE, 720))
    assert quoted(read(docx(*all_in, title="T"), "a.docx")[0][0]) == []
    hanging = indented(BOY, 720).replace("<w:ind ", '<w:ind w:hanging="720" ')
    assert quoted(read(docx(paragraph(MINE), hanging, paragraph(MORE), title="T"), "a.docx")[0][0]) == []


def test_a_first_line_that_somebody_says_is_no_title() -> None:
    talk = ("Anna: How many wells?", "Berta: Four.", "Anna: Since when?")
    for data, name in (("\n\n".join(talk).encode(), "a_talk.txt"), (docx(*map(paragraph, talk)), "a_talk.docx")):
        (post,) = read(data, name)[0]
        assert (post.title, post.text) == ("a talk", "\n\n".join(talk))
