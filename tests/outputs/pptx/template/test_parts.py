"""How parts begin on a template: larger than slides, with the way of the talk where there is room."""

from typing import Any

from msgspec import structs

from talkbuilder.kinds.section import KIND, Way, lay_out
from talkbuilder.layout.inks import contrast_of
from talkbuilder.layout.items import OWN, Group, Ink, Shape, Style, Text, rectangle
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import Layout
from talkbuilder.outputs.pptx.template.fallback import StandIns
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.outputs.pptx.template.matching import NAMED, serve
from talkbuilder.units import Box
from tests.sample import part, project, timed
from tests.templates import WIDE, changed, deck_on, default, found, layout, points, read_of, slot, theme_of

_PARTS = timed(part("One", "A must 60"), part("A second one", "B must 60"), part("Three", "C must 60"))
_BLUE = "2E6FB6"  # which the theme does not have
_USUAL = slot("title", points(60, 30, 840, 90), Style(40.0))


def section(title: Box, *items: Any, **style: Any) -> Layout:
    """The layout for parts of a template whose own draws some items, and has its title in small letters."""
    own = found(slot("title", title, Style(24.0, **style)), name="Section Header", items=items)
    own.palette.own(_BLUE)
    read = read_of(text := found(_USUAL, name="Title Only"), own)
    served = serve("Section", own, read, NAMED)
    assert isinstance(served, Layout)
    return StandIns(read, {"Section": served}, text)["Section"]


def openers(data: bytes) -> Deck:
    return deck_on(theme_of(data), project(_PARTS))[0]


def test_the_name_of_a_part_is_larger_than_titles_in_a_place_for_two_lines_of_it() -> None:
    title = section(points(60, 200, 840, 50)).placeholders["Title"]
    assert title.sizes_pt[0] == title.styles[0].size_pt == 56
    assert title.box.height > points(0, 0, 0, 2 * 56)[3]
    under, over = (rectangle("Line", points(60, y, 840, 20), Ink("accent1")) for y in (252, 178))
    higher = section(points(60, 200, 840, 50), under).placeholders["Title"]
    assert (higher.sizes_pt[0], higher.box.bottom) == (56, points(0, 200, 0, 50).bottom)
    assert section(points(60, 200, 840, 50), under, over).placeholders["Title"].sizes_pt[0] < 40


def test_nothing_that_stands_over_the_name_of_a_part_moves_on_to_a_line_that_is_drawn_there() -> None:
    line = rectangle("Line", points(0, 170, 960, 8), Ink("accent1"))
    assert any(map(line.box.meets, section(points(60, 200, 840, 50), line).unread))


def test_the_way_has_room_beside_nothing_that_is_drawn_and_an_ink_that_is_seen_there() -> None:
    (below,) = section(points(60, 60, 840, 50)).free
    assert below.width > points(0, 0, 700, 0)[2]
    picture = rectangle("Picture", points(100, 140, 300, 400), Ink("accent1"))
    assert section(points(60, 60, 840, 50), picture).free[0] == Box(0, 0, 0, 0)
    # On a ground on which its title is read for it is large, what is smaller has no ink.
    field = rectangle("Field", points(0, 0, 960, 540), Ink("accent1"))
    made = section(points(60, 60, 840, 50), field, ink=Ink("ground"))
    assert made.palette["way"] == made.palette["ground"]
    assert "way text" not in made.palette
    # Names in a colour that the theme does not have are in its nearest.
    shades = section(points(60, 60, 840, 50), ink=Ink(OWN + _BLUE)).shades
    assert not shades["way text"].name.startswith(OWN)


def test_a_name_that_stands_low_is_raised_so_that_the_way_has_room_under_it() -> None:
    low = points(60, 420, 840, 60)
    made = section(low)
    assert made.placeholders["Title"].box.bottom <= made.free[0].y + made.free[0].height
    assert made.placeholders["Title"].box.y < low.y - points(0, 20, 0, 0).y
    assert made.free[0].height > points(0, 0, 0, 80).height
    # Not over what is drawn, nor on to another ground.
    for over in (
        rectangle("Line", points(0, 400, 960, 4), Ink("accent1")),
        rectangle("Field", points(0, 0, 960, 410), Ink("accent1")),
    ):
        assert section(low, over).placeholders["Title"].box.bottom >= low.bottom
        assert section(low, over).free == (Box(0, 0, 0, 0),)


