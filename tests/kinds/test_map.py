"""Maps: what they show is looked up, and what is said of them is made of that."""

from msgspec import structs

from talkbuilder.geo.roads import draw
from talkbuilder.kinds.map import KIND, lay_out
from talkbuilder.layout.items import Group, Shape, Text
from talkbuilder.layout.page import Page
from tests.cases import apart_from_timing
from tests.corpora.tables import from_table
from tests.geo.maps import in_pt, letters, names, shapes
from tests.sample import built, codes, talk


def mapped(map: str, more: str = "cite: [herds]") -> tuple[Page, list[tuple[str, str]]]:
    """The page of a map, and what was reported beside the time that it takes."""
    deck, report = built(talk(f"  - {{title: T, {more}, map: {map}, notes: Words.}}"))
    return deck.pages[2], [(one.code, one.message) for one in apart_from_timing(report.diagnostics)]


def drawing(page: Page) -> Group:
    (group,) = (item for item in page.items if isinstance(item, Group))
    return group


def faults(map: str) -> list[tuple[str, str, str]]:
    _, report = built(talk(f"  - {{title: T, cite: [herds], map: {map}, notes: Words.}}"))
    return [(one.code, one.message, one.hint) for one in apart_from_timing(report.diagnostics)]


def test_its_words_are_its_alternative_text_and_stand_in_the_notes() -> None:
    page, _ = mapped("{focus: [KZ], label: [Almaty]}")
    words = "Map: Kazakhstan, between Russia and China; Almaty is marked"
    assert drawing(page).alt == words
    assert [one.text for one in page.notes.shown] == [f"On the slide: {words}"]


def test_countries_are_called_as_the_language_of_the_talk_calls_them() -> None:
    slide = "  - {title: T, map: {focus: [KZ, UZ], routes: [UZ > KZ]}, notes: Words.}"
    deck, _ = built(talk(slide).replace("date: 2026-11", "date: 2026-11\nlanguage: ru"))
    group = drawing(deck.pages[2])
    assert group.alt == "Карта: Казахстан и Узбекистан; путь: Узбекистан – Казахстан"
    named = {line.text for one in group.items if isinstance(one, Text) for line in one.lines}
    assert {"Казахстан", "Узбекистан"} <= named
    assert not any(one.isascii() for one in named)


def test_all_but_the_drawing_is_read_in_order_and_what_lies_beneath_is_decorative() -> None:
    page, _ = mapped("{focus: [KZ]}")
    kinds = [type(item).__name__ for item in page.items]
    assert kinds[kinds.index("Text") :] == ["Text", "Group", "Text", "Text"]  # title, map, source, number
    assert all(not getattr(item, "alt", "") for item in page.items[: kinds.index("Text")])


def test_a_route_cites_what_it_rests_on_and_the_foot_says_what_arrows_do_not_mean() -> None:
    page, told = mapped("{focus: [KZ, UZ], routes: [{route: UZ > KZ, cite: [people]}]}", "cite: []")
    assert told == []
    assert [one.id for one in page.citations] == ["people"]
    (source,) = (item for item in page.items if isinstance(item, Text) and item.placeholder == "Source")
    said = source.paragraphs[0].text.replace("\u00a0", " ")
    assert said.startswith("The arrows show from where to where: not how many, and not by which")
    assert "Source: A bureau that counts" in said


def test_the_places_of_facts_are_in_focus_and_the_facts_are_cited() -> None:
    facts = (
        "herds: {says: S, show: '1', place: MN, source: bureau, kind: primary, post: first, exact: counted 88 herds}"
    )
    deck, report = built(talk("  - {title: T, map: {facts: [herds]}, notes: Words.}"), facts=facts)
    assert [one.code for one in apart_from_timing(report.diagnostics) if one.code.startswith("E0")] == []
    page = deck.pages[2]
    assert drawing(page).alt == "Map: Mongolia, between Russia and China"
    assert [one.id for one in page.citations] == ["herds"]


def test_on_a_template_roads_stand_in_the_middle_of_what_their_key_leaves() -> None:
    roads = "{focus: [US-ND], roads: [{road: I-29, says: Past Fargo}], label: [Fargo]}"
    deck, _ = built(talk(f"  - {{title: T, cite: [herds], map: {roads}, notes: Words.}}"))
    told = next(one.slide for one in deck.plan.timings if one.slide.kind == "map")
    (page,) = lay_out(KIND, told, structs.replace(deck.pages[2].layout, base="A layout of a template"))

    def left(page: Page) -> int:
        return min(one.box.x for one in drawing(page).items if isinstance(one, Shape) and one.name == "North Dakota")

    assert left(page) < left(deck.pages[2])


