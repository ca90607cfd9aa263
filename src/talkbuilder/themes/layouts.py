"""The layouts, by what stands on them: their placeholders, where these stand and how their text looks."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import structs

from talkbuilder.layout import qr
from talkbuilder.layout.items import Anchor, Ink, Style
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Grid, Placeholder, Role, Scale, Sizes
from talkbuilder.themes.table import NIGHT as NIGHT
from talkbuilder.themes.table import Placeholders
from talkbuilder.units import EMU_PER_POINT, Box

TEXT, SOFT = Ink("text"), Ink("soft")
TEAL, GOLD, RED = Ink("accent1"), Ink("accent2"), Ink("accent3")

_BETWEEN_LEVELS = 20 * EMU_PER_POINT
TITLE_LINES = 92.0  # percent: a serif of this size stands too far apart at more


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
    margins = (73 * EMU_PER_POINT + depth * _BETWEEN_LEVELS for depth in range(3))
    return (
        _bulleted(sizes.text[0], TEXT, "•", 27 * EMU_PER_POINT, 27, 22),
        _bulleted(sizes.second_level, SOFT, "–", 51 * EMU_PER_POINT, 24, 5),
        *(_bulleted(sizes.third_level, SOFT, "–", margin, 20, 4) for margin in margins),
    )


def _bulleted(size_pt: float, ink: Ink, bullet: str, left: int, hang_pt: int, before_pt: float) -> Style:
    return Style(size_pt, ink, before_pt=before_pt, left=left, hang=hang_pt * EMU_PER_POINT, bullet=bullet)


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
    return _asking(grid, sizes, grid.box(1, 12, 25, 44), grid.box(1, 12, 45, 76))


def _asking(grid: Grid, sizes: Sizes, above: Box, under: Box) -> Placeholders:
    """What to do above the way to answer."""
    way = Style(sizes.contact[0], TEAL, line_percent=88, bold=True)
    what = Style(sizes.text[0], TEXT)
    return (
        title(grid, sizes),
        place("Text", 1, above, what, sizes.text, "What to do", shrinks=True),
        place("Contact", 11, under, way, sizes.contact, "The number to call", "middle"),
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
    entry = Style(sizes.sources[0], TEXT, before_pt=9, left=24 * EMU_PER_POINT, hang=24 * EMU_PER_POINT)
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


FULL_PHOTO_FOOT = 65  # the row at which a picture to all edges ends


def _few_points(grid: Grid, sizes: Sizes) -> Placeholders:
    style = Style(sizes.points[0], TEXT, before_pt=22)
    under = Style(sizes.second_level, SOFT, before_pt=6)
    box = grid.box(1, 12, 26, 76)
    text = place("Text", 1, box, style, sizes.points, "What matters\nAnd what goes with it", "middle", shrinks=True)
    return (
        title(grid, sizes),
        structs.replace(text, styles=(style, under)),
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


def _ask_with_code(grid: Grid, sizes: Sizes) -> Placeholders:
    is_under = qr.place(grid).y > grid.row * _TOLD[1]
    told = grid.box(1, 12, *_TOLD) if is_under else qr.beside(grid, *_TOLD)
    return _asking(grid, sizes, told, qr.beside(grid, 39.5, 75.5))


_TOLD, _NUMBER = (24, 37), 28  # the rows of what to do, and that down to which a poster's number needs the whole width


def _poster(grid: Grid, sizes: Sizes) -> Placeholders:
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


def _memory(grid: Grid, sizes: Sizes) -> Placeholders:
    """A picture of eight columns, and at its foot, behind a rule, where that was and a sentence of it."""
    beside, hung = grid.box(9, 12, 25, 76), 2 * grid.row
    style = Style(sizes.text[0], TEXT, strong_ink=TEAL)
    box = beside._replace(x=beside.x + hung, width=beside.width - hung)
    line = place("Line", 1, box, style, sizes.text, "One sentence of it", "bottom", shrinks=True)
    return title(grid, sizes), line, *foot(grid, sizes)


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
    "Ask with code": _ask_with_code,
    "Poster": _poster,
    "Key quote": _key_quote,
    "Full photo": _full_photo,
    "Question": _question,
    "Question with ring": partial(_question, last_column=7),
    "Blank": _blank,
    "Few points": _few_points,
    "Memory": _memory,
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
