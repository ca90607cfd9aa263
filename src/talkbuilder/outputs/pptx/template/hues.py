"""The colours that a template is known by: which of its own is for what is large, which marks and which shines."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from talkbuilder.layout.inks import ENOUGH_LARGE, nearest, rgb
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import OWN, Image
from talkbuilder.outputs.pptx.template.changing import middle_of
from talkbuilder.outputs.pptx.template.colours import (
    SUNNY,
    apart,
    between,
    hue_of,
    is_alike,
    is_golden,
    is_hued,
    lightness_of,
    saturation,
)
from talkbuilder.outputs.pptx.template.layouts import TITLES, Read, colours_in, inked_area
from talkbuilder.outputs.pptx.template.shapes import Drawn

COLOURFUL = 0.15  # saturation of an accent
# The accents of themes with which programs save whatever they save, the first of each theme first.
_LIBRE_OFFICE = "18A303"
_STOCK = {_LIBRE_OFFICE, "FFAB40", "00CC99", "BBE0E3", "4F81BD", "5B9BD5", "4472C4", "156082", "058DC7", "4285F4"}
_MORE_STOCK = {"3333CC", "333399", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646"}
_MORE_STOCK |= {"ED7D31", "FFC000", "70AD47", "E97132", "196B24", "0F9ED5", "A02B93", "4EA72E", "FF0000"}
_ALIKE = 85  # how near two colours are in red, green and blue, to be one
_AMBER = "F2B544"  # of lamps and suns, where no colour of a house is warm
_RED, _REDDISH = 0.0, 40 / 360  # of the circle of hues
_WARM, _UNLIKE = 0.4, 1 / 6  # saturation of what can be a sun; how far the hue of what marks is from the first
_LOUD, _NEAR_LOUD, _STRONG = 357 / 360, 28 / 360, 0.38  # the hue of what shouts, what is near it, its saturation
_BRIGHT = 6.0  # contrast with black of a gold that shines
_SUN, _AT_SUN = 45 / 360, 14 / 360  # the hue of what shines best, and how far it goes
_PALE = 0.3  # saturation of what tells little of a house
TINGED = 0.06  # saturation of a ground that is not grey
SLATE = "595B60"  # what is large where a house has golds or loud colours alone, or none
_DEEP = 0.4  # the lightness of a red that shouts no more
_FAINT = 0.5  # of a colour's saturation, below which one in its hue is its shadow
_BY_NATURE = 7.0  # contrast with paper of what is dark by nature
_NO_BLACK = 1.9  # contrast of what is large with black
_SEEN_ON_PAPER = 3.0  # contrast of what may mark
_OF_GROUND, _OF_LETTERS = 0.1, 0.01  # of a page, that a ground and a title count as
_GROUND = 0.5  # of a page, from which a picture is its ground
_WHOLE = 3  # accents, that are a theme
_SHADES = 200  # that are looked at, of those in pictures
_SEEN_AREA, _LARGE_AREA = 0.001, 0.012  # of the page, from which a colour that is drawn counts, and is a look
_PART, _HUE = 0.05, 0.02  # of what is shown most, from which a colour belongs to the look, and one in another hue


class House(NamedTuple):
    """The colours that a template is known by: of what is large, of what marks and of what shines, and all of them.
    They are the same by day and by night, in other shades."""

    main: str
    marks: str
    shines: str
    all: tuple[str, ...]
    is_beige: bool = False  # its theme's panel, which a program brings: the house has other colours


def house_of(read: Read, paper: str) -> House:
    """The colours of a template, most of whose pages have one ground.

    What is large is in the hue of its first accent, if that is its own and it shows it; else in that of which it shows
    most. No loud red is large, and no gold, which is mud where it is dark.
    """
    accents = [getattr(read.colours, f"accent{number}") for number in range(1, 7)]
    is_stock = accents[0] in _STOCK
    coloured = [one for one in accents if saturation(one) > COLOURFUL]
    own = [one for one in coloured if one not in _STOCK | _MORE_STOCK]
    coloured = own if not is_stock and any(map(_is_calm, own)) else coloured
    drawn, pictured = _shown(read, is_stock)
    looks, drawn_most = _largest(drawn + pictured, read), _largest(drawn, read)
    if not looks and accents[0] == _LIBRE_OFFICE:  # black, white and grey
        return House(SLATE, accents[5], _AMBER, tuple(accents))
    is_plain = not _largest(drawn + pictured, read, _LARGE_AREA)
    if is_plain and coloured and all(saturation(one) <= (_WARM if is_golden(one) else _PALE) for one in looks):
        looks = []  # a little that is pale
    first = [one for one in accents[:1] if one in coloured and not is_stock]
    first = [one for one in first if is_plain or any(is_alike(one, other) for other in looks)]
    says_little = not first or all(is_alike(one, first[0]) for one in coloured)
    shown = [*first, *(looks if says_little else drawn_most)]
    shown = [one for one in shown if one in drawn or not any(_is_shadow(one, other) for other in shown)]
    named = (read.colours.dark2, read.colours.light2, read.colours.dark1, read.colours.light1)
    base = [one for one in named if any(apart(one, other) <= _ALIKE for other in (*drawn, *pictured))]
    base = [one for one in base if saturation(one) > COLOURFUL and not is_stock]
    seen = [one for one in coloured if any(is_alike(one, other) for other in looks)]
    # A house that shows a hue has none that its program gave it, nor a theme that it does not show.
    is_own = (seen and not is_plain) or not looks or any(map(_is_calm, seen))
    is_given = bool(shown) and (is_stock or (len(own) >= _WHOLE and not is_own))
    theme = [] if is_given else coloured
    every = [*shown, *theme, *base] or accents
    loud = [one for one in shown[:1] if is_loud(one)]
    seen = [one for one in seen if not any(is_alike(one, other) for other in loud)]
    main = _large(every, shown, [*base, *seen] if loud else theme, loud, paper)
    is_lit = contrast(paper, "000000") > contrast(paper, "FFFFFF")
    warm = [one for one in every if (is_golden(one) or one in shown) and one != main]
    warm = [one for one in warm if SUNNY[0] <= hue_of(one) <= SUNNY[1] and saturation(one) > _WARM]
    bright = [one for one in warm if not is_golden(one) or contrast(one, "000000") >= _BRIGHT]
    shines = max(bright, key=lambda one: (between(hue_of(one), _SUN) <= _AT_SUN, saturation(one)), default=None)
    shines = shines or (_AMBER if coloured else max(accents, key=lambda one: contrast(one, "000000")))
    others = [one for one in every if one not in (main, shines) and not is_golden(one) and saturation(one) > COLOURFUL]
    unalike = [one for one in others if between(hue_of(one), hue_of(main)) >= _UNLIKE]
    others = unalike or [one for one in others if is_given and one in shown and not is_alike(one, main)]
    others = others or [one for one in warm if one != shines and not is_lit]

    def unlike(one: str) -> tuple[bool, bool, bool, bool, bool, float]:
        is_strong, is_shown = saturation(one) > _STRONG, any(is_alike(one, other) for other in looks)
        is_red, is_seen = between(hue_of(one), _RED) <= _REDDISH, contrast(one, paper) >= _SEEN_ON_PAPER
        return one in drawn_most and is_strong, is_shown, is_seen, is_strong, is_red, between(hue_of(one), hue_of(main))

    family = [one for one in drawn_most if is_alike(one, main)] if is_lit and not others else []
    dark = max(family, key=lambda one: contrast(one, paper), default=paper)
    if contrast(dark, paper) >= _BY_NATURE:  # of one hue what is dark is large, and what is bright marks
        others, main = [max((main, *(one for one in every if is_alike(one, main))), key=saturation)], dark
    is_known = any(is_alike(one, other) for one in others for other in looks)
    called = [one for one in drawn_most if saturation(one) > _WARM and between(hue_of(one), _RED) <= _REDDISH]
    seen = [one for one in called if one == shines and contrast(one, paper) >= _SEEN_ON_PAPER]
    others = seen or (others if is_known else called) or others  # no second red
    marks = max(others, key=unlike, default=shines if not is_lit and is_alike(main, paper) else main)
    is_beige = is_given and is_stock and accents[0] != _LIBRE_OFFICE
    return House(nearest(main, {"000000": _NO_BLACK}), marks, shines, tuple(every), is_beige)


def _large(every: Sequence[str], shown: Sequence[str], rest: Sequence[str], loud: Sequence[str], paper: str) -> str:
    """What is large: a slate, where a house shows loud colours or golds alone. Of one hue it is the first that is dark
    or light enough by nature, `shown` or of the `rest`."""
    calm = [one for one in every if _is_calm(one)]
    own = [one for one in calm if one in shown] or [one for one in calm if one in rest] or ([] if loud else calm)
    family = [one for one in every if own and is_alike(one, own[0])]
    main = next((one for one in (*family, *own[:2]) if contrast(one, paper) >= ENOUGH_LARGE), None)
    tinged = [paper] if saturation(paper) > TINGED and not _is_mud(paper) else []
    deep = [one for one in loud if between(hue_of(one), _LOUD) <= _NEAR_LOUD / 2]
    slate = [SLATE] if loud or any(map(is_golden, shown)) else []
    return main or [*own, *(deep or [*tinged, *slate]), *every][0]


def _shown(read: Read, is_stock: bool) -> tuple[Counter[str], Counter[str]]:
    """The colours that a template draws in, has titles in and stands on, and those of its pictures, each by how much
    there is of it and how colourful it is; where its theme is a program's, also those that it sets other texts in."""
    drawn: Counter[str] = Counter()
    pictured: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    looked_at: set[Drawn] = set()  # what a master draws is on all its layouts
    for found in (read.master, *read.layouts):
        page, palette = found.page.width * found.page.height, found.palette
        heads = [one for one in found.slots if one.kind in TITLES]
        areas = [(palette.rgb(found.look.background), _OF_GROUND * page)]
        areas += [(palette.rgb(one.fill), one.box.width * one.box.height) for one in heads if one.fill]
        letters = [one.styles[0].ink for one in heads]
        others = [one.styles[0].ink for one in found.slots if is_stock]
        letters += [one for one in others if one.name.startswith(OWN)]
        titled.update(rgb(one, palette.inks) for one in letters if one.name in palette.inks)
        for one in (one for one in found.look.drawn if one not in looked_at):
            looked_at.add(one)
            if isinstance(one, Image):
                # What stands in the middle is what slides are about, unless it is their ground.
                is_about = one.box.holds(middle_of(found.page)) and one.box.width * one.box.height < _GROUND * page
                pictured.update({} if is_about else colours_in(one))
            elif ink := one.fill or (one.stroke.ink if one.stroke else None):
                areas.append((palette.rgb(ink), inked_area(one)))
        for colour, area in areas:
            drawn[colour] += round(saturation(colour) * area)
    for colour, times in titled.items():
        if times > 1 or len(read.layouts) == 1:  # one of many layouts tells nothing
            drawn[colour] += round(saturation(colour) * times * _OF_LETTERS * read.width * read.height)
    return drawn, pictured


