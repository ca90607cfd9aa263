"""Whether texts have room on a page, and how they get more on a template: in smaller letters, in other boxes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from math import ceil, inf

from msgspec import structs

from talkbuilder.layout.draft_mark import letters_in, of_template
from talkbuilder.layout.fit import balanced, fit, height_pt, settled, widths_of
from talkbuilder.layout.items import Anchor, Chart, Group, Image, Item, Link, Table, Text, inside, rebuilt
from talkbuilder.layout.legible import LARGE_PT, legible, on_fewest_grounds
from talkbuilder.layout.moving import moved
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import FURNITURE, LEAST_PT, SLIDE_NUMBER, SOURCE, Head, Layout, Placeholder, Role, Scale
from talkbuilder.talk.talk import Paragraph, Slide
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_SOURCE_PT = 14.0
_Key = tuple[str, Role, Emu]  # which texts are alike: of one place, that begins at one height
TINY_PT = (15.0, 12.0, 10.0)  # which few can read, but a deck is there
_MORE = 1.02  # than a text needs, so that it has room whoever shows it
_HAIR_PT = 0.01  # so that a size that is just large enough counts
_HAIR: Emu = 2 * EMU_PER_POINT  # over and under letters, that is theirs only where they have accents
_MOST_LINES = 2  # of a title that stands out of its place
_LINE = 1.9  # how much higher the place of a line is than its letters, in whatever family
_WORD_APART = 0.5  # of its size: how far a label stands from others beside it
_QUOTED = 1.25  # of a title's size, that somebody's own words under it have at most
_UNDER = 0.85  # of a title's size, that a lead under it has at most
# Of a title's size: how large a line over it is at most, and how far over its letters, at least and at most.
_KICKER, _KICKER_GAP, _KICKER_FAR = 0.5, 0.2, 0.6
_ALONE = ("section", "statement", "cover")  # which may be nothing but large words on a template
_EVEN = ("Title", "Lead", "Text", "Caption")
_NEARLY_ALL, _HALF = 0.85, 0.5  # of the texts in one place: what is longer is set smaller alone, or in two lines
_CALM = 0.85  # of a size: so much smaller, that all texts have room
_ON_A_LINE, _EVEN_TITLES = 0.7, 0.8  # so much smaller, that nearly all titles are on a line, and that all are
_TITLE_EM, _LEAST_TITLE = 28 / 540, 0.75  # of the height of a slide: a large title; of that: one that is large enough
# What alone may be larger than the title over it.
_FIGURES = ("number", "count", "value", "contact", "closing_contact", "poster", "statement")
_DOWN: Mapping[Anchor, float] = {"top": 0.0, "middle": 0.5, "bottom": 1.0}  # where in their place letters are held
_STAGE_ROWS, _STAGE_PT = 1.5, 9.0  # between what is drawn and a source; at least, on a page of our size
_HEAD_ROWS = 24  # in which a title stands that others stand under
_LOWEST = 0.8  # of its height, that a page keeps over a long source
_HEADS, _FEET = ("Title", "Lead", "Kicker"), (SOURCE, SLIDE_NUMBER, *FURNITURE)
_OVER_MIDDLE = 0.45  # of what is free beside what is shown: so much of it is over that
_THIN, _SEEN = 0.2, 0.02  # of the height between title and foot: so much is free beside little; a step that is seen
_EDGE: Emu = 6 * EMU_PER_POINT  # of the slide, that stays free; and between a title and what stands under it


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """All texts, those inside other items included."""
    return (item for item in inside(items) if isinstance(item, Text))


def lacks_room(pages: Iterable[Page]) -> bool:
    return any(text.surplus for page in pages for text in texts_of(page.items))


def roomier(layout: Layout, least_pt: float = LEAST_PT) -> Layout:
    """A layout whose texts may be as small as can be read from the last row; sources smaller, and all larger on a page
    that is larger than ours."""
    least_pt, source_pt = (float(round(max(1.0, layout.share) * one)) for one in (least_pt, min(least_pt, _SOURCE_PT)))
    places = {
        name: structs.replace(one, sizes_pt=_down_to(one.sizes_pt, source_pt if name == SOURCE else least_pt))
        for name, one in layout.placeholders.items()
        if name != SLIDE_NUMBER
    }
    scales = {name: getattr(layout.sizes, name) for name in layout.sizes.__struct_fields__ if name != "small"}
    made = {name: _down_to(one, least_pt) for name, one in scales.items() if isinstance(one, tuple)}
    sizes = structs.replace(layout.sizes, **made)
    return structs.replace(layout, placeholders={**layout.placeholders, **places}, sizes=sizes)


def _down_to(scale: Scale, least_pt: float) -> Scale:
    """A scale with steps of an eighth below its last, down to the least."""
    made = list(scale)
    while made[-1] > least_pt:
        made.append(max(least_pt, float(int(made[-1] * 7 / 8))))
    return tuple(made)


def widened(page: Page, size: tuple[Emu, Emu]) -> Page:
    """A page on which texts without room have larger boxes, as far as nothing that is read or is a logo lies there."""
    logos = tuple(of_template(page.layout, size))
    for text in [one for one in texts_of(page.items) if one.surplus and _in_box(one, one.box, page).surplus]:
        others = [one for one in inside(page.items) if one is not text and isinstance(one, Text | Chart | Table)]
        crowded = [one for one in others if isinstance(one, Text) and one.surplus]
        air = round(_WORD_APART * _size(text) * EMU_PER_POINT)  # or two labels read as one
        said = letters_in(one for one in others if one not in crowded)
        taken = [one._replace(x=one.x - air, width=one.width + 2 * air) for one in said]
        taken += [one.box for one in crowded]
        taken += [one for one in logos if not one.meets(text.box)]
        larger = [*_larger(text, page)]
        if not text.placeholder:  # a label keeps to its line if it can, and to its place
            step = round(_size(text) * EMU_PER_POINT / 4)
            larger = [one._replace(y=one.y + at * step) for one in larger for at in (0, 1, -1, 2, -2)]
            larger.sort(key=lambda one: one.width * one.height)
        tried = (_in_box(text, box, page) for box in larger)
        free = (one for one in tried if not one.surplus and _is_free(one, taken, size))
        # Words that lie half on one ground and half on another are hard to read on both.
        if made := next(free, None) if text.placeholder else on_fewest_grounds(free, page):
            page = structs.replace(page, items=tuple(_exchanged(item, text, made) for item in page.items))
    return page


def nameless(page: Page) -> Page:
    """A page without the names on a map that have no room there; a text of its own is left as it is."""

    def change(item: Item) -> Item:
        if not isinstance(item, Group):
            return item
        return structs.replace(
            item, items=tuple(one for one in item.items if not (isinstance(one, Text) and one.surplus))
        )

    if page.kind != "map":
        return page
    return structs.replace(page, items=tuple(rebuilt(item, change) for item in page.items))


def led(page: Page, size: tuple[Emu, Emu]) -> Page:
    """A page on which a line that leads to its title stands over that, and neither touches it nor is as large:
    templates have a place for it beneath. On a form that they draw for it there it stays."""
    texts = {one.placeholder or one.name.capitalize(): one for one in page.items if isinstance(one, Text)}
    title, kicker = texts.get("Title"), texts.get("Kicker")
    if title is None or kicker is None or len(kicker.paragraphs) > 1 or _is_titled(page):
        return page
    under = (*letters_in((kicker,)), *letters_in((title,)))
    if any([one.box.holds(box) for box in under] == [True, False] for one in page.layout.drawn):
        return page
    _, top, _, bottom = page.layout.placeholders["Kicker"].insets
    least_pt = min(LARGE_PT, page.layout.placeholders["Kicker"].sizes_pt[-1])  # where its ink needs that
    size_pt = min(_size(kicker), max(least_pt, int(_KICKER * _size(title))))
    made = structs.replace(kicker, styles=tuple(structs.replace(one, size_pt=size_pt) for one in kicker.styles))
    high = top + bottom + round(_LINE * size_pt * EMU_PER_POINT)
    head, gap = min(one.y for one in letters_in((title,))), round(_KICKER_GAP * _size(title) * EMU_PER_POINT)
    made = _in_box(made, kicker.box, page)
    over, own = (page.layout.placeholders[one].inner for one in ("Title", "Kicker"))
    even = made.box._replace(x=made.box.x + over.x - own.x, width=made.box.width + over.width - own.width)
    is_beside = abs(over.x - own.x) + abs(over.right - own.right) > over.width
    on_edge = made if is_beside else _in_box(made, even, page)
    made = on_edge if not on_edge.surplus and _is_clear(on_edge, kicker, page, size) else made
    apart = head - max(one.bottom for one in letters_in((made,)))
    most = _KICKER_FAR * _size(title) * EMU_PER_POINT if page.kind in _ALONE else inf
    if not gap <= apart <= most:
        # Over its letters, or what they stand on.
        for low in (head - gap, *([title.box.y] if head - title.box.y <= most else [])):
            ends = structs.replace(made, anchor="bottom", box=made.box._replace(y=low - high, height=high + bottom))
            moved = _in_box(ends, ends.box, page)
            is_high = min(one.y for one in letters_in((moved,))) < 2 * _EDGE
            is_own = most < inf and all(map(page.layout.placeholders["Title"].box.holds, letters_in((moved,))))
            if not (moved.surplus or is_high) and (is_own or _is_clear(moved, kicker, page, size)):
                made = _in_ink_of(title, moved, page)
                break
        else:  # close under it, where it is not over it
            y = max(one.bottom for one in letters_in((title,))) + gap
            lower = _in_box(structs.replace(made, anchor="top"), made.box._replace(y=y, height=high), page)
            made = lower if apart < 0 and not lower.surplus and _is_clear(lower, kicker, page, size) else made
    if made.surplus:
        return page
    return legible(structs.replace(page, items=tuple(made if one is kicker else one for one in page.items)))


def _in_ink_of(title: Text, moved: Text, page: Page) -> Text:
    """A line that was moved over its title: on a picture, or on that one's ground, in its ink, which is read there."""
    drawn = [one for one in page.layout.drawn if one.box.meets(moved.box)]
    if not any(isinstance(one, Image) or one.name == "Title" for one in drawn):
        return moved
    inked = tuple(structs.replace(one, ink=title.styles[0].ink) for one in moved.styles)
    return _in_box(structs.replace(moved, styles=inked), moved.box, page)