def test_roads_on_a_template_differ_in_their_lines_whatever_its_colours_and_so_they_do_in_the_key() -> None:
    roads = "{road: I-94, from: Fargo, to: Minneapolis}, {road: I-29, from: Sioux Falls, to: Fargo}"
    deck, _ = built(talk(f"  - {{title: T, map: {{focus: [US-ND], roads: [{roads}]}}, cite: [herds], notes: Words.}}"))
    content, layout = deck.plan.timings[2].slide.shows, deck.pages[2].layout
    told = []
    for base in ("", "ppt/slideLayouts/slideLayout1.xml"):
        items = draw(content, structs.replace(layout, base=base)).map.items
        shapes = [one for one in items if isinstance(one, Shape)]
        dashes = [one.stroke.dash for one in shapes if one.stroke and one.name in ("I-94", "I-29")]
        told.append((dashes, sum(one.name == "I-29, key" for one in shapes)))
    assert told == [(["solid", "solid"], 1), (["solid", "dash"], 2)]


def test_on_a_narrow_page_of_a_template_no_city_is_named_in_its_margin() -> None:
    roads = "{focus: [US-MN], roads: [{road: I-35}], label: [Duluth]}"
    deck, _ = built(talk(f"  - {{title: T, cite: [herds], map: {roads}, notes: Words.}}"))
    content, layout = deck.plan.timings[2].slide.shows, deck.pages[2].layout
    grid = structs.replace(layout.grid, width=layout.grid.width // 2)
    narrow = draw(content, structs.replace(layout, base="A layout of a template", grid=grid)).map
    (named,) = (one for one in narrow.items if isinstance(one, Text) and one.name == "Duluth")
    assert named.box.right <= grid.box(1, grid.columns, 0, 1).right


def test_a_city_on_a_road_map_is_named_in_its_state_or_off_all_of_them() -> None:
    roads = "{focus: [US-ND], roads: [{road: I-94, from: Fargo, to: Minneapolis}], label: [Fargo]}"
    deck, _ = built(talk(f"  - {{title: T, cite: [herds], map: {roads}, notes: Words.}}"))
    content, layout = deck.plan.timings[2].slide.shows, deck.pages[2].layout
    for sizes in ((18.0,), (60.0,), (90.0, 18.0)):
        map = draw(content, structs.replace(layout, sizes=structs.replace(layout.sizes, label=(*sizes, *sizes))))
        left, _, right, _ = letters(names(map)["Fargo"])
        begins = in_pt(shapes(map)["North Dakota"].box)[0]
        assert left > begins or right < begins, sizes


def test_of_two_cities_on_a_road_map_that_which_lies_to_the_west_is_named_there() -> None:
    roads = "[{road: I-35}, {road: I-94, from: Fargo, to: Minneapolis}, {road: I-29}]"
    shown = f"{{focus: [US-ND, US-MN], roads: {roads}, label: [Fargo, Duluth]}}"
    deck, _ = built(talk(f"  - {{title: T, cite: [herds], map: {shown}, notes: Words.}}"))
    content, layout = deck.plan.timings[2].slide.shows, deck.pages[2].layout
    high = structs.replace(layout.grid, row=layout.grid.row * 13 // 10, height=layout.grid.height * 13 // 10)
    sizes = structs.replace(layout.sizes, label=(34.0, 34.0))
    found = names(draw(content, structs.replace(layout, base="A layout of a template", grid=high, sizes=sizes)))
    assert letters(found["Fargo"])[2] < letters(found["Duluth"])[0]


@from_table
def test_what_cannot_be_drawn_is_told(map: str, code: str, message: str, hint: str) -> None:
    assert faults(map) == [(code, message, hint)]


def test_a_city_in_another_language_has_a_hint_that_leads_to_its_name() -> None:
    ((_, _, hint),) = faults("{focus: [KZ], label: [Алматы]}")
    assert hint
    assert "'label:' a place with 'latitude:' and 'longitude:' has any name" in hint
    ((_, _, hint),) = faults("{focus: [Казахстан]}")
    assert hint
    assert "latitude" not in hint


def test_a_place_that_is_not_known_may_be_told_by_where_it_is() -> None:
    page, told = mapped("{focus: [LU], label: [{label: A village, latitude: 49.9, longitude: 6.1}]}")
    assert told == []
    names = [item.name for item in drawing(page).items]
    assert "A village, pin" in names
    assert "A village" in names


def test_a_map_without_routes_has_a_globe_beside_it_unless_it_is_not_wanted() -> None:
    def has_globe(map: str) -> bool:
        return any(item.name == "globe" for item in drawing(mapped(map)[0]).items)

    assert has_globe("{focus: [KZ]}")
    assert not has_globe("{focus: [KZ], inset: false}")
    assert not has_globe("{focus: [KZ, UZ], routes: [UZ > KZ]}")
    assert has_globe("{focus: [KZ, UZ], routes: [UZ > KZ], inset: true}")


@from_table
def test_what_would_not_be_drawn_as_it_is_asked_for_is_reported(shown: str, code: str) -> None:
    _, report = built(talk(f"  - title: A place\n    map: {shown}\n    cite: [grass]\n    notes: Words.\n"))
    assert code in codes(report)
