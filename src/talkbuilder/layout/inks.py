"""What colour an ink is, for outputs that know none by name; and the names of the colours and tints to draw with."""

from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from talkbuilder.layout.items import Ink

ENOUGH, ENOUGH_LARGE = 4.5, 3.0  # contrast of letters, as WCAG asks
_MIDDLE = 21**0.5  # the contrast of one colour with both black and white, and more than with any other two
_GAMMA = 2.2  # of screens
_GLARING = 0.45  # between the strongest and the weakest part of a shade, unless its colour has more

# The tints that all kinds draw with, beside the plain colours of the theme.
TINTS: Mapping[str, Ink] = {
    "mist": Ink("dark2", opacity_percent=57),  # data that is not accented
    "dune": Ink("light2", 85),
    "sea": Ink("accent4", opacity_percent=16),
    "deep": Ink("accent1", 65),  # the ground at night
    "dusk": Ink("dark2", 76),
    "moon": Ink("dark2", 25, offset_percent=70),  # quiet text on night
    "lit": Ink("accent4", 66),  # things at night
}

# What the colours are called in drawings, and what all of them are called in themes; with the tints.
NAMED: Mapping[str, Ink] = {
    "night": Ink("dark1"),
    "paper": Ink("light1"),
    "slate": Ink("dark2"),
    "sand": Ink("light2"),
    "teal": Ink("accent1"),
    "gold": Ink("accent2"),
    "clay": Ink("accent3"),
    "sky": Ink("accent4"),
    "saddle": Ink("accent6"),
    **{name: Ink(name) for name in ("dark1", "light1", "dark2", "light2")},
    **{f"accent{number}": Ink(f"accent{number}") for number in range(1, 7)},
    **TINTS,
}


def rgb(ink: Ink, palette: Mapping[str, str]) -> str:
    """An ink as RRGGBB on a layout of a palette, its veil left out. Raises KeyError where there is no such ink."""
    colour = palette[ink.name]
    change = ink.luminance_percent, ink.offset_percent, ink.saturation_percent, ink.hue_degrees
    return colour if change == (100, 0, 100, 0) else _shade(colour, *change)


@lru_cache(maxsize=256)
def _shade(colour: str, luminance_percent: int, offset_percent: int, saturation_percent: int, hue_degrees: int) -> str:
    """A colour as Office's lumMod, lumOff, satMod and hueOff change it."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, luminance, saturation = rgb_to_hls(red, green, blue)
    lightness = min(1.0, (luminance * luminance_percent + offset_percent) / 100)
    calm = min(1.0, saturation * saturation_percent / 100)
    shaded = hls_to_rgb(min(1.0, max(0.0, hue + hue_degrees / 360)), lightness, calm)
    return "".join(f"{round(255 * part):02X}" for part in shaded)


@lru_cache(maxsize=4096)
def mixed(over: str, under: str, opacity_percent: int) -> str:
    """What is seen of a colour, RRGGBB, that lets another through."""
    share = opacity_percent / 100
    parts = (int(over[at : at + 2], 16) * share + int(under[at : at + 2], 16) * (1 - share) for at in (0, 2, 4))
    return "".join(f"{round(part):02X}" for part in parts)


def luminance(ink: Ink, palette: Mapping[str, str]) -> float:
    """How light an ink is to the eye, 0 to 1, as WCAG 2 defines it."""
    return _luminance_of(rgb(ink, palette))


def grey(colour: str) -> int:
    """How light a colour, RRGGBB, is among the greys of a screen, 0 to 255."""
    return round(255 * float(luminance(Ink("own"), {"own": colour}) ** (1 / _GAMMA)))


def contrast(one: Ink, other: Ink, palette: Mapping[str, str]) -> float:
    """The contrast of two inks, 1 to 21."""
    dark, light = sorted(luminance(ink, palette) for ink in (one, other))
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, others: Mapping[str, float], wished: Mapping[str, float] = {}) -> str:
    """The colour most like one, in its hue, that has a contrast to others; black or white where there is none.

    It has those that are `wished` as well, or comes as near to them as it can. No shade glares where the colour did
    not: what is pale or dark may be saturated through and through, and its middle shades would be electric.
    """

    def is_seen(one: str) -> bool:
        return all(contrast_of(one, other) >= least for other, least in others.items())

    best, reached, ends = "", 0.0, ("000000", "FFFFFF")
    is_between = any(least <= _MIDDLE for least in others.values())  # else what is seen on all is darker or lighter
    for one in _shades(colour) if is_between or any(map(is_seen, ends)) else ():  # of equals the first, the nearest
        if is_seen(one):
            share = min((contrast_of(one, other) / least for other, least in wished.items()), default=1.0)
            if share >= 1:
                return one
            if share > reached:
                best, reached = one, share
    return best or max(ends, key=lambda one: min(contrast_of(one, other) for other in others))


def _shades(colour: str) -> Iterator[str]:
    """A colour and those like it, lighter and darker in turn; few are looked at."""
    yield colour
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, lightness, saturation = rgb_to_hls(*parts)
    most = max(_GLARING, max(parts) - min(parts))
    for step in range(1, 101):
        for moved in (lightness - step / 100, lightness + step / 100):
            if -0.01 < moved < 1.01:
                light = min(1.0, max(0.0, moved))
                reach = 1 - abs(2 * light - 1)  # between the strongest and the weakest part of a saturated colour
                shade = hls_to_rgb(hue, light, min(saturation, most / reach if reach else 1.0))
                yield "".join(f"{round(255 * part):02X}" for part in shade)


@lru_cache(maxsize=65_536)
def contrast_of(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance_of(one), _luminance_of(other)))
    return (light + 0.05) / (dark + 0.05)


# How light each of the steps of red, green or blue is.
_LIGHT = [
    part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (at / 255 for at in range(256))
]


@lru_cache(maxsize=65_536)
def _luminance_of(colour: str) -> float:
    red, green, blue = bytes.fromhex(colour)
    return 0.2126 * _LIGHT[red] + 0.7152 * _LIGHT[green] + 0.0722 * _LIGHT[blue]


def readable_on(ground: Ink, palette: Mapping[str, str], usual: Ink | None = None) -> Ink:
    """Of the ink of texts and that of their ground, the one that stands out more from a ground of another colour; or
    the `usual` one, where it is read."""
    if usual and contrast(usual, ground, palette) >= ENOUGH:
        return usual
    return max((Ink("text"), Ink("ground")), key=lambda ink: contrast(ink, ground, palette))


def bright_on(ground: Ink, palette: Mapping[str, str]) -> Ink:
    """The ink of a number to call: gold or a lighter one where it is read, else what marks, else that of texts."""
    offered = (Ink("accent2"), Ink("accent2", 60, offset_percent=40), Ink("accent3"))
    read = (ink for ink in offered if contrast(ink, ground, palette) >= ENOUGH)
    return next(read, readable_on(ground, palette))
