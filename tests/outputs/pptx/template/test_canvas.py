"""On which drawings of a template ours stand, and on which part of them."""

import io

import pytest
from msgspec import structs
from PIL import Image as Pictures

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Align, Image, Ink, Style, rectangle
from talkbuilder.outputs.pptx.template.canvas import (
    OVER_ALL,
    UNDER_HEADLINE,
    UNDER_TITLE,
    Canvas,
    canvas_of,
    grid_on,
    has_bar,
    in_line,
    on_even_ground,
    opening_of,
    over,
    paneled,
)
from talkbuilder.outputs.pptx.template.shapes import PIXELS, Look, picture_of
from talkbuilder.units import EMU_PER_POINT, Box
from tests.templates import found, points, read_of, slot

_TITLE = slot("title", points(60, 30, 840, 90), Style(40.0))
_PAGE, _NOWHERE = points(0, 0, 960, 540), Span(Source("", ""), 0, 0)
_CELL = 18 * EMU_PER_POINT
_BAR = rectangle("Bar", points(0, 0, 960, 300), Ink("accent1"))
_STRIPES = tuple(rectangle("Stripe", points(x, 0, 320, 540), Ink("accent1")) for x in (0, 640))


def test_the_layout_for_a_title_alone_comes_first_where_it_leaves_room() -> None:
    body = slot("body", points(60, 140, 840, 300))
    text, alone = found(_TITLE, body, name="text", kind="obj"), found(_TITLE, name="alone", kind="titleOnly")
    assert canvas_of(read_of(text, alone)).found is alone
    crowded = found(_TITLE, name="crowded", kind="titleOnly", items=(_BAR,))
    assert canvas_of(read_of(crowded, text)).found is text
    assert canvas_of(read_of(crowded, text), crowded).found is crowded


def test_what_most_slides_of_the_file_stand_on_comes_before_all_but_a_quotation() -> None:
    line = rectangle("Line", points(0, 500, 960, 10), Ink("accent1"))
    alone = found(_TITLE, name="Title Only", kind="titleOnly")
    used = found(_TITLE, slot("chart", points(60, 140, 840, 300)), name="Charts", items=(line,), slides=20)
    assert canvas_of(read_of(alone, used)).found is used
    for other in (structs.replace(used, slides=1), structs.replace(used, name="Quote Dark")):
        assert canvas_of(read_of(alone, other)).found is alone
    low = found(slot("title", points(60, 400, 840, 60)), name="Captions", items=(line,), slides=20)
    assert canvas_of(read_of(alone, low)).found is alone


def test_a_title_on_a_ground_of_its_own_keeps_all_of_that_and_its_letters_keep_clear() -> None:
    logo = rectangle("Logo", points(860, 5, 80, 70), Ink("text"))
    plain = structs.replace(_TITLE, box=points(0, 0, 960, 80), insets=(0, 0, 0, 0))
    titles = []
    for one in (plain, structs.replace(plain, fill=Ink("accent1"))):
        made = canvas_of(read_of(found(one, name="bar", items=(logo,)))).title
        assert made
        titles.append(made)
    cut, whole = titles
    assert (whole.box.x, whole.box.width) == (plain.box.x, plain.box.width)
    left, _, right, _ = whole.insets
    assert (whole.box.x + left, whole.box.right - right) == (cut.box.x, cut.box.right)
    of_slides = found(structs.replace(plain, fill=Ink("accent1")), items=(structs.replace(logo, name="House 7"),))
    shown = canvas_of(read_of(of_slides)).title
    assert shown
    assert not shown.box.meets(logo.box)  # which stood over titles there


def test_a_place_for_one_line_is_enough_for_a_title() -> None:
    for height, is_enough in ((35, True), (28, False)):
        low = structs.replace(_TITLE, box=points(60, 30, 840, height))
        assert (canvas_of(read_of(found(low, name="low"))).title is not None) is is_enough


def test_two_lines_of_a_title_keep_off_the_upper_edge_of_the_page_where_one_has_room() -> None:
    for high, y in ((76, 10), (50, 4)):
        place = structs.replace(slot("title", points(60, 4, 840, high), Style(36.0)), anchor="middle")
        title = canvas_of(read_of(found(place))).title
        assert title
        assert title.box.y // EMU_PER_POINT == y
        assert title.box.y + title.box.bottom == pytest.approx(place.box.y + place.box.bottom, abs=4)


