"""What is told of a template that is read, and what its theme is called."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.themes.layouts import LAYOUTS
from tests.templates import MASTER, TYPES, changed, default, layout, read, theme_of


def test_which_layouts_are_missing_is_told_once_with_what_to_do() -> None:
    (told,) = read(default(), "sub/church.potx")[1]
    assert told == Diagnostic(
        "T002",
        "no layout fits for 'Quote', 'Number', 'Ask', 'Photo': ours stand in, in the template's colours and fonts",
        hint="to have your own, give a layout such a name, and the placeholders that 'explain T002' lists",
        file="sub/church.potx",
    )


def test_what_is_left_out_is_told_with_what_to_do() -> None:
    office, microsoft = (
        "openxmlformats-officedocument.presentationml.presentation",
        "ms-powerpoint.presentation.macroEnabled",
    )
    told = read(changed((TYPES, f"{office}.main", f"{microsoft}.main")))[1][-1]
    assert told == Diagnostic("T003", "its macros are left out", hint="a deck needs none", file="church.potx")


@pytest.mark.parametrize(("count", "message"), [(1, "1 drawing is simpler"), (2, "2 drawings are simpler")])
def test_drawings_are_counted_on_the_layouts_that_serve(count: int, message: str) -> None:
    def drawn(number: int) -> tuple[Diagnostic, ...]:
        return read(changed((layout(number), "</p:grpSpPr>", "</p:grpSpPr>" + "<p:graphicFrame/>" * count)))[1]

    told = drawn(3)[-1]  # which serves for two of ours, and counts once
    assert told == Diagnostic(
        "T003",
        f"{message}, or not there, in files other than .pptx",
        hint="effects, turned shapes and text in pictures are PowerPoint's alone",
        file="church.potx",
    )
    assert [one.code for one in drawn(7)] == ["T002"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("church.potx", "church"),
        ("a/b/church.v2.pptx", "church.v2"),
        ("C:\\my slides\\church.potx", "church"),
        ("church", "church"),
    ],
)
def test_a_theme_is_called_as_its_file(file: str, name: str) -> None:
    theme, _ = read(default(), file)
    assert theme is not None
    assert (theme.name, theme.own.name) == (name, name)


def test_a_theme_has_every_layout_that_is_asked_for() -> None:
    theme = theme_of(default())
    assert list(theme.layouts) == list(LAYOUTS)
    assert all(name == one.name for name, one in theme.layouts.items())
    assert (theme.width, theme.height, theme.template_main) == (9_144_000, 6_858_000, "ppt/presentation.xml")
    assert MASTER in theme.template
