"""How text looks in a placeholder: what it says itself goes before what its master says, and that before defaults."""

from collections.abc import Sequence

import pytest
from lxml import etree

from talkbuilder.layout.items import Ink, Style
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.package import Element
from talkbuilder.outputs.pptx.template.styles import Inheritance, on_master, remembering
from talkbuilder.outputs.pptx.xml import NAMES
from tests.corpora.tables import from_table
from tests.templates import OFFICE

_TEXT = "<p:txBody><a:bodyPr{}>{}</a:bodyPr><a:lstStyle>{}</a:lstStyle></p:txBody>"


def tree(text: str, tag: str = "p:sp") -> Element:
    return etree.fromstring(f"<{tag} {NAMES}>{text}</{tag}>")


def shape(levels: str = "", body: str = "", inside: str = "") -> Element:
    return tree(_TEXT.format(body, inside, levels))


def inherited(*levels: str, of_master: str | None = None, defaults: str | None = None) -> Inheritance:
    lists = [tree(one, "a:lstStyle") if one is not None else None for one in (of_master, defaults)]
    return Inheritance([shape(one) for one in levels], lists[0], lists[1], Palette(OFFICE, {}), remembering())


def style(paragraph: str = "", run: str = "", attributes: str = "", letters: str = "") -> Style:
    """The first level of a text that says such."""
    level = f"<a:lvl1pPr{attributes}>{paragraph}<a:defRPr{letters}>{run}</a:defRPr></a:lvl1pPr>"
    return inherited(level).styles()[0]


def sized(size: int) -> str:
    return f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>'


def test_the_nearest_that_says_something_goes_first() -> None:
    levels = [sized(1000), sized(2000), sized(3000), sized(4000)]

    def size(first: int) -> float:
        own, parent, of_master, defaults = ("" if number < first else one for number, one in enumerate(levels))
        return inherited(own, parent, of_master=of_master, defaults=defaults).styles()[0].size_pt

    assert [size(first) for first in range(5)] == [10, 20, 30, 40, 18]


def test_each_level_has_a_style_and_defaults_are_for_all() -> None:
    levels = "".join(
        f'<a:lvl{number}pPr><a:defRPr sz="{10 - number}00"/></a:lvl{number}pPr>' for number in range(1, 10)
    )
    assert [one.size_pt for one in inherited(levels).styles()] == [9, 8, 7, 6, 5]
    for_all = '<a:defPPr><a:defRPr sz="700"/></a:defPPr><a:lvl2pPr><a:defRPr sz="900"/></a:lvl2pPr>'
    made = inherited(for_all)
    assert [one.size_pt for one in made.styles()] == [7, 7, 7, 7, 7]  # no level is larger than the one above it
    assert made.said()[1].size_pt == 0  # so slides say it


def test_letters_are_as_they_are_said() -> None:
    run = '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:latin typeface="Papyrus"/>'
    for yes in ("1", "true"):
        made = style(run=run, letters=f' sz="2150" b="{yes}" i="{yes}" cap="all" spc="150"')
        assert (made.size_pt, made.bold, made.italic, made.capitals, made.spacing_pt) == (21.5, True, True, True, 1.5)
        assert (made.ink, made.bullet_ink, made.font) == (Ink("accent2"), Ink("accent2"), "Papyrus")
    made = style(letters=' b="0" i="0" cap="none"')
    assert (made.bold, made.italic, made.capitals) == (False, False, False)


def test_the_themes_fonts_are_known() -> None:
    fonts = [style(run=f'<a:latin typeface="{one}"/>').font for one in ("+mj-lt", "+mn-lt", "")]
    assert fonts == ["titles", "text", "text"]


def spacing(tag: str, unit: str, value: object) -> str:
    return f'<a:{tag}><a:{unit} val="{value}"/></a:{tag}>'


@pytest.mark.parametrize(
    ("unit", "value", "percent"),
    [("spcPct", 90_000, 90), ("spcPct", 20_000, 85), ("spcPct", 900_000, 300), ("spcPts", 3600, 150)],
)
def test_lines_are_spaced_within_reason(unit: str, value: int, percent: float) -> None:
    assert style(spacing("lnSpc", unit, value), letters=' sz="2000"').line_percent == pytest.approx(percent)


