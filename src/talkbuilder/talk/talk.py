"""The Talk: what is said and shown, every reference replaced by the words it stands for."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any, Literal

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.actions import Action
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Broken, Id, Text
from talkbuilder.source.outline import Outline, Priority


class Citation(Struct, frozen=True, gc=False):  # as in Span
    """What a slide rests on: a fact, a quotation or an action, and who says so where; or what its speaker knows."""

    kind: Literal["fact", "quote", "action", "own"]
    id: str  # "" for what is the speaker's own
    says: str
    who: str  # "" for an action, which nobody asserts, and for what is the speaker's own
    where: str  # the source and its date; "" where no source holds it
    as_of: str  # the year or month that the figure is for; "" where there is none
    certainty: str
    roots: tuple["Citation", ...] = ()  # of what is computed: what it is computed from, down to what posts say
    reason: str = ""  # how the speaker knows it, where that was written
    beside: str = ""  # the source next to who says it, where that is shorter: without the same publisher
    line: str = ""  # the source in the line under a slide
    page: str = ""  # on which page of it
    link: str = ""  # where it stands on the web; "" for nowhere, or where no slide may lead
    fetched: str = ""  # the day on which somebody fetched it from there
    standing: Standing | None = None  # whether a person has signed it; None for what nobody signs
    kept: str = ""  # printed instead of what it says, where that would lead to somebody whom its source protects

    @property
    def asserted(self) -> tuple["Citation", ...]:
        """What somebody asserts: itself, unless it is computed."""
        return self.roots or (self,)


class Run(Struct, frozen=True, gc=False):  # as in Span
    """A stretch of text in one style. `scale` is its size relative to its paragraph's, `link` where a click leads.

    `unresolved` marks a reference that names nothing: it is reported, and stands as its author wrote it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    citation: Citation | None = None
    scale: float = 1.0
    unresolved: bool = False
    link: str = ""


class Paragraph(Struct, frozen=True, gc=False):  # as in Span
    """A paragraph; `level` is 0 for what stands at the margin, 1 for what is indented under it."""

    runs: tuple[Run, ...]
    span: Span
    level: int = 0

    @property
    def text(self) -> str:
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


class Picture(Struct, frozen=True):
    """A picture ready for a package: its bytes (PNG or JPEG), its size in pixels, what it shows; whose entry it is.

    `focus` is the point that stays in view however it is cut, in shares of its width and height.
    """

    data: bytes
    extension: Literal["png", "jpg"]
    width_px: int
    height_px: int
    alt: str
    span: Span
    id: str = ""
    focus: tuple[float, float] = (0.5, 0.5)


Content = tuple[Paragraph, ...] | Picture


