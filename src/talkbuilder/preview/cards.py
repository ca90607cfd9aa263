"""Draft to cards: all that the page is told of each slide, with a key that changes when any of it does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct, structs

from talkbuilder.authoring.rehearsals import names
from talkbuilder.checks.protected_word import texts_on
from talkbuilder.diagnostics import Source, Span
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.vectors import Sketches
from talkbuilder.preview.drafting import Draft
from talkbuilder.source.fields import Broken
from talkbuilder.stages.lay_out import SLIDE_NUMBER
from talkbuilder.talk.crediting import how_reviewed
from talkbuilder.talk.talk import MADE, Citation, Paragraph, Slide

_KEY = 16  # hexadecimal digits: of a few thousand slides no two will ever have the same

_MEDIA = re.compile(r' href="media/([0-9a-f]+\.[a-z]+)"')


class Card(Struct, frozen=True):
    """One page; `body` is told once for each `key`, the rest changes with the slides around it."""

    key: str
    picture: str  # the key of its picture
    body: Mapping[str, Any]
    line: int = 0  # of the outline, counted from 1
    seconds: float = 0.0
    section: str = ""
    after: tuple[str, ...] = ()  # what the notes say for who is late
    name: str = ""  # what it is called where times are kept
    is_faulty: bool = False  # what was last seen of a slide that has a fault now


class Cards:
    """Cards of one draft after the other, with their pictures; what the last draft had is not drawn again."""

    def __init__(self) -> None:
        self.images: dict[str, Image] = {}  # by the names under which the page asks for them
        self._shown: set[str] = set()  # of these, what the last draft had
        self._sketches = Sketches(self._address)
        # Of this draft, and of the one before; what keys name by identity is kept.
        self._made: dict[tuple[object, ...], tuple[Page, Slide, Card]] = {}
        self._pictures: dict[tuple[object, ...], tuple[Page, str]] = {}
        self._before, self._drawn_before = self._made, self._pictures
        self._svg: dict[str, tuple[str, tuple[str, ...]]] = {}  # with the images that they ask for

    def __call__(self, draft: Draft) -> tuple[Card, ...]:
        if draft.deck is None:
            return ()
        self._made, self._pictures = {}, {}
        cards = tuple(self._cards(draft, draft.deck))
        self._before, self._drawn_before = self._made, self._pictures
        used = {card.picture for card in cards}
        self._svg = {key: svg for key, svg in self._svg.items() if key in used}
        shown = {name for _, names in self._svg.values() for name in names}
        # A page that is still drawing the draft before asks for pictures of that.
        self.images = {name: image for name, image in self.images.items() if name in shown | self._shown}
        self._shown = shown
        return cards

    def svg(self, key: str) -> str:
        return self._svg[key][0]

    def _address(self, image: Image) -> str:
        name = f"{sha256(image.data).hexdigest()[:_KEY]}.{image.extension}"
        self.images[name] = image
        return f"media/{name}"

    def _cards(self, draft: Draft, deck: Deck) -> Iterator[Card]:
        pages = iter([(section, page) for section, pages in deck.sections for page in pages])
        timings = deck.plan.timings
        places = ((draft.place_of(one.slide).start, one.slide.title.text) for one in timings)
        named = names(deck.plan.talk.outline, places)
        before = 0.0  # seconds of slides that are only said, over the one that follows
        number = 0
        for timing, name, count in zip(timings, named, draft.counts, strict=True):
            seconds = 0.0 if timing.slide.in_questions else timing.seconds
            if not count:
                before += seconds
            for at in range(count):
                section, page = next(pages)
                number += 1
                card = self._card(timing.slide, page, at, number, draft, deck)
                after = tuple(one.text for one in page.notes.after)
                is_faulty = id(timing.slide) in draft.faulty
                around = {"section": section, "name": name, "after": after, "is_faulty": is_faulty}
                yield structs.replace(card, seconds=before + seconds, **around)
                before = seconds = 0.0

    def _card(self, slide: Slide, page: Page, at: int, number: int, draft: Draft, deck: Deck) -> Card:
        picture = self._picture(page, number, deck)
        stretch = stretch_of(draft.place_of(slide))
        key = (id(slide), picture, at, *map(id, page.notes.said), page.citations)
        found = self._before.get(key)
        if found is None:
            body = _body(page, slide, picture, deck.plan.talk.library)
            body["items"] = placed(page.items, slide, stretch)
            named = sha256(msgspec.json.encode(body)).hexdigest()[:_KEY]
            found = page, slide, Card(named, picture, body)
        self._made[key] = found
        return structs.replace(found[2], line=stretch.first)

    def _picture(self, page: Page, number: int, deck: Deck) -> str:
        # Only the number is set anew for each draft.
        items = (str(number) if item.name == SLIDE_NUMBER else id(item) for item in page.items)
        key = (id(page.layout), *items)
        found = self._drawn_before.get(key)
        if found is None:
            svg = self._sketches.sketch(page, deck.theme.size_pt)
            named = sha256(svg.encode()).hexdigest()[:_KEY]
            self._svg[named] = svg, tuple(_MEDIA.findall(svg))
            found = page, named
        self._pictures[key] = found
        return found[1]


def _body(page: Page, slide: Slide, picture: str, library: Library) -> dict[str, Any]:
    cites = [one for one in page.citations if one.id]
    return {
        "picture": picture,
        "title": page.title,
        "priority": "" if slide.kind == "section" or slide.in_questions else slide.priority,
        "said": [_runs(one, cites) for one in page.notes.said],
        "shown": [one.text for one in page.notes.shown],
        "cites": [_cited(one, library) for one in cites],
        "own": [one.says for one in page.citations if not one.id],
    }


def _runs(paragraph: Paragraph, cites: list[Citation]) -> list[tuple[str, int, int]]:
    """Text, 1 for bold and 2 for italic, and which of the citations it rests on, or -1."""
    return [
        (run.text, run.bold + 2 * run.italic, cites.index(run.citation) if run.citation in cites else -1)
        for run in paragraph.runs
    ]


def _cited(one: Citation, library: Library) -> dict[str, Any]:
    entry = library.entry(one.kind, one.id)
    span: Span | None = None if entry is None or isinstance(entry, Broken) else entry.span
    return {
        "id": one.id,
        "says": one.says,
        "who": one.who,
        "where": one.where,
        "as_of": one.as_of,
        "certainty": one.certainty,
        "reviewed": how_reviewed(one.standing) if one.standing else "",
        "shown": entry.display if isinstance(entry, Fact) else "",
        "file": span.source.name if span else "",
        "line": span.line if span else 0,
    }


class Stretch(NamedTuple):
    """The lines of a slide in the outline as it is now; lines count from 1."""

    source: Source
    first: int
    last: int


def stretch_of(span: Span) -> Stretch:
    end = span.start + len(span.source.text[span.start : span.end].rstrip())
    return Stretch(span.source, span.line, span.source.position(end)[0])


def placed(items: tuple[Item, ...], slide: Slide, stretch: Stretch) -> dict[str, list[tuple[int, str]]]:
    """The lines of each item by its name, counted from the first of its slide, with the text that stands on each.

    What is on the first line, as titles are, is left out.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for item in items:
        lines = [(_below(span, slide, stretch), text) for span, text in _spans(item, slide)]
        if any(line for line, _ in lines):
            found.setdefault(item.name, []).extend(lines)
    return found


