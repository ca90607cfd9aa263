"""The layouts, by what stands on them: their placeholders, where these stand and how their text looks."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import structs

from talkbuilder.layout.grid import Grid, Scale, Sizes
from talkbuilder.layout.items import Anchor, Ink, Style
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Placeholder, Role
from talkbuilder.units import Box

TEXT, SOFT = Ink("text"), Ink("soft")
TEAL, GOLD, RED = Ink("accent1"), Ink("accent2"), Ink("accent3")

_POINT = 12_700
_BETWEEN_LEVELS = 20 * _POINT
_TITLE_LINES = 92.0  # percent: a serif of this size stands too far apart at more

Placeholders = tuple[Placeholder, ...]


def label(sizes: Sizes) -> Style:
    """Text that fills no placeholder."""
    return Style(sizes.caption[0], TEXT, line_percent=100)


def master(grid: Grid, sizes: Sizes) -> Placeholders:
    """What most layouts have: they are the master's own."""
    return _title(grid, sizes), _points(grid, sizes), _slide_number(grid, sizes, 4)


def _title(grid: Grid, sizes: Sizes) -> Placeholder:
    """Anchored at the top, so that the first line stands at one height whether a second follows or not."""
    style = Style(sizes.title[0], TEXT, "titles", line_percent=_TITLE_LINES)
    return _headline(grid.box(1, 12, 7, 23), style, sizes.title, "What this slide says")


def _points(grid: Grid, sizes: Sizes) -> Placeholder:
    prompt = "What matters\nAnd what goes with it\nThird level\nFourth level\nFifth level"
    box = grid.box(1, 12, 25, 76)
    return Placeholder("Text", "body", 1, box, _levels(sizes), sizes.text, prompt, shrinks=True)


def _levels(sizes: Sizes) -> tuple[Style, ...]:
    """Five levels of bullets, alike from the third on."""
    margins = (73 * _POINT + depth * _BETWEEN_LEVELS for depth in range(3))
    return (
        _bulleted(sizes.text[0], TEXT, "•", 27 * _POINT, 27, 22),
        _bulleted(sizes.second_level, SOFT, "–", 51 * _POINT, 24, 5),
        *(_bulleted(sizes.third_level, SOFT, "–", margin, 20, 4) for margin in margins),
    )


def _bulleted(size_pt: float, ink: Ink, bullet: str, left: int, hang_pt: int, before_pt: float) -> Style:
    return Style(size_pt, ink, before_pt=before_pt, left=left, hang=hang_pt * _POINT, bullet=bullet)


def _slide_number(grid: Grid, sizes: Sizes, index: int = 13) -> Placeholder:
    style = Style(sizes.small[0], SOFT, align="right")
    return _place(SLIDE_NUMBER, index, grid.box(12, 12, *grid.foot), style, sizes.small, role="slide number")


def _foot(grid: Grid, sizes: Sizes) -> Placeholders:
    box = grid.box(1, 11, *grid.foot)
    source = _place(SOURCE, 12, box, Style(sizes.small[0], SOFT), sizes.small, "Source: who says so, when")
    return source, _slide_number(grid, sizes)


def _headline(box: Box, style: Style, scale: Scale, prompt: str, anchor: Anchor = "top") -> Placeholder:
    return _place("Title", 0, box, style, scale, prompt, anchor, role="title")


def _kicker(grid: Grid, sizes: Sizes, bottom_row: float, prompt: str) -> Placeholder:
    box = grid.box(1, 12, bottom_row - 5, bottom_row)
    return _place("Kicker", 11, box, Style(sizes.caption[0], GOLD), sizes.caption, prompt, "bottom")


