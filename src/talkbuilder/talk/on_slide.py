"""What a slide itself shows, counted: whether 'two countries' over a map or 'in two years' over a table is so."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.words import stem
from talkbuilder.patterns import compiled
from talkbuilder.talk.claims import Claim
from talkbuilder.talk.own_knowledge import is_grave
from talkbuilder.talk.talk import Paragraph, Slide, Talk
from talkbuilder.talk.typed import Typed

# The ids of the countries and the names of the cities that a text names.
Named = Callable[[str], tuple[frozenset[str], frozenset[str]]]

_LANDS = frozenset(("countries", "lands", "nations", "states", "republics"))
_TOWNS = frozenset(("cities", "towns", "capitals"))
_PLACES = frozenset(("places", "dots", "pins"))
_YEARS = frozenset(("years", "dates"))
# Of other kinds the description repeats what their author typed.
_DRAWN = frozenset(("drawing", "photo", "cover", "quote"))
_COUNTED = compiled(r"[ -](?!more|other|fewer)(?P<noun>[a-z]+)(?: (?P<next>[a-z]+))?", re.IGNORECASE)
_YEAR = compiled(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")
_SOVIET = compiled(r"(?<!former )\bSoviet (?:Union|era|rule|time)", re.IGNORECASE)
_NEW = compiled(r"\b(?:new|another|second|other) (?:nation|country|state|republic)\b", re.IGNORECASE)
_WORD = compiled(r"[a-z]+(?:-[a-z]+)*|\d+")


def is_true_count(claim: Claim, text: str, one: Typed, talk: Talk, named: Named) -> bool:
    """Whether a text counts what its own slide shows, and counts it right."""
    found = _COUNTED.match(text, claim.end) if claim.sort == "figure" and not is_grave(text) else None
    if found is None or (slide := _slide(one, talk)) is None:
        return False
    values = {value for figure in figures(claim.words.lower()) for value in figure.values}
    if not one.is_seen:
        return _is_drawn(claim, found["noun"], slide)
    nouns = [word.lower() for word in found[0].split()]
    is_counted = any(not values.isdisjoint(_counts(noun, slide, talk, named)) for noun in nouns)
    return is_counted or _is_drawn(claim, found["noun"], slide)


def _slide(one: Typed, talk: Talk) -> Slide | None:
    at = one.text.span.start
    return next((slide for slide in talk.slides if slide.span.start <= at < slide.span.end), None)


def _counts(noun: str, slide: Slide, talk: Talk, named: Named) -> frozenset[int]:
    """The numbers of what a noun means on a slide; several, where what is named may be counted in two ways."""
    if noun in _YEARS:
        years = frozenset(int(year) for text in _texts(slide) for year in _YEAR.findall(text))
        return frozenset((len(years), max(years) - min(years))) if len(years) > 1 else frozenset()
    if noun not in _LANDS | _TOWNS | _PLACES:
        return frozenset()
    found = tuple(map(named, _texts(slide)))
    lands, towns = (frozenset[str]().union(*(one[at] for one in found)) for at in (0, 1))
    if noun in _TOWNS:
        return frozenset((len(towns),)) if len(towns) > 1 else frozenset()
    if noun in _PLACES:
        return frozenset(size for size in (len(towns), len(lands), len(towns | lands)) if size > 1)
    placed = lands | frozenset(_places(slide, talk))
    gone, new = (any(map(one.search, _texts(slide))) for one in (_SOVIET, _NEW))
    sizes = (len(lands) + gone + new, len(lands) + gone, len(placed) + gone)
    return frozenset(size for size in sizes if size > 1)


def _is_drawn(claim: Claim, noun: str, slide: Slide) -> bool:
    """Whether the description of a drawing counts the same things: two cups."""
    words = _WORD.findall(slide.described.lower()) if slide.kind in _DRAWN else []
    return any(
        word == claim.words.lower() and stem(noun.lower()) in map(stem, words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _texts(slide: Slide) -> Iterator[str]:
    """All that stands on a slide, but for its title, which counts it, and what is told of a drawing or a map."""
    notes = frozenset(map(id, slide.notes))
    for paragraph in slide.paragraphs:
        if paragraph is not slide.title and id(paragraph) not in notes:
            yield paragraph.text
    yield slide.described
    yield from _strings(slide.shows)


def _strings(shows: object) -> Iterator[str]:
    """The names that stand on a map."""
    if isinstance(shows, str):
        yield shows
    elif isinstance(shows, tuple):
        for one in shows:
            yield from _strings(one)
    elif isinstance(shows, Struct) and not isinstance(shows, Paragraph | Span):
        for name in shows.__struct_fields__:
            yield from _strings(getattr(shows, name))


def _places(slide: Slide, talk: Talk) -> Iterator[str]:
    for cited in slide.shown:
        entry = talk.library.facts.get(cited.id)
        if isinstance(entry, Fact) and entry.place and not re.search(r"[a-z]", entry.place.value):
            yield entry.place.value
