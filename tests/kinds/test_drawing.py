"""An author's own line drawing as native shapes, filling the slide or standing on it."""

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.kinds.drawing import KIND, lay_out
from talkbuilder.layout.items import Group, Link, Shape, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.pipeline import build
from talkbuilder.source.events import Occasion
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws
from tests.memory import MemoryProject
from tests.sample import ASSETS, built, codes, talk


def one(keys: str, shape: Aspect = "16:9") -> tuple[Deck, Page, Group]:
    """The page of one drawing, and the group that is drawn."""
    deck, report = built(
        talk(f"  - {{title: Look, {keys}, cite: [grass], notes: Some words.}}"), Occasion(aspect=shape)
    )
    assert codes(report) == []
    page = deck.pages[2]
    (group,) = (item for item in page.items if isinstance(item, Group))
    return deck, page, group


def test_what_it_shows_is_said_once_for_all() -> None:
    _, page, group = one("drawing: gate")
    assert group.alt == "A gate that stands half open"
    assert [line.text for line in page.notes.shown] == ["On the slide: A gate that stands half open"]


@from_table
def test_the_layout_is_that_of_what_stands_on_it(keys: str, layout: str) -> None:
    _, page, _ = one(keys)
    assert page.layout.name == layout
    assert page.layout.is_dark == layout.startswith("Scene")


def test_a_scene_fills_the_slide_beneath_all_texts() -> None:
    shape: Aspect = "4:3"
    deck, page, group = one("drawing: field", shape)
    assert page.items[0] is group
    assert group.box == (0, 0, deck.theme.width, deck.theme.height)
    moon = next(item for item in group.items if item.name == "moon")
    assert isinstance(moon, Shape)
    right = 320 * EMU_PER_POINT  # from the right edge, which is not cut
    assert moon.box.right == pytest.approx(deck.theme.width - right, abs=2)


def test_a_drawing_keeps_clear_of_the_texts_beside_it() -> None:
    shape: Aspect = "4:3"
    _, page, group = one("drawing: gate, caption: It squeaks whenever somebody comes in", shape)
    for text in page.items:
        if isinstance(text, Text):
            apart = text.box.y >= group.box.bottom or text.box.bottom <= group.box.y
            assert apart or text.box.x >= group.box.right


def test_what_is_wrong_with_it_is_told_and_the_slide_left_out() -> None:
    deck, report = built(talk("  - {title: Look, drawing: hut, cite: [grass], notes: Some words.}"))
    (fault,) = (fault for fault in report.diagnostics if fault.code == "E202")
    assert fault.place == ("assets/drawings/hut.svg", 2, 1)
    assert [page.kind for page in deck.pages].count("drawing") == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [("barn", "call the file 'barn.svg': capitals count"), ("fields", "put it there; or did you mean 'field'?")],
)
def test_a_drawing_that_is_called_otherwise_is_named(name: str, hint: str) -> None:
    outline = talk(f"  - {{title: Look, drawing: {name}, cite: [grass], notes: Some words.}}")
    drawings = {f"assets/drawings/{one}.svg": "<svg/>" for one in ("Barn", "field")}
    report = Report()
    tuple(build(MemoryProject({**ASSETS, **drawings, "talks/talk.yaml": outline}), ("talk",), report))
    (fault,) = (fault for fault in report.diagnostics if fault.code == "R001")
    assert fault.hint == hint


def test_on_a_tall_page_of_a_template_a_caption_stands_under_the_drawing() -> None:
    deck, page, _ = one("drawing: gate, caption: It squeaks")
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "drawing")
    grid = structs.replace(page.layout.grid, row=2 * page.layout.grid.row)
    (tall,) = lay_out(KIND, told, structs.replace(page.layout, base="A layout of a template", grid=grid))
    (group,) = (one for one in tall.items if isinstance(one, Group))
    caption = next(one for one in tall.items if isinstance(one, Text) and one.placeholder == "Caption")
    assert group.box.bottom <= caption.box.y
    assert caption.box.width == grid.box(1, grid.columns, 0, 1).width


def test_a_scene_has_no_room_for_a_caption() -> None:
    _, report = built(talk("  - {title: A field, drawing: field, caption: Dark, cite: [grass], notes: Some words.}"))
    assert codes(report) == ["E205"]


def test_a_caption_leaves_no_room_for_a_lead() -> None:
    _, report = built(
        talk("  - {title: A gate, drawing: gate, caption: It squeaks, lead: Of wood, notes: Some words.}")
    )
    assert [(one.code, one.message) for one in report.diagnostics if one.is_error] == [
        ("E007", "'lead' beside 'caption'")
    ]


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
@pytest.mark.parametrize("keys", ["drawing: sign", "drawing: sign, caption: It squeaks"])
def test_words_stand_in_the_places_of_the_drawing(keys: str, shape: Aspect) -> None:
    _, page, group = one(f"{keys}, labels: [To the well, To the road]", shape)
    boards = {item.name: item.box for item in group.items if not isinstance(item, Link)}
    words = {item.name: item for item in page.items if isinstance(item, Text)}
    for place, board, said in (("above", "upper board", "To the well"), ("below", "lower board", "To the road")):
        text, room = words[place], boards[board]
        assert [line.text.replace("\u00a0", " ") for line in text.lines] == [said]
        assert room.x < text.box.x < text.box.right < room.right
        assert room.y < text.box.y < text.box.bottom < room.bottom
    above, below = (words[name].styles[0] for name in ("above", "below"))
    assert (above.ink.name, above.bold, above.align, above.font) == ("light1", True, "centre", "text")
    assert (below.ink.name, below.bold, below.align, below.font) == ("dark1", False, "left", "titles")
    assert flaws(page) == []


@pytest.mark.parametrize("slide", ["drawing: sign, cite: [grass]", "ask: call, drawing: sign"])
@pytest.mark.parametrize(("labels", "given"), [("", 0), (", labels: [One]", 1), (", labels: [One, two, three]", 3)])
def test_a_word_too_few_or_too_many_is_told_with_the_places(slide: str, labels: str, given: int) -> None:
    _, report = built(talk(f"  - {{title: Look, {slide}{labels}, notes: Some words.}}"))
    (fault,) = (fault for fault in report.diagnostics if fault.is_error)
    assert (fault.code, fault.hint) == ("E206", "its places, in this order: above, below")
    assert fault.message == f"'sign' has 2 places for words, and 'labels' gives {given}"