def test_a_title_that_leaves_half_of_the_page_to_a_picture_is_widened_where_nothing_is_drawn() -> None:
    narrow = slot("title", points(60, 30, 400, 90), Style(40.0))
    made = canvas_of(read_of(found(narrow, name="narrow")))
    assert made.title
    assert made.title.box == points(60, 30, 840, 90)
    logo = rectangle("Logo", points(800, 20, 120, 90), Ink("accent1"))
    beside = canvas_of(read_of(found(narrow, name="narrow", items=(logo,))))
    assert beside.title
    assert beside.title.box.right <= logo.box.x


@pytest.mark.parametrize(
    ("align", "at", "ink", "sides"),
    [
        ("left", 60, "accent6", (60, 900)),
        ("right", 800, "accent6", (60, 900)),
        ("centre", 800, "accent6", (160, 800)),
    ],
)
def test_titles_stand_on_the_line_of_the_templates_over_ornaments_but_not_over_logos(
    align: Align, at: int, ink: str, sides: tuple[int, int]
) -> None:
    title = structs.replace(_TITLE, styles=(Style(40.0, align=align),))
    made = canvas_of(read_of(found(title, items=(rectangle("Ornament", points(at, 0, 100, 540), Ink(ink)),)))).title
    assert made
    assert [made.box.x, made.box.right] == pytest.approx([one * EMU_PER_POINT for one in sides], abs=_CELL)
    logo = rectangle("Logo", points(at, 20, 100, 80), Ink(ink))
    made = canvas_of(read_of(found(title, items=(logo,)))).title
    assert made
    assert not made.box.meets(logo.box)


def test_a_title_is_as_wide_as_with_the_house_where_a_line_of_it_has_room_under_a_logo() -> None:
    place = structs.replace(_TITLE, styles=(Style(40.0, align="centre"),))
    for low, is_wide in ((50, True), (90, False)):
        logo = rectangle("Logo", points(760, 20, 120, low - 20), Ink("accent1"))
        title = canvas_of(read_of(found(place, items=(logo,)))).title
        assert title
        assert (title.box.width == place.box.width) is is_wide
        assert not title.box.meets(logo.box)


def test_an_opening_over_a_picture_has_its_panel_on_the_lower_half_or_on_what_no_logo_stands_on() -> None:
    stops = tuple((at / 8, "000000" if at % 2 else "FFFFFF", 100) for at in range(9))
    photo = Image("Photo", _PAGE, picture_of(stops, 90.0, (960, 540)), "png", *PIXELS, _NOWHERE)
    read = read_of(found(_TITLE, name="text"))

    def panel(*logos: tuple[float, float]) -> Box | None:
        items = [rectangle("Logo", points(x, y, 60, 30), Ink("accent1")) for x, y in logos]
        made = over(found(name="cover", items=(photo, *items)), read)
        return made.panel.box if made and made.panel else None

    usual, high = panel(), panel((700, 450), (200, 300))
    assert usual
    assert usual.y > 0.4 * _PAGE.height
    assert high
    assert not any(map(high.meets, (points(700, 450, 60, 30), points(200, 300, 60, 30))))
    # One that is a sheet of logos leaves no room.
    assert panel(*((x, y) for x in range(80, 900, 200) for y in range(60, 500, 90))) is None


def test_drawings_stand_on_the_look_of_the_layout_for_texts_where_that_leaves_room() -> None:
    alone = found(_TITLE, name="alone", kind="titleOnly", part="alone")
    body, line = slot("body", points(60, 140, 840, 300)), rectangle("Line", points(0, 490, 960, 4), Ink("accent1"))
    for drawn, is_taken in ((line, True), (rectangle("Half", points(480, 0, 480, 540), Ink("accent1")), False)):
        text = found(_TITLE, body, name="text", kind="obj", items=(drawn,), part="text")
        assert canvas_of(read_of(alone, text), for_texts="text").found is (text if is_taken else alone)
        assert canvas_of(read_of(alone, text)).found is alone
    same = found(_TITLE, name="same", kind="titleOnly", items=(line,), part="same")
    text = found(_TITLE, body, name="text", kind="obj", items=(line,), part="text")
    assert canvas_of(read_of(alone, text, same), for_texts="text").found is text


