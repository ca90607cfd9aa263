"""Foreign templates: read into a theme, whatever is odd about them, and written into decks as they were."""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from pptx import Presentation

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.kinds import KINDS
from talkbuilder.layout.items import Close, CurveTo, Image, Ink, LineTo, Move, Shape
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Layout, Placeholder, Theme
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.template import package as template_package
from talkbuilder.outputs.pptx.template.colours import contrast
from talkbuilder.outputs.pptx.template.matching import WANTED
from talkbuilder.themes.layouts import LAYOUTS
from talkbuilder.themes.steppe import STEPPE
from tests import package_rules, validation
from tests.cases import picture
from tests.listing import written
from tests.sample import SLIDES, built, codes, project, slide, talk
from tests.templates import (
    MASTER,
    PRESENTATION,
    THEME,
    TYPES,
    Parts,
    changed,
    deck_on,
    default,
    layout,
    parts_of,
    read,
    remade,
    theme_of,
    zipped,
)

# What a template has no layouts for: slides that are drawn stand on ours.
_DRAWN_UPON = LAYOUTS.keys() - WANTED.keys()
_WHOLE = talk("\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES))
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def theme() -> Theme:
    return theme_of(default())


@pytest.fixture(scope="module")
def deck(theme: Theme) -> Deck:
    made, report = deck_on(theme, project(_WHOLE))
    assert codes(report) == []
    return made


@pytest.fixture(scope="module")
def opened(deck: Deck) -> Parts:
    return parts_of(written(deck))


def told(data: bytes) -> list[tuple[str, str]]:
    """What is reported of a template, code and message."""
    return [(one.code, one.message) for one in read(data)[1]]


def refused(data: bytes) -> Diagnostic:
    """The fault of a template that cannot be used."""
    theme, found = read(data)
    assert theme is None
    (fault,) = found
    assert fault.code == "T001"
    assert fault.file == "church.potx"
    return fault


def own(theme: Theme) -> set[str]:
    """The layouts that are ours."""
    return {name for name, one in theme.layouts.items() if not one.part}


def colour(one: Layout, ink: Ink) -> str:
    assert ink.luminance_percent == ink.opacity_percent == 100
    return one.palette[ink.name]


# What serves for what


def test_every_kind_finds_its_layout_and_its_placeholders(theme: Theme) -> None:
    for kind in (one for one in KINDS.values() if one.choose is None):
        found = theme.layouts[kind.layout].placeholders
        assert {frame.placeholder for frame in kind.frames} <= set(found), kind.name
    assert {"Picture", "Source"} <= set(theme.layouts["Photo"].placeholders)


def test_powerpoints_own_names_are_known(theme: Theme) -> None:
    found = {name: one.part for name, one in theme.layouts.items() if one.part}
    assert found == {
        "Cover": layout(1),
        "Section": layout(3),
        "Bullets": layout(2),
        "Few points": layout(2),
        "Statement": layout(3),
        "Sources": layout(2),
        "Closing": layout(2),
    }


def test_what_is_missing_is_named_once() -> None:
    ((code, message),) = told(default())
    assert code == "T002"
    assert message.startswith("no layout fits for 'Quote', 'Number', 'Ask', 'Photo':")


def test_our_own_names_come_first_in_whatever_case() -> None:
    data = changed(
        (layout(10), 'name="Title and Vertical Text"', 'name=" sTaTement"'), (layout(10), 'vert="eaVert"', "")
    )
    assert theme_of(data).layouts["Statement"].part == layout(10)


def test_a_layout_of_another_language_is_known_by_its_kind() -> None:
    data = changed(
        (layout(1), 'name="Title Slide"', 'name="Titelfolie"'), (layout(2), 'name="Title and', 'name="Titel')
    )
    found = theme_of(data).layouts
    assert (found["Cover"].part, found["Bullets"].part) == (layout(1), layout(2))


def test_a_layout_of_no_known_name_or_kind_is_known_by_its_placeholders() -> None:
    data = changed((layout(2), 'name="Title and Content"', 'name="Leaves"'), (layout(2), ' type="obj"', ""))
    assert theme_of(data).layouts["Bullets"].part == layout(2)


def test_a_layout_without_a_name_does_no_harm() -> None:
    data = changed((layout(2), ' name="Title and Content"', ""))
    assert theme_of(data).layouts["Bullets"].part == layout(2)


def _stacked(top: int, height: int) -> bytes:
    """'Two Content' as a layout for quotes, with its second text somewhere else."""
    place = '<p:spPr><a:xfrm><a:off x="457200" y="{}"/><a:ext cx="8229600" cy="{}"/></a:xfrm></p:spPr>'

    def change(parts: Parts) -> None:
        text = parts[layout(4)].decode().replace('name="Two Content"', 'name="QUOTE"')
        places = iter((place.format(1_600_200, 2_800_000), place.format(top, height)))
        text = re.sub(r"<p:spPr><a:xfrm>.*?</p:spPr>", lambda _: next(places), text)
        parts[layout(4)] = text.encode()

    return remade(change)


def test_texts_under_each_other_serve_for_a_quote() -> None:
    quote = theme_of(_stacked(4_500_000, 900_000)).layouts["Quote"]
    assert quote.part == layout(4)
    assert quote.placeholders["Credit"].box.y >= quote.placeholders["Quote"].box.bottom


def test_texts_beside_each_other_serve_for_no_quote() -> None:
    assert "Quote" in own(theme_of(changed((layout(4), 'name="Two Content"', 'name="Quote"'))))


def test_a_place_without_room_serves_for_nothing() -> None:
    assert "Quote" in own(theme_of(_stacked(4_500_000, 200_000)))


def test_text_that_runs_downwards_serves_for_nothing() -> None:
    data = changed((layout(2), "<a:bodyPr/>", '<a:bodyPr vert="vert"/>'))
    assert theme_of(data).layouts["Bullets"].part != layout(2)


def test_a_layout_without_a_footer_is_no_place_for_what_has_sources() -> None:
    data = changed((layout(2), 'type="ftr"', 'type="dt"'))
    found = theme_of(data).layouts
    assert found["Sources"].part == layout(2)
    assert found["Bullets"].part != layout(2)


def test_what_two_placeholders_say_can_stand_in_one(deck: Deck) -> None:
    cover = deck.pages[0]
    (text,) = (item for item in cover.items if item.name == "subtitle")
    assert [one.text for one in text.paragraphs] == ["On something", "A speaker"]  # type: ignore[union-attr]  # a text
    assert len(cover.items) == 3


# Sizes, inks and places


def test_sizes_fall_from_the_templates_own(theme: Theme) -> None:
    bullets = theme.layouts["Bullets"].placeholders
    assert bullets["Text"].sizes_pt == (32, 28, 24)
    assert bullets["Title"].sizes_pt == (32, 28)  # in which two lines have room
    assert theme.layouts["Section"].placeholders["Kicker"].sizes_pt == (20, 18)


def test_small_text_is_made_large_enough() -> None:
    data = changed((layout(3), 'sz="2000"', 'sz="1100"'))
    kicker = theme_of(data).layouts["Section"].placeholders["Kicker"]
    assert kicker.sizes_pt == (18,)
    assert kicker.inherited[0].size_pt == 11


def test_styles_come_from_layout_and_master(theme: Theme) -> None:
    section, bullets = theme.layouts["Section"].placeholders, theme.layouts["Bullets"].placeholders
    title = section["Title"].styles[0]
    assert (title.size_pt, title.bold, title.capitals, title.font, title.align) == (40, True, True, "titles", "left")
    first, second = bullets["Text"].styles[:2]
    assert (first.size_pt, first.bullet, first.left, first.hang) == (32, "•", 342_900, 342_900)
    assert (second.size_pt, second.bullet, second.left, second.hang) == (28, "–", 742_950, 285_750)
    assert first.before_pt == pytest.approx(6.4)
    assert bullets["Title"].anchor == "middle"
    assert bullets["Title"].insets == (91_440, 45_720, 91_440, 45_720)


def test_bullets_of_symbol_fonts_are_shown_as_what_they_look_like() -> None:
    plain = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    data = changed((MASTER, plain, '<a:buFont typeface="Wingdings"/><a:buChar char="§"/>'))
    assert theme_of(data).layouts["Bullets"].placeholders["Text"].styles[0].bullet == "▪"


def test_colours_of_the_theme_keep_their_names_and_others_get_one() -> None:
    plain = '<a:defRPr sz="3200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/>'
    data = changed((MASTER, plain, plain.replace('<a:schemeClr val="tx1"/>', '<a:srgbClr val="a00000"/>')))
    found = theme_of(data).layouts["Bullets"]
    ink = found.placeholders["Text"].styles[0].ink
    assert ink.name.startswith("own ")
    assert found.palette[ink.name] == "A00000"
    assert found.placeholders["Title"].styles[0].ink == Ink("text")


@pytest.mark.parametrize(
    ("change", "rgb"),
    [
        ('<a:tint val="50000"/>', "BCBCBC"),
        ('<a:lumMod val="50000"/><a:lumOff val="50000"/>', "808080"),
        ('<a:lumOff val="25000"/>', "404040"),
    ],
)
def test_shades_are_counted_out(change: str, rgb: str) -> None:
    plain = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    fill = f'<a:solidFill><a:schemeClr val="tx1">{change}</a:schemeClr></a:solidFill>'
    data = changed((MASTER, plain, f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    found = theme_of(data).layouts["Bullets"]
    assert found.palette[found.background.name] == rgb


def test_a_layout_may_turn_the_colours_round() -> None:
    accents = " ".join(f'accent{number}="accent{number}"' for number in range(1, 7))
    grounds = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    mapped = f'<a:overrideClrMapping {grounds} {accents} hlink="hlink" folHlink="folHlink"/>'
    turned = f"<p:clrMapOvr>{mapped}</p:clrMapOvr>"
    data = changed((layout(2), "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", turned))
    theme = theme_of(data)
    found = theme.layouts["Bullets"]
    assert (found.palette["text"], found.palette["ground"]) == ("FFFFFF", "000000")
    made, _ = deck_on(theme, project(_WHOLE))
    assert b'overrideClrMapping bg1="dk1" tx1="lt1"' in parts_of(written(made))["ppt/slides/slide3.xml"]


def test_bullets_that_cannot_be_seen_get_the_ink_of_their_text() -> None:
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    data = changed((MASTER, mark, f'<a:buClr><a:srgbClr val="EEEEEE"/></a:buClr>{mark}'))
    theme = theme_of(data)
    assert theme.layouts["Bullets"].placeholders["Text"].styles[0].bullet_ink == Ink("text")
    made, _ = deck_on(theme, project(_WHOLE))
    assert b'<a:buClr><a:schemeClr val="tx1">' in parts_of(written(made))["ppt/slides/slide3.xml"]


def placed(theme: Theme) -> Iterator[tuple[Layout, Placeholder]]:
    for one in theme.layouts.values():
        for place in one.placeholders.values():
            if place.role != "picture":
                yield one, place


def test_what_stands_at_the_foot_can_be_read(theme: Theme) -> None:
    for one, place in placed(theme):
        for style in place.styles:
            least = 3 if place.sizes_pt[-1] >= 24 else 4.5
            assert contrast(colour(one, style.ink), colour(one, one.background)) >= least, (one.name, place.name)


def test_sources_have_room_of_their_own(theme: Theme) -> None:
    for name in ("Bullets", "Statement"):
        places = theme.layouts[name].placeholders
        source, number = places["Source"], places["Slide Number"]
        assert source.is_moved
        assert source.sizes_pt[-1] >= 14
        assert source.box.right <= number.box.x
        assert source.box.bottom <= theme.height
        assert source.inner.height >= 3 * 14 * 1.22 * 12_700
        assert all(place.box.bottom <= source.box.y for place in places.values() if place not in (source, number))


# A ground of one colour, a band at the foot, a panel, a picture: what is drawn


def drawn(shapes: str, part: str = MASTER) -> bytes:
    return changed((part, "</p:grpSpPr>", f"</p:grpSpPr>{shapes}"))


def shape(
    fill: str = '<a:solidFill><a:srgbClr val="203040"/></a:solidFill>',
    geometry: str = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    box: tuple[int, int, int, int] = (0, 6_000_000, 9_144_000, 858_000),
    more: str = "",
) -> str:
    x, y, width, height = box
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>{geometry}{fill}</p:spPr>'
        f"{more}</p:sp>"
    )


def first(data: bytes) -> Shape | Image:
    return theme_of(data).layouts["Bullets"].drawn[0]


def test_what_the_master_draws_lies_beneath_and_what_the_layout_draws_over_it() -> None:
    beneath = theme_of(drawn(shape())).layouts["Bullets"]
    assert [one.name for one in beneath.beneath] == ["Band"]
    assert beneath.items == ()
    over = theme_of(drawn(shape(), layout(2))).layouts["Bullets"]
    assert ([one.name for one in over.items], over.beneath) == (["Band"], ())


def test_a_layout_may_hide_what_the_master_draws() -> None:
    parts = parts_of(drawn(shape()))
    parts[layout(2)] = parts[layout(2)].replace(b' type="obj"', b' type="obj" showMasterSp="0"')
    assert theme_of(zipped(parts)).layouts["Bullets"].beneath == ()


def test_sources_keep_clear_of_a_band_at_the_foot() -> None:
    data = drawn(shape(box=(0, 6_700_000, 9_144_000, 158_000)))
    source = theme_of(data).layouts["Bullets"].placeholders["Source"]
    assert source.box.bottom <= 6_700_000


def test_ink_is_changed_where_the_templates_cannot_be_read() -> None:
    data = drawn(shape(box=(0, 0, 9_144_000, 1_500_000)))
    title = theme_of(data).layouts["Bullets"].placeholders["Title"]
    assert title.styles[0].ink == Ink("ground")
    assert title.inherited[0].ink == Ink("text")
    made, _ = deck_on(theme_of(data), project(_WHOLE))
    assert b'<a:solidFill><a:schemeClr val="bg1">' in parts_of(written(made))["ppt/slides/slide3.xml"]


def test_a_place_where_no_ink_can_be_read_serves_for_nothing() -> None:
    halves = shape(fill='<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', box=(0, 0, 4_572_000, 6_858_000))
    assert own(theme_of(drawn(halves))) == set(theme_of(default()).layouts)


@pytest.mark.parametrize(("y", "part"), [(3_000_000, None), (1_650_000, layout(2))])
def test_text_through_which_a_line_runs_is_no_place_for_ours(y: int, part: str | None) -> None:
    line = shape(box=(457_200, y, 8_229_600, 12_700))
    assert theme_of(drawn(line)).layouts["Bullets"].part == (part or "")


def test_paths_of_points_are_read() -> None:
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        '<a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="10" y="0"/></a:lnTo>'
        '<a:cubicBezTo><a:pt x="10" y="5"/><a:pt x="5" y="10"/><a:pt x="0" y="10"/></a:cubicBezTo>'
        "<a:close/></a:path></a:pathLst></a:custGeom>"
    )
    found = first(drawn(shape(geometry=geometry, box=(0, 6_000_000, 1000, 2000))))
    assert isinstance(found, Shape)
    assert found.path == (
        Move(0, 0),
        LineTo(1000, 0),
        CurveTo(1000, 1000, 500, 2000, 0, 2000),
        Close(),
    )


def test_groups_place_what_lies_in_them() -> None:
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="98" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="1000" y="2000"/><a:ext cx="400" cy="600"/><a:chOff x="10" y="20"/><a:chExt cx="200" cy="200"/>'
        f"</a:xfrm></p:grpSpPr>{shape(box=(60, 70, 100, 100))}</p:grpSp>"
    )
    assert first(drawn(group)).box == (1100, 2150, 200, 300)


