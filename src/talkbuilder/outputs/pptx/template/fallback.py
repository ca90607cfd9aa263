"""Our layouts on a template's own master, for what the template has no layout for."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from msgspec import structs

from talkbuilder.layout.inks import TINTS, mixed, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import OWN, Align, Image, Ink, Shape, Style, rectangle
from talkbuilder.layout.legible import ENOUGH, ENOUGH_LARGE
from talkbuilder.layout.theme import (
    BY_DAY,
    SLIDE_NUMBER,
    SOURCE,
    Grid,
    Layout,
    Master,
    Placeholder,
    Sizes,
    palette,
)
from talkbuilder.outputs.pptx.template import canvas as canvases
from talkbuilder.outputs.pptx.template.canvas import OVER_ALL, UNDER_HEADLINE, UNDER_TITLE, Canvas
from talkbuilder.outputs.pptx.template.colours import (
    SAME_HUE,
    apart,
    average,
    between,
    hue_of,
    is_golden,
    is_hued,
    saturation,
)
from talkbuilder.outputs.pptx.template.layouts import FOOT_FROM, LINE_EM, Found, Read, colours_in, inked_area, veiled
from talkbuilder.outputs.pptx.template.legibility import (
    SOURCE_PT,
    SURE,
    base_of,
    beside,
    furniture,
    grounds_of,
    inked_at,
    most_of,
    number_place,
    readable,
    share_of,
    sizes,
    sizes_at,
)
from talkbuilder.outputs.pptx.template.shapes import Drawn
from talkbuilder.themes.layouts import LAYOUTS, NIGHT
from talkbuilder.themes.make import make_master
from talkbuilder.themes.shapes import quotation_mark
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.themes.table import MAPS
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_APART = 1.35  # contrast of two colours that grey print, or an eye for which hues are alike, tells apart
_BOARD = "board"  # the ink of a panel that carries a whole page
_PLAIN = 7.0  # contrast of what is read all the time
# The first accents of themes with which programs save whatever they save: LibreOffice, PowerPoint since 1997, Google.
_LIBRE_OFFICE = "18A303"
_STOCK = {_LIBRE_OFFICE, "00CC99", "BBE0E3", "4F81BD", "5B9BD5", "4472C4", "156082", "058DC7", "4285F4"}
_COLOURFUL, _ALIKE = 0.15, 150  # saturation of an accent; how near two are in red, green and blue, to be one
_DATA_PERCENT = 72  # of the ink of texts, in the grey of numbers that are not marked
_SUNNY, _RED, _REDDISH = (10 / 360, 72 / 360), 0.0, 40 / 360  # of the circle of hues
_WARM, _UNLIKE = 0.4, 1 / 6  # saturation of what can be a sun; how far the hue of what marks is from the first
_WASHED_OUT = 0.5  # of the saturation of what marks, below which it marks nothing
_SHINING = 1.8  # contrast of a gold that is told from what is light by its outline
_PANEL_AT_NIGHT = 14  # how much of the light is in it
_LAND = 1.6  # contrast of what is large at night with its ground
_CARRIES = 5.5  # contrast of light texts with what is drawn at night beneath them
_QUIET = 1.6  # contrast of a panel with the ground, above which it is more than a panel
_SEEN, _SEEN_IN_DARK, _LIFTED = 1.08, 1.2, 1.45  # contrast of a panel, and of land in its colour, with the ground
_SEEN_AREA = 0.001  # of the page, from which a colour that is drawn counts
_MOST_SHARE = 0.4  # of what lies beneath texts, for one colour to be that of all
_HEADS = ("Cover", "Cover with drawing", "Section", "Closing")  # which open and close
_LARGE = ("Statement", "Question", "Question with ring")  # whose title is all that they say
_MIDDLE, _LOWER = ("Section", "Statement"), 10  # those that are read in the middle of a light slide, so many rows lower
# Pages that with us are filled to their edges: here what fills them stands between the template's title and its foot.
_STAGED = {name: "Drawing with lead" if name.endswith("lead") else "Drawing" for name in NIGHT | MAPS}
_STAGED["Full photo"] = "Drawing with lead"
_THEIRS = "their "  # before the inks of a template's own, where these are others here
_WITH_TITLE = ("Lead", "Kicker", "Begin", "Subtitle", "Speaker")  # which stand to one side with it, or in the middle
_TWO_LINES: Emu = round(2.6 * SOURCE_PT * EMU_PER_POINT)  # of sources
_SMALLEST_SHARE = 0.5  # of a place of ours, that what a template draws may leave of it


class StandIn(NamedTuple):
    """A page of ours on a canvas: its grid, where that begins, and its sizes; and how titles over texts are aligned."""

    align: Align | None
    canvas: Canvas
    grid: Grid
    corner: tuple[Emu, Emu]
    sizes: Sizes


class StandIns(Mapping[str, Layout]):
    """Layouts by name: the template's own, and ours on its master for all others, each made when it is asked for.

    `wanted` is the layout on whose drawings ours stand; without it, that is looked for. A talk needs half of them.
    What is `called` something is not the first choice of a deck, which has another layout of that name.
    """

    def __init__(
        self,
        read: Read,
        own: Mapping[str, Layout],
        wanted: Found | None = None,
        called: str = "",
        over: Mapping[str, Found] = {},
    ) -> None:
        self._read, self._wanted, self._called, self._over = read, wanted, called, over
        self._made = {name: self._named(layout) for name, layout in own.items()}
        self._inks: dict[tuple[str, Box, bool], dict[str, str]] = {}

    def __getitem__(self, name: str) -> Layout:
        if name not in self._made:
            if name not in LAYOUTS:
                raise KeyError(name)
            is_cover = name == "Cover with drawing"  # that of a template has a picture of its own, or none
            self._made[name] = self["Cover"] if is_cover else self._named(self._stand_in(name))
        return self._made[name]

    def _named(self, layout: Layout) -> Layout:
        return structs.replace(layout, name=f"{layout.name}, {self._called}") if self._called else layout

    def __iter__(self) -> Iterator[str]:
        return iter(LAYOUTS)

    def __len__(self) -> int:
        return len(LAYOUTS)

    @cached_property
    def _usual(self) -> Canvas:
        served = self._made.get("Bullets")
        return canvases.canvas_of(self._read, self._wanted, served.part if served else "")

    def _canvas(self, name: str) -> Canvas:
        # A bar keeps the title of a closing.
        is_head = name in ((*_LARGE, *_HEADS[:-1]) if canvases.has_bar(self._usual) else _HEADS)
        if found := self._over.get(name):
            return canvases.over(found, self._read)
        if self._wanted or not is_head:
            return self._usual
        cover = self._made.get("Cover")
        return canvases.opening_of(self._read, self._usual, name, cover.part if cover else "")

    def _stand_in(self, name: str) -> Layout:
        is_night = name in NIGHT
        title = self._usual.title
        on = _on(name, self._canvas(name), title.styles[0].align if title else None, self._read)
        part, room = on.canvas.found.part, on.canvas.room
        for night in {False, is_night}:
            if (part, room, night) not in self._inks:
                self._inks[part, room, night] = _inks(night, on.canvas, self._read)
        return _stand_in(name, on, self._inks[part, room, is_night], self._inks[part, room, False], self._read)


def _on(name: str, canvas: Canvas, align: Align | None, read: Read) -> StandIn:
    canvas = canvases.beneath_title(canvas) if _begins(name) != OVER_ALL else canvas
    grid, corner = canvases.grid_on(canvas, _begins(name), read)
    base = base_of(grid)
    between = structs.replace(grid, height=(grid.height + read.height) // 2)  # a title may fill what is left of a cover
    page = read if name in _MIDDLE else between if name == "Cover" else grid
    return StandIn(align, canvas, grid, corner, sizes_at(base.sizes, page))


def notes_master(read: Read, name: str) -> Master:
    """What notes are printed with: the template's colours and fonts, on white."""
    return make_master(structs.replace(STEPPE, name=name, colours=read.colours, fonts=read.fonts), ())