def _largest(areas: Counter[str], read: Read, share: float = _SEEN_AREA) -> list[str]:
    """Those that take so much of a page, the largest first, each with what is like it; of another strong hue, less."""
    found: Counter[str] = Counter()
    for colour, area in areas.most_common(_SHADES):
        if saturation(colour) > (COLOURFUL / 2 if is_hued(colour) else COLOURFUL):
            like = next((other for other in found if apart(colour, other) <= _ALIKE), colour)
            found[like] += area
    least, most = share * read.width * read.height, max(found.values(), default=0)
    large = [one for one, area in found.most_common() if area >= max(least, _PART * most)]
    strong = [one for one, area in found.most_common() if area >= max(least, _HUE * most) and saturation(one) > _WARM]
    return [*large, *(one for one in strong if not any(is_alike(one, other) for other in large))]


def _is_calm(rgb: str) -> bool:
    return not is_loud(rgb) and not is_golden(rgb)


def is_loud(rgb: str) -> bool:
    """Whether a colour is a strong red or pink, of which much would shout."""
    is_deep = lightness_of(rgb) <= _DEEP and between(hue_of(rgb), _LOUD) <= _NEAR_LOUD / 2
    return _is_red(rgb) and saturation(rgb) > _STRONG and not is_deep


def _is_mud(rgb: str) -> bool:
    """Whether a colour is a bright gold, which is mud where it is dark."""
    return is_golden(rgb) and saturation(rgb) > _WARM


def _is_shadow(one: str, other: str) -> bool:
    """Whether a colour is another in the shade, or in a haze."""
    return is_alike(one, other) and saturation(one) < min(_PALE, _FAINT * saturation(other))


def _is_red(rgb: str) -> bool:
    return between(hue_of(rgb), _LOUD) <= _NEAR_LOUD
