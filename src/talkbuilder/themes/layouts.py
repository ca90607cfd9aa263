"""The layouts, by what stands on them: their placeholders, where these stand and how their text looks."""

from collections.abc import Callable, Mapping

from msgspec import structs

from talkbuilder.layout import qr
from talkbuilder.layout.grid import Grid, Sizes
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Placeholder
from talkbuilder.themes.places import (
    GOLD,
    POINT,
    RED,
    SOFT,
    TEAL,
    TEXT,
    TITLE_LINES,
    Placeholders,
    foot,
    headline,
    kicker,
    place,
    points,
    slide_number,
    title,
)
from talkbuilder.units import Box

OPENER_HORIZON = 66  # the row of the line over which the suns of an opener stand
FULL_PHOTO_FOOT = 65  # the row at which a picture to all edges ends


def label(sizes: Sizes) -> Style:
    """Text that fills no placeholder."""
    return Style(sizes.caption[0], TEXT, line_percent=100)


def master(grid: Grid, sizes: Sizes) -> Placeholders:
    """What most layouts have: they are the master's own."""
    return title(grid, sizes), points(grid, sizes), slide_number(grid, sizes, 4)


def _cover(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.cover[0], SOFT, "titles", line_percent=TITLE_LINES)
    about, speaker = Style(sizes.subtitle[0], SOFT), Style(sizes.credit[0], SOFT)
    return (
        place("Title", 0, grid.box(1, 11, 7, 42), head, sizes.cover, "The title of the talk", "bottom", "cover title"),
        place("Subtitle", 1, grid.box(1, 10, 45, 56), about, sizes.subtitle, "What it is about", role="subtitle"),
        place("Speaker", 11, grid.box(1, 7, 60, 73), speaker, sizes.credit, "Who speaks, where, when"),
    )


def _section(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.section[0], SOFT, "titles")
    return (
        headline(grid.box(1, 11, 18.5, 42), head, sizes.section, "What this part is about"),
        kicker(grid, sizes, 18, "Part 1"),
        slide_number(grid, sizes),
    )


def _bullets(grid: Grid, sizes: Sizes) -> Placeholders:
    return title(grid, sizes), points(grid, sizes), *foot(grid, sizes)


def _few_points(grid: Grid, sizes: Sizes) -> Placeholders:
    style = Style(sizes.points[0], TEXT, before_pt=22)
    box = grid.box(1, 12, 26, 76)
    return (
        title(grid, sizes),
        place("Text", 1, box, style, sizes.points, "What matters", "middle", shrinks=True),
        *foot(grid, sizes),
    )


def _statement(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.statement[0], SOFT, "titles")
    return (
        headline(grid.box(1, 12, 26, 67), head, sizes.statement, "The sentence to remember"),
        kicker(grid, sizes, 23, "Why it matters"),
        *foot(grid, sizes),
    )


def _quote(grid: Grid, sizes: Sizes) -> Placeholders:
    words = Style(sizes.quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.credit[0], SOFT)
    said, who = grid.box(2, 12, 25, 64), grid.box(2, 12, 67, 77.5)
    return (
        title(grid, sizes),
        place("Quote", 1, said, words, sizes.quote, "What was said, word for word", shrinks=True),
        place("Credit", 11, who, credit, sizes.credit, "Who said it, where, when"),
        *foot(grid, sizes),
    )


def _key_quote(grid: Grid, sizes: Sizes) -> Placeholders:
    about = Style(sizes.head[0], SOFT)
    words = Style(sizes.key_quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.head[0], GOLD)
    return (
        headline(grid.box(1, 8, 7, 19), about, sizes.head, "What this shows"),
        place("Quote", 1, grid.box(1, 12, 20, 67), words, sizes.key_quote, "What was said, word for word", "middle"),
        place("Credit", 11, grid.box(1, 12, 68.5, 77.5), credit, sizes.head, "Who said it, where, when"),
        *foot(grid, sizes),
    )


def _number(grid: Grid, sizes: Sizes) -> Placeholders:
    at = grid.box(1, 12, 24, 58)
    bearing = grid.row  # the white that a figure of this size carries on its left
    figure = Style(sizes.number[0], RED, "titles", line_percent=90)
    caption = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place(
            "Number", 1, Box(at.x - bearing, at.y, at.width + bearing, at.height), figure, sizes.number, "88", "bottom"
        ),
        place("Caption", 11, grid.box(1, 10, 60, 73), caption, sizes.text, "What it counts, where, when"),
        *foot(grid, sizes),
    )


def _ask(grid: Grid, sizes: Sizes) -> Placeholders:
    way = Style(sizes.contact[0], TEAL, line_percent=88, bold=True)
    what = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place("Text", 1, grid.box(1, 12, 25, 44), what, sizes.text, "What to do", shrinks=True),
        place("Contact", 11, grid.box(1, 12, 45, 76), way, sizes.contact, "The number to call", "middle"),
        *foot(grid, sizes),
    )


def _ask_with_code(grid: Grid, sizes: Sizes) -> Placeholders:
    way = Style(sizes.contact[0], TEAL, line_percent=88, bold=True)
    what = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place("Text", 1, grid.box(1, 12, 24, 37), what, sizes.text, "What to do", shrinks=True),
        place("Contact", 11, qr.beside(grid, 39.5, 75.5), way, sizes.contact, "The number to call", "middle"),
        *foot(grid, sizes),
    )


