"""Maps drawn without an outline, and what stands where on them."""

from collections.abc import Iterator
from math import acos, cos, radians, sin

from talkbuilder.diagnostics import Source, Span
from talkbuilder.geo import locator
from talkbuilder.geo.atlas import area_of, spot_of
from talkbuilder.geo.content import MapContent, Route
from talkbuilder.geo.drawing import Drawn
from talkbuilder.geo.gazetteer import city_of
from talkbuilder.geo.geometry import EARTH_KM, Place
from talkbuilder.layout.items import Group, Item, Shape, Text
from talkbuilder.layout.theme import Theme
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import EMU_PER_POINT, Aspect, Box

SPAN = Span(Source("talks/talk.yaml", "map"), 0, 3)
_THEMES: dict[Aspect, Theme] = {"16:9": make(THEMES["steppe"]("16:9")), "4:3": make(THEMES["steppe"]("4:3"))}


def content(*focus: str, label: tuple[str, ...] = (), routes: tuple[str, ...] = (), inset: bool = True) -> MapContent:
    """A flat map of countries by their ids."""
    areas = [area for id in focus if (area := area_of(id))]
    cities = [city for name in label if (city := city_of(name))]
    ways = []
    for route in routes:
        start, end = (spot_of(one.strip()) for one in route.split(">"))
        assert start
        assert end
        ways.append(Route(start, end, "", SPAN))
    assert (len(areas), len(cities)) == (len(focus), len(label))
    return MapContent("flat", tuple(areas), tuple(cities), tuple(ways), (), True, inset, SPAN, described="Map")


def theme(aspect: Aspect) -> Theme:
    return _THEMES[aspect]


def drawn(what: MapContent, aspect: Aspect = "16:9") -> Drawn:
    return locator.draw(what, _THEMES[aspect].layouts["Map"])


def page(aspect: Aspect = "16:9") -> Box:
    theme = _THEMES[aspect]
    return Box(0, 0, theme.width, theme.height)


def items(map: Drawn) -> Iterator[Item]:
    """All that is drawn, groups taken apart."""
    for item in (*map.beneath, map.map):
        yield from _parts(item)


def _parts(item: Item) -> Iterator[Item]:
    if isinstance(item, Group):
        for one in item.items:
            yield from _parts(one)
    else:
        yield item


def names(map: Drawn) -> dict[str, Text]:
    return {item.name: item for item in items(map) if isinstance(item, Text)}


def shapes(map: Drawn) -> dict[str, Shape]:
    return {item.name: item for item in items(map) if isinstance(item, Shape)}


def letters(text: Text) -> tuple[float, float, float, float]:
    """Where the letters of a name stand, in points: left, top, right, bottom."""
    runs = [run for line in text.lines for run in line.runs]
    left, right = min(run.x_pt for run in runs), max(run.x_pt + run.width_pt for run in runs)
    top = min(run.baseline_pt - 0.7 * run.size_pt for run in runs)
    return left, top, right, max(run.baseline_pt + 0.2 * run.size_pt for run in runs)


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def in_pt(box: Box) -> tuple[float, float, float, float]:
    left, top, right, bottom = (side / EMU_PER_POINT for side in (box.x, box.y, box.right, box.bottom))
    return left, top, right, bottom


def distance_km(one: Place, other: Place) -> float:
    """How far it is from a place to another on the sphere."""
    (lon0, lat0), (lon1, lat1) = ((radians(lon), radians(lat)) for lon, lat in (one, other))
    cosine = sin(lat0) * sin(lat1) + cos(lat0) * cos(lat1) * cos(lon1 - lon0)
    return acos(min(1.0, max(-1.0, cosine))) * EARTH_KM
