"""Our layouts on a template's master: where they stand, in which letters."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec import structs

from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Align, Anchor, Ink, Shape, Stroke, Style, rectangle
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Layout
from talkbuilder.outputs.pptx.template.fallback import StandIns, notes_master
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.outputs.pptx.template.matching import CHOSEN, serve
from talkbuilder.themes.layouts import LAYOUTS
from talkbuilder.units import EMU_PER_POINT, Box
from tests.templates import OFFICE, found, points, read_of, slot

_WHOLE = points(0, 0, 960, 540)
_TITLE = slot("title", points(60, 30, 840, 90), Style(40.0, align="centre", font="titles"))
_UNDER_TITLE = ("Bullets", "Drawing", "Number", "Ask", "Photo", "Sources", "Memory", "Key quote", "Closing")
_OWN_PLACE = ("Question", "Statement")


def made(*layouts: Found, **more: Any) -> StandIns:
    return StandIns(read_of(*(layouts or (found(),)), **more), {})


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def listed(layout: Layout) -> Iterator[str]:
    yield layout.name
    for item in layout.items:
        assert isinstance(item, Shape)
        assert item.fill is not None
        x, y, width, height = (round(length / 12_700) for length in item.box)
        yield f"  draws {item.name}, {width} x {height} pt at {x}, {y} in {item.fill.name}"
    for name, place in layout.placeholders.items():
        x, y, width, height = (round(length / 12_700) for length in place.box)
        style = place.styles[0]
        sizes = " ".join(f"{size:g}" for size in place.sizes_pt)
        how = f"{style.font} {style.align}{' bold' * style.bold} {style.ink.name} {style.bullet_ink.name}"
        yield f"  {name}, {width} x {height} pt at {x}, {y}: {sizes} pt, {how}"


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("4x3", 9_144_000, 6_858_000), ("3x4-high", 6_858_000, 12_192_000)],
)
def test_ours_stand_on_slides_of_another_size_as_their_golden_says(
    name: str, width: int, height: int, golden: Callable[[str, str], None]
) -> None:
    ours = made(found(page=Box(0, 0, width, height)), width=width, height=height)
    golden(f"template-{name}", "\n".join(line for one in LAYOUTS for line in listed(ours[one])) + "\n")


# Places


def test_what_fills_a_page_of_ours_leaves_a_template_its_title_its_foot_and_all_that_it_draws() -> None:
    bar = rectangle("Bar", points(0, 480, 960, 60), Ink("accent1"))
    number = slot("sldNum", points(840, 490, 80, 30), Style(12.0, align="right"))
    ours = made(found(_TITLE, number, items=(bar,)))
    for name in ("Scene", "Map with lead", "Night map", "Full photo"):
        layout = ours[name]
        stage = layout.stage._replace(x=layout.stage.x + layout.corner[0], y=layout.stage.y + layout.corner[1])
        assert not overlap(stage, bar.box), name
        assert layout.placeholders["Title"].box == _TITLE.box
        for place in layout.placeholders.values():
            assert place.name == "Picture" or not overlap(place.box, stage), (name, place.name)
        assert stage.height > 0.4 * _WHOLE.height
    assert ours["Cover with drawing"] is ours["Cover"]


def test_every_layout_is_made_once_and_only_when_it_is_asked_for() -> None:
    own = Layout("Bullets", {}, Ink("ground"), {}, made()["Drawing"].fonts, *_grid(), part="one.xml")
    ours = StandIns(read_of(found()), {"Bullets": own})
    assert ours["Bullets"] is own
    assert ours["Quote"] is ours["Quote"]
    assert set(ours) == set(LAYOUTS)
    assert len(ours) == len(LAYOUTS)
    with pytest.raises(KeyError):
        ours["Limerick"]


def _grid() -> tuple[Any, Any]:
    one = made()["Drawing"]
    return one.grid, one.sizes


def test_a_lead_rises_to_its_title_beside_a_logo_and_what_is_drawn_stays_under_both() -> None:
    title = slot("title", points(60, 40, 700, 40), Style(32.0, font="titles"))
    logo = rectangle("Logo", points(800, 10, 100, 130), Ink("accent1"))
    ours = made(found(title, items=(logo,)))
    lead, drawn = ours["Drawing with lead"], ours["Drawing"]
    assert lead.placeholders["Lead"].box.right <= logo.box.x
    assert lead.grid.rise[0] < logo.box.bottom < drawn.grid.rise[0]
    alone = made(found(title))["Drawing with lead"]
    assert alone.placeholders["Lead"].box.right > logo.box.x


def test_a_title_stands_where_the_templates_does_and_what_follows_beneath_it() -> None:
    ours = made(found(_TITLE))
    for name in _UNDER_TITLE:
        places = dict(ours[name].placeholders)
        title = places.pop("Title")
        assert (title.box, title.styles[0].align, title.styles[0].font) == (_TITLE.box, "centre", "titles")
        assert all(place.box.y >= title.box.bottom for place in places.values()), name
    for name in _OWN_PLACE:
        assert ours[name].placeholders["Title"].box != _TITLE.box
    led = ours["Drawing with lead"].placeholders
    assert led["Lead"].box.y >= led["Title"].box.bottom
    assert led["Lead"].styles[0].align == "centre"


def test_where_titles_have_a_bar_or_a_rule_the_line_over_what_fills_a_page_stands_there() -> None:
    bar = rectangle("Bar", points(0, 0, 960, 130), Ink("accent1"))
    rule = rectangle("Rule", points(60, 124, 840, 2), Ink("accent1"))
    mark = rectangle("Mark", points(40, 45, 8, 60), Ink("accent1"))
    side = rectangle("Side", points(40, 0, 8, 540), Ink("accent1"))
    for drawn, is_there in (((bar,), True), ((rule,), True), ((mark,), True), ((side,), False), ((), False)):
        ours = made(found(_TITLE, items=drawn))
        for name in ("Section", "Statement", "Question"):
            assert (ours[name].placeholders["Kicker"].box == _TITLE.box) is is_there, name
            assert not (is_there and overlap(ours[name].placeholders["Title"].box, _TITLE.box)), name


def test_on_a_question_and_on_a_full_photo_nothing_stands_over_anything_else() -> None:
    ours = made(found(_TITLE))
    for name in ("Question", "Question with ring", "Statement", "Key quote", "Number", "Full photo", "Photo"):
        boxes = [place.box for place in ours[name].placeholders.values()]
        assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[:at]), name


@pytest.mark.parametrize(("x", "ends"), [(0, (20, 960)), (940, (0, 940)), (1000, (0, 960)), (200, (240, 911))])
def test_a_full_photo_goes_from_edge_to_edge_but_for_a_bar_at_its_side(x: int, ends: tuple[int, int]) -> None:
    bar = rectangle("Bar", points(x, 0, 20, 540), Ink("accent1"))
    photo = made(found(_TITLE, items=(bar,)))["Full photo"].placeholders["Picture"].box
    assert (round(photo.x / EMU_PER_POINT), round(photo.right / EMU_PER_POINT)) == ends


def test_a_full_photo_keeps_to_a_frame_or_a_form_that_the_template_draws_under_its_content() -> None:
    frame = points(30, 100, 900, 435)
    for drawn in ((rectangle("Frame", frame, None, Stroke(Ink("accent2"), 2)),), ()):
        box = made(found(_TITLE, items=drawn))["Full photo"].placeholders["Picture"].box
        assert frame.holds(box) is bool(drawn)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (850, 0), (0, 480), (850, 480)])
def test_no_place_of_ours_lies_on_a_logo_in_whatever_corner(x: int, y: int) -> None:
    logo = rectangle("Logo", points(x, y, 110, 60), Ink("accent2"))
    ours = made(found(_TITLE, items=(logo,)))
    for layout in (one for one in ours.values() if one.name != "Blank"):  # on which nothing is to be seen
        for place in layout.placeholders.values():
            assert not overlap(place.box, logo.box), (layout.name, place.name)
        assert not any(overlap(item.box, logo.box) for item in layout.items), layout.name


def test_a_slide_on_which_nothing_is_to_be_seen_is_dark_all_over() -> None:
    blank = made(found(_TITLE))["Blank"]
    (night,) = blank.items
    assert isinstance(night, Shape)
    assert night.box == _WHOLE
    assert night.fill
    dark, name = (rgb(one, blank.palette) for one in (night.fill, blank.placeholders["Title"].styles[0].ink))
    assert contrast(dark, "FFFFFF") >= 10
    assert contrast(dark, name) >= 4.5


def test_what_the_template_draws_lies_beneath_ours() -> None:
    bar = rectangle("Bar", points(0, 0, 100, 540), Ink("accent1"))
    ours = made(found(items=(bar,)))
    for layout in (drawing := ours["Drawing"], ours["Scene"]):  # in its own colours, also where ours are others
        assert [(one.name, one.box) for one in layout.beneath] == [(bar.name, bar.box)]
        assert [rgb(one.fill, layout.palette) for one in layout.beneath if isinstance(one, Shape) and one.fill] == [
            "4F81BD"
        ]
        assert rgb(layout.background, layout.palette) == "FFFFFF"
    assert drawing.base == ".xml"
    assert drawing.corner[0] + drawing.grid.margin >= bar.box.right


def test_sources_end_before_the_slide_number_and_leave_a_footer_its_room() -> None:
    number = slot("sldNum", points(840, 500, 80, 30), Style(12.0, align="right"))
    footer = slot("ftr", points(300, 500, 300, 30), Style(12.0), text="A parish")
    plain, footed = (made(found(_TITLE, *slots))["Drawing"] for slots in ((number,), (number, footer)))
    assert plain.placeholders[SLIDE_NUMBER].box.right == number.box.right
    assert plain.placeholders[SOURCE].box.right <= plain.placeholders[SLIDE_NUMBER].box.x
    assert footed.placeholders[SOURCE].box.bottom < footer.box.y  # and some air
    assert footed.placeholders["Footer"].inherited[0].ink == Ink("")  # so slides say it, for LibreOffice


def test_sources_stand_over_a_number_in_the_middle_of_the_foot() -> None:
    number = slot("sldNum", points(466, 512, 28, 22), Style(12.0, align="centre"))
    for name in ("Statement", "Drawing", "Blank"):
        places = made(found(_TITLE, number))[name].placeholders
        source = places.get(SOURCE, places["Title"])
        assert source.box.bottom <= places[SLIDE_NUMBER].box.y, name
        assert source.box.x < 100 * EMU_PER_POINT, name


def test_sources_on_the_templates_own_layouts_look_and_stand_as_on_ours() -> None:
    body = slot("body", points(90, 150, 780, 270), Style(24.0), index=1)
    layout = found(_TITLE, body, items=(rectangle("Bar", points(0, 500, 960, 40), Ink("accent1")),))
    read = read_of(layout)
    own = serve("Bullets", layout, read, CHOSEN)
    assert isinstance(own, Layout)
    made = StandIns(read, {"Bullets": own})
    (own_source, source, ours) = (one.placeholders[SOURCE] for one in (own, made["Bullets"], made["Drawing"]))
    assert own_source.box != source.box == ours.box
    assert (source.sizes_pt, source.styles[0].ink) == (ours.sizes_pt, ours.styles[0].ink)
    assert source.name == own_source.name  # it fills none of the template's
    text = structs.replace(own.placeholders["Text"], box=points(90, 150, 780, 400))  # more than may be taken of it
    kept = structs.replace(own, placeholders={**own.placeholders, "Text": text})
    assert StandIns(read, {"Bullets": kept})["Bullets"].placeholders == kept.placeholders


def test_where_nothing_can_be_read_a_panel_is_laid_and_all_text_stands_on_it() -> None:
    stripes = [
        rectangle("Stripe", points(60 * at, 0, 30, 540), Ink(ink)) for at, ink in enumerate(["dark1", "accent2"] * 8)
    ]
    layout = made(found(items=tuple(stripes)))["Bullets"]
    panel = layout.items[0]
    assert panel.name == "Panel"
    for place in layout.placeholders.values():
        middle = place.box.x + place.box.width // 2, place.box.y + place.box.height // 2
        assert panel.box.x <= middle[0] <= panel.box.right
        assert panel.box.y <= middle[1] <= panel.box.bottom


# Letters


def test_titles_are_in_letters_like_the_templates_own() -> None:
    style = Style(50.0, bold=True, italic=True, capitals=True, font="Papyrus", ink=Ink("own 123456"))
    for ours in (
        made(found(slot("title", _TITLE.box, style))),
        made(found(), master=found(slot("title", _WHOLE, style))),
    ):
        for name in ("Bullets", "Question", "Statement"):
            (title,) = ours[name].placeholders["Title"].styles[:1]
            assert (title.font, title.bold, title.italic, title.capitals) == ("Papyrus", True, True, True)


def test_titles_whose_ink_is_hard_to_read_have_one_ink_on_all_slides() -> None:
    pale = slot("title", _TITLE.box, Style(40.0, Ink("own 63A3C4"), font="titles"))
    grey = rectangle("Ground", points(0, 0, 960, 540), Ink("own EAEAEA"))
    layouts = found(pale, name="text"), found(pale, name="Section Header", kind="secHead", items=(grey,))
    for one in layouts:
        one.palette.inks.update({"own 63A3C4": "63A3C4", "own EAEAEA": "EAEAEA"})
    ours = made(*layouts)
    shown = {
        rgb(layout.placeholders["Title"].styles[0].ink, layout.palette)
        for layout in (ours[one] for one in ("Drawing", "Scene", "Statement", "Cover", "Section", "Closing"))
    }
    channels = zip(*(bytes.fromhex(one) for one in shown), strict=True)
    assert all(max(one) - min(one) <= 1 for one in channels)  # a shade of a theme's colour is rounded


def test_what_leads_to_a_sentence_stands_in_a_bar_for_titles_in_their_letters() -> None:
    bar = rectangle("Bar", points(0, 0, 960, 130), Ink("accent1"))
    for items, is_title in (((), False), ((bar,), True)):
        ours = made(found(_TITLE, items=items))
        for name in ("Statement", "Question", "Question with ring"):
            kicker = ours[name].placeholders["Kicker"]
            assert (kicker.box == _TITLE.box, kicker.styles[0].font == "titles") == (is_title, is_title)
            assert kicker.role == "body"


@pytest.mark.parametrize(("align", "x", "is_alike"), [("left", 80, True), ("left", 200, False), ("centre", 60, False)])
def test_a_title_of_the_templates_stands_as_ours_do_where_it_nearly_does(align: Align, x: int, is_alike: bool) -> None:
    usual = slot("title", points(60, 30, 840, 90), Style(40.0))
    moved = structs.replace(usual, box=points(x, 34, 700, 60), styles=(Style(28.0, align=align),))
    body = slot("body", points(60, 140, 840, 300), index=1)
    text, blank = found(moved, body, name="text"), found(usual, name="alone")
    served = serve("Bullets", text, read := read_of(blank, text), CHOSEN)
    assert isinstance(served, Layout)
    ours = StandIns(read, {"Bullets": structs.replace(served, part="")}, blank)
    theirs, drawn = (ours[one].placeholders["Title"] for one in ("Bullets", "Drawing"))
    assert (theirs.box == drawn.box and theirs.sizes_pt == drawn.sizes_pt) is is_alike


@pytest.mark.parametrize(("anchor", "y", "ends"), [("top", 490, 508), ("middle", 480, 509)])
def test_sources_stand_on_the_line_of_the_slide_number(anchor: Anchor, y: int, ends: int) -> None:
    number = slot("sldNum", points(820, y, 80, 40), Style(14.0, align="right"), index=12)
    number = structs.replace(number, anchor=anchor, insets=(0, 0, 0, 0))
    beside = made(found(number))["Drawing"].placeholders[SOURCE].box
    assert abs(beside.bottom - ends * EMU_PER_POINT) < 2 * EMU_PER_POINT


def test_a_line_under_a_title_stands_where_that_does() -> None:
    ours = made(found(_TITLE))
    for name, place in (("Ask", "Text"), ("Closing", "Text"), ("Closing", "Contact")):
        text = ours[name].placeholders[place]
        assert text.styles[0].align == "centre"
        assert abs(2 * text.box.x + text.box.width - 2 * _TITLE.box.x - _TITLE.box.width) < points(1, 0, 0, 0).x


def test_sources_have_one_size_on_all_slides() -> None:
    ours = made(found(slot("title", points(60, 4, 840, 40), Style(24.0))))
    places = [ours[name].placeholders[SOURCE] for name in ("Drawing", "Drawing with lead", "Statement", "Key quote")]
    assert {one.sizes_pt for one in places} == {(14.0,)}


def test_only_titles_are_in_the_templates_letters_of_titles() -> None:
    ours = made(found(slot("title", _TITLE.box, Style(40.0, font="titles"))))
    for layout in map(ours.__getitem__, LAYOUTS):
        fonts = {place.name: {one.font for one in place.styles} for place in layout.placeholders.values()}
        assert fonts.pop("Title") == ({"text"} if layout.name == "Blank" else {"titles"})
        assert all(one == {"text"} for one in fonts.values())


def test_titles_are_as_large_as_the_templates_also_where_its_place_is_low() -> None:
    low = structs.replace(_TITLE, box=points(60, 30, 840, 40))
    assert made(found(low))["Drawing"].placeholders["Title"].sizes_pt[0] == 40


def test_a_title_keeps_the_ground_that_the_template_gives_it() -> None:
    layout = made(found(slot("title", _TITLE.box, Style(40.0, Ink("ground")), fill=Ink("soft"))))["Drawing"]
    title = layout.placeholders["Title"]
    assert title.fill
    assert [rgb(one, layout.palette) for one in (title.fill, title.styles[0].ink)] == ["1F497D", "FFFFFF"]
    assert layout.beneath[-1].box == title.box


def test_notes_are_printed_in_the_templates_colours() -> None:
    assert notes_master(read_of(found()), "church").colours == OFFICE


def test_a_closing_on_the_usual_canvas_has_its_title_where_all_have_theirs() -> None:
    cover = found(name="cover", kind="title", items=(rectangle("Art", points(0, 0, 200, 540), Ink("accent1")),))
    for title in ([_TITLE], []):
        layouts = made(found(*title, name="text", kind="obj"), cover)
        closing, usual = (layouts[name].placeholders["Title"] for name in ("Closing", "Drawing"))
        assert (closing.box, closing.styles, closing.sizes_pt) == (usual.box, usual.styles, usual.sizes_pt)


def test_a_number_stands_where_the_templates_does_also_at_the_head() -> None:
    number = slot("sldNum", points(860, 20, 80, 40))
    place = made(found(number, name="head"))["Drawing"].placeholders[SLIDE_NUMBER]
    assert number.box.holds(place.box)


def test_there_is_no_number_where_neither_layout_nor_master_has_a_place_on_the_page_for_one() -> None:
    outside = slot("sldNum", points(840, 560, 80, 30))
    hanging = slot("sldNum", points(840, 520, 80, 30))  # over the edge
    for slots, is_there in (((), False), ((outside,), False), ((hanging,), True)):
        places = made(found(_TITLE, *slots))["Drawing"].placeholders
        assert (SLIDE_NUMBER in places) is is_there
        assert all(place.box.bottom <= _WHOLE.bottom for place in places.values())


def test_a_lead_has_its_middle_under_a_title_in_the_middle_of_the_page_beside_an_ornament() -> None:
    number = slot("sldNum", points(840, 500, 80, 30), Style(12.0, align="right"))
    leaf = rectangle("Leaf", points(720, 300, 240, 240), Ink("accent1"))
    drawn, led = (made(found(_TITLE, number, items=(leaf,)))[name] for name in ("Drawing", "Drawing with lead"))
    assert drawn.placeholders["Title"].box == _TITLE.box
    assert drawn.placeholders[SOURCE].box.right < leaf.box.x
    lead = led.placeholders["Lead"].box
    assert lead.x + lead.right == _TITLE.box.x + _TITLE.box.right


@pytest.mark.parametrize(
    ("x", "align", "is_kept"), [(60, "left", True), (100, "left", True), (300, "left", False), (60, "centre", False)]
)
def test_points_begin_where_all_else_does_or_are_drawn(x: int, align: Align, is_kept: bool) -> None:
    title, text = (points(60, y, 840, high) for y, high in ((30, 60), (120, 300)))
    head = slot("title", title, Style(36.0, font="titles"))
    usual = found(head, name="usual")
    listed = slot(
        "body",
        text._replace(x=x * EMU_PER_POINT),
        Style(24.0, align=align, left=40 * EMU_PER_POINT, hang=20 * EMU_PER_POINT, bullet="•"),
        index=1,
    )
    texts = found(
        slot("title", title._replace(x=(x if x > 200 else 60) * EMU_PER_POINT), Style(36.0, font="titles")),
        listed,
        name="texts",
    )
    read = read_of(usual, texts)
    served = serve("Bullets", texts, read, CHOSEN)
    assert isinstance(served, Layout)
    ours = StandIns(read, {"Bullets": served}, usual)
    assert bool(ours.yielding(("Bullets",))) is not is_kept
    cited = serve("Sources", texts, read, CHOSEN)
    assert isinstance(cited, Layout)
    assert bool(StandIns(read, {"Sources": cited}, usual).yielding(("Sources",))) is (x > 60 or align == "centre")
    place = ours["Bullets"].placeholders["Text"]
    begins = place.inner.x + place.styles[0].left - place.styles[0].hang
    assert begins == ours["Quote"].placeholders["Quote"].inner.x


def test_words_alone_under_a_title_in_the_middle_are_in_the_middle_with_it() -> None:
    for align in ("left", "centre"):
        ours = made(found(slot("title", points(60, 30, 840, 90), Style(40.0, align=align, font="titles"))))
        for name, places in (("Quote", ("Quote", "Credit")), ("Number", ("Number", "Caption"))):
            title, *said = (ours[name].placeholders[one] for one in ("Title", *places))
            for one in said:
                assert one.styles[0].align == align
                middles = [box.x + box.width // 2 for box in (one.inner, title.inner)]
                assert align == "left" or abs(middles[0] - middles[1]) <= EMU_PER_POINT
        assert ours["Statement"].placeholders["Title"].styles[0].align == align
        assert ours["Quote beside drawing"].placeholders["Quote"].styles[0].align == "left"


def test_a_talk_closes_on_what_its_cover_is_drawn_over() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    cover = found(name="First", items=(rectangle("Ground", _WHOLE, Ink("dark2")),))
    assert StandIns(read_of(usual, cover), {}, over={"Cover": cover})["Closing"].base == cover.part
    # That cover may be one of another master.
    closing = StandIns(read_of(usual), {}, over={"Cover": cover}, others=[read_of(cover)])["Closing"]
    assert closing.base == cover.part
