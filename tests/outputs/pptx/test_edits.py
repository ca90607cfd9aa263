"""Which slides were edited is told, after PowerPoint's own way of saving, too: by what python-pptx makes of a deck."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from talkbuilder.outputs.delivery import deliver
from talkbuilder.outputs.pptx import render
from talkbuilder.outputs.pptx.edits import edited
from tests.sample import built, slide, talk


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of a cover, a part, five slides, a closing slide and sources."""
    slides = "\n".join(slide("quote", f"A headline & {number}") for number in range(5))
    deliver(render(built(talk(slides))[0]), tmp_path, "build")
    return tmp_path / "talk.pptx"


def after(deck: Path, edit: Callable[[Any], object]) -> str:
    opened = Presentation(str(deck))
    edit(opened)
    opened.save(str(deck))
    return edited(deck)


def _retitle(*numbers: int) -> Callable[[Any], None]:
    def edit(opened: Any) -> None:
        for number in numbers:
            opened.slides[number - 1].shapes.title.text = "My own & words"

    return edit


def _note(opened: Any) -> None:
    opened.slides[4].notes_slide.notes_text_frame.text = "Say it so."


def _remove(opened: Any) -> None:
    ids = opened.slides._sldIdLst
    ids.remove(ids[3])


def _add(opened: Any) -> None:
    opened.slides.add_slide(opened.slide_layouts[1])
    ids = opened.slides._sldIdLst
    ids.insert(2, ids[-1])


def test_a_deck_as_it_was_built_and_saved_again_has_no_edited_slide(deck: Path) -> None:
    assert edited(deck) == ""
    assert after(deck, lambda opened: None) == ""


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_retitle(4), "slide 4 was edited"),
        (_retitle(3, 4, 7), "slides 3, 4 and 7 were edited"),
        (_note, "slide 5 was edited"),
        (_remove, "1 of ours is gone"),
        (_add, "slide 3 is new"),
    ],
)
def test_what_somebody_did_is_told_with_its_slides(deck: Path, edit: Callable[[Any], None], told: str) -> None:
    assert after(deck, edit) == told


def test_of_many_edited_slides_the_first_are_named(tmp_path: Path) -> None:
    slides = "\n".join(slide("quote", f"A headline {number}") for number in range(40))
    deliver(render(built(talk(slides))[0]), tmp_path, "build")
    told = after(tmp_path / "talk.pptx", _retitle(*range(3, 43)))
    assert told.startswith("slides 3, 4, 5, ")
    assert told.endswith(" and 28 more were edited")


def test_of_what_is_no_deck_nobody_can_tell(tmp_path: Path) -> None:
    data = b"my own"
    (tmp_path / "talk.pptx").write_bytes(data)
    assert edited(tmp_path / "talk.pptx") == ""