def test_a_ground_that_shades_off_is_no_bar() -> None:
    stops = ((0.0, "203818", 100), (1.0, "000000", 100))
    shade = Image("Gradient", _PAGE, picture_of(stops, 90, _PAGE[2:]), "png", *PIXELS, _NOWHERE)
    usual = found(_TITLE, name="text", kind="obj", items=(shade,))
    black = found(name="blank", items=(rectangle("Black", _PAGE, Ink("dark1")),))
    read = read_of(usual, black)
    canvas = canvas_of(read, usual)
    assert not has_bar(canvas)
    assert opening_of(read, canvas, "Section").found is usual


def test_a_bare_layout_without_a_title_is_worth_less() -> None:
    small = found(_TITLE, name="titled", items=(rectangle("Foot", points(0, 480, 960, 60), Ink("accent1")),))
    assert canvas_of(read_of(found(name="bare"), small)).found is small


def test_openings_stand_on_the_title_slide_where_that_leaves_the_room() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    cover = found(name="cover", kind="title", items=(rectangle("Left", points(0, 0, 60, 540), Ink("accent1")),))
    full = found(name="full", kind="title", items=_STRIPES)
    for title, expected in ((cover, cover), (full, usual)):
        read = read_of(title, usual)
        assert opening_of(read, canvas_of(read), "Section").found is expected


def test_a_cover_needs_less_room_than_a_closing_or_a_part_and_this_none_of_the_words_of_one_cover() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    for high, words, is_for_parts in ((280, (), False), (200, (), True), (200, ("A. Speaker",), False)):
        look = Look((rectangle("Art", points(0, 0, 960, high), Ink("accent1")),), (), words=words)
        below = slot("subTitle", points(60, 300, 840, 60))
        cover = structs.replace(found(below, name="cover", kind="title"), read_look=lambda look=look: look)
        read = read_of(cover, usual)
        openings = [opening_of(read, canvas_of(read), name).found for name in ("Cover", "Section", "Closing")]
        assert openings == [cover, cover if is_for_parts else usual, usual]


def test_parts_stand_where_all_does_that_looks_as_they_do() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    places = slot("ctrTitle", points(60, 300, 840, 60)), slot("sldNum", points(60, 480, 60, 30))
    cover = found(*places, name="cover", kind="title")
    read = read_of(cover, usual)
    assert opening_of(read, canvas_of(read), "Section", cover) == canvas_of(read)


def test_a_deck_closes_on_its_cover_where_that_has_another_ground_and_leaves_all_the_room() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    above, ground = points(60, 30, 840, 170), rectangle("Ground", _PAGE, Ink("dark2"))
    for name, grounds, art, place, expected in (
        ("high", [ground], points(0, 0, 960, 160), None, True),
        ("of the usual ground", [], points(0, 0, 960, 160), None, False),
        ("low", [ground], points(0, 0, 960, 260), None, False),
        ("narrow", [ground], points(0, 0, 460, 540), None, False),
        ("titled", [ground], points(0, 500, 960, 40), above, False),
    ):
        drawn = (*grounds, rectangle("Art", art, Ink("light1" if grounds else "accent1")))
        cover = found(*([slot("title", place)] if place else []), name=name, items=drawn)
        cover = structs.replace(cover, is_made=name == "high")  # of the slide that opens the file, too
        read = read_of(usual, cover)
        closing = opening_of(read, canvas_of(read, usual), "Closing", cover).found
        assert closing is (cover if expected else usual), name


def test_a_deck_closes_on_a_cover_if_small_texts_are_read_in_the_ink_of_its_title() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    title = structs.replace(_TITLE, styles=(Style(36.0, Ink("light1")),))
    for colour, is_read in (("0072BC", True), ("2980B9", False)):
        cover = found(title, name="cover", kind="title", items=(rectangle("Ground", _PAGE, Ink(f"own {colour}")),))
        cover.palette.own(colour)
        read = read_of(usual, cover)
        assert (opening_of(read, canvas_of(read, usual), "Closing", cover).found is cover) is is_read, colour


