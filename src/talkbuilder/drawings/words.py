"""A drawing with its words: they stand in the places that it keeps for them, in its inks and sizes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, product
from math import hypot, inf

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import IN_ROW, Drawing, Place, drawn, free_over, lowest_of, placed, staged
from talkbuilder.drawings.marks import Marks
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.fit import WIDER, fit, height_of, height_pt, label, widths_of
from talkbuilder.layout.items import Anchor, Ink, Item, Style, rectangle
from talkbuilder.layout.items import Text as Label
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.source.fields import Id, Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_INSET = 24  # part of the width of a panel, that words keep off its edge
_LEAST_PT = 15  # of words that meet what is drawn if they are as large as they should be
_LARGE_PT = 30  # of a saying that is read from afar
_STEPS = (1.0, 0.9, 0.8, 0.7)  # of the size that a drawing gives a text, where that has no room
# Of a scene's height, that is left to its words under it; the last where none is enough.
_FEET = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.0)
_SMALL_FOOT = 0.2  # so much of it is left, that no words need more lines than others
_HIGHEST, _HIGHEST_IN_TALL = 9 / 16, 0.75  # of its width
_TALL = 2 / 3  # of the width of a room, from which it is tall
OVER = 0.4  # of what stays free of a room, that is over what stands in it: where the eye has its middle
_OVER, _OVER_PART = 0.6, 0.45  # of the width and of the height of a tall room: how high a drawing over texts is
_SPARE_HEIGHT = 1.02  # of a text: whoever shows it may set it a little larger
_LARGE = 0.8  # of the smallest label: only where there is no room are words in rows smaller
_MOST_LINES, _LITTLE_SMALLER = 2, 0.75
_OFF_EDGE = 0.7  # of the size of letters: so far they keep off the sides and the foot of what they stand on
_LINE_EM = 1.2  # how high a line is, about
_MOST_BROKEN = 3  # lines, and no more than two words make two
_SPARE = 1.2  # of the width of a line: whoever shows it may have wider letters
_OVER_FOOT = 1.5  # of the height of letters, down to where that goes on under them
_MET = 3.0  # sizes, that words would rather be away from their place than meet an edge
_TAKEN = 1_000_000  # edges, that no words meet
_ACROSS = tuple(step / 4 for step in range(-12, 13))  # how far to the side words may stand, in their size
_DOWN = (0.0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, 1.0)  # how far up or down words may stand, in their size
_FAR_DOWN = tuple(step / 2 for step in range(-7, 8))  # where they meet something nearer
_OFF_GROUND = 8  # edges, that letters are worth which stand on something else than their room
_AIR, _LITTLE_AIR = 0.25, 0.1  # of the size of letters, beside them; where they would else be too small to read
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

    On a template it is no higher than a slide of ours, and what is drawn on no ground stands a little over the middle.
    What is drawn is smaller where else its words would have no room under it.
    """
    if layout.base:
        box = _within(box, box.width * (_HIGHEST_IN_TALL if is_tall(box) else _HIGHEST))
    ends = max((one.top + one.height for one in drawing.places), default=0.0)
    feet = _FEET if drawing.places and ends >= lowest_of(drawing) else (0.0,)
    found = list[tuple[int, Box, Drawing, tuple[Label, ...]]]()
    for at, foot in enumerate(feet, 1):
        within, shown = box, staged(drawing, box, foot * drawing.height)
        if layout.base:
            within = _within(box, box.height * (1 - free_over(shown)))
            shown = shown if within == box else staged(drawing, within, foot * drawing.height)
        is_last = at == len(feet) and not found
        words = tuple(labels(shown, within, layout, anyhow=is_last))
        if is_last or not any(one.surplus for one in words):
            found.append((max((len(one.lines) for one in words), default=0), within, shown, words))
        if found and (found[-1][0] <= _MOST_LINES or not layout.base or foot >= _SMALL_FOOT):
            break
    _, within, shown, words = min(found, key=lambda one: one[0])
    night = (
        (rectangle("Night", box, Ink("ground" if layout.base or layout.is_dark else "dark1")),)
        if drawing.ground == "night"
        else ()
    )
    return (*night, drawn(shown, within, layout.palette, alt=alt), *words)


