"""Which inks a layout of ours has on a template's master, and which of the template's own it keeps beside them.

`inks_on` chooses them for a free area, by what lies beneath it; `PageInks` paints one layout with them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import structs

from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, TINTS, mixed, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import OWN, Image, Ink, Shape, Style
from talkbuilder.layout.theme import BY_DAY, SLIDE_NUMBER, Placeholder, palette
from talkbuilder.outputs.pptx.template.canvas import Canvas, titled
from talkbuilder.outputs.pptx.template.colours import (
    SUNNY,
    Palette,
    apart,
    average,
    between,
    calmed,
    hue_of,
    is_alike,
    is_golden,
    reddened,
    saturation,
)
from talkbuilder.outputs.pptx.template.hues import COLOURFUL, SLATE, TINGED, House, is_loud
from talkbuilder.outputs.pptx.template.layouts import TITLES, Found, Read, veiled
from talkbuilder.outputs.pptx.template.legibility import (
    FIGURES,
    SURE,
    contrast_on,
    deep_shade,
    inked_at,
    most_of,
    readable,
)
from talkbuilder.outputs.pptx.template.shapes import Drawn

MIST = "mist"  # the tint of data that is not marked; an ink where it lets nothing through
_TELLING = 55  # how much more a colour that marks by its hue has of one light than of another, beside what it marks
_UNLIKE = 3.0  # contrast with that of one that marks by lightness
_APART = 1.35  # contrast of two colours that grey print, or an eye for which hues are alike, tells apart
_BOARD = "board"  # the ink of a panel that carries a whole page
_NEAR = 85  # how near a link is to a colour of the house, in red, green and blue, to be one
_PLAIN = 7.0  # contrast of what is read all the time
_SOFT_PERCENT, _GREY = 75, 0.08  # of the ink of texts in quiet ones; saturation up to which an ink is a grey
_BESIDE_TEXT = 1.25  # contrast of that grey with the ink of texts, with which it covers large parts as well
_NEAR_BLACK = 0.75  # of the contrast of black with the page, what outlines and what is dark by nature have
_PAPER = 1.15  # contrast with white of what is not paper
_WASHED_OUT = 0.7  # of the saturation of what marks, below which it marks little
_SHINING = 1.5  # contrast of what is told from light paper by its outline
_OF_HUE = 30  # how much of what is large is in the grey of what recedes, in percent
_CALM_AT_NIGHT = 0.4  # the most saturation of what is behind all
_QUIET = {False: 0.36, True: 0.55}  # how much of what is possible a panel on white has, and how much a warm one
_REDS, _NEAR_REDS = 335 / 360, 50 / 360  # hues of which much is lurid, and pale shades are pink
_DARK, _DARKER, _DARKEST = 12.0, 1.3, 18.0  # contrast of night with white; how much it has on a dark page; the most
_PANEL_AT_NIGHT, _HILL = 14, 40  # how much of the light is in it, and of land in hills and roofs
_LAND = 1.6  # contrast of what is large at night with its ground
_CARRIES = 5.5  # contrast of light texts with what is drawn at night beneath them
# The least and the most contrast of a panel with the ground, what one has that is made lighter or darker, and how much
# of texts and of what is away from them is in it, in percent.
_ON_PAPER, _IN_DARK = (1.15, 1.4, 1.2, 8, 20), (1.45, 1.6, 1.45, 17, 28)
_LIFTED, _SURE_OF = 1.75, 1.1  # the most that a panel has on a dark page, and how much more a shade may have
_MOST_SHARE = 0.4  # of what lies beneath texts, for one colour to be that of all
_TO_CALL = {"Contact": "ink", "Second": "strong_ink"}  # the places of a poster's numbers, and which of their inks call
_THEIRS = "their "  # before the inks of a template's own, where these are others here


def inks_on(is_night: bool, canvas: Canvas, read: Read, house: House) -> dict[str, str]:
    """What each ink is on a page: the template's, where these can be seen on what lies beneath."""
    ground, grounds = ground_of(canvas), most_of(canvas.grounds(canvas.room))
    title = titled(canvas)
    made = _plain(canvas.found, ground, grounds, read, house, [title.styles[0]] if title else [])
    if is_night:
        light = max((made["dark1"], made["light1"]), key=lambda rgb: contrast(rgb, "000000"))
        ground = _night(ground, house)
        plain = (one for one in (light, read.colours.light1) if saturation(one) <= COLOURFUL)
        light = next((one for one in plain if contrast(ground, one) >= _PLAIN), "FFFFFF")
        grounds = frozenset({ground})
        soft, panel = _muted(mixed(light, ground, 75), TINGED / 2), mixed(light, ground, _PANEL_AT_NIGHT)
        made |= {"dark1": ground, "light1": light, "dark2": panel, "light2": soft}
        made |= {"ground": ground, "text": light, "panel": panel, "soft": soft}
    made |= _drawn_in(house, grounds, made, is_night)
    if not is_night:
        made["link"] = _link(made, house, grounds)
        if len(grounds) > 1:  # a picture that shines through bars would mottle them
            made[MIST] = mixed(made["dark2"], ground, TINTS[MIST].opacity_percent)
    hill = mixed(nearest(made["accent1"], {ground: ENOUGH_LARGE}), ground, _HILL)  # in its hue
    return made | ({"dark2": hill, "panel": hill} if is_night else {})


