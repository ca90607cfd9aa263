"""Text into a place: set in the first size of its scale at which it has room; drawn too large where there is none."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct, structs

from talkbuilder.layout.items import Anchor, Face, Line, SetRun, Style, Text
from talkbuilder.layout.measure import Lines, Piece, Stretch, width_of, wrap
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box

# Renderers differ by a hair in the width of words, and fonts are sometimes replaced by their twins.
_USABLE_WIDTH = 0.985
_USABLE_HEIGHT = 0.95
_STUB = 0.3  # a last line shorter than this share of the longest looks left over
_NEARLY_A_LINE = 0.85  # one line so full may become two where Georgia is missing: its stand-ins are up to a tenth wider
_NARROWEST_EM = 0.2  # how wide an i is, about
_LEAST_PITCH_EM = 0.5  # closer than this no lines stand
_LINE_EM = 1.2  # the height of a line at 100 %
_ABOVE = 0.8  # how much of a line that is lower than that stands above its baseline
_TOO_MANY_LINES = 200  # beyond what any slide holds nothing is made to look better
_LEVEL_STEP_PT = 4.0  # how much smaller each level is than the one above


def fit(
    name: str,
    paragraphs: tuple[Paragraph, ...],
    place: Placeholder,
    fonts: Fonts,
) -> Text:
    """A text in a placeholder, or anywhere else: then `place` has no name; `name` is what the outline calls the text.

    Where it has no room at any size, it is set in the smallest and tells how much of it is too much.
    """
    for number, size in enumerate(place.sizes_pt if _may_have_room(paragraphs, place) else ()):
        found = _fitted(paragraphs, place, fonts, size)
        if found is not None:
            smaller = place.sizes_pt[number + 1 : number + 2]
            return _placed(name, _tidier(found, paragraphs, place, fonts, smaller), place, fonts, paragraphs)
    least = place.sizes_pt[-1]
    setting = _set(paragraphs, place, fonts, _styles(place, least))
    surplus = 1.0 if setting.is_too_wide else 1 - _room_pt(place) / setting.height_pt
    return structs.replace(_placed(name, setting, place, fonts, paragraphs), surplus=surplus)


def _may_have_room(paragraphs: tuple[Paragraph, ...], place: Placeholder) -> bool:
    """Whether a text might have room in a place: not where it would not with the narrowest of letters.

    A text of a megabyte, pasted by mistake, would else be broken into lines in every size.
    """
    letters = sum(len(run.text) * min(1.0, run.scale) for paragraph in paragraphs for run in paragraph.runs)
    em_pt = place.sizes_pt[-1]
    width_pt = place.inner.width / EMU_PER_POINT
    height_pt = max(_room_pt(place), em_pt)  # one line is set however low a place is
    return letters * _NARROWEST_EM * em_pt * _LEAST_PITCH_EM * em_pt <= width_pt * height_pt


def fits(paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, size_pt: float) -> bool:
    """Whether a text has room in a place at one size."""
    return _fitted(paragraphs, place, fonts, size_pt) is not None


class _Setting(Struct, frozen=True):
    """A text as it is set: without widows, with its lines a paragraph, their height in all, and its styles."""

    paragraphs: tuple[Paragraph, ...]
    broken: tuple[Lines, ...]
    height_pt: float
    styles: tuple[Style, ...]
    is_too_wide: bool  # a word is wider than any line

    @property
    def texts(self) -> list[str]:
        return [text for lines in self.broken for text in lines.texts]


def _tidier(
    found: _Setting, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, smaller: Sequence[float]
) -> _Setting:
    """The setting one size smaller, where that saves a last line of a word or two; else the one that was found."""
    if len(paragraphs) > 1:
        return found
    texts = found.texts
    if len(texts) > 1 and len(texts[-1]) < _STUB * max(map(len, texts)):
        for size in smaller:
            other = _fitted(paragraphs, place, fonts, size)
            if other and len(other.texts) < len(texts):
                return other
    return found


def _fitted(paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts, size: float) -> _Setting | None:
    """The setting at one size; None where it has no room."""
    room_pt = _room_pt(place)
    setting = _set(paragraphs, place, fonts, _styles(place, size), room_pt)
    return None if setting.is_too_wide or setting.height_pt > room_pt else setting


def _styles(place: Placeholder, size: float) -> tuple[Style, ...]:
    """The style of each level when the first has `size`: the place's own, or stepping down with it."""
    if size == place.styles[0].size_pt:
        return place.styles
    least = place.sizes_pt[-1]
    return tuple(
        structs.replace(style, size_pt=max(least, size - level * _LEVEL_STEP_PT))
        for level, style in enumerate(place.styles)
    )


