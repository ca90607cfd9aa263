"""The foot of a slide on a template's layout: sources where the template has its footer, and the slide number."""

from collections.abc import Iterator, Mapping

from msgspec import structs

from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Placeholder
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.text import SOURCE_PT, readable, source_lines
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_LEAST_NUMBER_PT = 12.0
_LINE_EM = 1.25
_USABLE_HEIGHT = 0.95  # of a box, as text is fitted into it
_MARGIN: Emu = 6 * EMU_PER_POINT  # that stays free under sources
_NUMBER_WIDTH: Emu = 54 * EMU_PER_POINT  # enough for three figures and the insets beside them
_TRIMMED_SHARE = 0.2  # of a text's place, that sources may take from it at most


def with_foot(
    places: Mapping[str, Placeholder], found: Found, read: Read, has_source: bool
) -> dict[str, Placeholder] | None:
    """The placeholders with slide number and sources; None where sources are wanted and there is no room for them."""
    made = dict(places)
    slots = {slot.kind: slot for slot in found.slots if slot.is_upright}
    number = _number(slots["sldNum"], found) if "sldNum" in slots else None
    if has_source and (of_ours := next((slot for slot in found.slots if slot.name == SOURCE), None)):
        source = _own_source(of_ours, found)
        made |= {SOURCE: source} if source else {}
    elif has_source:
        if "ftr" not in slots:
            return None
        number = _narrow(number)
        placed = next(_sources(made, number, slots["ftr"], found, read), None)
        if placed is None:
            return None
        source, top = placed
        made = {name: _trimmed(place, top) for name, place in made.items()} | {SOURCE: source}
    return made | ({SLIDE_NUMBER: number} if number else {})


def _own_source(slot: Slot, found: Found) -> Placeholder | None:
    """The place for sources of a layout that has one: a text of that name."""
    size_pt = max(slot.styles[0].size_pt, SOURCE_PT)
    styles = readable(slot.styles, size_pt, found.grounds(slot.box), found)
    if styles is None or slot.kind != "body":
        return None
    return Placeholder(
        *(SOURCE, "body", slot.index, slot.box, styles, (size_pt,)),
        anchor=slot.anchor,
        insets=slot.insets,
        inherited=slot.said,
    )


def _number(slot: Slot, found: Found) -> Placeholder | None:
    """The slide number, a little larger where it is very small, in an ink that can be read."""
    size_pt = max(slot.styles[0].size_pt, _LEAST_NUMBER_PT)
    styles = readable(slot.styles, size_pt, found.grounds(_figures(slot, size_pt)), found)
    if styles is None:
        return None
    needed = _height(1, size_pt, slot)
    grows = needed > slot.box.height
    box = Box(slot.box.x, slot.box.y - (needed - slot.box.height), slot.box.width, needed) if grows else slot.box
    return Placeholder(
        *(SLIDE_NUMBER, "slide number", slot.index, box, styles, (size_pt,)),
        anchor=slot.anchor,
        insets=slot.insets,
        is_moved=grows,
        inherited=slot.said,
    )


def _figures(slot: Slot, size_pt: float) -> Box:
    """Where in its place a number of two figures stands."""
    left, top, right, bottom = slot.insets
    width, height = round(1.1 * size_pt * EMU_PER_POINT), round(0.7 * size_pt * EMU_PER_POINT)
    across = {"left": 0.0, "centre": 0.5, "right": 1.0}[slot.styles[0].align]
    down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[slot.anchor]
    x = slot.box.x + left + round(across * (slot.box.width - left - right - width))
    y = slot.box.y + top + round(down * (slot.box.height - top - bottom - height))
    return Box(x, y, width, height)


def _narrow(number: Placeholder | None) -> Placeholder | None:
    """The number in a narrower place, at whose right edge it stands as before."""
    if number is None or number.styles[0].align != "right" or number.box.width <= _NUMBER_WIDTH:
        return number
    box = number.box
    narrow = Box(box.right - _NUMBER_WIDTH, box.y, _NUMBER_WIDTH, box.height)
    return structs.replace(number, box=narrow, is_moved=True)


def _sources(
    places: Mapping[str, Placeholder], number: Placeholder | None, slot: Slot, found: Found, read: Read
) -> Iterator[tuple[Placeholder, Emu]]:
    """The places where sources could stand, the lowest first, each with where what stands above must end."""
    left, right = _sides(places, number)
    inner = right - left - slot.insets[0] - slot.insets[2]
    family = found.fonts.family(slot.styles[0].font)
    needed = _height(source_lines(family, max(1, inner)), SOURCE_PT, slot)
    plain = {"size_pt": SOURCE_PT, "align": "left", "bold": False, "capitals": False, "spacing_pt": 0.0}
    styles = tuple(structs.replace(one, **plain) for one in slot.styles)
    contents = max(place.box.bottom for place in places.values())
    lowest = min(read.height - _MARGIN, max(slot.box.bottom, contents + needed))
    # Over a band at the foot of the slide, or inside a panel, where no text can be read across its edge.
    edges = {edge for one in (*found.beneath, *found.items) for edge in (one.box.y, one.box.bottom)}
    bottoms = [lowest, *sorted((edge for edge in edges if contents < edge < lowest), reverse=True)]
    rows = [Box(left, bottom - needed, right - left, needed) for bottom in bottoms]
    for row in sorted(rows, key=lambda row: _crossed(row, found)):
        top = row.y
        allowed = all(_may_end(place, top) for place in places.values())
        inks = readable(styles, SOURCE_PT, found.grounds(row), found)
        if allowed and inks is not None:
            yield (
                Placeholder(
                    *(SOURCE, "footer", slot.index, row, inks, (SOURCE_PT,)),
                    anchor=slot.anchor,
                    insets=slot.insets,
                    is_moved=True,
                    inherited=slot.said,
                ),
                top,
            )


def _crossed(row: Box, found: Found) -> bool:
    """Whether something that is drawn begins or ends in a row."""
    boxes = (one.box for one in (*found.beneath, *found.items))
    touched = (
        box for box in boxes if box.x < row.right and row.x < box.right and box.y < row.bottom and row.y < box.bottom
    )
    return any(not (box.y <= row.y and row.bottom <= box.bottom) for box in touched)


def _height(lines: int, size_pt: float, slot: Slot) -> Emu:
    return round(lines * size_pt * _LINE_EM / _USABLE_HEIGHT * EMU_PER_POINT) + slot.insets[1] + slot.insets[3]


def _sides(places: Mapping[str, Placeholder], number: Placeholder | None) -> tuple[Emu, Emu]:
    """From the left edge of what stands above to its right edge, or to the number beside it."""
    left = min(place.box.x for place in places.values())
    right = max(place.box.right for place in places.values())
    if number is None:
        return left, right
    is_right = number.box.x > (left + right) / 2
    return (left, number.box.x) if is_right else (max(left, number.box.right), right)


def _may_end(place: Placeholder, top: Emu) -> bool:
    """Whether a place ends above a height, or may be cut so."""
    over = place.box.bottom - top
    return over <= 0 or (place.role != "picture" and over <= _TRIMMED_SHARE * place.box.height)


def _trimmed(place: Placeholder, bottom: Emu) -> Placeholder:
    box = place.box
    if box.bottom <= bottom:
        return place
    return structs.replace(place, box=Box(box.x, box.y, box.width, bottom - box.y), is_moved=True)
