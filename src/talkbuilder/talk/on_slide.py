"""What a slide itself shows, counted: whether 'two countries' over a map or 'in two years' over a table is so."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from talkbuilder.claims.figures import figures
from talkbuilder.diagnostics import Span
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.words import stem
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
_COUNTED = re.compile(r"[ -](?!more|other|fewer)(?P<noun>[a-z]+)(?: (?P<next>[a-z]+))?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")
_SOVIET = re.compile(r"(?<!former )\bSoviet (?:Union|era|rule|time)", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|another|second|other) (?:nation|country|state|republic)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+")

# Slides with a description of their own; that of all others is made of what stands on them, and would prove itself.
_DRAWN = frozenset(("drawing", "photo", "cover", "quote"))
_FIRST_WORDS = 10  # characters before it: "Here are two women"
_VERB = re.compile(
    r"\b(?!Here are)(?:\w+ (?:was|were|is|are|has|have|had|got|went|came|left|lost)|(?!hundred|red)\w+ed)\b", re.I
)
# What somebody sorts into so many parts is what they are going to tell: 'what I know, in three drawers'.
_HOLDERS = (
    "bags|baskets|bins|bowls|boxes|bundles|cards|chests|compartments|crates|drawers|envelopes|flavors|folders|frames"
    "|glances|heaps|jars|layers|notebooks|packages|parcels|piles|pockets|postcards|pots|scenes|shelves|snapshots"
    "|stacks|suitcases|trays|trunks"
)
_HELD = re.compile(rf"(?: (?:small|little|big|old|neat|wooden|tidy))? (?:{_HOLDERS})[.!?:]?\Z", re.IGNORECASE)
_OWN = (
    r"(?:what (?:I|we) (?:know|knew|heard|learned|remember|think|thought|believe|brought|took|mean|would say|tell)"
    r"|(?:my|our) (?:questions|answers|thoughts|memor(?:y|ies)|stor(?:y|ies)|years?|days|talk|evening|life|time|notes"
    r"|hopes|worries)|all of (?:it|this)|all (?:this|that (?:I|we) know)|everything (?:I|we) know|this|it)"
)
_SORTED = re.compile(
    rf"(?:(?:I|we|let me|let us|let[’']s) (?:keep|put|sort|pack|file|tell|divide|split|carry|show|explain|hold) )?"
    rf"{_OWN}"
    r"(?: (?:again|abroad|there|here|now|over there|back|away|home))?"
    r"(?: (?:fits?|goes|go|comes|come|falls|is kept|is sorted))?,? (?:in|into|on|onto|from|out of) ",
    re.IGNORECASE,
)
# 'All three are for one year', below three points.
_ALL = re.compile(r"\b(?:all|these|the) (?:of the )?\Z", re.IGNORECASE)
_ARE = re.compile(
    r"(?: of (?:them|these))? (?:are (?:about|as|here|beside|for(?! sale)|part of|numbers|figures|counts|years)\b"
    r"|stand\b|belong\b|go (?:with|together)\b|rest on\b)",
    re.IGNORECASE,
)


def counts_its_members(claim: Claim, one: Typed) -> bool:
    """Whether a heading counts what stands under it: two cities, side by side."""
    text = one.text.value
    if claim.sort != "figure" or not one.is_head:
        return False
    first = text.lower().find(claim.words.lower())  # 'Two cities, two spells' counts them twice
    if first > _FIRST_WORDS or _VERB.search(text) or is_grave(text):
        return False
    return not one.counts.isdisjoint(_values(claim))


def is_of_its_parts(claim: Claim, text: str, one: Typed) -> bool:
    """Whether what is counted are the parts into which a slide is sorted, and there are so many."""
    if claim.sort != "figure" or is_grave(text) or one.counts.isdisjoint(_values(claim)):
        return False
    if _ALL.search(text, 0, claim.start) and _ARE.match(text, claim.end):
        return True
    is_held = one.is_head and _HELD.match(text, claim.end)
    return bool(is_held and _SORTED.fullmatch(text, 0, claim.start))


def is_true_count(claim: Claim, text: str, one: Typed, talk: Talk, named: Named) -> bool:
    """Whether a text counts what its own slide shows, and counts it right."""
    found = _COUNTED.match(text, claim.end) if claim.sort == "figure" and not is_grave(text) else None
    if found is None or (slide := _slide(one, talk)) is None:
        return False
    if not one.is_seen:
        return _is_drawn(claim, found["noun"], slide)
    nouns = [word.lower() for word in found[0].split()]
    values = _values(claim)
    is_counted = any(not values.isdisjoint(_counts(noun, slide, talk, named)) for noun in nouns)
    return is_counted or _is_drawn(claim, found["noun"], slide)


def _values(claim: Claim) -> frozenset[float]:
    return frozenset(value for figure in figures(claim.words.lower()) for value in figure.values)


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
