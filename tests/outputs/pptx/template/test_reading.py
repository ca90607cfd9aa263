"""What is told of a template that is read, and what its theme is called."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.templates import MASTER, changed, default, layout, read, theme_of, untitled


def test_only_layouts_that_every_talk_needs_are_missed() -> None:
    assert not read(default(), "sub/church.potx")[1]
    (told,) = read(untitled(), "sub/church.potx")[1]
    assert told == Diagnostic(
        "T002",
        "none of its layouts serves for 'text': drawn on its background, in its colours and fonts",
        hint="'talkbuilder template sub/church.potx' tells why, and writes down which layout serves for what",
        file="sub/church.potx",
    )


def test_a_cover_that_is_taken_for_its_place_is_told() -> None:
    data = changed(
        (layout(1), 'type="title"', ""), (layout(1), "Title Slide", "Our church"), (layout(1), "subTitle", "body")
    )
    told = next(one for one in read(data)[1] if one.code == "T004")
    assert told.message == "'Our church' is taken for the cover, for it stands first"


@pytest.mark.parametrize(
    ("file", "name"),
    [("a/b/church.v2.pptx", "church.v2"), ("C:\\my slides\\church.potx", "church")],
)
def test_a_theme_is_called_as_its_file(file: str, name: str) -> None:
    theme, _ = read(default(), file)
    assert theme is not None
    assert (theme.name, theme.own.name) == (name, name)


def test_points_are_drawn_over_their_layout_where_all_else_that_looks_so_has_a_panel() -> None:
    blue = '<p:bgPr><a:solidFill><a:srgbClr val="1E86C1"/></a:solidFill><a:effectLst/></p:bgPr>'
    ground = '<p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
    ink = 'sz="4400" kern="1200"><a:solidFill><a:schemeClr val="'
    theme = theme_of(changed((MASTER, ground, blue), (MASTER, f"{ink}tx1", f"{ink}bg1")))
    assert theme_of(default()).layouts["Bullets"].part
    bullets = theme.layouts["Bullets"]
    assert not bullets.part
    assert any(one.name == "Panel" for one in bullets.items)