def test_pictures_are_read() -> None:
    blip = (
        '<p:pic><p:nvPicPr><p:cNvPr id="97" name="Church"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId77"/><a:srcRect l="25000"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900" cy="800"/></a:xfrm></p:spPr></p:pic>'
    )
    rel = (
        '<Relationship Id="rId77" Target="../media/image7.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    parts = parts_of(drawn(blip))
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", rel.encode())
    parts["ppt/media/image7.png"] = picture(64, 32)
    parts[TYPES] = parts[TYPES].replace(b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1)
    theme = theme_of(zipped(parts))
    found = theme.layouts["Bullets"].drawn[0]
    assert isinstance(found, Image)
    assert (found.width_px, found.crop, found.name) == (64, (0.25, 0, 0, 0), "Church")
    made, _ = deck_on(theme, project(_WHOLE))
    assert parts_of(written(made))["ppt/media/image7.png"] == picture(64, 32)


@pytest.mark.parametrize(
    "odd",
    [
        shape(geometry='<a:prstGeom prst="cloud"><a:avLst/></a:prstGeom>'),
        shape(fill='<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="203040"/></a:gs></a:gsLst></a:gradFill>'),
        shape(more="<p:txBody><a:bodyPr/><a:p><a:r><a:t>St. Mary</a:t></a:r></a:p></p:txBody>"),
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="96" name="T"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm></p:graphicFrame>',
    ],
)
def test_what_is_drawn_more_simply_is_told(odd: str) -> None:
    assert ("T003", "1 drawing is simpler, or not there, in files other than .pptx") in told(drawn(odd, layout(2)))


# What LibreOffice saves: nothing of sizes, nothing of bullets, one index for all


def _bare() -> bytes:
    def change(parts: Parts) -> None:
        text = parts[MASTER].decode()
        parts[MASTER] = re.sub(r"<p:txStyles>.*</p:txStyles>", "", text, flags=re.DOTALL).encode()
        text = parts[layout(2)].decode()
        parts[layout(2)] = text.replace('<p:ph idx="1"/>', '<p:ph type="body"/>').encode()

    return remade(change)


def test_what_a_template_leaves_open_a_slide_says_itself() -> None:
    theme = theme_of(_bare())
    text = theme.layouts["Bullets"].placeholders["Text"]
    assert (text.role, text.index, text.sizes_pt[0], text.styles[0].bullet) == ("body", 0, 28, "•")
    assert text.is_moved  # some programs would take it for the title
    made, _ = deck_on(theme, project(_WHOLE))
    body = parts_of(written(made))["ppt/slides/slide3.xml"].decode()
    assert '<a:buChar char="•"/>' in body
    assert 'sz="2800"' in body


def test_shapes_that_share_an_id_are_numbered_anew_and_else_nothing_is_changed() -> None:
    zero = shape().replace('id="99"', 'id="0"')
    data = drawn(zero + shape().replace('id="99"', 'id="2"'))
    kept = theme_of(data).template
    ids = re.findall(r'<p:cNvPr id="(\d+)"', kept[MASTER].decode())
    assert len(set(ids)) == len(ids)
    assert "0" not in ids
    assert kept[layout(2)] == parts_of(data)[layout(2)]


# Ours in the template's colours


@pytest.mark.parametrize("dark", ["000000", "808080", "FF0000", "101030", "FFFFFF"])
@pytest.mark.parametrize(
    ("light", "accents"),
    [("FFFFFF", "4F81BD"), ("FFFFFF", "FFFFFF"), ("777777", "4F81BD"), ("FFFF00", "111111"), ("203040", "111111")],
)
def test_ours_can_be_read_in_whatever_colours(dark: str, light: str, accents: str) -> None:
    def change(parts: Parts) -> None:
        text = re.sub(r"<a:sysClr [^>]*/>", "<a:srgbClr val='0'/>", parts[THEME].decode())
        for tag, rgb in (("dk1", dark), ("lt1", light), ("dk2", light), ("lt2", dark)):
            text = re.sub(rf"<a:{tag}>.*?</a:{tag}>", f'<a:{tag}><a:srgbClr val="{rgb}"/></a:{tag}>', text)
        parts[THEME] = re.sub(r"(<a:accent\d><a:srgbClr val=)\"\w+\"", rf'\1"{accents}"', text).encode()

    theme = theme_of(remade(change))
    for one in theme.own.layouts:
        grounds = {one.palette["ground"]} | {
            colour(one, item.fill) for item in one.items if isinstance(item, Shape) and item.fill == Ink("panel")
        }
        for place, ground in itertools.product(one.placeholders.values(), grounds):
            for style in place.styles:
                least = 3 if place.sizes_pt[-1] >= 24 else 4.5
                assert contrast(colour(one, style.ink), ground) >= least, (one.name, place.name)
                assert contrast(colour(one, style.bullet_ink), ground) >= least, (one.name, place.name)


def test_ours_have_the_templates_fonts_and_colours(theme: Theme) -> None:
    assert (theme.own.fonts.titles, theme.own.colours.accent1) == ("Calibri", "4F81BD")
    assert {one.name for one in theme.own.layouts} == own(theme)


@pytest.mark.parametrize(
    ("width", "height"),
    [(12_192_000, 6_858_000), (9_144_000, 5_143_500), (10_080_625, 5_670_550), (6_858_000, 9_144_000)],
)
def test_ours_fit_slides_of_any_size(width: int, height: int) -> None:
    theme = theme_of(
        changed((PRESENTATION, 'cx="9144000" cy="6858000" type="screen4x3"', f'cx="{width}" cy="{height}"'))
    )
    for one in theme.own.layouts:
        for place in one.placeholders.values():
            assert place.box.bottom <= height, (one.name, place.name)
            assert place.box.right <= width
            assert place.sizes_pt[-1] >= (14 if place.name in ("Source", "Slide Number") else 18)
        source = one.placeholders.get("Source")
        others = [place for place in one.placeholders.values() if place.name not in ("Source", "Slide Number")]
        assert source is None or all(place.box.bottom <= source.box.y for place in others), one.name


# What is no template


def test_a_file_that_is_no_zip_is_refused() -> None:
    assert refused(b"not a zip").message == "this template cannot be used: it is no PowerPoint file"
    assert refused(b"").hint == "give a .pptx or a .potx"


def test_an_old_or_protected_file_is_refused() -> None:
    assert "without a password" in refused(b"\xd0\xcf\x11\xe0" + bytes(600)).hint


def test_a_template_of_libreoffice_is_refused_with_a_hint() -> None:
    data = zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation-template", "content.xml": b"<a/>"})
    assert "LibreOffice" in refused(data).hint


def test_a_zip_without_parts_is_refused() -> None:
    refused(zipped({}))
    refused(zipped({TYPES: b"<Types/>"}))


@pytest.mark.parametrize("end", [100, 5_000, 20_000, -30])
def test_a_file_that_was_cut_off_is_refused(end: int) -> None:
    refused(default()[:end])


@pytest.mark.parametrize(
    "part", [PRESENTATION, MASTER, layout(2), THEME, TYPES, "_rels/.rels", "ppt/_rels/presentation.xml.rels"]
)
def test_a_missing_or_broken_part_is_refused(part: str) -> None:
    def drop(parts: Parts) -> None:
        del parts[part]

    def cut(parts: Parts) -> None:
        parts[part] = parts[part][:-20]

    refused(remade(drop))
    assert part in refused(remade(cut)).message


def test_a_document_type_is_refused() -> None:
    data = changed((MASTER, "<p:sldMaster ", '<!DOCTYPE a [<!ENTITY b "c">]><p:sldMaster '))
    assert "declares a document type" in refused(data).message


def test_other_documents_are_refused() -> None:
    text = "wordprocessingml.document"
    assert "no presentation" in refused(changed((TYPES, "presentationml.presentation", text))).message
    namespace = (
        "http://schemas.openxmlformats.org/presentationml/2006/main",
        "http://purl.oclc.org/ooxml/presentationml/main",
    )
    assert "Strict" in refused(changed((PRESENTATION, *namespace))).message


def test_a_template_without_layouts_or_master_is_refused() -> None:
    def without(part: str, tag: str) -> bytes:
        return remade(
            lambda parts: parts.update({part: re.sub(rf"<p:{tag}>.*</p:{tag}>", "", parts[part].decode()).encode()})
        )

    assert refused(without(MASTER, "sldLayoutIdLst")).message.endswith("it has no layouts")
    assert refused(without(PRESENTATION, "sldMasterIdLst")).message.endswith("it has no slide master")
    assert "how large" in refused(changed((PRESENTATION, 'cx="9144000"', 'cx="0"'))).message


def test_a_file_larger_than_any_template_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_package, "_MOST_BYTES", 50_000)
    assert "larger than any template" in refused(default()).message
    monkeypatch.undo()
    monkeypatch.setattr(template_package, "_MOST_XML_BYTES", 5_000)
    assert "is larger than any template's" in refused(default()).message


