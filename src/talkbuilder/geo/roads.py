"""The road map: the states that interstates pass, the roads in three inks, and a key beside them."""

from collections.abc import Iterator, Mapping
from copy import copy
from itertools import pairwise, product

from talkbuilder.geo.atlas import Area, states
from talkbuilder.geo.content import MapContent
from talkbuilder.geo.drawing import (
    FOCUS,
    LAND,
    NIGHT,
    PAPER,
    PIN_RING,
    Drawn,
    area,
    dot,
    edges_of,
    lines,
    marking,
    origin,
    present,
)
from talkbuilder.geo.labels import Labels, name, style
from talkbuilder.geo.occupancy import SIZE_PT, Page
from talkbuilder.geo.projection import Flat, corners, framed
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import Dash, Group, Ink, Shape, Stroke, Style, Text, around, rectangle
from talkbuilder.layout.theme import Layout
from talkbuilder.talk.talk import plain
from talkbuilder.units import EMU_PER_POINT, Box

_PALE = Ink("accent6")

_ROAD_PT, _CASING_PT = 4.5, 8.5
_PIN_PT = 6.0
_LOWER = 2  # rows, so that a key stands in the middle of the height of its map on a template
_KEY_WIDTH, _KEY_HEIGHT, _KEY_INDENT = 30 * EMU_PER_POINT, 6 * EMU_PER_POINT, 44 * EMU_PER_POINT
_PIECES: Mapping[Dash, int] = {"solid": 1, "dash": 2, "dot": 3}  # of a line in the key


def _looks(layout: Layout) -> tuple[tuple[Ink, Dash], ...]:
    """How roads are drawn, and in which ink their names in the key: on a template, whose colours may be of one hue,
    their lines differ as well."""
    if not layout.base:
        return (FOCUS, "solid"), (NIGHT, "solid"), (_PALE, "solid")
    return (FOCUS, "solid"), (NIGHT, "dash"), (marking(layout, _PALE), "dot")


def draw(content: MapContent, layout: Layout) -> Drawn:
    """The states on the right, the key on the left."""
    grid = layout.grid
    key = tuple(_key(content, layout))
    box = grid.box(7, 12, 25, 77)
    if layout.base:  # in the middle of what the key leaves
        left = min(box.x, max(one.right for one in letters_in(key)) + grid.column)
        box = box._replace(x=left, width=box.right - left)
    room = edges_of(box)
    width, height = grid.width / EMU_PER_POINT, grid.height / EMU_PER_POINT
    passed = _states_of(content)
    flat = framed([place for one in passed for place in corners(one.rings[0].bounds)], room, room)
    page = Page(width, height)
    labels = Labels(page, (room[0] - 40, room[1], room[2] if layout.base else width - 12, room[3]), layout.fonts)
    shapes: list[Shape] = []
    detail = flat.detail(states())
    gold = {one.id for one in content.focus}
    for one in passed:
        ink = origin(layout) if one.id in gold else LAND
        if shape := area(one.name, flat.area(one, detail), ink, Stroke(PAPER, 1)):
            shapes.append(shape)
    for road, (ink, dash) in zip(content.roads, _looks(layout), strict=False):
        points = [flat.point(city.place) for city in road.cities]
        shapes += present(
            lines(f"{road.name}, casing", [points], Stroke(PAPER, _CASING_PT, has_round_ends=True)),
            lines(road.name, [points], Stroke(ink, _ROAD_PT, dash, has_round_ends=dash == "solid")),
        )
        for start, end in pairwise(points):
            steps = [
                (start[0] + (end[0] - start[0]) * at / 30, start[1] + (end[1] - start[1]) * at / 30) for at in range(31)
            ]
            labels.reserve(page.along(steps, _CASING_PT / 2))
    for city in content.cities:
        pin = flat.point(city.place)
        labels.reserve(page.along([pin], _PIN_PT + 2))
        shapes.append(dot(f"{city.name}, pin", pin, _PIN_PT, PAPER, PIN_RING))
    labels = _named(content, flat, labels, layout, passed)
    items = (*shapes, *labels.leaders, *labels.texts, *key)
    return Drawn((), Group("map", around(items), items, content.described))


