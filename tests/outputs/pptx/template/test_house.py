"""What most of a file's own slides show in the same way, in the layouts that they stand on."""

import io
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import partial
from typing import Any

import pptx
import pytest
from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from talkbuilder.outputs.pptx.template.house import with_looks_of_slides
from talkbuilder.outputs.pptx.template.package import Parts, open_template, relationships
from talkbuilder.outputs.pptx.template.styles import A, P, mark_of
from tests.templates import MASTER, changed, default, layout, parts_of, read, zipped

Slide = Any  # python-pptx has no types
TEXT, TWO = layout(2), layout(4)


def picture(colour: str = "navy") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(out, "PNG")
    out.seek(0)
    return out


def file_of(*slides: Callable[[Slide], object], on: Iterable[int] = (), start: bytes = b"") -> bytes:
    """A presentation with slides that are made by functions, on PowerPoint's second layout or those with numbers."""
    made = pptx.Presentation(io.BytesIO(start or default()))
    for change, number in zip(slides, [*on] or [2] * len(slides), strict=True):
        change(made.slides.add_slide(made.slide_layouts[number - 1]))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def logo(slide: Slide, left: float = 600, width: float = 80, colour: str = "navy") -> Any:
    return slide.shapes.add_picture(picture(colour), Pt(left), Pt(20), Pt(width), Pt(40))


def central(slide: Slide, left: float = 200) -> None:
    slide.shapes.add_picture(picture(), Pt(left), Pt(100), Pt(320), Pt(340))


def titled(slide: Slide, text: str = "What is told", size: float = 40, **traits: bool) -> Any:
    slide.shapes.title.text = text
    run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
    run.font.size = Pt(size)
    for name, value in traits.items():
        setattr(run.font, name, value)
    return run


def plain(slide: Slide) -> None:
    pass


def seen(data: bytes) -> Parts:
    return with_looks_of_slides(open_template(data))


def title_of(parts: Parts, part: str = TEXT) -> Any:
    root = etree.fromstring(parts.parts[part])
    marked = ((mark_of(one), one) for one in root.iter(f"{P}sp"))
    return next((one for mark, one in marked if mark is not None and mark.get("type") == "title"), None)


def images_of(parts: Parts, part: str) -> list[str]:
    return [one.target for one in relationships(parts.parts, part) if one.word == "image"]


def test_a_picture_at_one_place_on_most_slides_is_on_their_layout_and_on_those_without_slides() -> None:
    made = seen(file_of(logo, logo, logo, plain))
    (target,) = images_of(made, TEXT)
    assert target in made.parts
    assert images_of(made, TWO) == [target]
    assert images_of(made, layout(3)) == [target]  # parts have none
    assert images_of(made, layout(1)) == []  # what opens has a look of its own
    assert made.taken == ("what stands at one place on most of them",)
    assert len(images_of(seen(file_of(logo, logo, partial(logo, left=300), plain)), TEXT)) == 1  # half of a few


def test_of_two_slides_the_second_tells_where_that_stands_which_both_show() -> None:
    made = seen(file_of(central, partial(central, left=20), on=(1, 2)))
    for part in (TEXT, TWO):
        drawn = etree.fromstring(made.parts[part]).findall(f".//{P}pic")
        assert [one.find(f".//{A}off").get("x") for one in drawn] == [str(Pt(20))]
    assert seen(file_of(partial(central, left=20), central, on=(1, 2))).taken == ()


def test_a_layout_of_which_the_slides_go_without_it_has_none() -> None:
    made = seen(file_of(logo, logo, logo, plain, on=(2, 2, 2, 4)))
    assert (len(images_of(made, TEXT)), images_of(made, TWO)) == (1, [])


def test_it_is_drawn_on_slides_and_what_stands_there_keeps_off_it() -> None:
    theme, found = read(file_of(logo, logo, logo))
    assert theme is not None
    chart = theme.layouts["Poster"]
    box = next(one.box for one in chart.beneath if one.name.startswith("House"))
    assert not any(place.box.meets(box) for place in chart.placeholders.values())
    assert [one.message for one in found if one.code == "T003"] == [
        "taken from its slides, which are left out: what stands at one place on most of them"
    ]


