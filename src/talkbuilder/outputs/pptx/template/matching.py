"""Which layout and placeholders of a template serve for each of ours, and where sources and slide number stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise, product

from msgspec import Struct, structs

from talkbuilder.layout.fit import USABLE_HEIGHT
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.legible import LARGE_PT
from talkbuilder.layout.theme import FURNITURE, LEAST_PT, SLIDE_NUMBER, SOURCE, Layout, Placeholder, Role
from talkbuilder.outputs.pptx.template.covers import composed, led
from talkbuilder.outputs.pptx.template.layouts import AIR, LINE_EM, TITLES, Found, Read, Slot, lie_over
from talkbuilder.outputs.pptx.template.legibility import (
    SOURCE_PT,
    beside,
    can_be_read,
    foot_of,
    furniture,
    grounds_of,
    inked_at,
    letter_pt,
    number_place,
    readable,
    scaled,
    share_of,
    sizes,
    source_lines,
    source_pt,
)
from talkbuilder.outputs.pptx.template.styles import FOOT
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_MARGIN: Emu = 6 * EMU_PER_POINT  # that stays free under sources
_FOOT_SHARE = 0.965  # of the slide, down to which sources reach where it has no place for a footer
_TRIMMED_SHARE = 0.21  # of a text's place, that sources may take from it at most

_TEXTS = ("body", "obj", "subTitle")
_FIRST = ("Kicker", "Begin", "Number")  # texts that are read before their title
_ROLES: Mapping[str, Role] = {
    "title": "title",
    "ctrTitle": "cover title",
    "subTitle": "subtitle",
    "body": "body",
    "obj": "object",
    "pic": "picture",
}
_MOST_READ_PT = 28.0  # the least size of titles and texts; that of a figure to be seen from afar is larger
_MOST_NAMED = 4  # places, in a message
_TOLD_SHARE = 0.5  # of the room that is asked for, where the author wants a layout
_MOST_ORDERS = 5_000  # in which places are tried
_STEP_PT = 4.0  # by which each level is smaller, where a template says nothing
_HANG: Emu = 27 * EMU_PER_POINT  # of bullets, likewise
_LINE_SHARE = 0.1  # of the slide's height, that a line of text takes at most
NEAR = 0.04  # of a slide: so far from each other at most, titles are taken to stand at one place
_PICTURE_SHARE = 0.15  # of the slide, that a picture needs at least

# How many letters a word has, a line, a few lines, a text that its slide is about, and a list.
_WORD, _LINE, _LINES, _LONG, _LIST = 8, 24, 60, 200, 270


def with_foot(
    places: Mapping[str, Placeholder], found: Found, read: Read, has_source: bool
) -> dict[str, Placeholder] | None:
    """The placeholders with slide number and sources, which fill none of the template's; None where there is no room
    for them."""
    made = dict(places)
    slot = next((one for one in found.slots if one.kind == "sldNum" and one.is_upright), None)
    number = number_place(slot, found) if slot else None
    if has_source:
        source = next(_sources(made, number, found, read), None)
        if source is None:
            return None
        made = {name: _trimmed(place, source.box.y) for name, place in made.items()} | {SOURCE: source}
    return made | furniture(found) | ({SLIDE_NUMBER: number} if number else {})


def _sources(
    places: Mapping[str, Placeholder], number: Placeholder | None, found: Found, read: Read
) -> Iterator[Placeholder]:
    """The places where sources could stand, the lowest first."""
    # As wide as what stands under the title, or beside it.
    under = [place for name, place in places.items() if name != "Title"] or [*places.values()]
    left, right = min(place.inner.x for place in under), max(place.inner.right for place in under)
    is_under = number is not None and number.box.right < read.width // 2  # sources begin where all else does
    across = Box(left, 0, right - left, read.height)
    across = across if is_under else beside(across, number)
    size_pt = source_pt(read)
    lines = source_lines(found.fonts.text, max(1, round(across.width * SOURCE_PT / size_pt)))
    needed = round(lines * size_pt * LINE_EM / USABLE_HEIGHT * EMU_PER_POINT)
    contents = max(place.box.bottom for place in places.values())
    foot = min(foot_of(found), round(_FOOT_SHARE * read.height))
    lowest = min(read.height - _MARGIN, max(foot, contents + needed))
    lowest = min(lowest, number.box.y) if number and is_under else lowest
    # Over a band at the foot of the slide, or inside a panel, where no text can be read across its edge.
    edges = {edge for one in found.look.drawn for edge in (one.box.y, one.box.bottom)}
    bottoms = [lowest, *sorted((edge for edge in edges if contents < edge < lowest), reverse=True)]
    rows = [across._replace(y=bottom - needed, height=needed) for bottom in bottoms]
    highest = contents - round(_TRIMMED_SHARE * max(place.box.height for place in under))
    higher = (_clear(across._replace(y=y, height=needed), found) for y in range(lowest - needed, highest, -needed // 4))
    rows = sorted((_clear(row, found) for row in rows), key=lambda row: _crossed(row, found))
    if not found.area.is_plain(rows[0]):  # over what is drawn there
        rows = [*(one for one in higher if found.area.is_plain(one) and found.area.within(one) == one), *rows]
    for row in rows:
        beneath = found.grounds(row)
        styles = readable((Style(size_pt, Ink("text")),), size_pt, beneath, found.palette)
        is_read = can_be_read(styles, size_pt, beneath, found.palette)
        if is_read and all(_may_end(place, row.y) for place in places.values()):
            yield Placeholder("", "body", 0, row, styles, (size_pt,), anchor="bottom")


def with_sources_of(ours: Layout, layout: Layout, found: Found) -> Layout:
    """A layout of a template's on which sources look and stand as on ours, if there is room for them."""
    source, (over, under) = ours.placeholders[SOURCE], found.area.rule
    high = source.box.height
    box = source.box._replace(y=over - high) if source.box.y < under < source.box.bottom else source.box
    ink, seen = source.styles[0].ink, rgb(source.styles[0].ink, ours.palette)
    ink = ink if rgb(ink, found.palette.inks) == seen else found.palette.near(seen)
    inked = structs.replace(source.styles[0], ink=ink)
    styles = readable((inked,), SOURCE_PT, found.grounds(box), found.palette)
    foot = (SOURCE, SLIDE_NUMBER, *FURNITURE)
    texts = {name: _trimmed(place, box.y) for name, place in layout.placeholders.items() if name not in foot}
    is_free = found.area.within(box) == box and not any(
        place.box.meets(box) for name, place in layout.placeholders.items() if name in foot[1:]
    )
    is_read = can_be_read(styles, SOURCE_PT, found.grounds(box), found.palette)
    if not (is_free and is_read and all(_may_end(layout.placeholders[name], box.y) for name in texts)):
        return layout
    made = structs.replace(layout.placeholders[SOURCE], box=box, styles=styles, sizes_pt=source.sizes_pt)
    return structs.replace(layout, placeholders={**layout.placeholders, **texts, SOURCE: made})


