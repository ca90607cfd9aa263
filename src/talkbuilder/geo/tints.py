"""The inks of maps, and how lines and names on them look."""

from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Ink, Stroke, Style

SEA = TINTS["sea"]
LAND = Ink("light2")
BORDER = Stroke(TINTS["dune"], 1)
FOCUS = Ink("accent1")
VEIL = Ink("accent1", opacity_percent=25)  # of what is in focus, where the title lies on it
ORIGIN = Ink("accent2", opacity_percent=60)
PAPER, NIGHT, SLATE = Ink("light1"), Ink("dark1"), Ink("dark2")
CLAY, GOLD = Ink("accent3"), Ink("accent2")
OUTLINE = Stroke(PAPER, 1.2)  # between areas that stand out
PIN, PIN_RING = GOLD, Stroke(NIGHT, 2)
PIN_PT = 6.5
ARROW_PT, CASING_PT = 5.0, 9.0


def sea_name(size_pt: float) -> Style:
    return Style(size_pt, FOCUS, "titles", italic=True)
