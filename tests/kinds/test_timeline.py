"""Points and spans of time."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.timeline import KIND, lay_out
from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.room import texts_of
from talkbuilder.layout.theme import Layout
from talkbuilder.source.events import Occasion
from talkbuilder.talk.talk import Slide
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws
from tests.sample import ASSETS, NO_WORDS, built, codes, talk

_WORDS = st.lists(st.text(NO_WORDS, min_size=1, max_size=10), min_size=1, max_size=5).map(" ".join)
_THREE = "    - {head: First, at: 1900}\n    - {head: Second, at: 1910}\n    - {head: Third, at: 1990}"


def written(points: str, keys: str = "") -> str:
    return talk(f"  - title: One and another\n    cite: [grass]\n    notes: Words.\n{keys}    timeline:\n{points}")


def drawn(points: str, keys: str = "", aspect: Aspect = "16:9") -> tuple[Page, list[str]]:
    """The page of a slide of these points, and what is reported of it."""
    deck, report = built(written(points, keys), Occasion(aspect=aspect))
    return deck.pages[2], codes(report)


def group(page: Page) -> Group:
    (one,) = (item for item in page.items if isinstance(item, Group) and item.name != "Draft mark")
    return one


def shapes(page: Page) -> dict[str, Shape]:
    """The discs and bars by the heads of what they stand for; of the rest the last of each name."""
    return {item.name: item for item in group(page).items if isinstance(item, Shape)}


def texts(page: Page) -> dict[str, Text]:
    return {text.name: text for text in texts_of(group(page).items)}


def middle(shape: Shape) -> float:
    return shape.box.x + shape.box.width / 2


def test_points_stand_as_far_apart_as_they_were_or_evenly() -> None:
    aspect: Aspect = "4:3"
    first, second, third = (middle(shapes(drawn(_THREE, "", aspect)[0])[name]) for name in ("First", "Second", "Third"))
    assert second - first == pytest.approx(third - second, abs=2)
    page, _ = drawn(_THREE, "    scale: time\n", aspect)
    first, second, third = (middle(shapes(page)[name]) for name in ("First", "Second", "Third"))
    assert (second - first) * 8 == pytest.approx(third - second, abs=20)


def test_what_is_not_to_scale_says_so_once() -> None:
    assert texts(drawn(_THREE)[0])["note"].paragraphs[0].text == "In order, not to scale"
    assert "note" not in texts(drawn(_THREE, "    lead: Three years, not to scale\n")[0])
    assert "note" not in texts(drawn(_THREE, "    scale: time\n")[0])


def test_a_span_is_a_bar_that_holds_a_short_text_and_what_is_undated_is_dotted() -> None:
    page, reported = drawn(
        "    - {head: Long ago}\n    - {head: A drought, from: 1900, to: 1960, text: 60 years}\n"
        "    - {head: Rain, at: 1960}\n    - {head: A road, at: 2011}"
    )
    assert reported == []
    bar, rain, dotted = (shapes(page)[name] for name in ("A drought", "Rain", "Long ago"))
    assert middle(rain) == pytest.approx(bar.box.right, abs=1)
    assert dotted.stroke is not None
    assert dotted.stroke.dash == "dot"
    inside = texts(page)["A drought, inside"]
    assert bar.box.x <= inside.box.x
    assert inside.box.right <= bar.box.right
    assert inside.box.x + inside.box.right == pytest.approx(bar.box.x + bar.box.right, abs=2)
    assert (inside.box.y, inside.box.bottom, inside.anchor) == (bar.box.y, bar.box.bottom, "middle")
    assert [one.text for one in texts(page)["A drought"].paragraphs] == ["A drought", "1900–1960"]


def laid_out(outline: str) -> tuple[Slide, Layout]:
    """The timeline of a talk, and the layout of ours that it stands on."""
    deck, _ = built(outline)
    return next(one.slide for one in deck.plan.timings if one.slide.kind == "timeline"), deck.pages[2].layout


def test_on_a_low_page_of_a_template_labels_stay_at_their_points_and_keep_each_date_on_a_line() -> None:
    slide = written(
        "    - {head: Before, text: another year}\n"
        "    - {head: Winter, from: 2026-01, to: 2026-03, text: short days}\n"
        "    - {head: Spring, at: 2026-03-21}\n    - {head: Summer, at: 2026-06-21}\n"
        "    - {head: Autumn, at: 2026-12-21}"
    )
    told, layout = laid_out(slide)
    grid = structs.replace(layout.grid, row=round(0.62 * layout.grid.row), width=round(0.8 * layout.grid.width))
    (page,) = lay_out(KIND, told, structs.replace(layout, base="A layout of a template", grid=grid))
    points = shapes(page)
    for name, text in texts(page).items():
        assert not text.surplus or name == "note"
        if name in ("Spring", "Summer", "Autumn"):
            assert text.box.x <= middle(points[name]) <= text.box.right
            assert len(text.lines) == 2
    assert texts(page)["Winter, inside"].lines


def test_on_a_template_heads_keep_to_a_line_where_they_can_so_that_dates_stand_at_one_height() -> None:
    slide = written(
        "    - {head: New Year, at: 2026-01-01}\n    - {head: As long as the night, at: 2026-03-20}\n"
        "    - {head: The longest day, at: 2026-06-21}\n    - {head: As long again, at: 2026-09-23}\n"
        "    - {head: The shortest, at: 2026-12-21}"
    )
    told, layout = laid_out(slide)
    grid, lines = structs.replace(layout.grid, width=round(0.6 * layout.grid.width)), []
    for base in ("", "A layout of a template"):
        (page,) = lay_out(KIND, told, structs.replace(layout, base=base, grid=grid))
        lines.append({len(text.lines) for name, text in texts(page).items() if name != "note"})
    assert 3 in lines[0]
    assert lines[1] == {2}


def test_a_bar_is_as_long_as_its_text_needs_and_higher_than_one_line_where_it_cannot_be() -> None:
    bar = "    - {{head: First, at: 1900}}\n    - {{head: A drought, from: 1930, to: 1960, text: {}}}\n"
    bar += "    - {{head: Now, at: 2026}}"
    lengths, told = [], []
    for text, keys in (
        ("Dry", ""),
        ("Thirty years without a drop", ""),
        ("A hundred very dry years", "    scale: time\n"),
    ):
        page, reported = drawn(bar.format(text), keys, "4:3")
        assert reported == []
        lengths.append(shapes(page)["A drought"].box.width)
        told.append(len(texts(page)["A drought, inside"].lines))
    assert lengths[1] > lengths[0]
    assert told == [1, 1, 3]


def test_no_date_is_broken_where_smaller_letters_keep_it_whole() -> None:
    points = (f"    - {{head: Rain {at}, at: 2026-09-{10 + at}}}" for at in range(6))
    page, _ = drawn("\n".join(points), "", "4:3")
    told = texts(page)
    assert all(len(told[f"Rain {at}"].lines) == 2 for at in range(6))


def test_labels_that_have_no_room_stand_at_their_places_all_the_same() -> None:
    head = "A word or two and then so many more that nobody has room for all of them on a slide"
    points = (f"    - {{head: {at} {head}, at: {1900 + at}}}" for at in range(7))
    page, reported = drawn("\n".join(points))
    assert "C201" in reported
    for name, text in texts(page).items():
        assert name == "note" or text.box.x <= middle(shapes(page)[name]) <= text.box.right


def test_a_fact_dates_a_point_and_says_what_it_is() -> None:
    page, reported = drawn(
        "    - {head: First, at: 1900}\n    - {fact: herds}\n"
        "    - {head: '{herds} herds', date: about 2010, at: 2010-06}"
    )
    assert reported == []
    assert [one.text for one in texts(page)["The bureau counted 88 herds in 2010"].paragraphs][1:] == ["2010"]
    assert [one.text for one in texts(page)["88 herds"].paragraphs][1:] == ["about 2010"]
    assert "herds" in [one.id for one in page.citations]


@from_table
def test_times_that_cannot_be_drawn_are_reported(points: str, keys: str, code: str) -> None:
    reported = codes(built(written(points, keys))[1])
    assert code in reported
    assert "C201" not in reported


@given(st.data())
def test_labels_that_are_not_reported_lie_on_nothing(data: st.DataObject) -> None:
    aspect: Aspect = data.draw(st.sampled_from(get_args(Aspect)))
    years = sorted(data.draw(st.lists(st.integers(1000, 2026), min_size=3, max_size=7, unique=True)))
    keys = [f"head: {data.draw(_WORDS)}, at: {year}" for year in years]
    for at in range(len(keys)):
        if data.draw(st.booleans()):
            keys[at] += f", text: {data.draw(_WORDS)}"
    if data.draw(st.booleans()):
        keys[0] = f"head: {data.draw(_WORDS)}"
    if data.draw(st.booleans()):
        end = data.draw(st.integers(years[-1] + 1, 2100))
        keys[-1] = f"head: {data.draw(_WORDS)}, from: {years[-1]}, to: {end}, text: {data.draw(_WORDS)}"
    scale = data.draw(st.sampled_from(["even", "time"]))
    source = written("\n".join(f"    - {{{one}}}" for one in keys), f"    scale: {scale}\n")
    deck, report = built(source, Occasion(aspect=aspect))
    assert set(codes(report)) <= {"C201", "E501"}
    if codes(report):
        return
    page = deck.pages[2]
    assert flaws(page) == []
    whole = page.layout.grid.box(1, 12, 25, 76)
    for shape in shapes(page).values():
        assert whole.x - 40_000 <= shape.box.x
        assert shape.box.right <= whole.right + 40_000


LASTED = """lasted: {says: The drought lasted 10 years, show: ten years, value: 10, unit: years,
  measure: years of drought, as_of: 2012, source: witness, kind: observation, post: third, exact: 265 camels}
"""


@from_table
def test_a_fact_of_another_date_than_its_point_is_refused(point: str, expected: list[str]) -> None:
    points = f"    - {{head: First, at: 1900}}\n    - {{{point}}}\n    - {{head: Last, at: 2020}}"
    _, report = built(written(points), facts=str(ASSETS["assets/facts.yaml"]) + LASTED)
    assert [code for code in codes(report) if code in ("E153", "E501")] == expected


def test_what_a_fact_says_at_a_point_has_its_hedge() -> None:
    ugly = "ugly: {says: The dam is ugly, show: ugly, source: witness, kind: opinion, post: third, exact: 265 camels}\n"
    points = "    - {fact: ugly}\n    - {head: I heard, text: '{camels} camels'}\n    - {head: Then, text: '{camels}'}"
    deck, _ = built(written(points), facts=str(ASSETS["assets/facts.yaml"]) + ugly)
    said = "; ".join(("undated: The dam is ugly (an opinion)", "undated: I heard, 265 camels"))
    assert group(deck.pages[2]).alt == f"In order, not to scale. {said}; undated: Then, Supposedly 265"