def _within(box: Box, height: float) -> Box:
    """So much of the height of a box, a little over its middle; all of it, where it is no higher."""
    high = min(box.height, round(height))
    return box._replace(y=box.y + int((box.height - high) * OVER), height=high)


def over_texts(drawing: Drawing, items: Iterable[Item], named: Sequence[str], layout: Layout, alt: str) -> list[Item]:
    """A drawing over those of a page's texts that are for it, one close under the other, over all the width of a tall
    page; the rest as it was."""
    room, gap = layout.grid.box(1, layout.grid.columns, 25, 76), layout.grid.gutter
    stage = room._replace(height=round(min(_OVER * room.width, _OVER_PART * room.height)))
    shown = {one.placeholder: one for one in items if isinstance(one, Label) and one.placeholder in named}
    y, made = stage.bottom + gap, dict[str, Placeholder]()
    for name, one in shown.items():
        box = Box(room.x, y, room.width, room.bottom - y)
        place = structs.replace(layout.placeholders[name], anchor="top", box=box)
        size_pt = fit(one.name, one.paragraphs, place, layout.fonts).styles[0].size_pt
        needed_pt = height_pt(one.paragraphs, place, layout.fonts, size_pt) or 0
        height = min(box.height, round(needed_pt * EMU_PER_POINT * _SPARE_HEIGHT))
        made[name] = structs.replace(place, box=box._replace(height=height))
        y = made[name].box.bottom + gap
    down = int(max(0, room.bottom + gap - y) * OVER)

    def lowered(one: Item) -> Item:
        if not (isinstance(one, Label) and one.placeholder in made):
            return one
        place = made[one.placeholder]
        place = structs.replace(place, box=place.box._replace(y=place.box.y + down))
        return fit(one.name, one.paragraphs, place, layout.fonts)

    return [drawn(drawing, stage._replace(y=stage.y + down), layout.palette, alt=alt), *map(lowered, items)]


def is_tall(room: Box) -> bool:
    """Whether a room is so high that a scene over all its width leaves much of it."""
    return room.height > _TALL * room.width


def labels(drawing: Drawing, box: Box, layout: Layout, fills: bool = False, anyhow: bool = True) -> Iterator[Label]:
    """The words of a drawing that stands in a box, none of them smaller than the smallest label of the theme.

    Words that stand side by side have one size. Where they have no room in the smallest, they get what there is between
    them and down to the foot of the box, all of them alike. On a template, words that have no room even so stand beside
    it, clear of all that is drawn, or are as small as its labels are on slides of ours; and what has one size in the
    drawing has one there. Where nothing is clear they meet some of it, if that must be `anyhow`.
    """
    scale, x, y = placed(drawing, box, fills)
    x, y = x - scale * drawing.left, y - scale * drawing.top
    words = [_wanted(one, one.said, scale, (x, y), layout) for one in drawing.places if one.said]
    if layout.base and drawing.ground == "night":
        words = [_off_edge(one, box) for one in words]
    made = [_set(one, layout, _STEPS) for one in words]
    clearing = _Clearing(Marks(drawing), box, layout, scale, x, y, [one.room for one in words])
    off_edge = round(_OFF_EDGE * layout.sizes.label[-1] * EMU_PER_POINT) if layout.base else 0
    room, is_broken = box._replace(height=box.height - off_edge), False
    for stack in _stacks(words, made, layout):
        if any(made[at].surplus for row in stack for at in row):
            for at, one in _spread(stack, words, room, layout, clearing, anyhow):
                words[at], made[at] = one, _in_room(one, layout)
            is_broken |= len(stack[0]) >= IN_ROW and any(made[at].surplus for row in stack for at in row)
    # Our own drawings are made for these words; and rows stay rows, where there is another way.
    yield from made if not layout.base or (is_broken and not anyhow) else _on_template(words, made, clearing, anyhow)


def _wanted(place: Place, said: Paragraph, scale: float, corner: tuple[float, float], layout: Layout) -> "_Words":
    """Words as a drawing wants them; on a template only a figure is larger than the title over it, unless that is
    small."""
    left, top, width, height = (round(scale * one) for one in (place.left, place.top, place.width, place.height))
    room = Box(round(corner[0]) + left, round(corner[1]) + top, width, height)
    size = round(place.size * scale / EMU_PER_POINT)
    if layout.base and not any(map(str.isdigit, said.text)):
        size = min(size, round(max(layout.sizes.title[0], _LARGE_PT * layout.share)))
    return _Words(place.name, said, room, place.style, "top" if place.hangs else "middle", size, place.size)


