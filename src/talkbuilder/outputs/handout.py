"""The handout, two pages in black and white: what was said, the figures, what to do, whom to call, room for notes.

A page for whoever leads a group, `talks/<talk>-leader.md`, comes in the same look, as a file of its own.
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from msgspec import Struct

from talkbuilder.evidence.library.facts import Fact
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, File, Paper
from talkbuilder.outputs.printed.contacts import Contact, asked, to_say
from talkbuilder.outputs.printed.sheet import piece
from talkbuilder.outputs.printed.spoken import Run, credited, first_sentences, runs_of, subtitle_of, title_of
from talkbuilder.outputs.printed.thumbnails import drawn_for_paper
from talkbuilder.source.characters import text_of
from talkbuilder.source.dates import years_of
from talkbuilder.talk.talk import MADE, Citation, Slide, Talk, leader_file
from talkbuilder.talk.words import Words, words_in

_MOST_FIGURES = 8  # rows for which a page has room
_MOST_OF_SLIDE = 2
_OLD_YEARS = 3
_ENDS = ".!?…”’"
_DRAWN = ("chart", "table", "people", "counts", "timeline", "steps", "compare", "icons", "map", "drawing")
_LED = "youth"  # the audience that somebody leads
_UNSURE = ("unsourced", "hearsay")


class Told(Struct, frozen=True):
    """A paragraph of what was said; `head` is the part that it is of, or ""."""

    head: str
    runs: tuple[Run, ...]


class Figure(Struct, frozen=True):
    """A figure as slides print it, the statement, its year, who says it."""

    shown: str
    says: str
    year: str
    source: str


class Picture(Struct, frozen=True):
    """The slide whose drawing is worth keeping, the drawing in words, what is said of it on paper, and its sources."""

    title: str
    alt: str
    told: tuple[Run, ...]
    source: str


class Handout(Struct, frozen=True):
    """All of it; `more` are figures left out, `contact` is to call, `numbers` are others, `further` to read."""

    title: str
    subtitle: str
    speaker: str
    date: str
    draft: str
    told: tuple[Told, ...]
    picture: Picture | None
    figures: tuple[Figure, ...]
    more: str
    old: str
    actions: tuple[Contact, ...]
    contact: Contact | None
    numbers: tuple[Contact, ...]
    further: tuple[Contact, ...]


class Block(Struct, frozen=True):
    """A block of the leader's page: head, text or point."""

    kind: str
    runs: tuple[Run, ...]


class Leader(Struct, frozen=True):
    """The leader's page of a talk; its first head stands over it."""

    title: str
    head: str
    speaker: str
    blocks: tuple[Block, ...]
    contact: Contact | None
    numbers: tuple[Contact, ...]


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """The handout, and the leader's page where one is written."""
    told, slide = handout(deck), worth_keeping(deck)
    pictures = {"kept.svg": drawn_for_paper(deck, slide)} if slide else {}
    yield piece("handout", deck, paper, told, pictures)
    if page := leader(deck):
        yield piece("leader", deck, paper, page)


def handout(deck: Deck) -> Handout:
    talk, words = deck.plan.talk, words_in(deck.plan.talk.language)
    kept, actions, (call, numbers) = worth_keeping(deck), asked(talk), to_say(talk)
    figures, more, newest = _figures(talk, kept, words)
    day = talk.given_on or (talk.outline.date.value if talk.outline.date else "")
    age = int(years_of(day)) - int(years_of(newest)) if day and newest else 0
    return Handout(
        title_of(talk),
        subtitle_of(talk),
        talk.speaker.value,
        words.date(talk.outline.date.value) if talk.outline.date and not talk.occasion.event else "",
        words.count("unproved", deck.unproved.count) if deck.is_draft else "",
        tuple(_told(talk)),
        _picture(kept, talk) if kept else None,
        figures,
        words.count("more_figures", more) if more else "",
        words.count("old", age) if age >= _OLD_YEARS else "",
        tuple(one for one in actions if one.told or not (one.is_read or one.has_number)),
        call,
        numbers,
        tuple(one for one in actions if one.is_read),
    )


def _told(talk: Talk) -> Iterator[Told]:
    """What the author wrote of the talk, else by parts what was written of slides, or titles of those that must be."""
    cover = talk.slides[0]
    if cover.handout:
        yield from (Told("", runs_of(one)) for one in cover.handout)
        return
    least = "must" if any(one.priority == "must" and _is_told(one) for one in talk.slides) else "should"
    for section in talk.sections:
        sentences: list[Run] = []
        for slide in section.slides if section.is_part else ():
            on_paper = () if slide.kind == "ask" else slide.handout  # which stands beside what to do
            written = [run for one in on_paper for run in (*runs_of(one), Run(" "))]
            is_title = slide.priority == least and _is_told(slide)
            sentences += written or ([Run(f"{_sentence(slide.title.text)} ")] if is_title else [])
        if sentences:
            yield Told(section.name, tuple(sentences))


