"""Texts as they are set: how their paragraphs break into lines, and where the letters of these stand on the page."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from msgspec import Struct, structs

from talkbuilder.layout.items import Align, Anchor, Face, Ink, Line, SetRun, Style
from talkbuilder.layout.measure import Lines, Piece, Stretch, width_of, wrap
from talkbuilder.layout.scripts import is_right_to_left
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box

_LINK = Ink("link")  # what leads somewhere, whatever stands around it: PowerPoint colours it so
_SEEN_WIDTH = 0.999  # a line that fills all of its width breaks in LibreOffice, which rounds the widths of its letters
_LINE_EM = 1.2  # the height of a line at 100 %
_ABOVE = 0.8  # how much of a line that is lower than that stands above its baseline
TOO_MANY_LINES = 200  # beyond what any slide holds nothing is made to look better


class Setting(Struct, frozen=True, gc=False):  # as in Span
    """A text as it is set: without widows, with its lines a paragraph, their height in all, and its styles."""

    paragraphs: tuple[Paragraph, ...]
    broken: tuple[Lines, ...]
    height_pt: float
    styles: tuple[Style, ...]
    is_too_wide: bool  # a word is wider than any line

    @property
    def texts(self) -> list[str]:
        return [text for lines in self.broken for text in lines.texts]


def break_lines(paragraph: Paragraph, style: Style, fonts: Fonts, room_pt: float) -> Lines:
    """How a paragraph breaks."""
    indent_pt = 0.0 if style.bullet else -style.hang / EMU_PER_POINT
    return wrap(tuple([_stretch(run, style, fonts) for run in paragraph.runs]), room_pt, indent_pt)


def _stretch(run: Run, style: Style, fonts: Fonts) -> Stretch:
    face = Face(fonts.family(style.font), style.bold or run.bold, style.italic or run.italic)
    text = run.text.upper() if style.capitals else run.text
    return Stretch(text, face, style.size_pt * run.scale, style.spacing_pt, run.link)


class SetLines(Sequence[Line]):
    """The lines of a text; their letters are placed when somebody first looks at them.

    PowerPoint places letters itself, in lines that break alike, so a .pptx never asks: it is 5 % of the time of a deck.
    """

    def __init__(self, setting: Setting, place: Placeholder, fonts: Fonts) -> None:
        self._of = setting, place, fonts

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return tuple(_set_lines(*self._of))

    def restyled(self, styles: tuple[Style, ...]) -> "SetLines":
        """The same lines in styles that differ in their inks alone."""
        setting, place, fonts = self._of
        return SetLines(structs.replace(setting, styles=styles), place, fonts)

    def __len__(self) -> int:
        setting, place, fonts = self._of  # without placing letters, for a title's lines are counted on every slide
        return sum(len(lines.ends) for _, lines in _redrawn(setting, fonts, place.inner))

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        return self._lines[at]


def _set_lines(setting: Setting, place: Placeholder, fonts: Fonts) -> Iterator[Line]:
    """The lines from the top, their letters where they stand on the page."""
    inner = place.inner
    rows = [(style, broken, _rows(broken, style)) for style, broken in _redrawn(setting, fonts, inner)]
    top = inner.y / EMU_PER_POINT + _spare(rows, inner, place.anchor)
    for number, (style, broken, heights) in enumerate(rows):
        top += style.before_pt if number else 0.0
        for at, (pieces, (pitch, ascent)) in enumerate(zip(broken.pieces, heights, strict=True)):
            baseline = top + ascent
            bullet = _bullet(style, broken, inner, fonts, baseline) if style.bullet and at == 0 else None
            yield Line(_runs(pieces, broken, style, inner, baseline, at == 0), bullet)
            top += pitch


def _redrawn(setting: Setting, fonts: Fonts, inner: Box) -> Iterator[tuple[Style, Lines]]:
    """The style of each paragraph, and its lines over the whole width, where one may hold a word more.

    Whether there is room is asked of a narrower place, to be safe; what is seen has all of it.
    """
    for paragraph, broken in zip(setting.paragraphs, setting.broken, strict=True):
        style = towards(setting.styles[paragraph.level], paragraph)
        room = (inner.width - style.left) / EMU_PER_POINT * _SEEN_WIDTH
        yield (
            style,
            broken
            if broken.next_pt > room or len(broken.ends) > TOO_MANY_LINES
            else break_lines(paragraph, style, fonts, room),
        )


def towards(style: Style, paragraph: Paragraph) -> Style:
    """The style of a paragraph: one that runs from right to left begins at the right where others begin at the left."""
    if not is_right_to_left(paragraph):
        return style
    return structs.replace(style, align=_MIRRORED[style.align])


_MIRRORED: dict[Align, Align] = {"left": "right", "right": "left", "centre": "centre"}


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
        strong = style.strong_ink if face.bold and not style.bold else None
        ink = _LINK if set_in.link else strong or style.ink
        runs.append(SetRun(one.text, x_pt, baseline_pt, one.width_pt, face, size_pt, ink, spacing_pt, set_in.link))
        x_pt += one.width_pt
    return tuple(runs)


def _bullet(style: Style, broken: Lines, inner: Box, fonts: Fonts, baseline_pt: float) -> SetRun:
    """The mark before a first line; it is set in the family of texts, whatever the style's own."""
    x_pt = (inner.x + style.left - style.hang) / EMU_PER_POINT
    size_pt = broken.stretches[0].size_pt if broken.stretches else style.size_pt
    face = Face(fonts.text)
    width_pt = width_of(style.bullet, Stretch(style.bullet, face, size_pt))
    return SetRun(style.bullet, x_pt, baseline_pt, width_pt, face, size_pt, style.bullet_ink)
