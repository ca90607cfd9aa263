"""What a deck says that rests on nothing: of decks as they were built, and after somebody edited them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from talkbuilder.authoring.accounts import accounts, pictures
from talkbuilder.authoring.coverage import SlideCoverage, coverage
from talkbuilder.diagnostics import Report
from talkbuilder.geo.names import is_place
from talkbuilder.layout.items import Group, Link, Text
from talkbuilder.layout.page import Deck, sheet_of
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.reading import read_deck
from talkbuilder.pipeline import build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import DiskProject
from talkbuilder.units import Box, Emu
from tests.cases import picture
from tests.sample import built, slide, talk

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
        "    notes: '{goats} goats. In twenty ten the bureau counted the herds.'",
        slide("photo", "Under the sky", "Look."),
    )
)


def made(occasion: Occasion = EVERYDAY, slides: str = SLIDES) -> Deck:
    return built(talk(slides), occasion)[0]


def told(
    folder: Path, edit: Callable[[Any], None] = lambda deck: None, deck: Deck | None = None
) -> tuple[SlideCoverage, ...]:
    """What a deck claims, opened, edited and saved again as PowerPoint would."""
    deck = deck or made()
    file = folder / "talk.pptx"
    [built_file] = OUTPUTS["pptx"].render(deck)
    with file.open("wb") as stream:
        built_file.write(stream)
    opened = Presentation(str(file))
    edit(opened)
    opened.save(str(file))
    return coverage(read_deck(file, pictures(deck)), accounts(deck), is_place)


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
    assert places >= {"slide", "notes", "table", "chart", "workbook", "alt text"}


def test_who_is_said_to_do_a_wrong_is_told_by_the_checks_and_is_no_figure_of_a_deck_as_it_was_built(
    tmp_path: Path,
) -> None:
    deck = made(slides=slide("bullets", "What was counted", "The mayor sells his orphans. There were {herds}."))
    assert open_ones(told(tmp_path, deck=deck)) == []


@pytest.mark.parametrize("name", ["human-trafficking", "kazakhstan"])
def test_both_talks_are_covered_whole(tmp_path: Path, name: str) -> None:
    [deck] = build(DiskProject(Path(__file__).parent.parent.parent), (name,), Report())
    slides = told(tmp_path, deck=deck)
    assert open_ones(slides) == []
    assert sum(len(slide.claims) for slide in slides) > 250
    assert [what for one in slides for what in one.unreadable] == []


def test_each_claim_says_what_it_rests_on(tmp_path: Path) -> None:
    slides = told(tmp_path)
    rests = {(one.words, one.by) for slide in slides for one in slide.claims}
    assert ("88", "fact herds") in rests
    assert ("seventeen", "own: seventeen years") in rests
    assert ("twenty ten", "fact goats") in rests
    assert any(by == "quote grass" for _, by in rests)
    assert any(by == "the build" for _, by in rests)


@pytest.mark.parametrize("occasion", [Occasion(minutes=5), Occasion(aspect="4:3"), Occasion(minutes=8, audience="x")])
def test_editions_are_covered_too(tmp_path: Path, occasion: Occasion) -> None:
    assert open_ones(told(tmp_path, deck=made(occasion))) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (replaced("88", "89"), ("slide", "figure", "89")),
        (replaced("88", "880"), ("slide", "figure", "880")),
        (replaced("88", "88 million"), ("slide", "figure", "88 million")),
        (replaced("88", "88%"), ("slide", "figure", "88%")),
        (replaced("88", "ninety"), ("slide", "figure", "ninety")),
        (replaced("16", "60", NUMBER), ("slide", "figure", "about 60 million")),
        (replaced("49", "48", TABLE), ("table", "figure", "48")),
        (typed("97% of all herds are gone"), ("slide", "figure", "97%")),
        (typed("One in three herds is gone"), ("slide", "figure", "One in three")),
        (typed("In 1932 half of the herds died"), ("slide", "figure", "1932")),
        (typed("It cost $5,000"), ("slide", "figure", "$5,000")),
        (typed(".5"), ("slide", "figure", ".5")),
        (typed("88 hungry children", BULLETS), ("slide", "figure", "88")),
        (typed("88 herds", PHOTO), ("slide", "figure", "88")),
        (typed("“The herds were all stolen”"), ("slide", "quotation", '"The herds were all stolen"')),
        (typed("The mayor sells his orphans"), ("slide", "saying", "mayor sells")),
        (typed("It was told by Aruzhan Bekova"), ("slide", "name", "Aruzhan Bekova")),
        (typed("I rode for seventeen years", BULLETS), ("slide", "figure", "seventeen years")),
    ],
)
def test_what_somebody_typed_is_not_covered(
    tmp_path: Path, edit: Callable[[Any], None], expected: tuple[str, str, str]
) -> None:
    found = open_ones(told(tmp_path, edit))
    assert any(
        (where, sort) == expected[:2] and (expected[2] in words or words in expected[2]) for where, sort, words in found
    ), found


def changed_note(old: str, new: str) -> Callable[[Any], None]:
    def edit(deck: Any) -> None:
        for paragraph in deck.slides[BULLETS].notes_slide.notes_text_frame.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace(old, new)

    return edit


def on_layout(deck: Any) -> None:
    box = deck.slides[BULLETS].shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
    box.text_frame.text = "5,000 herds were sold"
    deck.slides[BULLETS].slide_layout.shapes._spTree.append(box._element)


def linked(deck: Any) -> None:
    run = frame(deck.slides[BULLETS], "The bureau").paragraphs[0].runs[0]
    run.hyperlink.address = "https://example.org/elsewhere"


def entitled(deck: Any) -> None:
    deck.core_properties.subject = "Five million herds"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (replaced("grass was", "grass never was", QUOTE), ("slide", "wording", "grass never was")),
        (replaced("A witness", "The bureau", QUOTE), ("slide", "wording", "The bureau")),
        (replaced("So many", "Far too many", NUMBER), ("slide", "wording", "Far too many")),
        (changed_note("a primary source", "quite reliable"), ("notes", "wording", "quite reliable")),
        (typed("The ministry says that all is well"), ("slide", "saying", "The ministry says")),
        (on_layout, ("layout", "figure", "5,000")),
        (entitled, ("properties", "figure", "Five million")),
        (linked, ("link", "link", "https://example.org/elsewhere")),
    ],
)
def test_what_was_edited_in_the_place_of_what_was_built_is_told(
    tmp_path: Path, edit: Callable[[Any], None], expected: tuple[str, str, str]
) -> None:
    found = open_ones(told(tmp_path, edit))
    assert any(one[:2] == expected[:2] and expected[2] in one[2] for one in found), found


@pytest.mark.parametrize("text", ["Please turn to your neighbor", "Any questions? The first one is the hardest"])
def test_a_box_of_plain_talk_needs_nothing(tmp_path: Path, text: str) -> None:
    assert open_ones(told(tmp_path, typed(text))) == []


def test_what_is_typed_around_a_reference_leaves_its_figure_covered_and_is_told(tmp_path: Path) -> None:
    found = open_ones(told(tmp_path, replaced("The bureau counted", "We know that the bureau counted")))
    assert found == [("slide", "wording", "We know that the bureau counted 88")]


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


def test_a_chart_is_read_with_its_labels_and_its_workbook(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        data = CategoryChartData()
        data.categories = ["Wolves in 1931", "Bears"]
        data.add_series("1,200 seen", (88.0, 91.0))
        deck.slides[CHART].shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(3), data
        ).chart.plots[0].has_data_labels = True

    found = {(where, words) for where, _, words in open_ones(told(tmp_path, edit))}
    assert {("chart", "91.0"), ("workbook", "91"), ("chart", "1,200"), ("workbook", "1,200")} <= found
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
        data = deck.slides[CHART].shapes
        [drawn] = [one for one in data if one.has_chart]
        drawn.chart.part.chart_workbook.xlsx_part._blob = b"no zip"
        ole = deck.slides[NUMBER].shapes.add_ole_object(BytesIO(b"x"), "Package", 0, 0, Inches(1), Inches(1))
        assert ole is not None

    found = [(one.number - 1, what) for one in told(tmp_path, edit) for what in one.unreadable]
    assert (BULLETS, "a picture that the talk does not have") in found
    assert (CHART, "the workbook of a chart") in found
    assert (NUMBER, "an object of the kind 'ole'") in found


def test_the_pictures_of_the_talk_are_known(tmp_path: Path) -> None:
    assert told(tmp_path)[PHOTO].unreadable == ()


def test_slides_may_be_moved_and_taken_out(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        order = deck.slides._sldIdLst
        order.remove(order[NUMBER])
        order.append(order[BULLETS])

    assert open_ones(told(tmp_path, edit)) == []


def test_the_number_of_a_slide_that_was_moved_is_its_own(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        order = deck.slides._sldIdLst
        order.append(order[BULLETS])
        for at, one in enumerate(deck.slides, start=1):  # as PowerPoint writes it into the field
            for field in one._element.iter("{*}fld"):
                next(field.iter("{*}t")).text = str(at)

    assert open_ones(told(tmp_path, edit)) == []


def test_a_slide_that_is_added_covers_nothing(tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        added = deck.slides.add_slide(deck.slide_layouts[0])
        added.shapes.title.text = "The bureau counted 88 herds in 2010"

    found = open_ones(told(tmp_path, edit))
    assert {words for _, _, words in found} == {"88", "2010"}


def test_typed_claims_of_an_outline_are_open_in_its_deck(tmp_path: Path) -> None:
    slides = slide("bullets", "About 300 wolves", "Then 301 more came, and “it was dark”.")
    found = open_ones(told(tmp_path, deck=made(slides=slides)))
    assert {(where, sort) for where, sort, _ in found} == {
        ("slide", "figure"),
        ("notes", "figure"),
        ("notes", "quotation"),
    }


def test_a_cited_entry_covers_its_figure_only_where_the_sentence_speaks_of_it(tmp_path: Path) -> None:
    slides = slide("statement", "It says so", "The bureau counted 88 herds. And 88 wolves came.")
    deck = made(slides=slides.replace("cite: [grass]", "cite: [herds]"))
    assert [words for _, _, words in open_ones(told(tmp_path, deck=deck))] == ["88"]


def test_what_the_build_makes_of_typed_words_is_as_open_as_these(tmp_path: Path) -> None:
    slides = (
        "  - title: Then and now\n    compare:\n    - {head: Then, text: 400 wolves}\n    - {head: Now, text: none}\n"
        "    cite: [grass]\n    notes: Some words."
    )
    found = open_ones(told(tmp_path, deck=made(slides=slides)))
    assert {where for where, _, words in found if "400" in words} == {"slide", "alt text", "notes"}


def test_what_the_file_tells_of_the_talk_is_of_the_build(tmp_path: Path) -> None:
    outline = talk(slide("bullets")).replace("summary: All of it.", "summary: Of 5 million herds.")
    slides = told(tmp_path, deck=built(outline)[0])
    told_of = [one for page in slides for one in page.claims if one.where == "properties"]
    assert [(one.words, one.by) for one in told_of] == [("5 million", "the build")]


def test_what_a_picture_shows_is_seen_in_it(tmp_path: Path) -> None:
    media = 'steppe: {file: steppe.png, alt: Grass and three horses, credit: "Picture: nobody", people: []}'
    slides = told(tmp_path, deck=built(talk(slide("photo")), media=media)[0])
    assert {(one.words, one.by) for page in slides for one in page.claims if one.where == "alt text"} == {
        ("three", "the picture")
    }
    assert open_ones(slides) == []


def test_a_link_in_a_table_leads_where_the_talk_says(tmp_path: Path) -> None:
    rows = "rows: [[Herds, '[here](https://example.org)'], [Wells, none]]"
    slides = f"  - {{title: So, table: {{head: [A, B], {rows}}}, cite: [grass], notes: So.}}"

    def edit(deck: Any) -> None:
        run = frame(deck.slides[BULLETS], "here").paragraphs[0].runs[0]
        assert run.hyperlink.address == "https://example.org"
        run.hyperlink.address = "https://example.com"

    assert open_ones(told(tmp_path, deck=made(slides=slides))) == []
    assert open_ones(told(tmp_path, edit, made(slides=slides))) == [("link", "link", "https://example.com")]


def test_what_stands_behind_a_head_in_a_description_begins_with_a_capital_and_is_no_name(tmp_path: Path) -> None:
    steps = "  - {title: Three things, steps: [{head: A hole, text: Wider than a root}, {head: A pail}], notes: So.}"
    assert [one for page in told(tmp_path, deck=made(slides=steps)) for one in page.uncovered] == []


def test_where_a_click_may_lead_is_looked_for_inside_of_groups_and_links() -> None:
    deck = made(slides="  - {title: So, bullets: ['[here](https://example.org)', Or there], cite: [grass], notes: So.}")
    page = deck.pages[BULLETS]
    (linked,) = (one for one in page.items if isinstance(one, Text) and any(run.link for run in one.paragraphs[0].runs))
    box = Box(Emu(0), Emu(0), Emu(0), Emu(0))
    for items, targets in (
        ((Group("all", box, (linked,)),), {"https://example.org"}),
        ((Link("https://example.com", linked),), {"https://example.org", "https://example.com"}),
    ):
        (account,) = accounts(structs.replace(deck, sections=(("", (sheet_of(structs.replace(page, items=items)),)),)))
        assert account.targets == targets
