"""In which sizes and inks text can be read in the places of a template."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil

from msgspec import structs

from talkbuilder.layout.fit import USABLE_HEIGHT
from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, mixed, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Face, Ink, Shape, Style, rectangle
from talkbuilder.layout.legible import LARGE_BOLD_PT, enough_at
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import LEAST_PT, SLIDE_NUMBER, Fonts, Grid, Layout, Placeholder, Role, Scale, Sizes
from talkbuilder.layout.typefaces import line_height_em
from talkbuilder.outputs.pptx.template.colours import Palette, average, reddened, saturation
from talkbuilder.outputs.pptx.template.layouts import AIR, FOOT_FROM, Found, Read, Slot
from talkbuilder.themes.steppe import STEPPE, STEPPE_4_3
from talkbuilder.themes.table import Table
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_STANDARD_HEIGHT: Emu = 6_858_000  # the floors of sizes are meant for slides as high as ours
_SCALE_PT = (96.0, 88.0, 80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
_SQUARE = 1.5  # width over height, from which a slide is a wide one
_SMALLER = 0.85  # than ours, where the template's fonts are wider
_LENIENT = 0.92  # a foreign template leaves less room than ours
SOURCE_PT = 14.0
FIGURES = 7.0  # contrast of the thin ones that number slides
_NEARLY = 0.6  # of a contrast, from which an ink is made a little darker or lighter, and no other
_ON_PANELS = 3.6  # contrast of large letters on white, that are read on a pale panel as well
SURE = 1.06  # of a contrast that we choose: shades in whole percents fall short, and programs draw them differently
_FURNITURE: Mapping[str, tuple[str, Role]] = {"ftr": ("Footer", "footer"), "dt": ("Date", "date")}
_LEAST_FOOT_PT = 12.0  # on slides like ours; on larger ones as much more
_UPRIGHT = 0.9  # height over width
_NUMBER_EM, _FIGURES_EM = 1.9, 1.2  # three figures, and two
HIGHEST_EM = 1.6  # of one line in whatever family
_COLOURFUL = 0.3  # saturation of a ground that is no grey
_SEEN = 1.6  # contrast of a bullet, which nobody reads
_RARE = 0.05  # of what lies beneath a text: a light or a line, that a letter or two may touch
# A typical line of sources, and how many of it the longest that we have met are.
_SOURCES, _LONGEST = "Sources: Who says so, in “What it was said in”, April 2012", 4.6


def number_place(slot: Slot, found: Found) -> Placeholder | None:
    """The place of a slide number, as wide as three figures: those of others hold one, or take all the foot.

    None where a text box of the template's shows it, and where it could not be read.
    """
    if found.look.has_number:
        return None
    page, on, ink = found.page, found.grounds(slot.box), found.palette.rgb(slot.styles[0].ink)
    is_large = contrast(ink, "FFFFFF") < SURE and ENOUGH_LARGE <= contrast_on(ink, on) < ENOUGH  # so white stays white
    # Lines as far apart as those of smaller letters were told to be have no room in its one.
    set_so = (structs.replace(one, line_percent=100.0, bold=one.bold or is_large) for one in slot.styles)
    slot = structs.replace(slot, styles=tuple(set_so))
    size_pt = max(_least_foot_pt(found), slot.styles[0].size_pt, is_large * LARGE_BOLD_PT)
    left, _, right, _ = slot.insets
    width = round(_NUMBER_EM * size_pt * EMU_PER_POINT) + left + right
    row, insets = _row(slot, size_pt, found.fonts)
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[slot.styles[0].align]
    x = slot.box.x + round((slot.box.width - width) * share)
    own = Box(max(0, min(x, page.width - width)), min(row.y, page.height - row.height), width, row.height)
    # Where something is drawn, it stands beside that; on a picture, where it can be read.
    moved = (own._replace(x=own.x + way * at * width) for at in range(1, page.width // width) for way in (-1, 1))
    taken = [one.box for one in found.slots if one.text and one.kind in _FURNITURE]
    offered = [one for one in (own, *moved) if 0 <= one.x <= page.width - width and not any(map(one.meets, taken))]
    area, letters = found.area, round(_FIGURES_EM * size_pt * EMU_PER_POINT)

    def lettered(one: Box) -> Box:
        """Where its letters are: a number on a badge lies on that with these alone."""
        x = one.x + left + round((one.width - left - right - letters) * share)
        return Box(x, one.y + (one.height - letters) // 2, letters, letters)

    def is_plain(one: Box) -> bool:
        return area.is_plain(lettered(one))

    def beneath(one: Box) -> Counter[str]:
        badges = (it.box for it in found.look.drawn if it.box.width < 2 * one.width)
        on_badge = any(it.holds(lettered(one)) for it in badges)
        return found.grounds(lettered(one) if on_badge else one)

    def is_read(one: Box) -> bool:
        grounds = beneath(one)
        return can_be_read(readable(slot.styles[:1], size_pt, grounds, found.palette), size_pt, grounds, found.palette)

    box = next(filter(is_read, filter(is_plain, offered)), None)
    if box and box != own:  # a little further from what it was moved from
        away = box._replace(x=box.x + (AIR if box.x > own.x else -AIR))
        box = away if page.holds(away) and is_plain(away) and is_read(away) else box
    box = box or next((one for one in offered if area.has_picture and is_read(one)), None)
    if box is None:
        return None
    styles = readable(slot.styles, size_pt, beneath(box), found.palette, FIGURES)
    place = Placeholder(SLIDE_NUMBER, "slide number", slot.index, box, styles, (size_pt,), anchor=slot.anchor)
    return structs.replace(place, insets=insets, is_moved=box != slot.box, inherited=slot.said)


def _row(slot: Slot, size_pt: float, fonts: Fonts) -> tuple[Box, tuple[Emu, Emu, Emu, Emu]]:
    """A place at the foot that holds a line, and its insets: the template's own where that holds one without its air,
    as a bar does, else one that is higher."""
    left, top, right, bottom = slot.insets
    line_pt = size_pt * line_height_em(fonts.family(slot.styles[0].font)) * slot.styles[0].line_percent / 100
    spare = slot.box.height - ceil(line_pt / USABLE_HEIGHT * EMU_PER_POINT)
    if spare >= 0:
        return slot.box, (left, min(top, spare // 2), right, min(bottom, spare // 2))
    height = round(size_pt * HIGHEST_EM * EMU_PER_POINT) + top + bottom
    return slot.box._replace(y=slot.box.y - (height - slot.box.height) // 2, height=height), slot.insets


def _least_foot_pt(found: Found) -> float:
    return _LEAST_FOOT_PT * max(1.0, share_of(found.page))


def beside(box: Box, number: Placeholder | None) -> Box:
    """What of a place for sources the slide number leaves, which stands at either end of it."""
    if number is None or number.box.y >= box.bottom or number.box.bottom <= box.y:
        return box
    if number.box.x >= box.x + box.width // 2:
        return box._replace(width=min(box.right, number.box.x) - box.x)
    left = max(box.x, number.box.right)
    return box._replace(x=left, width=box.right - left)


def furniture(found: Found) -> dict[str, Placeholder]:
    """The footer and the date that were typed on a layout, which its slides show."""
    made = {}
    for slot in found.slots:
        if slot.kind in _FURNITURE and slot.text and slot.is_upright:
            name, role = _FURNITURE[slot.kind]
            least_pt = _least_foot_pt(found)
            size_pt = max(least_pt, slot.styles[0].size_pt)
            box, insets = _row(slot, size_pt, found.fonts)
            styles = readable(slot.styles, least_pt, found.grounds(box), found.palette)
            place = Placeholder(name, role, slot.index, box, styles, (size_pt, least_pt), slot.text)
            is_moved = box != slot.box
            made[name] = structs.replace(
                place, anchor=slot.anchor, insets=insets, is_moved=is_moved, inherited=slot.said
            )
    return made


def foot_of(found: Found) -> Emu:
    """Where the footer and the date begin that stand at the foot; the height of the page where none does."""
    high = found.page.height
    return min((one.box.y for one in furniture(found).values() if one.box.y >= FOOT_FROM * high), default=high)


def grounds_of(places: Mapping[str, Placeholder]) -> tuple[Shape, ...]:
    """What places have beneath their texts, which every program draws with them."""
    return tuple(rectangle(one.name, one.box, one.fill) for one in places.values() if one.fill)


def source_pt(read: Read) -> float:
    """The size of sources, which is one on all slides of a template."""
    return max(SOURCE_PT, float(round(SOURCE_PT * share_of(read))))


def source_lines(family: str, width: Emu) -> int:
    """How many lines a place for sources needs in a family, if it is so wide."""
    needed_pt = _LONGEST * width_of(_SOURCES, Stretch(_SOURCES, Face(family), SOURCE_PT))
    return ceil(needed_pt * EMU_PER_POINT / width)


def share_of(page: Read | Grid | Box) -> float:
    """How large text is on slides of a size, beside that on slides like ours; one that stands upright is narrow."""
    height = page.height if page.height < _UPRIGHT * page.width else page.width * 3 // 4
    return height / _STANDARD_HEIGHT


def letter_pt(style: Style, fonts: Fonts, size_pt: float) -> float:
    """How wide a letter is on average, in a style at another size."""
    text = _SOURCES.upper() if style.capitals else _SOURCES
    face = Face(fonts.family(style.font), style.bold, style.italic)
    return width_of(text, Stretch(text, face, size_pt, style.spacing_pt)) / len(text)


def sizes(natural_pt: float, least_pt: float, page: Read | Box) -> tuple[float, ...]:
    """The sizes of a text: its own first, then smaller ones, down to one that is meant for slides as high as ours."""
    floor = max(LEAST_PT, int(least_pt * share_of(page) * _LENIENT))
    first = max(natural_pt, LEAST_PT)
    return (first, *(size for size in _SCALE_PT if floor <= size < first))


def base_of(page: Read | Grid | Box) -> Table:
    """Our theme for slides of about this shape."""
    return STEPPE if page.width >= _SQUARE * page.height else STEPPE_4_3


def scaled(read: Read) -> tuple[Grid, Sizes]:
    """Our grid and our sizes on slides of the template's size."""
    base = base_of(read)
    across, down = read.width / base.grid.width, read.height / base.grid.height
    grid = structs.replace(
        base.grid,
        width=read.width,
        height=read.height,
        margin=round(base.grid.margin * across),
        gutter=round(base.grid.gutter * across),
        row=int(base.grid.row * down),
    )
    return grid, sizes_at(base.sizes, read)


