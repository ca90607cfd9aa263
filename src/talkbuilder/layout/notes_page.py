"""The printed page of notes: the slide at the top, under it what to say, in a size at which all of it has room."""

from functools import cache

from msgspec import structs

from talkbuilder.layout.fit import fits, height_pt
from talkbuilder.layout.items import Style
from talkbuilder.layout.page import Notes
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

PAGE: tuple[Emu, Emu] = (6_858_000, 9_144_000)
# Of what is said, and of what is there to be looked up; smaller than the last, nobody reads it at a lectern.
SIZES = ((14.0, 10.0), (13.0, 10.0), (12.0, 10.0), (12.0, 9.0), (11.0, 9.0))
ASIDE = 1  # the level of what is there to be looked up
_MARGIN: Emu = 685_800
_INNER = PAGE[0] - 2 * _MARGIN
_PICTURE: Emu = 1_914_525  # high
_GAP: Emu = 228_600
_FOOT: Emu = 228_600
_LINE_PERCENT, _BEFORE_PT, _BEFORE_ASIDE_PT = 105, 6, 2
_WIDE_EM = 0.56  # no text needs more than that a letter, on the average


def picture(width: Emu, height: Emu) -> Box:
    """Where the slide of a deck is shown, whose slides are so wide and high."""
    return Box(_MARGIN, _MARGIN, _PICTURE * width // height, _PICTURE)


def words(width: Emu, height: Emu) -> Box:
    """Where the notes stand."""
    top = picture(width, height).bottom + _GAP
    return Box(_MARGIN, top, _INNER, foot().y - _GAP // 2 - top)


def foot() -> Box:
    """Where the number of the page stands."""
    return Box(_MARGIN, PAGE[1] - _MARGIN - _FOOT, _INNER, _FOOT)


def styles(sizes: tuple[float, float] = SIZES[0]) -> tuple[Style, Style]:
    """How notes are set: what is said, and what is there to be looked up."""
    said, aside = sizes
    return (
        Style(said, line_percent=_LINE_PERCENT, before_pt=_BEFORE_PT),
        Style(aside, line_percent=_LINE_PERCENT, before_pt=_BEFORE_ASIDE_PT),
    )


def sized(notes: Notes, box: Box, fonts: Fonts) -> Notes:
    """Notes in the first size at which all of them have room in a box; with what is too much, where there is none."""
    paragraphs = (*notes.spoken, *[Paragraph(one.runs, one.span, ASIDE) for one in notes.aside])
    for sizes, place in _places(box):
        if fits(paragraphs, place, fonts, sizes[0], _WIDE_EM):
            return structs.replace(notes, sizes_pt=sizes)
    high = height_pt(paragraphs, place, fonts, sizes[0])
    surplus = 1 - box.height / EMU_PER_POINT / high if high else 0.0
    return structs.replace(notes, sizes_pt=sizes, surplus=surplus)


@cache
def _places(box: Box) -> tuple[tuple[tuple[float, float], Placeholder], ...]:
    """Where notes stand, in each of their sizes."""
    return tuple((sizes, Placeholder("notes", "body", 1, box, styles(sizes), sizes[:1])) for sizes in SIZES)