def _set(
    paragraphs: tuple[Paragraph, ...],
    place: Placeholder,
    fonts: Fonts,
    styles: tuple[Style, ...],
    most_pt: float = inf,
) -> _Setting:
    """Sets a text, however high that makes it; what is higher than `most_pt` already is not set to its end."""
    left, _, right, _ = place.insets
    width = (place.box.width - left - right) / EMU_PER_POINT
    height, too_wide = 0.0, False
    done: list[Paragraph] = []
    broken: list[Lines] = []
    for number, paragraph in enumerate(paragraphs):
        style = styles[paragraph.level]
        room = width * _USABLE_WIDTH - style.left / EMU_PER_POINT
        lines = _lines(paragraph, style, fonts, room)
        if lines.widest_pt > room:
            too_wide = True
        elif len(lines.texts) < _TOO_MANY_LINES and (len(lines.texts) > 1 or lines.widest_pt > width * _NEARLY_A_LINE):
            paragraph, lines = _without_widow(paragraph, style, fonts, room, lines)
        height += len(lines.texts) * lines.line_height_pt * style.line_percent / 100
        height += style.before_pt if number else 0.0
        broken.append(lines)
        done.append(paragraph)
        if height > most_pt:
            break
    return _Setting(tuple(done), tuple(broken), height, styles, too_wide)


def _room_pt(place: Placeholder) -> float:
    _, top, _, bottom = place.insets
    return (place.box.height - top - bottom) / EMU_PER_POINT * _USABLE_HEIGHT


def _lines(paragraph: Paragraph, style: Style, fonts: Fonts, room_pt: float) -> Lines:
    """How a paragraph breaks."""
    indent = 0.0 if style.bullet else -style.hang / EMU_PER_POINT
    return wrap(tuple([_stretch(run, style, fonts) for run in paragraph.runs]), room_pt, indent)


def _stretch(run: Run, style: Style, fonts: Fonts) -> Stretch:
    face = Face(fonts.family(style.font), style.bold or run.bold, style.italic or run.italic)
    text = run.text.upper() if style.capitals else run.text
    return Stretch(text, face, style.size_pt * run.scale, style.spacing_pt)


def _without_widow(
    paragraph: Paragraph, style: Style, fonts: Fonts, room_pt: float, lines: Lines
) -> tuple[Paragraph, Lines]:
    """The paragraph with its last two words tied, if that costs no line: one word alone on a line looks left over.

    They are tied wherever they stand, for renderers put a word more on a line than we do, or one less.
    """
    if paragraph.text.count(" ") < 2:
        return paragraph, lines
    for at in range(len(paragraph.runs) - 1, -1, -1):
        run = paragraph.runs[at]
        if " " in run.text:
            runs = (*paragraph.runs[:at], structs.replace(run, text=_tie(run.text)), *paragraph.runs[at + 1 :])
            tied = Paragraph(runs, paragraph.span, paragraph.level)
            if " " in lines.texts[-1]:
                return tied, _with_last_line_tied(lines)
            rewrapped = _lines(tied, style, fonts, room_pt)
            is_free = rewrapped.widest_pt <= room_pt and len(rewrapped.texts) == len(lines.texts)
            return (tied, rewrapped) if is_free else (paragraph, lines)
    return paragraph, lines


def _with_last_line_tied(lines: Lines) -> Lines:
    """Lines whose last blank does not break; it is as wide as it was."""
    last = list(lines.pieces[-1])
    at = max(number for number, piece in enumerate(last) if " " in piece.text)
    last[at] = Piece(last[at].stretch, _tie(last[at].text), last[at].width_pt)
    return structs.replace(
        lines, pieces=(*lines.pieces[:-1], tuple(last)), texts=(*lines.texts[:-1], _tie(lines.texts[-1]))
    )


def _tie(text: str) -> str:
    """A text with a no-break space as its last blank."""
    head, _, tail = text.rpartition(" ")
    return f"{head}\u00a0{tail}"


