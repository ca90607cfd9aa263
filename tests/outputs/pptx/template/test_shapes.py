"""What masters and layouts draw: fills and lines as they look, groups unfolded, and the rest counted."""

import io

import pytest
from lxml import etree
from PIL import Image as Pictures

from talkbuilder.layout.items import Close, CurveTo, Image, Ink, LineTo, Move, Segment, Shape, Stroke
from talkbuilder.outputs.pptx.template.colours import Palette
from talkbuilder.outputs.pptx.template.package import Element
from talkbuilder.outputs.pptx.template.shapes import (
    Drawer,
    Drawn,
    Way,
    outline,
    picture_of,
    recoloured,
)
from talkbuilder.outputs.pptx.xml import NAMES
from talkbuilder.units import EMU_PER_POINT, Box
from tests.cases import picture
from tests.corpora.tables import from_table
from tests.templates import OFFICE

_BOX = Box(7, 9, 200, 100)
_RECTANGLE = (Move(0, 0), LineTo(200, 0), LineTo(200, 100), LineTo(0, 100), Close())


def properties(text: str) -> Element:
    return etree.fromstring(f"<p:spPr {NAMES}>{text}</p:spPr>")


def preset(name: str, adjusted: str = "") -> tuple[Segment, ...]:
    return outline(properties(f'<a:prstGeom prst="{name}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>'), _BOX)


def custom(paths: str) -> tuple[Segment, ...]:
    return outline(properties(f"<a:custGeom><a:pathLst>{paths}</a:pathLst></a:custGeom>"), _BOX)


def step(tag: str, *points: tuple[object, object]) -> str:
    told = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    return f"<a:{tag}>{told}</a:{tag}>"


def test_a_shape_is_a_rectangle_unless_it_says_otherwise() -> None:
    assert outline(properties(""), _BOX) == outline(properties("<a:prstGeom/>"), _BOX) == _RECTANGLE
    assert preset("rect") == _RECTANGLE
    assert preset("cloud") == _RECTANGLE


def test_points_are_on_the_scale_of_the_box() -> None:
    steps = step("moveTo", (0, 0)) + step("lnTo", (10, -5)) + step("cubicBezTo", (1, 2), (3, 4), (5, 6)) + step("close")
    path = (Move(0, 0), LineTo(100, -10), CurveTo(10, 4, 30, 8, 50, 12), Close())
    assert custom(f'<a:path w="20" h="50">{steps}</a:path>') == path
    assert custom(f'<a:path w="20" h="50">{steps}</a:path>' * 2) == path * 2
    for size in ("", ' w="0" h="0"'):
        assert custom(f"<a:path{size}>{step('moveTo', (3, 4))}</a:path>") == (Move(3, 4),)


@pytest.mark.parametrize(
    "odd",
    [step("arcTo"), step("lnTo", ("hc", 5)), step("lnTo")],
)
def test_an_outline_that_is_not_understood_is_the_box(odd: str) -> None:
    assert custom(f'<a:path w="20" h="50">{step("moveTo", (0, 0))}{odd}</a:path>') == _RECTANGLE


_PAGE = Box(0, 0, 900, 700)
_RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="x/image" Target="../media/one.png"/>'
    '<Relationship Id="rId2" Type="x/image" Target="../media/none.png"/>'
    '<Relationship Id="rId3" Type="x/image" Target="../media/two.png"/>'
    '<Relationship Id="rId4" Type="x/image" Target="../media/one.png" TargetMode="External"/></Relationships>'
)
_PARTS = {
    "ppt/layouts/one.xml": b"",
    "ppt/layouts/_rels/one.xml.rels": _RELATION.encode(),
    "ppt/media/one.png": picture(64, 32),
    "ppt/media/two.png": b"no picture",
}
_THEME = """<a:themeElements><a:fmtScheme><a:fillStyleLst>{solid}<a:gradFill><a:gsLst><a:gs pos="0">
<a:schemeClr val="phClr"><a:shade val="0"/></a:schemeClr></a:gs></a:gsLst></a:gradFill></a:fillStyleLst>
<a:lnStyleLst><a:ln w="25400">{solid}</a:ln><a:ln>{solid}</a:ln></a:lnStyleLst>
<a:bgFillStyleLst>{solid}<a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:bgFillStyleLst>
</a:fmtScheme></a:themeElements>""".format(solid='<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')


def tree(text: str, tag: str) -> Element:
    return etree.fromstring(f"<{tag} {NAMES}>{text}</{tag}>")


def drawer() -> Drawer:
    return Drawer("ppt/layouts/one.xml", _PARTS, Palette(OFFICE, {}), tree(_THEME, "a:theme"), _PAGE)