def with_free_text(layout: Layout, found: Found, across: Box) -> Layout:
    """A layout of a template's whose list begins where all begins that stands under titles, and that tells how far down
    the place of its text may reach: as far as the sources."""
    others = [place.box for name, place in layout.placeholders.items() if name not in ("Text", SOURCE)]

    def is_free(box: Box) -> bool:
        return found.area.within(box) == box and not any(map(box.meets, others))

    text, low = layout.placeholders["Text"], layout.placeholders[SOURCE].box.y
    box, indent = text.box, text.styles[0].left - text.styles[0].hang
    x = across.x - text.insets[0]
    moved = box._replace(x=x, width=box.right - x)
    is_off = abs(box.x + indent - x) > EMU_PER_POINT and text.styles[0].align == "left" and text.fill is None
    if is_off and (box.holds(moved) or is_free(moved)):
        styles = tuple(structs.replace(one, left=one.left - indent) for one in text.styles)
        text = structs.replace(text, box=moved, styles=styles, is_moved=True)
        layout = structs.replace(layout, placeholders={**layout.placeholders, "Text": text})
    lower = text.box._replace(height=low - box.y)
    return structs.replace(layout, free=(lower,)) if lower.height > box.height and is_free(lower) else layout


def is_headed_as(ours: Layout, layout: Layout, page: Read) -> bool:
    """Whether the title of a layout begins where that of another does, ends there or has its middle there: nearly."""
    titles = [one.placeholders.get("Title") for one in (ours, layout)]
    usual, title = titles
    if usual is None or title is None or (align := title.styles[0].align) != usual.styles[0].align:
        return False
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    one, other = ((box.x + share * box.width, box.y) for box in (title.inner, usual.inner))
    return abs(one[0] - other[0]) <= NEAR * page.width and abs(one[1] - other[1]) <= NEAR * page.height


