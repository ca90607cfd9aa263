"""What a map shows: the names that an author wrote, looked up, checked to be drawable, and told as alt text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import hypot
from pathlib import Path
from typing import Any, Literal, TypeVar

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Span, near
from talkbuilder.geo import yaml_model
from talkbuilder.geo.atlas import Area, Spot, area_of, atlas_of, in_sentence, known_areas, named_areas, spot_of, world
from talkbuilder.geo.gazetteer import City, cities_on, interstates, known_cities, stretch
from talkbuilder.geo.geometry import Place, aside, holds
from talkbuilder.geo.projection import Globe, corners, extent, framed, is_drawable
from talkbuilder.source.fields import Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation
from talkbuilder.talk.words import ENGLISH, Words

_Found = TypeVar("_Found")
View = Literal["flat", "globe", "roads"]


class Route(Struct, frozen=True):
    """A way from somewhere to somewhere, with a word or two along it."""

    start: Spot
    end: Spot
    label: str
    span: Span


class Road(Struct, frozen=True):
    """A stretch of a road, what the key calls it, and what it says of it."""

    name: str
    says: str
    cities: tuple[City, ...]
    span: Span


class MapContent(Struct, frozen=True, dict=True):  # the dict is for `drawn`
    """A whole map; `described` is what it shows, in words."""

    view: View
    focus: tuple[Area, ...]
    cities: tuple[City, ...]
    routes: tuple[Route, ...]
    roads: tuple[Road, ...]
    has_neighbours: bool
    has_inset: bool
    span: Span
    named: tuple[Area, ...] = ()  # besides what is in focus
    spans: Mapping[str, Span] = {}  # of names, where they are written
    described: str = ""
    own_names: Mapping[str, str] = {}  # of countries in the language of the talk, by their English ones
    far_off: str = ENGLISH.say("far_off_map")

    @cached_property
    def drawn(self) -> dict[Any, Any]:
        """What was drawn of it, to be used again where it is asked for as large once more."""
        return {}

    def span_of(self, name: str) -> Span:
        """Where a name is asked for."""
        return self.spans.get(name, self.span)

    def called(self, name: str) -> str:
        """The name of a country in the language of the talk; any other as it is."""
        return self.own_names.get(name, name)

    @property
    def ends(self) -> tuple[Spot, ...]:
        """Where routes begin and end, without what is in focus."""
        own = {area.id for area in self.focus}
        ends = (spot for route in self.routes for spot in (route.start, route.end))
        return tuple(dict.fromkeys(spot for spot in ends if spot.city or spot.id not in own))


_FEWEST_ON_GLOBE = 2
_PAGE, _MIDST = (0.0, 0.0, 960.0, 540.0), (240.0, 135.0, 720.0, 405.0)  # of a flat map, and of what is in focus on it
_ASIDE = 42.0  # degrees that the globe is turned away from the middle of its arcs
_LOWEST = 0.16  # radii above the middle of the globe, which is off the page
_OUTERMOST = 0.9
_HOW = "countries go by two letters, as KZ; states as US-MN, interstates as I-94, cities by their English names"
_ANY = f"{_HOW}; under 'label:' a place with 'latitude:' and 'longitude:' has any name, as the talk's language calls it"


class Lookup:
    """Looks up what a map names, and reports what it cannot find."""

    def __init__(self, shown: yaml_model.Shown, markup: Markup) -> None:
        self._shown, self._markup = shown, markup
        self.cited: list[Citation] = []  # what the words of labels, routes and roads rest on
        self._spans: dict[str, Span] = {}
        self._failed = False

    def content(self, of_facts: Iterable[Text]) -> MapContent | None:
        """What the map shows; None where something of it names nothing, or where it cannot be drawn."""
        shown = self._shown
        named = {one.value.strip(): one for one in (*shown.focus, *of_facts)}
        focus = _found(self._area(one) for one in named.values())
        labels = _found(self._label(one) for one in shown.label)
        routes = _found(self._route(one) for one in shown.routes)
        roads = _found(self._road(one) for one in shown.roads)
        if self._failed:
            return None
        content = MapContent(
            view="roads" if shown.roads else shown.view,
            focus=tuple(focus),
            cities=tuple(spot.city for spot in labels if spot.city),
            routes=tuple(routes),
            roads=tuple(roads),
            has_neighbours=shown.neighbours,
            has_inset=not shown.routes if shown.inset is None else shown.inset,
            span=shown.span,
            named=tuple(spot.area for spot in labels if spot.area and spot.area not in focus),
            spans=self._spans,
            own_names=own_names(self._markup.words),
            far_off=self._markup.words.say("far_off_map"),
        )
        fault = _undrawable(content) or _contradiction(content, self._shown.view)
        if fault is not None:
            self._fault("E040", *fault, shown.span)
            return None
        return structs.replace(content, described=alt_text(content, self._markup.words))

    def _fault(self, code: str, message: str, hint: str, span: Span) -> None:
        self._failed = True
        self._markup.report(Diagnostic(code, message, span, hint))

    def words(self, text: Text | None) -> str:
        """The words of a text as the map prints them, without marks; what these cite is remembered."""
        if text is None:
            return ""
        line = self._markup.line(text)
        self.cited += [run.citation for run in line.runs if run.citation]
        return line.text

    def _area(self, text: Text) -> Any:
        area = area_of(text.value.strip())
        if area is None:
            self._unknown(text, "country or state", (*known_areas(),))
            return None
        self._spans[area.name] = text.span
        return area

    def _label(self, written: yaml_model.Label) -> Spot | None:
        name = self.words(written.label)
        if written.latitude is None or written.longitude is None:
            return self._spot(written.label, name)
        self._spans[name] = written.label.span
        return Spot(name, city=City(name, "", (written.longitude, written.latitude), 3))

    def _spot(self, text: Text, value: str | None = None) -> Spot | None:
        wanted = (text.value if value is None else value).strip()
        spot = spot_of(wanted)
        if spot is None:
            known = (*known_areas(), *known_cities())
            self._unknown(Text(wanted, text.span), "place", known)
            return None
        self._spans.setdefault(spot.name, text.span)
        return spot

    def _unknown(self, text: Text, called: str, known: tuple[str, ...]) -> None:
        name = text.value.strip()
        named = named_areas()
        found = name.upper() if area_of(name.upper()) else _nearest(name, (*named, *known))
        hint = f"did you mean '{named.get(found, found)}'?" if found else _ANY if called == "place" else _HOW
        self._fault("E001", f"no {called} '{name}'", hint, text.span)

    def _route(self, written: yaml_model.Route) -> Route | None:
        ends = [end.strip() for end in written.route.value.split(">")]
        if len(ends) != 2 or not all(ends) or ends[0] == ends[1]:
            self._fault("E040", f"'{written.route.value}' is no route", "write UZ > KZ", written.route.span)
            return None
        start, end = (self._spot(written.route, one) for one in ends)
        label = self.words(written.label)
        return Route(start, end, label, written.span) if start and end else None

    def _road(self, written: yaml_model.Road) -> Road | None:
        number = written.road.value.strip().upper()
        if number not in interstates():
            self._fault(
                "E001", f"no road '{written.road.value}'", _near_name(number, tuple(interstates())), written.road.span
            )
            return None
        names = tuple(city.name for city in cities_on(number))
        for end in (written.from_, written.to):
            if end and end.value.strip() not in names:
                hint = _near_name(end.value.strip(), names)
                self._fault("E001", f"{number} does not pass '{end.value}'", hint, end.span)
                return None
        first, last = (end.value.strip() if end else None for end in (written.from_, written.to))
        if first is not None and first == last:
            self._fault("E040", f"a road from '{first}' to '{last}'", "name two cities on it", written.span)
            return None
        called = self.words(written.called) or number
        return Road(called, self.words(written.says), stretch(number, first, last), written.span)


def _found(looked_up: Iterable[_Found | None]) -> list[_Found]:
    return [one for one in looked_up if one is not None]


def _near_name(name: str, known: tuple[str, ...]) -> str:
    """The hint for a name in which capitals count."""
    found = _nearest(name, known)
    return f"did you mean '{found}'?" if found else _HOW


def _nearest(name: str, known: tuple[str, ...]) -> str:
    folded = {one.casefold(): one for one in reversed(known)}
    hint = near(name.casefold(), folded)
    return next((one for low, one in folded.items() if hint == f"did you mean '{low}'?"), "")


def _contradiction(content: MapContent, view: View) -> tuple[str, str] | None:
    """What was asked for twice, or together with something that excludes it, and what to do."""
    if content.roads and view == "globe":
        return "roads on a globe", "leave 'view:' out, or the roads"
    if content.roads and content.routes:
        return "roads beside routes", "make two slides of them"
    if content.roads and (other := next((one for one in content.focus if "-" not in one.id), None)):
        return f"{other.name} beside roads, which run through states", "name states in 'focus:', such as US-MN"
    ways = [(one.start.name, one.end.name) for one in content.routes]
    if twice := next((way for at, way in enumerate(ways) if way in ways[:at]), None):
        return f"two routes from {twice[0]} to {twice[1]}", "keep one of them"
    return None


def _undrawable(content: MapContent) -> tuple[str, str] | None:
    """Why a map cannot be drawn, and what to do."""
    if content.view == "roads":
        return None
    if content.view == "flat":
        if not content.focus:
            return "the map is about nothing", "add 'focus:' with the letters of a country, as in [KZ]"
        if not is_drawable(content.focus, [city.place for city in content.cities]):
            return "what it shows lies too far apart for a flat map", "write 'view: globe', or make two slides of it"
        return None
    spots = marked_on_globe(content)
    if len(spots) < _FEWEST_ON_GLOBE:
        return "a globe at night needs two places", "name two in 'focus:', or a route between them"
    if _room(viewpoint(content, spots), spots) <= 0:
        return "the places lie on opposite sides of the globe", "leave one out, or make two slides of it"
    return None


def marked_on_globe(content: MapContent) -> tuple[Spot, ...]:
    """The places that a globe marks."""
    own = tuple(Spot(one.name, area=one) for one in content.focus)
    return (*own, *content.ends, *(Spot(city.name, city=city) for city in content.cities))


def viewpoint(content: MapContent, spots: Sequence[Spot]) -> Place:
    """The centre of the globe: to one side of the first arc, so that it curves; else where the places are seen best."""
    if content.routes:
        start, end = content.routes[0].start.middle, content.routes[0].end.middle
        beside = sorted((aside(start, end, turn) for turn in (_ASIDE, -_ASIDE)), key=lambda place: place[1])
        if found := next((choice for choice in beside if _room(choice, spots) > 0), None):
            return found
    lon = spots[0].middle[0]
    choices = [(lon + turn, lat) for turn in range(-80, 81, 20) for lat in range(-70, 51, 10)]
    return max(choices, key=lambda choice: _room(choice, spots))


def _room(middle: Place, spots: Sequence[Spot]) -> float:
    """How far from the rim the outermost of some places lies; less than 0 where one is hidden, or low on the page."""
    globe = Globe(middle, (0.0, 0.0), 1.0)
    least = 1.0
    for spot in spots:
        point = globe.point(spot.middle)
        if point is None or -point[1] < _LOWEST or abs(point[0]) > _OUTERMOST:
            return -1.0
        around = corners(spot.area.rings[0].bounds) if spot.area else ()
        if any(corner and -corner[1] < _LOWEST for corner in map(globe.point, around)):
            return -1.0
        least = min(least, 1 - hypot(*point))
    return least


def own_names(words: Words) -> Mapping[str, str]:
    """The names of countries in a language, by their English ones, where they differ."""
    return {} if words.written == "en" else {one.name: words.country(id, one.name) for id, one in world().areas.items()}


def alt_text(content: MapContent, words: Words = ENGLISH) -> str:
    """A sentence on what a map shows, and one on what is in dispute there."""
    tellers = {"flat": _flat, "globe": _globe, "roads": _roads}
    said = tellers[content.view](content, words)
    disputes = "; ".join(_disputes(content))
    return f"{said}. {words.say('alt_disputes', told=disputes)}" if disputes else said


def _flat(content: MapContent, words: Words) -> str:
    focus = words.both([_name(one.name, content, words) for one in content.focus])
    pieces = [words.say("alt_map", names=focus) + _between(content, words), *_marked(content, words)]
    return "; ".join((*pieces, *_routes(content, words, "alt_route")))


def _name(name: str, content: MapContent, words: Words) -> str:
    """A name as a sentence of the language says it."""
    return in_sentence(name) if words.written == "en" else content.called(name)


def _marked(content: MapContent, words: Words) -> Iterable[str]:
    marked = [city.name for city in content.cities]
    return (words.count("alt_marked", len(marked), names=words.both(marked)),) if marked else ()


def _between(content: MapContent, words: Words) -> str:
    """The two largest of the neighbours of a single country."""
    if len(content.focus) != 1:
        return ""
    kin = sorted((area for id in content.focus[0].kin if (area := area_of(id))), key=lambda one: -_size(one))
    names = [_name(area.name, content, words) for area in kin[:2]]
    return words.count("alt_beside", len(names), names=words.both(names)) if names else ""


def _size(area: Area) -> float:
    return sum(ring.area_km2 for ring in area.rings)


def _routes(content: MapContent, words: Words, row: str) -> list[str]:
    """Where routes lead, those to one place together."""
    starts: dict[str, list[str]] = {}
    for route in content.routes:
        end = _name(route.end.name, content, words)
        starts.setdefault(end, []).append(_name(route.start.name, content, words))
    count = len(content.routes)
    return [words.count(row, count, starts=words.both(names), end=end) for end, names in starts.items()]


def _globe(content: MapContent, words: Words) -> str:
    names = [*(_name(one.name, content, words) for one in content.focus), *(city.name for city in content.cities)]
    return words.say("alt_globe", told="; ".join(_routes(content, words, "alt_arc")) or words.both(names))


def _roads(content: MapContent, words: Words) -> str:
    ways = (
        words.say("alt_road", name=road.name, start=road.cities[0].name, end=road.cities[-1].name)
        for road in content.roads
    )
    return "; ".join((words.say("alt_roads", told=", ".join(ways)), *_marked(content, words)))


def _disputes(content: MapContent) -> Iterator[str]:
    """The disputes of its countries but those far off a map: what each is about, and how things stand."""
    ids = {one.id for one in content.focus} | {spot.area.id for spot in content.ends if spot.area}
    shown = [place for one in content.focus for place in extent([one], atlas_of(one.id))]
    flat = framed(shown, _PAGE, _MIDST) if shown and content.view == "flat" else None
    for parties, place, name, how in _dispute_table():
        if not ids.isdisjoint(parties) and (flat is None or holds(flat.edges, flat.point(place))):
            yield f"{name} ({how})"


@cache
def _dispute_table() -> tuple[tuple[tuple[str, ...], Place, str, str], ...]:
    """The parties of each dispute, where it lies, what it is about, and how things stand."""
    lines = Path(__file__).with_name("disputes.tsv").read_text("utf-8").splitlines()
    found = (line.split("\t") for line in lines)
    return tuple((tuple(who.split()), (float(x), float(y)), name, how) for who, x, y, name, how in found)
