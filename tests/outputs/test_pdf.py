"""A PDF says what the slides say, in their order, to people who hear it too; and is put on disk as any deck is."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec import structs
from pdfua import validate

from talkbuilder.diagnostics import Refused
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import pdf
from talkbuilder.outputs.delivery import deliver
from talkbuilder.outputs.file import A4, Paper
from talkbuilder.outputs.fingerprint import is_as_built
from tests.conftest import program
from tests.outputs import drawn
from tests.outputs.svg_files import lines_of
from tests.sample import built, slide, talk
from tests.shipped import each_talk, gallery, shipped

_MARKS = str.maketrans("", "", "•–")  # of points, which are decoration
_NOTES = Paper(has_notes=True)


def pdf_of(deck: Deck, folder: Path, paper: Paper = A4) -> Path:
    (file,) = pdf.render(deck, paper)
    out = io.BytesIO()
    file.write(out)
    (folder / file.path).write_bytes(out.getvalue())
    return folder / file.path


def letters(text: str) -> str:
    return "".join(text.translate(_MARKS).split())


def pages_of(path: Path) -> list[str]:
    """The texts of the pages of a PDF, in the order in which they stand in it."""
    command = [program("pdftotext"), "-raw", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return text.split("\f")[:-1]


def tags(path: Path) -> list[tuple[str, str]]:
    """What a program that reads a PDF out is told: the tags, in their order, with what they are described as."""

    def walk(element: Any) -> Iterator[tuple[str, str]]:
        if isinstance(element, pikepdf.Array):
            for one in element:
                yield from walk(one)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S)[1:], str(element.get("/Alt", ""))
            yield from walk(element.get("/K"))

    with pikepdf.open(path) as read:
        return [*walk(read.Root.StructTreeRoot.K)]


@each_talk
def test_every_letter_of_a_talk_is_there_in_the_order_of_its_items(name: str, tmp_path: Path) -> None:
    deck, _ = shipped(name)
    read = pages_of(pdf_of(deck, tmp_path))
    for number, (page, text) in enumerate(zip(deck.pages, read, strict=True), 1):
        assert letters(text) == letters("".join(lines_of(page))), f"slide {number}"


def test_words_at_the_ends_of_lines_are_words_of_their_own(tmp_path: Path) -> None:
    title = "The bureau counted all the herds of all shepherds who had come to town by road"
    deck = built(talk(slide("bullets", title=title)))[0]
    with pikepdf.open(pdf_of(deck, tmp_path)) as read, read.open_outline() as outline:
        assert outline.root[1].children[0].title.split() == title.split()


def test_what_stands_on_a_page_is_tagged_as_what_it_is(tmp_path: Path) -> None:
    page = drawn.everything()
    told = tags(pdf_of(drawn.deck(page), tmp_path))
    cells = [("TH", "")] * 2, [("TD", "")] * 2
    table = [("THead", ""), ("TR", ""), *cells[0], ("TBody", ""), ("TR", ""), *cells[1], ("TR", ""), *cells[1]]
    assert told == [
        *(("Document", ""), ("H1", ""), ("H2", "")),
        *(("Figure", "A mark that means something"), ("Figure", "A way to Almaty, and one down")),
        *(("Table", ""), *table, ("Figure", "20 cases in 2009, 80 in 2011"), ("Figure", "Grass")),
        *(("P", ""), ("Link", ""), ("P", "")),
    ]
    link = "https://example.org/?a=1&b=2"
    with pikepdf.open(tmp_path / "talk.pdf") as read:
        assert [str(one.A.URI) for one in read.pages[0].Annots] == [link]


def test_points_are_a_list_and_titles_are_headings_under_their_section(tmp_path: Path) -> None:
    path = pdf_of(built(talk(slide("bullets")))[0], tmp_path)
    kinds = [tag for tag, _ in tags(path)]
    assert [kinds.count(tag) for tag in ("H1", "H2", "L", "LI", "LBody")] == [3, 4, 1, 4, 4]
    with pikepdf.open(path) as read, read.open_outline() as outline:
        told = [(one.title, [under.title for under in one.children]) for one in outline.root]
    assert told[1] == ("First part", ["A headline"])
    assert [name for name, _ in told] == [name for name, _ in built(talk(slide("bullets")))[0].sections]


def test_the_properties_are_those_of_the_talk(tmp_path: Path) -> None:
    with pikepdf.open(pdf_of(built(talk(slide("bullets")))[0], tmp_path)) as read:
        told = {str(key): str(value) for key, value in read.docinfo.items()}
        assert read.Root.Lang == "en-US"
        assert read.Root.ViewerPreferences.DisplayDocTitle
    assert {"/Title": "A talk", "/Author": "A speaker"}.items() <= told.items()


@pytest.mark.parametrize(
    ("aspect", "paper"),
    [
        ("16:9", _NOTES),
        *(pytest.param(*one, marks=pytest.mark.trial) for one in (("16:9", A4), ("4:3", A4), ("4:3", _NOTES))),
    ],
)
def test_nothing_is_found_that_people_would_miss_who_hear_it(aspect: str, paper: Paper, tmp_path: Path) -> None:
    deck = gallery("4:3" if aspect == "4:3" else "16:9")
    path = pdf_of(deck, tmp_path, paper)
    assert [(one.rule_id, one.message) for one in validate(str(path)).findings] == []
    kinds = [tag for tag, _ in tags(path)]
    assert kinds.count("H1") == len(deck.sections)
    assert kinds.count("H2") == len([page for page in deck.pages if page.kind != "section"])
    assert {"Table", "L", "Figure", "Link"} <= set(kinds)


def test_numbers_of_slides_and_what_layouts_draw_are_decoration(tmp_path: Path) -> None:
    deck = built(talk(slide("bullets")))[0]
    page = next(page for page in deck.pages if page.kind == "bullets")
    numbered = structs.replace(page, items=tuple(item for item in page.items if item.name == "slide number"))
    path = pdf_of(drawn.deck(numbered), tmp_path)
    assert pages_of(path) == ["3\n"]
    assert [tag for tag, _ in tags(path)] == ["Document", "H1", "H2"]


def test_a_picture_on_many_slides_is_there_once(tmp_path: Path) -> None:
    page = drawn.page(drawn.image(), drawn.image("again", "Grass again"))
    with pikepdf.open(pdf_of(drawn.deck(page, page), tmp_path)) as read:
        streams = [one for one in read.objects if isinstance(one, pikepdf.Stream)]
        assert len([one for one in streams if one.get("/Subtype") == "/Image"]) == 1


def test_a_talk_without_photos_is_small(tmp_path: Path) -> None:
    assert pdf_of(gallery("16:9"), tmp_path).stat().st_size < 1_000_000


def test_notes_are_on_paper_of_the_size_that_is_asked_for(tmp_path: Path) -> None:
    path = pdf_of(built(talk(slide("bullets")))[0], tmp_path, Paper("letter", has_notes=True))
    assert path.name == "talk-notes-letter.pdf"
    with pikepdf.open(path) as read:
        assert [float(side) for side in read.pages[0].MediaBox] == [0, 0, 612, 792]


def test_notes_have_no_word_of_ours_in_another_language_and_no_mark_of_a_pause(tmp_path: Path) -> None:
    outline = talk(slide("statement", notes="Вода. [pause 3] Степь."), "closing: {title: Конец, ask: line}")
    deck = built(outline.replace("date: 2026-11", "date: 2026-11\nlanguage: ru"))[0]
    told = " ".join("".join(pages_of(pdf_of(deck, tmp_path, _NOTES))).split())
    assert "пауза, 3 секунды" in told
    assert "далее: " in told
    assert not any(one in told for one in ("[pause", "of 0", "next:", "If you need help", "takes", "stays"))


def test_a_pdf_that_stands_there_is_left_alone_and_an_edited_one_is_not_overwritten(tmp_path: Path) -> None:
    deck = built(talk(slide("bullets")))[0]
    (made,) = deliver(pdf.render(deck), tmp_path, "build").files
    path = Path(made)
    before = path.stat().st_ino, path.stat().st_mtime_ns  # when it was last read may differ
    assert is_as_built(path)
    assert deliver(pdf.render(deck), tmp_path, "build").is_unchanged
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before
    path.write_bytes(path.read_bytes() + b"% a remark\n")
    with pytest.raises(Refused) as refused:
        deliver(pdf.render(deck), tmp_path, "build")
    assert refused.value.diagnostic.code == "O001"
    with pikepdf.open(path) as read:
        read.save(tmp_path / "saved.pdf")
    (tmp_path / "saved.pdf").replace(path)
    with pytest.raises(Refused) as refused:
        deliver(pdf.render(deck), tmp_path, "build")
    assert refused.value.diagnostic.code == "O004"
    assert deliver(pdf.render(deck), tmp_path, "build", force=True).kept == (tmp_path / "talk-edited-1.pdf",)


def test_a_letter_that_no_font_has_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    deck = built(talk(slide("statement", title="A herd \ue000")))[0]
    with pytest.raises(Refused) as refused:
        deliver(pdf.render(deck), tmp_path, "build")
    assert refused.value.diagnostic.code == "O003"
    assert "no font of this machine has" in refused.value.diagnostic.message
    assert [*tmp_path.iterdir()] == []