def _stand_in(name: str, on: StandIn, inks: Mapping[str, str], by_day: Mapping[str, str], read: Read) -> Layout:
    """`inks` are those of what is drawn, `by_day` those of the texts beside a picture of the night."""
    canvas, grid, corner = on.canvas, on.grid, on.corner
    motif = tuple(_motif(name, on))
    places: dict[str, Placeholder] = {}
    for place in LAYOUTS[_STAGED.get(name, name)](grid, on.sizes):
        if place.name in _WITH_TITLE and "Title" in places:
            place = _restyled(place, align=places["Title"].styles[0].align)
        if name in _MIDDLE and place.name in ("Title", "Kicker"):
            y = place.box.y + _LOWER * grid.row
            place = structs.replace(place, box=place.box._replace(y=y))
        made = _titled(place, name, on, read) if place.name == "Title" else place
        if made.box == place.box:
            made = _free(structs.replace(made, box=_on_page(place.box, corner)), on)
        if place.name == SLIDE_NUMBER:
            if (number := _number(made, name, on, read)) is None:
                continue
            made = number
        places[place.name] = made
    if name in ("Cover", "Section"):
        places |= _on_one_axis(places, on)
    if name == "Full photo":
        _, picture, caption, *_ = LAYOUTS[name](grid, on.sizes)
        under = places.pop("Lead")
        stage = grid.box(1, grid.columns, 25, grid.foot[0] - 1.5)
        places["Picture"] = structs.replace(picture, box=_on_page(stage, corner))
        places["Caption"] = structs.replace(under, name=caption.name, index=caption.index)
    kept_ = furniture(canvas.found)
    places |= {one: structs.replace(place, index=21 + at) for at, (one, place) in enumerate(kept_.items())}
    if SOURCE in places:
        source, across = places[SOURCE], _on_page(grid.box(1, grid.columns, 0, 1), corner)
        source = _free(structs.replace(source, box=source.box._replace(x=across.x, width=across.width)), on)
        number = places.get(SLIDE_NUMBER)
        above = number.box.y - source.box.y if number and number.box.meets(source.box) else 0
        box = source.box._replace(height=above) if above >= _TWO_LINES else beside(source.box, number)
        places[SOURCE] = structs.replace(source, box=box)
    known, look = canvas.found.palette, canvas.found.look
    is_night = name in NIGHT
    inks = {**inks, **({BY_DAY + ink: one for ink, one in by_day.items()} if is_night else {})}
    shades = {ink: known.near(one) for ink, one in inks.items() if known.inks.get(ink) != one}
    palette_ = {**known.inks, **{ink: rgb(shade, known.inks) for ink, shade in shades.items()}}

    def kept(ink: Ink) -> Ink:
        """An ink of the template's own, where it means another colour here."""
        if known.inks.get(ink.name) in (None, palette_.get(ink.name)):
            return ink
        name = ink.name if ink.name.startswith(OWN) else _THEIRS + ink.name
        palette_[name] = known.inks[ink.name]
        if name != ink.name:
            shades[name] = Ink(ink.name)
        return structs.replace(ink, name=name)

    panel: tuple[Shape, ...] = ()
    if canvas.panel and canvas.panel.fill:  # in the template's colours, which inks here may hide
        shades[_BOARD] = structs.replace(canvas.panel.fill, opacity_percent=100)
        palette_[_BOARD] = rgb(shades[_BOARD], known.inks)
        fill = Ink(_BOARD, opacity_percent=canvas.panel.fill.opacity_percent)
        panel = (structs.replace(canvas.panel, fill=fill),)
    for key in {*kept_, SLIDE_NUMBER, "Title"} & {*places}:
        styles = (structs.replace(one, ink=kept(one.ink), bullet_ink=kept(one.ink)) for one in places[key].styles)
        own = places[key].fill
        places[key] = structs.replace(places[key], styles=tuple(styles), fill=kept(own) if own else None)
    seen = {**palette_, **{ink: palette_[BY_DAY + ink] for ink in by_day}} if is_night else palette_
    inked = {key: _readable(place, on, seen, motif) for key, place in places.items()}
    if is_night:
        inked = {key: _by_day(place) for key, place in inked.items()}
    if canvas.found.fonts != read.fonts:  # it is of another master, whose theme has others
        for key, place in inked.items():
            styles = (structs.replace(one, font=read.fonts.family(one.font)) for one in place.styles)
            inked[key] = structs.replace(place, styles=tuple(styles))
    if SLIDE_NUMBER in inked:  # which LibreOffice takes from the master, unless a slide says it
        silent = _restyled(inked[SLIDE_NUMBER], size_pt=0.0, ink=Ink("")).styles
        inked[SLIDE_NUMBER] = structs.replace(inked[SLIDE_NUMBER], inherited=silent)
    return Layout(
        name,
        inked,
        kept(look.background),
        palette_,
        read.fonts,
        grid,
        on.sizes,
        (*panel, *motif),
        (*(_painted(one, kept) for one in look.drawn), *grounds_of(inked)),
        is_dark=is_night,
        unread=look.unread,
        base=canvas.found.part,
        corner=corner,
        shades=shades,
    )


