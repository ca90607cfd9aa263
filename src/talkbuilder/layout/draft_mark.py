"""The mark of a draft: a striped tape that says so, over nothing that is read, and what the notes say is missing."""

from collections.abc import Iterable, Iterator
from math import radians, tan

from msgspec import structs

from talkbuilder.layout.fit import label, widths_of
from talkbuilder.layout.inks import contrast, luminance
from talkbuilder.layout.items import (
    Chart,
    Close,
    Group,
    Ink,
    Item,
    LineTo,
    Link,
    Move,
    Segment,
    Shape,
    Style,
    Table,
    Text,
    rectangle,
)
from talkbuilder.layout.page import Page, Unproved
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Layout
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_MOST_IN_NOTES = 5  # claims; the rest of the page is for what is said
NAME = "Draft mark"
_STANDARD_HEIGHT: Emu = 6_858_000  # of slides that the sizes are meant for; on lower ones nothing is smaller
_HIGH_PT, _STRIPE_PT, _LARGE_PT, _SMALL_PT = 24.0, 20.0, 24.0, 18.0
_LEANS = tan(radians(30))
_AROUND_PT = 9.2  # the label, before stripes begin
_OFF_PT = 4.0  # how far it keeps from texts and logos
_LOWER_PT = 1.0  # the label than the tape, for capitals reach farther up than letters reach down
_LINE_PERCENT = 78  # so that the larger word stands in the tape
_WIDE, _LARGE = 0.9, 0.6  # shares of the slide: what is so wide is a bar, and a picture that is also so high a ground
_CONTRAST = 4.5
_ABOVE, _BELOW = 0.78, 0.24  # how far letters reach from their baseline, in their size


def remark_on(unproved: Unproved, at: int, words: Words) -> str:
    """What the mark says on the slide of a place in the plan, on the cover of all slides; "" where it has no mark."""
    claims = len(unproved.on.get(at, ())) if at else unproved.count
    told = words.count("unproved", claims) if claims else ""
    is_on_slides = at == 0 and claims > 1 and not unproved.elsewhere
    return f"{told} ({words.count('slide_count', len(unproved.on))})" if is_on_slides else told


def missing(unproved: Unproved, at: int, words: Words) -> Iterator[str]:
    """What the notes begin with: each claim of the slide that nothing proves; on the cover, that it is a draft."""
    if at == 0 and unproved.count:
        yield words.say("is_draft", told=remark_on(unproved, at, words))
    claims = (*unproved.on.get(at, ()), *(unproved.elsewhere if at == 0 else ()))
    for claim in claims[:_MOST_IN_NOTES]:
        yield words.say("not_proved", told=claim)
    if more := len(claims) - _MOST_IN_NOTES if len(claims) > _MOST_IN_NOTES else 0:
        yield words.say("not_proved", told=words.say("more_claims", n=more))


def with_mark(page: Page, draft: str, remark: str, size: tuple[Emu, Emu]) -> Page:
    """A page of a size with the mark over all that it shows; it is read out before the source and the slide number."""
    layout = page.layout
    share = max(1.0, size[1] / _STANDARD_HEIGHT)
    point = share * EMU_PER_POINT
    ground, light, bright = _inks(layout)
    style = Style(_SMALL_PT * share, light, line_percent=_LINE_PERCENT, align="right", strong_ink=bright)
    runs = Run(f"{draft}\u00a0\u00a0\u00a0", bold=True, scale=_LARGE_PT / _SMALL_PT), Run(remark.replace(" ", "\u00a0"))
    told = (Paragraph(runs, page.span),)
    _, width = widths_of(told, style, layout.fonts)
    around, high = round(_AROUND_PT * point), round(_HIGH_PT * point)
    tape = _free(page, width + 2 * around, high, size)
    right = min(size[0] - layout.grid.margin, tape.right - around)
    box = Box(max(tape.x + around, right - width), tape.y, width, high + round(2 * _LOWER_PT * point))
    text = label(NAME, told, box, style, (style.size_pt,), layout.fonts, "middle")
    free = (tape.x, box.x - around), (box.right + around, tape.right)
    stripes = tuple(_stripes(tape, free, round(_STRIPE_PT * point)))
    mark = Group(
        NAME,
        tape,
        (
            rectangle("Tape", tape, ground),
            *((Shape("Stripes", tape, (*stripes, Close()), bright),) if stripes else ()),
            structs.replace(text, surplus=0.0),  # its box is as wide as it is, whatever lines its font makes
        ),
        f"{draft.capitalize()}: {remark}",
    )
    last = next((at for at, item in enumerate(page.items) if _is_foot(item)), len(page.items))
    return structs.replace(page, items=(*page.items[:last], mark, *page.items[last:]))


