"""The layouts, by what stands on them: their placeholders, where these stand and how their text looks."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import structs

from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.theme import Grid, Placeholder, Scale, Sizes
from talkbuilder.themes import moments
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
from talkbuilder.themes.table import NIGHT as NIGHT
from talkbuilder.units import Box


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


def _statement(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.statement[0], SOFT, "titles")
    return (
        headline(grid.box(1, 12, 26, 67), head, sizes.statement, "The sentence to remember"),
        kicker(grid, sizes, 23, "Why it matters"),
        *foot(grid, sizes),
    )


def quotation(sizes: Sizes) -> Scale:
    """The sizes of a quotation that has the slide to itself: a short one is large."""
    return (sizes.key_quote[1], *sizes.quote)


def _quote(grid: Grid, sizes: Sizes) -> Placeholders:
    scale = quotation(sizes)
    words = Style(scale[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.credit[0], SOFT)
    said, who = grid.box(1, 12, 34, 64), grid.box(1, 12, 67, 77.5)
    return (
        title(grid, sizes),
        place("Quote", 1, said, words, scale, "What was said, word for word", "middle", shrinks=True),
        place("Credit", 11, who, credit, sizes.credit, "Who said it, where, when"),
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


def _number_beside_picture(grid: Grid, sizes: Sizes) -> Placeholders:
    """A figure between its hedge and its unit, each on a line of its own, left of what shows how much it is."""
    # So far apart that no digit that hangs below its line, as a 7 does, touches its unit.
    figure = Style(sizes.number[0], RED, "titles", line_percent=70, before_pt=11)
    caption, prompt = Style(sizes.caption[0], TEXT), "about\n16\nmillion"
    return (
        title(grid, sizes),
        place("Number", 1, grid.box(1, 5, 23, 67), figure, sizes.number, prompt, "middle"),
        place("Caption", 11, grid.box(1, 5, 67, 77.5), caption, sizes.caption, "What it counts, where, when"),
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


def _photo(grid: Grid, sizes: Sizes) -> Placeholders:
    beside = grid.box(9, 12, 25, 76)
    gap = 2 * grid.row  # over and above the gutter
    right = Box(beside.x + gap, beside.y, beside.width - gap, beside.height)
    caption = (Style(sizes.text[0], TEXT),)
    frame = grid.box(1, 8, 25, 76)
    return (
        title(grid, sizes),
        Placeholder("Picture", "picture", 14, frame, caption, sizes.text, "Picture", fill=Ink("panel")),
        place("Caption", 11, right, caption[0], sizes.text, "What it shows", "bottom", shrinks=True),
        *foot(grid, sizes),
    )


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
        headline(grid.box(1, 12, 3, 24), head, sizes.section[1:], "Thank you", "bottom"),
        place("Text", 1, grid.box(1, 8, 28, 40), text, sizes.text, "What to take home"),
        place("Contact", 11, grid.box(1, 8, 42, 69), way, sizes.closing_contact, "How to reach the speaker"),
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


def _drawing_beside_text(grid: Grid, sizes: Sizes) -> Placeholders:
    beside = grid.box(8, 12, 25, 76)
    caption = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place("Caption", 11, beside, caption, sizes.text, "What it says", "middle", shrinks=True),
        *foot(grid, sizes),
    )


def _quote_beside_drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    words = Style(sizes.quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.credit[0], SOFT)
    return (
        title(grid, sizes),
        place("Quote", 1, beside(grid, 25, 64), words, sizes.quote, "What was said, word for word", shrinks=True),
        place("Credit", 11, beside(grid, 67, 77.5), credit, sizes.credit, "Who said it, where, when"),
        *foot(grid, sizes),
    )


def beside(grid: Grid, top_row: float, bottom_row: float) -> Box:
    """The right half, behind the room of a mark that is hung before it."""
    half, hung = grid.box(7, 12, top_row, bottom_row), 4 * grid.row
    return Box(half.x + hung, half.y, half.width - hung, half.height)


def _cover_with_drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    """Higher up than on other covers: beneath, something goes on."""
    boxes = grid.box(1, 11, 4, 30), grid.box(1, 10, 32, 42.5), grid.box(1, 6, 47, 57)
    return tuple(structs.replace(one, box=box) for one, box in zip(_cover(grid, sizes), boxes, strict=True))


def _scene(grid: Grid, sizes: Sizes) -> Placeholders:
    return title(grid, sizes), *_low_foot(grid, sizes)


def _scene_with_lead(grid: Grid, sizes: Sizes) -> Placeholders:
    head, lead, *_ = _drawing_with_lead(grid, sizes)
    return head, lead, *_low_foot(grid, sizes)


def _low_foot(grid: Grid, sizes: Sizes) -> Placeholders:
    """Source and number at the lower edge, beneath what goes on in a picture that fills the slide.

    Slides say where their number stands: LibreOffice hides one that only its layout places beneath all that is drawn.
    """
    low = grid.height // grid.row - 1.5
    top = low - (grid.foot[1] - grid.foot[0])
    return tuple(
        structs.replace(one, box=grid.box(first, last, top, low), anchor="bottom", is_moved=first == last)
        for one, (first, last) in zip(foot(grid, sizes), ((1, 11), (12, 12)), strict=True)
    )


def _beside_globe(layout: Callable[[Grid, Sizes], Placeholders], grid: Grid, sizes: Sizes) -> Placeholders:
    """A layout whose heads keep off the corner in which a small globe stands."""
    *heads, source, number = layout(grid, sizes)
    width = grid.box(1, 10, 0, 1).width
    return *(structs.replace(one, box=one.box._replace(width=width)) for one in heads), source, number


# Those that whoever goes on in PowerPoint can fill: each has a place for all that stands on it.
FOR_WORDS = frozenset(
    ("Cover", "Section", "Bullets", "Statement", "Quote", "Number", "Ask", "Photo", "Sources", "Closing")
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
    "Ask with code": moments.ask_with_code,
    "Poster": moments.poster,
    "Key quote": moments.key_quote,
    "Full photo": moments.full_photo,
    "Question": moments.question,
    "Question with ring": moments.question_with_ring,
    "Blank": moments.blank,
    "Few points": moments.few_points,
    "Memory": moments.memory,
    "Number beside picture": _number_beside_picture,
    "Drawing beside text": _drawing_beside_text,
    "Quote beside drawing": _quote_beside_drawing,
    "Cover with drawing": _cover_with_drawing,
    "Scene": _scene,
    "Scene with lead": _scene_with_lead,
    "Map": partial(_beside_globe, _drawing),
    "Map with lead": partial(_beside_globe, _drawing_with_lead),
    "Night map": partial(_beside_globe, _drawing),
    "Night map with lead": partial(_beside_globe, _drawing_with_lead),
}