def _placed(name: str, setting: _Setting, place: Placeholder, fonts: Fonts, paragraphs: tuple[Paragraph, ...]) -> Text:
    """The text with every line where it stands on the page."""
    inner = place.inner
    rows = [(style, broken, _rows(broken, style)) for style, broken in _redrawn(setting, fonts, inner)]
    top = inner.y / EMU_PER_POINT + _spare(rows, inner, place.anchor)
    lines: list[Line] = []
    for number, (style, broken, heights) in enumerate(rows):
        top += style.before_pt if number else 0.0
        for at, (pieces, (pitch, ascent)) in enumerate(zip(broken.pieces, heights, strict=True)):
            baseline = top + ascent
            bullet = _bullet(style, broken, inner, fonts, baseline) if style.bullet and at == 0 else None
            lines.append(Line(_runs(pieces, broken, style, inner, baseline, at == 0), bullet))
            top += pitch
    return Text(
        name,
        place.box,
        setting.paragraphs,
        setting.styles,
        tuple(lines),
        paragraphs[0].span,
        place.anchor,
        place.name,
    )


def _redrawn(setting: _Setting, fonts: Fonts, inner: Box) -> Iterator[tuple[Style, Lines]]:
    """The style of each paragraph, and its lines over the whole width, where one may hold a word more.

    Whether there is room is asked of a narrower place, to be safe; what is seen has all of it.
    """
    for paragraph, broken in zip(setting.paragraphs, setting.broken, strict=True):
        style = setting.styles[paragraph.level]
        room = (inner.width - style.left) / EMU_PER_POINT
        yield (
            style,
            broken
            if broken.next_pt > room or len(broken.texts) > _TOO_MANY_LINES
            else _lines(paragraph, style, fonts, room),
        )


def _rows(broken: Lines, style: Style) -> list[tuple[float, float]]:
    """Of each line, how far it is from the next, and its baseline from its top, in points."""
    if len(broken.stretches) == 1 and broken.pieces[0]:
        return [_row(broken.stretches[0].size_pt, style)] * len(broken.pieces)
    sizes = ([broken.stretches[piece.stretch].size_pt for piece in pieces] for pieces in broken.pieces)
    return [_row(max(used, default=style.size_pt), style) for used in sizes]


def _row(size_pt: float, style: Style) -> tuple[float, float]:
    """The same of a line with letters of a size.

    This is what LibreOffice makes of PowerPoint's decks, whatever the font: it takes what a line is lower than at
    100 % from above the letters, and leaves a fifth of it below them.
    """
    share = style.line_percent / 100
    height = _LINE_EM * size_pt
    if share < 1:
        return height * share, height * share * _ABOVE
    return height * share, size_pt + height * (share - 1)


def _spare(rows: Sequence[tuple[Style, Lines, Sequence[tuple[float, float]]]], inner: Box, anchor: Anchor) -> float:
    """How far under the top of its place a text begins."""
    if anchor == "top":
        return 0.0
    height = sum(pitch for _, _, heights in rows for pitch, _ in heights)
    height += sum(style.before_pt for style, _, _ in rows[1:])
    spare = inner.height / EMU_PER_POINT - height
    return spare if anchor == "bottom" else spare / 2


def _runs(
    pieces: tuple[Piece, ...], broken: Lines, style: Style, inner: Box, baseline_pt: float, is_first: bool
) -> tuple[SetRun, ...]:
    """The letters of a line, from left to right."""
    left = inner.x + style.left - (style.hang if is_first and not style.bullet else 0)
    x_pt = left / EMU_PER_POINT
    if style.align != "left":
        spare = (inner.x + inner.width - left) / EMU_PER_POINT - sum(piece.width_pt for piece in pieces)
        x_pt += spare if style.align == "right" else spare / 2
    runs = []
    for one in pieces:
        set_in = broken.stretches[one.stretch]
        face, size_pt, spacing_pt = set_in.face, set_in.size_pt, set_in.spacing_pt
        runs.append(SetRun(one.text, x_pt, baseline_pt, one.width_pt, face, size_pt, style.ink, spacing_pt))
        x_pt += one.width_pt
    return tuple(runs)


def _bullet(style: Style, broken: Lines, inner: Box, fonts: Fonts, baseline_pt: float) -> SetRun:
    """The mark before a first line; it is set in the family of texts, whatever the style's own."""
    x_pt = (inner.x + style.left - style.hang) / EMU_PER_POINT
    size_pt = broken.stretches[0].size_pt if broken.stretches else style.size_pt
    face = Face(fonts.text)
    width_pt = width_of(style.bullet, Stretch(style.bullet, face, size_pt))
    return SetRun(style.bullet, x_pt, baseline_pt, width_pt, face, size_pt, style.bullet_ink)
