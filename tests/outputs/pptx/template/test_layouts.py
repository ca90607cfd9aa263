"""Layouts of a template as they are read: their placeholders, and what lies beneath a place on them."""

import io
import re
from collections.abc import Sequence

import pytest
from PIL import Image as Pictures

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Image, Ink, Shape, rectangle
from talkbuilder.outputs.pptx.template import package
from talkbuilder.outputs.pptx.template.free_area import picture_cells
from talkbuilder.outputs.pptx.template.layouts import Found, read_masters, with_fonts_of_houses
from talkbuilder.outputs.pptx.template.package import open_template
from talkbuilder.outputs.pptx.template.roles import likely_for_texts
from talkbuilder.units import Box
from tests.templates import MASTER, Parts, changed, default, found, layout, points, remade

_BOX = Box(100, 200, 60, 40)


def picture(crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> Image:
    """Four quarters: red and green over blue and nothing."""
    made = Pictures.new("RGBA", (48, 48), (255, 0, 0, 255))
    made.paste((0, 255, 0, 255), (24, 0, 48, 24))
    made.paste((0, 0, 255, 255), (0, 24, 24, 48))
    made.paste((0, 0, 0, 120), (24, 24, 48, 48))
    out = io.BytesIO()
    made.save(out, "PNG")
    return Image("Four", _BOX, out.getvalue(), "png", 48, 48, Span(Source("", ""), 0, 0), crop)


def test_a_picture_has_a_colour_in_each_of_its_cells() -> None:
    four = picture()
    assert picture_cells(four.data, four.crop, 2, 2) == ("FF0000", "00FF00", "0000FF", None)


_PLACE = points(100, 100, 320, 160)
_DARK = Ink("text")


def read_one(data: bytes, number: int = 2) -> Found:
    """One layout of a template."""
    return read_masters(open_template(data))[0].layouts[number - 1]


# What lies beneath


def test_every_colour_beneath_a_text_is_its_ground() -> None:
    half = rectangle("Half", points(0, 0, 260, 540), Ink("accent1"))
    assert found(items=(half,)).grounds(_PLACE).keys() == {"FFFFFF", "4F81BD"}
    assert found(beneath=(half,)).grounds(_PLACE).keys() == {"FFFFFF", "4F81BD"}
    assert found(items=(rectangle("All", points(0, 0, 960, 540), Ink("accent1")),)).grounds(_PLACE).keys() == {"4F81BD"}
    assert found(background=Ink("panel")).grounds(_PLACE).keys() == {"EEECE1"}


def test_what_lies_on_top_is_seen_and_through_a_veil_what_lies_beneath() -> None:
    below = rectangle("Below", points(0, 0, 960, 540), _DARK)
    above = rectangle("Above", points(0, 0, 960, 540), Ink("accent1"))
    veil = rectangle("Veil", points(0, 0, 960, 540), Ink("ground", opacity_percent=50))
    assert found(items=(below, above)).grounds(_PLACE).keys() == {"4F81BD"}
    assert found(beneath=(above,), items=(below,)).grounds(_PLACE).keys() == {"000000"}
    assert found(items=(below, veil)).grounds(_PLACE).keys() == {"808080"}


# What is read


def test_a_layout_is_read_with_all_that_it_says() -> None:
    one = read_one(default())
    assert (one.name, one.kind, one.part, one.look.background) == ("Title and Content", "obj", layout(2), Ink("ground"))
    assert [(slot.kind, slot.index) for slot in one.slots] == [
        *(("title", 0), ("obj", 1), ("dt", 10), ("ftr", 11), ("sldNum", 12))
    ]
    assert one.slots[1].box == (457_200, 1_600_200, 8_229_600, 4_525_963)  # the master says where
    assert one.slots[1].name == "Content Placeholder 2"
    assert all(slot.is_upright and slot.says_size for slot in one.slots)
    assert one.slots[1].says_bullet


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<a:bodyPr/>", '<a:bodyPr vert="vert270"/>'),
        ("<p:spPr/>", '<p:spPr><a:xfrm rot="60000"><a:off x="1" y="1"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'),
    ],
)
def test_a_placeholder_may_be_turned(old: str, new: str) -> None:
    assert [slot.is_upright for slot in read_one(changed((layout(2), old, new))).slots[:2]] == [False, False]