def _shadow(house: House, most: float = 1.0) -> str:
    """What dark parts are shades of: what is large, or a slate where that is a loud red, for they would be maroon."""
    return SLATE if is_loud(house.main) else _muted(house.main, most)


def ground_of(canvas: Canvas) -> str:
    """The colour of what lies beneath the free area; of many, what they come to."""
    counted = canvas.grounds(canvas.room)
    most, count = counted.most_common(1)[0]
    return most if count >= _MOST_SHARE * counted.total() else average(counted)


def _plain(
    found: Found, ground: str, grounds: frozenset[str], read: Read, house: House, of_title: Sequence[Style]
) -> dict[str, str]:
    """The inks of texts and panels: what lies beneath them is light1, whatever it is, but on coloured paper. Where its
    own are read less well than what titles have, they are that."""
    inks = found.palette.inks
    named = [inks[name] for name in ("text", "soft", "ground", "panel", "dark1", "light1", "dark2", "light2")]

    def least(one: str) -> float:
        return min(contrast(one, other) for other in grounds)

    styles = [*(one.styles[0] for one in read.master.slots if one.kind == "body"), *of_title]
    bodies = [rgb(in_inks_of(one, found).ink, inks) for one in styles]
    able = (one for enough in (ENOUGH, ENOUGH_LARGE) for one in bodies if least(one) >= enough)
    own = next(able, None)  # small ones get another, each by itself
    deep = deep_shade(bodies[0], Counter(grounds), SURE * ENOUGH) if bodies and not own else ""  # as titles get it
    text = deep or next((one for one in (own, *named) if one and least(one) >= _PLAIN), None)
    text = text or own or nearest(inks["text"], dict.fromkeys(grounds, _PLAIN))
    heads = [one for layout in (read.master, *read.layouts) for one in layout.slots if one.kind in TITLES]
    titles = {rgb(in_inks_of(one.styles[0], found).ink, inks) for one in heads}
    quiet = (one for one in (inks["soft"], inks["dark2"]) if saturation(one) <= _GREY or one in (text, *titles))
    soft = next((one for one in quiet if ENOUGH <= least(one) <= least(text)), None)
    pale = text if ENOUGH <= least(text) < _PLAIN else mixed(text, ground, _SOFT_PERCENT)  # no paler than can be read
    soft = soft or nearest(pale, dict.fromkeys(grounds, SURE * ENOUGH))
    # Where text is no longer read on lighter: it may be of a colour between the two.
    away = "FFFFFF" if contrast(ground, "000000") > contrast(text, "000000") else "000000"
    least_seen, most, lift, share, veil = _ON_PAPER if away == "FFFFFF" else _IN_DARK
    if away == "000000":  # the more there is between the page and its texts, the more of it is for panels
        lift = min(_LIFTED, max(lift, contrast(text, ground) / _PLAIN))
        most = max(most, _SURE_OF * lift)

    def serves(one: str) -> bool:
        dune = rgb(structs.replace(TINTS["dune"], name="panel"), {"panel": one})
        is_seen = all(contrast(shade, ground) >= least_seen for shade in (one, dune))
        is_of_ground = saturation(ground) <= TINGED or (saturation(one) > TINGED / 2 and is_alike(one, ground))
        return is_seen and is_of_ground and contrast(text, one) >= ENOUGH and contrast(one, ground) <= most

    # Faces are drawn in it, too: a cool one has little of its hue.
    is_warm = SUNNY[0] <= hue_of(inks["panel"]) <= SUNNY[1]
    own = inks["panel"] if is_warm or away == "000000" else _muted(inks["panel"], TINGED)
    is_deep = away == "000000" and saturation(ground) > TINGED
    hued = mixed(house.main, ground, share) if house.is_beige and away == "000000" else own  # no grey on black
    most_calm = _QUIET[is_warm] if away == "FFFFFF" and saturation(ground) <= TINGED else 1.0
    lifted = nearest(calmed(ground if is_deep else hued, most_calm), {ground: lift})
    # In which faces and eyes are not drawn, and on which a grey sheet would be dirt.
    is_coloured = away == "FFFFFF" and contrast(ground, away) >= _PAPER
    greys = mixed(text, ground, share), mixed(away, ground, veil)
    shades = greys if house.is_beige and away == "FFFFFF" else (own, lifted, *greys)
    offered = (
        rgb(found.palette.near(calmed(one, most_calm)), inks)
        for one in ((mixed(away, ground, 55), away) if is_coloured else shades)
    )
    plain = calmed(mixed(text, ground, 8), most_calm) if saturation(ground) <= TINGED else ground
    least_lit = {ground: _PAPER if away == "FFFFFF" else lift}
    lit = nearest(plain, {**least_lit, text: ENOUGH})
    lit = lit if contrast(lit, ground) <= most else nearest(plain, least_lit)  # not black beneath what is just read
    usual = mixed(away, ground, 70) if is_coloured else lit
    panel = next((one for one in offered if serves(one)), usual)
    outline = "FFFFFF" if saturation(text) > COLOURFUL else text  # white as paper is, and not as its ink
    if away == "FFFFFF":  # no black in a house that has none
        outline = nearest(_shadow(house, _CALM_AT_NIGHT), {ground: _NEAR_BLACK * contrast("000000", ground)})
    base = min(text, outline, key=lambda one: contrast(one, ground))
    data = _data(_muted(base, TINGED), _muted(text, TINGED), ground, (*grounds, panel))
    paper = away if is_coloured else ground
    made = palette(read.colours) | {"dark1": outline, "light1": paper, "dark2": data, "light2": panel}
    return made | {"text": text, "ground": ground, "soft": soft, "panel": panel, "visited": soft}


