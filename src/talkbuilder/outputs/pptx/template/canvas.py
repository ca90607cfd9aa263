"""Where on a template a page of ours has room: on the drawings of which layout, and on which part of these."""

from collections import Counter
from math import log

from msgspec import Struct, structs

from talkbuilder.layout import inks
from talkbuilder.layout.fit import USABLE_HEIGHT
from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, nearest
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import OWN, Image, Ink, Shape, rectangle
from talkbuilder.layout.qr import LEAST
from talkbuilder.layout.theme import Grid, Placeholder
from talkbuilder.outputs.pptx.template.changing import OF_SLIDES
from talkbuilder.outputs.pptx.template.colours import apart, average, saturation
from talkbuilder.outputs.pptx.template.free_area import Beside, FreeArea
from talkbuilder.outputs.pptx.template.layouts import FOOT_FROM, LINE_EM, TITLES, Found, Read, Slot, veiled
from talkbuilder.outputs.pptx.template.legibility import (
    SOURCE_PT,
    SURE,
    base_of,
    contrast_on,
    foot_of,
    share_of,
    source_lines,
)
from talkbuilder.outputs.pptx.template.names import sort_within
from talkbuilder.outputs.pptx.template.styles import FOOT
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_AIR: Emu = 10 * EMU_PER_POINT  # between what a template draws and what stands beside it, on a slide like ours
_FOOT_COLUMNS = 11  # how wide sources are
_ALIKE = 6 * EMU_PER_POINT  # how near two edges are that are one
_ON_AXIS = 0.9  # of a room, that is left of it around the middle of a title
_LINE_EM = LINE_EM / USABLE_HEIGHT  # of a line, in a box as text is fitted into it
_MOST_LOOKED_AT = 24  # layouts that a canvas is looked for among
_TITLE_ENDS, _TITLE_SHARE = 0.42, 0.5  # of a slide: how far down a title may reach, how wide it is at least
_LEAST_TITLE, _CENTRED_SHARE = 0.4, 0.45  # of a slide, that ornaments leave of a title, and of one in the middle
_PANEL_PERCENT = 86  # how little shines through a panel over what nothing can be read on
_VEILS = (20, 35, 50)  # percent, of one over a ground that shows nothing
_PANEL_CONTRAST, _EVEN_CONTRAST = 8.0, 15.0  # of a panel with texts on it, where that is all its own; of a veil
_LIVELY, _CALM = 40, 30  # unrest of a ground with a panel over it, and of one that this leaves
_NEARLY = 2.75  # contrast of the ink of titles with a ground on which all texts are to have it
_ENOUGH_ROOM = (0.45, 0.55, 0.45)  # of the page's height, its width and itself, below which a panel has more
_OPENING_ROOM = (0.3, 0.5, 0.25)  # the same, for a title and a line or two
_FRAMED = 0.4  # of the page, that a picture takes within which a panel stays
_LEAST_BELOW = 0.4  # of the page's height, that is free under a title; else its own place is looked away from
_BESIDE_CODE = 2.7  # widths of the least code, that it and what stands beside it need
_UNTITLED = 0.65, 0.6  # of the page's height and width, that a number and its code need
_LEFT = 0.6  # of the page, within which a number is to the left, or in the middle
_OTHER_GROUND = 2.0  # contrast with the usual ground, from which a talk closes as it opens, and not as all else stands
_GREY = 0.1  # saturation
_AMPLE = 0.6  # of the page, above which no other layout is looked for
_MORE = 1.15  # room, for a layout to come before one that is meant for it
_CLEAR, _TITLED = 0.8, 2.0  # how much a room counts beside all that is drawn, and under a title
_BESIDE = 0.66  # of the width of a free area, that sources need beside what stands under that
_LINE_SHARE = 0.75  # of the width and the size of a title, that one has beside a logo, or under it
_HEADED = 0.8  # of the width of what stands under a title, that a lead needs beside a logo
_FOOT_SHARE = 0.14  # of a free area, that they take at most
_BAR = 1.3  # contrast of what lies beneath a title with what lies beneath all else
_EDGE = 0.02  # of the page's height, that titles keep off its upper edge
_RULED, _THIN = 0.06, 0.02  # of the page: how far under a title a line belongs to it, and how high one is at most

