"""The cue card: one side of A5 that is legible at arm's length, with the clock, first words and the number to say."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from msgspec import structs

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.card import card
from talkbuilder.source.events import EVERYDAY
from tests.printed import pdf, sizes_mm, texts
from tests.sample import built, part, slide, talk, timed
from tests.shipped import each_talk, shipped


def many(count: int) -> Deck:
    parts = (part(f"Part {number}", "A must 60", "B could 30", "C must 60") for number in range(count))
    return built(timed(*parts, minutes=60))[0]


@each_talk
def test_the_shipped_talks_have_one_side_with_the_number_that_can_be_rung(name: str) -> None:
    data = pdf(shipped(name)[0], "card", "letter")
    assert sizes_mm(data) == [(140, 216)]
    (text,) = texts(data)
    assert all(one in text for one in ("1-888-373-7888", "HELP", "233733", "911", "Began at", "0:00"))
    assert smallest_pt(data) >= 11


@pytest.mark.parametrize("count", [1, 11, 14])
def test_many_parts_leave_out_first_words_and_never_get_smaller(count: int) -> None:
    data = pdf(many(count), "card")
    assert len(sizes_mm(data)) == 1
    assert smallest_pt(data) >= 11
    assert f"Part {count - 1}" in texts(data)[0]


@pytest.mark.parametrize(("count", "floor"), [(12, 11), (30, 5)])
def test_parts_with_long_names_and_a_number_to_say_are_on_one_side_too(count: int, floor: int) -> None:
    names = (f"A part with a rather long name of its own, {at}" for at in range(count))
    parts = (
        part(name, "A must 60", "B could 30", "C could 60", "D could 20").replace(
            "  slides:", "  notes: So.\n  slides:"
        )
        for name in names
    )
    outline = timed(*parts, minutes=60).replace("closing: {", "closing: {ask: line, ")
    data = pdf(built(outline)[0], "card")
    (text,) = texts(data)
    assert smallest_pt(data) >= floor
    assert text.index("Closing") < text.index("1-555-555-0100")


def test_nine_parts_have_their_first_words_and_a_clock_that_is_seen_from_afar() -> None:
    parts = (
        part(f"Part {at}", "A must 60", "B could 30").replace("  slides:", "  notes: It begins.\n  slides:")
        for at in range(9)
    )
    data = pdf(built(timed(*parts, minutes=60))[0], "card")
    assert texts(data)[0].count("It begins.") == 9
    assert {19.0, 21.0, 23.0} & sizes_pt(data)


def sizes_pt(data: bytes) -> set[float]:
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    return {
        round(float(pdfium.FPDFText_GetFontSize(page.raw, at)), 1)
        for at in range(page.count_chars())
        if page.get_text_range(at, 1).strip()
    }


def smallest_pt(data: bytes) -> float:
    return min(sizes_pt(data))


def test_a_row_has_the_clock_the_slides_the_first_words_and_what_may_go() -> None:
    found = card(many(1))
    opening, row, _ = found.rows
    assert (opening.clock, opening.slides) == ("0:00", "slide 1")
    assert (row.name, row.slides) == ("Part 0", "slides 2–5")
    assert [(one.type, one.saves) for one in row.late] == [(4, "0:30")]
    assert found.ends.startswith("ends: ")
    assert found.slot == "60 minutes: 60:00 to speak, 0 for questions"


def test_minutes_for_questions_are_whole_or_have_seconds() -> None:
    outline = timed(part("Part", "A must 60"), minutes=60, questions=6)
    shorter, _ = built(outline, structs.replace(EVERYDAY, minutes=12))
    assert card(shorter).slot == "12 minutes: 10:48 to speak, 1:12 for questions"


def test_first_words_are_few_and_of_what_is_said_over_the_part() -> None:
    outline = talk(slide("statement", notes="No.")).replace(
        "notes: It begins.", "notes: One two three four five six seven, eight nine."
    )
    assert card(built(outline)[0]).rows[1].first == "One two three four five six seven,\N{NO-BREAK SPACE}…"


def test_a_talk_without_a_number_has_none_to_say() -> None:
    assert card(built(talk(slide("statement")))[0]).contact is None
    asked = card(built(talk(slide("ask")))[0]).contact
    assert asked
    assert (asked.phone, asked.text, asked.message) == ("555-0100", "555-0101", "GRASS")