@pytest.mark.parametrize(
    "slides",
    [
        (logo, plain),
        (logo, logo, plain, plain, plain),
        (logo, partial(logo, left=300), partial(logo, left=100)),
        (logo, partial(logo, colour="red"), partial(logo, colour="green")),
        (central, central, central),
    ],
    ids=["on one of two", "on few of them", "elsewhere", "another", "in the middle"],
)
def test_what_may_be_what_slides_are_about_is_left_to_them(slides: tuple[Callable[[Slide], object], ...]) -> None:
    template = open_template(file_of(*slides))
    assert with_looks_of_slides(template) is template


def test_words_and_names_and_links_never_leave_a_slide() -> None:
    def signed(slide: Slide) -> None:
        shown = logo(slide)
        shown.name, shown.click_action.hyperlink.address = "Jane Doe", "https://example.org/jane"
        shown._element.nvPicPr.cNvPr.set("descr", "Jane Doe at work")
        box = slide.shapes.add_textbox(Pt(10), Pt(500), Pt(200), Pt(30))
        box.text_frame.text = "Jane Doe"

    made = seen(file_of(signed, signed, signed))
    assert len(images_of(made, TEXT)) == 1
    assert not any(b"Jane" in data or b"jane" in data for data in made.parts.values())
    assert [one for one in relationships(made.parts, TEXT) if one.external] == []


def test_titles_are_set_as_on_most_slides() -> None:
    def dressed(slide: Slide) -> None:
        run = titled(slide, bold=True, italic=True)
        run.font.name, run.font.color.rgb = "Georgia", RGBColor.from_string("123456")  # type: ignore[no-untyped-call]
        slide.shapes.title.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
        slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.TOP

    lined = "<a:lstStyle><a:lvl1pPr><a:defRPr><a:uLnTx/></a:defRPr></a:lvl1pPr></a:lstStyle>"
    made = seen(file_of(dressed, dressed, dressed, plain, start=changed((TEXT, "<a:lstStyle/>", lined))))
    title = title_of(made)
    level = title.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
    letters = level.find(f"{A}defRPr")
    assert (level.get("algn"), dict(letters.attrib)) == ("r", {"sz": "4000", "b": "1", "i": "1"})
    assert letters.find(f"{A}solidFill/{A}srgbClr").get("val") == "123456"
    assert (letters[-1].tag, letters[-1].get("typeface")) == (f"{A}latin", "Georgia")  # in the order of the schema
    assert title.find(f"{P}txBody/{A}bodyPr").get("anchor") == "t"
    assert made.taken == ("how their titles are set",)


def test_titles_of_covers_and_parts_follow_in_what_they_had_alike_where_their_slides_do() -> None:
    def dressed(slide: Slide, italic: bool = True) -> None:
        titled(slide, italic=italic)
        slide.shapes.title.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    def set_as(kind: str, part: str, *others: Callable[[Slide], object]) -> tuple[str | None, str | None, str | None]:
        made = seen(file_of(*[dressed] * 3, *others, on=(2, 2, 2, *([1] * len(others)))))
        level = etree.fromstring(made.parts[part]).find(f".//{P}ph[@type='{kind}']/../../..//{A}lvl1pPr")
        letters = None if level is None else level.find(f"{A}defRPr")
        return (None, None, None) if letters is None else (level.get("algn"), letters.get("i"), letters.get("sz"))

    assert set_as("ctrTitle", layout(1)) == (None, "1", None)  # centred, and as large as it was
    assert set_as("title", layout(3)) == ("l", "1", "4000")  # which says itself where it stands
    assert set_as("ctrTitle", layout(1), partial(dressed, italic=False)) == (None, None, None)


def test_one_family_of_nearly_all_words_is_that_of_all_places() -> None:
    def in_georgia(slide: Slide, others: int = 1) -> None:
        titled(slide, "What is told, and by whom, of them").font.name = "Georgia"
        slide.placeholders[1].text = "x" * others

    fonts = ((seen(file_of(*[partial(in_georgia, others=one)] * 3))) for one in (1, 20))
    said = [made.parts[MASTER].count(b'latin typeface="+m') for made in fonts]
    assert said[0] == 0 < said[1]


