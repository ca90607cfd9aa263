"""A theme of an author's own: its file, what is taken of it, and what is told of colours that cannot be read."""

from collections.abc import Mapping

import pytest

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.inks import contrast
from talkbuilder.layout.items import Image, Ink
from talkbuilder.layout.theme import Theme
from talkbuilder.stages.read import read_library
from talkbuilder.stages.theme import named, names_of
from talkbuilder.themes import THEMES
from talkbuilder.themes.written import text_of
from talkbuilder.units import Aspect
from tests.cases import picture
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

_LOGO = {"assets/images/logo.png": picture(300, 100)}


def made(
    text: str, files: Mapping[str, bytes] | None = None, shape: Aspect = "16:9"
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    report = Report()
    project = MemoryProject({"assets/themes/ours.yaml": text, **(files or {})})
    theme = named("ours", shape, read_library(project, report, ()), report)
    return theme, report.diagnostics


def told(text: str, files: Mapping[str, bytes] | None = None) -> list[str]:
    """What is reported, each with its line, its column and its code."""
    theme, found = made(text, files)
    assert theme is None
    shown = []
    for one in found:
        assert one.span
        line, column = one.span.source.position(one.span.start)
        shown.append(f"{line}:{column} {one.code} {one.message}; {one.hint}")
    return shown


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
@pytest.mark.parametrize("base", THEMES)
def test_a_new_theme_looks_as_the_one_that_it_was_made_from(base: str, shape: Aspect) -> None:
    theme, found = made(text_of("ours", base, THEMES[base]("16:9")), shape=shape)
    table = THEMES[base](shape)
    assert found == ()
    assert theme
    frame = theme.own.frame
    assert (theme.own.colours, theme.own.fonts, frame.sizes) == (table.colours, table.fonts, table.sizes)
    assert theme.name == "ours"


def test_colours_fonts_and_sizes_are_taken_from_the_file_and_all_else_is_as_it_was() -> None:
    text = (
        "from: night\ncolours: {accent2: '#ffd24a'}\nfonts: {titles: Cambria}\nsizes: {lead: [30, 22], caption: 26}\n"
    )
    theme, found = made(text)
    assert theme, found
    own, base = theme.own, THEMES["night"]("16:9")
    assert (own.colours.accent2, own.colours.accent1) == ("FFD24A", base.colours.accent1)
    assert (own.fonts.titles, own.fonts.text) == ("Cambria", "Calibri")
    assert (own.frame.sizes.lead, own.frame.sizes.caption, own.frame.sizes.text) == ((30, 22), (26,), base.sizes.text)


def test_a_scale_of_ones_own_ends_on_squarer_screens_with_the_smaller_sizes_that_these_need() -> None:
    theme, _ = made("from: steppe\nsizes: {title: [40]}\n", shape="4:3")
    assert theme
    assert theme.own.frame.sizes.title == (40, 36)


@from_table
def test_what_is_wrong_is_told_at_its_place(text: str, said: str) -> None:
    found = told(text, {**_LOGO, "assets/images/cut.png": b"\x89PNG\r\n\x1a\nno more"})
    assert found[0].startswith(said), found


def test_the_colour_that_is_proposed_can_be_read() -> None:
    (found,) = told("from: steppe\ncolours: {accent1: 7FB5C0}\n")
    proposed = found.rpartition(" ")[2]
    for ground in ("FCF8F0", "F1E7D5"):
        assert contrast(Ink("ink"), Ink("ground"), {"ink": proposed, "ground": ground}) >= 4.5
    assert made(f"from: steppe\ncolours: {{accent1: '{proposed}'}}\n")[0]


def test_a_logo_stands_in_the_upper_right_corner_and_touches_no_title() -> None:
    for base in THEMES:
        theme, found = made(f"from: {base}\nlogo: logo.png\n", _LOGO)
        assert theme, found
        (logo,) = [item for item in theme.own.frame.items if isinstance(item, Image)]
        assert logo.box.right == theme.width - theme.own.frame.grid.margin
        assert logo.box.width * 100 == pytest.approx(logo.box.height * 300, rel=0.01)
        assert logo in theme.layouts["Bullets"].drawn


def test_a_theme_that_has_not_changed_is_the_same_one() -> None:
    assert made("from: night\n")[0] is made("from: night\n")[0]


def test_ours_are_named_before_those_of_the_author() -> None:
    library = read_library(MemoryProject({"assets/themes/a.yaml": "from: night\n"}), Report(), ())
    assert names_of(library) == (*THEMES, "a")
