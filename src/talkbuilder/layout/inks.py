"""What colour an ink is: for outputs that do not know the theme's colours by name."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from talkbuilder.layout.items import Ink


def rgb(ink: Ink, palette: Mapping[str, str]) -> str:
    """An ink as RRGGBB on a layout of a palette, its veil left out. Raises KeyError where there is no such ink."""
    colour = palette[ink.name]
    return colour if ink.luminance_percent == 100 else _shade(colour, ink.luminance_percent)


@lru_cache(maxsize=256)
def _shade(colour: str, luminance_percent: int) -> str:
    """A colour with a share of its luminance, as Office's lumMod takes it: hue and saturation stay."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, luminance, saturation = rgb_to_hls(red, green, blue)
    shaded = hls_to_rgb(hue, min(1.0, luminance * luminance_percent / 100), saturation)
    return "".join(f"{round(255 * part):02X}" for part in shaded)
