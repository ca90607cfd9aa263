"""A PDF: its words in paragraphs, without the heads and feet of its pages."""

import time
import zlib

import pytest
from msgspec import structs

from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import normalise
from talkbuilder.posts.importers.pdf import Line, paragraphs_of
from tests.corpora.tables import from_table
from tests.posts.importers.sample import codes, read

_BODY = (
    "In 2011 the county counted 88 wells, and nineteen of them were dry in August.",
    "“Nobody told us,” says the keeper of the wells, “that the river would go first.”",
)


def pdf(*pages: tuple[tuple[float, int, str] | tuple[float, int, str, int], ...], title: str = "") -> bytes:
    """A PDF of pages; each is lines of (height over the foot, size in points, words, and where they begin)."""
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"]
    parts[2] += " /Encoding /WinAnsiEncoding >>"
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf {(*left, 72)[0]} {high} Td <{words.encode('cp1252').hex()}> Tj ET\n"
            for high, size, words, *left in lines
        )
        data = zlib.compress(drawn.encode())
        parts.append(f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n{data.decode('latin-1')}\nendstream")
        kids.append(len(parts) + 1)
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(parts)} 0 R >>"
        )
    parts[1] = f"<< /Type /Pages /Kids [{' '.join(f'{one} 0 R' for one in kids)}] /Count {len(kids)} >>"
    parts.append(f"<< /Title ({title}) /CreationDate (D:20120418093000Z) >>")
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body.encode("latin-1")))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body.encode("latin-1"))
    body += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    body += f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info {len(parts)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("latin-1")


def leaf(number: int, *words: str, head: int = 11) -> tuple[tuple[float, int, str], ...]:
    """A page with a head and a foot, as reports have them; its first line in a size of its own."""
    lines = [(700.0 - 14 * at, head if at == 0 else 11, one) for at, one in enumerate(words)]
    return ((760.0, 9, "The County Office"), *lines, (40.0, 9, f"Page {number}"))


def test_a_report_is_read_under_its_largest_line_without_heads_and_feet() -> None:
    pages = (
        leaf(1, "Wells of the county", "", *_BODY[0].split(" and "), head=24),
        leaf(2, *_BODY[1].split(" of ")),
        leaf(3, "The end of it."),
    )
    posts, _, faults = read(pdf(*pages), "wells.pdf")
    assert faults == ()
    (post,) = posts
    assert post.title == "Wells of the county"
    bodies = (_BODY[0].replace(" and ", " "), _BODY[1].replace(" of ", " "))
    assert post.text == "\n\n".join(("Wells of the county", *bodies, "The end of it."))
    assert post.date == ""


def test_a_title_that_the_file_tells_goes_before_and_a_file_name_is_none() -> None:
    assert read(pdf(leaf(1, *_BODY), title="Wells, 2011"))[0][0].title == "Wells, 2011"
    assert read(pdf(leaf(1, *_BODY), title="wells_final.docx"), "wells_of_2011.pdf")[0][0].title == "wells of 2011"


def test_cells_of_a_row_stay_apart_and_each_row_is_a_paragraph() -> None:
    rows = [("Spring", "Carried", "Dead"), ("2022", "2,051", "309"), ("2023", "2,306", "341")]
    cells = [
        (700.0 - 14 * at, 11, word, 72 + 90 * column) for at, row in enumerate(rows) for column, word in enumerate(row)
    ]
    (post,) = read(pdf((*cells, (600.0, 11, _BODY[0]))), "toads.pdf")[0]
    assert post.text.split("\n\n") == ["Spring | Carried | Dead", "2022 | 2,051 | 309", "2023 | 2,306 | 341", _BODY[0]]
    narrow = [
        (at, 11, word, left)
        for at, row in ((660.0, rows[1]), (646.0, rows[2]))
        for word, left in zip(row, (72, 107, 200), strict=True)
    ]
    (post,) = read(pdf((*narrow, (600.0, 11, _BODY[0]))), "toads.pdf")[0]
    assert post.text.split("\n\n")[:2] == ["2022 | 2,051 | 309", "2023 | 2,306 | 341"]
    assert [one.values[0] for one in figures(normalise(post.text).text) if not one.is_year][:2] == [2051, 309]


def test_a_pdf_of_pictures_is_told() -> None:
    assert codes(pdf(())) == ["I002"]


@pytest.mark.parametrize("size", [6, 600])
def test_half_a_pdf_is_told(size: int) -> None:
    data = pdf(leaf(1, *_BODY))
    assert codes(data[:size]) in (["I004"], ["I002"])


def set_as(*texts: str, step: float = 14.0) -> list[Line]:
    """Lines below one another, all as wide as the longest."""
    widest = max(map(len, texts))
    return [
        Line(
            text, 72, 72 + 5 * (widest if len(text) > 0.9 * widest else len(text)), 700 - step * at, 689 - step * at, 11
        )
        for at, text in enumerate(texts)
    ]


@from_table
def test_words_that_a_line_parted_are_whole_again(lines: tuple[str, ...], paragraphs: list[str] | None) -> None:
    found = list(paragraphs_of([set_as(*lines)]))
    if paragraphs is not None:
        assert found == paragraphs
    elif "PC-" in lines[0]:
        assert found == ["They were PC-based, and the machine was based on a PC there."]
    else:
        assert found == list(lines)


def test_an_abbreviation_at_the_end_of_a_short_line_ends_no_paragraph() -> None:
    lines = ("The wells of the county were counted by two smiths of the U.S.", "Department of Wells, who", "told it.")
    short = [structs.replace(one, right=one.right - 90) if "U.S." in one.text else one for one in set_as(*lines)]
    assert list(paragraphs_of([short])) == [" ".join(lines)]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    pages = [set_as("The river carried the boat"), set_as("down to the mill.")]
    assert list(paragraphs_of(pages)) == ["The river carried the boat down to the mill."]


@pytest.mark.parametrize(("number", "paragraphs"), [("38.", 1), ("a)", 1), ("•", 2)])
def test_a_number_at_the_end_of_a_sentence_begins_no_paragraph(number: str, paragraphs: int) -> None:
    lines = (
        "In August the county counted the wells, and of them there were",
        f"{number} The others were dry in August",
    )
    assert len(list(paragraphs_of([set_as(*lines, "and stayed so.")]))) == paragraphs


def test_numbered_lines_of_a_list_are_paragraphs_of_their_own() -> None:
    lines = ("The county counted these, from the first to the last of them:", "1. Wells", "2. Pumps", "10. Springs")
    assert list(paragraphs_of([set_as(*lines)])) == list(lines)


def test_a_pdf_that_unpacks_to_a_page_without_end_is_told_as_too_large() -> None:
    begun = time.process_time()
    for words, told in ((" " * 9_000_000, "more than 16 MB"), ("a" * 30_000, "pieces"), ("a", "lines")):
        lines = tuple((float(at * 3 % 780), 1, words) for at in range(20 if told == "pieces" else 6_000))
        _, _, (fault,) = read(pdf(lines[:1] if told == "more than 16 MB" else lines), "wells.pdf")
        assert fault.code == "I003"
        assert told in fault.message
    assert time.process_time() - begun < 20


def test_a_line_that_begins_with_a_name_behind_a_sentence_is_a_paragraph() -> None:
    long = "My children carry it every day from the river, which is an hour from here."
    said = list(paragraphs_of([set_as(f"Q: {long}", f"Anna: {long}", "One thing: it is far", "Note: it rains.")]))
    assert said == [f"Q: {long}", f"Anna: {long} One thing: it is far Note: it rains."]
