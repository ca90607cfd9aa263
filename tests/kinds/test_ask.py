"""One thing to do, and how to reach those who help."""

import io
from typing import get_args

import pytest
from msgspec import structs
from pptx import Presentation

from talkbuilder.kinds.ask import KIND, lay_out
from talkbuilder.layout.items import Group, Link, Shape, Text
from talkbuilder.layout.room import texts_of
from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests.corpora.tables import from_table
from tests.kinds import flaws, sample
from tests.listing import shown, written
from tests.sample import built, codes, talk

_POSTER = talk("  - {title: If you need help, ask: line, notes: Some words.}")
_OPENS = "A QR code that leads to example.org"


def _untied(text: str) -> str:
    """A text without the blanks that hold words together."""
    return text.replace("\u00a0", " ")


def test_an_action_without_an_address_cannot_be_asked_for() -> None:
    _, report = built(talk("  - {title: Think, ask: nothing, notes: Some words.}"))
    assert codes(report) == ["E016"]


def test_an_address_that_cannot_be_read_is_told_as_that_alone() -> None:
    actions = "one: {do: Do it, phone: call me}\n"
    _, report = built(talk("  - {title: Do, ask: one, notes: A.}"), actions=actions)
    assert codes(report) == ["E051"]


def test_every_line_leads_where_it_says() -> None:
    placeholders = Presentation(io.BytesIO(written(sample("ask")))).slides[2].placeholders
    (contact,) = (shape for shape in placeholders if shape.name == "Contact")
    leads = [(_untied(run.text), run.hyperlink.address) for one in contact.text_frame.paragraphs for run in one.runs]
    assert leads == [
        ("555-0100", "tel:5550100"),
        ("Text GRASS to 555-0101", "sms:5550101?body=GRASS"),
        ("example.org", "https://example.org"),
    ]


@from_table
def test_an_action_says_what_its_code_opens(keys: str, told: str) -> None:
    deck, report = built(talk("  - {title: Do, ask: one, notes: A.}"), actions=f"one: {{do: Do it, {keys}}}\n")
    assert codes(report) == []
    page = deck.pages[2]
    assert [item.alt for item in page.items if isinstance(item, Shape) and item.alt] == [told] * bool(told)
    assert page.layout.name == ("Ask with code" if told else "Ask")


def test_on_a_poster_the_number_is_larger_than_anything_else() -> None:
    deck, _ = built(_POSTER, Occasion(aspect="4:3"))
    items = [item.item if isinstance(item, Link) else item for item in deck.pages[2].items]
    sizes = {item.name: item.styles[0].size_pt for item in items if isinstance(item, Text)}
    others = [size for name, size in sizes.items() if name != "contact"]
    assert sizes["contact"] > 1.5 * max(others)
    assert len(next(item for item in items if isinstance(item, Text) and item.name == "contact").lines) == 1


