"""How a part begins on a template: its name larger than titles of slides, and the way of the talk under it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import structs

from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import LEAST_PT, SLIDE_NUMBER, Layout, Placeholder
from talkbuilder.outputs.pptx.template.colours import average
from talkbuilder.outputs.pptx.template.covers import at, enlarged, height, opening_pt
from talkbuilder.outputs.pptx.template.layouts import AIR, Found
from talkbuilder.outputs.pptx.template.legibility import SURE, contrast_on, foot_of, most_of, readable_ink
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_NONE = Box(0, 0, 0, 0)
_MARGIN, _FOOT = 0.08, 0.93  # of the page: beside what is free, and down to where
_ASIDE = 0.03  # of the page: how far from the edge of the title what is free may begin
# How wide and how high the way of six parts is in a row and in a column, of the least size of letters; the air around
# it under a title that is raised; of the size of that, how far it stands under it.
_ROW, _COLUMN, _AIR_EM, _APART_EM = (29.0, 3.0), (8.0, 9.0), 2.0, 0.6
_PARTS = (1.0, 0.75, 0.6, 0.5)  # of what is beside a title
_DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}  # where in its place a title is held
_STEPS = 54  # of the height of the page, by which a title is raised
_LEAD_EM = 0.9  # of a title's size, that the line over it takes
_SAME_GROUND = 1.3  # contrast


def parted(layout: Layout, found: Found, title_pt: float, main: str) -> Layout:
    """A layout for parts, beside titles of a size; its way is drawn in the shade of a colour that is seen there."""
    title = _enlarged(layout.placeholders["Title"], layout, found, opening_pt(title_pt, found))
    raised = _raised({**layout.placeholders, "Title": title}, layout, found)
    tried = ((one, _free(one["Title"], layout, found)) for one in raised)  # no more than it takes
    first = next(tried)
    ample = (one for step, one in enumerate(chain((first,), tried)) if _is_ample(one[1], title, _AIR_EM * bool(step)))
    places, free = next(ample, first)
    layout, title = structs.replace(layout, placeholders=places), places["Title"]
    rules = (Box(0, over, found.page.width, under - over) for over, under in found.area.rules)
    unread = (*layout.unread, *rules)  # a line in a picture is as good as one that is drawn: nothing moves on to it
    layout = structs.replace(layout, free=(free,), unread=unread)
    if layout.base:  # its inks are such as are seen on it
        inks = {"way": Ink("accent1"), "way text": Ink("text")}
        shades = {name: layout.shades.get(ink.name, ink) for name, ink in inks.items()}
        return _inked(layout, shades, {name: layout.palette[ink.name] for name, ink in inks.items()})
    room = layout.free[0] if layout.free[0].width else title.box
    grounds = found.grounds(room)
    own = readable_ink(title.styles[0].ink, grounds, found.palette, ENOUGH_LARGE)
    seen = [one for one in (main, rgb(own, found.palette.inks)) if contrast_on(one, grounds) >= ENOUGH_LARGE]
    mark = seen[0] if seen else main
    if mark == main:
        mark = nearest(main, dict.fromkeys(most_of(grounds), SURE * (ENOUGH if seen else ENOUGH_LARGE)))
    shades, names = {"way": found.palette.near(mark)}, readable_ink(own, grounds, found.palette, ENOUGH)
    # On a ground on which the title is read for it is large, names in an ink far from that would be strange.
    if main in seen[:1] or contrast(*(rgb(one, found.palette.inks) for one in (own, names))) < ENOUGH_LARGE:
        of_theme = found.palette.near(rgb(names, found.palette.inks))
        is_read = contrast_on(rgb(of_theme, found.palette.inks), grounds) >= ENOUGH
        shades["way text"] = of_theme if is_read else names
    return _inked(layout, shades, {name: rgb(ink, found.palette.inks) for name, ink in shades.items()})


def _inked(layout: Layout, shades: dict[str, Ink], colours: dict[str, str]) -> Layout:
    return structs.replace(layout, shades={**layout.shades, **shades}, palette={**layout.palette, **colours})


def _enlarged(title: Placeholder, layout: Layout, found: Found, least_pt: float) -> Placeholder:
    """A title at least so large, if a line of it has room; in a place of two lines where nothing is drawn there."""
    wanted = max(title.sizes_pt[0], least_pt)
    box, ends = title.box, _whole(title, layout, found).bottom
    forms = [one.box for name, one in layout.placeholders.items() if name != "Title" and one.fill]

    def is_free(higher: Box) -> bool:
        is_inside = higher.y >= 0 and higher.bottom <= ends
        is_inside = is_inside and (found.area.within(higher) == higher or found.area.is_calm(higher))
        return is_inside and not any(map(higher.meets, forms))

    for lines in (1, 2):
        lacks = height(title, wanted, lines) - box.height
        if lacks <= 0 or layout.base or title.fill:
            continue
        ups = {"top": 0, "middle": lacks // 2, "bottom": lacks}[title.anchor], *((lacks,) if lines == 1 else ())
        offered = (box._replace(y=box.y - up, height=box.height + lacks) for up in ups)
        title = at(title, next(filter(is_free, offered), title.box), found)
    return enlarged(title, wanted)


def _raised(places: Mapping[str, Placeholder], layout: Layout, found: Found) -> Iterator[Mapping[str, Placeholder]]:
    """A title with the line over it where they are, and ever higher, as far as nothing is drawn there and the ground is
    the same."""
    yield places
    title, kicker, page = places["Title"], places.get("Kicker"), found.page
    ground, lead = average(found.grounds(title.box)), round(_LEAD_EM * title.sizes_pt[0] * EMU_PER_POINT)
    high = min(title.box.height, height(title, title.sizes_pt[0], 2))
    top = title.box.y + round(_DOWN[title.anchor] * (title.box.height - high))
    for step in range(1, 0 if layout.base or title.fill else _STEPS):
        up = step * page.height // _STEPS
        box = title.box._replace(y=top - up, height=high)
        over = box._replace(y=box.y - lead, height=high + lead)
        if over.y < 0 or _clear(over, found, 0) != over:
            return
        if contrast(average(found.grounds(over)), ground) < _SAME_GROUND:
            raised = {"Kicker": at(kicker, kicker.box._replace(y=kicker.box.y - up), found)} if kicker else {}
            yield {**places, **raised, "Title": at(title, box, found)}


def _clear(box: Box, found: Found, air: Emu = AIR) -> Box:
    """What is clear of a box; on a picture over the page that has no edges there, whatever its lights and shades."""
    whole = found.area.within(box, air, "drawings")
    is_soft = found.area.has_picture and found.area.is_soft(whole)
    return whole if is_soft else found.area.within(box, air)


def _is_ample(room: Box, title: Placeholder, air_em: float) -> bool:
    """Whether the way has room in a row, with some air, or in a column."""
    em, apart = LEAST_PT * EMU_PER_POINT, round(_APART_EM * title.sizes_pt[0] * EMU_PER_POINT)
    forms = (_ROW[0], _ROW[1] + air_em), _COLUMN
    return any(room.width >= wide * em and room.height >= high * em + apart for wide, high in forms)


def _whole(title: Placeholder, layout: Layout, found: Found) -> Box:
    """The page but for its margins and its foot, from the edge of the title on, or round its middle."""
    page, number = found.page, layout.placeholders.get(SLIDE_NUMBER)
    if layout.base:
        grid, (x, y) = layout.grid, layout.corner
        box = grid.box(1, grid.columns, grid.free[0], grid.foot[0])
        return box._replace(x=box.x + x, y=box.y + y)
    margin, align, inner = round(_MARGIN * page.width), title.styles[0].align, title.inner
    left, right = min(margin, inner.x), page.width - margin
    left, right = {
        "left": (inner.x, max(right, inner.right)),
        "right": (left, inner.right),
        "centre": (left, page.width - left),
    }[align]
    foot = [foot_of(found), round(_FOOT * page.height)]
    if number and 2 * number.box.y > page.height:
        foot.append(number.box.y)
    return Box(left, margin // 2, right - left, min(foot) - margin // 2)


def _free(title: Placeholder, layout: Layout, found: Found) -> Box:
    """What is free under the first line of a title, from its edge or round its middle: the largest part that is."""
    whole, page, align = _whole(title, layout, found), found.page, title.styles[0].align
    line = height(title, title.sizes_pt[0])
    y = title.inner.y + line + round(_DOWN[title.anchor] * max(0, title.inner.height - line))
    if y >= whole.bottom:
        return _NONE
    em, middle, rooms = LEAST_PT * EMU_PER_POINT, title.inner.x + title.inner.width // 2, [_NONE]
    for share in (1.0,) if layout.base else _PARTS:
        width = round(share * whole.width)
        x = {"left": whole.x, "centre": middle - width // 2, "right": whole.right - width}[align]
        box = Box(x, y, width, whole.bottom - y)
        clear = box if layout.base else _clear(box, found)
        if align == "centre":
            half = max(0, min(middle - clear.x, clear.right - middle))
            clear = clear._replace(x=middle - half, width=2 * half)
        aside = {"left": clear.x - box.x, "right": box.right - clear.right, "centre": 0}[align]
        is_room = clear.width >= _COLUMN[0] * em and clear.height >= _ROW[1] * em
        if is_room and aside <= _ASIDE * page.width:
            rooms.append(clear)
    return max(rooms, key=lambda one: one.width * one.height)
