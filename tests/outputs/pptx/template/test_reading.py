"""What is told of a template that is read, and what its theme is called."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.templates import TYPES, changed, default, layout, read


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


def test_drawings_are_counted_on_the_layouts_that_serve() -> None:
    def drawn(number: int) -> tuple[Diagnostic, ...]:
        return read(changed((layout(number), "</p:grpSpPr>", "</p:grpSpPr>" + "<p:graphicFrame/>" * 2)))[1]

    told = drawn(3)[-1]  # which serves for two of ours, and counts once
    assert told == Diagnostic(
        "T003",
        "2 drawings are simpler, or not there, in files other than .pptx",
        hint="effects, turned shapes and text in pictures are PowerPoint's alone",
        file="church.potx",
    )
    assert [one.code for one in drawn(7)] == ["T002"]


@pytest.mark.parametrize(
    ("file", "name"),
    [("a/b/church.v2.pptx", "church.v2"), ("C:\\my slides\\church.potx", "church")],
)
def test_a_theme_is_called_as_its_file(file: str, name: str) -> None:
    theme, _ = read(default(), file)
    assert theme is not None
    assert (theme.name, theme.own.name) == (name, name)