def with_title_of(ours: Layout, layout: Layout, page: Read) -> Layout:
    """A layout of a template's on which the title stands as on ours, if it nearly does: what is clear of one that lies
    under it need not be so of another."""
    usual = ours.placeholders["Title"]
    texts = [place.inner for name, place in layout.placeholders.items() if name not in ("Title", SOURCE)]
    is_apart = any(map(usual.inner.meets, texts)) or not is_headed_as(ours, layout, page)
    if is_apart or (title := layout.placeholders["Title"]).role != "title":
        return layout
    traits = {name: getattr(usual, name) for name in ("box", "sizes_pt", "anchor", "insets")}
    made = structs.replace(title, **traits, is_moved=title.is_moved or usual.box != title.box)
    grid = structs.replace(layout.grid, rise=ours.grid.rise)
    return structs.replace(layout, placeholders={**layout.placeholders, "Title": made}, grid=grid)


def _clear(row: Box, found: Found) -> Box:
    """The part of a row beside what stands at one of its ends, as high as sources need there."""
    clear = found.area.within(row, AIR)
    if clear.height < row.height or clear.width < row.width // 2:
        return row
    lines, fewer = (source_lines(found.fonts.text, max(1, one.width)) for one in (clear, row))
    height = row.height * lines // fewer
    return clear._replace(y=clear.bottom - height, height=height)


def _crossed(row: Box, found: Found) -> bool:
    """Whether something that is drawn begins or ends in a row."""
    touched = (one.box for one in found.look.drawn if one.box.meets(row))
    return any(not (box.y <= row.y and row.bottom <= box.bottom) for box in touched)


def _may_end(place: Placeholder, top: Emu) -> bool:
    """Whether a place ends above a height, or may be cut so."""
    over = place.box.bottom - top
    return over <= 0 or (place.role != "picture" and over <= _TRIMMED_SHARE * place.box.height)


def _trimmed(place: Placeholder, bottom: Emu) -> Placeholder:
    box = place.box
    if box.bottom <= bottom:
        return place
    return structs.replace(place, box=Box(box.x, box.y, box.width, bottom - box.y), is_moved=True)


class Need(Struct, frozen=True):
    """A placeholder that kinds ask for: room for how many letters at the least size, and that size on slides like ours.

    `size_pt` is for templates that say none. `joins` names another of the layout into whose text this one goes, where
    the template has but one for both. Unless `has_bullets`, the template's bullets are left out. `most_pt` is a size
    above which it need not be. Without what `is_spared`, a slide is complete.
    """

    name: str
    kinds: tuple[str, ...]
    letters: int
    least_pt: float
    size_pt: float
    joins: str = ""
    has_bullets: bool = False
    most_pt: float = 0.0
    is_spared: bool = False

    @property
    def called(self) -> str:
        """What a message calls it."""
        return self.name.lower()


class Wanted(Struct, frozen=True):
    """One of our layouts, as what must be on a template's to serve for it."""

    needs: tuple[Need, ...]
    has_source: bool = True
    by_placeholders: bool = False  # whether any layout with the right placeholders will do, whatever its name


# By what a layout is found. One that the author names may be narrow, one that is known may stay half empty.
NAMED, TYPED, HELD, PLACED, GUESSED, CHOSEN = "name", "type", "part of a name", "placeholders", "position", "mapping"
USED = "slides"  # of the file
_KNOWN = (CHOSEN, NAMED, GUESSED)


class Misfit(Struct, frozen=True):
    """Why a layout cannot serve."""

    why: str