def _link(made: Mapping[str, str], house: House, grounds: frozenset[str]) -> str:
    """The ink of links: the colour of what is large, or of what marks where that is grey: whatever a theme has for
    links, few houses show it."""
    least = dict.fromkeys((*grounds, made["panel"]), SURE * ENOUGH)
    offered = (nearest(one, least) for one in (house.main, house.marks))
    return next((one for one in offered if saturation(one) > COLOURFUL), made["text"])


def _data(base: str, text: str, ground: str, grounds: Sequence[str]) -> str:
    """The grey of numbers that are not marked: what is drawn in it, a little transparent, is seen as well."""
    veil = TINTS[MIST].opacity_percent
    pale = (nearest(mixed(base, ground, share), dict.fromkeys(grounds, SURE * ENOUGH)) for share in range(72, 100, 4))
    darker = (nearest(text, dict.fromkeys(grounds, least)) for least in (7, 8, 9, 10, 12, 15))
    greys = [one for one in (*pale, *darker) if contrast(one, text) >= _BESIDE_TEXT] or [text]
    least = ENOUGH_LARGE * (SURE if contrast(ground, "FFFFFF") > _PAPER else 1)
    seen = (one for one in greys if contrast(mixed(one, ground, veil), ground) >= least)
    return next(seen, greys[-1])


