"""What an author writes of a map, looked up: every name that means nothing is reported, with the nearest that does."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic, Span, near
from talkbuilder.geo import places
from talkbuilder.geo.asked import Asked
from talkbuilder.geo.asked import Road as Drawn
from talkbuilder.geo.asked import Route as Way
from talkbuilder.geo.framing import is_drawable
from talkbuilder.geo.night import lit, sees_all
from talkbuilder.geo.places import City, Spot
from talkbuilder.geo.telling import told
from talkbuilder.geo.written import Label, Road, Route, Shown
from talkbuilder.source.fields import Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation

_ON_GLOBE = 2
_HOW = "countries go by two letters, as KZ; states as US-MN, interstates as I-94, cities by their names"


class Lookup:
    """Looks up what a map names; what it cannot find it reports, and remembers that it did."""

    def __init__(self, shown: Shown, markup: Markup) -> None:
        self._shown, self._markup = shown, markup
        self.cited: list[Citation] = []  # what the words of labels, routes and roads rest on
        self._spans: dict[str, Span] = {}
        self._failed = False

    def asked(self, of_facts: Iterable[Text]) -> Asked | None:
        """What the map shows; None where something of it names nothing, or where it cannot be drawn."""
        shown = self._shown
        named = {one.value.strip(): one for one in (*shown.focus, *of_facts)}
        focus = self._found(self._area(one) for one in named.values())
        labels = self._found(self._label(one) for one in shown.label)
        routes = self._found(self._route(one) for one in shown.routes)
        roads = self._found(self._road(one) for one in shown.roads)
        if self._failed:
            return None
        asked = Asked(
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
        )
        fault = _undrawable(asked) or self._contradiction(asked)
        if fault is not None:
            self._fault("E040", *fault, shown.span)
            return None
        return structs.replace(asked, described=told(asked))

    def _contradiction(self, asked: Asked) -> tuple[str, str] | None:
        """What was asked for twice, or beside something that excludes it, and what to do."""
        if asked.roads and self._shown.view == "globe":
            return "roads on a globe", "leave 'view:' out, or the roads"
        if asked.roads and asked.routes:
            return "roads beside routes", "make two slides of them"
        if asked.roads and (other := next((one for one in asked.focus if "-" not in one.id), None)):
            return f"{other.name} beside roads, which run through states", "name states in 'focus:', such as US-MN"
        ways = [(one.start.name, one.end.name) for one in asked.routes]
        if twice := next((way for at, way in enumerate(ways) if way in ways[:at]), None):
            return f"two routes from {twice[0]} to {twice[1]}", "keep one of them"
        return None

    def _found(self, looked_up: Iterator[Any]) -> list[Any]:
        return [one for one in looked_up if one is not None]

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
        area = places.area_of(text.value.strip())
        if area is None:
            self._unknown(text, "country or state", (*places.known_areas(),))
            return None
        self._spans[area.name] = text.span
        return area

    def _label(self, written: Label) -> Spot | None:
        name = self.words(written.label)
        if written.latitude is None or written.longitude is None:
            return self._spot(written.label, name)
        self._spans[name] = written.label.span
        return Spot(name, city=City(name, "", (written.longitude, written.latitude), 3))

    def _spot(self, text: Text, value: str | None = None) -> Spot | None:
        wanted = (text.value if value is None else value).strip()
        spot = places.spot_of(wanted)
        if spot is None:
            known = (*places.known_areas(), *places.known_cities())
            self._unknown(Text(wanted, text.span), "place", known)
            return None
        self._spans.setdefault(spot.name, text.span)
        return spot

    def _unknown(self, text: Text, called: str, known: tuple[str, ...]) -> None:
        name = text.value.strip()
        by_name = {full.casefold(): id for full, id in places.named_areas().items()}
        id = by_name.get(name.casefold()) or (name.upper() if places.area_of(name.upper()) else None)
        hint = f"did you mean '{id}'?" if id else near_name(name, known)
        self._fault("E001", f"no {called} '{name}'", hint, text.span)

    def _route(self, written: Route) -> Way | None:
        ends = [end.strip() for end in written.route.value.split(">")]
        if len(ends) != 2 or not all(ends) or ends[0] == ends[1]:
            self._fault("E040", f"'{written.route.value}' is no route", "write UZ > KZ", written.route.span)
            return None
        start, end = (self._spot(written.route, one) for one in ends)
        label = self.words(written.label)
        return Way(start, end, label, written.span) if start and end else None

    def _road(self, written: Road) -> Drawn | None:
        from talkbuilder.geo import roads  # which few maps show

        number = written.road.value.strip().upper()
        if number not in roads.ROADS:
            self._fault(
                "E001", f"no road '{written.road.value}'", near_name(number, tuple(roads.ROADS)), written.road.span
            )
            return None
        names = tuple(city.name for city in roads.cities_on(number))
        for end in (written.from_, written.to):
            if end and end.value.strip() not in names:
                hint = near_name(end.value.strip(), names)
                self._fault("E001", f"{number} does not pass '{end.value}'", hint, end.span)
                return None
        first, last = (end.value.strip() if end else None for end in (written.from_, written.to))
        if first is not None and first == last:
            self._fault("E040", f"a road from '{first}' to '{last}'", "name two cities on it", written.span)
            return None
        called = self.words(written.called) or number
        return Drawn(called, self.words(written.says), roads.stretch(number, first, last), written.span)


def near_name(name: str, known: tuple[str, ...]) -> str:
    """The hint for a name in which capitals count."""
    folded = {one.casefold(): one for one in known}
    hint = near(name.casefold(), folded)
    return next((f"did you mean '{one}'?" for low, one in folded.items() if hint == f"did you mean '{low}'?"), _HOW)


def _undrawable(asked: Asked) -> tuple[str, str] | None:
    """Why a map cannot be drawn, and what to do."""
    if asked.view == "roads":
        return None
    if asked.view == "flat":
        if not asked.focus:
            return "the map is about nothing", "add 'focus:' with the letters of a country, as in [KZ]"
        if not is_drawable(asked.focus, [city.place for city in asked.cities]):
            return "what it shows lies too far apart for a flat map", "write 'view: globe', or make two slides of it"
        return None
    if len(lit(asked)) < _ON_GLOBE:
        return "a globe at night needs two places", "name two in 'focus:', or a route between them"
    if not sees_all(asked):
        return "the places lie on opposite sides of the globe", "leave one out, or make two slides of it"
    return None
