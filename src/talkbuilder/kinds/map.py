"""`map`: countries and what lies about them, ways from one to another, arcs over the globe, or roads."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta

from talkbuilder.geo.yaml_model import Shown
from talkbuilder.kinds.kind import HEADS, Kind, assemble, fact_or_quote, prefixed
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Run
from talkbuilder.talk.talk import Slide as Resolved

if TYPE_CHECKING:
    from talkbuilder.geo import drawing


class Map(Showing, frozen=True, kw_only=True):
    """A slide of a map."""

    map: Annotated[Shown, Meta(description="what is on the map")]


def resolve(written: Map, markup: Markup) -> Resolved | None:
    from talkbuilder.geo.content import Lookup  # what knows the earth is imported only where a talk has a map

    facts = [fact for id in written.map.facts if (fact := markup.fact(id))]
    cited = [markup.cite(fact) for fact in facts]
    for route in written.map.routes:
        cited += [markup.cite(found) for id in route.cite if (found := fact_or_quote(markup, id))]
    lookup = Lookup(written.map, markup)
    content = lookup.content(fact.place for fact in facts if fact.place)
    if content is None:
        return None
    has_note = bool(content.routes) and content.view == "flat"
    note = (lookup.words(written.map.note) or markup.words.say("no_numbers")) if has_note else ""
    cited = list(dict.fromkeys((*cited, *lookup.cited)))
    slide = assemble("map", written, markup, {}, tuple(cited), shows=content, described=content.described)
    return prefixed(slide, Run(note), ". ") if note else slide


def choose(slide: Resolved) -> str:
    """A map fills its page, at night a dark one; roads stand beside their key."""
    name = {"flat": "Map", "globe": "Night map", "roads": "Drawing"}[slide.shows.view]
    return f"{name} with lead" if "lead" in slide.slots else name


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    drawn = _draws(slide.shows.view)(slide.shows, layout)
    return (kind.page(slide, layout, (drawn.map,), drawn.beneath),)


def _draws(view: str) -> "Callable[[Any, Layout], drawing.Drawn]":
    """What draws a sort of map; of the others nothing is imported."""
    match view:
        case "flat":
            from talkbuilder.geo.locator import draw
        case "globe":
            from talkbuilder.geo.globe import draw
        case "roads":
            from talkbuilder.geo.roads import draw
        case _:
            raise AssertionError("unreachable")
    return draw


KIND = Kind("map", "Map", resolve, HEADS, Map, lay_out, choose)