def sizes_at(given: Sizes, page: Read | Grid) -> Sizes:
    """Sizes for slides of another height, none too small to be read in a hall, and more for wider letters."""
    share = share_of(page)

    def at_height(scale: Scale, least_pt: float) -> Scale:
        wanted = (*scale, scale[-1] * _SMALLER)
        made = sorted({max(least_pt, float(round(size * share))) for size in wanted}, reverse=True)
        return (*made, *(made[-1:] * (len(scale) - len(made))))  # kinds ask for the second of some

    made: dict[str, Scale | float] = {}
    for name in given.__struct_fields__:
        value = getattr(given, name)
        least_pt = float(round(max(1.0, share) * (SOURCE_PT if name == "small" else LEAST_PT)))
        made[name] = at_height(value, least_pt) if isinstance(value, tuple) else max(least_pt, round(value * share))
    return Sizes(**made)  # type: ignore[arg-type]  # each as it was


def inked_at(sizes_pt: tuple[float, ...], grounds: Counter[str]) -> float:
    """The size for which an ink is chosen: on a plain ground the first, and texts that are set smaller get another."""
    return sizes_pt[0] if len(most_of(grounds)) == 1 else sizes_pt[-1]


def readable(
    styles: tuple[Style, ...], least_pt: float, grounds: Counter[str], palette: Palette, least: float = 0.0
) -> tuple[Style, ...]:
    """Styles whose inks can be read on all of some colours, or have more contrast: their own, or the theme's best, or
    the nearest that can. Large letters need no more."""

    @cache  # most levels have one ink
    def read(ink: Ink, enough: float) -> Ink:
        return readable_ink(ink, grounds, palette, enough)

    @cache
    def seen(ink: Ink) -> float:
        return contrast_on(rgb(ink, palette.inks), grounds)

    made = []
    for style in styles:
        enough = enough_at(least_pt, style.bold, max(least, ENOUGH))
        ink = read(style.ink, enough)
        strong = read(style.strong_ink, enough) if style.strong_ink else None
        is_other = style.bullet_ink != style.ink and seen(style.bullet_ink) >= _SEEN
        bullet = style.bullet_ink if is_other else ink
        made.append(structs.replace(style, ink=ink, bullet_ink=bullet, strong_ink=strong))
    return tuple(made)