def _off_edge(words: "_Words", panel: Box) -> "_Words":
    """Words that begin at the left edge of a panel, a little off it: what lay to the left of them may be cut off."""
    lacks = panel.x + panel.width // _INSET - words.room.x
    if lacks <= 0 or words.style.align != "left":
        return words
    room = words.room._replace(x=words.room.x + lacks, width=words.room.width - lacks)
    return structs.replace(words, room=room)


def _stacks(words: Sequence["_Words"], made: list[Label], layout: Layout) -> Iterable[list[list[int]]]:
    """Rows of words over each other, which begin at the same places; what is in a row is made in one size."""
    rows: dict[tuple[Emu, float], list[int]] = {}
    for at, one in enumerate(words):
        rows.setdefault((one.room.y, one.wanted_pt), []).append(at)
    columns: dict[tuple[Emu, ...], list[list[int]]] = {}
    for row in (one for one in rows.values() if len({words[at].style.align for at in one}) < len(one)):
        size_pt = min(made[at].styles[0].size_pt for at in row)
        for at in row:
            if made[at].styles[0].size_pt != size_pt:
                made[at] = _set(structs.replace(words[at], size_pt=size_pt), layout, (1.0,))
        columns.setdefault(tuple(words[at].room.x for at in row), []).append(row)
    return columns.values()


def _on_template(words: list["_Words"], made: list[Label], clearing: "_Clearing", anyhow: bool) -> Iterator[Label]:
    """Words on a template's page: in few lines, clear of what is drawn, and as large as others that should be so."""
    layout = clearing.layout
    made = [_in_fewer_lines(*each, layout) for each in zip(made, words, strict=True)]
    rows = [(one.room.y, one.wanted_pt) for one in words]
    sizes = _falling(layout)
    tried: list[tuple[_Clearing, range, Sequence[float]]] = [(clearing, sizes, _DOWN)]
    if anyhow:
        tried += [(clearing, sizes, _FAR_DOWN), (structs.replace(clearing, air=_LITTLE_AIR), sizes, _DOWN)]
        tried += [(clearing, range(sizes[0], one - 1, -1), _DOWN) for one in _below(sizes)]
    clear = next(filter(None, (_cleared(words, made, *one) for one in tried)), None)
    if anyhow and clear is None:
        clear = _cleared(words, made, *tried[-1], anyhow=True)
    words, made = clear or (words, made)
    for size in {round(one.wanted_pt, 1) for one in words}:
        alike = [at for at, one in enumerate(words) if round(one.wanted_pt, 1) == size]
        size_pt = min(made[at].styles[0].size_pt for at in alike)
        for at in alike:
            if made[at].styles[0].size_pt > size_pt:
                made[at] = _in_room(structs.replace(words[at], size_pt=size_pt), layout)
    lines = Counter[tuple[Emu, float]]()
    for row, one in zip(rows, made, strict=True):
        lines[row] = max(lines[row], min(_MOST_LINES, len(one.lines)))
    for row, one, each in zip(rows, made, words, strict=True):
        yield _balanced(one, each, layout, lines[row] if rows.count(row) >= IN_ROW else 1)


def _cleared(
    words: Sequence["_Words"],
    made: Sequence[Label],
    clearing: "_Clearing",
    sizes: range,
    down: Sequence[float],
    anyhow: bool = False,
) -> tuple[list["_Words"], list[Label]] | None:
    """Words with those that have no room beside their place, in some sizes; None where one is clear in none of them."""
    words, made = [*words], [*made]
    for at, one in enumerate(words):
        others = [each for other, each in enumerate(made) if other != at and not each.surplus]
        is_met = clearing.is_met(one, made[at])
        if not (made[at].surplus or is_met or _touches(made[at], others)):
            continue
        own = sizes if made[at].surplus else range(round(made[at].styles[0].size_pt), sizes[-1] - 1, -1)
        if found := clearing.beside(one, others, own, down, anyhow):
            words[at], made[at] = found, _in_room(found, clearing.layout)
        elif (made[at].surplus or is_met) and not anyhow:
            return None
    return words, made


