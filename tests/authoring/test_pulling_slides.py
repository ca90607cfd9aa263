"""What comes back of whole slides and parts of an edited deck: those that are new, split, copied and moved together."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.pulled import OUTLINE, Workshop, add_slide, framed, move_from, our_library, paragraph, remove, retype, slide
from tests.conftest import ROOT


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_points_that_were_cut_onto_a_slide_of_their_own_are_no_copy(shop: Workshop) -> None:
    def edit(deck: Any) -> None:
        on = slide(deck, "What was counted")
        for words in ("Over the winter", "Snow lay", "Wolves came"):
            remove(paragraph(on, words))
        made = add_slide(deck, "The winter", "Over the winter", "Snow lay on the grass", "Wolves came down", at=3)
        for words in ("Snow lay", "Wolves came"):
            paragraph(made, words).level = 1
        made.notes_slide.notes_text_frame.text = "It was long."

    shop.edit(edit)
    cut = "    - Over the winter:\n      - Snow lay on the grass\n      - Wolves came down\n"
    made = f"  - title: The winter\n    bullets:\n{cut}    notes: |\n      It was long.\n"
    after = OUTLINE.replace(cut, "").replace("  - title: Side by side", f"{made}  - title: Side by side")
    assert shop.taken() == after


def test_a_copy_of_a_drawing_is_told_by_its_name_and_its_line_of_sources_becomes_no_point(tmp_path: Path) -> None:
    outline = (ROOT / "talks" / "kazakhstan.yaml").read_text("utf-8")
    shop = Workshop(tmp_path, outline, project=our_library)
    page = next(one for one in shop.deck().pages if one.kind == "drawing" and one.citations)

    def edit(deck: Any) -> None:
        original = next(one for one in deck.slides if one.shapes.title.text.split() == page.title.split())
        made = deck.slides.add_slide(original.slide_layout)
        for one in [*made.shapes]:
            one._element.getparent().remove(one._element)
        for one in original.shapes:
            made.shapes._spTree.append(deepcopy(one._element))
        retype(made.shapes.title.text_frame.paragraphs[0], "Another title")
        move_from(deck, len(deck.slides) - 1, [*deck.slides].index(original) + 1)

    shop.edit(edit)
    pulled = shop.pulled()
    told = [one.why for one in pulled.told if one.title == "Another title"]
    why = f"a copy of “{page.title}” is not taken over: copy that in the outline; new on it: Another title"
    assert (pulled.differences, told) == ((), [why])


def test_a_slide_behind_the_last_goes_to_the_end_of_the_last_part_and_that_is_said(shop: Workshop) -> None:
    shop.edit(lambda deck: add_slide(deck, "Any more?", "Ask now"))
    [one] = shop.pulled().differences
    assert one.cautions == ("it goes to the end of “Now”, before the slides that are made of keys of the talk",)
    made = "  - title: Any more?\n    bullets:\n    - Ask now\n"
    assert shop.taken() == OUTLINE.replace("closing:", f"{made}closing:")
