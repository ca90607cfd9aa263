"""Blocks side by side."""

from collections.abc import Iterator
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.kinds.compare import KIND, lay_out
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws
from tests.listing import lines
from tests.sample import NO_WORDS, built, codes, talk

_WORDS = st.text(NO_WORDS, min_size=1, max_size=12)


def drawn(blocks: str, aspect: Aspect = "16:9", keys: str = "") -> tuple[Page, list[str]]:
    """The page of a slide of these blocks, and what is reported of it."""
    slide = f"  - title: One and another\n    cite: [herds]\n    notes: Words.\n{keys}    compare:\n{blocks}"
    deck, report = built(talk(slide), Occasion(aspect=aspect))
    return deck.pages[2], codes(report)


def group(page: Page) -> Group:
    (one,) = (item for item in page.items if isinstance(item, Group))
    return one


def blocks(page: Page) -> Iterator[Shape]:
    for item in group(page).items:
        if isinstance(item, Shape) and not item.name.startswith("edge"):
            yield item


def test_what_is_missing_is_a_dashed_line_without_a_ground() -> None:
    page, reported = drawn("    - {head: A well, text: for all}\n    - {head: A road, text: not yet, missing: true}")
    assert reported == []
    missing = next(shape for shape in blocks(page) if shape.name == "missing 2")
    assert missing.fill is None
    assert missing.stroke is not None
    assert (missing.stroke.ink.name, missing.stroke.dash) == ("accent3", "dash")


def test_short_figures_are_set_larger_than_words() -> None:
    def sizes(text: str) -> set[float]:
        page, _ = drawn(
            f'    - {{head: A well, text: "{{own: {text}}}"}}\n    - {{head: A road, text: "{{own: 58 %}}"}}'
        )
        texts = (item for item in group(page).items if item.name.startswith("text"))
        return {one.styles[0].size_pt for one in texts if isinstance(one, Text)}

    assert min(sizes("93 %")) > max(sizes("dry for most of the year"))


def test_figures_beside_what_is_missing_are_large_on_one_line_and_in_the_middle_of_what_their_heads_leave() -> None:
    page, _ = drawn(
        '    - {head: A well, text: "{own: 93 days}"}\n    - {head: A road, text: "{own: 58 days}"}\n'
        "    - {head: five weeks, text: nobody has them, missing: true}"
    )
    texts = {one.name: one for one in group(page).items if isinstance(one, Text)}
    figure, head = texts["text 1"], texts["head 1"]
    assert figure.styles[0].size_pt > page.layout.sizes.block[0]
    assert len(figure.lines) == 1
    assert figure.box.y - head.box.bottom > 3 * page.layout.grid.row


def test_on_a_template_they_stand_nearer_to_the_middle_of_the_page() -> None:
    page, _ = drawn("    - {head: A well, text: for all}\n    - {head: A road, text: not yet}")
    deck, _ = built(talk("  - {title: A, notes: B, compare: [{head: A, text: b}, {head: C, text: d}]}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "compare")
    (moved,) = lay_out(KIND, told, structs.replace(page.layout, base="A layout of a template"))
    assert group(moved).box.y > group(page).box.y
    assert group(moved).box.height == group(page).box.height
    grid = structs.replace(page.layout.grid, row=5 * page.layout.grid.row)
    (tall,) = lay_out(KIND, told, structs.replace(page.layout, base="A layout of a template", grid=grid))
    assert all(one.box.height <= 1.5 * one.box.width for one in blocks(tall))


def test_all_that_the_blocks_say_is_told_in_the_notes_and_to_whoever_hears_the_slide() -> None:
    page, _ = drawn("    - {head: Then, text: 'About {herds} herds.'}\n    - {head: Roads, missing: true}")
    said = "Side by side. Then: About 88 herds; Missing: Roads"
    assert group(page).alt == said
    assert lines(page, "shown") == (f"On the slide: {said}",)
    assert [one.id for one in page.citations] == ["herds"]


def test_on_a_template_what_is_missing_is_no_smaller_than_figures_beside_it() -> None:
    figures = ", ".join(f"{{head: A {one}, text: '{{own: 2{one} days}}'}}" for one in (6, 7, 8))
    missing = "{head: five weeks, text: no month has them, missing: true}"
    deck, _ = built(talk(f"  - {{title: A, notes: B, compare: [{figures}, {missing}]}}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "compare")
    (page,) = lay_out(KIND, told, structs.replace(deck.pages[2].layout, base="A layout of a template"))
    sizes = {one.name: one.styles[0].size_pt for one in group(page).items if isinstance(one, Text)}
    assert sizes["head 4"] >= sizes["text 1"]


def test_on_a_narrow_page_of_a_template_figures_keep_to_a_line_and_words_off_the_dashes() -> None:
    figures = ", ".join(f"{{head: A {one}, text: '{{own: 2{one} days}}'}}" for one in (6, 7, 8))
    missing = "{head: D, text: not a month has them, missing: true}"
    deck, _ = built(talk(f"  - {{title: A, notes: B, compare: [{figures}, {missing}]}}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "compare")
    layout = deck.pages[2].layout
    grid = structs.replace(layout.grid, width=round(0.62 * layout.grid.width))
    (page,) = lay_out(KIND, told, structs.replace(layout, base="A layout of a template", grid=grid))
    texts = {one.name: one for one in group(page).items if isinstance(one, Text)}
    assert {len(texts[f"text {at}"].lines) for at in (1, 2, 3)} == {1}
    dashed = next(shape for shape in blocks(page) if shape.name == "missing 4").box
    for letters in letters_in((texts["head 4"], texts["text 4"])):
        assert min(letters.x - dashed.x, dashed.right - letters.right) > 12 * EMU_PER_POINT


@from_table
def test_blocks_that_say_nothing_clear_are_reported(written: str, code: str) -> None:
    slide = f"  - title: One and another\n    notes: Words.\n    compare:\n{written}"
    reported = codes(built(talk(slide))[1])
    assert code in reported
    assert "C201" not in reported


@given(
    st.lists(
        st.tuples(st.lists(_WORDS, min_size=1, max_size=3), st.lists(_WORDS, min_size=1, max_size=25)),
        min_size=2,
        max_size=4,
    ),
    st.booleans(),
    st.sampled_from(get_args(Aspect)),
)
def test_blocks_that_are_not_reported_stand_clear_of_each_other(
    written: list[tuple[list[str], list[str]]], missing: bool, aspect: Aspect
) -> None:
    keys = [f"head: {' '.join(head)}, text: {' '.join(text)}" for head, text in written]
    keys[-1] += ", missing: true" if missing else ""
    page, reported = drawn("\n".join(f"    - {{{one}}}" for one in keys), aspect)
    assert set(reported) <= {"C201"}
    if not reported:
        assert flaws(page) == []
        ends = page.layout.grid.box(1, 12, 25, 76)
        assert all(ends.x <= shape.box.x and shape.box.right <= ends.right for shape in blocks(page))
        assert group(page).box.bottom <= ends.bottom
