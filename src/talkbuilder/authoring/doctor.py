"""What a template is good for: which of its layouts serves for what, and why; what is drawn, changed and left out."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from talkbuilder.diagnostics import Report, Source
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.inks import rgb
from talkbuilder.layout.theme import SLIDE_NUMBER, Fonts, Layout, Theme
from talkbuilder.layout.typefaces import is_fixed, is_shown, twin
from talkbuilder.outputs.pptx.template import read_template
from talkbuilder.outputs.pptx.template.layouts import FOOT_FROM, Found, Read
from talkbuilder.outputs.pptx.template.legibility import contrast_on, worst
from talkbuilder.outputs.pptx.template.matching import CHOSEN, GUESSED, HELD, NAMED, PLACED, TYPED, USED
from talkbuilder.outputs.pptx.template.roles import (
    CANVAS,
    EVERY_TALK,
    Match,
    Matches,
    mapping_text,
    match,
    names_of,
    printed_on,
    spoken,
)
from talkbuilder.outputs.pptx.template.styles import FOOT
from talkbuilder.units import Box

_DRAWN = {"question": "Question", CANVAS: "Drawing"}  # the layout of ours that tells what a role is drawn upon
_MOST_WORDS, _MOST_NAMED = 2, 4  # texts, and layouts, in a line
_BY = {
    CHOSEN: "as you say",
    NAMED: "by its name",
    TYPED: "by its type",
    HELD: "by a part of its name",
    USED: "for slides of the file stand on it",
    PLACED: "by its placeholders",
    GUESSED: "by its place, which is a guess",
}


class Served(Struct, frozen=True):
    """A role, and what serves for it: a layout of the template's, or ours drawn upon one."""

    role: str
    means: str
    layout: str | None
    why: str
    drawn_on: str | None
    not_served: tuple[str, ...]  # which layouts do not, and why
    notes: tuple[str, ...] = ()  # what else an author should know of it


class FontUsed(Struct, frozen=True):
    family: str
    is_here: bool
    measured_as: str = ""  # where it is not


class InkChanged(Struct, frozen=True):
    """A colour of text that cannot be read on what lies beneath, and what it becomes."""

    layout: str
    text: str
    ink: str
    ground: str
    contrast: float
    becomes: str
    then: float  # the contrast of that


class Room(Struct, frozen=True):
    """The largest free area of a layout, in shares of the slide; for the canvas, that on which slides are drawn."""

    layout: str
    left: float
    top: float
    width: float
    height: float
    drawn: int  # how many things are drawn, beside which it is


class Diagnosis(Struct, frozen=True):
    """All that there is to say of a template; `mapping` is how it is written down for an author."""

    file: str
    width_pt: float
    height_pt: float
    masters: tuple[str, ...]
    master: str  # which of them is taken, and why
    roles: tuple[Served, ...]
    changed: tuple[str, ...]  # what slides that are drawn have otherwise than the template's own
    words: tuple[str, ...]  # that the template prints on slides of texts and on those that are drawn
    fonts: tuple[FontUsed, ...]
    inks: tuple[InkChanged, ...]
    rooms: tuple[Room, ...]
    mapping: str


def diagnose(data: bytes, name: str, report: Report, mapping: Source | None = None) -> Diagnosis | None:
    """The diagnosis of a file that is called `name`; None where it cannot be used, which is reported."""
    examined = read_template(data, name, report, mapping)
    if examined is None:
        return None
    theme, matches = examined.theme, examined.matches
    found = {one.part: one for read in matches.reads for one in read.layouts}
    serving = [layout for one in matches.by_role.values() for layout in one.layouts.values()]
    names = names_of(matches.reads) | {part: "your first slide" for part, one in found.items() if one.is_made}
    canvas = theme.layouts["Drawing"].base
    text = matches.by_role["text"].found
    carried = [*filter(None, (text,)), found[canvas]]
    printed = (word for one in carried for word in (*one.look.words, *(slot.text for slot in one.slots)))
    words = tuple(dict.fromkeys(word for word in printed if word.upper() != word.lower()))
    cover = theme.layouts["Cover"]
    on_cover = printed_on(found[cover.part or cover.base], matches.read)
    return Diagnosis(
        file=name,
        width_pt=theme.size_pt[0],
        height_pt=theme.size_pt[1],
        masters=tuple(read.name for read in matches.reads),
        master=_taken(matches.read),
        roles=tuple(_served(one, theme, matches, names) for one in _told(matches)),
        changed=tuple(_changed(theme.layouts["Drawing"], found[canvas])),
        words=words,
        fonts=tuple(_fonts(matches.read.fonts, serving)),
        inks=tuple(dict.fromkeys(ink for one in serving for ink in _inks(one, found[one.part]))),
        rooms=tuple(
            _room(one, read, names[one.part], theme.layouts["Drawing"])
            for read in matches.reads
            for one in read.layouts
            if not one.is_made
        ),
        mapping=mapping_text(matches, name, canvas, dict.fromkeys((*words, *on_cover))),
    )


def _taken(read: Read) -> str:
    """Which master is taken, and why; a volunteer knows it by how light it is."""
    ground = read.master.palette.rgb(read.master.look.background)
    shade = "light" if contrast(ground, "000000") > contrast(ground, "FFFFFF") else "dark"
    own = "one of the file's own slides stands" if read.slides == 1 else f"{read.slides} of the file's own slides stand"
    why = f"{own} on it" if read.slides else "most of what a talk needs is on it"
    return f"'{read.name}', which is {shade}: {why}"


