"""A deck of anybody's read back: each text with where it stands, and what has no text to read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from talkbuilder.outputs.pptx.reading import FoundSlide, NoDeck, Piece, read_deck
from tests.cases import picture

_PLACE = (Inches(1), Inches(1), Inches(3), Inches(1))


def read(folder: Path, draw: Callable[[Any, Any], None], known: frozenset[bytes] = frozenset()) -> FoundSlide:
    """The one slide of a deck that is drawn in python-pptx, with a title of its own."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "The  herds"
    draw(deck, slide)
    file = folder / "deck.pptx"
    deck.save(str(file))
    (sight,) = read_deck(file, known).slides
    return sight


def box(shapes: Any, name: str, text: str) -> Any:
    made = shapes.add_textbox(*_PLACE)
    made.name, made.text_frame.text = name, text
    return made


def test_a_text_comes_with_what_it_stands_in(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        box(slide.shapes, "Aside", "Eighty  goats\vand a dog")
        box(slide.shapes.add_group_shape().shapes, "Within", "Ten wells")
        table = slide.shapes.add_table(1, 2, *_PLACE)
        table.name = "Counts"
        table.table.cell(0, 1).text = "Nine"

    sight = read(tmp_path, draw)
    assert sight.title == "The herds"
    assert [one for one in sight.pieces if one.where in ("slide", "table")] == [
        Piece("slide", "The herds"),
        Piece("slide", "Eighty goats and a dog"),
        Piece("slide", "Ten wells"),
        Piece("table", "Nine"),
    ]


def test_what_is_said_and_what_a_pointer_shows_are_read(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        slide.notes_slide.notes_text_frame.text = "Look at them."
        run = box(slide.shapes, "Link", "More").text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = "https://example.org/"
        run._r.rPr.find("{*}hlinkClick").set("tooltip", "To the  count")

    sight = read(tmp_path, draw)
    said = [(one.where, one.text) for one in sight.pieces]
    assert ("notes", "Look at them.") in said
    assert ("link", "To the count") in said


def test_what_stands_on_a_layout_is_read_and_what_asks_to_be_filled_is_not(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        # As PowerPoint puts it there, which python-pptx cannot.
        tree = deck.slide_master.shapes._spTree
        tree.append(box(slide.shapes, "Band", "A town")._element)

    assert [one.text for one in read(tmp_path, draw).pieces if one.where == "layout"] == ["A town"]


def test_a_picture_is_unreadable_but_where_the_talk_has_it(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        (tmp_path / "p.png").write_bytes(picture())
        slide.shapes.add_picture(str(tmp_path / "p.png"), *_PLACE[:2])

    assert read(tmp_path, draw).unreadable == ("a picture that the talk does not have",)
    assert read(tmp_path, draw, frozenset({picture()})).unreadable == ()


def test_a_chart_is_read_with_its_workbook(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        data = CategoryChartData()
        data.categories = ["2009"]
        data.add_series("Herds", (49,))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_PLACE, data)

    sight = read(tmp_path, draw)
    assert sight.unreadable == ()
    said = {(one.where, one.text, one.number) for one in sight.pieces}
    assert said >= {("chart", "Herds", None), ("chart", "49", 49.0), ("workbook", "Herds", None)}


def test_what_nobody_can_read_is_told_by_its_kind(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        drawn = slide.shapes.add_table(1, 1, *_PLACE)._element
        drawn.find(".//{*}graphicData").set("uri", "http://schemas.openxmlformats.org/drawingml/2006/diagram")

    assert read(tmp_path, draw).unreadable == ("an object of the kind 'diagram'",)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"no deck at all"])
def test_what_is_no_deck_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "deck.pptx").write_bytes(data)
    with pytest.raises(NoDeck):
        read_deck(tmp_path / "deck.pptx")
