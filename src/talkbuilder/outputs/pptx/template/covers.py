"""A cover of a template's, as whoever drew it would set a talk on it: title, subtitle and speaker as one block.

Layouts are drawn for titles of any length and for subtitles of several lines. Set in them as they are, a short title
stands far from its subtitle, at another edge, and the subtitle is too small to be read beside it.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from msgspec import structs

from talkbuilder.layout.fit import USABLE_HEIGHT
from talkbuilder.layout.inks import ENOUGH_LARGE, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.legible import LARGE_PT
from talkbuilder.layout.theme import LEAST_PT, Layout, Placeholder
from talkbuilder.outputs.pptx.template.colours import average
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.outputs.pptx.template.legibility import contrast_on, inked_at, readable, share_of
from talkbuilder.outputs.pptx.template.styles import FOOT
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_LINE_EM = 1.36  # of families whose lines are high
_SHARE, _SPEAKER_SHARE = 0.5, 0.42  # of the size of the title: the least of the subtitle, and of who speaks alone
_DRAWN_SHARE = 0.6  # that of the subtitle on pages of ours
_MOST_SHARE = 0.8  # the most of the subtitle
_GAP_EM = 0.4  # of their size, between the two where they are paragraphs of one text
_AIR: Emu = 8 * EMU_PER_POINT
_NEAR = 0.03  # of the page, between a title and what is said under it
_FAR = 0.12  # of the page, by which a title is not moved up, so that it has its lines under it
_LOWEST = 0.93  # of the page, down to which a subtitle may reach
_SAME_GROUND = 1.3  # contrast
_MOST_CUT = 0.5  # of its width and its height, that a place keeps where a picture shows something on it
_LEAST_WIDE = 0.2  # of the page, that a place beside such a thing has
_MARGIN = 0.08  # of the page
_UNDER = ("Subtitle", "Speaker")
_LARGER, _LEAST_LARGE_PT = 1.4, 44.0  # than titles of slides; on slides like ours
_NEARLY = 0.8  # of a size, that a title of two lines has at least
_ACROSS = 0.6  # of the page, that a title's ground has of it at least
_PARTS = (1.0, 0.75, 0.5)  # of the width of a cover's texts
# Of the page: over which no cover ends that may stand down to another height, and where the middle of such a one is.
_HIGH, _LOW, _MIDDLE = 0.55, 0.8, 0.45


def composed(places: Mapping[str, Placeholder], found: Found) -> dict[str, Placeholder]:
    """The places of a cover, `Title`, `Subtitle` and `Speaker`, moved and enlarged as far as nothing is drawn there."""
    places = {name: _off_art(place, found) for name, place in places.items()}
    if found.is_made:
        places = _beyond_words(places, found)
    title, subtitle, speaker = (places[name] for name in ("Title", *_UNDER))
    is_joined = subtitle.index == speaker.index
    made, lowest = {"Title": title}, round(_LOWEST * found.page.height)
    for place in (subtitle,) if is_joined else (subtitle, speaker):
        ends = lowest if place is not subtitle or is_joined else min(lowest, speaker.box.y)
        made[place.name] = _beneath(place, title, found, ends, is_joined)
    if is_joined:
        made["Speaker"] = made["Subtitle"]
    return _in_one_ink(made, found)


def opening_pt(title_pt: float, found: Found) -> float:
    """How large the title of a talk and the names of its parts are at least, beside titles of slides of a size."""
    return float(round(max(_LARGER * title_pt, _LEAST_LARGE_PT * share_of(found.page))))


def enlarged(title: Placeholder, size_pt: float) -> Placeholder:
    """A title in a size, if a line of it has room in its place, else in the largest that has."""
    between = (float(one) for one in range(int(size_pt), int(title.sizes_pt[0]), -2))
    scale = (*(one for one in between if height(title, one) <= title.box.height), *title.sizes_pt)
    styles = (structs.replace(title.styles[0], size_pt=scale[0]), *title.styles[1:])
    return structs.replace(title, styles=styles, sizes_pt=scale)


def opened(layout: Layout, found: Found, title_pt: float) -> Layout:
    """A cover whose title is larger than those of slides, which are of a size, over its lines as one group: where the
    template has them, but on a page that is free further down no higher than in its middle."""
    places = {name: layout.placeholders[name] for name in ("Title", *_UNDER)}
    title, *under = places.values()
    size_pt = max(title.sizes_pt[0], title_pt if layout.base else opening_pt(title_pt, found))
    under = under[: 1 if under[0].index == under[1].index else 2]
    rooms = () if layout.base else _rooms(title, under, found)
    made = {"Title": (alone := enlarged(title, size_pt))}
    made |= _said_larger(under, alone.sizes_pt[0], found) if layout.base and len(under) == 2 else {}
    fits = (one for one in alone.sizes_pt if height(title, one) <= title.box.height)
    least_pt = min(title_pt, next(fits, alone.sizes_pt[-1]))
    for size, group in (_grouped(title, under, size_pt, room, found) for room in rooms):
        if size >= least_pt:
            made, least_pt = group, size + 1  # a narrower room is for larger letters alone
    return structs.replace(layout, placeholders={**layout.placeholders, **made})


def _said_larger(under: list[Placeholder], title_pt: float, found: Found) -> dict[str, Placeholder]:
    """The lines under a title on a page of ours, as large beside it as there is room for down to what is drawn."""
    said, speaker = under
    gap, lowest = speaker.box.y - said.box.bottom, round(_LOWEST * found.page.height)
    for lines, size in product((2, 1), range(round(_DRAWN_SHARE * title_pt), int(said.sizes_pt[0]), -1)):
        last = max(speaker.sizes_pt[0], round(_SPEAKER_SHARE / _SHARE * size))
        first = said.box._replace(height=height(said, size, lines))
        second = speaker.box._replace(
            y=first.bottom + gap // lines, height=max(speaker.box.height, height(speaker, last))
        )
        both = first._replace(height=second.bottom + 2 * _AIR - first.y)
        if both.bottom <= lowest and found.area.within(both) == both:
            each = ((said, first, size), (speaker, second, last))
            return {one.name: enlarged(structs.replace(one, box=box, is_moved=True), pt) for one, box, pt in each}
    return {}


def _rooms(title: Placeholder, under: list[Placeholder], found: Found) -> Iterator[Box]:
    """Where a title and the lines under it may stand anywhere: none where these are apart, or on other ground; where
    something is drawn on them, the parts from the edge of the title that are clear down to most of their height."""
    page, boxes = found.page, [one.box for one in (title, *under)]
    if any(one.fill or _are_apart(title.box, one.box) for one in (title, *under)):
        return
    left, right = min(one.x for one in boxes), max(one.right for one in boxes)
    top, bottom = min(one.y for one in boxes), max(one.bottom for one in boxes)
    whole = Box(left, top, right - left, bottom - top)
    high, low = min(top, round(_MARGIN * page.height)), round(_LOWEST * page.height)
    if found.area.within(whole) != whole:
        is_drawn_on = any(found.area.within(one) != one for one in boxes)
        across = title.box._replace(x=0, width=page.width)  # or it stands on a form of its own, which would be empty
        is_drawn_on &= found.area.within(across).width >= _ACROSS * page.width
        at = {"left": 0.0, "centre": 0.5, "right": 1.0}[title.styles[0].align]
        for share in _PARTS if is_drawn_on else ():
            width = round(share * whole.width)
            part = Box(left + round(at * (whole.width - width)), high, width, bottom - high)
            clear = found.area.within(part, _AIR)
            if (clear.x, clear.width) == (part.x, width) and clear.bottom - top >= _MOST_CUT * whole.height:
                yield clear
        return
    foot = (one.box.y for one in found.slots if one.kind in FOOT and one.is_shown and one.box.y >= bottom)
    low = bottom if found.is_made else max(bottom, min([low, *foot]))
    for wide in (whole._replace(height=low - top), whole._replace(y=high, height=bottom - high)):
        clear = found.area.within(wide, _AIR)
        if clear.holds(whole) and clear.width == whole.width:
            y, ends = min(whole.y, clear.y), max(whole.bottom, clear.bottom)
            whole = whole._replace(y=y, height=ends - y)
    yield whole


def _grouped(
    title: Placeholder, under: list[Placeholder], size_pt: float, room: Box, found: Found
) -> tuple[float, dict[str, Placeholder]]:
    """A title in a size, or the largest at which there is room, which is told, and the lines under it, in a room."""
    page, gap = found.page, round(_NEAR * found.page.height)
    gap = max(0, min(gap, under[0].box.y - title.box.bottom))

    def needs(size: float, lines: int, most: int) -> tuple[Emu, ...]:
        """How high the title is, and each place under it."""
        shares = zip(under, (_SHARE, _SPEAKER_SHARE), strict=False)
        least = (max(one.sizes_pt[-1], round(share * size)) for one, share in shares)
        each = (most,) if len(under) == 1 else (most - 1, 1)
        return height(title, size, lines), *map(height, under, least, each)

    sizes = [float(one) for one in range(int(size_pt), int(title.sizes_pt[-1]) - 1, -2)]
    nearly = [one for one in sizes if one >= _NEARLY * size_pt]
    tried = [*product(((2, 3), (1, 3), (1, 2)), nearly), *product(((1, 3), (1, 2)), sizes)]
    seam, far = title.box.bottom, round(_FAR * page.height)

    def has_room(size: float, lines: tuple[int, int]) -> bool:
        """Whether all stands in the room, and the title not far over where it was."""
        high, *lows = needs(size, *lines)
        low = gap + sum(lows)
        return high + low <= room.height and low <= room.bottom - seam + far

    fit = next(((size, lines) for lines, size in tried if has_room(size, lines)), None)
    if fit is None:
        return 0.0, {}
    size, (high, *lows) = fit[0], needs(fit[0], *fit[1])
    low = gap + sum(lows)
    if seam + low < _HIGH * page.height and room.bottom >= _LOW * page.height:
        seam = round(_MIDDLE * page.height) + (height(title, size) - low) // 2
    seam = max(room.y + high, min(seam, room.bottom - low))
    top = max(room.y, min(seam - high, title.box.y))
    made = enlarged(at(title, title.box._replace(y=top, height=seam - top), found), size)
    made = structs.replace(made, anchor="bottom", is_moved=True)
    places, y = {"Title": made}, seam + gap
    for place, needed in zip(under, lows, strict=True):
        ends = room.bottom if place is under[-1] else y + needed
        moved = at(place, place.box._replace(y=y, height=min(needed, room.bottom - y)), found)
        moved = _beneath(structs.replace(moved, anchor="top", is_moved=True), made, found, ends, len(under) == 1)
        places[place.name] = moved
        y = moved.box.bottom
    return size, {"Speaker": places["Subtitle"], **places}


def led(places: Mapping[str, Placeholder], found: Found) -> dict[str, Placeholder]:
    """The places of a part, `Title` and `Kicker`, which tells which it is: on the axis of the title, and near it. Where
    the template has no place for it, it fills none."""
    title, kicker = places["Title"], places.get("Kicker")
    if kicker is None:
        return _in_one_ink({**places, **_unasked(title, found)}, found)
    if _are_apart(title.box, kicker.box):
        return dict(places)
    styles = tuple(structs.replace(one, align=title.styles[0].align, left=0) for one in kicker.styles)
    box = kicker.box if kicker.fill else _on_axis(kicker, title, found)
    high = height(kicker, kicker.sizes_pt[0], 2)
    if box.y > title.box.y:
        ends = height(title, title.sizes_pt[0], 2) if title.anchor == "top" else title.box.height
        near = title.box.y + min(ends, title.box.height) + round(_NEAR * found.page.height)
        beside = box._replace(y=min(box.y, near), height=min(box.height, high))
    else:
        beside = box._replace(y=max(box.y, title.box.y - high), height=min(box.height, high))
        low = [over for over, under in found.area.rules if beside.bottom - high // 2 < under and over < beside.bottom]
        if low and low[0] - box.y >= high // 2:  # over a line between the two
            box = beside = box._replace(height=low[0] - box.y)
    box = beside if _lie_alike(beside, box, found) else box
    return _in_one_ink({**places, "Kicker": at(structs.replace(kicker, styles=styles), box, found)}, found)


def _unasked(title: Placeholder, found: Found) -> dict[str, Placeholder]:
    """A line under a title, or over it, that fills no place of the template's; {} where something is drawn on both."""
    size_pt = max(LEAST_PT, float(round(_SPEAKER_SHARE * title.sizes_pt[0])))
    style = Style(size_pt, Ink("text"), align=title.styles[0].align)
    line = Placeholder("", "body", 0, title.inner, (style,), (size_pt,))
    high = height(line, max(size_pt, LARGE_PT))
    for y in (title.box.bottom, title.box.y - high):
        box = title.inner._replace(y=y, height=high)
        if found.page.holds(box) and found.area.within(box) == box:
            return {"Kicker": at(line, box, found)}
    return {}