def test_a_deck_closes_on_what_is_called_a_closing_if_that_leaves_all_the_room() -> None:
    usual = found(_TITLE, name="text", kind="obj")
    for name, art, is_taken in (
        ("Our closing slide", points(0, 480, 960, 60), True),
        ("Danke", points(0, 480, 960, 60), True),
        ("Danke", points(0, 260, 960, 280), False),
    ):
        closing = found(name=name, items=(rectangle("Art", art, Ink("accent1")),))
        read = read_of(usual, closing)
        assert opening_of(read, canvas_of(read, usual), "Closing").found is (closing if is_taken else usual)
        assert opening_of(read, canvas_of(read, usual), "Cover").found is not closing


def test_what_opens_stands_on_no_bar_that_would_stay_empty() -> None:
    bar = rectangle("Bar", points(0, 0, 960, 130), Ink("accent1"))
    usual = found(_TITLE, name="text", kind="obj", items=(bar,))
    cover = found(name="cover", kind="title", items=_STRIPES)
    part = found(slot("title", points(60, 200, 840, 90)), name="part", kind="secHead")
    for last, expected in ((part, part), (structs.replace(usual, kind="secHead"), usual)):
        read = read_of(cover, usual, last)
        assert has_bar(canvas_of(read))
        assert opening_of(read, canvas_of(read), "Section").found is expected


def test_an_opening_that_looks_like_all_else_is_no_other() -> None:
    usual = found(_TITLE, name="text", kind="titleOnly")
    read = read_of(found(slot("ctrTitle", points(120, 60, 700, 200)), name="cover", kind="title"), usual)
    assert opening_of(read, canvas_of(read), "Section").found is usual


@pytest.mark.parametrize(("y", "height"), [(300, 100), (30, 20)])
def test_a_title_that_stands_low_or_is_too_small_serves_no_slide(y: int, height: int) -> None:
    assert canvas_of(read_of(found(slot("title", points(60, y, 840, height))))).title is None


def test_the_grid_lies_in_what_is_free_and_begins_under_the_title() -> None:
    left = rectangle("Left", points(0, 0, 100, 540), Ink("accent1"))
    read = read_of(found(_TITLE, items=(left,)))
    canvas = canvas_of(read)
    assert canvas.title is not None
    under_two_lines = canvas.title.box.bottom + 5 * EMU_PER_POINT
    for begins, top in ((UNDER_TITLE, under_two_lines), (OVER_ALL, canvas.room.y)):
        grid, (x, y) = grid_on(canvas, begins, read)
        box = grid.box(1, grid.columns, begins, grid.foot[1])
        assert x + box.x >= left.box.right
        assert y + box.y == pytest.approx(top, abs=12_700)
        assert y + box.bottom <= canvas.room.bottom + 90
        assert x + box.right <= canvas.room.right + 90


def test_sources_stand_beside_a_logo_at_the_foot_if_they_begin_where_all_else_does() -> None:
    for logos, is_beside in ((((730, 480, 130, 50),), True), (((100, 480, 130, 50),), False), ((), False)):
        items = tuple(rectangle("Logo", points(*one), Ink("accent1")) for one in logos)
        read = read_of(found(_TITLE, items=items))
        canvas = canvas_of(read)
        grid, (_, y) = grid_on(canvas, UNDER_TITLE, read)
        assert (y + round(grid.foot[0]) * grid.row >= canvas.room.bottom - 12_700) == is_beside


def test_what_a_page_ends_with_does_not_touch_a_line_under_it() -> None:
    line = rectangle("Line", points(40, 509.2, 880, 0.5), Ink("accent1"))
    read = read_of(found(_TITLE, slot("ftr", points(400, 514, 120, 20), text="Our church"), items=(line,)))
    for begins in (UNDER_TITLE, OVER_ALL):
        grid, (_, y) = grid_on(canvas_of(read), begins, read)
        assert y + max(grid.foot[1], grid.free[1]) * grid.row <= line.box.y - points(0, 14, 0, 0).y


