"""A table: numbers to the right, one row that stands out, and nothing cut off."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.table import KIND, lay_out
from talkbuilder.layout.items import Table
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws
from tests.sample import NO_WORDS, built, codes, talk

_WORDS = st.lists(st.text(NO_WORDS, min_size=1, max_size=12), min_size=1, max_size=8)


def drawn(table: str, aspect: Aspect = "16:9") -> tuple[Page, list[str]]:
    """The page of a slide of this table, and what is reported of it."""
    deck, report = built(talk(_slide(table)), Occasion(aspect=aspect))
    return deck.pages[2], codes(report)


def reported(table: str) -> list[str]:
    return codes(built(talk(_slide(table)))[1])


def _slide(table: str) -> str:
    return f"  - title: One and another\n    cite: [grass]\n    notes: Words.\n    table:\n{table}"


def table(page: Page) -> Table:
    (one,) = (item for item in page.items if isinstance(item, Table))
    return one


_HERDS = """
      head: ["", 2009, 2010]
      rows:
      - [Herds counted, 71, "{herds}"]
      - [Sheep, about 900, –]
      accent: 2
"""


def test_numbers_stand_to_the_right_with_their_heads_and_words_to_the_left() -> None:
    page, _ = drawn(_HERDS)
    assert [[cell.text.styles[0].align for cell in row] for row in table(page).rows] == [["left", "right", "right"]] * 3


@from_table
def test_a_column_of_numbers_stays_one_with_a_few_words_in_it(cells: list[str], align: str) -> None:
    page, _ = drawn(f"      head: ['', Then]\n      rows: {[[f'Row {at}', one] for at, one in enumerate(cells)]}")
    assert {row[1].text.styles[0].align for row in table(page).rows} == {align}


def test_the_head_is_no_smaller_than_20_pt_over_larger_rows_where_other_labels_are() -> None:
    page, _ = drawn(_HERDS)
    told = next(one.slide for one in built(talk(_slide(_HERDS)))[0].plan.timings if one.slide.kind == "table")
    sizes = structs.replace(page.layout.sizes, label=(18.0,))
    (made,) = lay_out(KIND, told, structs.replace(page.layout, sizes=sizes))
    head, first, *_ = table(made).rows
    assert (head[1].text.styles[0].size_pt, first[1].text.styles[0].size_pt >= 20) == (20, True)


def test_the_accented_row_has_a_ground_and_bold_clay_letters() -> None:
    *rows, accented = table(drawn(_HERDS)[0]).rows
    assert {(cell.text.styles[0].ink.name, cell.text.styles[0].bold) for cell in accented} == {("accent3", True)}
    assert {cell.fill.name for cell in accented if cell.fill} == {"panel"}
    assert not any(cell.fill or cell.text.styles[0].bold for row in rows for cell in row)


@from_table
def test_a_table_that_is_none_is_reported(written: str, code: str) -> None:
    assert code in reported(written)


@given(st.data())
def test_a_table_that_is_not_reported_is_whole(data: st.DataObject) -> None:
    aspect: Aspect = data.draw(st.sampled_from(get_args(Aspect)))
    columns, rows = data.draw(st.integers(2, 5)), data.draw(st.integers(1, 5))
    numbers = data.draw(st.lists(st.booleans(), min_size=columns, max_size=columns))
    cells = [
        [str(data.draw(st.integers(0, 10**9))) if is_number else " ".join(data.draw(_WORDS)) for is_number in numbers]
        for _ in range(rows + 1)
    ]
    written = [f"[{', '.join(row)}]" for row in cells]
    page, reported = drawn(f"      head: {written[0]}\n      rows: [{', '.join(written[1:])}]", aspect)
    assert set(reported) <= {"C112", "C201"}  # of which the first is of the notes
    made = table(page)
    assert (sum(made.widths), sum(made.heights)) == (made.box.width, made.box.height)
    if not reported:
        assert flaws(page) == []
        assert made.box.bottom <= page.layout.grid.box(1, 12, 25, 76).bottom
