"""Templates as other programs write them, or as a mishap left them: a whole deck, or a clear refusal."""

import io

import pytest
from pptx import Presentation

from tests import package_rules, validation
from tests.listing import written
from tests.sample import project, slide, talk
from tests.templates import MASTER, THEME, Parts, deck_on, default, layout, read, remade, theme_of

_TALK = project(talk(slide("bullets") + "\n" + slide("quote")))


def faults(data: bytes) -> list[str]:
    """What is wrong with a deck of a talk on a template."""
    made = written(deck_on(theme_of(data), _TALK)[0])
    return [*validation.problems(made), *package_rules.broken(made)]


def test_a_notes_master_that_a_template_has_and_does_not_list_is_listed() -> None:
    template = Presentation(io.BytesIO(default()))
    slide_ = template.slides.add_slide(template.slide_layouts[1])
    assert slide_.notes_slide.notes_text_frame is not None
    out = io.BytesIO()
    template.save(out)
    assert faults(out.getvalue()) == []


def test_names_of_parts_are_the_same_in_capitals() -> None:
    def shout(parts: Parts) -> None:
        for number in range(1, 12):
            parts[layout(number).replace("slideLayout", "SLIDELAYOUT")] = parts.pop(layout(number))
            rels = f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"
            parts[rels.replace("/slideLayout", "/SLIDELAYOUT")] = parts.pop(rels)

    theme, found = read(remade(shout))
    assert theme is None or faults(remade(shout)) == [], found


def test_ids_are_seen_in_any_encoding() -> None:
    def widen(parts: Parts) -> None:
        text = parts[MASTER].decode("utf-8").partition("?>")[2]
        parts[MASTER] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")

    assert faults(remade(widen)) == []


@pytest.mark.parametrize(
    ("part", "data", "message"),
    [
        ("ppt/slideLayouts/_rels/slideLayout2.xml.rels", b"<html/>", "belongs to no slide master"),
        (THEME, b"<html/>", "is no theme"),
    ],
)
def test_a_part_that_is_none_of_its_kind_is_refused(part: str, data: bytes, message: str) -> None:
    def mar(parts: Parts) -> None:
        if data:
            parts[part] = data
        else:
            del parts[part]

    theme, (fault,) = read(remade(mar))
    assert theme is None
    assert fault.code == "T001"
    assert message in fault.message


def test_the_name_of_a_template_need_not_be_text() -> None:
    theme, _ = read(default(), "bad\udcff.pptx")
    assert theme is not None
    assert theme.name == "bad?"
