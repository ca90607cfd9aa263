"""The cue card, half a sheet: the clock of each part, its first words, what may be left out, the number to say."""

from collections.abc import Iterator
from textwrap import shorten

from msgspec import Struct

from talkbuilder.layout.notes_page import on_the_wall
from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, File, Paper
from talkbuilder.outputs.printed.contacts import Contact, to_say
from talkbuilder.outputs.printed.sheet import piece
from talkbuilder.outputs.printed.spoken import Leave, Section, spoken
from talkbuilder.talk.words import Words, words_in
from talkbuilder.units import clock

_LINE = 38  # letters of the first words of a part


class Row(Struct, frozen=True):
    """A part: when it begins, its slides, its first words, and which slides may go."""

    clock: str
    slides: str
    name: str
    first: str
    late: tuple[Leave, ...]


class Card(Struct, frozen=True):
    """All that stands on the card; the talk `ends` in its last row, `contact` is the number to say, others follow."""

    title: str
    speaker: str
    slot: str
    draft: str
    ends: str
    rows: tuple[Row, ...]
    contact: Contact | None
    numbers: tuple[Contact, ...]


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """One file, on half of a sheet."""
    yield piece("card", deck, paper, card(deck))


def card(deck: Deck) -> Card:
    plan, all_said = deck.plan, spoken(deck)
    words = words_in(plan.talk.language)
    rows = tuple(_row(section, words) for section in all_said.sections if section.start)
    minutes = words.count("minutes", round(plan.slot.minutes))
    slot = words.say("slot", minutes=minutes, time=clock(plan.slot.seconds), questions=plan.slot.free)
    ends = words.say("ends", time=all_said.ends)
    told = " · ".join(filter(None, (on_the_wall(plan, 0), slot)))
    return Card(all_said.title, all_said.speaker, told, all_said.draft, ends, rows, *to_say(plan.talk))


def _row(section: Section, words: Words) -> Row:
    numbers = [slide.number for slide in section.slides]
    shown = words.slides("–".join(dict.fromkeys((numbers[0], numbers[-1]))))
    late = tuple(Leave(int(one.number), one.leave.saves, one.leave.how) for one in section.slides if one.leave)
    return Row(section.start, shown, section.name, _first(section), late)


def _first(section: Section) -> str:
    """The first words that are said in a part."""
    said = next((one for slide in section.slides for one in slide.said if one.runs), None)
    words = "".join(run.text for run in said.runs if not run.help) if said else ""
    return shorten(words, _LINE, placeholder="\N{NO-BREAK SPACE}…")
