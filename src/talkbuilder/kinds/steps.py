"""`steps`: two to five things in their order, numbered, with a pictogram over each if you like."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import Drawing, drawn
from talkbuilder.drawings.icons import find_icon, pictogram
from talkbuilder.drawings.read import find_object
from talkbuilder.kinds.kind import HEADS, Kind, assemble, on_drawing
from talkbuilder.layout.fit import Caption, captions, label
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Dash, Group, Ink, Item, Stroke, Style, disc, line
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text, Written
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_TOP, _BOTTOM = 25, 76  # rows, as are all lengths here
_PICTURE, _PICTURE_HEIGHT, _PICTURE_WIDTH = 27.5, 19, 22
_LINE_PT = 3.5
_ICON = 0.62  # of the disc that an icon stands on
_NUMBERS, _NUMBERS_ALONE = 53, 39  # where numbers stand under pictograms, and without
_RADIUS, _RADIUS_ALONE = 17 / 6, 4.5
_WORDS = 2  # from the numbers to the words under them


class Step(Written, frozen=True, kw_only=True):
    """A step: what it is in a word or two, and a few words more."""

    head: Annotated[Text, Meta(description="what it is, in a word or two")]
    text: Annotated[Text | None, Meta(description="a few words more")] = None
    icon: Annotated[Id | None, Meta(description="a pictogram, by its name on lucide.dev/icons")] = None
    drawing: Annotated[Id | None, Meta(description="or one of assets/drawings/")] = None
    absent: Annotated[bool, Meta(description="true for what does not come: it is dashed")] = False


class Steps(Showing, frozen=True, kw_only=True):
    """A slide of steps in their order."""

    steps: Annotated[tuple[Step, ...], Meta(description="the steps, in order", min_length=2, max_length=5)]


class Shown(Struct, frozen=True):
    """A step as it is to be drawn; an icon has lines only."""

    head: Paragraph
    text: Paragraph | None
    picture: Drawing | None
    is_icon: bool
    is_absent: bool


def resolve(written: Steps, markup: Markup) -> Resolved | None:
    found = [_step(step, markup) for step in written.steps]
    steps = tuple(one for one in found if one)
    if len(steps) < len(found) or len(steps) < 2:  # those with faults of their own are left out
        return None
    bare = next((step for step in written.steps if not (step.icon or step.drawing)), None)
    if bare and any(step.picture for step in steps):
        hint = "add 'icon:' or 'drawing:' to every step, or to none"
        markup.report(Diagnostic("E003", "a step without a pictogram among others that have one", bare.span, hint))
        return None
    slots = {"steps": tuple(text for one in steps for text in (one.head, one.text) if text)}
    return assemble("steps", written, markup, slots, shows=steps, described=_described(steps, markup.words))


def _step(step: Step, markup: Markup) -> Shown | None:
    if step.icon and step.drawing:
        hint = "a step has one of them"
        markup.report(Diagnostic("E007", "'drawing' beside 'icon'", step.drawing.span, hint))
        return None
    picture = None
    if step.icon or step.drawing:
        picture = find_icon(step.icon, markup) if step.icon else None
        picture = find_object(step.drawing, markup, "a step") if step.drawing else picture
        if picture is None:
            return None
    text = markup.line(step.text, under=(step.head,)) if step.text else None
    return Shown(markup.line(step.head), text, picture, bool(step.icon), step.absent)


def _described(steps: tuple[Shown, ...], words: Words) -> str:
    return "; ".join(
        f"{words.say('alt_absent', n=number) if one.is_absent else number}: "
        + ", ".join(text.text for text in (one.head, one.text) if text)
        for number, one in enumerate(steps, 1)
    )


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    items = tuple(_drawn(slide.shows, layout))
    group = Group("steps", layout.grid.box(1, layout.grid.columns, _TOP, _BOTTOM), items, slide.described)
    return (kind.page(slide, layout, (group,)),)


def _drawn(steps: Sequence[Shown], layout: Layout) -> Iterator[Item]:
    grid, sizes = layout.grid, layout.sizes
    has_pictures = any(step.picture for step in steps)
    middle, radius = (_NUMBERS, _RADIUS) if has_pictures else (_NUMBERS_ALONE, _RADIUS_ALONE)
    boxes = [grid.part(number, len(steps), middle + radius + _WORDS, _BOTTOM) for number in range(1, len(steps) + 1)]
    centres = [(box.x + box.width // 2, round(middle * grid.row)) for box in boxes]
    for step, box in zip(steps, boxes, strict=True):
        yield from _picture(step, box, layout)
    reach = round(radius * grid.row)
    yield from _ways(steps, centres, reach)
    for number, (step, centre) in enumerate(zip(steps, centres, strict=True), 1):
        yield from _number(number, step, centre, reach, sizes.label[-2:][0] if has_pictures else sizes.head[0], layout)
    wanted = [Caption(step.head, step.text, box) for step, box in zip(steps, boxes, strict=True)]
    scale = (*sizes.head, *sizes.label[1:]) if has_pictures else (sizes.text[0], *sizes.head, *sizes.label[1:])
    yield from captions(wanted, scale, sizes, layout.fonts)


def _ways(steps: Sequence[Shown], centres: Sequence[tuple[Emu, Emu]], reach: Emu) -> Iterator[Item]:
    """The lines from one number to the next, dashed to what does not come."""
    for at, ((x, y), (end, _)) in enumerate(pairwise(centres), 1):
        dash: Dash = "dash" if steps[at].is_absent else "solid"
        yield line("way", (x + reach, y), (end - reach, y), Stroke(TINTS["mist"], 2, dash))


def _number(
    number: int, step: Shown, centre: tuple[Emu, Emu], reach: Emu, size: float, layout: Layout
) -> Iterator[Item]:
    edge = Stroke(Ink("text"), 2, "dash" if step.is_absent and not step.picture else "solid")
    yield disc(f"number {number}", centre, reach, Ink("ground"), edge)
    box = Box(centre[0] - reach, centre[1] - reach, 2 * reach, 2 * reach)
    style = Style(size, Ink("text"), bold=True, align="centre")
    text = (plain(str(number), step.head.span),)
    yield label(f"{number}", text, box, style, (size,), layout.fonts, "middle")


def _picture(step: Shown, column: Box, layout: Layout) -> Iterator[Item]:
    """The pictogram of a step: an icon on a disc of sand, a drawing as it is; what is absent in or under dashes."""
    if step.picture is None:
        return
    row = layout.grid.row
    width, height = min(round(_PICTURE_WIDTH * row), column.width), round(_PICTURE_HEIGHT * row)
    box = Box(column.x + (column.width - width) // 2, round(_PICTURE * row), width, height)
    stroke = Stroke(Ink("text"), _LINE_PT, "dash" if step.is_absent else "solid")
    if not step.is_icon:
        yield pictogram(step.picture, box, stroke) if step.is_absent else drawn(step.picture, box, layout.palette)
        return
    radius = min(width, height) // 2
    centre = box.x + width // 2, box.y + height // 2
    ink = Ink("accent1")
    if step.is_absent:
        ink = TINTS["mist"]
        edge = round(stroke.width_pt * EMU_PER_POINT / 2)
        yield disc(f"place of {step.picture.name}", centre, radius - edge, None, stroke)
    else:
        yield disc(f"ground of {step.picture.name}", centre, radius, Ink("panel"))
    half = round(radius * _ICON)
    inner = Box(centre[0] - half, centre[1] - half, 2 * half, 2 * half)
    yield pictogram(step.picture, inner, Stroke(ink, stroke.width_pt))


KIND = Kind("steps", "Drawing", resolve, HEADS, Steps, lay_out, on_drawing)