def test_the_way_is_as_wide_as_what_is_free_from_the_edge_of_the_title_or_it_is_a_column() -> None:
    beside = rectangle("Picture", points(400, 100, 560, 440), Ink("accent1"))
    room = section(points(60, 60, 300, 50), beside).free[0]
    assert 0 < room.width < points(0, 0, 340, 0).width
    slide = next(one.slide for one in openers(default()).plan.timings if one.slide.kind == "section")
    names = "Words", "Numbers", "Pictures", "In order", "Places", "What to do"
    slide = structs.replace(slide, shows=Way(0, names, "Part 1 of 6"))
    for items, axis in (((), 1), ((beside,), 0)):
        (page,) = lay_out(KIND, slide, section(points(60, 60, 840 if not items else 300, 50), *items))
        way = next(one for one in page.items if isinstance(one, Group))
        stops = [one.box for one in way.items if isinstance(one, Shape) and one.name.endswith(" part")]
        named = [one for one in page.items if isinstance(one, Text) and one.name.startswith("part")]
        assert len({box[axis] + box[axis + 2] // 2 for box in stops}) == 1
        if axis:  # each name in the middle under its stop, the first and the last at the edges
            assert all(
                abs(2 * (one.box.x - box.x) + one.box.width - box.width) < 99
                for one, box in zip(named, stops, strict=True)
            )
            assert named[-1].box.right - named[0].box.x > points(0, 0, 780, 0).width


def test_all_parts_have_the_way_at_one_place_with_the_names_in_one_size() -> None:
    for data in (default(), changed((layout(3), "Section Header", "Teil"))):
        deck = openers(data)
        pages = [page for page in deck.pages if page.kind == "section"]
        ways = [one for page in pages for one in page.items if isinstance(one, Group)]
        stops = [[one for one in way.items if isinstance(one, Shape) and one.name.endswith(" part")] for way in ways]
        assert len({tuple(one.box.x + one.box.width // 2 for one in own) for own in stops}) == 1
        assert len({way.box.y for way in ways}) == 1
        assert [one.name for one in stops[1]] == ["Past part", "Present part", "Coming part"]
        assert ways[1].alt == "Part 2 of 3: One, A second one, Three"
        titles = [one for page in pages for one in page.items if isinstance(one, Text) and one.placeholder == "Title"]
        (size_pt,) = {one.styles[0].size_pt for one in titles}
        usual = [one for one in deck.pages[-1].items if isinstance(one, Text) and one.placeholder == "Title"]
        assert size_pt > 1.2 * usual[0].styles[0].size_pt


def test_words_that_have_a_slide_to_themselves_stand_in_its_middle() -> None:
    ours = StandIns(read_of(found(_USUAL)), {})
    title = ours["Statement"].placeholders["Title"]
    assert title.anchor == "middle"
    assert 0.35 < (title.box.y + title.box.height / 2) / points(0, 0, 0, 540)[3] < 0.6
    # What nothing is to be seen on has its name where sources stand, as small.
    name, source = ours["Blank"].placeholders["Title"], ours["Statement"].placeholders["Source"]
    assert name.box.meets(source.box)
    assert name.sizes_pt[0] < title.sizes_pt[-1]
    # It begins where all does that stands under titles, not where these do beside a logo.
    logo = rectangle("Logo", points(20, 20, 150, 100), Ink("accent1"))
    beside = found(slot("title", points(250, 30, 640, 90), Style(40.0)), items=(logo,))
    ours = StandIns(read_of(beside), {})
    edge = ours["Drawing"].grid.box(1, 1, 0, 1).x + ours["Drawing"].corner[0]
    assert edge < beside.slots[0].box.x
    assert ours["Statement"].placeholders["Title"].box.x == ours["Closing"].free[0].x == edge
    # Under a bar they are as large, in an ink that is read there.
    bar = rectangle("Bar", points(0, 0, 960, 120), Ink("dark2"))
    barred: Found = found(slot("title", points(60, 30, 840, 80), Style(40.0, ink=Ink("ground"))), items=(bar,))
    ours = StandIns(read_of(barred), {})
    assert all(box.y >= bar.box.bottom for name in ("Statement", "Closing") for box in ours[name].free)
    closing = ours["Closing"]
    assert contrast_of(closing.palette["alone"], closing.palette["ground"]) > 4.5
    # A shade of a colour stays that.
    pale = Style(40.0, ink=Ink("dark1", luminance_percent=7, offset_percent=93))
    night = found(slot("title", points(60, 30, 840, 80), pale), items=(rectangle("Night", WIDE, Ink("dark2")),))
    closing = StandIns(read_of(night), {})["Closing"]
    assert closing.shades["alone"].offset_percent == 93


def test_names_of_parts_are_on_a_line_each_and_without_an_ink_for_them_there_is_no_way() -> None:
    names = "Words", "Numbers", "Pictures", "In order", "Places", "What each of us can do"
    slide = next(one.slide for one in openers(default()).plan.timings if one.slide.kind == "section")
    slide, made = structs.replace(slide, shows=Way(0, names, "Part 1 of 6")), section(points(60, 60, 840, 50))
    inks = {name: one for name, one in made.palette.items() if name != "way text"}
    for served, lines in ((made, [1] * len(names)), (structs.replace(made, palette=inks), [])):
        (page,) = lay_out(KIND, slide, served)
        named = [one for one in page.items if isinstance(one, Text) and one.name.startswith("part")]
        assert [len(one.lines) for one in named] == lines
        assert len({one.box.y for one in named}) == len({*lines})
        assert any(isinstance(one, Group) for one in page.items) is bool(lines)


def test_the_name_of_a_part_is_not_squeezed_beside_a_faint_ornament() -> None:
    title = slot("title", points(60, 30, 840, 90), Style(56.0))
    for opacity, is_kept in ((12, True), (60, False)):
        ornament = rectangle("Ornament", points(100, 90, 400, 300), Ink("text", opacity_percent=opacity))
        (made,) = found(title, name="Section Header", items=(ornament,)).cleared.slots
        assert (made.box == title.box) is is_kept
