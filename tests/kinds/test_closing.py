"""The last slide, and what to write down from it."""

from itertools import pairwise

import pytest
from msgspec import structs

from talkbuilder.kinds.closing import KIND, lay_out
from talkbuilder.layout import qr
from talkbuilder.layout.items import Group, Ink, Link, Text
from talkbuilder.layout.page import Page
from talkbuilder.source.events import Occasion
from talkbuilder.units import Box
from tests.kinds import Golden, compare
from tests.sample import built, slide, talk

_ASKING = talk(slide("quote"), "closing: {title: Bye, ask: call, notes: Goodbye.}")


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(_ASKING)
    compare("closing", deck, golden)


def test_it_keeps_at_most_three_lines_to_write_down() -> None:
    deck, _ = built(_ASKING)
    told = [one.item for one in deck.pages[3].items if isinstance(one, Link)]
    lines = [" ".join(line.text for line in one.lines) for one in told if isinstance(one, Text)]
    assert lines == ["555-0100", "Text GRASS to 555-0101", "example.org"]


def _closing(keys: str) -> tuple[Page, dict[str, Text]]:
    """The closing of a talk, and the texts on it."""
    deck, _ = built(talk(slide("quote"), f"closing: {{title: Bye, notes: Goodbye., {keys}}}"))
    page = next(one for one in deck.pages if one.kind == "closing")
    items = [item.item if isinstance(item, Link) else item for item in page.items]
    return page, {item.name: item for item in items if isinstance(item, Text)}


def _line(text: Text) -> str:
    return " ".join(text.paragraphs[0].text.split())


def test_what_has_a_poster_is_a_number_what_to_text_and_whom_to_call_in_danger() -> None:
    page, told = _closing("ask: line")
    assert [_line(told[f"contact {at}"]) for at in (1, 2, 3)] == [
        "1-555-555-0100",
        "or text GRASS to 555-0101",
        "If there is danger, call 555",
    ]
    assert told["contact 1"].styles[0].size_pt == max(one.styles[0].size_pt for one in told.values())
    assert [one.id for one in page.citations] == ["line", "help"]
    assert [one.alt for one in page.items if not isinstance(one, (Text, Link)) and one.name == "QR code"] == [
        "A QR code that leads to example.org"
    ]
    assert "recipient" not in told


@pytest.mark.parametrize(("keys", "layout"), [("", "Closing"), (", drawing: field", "Scene")])
def test_in_a_talk_of_something_else_all_of_it_stands_small_in_one_row(keys: str, layout: str) -> None:
    page, told = _closing(f"text: Ask them., ask: line, again: false{keys}")
    assert page.layout.name == layout
    ways = [told[f"contact {at}"] for at in (1, 2, 3)]
    assert [_line(one) for one in (told["recipient"], *ways)] == [
        "In case somebody here needs it: The line of the steppe",
        "1-555-555-0100",
        "Text GRASS to 555-0101",
        "If there is danger, call 555",
    ]
    assert len({one.box.y for one in ways}) == 1
    assert all(one.box.right <= other.box.x for one, other in pairwise(ways))
    assert max(one.styles[0].size_pt for one in ways) <= told["text"].styles[0].size_pt
    assert {one.id for one in page.citations} == {"line", "help"}
    assert not [one for one in page.items if one.name == "QR code"]


def test_without_a_code_the_number_is_as_large_and_has_the_whole_width() -> None:
    outline = talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., ask: bell}")
    deck, _ = built(outline, actions="bell: {do: Ring, phone: 1-555-555-0100, code: none, poster: true}\n")
    number = next(one.item for one in deck.pages[3].items if isinstance(one, Link))
    assert isinstance(number, Text)
    assert number.box.width > 0.8 * deck.theme.width
    assert number.styles[0].size_pt > 60