def _below(span: Span, slide: Slide, stretch: Stretch) -> int:
    """How many lines below the first of its slide something stands now.

    What was drawn of an earlier text, or of another slide that looks the same, is looked for by what its line says.
    """
    below = span.line - slide.span.line
    if span.source is slide.span.source and (slide.kind in MADE or 0 <= below <= stretch.last - stretch.first):
        return below
    if span.source.name != stretch.source.name:
        return 0
    wanted = span.source.line(span.line).strip()
    lines = (stretch.source.line(number).strip() for number in range(stretch.first, stretch.last + 1))
    return next((at for at, line in enumerate(lines) if line == wanted), 0)


def _spans(item: Item, slide: Slide) -> Iterator[tuple[Span, str]]:
    match item:
        case Text(name="title"):
            yield slide.title.span, ""
        case Text(name=name):
            written = slide.slots.get(name)
            for paragraph in written if isinstance(written, tuple) else item.paragraphs:
                yield paragraph.span, paragraph.text
        case Image():
            yield item.span, ""
        case Table():
            texts = (cell.text for row in item.rows for cell in row)
            yield from ((one.paragraphs[0].span, one.paragraphs[0].text) for one in texts if one.paragraphs)
        case Group():
            yield from (one for inner in item.items for one in _spans(inner, slide))
        case Link():
            yield from _spans(item.item, slide)
        case Shape() | Chart():
            return
        case _:
            raise AssertionError("unreachable")


class Withholding:
    """Looks at each card once, as long as the list stays as it is."""

    def __init__(self) -> None:
        self._known: Mapping[str, bool] = {}  # whether a slide holds a name, by the key of its card
        self._by = Protected()

    def __call__(self, cards: Iterable[Card], pages: Iterable[Page], kept: Protected) -> Iterator[Card]:
        """The cards, empty where a name is on the slide or in its notes; `pages` are those of cards with pictures."""
        if not kept.hashes:
            yield from cards
            return
        known = self._known if self._by is kept else {}
        found: dict[str, bool] = {}
        following = iter(pages)
        for card in cards:
            if card.picture:
                page = next(following)
                told = known.get(card.key)
                found[card.key] = any(kept.hits(one) for one, _ in texts_on(page)) if told is None else told
            after = tuple(one for one in card.after if not kept.hits(one))
            yield structs.replace(_emptied(card) if found.get(card.key) else card, after=after)
        self._known, self._by = found, kept


def _emptied(card: Card) -> Card:
    body = {**card.body, "picture": "", "title": "…", "said": [], "shown": [], "cites": [], "own": [], "items": {}}
    return structs.replace(card, key=f"withheld {card.key}", picture="", body=body, name="", is_faulty=True)