def test_a_small_file_that_unfolds_into_a_huge_one_is_refused() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("ppt/media/zeros.bin", "w", force_zip64=True) as stream,
    ):
        for _ in range(201):
            stream.write(bytes(1_000_000))
    assert len(out.getvalue()) < 1_000_000
    assert "larger than any template" in refused(out.getvalue()).message


def test_a_file_with_a_password_is_refused() -> None:
    data = bytearray(default())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refused(bytes(data)).message


def test_a_theme_without_colours_and_fonts_gets_ours() -> None:
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    empty = f'<a:theme xmlns:a="{name}" name=""><a:themeElements/></a:theme>'.encode()
    theme = theme_of(remade(lambda parts: parts.update({THEME: empty})))
    assert (theme.own.colours.accent1, theme.own.fonts.text) == (STEPPE.colours.accent1, "Calibri")


def test_numbers_that_are_none_count_as_not_written() -> None:
    data = changed((MASTER, 'sz="3200"', 'sz="large"'), (MASTER, 'marL="342900"', 'marL="1in"'))
    assert theme_of(data).layouts["Bullets"].placeholders["Text"].styles[0].left == 0


# What is left out


def test_macros_are_left_out_and_told() -> None:
    macro = (
        TYPES,
        "openxmlformats-officedocument.presentationml.presentation.main",
        "ms-powerpoint.template.macroEnabled.main",
    )
    assert ("T003", "its macros are left out") in told(changed(macro))


