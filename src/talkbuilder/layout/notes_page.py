"""Speaker notes: what they say besides the speaker's own words, and the printed page on which all of it has room."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from msgspec import structs

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.reviews import Standing
from talkbuilder.evidence.library.sources import within_sentence
from talkbuilder.layout.fit import fits, height_pt
from talkbuilder.layout.items import Style
from talkbuilder.layout.page import Notes
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.source.dates import minute_of_day
from talkbuilder.talk.crediting import how_reviewed
from talkbuilder.talk.markup import cover_line, unmarked
from talkbuilder.talk.plan import Plan, Timing
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide, quoted
from talkbuilder.talk.words import Words, words_in
from talkbuilder.units import EMU_PER_POINT, Box, Emu, clock

_BETWEEN = " · "
_QUARTERS = ("quarter_over", "half_over", "three_quarters_over")

PAGE: tuple[Emu, Emu] = (6_858_000, 9_144_000)
# Of what is said, and of what is there to be looked up; smaller than the last, nobody reads it at a lectern.
SIZES = ((14.0, 10.0), (13.0, 10.0), (12.0, 10.0), (12.0, 9.0), (11.0, 9.0))
ASIDE = 1  # the level of what is there to be looked up
_MARGIN: Emu = 685_800
_INNER = PAGE[0] - 2 * _MARGIN
_PICTURE: Emu = 1_914_525  # high
_GAP: Emu = 228_600
_FOOT: Emu = 228_600
_LINE_PERCENT, _BEFORE_PT, _BEFORE_ASIDE_PT = 105, 6, 2


def place_line(plan: Plan, at: int, since: int, number: int, count: int, words: Words) -> str:
    """Where the speaker should be: on page `number` of `count`, which shows the slide at a place of the plan.

    `since` is the place of the first slide that is said over it: of itself, or of a part's opening that is not seen.
    """
    timing, start = plan.timings[at], plan.timings[since].start_seconds
    of_slot = words.say("of", n=clock(start), count=clock(plan.slot.seconds))
    told = [of_slot, words.say("slide_of", n=number, count=count)]
    if on_wall := on_the_wall(plan, start):
        told.insert(0, on_wall)
    if timing.slide.in_questions:
        told.append(words.say("if_asked"))
    elif following := _next(plan, at):
        told.append(words.say("next", title=following))
    return _BETWEEN.join(told)


def read_aloud(slide: Slide, words: Words) -> tuple[str, ...]:
    """That a quotation is to be read out, which the plan counts; nothing where it is not."""
    return (words.say("read_quotation"),) if slide.aloud else ()


def on_the_wall(plan: Plan, seconds: float) -> str:
    """What a clock on the wall shows then, where a booking tells when the talk begins."""
    event = plan.talk.occasion.event
    begins = minute_of_day(event.starts.value) if event and event.starts else None
    return "" if begins is None else words_in(plan.talk.language).time(begins + int(seconds // 60))


def _next(plan: Plan, at: int) -> str:
    """The title of the slide that comes next in the talk, "" after the last."""
    following = (plan.timings[place].slide for place in range(at + 1, len(plan.timings)))
    later = (slide for slide in following if not slide.in_questions and not slide.is_unseen)
    return next((slide.title.text or slide.kind for slide in later), "")


def quarter_lines(plan: Plan, words: Words) -> Mapping[int, tuple[str, ...]]:
    """What is said of the quarters of the talk, by the places in the plan of the slides on which they fall."""
    said: dict[int, tuple[str, ...]] = {}
    for row, one in zip(_QUARTERS, plan.quarters, strict=False):
        line = words.say(row, time=clock(one.seconds))
        said[one.slide] = (*said.get(one.slide, ()), line)
    return said


def lines_after(plan: Plan, at: int, numbers: Sequence[int], words: Words) -> Iterator[str]:
    """Where to jump if late, when a part is over, and on the cover where the talk is given.

    `numbers` holds the number of the page on which each slide of the plan begins, 0 for what is not seen.
    """
    timing = plan.timings[at]
    if at == 0:
        if told := booking(plan):
            yield told
        occasion = plan.talk.occasion
        if occasion.event and occasion.with_contact and occasion.event.contact:
            yield words.say("contact", who=unmarked(occasion.event.contact, plan.talk.library))
        yield from _waiting(plan, timing.slide, words)
        return
    if timing.ends_talk:
        yield words.say("talk_ends", time=clock(timing.end_seconds))
    elif timing.ends_section:
        yield words.say("part_ends", time=clock(timing.end_seconds))
    if timing.skips:
        yield _when_late(plan, timing, numbers, words)
    yield from _waiting(plan, timing.slide, words)


def _waiting(plan: Plan, before: Slide, words: Words) -> Iterator[str]:
    """What would come next, had its author written it: in the deck nothing else tells of it."""
    choices = iter(plan.edition.choices)
    next((one for one in choices if one.slide.span == before.span), None)
    for one in takewhile(lambda one: not one.kept or one.slide.is_unseen, choices):
        if one.slide.waits and one.why == one.slide.waits:
            yield words.say("not_written", title=words.quotes(quoted(one.slide.title.text)))


def _when_late(plan: Plan, timing: Timing, numbers: Sequence[int], words: Words) -> str:
    """What to type to leave out the slides that come next, the nearest first, and what each of that saves."""
    saved = 0.0
    ways: list[str] = []
    for skipped in timing.skips:
        saved += plan.timings[skipped].seconds
        title = words.quotes(quoted(plan.timings[skipped].slide.title.text))
        later = map(numbers.__getitem__, range(skipped + 1, len(numbers)))
        following = next(filter(None, later))  # a part without an opener has none
        row = "late_also" if ways else "late_way"
        ways.append(words.say(row, n=following, title=title, time=clock(saved)))
    return words.say("late_type", ways="; ".join(ways))


def booking(plan: Plan) -> str:
    """Where, when, for how long and for whom the talk is given; "" without a booking."""
    talk, words = plan.talk, words_in(plan.talk.language)
    if talk.occasion.event is None:
        return ""
    listeners = words.quotes(quoted(talk.occasion.listeners))
    audience = words.say("for_audience", name=listeners) if talk.occasion.listeners else ""
    minutes, questions = words.count("minutes", round(plan.slot.minutes)), plan.slot.free
    slot = words.say("read_me_slot", minutes=minutes, questions=questions)
    return f"{cover_line(talk.occasion.event, talk)}: {slot}{audience}"


def evidence(
    citations: tuple[Citation, ...], span: Span, words: Words, own: Standing | None = None
) -> tuple[Paragraph, ...]:
    """Each source in italics, and under it what rests on it: the statement, its year, and how certain it is.

    That nobody has reviewed any of it is told once, above it all; so is how the slide's `own` words stand.
    """
    if not citations:
        return ()
    standings = [how_reviewed(one.standing, words) for one in citations if one.standing]
    common = standings[0] if len(standings) > 1 and len(set(standings)) == 1 else ""
    sources: dict[str, list[Citation]] = {}
    for one in citations:
        where = within_sentence(one.beside or one.where)
        told = words.say("in", who=one.who, where=where) if one.who and where else one.who or one.where
        fetched = words.say("retrieved", date=words.date(one.fetched)) if one.fetched else ""
        told = ", ".join(filter(None, (told, words.pages((one.page,)), fetched)))
        told = words.quotes(told) or words.say("own_knowledge" if one.kind == "own" else "ask_down")
        sources.setdefault(told, []).append(one)
    reviewed = _reviewed(common, own, words)
    head = words.say("evidence")
    lines = [(Run(f"{head} ({reviewed})" if reviewed else head, bold=True),)]
    for source, rests in sources.items():
        lines.append((Run(source, italic=True),))
        lines += [_statement(one, bool(common), words) for one in rests]
    return tuple([Paragraph(line, span) for line in lines])


def _reviewed(common: str, own: Standing | None, words: Words) -> str:
    """What the head says of reviews: of all that the slide rests on, and of its own words, unless these are signed."""
    if own is None or own.state in ("signed", "waiting"):
        return common
    told = how_reviewed(own, words)
    if common == words.say("not_reviewed") == told:
        return words.say("nor_own", told=told)
    return "; ".join(filter(None, (common, words.say("own_words", told=told))))


def _statement(one: Citation, is_told: bool, words: Words) -> tuple[Run]:
    year = f"{words.say('figure_for', date=one.as_of)}; " if one.as_of else ""
    reviewed = f"; {how_reviewed(one.standing, words)}" if one.standing and not is_told else ""
    known = f"{year}{one.certainty}{one.reason}{reviewed}"
    says = one.kept or (words.quotes(quoted(one.says)) if one.kind == "own" else one.says.rstrip("."))
    return (Run(f"{says} ({known})" if known else says),)


def picture(width: Emu, height: Emu) -> Box:
    """Where the slide of a deck is shown, whose slides are so wide and high."""
    return Box(_MARGIN, _MARGIN, _PICTURE * width // height, _PICTURE)


def words(width: Emu, height: Emu) -> Box:
    """Where the notes stand."""
    top = picture(width, height).bottom + _GAP
    return Box(_MARGIN, top, _INNER, foot().y - _GAP // 2 - top)


def foot() -> Box:
    """Where the number of the page stands."""
    return Box(_MARGIN, PAGE[1] - _MARGIN - _FOOT, _INNER, _FOOT)


def styles(sizes: tuple[float, float] = SIZES[0]) -> tuple[Style, Style]:
    """How notes are set: what is said, and what is there to be looked up."""
    said, aside = sizes
    return (
        Style(said, line_percent=_LINE_PERCENT, before_pt=_BEFORE_PT),
        Style(aside, line_percent=_LINE_PERCENT, before_pt=_BEFORE_ASIDE_PT),
    )


def sized(notes: Notes, box: Box, fonts: Fonts) -> Notes:
    """Notes in the first size at which all of them have room in a box; with what is too much, where there is none."""
    paragraphs = (*notes.spoken, *[Paragraph(one.runs, one.span, ASIDE) for one in notes.aside])
    for sizes, place in _places(box):
        if fits(paragraphs, place, fonts, sizes[0]):
            return structs.replace(notes, sizes_pt=sizes)
    high = height_pt(paragraphs, place, fonts, sizes[0])
    surplus = 1 - box.height / EMU_PER_POINT / high if high else 0.0
    return structs.replace(notes, sizes_pt=sizes, surplus=surplus)


@cache
def _places(box: Box) -> tuple[tuple[tuple[float, float], Placeholder], ...]:
    """Where notes stand, in each of their sizes."""
    return tuple((sizes, Placeholder("notes", "body", 1, box, styles(sizes), sizes[:1])) for sizes in SIZES)
