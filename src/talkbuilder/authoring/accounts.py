"""What a page of a talk may say, and what each of it rests on: references, quotations, actions, what the build adds.

An account is made of the talk as its files say it now. What a deck says beside it is nobody's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, structs

from talkbuilder.claims.figures import Figure, figures
from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.drawings.drawing import Drawing
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.quotes import Quote
from talkbuilder.evidence.words import content_words
from talkbuilder.layout.items import Chart, Group, Image, Item, Link, Shape, Table, Text
from talkbuilder.layout.page import Deck, Page
from talkbuilder.source import fields
from talkbuilder.source.outline import Outline
from talkbuilder.talk.speech import years_said
from talkbuilder.talk.talk import Citation, Paragraph

BUILD = "the build"  # what no entry says, and no author wrote: the clock, the number of a slide
PICTURE = "the picture"  # what is seen in it: two cranes

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_COUNTER = re.compile(r"\d{1,2}|Part \d+(?: of \d+)?")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_Place = tuple[str, int, int]


class Support(Struct, frozen=True):
    """An entry that a page cites: what it prints, and all that it says."""

    name: str  # "fact population"
    shown: tuple[str, ...]
    told: str
    numbers: tuple[Figure, ...]
    value: float | None
    stems: frozenset[str]
    is_own: bool = False  # marked as what the speaker knows, which goes for its place alone

    def has_year(self, said: str) -> bool:
        """Whether a year of it is said so: twenty twelve."""
        years = {int(year) for year in _YEAR.findall(self.told)}
        return any(f" {way} " in f" {said} " for year in years for way in years_said(year))

    def has_number(self, number: float) -> bool:
        return self.value == number or any(one.has(number) for one in self.numbers)


class Line(Struct, frozen=True):
    """A paragraph as the talk makes it: whether its author wrote it, and which stretches of it rest on what."""

    is_written: bool
    rests: tuple[tuple[int, int, str], ...] = ()
    is_of_build: bool = False  # such as the clock
    is_of_picture: bool = False  # what a picture or a drawing shows, in its author's words


class Account(Struct, frozen=True):
    """What one page may say. `lines` are its texts by their words."""

    lines: Mapping[str, Line]
    supports: tuple[Support, ...]
    contacts: tuple[Support, ...] = ()  # of all actions: anybody may say what to call
    places: Mapping[str, tuple[str, ...]] = {}  # the texts of each item by its name
    targets: frozenset[str] = frozenset()  # where a click leads


def accounts(deck: Deck) -> tuple[Account, ...]:
    """The account of each page."""
    written = frozenset(_places(deck.plan.talk.outline))
    made = _Supports(deck.plan.talk.library)
    slides = (one for one in deck.plan.talk.slides if one.kind != "section")  # those are drawn by the build
    drawn = frozenset(words_of(one.described) for one in slides if isinstance(one.shows, Drawing))
    actions = (one for one in deck.plan.talk.library.actions.values() if isinstance(one, Action))
    contacts = tuple(_of_action(one) for one in actions)
    whole = tuple(dict.fromkeys(one for page in deck.pages for one in page.citations))
    told = dict.fromkeys(_properties(deck), Line(False, is_of_build=True))
    return tuple(
        Account(
            {**(told if at == 0 else {}), **dict(_lines(page, written, drawn))},
            tuple(made.of(one) for one in (whole if page.kind == "sources" else page.citations)),
            contacts,
            dict(_places_of(page.items)),
            frozenset(_targets(page.items)),
        )
        for at, page in enumerate(deck.pages)
    )


def _properties(deck: Deck) -> Iterator[str]:
    """What the file says of the talk, which stands on no slide."""
    talk = deck.plan.talk
    keywords = ", ".join(word.value for word in talk.outline.keywords)
    for one in (talk.outline.talk.value, talk.outline.summary and talk.outline.summary.value, keywords):
        if one:
            yield words_of(one)


def _places_of(items: Iterable[Item]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts of each item, and what is told of it to whoever cannot see it."""
    for item in _inside(items):
        texts = [words_of(one.text) for one in item.paragraphs] if isinstance(item, Text) else []
        if alt := getattr(item, "alt", ""):
            texts.append(words_of(alt))
        yield item.name.lower(), tuple(texts)


def _targets(items: Iterable[Item]) -> Iterator[str]:
    for item in _linking(items):
        if isinstance(item, Link):
            yield item.target
        elif isinstance(item, Text):
            yield from (run.link for one in item.paragraphs for run in one.runs if run.link)


