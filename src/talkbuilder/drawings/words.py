"""A drawing with its words: they stand in the places that it keeps for them, in its inks and sizes."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import Drawing, drawn, placed, staged
from talkbuilder.layout.fit import height_of, label
from talkbuilder.layout.items import Anchor, Ink, Item, Style, rectangle
from talkbuilder.layout.items import Text as Label
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_STEPS = (1.0, 0.9, 0.8, 0.7)  # of the size that a drawing gives a text, where that has no room
# Of a scene's height, that is left to its words under it; the last where none is enough.
_FEET = (0.0, 0.1, 0.2, 0.3, 0.4, 0.0)
_MOST_APART = 80  # percent, that words in a row may stand further apart than what they are under


def lettered(drawing: Drawing, words: Sequence[Text], name: Id, markup: Markup) -> Drawing | None:
    """A drawing with its words in their places; None, and told, where there are more or fewer of them."""
    if len(words) != len(drawing.places):
        places = ", ".join(place.name for place in drawing.places) or "none"
        hint = f"its places, in this order: {places}"
        message = f"'{name.value}' has {len(drawing.places)} places for words, and 'labels' gives {len(words)}"
        markup.report(Diagnostic("E206", message, name.span, hint))
        return None
    pairs = zip(drawing.places, words, strict=True)
    return structs.replace(
        drawing, places=tuple(structs.replace(place, said=markup.line(text)) for place, text in pairs)
    )


def words_of(drawing: Drawing) -> tuple[Paragraph, ...]:
    """All that stands in a drawing to be read."""
    return tuple(place.said for place in drawing.places if place.said)


def on_stage(drawing: Drawing, box: Box, layout: Layout, alt: str) -> tuple[Item, ...]:
    """A scene and its words in a part of a slide, which its ground fills: all scenes of a deck have one format.

    What is drawn is smaller where else its words would have no room under it.
    """
    for foot in _FEET if drawing.places else (0.0,):
        shown = staged(drawing, box, foot * drawing.height)
        words = tuple(labels(shown, box, layout))
        if not any(one.surplus for one in words):
            break
    night = (
        (rectangle("Night", box, Ink("ground" if layout.base or layout.is_dark else "dark1")),)
        if drawing.ground == "night"
        else ()
    )
    return (*night, drawn(shown, box, layout.palette, alt=alt), *words)


def labels(drawing: Drawing, box: Box, layout: Layout, fills: bool = False) -> Iterator[Label]:
    """The words of a drawing that stands in a box, none of them smaller than the smallest label of the theme.

    Words that stand side by side have one size. Where they have no room in the smallest, they get what there is between
    them and down to the foot of the box, all of them alike.
    """
    scale, x, y = placed(drawing, box, fills)
    words: list[_Words] = []
    rows: dict[tuple[float, float], list[int]] = {}
    for place in drawing.places:
        if place.said is None:
            continue
        left, top, width, height = (round(scale * one) for one in (place.left, place.top, place.width, place.height))
        room = Box(round(x - scale * drawing.left) + left, round(y - scale * drawing.top) + top, width, height)
        rows.setdefault((place.top, place.size), []).append(len(words))
        size = round(place.size * scale / EMU_PER_POINT)
        words.append(_Words(place.name, place.said, room, place.style, "top" if place.hangs else "middle", size))
    made = [_set(one, layout, _STEPS) for one in words]
    columns: dict[tuple[Emu, ...], list[list[int]]] = {}
    for row in (one for one in rows.values() if len(one) > 1):
        size_pt = min(made[at].styles[0].size_pt for at in row)
        for at in row:
            if made[at].styles[0].size_pt != size_pt:
                made[at] = _set(structs.replace(words[at], size_pt=size_pt), layout, (1.0,))
        columns.setdefault(tuple(words[at].room.x for at in row), []).append(row)
    for stack in columns.values():
        if any(made[at].surplus for row in stack for at in row):
            for at, one in _spread(stack, words, box, layout):
                words[at], made[at] = one, _set(one, layout, (1.0,))
    is_ours = not layout.base  # ours are made for these words
    yield from made if is_ours else (_balanced(*each, layout) for each in zip(made, words, strict=True))


class _Words(Struct, frozen=True):
    """Words with the room that is kept for them, and the size that they are to have in it."""

    name: str
    said: Paragraph
    room: Box
    style: Style
    anchor: Anchor
    size_pt: float


def _set(one: _Words, layout: Layout, steps: Sequence[float]) -> Label:
    least = layout.sizes.label[-1]
    sizes = tuple(dict.fromkeys(max(least, round(step * one.size_pt)) for step in (*steps, 0.0)))
    font = "text" if layout.base else one.style.font  # a template's letters of titles are those of its titles alone
    style = structs.replace(one.style, size_pt=sizes[0], line_percent=100, font=font)
    return label(one.name, (one.said,), one.room, style, sizes, layout.fonts, one.anchor)


def _balanced(made: Label, words: _Words, layout: Layout) -> Label:
    """Words in as many lines, as short as they can be: so what they stand beside is not run into, whoever shows it."""
    room = words.room
    for percent in range(95, 45, -5) if len(made.lines) > 1 and not made.surplus else ():
        width = room.width * percent // 100
        left = room.x + round((room.width - width) * {"left": 0, "centre": 0.5, "right": 1}[words.style.align])
        narrower = structs.replace(words, room=room._replace(x=left, width=width), size_pt=made.styles[0].size_pt)
        other = _set(narrower, layout, (1.0,))
        if other.surplus or len(other.lines) != len(made.lines) or other.styles != made.styles:
            break
        made = other
    return made


def _spread(
    stack: Sequence[Sequence[int]], words: Sequence[_Words], box: Box, layout: Layout
) -> Iterator[tuple[int, _Words]]:
    """Rows over each other in the smallest size, in columns as wide as the next leaves them, which stand further apart
    where it must be; nothing where that is not enough."""
    least = layout.sizes.label[-1]
    first = [words[at].room for at in stack[0]]
    line = round(least * EMU_PER_POINT)
    small = {at: structs.replace(words[at].style, size_pt=least, line_percent=100) for row in stack for at in row}
    pitch = min(other.x - one.x for one, other in pairwise(first))
    middle = (first[0].x + first[-1].right) // 2
    is_centred = words[stack[0][0]].style.align == "centre"
    for share in range(100, 100 + _MOST_APART if is_centred else 101, 5):
        apart = [middle + (one.x + one.width // 2 - middle) * share // 100 for one in first]
        wide = pitch * share // 100 - line // 2
        if is_centred:
            lefts, widths = [one - wide // 2 for one in apart], [wide] * len(first)
        else:
            ends = [*(one.x - line // 2 for one in first[1:]), box.right - line // 2]
            lefts, widths = [one.x for one in first], [end - one.x for one, end in zip(first, ends, strict=True)]
        highs = [
            max(
                height_of((words[at].said,), width, small[at], (least,), layout.fonts) or 2 * box.height
                for at, width in each
            )
            for each in (zip(row, widths, strict=True) for row in stack)
        ]  # twice the box is what has no room in its width
        tops = [*accumulate(highs, initial=min(first[0].y, box.bottom - sum(highs)))]
        climbs = 0 if is_centred else line  # what is centred hangs under something
        if tops[0] < first[0].y - climbs or lefts[0] < box.x or lefts[-1] + widths[-1] > box.right:
            continue
        for row, top, high in zip(stack, tops, highs, strict=False):
            for at, left, width in zip(row, lefts, widths, strict=True):
                yield at, structs.replace(words[at], room=Box(left, top, width, high), anchor="top", size_pt=least)
        return
