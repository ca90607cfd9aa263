"""Events: when and where a talk is given, and what an edition of it is made for."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from talkbuilder.source.fields import Broken, Day, Entry, FileId, Id, Language, Text, TimeOfDay
from talkbuilder.source.ids import as_id
from talkbuilder.units import Aspect

Software = Literal["powerpoint", "keynote", "libreoffice", "worship"]


class Event(Entry, frozen=True, kw_only=True):
    """An entry of talks/events.yaml: one booking."""

    named = FileId

    talk: Annotated[Id, Meta(description="which talk is given: the name of a file of talks/")]
    date: Annotated[Day, Meta(description="the day, such as 2027-05-14")]
    starts: Annotated[
        TimeOfDay | None, Meta(description="when you begin to speak: 19:30 or 7:30 pm; the notes then tell the time")
    ] = None
    place: Annotated[Text | None, Meta(description="where it is; the cover says it")] = None
    minutes: Annotated[int | None, Meta(description="the whole slot; left out: the talk's own", ge=1, le=10_000)] = None
    questions: Annotated[
        int | None,
        Meta(description="minutes that stay free for questions; left out: the talk's share", ge=0, le=10_000),
    ] = None
    audience: Annotated[Id | None, Meta(description="who listens: slides with `only` and `not` follow it")] = None
    language: Annotated[
        Language | None, Meta(description="the language that it is given in, such as en-GB; left out: the talk's own")
    ] = None
    aspect: Annotated[Aspect | None, Meta(description="the shape of their screen; left out: 16:9")] = None
    contact: Annotated[
        Text | None, Meta(description="who to turn to there; in no deck unless you build it --with-contact")
    ] = None
    runs: Annotated[
        Software | None, Meta(description="what shows the deck there: powerpoint, keynote, libreoffice or worship")
    ] = None
    cover: Annotated[Text | None, Meta(description="a line for the cover, in the place of where it is")] = None

    def cover_line(self, day: str) -> str:
        """What the cover says of it, with its day in words: "The town library, May 14, 2027"."""
        where = self.cover or self.place
        line = " ".join(where.value.split()) if where else ""
        return ", ".join(filter(None, (line, day)))


class Occasion(Struct, frozen=True):
    """What an edition of a talk is made for; with nothing in it, the talk is taken as it is written."""

    event: Event | None = None
    minutes: int | None = None  # goes before the event's own
    audience: str = ""  # the same
    aspect: Aspect | None = None  # the same
    with_contact: bool = False
    today: str = ""  # the day on which it is made, such as 2027-05-14; "" where that is of no account
    is_final: bool = False  # no draft may be made of it
    look: str = ""  # the theme or the template, without its ending, that it is set in; "" for the theme that it names

    def file_name(self, talk: str) -> str:
        """What the files of a talk are called, the name of the talk once: steppe-our-church-20min-youth-4x3."""
        booked = self.event.id if self.event else ""
        usual = (self.event.aspect if self.event else None) or "16:9"
        marks = (
            "" if booked.startswith(f"{talk}-") else talk,
            booked,
            f"{self.minutes}min" if self.minutes else "",
            as_id(self.audience),
            self.shape.replace(":", "x") if self.shape != usual else "",
            "-".join(re.findall(r"\w+", self.look.lower())),  # in whatever script; of two words both
        )
        return "-".join(filter(None, marks))

    @property
    def is_edition(self) -> bool:
        """Whether slides may be left out to make it fit."""
        return self.event is not None or self.minutes is not None or bool(self.audience)

    @property
    def shape(self) -> Aspect:
        return self.aspect or (self.event.aspect if self.event else None) or "16:9"

    @property
    def listeners(self) -> str:
        """The audience; "" for a mixed one."""
        booked = self.event.audience if self.event else None
        return self.audience or (booked.value if booked else "")


EVERYDAY = Occasion()  # the talk as it is written


def upcoming(events: Iterable[Event | Broken], today: str) -> tuple[Event, ...]:
    """The events on a day, written 2027-05-14, and after it, the next one first."""
    ahead = (event for event in events if isinstance(event, Event) and event.date.value >= today)
    return tuple(sorted(ahead, key=lambda event: (event.date.value, event.id)))