def _poster(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.headline[0], TEXT, "titles", line_percent=TITLE_LINES)
    number = Style(sizes.poster[0], GOLD, line_percent=88, bold=True)
    second = Style(sizes.contact[0], TEXT, strong_ink=GOLD)
    third, who = Style(sizes.closing_contact[0], SOFT), Style(sizes.credit[0], SOFT)
    return (
        headline(grid.box(1, 12, 7, 15.5), head, sizes.headline, "When to call"),
        place("Contact", 1, grid.box(1, 12, 16, 39.5), number, sizes.poster, "The number", "middle"),
        place("Second", 16, qr.beside(grid, 40, 51.5), second, sizes.contact, "What to text, and where"),
        place("Third", 17, qr.beside(grid, 51.5, 60), third, sizes.closing_contact, "The page"),
        place("Recipient", 18, grid.box(1, 11, *grid.foot), who, sizes.credit, "Who answers"),
        slide_number(grid, sizes),
    )


def _photo(grid: Grid, sizes: Sizes) -> Placeholders:
    beside = grid.box(8, 12, 25, 76)
    gap = 2 * grid.row  # over and above the gutter
    right = Box(beside.x + gap, beside.y, beside.width - gap, beside.height)
    caption = (Style(sizes.caption[0], SOFT),)
    frame = grid.box(1, 7, 25, 76)
    return (
        title(grid, sizes),
        Placeholder("Picture", "picture", 14, frame, caption, sizes.caption, "Picture", fill=Ink("panel")),
        place("Caption", 11, right, caption[0], sizes.caption, "What it shows", "bottom"),
        *foot(grid, sizes),
    )


def _full_photo(grid: Grid, sizes: Sizes) -> Placeholders:
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


def _blank(grid: Grid, sizes: Sizes) -> Placeholders:
    """Nothing but its name, as small as may be, at the foot: who speaks knows that the dark is meant."""
    name = Style(sizes.label[-1], Ink("soft", 70))
    where = grid.box(1, 11, grid.foot[0] - 1, grid.foot[1])
    return headline(where, name, sizes.label[-1:], "What is told meanwhile"), slide_number(grid, sizes)


def _question(grid: Grid, sizes: Sizes, last_column: int = 12) -> Placeholders:
    """The question is the title, and so comes before whom it is for."""
    asked = Style(sizes.question[0], TEXT, "titles", line_percent=TITLE_LINES)
    whom, how = Style(sizes.head[0], TEAL, bold=True), Style(sizes.head[0], SOFT)
    return (
        headline(grid.box(1, last_column, 17, 63), asked, sizes.question, "What they talk about", "middle"),
        place("Kicker", 11, grid.box(1, last_column, 8, 16), whom, sizes.head, "For your table"),
        place("Begin", 1, grid.box(1, last_column, 65, 77), how, sizes.head, "How to begin"),
        *foot(grid, sizes),
    )


def _question_with_ring(grid: Grid, sizes: Sizes) -> Placeholders:
    return _question(grid, sizes, 7)


def _sources(grid: Grid, sizes: Sizes) -> Placeholders:
    entry = Style(sizes.sources[0], TEXT, before_pt=9, left=24 * POINT, hang=24 * POINT)
    prompt = "Who says so: what, where, when"
    return (
        title(grid, sizes),
        place("Sources", 1, grid.box(1, 12, 25, 77), entry, sizes.sources, prompt, shrinks=True),
        slide_number(grid, sizes),
    )


def _closing(grid: Grid, sizes: Sizes) -> Placeholders:
    head, text = Style(sizes.section[1], SOFT, "titles"), Style(sizes.text[0], SOFT)
    way = Style(sizes.closing_contact[0], GOLD)
    return (
        headline(grid.box(1, 12, 5, 26), head, sizes.section[1:], "Thank you", "bottom"),
        place("Text", 1, grid.box(1, 8, 31, 50), text, sizes.text, "What to take home"),
        place("Contact", 11, grid.box(1, 8, 52, 71), way, sizes.closing_contact, "How to reach the speaker"),
        slide_number(grid, sizes),
    )


def _drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    return title(grid, sizes), *foot(grid, sizes)


def _drawing_with_lead(grid: Grid, sizes: Sizes) -> Placeholders:
    style = Style(sizes.headline[0], TEXT, "titles", line_percent=TITLE_LINES)
    lead = Style(sizes.lead[0], SOFT)
    return (
        headline(grid.box(1, 12, 7, 15.5), style, sizes.headline, "What this slide says"),
        place("Lead", 15, grid.box(1, 12, 15.5, 22.5), lead, sizes.lead, "What is counted, where, when"),
        *foot(grid, sizes),
    )


LAYOUTS: Mapping[str, Callable[[Grid, Sizes], Placeholders]] = {
    "Cover": _cover,
    "Section": _section,
    "Bullets": _bullets,
    "Statement": _statement,
    "Quote": _quote,
    "Number": _number,
    "Ask": _ask,
    "Photo": _photo,
    "Sources": _sources,
    "Closing": _closing,
    "Drawing": _drawing,
    "Drawing with lead": _drawing_with_lead,
    "Ask with code": _ask_with_code,
    "Poster": _poster,
    "Key quote": _key_quote,
    "Full photo": _full_photo,
    "Question": _question,
    "Question with ring": _question_with_ring,
    "Blank": _blank,
    "Few points": _few_points,
}
