"""What of a page is free of what its template draws, and what lies beneath a place on it."""

import io

import pytest
from msgspec import structs
from PIL import Image as Pictures

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Close, Image, Ink, LineTo, Move, Shape, Stroke, rectangle
from talkbuilder.outputs.pptx.template.free_area import FreeArea
from talkbuilder.outputs.pptx.template.shapes import GRADIENT, PIXELS, Drawn, Look, picture_of
from talkbuilder.units import EMU_PER_POINT, Box
from tests.layout.test_pictures import png_of_size
from tests.templates import WIDE, found, points


def free(*items: Drawn) -> FreeArea:
    return found(items=items).area


def is_clear(area: FreeArea, box: Box) -> bool:
    return area.within(box) == box


def picture(box: Box, *halves: tuple[int, int, int, int]) -> Image:
    """A picture of some colours above each other."""
    drawn = Pictures.new("RGBA", (8, 8 * len(halves)))
    for at, colour in enumerate(halves):
        drawn.paste(colour, (0, 8 * at, 8, 8 * (at + 1)))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return Image("Logo", box, out.getvalue(), "png", *drawn.size, Span(Source("", ""), 0, 0))


_RED, _CLEAR, _NIGHT, _SNOW = (200, 20, 20, 255), (0, 0, 0, 0), (10, 20, 60, 255), (250, 250, 250, 255)


def test_a_logo_takes_its_corner_and_no_more() -> None:
    logo = picture(points(840, 10, 110, 60), _RED)
    area = free(logo)
    assert [one.name for one in area.obstacles] == ["Logo"]
    title = area.within(points(40, 20, 880, 80))
    assert (title.x, title.y, title.height) == (*points(40, 20, 880, 80)[:2], points(0, 0, 1, 80).height)
    assert points(0, 0, 780, 1).right < title.right <= logo.box.x
    text = points(40, 120, 880, 340)
    assert is_clear(area, text)
    assert area.within(text) == text
    assert not is_clear(area, points(40, 20, 880, 80))


def test_a_picture_whose_pixels_are_missing_is_a_grey_box() -> None:
    damaged = structs.replace(picture(points(700, 100, 200, 300), _CLEAR), data=png_of_size(8, 8))
    area = free(damaged)
    assert set(area.grounds(damaged.box)) == {"808080"}
    assert area.within(WIDE).right <= damaged.box.x


def test_a_bar_and_a_thin_line_are_kept_out_of_and_a_panel_carries_what_lies_on_it() -> None:
    bar = rectangle("Bar", points(0, 0, 120, 540), Ink("accent1"))
    line = rectangle("Line", points(0, 480, 960, 1), Ink("accent2"))
    page = free(bar, line).within(WIDE)
    assert page.x >= bar.box.right
    assert page.bottom <= line.box.y
    panel = points(100, 100, 700, 300)
    on_panel = free(rectangle("Panel", panel, Ink("accent1")))
    assert is_clear(on_panel, points(150, 150, 600, 200))
    across = on_panel.within(points(150, 150, 600, 330))
    assert across.bottom <= panel.bottom


def test_what_is_wide_stands_between_logos_at_the_head_and_the_foot_and_a_title_or_a_page_beside_one_that_is_high() -> (
    None
):
    low, high, head = points(860, 460, 80, 70), points(860, 330, 80, 200), points(860, 10, 80, 70)
    title, air = points(0, 0, 960, 120), 10 * EMU_PER_POINT
    for box, whole, is_wide in ((low, WIDE, True), (high, WIDE, False), (head, WIDE, True), (head, title, False)):
        page = free(picture(box, _RED)).within(whole, air)
        assert (page.width == whole.width and not page.meets(box)) == is_wide
        assert (page.height == whole.height and page.right <= box.x - 2 * air) != is_wide


def test_what_lies_beside_the_page_takes_nothing_of_it() -> None:
    beside = Look((), (points(-90, 0, 90, 540), points(0, 540, 400, 90)), Ink("ground"))
    assert is_clear(FreeArea(beside, {"ground": "FFFFFF"}, WIDE), WIDE)


def test_a_logo_in_a_picture_over_the_whole_page_reaches_to_its_thinnest_letters() -> None:
    def page(faint: tuple[int, int, int, int]) -> FreeArea:
        drawn = Pictures.new("RGB", (960, 540), (8, 112, 184))
        drawn.paste((255, 255, 255), (40, 40, 140, 80))
        drawn.paste((28, 122, 190), faint)
        out = io.BytesIO()
        drawn.save(out, "PNG")
        return free(Image("Ground", WIDE, out.getvalue(), "png", *drawn.size, Span(Source("", ""), 0, 0)))

    text = points(170, 90, 700, 400)
    assert not is_clear(page((140, 80, 220, 100)), text)
    assert not is_clear(page((140, 80, 220, 100)), points(50, 50, 100, 40))  # all on it
    assert is_clear(page((400, 200, 480, 220)), text)  # of no logo
    assert is_clear(page((140, 80, 920, 500)), text)  # of more than a logo