def _is_titled(page: Page) -> bool:
    """Whether a line that leads to a title stands in the place of titles, in their letters."""
    return bool(page.layout.base) and _font(page, "Kicker") == _font(page, "Title")


def calmed(page: Page) -> Page:
    """A page none of whose places, but that for sources, has a text with a last line that looks left over; that which
    opens the talk has even lines."""
    items, calm = [], balanced if page.kind == "cover" else settled
    for item in page.items:
        if isinstance(item, Text) and item.placeholder not in ("", SOURCE) and not item.surplus:
            paragraphs = calm(item, _place(item, item.box, page), page.layout.fonts)
            made = _in_box(structs.replace(item, paragraphs=paragraphs), item.box, page)
            item = item if paragraphs == item.paragraphs or made.surplus else made
        items.append(item)
    return structs.replace(page, items=tuple(items))


def evened(
    slides: list[tuple[Page, ...]], size: tuple[Emu, Emu], heads: Mapping[Emu, Head] = {}
) -> list[tuple[Page, ...]]:
    """Slides of a size on which texts that stand in one place have one of letters: the largest at which nearly all have
    room, and none larger than that of its title. Titles have that which the `heads` foretold, by which all else was
    set under them."""
    found = [one for pages in slides for page in pages for one in _placed(page)]
    sizes_pt: dict[_Key, float] = {}
    for key in dict.fromkeys(key for key, *_ in found):
        same = [(text, place, page) for one, text, place, page in found if one == key]
        scale = tuple(sorted({size for _, place, _ in same for size in place.sizes_pt}, reverse=True))
        is_told = key[:2] == ("Title", "title") and key[2] in heads
        sizes_pt[key] = heads[key[2]].size_pt if is_told else _size_for(same, scale, size)

    def set_in(page: Page) -> Page:
        most = inf
        for key, text, place, _ in sorted(_placed(page), key=lambda one: _EVEN.index(one[0][0])):
            first = min(max(LEAST_PT, int(_UNDER * most)) if key[0] == "Lead" and most < inf else most, sizes_pt[key])
            scale = (first, *_between(first, place.sizes_pt[-1]), place.sizes_pt[-1])
            if made := next(filter(None, (_set(text, place, page, one, size) for one in scale)), None):
                page = structs.replace(page, items=tuple(made if one is text else one for one in page.items))
                most = _size(made) if text.placeholder == "Title" else most
        return page

    return [tuple(map(set_in, pages)) for pages in slides]


