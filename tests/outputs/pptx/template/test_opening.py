"""The slide with which a file opens, as a layout for the cover."""

import io
import re
from collections.abc import Callable
from functools import partial

import pytest
from lxml import etree
from PIL import Image, ImageDraw
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Pt

from talkbuilder.authoring.doctor import diagnose
from talkbuilder.diagnostics import Report, Source
from talkbuilder.outputs.pptx.package import CONTENT_TYPES
from talkbuilder.outputs.pptx.template import read_template
from talkbuilder.outputs.pptx.template.house import with_looks_of_slides
from talkbuilder.outputs.pptx.template.opening import with_opening
from talkbuilder.outputs.pptx.template.package import Parts, open_template, relationships
from talkbuilder.outputs.pptx.template.styles import A, P, mark_of
from tests.outputs.pptx.template.test_house import Slide, file_of, grounded, images_of, picture, plain
from tests.templates import MASTER, changed, layout, parts_of, read, zipped

COVER = layout(12)  # PowerPoint's default template has eleven


def opened(data: bytes) -> Parts:
    return with_opening(open_template(data))


def worded(slide: Slide, text: str, top: float, size: float, left: float = 60, width: float = 600) -> None:
    box = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(80))
    box.text_frame.text = text
    box.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def photographed(slide: Slide, width: float = 720) -> None:
    slide.shapes.add_picture(picture("black"), 0, 0, Pt(width), Pt(540))
    worded(slide, "Jane Doe's talk", 100, 40)
    worded(slide, "Jane Doe, in May", 300, 20, width=200)


def emptied(slide: Slide) -> None:
    for one in list(slide.placeholders):
        one._element.getparent().remove(one._element)


def box_of(parts: Parts, kind: str) -> list[float]:
    """Where a place of the cover is, in points."""
    root = etree.fromstring(parts.parts[COVER])
    shapes = ((one, mark_of(one)) for one in root.iter(f"{P}sp"))
    place = next(one for one, mark in shapes if mark is not None and mark.get("type") == kind).find(f".//{A}xfrm")
    ends = (place.find(A + tag) for tag in ("off", "ext"))
    return [int(value) / 12700 for end in ends for value in end.attrib.values()]


def test_a_picture_behind_its_words_is_the_cover_and_no_word_is() -> None:
    data = file_of(photographed, plain, on=(1, 2))
    made = opened(data)
    assert (made.made, made.taken) == (COVER, ("the look of the one that opens",))
    (target,) = images_of(made, COVER)
    assert target in made.parts
    assert not any(b"Jane" in part for part in made.parts.values())
    assert (box_of(made, "ctrTitle"), box_of(made, "subTitle")) == ([60, 100, 600, 80], [60, 300, 600, 80])
    theme, found = read(data)
    assert theme is not None
    cover = theme.layouts["Cover"]
    assert (cover.part, cover.beneath[0].name) == (COVER, "House 6")
    assert cover.palette[cover.placeholders["Title"].styles[0].ink.name] == "FFFFFF"  # it is read on black
    assert cover.placeholders["Title"].styles[0].align == "left"  # as in all boxes that say nothing else
    assert "taken from its slides, which are left out: the look of the one that opens" in [one.message for one in found]
    # It is for the cover alone.
    assert {theme.layouts[name].part or theme.layouts[name].base for name in ("Section", "Closing", "Bullets")} & {
        COVER
    } == set()


def sample(slide: Slide) -> None:
    for one, top in zip(slide.placeholders, (60, 300), strict=True):
        one.left, one.top, one.width, one.height = Pt(300), Pt(top), Pt(360), Pt(100)
        letters = one._element.txBody.p_lst[0].get_or_add_endParaRPr()
        letters.set("sz", "3000")


@pytest.mark.parametrize("kind", ["title", "twoObj"])
def test_a_slide_that_opens_without_words_says_how_its_layout_is_a_cover_and_parts_stand_on_that_too(kind: str) -> None:
    parts = parts_of(file_of(sample, plain, on=(3, 2)))
    for at, called in ((1, "Another"), (3, "The house's")):
        root = etree.fromstring(parts[layout(at)])
        root.set("type", "title" if at == 1 else kind)
        root.find(f"{P}cSld").set("name", called)
        parts[layout(at)] = etree.tostring(root)
    made = opened(zipped(parts))
    assert (made.made, made.opens) == ("", layout(3))
    theme, _ = read(zipped(parts))
    assert theme is not None
    for name in ("Cover", "Section"):
        title = theme.layouts[name].placeholders["Title"]
        # Both are larger than those of slides.
        assert (theme.layouts[name].part, title.box.x, title.styles[0].size_pt) == (layout(3), Pt(300), 62.0)