def _told(matches: Matches) -> Iterator[Match]:
    """The matches; what an author's file says only as it is found anyway, as written by this program, is told so."""
    by_itself = match(matches.reads).by_role
    for name, one in matches.by_role.items():
        own = by_itself[name]
        is_same = one.found is not None and own.found is not None and one.found.part == own.found.part
        yield own if is_same else one


def _served(one: Match, theme: Theme, matches: Matches, names: Mapping[str, str]) -> Served:
    role, layouts = one.role, {found.part: found for read in matches.reads for found in read.layouts}
    if one.found is not None:
        sort = one.found.sort
        others = [name for name in role.sorts if name != role.name and one.by != CHOSEN]
        same = next((name for name in others if matches.by_role[name].found == one.found), None)
        why = f"as for the {same}" if same else f"a layout for the {sort}" if sort in others else _BY[one.by]
        why = "with which the file opens" if one.found.is_made else why
        why = (
            "for the slide that opens the file stands on it" if one.by == USED and one.found.opens and not same else why
        )
        why += f"; {role.drawn} is drawn" if role.drawn else ""
        notes = (
            *(_candidates(one.found, matches.read, names) if one.by == GUESSED else ()),
            *_printed(one.found, matches.read),
        )
        return Served(role.name, role.means, names[one.found.part], why, None, one.why_not, notes)
    part = theme.layouts[_DRAWN.get(role.name) or role.layouts[0]].base
    why = "" if one.why_not else "no layout is called so, or has such places"
    if role.name == CANVAS:
        house = matches.read.house
        is_alike = house is not None and layouts[part].look == house.look
        texts = matches.by_role["text"].found
        why = "it serves for the text" if texts and texts.part == part else "it has the most room under a title"
        why = "it looks as most of the file's own slides" if is_alike else why
    meant = [found for found in matches.read.layouts if role.name == "cover" and found.sort == "cover"]
    notes = tuple(_printed(layouts[part], matches.read)) if role.name in EVERY_TALK else ()
    if meant and part not in {found.part for found in meant}:
        name = names[meant[0].part]
        notes = (f"what '{name}' shows is left out: write '{role.name}: {name}' to have slides drawn over it", *notes)
    return Served(role.name, role.means, None, why, names[part], one.why_not, notes)


def _candidates(guessed: Found, read: Read, names: Mapping[str, str]) -> Iterator[str]:
    """What else a layout may be that is guessed."""
    titled = (one for one in read.layouts if any(slot.kind in ("title", "ctrTitle") for slot in one.slots))
    if others := [f"'{names[one.part]}'" for one in titled if one != guessed and not one.sort]:
        more = f" or {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        yield f"it may as well be {', '.join(others[:_MOST_NAMED])}{more}"


def _printed(found: Found, read: Read) -> Iterator[str]:
    if words := printed_on(found, read):
        said = ", ".join(f"'{one}'" for one in words[:_MOST_WORDS])
        yield f"'{spoken(found)}' prints words on each of its slides: {said}"


def _changed(layout: Layout, on: Found) -> Iterator[str]:
    title = layout.placeholders["Title"].box
    for panel in (one for one in layout.items if one.name == "Panel"):
        behind = "all texts" if panel.box.holds(title) else "all but titles"
        yield f"a panel behind {behind}, for nothing can be read all over the picture of '{spoken(on)}'"
    if SLIDE_NUMBER not in layout.placeholders:
        yield (
            "the number that the template prints"
            if on.look.has_number
            else "no number, for there is no place for it where it can be read"
        )


def _fonts(fonts: Fonts, serving: Sequence[Layout]) -> Iterator[FontUsed]:
    styles = (style for one in serving for place in one.placeholders.values() for style in place.styles[:1])
    families = [fonts.titles, fonts.text, *(fonts.family(one.font) for one in styles)]
    for family in dict.fromkeys(families):
        is_here, alike = is_shown(family), "Courier" if is_fixed(family) else twin(family)
        yield FontUsed(family, is_here, "" if is_here else alike)


def _inks(layout: Layout, found: Found) -> Iterator[InkChanged]:
    for place in layout.placeholders.values():
        if not place.inherited or not place.inherited[0].ink.name:
            continue
        said, set_in = place.inherited[0].ink, place.styles[0].ink
        if said != set_in:
            before, after = found.palette.rgb(said), rgb(set_in, layout.palette)
            grounds = found.beneath_text(place)
            ground = worst(before, grounds)
            failed, then = round(contrast(before, ground), 1), round(contrast_on(after, grounds), 1)
            yield InkChanged(spoken(found), place.name, before, ground, failed, after, then)


def _room(found: Found, read: Read, name: str, drawn: Layout) -> Room:
    area, grid = found.area, drawn.grid
    feet = [one.box.y for one in found.slots if one.kind in FOOT and one.box.y > FOOT_FROM * read.height]
    free = area.within(Box(0, 0, read.width, min(feet, default=read.height)))
    if found.part == drawn.base:
        begins, ends = (round(drawn.corner[1] + row * grid.row) for row in grid.free)
        free = Box(drawn.corner[0] + grid.margin, begins, grid.width - 2 * grid.margin, ends - begins)
    across, down = read.width, read.height
    left, top = round(free.x / across, 2), round(free.y / down, 2)
    width, height = round(free.width / across, 2), round(free.height / down, 2)
    return Room(name, left, top, width, height, len(area.obstacles))
