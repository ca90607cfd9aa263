"""One talk that is being watched: what is known of it now, and who is told when that changes."""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from talkbuilder.diagnostics import Report, Span
from talkbuilder.diagnostics.harmless import harmless
from talkbuilder.diagnostics.printing import as_objects
from talkbuilder.evidence.library.exposed import hushed, kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.layout.page import PROVED, Deck, Unproved
from talkbuilder.preview.cards import Card, Cards, Withholding
from talkbuilder.preview.choosing import Choice, OpenProject, looks_of, occasion_of, template_of
from talkbuilder.preview.drafting import Draft, Drafter
from talkbuilder.source.events import Event
from talkbuilder.source.project import ASSETS
from talkbuilder.stages.checking import faults_for
from talkbuilder.stages.read import TALKS, read_events, read_library
from talkbuilder.talk.markup import cover_line, unmarked
from talkbuilder.talk.talk import Talk

_TITLE = re.compile(r"(?:title|statement|question):[ \t]+(.+)")
_SETTLING_SECONDS = 0.06  # an editor that writes a file in pieces has written all of them by then


class State(Struct, frozen=True):
    """What is shown: cards in their order, and what is told of the whole talk."""

    version: int
    cards: tuple[Card, ...] = ()
    talk: Mapping[str, Any] = {}
    faults: tuple[Mapping[str, Any], ...] = ()  # of reading, which are known at once
    ends_whole: bool = True  # whether the outline ends with the end of a line


class Listener:
    """Somebody who is told of changes, and what has been told already."""

    def __init__(self, sees_pictures: bool) -> None:
        self._sees_pictures = sees_pictures
        self.news: asyncio.Queue[Mapping[str, Any] | None] = asyncio.Queue()
        self._cards: set[str] = set()
        self._pictures: set[str] = set()
        self._talk: Mapping[str, Any] | None = None

    def tell(self, state: State, pictures: Mapping[str, str], is_written: bool = False) -> None:
        """Only what is new to this one, and whether somebody wrote it."""
        keys = [card.key for card in state.cards]
        told: dict[str, Any] = {
            "version": state.version,
            "is_written": is_written,
            "order": keys,
            "cards": {one.key: one.body for one in state.cards if one.key not in self._cards},
            "pictures": {key: svg for key, svg in pictures.items() if key not in self._pictures},
            "lines": [one.line for one in state.cards],
            "seconds": [one.seconds for one in state.cards],
            "after": [one.after for one in state.cards],
            "names": [one.name for one in state.cards],
            "sections": [one.section for one in state.cards],
            "faulty": [at for at, one in enumerate(state.cards) if one.is_faulty],
            "faults": state.faults,
        }
        if not self._sees_pictures:
            del told["pictures"]
        if state.talk != self._talk:
            told["talk"] = self._talk = state.talk
        self._cards, self._pictures = set(keys), set(pictures)
        self.news.put_nowait({"kind": "state", **told})


class Session:
    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        # Is told of each version, once it is shown.
        self.drawn: Callable[[int, Choice, tuple[str, ...]], None] = lambda version, choice, changed: None
        self.project = OpenProject(root)
        self.choice = Choice()
        self.state = State(0)
        self.cards = Cards()
        self.pictures: Mapping[str, str] = {}
        self.listeners: set[Listener] = set()
        self._drafter = Drafter(name)
        self._library: Library | None = None
        self._library_is_old = True
        self._as_read = Library(), Report()  # the library as it was read last, and what is wrong with it
        self._withholding = Withholding()
        self._unproved = PROVED
        self.waiting: asyncio.Task[None] | None = None
        self._unread: set[str] = set()
        self._publish(self._draft())

    @property
    def outline_path(self) -> str:
        return f"{TALKS}/{self.name}.yaml"

    def join(self, sees_pictures: bool = True) -> Listener:
        """Somebody who is told all that is known now, and every change from now on."""
        listener = Listener(sees_pictures)
        listener.tell(self.state, self.pictures)
        self.listeners.add(listener)
        return listener

    def broadcast(self, news: Mapping[str, Any]) -> None:
        for one in self.listeners:
            one.news.put_nowait(news)

    def choose(self, choice: Choice) -> None:
        self.choice = choice
        self._publish(self._draft())

    def mark(self, unproved: Unproved) -> None:
        """Marks the slides of what nothing proves, as a deck does, until another check has found something else."""
        if unproved != self._unproved:
            self._unproved = unproved
            if not self.waiting:
                self._publish(self._draft())

    async def changed(self, paths: Iterable[str]) -> None:
        """Draws what has changed on disk. Bad news waits for a moment: many editors write a file in several steps."""
        if self.waiting:
            self.waiting.cancel()
            self.waiting = None
        self._unread |= {*paths}
        draft = self._draft()
        if self._is_worse(draft):
            self.waiting = asyncio.create_task(self._look_again())
        else:
            self._publish(draft, is_written=True)

    async def _look_again(self) -> None:
        await asyncio.sleep(_SETTLING_SECONDS)
        self.waiting = None
        self._publish(self._draft(), is_written=True)

    def _is_worse(self, draft: Draft) -> bool:
        """Whether a file may have been read before all of it was there."""
        if draft.deck is None or len(draft.faults) + len(self._as_read[1].diagnostics) > len(self.state.faults):
            return True
        data = self.project.read(self.outline_path) or b""
        return bool(data) and not data.endswith(b"\n") and self.state.ends_whole

    def _draft(self) -> Draft:
        self.project.forget(self._unread)
        self._library_is_old |= any(path.startswith(f"{ASSETS}/") for path in self._unread)
        library = self._read_library()
        occasion, template = occasion_of(self.choice, self.project), template_of(self.choice, self.project)
        return self._drafter.draft(self.project, library, occasion, template, self._unproved)

    def _read_library(self) -> Library:
        """The library as it is now, or the last one that could be read: a slip in it must not empty the slides."""
        if self._library is None or self._library_is_old:
            report = Report()
            library = read_library(self.project, report)
            self._library_is_old, self._as_read = False, (library, report)
            if self._library is None or not report.failed:
                self._library = library
        return self._library

    def _publish(self, draft: Draft, is_written: bool = False) -> None:
        before = self.state
        kept = kept_by(self._library)[0] if self._library else Protected()
        of_library = faults_for((self.name,), self.project, *self._as_read)
        faults = tuple(as_objects(hushed((*of_library, *draft.faults), kept)))
        data = self.project.read(self.outline_path) or b""
        ends_whole = data.endswith(b"\n")
        if draft.deck is None:
            self.state = State(before.version + 1, before.cards, before.talk, faults, ends_whole)
        else:
            made = tuple(_with_unmade(self.cards(draft), draft))
            cards = tuple(self._withholding(made, draft.deck.pages, kept))
            self.pictures = {one.picture: self.cards.svg(one.picture) for one in cards if one.picture}
            events = read_events(self.project, Report())
            drawn = tuple(at for at, card in enumerate(made) if card.picture)
            told = {
                **told_of(draft, drawn, events, looks_of(self.project)),
                "choice": self.choice,
                "path": self.outline_path,
                "root": self.project.root.resolve().as_posix(),
            }
            self.state = State(before.version + 1, cards, told, faults, ends_whole)
        if structs.replace(self.state, version=before.version) == before:  # as after a save that changed nothing
            self.state = before
        else:
            for one in self.listeners:
                one.tell(self.state, self.pictures, is_written)
        self.drawn(self.state.version, self.choice, tuple(self._unread))
        self._unread.clear()


