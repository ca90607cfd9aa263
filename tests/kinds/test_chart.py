"""Charts: numbers of the library drawn to scale; what does not belong side by side is refused."""

from talkbuilder.layout.items import Chart, Shape, Text
from talkbuilder.layout.page import Page
from tests.corpora.tables import from_table
from tests.kinds import Golden, compare
from tests.listing import lines, texts
from tests.sample import built, codes, talk

_SLOPE = "{herds counted: [herds-2009, herds], wells dug: [wells-2009, wells-2010]}, unit: herds and wells"


def drawn(chart: str, facts: str, title: str = "A headline") -> Page:
    """The page of a chart, of which nothing is reported."""
    deck, report = built(talk(f"  - {{title: {title}, chart: {chart}, facts: {facts}, notes: Some words.}}"))
    assert codes(report) == []
    return deck.pages[2]


def reported(chart: str, facts: str) -> tuple[str, str, str]:
    """Code, message and hint of what is wrong with a chart, which is left out."""
    deck, report = built(talk(f"  - {{title: A headline, chart: {chart}, facts: {facts}, notes: Some words.}}"))
    assert "chart" not in [page.kind for page in deck.pages]
    (one,) = (one for one in report.diagnostics if not one.code.startswith("C"))
    assert one.span
    return one.code, one.message, one.hint


def chart(page: Page) -> Chart:
    (found,) = (item for item in page.items if isinstance(item, Chart))
    return found


def said(page: Page) -> dict[str, str]:
    """What stands at what, by the names of its labels."""
    return {name: " ".join(one.text for one in text.paragraphs) for name, text in texts(page).items()}


@from_table
def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden, name: str, form: str, facts: str) -> None:
    deck, _ = built(talk(f"  - {{title: A headline over it, chart: {form}, facts: {facts}, notes: Some words.}}"))
    compare(name, deck, golden)


def test_its_alternative_text_is_the_sentence_in_the_notes() -> None:
    page = drawn("columns", "[herds-2009, herds]")
    assert chart(page).alt == "Herds counted: 49 in 2009, 88 in 2010"
    assert lines(page, "shown") == ("On the slide: Herds counted: 49 in 2009, 88 in 2010",)
    named = drawn("columns", "{goats seen: goats, camels: camels}, unit: animals")
    assert chart(named).alt == "Goats seen: at least 191 in 2010; camels: supposedly 265 in 2011"
    assert (
        chart(drawn("share", "{on horses: riding}, of: shepherds")).alt
        == "Of 32 shepherds in 2010: 29 on horses; 3 others"
    )
    assert chart(drawn("slope", _SLOPE)).alt == (
        "Herds counted: 49 in 2009, 88 in 2010; wells dug: 24 in 2009, 32 in 2010"
    )


def test_a_slope_names_zero_and_says_how_much_more_there_is_of_each() -> None:
    told = said(drawn("slope", f"{_SLOPE}, accent: wells-2010, differences: true"))
    assert told["zero"] == "0"
    assert told["label wells-2010 change"].replace("\u00a0", " ") == "8 more wells dug"
    assert "label herds change" not in said(drawn("slope", _SLOPE))


def test_only_slopes_tell_differences() -> None:
    assert reported("columns", "[herds-2009, herds], differences: true")[:2] == (
        "E007",
        "'differences' beside 'chart: columns'",
    )


def test_it_cites_every_fact_that_it_draws_and_the_whole() -> None:
    page = drawn("share", "{on horses: riding}, of: shepherds")
    assert [one.id for one in page.citations] == ["riding", "shepherds"]
    assert "(figure for 2010)" in said(page)["source line"]


def test_the_last_fact_stands_out_unless_another_one_matters() -> None:
    for facts, at in (("[herds-2009, herds]", 1), ("[herds-2009, herds], accent: herds-2009", 0)):
        (series,) = chart(drawn("columns", facts)).series
        assert {place: ink.name for place, ink in series.inks.items()} == {at: "accent3"}
    rows = chart(drawn("slope", f"{_SLOPE}, accent: herds")).series
    assert [(row.name, row.ink.name) for row in rows] == [("herds counted", "accent3"), ("wells dug", "dark2")]


def test_values_stand_beside_few_columns_and_over_many_with_their_hedges() -> None:
    few = drawn("columns", "{goats seen: goats, herds: herds}, unit: things")
    assert (said(few)["label goats"], said(few)["label herds"]) == ("at least 191", "88")
    many = said(drawn("columns", "{a: herds, b: wells-2010, c: shepherds, d: riding, e: walking}, unit: things"))
    assert [words for name, words in many.items() if name.startswith("label")] == ["88", "32", "32", "29", "3"]


def test_what_is_uncertain_is_seen() -> None:
    page = drawn("columns", "{goats seen: goats, people: people, camels: camels}, unit: things")
    marks = [item.name for item in page.items if isinstance(item, Shape) and item.stroke and item.stroke.dash == "dash"]
    assert marks == ["or more goats", "about people"]
    (outline,) = chart(page).series[0].outlines.values()
    assert outline.dash == "dash"


def test_parts_that_are_not_all_leave_others() -> None:
    page = drawn("share", "{on foot: walking}, of: shepherds")
    assert (said(page)["label walking"], said(page)["label rest"]) == ("3 on foot", "29 others")
    whole = drawn("share", "{on horses: riding, on foot: walking}, of: shepherds")
    assert "label rest" not in said(whole)
    (width,) = {round(sum(series.values[0] or 0 for series in chart(one).series)) for one in (page, whole)}
    assert width == chart(page).most == 32


@from_table
def test_what_cannot_be_drawn_honestly_is_refused(form: str, facts: str, code: str, message: str) -> None:
    assert reported(form, facts)[:2] == (code, message)


def test_a_retired_fact_is_refused_as_everywhere() -> None:
    _, report = built(talk("  - {title: A headline, chart: columns, facts: [herds, old], notes: Some words.}"))
    assert {"C005", "E032"} <= set(codes(report))


def test_everything_stands_on_the_page_and_no_label_on_another() -> None:
    for form, facts in (
        ("slope", _SLOPE),
        ("line", "{a: [herds-2008, herds-2009, herds], b: [wells-2009, wells-2010]}, unit: things"),
        ("bars", "{a: herds, b: wells-2010, c: shepherds, d: riding, e: walking, f: goats}, unit: things"),
        ("columns", "{a: herds, b: wells-2010, c: shepherds, d: riding, e: walking, f: goats}, unit: things"),
    ):
        page = drawn(form, facts)
        boxes = [item.box for item in page.items if isinstance(item, Text) and not item.placeholder]
        for at, one in enumerate(boxes):
            assert 0 <= one.x < one.right <= page.layout.grid.width
            assert 0 <= one.y < one.bottom <= page.layout.grid.height
            for other in boxes[:at]:
                apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
                assert apart, (form, one, other)


def test_a_figure_in_the_place_of_a_fact_is_told_as_that_alone() -> None:
    facts = "{in 2009: 12, in 2010: herds}"
    _, report = built(talk(f"  - {{title: A headline, chart: columns, facts: {facts}, notes: Some words.}}"))
    assert [one.code for one in report.diagnostics if one.is_grave] == ["E001"]
