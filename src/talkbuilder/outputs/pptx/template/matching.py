"""Which layout of a template serves for each of ours, and which of its placeholders for each that kinds ask for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, permutations

from msgspec import Struct, structs

from talkbuilder.layout.grid import Grid, Sizes
from talkbuilder.layout.items import Style
from talkbuilder.layout.theme import SOURCE, Layout, Placeholder, Role
from talkbuilder.outputs.pptx.template.foot import with_foot
from talkbuilder.outputs.pptx.template.layouts import Found, Read, Slot
from talkbuilder.outputs.pptx.template.text import LEAST_PT, letter_pt, readable, share_of, sizes
from talkbuilder.units import EMU_PER_POINT, Emu

_TITLES = ("title", "ctrTitle")
_TEXTS = ("body", "obj", "subTitle")
_FOOT = ("dt", "ftr", "sldNum")
_ROLES: Mapping[str, Role] = {
    "title": "title",
    "ctrTitle": "cover title",
    "subTitle": "subtitle",
    "body": "body",
    "obj": "object",
    "pic": "picture",
}
_LINE_EM = 1.25
_STEP_PT = 4.0  # by which each level is smaller, where a template says nothing
_HANG: Emu = 27 * EMU_PER_POINT  # of bullets, likewise
_PICTURE_SHARE = 0.15  # of the slide, that a picture needs at least


class Need(Struct, frozen=True):
    """A placeholder that kinds ask for: room for how many letters at the least size, and that size on slides like ours.

    `size_pt` is for templates that say none. `joins` names another of the layout into whose text this one goes, where
    the template has but one for both. Unless `has_bullets`, the template's bullets are left out. `most_pt` is a size
    above which it need not be.
    """

    name: str
    kinds: tuple[str, ...]
    letters: int
    least_pt: float
    size_pt: float
    joins: str = ""
    has_bullets: bool = False
    most_pt: float = 0.0


class Wanted(Struct, frozen=True):
    """One of our layouts: names that other programs give it, what the format calls it, what must be on it."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    needs: tuple[Need, ...]
    has_source: bool = True
    by_placeholders: bool = False  # whether any layout with the right placeholders will do, whatever its name


# How many letters a word has, a line, a few lines, a text that its slide is about, and a list.
_WORD, _LINE, _LINES, _LONG, _LIST = 8, 24, 60, 200, 270
_TITLE = Need("Title", _TITLES, 52, 28, 36)
_BULLET_NAMES = ("title and content", "title, content", "content")
WANTED: Mapping[str, Wanted] = {
    "Cover": Wanted(
        ("title slide", "title"),
        ("title",),
        (
            structs.replace(_TITLE, letters=32, size_pt=48),
            Need("Subtitle", _TEXTS, _LINES, 20, 28),
            Need("Speaker", _TEXTS, _LINE, 20, 28, joins="Subtitle"),
        ),
        has_source=False,
    ),
    "Section": Wanted(
        ("section header", "title slide"),
        ("secHead", "title"),
        (structs.replace(_TITLE, size_pt=44), Need("Kicker", _TEXTS, _WORD, 20, 24)),
        has_source=False,
    ),
    "Bullets": Wanted(
        _BULLET_NAMES,
        ("obj", "tx"),
        (_TITLE, Need("Text", _TEXTS, _LIST, 24, 28, has_bullets=True)),
        by_placeholders=True,
    ),
    "Few points": Wanted(
        _BULLET_NAMES,
        ("obj", "tx"),
        (_TITLE, Need("Text", _TEXTS, _LIST, 24, 28, has_bullets=True)),
        by_placeholders=True,
    ),
    "Statement": Wanted(
        ("section header",),
        ("secHead",),
        (structs.replace(_TITLE, size_pt=44), Need("Kicker", _TEXTS, _LINE, 20, 24)),
    ),
    "Quote": Wanted(
        ("quote with caption",),
        (),
        (_TITLE, Need("Quote", _TEXTS, _LONG, 28, 36), Need("Credit", _TEXTS, _LINES, 20, 24)),
    ),
    "Number": Wanted(
        ("big number", "big fact"),
        (),
        (_TITLE, Need("Number", _TEXTS, _WORD, 72, 120), Need("Caption", _TEXTS, _LINES, 24, 30)),
    ),
    "Ask": Wanted(
        (),
        (),
        (_TITLE, Need("Text", _TEXTS, _LINES, 24, 30), Need("Contact", _TEXTS, _LINES, 28, 44)),
    ),
    "Photo": Wanted(
        ("picture with caption",),
        ("picTx",),
        (_TITLE, Need("Picture", ("pic",), 0, 18, 18), Need("Caption", _TEXTS, _LINE, 20, 24)),
    ),
    "Sources": Wanted(
        _BULLET_NAMES,
        ("obj", "tx"),
        (_TITLE, Need("Sources", _TEXTS, _LIST, 18, 22, has_bullets=True, most_pt=24)),
        has_source=False,
        by_placeholders=True,
    ),
    "Closing": Wanted(
        _BULLET_NAMES,
        ("obj", "tx"),
        (_TITLE, Need("Text", _TEXTS, _LONG, 24, 28), Need("Contact", _TEXTS, 0, 24, 28, joins="Text")),
        has_source=False,
        by_placeholders=True,
    ),
}