def wordless(slide: Slide) -> None:
    emptied(slide)
    grounded(slide)


@pytest.mark.parametrize(("change", "part", "base"), [(photographed, COVER, ""), (wordless, "", COVER)])
def test_what_is_written_down_of_it_is_no_layout_of_the_file_and_may_be_said(
    change: Callable[[Slide], None], part: str, base: str
) -> None:
    data, report = file_of(change, plain, on=(1, 2)), Report()
    found = diagnose(data, "church.pptx", report)
    assert found is not None
    assert "\n# cover: as on your first slide" in found.mapping
    assert "First slide" not in found.mapping
    assert len(found.rooms) == 11
    cover = found.roles[1]
    assert "your first slide" in (cover.layout, cover.drawn_on)
    for text in (found.mapping, "cover: First slide\n"):
        said = Source("assets/templates/church.yaml", text)
        examined = read_template(data, "church.pptx", report, said)
        assert examined is not None
        assert (examined.theme.layouts["Cover"].part, examined.theme.layouts["Cover"].base) == (part, base)
    assert "T005" not in [one.code for one in report.diagnostics]


def test_the_layout_that_is_added_is_one_as_all_others() -> None:
    made = opened(file_of(photographed, plain, on=(1, 2)))
    assert f'PartName="/{COVER}"'.encode() in made.parts[CONTENT_TYPES]
    master = etree.fromstring(made.parts[MASTER])
    ids = [one.get("id") for one in master.iter(f"{P}sldLayoutId")]
    leads = {one.id: one.target for one in relationships(made.parts, MASTER)}
    listed = [value for one in master.iter(f"{P}sldLayoutId") for name, value in one.attrib.items() if "}" in name]
    assert len({*ids}) == len(ids) == 12
    assert leads[listed[-1]] == COVER
    shapes = [one.get("id") for one in etree.fromstring(made.parts[COVER]).iter(f"{P}cNvPr")]
    assert len({*shapes}) == len(shapes)


def beside(slide: Slide) -> None:
    """A picture on which no words stand: it may print the title of a talk."""
    slide.shapes.add_picture(picture(), Pt(240), 0, Pt(480), Pt(540))
    worded(slide, "Title", 200, 40, left=10, width=200)


def small(slide: Slide) -> None:
    slide.shapes.add_picture(picture(), Pt(300), Pt(100), Pt(120), Pt(80))
    worded(slide, "Title", 100, 40)


def printed(slide: Slide) -> None:
    """A sheet all over the slide, with words on it."""
    slide.shapes.add_shape(1, 0, 0, Pt(720), Pt(540)).text_frame.text = "Jane Doe's talk"


@pytest.mark.parametrize("change", [plain, beside, small, printed])
def test_what_may_be_what_a_talk_is_about_stays_behind(change: Callable[[Slide], None]) -> None:
    template = open_template(file_of(change, plain, on=(1, 2)))
    assert with_opening(template).parts is template.parts


def test_a_ground_comes_with_the_wordless_drawings_on_it() -> None:
    def dressed(slide: Slide) -> None:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)  # type: ignore[no-untyped-call]
        slide.shapes.add_shape(9, Pt(-50), Pt(-50), Pt(200), Pt(200))
        slide.shapes.add_shape(1, Pt(500), Pt(400), Pt(100), Pt(40)).text_frame.text = "Jane Doe"
        slide.shapes.title.text = "Jane Doe's talk"
        slide.shapes.title.left, slide.shapes.title.top = Pt(100), Pt(300)
        slide.shapes.title.width, slide.shapes.title.height = Pt(500), Pt(90)

    made = opened(file_of(dressed, plain, on=(1, 2)))
    root = etree.fromstring(made.parts[COVER])
    drawn = [one for one in root.iterfind(f"{P}cSld/{P}spTree/{P}sp") if mark_of(one) is None]
    assert root.find(f"{P}cSld/{P}bg").find(f".//{A}srgbClr").get("val") == "123456"
    assert len(drawn) == 1
    assert b"Jane" not in made.parts[COVER]
    assert box_of(made, "ctrTitle") == [100, 300, 500, 90]


def drawn() -> io.BytesIO:
    """A logo: a disc and a bar."""
    made = Image.new("RGB", (120, 120), "white")
    ImageDraw.Draw(made).ellipse((10, 10, 110, 110), fill="navy")
    ImageDraw.Draw(made).rectangle((50, 20, 70, 100), fill="gold")
    return _png(made)


