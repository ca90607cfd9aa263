"""What comes back of an edited deck: each kind of edit, into the line that it came from, and nothing else."""

from pathlib import Path

import pytest

from tests.pulled import (
    OUTLINE,
    Workshop,
    add_after,
    add_slide,
    drop,
    move,
    paragraph,
    remove,
    retype,
    slide,
)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_a_deck_that_nobody_edited_brings_nothing(shop: Workshop) -> None:
    pulled = shop.pulled()
    assert (pulled.differences, pulled.told) == ((), ())


@pytest.mark.parametrize(
    ("on", "begins", "words", "before", "after"),
    [
        ("What was counted", "What was", "What we counted", "What was counted ", "What we counted "),
        ("What was counted", "There were", "There were 88 of them, and very many wells", "**many**", "very **many**"),
        ("What was counted", "Before that", "Before, 49", "Before that, {herds-2009}", "Before, {herds-2009}"),
        ("What was counted", "Wolves", "Wolves came at night", "Wolves came down", "Wolves came at night"),
        ("What was counted", "We rode", "We rode out late, before the sun was up.", "out early,", "out late,"),
        ("Side by side", "Two years", "Two good years of it", "Two years of the same valley", "Two good years of it"),
        ("Side by side", "Wells", "Deep wells", "[Wells,", "[Deep wells,"),
        ("Side by side", "Look", "Look: a {well}!", "notes: Look at the wells.", 'notes: "Look: a {{well}}!"'),
        ("A quiet year", "Nothing", "Nothing: a year", "Nothing moved on the steppe for a whole year",
         '"Nothing: a year"'),
        ("What comes next", "It may", "It may rain, or it may snow.", "or it may not.", "or it may snow."),
        ("Questions", "Ask", "Ask what you want", "Ask what you like", "Ask what you want"),
    ],
)  # fmt: skip
def test_a_text_changes_where_it_is_written(
    shop: Workshop, on: str, begins: str, words: str, before: str, after: str
) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, on), begins), words))
    assert shop.taken() == OUTLINE.replace(before, after, 1)


def test_points_are_added_removed_and_moved_with_their_remarks(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        on = slide(deck, "What was counted")
        add_after(paragraph(on, "Snow"), "And ice: everywhere")
        remove(paragraph(on, "Before that"))
        last = paragraph(on, "Nobody had")
        first = paragraph(on, "There were")
        first._p.addprevious(last._p)

    shop.edit(edit)
    bullets = """\
    - Nobody had counted before
    # the first one matters most
    - 'There were {herds} of them, and **many** wells'
    - Over the winter:
      - Snow lay on the grass
      - "And ice: everywhere"
      - Wolves came down
"""
    begin, end = OUTLINE.index("    # the first one"), OUTLINE.index("    notes: |\n      We rode")
    assert shop.taken() == OUTLINE[:begin] + bullets + OUTLINE[end:]


def test_paragraphs_of_notes_come_and_go(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        on = slide(deck, "What was counted")
        add_after(paragraph(on, "We rode"), "It was cold.")
        remove(paragraph(on, "That is"))

    shop.edit(edit)
    after = OUTLINE.replace("sun was up.\n", "sun was up.\n\n      It was cold.\n")
    assert shop.taken() == after.replace("\n\n      That is the end of it.\n", "\n")


def test_a_slide_without_notes_gets_some(shop: Workshop) -> None:
    shop.edit(lambda deck: add_after(slide(deck, "A quiet year").notes_slide.notes_text_frame.paragraphs[0], "Say it."))
    year = "    statement: Nothing moved on the steppe for a whole year\n"
    assert shop.taken() == OUTLINE.replace(year, f"{year}    notes: Say it.\n")


def test_slides_go_move_and_come(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        move(deck, "What comes next", 2)
        add_slide(deck, "New: a slide", "One point", "Another", at=3)
        drop(deck, "A quiet year")

    shop.edit(edit)
    after = shop.taken()
    begin, end = OUTLINE.index("  - title: A quiet year"), OUTLINE.index("- section: Now")
    moved = OUTLINE[OUTLINE.index("  - title: What comes next") : OUTLINE.index("closing:")]
    made = '  - title: "New: a slide"\n    bullets:\n    - One point\n    - Another\n'
    wanted = (OUTLINE[:begin] + OUTLINE[end:]).replace(moved, "")
    first = "  - title: What was counted "
    assert after == wanted.replace(first, f"{moved}{made}{first}")


def test_a_figure_changed_by_hand_is_disputed_and_not_taken(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "What was counted"), "Before that"), "Before that, 99"))
    [one] = shop.pulled().differences
    assert [(it.written, it.typed) for it in one.disputes] == [("{herds-2009}", "99")]
    assert shop.taken() == OUTLINE


def test_a_quotation_changed_by_hand_is_told_with_both_texts(shop: Workshop) -> None:
    def edit(deck: object) -> None:
        retype(paragraph(slide(deck, "On the grass"), "The grass was"), "It was greener.")

    shop.edit(edit)
    pulled = shop.pulled()
    assert pulled.differences == ()
    both = "the deck says “It was greener.”, 'quote: grass' says “The grass was *higher* than {we} were.”"
    assert both in " ".join(pulled.told[0].why.split())


def test_what_both_have_changed_becomes_a_remark(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "Side by side"), "Two years"), "Two hard years"))
    shop.outline = OUTLINE.replace("Two years of the same valley", "One valley, twice")
    assert shop.taken() == shop.outline.replace("    lead:", "    # deck: Two hard years\n    lead:")


def test_what_only_the_outline_has_changed_stays(shop: Workshop) -> None:
    shop.edit(lambda deck: retype(paragraph(slide(deck, "A quiet year"), "Nothing"), "Nothing at all"))
    shop.outline = OUTLINE.replace("    - Rain\n", "    - Rain and hail\n    - Fog\n").replace("early,", "late,")
    shop.outline = shop.outline.replace(
        "  - title: Side by side", "  - title: Added\n    bullets: [One]\n  - title: Side by side"
    )
    year = "Nothing moved on the steppe for a whole year"
    assert shop.taken() == shop.outline.replace(year, "Nothing at all")
