"""The kit: all that a talk is given from, in a folder and as a zip, with a page for whoever runs the projector."""

from collections.abc import Container, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic, Refused
from talkbuilder.evidence.library.actions import FOR_ALL, digits_of
from talkbuilder.layout.inks import luminance
from talkbuilder.layout.items import Text, inside
from talkbuilder.layout.notes_page import on_the_wall
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.typefaces import has_twin
from talkbuilder.outputs.file import File, Paper, data_file
from talkbuilder.outputs.fingerprint import MARK, UNSEALED, of_parts, seal
from talkbuilder.outputs.printed.sheet import piece
from talkbuilder.outputs.printed.spoken import to_type
from talkbuilder.outputs.zipped import write_zip
from talkbuilder.talk.words import words_in

_FONTS = "FONTS.txt"  # which nobody takes for the page
_RUNS = ("worship", "keynote", "libreoffice")  # what is named only where a booking says that it shows the deck
_LARGE = 0.066  # of the height of a slide: letters that are read from the last row


class ReadMe(Struct, frozen=True):
    """All that stands on the page for whoever runs the projector; `remarks` are for while it runs, `fonts` a note.

    Pairs are what there is, and what to do then, where [F5] is a key.
    """

    title: str
    speaker: str
    where: str
    slot: str
    opens: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]
    fonts: str


def render(deck: Deck, paper: Paper, pieces: Iterable[File]) -> Iterator[File]:
    """What other outputs made, and the page beside it; the same in a zip. Raises Refused without a booking."""
    name = f"{deck.plan.talk.file_name}-kit{paper.mark}"
    if deck.is_draft or deck.plan.talk.occasion.event is None:
        why = "a draft makes no kit" if deck.is_draft else "a kit is for a booking"
        hint = "add --event ID, one of talks/events.yaml; decks for a booking are never drafts"
        raise Refused(Diagnostic("O003", f"cannot be written: {why}", file=name, hint=hint))
    told = read_me(deck)
    called = words_in(deck.plan.talk.language).say("read_me")
    own = (
        piece("read-me", deck, paper, told, path=f"{called}{paper.mark}.pdf"),
        data_file(_FONTS, seal(f"{told.fonts}\n\n({UNSEALED})\n".encode("utf-8-sig"), _FONTS)),
    )
    made: dict[str, bytes] = {}
    for file in chain(pieces, own):
        out = BytesIO()
        file.write(out)
        made[f"{name}/{file.path}"] = out.getvalue()
        yield data_file(f"{name}/{file.path}", out.getvalue())

    def seal_of(checksums: Mapping[str, int]) -> tuple[str, bytes]:
        return "", f"{MARK} {of_parts(checksums)}".encode()

    yield File(f"{name}.zip", lambda out: write_zip(made.items(), seal_of, out))


def read_me(deck: Deck) -> ReadMe:
    talk, plan, numbered = deck.plan.talk, deck.plan, [*enumerate(deck.pages, 1)]
    words, event, own = words_in(talk.language), talk.occasion.event, deck.theme.own.fonts
    assert event
    fonts = [*dict.fromkeys((own.titles, own.text))]
    of_office = ", ".join(filter(has_twin, fonts))
    heard = {slide.span for slide in talk.slides if slide.media}
    sounds = [str(at) for at, page in numbered if page.span in heard]
    number, stays, phone, last = _what_stays(deck)
    spoken = round(plan.seconds / 60)
    wall = on_the_wall(plan, 60 * spoken)
    values = {
        "file": talk.file_name,
        "shape": deck.theme.shape,
        "fonts": ", ".join(fonts),
        "sound": words.say("sounds", slides=words.slides(", ".join(sounds))) if sounds else words.say("silent"),
        "count": len(numbered),
        "light": max(numbered, key=lambda one: luminance(one[1].background, one[1].layout.palette))[0],
        "number": number,
        "stays": stays,
        "phone": phone,
        "last": last,
        "spoken": spoken,
        "wall": f" ({wall})" if wall else "",
        **to_type(len(numbered)),
    }
    absent = {
        *(f"open_{one}" for one in _RUNS if event.runs != one),
        *(("check_small",) if number or not stays else ()),
        *(() if number else ("check_number",)),
        *(("remark_number",) if stays in (0, last) else ()),
        *(("remark_leave",) if stays != last else ()),
    }

    def told(kind: str) -> tuple[str, ...]:
        """The rows of a kind, but for those of what there is not."""
        named = (name for name in words.rows if name.startswith(f"{kind}_") and name not in absent)
        return tuple(words.say(name, **values) for name in named)

    def rows(kind: str) -> tuple[tuple[str, str], ...]:
        return tuple((on, do) for on, _, do in (one.partition(" | ") for one in told(kind)))

    slot = on_the_wall(plan, 0), words.count("minutes", round(plan.slot.minutes))
    day = words.date(event.date.value).replace(" ", "\N{NO-BREAK SPACE}")
    notes = words.say("fonts_note", fonts=values["fonts"]), of_office and words.say("fonts_office", fonts=of_office)
    return ReadMe(
        talk.slides[0].title.text,
        talk.speaker.value,
        event.cover_line(day),
        " · ".join(filter(None, slot)),
        *(rows("open"), rows("fact"), told("check"), rows("key"), told("remark"), rows("wrong")),
        " ".join(filter(None, notes)),
    )


def _what_stays(deck: Deck) -> tuple[int, int, str, int]:
    """The last slide with a large number to call, the one that stays with its number, and the last one; 0 for none."""
    talk, timings = deck.plan.talk, deck.plan.timings
    asked = {one.slide.span for one in timings if one.slide.in_questions}
    calls = {digits_of(one.value) for _, action in talk.asked for one in (action.phone, action.text) if one} - FOR_ALL
    given = {at: _largest(calls, page) for at, page in enumerate(deck.pages, 1)}
    number = max((at for at, (size, _) in given.items() if size >= _LARGE * deck.theme.size_pt[1]), default=0)
    last = max((at for at, page in enumerate(deck.pages, 1) if page.span not in asked), default=len(deck.pages))
    # What the talk ends with stays where it has a number, of whatever size: so the speaker says as well.
    stays = last if given[last][1] else number
    return number, stays, given[stays][1] if stays else "", last


def _largest(numbers: Container[str], page: Page) -> tuple[float, str]:
    """How large the largest of some numbers is on a page, and how it is written there; 0 and "" where there is none."""
    lines = (line for one in inside(page.items) if isinstance(one, Text) for line in one.lines)
    found = ((run.size_pt, line.text) for line in lines if digits_of(line.text) in numbers for run in line.runs)
    return max(found, key=lambda one: one[0], default=(0.0, ""))