def photo() -> io.BytesIO:
    """Shades all over, on white, as of a face."""
    made = Image.new("RGB", (120, 120), "white")
    made.paste(Image.radial_gradient("L").resize((80, 80)), (20, 20))
    return _png(made)


def code() -> io.BytesIO:
    """A code to scan, of 25 modules a side."""
    made = Image.new("1", (25, 25))
    made.putdata([(x * x * 7 + y * y * 5 + x * y) % 11 % 2 for y in range(25) for x in range(25)])
    return _png(made.resize((250, 250)))


def _png(made: Image.Image) -> io.BytesIO:
    out = io.BytesIO()
    made.save(out, "PNG")
    out.seek(0)
    return out


def cut_out() -> io.BytesIO:
    """White letters on nothing."""
    made = Image.new("RGBA", (120, 120))
    for x in range(10, 110, 10):
        ImageDraw.Draw(made).rectangle((x, 50, x + 4, 70), fill="white")
    return _png(made)


@pytest.mark.parametrize(("shown", "is_kept"), [(drawn, True), (cut_out, True), (photo, False), (code, False)])
@pytest.mark.parametrize("is_dressed", [True, False])
def test_a_logo_beside_words_comes_and_neither_photo_nor_code_does(
    shown: Callable[[], io.BytesIO], is_kept: bool, is_dressed: bool
) -> None:
    def opens(slide: Slide) -> None:
        slide.background.fill.solid() if is_dressed else None
        if is_dressed:
            slide.background.fill.fore_color.rgb = RGBColor(0xEE, 0xEE, 0xFF)  # type: ignore[no-untyped-call]
        slide.shapes.title.text = "Jane Doe's talk"
        slide.shapes.add_picture(shown(), Pt(600), Pt(20), Pt(80), Pt(80))
        twin = Part(PackURI("/ppt/media/twin.svg"), "image/svg+xml", slide.part.package, b"<svg/>")
        slide.part.relate_to(twin, RELATIONSHIP_TYPE.IMAGE)

    made = opened(file_of(opens, plain, on=(1, 2)))
    assert len(images_of(made, COVER) if made.made else []) == is_kept
    told = [one for one in read(file_of(opens, plain, on=(1, 2)))[1] if "first slide are left out" in one.message]
    assert len(told) == (not is_kept)


def test_what_other_slides_show_too_comes_though_it_lies_in_the_place_of_a_title_or_is_in_many_colours() -> None:
    def marked(slide: Slide) -> None:
        slide.shapes.title.text = "Jane Doe's talk"
        slide.shapes.add_picture(photo(), Pt(600), Pt(120), Pt(80), Pt(80))

    made = opened(file_of(marked, marked, plain, on=(1, 1, 2)))
    assert len(images_of(made, COVER)) == 1
    assert opened(file_of(marked, plain, plain, on=(1, 1, 2))).made == ""


def test_what_repeats_on_the_layout_that_a_slide_has_another_ground_on_stays_off_the_cover() -> None:
    def marked(slide: Slide) -> None:
        slide.shapes.add_picture(drawn(), Pt(600), Pt(20), Pt(80), Pt(80))

    def opens(slide: Slide) -> None:
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(0x22, 0x22, 0x22)  # type: ignore[no-untyped-call]
        slide.shapes.add_picture(cut_out(), Pt(20), Pt(20), Pt(80), Pt(80))

    file = with_looks_of_slides(open_template(file_of(opens, marked, marked, marked, on=(1, 1, 1, 1))))
    made = with_opening(file)
    shown = etree.fromstring(made.parts[COVER]).findall(f".//{P}pic")
    assert [one.find(f".//{A}off").get("x") for one in shown] == [str(Pt(20))]
    assert len(images_of(made, layout(1))) == 1


def test_a_slide_that_opens_on_an_empty_layout_tells_where_its_title_stands() -> None:
    def opens(slide: Slide) -> None:
        worded(slide, "Jane Doe's talk", 200, 40)

    assert opened(file_of(opens, plain, on=(7, 2))).made == COVER


def test_what_the_layout_has_already_is_drawn_once() -> None:
    def opens(slide: Slide) -> None:
        slide.shapes.add_picture(drawn(), Pt(600), Pt(20), Pt(80), Pt(80))

    made = with_opening(with_looks_of_slides(open_template(file_of(opens, opens, opens, on=(1, 1, 1)))))
    assert (made.made, len(images_of(made, layout(1)))) == ("", 1)