def _restyled(place: Placeholder, **traits: Any) -> Placeholder:
    """A place whose styles have some traits."""
    return structs.replace(place, styles=tuple(structs.replace(one, **traits) for one in place.styles))


def _painted(one: Drawn, paint: Callable[[Ink], Ink]) -> Drawn:
    if isinstance(one, Image):
        return one
    stroke = one.stroke and structs.replace(one.stroke, ink=paint(one.stroke.ink))
    return structs.replace(one, fill=one.fill and paint(one.fill), stroke=stroke)


def _begins(name: str) -> float:
    """The row at which a page of ours begins beneath the template's title; where it has none, all of it is ours."""
    name = _STAGED.get(name, name)
    if name in ("Cover", "Section", *_LARGE):
        return OVER_ALL
    return UNDER_HEADLINE if name.endswith("with lead") else _FIRST_ROWS.get(name, UNDER_TITLE)


_FIRST_ROWS = {"Poster": UNDER_HEADLINE, "Key quote": 19.0}


def _on_page(box: Box, corner: tuple[Emu, Emu]) -> Box:
    return box._replace(x=box.x + corner[0], y=box.y + corner[1])


def _on_one_axis(places: Mapping[str, Placeholder], on: StandIn) -> dict[str, Placeholder]:
    """What opens a talk or a part, in one width: all of the page's where the title stands in the middle."""
    last = on.grid.columns - (places["Title"].styles[0].align != "centre")
    across = _on_page(on.grid.box(1, last, 0, 1), on.corner)
    heads = {name: place for name, place in places.items() if name in ("Title", *_WITH_TITLE)}
    wide = [place.box._replace(x=across.x, width=across.width) for place in heads.values()]
    free = [_free(structs.replace(place, box=box), on) for place, box in zip(heads.values(), wide, strict=True)]
    left, right = max(one.box.x for one in free), min(one.box.right for one in free)
    width = max(right - left, across.width // 2)
    return {
        name: structs.replace(one, box=one.box._replace(x=left, width=width))
        for name, one in zip(heads, free, strict=True)
    }


def _free(place: Placeholder, on: StandIn) -> Placeholder:
    """A place without what the template draws on; as it is, where that would leave too little of it."""
    box = on.canvas.within(place.box)
    is_enough = box.width * box.height >= _SMALLEST_SHARE * place.box.width * place.box.height
    return structs.replace(place, box=box) if is_enough else place


def _titled(place: Placeholder, name: str, on: StandIn, read: Read) -> Placeholder:
    """Our title, in letters like the template's own; where it stands over a page, in the template's place for it."""
    slots = (one for found in (on.canvas.found, read.master, *read.layouts) for one in found.slots)
    slot = on.canvas.title or next((one for one in slots if one.kind in ("title", "ctrTitle")), None)
    if slot is None:
        return place
    own = place.styles[0]
    align = {"align": on.align} if on.align and _begins(name) != OVER_ALL else {}  # the same over all that is told
    slot = structs.replace(
        slot, styles=tuple(structs.replace(_known(one, on.canvas.found), **align) for one in slot.styles)
    )
    known = slot.styles[0]
    traits = {name: getattr(known, name) for name in ("font", "italic", "ink", "capitals", "spacing_pt", "align")}
    traits["bold"] = known.bold or not slot.says_size
    natural = known.size_pt if slot.says_size else own.size_pt
    scale = sizes(max(natural, 28 * share_of(read)), 24, read)  # no smaller than what it is the title of
    if on.canvas.title is None or _begins(name) == OVER_ALL:
        free = _free(structs.replace(place, box=_on_page(place.box, on.corner)), on)
        if _begins(name) != OVER_ALL and name != "Closing":
            traits["size_pt"], free = scale[0], structs.replace(free, sizes_pt=scale)
        return structs.replace(free, styles=(structs.replace(own, **traits),) * len(place.styles))
    high = (slot.box.height - slot.insets[1] - slot.insets[3]) / EMU_PER_POINT
    scale = tuple(one for one in scale if one * LINE_EM <= high) or scale[-1:]  # a longer one is set smaller
    style = structs.replace(
        known, size_pt=scale[0], left=0, hang=0, bullet="", bold=bool(traits["bold"]), before_pt=0.0
    )
    return structs.replace(
        place,
        box=slot.box,
        styles=(style,) * len(place.styles),
        sizes_pt=scale,
        anchor=slot.anchor,
        insets=slot.insets,
        fill=slot.fill,
    )


def _known(style: Style, found: Found) -> Style:
    """A style of another layout, in inks that this one has."""
    ink = style.ink
    if ink.name not in found.palette.inks:
        ink = found.palette.near(ink.name.removeprefix(OWN))
    return structs.replace(style, ink=ink, bullet_ink=ink)


def _number(place: Placeholder, name: str, on: StandIn, read: Read) -> Placeholder | None:
    """The slide number where the template has its own, on this layout or on its master; None where it needs none, as
    on what a cover draws that shows none."""
    if on.canvas.found.look.has_number:
        return None
    slots = (*on.canvas.found.slots, *read.master.slots)
    slot = next((one for one in slots if one.kind == "sldNum" and one.is_upright), None)
    page = on.canvas.page
    is_inherited = name in _HEADS and slot not in on.canvas.found.slots
    if slot and is_inherited and not on.canvas.area.is_plain(slot.box):
        return None
    if slot and slot.box.bottom <= page.height and slot.box.right <= page.width:
        known = _known(slot.styles[0], on.canvas.found)
        style = structs.replace(known, left=0, hang=0, bullet="", line_percent=100.0)
        made = number_place(structs.replace(slot, styles=(style,)), on.canvas.found)
        if made or slot.box.y >= FOOT_FROM * page.height:
            return made and structs.replace(made, index=place.index, is_moved=False)
    box = on.canvas.beside_logos(place.box, _on_page(on.grid.box(1, on.grid.columns, 0, 1), on.corner))
    is_low = box.bottom >= 0.7 * page.height  # none stands halfway up
    return structs.replace(place, box=box, anchor="bottom") if is_low else None


# Colours


def _inks(is_night: bool, canvas: Canvas, read: Read) -> dict[str, str]:
    """What each ink is on a page: the template's, where these can be seen on what lies beneath."""
    counted = canvas.grounds(canvas.room)
    most, count = counted.most_common(1)[0]
    ground = most if count >= _MOST_SHARE * counted.total() else average(counted)
    made, grounds = _plain(canvas.found, ground, most_of(counted), read), most_of(counted)
    house, accents = _accents(read, ground)
    if is_night:
        dark, light = sorted((made["dark1"], made["light1"]), key=lambda rgb: contrast(rgb, "000000"))
        is_deep = contrast(dark, light) >= _PLAIN and is_hued(dark)
        ground = dark if is_deep else _night(read, house, accents)
        plain = (one for one in (light, read.colours.light1) if saturation(one) <= _COLOURFUL)
        light = next((one for one in plain if contrast(ground, one) >= _PLAIN), "FFFFFF")
        grounds = frozenset({ground})
        soft, panel = mixed(light, ground, 75), mixed(light, ground, _PANEL_AT_NIGHT)
        made |= {"dark1": ground, "light1": light, "dark2": panel, "light2": soft}
        made |= {"ground": ground, "text": light, "panel": panel, "soft": soft}
    made |= _drawn_in(house, accents, grounds, made, is_night)
    hill = mixed(nearest(made["accent1"], {ground: ENOUGH_LARGE}), ground, 2 * _PANEL_AT_NIGHT)  # in its hue
    return made | ({"dark2": hill, "panel": hill} if is_night else {})


def _plain(found: Found, ground: str, grounds: frozenset[str], read: Read) -> dict[str, str]:
    """The inks of texts and panels: what lies beneath them is light1, whatever it is, but on coloured paper."""
    inks = found.palette.inks
    named = [inks[name] for name in ("text", "soft", "ground", "panel", "dark1", "light1", "dark2", "light2")]

    def least(one: str) -> float:
        return min(contrast(one, other) for other in grounds)

    bodies = (rgb(_known(one.styles[0], found).ink, inks) for one in read.master.slots if one.kind == "body")
    own = next((one for one in bodies if least(one) >= ENOUGH_LARGE), None)  # small ones get another, each by itself
    text = next((one for one in (own, *named) if one and least(one) >= _PLAIN), None)
    text = text or own or nearest(inks["text"], dict.fromkeys(grounds, _PLAIN))
    soft = next((one for one in (inks["soft"], inks["dark2"]) if least(one) >= ENOUGH), None)
    soft = soft or nearest(text, dict.fromkeys(grounds, ENOUGH))  # the text's own, where small ones are read in that
    away = max(("000000", "FFFFFF"), key=lambda one: contrast(one, text))  # where text is no longer read on lighter
    least_seen, share = (_SEEN, 8) if away == "FFFFFF" else (_SEEN_IN_DARK, 12)

    def serves(one: str) -> bool:
        dune = rgb(structs.replace(TINTS["dune"], name="panel"), {"panel": one})
        is_seen = all(contrast(shade, ground) >= least_seen for shade in (one, dune))
        is_grey = saturation(one) <= _COLOURFUL < saturation(ground)
        return is_seen and not is_grey and contrast(text, one) >= ENOUGH and contrast(one, ground) <= _QUIET

    lifted = nearest(inks["panel"], {ground: _LIFTED})
    is_coloured = away == "FFFFFF" and saturation(ground) > _COLOURFUL  # in which faces and eyes are not drawn
    shades = (inks["panel"], lifted, mixed(text, ground, share), mixed(away, ground, 20))
    offered = (rgb(found.palette.near(one), inks) for one in ((mixed(away, ground, 55),) if is_coloured else shades))
    panel = next((one for one in offered if serves(one)), mixed(text, ground, 8))
    link = nearest(read.colours.link, dict.fromkeys(grounds, SURE * ENOUGH))
    data = nearest(mixed(text, ground, _DATA_PERCENT), dict.fromkeys((*grounds, panel), SURE * ENOUGH))
    paper = away if is_coloured else ground
    made = palette(read.colours) | {"dark1": text, "light1": paper, "dark2": data, "light2": panel, "link": link}
    return made | {"text": text, "ground": ground, "soft": soft, "panel": panel, "visited": soft}


def _night(read: Read, house: list[str], accents: list[str]) -> str:
    """A dark ground for pictures of the night, nearly black: in a colour of the house, or the theme's own blue, green
    or brown."""
    base = (read.colours.dark2, read.colours.dark1, read.colours.light2, read.colours.light1)
    dark = (one for one in base if contrast(one, "FFFFFF") >= _PLAIN and is_hued(one))
    offered = (*house, *dark, *accents)
    first = next((one for one in offered if not is_golden(one)), offered[0])
    return nearest(first, {"FFFFFF": 15.0})


def _drawn_in(
    house: list[str], accents: list[str], grounds: frozenset[str], plain: Mapping[str, str], is_night: bool
) -> dict[str, str]:
    """The accents of a page: a hue of the template's for what is large, one unlike it that marks, its warmest or its
    brightest that shines, and greys for what recedes.

    The hue is at night that of the ground, by day the first accent that is seen and would not turn mud. The first three
    are told apart in grey print; the first and the third are read where they are texts.
    """
    ground, panel = plain["ground"], plain["panel"]
    is_lit = contrast(ground, "000000") > contrast(ground, "FFFFFF")
    is_between = max(contrast(ground, one) for one in ("000000", "FFFFFF")) < _CARRIES  # neither dark nor light
    mist = mixed(plain["dark2"], ground, TINTS["mist"].opacity_percent)
    of_night = ground if is_night and is_hued(ground) else None
    pure = [one for one in accents if not is_golden(one) or not (is_lit or is_night)] or accents
    main = of_night or next((one for one in pure if contrast(one, ground) >= ENOUGH_LARGE), None)
    main = main or (pure[0] if is_between else max(pure, key=lambda one: contrast(one, ground)))
    hue = hue_of(main)
    main = next((one for one in pure if between(hue_of(one), hue) < SAME_HUE), main) if of_night else main
    others = [one for one in accents if one != main]
    warm = [one for one in others if _is_warm(one)]
    bright = max(others, key=lambda one: contrast(one, "000000"), default=main)
    shining = max(warm, key=lambda one: (is_golden(one), saturation(one)), default=bright)

    def unlike(one: str) -> tuple[bool, bool, float]:
        is_red = between(hue_of(one), _RED) <= _REDDISH
        return contrast(one, ground) >= _SHINING, is_red, between(hue_of(one), hue)

    marks = [one for one in house or others if one != shining and between(hue_of(one), hue) >= _UNLIKE]
    marks = [one for one in marks if not is_golden(one)]

    def seen(colour: str, enough: float, *apart: str) -> str:
        """Where next to nothing but black would be read, a colour is seen, and no more."""
        enough = ENOUGH_LARGE if is_between and enough > ENOUGH_LARGE else enough
        on = (*grounds, panel) if enough > ENOUGH_LARGE else grounds
        return nearest(colour, dict.fromkeys(on, SURE * enough), dict.fromkeys(apart, _APART))

    # At night it is land and walls, on which texts stand.
    first = nearest(main, {plain["light1"]: _CARRIES}, {ground: _LAND}) if is_night else seen(main, ENOUGH)
    marking = max(marks, key=unlike, default=main if is_lit else shining)
    third = seen(marking, ENOUGH, first)
    if not is_night and marking != main and _SUNNY[0] <= hue_of(marking) <= _SUNNY[1]:  # the darker, the more a brown
        third = seen(marking, ENOUGH)
        first = seen(main, ENOUGH, third)
    if saturation(third) < _WASHED_OUT * saturation(marking):  # small texts on a panel get another ink
        on = {panel: SURE * ENOUGH_LARGE, **dict.fromkeys(grounds, SURE * ENOUGH)}
        third = nearest(marking, on, {first: _APART})
    if is_between:
        third = max(("000000", "FFFFFF"), key=lambda one: min(contrast(one, other) for other in (*grounds, mist)))
    grey = seen(mixed(first, "808080", 20), ENOUGH_LARGE)
    tint = rgb(Ink("first", 35, offset_percent=65 if is_lit else 0), {"first": first})
    pale = seen(grey if between(hue, _RED) < SAME_HUE else tint, ENOUGH_LARGE)  # no pink
    # By day what shines has an outline, and would turn mud if it had to be dark.
    second = seen(shining, _SHINING if is_lit and is_golden(shining) else ENOUGH_LARGE, first, third)
    fifth = seen(accents[4 % len(accents)], ENOUGH_LARGE)
    made = (first, second, third, grey, fifth, pale)
    return {f"accent{number}": one for number, one in enumerate(made, start=1)}


def _accents(read: Read, ground: str) -> tuple[list[str], list[str]]:
    """The colours of the house, which a template draws in where it draws in none of its theme's; and all accents: these
    first, last what it never shows."""
    areas: Counter[str] = Counter()
    names = [f"accent{number}" for number in range(1, 7)]
    of_theme = [getattr(read.colours, name) for name in names]
    coloured = [one for one in of_theme if saturation(one) > _COLOURFUL] or of_theme
    looked_at: set[Drawn] = set()  # what a master draws is on all its layouts
    for found in (read.master, *read.layouts):
        for one in (one for one in found.look.drawn if one not in looked_at):
            looked_at.add(one)
            if isinstance(one, Image):
                if read.colours.accent1 in _STOCK:
                    areas.update(colours_in(one))
                continue
            if ink := one.fill or (one.stroke.ink if one.stroke else None):
                rgb = found.palette.rgb(ink)
                if (ink.name in names or rgb in of_theme) and saturation(rgb) > _COLOURFUL:
                    return [], coloured
                areas[rgb] += round(saturation(rgb) * inked_area(one))
    drawn: list[str] = []
    for rgb, area in areas.most_common(40):
        shade = nearest(rgb, {ground: ENOUGH_LARGE})
        is_seen = area > _SEEN_AREA * read.width * read.height  # a stamp's edge is no look
        if is_seen and saturation(shade) > _COLOURFUL and all(apart(shade, other) > _ALIKE for other in drawn):
            drawn.append(shade)
    if drawn and read.colours.accent1 == _LIBRE_OFFICE:
        return drawn, drawn
    rest = (rgb for rgb in coloured if _is_warm(rgb) or all(apart(rgb, other) > _ALIKE for other in drawn))
    return drawn, [*drawn, *rest]


def _is_warm(rgb: str) -> bool:
    return _SUNNY[0] <= hue_of(rgb) <= _SUNNY[1] and saturation(rgb) > _WARM


def _by_day(place: Placeholder) -> Placeholder:
    """A place whose inks are those of the page, and not of the picture of the night that stands on it."""

    def day(ink: Ink) -> Ink:
        return ink if ink.name.startswith((OWN, _THEIRS)) else structs.replace(ink, name=BY_DAY + ink.name)

    styles = (
        structs.replace(
            one,
            ink=day(one.ink),
            bullet_ink=day(one.bullet_ink),
            strong_ink=day(one.strong_ink) if one.strong_ink else None,
            link_ink=day(one.link_ink or Ink("link")),
        )
        for one in place.styles
    )
    return structs.replace(place, styles=tuple(styles))


def _readable(place: Placeholder, on: StandIn, inks: dict[str, str], motif: tuple[Shape, ...]) -> Placeholder:
    """A place whose inks can be read on what lies beneath it; colours that this needs are added to the palette."""
    known = on.canvas.found.palette.having(inks)
    grounds = on.canvas.grounds(place.box)
    if place.fill:
        grounds = veiled(grounds, rgb(place.fill, inks), place.fill)
    beneath = [one for one in motif if one.name == "Panel" and one.box.meets(place.box)]
    if beneath:
        grounds = Counter(inks[one.fill.name] for one in beneath if one.fill)
    # Titles are mostly as large as can be; what else is short may be small, and its accent would not be read then.
    size_pt = inked_at(place.sizes_pt, grounds) if place.name == "Title" else place.sizes_pt[-1]
    return structs.replace(place, styles=readable(place.styles, size_pt, grounds, known))


# What is drawn


def _motif(name: str, on: StandIn) -> Iterable[Shape]:
    """What ours draws beneath its texts: no more than these need."""
    grid = on.grid
    if name == "Quote":
        hung = grid.box(1, 1, 26.5, 32)
        mark = Box(hung.x, hung.y, hung.width * 9 // 10, hung.width * 58 // 100)
        yield quotation_mark("Opening quotation mark", _on_page(mark, on.corner), Ink("accent1"))
    elif name in ("Ask", "Ask with code"):
        rows = grid.box(1, grid.columns, *((45.0, 76.0) if name == "Ask" else (38.0, 76.5)))
        around = grid.margin // 3
        box = _on_page(Box(rows.x - around, rows.y, rows.width + 2 * around, rows.height), on.corner)
        whole = on.canvas.panel.box if on.canvas.panel else on.canvas.within(box)
        left, right = max(box.x, whole.x), min(box.right, whole.right)
        yield rectangle("Panel", box._replace(x=left, width=right - left), Ink("panel"))