_TITLE = Need("Title", TITLES, 40, 24, 36)  # a line, which a longer one takes in smaller letters
_LARGE = Need("Title", TITLES, 52, 28, 44)  # of a slide that says little else
_LISTED = (_TITLE, Need("Text", _TEXTS, _LIST, 24, 28, has_bullets=True))
WANTED: Mapping[str, Wanted] = {
    "Cover": Wanted(
        (
            structs.replace(_LARGE, letters=32, size_pt=48),
            Need("Subtitle", _TEXTS, _LINE, 20, 28),
            Need("Speaker", _TEXTS, _LINE, 20, 28, joins="Subtitle"),
        ),
        has_source=False,
    ),
    "Section": Wanted(
        (_LARGE, Need("Kicker", _TEXTS, _WORD, 20, 24, is_spared=True)),
        has_source=False,
    ),
    "Bullets": Wanted(_LISTED, by_placeholders=True),
    "Few points": Wanted(_LISTED, by_placeholders=True),
    "Statement": Wanted((_LARGE, Need("Kicker", _TEXTS, _LINE, 20, 24))),
    "Quote": Wanted((_TITLE, Need("Quote", _TEXTS, _LONG, 28, 36), Need("Credit", _TEXTS, _LINES, 20, 24))),
    "Number": Wanted((_TITLE, Need("Number", _TEXTS, _WORD, 72, 120), Need("Caption", _TEXTS, _LINES, 24, 30))),
    "Ask": Wanted((_TITLE, Need("Text", _TEXTS, _LINES, 24, 30), Need("Contact", _TEXTS, _LINES, 28, 44))),
    "Photo": Wanted((_TITLE, Need("Picture", ("pic",), 0, 18, 18), Need("Caption", _TEXTS, _LINE, 20, 24))),
    "Question": Wanted(
        (
            _LARGE,
            Need("Kicker", _TEXTS, _LINE, 20, 24),
            Need("Begin", _TEXTS, _LINES, 20, 24, joins="Kicker"),
        )
    ),
    "Sources": Wanted(
        (_TITLE, Need("Sources", _TEXTS, _LIST, 18, 22, has_bullets=True, most_pt=24)),
        has_source=False,
        by_placeholders=True,
    ),
    "Closing": Wanted(
        (_TITLE, Need("Text", _TEXTS, _LONG, 30, 30), Need("Contact", _TEXTS, 0, 30, 30)),
        has_source=False,
    ),
}


def serve(name: str, found: Found, read: Read, by: str) -> Layout | Misfit:
    """A template's layout as one of ours, or why it cannot be that."""
    wanted = WANTED[name]
    slots = _assigned(wanted, found, read, by)
    if isinstance(slots, Misfit):
        return slots
    if name == "Photo" and by != CHOSEN and _stands_apart(slots["Title"], read):
        return Misfit("its title is narrower or lower than those of other slides")
    pairs = combinations(((need.called, slots[need.name].box) for need in wanted.needs if need.name in slots), 2)
    over = next(((one, other) for (one, box), (other, low) in pairs if box != low and lie_over(box, low)), None)
    if over and by != CHOSEN:
        return Misfit(f"its {' and its '.join(over)} lie over each other")
    placeholders: dict[str, Placeholder] = {}  # in the order in which they are read out: as ours
    for need in wanted.needs:
        if need.name not in slots:
            continue
        shares = need.joins and slots[need.name] == slots[need.joins]
        place = placeholders[need.joins] if shares else _placeholder(need, slots[need.name], found, read, by)
        if place is None:
            return Misfit(f"its {need.called} cannot be read on what lies beneath")
        placeholders[need.name] = place
    if name == "Cover":
        placeholders = composed(placeholders, found)
    if name == "Section":
        placeholders = led(placeholders, found)
    finished = with_foot(placeholders, found, read, wanted.has_source)
    if finished is None or (wanted.has_source and SOURCE not in finished):
        return Misfit("there is no room for a line of sources at its foot")
    look, inks = found.look, found.palette.inks
    made = Layout(
        name, finished, look.background, inks, found.fonts, *scaled(read), beneath=(*look.drawn, *grounds_of(finished))
    )
    return structs.replace(made, part=found.part, unread=look.unread)


def _stands_apart(title: Slot, read: Read) -> bool:
    """Whether a title is not seen as one of those of the deck, as in a column beside a picture."""
    return 2 * title.box.width < read.width or title.box.y > read.height // 4


