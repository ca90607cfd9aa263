"""Text as DrawingML: what is said of a paragraph, and what is left to its placeholder."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Style
from talkbuilder.outputs.pptx.text import list_style, paragraph, plain_paragraphs
from talkbuilder.outputs.pptx.xml import Xml
from talkbuilder.talk.talk import Run
from tests.outputs.pptx import by_hand
from tests.outputs.pptx.by_hand import all_of, fragment, one, tags, values

_STYLE = Style(24)


def level(**changed: Any) -> Any:
    return one(fragment(list_style([structs.replace(_STYLE, **changed)])), "a:lvl1pPr")


def test_a_level_says_all_that_it_could_inherit() -> None:
    assert dict(level().attrib) == {
        **dict.fromkeys(("marL", "indent", "rtl", "latinLnBrk"), "0"),
        **dict.fromkeys(("eaLnBrk", "hangingPunct"), "1"),
        "algn": "l",
        "defTabSz": "914400",
    }
    assert tags(level()) == ["lnSpc", "spcBef", "spcAft", "buNone", "defRPr"]
    assert values(level(), "a:defRPr") == {"sz": "2400", "b": "0", "i": "0", "kern": "1200"}
    assert tags(one(level(), "a:defRPr")) == ["solidFill", "latin", "ea", "cs"]


@pytest.mark.parametrize(
    ("font", "faces"),
    [("titles", ["+mj-lt", "+mj-ea", "+mj-cs"]), ("Arial", ["Arial"])],
)
def test_letters_are_in_a_font_of_the_theme_or_in_another(font: str, faces: list[str]) -> None:
    letters = one(level(font=font), "a:defRPr")
    assert [found.get("typeface") for found in letters[1:]] == faces


def made(markup: Xml) -> Any:
    return one(fragment(markup), "a:p")


def inside(*runs: Run, level: int = 0, style: Style = _STYLE, inherited: Style = _STYLE) -> Any:
    return made(paragraph(by_hand.paragraph(*runs, level=level), "kk", style, inherited))


def test_a_paragraph_in_a_placeholder_says_its_level_and_its_language() -> None:
    assert tags(inside(Run("a"))) == ["r"]
    assert values(inside(Run("a"), level=1), "a:pPr") == {"lvl": "1"}
    assert values(inside(Run("a")), "a:r/a:rPr") == {"lang": "kk"}


def test_runs_are_bold_and_italic() -> None:
    runs = Run("a"), Run("b", bold=True), Run("c", italic=True), Run("d", bold=True, italic=True)
    for found in (inside(*runs), made(plain_paragraphs([by_hand.paragraph(*runs)], "kk"))):
        said = [dict(letters.attrib) for letters in all_of(found, "a:r/a:rPr")]
        assert said == [
            {"lang": "kk"},
            {"lang": "kk", "b": "1"},
            {"lang": "kk", "i": "1"},
            {"lang": "kk", "b": "1", "i": "1"},
        ]
        assert [text.text for text in all_of(found, "a:r/a:t")] == ["a", "b", "c", "d"]


def test_a_run_says_its_size_and_ink_where_they_are_not_inherited() -> None:
    other = structs.replace(_STYLE, size_pt=20.0)
    assert values(inside(Run("a"), style=other), "a:r/a:rPr") == {"lang": "kk", "sz": "2000"}
    assert tags(one(inside(Run("a"), style=other), "a:r/a:rPr")) == []
    other = structs.replace(_STYLE, line_percent=85.0, before_pt=4.0)
    said = one(inside(Run("a"), style=other), "a:pPr")
    assert [(one.tag.rpartition("}")[2], one[0].get("val")) for one in said] == [("lnSpc", "85000"), ("spcBef", "400")]
    other = structs.replace(_STYLE, ink=Ink("accent3"))
    assert values(inside(Run("a"), style=other), "a:r/a:rPr") == {"lang": "kk"}
    assert values(inside(Run("a"), style=other), "a:r/a:rPr/a:solidFill/a:schemeClr") == {"val": "accent3"}
    assert values(inside(Run("a"), style=structs.replace(_STYLE)), "a:r/a:rPr") == {"lang": "kk"}


def test_a_bullet_in_another_ink_keeps_the_mark_that_its_place_has() -> None:
    own = structs.replace(_STYLE, bullet="●")
    said = one(inside(Run("a"), style=structs.replace(own, bullet_ink=Ink("accent3")), inherited=own), "a:pPr")
    assert [one.tag.rpartition("}")[2] for one in said] == ["buClr"]


@pytest.mark.parametrize(
    ("inherited", "style", "said"),
    [
        (Style(20, capitals=True), Style(20), {"cap": "none"}),
        (Style(20, capitals=True), Style(24, capitals=True), {"sz": "2400"}),
        (Style(20, spacing_pt=2), Style(20), {"spc": "0"}),
        (Style(20), Style(20, bold=True), {"b": "1"}),
    ],
)
def test_a_run_says_what_the_text_is_not_and_its_placeholder_is(
    inherited: Style, style: Style, said: dict[str, str]
) -> None:
    found = made(paragraph(by_hand.paragraph("a"), "kk", style, inherited))
    assert values(found, "a:r/a:rPr") == {"lang": "kk", **said}
