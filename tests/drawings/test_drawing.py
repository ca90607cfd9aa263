"""A drawing stands in a box: whole, or cut so that it fills it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.drawings.drawing import (
    Cluster,
    Drawing,
    Figure,
    Ground,
    Pen,
    Place,
    Spare,
    drawn,
    framed,
    staged,
)
from talkbuilder.drawings.read import read
from talkbuilder.layout.inks import contrast, luminance, rgb
from talkbuilder.layout.items import Close, Group, Ink, Item, LineTo, Move, Shape, Stroke, Style, ellipse
from talkbuilder.units import EMU_PER_POINT, Box

GOLD, NIGHT = Ink("accent2"), Ink("dark1")
SQUARE = (Move(0, 0), LineTo(100, 0), LineTo(100, 100), LineTo(0, 100), Close())
_BALL = Figure("ball", (Move(20, 2), LineTo(30, 2), LineTo(30, 98), LineTo(20, 98), Close()), GOLD, None)
PEN = Pen(NIGHT, 2, "dash", has_round_ends=True)
_ASSETS = Path(__file__).parent.parent.parent / "assets" / "drawings"


def drawing(*parts: Figure | Cluster, anchor: tuple[float, float] = (0.5, 0.5)) -> Drawing:
    return Drawing("a", "Something", "paper", 200, 100, False, anchor, parts)


def shapes(item: Item) -> Iterator[Shape]:
    if isinstance(item, Group):
        for one in item.items:
            yield from shapes(one)
    else:
        assert isinstance(item, Shape)
        yield item


def test_the_whole_of_it_stands_in_the_box() -> None:
    group = drawn(drawing(Figure("square", SQUARE, GOLD, PEN)), Box(1000, 2000, 400, 400), alt="So it is")
    assert group.box == Box(1000, 2100, 400, 200)
    assert group.alt == "So it is"
    (shape,) = shapes(group)
    assert shape.box == Box(1000, 2100, 200, 200)
    assert shape.fill == GOLD


@pytest.mark.parametrize(("anchor", "y"), [((0, 0), 2000), ((1, 1), 2200)])
def test_its_anchor_says_where_room_is_left(anchor: tuple[float, float], y: int) -> None:
    group = drawn(drawing(Figure("square", SQUARE, GOLD, None), anchor=anchor), Box(1000, 2000, 400, 400))
    assert group.box.y == y


@pytest.mark.parametrize(("anchor", "x"), [((0, 0), 0), ((0.5, 0.5), -200)])
def test_its_anchor_says_what_is_cut_off(anchor: tuple[float, float], x: int) -> None:
    group = drawn(drawing(Figure("square", SQUARE, GOLD, None), anchor=anchor), Box(0, 0, 400, 400), fills=True)
    assert group.box == Box(0, 0, 400, 400)
    assert [one.box.right for one in shapes(group)] == ([x + 400] if x + 400 > 0 else [])


@pytest.mark.parametrize(("ground", "top"), [("night", -100.0), ("paper", -100 * 77 / 90)])
def test_one_with_words_is_whole_on_a_narrow_page(ground: Ground, top: float) -> None:
    place = Place("a word", 0, 0, 200, 20, 12, Style(12, GOLD))
    wall = Figure("wall", (Move(0, 40), LineTo(200, 40), LineTo(200, 100), LineTo(0, 100), Close()), GOLD, None)
    made = structs.replace(drawing(wall, _BALL), ground=ground, is_scene=True, places=(place,))
    page = Box(0, 0, 300, 300)
    shown = framed(made, page)
    assert (shown.left, shown.width, shown.top, shown.height) == (0, 200, top, 200)  # sky over it
    assert framed(made, Box(0, 0, 300, 150)) == made


def bar(name: str, left: float, right: float, spare: Spare = "", top: float = 2) -> Figure:
    path = (Move(left, top), LineTo(right, top), LineTo(right, 98), LineTo(left, 98), Close())
    return Figure(name, path, GOLD, None, spare)


@pytest.mark.parametrize(("at", "left"), [(95, 50), (60, 36), (150, 84), (190, 100)])
def test_a_narrow_page_shows_its_middle_or_as_near_to_that_as_what_goes_on(at: float, left: float) -> None:
    made = structs.replace(drawing(bar("goes on", at, at + 10)), is_scene=True)
    assert (framed(made, Box(0, 0, 300, 300)).left, framed(made, Box(0, 0, 300, 300)).width) == (left, 100)


def test_what_is_spare_is_cut_or_left_out_on_a_narrow_page_and_makes_nothing_smaller() -> None:
    beside = bar("house", 40, 60, "cut"), bar("tree", 140, 160, "whole"), bar("bush", 110, 120, "whole")
    made = structs.replace(drawing(bar("goes on", 95, 105), *beside), is_scene=True)
    page = Box(0, 0, 300, 300)
    shown = {one.name: one.box for one in shapes(drawn(framed(made, page), page, fills=True))}
    assert shown.keys() == {"goes on", "house", "bush"}
    assert (shown["house"].x, shown["house"].right, shown["goes on"].x) == (0, 30, 135)


@pytest.mark.parametrize(("others", "at"), [((), (82.0, 100.0)), ((bar("in the way", 90, 105),), (47.36, 148.0))])
def test_words_that_begin_under_the_title_begin_there_on_a_narrow_page_where_nothing_is_in_their_way(
    others: tuple[Figure, ...], at: tuple[float, float]
) -> None:
    place = Place("a word", 64, 0, 20, 20, 12, Style(12, GOLD))
    made = structs.replace(drawing(*others, bar("ball", 95, 105, top=50)), is_scene=True, places=(place,))
    shown = framed(made, Box(0, 0, 300, 300))
    assert (shown.places[0].left, shown.width) == at


def test_a_wall_from_side_to_side_goes_on_over_a_scene_on_a_narrow_page() -> None:
    place = Place("a word", 0, 0, 200, 20, 12, Style(12, GOLD))
    wall = Figure("wall", (Move(0, 40), LineTo(200, 40), LineTo(200, 100), LineTo(0, 100), Close()), GOLD, None)
    made = structs.replace(drawing(wall), ground="night", is_scene=True, places=(place,))
    page = Box(0, 0, 300, 300)
    (shape,) = shapes(drawn(framed(made, page), page, fills=True))
    assert (shape.box.y, shape.box.bottom) == (162, 300)  # from 40 of 100 and a little, not from 70
    half = structs.replace(made, parts=(structs.replace(wall, path=SQUARE), wall))
    assert [one.box.y for one in shapes(drawn(framed(half, page), page, fills=True))] == [0, 210]  # under a sky


def test_lines_are_as_wide_as_the_drawing_is_large() -> None:
    group = drawn(drawing(Figure("square", SQUARE, None, PEN)), Box(0, 0, 600 * EMU_PER_POINT, 900 * EMU_PER_POINT))
    assert [one.stroke for one in shapes(group)] == [Stroke(NIGHT, 6, "dash", has_round_ends=True)]


def test_no_line_runs_along_a_cut() -> None:
    moved = tuple(LineTo(one.x + 150, one.y) if isinstance(one, LineTo) else one for one in SQUARE[1:])
    group = drawn(drawing(Figure("square", (Move(150, 0), *moved), GOLD, PEN)), Box(0, 0, 200, 100))
    area, line = shapes(group)
    assert (area.name, area.fill, area.stroke) == ("square", GOLD, None)
    assert (line.name, line.fill) == ("square outline", None)
    assert not any(isinstance(one, Close) for one in line.path)


@given(
    st.sampled_from(sorted(_ASSETS.glob("*.svg"))),
    st.tuples(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(10**4, 10**7), st.integers(10**4, 10**7)),
    st.booleans(),
)
def test_nothing_but_the_width_of_lines_is_outside(path: Path, sides: tuple[int, int, int, int], fills: bool) -> None:
    made, _ = read(path.name, path.read_bytes())
    assert made is not None
    box = Box(*sides)
    group = drawn(made, box, fills=fills)
    assert box.x <= group.box.x
    assert group.box.right <= box.right
    for shape in shapes(group):
        slack = 2 + (round(shape.stroke.width_pt * EMU_PER_POINT) if shape.stroke else 0)
        for one in shape.path:
            if not isinstance(one, Close):
                assert 0 <= one.x <= shape.box.width
                assert 0 <= one.y <= shape.box.height
                assert box.x - slack <= shape.box.x + one.x <= box.right + slack
                assert box.y - slack <= shape.box.y + one.y <= box.bottom + slack


@pytest.mark.parametrize("path", sorted(_ASSETS.glob("*.svg")), ids=lambda path: path.stem)
def test_the_drawings_of_the_talks_are_without_faults(path: Path) -> None:
    made, faults = read(path.name, path.read_bytes())
    assert faults == ()
    assert made is not None
    assert made.is_scene or made.ground == "paper"
    if made.is_scene and made.ground == "paper":  # its foot is free for source and number
        assert all(shape.box.bottom <= 463 for shape in shapes(drawn(made, Box(0, 0, 960, 540))))
    assert len(list(shapes(drawn(made, Box(0, 0, 960, 540))))) < 100


def on_stage(*parts: Figure, anchor: float = 0.5) -> dict[str, tuple[int, int]]:
    """From where to where each figure reaches on a stage that is half as wide again as the scene, in points."""
    box = Box(0, 0, 300 * EMU_PER_POINT, 100 * EMU_PER_POINT)
    made = staged(structs.replace(drawing(*parts, _BALL, anchor=(anchor, 1.0)), is_scene=True), box)
    return {
        one.name: (round(one.box.x / EMU_PER_POINT), round(one.box.right / EMU_PER_POINT))
        for one in shapes(drawn(made, box))
    }


@pytest.mark.parametrize(("anchor", "ball"), [(0.0, (20, 30)), (0.5, (70, 80)), (1.0, (120, 130))])
def test_a_scene_has_the_shape_of_its_stage_and_what_reaches_its_edges_goes_on(
    anchor: float, ball: tuple[int, int]
) -> None:
    ground = Figure("ground", (Move(0, 50), LineTo(200, 50), LineTo(200, 100), LineTo(0, 100), Close()), GOLD, None)
    way = Figure("way", (Move(0, 50), LineTo(200, 60)), None, Pen(NIGHT, 1))
    beyond = Figure("beyond", ellipse(-20, 60, 10, 10), GOLD, None)
    seen = on_stage(ground, way, beyond, anchor=anchor)
    assert seen == {"ground": (0, 300), "way": (0, 300), "ball": ball}


@pytest.mark.parametrize(("floor", "reach"), [(200, (0, 200)), (150, (0, 190))])
def test_a_wall_goes_on_over_what_it_ends_in_and_so_does_a_floor_from_side_to_side(
    floor: int, reach: tuple[int, int]
) -> None:
    def across(name: str, top: int, bottom: int, right: int = 200) -> Figure:
        return Figure(
            name, (Move(0, top), LineTo(right, top), LineTo(right, bottom), LineTo(0, bottom), Close()), GOLD, None
        )

    scene = structs.replace(drawing(across("wall", 20, 70), across("floor", 70, 90, floor)), is_scene=True)
    box = Box(0, 0, 200 * EMU_PER_POINT, 200 * EMU_PER_POINT)
    made = {one.name: one.box for one in shapes(drawn(staged(scene, box), box))}
    high = [round(one / EMU_PER_POINT) for one in (made["wall"].y, made["floor"].bottom)]
    assert high == [reach[0], pytest.approx(reach[1], abs=10)]


def test_a_scene_without_a_figure_stays_as_it_is() -> None:
    scene = structs.replace(drawing(), is_scene=True)
    assert staged(scene, Box(0, 0, 300 * EMU_PER_POINT, 60 * EMU_PER_POINT)) == scene


def test_what_is_no_scene_stays_whole() -> None:
    ground = Figure("ground", (Move(0, 90), LineTo(200, 90), LineTo(200, 100), LineTo(0, 100), Close()), GOLD, None)
    whole = drawing(_BALL, ground)
    assert staged(whole, Box(0, 0, 200 * EMU_PER_POINT, 20 * EMU_PER_POINT)) == whole


def test_words_that_lead_a_scene_begin_at_its_edge_unless_they_stand_on_something() -> None:
    parts = (_BALL, Figure("ground", (Move(0, 50), LineTo(200, 50), LineTo(200, 100), Close()), GOLD, None))
    places = tuple(Place(name, 64, top, 65, 10, 8, Style(8)) for name, top in (("lead", 5), ("on it", 70)))
    scene = structs.replace(drawing(*parts), is_scene=True, places=places)
    made = staged(scene, Box(0, 0, 300 * EMU_PER_POINT, 60 * EMU_PER_POINT))
    assert [one.left == made.left for one in made.places] == [True, False]


def test_a_head_at_the_edge_is_shown_whole_and_not_drawn_out() -> None:
    assert on_stage(Figure("head", ellipse(0, 60, 10, 10), GOLD, None))["head"] == (40, 60)


_BY_NIGHT = {"dark1": "FFFFFF", "light1": "000000", "light2": "104860", "accent1": "80C0F0"}


def by_night(
    *parts: Figure | Cluster,
    ground: Ground = "paper",
    places: tuple[Place, ...] = (),
    is_scene: bool = False,
    palette: Mapping[str, str] = _BY_NIGHT,
) -> dict[str, tuple[Ink | None, Ink | None]]:
    """Fill and line of each figure on a dark page, whose dark inks are light."""
    given = structs.replace(drawing(*parts), ground=ground, places=places, is_scene=is_scene)
    made = drawn(given, Box(0, 0, 2000, 1000), palette)
    return {one.name: (one.fill, one.stroke.ink if one.stroke else None) for one in shapes(made)}


_BY_DAY = {"dark1": "000000", "light1": "FFFFFF"}
_GREEN = {**_BY_DAY, "light2": "86BF4A"}


def square(name: str, left: float, side: float, fill: Ink | None, ink: Ink | None) -> Figure:
    path = Move(left, 20), LineTo(left + side, 20), LineTo(left + side, 20 + side), LineTo(left, 20 + side), Close()
    return Figure(name, path, fill, Pen(ink, 1) if ink else None)


def test_on_a_dark_page_skin_stays_light_and_grounds_turn_dark() -> None:
    paper, line = Ink("light1"), Ink("dark1")
    wall, face = square("wall", 0, 80, paper, line), square("face", 120, 30, paper, line)
    made = by_night(Cluster("all", (wall, face, square("eye", 130, 5, line, None), square("edge", 160, 9, None, line))))
    assert made["wall"] == (paper, line)  # the inks of the page, which are turned
    assert made["face"] == (line, paper)
    assert made["eye"] == (paper, None)  # as dark as on paper, for it lies on the face
    assert made["edge"] == (None, line)


def test_on_a_dark_page_what_is_dark_and_large_is_a_panel_and_what_is_small_is_lighter() -> None:
    boots = (square(name, 130, side, Ink("dark1"), Ink("dark1")) for name, side in (("boot", 15), ("far boot", 6)))
    made = by_night(square("night", 30, 75, Ink("dark1"), None), *boots)
    assert made["night"] == (Ink("light2", 25), None)  # darker than one of the evening would be
    fill, line = made["boot"]
    assert fill is not None
    assert line == Ink("light1")
    assert made["far boot"][1] is None  # as dark as the page, it would be most of it
    assert all(contrast(fill, ground, _BY_NIGHT) >= 3 for ground in (Ink("light1"), Ink("light2")))


def test_on_a_dark_page_steps_from_day_to_night_are_told_apart() -> None:
    inks = Ink("light2"), Ink("light2", 85), Ink("dark2"), Ink("dark1")
    palette = {"dark1": "FFFFFF", "light1": "000000", "dark2": "B8B8B8", "light2": "383838"}
    parts = (square(f"part {at}", 125 * (at % 2), 75, one, None) for at, one in enumerate(inks))
    steps = [fill for fill, _ in by_night(*parts, palette=palette).values() if fill]
    assert [luminance(one, palette) for one in steps] == sorted(
        (luminance(one, palette) for one in steps), reverse=True
    )
    assert all(contrast(one, other, palette) > 1.15 for one, other in pairwise(steps))
    assert contrast(steps[0], steps[1], palette) > 1.4


def test_on_a_dark_page_what_words_stand_on_is_a_panel() -> None:
    stripe, words = square("stripe", 60, 40, Ink("dark1"), None), Place("words", 62, 40, 30, 10, 8, Style(8))
    assert by_night(stripe, places=(words,))["stripe"] == (Ink("light2", 25), None)
    assert by_night(stripe, places=(structs.replace(words, left=120),))["stripe"] != (Ink("light2", 25), None)


def test_on_a_dark_page_nothing_large_of_a_scene_shines() -> None:
    sky, paper = Ink("accent1"), Ink("light1")
    parts = (
        square("wall", 40, 60, sky, None),
        square("hair", 60, 9, Ink("dark1"), None),
        square("cup", 80, 9, sky, None),
    )
    made = by_night(*parts, square("hat", 45, 14, paper, Ink("dark1")), is_scene=True)
    wall, hair = made["wall"][0], made["hair"][0]
    assert wall
    assert hair
    assert contrast(wall, Ink("dark1"), _BY_NIGHT) >= 7  # words on it are as light as on the page
    assert contrast(hair, wall, _BY_NIGHT) >= 1.5
    assert made["cup"] == (sky, None)
    assert made["hat"] == (Ink("dark1"), paper)
    assert by_night(*parts)["wall"] == (sky, None)  # of a thing, which is small


def test_on_a_dark_page_lines_are_seen_on_what_they_lie_on() -> None:
    field, furrow = square("field", 40, 60, Ink("accent1"), None), square("furrow", 60, 20, None, Ink("dark1"))
    for panel, ink in ({"accent1": "203840"}, Ink("dark1")), ({}, Ink("light1")):
        made = by_night(field, furrow, is_scene=True, palette={**_BY_NIGHT, "light1": "101820", **panel})
        assert made["furrow"] == (None, ink)


def test_on_a_dark_page_what_is_a_shade_of_its_ground_is_lighter_than_that() -> None:
    sheet, day = square("sheet", 0, 80, Ink("light2"), Ink("dark1")), square("day", 20, 10, Ink("light2", 85), None)
    fill = by_night(sheet, day)["day"][0]
    assert fill
    assert contrast(fill, Ink("light2"), _BY_NIGHT) >= 1.5


def test_where_no_wall_is_dark_enough_for_words_of_a_colour_it_is_as_dark_as_it_may_be() -> None:
    made = by_night(
        square("wall", 40, 60, Ink("accent1"), None), is_scene=True, palette={**_BY_NIGHT, "dark1": "707070"}
    )
    wall = made["wall"][0]
    assert wall
    assert contrast(wall, Ink("light1"), _BY_NIGHT) < 2


def test_a_scene_at_night_stays_as_it_is_on_a_dark_page() -> None:
    made = by_night(square("snow", 0, 90, Ink("light1"), None), square("dark", 160, 9, NIGHT, None), ground="night")
    assert made == {"snow": (Ink("dark1"), None), "dark": (Ink("light1"), None)}


def test_skin_on_a_strong_colour_is_nearly_grey_and_the_land_is_not() -> None:
    skin, line = Ink("light2", 85), Ink("dark1")
    parts = square("face", 40, 30, skin, line), square("nose", 70, 8, skin, None), square("hill", 80, 50, skin, None)
    for panel, turned in (("86BF4A", {"face", "nose"}), ("D9EEEC", {"face", "nose"}), ("F1E7D5", set())):
        made = drawn(drawing(Cluster("all", parts)), Box(0, 0, 2000, 1000), {**_BY_DAY, "light2": panel})
        assert {one.name for one in shapes(made) if one.fill != skin} == turned
    pale = rgb(
        next(one.fill for one in shapes(drawn(drawing(*parts), Box(0, 0, 200, 100), _GREEN)) if one.fill), _GREEN
    )
    parts_of = bytes.fromhex(pale)
    assert max(parts_of) - min(parts_of) < 24
    assert min(parts_of) > 180
