"""C201, C202, C240: every text has room where it stands, in a size that a hall can read."""

from collections.abc import Iterable

import pytest
from msgspec import structs

from talkbuilder.checks.text_too_long import check
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Group, Item, Link, Text
from talkbuilder.units import Box, Emu
from tests.cases import apart_from_proof, apart_from_timing
from tests.sample import ASSETS, built, talk


def apart_from_words(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is not that there are many words, which is so of all that has no room."""
    return [one for one in apart_from_timing(found) if one.code not in ("C406", "C407", "C408", "C456")]


def test_an_overflow_is_reported_at_the_point_that_is_too_much() -> None:
    points = "\n".join(
        f"    - Point {n} of a list that goes on and on for far too long to be read" for n in "abcdefghijkl"
    )
    _, report = built(talk(f"  - title: T\n    cite: [herds]\n    bullets:\n{points}\n    notes: Words."))
    (fault,) = apart_from_words(report.diagnostics)
    assert fault.code == "C201"
    assert fault.span is not None
    line = fault.span.source.line(fault.place[1])
    assert line.strip().startswith("- Point ")


def fault(slide: str) -> Diagnostic:
    """What is wrong with a talk of one slide."""
    _, report = built(talk(f"  - {{{slide}, cite: [herds], notes: Words.}}"))
    (one,) = apart_from_words(report.diagnostics)
    return one


def test_the_hint_says_how_many_words_are_too_many() -> None:
    told = fault(f"title: T, statement: {'word ' * 120}")
    assert (told.code, told.message) == ("C201", "too much text for 'statement', even at 36 pt")
    assert told.hint.startswith("shorten it by about ")
    left = 120 - int(told.hint.split()[4])
    _, report = built(talk(f"  - {{title: T, statement: {'word ' * (left - 12)}, cite: [herds], notes: Words.}}"))
    assert apart_from_words(report.diagnostics) == []


def test_a_number_that_is_too_wide_names_the_entry_and_what_fits() -> None:
    told = []
    for shown in ("88 counted herds of the steppe", "88 counted herds"):
        facts = str(ASSETS["assets/facts.yaml"]).replace('show: "88"', f"show: {shown}", 1)
        _, report = built(talk("  - {title: T, number: herds, notes: Words.}"), facts=facts)
        told.append([one.hint for one in report.diagnostics if one.code == "C201"])
    assert told == [["give 'herds' in assets/facts.yaml a 'show:' of about 17 letters, as '640 kg'"], []]


def test_a_word_wider_than_its_box_is_told_as_such() -> None:
    told = fault(f"title: T, statement: so {'donaudampfschifffahrt' * 4}")
    assert told.message.startswith("'donaudampfschifffahrtdonaudampfschifffahrt")
    assert told.message.endswith("' is 80 % wider than its box, even at 36 pt")
    assert told.hint == "break it, or use a word of about 45 letters ('title' is set in 54, 48, 44, 40, 36 pt)"
    shorter = talk(f"  - {{title: T, statement: so {'donaudampfschifffahrt' * 4:.45}, cite: [herds], notes: Words.}}")
    assert apart_from_words(built(shorter)[1].diagnostics) == []


def test_a_cell_of_a_table_has_room_too() -> None:
    table = "title: Wells, table: {{head: [A, B], rows: [[Herds, {}], [Goats, so]]}}"
    told = fault(table.format("donaudampfschifffahrt" * 6))
    assert told.message.endswith(" % wider than its box, even at 24 pt")


def test_what_has_no_room_is_drawn_all_the_same() -> None:
    deck, _ = built(talk(f"  - {{title: T, statement: {'word ' * 120}, cite: [herds], notes: Words.}}"))
    (title,) = (item for item in deck.pages[2].items if item.name == "title")
    assert isinstance(title, Text)
    assert " ".join(line.text for line in title.lines).split() == ["word"] * 120


@pytest.mark.parametrize("wrapped", ["group", "link"])
def test_a_text_inside_of_something_has_room_too(wrapped: str) -> None:
    slide = f"  - {{title: T, statement: so {'donaudampfschifffahrt' * 4}, cite: [herds], notes: Words.}}"
    deck, _ = built(talk(slide))
    assert [one.code for one in check(deck)] == ["C201"]
    page = deck.pages[2]
    box = Box(Emu(0), Emu(0), Emu(0), Emu(0))
    inside: tuple[Item, ...] = (
        (Group("all", box, page.items),)
        if wrapped == "group"
        else tuple(Link("https://example.org", one) if isinstance(one, Text) else one for one in page.items)
    )
    changed = structs.replace(page, items=inside)
    assert [one.code for one in check(structs.replace(deck, sections=(("", (changed,)),)))] == ["C201"]


def test_the_hint_of_a_source_line_is_to_cite_less() -> None:
    facts = "".join(
        f"f-{n}: {{says: S, show: x, source: s-{n}, kind: primary, post: first, exact: w}}\n" for n in range(20)
    )
    people = "".join(f"s-{n}: {{credit: A source with quite a long name {n}, role: source}}\n" for n in range(20))
    cite = ", ".join(f"f-{n}" for n in range(20))
    outline = talk(f"  - {{title: T, statement: Sentence, cite: [{cite}], notes: Words.}}")
    _, report = built(
        outline, facts=facts, people=people, sources="first: {title: T, date: 2012}", quotes="", actions="", media=""
    )
    (fault,) = (one for one in apart_from_proof(apart_from_timing(report.diagnostics)) if one.is_error)
    assert (fault.code, fault.hint) == (
        "C202",
        "cite fewer sources on this slide, make two of it, or give a long source a short `cite_as`",
    )


def told(map: str) -> list[tuple[str, str, str]]:
    """What is reported of a map: the code, the message, and what stands at its place."""
    _, report = built(talk(f"  - {{title: T, cite: [herds], map: {map}, notes: Words.}}"))
    faults = apart_from_timing(report.diagnostics)
    faults = tuple(one for one in faults if one.code != "C032")
    return [(one.code, one.message, one.span.source.text[one.span.start : one.span.end]) for one in faults if one.span]


def test_a_name_without_room_is_told_where_it_is_asked_for() -> None:
    (fault,) = told("{focus: [LU], label: [Luxembourg], routes: [BE > LU, FR > LU, DE > LU, LU > BE]}")
    assert fault == ("C240", "there is no room on the map for 'Luxembourg'", "LU")


def test_names_that_nobody_asks_for_are_left_out_instead() -> None:
    assert told("{focus: [SG], label: [Singapore]}") == []


def test_a_title_that_is_too_long_is_told_of_a_map_too() -> None:
    _, report = built(talk(f"  - {{title: {'word ' * 60}, cite: [herds], map: {{focus: [KZ]}}, notes: Words.}}"))
    assert [one.code for one in apart_from_timing(report.diagnostics)] == ["C408", "C201"]