def _is_foot(item: Item) -> bool:
    """Whether it tells where what stands above it is from, or is the slide number."""
    return isinstance(item, Text) and item.placeholder in ("Credit", SOURCE, SLIDE_NUMBER)


def _inks(layout: Layout) -> tuple[Ink, Ink, Ink]:
    """The darker ink of a theme, the lighter for texts on it, and the accent that stands out most from the darker.

    Where no accent does, the lighter ink has to do for the stripes too.
    """
    dark, light = sorted((Ink("dark1"), Ink("light1")), key=lambda ink: luminance(ink, layout.palette))
    accents = [Ink(f"accent{number}") for number in range(1, 7)]
    bright = max(accents, key=lambda ink: contrast(ink, dark, layout.palette))
    return dark, light, bright if contrast(bright, dark, layout.palette) >= _CONTRAST else light


def _stripes(tape: Box, stretches: Iterable[tuple[Emu, Emu]], wide: Emu) -> Iterator[Segment]:
    """Stripes that lean to the right, spread evenly over stretches of a tape.

    They are one figure, joined along the lower edge, where nothing is seen of that: many would be something to count.
    """
    is_begun = False
    leans, low = round(_LEANS * tape.height), tape.height
    for begin, end in stretches:
        spare = end - begin - wide - leans
        count = spare // (2 * wide) + 1  # none where a stretch has no room for one
        for number in range(count):
            left = begin - tape.x + (number * spare // (count - 1) if count > 1 else 0)
            yield LineTo(left, low) if is_begun else Move(left, low)
            is_begun = True
            yield LineTo(left + leans, 0)
            yield LineTo(left + leans + wide, 0)
            yield LineTo(left + wide, low)


def _free(page: Page, least: Emu, high: Emu, size: tuple[Emu, Emu]) -> Box:
    """The room for the tape: the upper edge of the slide, or as much of it as is free; else the lower edge, or between.

    Of a slide that has no free row at all it takes the upper edge.
    """
    (page_width, page_height), off = size, round(_OFF_PT * EMU_PER_POINT)
    taken = (*letters_in(page.items), *of_template(page.layout, size))
    for y in (0, page_height - high, *range(high, page_height - high, high // 2)):
        across = [box for box in taken if box.y < y + high and y < box.bottom]
        begin, best = 0, (0, 0)
        for x, right in sorted([*((box.x - off, box.right + off) for box in across), (page_width, page_width)]):
            best = max(best, (begin, x), key=lambda one: one[1] - one[0])
            begin = max(begin, right)
        if best[1] - best[0] >= least:
            return Box(best[0], y, best[1] - best[0], high)
    return Box(0, 0, page_width, high)


def letters_in(items: Iterable[Item]) -> Iterator[Box]:
    """Where letters stand on a page."""
    for item in items:
        match item:
            case Text():
                for run in (run for line in item.lines for run in line.runs):
                    top, bottom = run.baseline_pt - _ABOVE * run.size_pt, run.baseline_pt + _BELOW * run.size_pt
                    edges = run.x_pt, top, run.width_pt, bottom - top
                    yield Box(*(round(edge * EMU_PER_POINT) for edge in edges))
            case Group():
                yield from letters_in(item.items)
            case Link():
                yield from letters_in((item.item,))
            case Chart() | Table():
                yield item.box


def of_template(layout: Layout, size: tuple[Emu, Emu]) -> Iterator[Box]:
    """What a template shows that may be a logo: all but bars across the slide or down it, and grounds."""
    drawn = layout.drawn if layout.part else layout.beneath if layout.base else ()
    for box, is_shape in (
        *((one.box, isinstance(one, Shape)) for one in drawn),
        *((box, False) for box in layout.unread),
    ):
        is_wide, share = box.width >= _WIDE * size[0], box.height / size[1]
        is_ground = is_wide and share >= _LARGE
        if not (is_ground or (is_shape and (is_wide or share >= _WIDE))):
            yield box