def _assigned(wanted: Wanted, found: Found, read: Read, by: str) -> Mapping[str, Slot] | Misfit:
    """Which slot serves which need. All for text must be used, unless it may stay half empty."""
    named = {slot.name: slot for slot in found.slots if slot.is_upright}
    if all(need.name in named and named[need.name].kind in need.kinds for need in wanted.needs):
        return {need.name: named[need.name] for need in wanted.needs}  # a deck of ours, made over by somebody
    upright = [one for one in found.slots if one.kind not in FOOT and one.is_upright]
    useful = [[one for one in upright if _serves(need, one, found, read, by)] for need in wanted.needs]
    # A place for a picture may stay empty, where a layout is called what it is wanted for.
    spared = "pic" if by in (TYPED, HELD) and not wanted.by_placeholders else ""
    spares_lines = wanted.by_placeholders  # as those under or over a title
    least = len([one for one in upright if one.kind != spared and not (spares_lines and _is_line(one, read))])
    # A cover that is called so is looked at for what it shows and its large title, and not for lines that stay empty.
    is_large = any(one.kind in TITLES and one.styles[0].size_pt >= _LARGE.least_pt * share_of(read) for one in upright)
    may_be_empty = by in _KNOWN or (by != PLACED and is_large and wanted is WANTED["Cover"])
    for needs in _shortened(wanted.needs):
        if len(needs) > len(upright) or (len(needs) < least and not may_be_empty):
            continue
        choices = (useful[wanted.needs.index(need)] for need in needs)
        orders = (order for order in product(*choices) if len({id(one) for one in order}) == len(order))
        pairs = [list(zip(needs, order, strict=True)) for order in islice(orders, _MOST_ORDERS)]
        if fit := max(filter(_is_in_order, pairs), key=_room, default=None):
            slots = {need.name: slot for need, slot in fit}
            joined = {need.name: slots[need.joins] for need in wanted.needs if need.joins and need.name not in slots}
            return slots | joined
    return _misfit(wanted, useful, upright)


def _is_line(slot: Slot, read: Read) -> bool:
    return slot.kind in _TEXTS and slot.box.height <= _LINE_SHARE * read.height


def _shortened(needs: tuple[Need, ...]) -> Iterable[tuple[Need, ...]]:
    """All needs; without those that go into the text of another; without those that can be spared."""
    fewer = (tuple(one for one in needs if not one.joins), tuple(one for one in needs if not one.is_spared))
    return dict.fromkeys((needs, *fewer))


def _room(pairs: Sequence[tuple[Need, Slot]]) -> float:
    """How much room texts have, the longer ones first."""
    return sum(max(1, need.letters) * slot.box.width * slot.box.height for need, slot in pairs)


def _misfit(wanted: Wanted, useful: Sequence[Sequence[Slot]], upright: Sequence[Slot]) -> Misfit:
    for need, slots in zip(wanted.needs, useful, strict=True):
        if not slots and not need.is_spared:
            there = any(slot.kind in need.kinds for slot in upright)
            return Misfit(f"{'too little room' if there else 'no place'} for the {need.called}")
    fewest = len([*_shortened(wanted.needs)][-1])
    if len(upright) > fewest:
        names = ", ".join(f"'{slot.name}'" for slot in upright[:_MOST_NAMED]) + (", …" if upright[_MOST_NAMED:] else "")
        return Misfit(f"it has {len(upright)} places to fill ({names}), of which a slide would fill {fewest}")
    return Misfit("its places stand in another order")


def _is_in_order(pairs: Sequence[tuple[Need, Slot]]) -> bool:
    """Whether texts stand under each other in the order of ours, and none but a kicker over their title."""
    top = next(slot.box.y for need, slot in pairs if need.kinds == TITLES)
    for need, slot in pairs:
        if need.kinds == _TEXTS and need.name not in _FIRST and slot.box.y < top:
            return False
    texts = [slot.box for need, slot in pairs if need.kinds == _TEXTS]
    return all(upper.bottom <= lower.y for upper, lower in pairwise(texts))


