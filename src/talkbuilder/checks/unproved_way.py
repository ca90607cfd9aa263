"""C032 unproved-way: an arrow on a map to or from a place that none of the facts names on which it rests."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from talkbuilder.claims.texts import words
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.source.fields import Broken, Id
from talkbuilder.talk.talk import Talk

if TYPE_CHECKING:
    from talkbuilder.geo.yaml_model import Route, Shown  # which only a talk with a map pays for

_LETTERS = 5  # by which the name of a country is known in that of its people: Uzbekistan, an Uzbek


def check(talk: Talk) -> Iterator[Diagnostic]:
    slides = (slide for section in talk.outline.sections for slide in section.slides)
    for slide in (one for one in slides if not isinstance(one, Broken)):
        shown: Shown | Broken | None = getattr(slide, "map", None)
        if shown is not None and not isinstance(shown, Broken):
            for route in shown.routes:
                if not isinstance(route, Broken):
                    yield from _unnamed(route, shown, route.cite or shown.facts or slide.cite, talk.library)


def _unnamed(route: "Route", shown: "Shown", ids: tuple[Id, ...], library: Library) -> Iterator[Diagnostic]:
    """The ends of a way that nothing names; what the map is about is let pass, and what is cited and not there."""
    texts = " ".join(_told(id, library) for id in ids)
    known = frozenset(word.text[:_LETTERS] for word in words(texts)) | frozenset(texts.replace(".", "").split())  # U.S.
    about = {one.value for one in shown.focus}
    first, way, last = route.route.value.partition(">")
    for end in (first.strip(), last.strip()) if way and (known or not ids) else ():
        name = library.lands().get(end, end)
        if end not in about | known and not all(word.text[:_LETTERS] in known for word in words(name)):
            told = ", ".join(f"'{id.value}'" for id in ids) or "nothing"
            message = f"the way '{' '.join(route.route.value.split())}' rests on {told}, and no fact there names {name}"
            hint = "cite the fact that says so, as {route: …, cite: [fact-id]}, or leave the way out"
            yield Diagnostic("C032", message, route.route.span, hint)
            return


def _told(id: Id, library: Library) -> str:
    """What an entry says, and for where."""
    match library.quotes.get(id.value) or library.facts.get(id.value):
        case Quote() as quote:
            return quote.text.value
        case Fact() as fact:
            place = fact.place.value if fact.place else ""
            return f"{fact.says.value} {fact.exact.told} {fact.display} {library.lands().get(place, place)}"
    return ""
