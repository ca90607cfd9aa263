"""What a deck says that rests on nothing: of decks as they were built, and after somebody edited them."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from talkbuilder.authoring.coverage import SlideCoverage, coverage, pictures
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.reading import read_deck
from talkbuilder.source.events import EVERYDAY, Occasion
from tests.cases import picture
from tests.sample import built, slide, talk
from tests.shipped import each_talk, shipped

BULLETS, NUMBER, CHART, TABLE, QUOTE, SAID, PHOTO = range(2, 9)  # the places of slides, behind cover and part
SLIDES = "\n".join(
    (
        slide("bullets", "What was counted", "There were {herds} of them. The year before it was {herds-2009}."),
        slide("number", "So many", "It is {people}, give or take."),
        slide("chart", "More of them", "From {herds-2009} up to {herds}."),
        "  - title: Side by side\n    table:\n      head: ['', then, later]\n"
        "      rows:\n      - [Herds, '{herds-2009}', '{herds}']\n      - [Wells, '{wells-2009}', '{wells-2010}']\n"
        "    notes: Some words.",
        slide("quote", "On the grass", "“The grass was \\*higher\\* than {{we}} were” is how it was told."),
        "  - title: What I know\n    statement: 'I rode for {own: seventeen years | I was there}'\n    cite: [grass]\n"
        "    notes: '{goats} goats.'",
        slide("photo", "Under the sky", "Look."),
    )
)


@cache
def made(occasion: Occasion = EVERYDAY, slides: str = SLIDES) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """A deck, and the findings of the checks on its talk."""
    deck, report = built(talk(slides), occasion)
    return deck, report.diagnostics


def told(
    folder: Path,
    edit: Callable[[Any], None] = lambda deck: None,
    talk: tuple[Deck, tuple[Diagnostic, ...]] | None = None,
) -> tuple[SlideCoverage, ...]:
    """What a deck says, opened, edited and saved again as PowerPoint would."""
    deck, findings = talk or made()
    file = folder / "talk.pptx"
    [built_file] = OUTPUTS["pptx"].render(deck)
    with file.open("wb") as stream:
        built_file.write(stream)
    opened = Presentation(str(file))
    edit(opened)
    opened.save(str(file))
    return coverage(read_deck(file, pictures(deck)), deck, findings)


def open_ones(slides: tuple[SlideCoverage, ...]) -> list[tuple[str, str, str]]:
    return [(one.where, one.sort, one.words) for slide in slides for one in slide.uncovered]


def frame(slide: Any, words: str) -> Any:
    """The text frame of a slide, or of a cell of its table, in which some words stand."""
    frames = [one.text_frame for one in slide.shapes if one.has_text_frame]
    frames += [cell.text_frame for one in slide.shapes if one.has_table for cell in one.table.iter_cells()]
    return next(one for one in frames if words in one.text)


def typed(text: str, at: int = BULLETS) -> Callable[[Any], None]:
    """A text box of these words."""

    def edit(deck: Any) -> None:
        box = deck.slides[at].shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
        box.text_frame.text = text

    return edit


def replaced(old: str, new: str, at: int = BULLETS) -> Callable[[Any], None]:
    """A word of a text on a slide, replaced as somebody types over it."""

    def edit(deck: Any) -> None:
        for paragraph in frame(deck.slides[at], old).paragraphs:
            first, *rest = paragraph.runs or [None]
            if first is not None:
                first.text = "".join(run.text for run in paragraph.runs).replace(old, new)
            for run in rest:
                run.text = ""

    return edit


def test_of_a_deck_as_it_was_built_everything_is_covered(tmp_path: Path) -> None:
    slides = told(tmp_path)
    assert open_ones(slides) == []
    assert [what for one in slides for what in one.unreadable] == []
    sorts = {one.sort for slide in slides for one in slide.claims}
    assert {"figure", "quotation"} <= sorts
    places = {one.where for slide in slides for one in slide.claims}
    assert places >= {"slide", "notes", "table", "chart", "alt text"}


@each_talk
def test_a_talk_is_covered_whole(tmp_path: Path, name: str) -> None:
    slides = told(tmp_path, talk=shipped(name))
    assert open_ones(slides) == []
    assert sum(one.by != "the talk" for slide in slides for one in slide.claims) > 50
    assert [what for one in slides for what in one.unreadable] == []


def test_each_claim_says_what_it_rests_on(tmp_path: Path) -> None:
    slides = told(tmp_path)
    rests = {(one.words, one.by) for slide in slides for one in slide.claims}
    assert ("88", "fact herds") in rests
    assert ("seventeen", "own: seventeen years") in rests
    assert any(by == "quote grass" for _, by in rests)


@pytest.mark.parametrize("occasion", [Occasion(aspect="4:3"), Occasion(minutes=8, audience="x")])
def test_editions_are_covered_too(tmp_path: Path, occasion: Occasion) -> None:
    assert open_ones(told(tmp_path, talk=made(occasion))) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (replaced("88", "89"), ("slide", "figure", "89")),
        (replaced("88", "88 million"), ("slide", "figure", "88 million")),
        (replaced("88", "88%"), ("slide", "figure", "88%")),
        (replaced("16", "60", NUMBER), ("slide", "figure", "60 million")),
        (replaced("49", "48", TABLE), ("table", "figure", "48")),
    ],
)
def test_what_somebody_typed_is_not_covered(
    tmp_path: Path, edit: Callable[[Any], None], expected: tuple[str, str, str]
) -> None:
    found = open_ones(told(tmp_path, edit))
    assert any(
        (where, sort) == expected[:2] and (expected[2] in words or words in expected[2]) for where, sort, words in found
    ), found


def test_notes_are_read(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        deck.slides[BULLETS].notes_slide.notes_text_frame.add_paragraph().text = "Nearly 400 herds died."

    assert [one[:2] for one in open_ones(told(tmp_path, edit))] == [("notes", "figure")]


def test_groups_tables_and_descriptions_are_read(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        shapes = deck.slides[BULLETS].shapes
        inner = shapes.add_group_shape().shapes.add_textbox(0, 0, Inches(1), Inches(1))
        inner.text_frame.text = "Some 71 wolves came"
        table = shapes.add_table(1, 1, 0, 0, Inches(1), Inches(1)).table
        table.cell(0, 0).text = "72"
        inner._element.nvSpPr.cNvPr.set("descr", "A chart of 73 wolves")

    assert {(where, words) for where, _, words in open_ones(told(tmp_path, edit))} == {
        ("slide", "71"),
        ("table", "72"),
        ("alt text", "73"),
    }


def test_a_chart_is_read_with_its_labels(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        data = CategoryChartData()
        data.categories = ["Wolves in 1931", "Bears"]
        data.add_series("1,200 seen", (88.0, 91.0))
        deck.slides[CHART].shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(3), data
        ).chart.plots[0].has_data_labels = True

    found = {(where, words) for where, _, words in open_ones(told(tmp_path, edit))}
    assert {("chart", "91.0"), ("chart", "1,200")} <= found
    assert any(where == "chart" and "1931" in words for where, words in found)
    assert not any(words in ("88", "88.0") for _, words in found)


def test_a_value_that_is_changed_in_a_chart_is_not_covered(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        [drawn] = [one for one in deck.slides[CHART].shapes if one.has_chart]
        value = next(drawn.chart._chartSpace.iter("{*}val"))
        next(value.iter("{*}v")).text = "12"

    assert open_ones(told(tmp_path, edit)) == [("chart", "figure", "12")]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        deck.slides[BULLETS].shapes.add_picture(BytesIO(picture(30, 20)), 0, 0)
        ole = deck.slides[NUMBER].shapes.add_ole_object(BytesIO(b"x"), "Package", 0, 0, Inches(1), Inches(1))
        assert ole is not None

    found = [(one.number - 1, what) for one in told(tmp_path, edit) for what in one.unreadable]
    assert (BULLETS, "a picture that the talk does not have") in found
    assert (NUMBER, "an object of the kind 'ole'") in found


def test_a_slide_that_is_added_covers_nothing(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        added = deck.slides.add_slide(deck.slide_layouts[0])
        added.shapes.title.text = "The bureau counted 88 herds in 2010"

    found = open_ones(told(tmp_path, edit))
    assert {words for _, _, words in found} == {"88", "2010"}


def test_typed_claims_of_an_outline_are_open_in_its_deck(tmp_path: Path) -> None:
    slides = slide("statement", "The night", "Then 301 more came, and “it was very dark”.").replace(
        "Nobody", "About 300 wolves. Nobody"
    )
    found = open_ones(told(tmp_path, talk=made(slides=slides)))
    assert {(where, sort) for where, sort, _ in found} == {
        ("slide", "figure"),
        ("notes", "figure"),
        ("notes", "quotation"),
    }


FORGED = (
    "88 wolves were shot",
    "Eighty-eight cows died",
    "88,000 herds",
    "The bureau counted 88 herds in 1999",
    "88 of 90 herds",
    "Nine in ten herds are gone",
    "88% of herds",
    "$88 a herd",
    "Two thirds of the herds",
    "On May 3, 1931 the herds were taken",
    "Somebody said: “The herds were ours”",
    "About 16 thousand people live there",
    "16 billion people live there",
    "The 14th largest herd",
    "a dozen herds",
)
HONEST = (
    "In 2010 the bureau counted 88 herds",
    "Herds: 88",
    "88",
    "Eighty-eight herds, by the bureau’s count",
    "Two questions about herds, and the first one is hard",
    "“88 herds”",
    "Some herds were counted",
    "We meet again at 7:30, in 20 minutes",
)


def test_a_text_typed_into_the_deck_rests_on_an_entry_only_with_its_figure_sign_and_subject(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        box = deck.slides[BULLETS].shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
        box.text_frame.text = "\n".join((*FORGED, *HONEST))

    found = told(tmp_path, edit)[BULLETS].uncovered
    assert {
        one for one in FORGED if not any(it.text in one.replace("“", '"').replace("”", '"') for it in found)
    } == set()
    assert [one.words for one in found if one.text.replace('"', "") in " ".join(HONEST)] == []
    assert all(one.is_typed_since for one in found)
