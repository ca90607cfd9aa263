"""What an author writes of a map in YAML."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from talkbuilder.source.fields import Id, Text, Written

_MOST_ROADS = 3  # as many as there are inks that can be told apart


class Route(Written, frozen=True, kw_only=True):
    """A way: `UZ > KZ`, or that under `route:` with what it rests on."""

    route: Annotated[Text, Meta(description="from where to where: UZ > KZ, Moscow > Astana")]
    cite: Annotated[tuple[Id, ...], Meta(description="the facts and quotes that it rests on")] = ()
    label: Annotated[Text | None, Meta(description="a word or two along it")] = None

    short: ClassVar[str] = "route"


class Road(Written, frozen=True, kw_only=True):
    """An interstate: `I-94`, or that under `road:` with the stretch that matters and what the key says."""

    road: Annotated[Text, Meta(description="an interstate: I-94")]
    from_: Annotated[Text | None, Meta(description="the city on it at which it begins on the map")] = None
    to: Annotated[Text | None, Meta(description="the city on it at which it ends on the map")] = None
    called: Annotated[Text | None, Meta(description="what the key calls it; left out: its number")] = None
    says: Annotated[Text | None, Meta(description="a few words under that")] = None

    short: ClassVar[str] = "road"


class Label(Written, frozen=True, kw_only=True):
    """A name on the map: a city or a country that is known, or any place by where it is."""

    label: Annotated[Text, Meta(description="a city, or a country or state by its letters")]
    latitude: Annotated[float | None, Meta(description="of a place that is not known: 50.63", ge=-90, le=90)] = None
    longitude: Annotated[float | None, Meta(description="the same: 5.57, less than 0 in the west", ge=-180, le=180)] = (
        None
    )

    short: ClassVar[str] = "label"


class Shown(Written, frozen=True, kw_only=True):
    """What is on the map."""

    focus: Annotated[
        tuple[Text, ...], Meta(description="what it is about: countries by their two letters, states as US-MN")
    ] = ()
    facts: Annotated[
        tuple[Id, ...], Meta(description="facts whose places it shows, in focus with the others; they are cited")
    ] = ()
    label: Annotated[
        tuple[Label, ...],
        Meta(description="cities with a pin, and other countries or states; {label, latitude, longitude} is any place"),
    ] = ()
    routes: Annotated[tuple[Route, ...], Meta(description="arrows: UZ > KZ", max_length=8)] = ()
    roads: Annotated[
        tuple[Road, ...], Meta(description="interstates, each in an ink of its own", max_length=_MOST_ROADS)
    ] = ()
    view: Annotated[
        Literal["flat", "globe"], Meta(description="a flat map, or the globe at night with arcs over it")
    ] = "flat"
    neighbours: Annotated[bool, Meta(description="whether the countries round about and the seas have names")] = True
    inset: Annotated[
        bool | None, Meta(description="whether a small globe shows where it is; left out: where there are no routes")
    ] = None
    note: Annotated[
        Text | None, Meta(description="what the arrows do not mean; left out: not how many, not by which road")
    ] = None