class Slide(Struct, frozen=True, dict=True):  # the dict is for what is worked out of a slide once
    """One slide: its kind, and its content by slot; each kind says which slots it has."""

    kind: str
    title: Paragraph
    slots: Mapping[str, Content]
    notes: tuple[Paragraph, ...]
    shown: tuple[Citation, ...]  # what the slide itself cites
    spoken: tuple[Citation, ...]  # what only its notes cite
    span: Span
    priority: Priority = "should"
    minutes: float | None = None
    pause: int = 0
    media: float = 0.0  # seconds that a recording runs
    only: tuple[Id, ...] = ()
    not_: tuple[Id, ...] = ()
    source: tuple[Run, ...] = ()  # the source line
    brief: tuple[Run, ...] = ()  # the same without where it stands, for where that has no room
    aloud: tuple[Paragraph, ...] = ()  # what stands on the slide and is read to the audience
    in_questions: bool = False  # shown after the talk, should somebody ask
    waits: str = ""  # what its author has not written yet; until then no edition has it
    is_unseen: bool = False  # only said: its notes go before those of the slide that follows
    shows: Any = None  # what is drawn on it, as its kind alone knows it
    described: str = ""  # the same in words: for the notes, and for whoever cannot see it
    handout: tuple[Paragraph, ...] = ()  # what the handout says of it; of the cover, of the whole talk
    layout: str = ""  # the layout that it asks for, as a template calls it

    def texts(self, slot: str) -> tuple[Paragraph, ...]:
        """What is written in a slot; () where it has none."""
        found = self.slots.get(slot)
        return found if isinstance(found, tuple) else ()

    @property
    def asked_at(self) -> Span:
        """Where the slide asks for something to be done."""
        return next((one.span for one in self.texts("contact")), self.title.span)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All that stands on the slide, drawings included, all that is said, and what the handout says of it."""
        found: list[Paragraph] = []
        _gather((*self.slots.values(), self.shows), found)
        return (self.title, *found, *self.notes, *self.handout)

    @property
    def seen(self) -> tuple[Paragraph, ...]:
        """What is read on it: its title and its texts; what is drawn is in `described`."""
        texts = (slot for slot in self.slots.values() if isinstance(slot, tuple))
        return (self.title, *(paragraph for slot in texts for paragraph in slot))

    @property
    def heard(self) -> tuple[Paragraph, ...]:
        """What is said while it stands there."""
        return (*self.notes, *self.aloud)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(dict.fromkeys((*self.shown, *self.spoken)))


def _gather(value: object, found: list[Paragraph]) -> None:
    match value:
        case Paragraph():
            found.append(value)
        case tuple():
            for one in value:
                _gather(one, found)
        case Struct():
            for name in _holders(type(value)):
                _gather(getattr(value, name), found)


@cache
def _holders(kind: type[Struct]) -> tuple[str, ...]:
    """The fields that may hold more than a number or a word; most parts of a drawing have none."""
    types = kind.__annotations__
    return tuple(name for name in kind.__struct_fields__ if types.get(name) not in (int, float, bool, str))


# The kinds that a talk makes of its own keys.
MADE = frozenset({"cover", "section", "closing", "sources"})


class Section(Struct, frozen=True):
    """A part of the talk, the opening slide included."""

    name: str
    slides: tuple[Slide, ...]
    is_part: bool = True  # not so: what comes before the first part and after the last


class Talk(Struct, frozen=True):
    """A whole talk, generated slides included, in the order in which it is given."""

    outline: Outline
    library: Library
    name: str
    language: str
    speaker: Text
    pace: float  # words a minute
    occasion: Occasion
    sections: tuple[Section, ...]

    @property
    def file_name(self) -> str:
        """What its files are called, without their ending; those of other editions have other names."""
        return self.occasion.file_name(self.name)

    @property
    def slides(self) -> tuple[Slide, ...]:
        return tuple(slide for section in self.sections for slide in section.slides)

    @property
    def asked(self) -> Iterator[tuple[Slide, Action]]:
        """What the audience is asked to do, and on which slide."""
        for slide in self.slides:
            for one in slide.citations:
                action = self.library.actions.get(one.id) if one.kind == "action" else None
                if isinstance(action, Action):
                    yield slide, action

    def told_by(self, slide: Slide) -> tuple[Person, ...]:
        """Those whose words or statements a slide cites."""
        who = dict.fromkeys(map(self._teller, slide.citations))
        people = map(self.library.people.get, who)
        return tuple(person for person in people if isinstance(person, Person))

    def _teller(self, cited: Citation) -> str:
        entries = self.library.quotes if cited.kind == "quote" else self.library.facts
        match entries.get(cited.id):
            case Quote(speaker=who) | Fact(source=who):
                return who.value
            case _:
                return ""

    @property
    def given_on(self) -> str:
        """The day on which it is given; without a booking, the date of this version, or "" where it has none."""
        if event := self.occasion.event:
            return event.date.value
        return self.outline.date.value if self.outline.date else ""

    @property
    def place(self) -> Span:
        """Where faults of the talk as a whole are reported: at the event that it is made for, else at its title."""
        return self.occasion.event.span if self.occasion.event else self.outline.talk.span

    @property
    def is_whole(self) -> bool:
        """Whether every slide that was written is there, but for those to be skipped; those with faults are not."""
        slides = (slide for section in self.outline.sections for slide in section.slides)
        written = sum(isinstance(one, Broken) or not one.skip for one in slides)
        return written == sum(slide.kind not in MADE and not slide.in_questions for slide in self.slides)


def leader_file(name: str) -> str:
    """Where the page stands that whoever leads a group reads before a talk, in Markdown."""
    return f"talks/{name}-leader.md"


def quoted(text: str) -> str:
    """A title between quotation marks; those that it has itself become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def plain(text: str, span: Span, level: int = 0) -> Paragraph:
    """A paragraph of words that the program itself supplies, or that hold no markup."""
    return Paragraph((Run(text),), span, level)