def _with_second_master(parts: Parts) -> None:
    parts["ppt/slideMasters/slideMaster2.xml"] = re.sub(
        rb"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", b"", parts[MASTER], flags=re.DOTALL
    )
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    theme_only = re.sub(rb"<Relationship [^>]*slideLayout[^>]*/>", b"", parts[rels])
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = theme_only.replace(b"theme1.xml", b"theme2.xml")
    parts["ppt/theme/theme2.xml"] = parts[THEME]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    rel = f'<Relationship Id="rId88" Type="{kind}" Target="slideMasters/slideMaster2.xml"/></Relationships>'
    name = "ppt/_rels/presentation.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", rel.encode())
    listed = b'<p:sldMasterId id="2147483700" r:id="rId88"/></p:sldMasterIdLst>'
    parts[PRESENTATION] = parts[PRESENTATION].replace(b"</p:sldMasterIdLst>", listed)
    kinds = {"slideMasters/slideMaster2": "presentationml.slideMaster", "theme/theme2": "theme"}
    override = "".join(
        f'<Override PartName="/ppt/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.{one}+xml"/>'
        for part, one in kinds.items()
    )
    override += "</Types>"
    parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())


def test_of_two_masters_the_first_serves_and_both_are_kept() -> None:
    data = remade(_with_second_master)
    assert ("T003", "it has 2 slide masters, and only the layouts of the first are used") in told(data)
    made, _ = deck_on(theme_of(data), project(_WHOLE))
    assert len(Presentation(io.BytesIO(written(made))).slide_masters) == 3