@pytest.mark.parametrize(("told", "shows"), [("0", False), ("1", True)])
def test_what_the_master_draws_can_be_hidden(told: str, shows: bool) -> None:
    band = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="cloud"/>'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        "</p:spPr></p:sp>"
    )
    data = changed(
        (MASTER, "</p:grpSpPr>", f"</p:grpSpPr>{band}"),
        (layout(2), ' type="obj"', f' type="obj" showMasterSp="{told}"'),
    )
    one = read_one(data)
    assert len(one.look.drawn) == int(shows)
    master = read_masters(open_template(data))[0].master
    assert len(master.look.drawn) == 1


@pytest.mark.parametrize(
    ("height", "anchor", "y", "becomes"), [(40, "b", 70, 62), (40, "ctr", 81, 62), (40, "t", 92, 62), (20, "b", 92, 20)]
)
def test_a_title_that_is_a_little_too_low_has_room_for_a_line(height: int, anchor: str, y: int, becomes: int) -> None:
    emu, place = 12_700, '<a:off x="457200" y="274638"/><a:ext cx="8229600" cy="1143000"/>'
    low = f'<a:off x="457200" y="{92 * emu}"/><a:ext cx="8229600" cy="{height * emu}"/>'
    data = changed((MASTER, place, low), (MASTER, 'anchor="ctr"', f'anchor="{anchor}"'))
    title = read_one(data).slots[0]
    assert (round(title.box.y / emu), round(title.box.height / emu), title.is_cut) == (y, becomes, becomes > height)


def test_a_place_beside_the_slide_is_none() -> None:
    place = '<a:off x="457200" y="274638"/><a:ext cx="8229600" cy="1143000"/>'
    read = read_one(changed((MASTER, place, place.replace("274638", "-1143000"))))
    assert "title" not in {one.kind for one in read.slots}


def test_a_template_lists_its_layouts_and_their_order_is_kept() -> None:
    def swap(parts: Parts) -> None:
        ids = re.findall(rb"<p:sldLayoutId [^>]*/>", parts[MASTER])
        text = parts[MASTER].replace(ids[0], b"@").replace(ids[1], ids[0]).replace(b"@", ids[1])
        parts[MASTER] = text.replace(ids[2], b'<p:sldLayoutId id="7" r:id="rId999"/>')

    read = read_masters(open_template(remade(swap)))[0]
    assert [one.part for one in read.layouts[:3]] == [layout(2), layout(1), layout(4)]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Your Footer Here", ""),
        ("Title | DD.MM.YYYY", ""),
        ("Short title. Author.", ""),
        ("The author of life", "The author of life"),
        ("Date", ""),
        ("2019-07-18", ""),
        ("A speaker – May 2022", ""),
        ("Foot Street Church", "Foot Street Church"),
    ],
)
def test_what_only_says_what_belongs_in_a_footer_is_no_text_of_it(typed: str, shown: str) -> None:
    def named(parts: Parts) -> None:
        mark = parts[layout(2)].index(b'type="ftr"')
        end = parts[layout(2)].index(b"<a:p>", mark)
        tail = parts[layout(2)][end:].split(b"</a:p>", 1)[1]
        parts[layout(2)] = parts[layout(2)][:end] + f"<a:p><a:r><a:t>{typed}</a:t></a:r></a:p>".encode() + tail

    found = read_one(remade(named))
    assert next(one.text for one in found.slots if one.kind == "ftr") == shown


@pytest.mark.parametrize(("alpha", "drawn"), [("", ["Sheet"]), ('<a:alpha val="60000"/>', ["Band", "Sheet"])])
def test_what_lies_under_a_sheet_over_all_of_a_layout_is_not_seen(alpha: str, drawn: list[str]) -> None:
    def shape(name: str, height: int, ink: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="9144000" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"/>'
            f'<a:solidFill><a:schemeClr val="{ink}">{alpha}</a:schemeClr></a:solidFill></p:spPr></p:sp>'
        )

    data = changed(
        (MASTER, "</p:grpSpPr>", f"</p:grpSpPr>{shape('Band', 900_000, 'tx1')}"),
        (layout(2), "</p:grpSpPr>", f"</p:grpSpPr>{shape('Sheet', 6_858_000, 'bg1')}"),
    )
    found = [one.name for one in read_one(data).look.drawn if isinstance(one, Shape)]
    assert found == drawn


