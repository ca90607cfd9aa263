"""What comes back of a deck, whichever program has saved it, in whichever edition and look it was built."""

from pathlib import Path
from typing import Any

import pytest

from talkbuilder.source.events import Occasion
from talkbuilder.themes import THEMES
from tests.pulled import (
    OUTLINE,
    Workshop,
    add_after,
    drop,
    office_saves,
    paragraph,
    paragraphs,
    retype,
    slide,
    text,
)
from tests.rewriting import PROGRAMS, WITHOUT_RECORD
from tests.sample import SLIDES, talk
from tests.sample import slide as sample

EDITIONS = {
    "everyday": Occasion(),
    "youth": Occasion(minutes=20, audience="youth"),
    "square": Occasion(aspect="4:3"),
    **{name: Occasion(look=name) for name in THEMES},
}
EVERY_KIND = talk("\n".join(sample(kind, f"All about {kind}", f"This is said of {kind}.") for kind in SLIDES))


@pytest.mark.parametrize("program", PROGRAMS)
def test_texts_land_right_whichever_program_has_saved_them(tmp_path: Path, program: str) -> None:
    shop = Workshop(tmp_path)

    def edit(deck: object) -> None:
        on = slide(deck, "What was counted")
        retype(paragraph(on, "There were"), "There were 88 of them, and few wells")
        retype(paragraph(on, "We rode"), "We rode out late, before the sun was up.")
        add_after(paragraph(on, "Nobody had"), "Somebody has since")
        retype(paragraph(slide(deck, "Side by side"), "Wells"), "Deep wells")
        retype(paragraph(slide(deck, "Side by side"), "Two years"), "Something else altogether")
        slide(deck, "What comes next").notes_slide.notes_text_frame.text = ""
        drop(deck, "A quiet year")
        PROGRAMS[program](deck)

    shop.edit(edit)
    after = OUTLINE.replace("**many** wells", "few wells").replace("out early,", "out late,")
    after = after.replace("had counted before\n", "had counted before\n    - Somebody has since\n")
    after = after.replace("Two years of the same valley", "Something else altogether")
    after = after.replace("    notes: >\n      It may rain,\n      or it may not.\n", "")
    begin, end = after.index("  - title: A quiet year"), after.index("- section: Now")
    after = (after[:begin] + after[end:]).replace("[Wells,", "[Deep wells,")
    pulled = shop.pulled(by_likeness=program in WITHOUT_RECORD)
    assert shop.taken(pulled) == after


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_that_nobody_edited_brings_nothing(tmp_path: Path, edition: str) -> None:
    pulled = Workshop(tmp_path, OUTLINE, EDITIONS[edition]).pulled()
    assert (pulled.differences, pulled.told) == ((), ())


@pytest.mark.rendering
@pytest.mark.parametrize("editions", [("square",), pytest.param(tuple(EDITIONS), marks=pytest.mark.trial)])
def test_nor_does_one_that_libreoffice_has_saved(tmp_path: Path, editions: tuple[str, ...]) -> None:
    shops = []
    for name in editions:
        for kind, outline in (("some", OUTLINE), ("every", EVERY_KIND)):
            shop = Workshop(tmp_path, outline, EDITIONS[name])
            shop.file = shop.file.rename(tmp_path / f"{kind}-{name}.pptx")
            shops.append(shop)
    office_saves(*(one.file for one in shops))
    assert [
        (one.file.stem, found) for one in shops for found in (one.pulled().differences, one.pulled().told) if found
    ] == []


def test_an_edition_leads_back_to_its_slides_and_leaves_what_it_had_not(tmp_path: Path) -> None:
    outline = OUTLINE.replace("a whole year\n", "a whole year\n    not: [youth]\n")
    shop = Workshop(tmp_path, outline, EDITIONS["youth"])

    def edit(deck: object) -> None:
        retype(paragraph(slide(deck, "For the young"), "Another"), "One more thing")
        add_after(paragraph(slide(deck, "What comes next"), "Rain"), "Hail")
        drop(deck, "Side by side")

    shop.edit(edit)
    after = outline.replace("One thing, Another thing", "One thing, One more thing").replace(
        "Rain\n", "Rain\n    - Hail\n"
    )
    begin, end = after.index("  - title: Side by side"), after.index("  - title: A quiet year")
    assert shop.taken() == after[:begin] + after[end:]


def test_the_mark_of_a_draft_is_no_text_where_a_template_has_put_several_into_one_box(tmp_path: Path) -> None:
    outline = OUTLINE.replace("speaker:", "subtitle: Of the steppe\nspeaker:").replace("- Rain", "- In 1999, 300 wells")
    shop = Workshop(tmp_path, outline)

    def edit(deck: Any) -> None:
        cover = deck.slides[0]
        add_after(paragraph(cover, "Of the steppe"), "A herder")
        speaker = next(one for one in cover.placeholders if one.text_frame.text == "A herder")
        speaker._element.getparent().remove(speaker._element)
        assert [text(one) for one in paragraphs(cover) if "DRAFT" in text(one)]

    shop.edit(edit)
    pulled = shop.pulled()
    assert (pulled.differences, pulled.told) == ((), ())


def test_what_is_bold_by_the_look_of_a_deck_is_not_marked_so(tmp_path: Path) -> None:
    shop = Workshop(tmp_path, OUTLINE, Occasion(look="plain"))
    shop.occasion = Occasion()  # a deck says of no look that it has it

    def edit(deck: Any) -> None:
        title = paragraph(slide(deck, "What was counted"), "What was")
        retype(title, "What was counted then")
        title.runs[0].font.bold = True  # as LibreOffice writes what a layout says

    shop.edit(edit)
    assert shop.taken() == OUTLINE.replace("What was counted ", "What was counted then ")
