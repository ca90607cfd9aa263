"""Talks and occasions made without files, and what an occasion keeps of a talk."""

from collections.abc import Iterable
from typing import Any

from msgspec import structs

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.evidence.library.library import Library
from talkbuilder.kinds import KINDS
from talkbuilder.kinds.sources import Cited
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.source.fields import Day, Id, Text
from talkbuilder.source.outline import Outline
from talkbuilder.talk.edition import Edition, choose
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Section, Slide, Talk, plain
from tests.sample import words

SPAN = Span(Source("talks/talk.yaml", "x"), 0, 1)


def outline(minutes: int = 10, questions: int | None = 0) -> Outline:
    return Outline(
        span=SPAN, talk=Text("A talk", SPAN), speaker=Text("I", SPAN), sections=(), minutes=minutes, questions=questions
    )


def event(minutes: int | None = None, questions: int | None = None, audience: str = "") -> Event:
    listeners = Id(audience, SPAN) if audience else None
    day = Day("2027-05-14", SPAN)
    return Event(
        span=SPAN,
        id="e",
        talk=Id("talk", SPAN),
        date=day,
        minutes=minutes,
        questions=questions,
        audience=listeners,
    )


def slide(title: str, priority: Any = "should", seconds: float = 60, kind: str = "statement", **keys: Any) -> Slide:
    """A slide that takes so many seconds."""
    slots = {"kicker": (plain("Part 0", SPAN),)} if kind == "section" else {}
    return Slide(kind, plain(title, SPAN), slots, (), (), (), SPAN, priority=priority, minutes=seconds / 60, **keys)


def citation(name: str) -> Citation:
    return Citation("fact", name, "It is so", f"Somebody of {name}", "", "", "seen")


def made(*parts: Iterable[Slide], minutes: int = 10, questions: int | None = 0) -> Talk:
    """A talk of parts, with a cover, a closing and the sources of all that it cites; all three take no time."""
    sections = [Section("Opening", (slide("Cover", "must", 0, "cover"),), is_part=False)]
    for number, part in enumerate(parts, start=1):
        opener = slide(f"Part {number}", seconds=0, kind="section")
        sections.append(Section(f"Part {number}", (opener, *part)))
    cited = tuple(dict.fromkeys(one for section in sections for each in section.slides for one in each.citations))
    sources = KINDS["sources"].resolve(Cited(cited, None, outline()), Markup(Library(), Report()))
    closing = slide("Thank you", "must", 0, "closing")
    sections.append(Section("Closing and sources", (closing, sources) if sources else (closing,), is_part=False))
    return Talk(
        outline(minutes, questions), Library(), "talk", "en-US", Text("I", SPAN), 120, EVERYDAY, tuple(sections)
    )


def edition(talk: Talk, occasion: Occasion | int) -> Edition:
    """What an occasion, or a slot of so many minutes, keeps of a talk."""
    wanted = Occasion(minutes=occasion) if isinstance(occasion, int) else occasion
    return choose(structs.replace(talk, occasion=wanted))


def kept(found: Edition) -> list[str]:
    """The titles of what is kept, apart from what every talk has."""
    return [one.slide.title.text for one in found.choices if one.kept and one.slide.kind == "statement"]


def of_words(slide: Slide, count: int) -> Slide:
    """A slide that takes the time of so many words instead."""
    return structs.replace(slide, notes=(plain(words(count), SPAN),), minutes=None)


def kickers(talk: Talk) -> list[str]:
    """What stands over the titles of the parts."""
    slots = (one.slots["kicker"] for one in talk.slides if one.kind == "section")
    return [slot[0].text for slot in slots if isinstance(slot, tuple)]