def matched(name: str, read: Read, grid: Grid, sizes: Sizes) -> Layout | None:
    """The layout that serves for one of ours; None where the template has none. `grid` and `sizes` are ours on it."""
    wanted = WANTED[name]
    for found in _candidates(name, wanted, read.layouts):
        if (places := _fitted(wanted, found, read)) is not None:
            inks, drawn = found.palette.inks, (found.items, found.beneath)
            return Layout(name, places, found.background, inks, found.fonts, grid, sizes, *drawn, part=found.part)
    return None


def _candidates(name: str, wanted: Wanted, layouts: tuple[Found, ...]) -> Iterator[Found]:
    """Those of that name, then of the others' names; then those of the kind; then any, where that will do."""
    told = [(" ".join(one.name.lower().split()), one) for one in layouts]
    yield from (one for wanted_name in (name.lower(), *wanted.names) for called, one in told if called == wanted_name)
    yield from (one for kind in wanted.kinds for one in layouts if one.kind == kind)
    if wanted.by_placeholders:
        yield from layouts


def _fitted(wanted: Wanted, found: Found, read: Read) -> Mapping[str, Placeholder] | None:
    slots = _assigned(wanted, found, read)
    if slots is None:
        return None
    placeholders: dict[str, Placeholder] = {}  # in the order in which they are read out: as ours
    for need in wanted.needs:
        shares = need.joins and slots[need.name] == slots[need.joins]
        place = placeholders[need.joins] if shares else _placeholder(need, slots[need.name], found, read)
        if place is None:
            return None
        placeholders[need.name] = place
    finished = with_foot(placeholders, found, read, wanted.has_source)
    if finished is None or (wanted.has_source and SOURCE not in finished):
        return None
    return finished


def _assigned(wanted: Wanted, found: Found, read: Read) -> Mapping[str, Slot] | None:
    """Which slot serves which need. All for text must be used: else it would look half empty."""
    named = {slot.name: slot for slot in found.slots if slot.is_upright}
    if all(need.name in named and named[need.name].kind in need.kinds for need in wanted.needs):
        return {need.name: named[need.name] for need in wanted.needs}  # a deck of ours, made over by somebody
    free = [one for one in found.slots if one.kind not in _FOOT]
    if not all(one.is_upright for one in free):
        return None
    for needs in (wanted.needs, tuple(need for need in wanted.needs if not need.joins)):
        if len(free) != len(needs):
            continue
        for order in permutations(free):
            pairs = list(zip(needs, order, strict=True))
            if all(_serves(need, slot, found, read) for need, slot in pairs) and _is_in_order(pairs):
                slots = {need.name: slot for need, slot in pairs}
                joined = {need.name: slots[need.joins] for need in wanted.needs if need.name not in slots}
                return slots | joined
    return None