def _night(page: str, house: House) -> str:
    """A dark ground for pictures of the night: in the hue of a page that is dark, else of the house, and darker than
    the page that it stands on."""
    is_dark = contrast(page, "FFFFFF") >= _PLAIN and saturation(page) > COLOURFUL
    on_page = _DARKER * contrast(page, "FFFFFF")
    base = page if is_dark else _shadow(house, _CALM_AT_NIGHT)
    return nearest(base, {page: _DARKER, "FFFFFF": on_page if _DARK < on_page < _DARKEST else _DARK})


def _drawn_in(house: House, grounds: frozenset[str], plain: Mapping[str, str], is_night: bool) -> dict[str, str]:
    """The accents of a page: a calm shade of the house for what is large, a colour unlike it that marks, one that
    shines, and greys for what recedes.

    What marks and what shines keep their colours as far as they can; what is large is told apart from them in grey
    print. The first and the third are read where they are texts.
    """
    ground, panel = plain["ground"], plain["panel"]
    is_lit = contrast(plain["text"], "FFFFFF") > contrast(ground, "FFFFFF")  # texts are darker, and so are accents
    away = "FFFFFF" if is_lit else "000000"
    like_texts = {away: contrast(ground, away)}
    # Neither dark nor light.
    is_between = max(min(contrast(one, on) for on in grounds) for one in ("000000", "FFFFFF")) < _CARRIES
    mist = mixed(plain["dark2"], ground, TINTS[MIST].opacity_percent)
    main = house.main

    def seen(colour: str, enough: float, *beside: str) -> str:
        """Where next to nothing but black would be read, a colour is seen, and no more. It is on the side of texts."""
        most = SURE * (ENOUGH_LARGE if is_between else enough)
        least = dict.fromkeys(grounds, most)
        if not is_night and (enough > ENOUGH_LARGE or not is_lit):  # small texts on a panel get another ink
            least[panel] = SURE * ENOUGH_LARGE
        return nearest(colour, {**like_texts, **least}, dict.fromkeys(beside, _APART))

    # By day what shines has an outline, and would turn mud if it had to be dark.
    shines = nearest(house.shines, {ground: _SHINING}) if is_lit else seen(house.shines, ENOUGH_LARGE)
    # At night what is large is land and walls, on which texts stand: no darker than it must be.
    light = nearest(_shadow(house), {"000000": 21 / (_LAND * _CARRIES)})
    marking = max(main, house.marks, key=saturation) if is_alike(main, house.marks) else house.marks
    marking = reddened(marking) if is_lit and marking != main else marking
    first = nearest(light, {plain["light1"]: _CARRIES}, {ground: _LAND}) if is_night else seen(main, ENOUGH)
    own, other = (apart(seen(one, ENOUGH, mist), plain["text"]) for one in (marking, main))
    marking = main if own <= _NEAR < other else marking  # what looks as texts do marks nothing
    is_one = apart(main, marking) <= _NEAR  # colour, in which what is large and what marks are

    def marked(one: str) -> str:
        """A colour that marks; a shade that is washed out is kept from panels, where small texts get another ink."""
        found = seen(one, ENOUGH, mist)
        if not (is_night or is_one or _is_told_by_all(found, first)):
            found = seen(one, ENOUGH, mist, first)
        if saturation(found) >= _WASHED_OUT * saturation(one):
            return found
        return nearest(one, {panel: SURE * ENOUGH_LARGE, **dict.fromkeys(grounds, SURE * ENOUGH)}, {mist: _APART})

    third = marked(marking)
    if is_between:
        third = nearest(house.shines, dict.fromkeys(grounds, ENOUGH_LARGE), {mist: _APART})
    elif not is_night:
        others = (one for one in (house.shines, main, *house.all) if not (is_lit and is_golden(one)))  # no mud
        told = (one for one in map(marked, (marking, *others)) if _is_told(one, mist))
        dark = third if saturation(third) > COLOURFUL else plain["dark1"]
        least = {**like_texts, **dict.fromkeys((*grounds, panel), SURE * ENOUGH)}
        third = next(told, None) or nearest(dark, least, {mist: _UNLIKE})
    is_lurid = between(hue_of(main), _REDS) <= _NEAR_REDS  # whose greys are mauve, and whose tints are pink
    grey = seen(mixed(main, "808080", 0 if is_lurid else _OF_HUE), ENOUGH_LARGE if is_lit or is_night else ENOUGH)
    pale = grey if is_lurid else rgb(Ink("first", 35, offset_percent=65 if is_lit else 0), {"first": first})
    enough = ENOUGH_LARGE if is_lit or is_night or is_between else ENOUGH
    pale = nearest(pale, {**like_texts, **dict.fromkeys(grounds, SURE * enough)})
    fifth = seen(house.all[4 % len(house.all)], ENOUGH_LARGE)
    made = (first, shines, third, grey, fifth, pale)
    return {f"accent{number}": one for number, one in enumerate(made, start=1)}