def _size_for(texts: list[tuple[Text, Placeholder, Page]], scale: Scale, size: tuple[Emu, Emu]) -> float:
    """The largest size at which nearly all texts have room: titles in their place, or half of them on a line. One that
    is smaller but large, if nearly all titles are on a line in that; and one a little smaller, if all are, or else if
    all keep to their place, or have room: what one of them alone needs is seen as a fault."""
    is_titled = any(one.placeholder == "Title" for one, *_ in texts)

    @cache
    def shares(size_pt: float) -> tuple[float, float, float]:
        """How many have room, keep to their place and are on a line."""
        sets = [(place, _set(text, place, page, size_pt, size)) for text, place, page in texts]
        made = [(one, one.box == place.box) for place, one in sets if one]
        kept, on_a_line = sum(is_kept for _, is_kept in made), sum(len(one.lines) == 1 for one, _ in made)
        return len(made) / len(texts), kept / len(texts), on_a_line / len(texts)

    def serves(size_pt: float) -> bool:
        have_room, kept, on_a_line = shares(size_pt)
        return have_room >= _NEARLY_ALL and (not is_titled or kept >= _NEARLY_ALL or on_a_line >= _HALF)

    def down_to(least_pt: float) -> Scale:
        return found, *_between(found, max(least_pt, LEAST_PT) - _HAIR_PT)

    at = next((at for at, one in enumerate(scale) if serves(one)), len(scale) - 1)
    larger = _between(scale[at - 1], scale[at]) if at else ()
    found = next(filter(serves, larger), scale[at])
    offered = down_to(_CALM * found)
    if is_titled:
        large_pt = _TITLE_EM * min(size[1], size[0] * 3 // 4) / EMU_PER_POINT
        least_pt = _ON_A_LINE * scale[0]  # of the house's
        on_a_line = down_to(max(least_pt, min(_CALM * found, large_pt)))
        found = next((one for one in on_a_line if shares(one)[2] >= _NEARLY_ALL), found)
        offered = down_to(max(_EVEN_TITLES * found, _LEAST_TITLE * large_pt, least_pt))
    asked = (2, 1, 0) if is_titled else (1, 0)
    return next((one for which in asked for one in offered if shares(one)[which] == 1), found)


def _between(larger: float, smaller: float) -> Scale:
    """The whole sizes between two, falling."""
    return tuple(float(one) for one in range(ceil(larger) - 1, int(smaller), -1))


def _set(text: Text, place: Placeholder, page: Page, size_pt: float, size: tuple[Emu, Emu]) -> Text | None:
    """A text in a size; a title for which its place is too low stands out of that, where nothing else is: if it has one
    line, on that of all others."""
    made = fit(text.name, text.paragraphs, structs.replace(place, sizes_pt=(size_pt,)), page.layout.fonts)
    if made.surplus:
        # A picture may have a rule or a logo beside it: under it nothing is drawn, if what stands there may rise.
        is_pictured = any(isinstance(one, Image) and one.box.holds(place.box) for one in page.layout.drawn)
        is_free = not is_pictured or 0 < page.layout.grid.rise[0] <= place.box.bottom
        may_grow = text.placeholder == "Title" and not place.fill and is_free and len(made.lines) <= _MOST_LINES
        highest = place.box.y // (1 if is_pictured else 2)
        boxes = (one for one in _larger(made, page) if one.width == place.box.width and one.y >= highest)
        grown = (_in_box(made, one, page) for one in boxes if may_grow)
        told = (one for one in grown if len(one.lines) > 1 or abs(_held(one) - _held(made)) < _HAIR)
        free = (one for one in told if not one.surplus and _is_clear(one, text, page, size))
        if (found := next(free, None)) is None:
            return None
        made = found
    return structs.replace(made, span=text.span)


def _held(text: Text) -> Emu:
    """The height at which the letters of a text are held: its top, its middle or its foot."""
    return text.box.y + round(_DOWN[text.anchor] * text.box.height)


def _is_clear(made: Text, text: Text, page: Page, size: tuple[Emu, Emu]) -> bool:
    """Whether the letters of a text keep out of all else on its page, and of the edges of what a template draws."""
    others = [one for one in page.items if one is not text]
    figures = (one.box for one in inside(others) if not isinstance(one, Link | Text))
    letters = [*letters_in((made,))]
    edged = (one.box for one in page.layout.drawn if not all(map(one.box.holds, letters)))
    taken = (*letters_in(others), *figures, *edged, *page.layout.unread)
    return _is_free(made, (one._replace(y=one.y - _EDGE, height=one.height + 2 * _EDGE) for one in taken), size)


def _placed(page: Page) -> Iterator[tuple[_Key, Text, Placeholder, Page]]:
    """The texts of a page whose size is to be that of others, by which place of which height they stand in."""
    for text in page.items:
        if not (isinstance(text, Text) and text.placeholder in (*_EVEN, "Kicker") and len(text.lines)):
            continue
        place = page.layout.placeholders[text.placeholder]
        if text.styles[0].before_pt != place.styles[0].before_pt:
            continue  # points that are spread, with lines between them
        name, role = text.placeholder, place.role
        if name == "Kicker" and _is_titled(page):
            name, role = "Title", "title"
        y = place.box.y
        if text.placeholder == "Title" and _is_alone(page):  # no title of others, also where it begins at their height
            role, y = "cover title", -1 - _ALONE.index(page.kind)
        if name == "Title" and not text.box.meets(place.box):  # which is all that its slide says
            continue
        if name in _EVEN and (place.box.x, place.box.width) == (text.box.x, text.box.width):
            yield (name, role, y), text, structs.replace(place, box=text.box), page


def _is_alone(page: Page) -> bool:
    """Whether the title of a page is all that it says, or the name of its talk."""
    return page.kind == "cover" or (page.kind in _ALONE and bool(page.layout.free))


def _font(page: Page, name: str) -> str:
    return page.layout.placeholders[name].styles[0].font


def _exchanged(item: Item, text: Text, other: Text) -> Item:
    """An item in which another text stands for one."""
    return rebuilt(item, lambda one: other if one is text else one)


def _larger(text: Text, page: Page) -> Iterator[Box]:
    """The boxes in which a text would have room: in more or wider lines, away from where it is held, or to any side."""
    box, align = text.box, text.styles[0].align
    on_line = widths_of(text.paragraphs, text.styles[0], page.layout.fonts)[1] * _MORE / box.width
    shares = (1.0, (1 + text.too_wide) * _MORE, *(() if text.placeholder else (max(1.0, on_line),)), 1.25, 1.5, 2.0)
    for share in dict.fromkeys(shares):
        width = round(box.width * share)
        if share < (1 + text.too_wide):
            continue
        place = _place(text, box._replace(width=width), page)
        high = height_pt(text.paragraphs, place, page.layout.fonts, _size(text))
        if high is None:
            continue
        _, top, _, bottom = place.insets
        more = max(0, round(high * EMU_PER_POINT * _MORE) + top + bottom - box.height)
        left = box.width - width
        right = {"left": 0.0, "centre": 0.5, "right": 1.0}
        first = _DOWN[text.anchor] if text.placeholder else 0.0  # a label hangs under what it belongs to
        ways = product(dict.fromkeys((right[align], 0.5, 0.0, 1.0)), dict.fromkeys((first, 0.0, 0.5, 1.0)))
        for across, up in ways:
            yield Box(box.x + round(left * across), box.y - round(more * up), width, box.height + more)


def _is_free(text: Text, taken: Iterable[Box], size: tuple[Emu, Emu]) -> bool:
    """Whether the letters of a text stay on the slide, and meet none of some boxes."""
    letters = [one._replace(y=one.y + _HAIR, height=one.height - 2 * _HAIR) for one in letters_in((text,))]
    slide = Box(_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE)
    return all(map(slide.holds, letters)) and not any(one.meets(other) for other in taken for one in letters)


def _in_box(text: Text, box: Box, page: Page) -> Text:
    made = fit(text.name, text.paragraphs, _place(text, box, page), page.layout.fonts)
    return structs.replace(made, span=text.span)


def _place(text: Text, box: Box, page: Page) -> Placeholder:
    place = page.layout.placeholders.get(text.placeholder) or Placeholder("", "body", 0, box, (), ())
    return structs.replace(place, box=box, styles=text.styles, sizes_pt=(_size(text),), anchor=text.anchor)


def _size(text: Text) -> float:
    return text.styles[0].size_pt


def in_middle(page: Page) -> Page:
    """A page on a template on which what little is shown stands between the title and the foot, a little over the
    middle: a place of ours is made for more."""
    names = (*_HEADS, *_FEET)
    apart = [
        one
        for one in page.items
        if getattr(one, "placeholder", "") in names or one.name in ("recipient", "slide number")
    ]
    shown = [one for one in page.items if one not in apart]
    if not page.layout.base or not shown or any(getattr(one, "placeholder", "") for one in shown):
        return page
    grid, corner = page.layout.grid, page.layout.corner
    begin, end = (corner[1] + round(row * grid.row) for row in grid.free)
    said = [(one.placeholder in _HEADS, box) for one in apart if isinstance(one, Text) for box in letters_in((one,))]
    begin = max([grid.rise[0] or begin, *(box.bottom for is_head, box in said if is_head)])
    end = min([end, *(box.y for is_head, box in said if not is_head)])
    drawn = [one.box for one in inside(shown) if not isinstance(one, Group | Link | Text)]
    boxes = [*drawn, *letters_in(shown)]
    top, foot = min(one.y for one in boxes), max(one.bottom for one in boxes)
    spare = end - begin - (foot - top)
    down = begin + round(_OVER_MIDDLE * spare) - top
    if spare < _THIN * (end - begin) or abs(down) < _SEEN * (end - begin):
        return page
    return legible(
        structs.replace(page, items=tuple(one if one in apart else moved((one,), (0, down))[0] for one in page.items))
    )


def heads_of(titled: Iterable[Page], size: tuple[Emu, Emu]) -> dict[Emu, Head]:
    """The titles of a deck, of pages that hold nothing else, by where their places begin."""
    heads: dict[Emu, Head] = {}
    own = (one for one in titled if one.layout.placeholders["Title"].role == "title")
    for (page,) in evened([(page,) for page in own if not _is_alone(page)], size):
        for text in texts_of(page.items):
            y = page.layout.placeholders["Title"].box.y
            lines, ends = len(text.lines), max(one.bottom for one in letters_in((text,)))
            known = heads.get(y, Head(0, ()))
            lowest = dict(known.ends)
            lowest[lines] = max(ends, lowest.get(lines, 0))
            heads[y] = Head(max(_size(text), known.size_pt), tuple(sorted(lowest.items())))
    return heads


def headed(layout: Layout, head: Head | None) -> Layout:
    """A layout of ours on a template on which nothing but a figure and a quotation is larger than the title over it."""
    if head is None or not layout.base:
        return layout
    most, sizes = head.size_pt, layout.sizes
    scales = {name: getattr(sizes, name) for name in sizes.__struct_fields__ if name not in _FIGURES}
    made = {name: _up_to(one, most) if isinstance(one, tuple) else min(one, most) for name, one in scales.items()}
    places = {
        name: one
        if name == "Title" or name.casefold() in _FIGURES
        else structs.replace(one, sizes_pt=_up_to(one.sizes_pt, int(_QUOTED * most) if name == "Quote" else most))
        for name, one in layout.placeholders.items()
    }
    return structs.replace(layout, placeholders=places, sizes=structs.replace(sizes, **made))


def _up_to(scale: Scale, most_pt: float) -> Scale:
    return tuple(min(one, most_pt) for one in scale)


def footed(layout: Layout, slide: Slide, head: Head | None = None) -> Layout:
    """A layout of ours on a template that reaches up to the title of a slide and down to its source: its places are
    made for the longest.

    Where a slide has no source, it reaches down to the number, or as far as nothing is drawn.
    """
    grid, number = layout.grid, layout.placeholders.get(SLIDE_NUMBER)
    at_foot = SOURCE if SOURCE in layout.placeholders else "Recipient"
    place = layout.placeholders.get(at_foot)
    (x, y), row, (begin, low) = layout.corner, layout.grid.row, layout.grid.free
    top, first, ends = (y + round(one * row) for one in (begin, grid.foot[0], low))
    title = layout.placeholders["Title"].box
    if not begin or not all(one.box.holds(title) for one in layout.items):  # on a panel of its own
        return layout
    has_page = title.bottom <= max(top, y + _HEAD_ROWS * row)  # under its title
    top = max(top, title.bottom)
    across = grid.box(1, grid.columns, 0, 90)
    if number and number.box.meets(across._replace(x=across.x + x, y=top)):
        ends = min(ends, number.box.y - _EDGE)
    told = (
        (Paragraph(slide.source, slide.span),)
        if slide.source
        else slide.texts("recipient" if slide.kind == "ask" else "")
    )
    size_pt = layout.sizes.small[0] if slide.source else layout.sizes.label[-1]
    places, foot = dict(layout.placeholders), (grid.foot[0], grid.foot[0] - _STAGE_ROWS)
    if place and told:
        set_in = structs.replace(place, styles=tuple(structs.replace(one, size_pt=size_pt) for one in place.styles))
        high = _high(told, set_in, layout, size_pt)
        over, under = grid.rule
        bottom = over if place.box.bottom - high < under < place.box.bottom else place.box.bottom
        places[at_foot] = structs.replace(place, box=place.box._replace(y=bottom - high, height=high))
        more = max(0, round(_STAGE_PT * layout.share * EMU_PER_POINT) - round(_STAGE_ROWS * row))
        ends, foot = min(ends, places[at_foot].box.y - more), grid.foot
    else:
        ends += round(_STAGE_ROWS * row)
    if not has_page:
        return structs.replace(layout, placeholders=places)
    highest, gap = grid.rise
    begins = max(highest, _ends(slide, layout, head) + gap) if head and highest else top
    share = (ends - begins) / (first - top)
    if share <= _LOWEST:
        return layout

    def down(y: Emu) -> Emu:
        return begins + round((y - top) * share)

    for name in places.keys() - {at_foot, SLIDE_NUMBER, *FURNITURE}:
        box = places[name].box
        if box.y >= top - EMU_PER_POINT:  # a lead may begin a hair over where the place of its title ends
            box = box._replace(y=down(box.y), height=down(box.bottom) - down(box.y))
            places[name] = structs.replace(places[name], box=box)
    grid = structs.replace(grid, row=int(row * share), height=round(grid.height * share), foot=foot)
    return structs.replace(layout, placeholders=places, grid=grid, corner=(x, down(y)))


def _ends(slide: Slide, layout: Layout, head: Head) -> Emu:
    """Where the letters of titles with as many lines as that of a slide end."""
    place = structs.replace(layout.placeholders["Title"], sizes_pt=(head.size_pt,))
    lines = len(fit("title", (slide.title,), place, layout.fonts).lines)
    return dict(head.ends).get(lines, head.ends[-1][1])


def _high(paragraphs: tuple[Paragraph, ...], place: Placeholder, layout: Layout, size_pt: float) -> Emu:
    """How high a place must be for a text in a size."""
    _, top, _, bottom = place.insets
    needed_pt = height_pt(paragraphs, place, layout.fonts, size_pt) or place.box.height / EMU_PER_POINT
    return min(2 * place.box.height, round(needed_pt * EMU_PER_POINT * _MORE) + top + bottom)
