"""The layouts of slides that speak to the room itself: key quotes, asks and posters, photos, questions, few points."""

from msgspec import structs

from talkbuilder.layout import qr
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Grid, Placeholder, Sizes
from talkbuilder.themes.places import (
    GOLD,
    SOFT,
    TEAL,
    TEXT,
    TITLE_LINES,
    Placeholders,
    foot,
    headline,
    place,
    slide_number,
    title,
)
from talkbuilder.units import Box

FULL_PHOTO_FOOT = 65  # the row at which a picture to all edges ends


def few_points(grid: Grid, sizes: Sizes) -> Placeholders:
    style = Style(sizes.points[0], TEXT, before_pt=22)
    under = Style(sizes.second_level, SOFT, before_pt=6)
    box = grid.box(1, 12, 26, 76)
    text = place("Text", 1, box, style, sizes.points, "What matters\nAnd what goes with it", "middle", shrinks=True)
    return (
        title(grid, sizes),
        structs.replace(text, styles=(style, under)),
        *foot(grid, sizes),
    )


def key_quote(grid: Grid, sizes: Sizes) -> Placeholders:
    about = Style(sizes.head[0], SOFT)
    words = Style(sizes.key_quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.head[0], GOLD)
    return (
        headline(grid.box(1, 8, 7, 19), about, sizes.head, "What this shows"),
        place("Quote", 1, grid.box(1, 12, 20, 67), words, sizes.key_quote, "What was said, word for word", "middle"),
        place("Credit", 11, grid.box(1, 12, 68.5, 77.5), credit, sizes.head, "Who said it, where, when"),
        *foot(grid, sizes),
    )


def ask_with_code(grid: Grid, sizes: Sizes) -> Placeholders:
    way = Style(sizes.contact[0], TEAL, line_percent=88, bold=True)
    what = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place("Text", 1, grid.box(1, 12, 24, 37), what, sizes.text, "What to do", shrinks=True),
        place("Contact", 11, qr.beside(grid, 39.5, 75.5), way, sizes.contact, "The number to call", "middle"),
        *foot(grid, sizes),
    )


_NUMBER = 28  # the row down to which a poster's number needs the whole width


def poster(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.headline[0], TEXT, "titles", line_percent=TITLE_LINES)
    number = Style(sizes.poster[0], GOLD, line_percent=88, bold=True)
    second = Style(sizes.contact[0], TEXT, strong_ink=GOLD)
    third, who = Style(sizes.closing_contact[0], SOFT), Style(sizes.credit[0], SOFT)
    top = qr.place(grid).y / grid.row  # on a low page of a template, the code reaches up to the number
    across = grid.box(1, 12, 16, min(39.5, top)) if top > _NUMBER else qr.beside(grid, 16, 39.5)
    return (
        headline(grid.box(1, 12, 7, 15.5), head, sizes.headline, "When to call"),
        place("Contact", 1, across, number, sizes.poster, "The number", "middle"),
        place("Second", 16, qr.beside(grid, 40, 51.5), second, sizes.contact, "What to text, and where"),
        place("Third", 17, qr.beside(grid, 51.5, 60), third, sizes.closing_contact, "The page"),
        place("Recipient", 18, grid.box(1, 11, *grid.foot), who, sizes.credit, "Who answers"),
        slide_number(grid, sizes),
    )


def full_photo(grid: Grid, sizes: Sizes) -> Placeholders:
    """A picture to all edges, over a band for what is said of it: a title of one line, or of two small ones."""
    scale = tuple(sorted({*sizes.headline, *sizes.head}, reverse=True))
    head = Style(sizes.headline[0], TEXT, "titles", line_percent=TITLE_LINES)
    caption, small = Style(sizes.caption[0], SOFT), Style(sizes.small[0], SOFT)
    number = structs.replace(small, align="right")
    frame = Box(0, 0, grid.width, FULL_PHOTO_FOOT * grid.row)
    return (
        headline(grid.box(1, 12, 66, 77.5), head, scale, "What this shows", "bottom"),
        Placeholder("Picture", "picture", 14, frame, (caption,), sizes.caption, "Picture", fill=Ink("panel")),
        place("Caption", 11, grid.box(1, 12, 77.5, 83), caption, sizes.caption, "What it shows, where, when"),
        place(SOURCE, 12, grid.box(1, 11, 83, 89), small, sizes.small, "Photo: name, licence"),
        place(SLIDE_NUMBER, 13, grid.box(12, 12, 83, 89), number, sizes.small, role="slide number"),
    )


def memory(grid: Grid, sizes: Sizes) -> Placeholders:
    """A picture of eight columns, and at its foot, behind a rule, where that was and a sentence of it."""
    beside, hung = grid.box(9, 12, 25, 76), 2 * grid.row
    style = Style(sizes.text[0], TEXT, strong_ink=TEAL)
    box = beside._replace(x=beside.x + hung, width=beside.width - hung)
    line = place("Line", 1, box, style, sizes.text, "One sentence of it", "bottom", shrinks=True)
    return title(grid, sizes), line, *foot(grid, sizes)


def blank(grid: Grid, sizes: Sizes) -> Placeholders:
    """Nothing but its name, as small as may be, at the foot: who speaks knows that the dark is meant."""
    name = Style(sizes.label[-1], Ink("soft", 70))
    where = grid.box(1, 11, grid.foot[0] - 1, grid.foot[1])
    return headline(where, name, sizes.label[-1:], "What is told meanwhile"), slide_number(grid, sizes)


def question(grid: Grid, sizes: Sizes, last_column: int = 12) -> Placeholders:
    """The question is the title, and so comes before whom it is for."""
    asked = Style(sizes.question[0], TEXT, "titles", line_percent=TITLE_LINES)
    whom, how = Style(sizes.head[0], TEAL, bold=True), Style(sizes.head[0], SOFT)
    return (
        headline(grid.box(1, last_column, 17, 63), asked, sizes.question, "What they talk about", "middle"),
        place("Kicker", 11, grid.box(1, last_column, 8, 16), whom, sizes.head, "For your table"),
        place("Begin", 1, grid.box(1, last_column, 65, 77), how, sizes.head, "How to begin"),
        *foot(grid, sizes),
    )


def question_with_ring(grid: Grid, sizes: Sizes) -> Placeholders:
    return question(grid, sizes, 7)
