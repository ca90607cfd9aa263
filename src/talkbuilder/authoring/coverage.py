"""The figures and quotations of a built deck, each with what it rests on: an entry, an own mark, or nothing.

The deck is read back and compared with its talk, made again from its files. A text of the talk is judged by its
references and the findings of the checks; one that somebody typed into the deck, by the entries that its slide cites.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isclose
from typing import Literal

from msgspec import Struct

from talkbuilder.authoring.aligning import pages_of
from talkbuilder.claims.currencies import SIGNS
from talkbuilder.claims.figures import figures
from talkbuilder.claims.normal import lowered, normalise
from talkbuilder.claims.texts import content_stems, sentence_at
from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.layout.items import Chart, Image, Item, Text, inside
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.pptx.reading import FoundDeck, Piece
from talkbuilder.outputs.pptx.record import recorded
from talkbuilder.talk.talk import Citation, Paragraph
from talkbuilder.talk.typed_claims import claims

Sort = Literal["figure", "quotation"]
SORTS: tuple[Sort, ...] = ("figure", "quotation")
TALK = "the talk"  # of which its checks ask for no evidence: the number of a part, "on page 20 of my diary"

_QUOTED = re.compile(r'"[^"\n]+"')  # in normal form, where all quote marks are one
# Counts of what is on the slide or in the room.
_SMALL = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|[ -])+")
_UNPROVED = frozenset({"C020", "C021"})  # the findings of what is typed on slides, and in notes
_SIGNS, _ANYTHING = tuple(map(re.compile, ("%|per ?cent", *map(re.escape, SIGNS)))), re.compile("")
_Stretch = tuple[int, int, str]


class Covered(Struct, frozen=True):
    """A figure or a quotation of a deck; `by` is what it rests on, "" where that is nothing."""

    sort: Sort
    words: str
    where: str
    by: str
    text: str  # the sentence in which it stands
    is_typed_since: bool = False  # in a text that the talk, as it is now, does not make


class SlideCoverage(Struct, frozen=True):
    """All figures and quotations of a slide, and what on it cannot be read."""

    number: int
    title: str
    claims: tuple[Covered, ...]
    unreadable: tuple[str, ...]

    @property
    def uncovered(self) -> tuple[Covered, ...]:
        return tuple(one for one in self.claims if not one.by)


class _Entry(Struct, frozen=True):
    name: str  # "fact population"
    text: str
    stems: frozenset[str]
    numbers: tuple[float, ...]

    def has(self, number: float) -> bool:
        return any(isclose(number, one, rel_tol=1e-6) for one in self.numbers)


class _Made(Struct, frozen=True):
    """A page as the talk makes it: its texts, each with the stretches that references print, and what it cites."""

    texts: Mapping[str, tuple[_Stretch, ...]]
    entries: tuple[_Entry, ...]
    unproved: tuple[str, ...]  # words on it of which a check says that they rest on nothing


def coverage(deck: FoundDeck, talk: Deck, findings: Iterable[Diagnostic]) -> tuple[SlideCoverage, ...]:
    """The figures and quotations of each slide; `findings` are those of the checks on the talk."""
    unproved = [one.span for one in findings if one.code in _UNPROVED and one.span]
    pages = [_made(page, talk, unproved) for page in talk.pages]
    # The lines of the clock in the notes claim nothing that a slide shows.
    aside = {_without_digits(one.text) for page in talk.pages for one in (*page.notes.before, *page.notes.after)}
    page_of, found = pages_of(deck.slides, recorded(talk)), []
    for number, slide in enumerate(deck.slides, start=1):
        page = pages[page_of[number - 1]] if number - 1 in page_of else _Made({}, (), ())
        pieces = (one for one in slide.pieces if one.text != str(number) and _without_digits(one.text) not in aside)
        covered = (one for piece in pieces for one in _claims(piece, page))
        found.append(SlideCoverage(number, slide.title, tuple(covered), slide.unreadable))
    return tuple(found)


def pictures(deck: Deck) -> frozenset[bytes]:
    return frozenset(one.data for page in deck.pages for one in inside(page.items) if isinstance(one, Image))


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))  # a clock is another where slides were added or moved


def _normal(text: str) -> str:
    return normalise(" ".join(text.split())).text


def _made(page: Page, talk: Deck, unproved: list[Span]) -> _Made:
    library = talk.plan.talk.library
    paragraphs = [one for item in inside(page.items) if isinstance(item, Text) for one in item.paragraphs]
    paragraphs += (*page.notes.said, *page.notes.aside)
    texts: dict[str, tuple[_Stretch, ...]] = dict.fromkeys(map(_normal, _other_texts(page.items)), ())
    texts |= {_normal(one.text): tuple(_references(one)) for one in paragraphs}
    places = [(one.span.source.name, one.span.start, one.span.end) for one in paragraphs]
    here = (one for one in unproved if any(one.source.name == f and s <= one.start < e for f, s, e in places))
    words = tuple(_normal(one.source.text[one.start : one.end]) for one in here)
    cited = dict.fromkeys(one for other in talk.pages for one in other.citations) if page.kind == "sources" else ()
    entries = [_entry(one, library) for one in (*page.citations, *cited)]
    for one in library.of(Action):  # what to call may stand on any slide
        said = (one.told, one.do.value, *one.contacts, *(where.line for where in one.to_write_down))
        entries.append(_made_entry(f"action {one.id}", said))
    return _Made(texts, tuple(entries), words)


def _references(paragraph: Paragraph) -> Iterator[_Stretch]:
    """What the references and marks of a paragraph print, as stretches of its text in normal form."""
    text = ""
    for run in paragraph.runs:
        start = len(_normal(text + "x")) - 1
        text += run.text
        if run.citation:
            yield start, start + len(_normal(run.text)), _name(run.citation)


def _name(one: Citation) -> str:
    return f"own: {one.says}" if one.kind == "own" else f"{one.kind} {one.id}"


def _entry(cited: Citation, library: Library) -> _Entry:
    said = [cited.says, cited.who, cited.where, cited.as_of, cited.certainty]
    match library.entry(cited.kind, cited.id) if cited.id else None:
        case Fact() as fact:
            said += [fact.display, fact.exact.value, *(one.value for one in (fact.measure, fact.unit) if one)]
            return _made_entry(_name(cited), said, *(() if fact.value is None else (fact.value,)))
        case Quote() as quote:
            said.append(quote.text.value)
    return _made_entry(_name(cited), said)


def _made_entry(name: str, said: Iterable[str], *values: float) -> _Entry:
    text = "\n".join(map(_normal, said))
    numbers = (*values, *(value for one in figures(text) for value in one.values))
    return _Entry(name, text, frozenset(content_stems(text)), numbers)


def _other_texts(items: Iterable[Item]) -> Iterator[str]:
    """Descriptions of what is drawn, and the words of charts."""
    for item in inside(items):
        yield getattr(item, "alt", "")
        if isinstance(item, Chart):
            yield from (*item.categories, *(one.name for one in item.series))


def _claims(piece: Piece, page: _Made) -> Iterator[Covered]:
    text = _normal(piece.text)
    if piece.number is not None:  # the value of a chart, which has no words
        by = next((one.name for one in page.entries if one.has(piece.number)), "")
        yield Covered("figure", text, piece.where, by, text, not by)
        return
    is_made = text in page.texts
    for sort, start, end in _in_talk(text) if is_made else _typed_since(text):
        by = _by_talk(text, start, end, page) if is_made else _by_entry(text, start, end, page.entries)
        sentence = text[slice(*sentence_at(text, start, end))].strip()
        yield Covered(sort, text[start:end], piece.where, by, sentence, not is_made)


def _in_talk(text: str) -> Iterator[tuple[Sort, int, int]]:
    yield from (("quotation", *quoted.span()) for quoted in _QUOTED.finditer(text))
    found = ((one.start, one.end) for one in figures(text))
    yield from (("figure", start, end) for start, end in found if not _SMALL.fullmatch(lowered(text[start:end])))


def _typed_since(text: str) -> Iterator[tuple[Sort, int, int]]:
    """The same as far as they claim something, by the rule for what is typed in an outline."""
    for one in claims(text):
        if one.sort != "saying" and not one.is_small:
            yield "quotation" if one.sort == "quoted" else "figure", one.start, one.end


def _by_talk(text: str, start: int, end: int, page: _Made) -> str:
    """What the words of a text rest on that the talk makes."""
    references = [one for one in page.texts[text] if one[0] < end and start < one[1]]
    names = ", ".join(dict.fromkeys(name for _, _, name in references))
    if any(begins <= start and end <= ends for begins, ends, _ in references):
        return names
    words = re.compile(rf"(?<!\w){re.escape(text[start:end])}(?!\w)")
    typed = "" if any(words.search(one) for one in page.unproved) else names or TALK
    return _by_entry(text, start, end, page.entries) or typed


def _by_entry(text: str, start: int, end: int, entries: Sequence[_Entry]) -> str:
    """The entry that says so: the same words of a quotation, or the same figure of the same subject."""
    words = text[start:end]
    if words.startswith('"'):
        bare = lowered(words.strip('",.;:!? '))
        return next((one.name for one in entries if bare and bare in lowered(one.text)), "")
    values = [one.values for one in figures(words)]
    sign = next((one for one in _SIGNS if one.search(words)), _ANYTHING)
    subject = {*content_stems(text[slice(*sentence_at(text, start, end))])} - {*content_stems(words)}
    for one in entries:
        says_it = all(any(map(one.has, ways)) for ways in values)
        if says_it and sign.search(one.text) and (not subject or subject & one.stems):
            return one.name
    return ""
