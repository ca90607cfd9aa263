"""How a part begins on a template: its name larger than titles of slides, and the way of the talk under it."""

from msgspec import structs

from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import SLIDE_NUMBER, Layout, Placeholder
from talkbuilder.outputs.pptx.template.covers import at, enlarged, height, opening_pt
from talkbuilder.outputs.pptx.template.layouts import AIR, Found
from talkbuilder.outputs.pptx.template.legibility import SURE, contrast_on, foot_of, most_of, readable_ink
from talkbuilder.units import Box

_NONE = Box(0, 0, 0, 0)
_MARGIN, _FOOT = 0.08, 0.93  # of the page: beside what is free, and down to where
_ASIDE = 0.03  # of the page: how far from the edge of the title what is free may begin
_WIDE, _HIGH = 0.35, 0.1  # of the page, that the way needs at least


def parted(layout: Layout, found: Found, title_pt: float, main: str) -> Layout:
    """A layout for parts, beside titles of a size; its way is drawn in the shade of a colour that is seen there."""
    title = _enlarged(layout.placeholders["Title"], layout, found, opening_pt(title_pt, found))
    layout = structs.replace(layout, placeholders={**layout.placeholders, "Title": title})
    rules = (Box(0, over, found.page.width, under - over) for over, under in found.area.rules)
    unread = (*layout.unread, *rules)  # a line in a picture is as good as one that is drawn: nothing moves on to it
    layout = structs.replace(layout, free=(_free(title, layout, found),), unread=unread)
    if layout.base:  # its inks are such as are seen on it
        inks = {"way": Ink("accent1"), "way text": Ink("text")}
        shades = {name: layout.shades.get(ink.name, ink) for name, ink in inks.items()}
        return _inked(layout, shades, {name: layout.palette[ink.name] for name, ink in inks.items()})
    room = layout.free[0] if layout.free[0].width else title.box
    grounds, own = found.grounds(room), title.styles[0].ink
    seen = [one for one in (main, rgb(own, found.palette.inks)) if contrast_on(one, grounds) >= ENOUGH_LARGE]
    mark = seen[0] if seen else main
    if mark == main:
        mark = nearest(main, dict.fromkeys(most_of(grounds), SURE * (ENOUGH if seen else ENOUGH_LARGE)))
    shades, names = {"way": found.palette.near(mark)}, readable_ink(own, grounds, found.palette, ENOUGH)
    # On a ground on which the title is read for it is large, names in an ink far from that would be strange.
    if main in seen[:1] or contrast(*(rgb(one, found.palette.inks) for one in (own, names))) < ENOUGH_LARGE:
        shades["way text"] = names
    return _inked(layout, shades, {name: rgb(ink, found.palette.inks) for name, ink in shades.items()})


def _inked(layout: Layout, shades: dict[str, Ink], colours: dict[str, str]) -> Layout:
    return structs.replace(layout, shades={**layout.shades, **shades}, palette={**layout.palette, **colours})


def _enlarged(title: Placeholder, layout: Layout, found: Found, least_pt: float) -> Placeholder:
    """A title at least so large, if a line of it has room; in a place of two lines where nothing is drawn there."""
    wanted = max(title.sizes_pt[0], least_pt)
    box, ends = title.box, _whole(title, layout, found).bottom
    forms = [one.box for name, one in layout.placeholders.items() if name != "Title" and one.fill]

    def is_free(higher: Box) -> bool:
        is_inside = higher.y >= 0 and higher.bottom <= ends and found.area.within(higher) == higher
        return is_inside and not any(map(higher.meets, forms))

    for lines in (1, 2):
        lacks = height(title, wanted, lines) - box.height
        if lacks <= 0 or layout.base or title.fill:
            continue
        ups = {"top": 0, "middle": lacks // 2, "bottom": lacks}[title.anchor], *((lacks,) if lines == 1 else ())
        offered = (box._replace(y=box.y - up, height=box.height + lacks) for up in ups)
        title = at(title, next(filter(is_free, offered), title.box), found)
    return enlarged(title, wanted)


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
    """What is free under the first line of a title."""
    whole, page, align = _whole(title, layout, found), found.page, title.styles[0].align
    line = height(title, title.sizes_pt[0])
    y = title.inner.bottom if title.anchor == "bottom" else title.inner.y + line
    box = whole._replace(y=y, height=whole.bottom - y)
    if box.height <= 0:
        return _NONE
    clear = box if layout.base else found.area.within(box, AIR)
    if align == "centre":
        middle = title.inner.x + title.inner.width // 2
        half = max(0, min(middle - clear.x, clear.right - middle))
        clear = clear._replace(x=middle - half, width=2 * half)
    aside = {"left": clear.x - box.x, "right": box.right - clear.right, "centre": 0}[align]
    is_room = clear.width >= _WIDE * page.width and clear.height >= _HIGH * page.height
    return clear if is_room and aside <= _ASIDE * page.width else _NONE
