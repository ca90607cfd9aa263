"""In which sizes and inks text can be read in the places of a template."""

from math import ceil

from msgspec import structs

from talkbuilder.layout.items import Face, Ink, Style
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts
from talkbuilder.outputs.pptx.template.colours import contrast
from talkbuilder.outputs.pptx.template.layouts import Found
from talkbuilder.units import EMU_PER_POINT, Emu

_STANDARD_HEIGHT: Emu = 6_858_000  # the floors of sizes are meant for slides as high as ours
LEAST_PT = 18.0  # nothing but sources and numbers is smaller, on whatever page
_SCALE_PT = (96.0, 88.0, 80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
_LENIENT = 0.92  # a foreign template leaves less room than ours
LARGE_PT = 24.0  # from here on, less contrast will do
ENOUGH, ENOUGH_LARGE = 4.5, 3.0  # contrast, as WCAG asks
SOURCE_PT = 14.0
# A typical line of sources, and how many of it the longest that we have met are.
_SOURCES, _LONGEST = "Sources: Who says so, in “What it was said in”, April 2012", 4.6


def source_lines(family: str, width: Emu) -> int:
    """How many lines a place for sources needs in a family, if it is so wide."""
    needed_pt = _LONGEST * width_of(_SOURCES, Stretch(_SOURCES, Face(family), SOURCE_PT))
    return ceil(needed_pt * EMU_PER_POINT / width)


def share_of(height: Emu) -> float:
    """How large text is on slides of a height, beside that on slides like ours."""
    return height / _STANDARD_HEIGHT


def letter_pt(style: Style, fonts: Fonts, size_pt: float) -> float:
    """How wide a letter is on average, in a style at another size."""
    text = _SOURCES.upper() if style.capitals else _SOURCES
    face = Face(fonts.family(style.font), style.bold, style.italic)
    return width_of(text, Stretch(text, face, size_pt, style.spacing_pt)) / len(text)


def sizes(natural_pt: float, least_pt: float, height: Emu) -> tuple[float, ...]:
    """The sizes of a text: its own first, then smaller ones, down to one that is meant for slides as high as ours."""
    floor = max(LEAST_PT, int(least_pt * share_of(height) * _LENIENT))
    first = max(natural_pt, LEAST_PT)
    return (first, *(size for size in _SCALE_PT if floor <= size < first))


def readable(
    styles: tuple[Style, ...], least_pt: float, grounds: frozenset[str], found: Found
) -> tuple[Style, ...] | None:
    """Styles whose inks can be read on all of some colours: their own, or the theme's best; None where none can."""
    made = []
    for style in styles:
        enough = ENOUGH_LARGE if least_pt >= LARGE_PT else ENOUGH
        inks = (style.ink, *(Ink(name) for name in ("text", "ground", "dark1", "light1")))
        ink = next((one for one in inks if _least(one, grounds, found) >= enough), None)
        if ink is None:
            return None
        bullet_ink = style.bullet_ink if _least(style.bullet_ink, grounds, found) >= enough else ink
        made.append(structs.replace(style, ink=ink, bullet_ink=bullet_ink))
    return tuple(made)


def _least(ink: Ink, grounds: frozenset[str], found: Found) -> float:
    rgb = found.palette.rgb(ink)
    return min(contrast(rgb, ground) for ground in grounds)