def test_a_picture_comes_with_the_field_that_it_stands_on_and_that_of_one_that_stays_behind_does_not() -> None:
    def opens(slide: Slide, shown: Callable[[], io.BytesIO] = cut_out, is_dressed: bool = True) -> None:
        slide.background.fill.solid() if is_dressed else None
        if is_dressed:
            slide.background.fill.fore_color.rgb = RGBColor(0xEE, 0xEE, 0xFF)  # type: ignore[no-untyped-call]
        bar = slide.shapes.add_shape(1, Pt(340), Pt(140), Pt(40), Pt(700))
        bar.rotation = 90
        slide.shapes.add_picture(shown(), Pt(40), Pt(475), Pt(30), Pt(30))
        slide.shapes.title.text = "Jane Doe's talk"

    def drawn_in(made: Parts) -> list[str]:
        return [
            one.tag for one in etree.fromstring(made.parts[COVER]).iter(f"{P}sp", f"{P}pic") if mark_of(one) is None
        ]

    for is_dressed in (True, False):
        made = opened(file_of(partial(opens, is_dressed=is_dressed), plain, on=(1, 2)))
        assert drawn_in(made) == [f"{P}sp", f"{P}pic"]
    assert drawn_in(opened(file_of(partial(opens, shown=photo), plain, on=(1, 2)))) == []


def test_words_on_a_bar_have_its_box_and_a_title_is_no_lighter_than_what_is_under_it() -> None:
    def opens(slide: Slide) -> None:
        emptied(slide)
        slide.shapes.add_picture(picture("black"), 0, 0, Pt(720), Pt(540))
        for at, (top, size) in enumerate(((100, 22), (200, 20))):
            slide.shapes.add_shape(1, Pt(58), Pt(top - 10), Pt(604), Pt(100))
            worded(slide, "Jane Doe's talk", top, size)
            slide.shapes[-1].text_frame.paragraphs[0].runs[0].font.bold = at == 1

    made = opened(file_of(opens, plain, on=(1, 2)))
    assert (box_of(made, "ctrTitle"), box_of(made, "subTitle")) == ([58, 90, 604, 100], [58, 190, 604, 100])
    root = etree.fromstring(made.parts[COVER])
    assert not any(one.get("b") == "1" for one in root.iter(f"{A}defRPr"))


def test_a_slide_that_says_a_title_alone_at_its_foot_has_lines_under_it_which_the_page_holds() -> None:
    def opens(slide: Slide, top: float = 450) -> None:
        slide.shapes.add_picture(picture("black"), 0, 0, Pt(720), Pt(540))
        worded(slide, "Jane Doe's talk", top, 40)

    assert b"subTitle" not in opened(file_of(partial(opens, top=100), plain, on=(7, 2))).parts[COVER]
    made = opened(file_of(opens, plain, on=(7, 2)))
    title, low = box_of(made, "title"), box_of(made, "subTitle")
    assert (title[1] + title[3], low[1] + low[3], low[3]) == (low[1], 0.95 * 540, 100)


def test_the_text_under_a_title_is_the_subtitle_where_none_is_marked() -> None:
    def opens(slide: Slide) -> None:
        photographed(slide)
        slide.shapes.title.text = "Jane Doe's talk"
        slide.shapes.title.left, slide.shapes.title.top = Pt(50), Pt(20)
        slide.shapes.title.width, slide.shapes.title.height = Pt(620), Pt(60)

    made = opened(file_of(opens, plain, on=(6, 2)))
    assert (box_of(made, "title"), box_of(made, "subTitle")) == ([50, 20, 620, 60], [50, 100, 620, 80])


def test_a_layout_that_has_a_ground_keeps_it() -> None:
    ground = '<p:cSld name="Title Slide"><p:bg><p:bgPr><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill>'
    start = changed((layout(1), '<p:cSld name="Title Slide">', f"{ground}<a:effectLst/></p:bgPr></p:bg>"))
    template = open_template(file_of(photographed, plain, on=(1, 2), start=start))
    assert with_opening(template).parts is template.parts


def test_a_colour_of_the_slide_comes_before_that_of_its_layout() -> None:
    ground = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    start = changed(*((layout(one), "<p:spTree>", f"{ground}<p:spTree>") for one in (1, 3, 4)))
    made = opened(file_of(grounded, plain, plain, on=(1, 2, 4), start=start))
    said = [one for one in range(1, 13) if b"062442" in made.parts[layout(one)]]
    assert said == [12]