def test_slides_and_links_to_them_are_left_out() -> None:
    source = Presentation(io.BytesIO(default()))
    one = source.slides.add_slide(source.slide_layouts[1])
    one.notes_slide.notes_text_frame.text = "Private words"
    out = io.BytesIO()
    source.save(out)
    parts = parts_of(out.getvalue())
    rels = f"ppt/slideLayouts/_rels/{layout(2).rsplit('/', 1)[1]}.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    rel = f'<Relationship Id="rId55" Type="{kind}" Target="../slides/slide1.xml"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", rel.encode())
    link = '<a:hlinkClick r:id="rId55" action="ppaction://hlinksldjump"/>'
    linked = shape().replace('name="Band"/>', f'name="Band">{link}</p:cNvPr>')
    parts[layout(2)] = parts[layout(2)].replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + linked.encode(), 1)
    theme = theme_of(zipped(parts))
    assert b"rId55" not in theme.template[layout(2)]
    made, _ = deck_on(theme, project(_WHOLE))
    data = written(made)
    assert b"Private words" not in data
    assert validation.problems(data) == []
    assert len(Presentation(io.BytesIO(data)).slides) == len(made.pages)


# What is written


def test_the_templates_parts_are_kept_as_they_are(opened: Parts) -> None:
    for name, data in parts_of(default()).items():
        if name.startswith(("ppt/slideMasters/slide", "ppt/slideLayouts/slide", "ppt/theme/")):
            assert opened[name] == data, name


