"""Which layout of a template serves for which of ours: by name, by kind, by placeholders, and only with enough room."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.items import Ink, Style, rectangle
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.pptx.template import matching
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.matching import WANTED
from talkbuilder.outputs.pptx.template.text import letter_pt
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.units import EMU_PER_POINT, Box
from tests.templates import found, points, read_of, slot

_PLAIN = Style(20.0, line_percent=100.0)
_FOOT = (slot("ftr", points(60, 500, 600, 30), index=8), slot("sldNum", points(860, 500, 60, 30), index=9))
_TEXTS = {name: sum(need.kinds[0] == "body" for need in one.needs) for name, one in WANTED.items()}
_IN_ANY_LAYOUT = ("Bullets", "Few points", "Sources", "Closing")


def serving(name: str, read: Read) -> Layout | None:
    return matching.matched(name, read, STEPPE.grid, STEPPE.sizes)


def made(texts: int, name: str = "", kind: str = "", picture: bool = False, **more: Any) -> Found:
    """A layout with a title, texts under each other in whose room all that we say has place, a picture and a foot."""
    height = 340 / max(1, texts)
    style = more.pop("style", _PLAIN)
    slots = [
        slot("title", points(60, 30, 840, 80), style, **more),
        *(
            slot("body", points(60, 120 + height * number, 580 if picture else 840, height), style, **more)
            for number in range(texts)
        ),
        *([slot("pic", points(650, 120, 250, 340))] if picture else []),
    ]
    numbered = [structs.replace(one, index=number) for number, one in enumerate(slots)]
    return found(*numbered, *_FOOT, name=name, kind=kind)


def for_ours(name: str, **more: Any) -> Found:
    """A layout that serves for one of ours."""
    return made(_TEXTS[name], more.pop("called", name), picture=name == "Photo", **more)


def of(name: str, *layouts: Found) -> Layout:
    layout = serving(name, read_of(*layouts))
    assert layout is not None
    return layout


def replaced(layout: Found, which: str, **changes: Any) -> Found:
    """The layout with its first placeholder of a kind changed."""
    slots = list(layout.slots)
    at = next(number for number, one in enumerate(slots) if one.kind == which)
    slots[at] = structs.replace(slots[at], **changes)
    return structs.replace(layout, slots=tuple(slots))


# By what it is known


@pytest.mark.parametrize("name", WANTED)
def test_a_layout_is_known_by_our_name_in_whatever_case_and_spacing(name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called=f"  {name.upper()} ")).part == f"  {name.upper()} .xml"


@pytest.mark.parametrize(
    ("called", "name"),
    [
        *(("Title Slide", name) for name in ("Cover", "Section")),
        ("Title", "Cover"),
        *(("Section Header", name) for name in ("Section", "Statement")),
        *((one, name) for one in ("Title and Content", "Title, Content", "Content") for name in _IN_ANY_LAYOUT),
        ("Quote with Caption", "Quote"),
        ("Big Number", "Number"),
        ("Big Fact", "Number"),
        ("Picture with Caption", "Photo"),
    ],
)
def test_the_names_of_other_programs_are_known(called: str, name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called=called)).part == f"{called}.xml"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("title", name) for name in ("Cover", "Section")),
        *(("secHead", name) for name in ("Section", "Statement")),
        *((kind, name) for kind in ("obj", "tx") for name in _IN_ANY_LAYOUT),
        ("picTx", "Photo"),
    ],
)
def test_a_layout_of_another_language_is_known_by_its_kind(kind: str, name: str) -> None:
    other = made(_TEXTS[name], "Other", picture=name == "Photo")
    assert of(name, other, for_ours(name, called="Fremd", kind=kind)).part == "Fremd.xml"


@pytest.mark.parametrize("name", WANTED)
def test_by_its_placeholders_alone_only_a_plain_layout_is_known(name: str) -> None:
    layout = serving(name, read_of(for_ours(name, called="Fremd")))
    assert (layout is not None) == (name in _IN_ANY_LAYOUT)


def test_our_name_goes_before_that_of_others_and_a_name_before_a_kind() -> None:
    layouts = [for_ours("Cover", called="X", kind="title"), for_ours("Cover", called="Title Slide"), for_ours("Cover")]
    assert [of("Cover", *layouts[:count]).part for count in (1, 2, 3)] == ["X.xml", "Title Slide.xml", "Cover.xml"]


def test_a_deck_of_ours_is_known_by_the_names_of_its_placeholders() -> None:
    layout = replaced(replaced(for_ours("Bullets"), "title", name="Title"), "body", name="Text")
    extra = slot("chart", points(0, 0, 9, 9))
    layout = structs.replace(layout, slots=(extra, *layout.slots))
    assert of("Bullets", layout).placeholders["Text"].index == 1
    assert serving("Bullets", read_of(replaced(layout, "body", kind="tbl"))) is None
    assert serving("Bullets", read_of(replaced(layout, "body", is_upright=False))) is None


# What must be on it


@pytest.mark.parametrize("name", WANTED)
def test_its_placeholders_are_ours_in_our_order(name: str) -> None:
    expected = [need.name for need in WANTED[name].needs]
    has_source = name not in ("Cover", "Section", "Sources", "Closing")
    assert list(of(name, for_ours(name)).placeholders) == [*expected, *(["Source"] * has_source), "Slide Number"]


@pytest.mark.parametrize("name", ["Cover", "Closing"])
def test_two_texts_of_ours_can_share_one(name: str) -> None:
    places = list(of(name, made(1, name)).placeholders.values())
    assert places[1] == places[2]
    apart = list(of(name, made(2, name)).placeholders.values())
    assert apart[1].index + 1 == apart[2].index
    large = of("Closing", made(2, "Closing", style=Style(40.0, line_percent=100.0)))
    assert large.placeholders["Contact"].sizes_pt == (40, 36, 32, 28, 24)


def test_a_layout_with_more_or_fewer_texts_than_ours_serves_for_nothing() -> None:
    assert [serving("Quote", read_of(made(texts, "Quote"))) is not None for texts in (1, 2, 3)] == [False, True, False]
    layout = for_ours("Quote")
    chart = slot("chart", points(0, 0, 9, 9))
    assert serving("Quote", read_of(structs.replace(layout, slots=(*layout.slots, chart)))) is None


def test_a_text_of_another_kind_or_turned_serves_for_nothing() -> None:
    assert serving("Bullets", read_of(replaced(for_ours("Bullets"), "body", is_upright=False))) is None
    assert serving("Bullets", read_of(replaced(for_ours("Bullets"), "body", kind="tbl"))) is None
    for kind, role in (("obj", "object"), ("subTitle", "subtitle"), ("body", "body")):
        assert of("Bullets", replaced(for_ours("Bullets"), "body", kind=kind)).placeholders["Text"].role == role
    assert (
        of("Cover", replaced(for_ours("Cover"), "title", kind="ctrTitle")).placeholders["Title"].role == "cover title"
    )
    assert of("Photo", for_ours("Photo")).placeholders["Picture"].role == "picture"
    assert of("Photo", for_ours("Photo")).placeholders["Title"].role == "title"


def test_texts_must_stand_under_each_other() -> None:
    title, first, second = made(2, "Quote").slots[:3]

    def serves(one: Box, other: Box) -> bool:
        slots = (title, structs.replace(first, box=one), structs.replace(second, box=other), *_FOOT)
        return serving("Quote", read_of(found(*slots, name="Quote"))) is not None

    box = points(60, 120, 840, 180)
    assert serves(box, Box(*points(60, 300, 840, 100)))
    assert not serves(box, Box(*points(60, 290, 840, 100)))


def test_a_long_text_stands_under_its_title_and_a_short_one_may_stand_over_it() -> None:
    def serves(name: str) -> bool:
        title, text = made(1, name).slots[:2]
        turned = (
            structs.replace(title, box=points(60, 380, 840, 80)),
            structs.replace(text, box=points(60, 30, 840, 340)),
        )
        return serving(name, read_of(found(*turned, *_FOOT, name=name))) is not None

    assert {name for name in WANTED if _TEXTS[name] == 1 or name in ("Cover", "Closing") if serves(name)} == {
        *("Cover", "Section", "Statement")
    }


def test_what_lies_beneath_must_let_text_be_read() -> None:
    half = rectangle("Half", points(0, 0, 480, 540), Ink("text"))
    line = rectangle("Line", points(60, 280, 840, 1), Ink("text"))
    for item in (half, line):
        assert serving("Bullets", read_of(structs.replace(for_ours("Bullets"), items=(item,)))) is None


def test_a_picture_may_lie_over_anything() -> None:
    half = rectangle("Half", points(700, 120, 250, 340), Ink("text"))
    assert of("Photo", structs.replace(for_ours("Photo"), items=(half,))).placeholders["Picture"].role == "picture"


def test_a_layout_without_a_place_for_sources_serves_where_none_are_given() -> None:
    for name in WANTED:
        layout = for_ours(name)
        without = structs.replace(layout, slots=tuple(one for one in layout.slots if one.kind != "ftr"))
        assert (serving(name, read_of(without)) is not None) == (name in ("Cover", "Section", "Sources", "Closing"))


# Room


@pytest.mark.parametrize(
    ("name", "text", "letters", "size_pt"),
    [
        *(("Cover", 0, 32, 28), ("Cover", 1, 60, 20), ("Cover", 2, 24, 20)),
        *(("Section", 0, 52, 28), ("Section", 1, 8, 20)),
        *(("Bullets", 0, 52, 28), ("Bullets", 1, 270, 24)),
        *(("Statement", 0, 52, 28), ("Statement", 1, 24, 20)),
        *(("Quote", 0, 52, 28), ("Quote", 1, 200, 28), ("Quote", 2, 60, 20)),
        *(("Number", 0, 52, 28), ("Number", 1, 8, 72), ("Number", 2, 60, 24)),
        *(("Ask", 0, 52, 28), ("Ask", 1, 60, 24), ("Ask", 2, 60, 28)),
        *(("Photo", 0, 52, 28), ("Photo", 1, 24, 20)),
        *(("Sources", 0, 52, 28), ("Sources", 1, 270, 18)),
        *(("Closing", 0, 52, 28), ("Closing", 1, 200, 24)),
    ],
)
def test_a_text_needs_room_for_what_is_said_in_it(name: str, text: int, letters: int, size_pt: int) -> None:
    """At the least size, which on a foreign template is a little less than on ours: measured on slides as high."""
    least_pt = max(18, int(size_pt * 0.92))
    style = Style(float(least_pt), line_percent=100.0)
    layout = for_ours(name)
    lines = 1 if letters < 10 else 3
    needed_pt = letters / lines * letter_pt(style, layout.fonts, least_pt)

    def serves(width_pt: float) -> bool:
        slots = list(layout.slots)
        box = slots[text].box
        height = round((lines + 0.5) * least_pt * 1.25 * EMU_PER_POINT)
        spread = [
            structs.replace(one, box=one.box._replace(y=one.box.y + (height - box.height if number > text else 0)))
            for number, one in enumerate(slots)
        ]
        styles = (style,) * 5
        changed = Box(box.x, box.y, round(width_pt * EMU_PER_POINT) + 2000, height)
        spread[text] = structs.replace(slots[text], styles=styles, box=changed, insets=(1000, 0, 1000, 0))
        tall = read_of(structs.replace(layout, slots=tuple(spread)), height=6_858_000)
        return serving(name, tall) is not None

    assert serves(needed_pt * (1 + 0.3 / letters))
    assert not serves(needed_pt * (1 - 0.3 / letters))


def test_a_place_lower_than_a_line_has_no_room() -> None:
    style = Style(18.0, line_percent=100.0)

    def serves(height_pt: float) -> bool:
        box = points(60, 120, 840, height_pt)
        layout = replaced(for_ours("Section"), "body", box=box, styles=(style,) * 5, insets=(0, 12_700, 0, 12_700))
        return serving("Section", read_of(layout)) is not None

    assert [serves(height) for height in (2 + 22.4, 2 + 22.6)] == [False, True]


def test_wider_spaced_lines_need_more_room() -> None:
    def serves(percent: float) -> bool:
        style = Style(18.0, line_percent=percent)
        box = points(60, 120, 840, 45)
        return (
            serving("Section", read_of(replaced(for_ours("Section"), "body", box=box, styles=(style,) * 5))) is not None
        )

    assert [serves(percent) for percent in (195, 205)] == [True, False]


def test_a_picture_takes_at_least_a_seventh_of_the_slide() -> None:
    def serves(share: float) -> bool:
        box = points(650, 60, 250, 960 * 540 * share / 250)
        return serving("Photo", read_of(replaced(for_ours("Photo"), "pic", box=box))) is not None

    assert [serves(share) for share in (0.148, 0.152)] == [False, True]


# How it is set


def test_a_template_that_says_no_sizes_has_such_as_ours_have() -> None:
    sizes = {
        name: {
            place.name: (place.sizes_pt[0], place.styles[1].size_pt, place.styles[0].bold)
            for place in of(name, for_ours(name, says_size=False)).placeholders.values()
            if place.name not in ("Source", "Slide Number", "Title", "Picture")
        }
        for name in WANTED
    }
    assert sizes == {
        "Cover": {"Subtitle": (28, 24, False), "Speaker": (28, 24, False)},
        "Section": {"Kicker": (24, 20, False)},
        "Bullets": {"Text": (28, 24, False)},
        "Few points": {"Text": (28, 24, False)},
        "Statement": {"Kicker": (24, 20, False)},
        "Quote": {"Quote": (36, 32, False), "Credit": (24, 20, False)},
        "Number": {"Number": (120, 116, False), "Caption": (30, 26, False)},
        "Ask": {"Text": (30, 26, False), "Contact": (44, 40, False)},
        "Photo": {"Caption": (24, 20, False)},
        "Sources": {"Sources": (22, 18, False)},
        "Closing": {"Text": (28, 24, False), "Contact": (28, 24, False)},
    }
    assert [of(name, for_ours(name, says_size=False)).placeholders["Title"].styles[0].size_pt for name in WANTED] == [
        *(48, 44, 36, 36, 44, 36, 36, 36, 36, 36, 36)
    ]
    assert of("Bullets", for_ours("Bullets", says_size=False)).placeholders["Title"].styles[0].bold


def test_sizes_follow_the_height_of_the_slide() -> None:
    layout = for_ours("Cover", says_size=False)
    half = serving("Cover", read_of(layout, height=3_429_000))
    assert half is not None
    assert [half.placeholders[name].styles[0].size_pt for name in ("Title", "Subtitle")] == [24, 18]
    assert half.placeholders["Subtitle"].styles[4].size_pt == 18
    sources = serving("Sources", read_of(for_ours("Sources", says_bullet=False), height=3_429_000))
    assert sources is not None
    assert sources.placeholders["Sources"].styles[0].hang == 27 * EMU_PER_POINT // 2


def test_a_template_that_says_sizes_keeps_them_and_its_weight() -> None:
    places = of("Bullets", for_ours("Bullets", style=Style(31.0, line_percent=100.0))).placeholders
    assert (places["Text"].sizes_pt, places["Text"].styles[0].size_pt) == ((31, 28, 24), 31)
    assert places["Title"].styles[0].bold is False


def test_titles_have_a_size_in_which_two_lines_have_room() -> None:
    def sizes(name: str, height_pt: float, percent: float = 100) -> tuple[float, ...]:
        style = Style(60.0, line_percent=percent)
        changes = {"box": points(60, 30, 840, height_pt), "insets": (0, 12_700, 0, 25_400), "styles": (style,) * 5}
        return of(name, replaced(for_ours(name), "title", **changes)).placeholders["Title"].sizes_pt

    assert sizes("Bullets", 3 + 2.5 * 36 + 0.1)[0] == 36
    assert sizes("Bullets", 3 + 2.5 * 36 - 0.1)[0] == 32
    assert sizes("Bullets", 3 + 2.5 * 36 - 0.1, 98)[0] == 36
    assert sizes("Bullets", 3 + 2.5 * 25 - 0.1) == (28,) or sizes("Bullets", 3 + 2.5 * 25 - 0.1)[-1] >= 24
    assert sizes("Cover", 3 + 2.5 * 36)[0] == 60  # where the title is the slide


def test_sources_are_never_large() -> None:
    assert of("Sources", for_ours("Sources", style=Style(40.0, line_percent=100.0))).placeholders[
        "Sources"
    ].sizes_pt == (*(24, 20, 18),)


def test_bullets_are_kept_where_they_belong_and_taken_away_elsewhere() -> None:
    style = Style(20.0, line_percent=100.0, bullet="–", left=300, hang=200, before_pt=2.0)
    kept = of("Bullets", for_ours("Bullets", style=style)).placeholders["Text"].styles[0]
    assert (kept.bullet, kept.left, kept.hang, kept.before_pt) == ("–", 300, 200, 2.0)
    gone = of("Quote", for_ours("Quote", style=style)).placeholders["Quote"].styles[0]
    assert (gone.bullet, gone.left, gone.hang, gone.before_pt) == ("", 0, 0, 2.0)
    plain = Style(20.0, line_percent=100.0, left=300, hang=-200)  # a first line further in is no bullet's place
    kept = of("Quote", for_ours("Quote", style=plain)).placeholders["Quote"].styles[0]
    assert (kept.left, kept.hang) == (300, -200)


def test_where_a_template_leaves_bullets_open_they_are_ours_each_level_further_in() -> None:
    first, second = of("Bullets", for_ours("Bullets", says_bullet=False)).placeholders["Text"].styles[:2]
    hang = 27 * EMU_PER_POINT
    assert (first.bullet, first.left, first.hang) == ("•", hang, hang)
    assert (second.bullet, second.left, second.hang) == ("•", 2 * hang, hang)
    assert first.before_pt == pytest.approx(20 / 3)
    with_bullets = [
        name
        for name in WANTED
        if any(one.styles[0].bullet for one in of(name, for_ours(name, says_bullet=False)).placeholders.values())
    ]
    assert with_bullets == ["Bullets", "Few points", "Sources"]


def test_a_placeholder_is_as_the_template_has_it() -> None:
    more = {"insets": (1, 2, 3, 4), "anchor": "middle", "shrinks": True}
    layout = for_ours("Quote", **more)
    place = of("Quote", layout).placeholders["Credit"]
    own: Slot = layout.slots[2]
    assert (place.index, place.box, place.insets, place.anchor, place.shrinks) == (2, own.box, *more.values())
    assert (place.inherited, place.is_moved) == (own.said, False)


def test_placeholders_of_one_index_are_told_apart_by_their_place() -> None:
    layout = for_ours("Cover")
    same = replaced(layout, "body", index=0)
    assert [place.is_moved for place in of("Cover", same).placeholders.values()][:3] == [True, True, False]


def test_an_ink_that_cannot_be_read_is_changed() -> None:
    style = Style(20.0, ink=Ink("ground"), line_percent=100.0)
    place = of("Bullets", for_ours("Bullets", style=style)).placeholders["Text"]
    assert place.styles[0].ink == Ink("text")
    assert place.inherited[0].ink == Ink("ground")
