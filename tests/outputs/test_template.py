"""Foreign templates: read into a theme, whatever is odd about them, and written into decks as they were."""

import io
import re
import zlib
from collections.abc import Iterator

import pytest
from lxml import etree
from pptx import Presentation

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.kinds import KINDS
from talkbuilder.layout import inks
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Image, Ink, Shape, Text
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Layout, Placeholder, Theme
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.pptx.template.matching import WANTED
from talkbuilder.themes.layouts import LAYOUTS
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
_DRAWN_UPON = LAYOUTS.keys() - WANTED.keys() - {"Cover with drawing"}  # a template's cover is its own
_WHOLE = talk("\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES))
_FEW = talk("\n".join(slide(kind, f"Headline {kind}") for kind in ("bullets", "quote")))
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
    return inks.rgb(ink, one.palette)


# What serves for what


def test_every_kind_finds_its_layout_and_its_placeholders(theme: Theme) -> None:
    for kind in (one for one in KINDS.values() if one.choose is None):
        found = theme.layouts[kind.layout].placeholders
        assert {frame.placeholder for frame in kind.frames} <= set(found), kind.name
    assert {"Picture", "Source"} <= set(theme.layouts["Photo"].placeholders)


# Sizes, inks and places


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


def placed(theme: Theme) -> Iterator[tuple[Layout, Placeholder]]:
    for one in theme.layouts.values():
        for place in one.placeholders.values():
            if place.role != "picture":
                yield one, place


def test_what_stands_at_the_foot_can_be_read(theme: Theme) -> None:
    for one, place in placed(theme):
        for style in place.styles:
            least = 3 if place.sizes_pt[0] >= 24 else 4.5  # smaller ones get another ink, each by itself
            behind = next((item.fill for item in one.items if isinstance(item, Shape) and item.name == "Night"), None)
            assert contrast(colour(one, style.ink), colour(one, behind or one.background)) >= least, (
                one.name,
                place.name,
            )


def test_sources_have_room_of_their_own(theme: Theme) -> None:
    for name in ("Bullets", "Statement"):
        places = theme.layouts[name].placeholders
        source, number = places["Source"], places["Slide Number"]
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
    named = b"tEXtAuthor\0a neighbour"  # a deck needs no such thing, and does not get it
    chunk = (len(named) - 4).to_bytes(4, "big") + named + zlib.crc32(named).to_bytes(4, "big")
    parts["ppt/media/image7.png"] = picture(64, 32)[:-12] + chunk + picture(64, 32)[-12:]
    parts[TYPES] = parts[TYPES].replace(b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1)
    theme = theme_of(zipped(parts))
    found = theme.layouts["Bullets"].drawn[0]
    assert isinstance(found, Image)
    assert (found.width_px, found.crop, found.name) == (64, (0.25, 0, 0, 0), "Church")
    made, _ = deck_on(theme, project(_WHOLE))
    assert parts_of(written(made))["ppt/media/image7.png"] == picture(64, 32)


def test_a_slide_says_how_its_template_does_not_hold_a_text() -> None:
    made, _ = deck_on(theme_of(default()), project(_WHOLE))
    cover = parts_of(written(made))["ppt/slides/slide1.xml"].decode()
    assert re.findall(r'<a:bodyPr anchor="(\w+)"', cover)[:2] == ["b", "t"]


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
    assert 'sz="3200"' in body  # few points are larger


# Ours in the template's colours


# What is no template


@pytest.mark.parametrize("end", [5_000, -30])
def test_a_file_that_was_cut_off_is_refused(end: int) -> None:
    refused(default()[:end])


def test_a_template_without_layouts_or_master_is_refused() -> None:
    def without(part: str, tag: str) -> bytes:
        return remade(
            lambda parts: parts.update({part: re.sub(rf"<p:{tag}>.*</p:{tag}>", "", parts[part].decode()).encode()})
        )

    assert refused(without(MASTER, "sldLayoutIdLst")).message.endswith("it has no layouts")
    assert refused(without(PRESENTATION, "sldMasterIdLst")).message.endswith("it has no slide master")
    assert "how large" in refused(changed((PRESENTATION, 'cx="9144000"', 'cx="0"'))).message


# What is left out


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


def test_of_two_masters_both_are_kept() -> None:
    data = remade(_with_second_master)
    made, _ = deck_on(theme_of(data), project(_FEW))
    assert len(Presentation(io.BytesIO(written(made))).slide_masters) == 2


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
    made, _ = deck_on(theme, project(_FEW))
    data = written(made)
    assert b"Private words" not in data
    assert validation.problems(data) == []
    assert len(Presentation(io.BytesIO(data)).slides) == len(made.pages)


# What is written


def test_a_deck_on_a_template_is_valid(deck: Deck) -> None:
    data = written(deck)
    assert validation.problems(data) == []
    assert package_rules.broken(data) == []


def test_a_deck_on_a_template_opens_with_all_its_slides(deck: Deck, theme: Theme) -> None:
    found = Presentation(io.BytesIO(written(deck)))
    names = [one.slide_layout.name for one in found.slides]
    assert len(names) == len(deck.pages)
    assert names[:3] == ["Title Slide", "Section", "Title and Content"]
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
            there, ours_ = (
                [item.box for item in page.items if isinstance(item, Text) and item.name in one.layout.placeholders]
                for page in (again, one)
            )
            assert there == ours_
    assert validation.problems(written(made)) == []


def test_other_outputs_draw_what_the_template_draws() -> None:
    made, _ = deck_on(theme_of(drawn(shape())), project(_FEW))
    files = list(OUTPUTS["svg"].render(made))
    out = io.BytesIO()
    next(one for one in files if one.path.endswith("3.svg")).write(out)
    assert b"203040" in out.getvalue()
