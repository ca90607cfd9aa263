"""The cue card, one side of A5: the clock of each part, its first words, what may be left out, the number to say."""

from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import A4, File, Paper
from talkbuilder.outputs.printed.contacts import Contact, to_say
from talkbuilder.outputs.printed.sheet import piece
from talkbuilder.outputs.printed.spoken import Leave, Section, spoken
from talkbuilder.talk.words import Words, words_in
from talkbuilder.units import clock

_LEAST_WORDS, _MOST_WORDS = 5, 7  # of those with which a part begins
_LINE = 38  # letters


class Row(Struct, frozen=True):
    """A part: when it begins, its slides, its first words, which slides may go, and which times fall into it."""

    clock: str
    slides: str
    name: str
    first: str
    late: tuple[Leave, ...]
    marks: tuple[str, ...]


class Card(Struct, frozen=True):
    """All that stands on the card; `contact` is the number to say, `numbers` are others."""

    title: str
    speaker: str
    slot: str
    draft: str
    rows: tuple[Row, ...]
    contact: Contact | None
    numbers: tuple[Contact, ...]


def render(deck: Deck, paper: Paper = A4) -> Iterator[File]:
    """One file; whatever the paper, the card is A5."""
    yield piece("card", deck, A4, card(deck))


def card(deck: Deck) -> Card:
    plan, all_said = deck.plan, spoken(deck)
    words = words_in(plan.talk.language)
    parts = [section for section in all_said.sections if section.start]
    rows = tuple(_rows(deck, parts, words))
    slot = words.count("minutes", round(plan.slot.minutes))
    told = words.say("slot", minutes=slot, time=clock(plan.slot.seconds), questions=plan.slot.free)
    return Card(all_said.title, all_said.speaker, told, all_said.draft, rows, *to_say(plan.talk))


def _rows(deck: Deck, parts: list[Section], words: Words) -> Iterator[Row]:
    quarters = zip(("quarter", "half", "three_quarters"), deck.plan.quarters, strict=False)
    times = [*((row, one.seconds) for row, one in quarters), ("ends", deck.plan.seconds)]
    for section in parts:
        slides, is_last = section.slides, section is parts[-1]
        numbers = [slide.number for slide in slides]
        shown = words.slides("–".join(dict.fromkeys((numbers[0], numbers[-1]))))
        here = [
            words.say(row, time=clock(seconds))
            for row, seconds in times
            if slides[0].start <= seconds and (is_last or seconds < slides[-1].end)
        ]
        late = tuple(Leave(int(slide.number), slide.leave.saves) for slide in slides if slide.leave)
        yield Row(section.start, shown, section.name, _first(section), late, tuple(here))


def _first(section: Section) -> str:
    """The first words of a part, up to the end of a sentence where one is near."""
    said = next((one for slide in section.slides for one in slide.said if one.runs), None)
    if said is None:
        return ""
    words = "".join(run.text for run in said.runs if not run.help).split()
    ends = [at for at in range(_LEAST_WORDS, _MOST_WORDS + 1) if " ".join(words[:at]).endswith((".", "!", "?"))]
    count = ends[-1] if ends else _MOST_WORDS
    first = next((one for at in range(count, 1, -1) if len(one := " ".join(words[:at])) <= _LINE), "")
    return first if len(first.split()) == len(words) else f"{first.rstrip(' ,;:–—.')}\N{NO-BREAK SPACE}…"
