"""What the builder promises to whoever sees or hears less: rules A11Y-01 to A11Y-17, over both talks and the gallery.

What an author alone can do is held by checks; their codes name the rule that they hold.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import pytest
from pptx import Presentation

from talkbuilder.diagnostics.codes import CODES
from talkbuilder.kinds.kind import SOURCE_LINE
from talkbuilder.layout.inks import contrast
from talkbuilder.layout.items import Chart, Group, Image, Ink, Item, Link, Shape, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.stages.lay_out import SLIDE_NUMBER
from talkbuilder.units import Box
from tests.listing import written
from tests.sample import SLIDES, built, slide, talk
from tests.shipped import gallery, shipped

DECKS = ("human-trafficking", "kazakhstan", "gallery")
LEAST_CONTRAST, LEAST_OF_LARGE, LARGE_PT = 4.5, 3.0, 18  # as WCAG 2 has them
LEAST_PT, SMALL = 18, frozenset({SOURCE_LINE, SLIDE_NUMBER})  # the notes say those as well
SHOWING = frozenset(
    ("chart", "map", "table", "photo", "drawing", "people", "counts", "compare", "timeline", "steps", "icons")
)


@pytest.fixture(scope="module", params=DECKS)
def deck(request: pytest.FixtureRequest) -> Deck:
    if request.param == "gallery":
        return gallery("16:9")
    return shipped(request.param)[0]


@pytest.fixture(scope="module")
def parts(deck: Deck) -> dict[str, str]:
    """The XML of the deck, by the names of its parts."""
    with zipfile.ZipFile(io.BytesIO(written(deck))) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def flat(items: Iterable[Item]) -> Iterator[Item]:
    """All items, those inside others included."""
    for item in items:
        yield item
        match item:
            case Group():
                yield from flat(item.items)
            case Link():
                yield from flat((item.item,))
            case Table():
                yield from (cell.text for row in item.rows for cell in row)


def test_every_slide_has_a_title_and_it_is_read_first(deck: Deck) -> None:  # A11Y-01, A11Y-09
    for page in deck.pages:
        texts = [item.name for item in page.items if isinstance(item, Text)]
        assert page.title.strip()
        assert texts[0] == "title"
        if SOURCE_LINE in texts:
            assert set(texts[texts.index(SOURCE_LINE) + 1 :]) <= {SLIDE_NUMBER, "recipient"}


def test_no_two_slides_have_one_title(deck: Deck) -> None:  # A11Y-02
    titles = [page.title for page in deck.pages]
    assert len(set(titles)) == len(titles)


def test_what_is_drawn_is_described_and_never_by_a_file_name(deck: Deck) -> None:  # A11Y-03
    described = [
        item.alt for page in deck.pages for item in flat(page.items) if isinstance(item, Image | Chart | Table)
    ]
    described += [item.alt for page in deck.pages for item in page.items if isinstance(item, Group) and item.alt]
    assert all(len(alt) >= 10 for alt in described)
    assert not any(re.search(r"\.(png|jpe?g|svg)\b|^(image|picture|photo) of", alt, re.IGNORECASE) for alt in described)


def on_grounds(page: Page) -> Iterator[tuple[Text, Ink]]:
    """The texts of a page, each with the ink on which it stands: that of the shape behind it, else of the page."""
    filled: list[tuple[Box, Ink]] = []
    for item in flat(page.items):
        match item:
            case Shape(fill=Ink() as fill) if fill.opacity_percent == 100:
                filled.append((item.box, fill))
            case Text():
                x, y = item.box.x + item.box.width / 2, item.box.y + item.box.height / 2
                behind = (ink for box, ink in reversed(filled) if box.x <= x <= box.right and box.y <= y <= box.bottom)
                yield item, next(behind, page.background)


def test_letters_stand_out_from_what_they_stand_on(deck: Deck) -> None:  # A11Y-04
    for page in (page for page in deck.pages if page.kind != "map"):  # whose names stand on land and on sea
        for text, ground in on_grounds(page):
            for run in (run for line in text.lines for run in line.runs):
                least = LEAST_OF_LARGE if run.size_pt >= LARGE_PT else LEAST_CONTRAST
                assert contrast(run.ink, ground, page.layout.palette) >= least, (page.title, text.name)


def test_letters_are_large_enough_for_a_hall(deck: Deck) -> None:  # A11Y-05
    for page in deck.pages:
        for text in (item for item in flat(page.items) if isinstance(item, Text) and item.name not in SMALL):
            assert min((run.size_pt for line in text.lines for run in line.runs), default=LEAST_PT) >= LEAST_PT


def test_nothing_moves_and_no_slide_goes_on_by_itself(parts: dict[str, str]) -> None:  # A11Y-10
    assert not [name for name, xml in parts.items() if re.search(r"<p:(transition|timing)\b|advTm=", xml)]
    assert not [name for name in parts if name.lower().endswith(".gif")]


def test_tables_have_a_head_and_no_merged_cells(parts: dict[str, str]) -> None:  # A11Y-11
    tables = [found for xml in parts.values() for found in re.findall(r"<a:tbl>.*?</a:tbl>", xml, re.DOTALL)]
    assert all('firstRow="1"' in table for table in tables)
    assert not any(re.search(r"gridSpan|rowSpan|hMerge|vMerge", table) for table in tables)


def test_the_file_says_what_it_is_who_made_it_and_in_which_language(deck: Deck) -> None:  # A11Y-12
    told = Presentation(io.BytesIO(written(deck))).core_properties
    assert told.title == deck.plan.talk.outline.talk.value
    assert told.author
    assert told.language == deck.plan.talk.language


def test_letters_know_their_language(parts: dict[str, str]) -> None:  # A11Y-12
    slides = [xml for name, xml in parts.items() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert slides
    assert not [xml for xml in slides if re.search(r"<a:r><a:rPr(?![^>]*\blang=)", xml)]


@pytest.mark.parametrize("kind", [kind for kind in SLIDES if kind in SHOWING])
def test_what_a_slide_shows_is_told_in_its_notes(kind: str) -> None:  # A11Y-13, A11Y-17
    deck, _ = built(talk(slide(kind)))
    page = deck.pages[2]
    shown = " ".join(paragraph.text for paragraph in page.notes.shown)
    assert shown.startswith("On the slide: ")
    drawn = [item.alt for item in page.items if isinstance(item, Chart | Group | Table | Image) and item.alt]
    assert all(alt in shown for alt in drawn)


def test_colour_is_never_all_that_tells_values_apart(deck: Deck) -> None:  # A11Y-14
    """Who cannot tell colours apart reads at each line or part whose it is."""
    for page in deck.pages:
        items = tuple(flat(page.items))
        texts = [
            " ".join(run.text for line in item.lines for run in line.runs) for item in items if isinstance(item, Text)
        ]
        written = " ".join(" ".join(texts).split()).lower()
        for chart in (item for item in items if isinstance(item, Chart) and len(item.series) > 1):
            unnamed = [one.name for one in chart.series if one.name.lower().removeprefix("of ") not in written]
            assert unnamed == [], page.title


def test_nothing_is_written_inside_a_drawing() -> None:  # A11Y-16
    _, report = built(talk("  - {title: A headline, drawing: hut, cite: [grass], notes: N.}"))
    assert "E202" in [one.code for one in report.diagnostics]


# What the builder sees to by itself, each shown above.
GUARANTEED = {
    "A11Y-01": test_every_slide_has_a_title_and_it_is_read_first,
    "A11Y-04": test_letters_stand_out_from_what_they_stand_on,
    "A11Y-05": test_letters_are_large_enough_for_a_hall,
    "A11Y-09": test_every_slide_has_a_title_and_it_is_read_first,
    "A11Y-10": test_nothing_moves_and_no_slide_goes_on_by_itself,
    "A11Y-11": test_tables_have_a_head_and_no_merged_cells,
    "A11Y-12": test_the_file_says_what_it_is_who_made_it_and_in_which_language,
    "A11Y-13": test_what_a_slide_shows_is_told_in_its_notes,
    "A11Y-14": test_colour_is_never_all_that_tells_values_apart,
    "A11Y-16": test_nothing_is_written_inside_a_drawing,
    "A11Y-17": test_what_a_slide_shows_is_told_in_its_notes,
}


def test_every_house_rule_is_held_by_a_code_or_by_the_builder() -> None:
    by_code = {code.rule for code in CODES.values() if code.rule}
    assert by_code >= {f"SG-{number:02}" for number in range(1, 26)}
    of_all = {f"A11Y-{number:02}" for number in range(1, 18)}
    assert {rule for rule in by_code if rule.startswith("A11Y")} | GUARANTEED.keys() == of_all