def _is_in_order(pairs: Sequence[tuple[Need, Slot]]) -> bool:
    """Whether texts stand under each other in the order of ours, and the long ones not over their title."""
    top = next(slot.box.y for need, slot in pairs if need.kinds == _TITLES)
    if any(need.letters >= _LONG and slot.box.y < top for need, slot in pairs):
        return False
    texts = [slot.box for need, slot in pairs if need.kinds == _TEXTS]
    return all(upper.bottom <= lower.y for upper, lower in pairwise(texts))


def _serves(need: Need, slot: Slot, found: Found, read: Read) -> bool:
    """Whether a slot is of the right kind and has the room."""
    if slot.kind not in need.kinds:
        return False
    if slot.kind == "pic":
        return slot.box.width * slot.box.height >= _PICTURE_SHARE * read.width * read.height
    left, top, right, bottom = slot.insets
    width_pt = (slot.box.width - left - right) / EMU_PER_POINT
    height_pt = (slot.box.height - top - bottom) / EMU_PER_POINT
    style = _styled(need, slot, read)[0]
    least_pt = _scale(need, slot, read)[-1]
    # What counts is how many lines of how many letters there is room for, however they are cut.
    lines = int(height_pt / (least_pt * _LINE_EM * style.line_percent / 100))
    letters = width_pt / letter_pt(style, found.fonts, least_pt)
    return lines * letters >= need.letters


def _placeholder(need: Need, slot: Slot, found: Found, read: Read) -> Placeholder | None:
    """The placeholder as a slide fills it; None where no ink can be read on what lies beneath."""
    scale = _scale(need, slot, read)
    styles = _styled(need, slot, read)
    if slot.kind != "pic":
        inked = readable(styles, scale[-1], found.grounds(slot.box), found)
        if inked is None or found.is_struck_through(slot.box):
            return None
        styles = inked
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
        is_moved=sum(one.index == slot.index for one in found.slots) > 1,
        inherited=slot.said,
    )


def _scale(need: Need, slot: Slot, read: Read) -> tuple[float, ...]:
    """The sizes for a need in a slot. Titles have those in which two lines have room, so that they are alike."""
    style = _styled(need, slot, read)[0]
    scale = sizes(style.size_pt, need.least_pt, read.height)
    most_pt = need.most_pt or scale[0]
    if need == _TITLE:  # but for those that are their slide
        height_pt = (slot.box.height - slot.insets[1] - slot.insets[3]) / EMU_PER_POINT
        most_pt = height_pt / (2 * _LINE_EM * style.line_percent / 100)
    return tuple(size for size in scale if size <= most_pt) or scale[-1:]


def _styled(need: Need, slot: Slot, read: Read) -> tuple[Style, ...]:
    """The styles of a slot, with what it does not say and we do, and without bullets where they do not belong."""
    share = share_of(read.height)
    made = []
    for level, style in enumerate(slot.styles):
        if not slot.says_size:
            size_pt = max(LEAST_PT, round(need.size_pt * share) - level * _STEP_PT)
            style = structs.replace(style, size_pt=float(size_pt), bold=style.bold or need.kinds == _TITLES)
        if need.has_bullets and not slot.says_bullet:
            hang = round(_HANG * share)
            left, before_pt = hang * (level + 1), style.size_pt / 3
            style = structs.replace(style, bullet="•", left=left, hang=hang, before_pt=before_pt)
        elif style.bullet and not need.has_bullets:
            style = structs.replace(style, bullet="", left=0, hang=0)
        made.append(style)
    return tuple(made)