def test_what_belongs_to_the_template_as_a_file_is_left_out(opened: Parts) -> None:
    assert not [name for name in opened if "printer" in name or "thumbnail" in name]


def test_a_deck_on_a_template_is_valid(deck: Deck) -> None:
    data = written(deck)
    assert validation.problems(data) == []
    assert package_rules.broken(data) == []


def test_a_deck_on_a_template_opens_with_all_its_slides(deck: Deck, theme: Theme) -> None:
    found = Presentation(io.BytesIO(written(deck)))
    names = [one.slide_layout.name for one in found.slides]
    assert len(names) == len(deck.pages)
    assert names[:3] == ["Title Slide", "Section Header", "Title and Content"]
    assert {"Quote", "Number", "Ask with code", "Full photo"} <= set(names)
    assert all(one.has_notes_slide for one in found.slides)
    for one in found.slides:
        indexes = {place.placeholder_format.idx for place in one.slide_layout.placeholders}
        assert {place.placeholder_format.idx for place in one.placeholders} <= indexes


def test_the_presentation_keeps_what_is_the_templates_in_the_order_of_the_schema(opened: Parts) -> None:
    root = etree.fromstring(opened[PRESENTATION])
    assert [one.tag.removeprefix(_P) for one in root] == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle", "extLst")
    ]
    assert root.get("saveSubsetFonts") == "1"
    assert root.find(f"{_P}sldSz").get("type") == "screen4x3"