def can_be_read(styles: tuple[Style, ...], least_pt: float, grounds: Counter[str], palette: Palette) -> bool:
    """Whether there was such an ink."""
    ink = styles[0].ink
    return contrast_on(rgb(ink, palette.inks), grounds, ink.opacity_percent) >= enough_at(least_pt, styles[0].bold)


def readable_ink(ink: Ink, grounds: Counter[str], palette: Palette, enough: float) -> Ink:
    """An ink that can be read on some colours: itself, else one for texts, else a shade of the theme that is near;
    where the ink nearly can be read, this comes first; and where there is none, that of these which is seen best on
    most of them."""

    def seen(one: Ink) -> float:
        return contrast_on(rgb(one, palette.inks), grounds, one.opacity_percent)

    def read_on(one: Ink) -> float:
        colour = rgb(one, palette.inks)
        return sum(count * min(enough, contrast(colour, ground)) for ground, count in grounds.items())

    if (own := seen(ink)) >= enough:
        return ink
    sure_of = SURE * max(ENOUGH, enough)
    colour, least = rgb(ink, palette.inks), dict.fromkeys(most_of(grounds), SURE * max(_ON_PANELS, enough))
    is_darker = contrast(nearest(colour, least), "000000") < contrast(colour, "000000")
    near = palette.near(nearest(reddened(colour) if is_darker else colour, least))
    of_theme = [Ink(name) for name in ("text", "ground", "dark1", "light1")]
    of_theme.sort(key=lambda one: -min(seen(one), sure_of))
    if deep := deep_shade(colour, grounds, sure_of):
        of_theme = [palette.near(deep), *of_theme]
    is_alike = contrast(rgb(near, palette.inks), colour) < enough  # and not light for dark
    inks = [near, *of_theme] if is_alike and own >= _NEARLY * enough else [*of_theme, near]
    sure = (one for one in inks if seen(one) >= enough * (1 if one == near else SURE))
    return next(sure, None) or max((ink, *inks), key=read_on)