def test_the_colours_of_a_slide_that_has_its_own_come_with_its_ground() -> None:
    data = file_of(photographed, plain, on=(1, 2))
    parts = parts_of(data)
    slide = parts["ppt/slides/slide1.xml"].decode()
    names = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
    swapped = " ".join(
        ['bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"', *(f'{name}="{name}"' for name in names)],
    )
    own = f"<a:overrideClrMapping {swapped}/>"
    slide = slide.replace("<a:masterClrMapping/>", own)
    made = opened(zipped({**parts, "ppt/slides/slide1.xml": slide.encode()}))
    assert etree.fromstring(made.parts[COVER]).find(f".//{A}overrideClrMapping").get("bg1") == "dk1"


def test_a_slide_on_a_layout_for_covers_opens_before_one_that_stands_first() -> None:
    made = opened(file_of(plain, photographed, on=(2, 1)))
    assert (made.made, len(images_of(made, COVER))) == (COVER, 1)


def test_boxes_around_words_that_only_the_slide_says_and_typed_numbers_stay_behind() -> None:
    def boxed(number: int) -> str:
        where = f'<a:xfrm><a:off x="635000" y="{number * 12700}"/><a:ext cx="7874000" cy="1016000"/></a:xfrm>'
        label = f'<p:nvSpPr><p:cNvPr id="9{number}" name="Box {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        return f"<p:sp>{label}<p:spPr>{where}</p:spPr>%s</p:sp>"

    typed = '<a:fld id="{1}" type="slidenum"><a:t>1</a:t></a:fld><a:r><a:t> / 15</a:t></a:r>'
    count = f"<p:txBody><a:bodyPr/><a:p>{typed}</a:p></p:txBody>"
    added = boxed(90) % "" + boxed(300) % "" + boxed(450) % count + "</p:spTree>"
    start = changed((layout(1), "</p:spTree>", added))
    parts = opened(file_of(photographed, plain, on=(1, 2), start=start)).parts
    kept = [number for number in (90, 300, 450) if f"Box {number}" in parts[COVER].decode()]
    assert kept == [90]  # round the title


def test_a_band_behind_a_subtitle_comes_with_it_and_what_it_opened_shows_the_ground_of_all() -> None:
    def banded(slide: Slide) -> None:
        slide.shapes.add_picture(picture("black"), 0, 0, Pt(720), Pt(540))
        for top in (290, 420):
            slide.shapes.add_shape(1, 0, Pt(top), Pt(720), Pt(100))
        worded(slide, "Jane Doe's talk", 100, 40)
        worded(slide, "Jane Doe, in May", 300, 20)
        worded(slide, "A word of hers", 430, 10)

    data = file_of(banded, grounded, grounded, grounded, on=(1, 2, 2, 2))
    made = with_opening(with_looks_of_slides(open_template(data)))
    bands = re.findall(rb'<a:off x="0" y="(\d+)"/><a:ext cx="9144000" cy="1270000"/>', made.parts[COVER])
    assert bands == [str(Pt(290)).encode()]
    assert b"062442" in made.parts[layout(1)]  # on which a deck may close
    assert b"062442" not in made.parts[COVER]


def test_a_file_without_slides_is_as_it_was() -> None:
    template = open_template(changed())
    assert with_opening(template).parts is template.parts


def moved(slide: Slide) -> None:
    slide.shapes.title.text = "Title"
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(11)
    for one, top in zip(slide.placeholders, (100, 250), strict=True):
        one.left, one.top, one.width, one.height = Pt(300), Pt(top), Pt(400), Pt(140)


def test_one_slide_is_no_rule_where_its_layout_has_the_places() -> None:
    template = open_template(file_of(moved, plain, on=(1, 2)))
    assert with_opening(template).parts is template.parts


def test_where_those_of_a_layout_lie_over_each_other_the_slide_tells_where_they_stand() -> None:
    """Letters stay as the layout has them."""
    made = opened(file_of(moved, plain, on=(1, 2), start=changed((layout(1), 'y="3886200"', 'y="2500000"'))))
    assert (box_of(made, "ctrTitle"), box_of(made, "subTitle")) == ([300, 100, 400, 140], [300, 250, 400, 140])
    assert b'sz="1100"' not in made.parts[COVER]


@pytest.mark.parametrize(
    ("part", "lost"),
    [(layout(1), rb"<p:spTree>.*</p:spTree>"), (MASTER, rb"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>")],
)
def test_a_layout_that_is_broken_is_not_copied(part: str, lost: bytes) -> None:
    parts = parts_of(file_of(photographed, plain, on=(1, 2)))
    template = open_template(zipped({**parts, part: re.sub(lost, b"", parts[part], flags=re.DOTALL)}))
    assert with_opening(template).parts is template.parts