def drawing(text: str) -> tuple[Drawn, ...]:
    return drawer().read(tree(f"<p:cSld><p:spTree>{text}</p:spTree></p:cSld>", "p:sldLayout")).drawn


def place(x: int = 10, y: int = 20, width: int = 30, height: int = 40, attributes: str = "") -> str:
    return f'<a:xfrm{attributes}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def colour(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'


def solid(name: str = "accent1") -> str:
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def shape(
    inside: str = solid(), after: str = "", tag: str = "sp", label: str = 'name="One"', where: str = place()
) -> str:
    return (
        f'<p:{tag}><p:nvSpPr><p:cNvPr id="2" {label}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{where}{inside}</p:spPr>{after}</p:{tag}>"
    )


def one(text: str) -> Shape:
    (item,) = drawing(text)
    assert isinstance(item, Shape)
    return item


def style(fill: int = 0, line: int = 0) -> str:
    references = (
        f'<a:lnRef idx="{line}">{colour("accent2")}</a:lnRef><a:fillRef idx="{fill}">{colour("accent3")}</a:fillRef>'
    )
    return f"<p:style>{references}</p:style>"


# Shapes


def test_a_shape_is_read_with_its_name_place_and_fill() -> None:
    made = one(shape())
    assert (made.name, made.box, made.fill, made.stroke) == ("One", (10, 20, 30, 40), Ink("accent1"), None)
    assert one(shape(label="")).name == one(shape(label='name=""')).name == "Drawing"


@from_table
def test_what_cannot_be_seen_is_not_drawn(nothing: str) -> None:
    items = drawing(nothing)
    assert items == () or 'fillRef idx="9"' in nothing


def test_what_is_turned_or_mirrored_is_where_it_is_seen() -> None:
    assert one(shape(where=place(attributes=' rot="16200000"'))).box == (5, 25, 40, 30)
    triangle = f'<a:path w="30" h="40">{step("moveTo", (0, 0))}{step("lnTo", (30, 40))}{step("lnTo", (0, 40))}</a:path>'
    drawn = f"<a:custGeom><a:pathLst>{triangle}</a:pathLst></a:custGeom>{solid()}"
    mirrored = one(shape(drawn, where=place(attributes=' flipH="1"')))
    assert (mirrored.box, mirrored.path) == ((10, 20, 30, 40), (Move(30, 0), LineTo(0, 40), LineTo(30, 40)))
    scale = '<a:chOff x="10" y="20"/><a:chExt cx="30" cy="40"/></a:xfrm>'
    inner = place(attributes=' rot="5400000"').replace("</a:xfrm>", scale)
    group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{inner}</p:grpSpPr>{shape(where=place(10, 20, 30, 10))}</p:grpSp>"
    assert one(group).box == (35, 25, 10, 30)  # what was on top of the group is at its right


def test_a_fill_may_be_that_of_a_style() -> None:
    assert one(shape("", style(fill=1))).fill == Ink("accent3")
    assert one(shape("", style(fill=9))).fill == Ink("accent3")  # which the theme lacks
    assert one(shape(after=style(fill=1))).fill == Ink("accent1")


def test_a_fill_may_be_that_of_the_group_around_it() -> None:
    within = shape("<a:grpFill/>")
    for filled, ink in ((solid("accent2"), Ink("accent2")), ("<a:grpFill/>", Ink("accent4"))):
        inner = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{filled}</p:grpSpPr>{within}</p:grpSp>"
        outer = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{solid('accent4')}</p:grpSpPr>{inner}</p:grpSp>"
        assert one(outer).fill == ink
    assert drawing(within) == ()


def test_a_gradient_is_a_picture_of_it() -> None:
    stops = "".join(f'<a:gs pos="{at}">{colour(name)}</a:gs>' for at, name in ((0, "accent1"), (100_000, "accent2")))
    way = '<a:lin ang="5400000"/>'
    (item,) = drawing(shape(f"<a:gradFill><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>"))
    assert isinstance(item, Image)
    assert item.name == "Gradient"
    drawing_box = one(shape()).box
    assert item.box == drawing_box


def line(inside: str = solid(), width: str = ' w="12700"') -> str:
    return f"<a:ln{width}>{inside}</a:ln>"