def _touches(made: Label, others: Sequence[Label]) -> bool:
    """Whether words stand so near to others in a line that they are read as one."""
    taken = [*map(_with_air, letters_in(others))]
    return any(_with_air(one).meets(other) for one in letters_in((made,)) for other in taken)


class _Words(Struct, frozen=True):
    """Words with the room that is kept for them, and the size that they are to have in it."""

    name: str
    said: Paragraph
    room: Box
    style: Style
    anchor: Anchor
    size_pt: float
    wanted_pt: float  # in the drawing


def _set(one: _Words, layout: Layout, steps: Sequence[float]) -> Label:
    least = layout.sizes.label[-1]
    sizes = tuple(dict.fromkeys(max(least, round(step * one.size_pt)) for step in (*steps, 0.0)))
    font = "text" if layout.base else one.style.font  # a template's letters of titles are those of its titles alone
    style = structs.replace(one.style, size_pt=sizes[0], line_percent=100, font=font)
    return label(one.name, (one.said,), one.room, style, sizes, layout.fonts, one.anchor)


def _in_room(one: _Words, layout: Layout, smaller: Iterable[float] = ()) -> Label:
    """Words in the size that they are to have, whatever the theme's labels have; or in one that is smaller."""
    style = structs.replace(one.style, size_pt=one.size_pt, line_percent=100)
    return label(one.name, (one.said,), one.room, style, (one.size_pt, *smaller), layout.fonts, one.anchor)


def _in_fewer_lines(made: Label, words: _Words, layout: Layout) -> Label:
    """Words in two lines rather than three or more, where a little smaller they have room in those."""
    if made.surplus or len(made.lines) <= _MOST_LINES:
        return made
    size_pt = round(made.styles[0].size_pt)
    sizes = range(size_pt - 1, max(round(layout.sizes.label[-1]), round(_LITTLE_SMALLER * size_pt)) - 1, -1)
    tried = (_in_room(structs.replace(words, size_pt=float(one)), layout) for one in sizes)
    return next((one for one in tried if len(one.lines) < len(made.lines)), made)


def _falling(layout: Layout) -> range:
    """The sizes of words that have no room in their place, in points."""
    largest = round(layout.sizes.label[-1])
    return range(largest, min(largest, round(layout.least_pt)) - 1, -1)


def _below(sizes: range) -> range:
    """The sizes under those, of words that would else meet what is drawn or said."""
    return range(sizes[-1] - 1, _LEAST_PT - 1, -1)