def test_each_audience_has_its_own_and_the_deck_as_written_the_one_for_all() -> None:
    each = "closing:\n- {title: Bye, ask: call, not: [school]}\n- {title: Bye all, ask: line, only: [school]}"
    outline = talk(slide("quote"), each)
    for audience, title in (("", "Bye"), ("school", "Bye all")):
        deck, _ = built(outline, Occasion(audience=audience))
        assert [page.title for page in deck.pages if page.kind == "closing"] == [title]


def test_a_scene_lies_beneath_all_of_it() -> None:
    page, told = _closing("text: Ask them., drawing: field")
    scene = page.items[0]
    assert isinstance(scene, Group)
    assert page.notes.shown[0].text == f"On the slide: {scene.alt}"
    assert told["text"].paragraphs[0].text == "Ask them."


def test_a_number_that_takes_messages_too_is_written_once_and_stands_over_a_scene() -> None:
    outline = talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., text: Ask., ask: bell, drawing: field}")
    number = "1-555-555-0100"
    deck, _ = built(outline, actions=f"bell: {{do: Ring, phone: {number}, text: {number}, code: none, poster: true}}\n")
    items = [one.item if isinstance(one, Link) else one for one in deck.pages[3].items]
    told = {one.name: one for one in items if isinstance(one, Text)}
    assert [_line(told[f"contact {at}"]) for at in (1, 2)] == [number, "or text the same number"]
    assert told["text"].box.bottom <= told["contact 1"].box.y
    on_template = structs.replace(deck.pages[3].layout, base="A layout of a template")
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    for layout, scenes in ((deck.pages[3].layout, 1), (on_template, 0)):  # where it has no room
        (page,) = lay_out(KIND, closing, layout)
        assert sum(isinstance(one, Group) for one in page.items) == scenes


def narrow(outline: str, percent: float) -> Page:
    """The closing of an outline on a page of so much of the width."""
    deck, _ = built(talk(slide("quote"), outline))
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    layout = next(one.layout for one in deck.pages if one.kind == "closing")
    grid = structs.replace(layout.grid, width=int(layout.grid.width * percent / 100))
    (page,) = lay_out(KIND, closing, structs.replace(layout, grid=grid))
    return page


def test_no_number_is_broken_on_a_narrow_page() -> None:
    page = narrow("closing: {title: Bye, notes: Goodbye., ask: line}", 200 / 3)
    told = {one.item.name: one.item for one in page.items if isinstance(one, Link) and isinstance(one.item, Text)}
    assert len(told["contact 1"].lines) == 1


def test_in_a_row_that_is_too_narrow_the_longest_breaks_and_the_others_keep_their_lines() -> None:
    page = narrow("closing: {title: Bye, notes: Goodbye., ask: line, again: false}", 66)
    items = [one.item if isinstance(one, Link) else one for one in page.items]
    ways = [one for one in items if isinstance(one, Text) and one.name.startswith("contact")]
    assert [len(one.lines) for one in ways] == [1, 1, 2]
    assert all(other.box.x - one.box.right >= page.layout.grid.gutter for one, other in pairwise(ways))


def test_an_address_that_is_wider_than_its_code_stands_among_the_ways_on_a_template() -> None:
    outline = talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., ask: bell}")
    address = "wholookforhelp.example.org"
    deck, _ = built(outline, actions=f"bell: {{do: Ring, phone: 1-555-555-0100, url: {address}, poster: true}}\n")
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    ours = deck.pages[3].layout
    for layout, name in ((ours, "code"), (structs.replace(ours, base="A layout of a template"), "contact 2")):
        (page,) = lay_out(KIND, closing, layout)
        items = [one.item if isinstance(one, Link) else one for one in page.items]
        assert [one.name for one in items if isinstance(one, Text) and _line(one) == address] == [name]


def test_an_address_is_said_once_on_our_slides_and_on_those_of_a_template() -> None:
    deck, _ = built(talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., ask: call}"))
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    ours = deck.pages[3].layout
    for layout in (ours, structs.replace(ours, base="A layout of a template")):
        (page,) = lay_out(KIND, closing, layout)
        items = [one.item if isinstance(one, Link) else one for one in page.items]
        assert [_line(one) for one in items if isinstance(one, Text)].count("example.org") == 1