def test_a_line_is_read_with_its_ink_and_width() -> None:
    assert one(shape(line())).stroke == Stroke(Ink("accent1"), 1.0)
    assert one(shape(line(width=""))).stroke == Stroke(Ink("accent1"), 0.75)
    assert one(shape(line(width=' w="0"'))).stroke == Stroke(Ink("accent1"), 0.75)
    assert one(shape("", style(line=1))).stroke == Stroke(Ink("accent2"), 25_400 / EMU_PER_POINT)
    assert one(shape(line("", ' w="6350"'), style(line=1))).stroke == Stroke(Ink("accent2"), 0.5)
    assert one(shape(line(width=""), style(line=1))).stroke == Stroke(Ink("accent1"), 2.0)
    for nothing in (shape(line("<a:noFill/>"), style(line=1)), shape(line("")), shape("", style(line=0))):
        assert drawing(nothing) == ()


def test_where_letters_stand_and_what_is_not_read_is_known() -> None:
    letters = "<p:txBody><a:p><a:r><a:t>St. Mary</a:t></a:r></a:p></p:txBody>"
    made = drawer().read(
        tree(f"<p:cSld><p:spTree>{shape(after=letters)}{pic('rId9')}</p:spTree></p:cSld>", "p:sldLayout")
    )
    assert made.unread == (Box(10, 20, 30, 40),) * 2


# Groups


def group(inside: str, where: str, label: str = 'name="G"') -> str:
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" {label}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{where}</p:grpSpPr>{inside}</p:grpSp>"
    )


def within(off: tuple[int, int], ext: tuple[int, int], inner_off: tuple[int, int], inner_ext: tuple[int, int]) -> str:
    places = (f'<a:{tag} x="{x}" y="{y}"/>' for tag, (x, y) in (("off", off), ("chOff", inner_off)))
    extents = (f'<a:{tag} cx="{x}" cy="{y}"/>' for tag, (x, y) in (("ext", ext), ("chExt", inner_ext)))
    return f"<a:xfrm>{''.join((*places, *extents))}</a:xfrm>"


def test_groups_place_and_scale_what_lies_in_them_and_so_do_groups_in_groups() -> None:
    outer = within((1000, 2000), (400, 600), (10, 20), (200, 200))
    inner = within((60, 70), (100, 50), (0, 0), (50, 100))
    assert one(group(shape(where=place(60, 70, 100, 100)), outer)).box == (1100, 2150, 200, 300)
    # Twice as wide and half as high within what is twice as wide and three times as high.
    assert one(group(group(shape(), inner), outer)).box == (1140, 2180, 120, 60)


# Pictures


def pic(embed: str = "rId1", cut: str = "", label: str = 'name="Church"', where: str = place()) -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="3" {label}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{embed}"/>{cut}</p:blipFill><p:spPr>{where}</p:spPr></p:pic>'
    )


def test_a_picture_is_read_with_its_place_and_what_is_cut_off() -> None:
    (item,) = drawing(pic(cut='<a:srcRect l="10000" t="20000" r="30000" b="-40000"/>'))
    assert isinstance(item, Image)
    assert (item.name, item.box, item.crop) == ("Church", (10, 20, 30, 40), (0.1, 0.2, 0.3, -0.4))
    assert (item.width_px, item.height_px, item.extension) == (64, 32, "png")
    filled = f'<p:sp><p:spPr>{place()}<a:blipFill><a:blip r:embed="rId1"/></a:blipFill></p:spPr></p:sp>'
    for text in (pic(), filled):
        (plain,) = drawing(text)
        assert isinstance(plain, Image)
        assert plain.crop == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("fill", "box", "crop"),
    [
        ('t="65000"', (0, 65, 100, 35), (0, 0, 0, 0)),  # along the foot
        ('l="10000" r="20000"', (10, 0, 70, 100), (0, 0, 0, 0)),
        ('l="-50000" r="-50000"', (0, 0, 100, 100), (0.25, 0, 0.25, 0)),  # twice as wide as what is seen of it
        ('t="50000" b="50000"', (0, 0, 100, 100), (0, 0, 0, 0)),  # which leaves nothing
    ],
)
def test_a_picture_fills_what_it_is_stretched_over(fill: str, box: tuple[int, ...], crop: tuple[float, ...]) -> None:
    stretch = f"<a:stretch><a:fillRect {fill}/></a:stretch>"
    (item,) = drawing(pic(cut=stretch, where=place(0, 0, 100, 100)))
    assert isinstance(item, Image)
    assert (item.box, item.crop) == (box, crop)


def test_a_picture_that_is_not_there_or_none_is_not_drawn() -> None:
    for embed in ("rId2", "rId4", "rId9", ""):
        assert drawing(pic(embed)) == ()
    assert drawing(pic("rId3")) == ()
    assert drawing(pic().replace('<a:blip r:embed="rId1"/>', "")) == ()
    assert drawing(pic(label='name="Church" hidden="1"')) == ()
    assert drawing(pic(where="")) == ()


_RED_TO_BLUE = ((0.0, "FF0000", 100), (1.0, "0000FF", 100))
_SIZE = (1000, 500)


