"""Our own layouts in a template's colours and fonts, for what the template has no layout for."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import structs

from talkbuilder.layout.items import Ink, Shape, Style, rectangle
from talkbuilder.layout.theme import Colours, Grid, Layout, Master, Placeholder, Scale, Sizes
from talkbuilder.outputs.pptx.template.colours import average, contrast, saturation
from talkbuilder.outputs.pptx.template.layouts import Read
from talkbuilder.outputs.pptx.template.legibility import (
    ENOUGH,
    ENOUGH_LARGE,
    LARGE_PT,
    LEAST_PT,
    SOURCE_PT,
    share_of,
    source_lines,
)
from talkbuilder.themes.layouts import NIGHT
from talkbuilder.themes.make import make_master
from talkbuilder.themes.shapes import quotation_mark
from talkbuilder.themes.steppe import STEPPE, STEPPE_4_3
from talkbuilder.themes.table import Table
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_SQUARE = 1.5
_PLAIN = 7.0  # contrast of what is read all the time
_TITLE_TRAITS = ("align", "bold", "italic", "capitals", "font")
_LARGE_TITLES = ("Cover", "Cover with drawing", "Section", "Statement", "Closing")  # whose title is the slide
_MOST_SHARE = 0.4  # of what lies beneath texts, for one colour to be that of all
_SMALLER = 0.85  # than ours, where the template's fonts are wider
_ROWS, _BELOW = 90, 1.5  # of a slide, and those that stay free under sources
_FOOT_COLUMNS = 11  # how wide sources are
_LINE_EM = 1.25 / 0.95  # of a line, in a box as text is fitted into it


def scaled(read: Read) -> tuple[Grid, Sizes]:
    """Our grid and our sizes on slides of the template's size."""
    base = STEPPE if read.width >= _SQUARE * read.height else STEPPE_4_3
    sizes = _sizes(base.sizes, read.height)
    return _grid(base.grid, read, sizes.small[0]), sizes


def own_master(read: Read, name: str, missing: Iterable[str]) -> Master:
    """A master with the layouts that are missing; without any, it is good for the notes alone."""
    colours = _colours(read)
    grid, sizes = scaled(read)
    motifs = {"Master": _rule, "Quote": _mark, "Ask": _panel, "Ask with code": _high_panel}
    table = Table(name, colours, read.fonts, grid, sizes, motifs, NIGHT)
    master = make_master(table, missing)
    title = _title(read, master.frame.placeholders["Title"])
    return structs.replace(
        master,
        frame=_readable(_titled(master.frame, title)),
        layouts=tuple(_readable(_titled(layout, title)) for layout in master.layouts),
    )


def _title(read: Read, own: Placeholder) -> Placeholder:
    """Our title in letters like the template's own, and aligned like them."""
    slot = next((one for one in read.master.slots if one.kind == "title" and one.is_upright), None)
    slot = slot or next((one for found in read.layouts for one in found.slots if one.kind == "title"), None)
    if slot is None:
        return own
    traits = {name: getattr(slot.styles[0], name) for name in _TITLE_TRAITS}
    style = structs.replace(own.styles[0], **traits | ({} if slot.says_size else {"bold": True}))
    return structs.replace(own, styles=(style,) * len(own.styles))


def _titled(layout: Layout, title: Placeholder) -> Layout:
    """The layout with that title, where it has the title of the master."""
    if layout.name in _LARGE_TITLES:
        return layout
    return structs.replace(layout, placeholders={**layout.placeholders, "Title": title})


def _colours(read: Read) -> Colours:
    """The template's colours, as its own slides use them: the ground beneath their texts is light1, whatever it is."""
    master, ground = read.master, _ground(read)
    text, soft, _, panel = inks = [master.palette.inks[name] for name in ("text", "soft", "ground", "panel")]
    text = next((one for one in inks if contrast(one, ground) >= _PLAIN), None) or max(
        ("000000", "FFFFFF"), key=lambda one: contrast(one, ground)
    )
    soft = soft if contrast(soft, ground) >= ENOUGH else text
    panel = panel if contrast(text, panel) >= ENOUGH else ground
    return structs.replace(read.colours, **_accents(read, ground), dark1=text, light1=ground, dark2=soft, light2=panel)


def _ground(read: Read) -> str:
    """What lies beneath most of the texts of the template: one colour, or what many come to."""
    counted: Counter[str] = Counter()
    for found in read.layouts:
        for slot in found.slots:
            if slot.kind in ("body", "obj"):
                counted += found.counted(slot.box)
    if not counted:
        return read.master.palette.rgb(read.master.background)
    rgb, count = counted.most_common(1)[0]
    return rgb if count >= _MOST_SHARE * counted.total() else average(counted)