def test_ids_of_masters_and_layouts_are_all_different(opened: Parts) -> None:
    texts = [opened[name].decode() for name in opened if name == PRESENTATION or name.startswith("ppt/slideMasters/s")]
    ids = [id for text in texts for id in re.findall(r"<p:sld(?:Master|Layout)Id [^>]*\bid=\"(\d+)\"", text)]
    assert len(set(ids)) == len(ids) == 11 + 1 + 4 + len(_DRAWN_UPON) + 1


def test_a_potx_becomes_a_presentation() -> None:
    potx = changed((TYPES, "presentationml.presentation.main", "presentationml.template.main"))
    made, _ = deck_on(theme_of(potx), project(_WHOLE))
    assert b"presentationml.template.main" not in parts_of(written(made))[TYPES]


def test_the_same_template_gives_the_same_bytes(deck: Deck) -> None:
    again, _ = deck_on(theme_of(default()), project(_WHOLE))
    assert written(again) == written(deck)


def test_parts_of_names_that_we_use_get_others() -> None:
    def change(parts: Parts) -> None:
        rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        rel = f'<Relationship Id="rId66" Type="{kind}" Target="../media/picture1.png"/></Relationships>'
        parts[rels] = parts[rels].replace(b"</Relationships>", rel.encode())
        parts["ppt/media/picture1.png"] = picture(8, 8)
        types = b'<Default Extension="png" ContentType="image/png"/><Default '
        parts[TYPES] = parts[TYPES].replace(b"<Default ", types, 1)

    made, _ = deck_on(theme_of(remade(change)), project(_WHOLE))
    opened = parts_of(written(made))
    assert opened["ppt/media/picture1.png"] == picture()
    assert opened["ppt/template/ppt-media-picture1.png"] == picture(8, 8)