def test_pages_with_a_lead_and_without_one_begin_at_one_edge_beside_or_over_a_logo() -> None:
    logo = rectangle("Logo", points(50, 423, 64, 87), Ink("accent1"))
    read = read_of(found(slot("title", points(60, 30, 840, 50), Style(40.0)), items=(logo,)))
    pages = [grid_on(canvas_of(read), begins, read) for begins in (UNDER_TITLE, UNDER_HEADLINE)]
    assert {x + grid.margin for grid, (x, _) in pages} == {points(60, 0, 0, 0).x}


@pytest.mark.parametrize(("x", "y", "ends"), [(800, 250, (780, True)), (300, 500, (910, False))])
def test_a_footer_bounds_the_room_from_the_side_that_it_stands_at(x: int, y: int, ends: tuple[int, bool]) -> None:
    footer = slot("ftr", points(x, y, 120, 30), Style(12.0), text="Our church")
    room = canvas_of(read_of(found(_TITLE, footer, name="footer"))).room
    assert (round(room.right / EMU_PER_POINT, -1), room.bottom > points(0, 500, 0, 0).y) == ends


def test_without_a_title_of_the_templates_a_page_is_all_ours() -> None:
    read = read_of(found())
    canvas = canvas_of(read)
    (under, corner), (over_all, same) = (grid_on(canvas, begins, read) for begins in (UNDER_TITLE, OVER_ALL))
    assert structs.replace(under, rise=over_all.rise) == over_all
    assert corner == same
    assert (under.rise[0], over_all.rise[0]) == (canvas.room.y, 0)


def test_a_page_may_rise_under_small_titles_but_not_over_what_is_drawn_under_these() -> None:
    rule = rectangle("Rule", points(60, 100, 840, 3), Ink("accent1"))
    bar = rectangle("Bar", points(0, 0, 960, 130), Ink("accent1"))
    tops = []
    for items in ((), (rule,), (bar,)):
        read = read_of(found(_TITLE, items=items))
        grid, (_, y) = grid_on(canvas_of(read), UNDER_TITLE, read)
        tops.append((grid.rise[0], y + round(grid.free[0] * grid.row)))
    (free, usual), (ruled, _), (barred, under_bar) = tops
    assert 0 < free < rule.box.y < ruled <= usual
    assert barred == 0
    assert under_bar - bar.box.bottom > points(0, 0, 0, 19).height  # as far as from what its letters would reach to


def test_what_is_drawn_ends_as_far_from_the_edge_as_it_begins_and_farther_out_where_texts_do() -> None:
    for right, ends in ((880, 900), (905, 905), (700, 900), (920, 911), (960, 900)):
        body = slot("body", points(60, 140, right - 60, 300))
        read = read_of(found(slot("title", points(60, 30, right - 60, 90), Style(40.0)), body))
        grid, (x, _) = grid_on(canvas_of(read), UNDER_TITLE, read)
        assert round((x + grid.width - grid.margin) / EMU_PER_POINT) == ends


def test_titles_in_the_middle_tell_nothing_of_where_all_else_begins() -> None:
    cases: list[tuple[int, Align, int]] = [
        (140, "centre", 49),
        (140, "left", 140),
        (250, "left", 49),
    ]
    for x, align, begins in cases:
        head = slot("title", points(x, 30, 960 - 2 * x, 60), Style(40.0, align=align), insets=(0, 0, 0, 0))
        body = slot("body", points(x if align == "left" else 20, 140, 500, 300), insets=(0, 0, 0, 0))
        read = read_of(found(head, body))
        grid, (left, _) = grid_on(canvas_of(read), UNDER_TITLE, read)
        assert abs(round((left + grid.margin) / EMU_PER_POINT) - begins) <= 1, (x, align)


@pytest.mark.parametrize(("align", "more"), [("left", 0), ("centre", 30)])
def test_titles_and_what_stands_under_them_share_an_edge_or_an_axis_but_in_the_middle_of_a_page(
    align: Align, more: int
) -> None:
    low, side = (rectangle("Side", points(0, y, 200, 540 - y), Ink("accent1")) for y in (150, 30))
    for items, width, title in (((low,), 840, True), ((low,), 300, False), ((side,), 840, True)):
        head = slot("title", points(60, 40, width + more, 60), Style(40.0, align=align), insets=(0, 0, 0, 0))
        read = read_of(found(head, items=items))
        made = in_line(canvas_of(read), read)
        grid, (x, _) = grid_on(made, UNDER_TITLE, read)
        box = made.title.box if made.title else _PAGE
        left, right = x + grid.margin, x + grid.width - grid.margin
        edges = (left, box.x) if align == "left" else (left + right, box.x + box.right)
        assert edges[0] == pytest.approx(edges[1], abs=2 * 12_700) or not title