def deep_shade(colour: str, grounds: Counter[str], least: float) -> str:
    """What is light on a colour gets a deep shade of that, and no black; "" where it is not, or there is none."""
    mean = average(grounds)
    if contrast(mean, "000000") >= contrast(colour, "000000") or saturation(mean) <= _COLOURFUL:
        return ""
    deep = nearest(mean, dict.fromkeys(most_of(grounds), least))
    return deep if contrast(deep, mean) < contrast("000000", mean) else ""


def hard_to_read(places: Mapping[str, Placeholder], found: Found) -> list[str]:
    """The texts of a layout that cannot be read everywhere on what lies beneath them."""
    hard = []
    for name, place in places.items():
        grounds = found.beneath_text(place)
        size_pt = inked_at(place.sizes_pt, grounds)
        if place.role != "picture" and not can_be_read(place.styles, size_pt, grounds, found.palette):
            hard.append(name)
    return hard


def most_of(grounds: Counter[str]) -> frozenset[str]:
    """The colours beneath a text, but for the rarest, which a letter or two may touch."""
    left_out, kept = 0.0, []
    for colour, count in reversed(grounds.most_common()):
        left_out += count
        if left_out > _RARE * grounds.total():
            kept.append(colour)
    return frozenset(kept)


def worst(colour: str, grounds: Counter[str]) -> str:
    """The ground on which a colour is seen least, but for a few spots that a letter or two may touch."""
    left_out = 0.0
    for ground in sorted(grounds, key=lambda one: contrast(colour, one)):
        left_out += grounds[ground]
        if left_out > _RARE * grounds.total():
            return ground
    raise AssertionError("a box lies on something")


def contrast_on(colour: str, grounds: Counter[str], opacity_percent: int = 100) -> float:
    """The least contrast of a colour with what lies beneath a text and shines through it, a few spots left out."""
    ground = worst(colour, grounds)
    return contrast(mixed(colour, ground, opacity_percent), ground)


def with_links(layout: Layout, reads: Sequence[Read]) -> Layout:
    """A layout of the template's on which links can be read, whatever its theme has for them."""
    found = next(one for read in reads for one in read.layouts if one.part == layout.part)
    texts = [one for one in layout.placeholders.values() if one.role not in ("title", "cover title", "picture")]
    if not texts:
        return layout
    place = max(texts, key=lambda one: one.box.width * one.box.height)
    grounds = found.grounds(place.box)
    if contrast_on(layout.palette["link"], grounds) >= ENOUGH:
        return layout
    link = found.palette.near(nearest(layout.palette["link"], dict.fromkeys(most_of(grounds), SURE * ENOUGH)))
    inks = {**layout.palette, "link": rgb(link, found.palette.inks)}
    return structs.replace(layout, palette=inks, shades={"link": link})
