"""A Plan as lines for a terminal, and as an object for other programs."""

from collections.abc import Callable, Iterator, Sequence

from talkbuilder.authoring.rehearsals import Habits
from talkbuilder.commands.console import count
from talkbuilder.diagnostics.harmless import harmless
from talkbuilder.diagnostics.printing import columns
from talkbuilder.talk.edition import Choice
from talkbuilder.talk.markup import unmarked
from talkbuilder.talk.plan import Plan, Timing
from talkbuilder.talk.speech import PACE_RANGE
from talkbuilder.talk.talk import quoted
from talkbuilder.units import clock

_BOLD, _DIM, _RED, _GREEN, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[0m"
_EIGHTHS = " ▏▎▍▌▋▊▉"
_HEAD = "  no  begins  takes  "
_TITLES = 0.5  # of the width that is left
_PRIORITY = 10  # columns for it, and the blanks around it

_Paint = Callable[[str, str], str]


def draw(plans: Sequence[Plan], width: int, colour: bool, habits: Habits | None = None) -> Iterator[str]:
    """The plan of a talk in lines of at most `width` columns; below it, what rehearsals tell and other slots keep."""

    def paint(text: str, style: str) -> str:
        return f"{style}{text}{_PLAIN}" if colour else text

    plan = plans[0]
    yield paint(_cut(unmarked(plan.talk.outline.talk, plan.talk.library), width), _BOLD)
    yield from (_cut(line, width) for line in _headline(plan))
    yield ""
    yield from _rows(plan, width, paint)
    yield ""
    yield from _total(plan, width, paint)
    yield from _checkpoints(plan, width, paint)
    if habits:
        yield from (_cut(line, width) for line in _rehearsed(plan, habits, paint))
    for other in plans[1:]:
        yield from _other(other, plan, width, paint)


def _headline(plan: Plan) -> Iterator[str]:
    least, most = plan.range_seconds
    slot = plan.slot
    audience = f", for {quoted(plan.talk.occasion.listeners)}" if plan.talk.occasion.listeners else ""
    yield f"{clock(plan.seconds)} at {plan.talk.pace:g} words a minute{audience}"
    yield f"{clock(least)} if you are {PACE_RANGE:.0%} faster, {clock(most)} if as much slower"
    yield f"{clock(slot.seconds)} to speak in: {slot.minutes:g} minutes less {slot.free} for questions"


def _rows(plan: Plan, width: int, paint: _Paint) -> Iterator[str]:
    """A row a slide under a row a section, kept or left out, each with its bar; all bars are to one scale."""
    choices = plan.edition.choices
    timings = _timings(plan)
    lengths = [
        sum(one.time.seconds for one in choices if one.section == at and one.kept and not one.slide.in_questions)
        for at in range(len(plan.edition.talk.sections))
    ]
    titles = int((width - len(_HEAD)) * _TITLES)
    scale = (width - len(_HEAD) - titles - _PRIORITY) / max(*lengths, 1.0)
    yield paint(_HEAD.rstrip(), _DIM)
    for at, section in enumerate(plan.edition.talk.sections):
        bar = f"{'':{_PRIORITY}}{_bar(lengths[at] * scale)}"
        yield paint(f"{'':12}{clock(lengths[at]):>7}  {_padded(section.name, titles)}{bar}".rstrip(), _BOLD)
        for place, one in enumerate(choices):
            if one.section == at:
                yield _row(one, timings.get(place), width, titles, scale, paint)


def _row(one: Choice, at: tuple[int, Timing] | None, width: int, titles: int, scale: float, paint: _Paint) -> str:
    told = f"{clock(one.time.seconds):>7}    {_padded(one.slide.title.text, titles - 2)}  "
    if at is None:
        why = f"{one.priority}: {one.why}" if one.priority else one.why
        return paint(f"{'–':>4}{'':8}{told}{_cut(why, width - 12 - columns(told))}", _DIM)
    number, timing = ("" if one.slide.is_unseen else at[0]), at[1]
    if one.slide.in_questions:
        when = "if somebody asks" if one.slide.kind == "sources" else "while people ask"
        return f"{number:>4}{'after':>8}{told}{paint(when, _DIM)}"
    told = f"{told}{one.priority:{_PRIORITY - 2}}"
    bar = "━" * max(1, round(one.time.seconds * scale))
    return f"{number:>4}{clock(timing.start_seconds):>8}{told}{bar}"


def _timings(plan: Plan) -> dict[int, tuple[int, Timing]]:
    """The numbers and times of the slides that are kept, by their place among all."""
    kept = (place for place, one in enumerate(plan.edition.choices) if one.kept)
    return dict(zip(kept, zip(plan.numbers, plan.timings, strict=True), strict=True))


def _total(plan: Plan, width: int, paint: _Paint) -> Iterator[str]:
    """The whole talk as one bar against its slot; what goes beyond is dotted, and red."""
    bars = width - 22
    scale = bars / max(plan.seconds, plan.slot.seconds, 1.0)
    spare = plan.slot.spare(plan.seconds)
    fitting = "█" * round(min(plan.seconds, plan.slot.seconds) * scale)
    if plan.fits:
        rest, verdict = paint("░" * max(0, bars - len(fitting)), _DIM), f"{clock(spare)} to spare"
    else:
        rest = paint("▓" * max(1, round((plan.seconds - plan.slot.seconds) * scale)), _RED)
        verdict = f"{clock(-spare)} too long"
    yield f"{'Total':12}{clock(plan.seconds):>7}  {paint(fitting, _GREEN)}{rest}"
    yield f"{'':21}of {clock(plan.slot.seconds)}, {verdict}"


def _checkpoints(plan: Plan, width: int, paint: _Paint) -> Iterator[str]:
    yield ""
    yield paint("Checkpoints", _BOLD)
    for one in plan.checkpoints:
        where = f"slide {plan.numbers[one.slide]}, {plan.timings[one.slide].slide.title.text}"
        yield f"{clock(one.seconds):>12}  {_cut(f'{one.what}: {where}', width - 14)}"


def _rehearsed(plan: Plan, habits: Habits, paint: _Paint) -> Iterator[str]:
    """The speaker's own pace."""
    yield ""
    yield paint(f"{count(habits.rehearsals, 'rehearsal')} of this edition", _BOLD)
    if habits.pace:
        advice = "" if habits.pace == plan.talk.pace else f" ('pace: {habits.pace}' in the outline)"
        yield f"{'':12}  your own pace: {habits.pace} words a minute{advice}"


def _other(other: Plan, plan: Plan, width: int, paint: _Paint) -> Iterator[str]:
    """What another slot would keep, as the difference to this one."""
    yield ""
    minutes = f"{other.slot.minutes:g} minutes"
    took, available = clock(other.seconds), clock(other.slot.seconds)
    if other.fits:
        kept = count(sum(not one.slide.is_unseen for one in other.timings), "slide")
        yield paint(f"{minutes} would keep {kept} and take {took} of {available}", _BOLD)
    else:
        yield paint(f"{minutes} are too few: what must be said takes {took} of {available}", _BOLD)
    for before, after in zip(plan.edition.choices, other.edition.choices, strict=True):
        if before.kept != after.kept:
            sign = "+" if after.kept else "–"
            length = clock(after.time.seconds)
            yield f"{sign:>4}{'':8}{length:>7}  {after.priority:7} {_cut(after.slide.title.text, width - 30)}"


def _bar(columns: float) -> str:
    """A bar to an eighth of a column."""
    whole, eighths = divmod(round(columns * 8), 8)
    return ("█" * whole + _EIGHTHS[eighths]).rstrip()


def _cut(text: str, most: int) -> str:
    """A text of at most so many columns."""
    text = harmless(text)
    if columns(text) <= most:
        return text
    while columns(text) > most - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _padded(text: str, width: int) -> str:
    """A text of just so many columns."""
    text = _cut(text, width)
    return text + " " * (width - columns(text))


def as_object(plan: Plan) -> dict[str, object]:
    """A plan for other programs. Times are seconds; `number` is the slide's in the deck, null where it has none."""
    least, most = plan.range_seconds
    timings = _timings(plan)
    slides = []
    for place, one in enumerate(plan.edition.choices):
        number, timing = timings.get(place, (None, None))
        slides.append(
            {
                "number": None if one.slide.is_unseen else number,
                "title": one.slide.title.text,
                "section": plan.edition.talk.sections[one.section].name,
                "kind": one.slide.kind,
                "priority": one.priority or None,
                "kept": one.kept,
                "why": one.why,
                "words": one.time.words,
                "seconds": round(one.time.seconds, 1),
                "starts": round(timing.start_seconds, 1) if timing else None,
                "skip_if_late": [plan.numbers[at] for at in timing.skips] if timing else [],
            }
        )
    checkpoints = [
        {"seconds": round(one.seconds, 1), "slide": plan.numbers[one.slide], "what": one.what}
        for one in plan.checkpoints
    ]
    return {
        "talk": plan.talk.name,
        "minutes": plan.slot.minutes,
        "questions": plan.slot.questions,
        "audience": plan.talk.occasion.listeners or None,
        "pace": plan.talk.pace,
        "available": round(plan.slot.seconds, 1),
        "seconds": round(plan.seconds, 1),
        "least": round(least, 1),
        "most": round(most, 1),
        "fits": plan.fits,
        "slides": slides,
        "checkpoints": checkpoints,
    }