def test_texts_are_set_as_most_letters_of_slides_are() -> None:
    def dressed(slide: Slide, font: str = "Verdana", rest: int = 10) -> None:
        box = slide.shapes.add_textbox(0, Pt(300), Pt(300), Pt(40))
        for shape, ink in ((slide.placeholders[1], "123456"), (box, "ABCDEF")):  # a box may stand on what is drawn
            run = shape.text_frame.paragraphs[0].add_run()
            run.text, run.font.name = "x" * 60, font
            run.font.color.rgb = RGBColor.from_string(ink)  # type: ignore[no-untyped-call]
        slide.placeholders[1].text_frame.paragraphs[0].add_run().text = "y" * rest

    def texts(made: Parts) -> set[tuple[str, str]]:
        runs = etree.fromstring(made.parts[MASTER]).iterfind(f".//{P}bodyStyle/*/{A}defRPr")
        inks = ((next(one.iterfind(f"{A}solidFill/*")), one.find(f"{A}latin")) for one in runs)
        return {(ink.get("val"), latin.get("typeface")) for ink, latin in inks}

    made = seen(file_of(*[dressed] * 3))
    assert texts(made) == {("123456", "Verdana")}
    assert made.taken == ("how their texts are set",)
    assert texts(seen(file_of(*[partial(dressed, font="Consolas")] * 3))) == {("123456", "+mn-lt")}
    assert texts(seen(file_of(*[partial(dressed, rest=60)] * 3))) == {("tx1", "+mn-lt")}


def test_each_trait_is_asked_for_by_itself_and_only_what_is_new_is_said() -> None:
    sizes = (30, 32, 34)
    made = seen(file_of(*(partial(titled, size=size, bold=True) for size in sizes)))
    letters = title_of(made).find(f".//{A}defRPr")
    assert dict(letters.attrib) == {"b": "1"}
    template = open_template(file_of(*[partial(titled, size=44)] * 3))  # as its master has them
    assert with_looks_of_slides(template) is template


def test_titles_stand_where_most_slides_have_them_on_other_layouts_as_well() -> None:
    def moved(slide: Slide) -> None:
        titled(slide, size=44)
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = Pt(60), Pt(4), Pt(600), Pt(60)

    made = seen(file_of(moved, moved, moved))
    for part in (TEXT, TWO):  # both have it where the master has
        corner = title_of(made, part).find(f"{P}spPr/{A}xfrm/{A}off")
        assert (corner.get("x"), corner.get("y")) == (str(Pt(60)), str(Pt(4)))
    assert title_of(made, layout(8)).find(f"{P}spPr/{A}xfrm/{A}off").get("x") != str(Pt(60))


def test_an_ink_of_no_theme_is_left_to_the_layout() -> None:
    ink = etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}"><a:sysClr val="window"/></a:solidFill>')

    def inked(slide: Slide) -> None:
        titled(slide, size=40).font._element.insert(0, deepcopy(ink))

    made = seen(file_of(inked, inked, inked))
    assert title_of(made).find(f".//{A}defRPr").get("sz") == "4000"
    assert b"sysClr" not in made.parts[TEXT]


def test_long_texts_in_the_place_of_a_title_tell_nothing() -> None:
    template = open_template(file_of(*[partial(titled, text="a long text " * 20, size=14)] * 3))
    assert with_looks_of_slides(template) is template


def headed(slide: Slide, text: str) -> None:
    box = slide.shapes.add_textbox(Pt(40), Pt(10), Pt(500), Pt(50))
    box.text_frame.text = text


def test_few_titles_tell_where_they_stand_where_none_fills_its_place() -> None:
    one = partial(headed, text="One")
    assert title_of(seen(file_of(plain, one))).find(f"{P}spPr/{A}xfrm/{A}ext").get("cx") == str(Pt(500))
    assert [seen(file_of(*them)).taken for them in ((titled, one), (one, plain), (one,))] == [(), (), ()]


def test_a_layout_without_a_title_gets_one() -> None:
    made = seen(file_of(*(partial(headed, text=text) for text in ("One", "Two", "Three")), on=(7, 7, 7)))
    title = title_of(made, layout(7))
    assert title.find(f"{P}spPr/{A}xfrm/{A}ext").get("cx") == str(Pt(500))
    assert b"Three" not in made.parts[layout(7)]