def _off_art(place: Placeholder, found: Found) -> Placeholder:
    """A place whose letters would run over what a picture shows, in the part where they begin or end clear of that; a
    title has two lines there, if it can."""
    box, align, page = place.box, place.styles[0].align, found.page
    clear = found.area.within(box, _AIR)
    is_cut = {"left": clear.x == box.x, "right": clear.right == box.right, "centre": False}[
        align
    ] and clear.width < box.width
    is_enough = clear.width >= _LEAST_WIDE * page.width and clear.height >= _MOST_CUT * box.height
    if not (found.area.has_picture and is_cut and is_enough) or place.fill:
        return place
    y = max(round(_MARGIN * page.height), clear.bottom - height(place, place.sizes_pt[0], 2))
    higher = clear._replace(y=min(y, clear.y), height=clear.bottom - min(y, clear.y))
    is_free = place.name == "Title" and found.area.within(higher, _AIR) == higher
    return at(place, higher if is_free else clear, found)


def _beyond_words(places: Mapping[str, Placeholder], found: Found) -> dict[str, Placeholder]:
    """The places of a slide that opens, which are as large as the words there: the title is as wide as the page has
    room for on its axis, and gives of its height what two lines under it lack."""
    (title, under, speaker), margin = (places[name] for name in ("Title", *_UNDER)), round(_MARGIN * found.page.width)
    box = title.box
    middle, ends = box.x + box.width // 2, max(box.right, found.page.width - margin)
    half = max(box.width // 2, min(middle, found.page.width - middle) - margin)
    is_central = title.styles[0].align == "centre"
    wide = box._replace(x=middle - half, width=2 * half) if is_central else box._replace(width=ends - box.x)
    clear, ink = found.area.within(wide, _AIR // 2), rgb(title.styles[0].ink, found.palette.inks)
    is_free = (clear.x, clear.width) == (wide.x, wide.width) and clear.height >= _MOST_CUT * box.height
    own, wider = (contrast_on(ink, found.grounds(one)) for one in (box, clear))
    if is_free and wider >= min(own, ENOUGH_LARGE) and not title.fill:  # it is read as well there
        title = at(title, clear, found)
    lack = max(0, height(under, under.sizes_pt[-1], 2) - under.box.height)
    left = title.box._replace(height=title.box.height - lack)
    is_next = under.index == speaker.index and 0 <= under.box.y - title.box.bottom < lack
    if is_next and left.height >= height(title, title.sizes_pt[-1]):
        title, low = at(title, left, found), under.box
        under = speaker = at(under, low._replace(y=low.y - lack, height=low.height + lack), found)
    return {one.name: one for one in (title, under)} | {"Speaker": speaker}


def _lie_alike(one: Box, other: Box, found: Found) -> bool:
    """Whether nothing is drawn where one of two boxes is, and the same ground lies beneath both."""
    grounds = (average(found.grounds(box)) for box in (one, other))
    return found.area.within(one) == one and contrast(*grounds) < _SAME_GROUND


def _beneath(place: Placeholder, title: Placeholder, found: Found, lowest: Emu, is_joined: bool) -> Placeholder:
    """A place on the axis of the title, as large as its text needs beside that."""
    least = (_SHARE if place.name == "Subtitle" else _SPEAKER_SHARE) * title.sizes_pt[0]
    most = _MOST_SHARE * title.sizes_pt[0]
    own = tuple(one for one in place.sizes_pt if one <= most) or place.sizes_pt[-1:]
    size_pt = max(own[0], float(round(least)))
    style = place.styles[0]
    traits: dict[str, Any] = {"size_pt": size_pt}
    if is_joined:
        traits["before_pt"] = max(style.before_pt, round(_GAP_EM * size_pt))
    box = place.box
    in_bar = any(one.box.holds(place.inner) and not one.box.meets(title.box) for one in found.look.drawn)
    if not (in_bar and style.align != title.styles[0].align) and not _are_apart(title.box, box):
        traits["align"] = title.styles[0].align
        box = box if place.fill else _on_axis(place, title, found)  # a panel that is seen stays as it is
    lines = 3 if is_joined else 2 if place.name == "Subtitle" else 1
    needed = height(place, size_pt, lines) + round(traits.get("before_pt", 0) * EMU_PER_POINT)
    more = height(place, size_pt) if is_joined and place.anchor == "top" else 0
    is_kept = place.fill or found.is_made  # as the slide that opens the file has it
    box = box if is_kept else _grown(box, min(box.y + needed + more, lowest), found)
    if box.height < needed:  # where there is little room, a line more is worth more than air
        traits["before_pt"] = style.before_pt
    between = tuple(float(one) for one in range(int(size_pt) - 1, int(own[0]), -1))
    styles = (structs.replace(style, **traits), *place.styles[1:])
    sizes_pt = (size_pt, *between, *own) if size_pt > own[0] else own
    return at(structs.replace(place, styles=styles, sizes_pt=sizes_pt), box, found)


def _grown(box: Box, ends: Emu, found: Found) -> Box:
    """A box that reaches down to a height, or as far as nothing is drawn and nothing stands at the foot."""
    low = box._replace(height=ends - box.y)
    taken = (one.box.y for one in found.slots if one.kind in FOOT and one.is_shown and one.box.meets(low))
    ends = min([ends, *(one for one in taken if one > box.bottom)])
    higher = found.area.within(box._replace(height=max(box.height, ends - box.y)), _AIR)
    return (
        higher
        if (higher.x, higher.y, higher.width) == (box.x, box.y, box.width) and higher.height > box.height
        else box
    )


def _on_axis(place: Placeholder, title: Placeholder, found: Found) -> Box:
    """The box of a place from the edge of the title's letters, or round their middle, as wide as the title's."""
    box, over, align = place.box, title.inner, title.styles[0].align
    left, _, right, _ = place.insets
    if align == "centre":
        middle = over.x + over.width // 2
        half = max(box.width, over.width + left + right) // 2
        wanted = box._replace(x=middle - half, width=2 * half)
    else:
        x = over.x - left if align == "left" else min(box.x, over.x - left)
        end = over.right + right if align == "right" else max(box.right, over.right + right)
        wanted = box._replace(x=x, width=end - x)
    clear = found.area.within(wanted, _AIR)
    if align == "centre":
        half = max(0, min(middle - clear.x, clear.right - middle))
        clear = clear._replace(x=middle - half, width=2 * half)
    is_enough = clear.width >= _MOST_CUT * box.width and clear.height >= _MOST_CUT * box.height
    edges = {"left": clear.x - wanted.x, "right": wanted.right - clear.right, "centre": 0}
    return clear if is_enough and not edges[align] else box


def at(place: Placeholder, box: Box, found: Found) -> Placeholder:
    """A place in another box, in inks that can be read there."""
    if box == place.box:
        return place
    made = structs.replace(place, box=box, is_moved=True)
    beneath = found.beneath_text(made)
    return structs.replace(made, styles=readable(made.styles, inked_at(made.sizes_pt, beneath), beneath, found.palette))


def _in_one_ink(places: dict[str, Placeholder], found: Found) -> dict[str, Placeholder]:
    """Texts on the ground of their title as light, or dark, as that, in its ink; on another where it is read better."""
    title, inks = places["Title"], found.palette.inks
    ground = average(found.beneath_text(title))

    def is_light(place: Placeholder) -> bool:
        return contrast(rgb(place.styles[0].ink, inks), "000000") > contrast(ground, "000000")

    for name in places.keys() - {"Title"}:
        place, ink = places[name], title.styles[0].ink
        beneath = found.beneath_text(place)
        own, seen = (contrast_on(rgb(one, inks), beneath) for one in (place.styles[0].ink, ink))
        is_apart = contrast(average(beneath), ground) >= _SAME_GROUND and not (is_light(title) and seen > own)
        if is_apart or is_light(place) == is_light(title) or seen < ENOUGH_LARGE:
            continue
        scale = tuple(one for one in place.sizes_pt if one >= LARGE_PT) or (LARGE_PT,)
        styles = tuple(structs.replace(one, ink=ink, size_pt=max(one.size_pt, LARGE_PT)) for one in place.styles)
        places[name] = structs.replace(place, styles=styles, sizes_pt=scale)
    return places


def height(place: Placeholder, size_pt: float, lines: int = 1) -> Emu:
    """How high a place is for so many lines of a size."""
    _, top, _, bottom = place.insets
    return round(lines * _LINE_EM * size_pt / USABLE_HEIGHT * EMU_PER_POINT) + top + bottom


def _are_apart(one: Box, other: Box) -> bool:
    """Whether two boxes stand beside each other, for the most part."""
    shared = min(one.right, other.right) - max(one.x, other.x)
    return 2 * shared < min(one.width, other.width)
