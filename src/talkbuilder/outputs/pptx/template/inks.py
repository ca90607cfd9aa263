"""Which inks a layout of ours has on a template's master, and which of the template's own it keeps beside them.

`inks_on` chooses them for a free area, by what lies beneath it; `PageInks` paints one layout with them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from talkbuilder.layout.inks import TINTS, mixed, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import OWN, Image, Ink, Shape, Style
from talkbuilder.layout.legible import ENOUGH, ENOUGH_LARGE
from talkbuilder.layout.theme import BY_DAY, Placeholder, palette
from talkbuilder.outputs.pptx.template.canvas import Canvas
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
from talkbuilder.outputs.pptx.template.layouts import Found, Read, colours_in, inked_area, veiled
from talkbuilder.outputs.pptx.template.legibility import SURE, inked_at, most_of, readable
from talkbuilder.outputs.pptx.template.shapes import Drawn

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
_THEIRS = "their "  # before the inks of a template's own, where these are others here


def inks_on(is_night: bool, canvas: Canvas, read: Read) -> dict[str, str]:
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

    bodies = (rgb(in_inks_of(one.styles[0], found).ink, inks) for one in read.master.slots if one.kind == "body")
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
        if area <= _SEEN_AREA * read.width * read.height:
            break  # a stamp's edge is no look
        shade = nearest(rgb, {ground: ENOUGH_LARGE})
        if saturation(shade) > _COLOURFUL and all(apart(shade, other) > _ALIKE for other in drawn):
            drawn.append(shade)
    if drawn and read.colours.accent1 == _LIBRE_OFFICE:
        return drawn, drawn
    rest = (rgb for rgb in coloured if _is_warm(rgb) or all(apart(rgb, other) > _ALIKE for other in drawn))
    return drawn, [*drawn, *rest]


def _is_warm(rgb: str) -> bool:
    return _SUNNY[0] <= hue_of(rgb) <= _SUNNY[1] and saturation(rgb) > _WARM


def in_inks_of(style: Style, found: Found) -> Style:
    """A style of another layout, in inks that this one has."""
    ink = style.ink
    if ink.name not in found.palette.inks:
        ink = found.palette.near(ink.name.removeprefix(OWN))
    return structs.replace(style, ink=ink, bullet_ink=ink)


class PageInks:
    """The inks of one layout of ours: `palette` has what each is, `shades` those that follow the template's theme.

    `made` are the inks of what is drawn; `by_day` those of the texts beside a picture of the night, else none.
    """

    def __init__(self, made: Mapping[str, str], by_day: Mapping[str, str], canvas: Canvas) -> None:
        self._canvas, self._by_day, self._theirs = canvas, by_day, canvas.found.palette
        known = self._theirs
        inks = {**made, **{BY_DAY + name: shade for name, shade in by_day.items()}}
        self.shades = {name: known.near(one) for name, one in inks.items() if known.inks.get(name) != one}
        self.palette = {**known.inks, **{name: rgb(shade, known.inks) for name, shade in self.shades.items()}}

    def kept(self, ink: Ink) -> Ink:
        """An ink of the template's own; under another name, where its own means another colour here."""
        own = self._theirs.inks.get(ink.name)
        if own is None or own == self.palette.get(ink.name):
            return ink
        name = ink.name if ink.name.startswith(OWN) else _THEIRS + ink.name
        self.palette[name] = own
        if name != ink.name:
            self.shades[name] = Ink(ink.name)
        return structs.replace(ink, name=name)

    def kept_in(self, place: Placeholder) -> Placeholder:
        """A place of the template's own, in the template's inks."""
        styles = (structs.replace(one, ink=self.kept(one.ink), bullet_ink=self.kept(one.ink)) for one in place.styles)
        return structs.replace(place, styles=tuple(styles), fill=place.fill and self.kept(place.fill))

    def kept_on(self, one: Drawn) -> Drawn:
        """What the template draws, in the template's inks."""
        if isinstance(one, Image):
            return one
        stroke = one.stroke and structs.replace(one.stroke, ink=self.kept(one.stroke.ink))
        return structs.replace(one, fill=one.fill and self.kept(one.fill), stroke=stroke)

    def panel(self) -> tuple[Shape, ...]:
        """The panel of the canvas, in an ink of its own: those of the template may mean other colours here."""
        panel = self._canvas.panel
        if panel is None or panel.fill is None:
            return ()
        self.shades[_BOARD] = structs.replace(panel.fill, opacity_percent=100)
        self.palette[_BOARD] = rgb(self.shades[_BOARD], self._theirs.inks)
        return (structs.replace(panel, fill=Ink(_BOARD, opacity_percent=panel.fill.opacity_percent)),)

    def readable(self, places: Mapping[str, Placeholder], motif: Sequence[Shape]) -> dict[str, Placeholder]:
        """Places whose inks can be read on what lies beneath them, the `motif` included."""
        seen = {**self.palette, **{name: self.palette[BY_DAY + name] for name in self._by_day}}
        inked = {name: self._readable(place, seen, motif) for name, place in places.items()}
        return {name: _by_day(place) for name, place in inked.items()} if self._by_day else inked

    def _readable(self, place: Placeholder, inks: Mapping[str, str], motif: Sequence[Shape]) -> Placeholder:
        grounds = self._canvas.grounds(place.box)
        if place.fill:
            grounds = veiled(grounds, rgb(place.fill, inks), place.fill)
        beneath = [one for one in motif if one.name == "Panel" and one.box.meets(place.box)]
        if beneath:
            grounds = Counter(inks[one.fill.name] for one in beneath if one.fill)
        # Titles are mostly as large as can be; what else is short may be small, and its accent would not be read then.
        size_pt = inked_at(place.sizes_pt, grounds) if place.name == "Title" else place.sizes_pt[-1]
        styles = readable(place.styles, size_pt, grounds, self._theirs.having(inks))
        return structs.replace(place, styles=styles)


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