# Rows of a page of ours: where what a title stands over begins, where a lead does, where all of it does.
UNDER_TITLE, UNDER_HEADLINE, OVER_ALL = 24.0, 15.5, 4.5


class Canvas(Struct, frozen=True):
    """A layout of a template, of which the drawings are used; and its free area."""

    found: Found
    room: Box  # what is free of the page, but for its margins and what stands at its foot
    title: Slot | None = None  # where the template's own title stands, and can
    panel: Shape | None = None  # over which texts are put where nothing can be read on what the template draws
    beside: Beside = "all"  # what keeps texts away: not what a picture shows on which they are read anywhere

    @property
    def area(self) -> FreeArea:
        return self.found.area

    @property
    def page(self) -> Box:
        return self.found.page

    def grounds(self, box: Box) -> Counter[str]:
        """The colours that lie beneath a box, and how often each is there."""
        grounds = self.found.grounds(box)
        if self.panel is None or self.panel.fill is None or not _lies_in(box, self.panel.box):
            return grounds
        over = inks.rgb(structs.replace(self.panel.fill, opacity_percent=100), self.found.palette.inks)
        return veiled(grounds, over, self.panel.fill)

    def within(self, box: Box) -> Box:
        """What of a box is free; all of it on a panel."""
        if self.panel is not None and _lies_in(box, self.panel.box):
            return box
        return self.area.within(box, _air(self.page), self.beside)


def canvas_of(read: Read, wanted: Found | None = None, for_texts: str = "") -> Canvas:
    """The wanted canvas, if one is; else the first with room beneath a title, of layouts that look as the one on which
    most of the file's own slides stand, or else as the part that serves `for_texts`: these carry what the house puts on
    its slides. Then come those for a title alone, for a title and text, for anything; last what hides the master.

    Of those that look alike it is the house's own, so that titles stand as they do on its slides and over texts.
    """
    if wanted is not None:
        return _canvas(wanted, read)
    houses = [one for one in (read.house, *read.layouts) if one and (one == read.house or one.part == for_texts)]
    house = houses[0].look if houses else None
    offered = [*dict.fromkeys((*houses, *read.layouts)[:_MOST_LOOKED_AT])]
    groups = ([one for one in offered if (one.look == house) is alike] for alike in (True, False))
    layouts = (one for own in groups for one in sorted(own, key=lambda it: (it not in houses, _meant(it, read))))

    def worth(canvas: Canvas) -> tuple[bool, bool, int]:
        is_house = canvas.panel is None and canvas.found.look == house
        return is_house, not _meant(canvas.found, read)[0], _steps(_worth(canvas))

    made: list[Canvas] = []
    for found in layouts:
        if any(one.found.look == found.look and one.title and not one.panel for one in made):
            continue
        made.append(_canvas(found, read))
        if made[-1].title and not made[-1].panel and _size(made[-1].room) >= _AMPLE * _size(made[-1].page):
            break
    return max(made, key=worth)


def _meant(found: Found, read: Read) -> tuple[bool, int]:
    """Whether a layout hides what the master draws, or opens; and for what it is meant, for few places the least."""
    kinds = sorted({"ctrTitle": "title", "obj": "body"}.get(one.kind, one.kind) for one in found.slots)
    places = tuple(one for one in kinds if one not in FOOT)
    of_master = {one for one in read.master.look.drawn if one.box != found.page}
    is_bare = bool(of_master) and not of_master & set(found.look.drawn)
    order = (("title",), ("body", "title"), ())
    meant = order.index(places) if places in order else len(order) + ("pic" in places)
    return is_bare or found.use < 0, meant


def titled(canvas: Canvas) -> Slot | None:
    """The title of a canvas, or that of its layout where ours stands elsewhere, whose ink it has."""
    return canvas.title or next((one for one in canvas.found.slots if one.kind in TITLES), None)


def ink_of(title: Slot, found: Found) -> str:
    """The colour of a title, whose ink may be one of another layout."""
    ink = title.styles[0].ink
    return inks.rgb(ink, {ink.name: ink.name.removeprefix(OWN), **found.palette.inks})