def _accents(read: Read, ground: str) -> dict[str, str]:
    """The accents, as the template draws: where nothing on it has one of the theme's, by what it is drawn in.

    LibreOffice saves every template with a theme of its own colours, whatever the template looks like.
    """
    areas: Counter[str] = Counter()
    for found in (read.master, *read.layouts):
        for one in (*found.beneath, *found.items):
            if not isinstance(one, Shape):
                continue
            ink = one.fill or (one.stroke.ink if one.stroke else None)
            if ink is not None:
                if ink.name.startswith("accent"):
                    return {}
                rgb = found.palette.rgb(ink)
                areas[rgb] += round(saturation(rgb) * one.box.width * one.box.height)
    drawn = [rgb for rgb, area in areas.most_common() if area and contrast(rgb, ground) >= ENOUGH_LARGE]
    names = [f"accent{number}" for number in range(1, 7)]
    return {name: drawn[number % len(drawn)] for number, name in enumerate(names)} if drawn else {}


def _sizes(sizes: Sizes, height: Emu) -> Sizes:
    """Sizes for slides of another height, none too small to be read in a hall, and one more for wider letters."""
    share = share_of(height)

    def at_height(scale: Scale, least_pt: float) -> Scale:
        wanted = (*scale, scale[-1] * _SMALLER)
        return tuple(dict.fromkeys(max(least_pt, float(round(size * share))) for size in wanted))

    made: dict[str, Scale | float] = {}
    for name in sizes.__struct_fields__:
        value = getattr(sizes, name)
        least_pt = SOURCE_PT if name == "small" else LEAST_PT
        made[name] = at_height(value, least_pt) if isinstance(value, tuple) else at_height((value,), least_pt)[0]
    return Sizes(**made)  # type: ignore[arg-type]  # each as it was


def _grid(grid: Grid, read: Read, small_pt: float) -> Grid:
    """The grid on slides of another size. What stands above the foot is lower where sources need more lines."""
    across = read.width / grid.width
    margin = round(grid.margin * across)
    width = read.width - 2 * margin
    lines = source_lines(read.fonts.text, width * _FOOT_COLUMNS // grid.columns)
    needed = lines * small_pt * _LINE_EM * EMU_PER_POINT
    top = grid.foot[0]
    row = min(read.height / _ROWS, (read.height - _BELOW * read.height / _ROWS - needed) / top)
    return structs.replace(
        grid,
        width=read.width,
        height=read.height,
        margin=margin,
        gutter=round(grid.gutter * across),
        row=int(row),
        foot=(top, max(grid.foot[1], top + needed / row)),
    )


def _rule(grid: Grid) -> tuple[Shape, ...]:
    """A short rule over the title, all that a plain slide has of a motif."""
    return (rectangle("Rule", grid.box(1, 1, 5, 5.5), Ink("accent1")),)


def _mark(grid: Grid) -> tuple[Shape, ...]:
    hung = grid.box(1, 1, 26.5, 32)
    mark = Box(hung.x, hung.y, hung.width * 9 // 10, hung.width * 58 // 100)
    return (quotation_mark("Opening quotation mark", mark, Ink("accent1")),)


def _panel(grid: Grid) -> tuple[Shape, ...]:
    rows = grid.box(1, grid.columns, 45, 76)
    return (rectangle("Panel", Box(0, rows.y, grid.width, rows.height), Ink("panel")),)


def _high_panel(grid: Grid) -> tuple[Shape, ...]:
    rows = grid.box(1, grid.columns, 38, 76.5)
    return (rectangle("Panel", Box(0, rows.y, grid.width, rows.height), Ink("panel")),)


def _readable(layout: Layout) -> Layout:
    """The layout with every ink that cannot be read on its ground changed to that of texts."""
    grounds = {layout.palette["ground"]} | {
        layout.palette[one.fill.name] for one in layout.items if isinstance(one, Shape) and one.fill == Ink("panel")
    }
    places: Mapping[str, Placeholder] = {
        name: structs.replace(place, styles=tuple(_inked(style, place, layout, grounds) for style in place.styles))
        for name, place in layout.placeholders.items()
    }
    return structs.replace(layout, placeholders=places)


def _inked(style: Style, place: Placeholder, layout: Layout, grounds: set[str]) -> Style:
    enough = ENOUGH_LARGE if place.sizes_pt[-1] >= LARGE_PT else ENOUGH

    def seen(ink: Ink) -> Ink:
        is_seen = all(contrast(layout.palette[ink.name], ground) >= enough for ground in grounds)
        return ink if is_seen else Ink("text")

    return structs.replace(style, ink=seen(style.ink), bullet_ink=seen(style.bullet_ink))