def _serves(need: Need, slot: Slot, found: Found, read: Read, by: str) -> bool:
    """Whether a slot is of the right kind and has the room."""
    if slot.kind not in need.kinds:
        return False
    if slot.kind == "pic":
        covers = any(one.box.meets(slot.box) and not one.box.holds(slot.box) for one in found.area.obstacles)
        return slot.box.width * slot.box.height >= _PICTURE_SHARE * read.width * read.height and not covers
    width_pt = (slot.box.width - slot.insets[0] - slot.insets[2]) / EMU_PER_POINT
    style = _styled(need, slot, read)[0]
    # What is known to serve may be smaller than is usual: texts are set so there, and that is told.
    is_read = by != PLACED and need.least_pt <= _MOST_READ_PT
    least_pt = LEAST_PT if is_read else _scale(need, slot, read)[-1]
    # What counts is how many lines of how many letters there is room for, however they are cut.
    lines = int(slot.text_height_pt / (least_pt * LINE_EM * style.line_percent / 100))
    letters = width_pt / letter_pt(style, found.fonts, least_pt)
    return lines * letters >= need.letters * (_TOLD_SHARE if by == CHOSEN else 1)


def _placeholder(need: Need, slot: Slot, found: Found, read: Read, by: str) -> Placeholder | None:
    """The placeholder as a slide fills it; None where no ink can be read on what lies beneath its letters.

    What an author wants is so set all the same, in the best ink there is, and told.
    """
    scale = _scale(need, slot, read)
    styles = _styled(need, slot, read)
    if slot.kind != "pic":
        beneath, own = found.beneath_text(slot), styles
        # Where small letters could not be read on it, a text is set in large ones alone, which all on a cover may be.
        larger = (LARGE_PT,) if need in WANTED["Cover"].needs else scale
        for offered in (scale, tuple(one for one in scale if one >= LARGE_PT) or larger):
            scale = offered
            size_pt = inked_at(scale, beneath)
            styles = readable(own, size_pt, beneath, found.palette)
            if can_be_read(styles, size_pt, beneath, found.palette):
                break
        else:
            if by != CHOSEN:
                return None
    return Placeholder(
        need.name,
        _ROLES[slot.kind],
        slot.index,
        slot.box,
        styles,
        scale,
        anchor=slot.anchor,
        insets=slot.insets,
        shrinks=slot.shrinks,
        # LibreOffice gives title and text one index, by which some programs take the one for the other.
        is_moved=slot.is_cut or sum(one.index == slot.index for one in found.slots) > 1,
        inherited=slot.said,
        fill=slot.fill,
    )


def _scale(need: Need, slot: Slot, read: Read) -> tuple[float, ...]:
    """The sizes for a need in a slot. Titles have those in which a line has room: longer ones are set smaller."""
    style = _styled(need, slot, read)[0]
    scale = sizes(style.size_pt, need.least_pt, read)
    most_pt = need.most_pt or scale[0]
    if need == _TITLE:  # but for those that are their slide
        most_pt = slot.text_height_pt / LINE_EM
    return tuple(size for size in scale if size <= most_pt) or scale[-1:]


def _styled(need: Need, slot: Slot, read: Read) -> tuple[Style, ...]:
    """The styles of a slot, with what it does not say and we do, and without bullets where they do not belong."""
    share = share_of(read)
    made = []
    for level, style in enumerate(slot.styles):
        if not slot.says_size:
            size_pt = max(LEAST_PT, round(need.size_pt * share) - level * _STEP_PT)
            style = structs.replace(style, size_pt=float(size_pt), bold=style.bold or need.kinds == TITLES)
        least_pt = max(LEAST_PT, round(need.least_pt * share) - level * _STEP_PT)
        style = structs.replace(style, size_pt=max(least_pt, style.size_pt), align=slot.styles[0].align)
        if need.has_bullets and not slot.says_bullet:
            hang = round(_HANG * share)
            left, before_pt = hang * (level + 1), style.size_pt / 3
            style = structs.replace(style, bullet="•", left=left, hang=hang, before_pt=before_pt)
        elif (style.bullet or style.hang) and not need.has_bullets:  # what hangs hangs from a bullet
            style = structs.replace(style, bullet="", left=0, hang=0)
        made.append(style)
    return tuple(made)