def _states_of(content: MapContent) -> tuple[Area, ...]:
    """The states that roads pass, and those in focus."""
    ids = dict.fromkeys(
        (*(one.id for one in content.focus), *(city.within for road in content.roads for city in road.cities))
    )
    return tuple(states().areas[id] for id in ids if id in states().areas)


def _named(content: MapContent, flat: Flat, labels: Labels, layout: Layout, passed: tuple[Area, ...]) -> Labels:
    """Labels with the names of cities and states, all in one size: the largest in which they have room, and stand each
    on one ground, if there is one."""
    states_of = {one.id: labels.page.inside(flat.area(one, flat.detail(states()))) for one in (*passed, *content.named)}
    land = dict.fromkeys((False, True), labels.page.none)
    for one in passed:
        land[one in content.focus] |= states_of[one.id]
    off = labels.page.all - (land[True] | land[False]).grown()
    # No name lies on the edge of a state or beside it.
    land = {is_gold: one - (labels.page.all - one).grown() for is_gold, one in land.items()}
    ways = ((land[True], land[False], off), False), ((land[True], land[False], off), True), ((labels.page.all,), True)
    pins = [flat.point(city.place) for city in content.cities]
    width, height = labels.page.width * SIZE_PT, labels.page.height * SIZE_PT
    for (grounds, may_be_off), size in product(ways, dict.fromkeys(layout.sizes.label)):
        made, look = copy(labels), style(size, NIGHT, bold=True)
        for city in content.cities:
            form, pin = name(city.name, look, layout.fonts), flat.point(city.place)
            told = pin, city.name, content.span_of(city.name)
            is_left = pin[0] * len(pins) < sum(x for x, _ in pins)
            beyond = (0, 0, pin[0], height) if is_left else (pin[0], 0, width, height)
            sides = labels.page.rectangle(beyond), labels.page.all
            if not (
                any(made.beside(form, pin, _PIN_PT, ground, *told[1:]) for ground in grounds)
                or any(made.led(form, [pin], (grounds[-1] & side,), *told[1:], _PIN_PT + 2) for side in sides)
            ):
                made.forced(form, *told)
        for one in content.named:
            form, own, span = name(one.name, look, layout.fonts), states_of[one.id], content.span_of(one.name)
            is_put = made.inside([form], own, one.name, span) or (
                may_be_off and made.near([form], own.inner_middle(), grounds[-1], one.name, span)
            )
            if not is_put:
                made.forced(form, own.inner_middle(), one.name, span)
        if not any(text.surplus for text in made.texts):
            break
    return made


def _key(content: MapContent, layout: Layout) -> Iterator[Shape | Text]:
    """What each road is called, and what is said of it."""
    grid, sizes = layout.grid, layout.sizes
    pitch = 15
    first = 26 + max(0, (50 - pitch * len(content.roads)) // 2)
    first += _LOWER if layout.base else 0
    for number, (road, (ink, dash)) in enumerate(zip(content.roads, _looks(layout), strict=False)):
        top = first + number * pitch
        whole = grid.box(1, 6, top, top + 15)
        right = Box(whole.x + _KEY_INDENT, whole.y, whole.width - _KEY_INDENT, 6 * grid.row)
        middle = right.y + right.height // 2
        pieces = _PIECES[dash]
        length = (_KEY_WIDTH - (pieces - 1) * _KEY_HEIGHT) // pieces
        for at in range(pieces):
            x = whole.x + at * (length + _KEY_HEIGHT)
            line = Box(x, middle - _KEY_HEIGHT // 2, length, _KEY_HEIGHT)
            yield rectangle(f"{road.name}, key", line, ink)
        head = Style(sizes.head[0], ink, bold=True, line_percent=95)
        yield label(
            f"{road.name}, name", (plain(road.name, road.span),), right, head, sizes.head, layout.fonts, "middle"
        )
        if road.says:
            below = Box(right.x, right.bottom, right.width, whole.bottom - right.bottom)
            text = Style(sizes.label[0], Ink("text"), line_percent=95)
            yield label(
                f"{road.name}, words", (plain(road.says, road.span),), below, text, sizes.label[:2], layout.fonts
            )
