"""What an author says of a template: read with its places, and written for one to change."""

import pytest

from talkbuilder.diagnostics import Report, Source
from talkbuilder.layout.theme import Theme
from talkbuilder.outputs.pptx.template import examine, read_template
from talkbuilder.outputs.pptx.template.mapping import mapping_text
from tests.templates import default, layout

_FILE = "assets/templates/church.yaml"


def read(text: str) -> tuple[Theme, list[tuple[str, str, tuple[int, int], str]]]:
    """The theme of the default template with a mapping, and what is told of that."""
    report = Report()
    theme = read_template(default(), "church.potx", report, Source(_FILE, text))
    assert theme is not None
    told = [one for one in report.diagnostics if one.place[0] == _FILE]
    return theme, [(one.code, one.message, one.place[1:], one.hint) for one in told]


def test_a_layout_that_is_named_serves() -> None:
    theme, told = read("statement: Title Slide\ntext: drawn\n")
    assert told == []
    assert theme.layouts["Statement"].part == layout(1)
    assert theme.layouts["Bullets"].part == theme.layouts["Few points"].part == ""
    assert theme.layouts["Cover"].part == layout(1)


@pytest.mark.parametrize(
    ("text", "code", "message", "place", "hint"),
    [
        ("cover: Title Side\n", "E001", "no layout 'Title Side' in 'church.potx'", (1, 8), "Title Slide"),
        ("cover: Title Slide\nquot: Blank\n", "E002", "unknown key 'quot'", (2, 1), "quote"),
        ("text: Blank\n", "T005", "'Blank' cannot serve: it has no title as 'text'", (1, 7), "drawn"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    text: str, code: str, message: str, place: tuple[int, int], hint: str
) -> None:
    ((found, said, at, advice),) = read(text)[1]
    assert (found, said, at) == (code, message, place)
    assert hint in advice


def test_what_is_drawn_may_stand_on_a_layout_of_the_authors_choice() -> None:
    assert read("canvas: Blank\n")[0].layouts["Drawing"].base == layout(7)


def test_what_is_written_reads_as_what_was_found() -> None:
    report = Report()
    examined = examine(default(), "church.potx", report)
    assert examined is not None
    text = mapping_text(examined.matches, "church.potx", "Title Only")
    assert "\ntext: 'Title and Content'" in text
    assert "\nquote: drawn" in text
    assert "\n# canvas: 'Title Only'" in text
    theme, told = read(text)
    assert told == []
    assert {name: one.part for name, one in theme.layouts.items()} == {
        name: one.part for name, one in examined.theme.layouts.items()
    }