def _is_told(one: str, other: str) -> bool:
    """Whether a colour stands out from another at a glance: by its hue, or much darker or lighter."""
    parts = [int(one[at : at + 2], 16) - int(other[at : at + 2], 16) for at in (0, 2, 4)]
    is_unlike = max(parts) - min(parts) >= _TELLING and saturation(one) > COLOURFUL
    return is_unlike or contrast(one, other) >= _UNLIKE


def _is_told_by_all(one: str, other: str) -> bool:
    """Whether two colours are told apart where reds and greens are alike, or in grey print."""
    yellow, other_yellow = (sum(bytes.fromhex(each[:4])) - 2 * int(each[4:], 16) for each in (one, other))
    return abs(yellow - other_yellow) >= 2 * _TELLING or contrast(one, other) >= _APART


def _muted(colour: str, most: float) -> str:
    """A colour that is no more colourful than so much."""
    share = round(100 * min(1.0, most / max(saturation(colour), 0.01)))
    return rgb(Ink("own", saturation_percent=share), {"own": colour})


def in_inks_of(style: Style, found: Found) -> Style:
    """A style of another layout, in inks that this one has."""
    ink = style.ink
    if ink.name not in found.palette.inks:
        ink = found.palette.near(ink.name.removeprefix(OWN))
    return structs.replace(style, ink=ink, bullet_ink=ink)


def on_page(style: Style, canvas: Canvas) -> Style:
    """The style of a title in inks that its page has: where it is not read there, and the page has none of its own, in
    that of its texts."""
    found, made, grounds = canvas.found, in_inks_of(style, canvas.found), canvas.grounds(canvas.room)
    inks = [] if any(one.kind in TITLES for one in found.slots) else [one.styles[0].ink for one in found.slots]
    is_read = [contrast_on(rgb(one, found.palette.inks), grounds) >= ENOUGH_LARGE for one in (made.ink, *inks)]
    ink = made.ink if is_read[0] else next((one for one, read in zip(inks, is_read[1:], strict=True) if read), made.ink)
    return structs.replace(made, ink=ink, bullet_ink=ink)


