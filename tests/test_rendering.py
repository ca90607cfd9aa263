"""Decks as LibreOffice draws them: every word is there, inside its box, on the lines that were measured."""

import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import uharfbuzz

from talkbuilder.layout.items import Face, Text
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.page import Deck
from talkbuilder.source.events import Occasion
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.conftest import program
from tests.listing import written
from tests.sample import SLIDES, built, slide, talk
from tests.shipped import shipped

pytestmark = pytest.mark.rendering

_XHTML = "{http://www.w3.org/1999/xhtml}"
_SLACK_PT = 2.0
_LINE_APART_PT = 7.0
_LONG = "a few more words than would fit on one line of the slide, so that it has to break somewhere"

Word = tuple[str, float, float, float, float]


_ABOUT_WORDS = ("C02", "C456")  # the texts of the sample are there to be long, and say nothing


def sample() -> Deck:
    """Every kind of slide, short and long, with texts in every size."""
    slides = [slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES]
    headline = "A headline that is long enough to need a second line"
    slides += [
        f"  - {{title: '{headline}', number: herds, caption: '{_LONG}', notes: W.}}",
        f"  - {{statement: 'Large: {_LONG}', title: Kicker, cite: [herds], notes: W.}}",
        "  - {title: Many, cite: [herds], notes: W., bullets: ["
        + ", ".join(f"'{number} has **bold** and *italic* and {_LONG}'" for number in range(3))
        + "]}",
        f"  - {{title: Levels, cite: [herds], notes: W., bullets: [{{One: [two, '{_LONG}']}}, three]}}",
        "  - {title: Қазақстан, cite: [herds], notes: W., bullets: [Астана мен Алматы, Қазақ тілі]}",
    ]
    deck, report = built(talk("\n".join(slides)))
    assert [one for one in report.diagnostics if one.is_error and not one.code.startswith(_ABOUT_WORDS)] == []
    return deck


# The same decks are compared with their SVG, and so are drawn but once.
SHIPPED: dict[str, Aspect] = {"kazakhstan": "16:9", "human-trafficking": "4:3"}


def real(name: str) -> Deck:
    deck, told = shipped(name, Occasion(aspect=SHIPPED[name]))
    assert [one for one in told if one.is_error] == []
    return deck


# The one that is drawn on a template too, in `make trials` alone.
@pytest.fixture(
    params=["sample", "kazakhstan", pytest.param("human-trafficking", marks=pytest.mark.trial)],
)
def deck(request: pytest.FixtureRequest) -> Deck:
    return sample() if request.param == "sample" else real(request.param)


def drawn(pdf: Path, width_pt: float = 960) -> list[list[Word]]:
    """The words of each page, which is so wide, with their boxes in points: text, left, top, right, bottom."""
    text = subprocess.run(
        [program("pdftotext"), "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = []
    for page in ElementTree.fromstring(text).iter(f"{_XHTML}page"):
        scale = width_pt / float(page.get("width", "960"))
        pages.append([_word(word, scale) for word in page.iter(f"{_XHTML}word")])
    return pages


def _word(word: ElementTree.Element, scale: float) -> Word:
    left, top, right, bottom = (scale * float(word.get(edge, "0")) for edge in ("xMin", "yMin", "xMax", "yMax"))
    return word.text or "", left, top, right, bottom


def inside(word: Word, box: Text) -> bool:
    left, top, right, bottom = (
        length / EMU_PER_POINT for length in (box.box.x, box.box.y, box.box.right, box.box.bottom)
    )
    middle = (word[2] + word[4]) / 2
    return left - _SLACK_PT <= word[1] and word[3] <= right + _SLACK_PT and top <= middle <= bottom


def lines(words: list[Word]) -> int:
    """How many lines the words stand on: lower edges more than half a small line apart."""
    edges = sorted(word[4] for word in words)
    return 1 + sum(after - before > _LINE_APART_PT for before, after in pairwise(edges))


def letters(text: str) -> str:
    """A text without what renderers draw in their own way: blanks and bullets."""
    return re.sub(r"[\s•–]", "", text)


def test_every_word_is_drawn_in_its_box_and_no_line_is_added(
    deck: Deck, to_pdf: Callable[[Path], Path], tmp_path: Path
) -> None:
    (tmp_path / "deck.pptx").write_bytes(written(deck))
    pages = drawn(to_pdf(tmp_path / "deck.pptx"), deck.theme.size_pt[0])
    assert len(pages) == len(deck.pages)
    for number, (page, words) in enumerate(zip(deck.pages, pages, strict=True), start=1):
        for box in (box for box in page.items if isinstance(box, Text)):
            mine = [word for word in words if inside(word, box)]
            where = f"slide {number}, {box.name}"
            expected = letters("".join(paragraph.text for paragraph in box.paragraphs))
            assert sorted(letters("".join(word[0] for word in mine))) == sorted(expected), where
            assert lines([word for word in mine if letters(word[0])]) <= len(box.lines) + _mixed_sizes(box), where


def _mixed_sizes(box: Text) -> int:
    """Words of two sizes on one line have two lower edges."""
    return len({run.scale for paragraph in box.paragraphs for run in paragraph.runs}) - 1


@pytest.mark.parametrize(
    "text", ["Страна, которую мало кто найдёт на карте", "Қазақстан жерінің үштен бірі", "Щука ждёт"]
)
def test_cyrillic_titles_have_room_in_what_stands_in_for_georgia(text: str) -> None:
    name = program("fc-match")
    file = subprocess.run([name, "-f", "%{file}", "Noto Serif"], capture_output=True, text=True, timeout=60).stdout
    font, buffer = uharfbuzz.Font(uharfbuzz.Face(Path(file).read_bytes())), uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    drawn_em = sum(one.x_advance for one in buffer.glyph_positions) / font.face.upem
    assert drawn_em <= width_of(text, Stretch(text, Face("Georgia"), 1.0))