def _picture(kept: Slide, talk: Talk) -> Picture:
    told = tuple(run for one in kept.handout for run in runs_of(one)) if talk.slides[0].handout else ()
    # Without a word of the author, what is seen is the key.
    key = (Run(_sentence(first_sentences(kept.described))),) if kept.kind == "map" else ()
    source = "".join(run.text for run in kept.source)
    return Picture(kept.title.text, kept.described or kept.title.text, told or key, source)


def _is_told(slide: Slide) -> bool:
    return slide.kind not in (*MADE, "ask", "question") and not slide.in_questions


def _sentence(title: str) -> str:
    return title if title.endswith(tuple(_ENDS)) else f"{title}."


def worth_keeping(deck: Deck) -> Slide | None:
    """The slide whose drawing goes on the handout: the first of which something was written for it, or that must be.

    What shows figures goes before what shows an order, that before maps, and drawings come last.
    """
    slides = [one for one in deck.plan.talk.slides if one.kind in _DRAWN and not one.in_questions]
    wanted = [one for one in slides if one.handout] or [one for one in slides if one.priority == "must"]
    return min(wanted, key=lambda one: _DRAWN.index(one.kind), default=None)


def _figures(talk: Talk, pictured: Slide | None, words: Words) -> tuple[tuple[Figure, ...], int, str]:
    """The figures that slides show, then a few of each that are only said; how many more they show; the newest year.

    What the speaker saw, or believes, is told as that and not among figures, but for what the drawing shows.
    """
    drawn = pictured.shown if pictured else ()
    slides = [one for one in talk.slides if not one.in_questions]

    def figures_of(cited: Iterable[Citation]) -> dict[Citation, Fact]:
        facts = ((one, talk.library.entry(one.kind, one.id)) for one in cited)
        return {one: fact for one, fact in facts if isinstance(fact, Fact) and _is_figure(fact, one in drawn)}

    kept: dict[Citation, Fact] = {}
    for cited_of, most in ((attrgetter("shown"), _MOST_FIGURES), (attrgetter("spoken"), _MOST_OF_SLIDE)):
        for slide in slides:
            told = [*figures_of(one for one in cited_of(slide) if one not in kept).items()]
            kept |= dict(told[: min(most, _MOST_FIGURES - len(kept))])
    more = len(figures_of(one for slide in slides for one in slide.shown if one not in (*kept, *drawn)))
    order = [*dict.fromkeys(one for slide in talk.slides for one in slide.citations)]
    told = sorted(kept.items(), key=lambda pair: order.index(pair[0]))
    # Figures of one measure stand where the first of them is told of, by time.
    measures = {one: fact.measure.value if fact.measure else one for one, fact in told}
    dates = {one: fact.as_of.value for one, fact in told if fact.as_of}
    places = [*measures.values()]
    told.sort(key=lambda pair: (places.index(measures[pair[0]]), dates[pair[0]]))
    rows = (
        Figure(fact.display, _sentence(one.says), words.date(dates[one]), _source(one, fact, talk, words))
        for one, fact in told
    )
    return tuple(rows), more, max((dates[one] for one, fact in told if fact.grows_old), default="")


def _is_figure(fact: Fact, is_drawn: bool) -> bool:
    is_told = is_drawn or fact.kind not in ("observation", "opinion")
    return fact.value is not None and fact.as_of is not None and is_told


def _source(cited: Citation, fact: Fact, talk: Talk, words: Words) -> str:
    who = dict.fromkeys(credited(one, talk, words) for one in cited.asserted)
    return "; ".join((*who, *((words.say(fact.kind),) if fact.kind in _UNSURE else ())))


def leader(deck: Deck) -> Leader | None:
    """What stands in `talks/<talk>-leader.md`; None where there is no such file, or the deck is for others.

    Raises Refused where it is no text.
    """
    talk = deck.plan.talk
    has_own_edition = _LED in {one.value for one in talk.outline.audiences}
    if talk.occasion.listeners != _LED and (talk.occasion.event or has_own_edition):
        return None
    data = talk.library.printed(leader_file(talk.name))
    if data is None:
        return None
    first, *rest = [*_blocks(text_of(data, leader_file(talk.name)))] or [Block("text", ())]
    if first.kind == "head":
        head = "".join(run.text for run in first.runs)
    else:
        head, rest = title_of(talk), [first, *rest]
    return Leader(title_of(talk), head, talk.speaker.value, tuple(rest), *to_say(talk))


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    kind, kinds = "text", {"heading_open": "head", "list_item_open": "point"}
    for token in MarkdownIt("commonmark").parse(text):
        kind = "text" if token.type in ("heading_close", "list_item_close") else kinds.get(token.type, kind)
        if token.type == "inline":
            yield Block(kind, tuple(_inline(token.children or [])))


def _inline(children: list[Any]) -> Iterator[Run]:
    opened: set[str] = set()
    for one in children:
        if one.nesting:
            opened ^= {one.tag}
        elif one.content or one.tag == "br":
            yield Run(one.content or " ", "strong" in opened, "em" in opened)
