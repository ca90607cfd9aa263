"""Counts: unlike numbers in unlike forms of one size, with what keeps them apart."""

from itertools import pairwise
from math import pi

import pytest
from msgspec import structs

from talkbuilder.kinds.counts import KIND
from talkbuilder.layout.inks import TINTS, rgb
from talkbuilder.layout.items import Group, Shape
from talkbuilder.layout.page import Page
from talkbuilder.layout.room import texts_of
from tests.sample import booked, built, codes, talk


def page(counts: str, aspect: str = "16:9") -> Page:
    line = talk(f"  - {{title: A headline, counts: {counts}, notes: Some words.}}")
    deck, report = built(line, booked(f"date: 2012-06-01, aspect: '{aspect}'")) if aspect == "4:3" else built(line)
    assert set(codes(report)) <= {"C107", "C108"}
    return deck.pages[2]


def forms(page: Page) -> list[Shape]:
    (group,) = (item for item in page.items if isinstance(item, Group))
    return [one for one in group.items if isinstance(one, Shape) and one.name.startswith("form")]


def test_its_forms_are_unlike_and_equally_large() -> None:
    square, disc, diamond = forms(page("[herds, goats, camels]", "4:3"))
    assert len({len(one.path) for one in (square, disc)} | {type(one.path[1]) for one in (square, disc)}) > 2
    areas = (square.box.width**2, pi * disc.box.width**2 / 4, diamond.box.width**2 / 2)
    assert max(areas) / min(areas) == pytest.approx(1, abs=0.01)
    assert all(one.right < other.x for one, other in pairwise([square.box, disc.box, diamond.box]))


def test_what_nobody_has_checked_is_a_dashed_outline_wherever_it_stands() -> None:
    for at, counts in enumerate(("[camels, herds]", "[herds, camels]", "[herds, goats, camels]")):
        made = forms(page(counts))
        told = made[min(at, len(made) - 1)]
        assert (told.fill, told.stroke and told.stroke.dash) == (None, "dash")
    assert [one.stroke and one.stroke.dash for one in forms(page("[herds, goats, wells-2010]"))] == [
        None,
        None,
        "solid",
    ]


def test_a_form_that_is_hardly_seen_on_its_ground_has_an_outline() -> None:
    deck, _ = built(talk("  - {title: A headline, counts: [herds, goats, camels], notes: Some words.}"))
    slide = next(one.slide for one in deck.plan.timings if one.slide.kind == "counts")
    layout = deck.pages[2].layout
    dune = rgb(TINTS["dune"], layout.palette)
    made = forms(*KIND.pages(slide, structs.replace(layout, palette={**layout.palette, "ground": dune})))
    assert [bool(one.stroke) for one in forms(deck.pages[2])] == [False, False, True]
    assert [bool(one.stroke) for one in made] == [False, True, True]


@pytest.mark.parametrize(
    ("counts", "code", "message"),
    [
        ("[herds]", "E011", "'counts' has 1 item"),
        ("[herds, herds-2009]", "E031", "'herds' and 'herds-2009' both count herds counted"),
        ("[herds, told]", "E032", "'told' is no count: it has no value"),
        ("[herds, {head: seen}]", "E003", "'count' is missing"),
        ("[herds, [goats]]", "E004", "expected keys and values, found a list"),
    ],
)
def test_what_is_no_set_of_counts_is_refused(counts: str, code: str, message: str) -> None:
    _, report = built(talk(f"  - {{title: A headline, counts: {counts}, notes: Some words.}}"))
    found = [(one.code, one.message) for one in report.diagnostics if not one.code.startswith("C")]
    assert found == [(code, message)]


@pytest.mark.parametrize("written", ["[A B, C D]", "[null, null]"])
def test_counts_that_name_nothing_are_reported_and_left_out(written: str) -> None:
    deck, report = built(talk(f"  - {{title: Some counts, counts: {written}, notes: Words.}}\n"))
    assert report.failed
    assert "counts" not in {page.kind for page in deck.pages}


def test_on_a_template_what_stands_under_the_forms_has_one_size_in_few_lines() -> None:
    counts = "[herds, {count: goats, head: all of them counted}, {count: camels, head: some of them}]"
    deck, _ = built(talk(f"  - {{title: A headline, counts: {counts}, notes: Some words.}}"))
    slide = next(one.slide for one in deck.plan.timings if one.slide.kind == "counts")
    layout, made = deck.pages[2].layout, []
    grid = structs.replace(layout.grid, width=round(0.6 * layout.grid.width))
    for base in ("", "A layout of a template"):
        (page,) = KIND.pages(slide, structs.replace(layout, base=base, grid=grid))
        made.append([one for one in texts_of(page.items) if one.name.startswith("words")])
    ours, theirs = made
    assert max(len(one.lines) for one in theirs) < max(len(one.lines) for one in ours)
    assert len({one.styles[0].size_pt for one in theirs}) == 1