def opening_of(read: Read, usual: Canvas, name: str, cover: Found | None = None) -> Canvas:
    """The canvas for slides that open and close: that of the template's own title slide or of its parts, if it leaves
    the room and looks another way, without a bar for a title that these have not there.

    Words that are printed on it belong to one slide, and not to every part. A closing needs nearly all the room: it
    stands on what is called one; else the `cover`, which may be of another master, comes first, so that a deck closes
    as it opens, if its ground is another than all else has.
    """
    layouts = [one for one in read.layouts if name != "Section" or not one.is_made]
    first = [cover] if cover and (cover in layouts or cover not in read.layouts) else []
    first += [one for sort in ("cover", "section") for one in layouts if one.sort == sort and one != cover]
    first = first or layouts[:1]
    closes = [one for one in layouts if name == "Closing" and "closing" in (one.sort, sort_within(one.name))]
    for found in (*closes, *first):
        made = _canvas(found, read, _ENOUGH_ROOM if name == "Section" else _OPENING_ROOM)
        is_repeated = name == "Section" and {*found.look.words} - {*usual.found.look.words}
        if made.panel is None and not (is_repeated or has_bar(made)):
            step = contrast(*(average(one.grounds(one.room)) for one in (made, usual)))
            if found in closes:
                if _holds_closing(made):
                    return made
                continue
            if name == "Closing":
                return made if step >= _OTHER_GROUND and _holds_closing(made) else usual
            is_usual = name == "Section" and usual.title and found.look == usual.found.look
            is_usual = is_usual or (made.room == usual.room and step == 1)
            return usual if is_usual else made  # it only looks the same
    return usual


def _holds_closing(canvas: Canvas) -> bool:
    """Whether a title, a number and its code stand on a canvas as on any other slide: in one piece, large enough to be
    read from afar, and in one ink, for what is small is read in that of the title as well."""
    room, page, title = canvas.room, canvas.page, titled(canvas)
    if title and contrast_on(ink_of(title, canvas.found), canvas.grounds(room)) < ENOUGH:
        return False
    room = room if canvas.title is None or not canvas.title.box.meets(room) else _below(canvas, 0)
    is_wide = room.width >= max(_UNTITLED[1] * page.width, _BESIDE_CODE * LEAST)
    return is_wide and room.height >= _UNTITLED[0] * page.height and canvas.beside != "logos"


