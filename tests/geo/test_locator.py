"""Any country can be drawn: nothing leaves the page, and no name lies on another, on a pin or under the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.geo import locator
from talkbuilder.geo.atlas import area_of, states, world
from talkbuilder.geo.content import MapContent
from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.units import Aspect, Box
from tests.geo.maps import content, drawn, in_pt, items, letters, names, overlap, page, shapes, theme

COUNTRIES = [id for id in world().areas if id]
_STATES = list(states().areas)
PAIRS = sorted((one, other) for one in COUNTRIES for other in world().areas[one].kin if one < other)
_ASPECTS: st.SearchStrategy[Aspect] = st.sampled_from(["16:9", "4:3"])


def hold(what: MapContent, aspect: Aspect = "16:9") -> None:
    """What holds for every map."""
    map = drawn(what, aspect)
    whole = page(aspect)
    for item in items(map):
        box = item.box if isinstance(item, Shape | Text) else whole
        if "arrow" in item.name or "casing" in item.name:
            continue  # an arrow from far off begins beyond the edge
        assert box.x >= -1, item.name
        assert box.y >= -1, item.name
        assert box.right <= whole.right + 1, item.name
        assert box.bottom <= whole.bottom + 1, item.name
    placed = [text for text in names(map).values() if not text.surplus]
    pins = [in_pt(shape.box) for name, shape in shapes(map).items() if name.endswith(", pin")]
    globe = [in_pt(one.box) for one in map.map.items if isinstance(one, Group) and one.name == "globe"]
    boxes = [letters(text) for text in placed]
    for number, one in enumerate(boxes):
        for other in (*boxes[number + 1 :], *pins, *globe):
            assert not overlap(one, other), placed[number].name


@given(st.sampled_from([*COUNTRIES, *_STATES]), _ASPECTS)
def test_any_country_or_state_is_drawn(id: str, aspect: Aspect) -> None:
    hold(content(id), aspect)


@given(st.sampled_from(PAIRS), _ASPECTS)
def test_any_two_neighbours_are_drawn_with_a_route_between_them(pair: tuple[str, str], aspect: Aspect) -> None:
    one, other = pair
    hold(content(one, routes=(f"{other} > {one}",), inset=False), aspect)
    hold(content(one, other), aspect)


@pytest.mark.parametrize("id", ["KZ", "CL", "RU", "NZ", "VA", "US-MN"])
def test_what_is_in_focus_is_named_and_seen(id: str) -> None:
    map = drawn(content(id))
    area = area_of(id)
    assert area
    name = names(map)[area.name]
    assert name.surplus == 0
    assert area.name in shapes(map)


@pytest.mark.parametrize("id", ["PT", "IL", "GB"])
def test_what_is_in_focus_and_too_narrow_for_its_name_is_not_named_on_a_neighbour_if_it_has_a_sea(id: str) -> None:
    map = drawn(content(id))
    area = area_of(id)
    assert area
    assert area.name in names(map)
    assert f"{area.name}, ground" not in shapes(map)  # which is under names on land


def test_a_map_over_the_180th_meridian_is_one_piece() -> None:
    left, _, right, _ = in_pt(shapes(drawn(content("FJ")))["Fiji"].box)
    assert right - left < 800
    left, _, right, _ = in_pt(shapes(drawn(content("RU")))["Russia"].box)
    assert right - left < 900


def test_a_route_from_far_off_comes_from_the_edge_and_says_so() -> None:
    map = drawn(content("KZ", routes=("UZ > KZ", "NG > KZ"), inset=False))
    assert [one.text.replace("\u00a0", " ") for one in names(map)["Nigeria"].paragraphs] == [
        "Nigeria",
        "far off this map",
    ]
    far = next(one for one in map.map.items if isinstance(one, Group) and one.name == "route Nigeria to Kazakhstan")
    assert min(item.box.x for item in far.items if isinstance(item, Shape)) <= 0
    assert "Uzbekistan" in shapes(map)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_where_routes_begin_is_named_in_one_size_and_no_line_that_leads_there_is_plumb(aspect: Aspect) -> None:
    map = drawn(content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False), aspect)
    found = names(map)
    origins = [found[name] for name in ("Kyrgyzstan", "Tajikistan", "Uzbekistan", "Mongolia", "Nigeria")]
    assert {one.styles[0].size_pt for one in origins} == {24}
    assert not any(one.surplus for one in origins)
    assert len(found["Nigeria"].paragraphs) == 2  # never without the note that it lies elsewhere
    leaders = [shape.box for name, shape in shapes(map).items() if name.endswith(", line")]
    assert leaders
    assert all(box.width >= 0.45 * box.height for box in leaders)


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_what_is_far_off_is_named_next_to_its_way_and_apart_from_others(aspect: Aspect) -> None:
    map = drawn(content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False), aspect)
    found = {name: letters(text) for name, text in names(map).items()}
    _, top, _, bottom = found["Nigeria"]
    assert bottom + 8 < found["Uzbekistan"][1] or found["Uzbekistan"][3] + 8 < top
    far = next(one for one in map.map.items if isinstance(one, Group) and one.name == "route Nigeria to Kazakhstan")
    begins = max(in_pt(item.box)[3] for item in far.items if isinstance(item, Shape))
    assert not begins < found["Uzbekistan"][1] < top


def test_on_a_low_stage_of_a_template_all_names_are_as_large_as_can_be_read() -> None:
    ours = theme("16:9").layouts["Map"]
    grid, low = ours.grid, 0.67
    width, height, row = (round(one * low) for one in (grid.width, grid.height, grid.row))
    small = structs.replace(grid, width=width, height=height, row=row)
    places = {
        name: structs.replace(one, box=Box(*(round(low * side) for side in one.box)))
        for name, one in ours.placeholders.items()
    }
    sizes = structs.replace(ours.sizes, label=(18.0, 18.0, 18.0), place=(21.0, 18.0, 18.0))
    base = "A layout of a template"
    layout = structs.replace(ours, grid=small, sizes=sizes, base=base, placeholders=places)
    what = content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False)
    map = locator.draw(what, layout)
    found = names(map)
    assert not [name for name, text in found.items() if text.surplus]
    assert {"Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Mongolia", "Nigeria"} <= found.keys()
    assert min(text.styles[0].size_pt for text in found.values()) >= 18
    assert not {"Kazakhstan, line", "Mongolia, line"} & shapes(map).keys()  # there is room for them


def test_on_a_template_no_name_reads_as_if_it_went_on_in_another() -> None:
    layout = structs.replace(theme("4:3").layouts["Map"], base=".xml")
    what = content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False)
    found = {name: letters(text) for name, text in names(locator.draw(what, layout)).items()}
    assert found["Nigeria"][3] + 32 < found["Uzbekistan"][1]
    left, top, _, bottom = found["China"]
    for name in ("Kyrgyzstan", "Tajikistan"):
        assert found[name][3] < top or bottom < found[name][1] or found[name][2] + 50 < left


def test_all_names_are_rather_smaller_than_that_of_what_is_far_off_farther_from_its_way() -> None:
    ours = theme("4:3").layouts["Map"]
    sizes = structs.replace(ours.sizes, label=(30.0, 26.0, 22.0, 18.0))
    grid = structs.replace(ours.grid, row=ours.grid.row * 11 // 10, height=ours.grid.height * 11 // 10)
    layout = structs.replace(ours, base=".xml", grid=grid, sizes=sizes)
    what = content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False)
    map = locator.draw(what, layout)
    far = next(one for one in map.map.items if isinstance(one, Group) and one.name == "route Nigeria to Kazakhstan")
    begins = max(in_pt(item.box)[3] for item in far.items if isinstance(item, Shape))
    assert letters(names(map)["Nigeria"])[1] - begins < 80
    # Nor is the remark under a name larger than that.
    large = structs.replace(layout, sizes=structs.replace(sizes, label=(30.0, 30.0, 22.0, 18.0)))
    told = names(locator.draw(what, large))["Nigeria"]
    assert told.styles[0].size_pt >= told.styles[1].size_pt


def test_what_is_far_off_is_named_on_a_plate_and_no_border_runs_through_names_on_land() -> None:
    layout = structs.replace(theme("16:9").layouts["Map"], base=".xml")
    what = content("KZ", routes=("UZ > KZ", "KG > KZ", "TJ > KZ", "MN > KZ", "NG > KZ"), inset=False)
    map = locator.draw(what, layout)
    ground, (left, top, right, bottom) = in_pt(shapes(map)["Nigeria, ground"].box), letters(names(map)["Nigeria"])
    assert ground[0] < left < right < ground[2]
    assert ground[1] < top < bottom < ground[3]
    assert "Uzbekistan, ground" in shapes(drawn(content("KZ")))


def test_a_name_that_a_line_leads_to_stands_on_the_side_of_its_place() -> None:
    ours = theme("4:3").layouts["Map"]
    narrow = structs.replace(ours.grid, width=ours.grid.width * 3 // 4)
    layout = structs.replace(ours, base=".xml", grid=narrow)
    what = content("KZ", routes=("KG > KZ", "TJ > KZ", "UZ > KZ", "MN > KZ", "NG > KZ"), inset=False)
    map = locator.draw(what, layout)
    assert letters(names(map)["Uzbekistan"])[2] < in_pt(shapes(map)["Uzbekistan, dot"].box)[0]


def test_names_keep_to_the_margins_of_the_page() -> None:
    for text in names(drawn(content("KZ", routes=("NG > KZ", "MN > KZ"), inset=False))).values():
        left, _, right, _ = letters(text)
        assert left >= 64, text.name
        assert right <= 896, text.name


def test_beside_names_that_lines_lead_to_no_neighbour_has_one_that_runs_over_its_border() -> None:
    assert "Turkmenistan" in names(drawn(content("KZ", inset=False)))
    assert "Turkmenistan" not in names(drawn(content("KZ", routes=("UZ > KZ", "MN > KZ"), inset=False)))


def test_a_country_too_small_to_be_seen_on_the_globe_is_marked_with_a_ring() -> None:
    assert "globe, ring" in shapes(drawn(content("FJ")))
    assert "globe, ring" not in shapes(drawn(content("KZ")))