def test_a_ground_of_a_place_that_nobody_sees_is_none() -> None:
    for alpha, is_seen in (("0", False), ("40000", True)):
        fill = f'<a:solidFill><a:srgbClr val="003F69"><a:alpha val="{alpha}"/></a:srgbClr></a:solidFill>'
        title = next(one for one in read_one(changed((layout(2), "<p:spPr/>", f"<p:spPr>{fill}</p:spPr>"))).slots)
        assert (title.fill is not None) is is_seen


def dressed(template: package.Parts) -> package.Parts:
    return with_fonts_of_houses(template, [(one, likely_for_texts(one)) for one in read_masters(template)])


def test_a_theme_has_the_fonts_that_its_master_is_set_in() -> None:
    as_it_is = open_template(default())
    assert dressed(as_it_is).parts == as_it_is.parts
    written = '"Lucida Console" panose="020B0609040504020204" pitchFamily="49"'
    mended = dressed(open_template(changed((MASTER, '"+mn-lt"', written))))
    [read] = read_masters(mended)
    assert (read.fonts.titles, read.fonts.text) == (read_masters(as_it_is)[0].fonts.titles, "Lucida Console")
    assert 'pitchFamily="49"' in mended.parts["ppt/theme/theme1.xml"].decode()  # what it is like, where it is missing
    assert {one.styles[0].font for one in read.master.slots if one.kind == "body"} == {"text"}


def test_titles_that_are_set_in_the_theme_s_font_of_texts_keep_it_when_that_becomes_another() -> None:
    body = (MASTER, '"+mn-lt"', '"Lucida Console"')
    mended = dressed(open_template(changed(body, (MASTER, '"+mj-lt"', '"+mn-lt"'))))
    [read] = read_masters(mended)
    [title] = (one for one in read.master.slots if one.kind == "title")
    assert (title.styles[0].font, read.fonts.titles, read.fonts.text) == ("titles", "Calibri", "Lucida Console")


def test_a_theme_has_the_fonts_of_the_layout_for_texts_and_what_referred_to_another_says_which() -> None:
    def set_in(kind: str, family: str) -> tuple[str, str, str]:
        letters = f'<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="{family}"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
        bare = f"<p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
        return layout(2), bare, bare.replace("<a:lstStyle/>", letters)

    parts = dressed(open_template(changed(set_in('idx="1"', "Verdana"), set_in('type="title"', "+mn-lt"))))
    [read] = read_masters(parts)
    fonts = {(one.kind, read.fonts.family(one.styles[0].font)) for one in read.layouts[1].slots}
    assert read.fonts.text == "Verdana"
    assert fonts == {("title", "Calibri"), ("obj", "Verdana"), *((kind, "Calibri") for kind in ("dt", "ftr", "sldNum"))}


@pytest.mark.parametrize(("numbers", "family"), [((), "Calibri"), (range(3, 12), "Calibri"), (range(1, 12), "Verdana")])
def test_a_master_without_places_for_texts_is_set_as_all_of_its_layouts_are(
    numbers: Sequence[int], family: str
) -> None:
    box = b'<p:spPr><a:xfrm><a:off x="9" y="9"/><a:ext cx="90000" cy="90000"/></a:xfrm></p:spPr>'
    letters = b'<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="Verdana"/></a:defRPr></a:lvl1pPr></a:lstStyle>'

    def change(parts: Parts) -> None:
        parts[MASTER] = re.sub(rb'<p:ph type="(title|body)"', b'<p:ph type="pic"', parts[MASTER])
        for number in range(1, 12):
            parts[layout(number)] = parts[layout(number)].replace(b"<p:spPr/>", box)
        for number in numbers:
            parts[layout(number)] = re.sub(rb"<a:lstStyle(/>|>.*?</a:lstStyle>)", letters, parts[layout(number)])

    [read] = read_masters(dressed(open_template(remade(change))))
    assert (read.fonts.titles, read.fonts.text) == (family, family)
