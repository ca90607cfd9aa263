"""Placeholders that layouts have in common: titles, points, the foot; and how any other is made."""

from talkbuilder.layout.items import Anchor, Ink, Style
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Grid, Placeholder, Role, Scale, Sizes
from talkbuilder.units import Box

TEXT, SOFT = Ink("text"), Ink("soft")
TEAL, GOLD, RED = Ink("accent1"), Ink("accent2"), Ink("accent3")

POINT = 12_700
_BETWEEN_LEVELS = 20 * POINT
TITLE_LINES = 92.0  # percent: a serif of this size stands too far apart at more

Placeholders = tuple[Placeholder, ...]


def title(grid: Grid, sizes: Sizes) -> Placeholder:
    """Anchored at the top, so that the first line stands at one height whether a second follows or not."""
    style = Style(sizes.title[0], TEXT, "titles", line_percent=TITLE_LINES)
    return headline(grid.box(1, 12, 7, 23), style, sizes.title, "What this slide says")


def points(grid: Grid, sizes: Sizes) -> Placeholder:
    prompt = "What matters\nAnd what goes with it\nThird level\nFourth level\nFifth level"
    box = grid.box(1, 12, 25, 76)
    return Placeholder("Text", "body", 1, box, levels(sizes), sizes.text, prompt, shrinks=True)


def levels(sizes: Sizes) -> tuple[Style, ...]:
    """Five levels of bullets, alike from the third on."""
    margins = (73 * POINT + depth * _BETWEEN_LEVELS for depth in range(3))
    return (
        _bulleted(sizes.text[0], TEXT, "•", 27 * POINT, 27, 22),
        _bulleted(sizes.second_level, SOFT, "–", 51 * POINT, 24, 5),
        *(_bulleted(sizes.third_level, SOFT, "–", margin, 20, 4) for margin in margins),
    )


def _bulleted(size_pt: float, ink: Ink, bullet: str, left: int, hang_pt: int, before_pt: float) -> Style:
    return Style(size_pt, ink, before_pt=before_pt, left=left, hang=hang_pt * POINT, bullet=bullet)


def slide_number(grid: Grid, sizes: Sizes, index: int = 13) -> Placeholder:
    style = Style(sizes.small[0], SOFT, align="right")
    return place(SLIDE_NUMBER, index, grid.box(12, 12, *grid.foot), style, sizes.small, role="slide number")


def foot(grid: Grid, sizes: Sizes) -> Placeholders:
    box = grid.box(1, 11, *grid.foot)
    source = place(SOURCE, 12, box, Style(sizes.small[0], SOFT), sizes.small, "Source: who says so, when")
    return source, slide_number(grid, sizes)


def headline(box: Box, style: Style, scale: Scale, prompt: str, anchor: Anchor = "top") -> Placeholder:
    return place("Title", 0, box, style, scale, prompt, anchor, role="title")


def kicker(grid: Grid, sizes: Sizes, bottom_row: float, prompt: str) -> Placeholder:
    box = grid.box(1, 12, bottom_row - 5, bottom_row)
    return place("Kicker", 11, box, Style(sizes.caption[0], GOLD), sizes.caption, prompt, "bottom")


def place(
    name: str,
    index: int,
    box: Box,
    style: Style,
    scale: Scale,
    prompt: str = "",
    anchor: Anchor = "top",
    role: Role = "body",
    shrinks: bool = False,
) -> Placeholder:
    """A placeholder of texts in one level."""
    return Placeholder(name, role, index, box, (style,), scale, prompt, anchor, shrinks=shrinks)