def test_a_place_for_texts_in_which_slides_have_their_titles_is_one() -> None:
    """As many houses make their layouts: places for texts alone, the largest of them at the head."""

    def said(slide: Slide, text: str = "What is told") -> None:
        slide.placeholders[20].text = text

    was = parts_of(default())[layout(2)].decode()
    place = '<a:xfrm><a:off x="457200" y="200000"/><a:ext cx="8229600" cy="900000"/></a:xfrm>'
    letters = '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="5000"/></a:lvl1pPr></a:lstStyle>'
    made = was.replace('type="title"', 'type="body" idx="20"', 1).replace("<p:spPr/>", f"<p:spPr>{place}</p:spPr>", 1)
    made = made.replace("<a:lstStyle/>", letters, 1).replace('<p:ph idx="1"/>', '<p:ph type="body" idx="1"/>')
    start = zipped(parts_of(default()) | {layout(2): made.encode()})
    title = title_of(seen(file_of(plain, said, said, start=start, on=(7, 2, 2))))
    assert title.find(f"{P}spPr/{A}xfrm/{A}off").get("y") == "200000"
    assert title_of(seen(file_of(plain, plain, plain, start=start, on=(7, 2, 2)))) is None
    small = zipped(parts_of(default()) | {layout(2): made.replace('sz="5000"', 'sz="900"').encode()})
    assert title_of(seen(file_of(plain, said, said, start=small, on=(7, 2, 2)))) is None


def test_slides_that_are_broken_or_too_large_tell_nothing() -> None:
    data = file_of(logo, logo)
    parts = dict(open_template(data).file)
    broken = zipped({**parts, "ppt/slides/slide1.xml": b"<p:sld"})
    large = zipped({**parts, "ppt/slides/slide1.xml": parts["ppt/slides/slide1.xml"] + b" " * 700_000})
    assert [seen(one).taken for one in (broken, large)] == [(), ()]


def test_a_file_without_slides_is_as_it_was() -> None:
    template = open_template(changed())
    assert with_looks_of_slides(template) is template


def footed(slide: Slide, text: str = "") -> None:
    """A slide that shows its footer, where it has a text for it."""
    if text:
        shape = '<p:sp xmlns:p="{p}" xmlns:a="{a}"><p:nvSpPr><p:cNvPr id="9" name="F"/><p:cNvSpPr/><p:nvPr><p:ph'
        shape += ' type="ftr"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r>'
        shape += "</a:p></p:txBody></p:sp>"
        slide.shapes._spTree.append(etree.fromstring(shape.format(p=P[1:-1], a=A[1:-1], text=text)))


@pytest.mark.parametrize(("shown", "kept"), [("", False), ("Another talk", False), ("Our parish", True)])
def test_a_footer_that_no_slide_shows_is_empty(shown: str, kept: bool) -> None:
    footer = re.search(r'type="ftr".*?<a:p>', parts_of(default())[TEXT].decode(), re.DOTALL)
    assert footer
    start = changed((TEXT, footer[0], f"{footer[0]}<a:r><a:t>Our parish</a:t></a:r>"))
    made = seen(file_of(partial(footed, text=shown), footed, footed, start=start))
    assert (b"Our parish" in made.parts[TEXT]) is kept
    assert made.taken == ()


def grounded(slide: Slide, colour: str = "062442") -> None:
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def grounds_of(parts: Parts) -> list[int]:
    """The numbers of the layouts with that ground."""
    said = [number for number in range(1, 12) if b"062442" in parts.parts[layout(number)]]
    assert all(parts.parts[layout(number)].count(b"<p:bg>") == 1 for number in said)
    return said


def test_the_ground_of_most_slides_is_that_of_their_layouts_and_of_those_without_slides() -> None:
    own = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    start = changed((layout(3), "<p:spTree>", f"{own}<p:spTree>"))
    made = seen(file_of(grounded, grounded, grounded, plain, on=(2, 2, 6, 4), start=start))
    assert grounds_of(made) == [1, 2, *range(5, 12)]  # and not of those that go without it, or have another
    assert made.taken == ("the ground of most of them",)
    assert grounds_of(seen(file_of(grounded, grounded, plain, on=(2, 2, 2)))) == []
    assert grounds_of(seen(file_of(grounded, partial(grounded, colour="FF0000"), grounded, on=(2, 2, 4)))) == []


def test_a_ground_brings_what_colours_mean_on_it() -> None:
    def dark(slide: Slide) -> None:
        grounded(slide)
        means = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" hlink="hlink" folHlink="folHlink"'
        means += "".join(f' accent{one}="accent{one}"' for one in range(1, 7))
        old = slide._element.find(f"{P}clrMapOvr")
        old[:] = [etree.fromstring(f'<a:overrideClrMapping xmlns:a="{A[1:-1]}" {means}/>')]

    made = seen(file_of(dark, dark, dark))
    assert b'tx1="lt1"' in made.parts[TEXT]
