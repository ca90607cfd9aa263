"""People: as many figures as there are, or as many as can be seen, and those that matter among them."""

from msgspec import structs

from talkbuilder.kinds.people import KIND, lay_out
from talkbuilder.layout.items import Group, Shape
from talkbuilder.layout.page import Page
from tests.corpora.tables import from_table
from tests.kinds import sample
from tests.listing import texts
from tests.sample import ASSETS, built, talk


def facts(**values: str) -> str:
    """The sample's facts with others; each `shepherds` in a number of its own, which no post has to hold."""
    known = str(ASSETS["assets/facts.yaml"])
    for id, keys in values.items():
        known += (
            f"{id}: {{says: Some shepherds, measure: {id} counted, as_of: 2010, unit: shepherds, {keys},"
            " source: bureau, kind: primary, post: third, exact: shepherds in 2010}\n"
        )
    return known


def page(keys: str, **values: str) -> Page:
    line = f"  - {{title: A headline, people: {{{keys}}}, notes: Some words.}}"
    deck, _ = built(talk(line), facts=facts(**values))
    return next(one for one in deck.pages if one.kind == "people")


def group(page: Page) -> Group:
    (found,) = (item for item in page.items if isinstance(item, Group))
    return found


def fills(page: Page) -> list[str]:
    return [item.fill.name if item.fill else "none" for item in group(page).items if isinstance(item, Shape)]


def test_the_others_are_counted_where_no_fact_does() -> None:
    made = page("show: walking, of: shepherds")
    assert "".join(run.text for run in texts(made)["label others"].paragraphs[0].runs) == "29 others"
    assert texts(made)["label walking"].paragraphs[0].text == "3 shepherds who walked"
    rough = page("show: some, of: shepherds", some="value: 5, precision: about")
    assert texts(rough)["label others"].paragraphs[0].text == "the\u00a0others"
    assert group(rough).alt.startswith("About 5 of 32 shepherds")


@from_table
def test_one_figure_stands_for_more_where_there_are_too_many(
    many: int, some: int, figures: int, accented: int, said: str
) -> None:
    made = page("show: some, of: many", many=f"value: {many}", some=f"value: {some}")
    assert (len(fills(made)), fills(made).count("accent3")) == (figures, accented)
    legend = texts(made).get("what a figure stands for")
    assert (legend.paragraphs[0].text if legend else "") == said
    assert said in group(made).alt
    if said:
        assert f"{accented} of {figures} figures" in group(made).alt


def test_who_was_only_told_of_is_an_outline() -> None:
    told = facts(some="value: 2").replace(
        "measure: some counted, as_of: 2010, unit: shepherds, value: 2, source: bureau, kind: primary",
        "measure: some counted, as_of: 2010, unit: shepherds, value: 2, source: witness, kind: hearsay",
    )
    deck, _ = built(talk("  - {title: A, people: {show: some, of: shepherds}, notes: Words.}"), facts=told)
    assert fills(next(one for one in deck.pages if one.kind == "people")) == ["dark2"] * 30 + ["none"] * 2


@from_table
def test_what_is_no_part_of_a_whole_is_refused(keys: str, code: str, message: str) -> None:
    deck, report = built(talk(f"  - {{title: A headline, people: {{{keys}}}, notes: Some words.}}"))
    assert "people" not in [one.kind for one in deck.pages]
    found = [(one.code, one.message) for one in report.diagnostics if not one.code.startswith("C")]
    assert found == [(code, message)]


@from_table
def test_who_cannot_be_counted_cannot_be_drawn(keys: str, why: str) -> None:
    line = talk("  - {title: A headline, people: {show: some, of: shepherds}, notes: Some words.}")
    _, report = built(line, facts=facts(some=keys))
    assert [one.message for one in report.diagnostics if one.code == "E032"] == [
        f"'some' cannot be drawn as people: {why}"
    ]


def test_on_an_upright_page_of_a_template_they_stand_in_twice_as_many_rows() -> None:
    deck = sample("people")
    layout = deck.pages[2].layout
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "people")

    def rows(base: str, times: float = 3) -> set[int]:
        grid = structs.replace(layout.grid, row=round(times * layout.grid.row))
        (made,) = lay_out(KIND, told, structs.replace(layout, base=base, grid=grid))
        return {one.box.y for one in group(made).items if isinstance(one, Shape)}

    assert (len(rows("")), len(rows("a layout"))) == (2, 4)
    assert len(rows("a layout", 2)) == 2  # where they would be little larger, they would be far from each other