def at(way: Way, x: float, y: float, **more: object) -> tuple[int, int, int, int]:
    data = picture_of(_RED_TO_BLUE, way, _SIZE, **more)
    with Pictures.open(io.BytesIO(data)) as opened:
        pixel = opened.convert("RGBA").getpixel((round(x * (opened.width - 1)), round(y * (opened.height - 1))))
    assert isinstance(pixel, tuple)
    return pixel  # type: ignore[return-value]  # of four


def is_red(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 200 > 50 > pixel[2]


def is_blue(pixel: tuple[int, ...]) -> bool:
    return pixel[2] > 200 > 50 > pixel[0]


def test_along_an_angle_it_goes_from_side_to_side() -> None:
    assert is_red(at(0, 0.02, 0.5))
    assert is_blue(at(0, 0.98, 0.5))
    assert is_red(at(90, 0.5, 0.02))
    assert is_blue(at(90, 0.5, 0.98))
    assert is_blue(at(180, 0.02, 0.5))


def test_around_a_point_it_goes_outwards() -> None:
    for is_round in (True, False):
        assert is_red(at((0.5, 0.5, is_round), 0.5, 0.5))
        assert is_blue(at((0.5, 0.5, is_round), 0.01, 0.01))


def test_outside_of_its_shape_nothing_is_seen() -> None:
    corner = (Move(0, 0), LineTo(1000, 0), LineTo(1000, 500), LineTo(500, 200), LineTo(0, 100), Close())
    assert at(0, 0.9, 0.1, path=corner)[3] == 255
    assert at(0, 0.1, 0.9, path=corner)[3] == 0


def test_what_shines_through_shines_through() -> None:
    data = picture_of(((0.0, "FFFFFF", 0), (1.0, "FFFFFF", 100)), 0, _SIZE)
    with Pictures.open(io.BytesIO(data)) as opened:
        left, right = (opened.convert("RGBA").getpixel((x, 100)) for x in (2, 253))
    assert left[3] < 20  # type: ignore[index]
    assert right[3] > 235  # type: ignore[index]


def test_a_picture_in_two_tones_goes_from_the_dark_one_to_the_light_one() -> None:
    grey = Pictures.new("L", (3, 1))
    grey.putdata([0, 128, 255])
    out = io.BytesIO()
    grey.save(out, "PNG")
    data, _, size = recoloured(out.getvalue(), ("102030", "F0E0D0"), 0.5)
    assert size == (3, 1)
    left, _, right = Pictures.open(io.BytesIO(data)).convert("RGB").get_flattened_data()
    assert (left, right) == ((16, 32, 48), (240, 224, 208))


def test_a_ground_that_lets_through_is_seen_on_white() -> None:
    out = io.BytesIO()
    Pictures.new("RGB", (1, 1), "black").save(out, "PNG")
    seen = [recoloured(out.getvalue(), None, 0.6, is_ground)[0] for is_ground in (True, False)]
    assert [Pictures.open(io.BytesIO(one)).getpixel((0, 0)) for one in seen] == [(102, 102, 102), (0, 0, 0, 153)]


@pytest.mark.parametrize(("alpha", "extension", "level"), [(102, "jpg", 153), (255, "png", 0)])
def test_a_picture_of_the_ground_is_on_white_where_it_lets_through_by_itself(
    alpha: int, extension: str, level: int
) -> None:
    out = io.BytesIO()
    Pictures.new("RGBA", (1, 1), (0, 0, 0, alpha)).save(out, "PNG")
    ground = '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></p:bgPr></p:bg>'
    parts = _PARTS | {"ppt/media/one.png": out.getvalue()}
    by_hand = Drawer("ppt/layouts/one.xml", parts, Palette(OFFICE, {}), tree(_THEME, "a:theme"), _PAGE)
    (seen,) = by_hand.read(tree(f"<p:cSld>{ground}<p:spTree/></p:cSld>", "p:sldLayout")).cover
    assert isinstance(seen, Image)
    assert seen.extension == extension
    assert Pictures.open(io.BytesIO(seen.data)).convert("RGB").getpixel((0, 0)) == (level, level, level)


def test_a_slide_number_in_a_text_box_is_known() -> None:
    def has_number(field: str) -> bool:
        letters = f'<p:txBody><a:p><a:fld type="{field}"><a:t>7</a:t></a:fld></a:p></p:txBody>'
        whole = f"<p:cSld><p:spTree>{shape(after=letters)}</p:spTree></p:cSld>"
        return drawer().read(tree(whole, "p:sldMaster")).has_number

    assert has_number("slidenum")
    assert not has_number("datetime")