class _Clearing(Struct, frozen=True):
    """Where words stand that have no room in their place: beside it, clear of what is drawn and of other words."""

    marks: Marks
    box: Box
    layout: Layout
    scale: float
    x: float  # where the drawing's units are counted from
    y: float
    rooms: Sequence[Box]  # that the drawing keeps for words
    air: float = _AIR

    def beside(
        self, one: _Words, others: Sequence[Label], sizes: range, down: Sequence[float], anyhow: bool
    ) -> _Words | None:
        """The largest and nearest to their place, on the same ground; where none is clear, None or, `anyhow`, the
        smallest that meet the least."""
        ways: list[tuple[float, ...]] = [(0.0,)]
        em = one.size_pt * EMU_PER_POINT
        if self.box.x + em < one.room.x and one.room.right < self.box.right - em:  # else they stand where titles do
            ways = [_ACROSS] if one.style.align == "centre" else [(0.0,), _ACROSS]
        taken, ground, own = [*letters_in(others)], self._ground(*_middle(one.room)), self._own(one)
        least, found = float(_TAKEN), None
        for across in ways:
            for size_pt in sizes:
                marked, cost, moved = self._nearest(one, float(size_pt), (across, down), taken, ground, own)
                if not marked:
                    return moved
                least, found = (cost, moved) if cost <= least else (least, found)
        return found if anyhow and least < _TAKEN else None

    def _nearest(
        self,
        one: _Words,
        size_pt: float,
        way: tuple[Sequence[float], ...],
        taken: Sequence[Box],
        ground: int,
        own: Sequence[Box],
    ) -> tuple[int, float, _Words]:
        """Words in a size where they meet little near to their place: what they meet, and that with how far it is."""
        best, em = (_TAKEN, inf, one), size_pt * EMU_PER_POINT
        ways = sorted(product(*way), key=_far)
        for each in self._tried(one, size_pt):
            letters, lines = [*letters_in((_in_room(each, self.layout),))], _lines(each, 1)
            for x, y in ways:
                if (far := _far((x, y)) + lines) >= best[1]:
                    break  # whatever those meet that are farther
                moved = structs.replace(each, room=_moved(each.room, x * em, y * em))
                if self._is_at_home(moved, one):
                    shown = [_moved(at, x * em, y * em) for at in letters]
                    marked = self._marked(shown, one.room, taken, ground, own, (best[1] - far) / _MET)
                    best = min(best, (marked, _MET * marked + far, moved), key=lambda way: way[1])
        return best

    def _is_at_home(self, moved: _Words, one: _Words) -> bool:
        """Whether words are still nearer to their own place than to that of others: they would name another thing."""
        x, y = _middle(moved.room)
        away = hypot(x - _middle(one.room)[0], y - _middle(one.room)[1])
        return all(away <= hypot(x - left, y - top) for left, top in map(_middle, self.rooms))

    def _tried(self, one: _Words, size_pt: float) -> Iterator[_Words]:
        """Words in one line, two or three, in the middle of their room, or at the side at which they begin."""
        style = structs.replace(one.style, size_pt=size_pt, line_percent=100)
        room, share = one.room, {"left": 0.0, "centre": 0.5, "right": 1.0}[style.align]
        least, most = widths_of((one.said,), style, self.layout.fonts)
        for lines in range(1, min(_MOST_BROKEN, 1 + (one.said.text.count(" ") + 1) // 2) + 1):
            width = round(max(least * WIDER, most * (_SPARE if lines == 1 else 1.15 / lines)))
            if high := height_of((one.said,), width, style, (size_pt,), self.layout.fonts):
                x, y = (
                    room.x + (room.width - width) * share,
                    room.y + (room.height - high) * (one.anchor == "middle") / 2,
                )
                yield structs.replace(one, room=Box(round(x), round(y), width, high), anchor="top", size_pt=size_pt)

    def _marked(
        self, letters: Sequence[Box], room: Box, taken: Sequence[Box], ground: int, own: Sequence[Box], most: float
    ) -> int:
        """How much of what is drawn letters meet that they do not in the drawing, counted no further than `most`; more
        than all, where they meet others."""
        count = 0
        for one in letters:
            wide, off_edge = _with_air(one, self.air), _with_air(one, _OFF_EDGE)
            off_foot = off_edge._replace(height=round(_OVER_FOOT * one.height))
            if not (self.box.holds(off_edge) and self.box.holds(off_foot)) or any(map(wide.meets, taken)):
                return _TAKEN
            if count <= most and (count := count + self._new(wide, own)) <= most and not room.holds(one):
                x, y = _middle(one)
                count += _OFF_GROUND * sum(self._ground(at, y) != ground for at in (one.x, x, one.right))
        return count

    def is_met(self, one: _Words, made: Label) -> bool:
        """Whether words that are larger than in the drawing meet what is drawn there."""
        own = self._own(one)
        return any(self._new(_with_air(letters, self.air), own) for letters in letters_in((made,)))

    def _own(self, one: _Words) -> list[Box]:
        """Where words stand as large as they are in the drawing, or as their room there holds them: what lies there is
        meant to lie under them."""
        size_pt = max(1, round(one.wanted_pt * self.scale / EMU_PER_POINT))
        smaller = range(size_pt - 1, round(_LITTLE_SMALLER * size_pt) - 1, -1)
        return [*letters_in((_in_room(structs.replace(one, size_pt=float(size_pt)), self.layout, smaller),))]

    def _new(self, box: Box, own: Sequence[Box]) -> int:
        """How much of what is drawn lies in a box, but for what lies where words are meant to stand."""
        return (met := self._edges(box)) and met - sum(self._edges(_shared(box, one)) for one in own if one.meets(box))

    def met(self, words: Iterable[_Words]) -> int:
        """How much of what is drawn words meet where they are set."""
        return sum(self._edges(_with_air(one)) for one in letters_in(_in_room(each, self.layout) for each in words))

    def _edges(self, box: Box) -> int:
        left, right = ((at - self.x) / self.scale for at in (box.x, box.right))
        return self.marks.within(left, (box.y - self.y) / self.scale, right, (box.bottom - self.y) / self.scale)

    def _ground(self, x: float, y: float) -> int:
        return self.marks.ground((x - self.x) / self.scale, (y - self.y) / self.scale)


def _far(way: tuple[float, ...]) -> float:
    return abs(way[0]) + 2 * abs(way[1])


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _with_air(letters: Box, share: float = _AIR) -> Box:
    air = round(share * letters.height)
    return letters._replace(x=letters.x - air, width=letters.width + 2 * air)


def _shared(box: Box, other: Box) -> Box:
    x, y = max(box.x, other.x), max(box.y, other.y)
    return Box(x, y, min(box.right, other.right) - x, min(box.bottom, other.bottom) - y)


def _moved(box: Box, across: float, down: float) -> Box:
    return box._replace(x=box.x + round(across), y=box.y + round(down))


def _balanced(made: Label, words: _Words, layout: Layout, least: int) -> Label:
    """Words in as many lines, as short as they can be: so what they stand beside is not run into, whoever shows it. In
    a row some of whose words need two lines, all have these `least`, if they can be broken."""
    room, count = words.room, max(least, len(made.lines))
    for percent in range(95, 25, -5) if count > 1 and not made.surplus else ():
        width = room.width * percent // 100
        left = room.x + round((room.width - width) * {"left": 0, "centre": 0.5, "right": 1}[words.style.align])
        narrower = structs.replace(words, room=room._replace(x=left, width=width), size_pt=made.styles[0].size_pt)
        other = _in_room(narrower, layout)
        if other.surplus or len(other.lines) > count or other.styles != made.styles:
            break
        made = other
    return made


def _spread(
    stack: Sequence[Sequence[int]],
    words: Sequence[_Words],
    box: Box,
    layout: Layout,
    clearing: _Clearing,
    anyhow: bool,
) -> Iterator[tuple[int, _Words]]:
    """Rows over each other in the smallest size, in columns as wide as the next leaves them, which stand further apart
    where it must be; nothing where that is not enough. On a template, in the size in which they need the fewest lines
    and meet the least."""
    least = layout.sizes.label[-1]

    def spread(sizes: Iterable[float]) -> list[tuple[tuple[int, _Words], ...]]:
        tried = (tuple(_spread_in(float(size), stack, words, box, layout)) for size in sizes)
        return [one for one in tried if one]

    if not layout.base:
        yield from next(iter(spread((least,))), ())
        return
    falling = _falling(layout)
    tried = spread(falling) or spread(_below(falling) if anyhow else ())
    large = [one for one in tried if one[0][1].size_pt >= _LARGE * least] or tried[:1]
    yield from min(
        large,
        key=lambda one: (max(_lines(each) for _, each in one), clearing.met(each for _, each in one)),
        default=(),
    )


def _lines(one: _Words, least: int = _MOST_LINES) -> int:
    """In how many lines words are set that have no more room than they need; so many are as good as one."""
    return max(least, round(one.room.height / (_LINE_EM * one.size_pt * EMU_PER_POINT)))


def _spread_in(
    least: float, stack: Sequence[Sequence[int]], words: Sequence[_Words], box: Box, layout: Layout
) -> Iterator[tuple[int, _Words]]:
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
            # What they stand on ends before the next begin, and they keep off its edge.
            ends = [*(one.x for one in first[1:]), box.right]
            lefts, widths = [one.x for one in first], [end - line - one.x for one, end in zip(first, ends, strict=True)]
        highs = [
            max(
                height_of((words[at].said,), width, small[at], (least,), layout.fonts) or 2 * box.height
                for at, width in each
            )
            for each in (zip(row, widths, strict=True) for row in stack)
        ]  # twice the box is what has no room in its width
        tops = [*accumulate(highs, initial=min(first[0].y, box.bottom - sum(highs)))]
        climbs = 0 if is_centred or layout.base else line  # what is centred hangs under something
        if tops[0] < first[0].y - climbs or lefts[0] < box.x or lefts[-1] + widths[-1] > box.right:
            continue
        for row, top, high in zip(stack, tops, highs, strict=False):
            for at, left, width in zip(row, lefts, widths, strict=True):
                yield at, structs.replace(words[at], room=Box(left, top, width, high), anchor="top", size_pt=least)
        return