def test_a_logo_on_a_ground_that_shades_off_is_found_among_its_shades() -> None:
    drawn = Pictures.linear_gradient("L").resize((960, 540)).point([200 + one // 5 for one in range(256)])
    drawn.paste(0, (60, 440, 90, 470))
    drawn.paste(drawn.crop((95, 445, 200, 465)).point([round(0.9 * one) for one in range(256)]), (95, 445))  # letters
    out = io.BytesIO()
    drawn.convert("RGB").save(out, "PNG")
    area = free(Image("Ground", WIDE, out.getvalue(), "png", *drawn.size, Span(Source("", ""), 0, 0)))
    assert is_clear(area, points(60, 60, 840, 370))
    assert not is_clear(area, points(120, 445, 400, 20))


def test_what_keeps_away_keeps_so_much_air() -> None:
    bar = rectangle("Bar", points(0, 0, 960, 40), Ink("accent1"))
    close, airy = (free(bar).within(WIDE, air) for air in (0, 127_000))
    assert airy.y - close.y == 127_000
    assert airy.bottom == close.bottom == WIDE.bottom


def test_beside_a_slope_is_as_free_as_above_it() -> None:
    box = points(0, 0, 960, 540)
    corners = Move(0, 0), LineTo(0, box.height), LineTo(box.width, box.height), Close()
    area = free(Shape("Slope", box, corners, Ink("text")))
    assert is_clear(area, points(600, 20, 340, 160))
    assert not is_clear(area, points(20, 20, 340, 160))


def test_a_hatch_of_many_lines_is_kept_out_of_as_a_whole() -> None:
    box = points(800, 300, 160, 200)
    lines = [(Move(x, 0), LineTo(x / 2, box.height)) for x in range(0, box.width, box.width // 16)]
    hatch = Shape("Hatch", box, tuple(one for line in lines for one in line), None, Stroke(Ink("accent1"), 1))
    assert free(hatch).within(WIDE).right <= box.x


def test_what_lies_along_a_path_or_shines_through_is_free() -> None:
    hill = Shape(
        "Hill", WIDE, rectangle("", points(0, 400, 960, 140), Ink("text")).path[:-1], None, Stroke(Ink("text"), 1)
    )
    veil = rectangle("Veil", points(300, 0, 200, 540), Ink("panel", opacity_percent=10))
    assert free(hill, veil).within(WIDE) == WIDE
    assert free(picture(points(0, 0, 960, 100), _CLEAR, _CLEAR)).within(WIDE) == WIDE


def test_a_frame_is_kept_out_of_and_what_is_within_it_is_free() -> None:
    frame = rectangle("Frame", points(40, 150, 880, 340), None, Stroke(Ink("accent1"), 2))
    room = free(frame).within(points(20, 100, 920, 420))
    assert frame.box.holds(room)
    assert room.width > 0.95 * frame.box.width
    assert not is_clear(free(frame), points(100, 100, 400, 100))


def test_titles_that_may_cross_what_is_drawn_stand_beside_printed_words_all_the_same() -> None:
    words = points(100, 200, 500, 140)
    page = structs.replace(found(), read_look=lambda: Look((), (words,)))
    for beside in ("all", "drawings", "logos"):
        assert not page.area.within(WIDE, 0, beside).meets(words)


def test_in_a_picture_over_the_whole_page_one_ground_is_kept_to() -> None:
    area = free(picture(WIDE, _NIGHT, _NIGHT, _SNOW))
    free_box = area.within(WIDE)
    assert free_box.y == 0
    assert free_box.bottom == pytest.approx(WIDE.height * 2 / 3, rel=0.03)
    assert area.within(WIDE, beside="drawings") == WIDE  # a panel may cover it


def test_a_picture_that_is_white_as_the_page_in_part_is_its_ground_all_the_same() -> None:
    white, pale = (255, 255, 255, 255), (225, 232, 240, 255)
    area = free(picture(WIDE, white, pale, white, _NIGHT, white, pale, white, white))
    assert area.has_picture
    assert is_clear(area, points(20, 290, 920, 230))
    assert not is_clear(area, points(20, 150, 920, 200))


def test_nothing_stands_on_letters_however_large_their_box() -> None:
    letters = points(0, 150, 960, 200)
    area = found(unread=(letters,)).area
    assert not is_clear(area, points(100, 180, 700, 60))
    assert not area.within(WIDE).meets(letters)
    assert not area.within(WIDE, beside="logos").meets(letters)  # a metafile, which may be one


def test_a_logo_keeps_all_of_its_box_and_a_panel_that_is_seen_on_most_of_it_all_of_its_own() -> None:
    clear_beside_dark = picture(points(100, 100, 200, 60), _NIGHT, _CLEAR)
    assert free(clear_beside_dark).within(points(60, 135, 840, 20)).x >= points(300, 0, 0, 0).x
    thin = picture(points(100, 100, 200, 60), _CLEAR)
    assert free(thin).within(points(60, 135, 840, 20)).x >= points(300, 0, 0, 0).x
    shines = rectangle("Panel", points(60, 60, 840, 420), Ink("ground", opacity_percent=93))
    assert is_clear(free(picture(WIDE, _NIGHT, _NIGHT, _SNOW), shines), points(70, 70, 820, 400))


def test_a_faint_shape_with_an_edge_that_is_seen_is_kept_off() -> None:
    cell = rectangle("Cell", points(100, 400, 400, 140), Ink("ground"))
    edged = structs.replace(cell, stroke=Stroke(Ink("accent1"), 2))
    across = points(40, 300, 880, 200)
    assert is_clear(free(cell), across)
    assert free(edged).within(across).bottom <= cell.box.y


def test_nothing_is_free_where_all_is_drawn_upon_in_turns() -> None:
    stripes = [rectangle("Stripe", points(0, 20 * at, 960, 10), Ink("text")) for at in range(27)]
    assert free(*stripes).within(WIDE).height < points(0, 0, 1, 30).height
    assert found(unread=(points(0, 0, 960, 40),)).area.within(WIDE).y >= points(0, 40, 1, 1).y - 1


def test_a_faint_line_across_the_foot_of_what_covers_a_page_is_found() -> None:
    white, faint = (255, 255, 255, 255), (240, 240, 240, 255)
    lined = picture(WIDE, *[white] * 48, faint, *[white] * 5)
    assert free(lined).rule == (48 * WIDE.height // 54, 49 * WIDE.height // 54)
    assert free(picture(WIDE, *[white] * 49, *[faint] * 5)).rule == (0, 0)


def test_a_picture_that_lets_nearly_all_through_keeps_nothing_away() -> None:
    for opaque, is_free in ((30, True), (200, False)):
        glow = picture(points(100, 100, 200, 60), (255, 255, 255, opaque))
        assert is_clear(free(glow), points(60, 120, 840, 20)) is is_free


@pytest.mark.parametrize(("end", "is_free"), [("3060B0", True), ("FFFFFF", False)])
def test_a_ground_that_shades_off_is_free_where_one_ink_is_read_on_all_of_it(end: str, is_free: bool) -> None:
    data = picture_of(((0.0, "0A1E50", 100), (1.0, end, 100)), 0.0, WIDE[2:])
    shade = Image("Background", WIDE, data, "png", *PIXELS, Span(Source("", ""), 0, 0))
    assert is_clear(free(shade), WIDE) == is_free


def test_a_faint_shape_that_shades_off_keeps_nothing_away_as_a_logo_of_its_size_does() -> None:
    box = points(500, 300, 300, 180)
    data = picture_of(((0.0, "FFFFFF", 100), (1.0, "F0F0F0", 100)), 0.0, box[2:])
    shade = Image(GRADIENT, box, data, "png", *PIXELS, Span(Source("", ""), 0, 0))
    assert is_clear(free(shade), WIDE)
    assert not is_clear(free(structs.replace(shade, name="Logo")), WIDE)


def test_a_ground_that_shades_off_is_free_beside_a_logo_on_it() -> None:
    data = picture_of(((0.0, "0A1E50", 100), (1.0, "204070", 100)), 0.0, WIDE[2:])
    ground = Image("Ground", WIDE, data, "png", *PIXELS, Span(Source("", ""), 0, 0))
    logo = picture(points(800, 480, 120, 40), _SNOW)
    assert is_clear(free(ground, logo), points(40, 40, 880, 420))


def test_a_band_of_a_picture_over_the_page_is_no_logo_and_a_title_stands_on_it() -> None:
    page = Pictures.new("RGB", (96, 54), (255, 255, 255))
    page.paste((0, 0, 0), (0, 0, 96, 14))
    page.save(out := io.BytesIO(), "PNG")
    ground = Image("Ground", WIDE, out.getvalue(), "png", 96, 54, Span(Source("", ""), 0, 0))
    assert is_clear(free(ground), points(40, 60, 700, 70))