def test_on_a_narrow_page_of_a_template_its_number_stands_on_one_line() -> None:
    deck, _ = built(_POSTER, Occasion(aspect="4:3"))
    slide = next(one.slide for one in deck.plan.timings if one.slide.kind == "ask")
    layout = deck.pages[2].layout
    place = layout.placeholders["Contact"]
    narrow = structs.replace(place, box=place.box._replace(width=place.box.width * 2 // 5))
    wide = layout.placeholders["Second"]
    low = structs.replace(wide, box=wide.box._replace(width=wide.box.width * 2 // 3))
    places = {**layout.placeholders, "Contact": narrow, "Second": low}
    (page,) = lay_out(KIND, slide, structs.replace(layout, base="A layout of a template", placeholders=places))
    told = {one.name: one for one in texts_of(page.items)}
    number, second, third = (told[name] for name in ("contact", "second", "third"))
    assert [(len(one.lines), one.surplus) for one in (number, second, third)] == 3 * [(1, 0)]
    assert third.styles[0].size_pt <= second.styles[0].size_pt < number.styles[0].size_pt
    assert number.box.y > narrow.box.y + 2 * layout.grid.row  # not close under the title
    places["Contact"] = structs.replace(place, box=place.box._replace(height=place.box.height // 3))
    (page,) = lay_out(KIND, slide, structs.replace(layout, base="A layout of a template", placeholders=places))
    number = next(one for one in texts_of(page.items) if one.name == "contact")
    assert number.box.bottom > places["Contact"].box.bottom  # where that is low, down to what stands under it


def test_a_poster_says_in_words_what_to_text_and_whom_to_call_in_danger() -> None:
    deck, _ = built(_POSTER)
    told = shown(deck)[2]
    assert told["layout"] == "Poster"
    said = tuple(_untied(told[name]) for name in ("Contact", "Second", "Third"))
    assert said == ("1-555-555-0100", "Text GRASS to 555-0101", "example.org")
    page = deck.pages[2]
    (box,) = (item for item in page.items if item.name == "Danger" and isinstance(item, Shape))
    assert box.fill is not None
    assert [item.fill.name for item in page.items if isinstance(item, Shape) and item.fill].count("accent3") == 1
    assert {one.id for one in page.citations} == {"line", "help"}
    assert [item.target for item in page.items if isinstance(item, Link)] == [
        "tel:15555550100",
        "sms:5550101?body=GRASS",
        "https://example.org",
        "tel:555",
    ]


def test_a_line_of_a_poster_that_leads_nowhere_is_no_link() -> None:
    deck, report = built(
        talk("  - {title: Do, ask: one, notes: A.}"), actions="one: {do: Write, address: Far, poster: true}\n"
    )
    assert codes(report) == []
    assert shown(deck)[2]["Contact"] == "Far"
    assert not [item for item in deck.pages[2].items if isinstance(item, Link)]


def test_what_its_code_leads_to_is_printed_and_the_notes_have_every_way() -> None:
    action = (
        "all: {do: Ask, phone: 555-0100, text: '12345', url: example.org, email: a@example.org, address: Far off,"
        " code: email}\n"
    )
    slide = "  - {title: How to ask, ask: all, notes: Words.}\n"
    deck, _ = built(talk(slide, closing="closing: {title: Thank you}"), actions=action)
    page = deck.pages[2]
    printed = [line.text for text in texts_of(page.items) for line in text.lines]
    assert "a@example.org" in printed
    assert "example.org" not in printed
    told = " ".join(one.text for one in page.notes.evidence)
    for way in ("555-0100", "Text 12345", "example.org", "a@example.org", "Far off"):
        assert way in told


@pytest.mark.parametrize("shape", get_args(Aspect))
def test_under_a_drawing_stands_the_number_and_beside_it_the_other_ways(shape: Aspect) -> None:
    slide = "  - {title: What to do, ask: line, drawing: sign, labels: [To the well, To the road], notes: Some words.}"
    deck, report = built(talk(slide), Occasion(aspect=shape))
    assert codes(report) == []
    page = deck.pages[2]
    told = {item.item.name: item for item in page.items if isinstance(item, Link)}
    assert [(name, one.target) for name, one in told.items()] == [
        ("number", "tel:15555550100"),
        ("way 1", "sms:5550101?body=GRASS"),
        ("way 2", "tel:555"),
    ]
    texts = {text.name: text for text in texts_of(page.items)}
    said = {name: " ".join(_untied(line.text) for line in text.lines) for name, text in texts.items()}
    assert (said["above"], said["below"]) == ("To the well", "To the road")
    assert (said["number"], said["way 1"]) == ("1-555-555-0100", "Text GRASS to 555-0101")
    assert len(texts["number"].lines) == 1
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    assert drawn.alt == "A sign with two boards"
    assert drawn.box.bottom <= texts["number"].box.y
    assert texts["number"].box.x == page.layout.grid.margin  # no word of this drawing stands before it
    assert {one.id for one in page.citations} == {"line", "help"}
    assert flaws(page) == []


def test_on_a_template_what_to_look_at_is_as_wide_as_the_band_with_the_number() -> None:
    slide = "  - {title: What to do, ask: line, drawing: sign, labels: [To the well, To the road], notes: Some words.}"
    deck, _ = built(talk(slide))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "ask")
    (page,) = lay_out(KIND, told, structs.replace(deck.pages[2].layout, base="a layout"))
    (drawn,) = (item for item in page.items if isinstance(item, Group))
    (band,) = (item for item in page.items if isinstance(item, Shape) and item.name == "Call")
    assert (drawn.box.x, drawn.box.width) == (band.box.x, band.box.width)


def test_on_a_template_the_number_is_as_large_as_what_stands_beside_it_leaves_room_for() -> None:
    slide = "  - {title: What to do, ask: line, drawing: sign, labels: [To the well, To the road], notes: Some words.}"
    deck, _ = built(talk(slide), Occasion(aspect="4:3"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "ask")
    layout = deck.pages[2].layout
    sizes = structs.replace(layout.sizes, label=(30.0, 26.0))  # which leave it less
    pages = (lay_out(KIND, told, structs.replace(layout, sizes=sizes, base=base))[0] for base in ("a layout", ""))
    theirs, ours = ({one.name: one for one in texts_of(page.items)} for page in pages)
    assert [len(one.lines) for name, one in theirs.items() if name in ("number", "way 1", "way 2")] == [1, 1, 1]
    assert theirs["number"].styles[0].size_pt > ours["number"].styles[0].size_pt


def test_on_a_narrow_page_of_a_template_the_other_ways_stand_under_the_number() -> None:
    slide = "  - {title: What to do, ask: line, drawing: sign, labels: [To the well, To the road], notes: Some words.}"
    deck, _ = built(talk(slide), Occasion(aspect="4:3"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "ask")
    layout = structs.replace(deck.pages[2].layout, base="a layout")
    narrow = structs.replace(layout, grid=structs.replace(layout.grid, width=layout.grid.width * 3 // 4))
    for one, is_under in ((layout, False), (narrow, True)):
        texts = {text.name: text for text in texts_of(lay_out(KIND, told, one)[0].items)}
        assert (texts["way 1"].box.y >= texts["number"].box.bottom) is is_under


def test_without_a_number_the_drawing_stands_under_who_is_asked() -> None:
    actions = "one: {do: Write to them, recipient: The mayor, url: example.org}\n"
    deck, report = built(talk("  - {title: Do, ask: one, drawing: gate, notes: A.}"), actions=actions)
    assert codes(report) == []
    page = deck.pages[2]
    assert [item.name for item in page.items if isinstance(item, Link | Shape)] == []
    assert "The mayor" in [line.text for text in texts_of(page.items) for line in text.lines]


def test_who_is_asked_stands_once_where_a_drawing_says_it() -> None:
    actions = "one: {do: Write to them, recipient: The mayor, url: example.org}\n"
    said = "  - {title: Do, ask: one, drawing: sign, labels: [The mayor, To the road], notes: A.}"
    deck, _ = built(talk(said), actions=actions)
    shown_lines = [line.text for text in texts_of(deck.pages[2].items) for line in text.lines]
    assert shown_lines.count("The mayor") == 1