def as_most(
    place: Placeholder, own: str, titles: Mapping[str, str], grounds: Counter[str], palette: Palette
) -> Placeholder:
    """A title in what its `own` colour is on most slides, where that is read."""
    if own not in titles or contrast_on(titles[own], grounds) < ENOUGH_LARGE:
        return place
    ink = palette.near(titles[own])
    return structs.replace(place, styles=tuple(structs.replace(one, ink=ink, bullet_ink=ink) for one in place.styles))


class PageInks:
    """The inks of one layout of ours: `palette` has what each is, `shades` those that follow the template's theme.

    `made` are the inks of what is drawn; `by_day` those of the texts beside a picture of the night, else none.
    """

    def __init__(self, made: Mapping[str, str], by_day: Mapping[str, str], canvas: Canvas) -> None:
        self._canvas, self._by_day, self._theirs = canvas, by_day, canvas.found.palette
        known = self._theirs
        inks = {**made, **{BY_DAY + name: shade for name, shade in by_day.items()}}
        self.shades = {name: known.near(one) for name, one in inks.items() if known.inks.get(name) != one}
        self.shades.setdefault("link", Ink("link"))  # said by itself: LibreOffice would shade it as its text is
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
        """A place of the template's own, in inks of the template's that are read there."""
        grounds = self._beneath(place, self._theirs.inks)
        read = readable(place.styles, inked_at(place.sizes_pt, grounds), grounds, self._theirs)
        styles = (structs.replace(one, ink=self.kept(one.ink), bullet_ink=self.kept(one.ink)) for one in read)
        return structs.replace(place, styles=tuple(styles), fill=place.fill and self.kept(place.fill))

    def name(self, name: str, place: Placeholder) -> None:
        """Gives a name to the ink in which a place is read."""
        ink = self.readable({place.name: self.kept_in(place)}, ())[place.name].styles[0].ink
        shade, plain = self.shades.get(ink.name, ink), Ink(ink.name)
        self.shades[name] = shade if ink == plain else structs.replace(ink, name=shade.name)
        self.palette[name] = rgb(ink, self.palette)

    def _beneath(self, place: Placeholder, inks: Mapping[str, str]) -> Counter[str]:
        """The colours on which the texts of a place stand, what fills the place in some inks included."""
        grounds = self._canvas.grounds(place.box)
        return veiled(grounds, rgb(place.fill, inks), place.fill) if place.fill else grounds

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
        is_poster = {*_TO_CALL} <= {*places}
        inked = {name: self._readable(place, seen, motif, is_poster) for name, place in places.items()}
        return {name: _by_day(place) for name, place in inked.items()} if self._by_day else inked

    def _readable(
        self, place: Placeholder, inks: Mapping[str, str], motif: Sequence[Shape], is_poster: bool
    ) -> Placeholder:
        grounds = self._beneath(place, inks)
        beneath = [one for one in motif if one.name in ("Panel", "Night") and one.box.meets(place.box)]
        if beneath:
            grounds = Counter(inks[one.fill.name] for one in beneath if one.fill)
        # Titles are mostly as large as can be; what else is short may be small, and its accent would not be read then.
        size_pt = inked_at(place.sizes_pt, grounds) if place.name == "Title" else place.sizes_pt[-1]
        given, called = place.styles, _TO_CALL.get(place.name, "") if is_poster else ""
        is_called = called and contrast_on(inks["accent2"], grounds) < ENOUGH
        if is_called:  # one colour warns, no brown beside it
            calls = {Ink("accent2"): Ink("accent3")}
            given = tuple(
                structs.replace(one, **{called: calls.get(own := getattr(one, called), own)}) for one in given
            )
        least = FIGURES if place.name == SLIDE_NUMBER else 0.0
        styles = readable(given, size_pt, grounds, self._theirs.having(inks), least)
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
