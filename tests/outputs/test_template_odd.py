"""Templates as other programs write them, or as a mishap left them: a whole deck, or a clear refusal."""

import io

import pytest
from lxml import etree
from pptx import Presentation

from talkbuilder.outputs import pdf
from talkbuilder.outputs.printed.thumbnails import thumbnails
from tests import package_rules, validation
from tests.listing import written
from tests.printed import texts
from tests.sample import project, slide, talk
from tests.templates import (
    MASTER,
    PRESENTATION,
    THEME,
    Parts,
    changed,
    deck_on,
    default,
    layout,
    parts_of,
    read,
    remade,
    theme_of,
)

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


def test_layouts_without_a_foot_have_the_number_of_the_master_in_a_colour_of_their_own_theme() -> None:
    def take_out(parts: Parts) -> None:
        for number in range(1, 12):
            root = etree.fromstring(parts[layout(number)])
            for one in root.xpath("//*[local-name()='sp'][.//*[@sz and @type != 'body']]"):
                one.getparent().remove(one)
            parts[layout(number)] = etree.tostring(root)

    assert b'<a:schemeClr val="tx1"><a:tint' in parts_of(remade(take_out))[MASTER]
    assert faults(remade(take_out)) == []


def test_a_small_slide_number_whose_lines_are_a_fixed_height_apart_stops_no_build() -> None:
    small = (
        '<a:lvl1pPr algn="r"><a:defRPr sz="1200">',
        '<a:lvl1pPr algn="r"><a:lnSpc><a:spcPts val="1400"/></a:lnSpc>',
    )
    theme = theme_of(changed((MASTER, small[0], small[1] + '<a:defRPr sz="500">')))
    assert "C201" not in {one.code for one in deck_on(theme, _TALK)[1].diagnostics}


def test_a_size_that_is_no_round_number_of_points_still_makes_a_page_a_slide() -> None:
    odd = ('cx="9144000" cy="6858000"', 'cx="10080625" cy="6300788"')
    deck, _ = deck_on(theme_of(changed((PRESENTATION, *odd))), _TALK)
    out = io.BytesIO()
    next(pdf.render(deck)).write(out)
    assert len(texts(out.getvalue())) == len(thumbnails(deck)) == len(deck.pages)


def test_the_name_of_a_template_need_not_be_text() -> None:
    theme, _ = read(default(), "bad\udcff.pptx")
    assert theme is not None
    assert theme.name == "bad?"