def test_paragraphs_stand_apart_by_what_is_before_and_after_them() -> None:
    before, after = spacing("spcBef", "spcPct", 20_000), spacing("spcAft", "spcPts", 600)
    assert style(before, letters=' sz="2000"').before_pt == pytest.approx(4)
    assert style(after, letters=' sz="2000"').before_pt == 6
    assert style(before + after, letters=' sz="2000"').before_pt == pytest.approx(10)
    assert style(spacing("spcBef", "spcPts", "much"), letters=' sz="2000"').before_pt == 0


@from_table
def test_bullets_are_shown_as_they_look(told: str, bullet: str) -> None:
    assert style(told).bullet == bullet


def test_what_is_left_to_the_defaults_a_slide_must_say() -> None:
    ink = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    everything = f'<a:lvl1pPr><a:buNone/><a:defRPr sz="2000">{ink}</a:defRPr></a:lvl1pPr>'
    said = inherited(everything, "", defaults="")
    assert (said.says_size, said.says_ink, said.says_bullet) == (True, True, True)
    assert said.said() == said.styles()
    shaded = (
        f"<a:gradFill><a:gsLst><a:gs>{ink[len('<a:solidFill>') : -len('</a:solidFill>')]}</a:gs></a:gsLst></a:gradFill>"
    )
    assert not inherited(everything.replace(ink, shaded)).says_ink  # which LibreOffice shows as if nothing were said
    open_ = inherited("", defaults=everything)
    assert (open_.says_size, open_.says_ink, open_.says_bullet) == (False, False, False)
    assert open_.styles()[0].size_pt == 20
    (first, *_) = open_.said()
    assert (first.size_pt, first.ink, first.bullet) == (0, Ink(""), "?")
    assert inherited('<a:lvl1pPr><a:buChar char="x"/></a:lvl1pPr>').says_bullet
    assert inherited("", of_master=everything).says_size


def test_what_a_master_has_no_place_for_says_its_font_on_slides_but_where_its_layout_does() -> None:
    listed = '<a:lvl1pPr><a:defRPr><a:latin typeface="Verdana"/></a:defRPr></a:lvl1pPr>'
    fonts = [inherited(*levels, of_master=listed).said()[0].font for levels in ([""], [listed], ["", ""])]
    assert fonts == ["", "Verdana", "Verdana"]


def test_a_title_without_a_prompt_is_set_as_its_paragraph_ends_and_a_number_as_its_field() -> None:
    def first(kind: str, letters: str) -> tuple[str, float]:
        mark = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        text = f'<p:txBody><a:p><a:pPr algn="ctr"/>{letters}</a:p></p:txBody>'
        foot = tree('<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>', "a:lstStyle") if kind == "sldNum" else None
        made = Inheritance([tree(mark + text)], foot, None, Palette(OFFICE, {}), remembering()).styles()[0]
        return made.align, made.size_pt

    ends, field = '<a:endParaRPr sz="3200"/>', '<a:fld><a:rPr sz="1400"/></a:fld>'
    assert [first(kind, ends) for kind in ("title", "body")] == [("centre", 32), ("left", 18)]
    assert [first(kind, field) for kind in ("sldNum", "body")] == [("centre", 14), ("left", 18)]


# The body of the text


def body(attributes: Sequence[str], inside: Sequence[str] = ()) -> Inheritance:
    inside = inside or [""] * len(attributes)
    shapes = [shape("", one, what) for one, what in zip(attributes, inside, strict=True)]
    return Inheritance(shapes, None, None, Palette(OFFICE, {}), remembering())


def test_a_placeholder_inherits_from_that_of_its_kind_on_the_master() -> None:
    def place(kind: str) -> str:
        mark = f'<p:ph type="{kind}"/>' if kind else ""
        return f'<p:sp><p:nvSpPr><p:cNvPr name="{kind}"/><p:cNvSpPr/><p:nvPr>{mark}</p:nvPr></p:nvSpPr></p:sp>'

    master = tree("".join(map(place, ("", "title", "body", "dt", "ftr", "sldNum"))), "p:spTree")

    def parent(kind: str) -> str | None:
        found = on_master(master, kind)
        return None if found is None else found[0][0].get("name")

    assert [parent(kind) for kind in ("title", "dt", "ftr", "sldNum")] == ["title", "dt", "ftr", "sldNum"]
    assert [parent(kind) for kind in ("ctrTitle", "subTitle", "obj", "pic")] == ["title", "body", "body", "body"]
    assert on_master(tree(place("title"), "p:spTree"), "body") is None