def over(found: Found, read: Read) -> Canvas | None:
    """The canvas for an opening on what a layout draws: beside all of that, or else on a panel over half of it, within
    a picture that does not fill the page, and over no logo; None where that leaves no room."""
    made = _canvas(found, read, _OPENING_ROOM)
    if made.beside == "all" and made.panel is None:
        return made
    page, whole, air = found.page, _whole(found), _air(found.page)
    large = (one.box for one in found.look.drawn if isinstance(one, Image) and _size(one.box) >= _FRAMED * _size(page))
    for box in large:
        left, top = max(whole.x, box.x + 2 * air), max(whole.y, box.y + 2 * air)
        right, ends = min(whole.right, box.right - 2 * air), min(whole.bottom, box.bottom - 2 * air)
        within = Box(left, top, right - left, ends - top)
        whole = within if _is_roomy(within, page, _ENOUGH_ROOM) else whole
    half = whole.height // 2
    for y in (whole.bottom - half, whole.y + half // 2, whole.y):
        offered = whole._replace(y=y, height=half)
        is_bare = not any(map(offered.meets, found.area.logos))
        if is_bare or _is_roomy(found.area.within(offered, air, "logos"), page, _OPENING_ROOM):
            return paneled(made, read, offered, _OPENING_ROOM)
    return None


def has_bar(canvas: Canvas) -> bool:
    """Whether the title stands on a ground of its own, which looks empty without one."""
    if canvas.title is None or canvas.panel is not None:
        return False
    boxes = (canvas.title.box, _below(canvas, 0))
    title, room = (average(canvas.grounds(box)) for box in boxes)
    both = boxes[0]._replace(height=boxes[1].bottom - boxes[0].y)
    is_edged = canvas.area.within(both) != both  # and no ground that shades off
    return contrast(title, room) >= _BAR and is_edged


def is_kept_for_title(canvas: Canvas) -> bool:
    """Whether the place of the title looks empty without one: it has a ground of its own, or a line under it or at its
    side."""
    if canvas.title is None or canvas.panel is not None:
        return False
    box, page = canvas.title.box, canvas.page
    near, thin = round(_RULED * page.height), _THIN * page.height
    around = Box(box.x - near, box.y - near, box.width + 2 * near, box.height + 2 * near)
    lines = [one.box for one in canvas.found.look.drawn if min(one.box.width, one.box.height) < thin]
    is_wide = any(box.y < one.y < around.bottom and one.width >= _TITLE_SHARE * page.width for one in lines)
    is_marked = any(around.holds(one) and one.height > thin for one in lines)
    return is_wide or is_marked or has_bar(canvas)


def _worth(canvas: Canvas) -> float:
    clear = 0.4 if canvas.panel else _CLEAR if canvas.beside == "all" else 0.5
    if canvas.panel:  # which may cover what is drawn
        return _size(canvas.area.within(canvas.room, _air(canvas.page), canvas.beside)) * clear
    return _size(_below(canvas, 0)) * clear * (_TITLED if canvas.title else 1.0)


def _steps(worth: float) -> int:
    """What a room is worth, in steps of which one is as much more as counts."""
    return int(log(max(1.0, worth), _MORE))


def _size(box: Box) -> int:
    return box.width * box.height


def _canvas(found: Found, read: Read, least: tuple[float, float, float] = _ENOUGH_ROOM) -> Canvas:
    page, whole = found.page, _whole(found)

    def beside(way: Beside) -> Canvas:
        return Canvas(found, found.area.within(whole, _air(page), way), beside=way)

    opens = least == _OPENING_ROOM
    ways: tuple[Beside, ...] = ("all", "drawings", "logos") if opens else ("all", "drawings")  # it may cross its dress
    for canvas in map(beside, ways):
        is_read = opens or canvas.beside == "all" or canvas.area.is_read(canvas.room)
        if is_read and _is_readable(canvas, canvas.room, ENOUGH) and _is_roomy(canvas.room, page, least):
            return structs.replace(canvas, title=_title(canvas, read, canvas.beside))
    return paneled(beside("all"), read, whole)


def _is_roomy(box: Box, page: Box, least: tuple[float, float, float]) -> bool:
    shares = box.height / page.height, box.width / page.width, _size(box) / _size(page)
    return all(one >= enough for one, enough in zip(shares, least, strict=True))


def paneled(canvas: Canvas, read: Read, whole: Box, least: tuple[float, float, float] = _ENOUGH_ROOM) -> Canvas:
    """A canvas with a panel over what covers the `whole` room, beside what else is drawn; over that too where it leaves
    too little, but for logos."""
    page, air = canvas.page, _air(canvas.page)
    rooms = (canvas.area.within(whole, air, beside) for beside in ("all", "drawings", "logos"))
    room = next((one for one in rooms if _is_roomy(one, page, least)), whole)
    panel = _panel(canvas, room)
    room = Box(room.x + air, room.y, room.width - 2 * air, room.height - air // 2)
    title = _title(canvas, read, "drawings")
    if title and title.fill is None and _lies_in(title.box, panel.box):  # whose letters do not run over its edge
        x, right = max(title.box.x, panel.box.x), min(title.box.right, panel.box.right)
        title = structs.replace(title, box=title.box._replace(x=x, width=right - x))
    return structs.replace(canvas, room=room, panel=panel, title=title)


def _whole(found: Found) -> Box:
    """A page but for its margins and what a template shows at its foot; a title may stand nearer to the edge."""
    page = found.page
    usual = round(STEPPE.grid.margin * page.width / STEPPE.grid.width * 0.75)
    titles = (one for one in found.slots if one.kind == "title" and one.styles[0].align == "left")
    lefts = (one.box.x + one.insets[0] for one in titles)
    margin = next((one for one in lefts if 0.4 * usual <= one < usual), usual)
    numbers = [one.box for one in found.slots if one.kind == "sldNum" and one.box.y > FOOT_FROM * page.height]
    under = (one.y for one in numbers if one.right < _LEFT * page.width)  # sources begin where titles do
    foot = min([foot_of(found) - _air(page) // 2, *under])
    lowest = min(max([*(one.bottom for one in numbers), round(0.965 * page.height)]), round(0.985 * page.height), foot)
    return Box(margin, margin // 2, page.width - 2 * margin, lowest - margin // 2)


def _is_readable(canvas: Canvas, box: Box, enough: float) -> bool:
    grounds = canvas.grounds(box)
    return any(contrast_on(ink, grounds) >= enough for ink in ("000000", "FFFFFF"))


def _panel(canvas: Canvas, room: Box, ink_of_texts: str = "", least: float = _PANEL_CONTRAST) -> Shape:
    """A panel in what the template draws beneath comes to, made as dark or light as texts need it; a little larger.

    A grey picture may be shown in other colours: then in the theme's own ground.
    """
    around = _air(canvas.page)
    beneath, inks = average(canvas.found.grounds(room)), canvas.found.palette.inks
    if saturation(beneath) < _GREY and contrast(inks["ground"], inks["text"]) >= ENOUGH:
        beneath = inks["ground"]
    text = ink_of_texts or max(("000000", "FFFFFF"), key=lambda one: contrast(one, beneath))
    rgb = nearest(beneath, {text: least})
    enough = SURE * ENOUGH if ink_of_texts else ENOUGH
    veil, grounds = canvas.found.palette.near(rgb), canvas.found.grounds(room)
    # A ground that is but a little too light, or too dark, shines through.
    is_whole = canvas.area.within(room, 0, canvas.beside) == room
    percents = (*_VEILS, _PANEL_PERCENT) if is_whole else (_PANEL_PERCENT,)
    veils = ((one, veiled(grounds, rgb, one)) for one in (structs.replace(veil, opacity_percent=it) for it in percents))
    calm = (one for one, seen in veils if contrast_on(text, seen) >= enough and _unrest(seen) <= _CALM)
    ink = next(calm, structs.replace(veil, opacity_percent=_PANEL_PERCENT))
    box = Box(room.x - around, room.y - around, room.width + 2 * around, room.height + 2 * around)
    return rectangle("Panel", box, ink)


def on_even_ground(canvas: Canvas) -> Canvas:
    """A canvas on which small texts are read in the ink of the house's titles, and on one ground: where that is a
    little too light or too dark for them, or is a lively picture, on a panel that is less so."""
    if canvas.title is None or canvas.panel or canvas.title.fill:
        return canvas
    ink, grounds = ink_of(canvas.title, canvas.found), canvas.grounds(canvas.room)
    beneath = average(grounds)
    best = min(("000000", "FFFFFF"), key=lambda one: contrast(one, ink))
    is_lit = saturation(ink) > _GREY or contrast(ink, beneath) < _NEARLY or contrast_on(best, grounds) >= ENOUGH
    if is_lit and _unrest(grounds) <= _LIVELY:
        return canvas
    panel = _panel(canvas, canvas.room, least=_EVEN_CONTRAST) if is_lit else _panel(canvas, canvas.room, ink)
    whole = Box(0, 0, canvas.page.width, canvas.page.height)
    is_bare = canvas.area.within(whole, 0, "drawings") == whole  # then all of the ground is darker, or lighter
    return structs.replace(
        canvas, panel=rectangle(panel.name, whole, panel.fill or Ink("ground")) if is_bare else panel
    )


def _unrest(grounds: Counter[str]) -> float:
    """How far colours are from what they come to, in red, green and blue together."""
    mean = average(grounds)
    return sum(apart(one, mean) * count for one, count in grounds.items()) / grounds.total()


def _title(canvas: Canvas, read: Read, beside: Beside = "all") -> Slot | None:
    """The place of the template's title, where most of it is free, and it stands at the head of the slide."""
    page = canvas.page
    titles = (one for one in (*canvas.found.slots, *read.master.slots) if one.kind in TITLES)
    slot = next((one for one in titles if one.is_upright), None)
    if slot is None or slot.box.x >= page.width or slot.box.bottom > page.height:
        return None
    box = slot.box._replace(width=min(slot.box.right, page.width) - slot.box.x)
    if box.width < _TITLE_SHARE * page.width and (align := slot.styles[0].align) != "centre":
        margin = box.x if align == "left" else page.width - box.right
        # Beside it may have stood what no slide of ours has.
        box = box._replace(x=margin, width=page.width - 2 * margin)
    low = box._replace(y=box.y + box.height // 4, height=box.height - box.height // 4)
    air = _air(page) // 4  # its insets are air as well
    parts = [canvas.area.within(one, air, beside) for one in (box, low)]
    whole, box = box, _in_line(canvas, slot, box, parts[parts[1].x == box.x < parts[0].x])  # it begins where all does
    if box.width < _LINE_SHARE * whole.width:  # or is as wide as on the house's slides, if a line has room under a logo
        line = round(LINE_EM * max(24 * share_of(page), _LINE_SHARE * slot.styles[0].size_pt) * EMU_PER_POINT)
        rows = (whole._replace(y=y, height=whole.bottom - y) for y in range(whole.y, whole.bottom - line - air, air))
        wide = next((one for one in rows if canvas.area.within(one, air, beside) == one), None)
        box = wide._replace(y=wide.y + air, height=wide.height - air) if wide else box
    is_high = box.y < page.height / 4 and box.bottom <= _TITLE_ENDS * page.height
    is_large = box.width >= _LEAST_TITLE * page.width and box.height >= LINE_EM * 24 * share_of(page) * EMU_PER_POINT
    if not (is_high and is_large):
        return None
    if not _is_readable(canvas, box, ENOUGH_LARGE):
        return None
    kept = [one.box for one in canvas.area.obstacles if one.name.startswith(OF_SLIDES)]
    if slot.fill is None or any(slot.box.meets(one) for one in kept):
        return structs.replace(slot, box=_off_edge(box, slot, page))
    # Its own ground stays as wide as it is, for a bar from edge to edge is no box in the middle: it hides what the
    # layout has beneath it in the house's slides as well, but for what stood on these. Its letters keep clear.
    left, top, right, bottom = slot.insets
    over = slot.box
    insets = left + box.x - over.x, top + box.y - over.y, right + over.right - box.right, bottom
    return structs.replace(slot, box=over._replace(height=box.bottom - over.y), insets=insets)


def _off_edge(box: Box, slot: Slot, page: Box) -> Box:
    """The place of a title without what is so near to the upper edge of the page that a screen may cut it off; its
    letters are held where they were."""
    near = round(_EDGE * page.height) - box.y
    lost = near * (2 if slot.anchor == "middle" else 1)
    line = LINE_EM * max(28 * share_of(page), slot.styles[0].size_pt) * EMU_PER_POINT
    if near <= 0 or box.height - lost < line:
        return box
    return box._replace(y=box.y + near, height=box.height - lost)


def _in_line(canvas: Canvas, slot: Slot, whole: Box, free: Box) -> Box:
    """What is free of the `whole` place of a title, on the line on which the template has its titles begin or end, or
    that is their middle: over ornaments on which it is read too, as on the house's own slides, but over no logo."""
    align, air = slot.styles[0].align, _air(canvas.page) // 2  # more of it beside what stands at its height
    left, right = (air * (one != other) for one, other in ((free.x, whole.x), (free.right, whole.right)))
    free = free._replace(x=free.x + left, width=free.width - left - right)
    axis = whole.x + whole.width // 2
    half = min(axis - free.x, free.right - axis)
    if align == "centre" and 2 * half >= _CENTRED_SHARE * canvas.page.width:
        return free._replace(x=axis - half, width=2 * half)
    x = free.x if align == "right" else whole.x
    wide = free._replace(x=x, width=(free.right if align == "left" else whole.right) - x)
    return wide if _is_readable(canvas, wide, ENOUGH_LARGE) and not canvas.area.has_logo(wide) else free


def _below(canvas: Canvas, gap: Emu) -> Box:
    """What is free so far under a title: a logo over it takes nothing of that."""
    slot, air = canvas.title, _air(canvas.page)
    room = canvas.room if canvas.panel else _whole(canvas.found)
    if slot is None:
        return canvas.room
    y = max(room.y, slot.box.bottom)
    free = canvas.within(room._replace(y=y - air, height=room.bottom - y + air))  # a bar between the two has air too
    # The same part of the page whatever the gap: all that stands under titles has one edge. Under a bar it counts from
    # where this ends.
    y = max(y + gap, free.y + max(0, gap - air if free.y > y - air else 0))
    return free._replace(y=y, height=free.bottom - y)


def grid_on(canvas: Canvas, begins: float, read: Read) -> tuple[Grid, tuple[Emu, Emu]]:
    """Our grid on the free area, of which the row `begins` is the first, and where the page of that grid begins."""
    wanted = begins
    begins = begins if canvas.title is not None else OVER_ALL
    room = _off_foot(_room(canvas, begins, read), canvas)
    top, height = room.y, room.height
    base = base_of(room).grid
    inner = base.width - 2 * base.margin
    margin = round(base.margin * room.width / inner)
    first = base.foot[0]
    lines = source_lines(read.fonts.text, room.width * _FOOT_COLUMNS // base.columns)
    needed = int(min(lines * SOURCE_PT * _LINE_EM * EMU_PER_POINT, _FOOT_SHARE * height))
    lowest = _off_foot(_whole(canvas.found), canvas).bottom
    under = Box(room.x, min(room.bottom, lowest - needed), room.width, needed)
    beside = canvas.within(under)  # a logo that stands there
    is_free = beside.height >= needed and beside.width >= _BESIDE * room.width and beside.x == room.x
    if is_free and room.bottom < lowest and not canvas.panel:
        row = (under.y - top) / (first - begins)
        ends = begins + (under.bottom - top) / row
    else:
        row = min(height / (base.foot[1] - begins), (height - needed) / (first - begins))
        ends = max(base.foot[1], first + needed / row)
    grid = structs.replace(
        base,
        width=room.width + 2 * margin,
        height=round(90 * row),
        margin=margin,
        gutter=round(base.gutter * room.width / inner),
        row=int(row),
        foot=(first, ends),
        free=(begins, begins + height / int(row)),
        rule=canvas.area.rule,
        rise=_rise(canvas, wanted, room, round((UNDER_TITLE - UNDER_HEADLINE) * row)),
    )
    return grid, (room.x - margin, round(top - begins * int(row)))


def _off_foot(box: Box, canvas: Canvas) -> Box:
    """A box that does not end close over what is drawn under it: one that is clear may touch that."""
    air = _air(canvas.page)
    under = box._replace(y=box.bottom - EMU_PER_POINT, height=air + EMU_PER_POINT)
    tops = [one.box.y for one in canvas.area.obstacles if one.box.meets(under) and one.box.y >= under.y]
    return box._replace(height=min([box.bottom, *(top - 3 * air // 2 for top in tops)]) - box.y)


def _room(canvas: Canvas, begins: float, read: Read) -> Box:
    """What a page has room in that begins at a row, as far as that is in line with the title and the house's texts."""
    room = canvas.room
    if begins != OVER_ALL and canvas.title is not None:
        below = _below(canvas, _gap(canvas, canvas.title, begins))
        room = below if below.height > _LEAST_BELOW * canvas.page.height else room
    return _between_texts(room, canvas, read)


def in_line(canvas: Canvas, read: Read) -> Canvas:
    """A canvas whose title begins or ends where all does that stands under it, or has its middle over that, if nothing
    else stands there; one in the middle of the page stays there."""
    title, page = canvas.title, canvas.page
    if title is None or title.fill:
        return canvas
    room, box, align = _room(canvas, UNDER_TITLE, read), title.box, title.styles[0].align
    if align == "centre" and abs(box.x + box.right - page.width) <= _ALIKE:
        return canvas
    indent = title.indent if align == "left" else 0
    left = box.x if align == "right" else room.x - title.insets[0] - indent
    right = box.right if align == "left" else room.right + title.insets[2]
    wide = box._replace(x=left, width=right - left)
    away = abs(wide.x + wide.right - box.x - box.right) // (2 if align == "centre" else 1)
    is_free = wide.width >= _LEAST_TITLE * page.width and (box.holds(wide) or canvas.within(wide) == wide)
    return structs.replace(canvas, title=structs.replace(title, box=wide)) if away > _ALIKE and is_free else canvas


def _between_texts(room: Box, canvas: Canvas, read: Read) -> Box:
    """A room that begins where the titles do, or another text of the layout, as far as these are near, and ends as far
    from the edge, or where the template's widest text does."""
    slots = (*canvas.found.slots, *read.master.slots)
    titles = [canvas.title] if canvas.title else [one for one in slots if one.kind in TITLES][:1]
    # Titles in the middle may lie between ornaments, and tell nothing of where all else begins.
    is_centred = any(one.styles[0].align == "centre" for one in titles)
    texts = (one for one in canvas.found.slots if one.kind not in (*FOOT, *TITLES))
    lefts = [one.box.x + one.insets[0] for one in texts]
    heads = [] if is_centred else [one.box.x + one.insets[0] + one.indent for one in titles]
    near = [one for one in (*heads, *lefts) if room.x <= one <= room.x + room.width // 8]
    left = next(iter(sorted(near) if is_centred else near), room.x)
    wide = (*(one for one in slots if one.kind in ("body", "obj")), *titles)
    rights = [one.box.right - one.insets[2] for one in wide if 2 * one.box.width > canvas.page.width]
    rights = [min(one, room.right) for one in rights if one <= room.right + 2 * _air(canvas.page)]
    even = canvas.page.width - left
    right = max((*rights, even if even <= room.right else 0))
    right = right if right >= room.right - room.width // 16 else room.right
    axis = canvas.title.box.x + canvas.title.box.width // 2 if canvas.title and is_centred else (left + right) // 2
    half = min(axis - left, right - axis)
    if 2 * half >= _ON_AXIS * (right - left) and abs(left + right - 2 * axis) > EMU_PER_POINT:
        left, right = axis - half, axis + half  # where that costs little
    return Box(left, room.y, right - left, room.height)


def _rise(canvas: Canvas, begins: float, room: Box, lead: Emu) -> tuple[Emu, Emu]:
    """How high a page may begin under small titles, and how far under their letters; (0, 0) where it may not, as under
    one on a ground of its own. A lead that is so high may stand beside a logo, as its title does.
    """
    title, air = canvas.title, _air(canvas.page)
    gap = 2 * air // 3 if begins == UNDER_HEADLINE else 3 * air // 2
    if title is None:
        return (0 if begins == OVER_ALL else room.y), gap
    is_apart = canvas.panel and not canvas.panel.box.holds(title.box)
    if begins == OVER_ALL or title.fill or is_apart or has_bar(canvas):
        return 0, 0
    head = headed_by(title, room) if begins == UNDER_HEADLINE else room

    def is_free(y: Emu) -> bool:
        under = min(room.y, y + lead) if head != room else y
        parts = head._replace(y=y, height=under - y), room._replace(y=under, height=room.y - under)
        return all(canvas.within(one) == one for one in parts if one.height)

    return next((y + air for y in range(title.box.y, room.y, air) if is_free(y)), 0), gap


def headed_by(title: Slot | Placeholder, box: Box) -> Box:
    """What of a box is under a title; all of it under one that has little over it."""
    x, right = max(box.x, title.box.x), min(box.right, title.box.right)
    return box._replace(x=x, width=right - x) if right - x >= _HEADED * box.width else box


def _gap(canvas: Canvas, title: Slot, begins: float) -> Emu:
    """What stays free under a title beside what its own place leaves under its letters; a lead may stand nearer."""
    wanted = 3 * _air(canvas.page) // 2
    if canvas.panel:
        return wanted
    if title.fill or has_bar(canvas):
        return 2 * _air(canvas.page)
    size_pt = max(title.styles[0].size_pt, 28 * share_of(canvas.page))
    line = round(size_pt * _LINE_EM * EMU_PER_POINT)
    share, high = {"top": 1.0, "middle": 0.5, "bottom": 0.0}[title.anchor], title.box.height
    under, under_two = round(share * (high - line)), round(share * (high - 2 * min(line, high // 2)))
    wanted //= 3 if begins == UNDER_HEADLINE and title.anchor != "bottom" else 1
    holds_two = high >= 2 * 28 * share_of(canvas.page) * _LINE_EM * EMU_PER_POINT
    return max(0, wanted - max(0, under), _air(canvas.page) // 2 - under_two if holds_two else 0)


def _air(page: Box) -> Emu:
    return round(_AIR * share_of(page))


def _lies_in(box: Box, other: Box) -> bool:
    return other.x <= box.x + box.width // 2 <= other.right and other.y <= box.y + box.height // 2 <= other.bottom