def test_a_title_in_the_middle_of_a_page_stays_there_over_what_stands_beside_an_ornament() -> None:
    low = rectangle("Low", points(0, 150, 200, 390), Ink("accent1"))
    read = read_of(found(slot("title", points(60, 40, 840, 60), Style(40.0, align="centre")), items=(low,)))
    made = in_line(canvas_of(read), read)
    assert made.title is not None
    assert made.title.box == points(60, 40, 840, 60)


def test_a_page_keeps_to_the_axis_of_its_title_where_that_costs_little() -> None:
    side = rectangle("Side", points(0, 150, 80, 390), Ink("accent1"))
    read = read_of(found(slot("title", points(60, 30, 840, 90), Style(40.0, align="centre")), items=(side,)))
    grid, (x, _) = grid_on(canvas_of(read), UNDER_TITLE, read)
    assert 2 * x + grid.width == pytest.approx(_PAGE.width, abs=12_700)


def test_a_layout_that_hides_what_the_master_draws_comes_last() -> None:
    logo = rectangle("Logo", points(40, 20, 60, 30), Ink("accent1"))
    hides = found(slot("title", points(60, 60, 840, 60), Style(40.0)), name="full picture")
    shows = found(_TITLE, slot("body", points(60, 140, 840, 300)), name="text", beneath=(logo,))
    read = structs.replace(read_of(hides, shows), master=found(name="master", items=(logo,)))
    assert canvas_of(read).found is shows


def test_a_panel_has_the_hue_of_what_lies_beneath_it() -> None:
    stripes = tuple(
        rectangle("Stripe", points(0, 30 * row, 960, 30), Ink(f"own {'3A0060' if row % 2 else 'E060FF'}"))
        for row in range(18)
    )
    layout = found(items=stripes)
    layout.palette.inks.update({"own 3A0060": "3A0060", "own E060FF": "E060FF", "accent3": "8000A0"})
    panel = canvas_of(read_of(layout)).panel
    assert panel is not None
    assert panel.fill is not None
    red, green, blue = (int(rgb(panel.fill, layout.palette.inks)[at : at + 2], 16) for at in (0, 2, 4))
    assert green < red < blue


def test_a_title_on_a_panel_ends_where_that_does() -> None:
    read = read_of(found(_TITLE))
    made = paneled(canvas_of(read), read, points(60, 20, 700, 480))
    assert made.title
    assert made.panel
    assert made.title.box.right == made.panel.box.right < _TITLE.box.right


def test_the_beginning_of_a_part_is_drawn_upon_only_where_nothing_else_has_the_room() -> None:
    side = rectangle("Side", points(0, 0, 300, 540), Ink("accent1"))
    low = slot("title", points(30, 40, 240, 300))
    alone, part = found(low, name="alone", kind="titleOnly", items=(side,)), found(low, name="part", kind="secHead")
    assert canvas_of(read_of(part, alone)).found is alone
    assert canvas_of(read_of(part)).found is part


@pytest.mark.parametrize(("left", "begins"), [(30, 30), (8, 48)])
def test_a_page_begins_where_a_title_does_that_stands_nearer_to_the_edge_than_ours(left: int, begins: int) -> None:
    read = read_of(found(slot("title", points(left, 30, 840, 60), Style(28.0)), name="one", kind="titleOnly"))
    assert canvas_of(read).room.x // 12_700 == begins