def _with_unmade(cards: tuple[Card, ...], draft: Draft) -> Iterator[Card]:
    """The cards of a draft, and where a slide has a fault and never was without one, an empty one."""
    waiting = [_unmade(at, span) for at, span in enumerate(draft.unmade)]
    for card in cards:
        while waiting and card.line > waiting[0].line:
            yield waiting.pop(0)
        yield card
    yield from waiting


def _unmade(at: int, span: Span) -> Card:
    """What stands in for a slide that cannot be drawn yet: its title, as far as that is written."""
    text = span.source.text
    line = text.find("\n", span.start)
    found = _TITLE.search(text, span.start, max(span.end, line if line >= 0 else len(text)))
    title = harmless(found[1].strip().strip("\"'")) if found else ""
    body: dict[str, Any] = {"picture": "", "title": title, "said": [], "cites": [], "items": {}}
    return Card(f"unmade {at} {title}", "", body, span.line, name=title, is_faulty=True)


def told_of(
    draft: Draft, places: Sequence[int], events: Mapping[str, object], looks: tuple[str, ...]
) -> dict[str, Any]:
    """Times are in seconds; slides are counted from 0, as cards are: `places` are those of the pages among them."""
    deck = draft.deck
    assert deck is not None
    plan, talk = deck.plan, deck.plan.talk
    least, most = plan.range_seconds
    return {
        "title": unmarked(talk.outline.talk, talk.library),
        "speaker": unmarked(talk.speaker, talk.library),
        "language": talk.language,
        "pace": talk.pace,
        "minutes": plan.slot.minutes,
        "questions": plan.slot.questions,
        "available": plan.slot.seconds,
        "least": least,
        "most": most,
        "fits": plan.fits,
        "words": plan.words,
        "wide": deck.theme.width / deck.theme.height,
        "checkpoints": list(_checkpoints(draft, deck, places)),
        "left_out": [
            {"title": one.slide.title.text, "why": one.why, "seconds": one.time.seconds, "line": one.slide.span.line}
            for one in plan.edition.choices
            if not one.kept
        ],
        "audiences": sorted(_audiences(talk)),
        "events": [
            {"id": one.id, "says": cover_line(one, talk)}
            for one in events.values()
            if isinstance(one, Event) and one.talk.value == talk.name
        ],
        "looks": looks,
    }


def _checkpoints(draft: Draft, deck: Deck, places: Sequence[int]) -> Iterator[dict[str, Any]]:
    firsts = [sum(draft.counts[:at]) for at in range(len(draft.counts))]
    for one in deck.plan.checkpoints:
        yield {"seconds": one.seconds, "slide": places[min(firsts[one.slide], len(places) - 1)], "what": one.what}


def _audiences(talk: Talk) -> set[str]:
    named = {one.value for one in talk.outline.audiences}
    slides = (slide for section in talk.outline.sections for slide in section.slides)
    for slide in slides:
        named |= {one.value for one in (*getattr(slide, "only", ()), *getattr(slide, "not_", ()))}
    return named