def _place(
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


def _cover(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.cover[0], SOFT, "titles", line_percent=_TITLE_LINES)
    about, speaker = Style(sizes.subtitle[0], SOFT), Style(sizes.credit[0], SOFT)
    return (
        _place("Title", 0, grid.box(1, 11, 7, 42), head, sizes.cover, "The title of the talk", "bottom", "cover title"),
        _place("Subtitle", 1, grid.box(1, 10, 45, 56), about, sizes.subtitle, "What it is about", role="subtitle"),
        _place("Speaker", 11, grid.box(1, 7, 60, 73), speaker, sizes.credit, "Who speaks, where, when"),
    )


def _section(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.section[0], SOFT, "titles")
    return (
        _headline(grid.box(1, 10, 32, 63), head, sizes.section, "What this part is about"),
        _kicker(grid, sizes, 29, "Part 1"),
        _slide_number(grid, sizes),
    )


def _bullets(grid: Grid, sizes: Sizes) -> Placeholders:
    return _title(grid, sizes), _points(grid, sizes), *_foot(grid, sizes)


def _statement(grid: Grid, sizes: Sizes) -> Placeholders:
    head = Style(sizes.statement[0], SOFT, "titles")
    return (
        _headline(grid.box(1, 12, 26, 67), head, sizes.statement, "The sentence to remember"),
        _kicker(grid, sizes, 23, "Why it matters"),
        *_foot(grid, sizes),
    )


def _quote(grid: Grid, sizes: Sizes) -> Placeholders:
    words = Style(sizes.quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.credit[0], SOFT)
    said, who = grid.box(2, 12, 25, 64), grid.box(2, 12, 67, 77.5)
    return (
        _title(grid, sizes),
        _place("Quote", 1, said, words, sizes.quote, "What was said, word for word", shrinks=True),
        _place("Credit", 11, who, credit, sizes.credit, "Who said it, where, when"),
        *_foot(grid, sizes),
    )


def _number(grid: Grid, sizes: Sizes) -> Placeholders:
    at = grid.box(1, 12, 24, 58)
    bearing = grid.row  # the white that a figure of this size carries on its left
    figure = Style(sizes.number[0], RED, "titles", line_percent=90)
    caption = Style(sizes.text[0], TEXT)
    return (
        _title(grid, sizes),
        _place(
            "Number", 1, Box(at.x - bearing, at.y, at.width + bearing, at.height), figure, sizes.number, "88", "bottom"
        ),
        _place("Caption", 11, grid.box(1, 10, 60, 73), caption, sizes.text, "What it counts, where, when"),
        *_foot(grid, sizes),
    )


def _ask(grid: Grid, sizes: Sizes) -> Placeholders:
    way = Style(sizes.contact[0], TEAL, line_percent=88, bold=True)
    what = Style(sizes.text[0], TEXT)
    return (
        _title(grid, sizes),
        _place("Text", 1, grid.box(1, 12, 25, 44), what, sizes.text, "What to do", shrinks=True),
        _place("Contact", 11, grid.box(1, 12, 45, 76), way, sizes.contact, "The number to call", "middle"),
        *_foot(grid, sizes),
    )


def _photo(grid: Grid, sizes: Sizes) -> Placeholders:
    beside = grid.box(8, 12, 25, 76)
    gap = 2 * grid.row  # over and above the gutter
    right = Box(beside.x + gap, beside.y, beside.width - gap, beside.height)
    caption = (Style(sizes.caption[0], SOFT),)
    frame = grid.box(1, 7, 25, 76)
    return (
        _title(grid, sizes),
        Placeholder("Picture", "picture", 14, frame, caption, sizes.caption, "Picture", fill=Ink("panel")),
        _place("Caption", 11, right, caption[0], sizes.caption, "What it shows", "bottom"),
        *_foot(grid, sizes),
    )


def _sources(grid: Grid, sizes: Sizes) -> Placeholders:
    entry = Style(sizes.sources[0], TEXT, before_pt=9, left=24 * _POINT, hang=24 * _POINT)
    prompt = "Who says so: what, where, when"
    return (
        _title(grid, sizes),
        _place("Sources", 1, grid.box(1, 12, 25, 77), entry, sizes.sources, prompt, shrinks=True),
        _slide_number(grid, sizes),
    )


def _closing(grid: Grid, sizes: Sizes) -> Placeholders:
    head, text = Style(sizes.section[0], SOFT, "titles"), Style(sizes.text[0], SOFT)
    way = Style(sizes.closing_contact[0], GOLD)
    return (
        _headline(grid.box(1, 12, 5, 26), head, sizes.section, "Thank you", "bottom"),
        _place("Text", 1, grid.box(1, 8, 31, 50), text, sizes.text, "What to take home"),
        _place("Contact", 11, grid.box(1, 8, 52, 71), way, sizes.closing_contact, "How to reach the speaker"),
        _slide_number(grid, sizes),
    )


def _drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    return _title(grid, sizes), *_foot(grid, sizes)


def _drawing_with_lead(grid: Grid, sizes: Sizes) -> Placeholders:
    style = Style(sizes.headline[0], TEXT, "titles", line_percent=_TITLE_LINES)
    lead = Style(sizes.lead[0], SOFT)
    return (
        _headline(grid.box(1, 12, 7, 15.5), style, sizes.headline, "What this slide says"),
        _place("Lead", 15, grid.box(1, 12, 15.5, 22.5), lead, sizes.lead, "What is counted, where, when"),
        *_foot(grid, sizes),
    )


def _drawing_beside_text(grid: Grid, sizes: Sizes) -> Placeholders:
    beside = grid.box(8, 12, 25, 76)
    caption = Style(sizes.text[0], TEXT)
    return (
        _title(grid, sizes),
        _place("Caption", 11, beside, caption, sizes.text, "What it says", "middle", shrinks=True),
        *_foot(grid, sizes),
    )


def _quote_beside_drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    words = Style(sizes.quote[0], TEXT, "titles", line_percent=100, before_pt=12)
    credit = Style(sizes.credit[0], SOFT)
    return (
        _title(grid, sizes),
        _place("Quote", 1, beside(grid, 25, 64), words, sizes.quote, "What was said, word for word", shrinks=True),
        _place("Credit", 11, beside(grid, 67, 77.5), credit, sizes.credit, "Who said it, where, when"),
        *_foot(grid, sizes),
    )


def beside(grid: Grid, top_row: float, bottom_row: float) -> Box:
    """The right half, behind the room of a mark that is hung before it."""
    half, hung = grid.box(7, 12, top_row, bottom_row), 4 * grid.row
    return Box(half.x + hung, half.y, half.width - hung, half.height)


def _cover_with_drawing(grid: Grid, sizes: Sizes) -> Placeholders:
    """Higher up than on other covers: beneath, something goes on."""
    boxes = grid.box(1, 11, 4, 30), grid.box(1, 10, 32, 42.5), grid.box(1, 6, 47, 57)
    return tuple(structs.replace(place, box=box) for place, box in zip(_cover(grid, sizes), boxes, strict=True))


def _scene(grid: Grid, sizes: Sizes) -> Placeholders:
    return _title(grid, sizes), *_low_foot(grid, sizes)


def _scene_with_lead(grid: Grid, sizes: Sizes) -> Placeholders:
    title, lead, *_ = _drawing_with_lead(grid, sizes)
    return title, lead, *_low_foot(grid, sizes)


def _low_foot(grid: Grid, sizes: Sizes) -> Placeholders:
    """Source and number at the lower edge, beneath what goes on in a picture that fills the slide.

    Slides say where their number stands: LibreOffice hides one that only its layout places beneath all that is drawn.
    """
    low = grid.height // grid.row - 1.5
    top = low - (grid.foot[1] - grid.foot[0])
    return tuple(
        structs.replace(place, box=grid.box(first, last, top, low), anchor="bottom", is_moved=first == last)
        for place, (first, last) in zip(_foot(grid, sizes), ((1, 11), (12, 12)), strict=True)
    )


def _beside_globe(layout: Callable[[Grid, Sizes], Placeholders], grid: Grid, sizes: Sizes) -> Placeholders:
    """A layout whose heads keep off the corner in which a small globe stands."""
    *heads, source, number = layout(grid, sizes)
    width = grid.box(1, 10, 0, 1).width
    return *(structs.replace(one, box=one.box._replace(width=width)) for one in heads), source, number


# The layouts of pictures that are dark in every theme.
NIGHT = frozenset({"Scene", "Scene with lead", "Cover with drawing", "Night map", "Night map with lead"})

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