def test_a_deck_of_ours_serves_as_a_template() -> None:
    made, _ = deck_on(theme_of(default()), project(_WHOLE))
    theme = theme_of(written(made))
    again, _ = deck_on(theme, project(_WHOLE))
    assert validation.problems(written(again)) == []
    assert theme.layouts["Bullets"].part == layout(2)


def test_a_deck_in_our_own_theme_serves_as_a_template_with_all_its_layouts() -> None:
    ours = built(_WHOLE)[0]
    theme, found = read(written(ours))
    assert theme is not None
    assert found == ()
    assert own(theme) == _DRAWN_UPON
    made, report = deck_on(theme, project(_WHOLE))
    assert codes(report) == []
    assert [one.layout.name for one in made.pages] == [one.layout.name for one in ours.pages]
    for again, one in zip(made.pages, ours.pages, strict=True):
        if one.layout.name not in _DRAWN_UPON:  # which are fitted into the template anew
            boxes = [item.box for item in again.items]  # type: ignore[union-attr]  # all have one
            assert boxes == [item.box for item in one.items]  # type: ignore[union-attr]
    assert validation.problems(written(made)) == []


def test_other_outputs_draw_what_the_template_draws() -> None:
    made, _ = deck_on(theme_of(drawn(shape())), project(_WHOLE))
    files = list(OUTPUTS["svg"].render(made))
    out = io.BytesIO()
    next(one for one in files if one.path.endswith("3.svg")).write(out)
    assert b"203040" in out.getvalue()
