"""Which entries were told at which event, for the day when one is corrected, retired or loses its consent.

`talks/told.jsonl` has a line for each event, written when its deck is built, and again when an edited one is pulled. It
keeps no words: what had to go for somebody's safety does not live on in it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from talkbuilder.authoring.adding import bytes_of
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.reviews import short_hash
from talkbuilder.layout.page import Deck, Page
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.dates import spell_date
from talkbuilder.source.project import Project
from talkbuilder.stages.read import TALKS

FILE = f"{TALKS}/told.jsonl"
_DIGITS = 8  # of a hash: a slip is found, and nothing is guarded
_STOP = "Please do not pass it on"
_AGREED = "+"  # behind the hash of what somebody had agreed to


class Telling(Struct, frozen=True):
    """What was told at an event: entries by kind and id, each with a hash of how it was told."""

    date: str
    event: str
    talk: str
    place: str
    told: Mapping[str, str]


class Fallen(Struct, frozen=True):
    """An entry that is no longer what was told: why, where it was told, and a sentence to send."""

    entry: str
    why: str
    at: Telling
    sentence: str


def keep(root: Path, deck: Deck, pages: Sequence[Page]) -> None:
    """Writes down what pages of a deck for an event tell. Raises OSError."""
    talk = deck.plan.talk
    event, library = talk.occasion.event, talk.library
    if event is None:
        return
    cited = {(one.kind, one.id) for page in pages for each in page.citations for one in each.asserted if one.id}
    day = event.date.value
    states = {f"{kind} {id}": _state(library.entry(kind, id), library, day) for kind, id in sorted(cited)}
    place = event.place.value if event.place else ""
    made = Telling(day, event.id, talk.name, place, {name: state for name, state in states.items() if state})
    data = bytes_of(root, FILE)
    others = [one for one in _read(data) if one.event != event.id]
    lines = sorted((*others, made), key=lambda one: (one.date, one.event))
    written = b"".join(msgspec.json.encode(one) + b"\n" for one in lines)
    if written != data:
        write_whole(root / FILE, written, root)


def tellings(project: Project) -> tuple[Telling, ...]:
    """What was told, and what is to be told yet, in its order; lines that cannot be read are passed over."""
    return tuple(_read(project.read(FILE) or b""))


def fallen(told: Collection[Telling], library: Library, today: str) -> Iterator[Fallen]:
    """Entries that are no longer what was told."""
    for at in (one for one in told if one.date <= today):
        when = f"In my talk of {spell_date(at.date)}{f' ({at.place})' if at.place else ''}"
        for name, before in at.told.items():
            kind, _, id = name.partition(" ")
            entry = library.entry(kind, id)
            now = _state(entry, library, today)
            right = entry.says.value if isinstance(entry, Fact) else "the words as I have them now are on my slide"
            if not now:
                why, said = "is no longer in the library", f"told something that I no longer tell. {_STOP}"
            elif before.endswith(_AGREED) and not now.endswith(_AGREED):
                why = "has lost its consent"
                said = f"told of somebody who no longer agrees to that. {_STOP}, and delete what shows it"
            elif before.rstrip(_AGREED) == now.rstrip(_AGREED):
                continue
            elif isinstance(entry, Fact) and entry.status in ("retired", "conflict"):
                why, said = f"is {entry.status}", f"said what I would not say again: {right}. {_STOP}"
            else:
                why, said = "was corrected", f"said something that I have corrected since: {right}"
            yield Fallen(name, why, at, f"{when} I {said}.")


def _read(data: bytes) -> Iterator[Telling]:
    for line in data.splitlines():
        with suppress(msgspec.MsgspecError):
            yield msgspec.json.decode(line, type=Telling)


def _state(entry: object, library: Library, day: str) -> str:
    """How an entry is told; "" for what is no fact and no quotation."""
    match entry:
        case Fact():
            said, who = f"{entry.display}\n{entry.says.value}\n{entry.status}", entry.source.value
        case Quote():
            said, who = entry.text.value, entry.speaker.value
        case _:
            return ""
    person = library.people.get(who)
    has_agreed = isinstance(person, Person) and person.has_agreed(day)
    return short_hash(" ".join(said.split()))[:_DIGITS] + _AGREED * has_agreed