@pytest.mark.parametrize("narrow", [1.0, 0.6])
def test_on_a_template_the_number_is_the_largest_over_even_lines_and_its_code_as_high(narrow: float) -> None:
    deck, _ = built(
        talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., text: Who needs help calls, ask: line}")
    )
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    ours = next(one.layout for one in deck.pages if one.kind == "closing")
    grid = structs.replace(ours.grid, width=round(ours.grid.width * narrow))
    (page,) = lay_out(KIND, closing, structs.replace(ours, base="A layout of a template", grid=grid))
    items = [one.item if isinstance(one, Link) else one for one in page.items]
    told = {one.name: one for one in items if isinstance(one, Text)}
    ways = [told[f"contact {at}"] for at in (2, 3, 4)]
    assert all(told["contact 1"].styles[0].size_pt >= 1.7 * one.styles[0].size_pt for one in (told["text"], *ways))
    first, second = (other.box.y - one.box.y for one, other in pairwise(ways))
    assert abs(first - second) <= 2
    code = next(one for one in items if one.name == "Paper")  # which is seen on a dark page
    assert code.box.height >= qr.LEAST
    top, *_, last = sorted((told["contact 1"] if narrow < 1 else told["text"], *ways), key=lambda one: one.box.y)
    assert top.box.y <= code.box.y <= top.box.y + top.box.height // 2
    assert last.box.y + last.box.height // 2 <= code.box.bottom <= last.box.bottom
    assert code.box.x >= max(one.box.right for one in ways)


def test_on_a_page_of_ten_inches_the_code_is_as_large_as_cameras_need_and_the_number_smaller() -> None:
    outline = talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., text: Who needs help calls, ask: line}")
    deck, _ = built(outline)
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    ours = next(one.layout for one in deck.pages if one.kind == "closing")
    wide = ours.grid
    small = structs.replace(wide, width=wide.width * 3 // 4, height=wide.height * 3 // 4, row=wide.row * 3 // 4)
    numbers = []
    for grid in (wide, small):
        layout = structs.replace(ours, base="A layout of a template", grid=grid)
        (page,) = lay_out(KIND, closing, layout)
        items = [one.item if isinstance(one, Link) else one for one in page.items]
        code = next(one for one in items if one.name == "Paper")
        assert code.box.height >= qr.LEAST
        assert layout.stage.y <= code.box.y
        assert code.box.bottom <= layout.stage.bottom
        texts = {one.name: one for one in items if isinstance(one, Text)}
        assert code.box.x >= max(one.box.right for one in texts.values() if one.name.startswith("contact"))
        numbers.append(texts["contact 1"].styles[0].size_pt)
    assert numbers[0] > numbers[1]


def test_nothing_but_words_stand_on_a_template_in_the_middle_of_what_is_free_as_large_as_a_sentence() -> None:
    deck, _ = built(talk(slide("quote"), "closing: {title: Bye, notes: Goodbye., text: Ask them}"))
    closing = next(one.slide for one in deck.plan.timings if one.slide.kind == "closing")
    ours = next(one.layout for one in deck.pages if one.kind == "closing")
    room = Box(0, 0, ours.grid.width, 90 * ours.grid.row)
    (page,) = lay_out(KIND, closing, structs.replace(ours, base="A layout of a template", free=(room,)))
    title, text = (one for one in page.items if isinstance(one, Text) and one.placeholder in ("Title", "Text"))
    assert 0.25 * room.height < title.box.y < title.box.bottom < text.box.y < 0.6 * room.height
    assert title.styles[0].size_pt >= ours.sizes.statement[0]
    # A title on a bar stays on it.
    barred = {**ours.placeholders, "Title": structs.replace(ours.placeholders["Title"], fill=Ink("accent1"))}
    (page,) = lay_out(KIND, closing, structs.replace(ours, base="A layout", free=(room,), placeholders=barred))
    assert next(one for one in page.items if isinstance(one, Text)).box == barred["Title"].box
