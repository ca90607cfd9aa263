"""A deck of anybody's read back: its texts, what has none to read, and which slides somebody has edited."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from talkbuilder.outputs.delivery import deliver
from talkbuilder.outputs.pptx import render
from talkbuilder.outputs.pptx.reading import FoundSlide, NoDeck, Piece, edited, read_deck
from tests.cases import picture
from tests.sample import built, slide, talk

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


def test_what_is_said_is_read(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        slide.notes_slide.notes_text_frame.text = "Look at them."

    assert Piece("notes", "Look at them.") in read(tmp_path, draw).pieces


def test_a_picture_is_unreadable_but_where_the_talk_has_it(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        (tmp_path / "p.png").write_bytes(picture())
        slide.shapes.add_picture(str(tmp_path / "p.png"), *_PLACE[:2])

    assert read(tmp_path, draw).unreadable == ("a picture that the talk does not have",)
    assert read(tmp_path, draw, frozenset({picture()})).unreadable == ()


def test_a_chart_is_read(tmp_path: Path) -> None:
    def draw(deck: Any, slide: Any) -> None:
        data = CategoryChartData()
        data.categories = ["2009"]
        data.add_series("Herds", (49,))
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_PLACE, data)

    sight = read(tmp_path, draw)
    assert sight.unreadable == ()
    said = {(one.where, one.text, one.number) for one in sight.pieces}
    assert said >= {("chart", "Herds", None), ("chart", "49", 49.0)}


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


# Which slides were edited, by what python-pptx makes of a deck, which saves as PowerPoint does


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of a cover, a part, five slides, a closing slide and sources."""
    slides = "\n".join(slide("quote", f"A headline & {number}") for number in range(5))
    deliver(render(built(talk(slides))[0]), tmp_path, "build")
    return tmp_path / "talk.pptx"


def after(deck: Path, edit: Callable[[Any], object]) -> str:
    opened = Presentation(str(deck))
    edit(opened)
    opened.save(str(deck))
    return edited(deck)


def _retitle(*numbers: int) -> Callable[[Any], None]:
    def edit(opened: Any) -> None:
        for number in numbers:
            opened.slides[number - 1].shapes.title.text = "My own & words"

    return edit


def _note(opened: Any) -> None:
    opened.slides[4].notes_slide.notes_text_frame.text = "Say it so."


def _remove(opened: Any) -> None:
    ids = opened.slides._sldIdLst
    ids.remove(ids[3])


def _add(opened: Any) -> None:
    opened.slides.add_slide(opened.slide_layouts[1])
    ids = opened.slides._sldIdLst
    ids.insert(2, ids[-1])


def test_a_deck_as_it_was_built_and_saved_again_has_no_edited_slide(deck: Path) -> None:
    assert edited(deck) == ""
    assert after(deck, lambda opened: None) == ""


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_retitle(4), "new or edited slides: 4"),
        (_retitle(3, 4, 7), "new or edited slides: 3, 4, 7"),
        (_note, "new or edited slides: 5"),
        (_remove, "slides that are gone: 1"),
        (_add, "new or edited slides: 3"),
    ],
)
def test_what_somebody_did_is_told_with_its_slides(deck: Path, edit: Callable[[Any], None], told: str) -> None:
    assert after(deck, edit) == told


def test_of_many_edited_slides_the_first_are_named(tmp_path: Path) -> None:
    slides = "\n".join(slide("quote", f"A headline {number}") for number in range(40))
    deliver(render(built(talk(slides))[0]), tmp_path, "build")
    told = after(tmp_path / "talk.pptx", _retitle(*range(3, 43)))
    assert told.startswith("new or edited slides: 3, 4, 5, ")
    assert told.endswith(", and more")


def test_of_what_is_no_deck_nobody_can_tell(tmp_path: Path) -> None:
    data = b"my own"
    (tmp_path / "talk.pptx").write_bytes(data)
    assert edited(tmp_path / "talk.pptx") == ""