def _linking(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _linking(item.items)
        elif isinstance(item, Link):
            yield item.item
        elif isinstance(item, Table):
            yield from (cell.text for row in item.rows for cell in row)


def pictures(deck: Deck) -> frozenset[bytes]:
    """The pictures that a talk shows."""
    return frozenset(one.data for page in deck.pages for one in _inside(page.items) if isinstance(one, Image))


def words_of(text: str) -> str:
    """A text in the form in which it is looked up."""
    return normalise(" ".join(text.split())).text


class _Supports:
    """What entries say; each is looked at once, however many pages cite it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[tuple[str, str], Support] = {}

    def of(self, one: Citation) -> Support:
        key = (one.kind, one.id or one.says)
        if key not in self._made:
            self._made[key] = self._support(one)
        return self._made[key]

    def _support(self, one: Citation) -> Support:
        told, shown, value = [one.says, one.who, one.where, one.as_of, one.certainty], [], None
        if one.kind == "own":
            return _made(_name(one), (one.says,), (one.says, one.reason), is_own=True)
        entries: Mapping[str, object] = getattr(self._library, f"{one.kind}s")
        match entries.get(one.id):
            case Fact() as fact:
                shown, value = [fact.display, one.as_of[:4]], fact.value
                told += [fact.display, fact.exact.value, *(one.value for one in (fact.measure, fact.unit) if one)]
            case Quote() as quote:
                shown = [quote.text.value]
            case Action() as action:
                return _of_action(action)
        return _made(_name(one), shown, told, value)


def _of_action(action: Action) -> Support:
    shown = [action.do.value, *action.contacts, *(where.line for where in action.to_write_down)]
    return _made(f"action {action.id}", shown, (action.told, *shown))


def _made(
    name: str, shown: Iterable[str], told: Iterable[str], value: float | None = None, is_own: bool = False
) -> Support:
    lines = [words_of(line) for line in told]
    numbers = tuple(figure for line in lines for figure in figures(line))
    said = "\n".join(lines)
    stems = frozenset(content_words(said))
    return Support(name, tuple(words_of(text) for text in shown), said, numbers, value, stems, is_own)


def _places(written: object) -> Iterator[_Place]:
    """Where the texts stand that an author wrote in an outline; ids are no texts."""
    if isinstance(written, fields.Text):
        if not isinstance(written, fields.Id):
            yield _place(written.span)
    elif isinstance(written, tuple | list):
        for one in written:
            yield from _places(one)
    elif isinstance(written, Outline | fields.Written):
        for name in written.__struct_fields__:
            yield from _places(getattr(written, name))


def _place(span: Any) -> _Place:
    return span.source.name, span.start, span.end


def _lines(page: Page, written: frozenset[_Place], drawn: frozenset[str]) -> Iterator[tuple[str, Line]]:
    """The texts of a page; `drawn` is what drawings are said to show."""
    notes = page.notes
    for one in (*notes.evidence, *notes.shown):
        text = words_of(one.text)
        yield text, Line(False, is_of_picture=any(text.endswith(alt) for alt in drawn if alt))
    for one in (*notes.before, *notes.after):
        yield words_of(one.text), Line(False, is_of_build=True)
    for item in _inside(page.items):
        for text, line in _of_item(item, written):
            yield text, structs.replace(line, is_of_picture=True) if text in drawn else line
    for one in notes.said:
        yield _line(one, written)


def _of_item(item: Item, written: frozenset[_Place]) -> Iterator[tuple[str, Line]]:
    match item:
        case Text():
            for one in item.paragraphs:
                text, line = _line(one, written)
                yield text, Line(False, is_of_build=True) if item.name == "slide number" else line
        case Table():
            yield words_of(item.alt), Line(False)
            for row in item.rows:
                for cell in row:
                    yield from _of_item(cell.text, written)
        case Chart():
            labels = (label for series in item.series for whole in series.labels for label in whole.split("\n"))
            for told in (item.alt, *item.categories, *(one.name for one in item.series), *labels):
                yield words_of(told), Line(False)
        case Image():
            yield words_of(item.alt), Line(False, is_of_picture=True)
        case Group() | Shape():
            yield words_of(item.alt), Line(False)


def _line(one: Paragraph, written: frozenset[_Place]) -> tuple[str, Line]:
    """A paragraph with the stretches that rest on something."""
    rests, text = [], ""
    for run in one.runs:
        start = len(words_of(text + "x")) - 1
        text += run.text
        if run.citation:
            rests.append((start, start + len(words_of(run.text)), _name(run.citation)))
    is_counter = _COUNTER.fullmatch(words_of(text)) is not None  # the build puts it at what an author wrote
    return words_of(text), Line(_place(one.span) in written and not is_counter, tuple(rests), is_of_build=is_counter)


def _name(one: Citation) -> str:
    return f"own: {one.says}" if one.kind == "own" else f"{one.kind} {one.id}"


def _inside(items: Iterable[Item]) -> Iterator[Item]:
    """All items, those of groups and what a click leads away from included."""
    for item in items:
        match item:
            case Group():
                yield item
                yield from _inside(item.items)
            case Link():
                yield from _inside((item.item,))
            case _:
                yield item


def says(support: Support, words: str) -> bool:
    """Whether an entry has words just so."""
    bare = _EDGES.sub("", lowered(words_of(words)))
    return bool(bare) and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", lowered(support.told)) is not None