def test_what_follows_keeps_off_the_letters_of_a_title_and_a_lead_less() -> None:
    def top(height: int, anchor: str, row: float = UNDER_TITLE) -> float:
        title = slot("title", points(60, 30, 840, height), Style(28.0), anchor=anchor)
        read = read_of(found(title, name="one", kind="titleOnly"))
        grid, corner = grid_on(canvas_of(read), row, read)
        return (corner[1] + row * grid.row) / 12_700 - 30 - height

    assert top(90, "top") == pytest.approx(0, abs=1)  # enough is free under its letters
    assert top(40, "top") == pytest.approx(12, abs=1)
    assert top(40, "bottom") == pytest.approx(15, abs=1)
    assert top(40, "top", UNDER_HEADLINE) == pytest.approx(2, abs=1)


def test_no_panel_covers_a_picture_on_which_all_texts_can_be_read() -> None:
    def painted(light: str, steps: int = 8) -> Canvas:
        stops = tuple((at / steps, light if at % 2 else "302060", 100) for at in range(steps + 1))
        picture = Image("Background", _PAGE, picture_of(stops, 0.0, (960, 540)), "png", *PIXELS, _NOWHERE)
        return canvas_of(read_of(structs.replace(found(_TITLE), read_look=lambda: Look((picture,), ()))))

    calm, glaring = painted("6050A0"), painted("E0D0FF")
    assert calm.panel is None
    assert calm.room.width > 0.8 * _PAGE.width
    assert glaring.panel is not None
    half = found(_TITLE, name="half", items=(rectangle("Side", points(630, 0, 330, 540), Ink("accent1")),))
    striped = painted("7868B0", 24)
    assert striped.panel is None
    assert canvas_of(read_of(half, structs.replace(striped.found, name="painted"))).found is half  # which is clear


def test_a_footer_and_a_number_at_the_side_keep_a_page_off_themselves_and_bound_no_foot() -> None:
    number, footer = slot("sldNum", points(880, 40, 60, 60)), slot("ftr", points(860, 269, 90, 39))
    plain = canvas_of(read_of(found(_TITLE, name="plain"))).room
    room = canvas_of(read_of(found(_TITLE, number, structs.replace(footer, text="Our team"), name="sides"))).room
    assert (room.x, room.y, room.bottom) == (plain.x, plain.y, plain.bottom)
    assert room.right <= footer.box.x
    assert canvas_of(read_of(found(_TITLE, footer, name="empty"))).room == plain


def test_a_calm_ground_that_is_a_little_too_light_is_veiled_no_more_than_texts_need() -> None:
    data = picture_of(((0.0, "5A7FA8", 100), (1.0, "5A7FA9", 100)), 0.0, (960, 540))
    ground = Image("Background", _PAGE, data, "png", *PIXELS, _NOWHERE)
    made = paneled(canvas_of(read_of(found(_TITLE, name="calm", items=(ground,)))), read_of(found()), _PAGE)
    assert made.panel is not None
    assert made.panel.fill is not None
    assert made.panel.fill.opacity_percent < 86


def test_a_picture_with_small_marks_all_over_is_veiled_beneath_texts() -> None:
    drawn = Pictures.new("RGB", (96, 54), "white")
    for x in range(12, 96, 12):
        for y in range(8, 54, 10):
            drawn.paste((144, 40, 144), (x, y, x + 1, y + 1))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    dotted = Image("Dots", _PAGE, out.getvalue(), "png", 96, 54, _NOWHERE)
    read = read_of(found(_TITLE, name="dots", items=(dotted,)))
    canvas = canvas_of(read)
    assert canvas.panel is not None
    assert canvas.panel.box.width > _PAGE.width // 2
    assert grid_on(canvas, UNDER_TITLE, read)[0].rise[0]  # also under a small title on it


def test_a_lively_picture_on_which_texts_are_read_has_a_veil_over_it_and_a_calm_one_has_none() -> None:
    def veil(one: str, other: str) -> float:
        stops = tuple((at / 12, other if at % 2 else one, 100) for at in range(13))
        picture = Image("Background", _PAGE, picture_of(stops, 0.0, (960, 540)), "png", *PIXELS, _NOWHERE)
        panel = on_even_ground(canvas_of(read_of(found(_TITLE, name=one, items=(picture,))))).panel
        return panel.fill.opacity_percent if panel and panel.fill else 0

    assert 20 <= veil("F0D080", "A8D8E8") < 86
    assert veil("F0D080", "F0E0B0") == 0
