"""Text into placeholders: the largest size of a fixed scale at which it fits, or a fault where it fits at none."""

from collections.abc import Sequence

from msgspec import Struct, structs

from talkbuilder.diagnostics import Diagnostic, Report, Span
from talkbuilder.layout.measure import Face, Lines, Stretch, wrap
from talkbuilder.layout.page import TextBox
from talkbuilder.layout.theme import Placeholder, Style, inner_size_pt
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT

# Renderers differ by a hair in the width of words, and fonts are sometimes replaced by their twins.
_USABLE_WIDTH = 0.985
_USABLE_HEIGHT = 0.95
SOURCE_LINE = "source line"
_STUB = 0.3  # a last line shorter than this share of the longest looks left over
_NEARLY_A_LINE = 0.85  # one line so full may become two where Georgia is missing: its stand-ins are up to a tenth wider
_LEVEL_STEP_PT = 4.0  # how much smaller each level is than the one above


def fit(
    paragraphs: tuple[Paragraph, ...],
    placeholder: Placeholder,
    sizes_pt: Sequence[float],
    report: Report,
    what: str,
    code: str = "C201",
) -> TextBox:
    """The box for a text. `sizes_pt` falls; the last is the smallest that may be used."""
    natural = placeholder.styles[0].size_pt
    scale = [natural, *(size for size in sizes_pt if size < natural)]
    for number, size in enumerate(scale):
        if box := _fitted(paragraphs, placeholder, size, size == natural, sizes_pt[-1]):
            smaller = scale[number + 1 : number + 2]
            return _tidier(box, paragraphs, smaller, sizes_pt[-1]) if len(paragraphs) == 1 else box
    text = _set(paragraphs, placeholder, _sizes(placeholder, scale[-1], False, sizes_pt[-1]))
    needed, room = text.height_pt if text else float("inf"), _room_pt(placeholder)
    report(Diagnostic(code, *_complaint(paragraphs, scale[-1], needed, room, what)))
    return TextBox(placeholder, paragraphs, (scale[-1],), (), paragraphs[0].span)


def _tidier(box: TextBox, paragraphs: tuple[Paragraph, ...], smaller: list[float], least: float) -> TextBox:
    """The box one size smaller, where that saves a last line of a word or two; else the box itself."""
    if len(box.lines) > 1 and len(box.lines[-1]) < _STUB * max(map(len, box.lines)):
        for size in smaller:
            other = _fitted(paragraphs, box.placeholder, size, False, least)
            if other and len(other.lines) < len(box.lines):
                return other
    return box


def fits(paragraphs: tuple[Paragraph, ...], placeholder: Placeholder, size_pt: float) -> bool:
    """Whether a text has room in a placeholder at one size."""
    natural = size_pt == placeholder.styles[0].size_pt
    return _fitted(paragraphs, placeholder, size_pt, natural, size_pt) is not None


def _fitted(
    paragraphs: tuple[Paragraph, ...], placeholder: Placeholder, size: float, is_natural: bool, least: float
) -> TextBox | None:
    """The box at one size; None where the text does not fit."""
    sizes = _sizes(placeholder, size, is_natural, least)
    text = _set(paragraphs, placeholder, sizes)
    if text is None or text.height_pt > _room_pt(placeholder):
        return None
    overrides = tuple(
        0.0 if size == style.size_pt else size for size, style in zip(sizes, placeholder.styles, strict=True)
    )
    return TextBox(placeholder, text.paragraphs, overrides, text.lines, paragraphs[0].span)


class _Set(Struct, frozen=True):
    """A text as it is set: without widows, with its lines and its height."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[str, ...]
    height_pt: float


def _set(paragraphs: tuple[Paragraph, ...], placeholder: Placeholder, sizes: tuple[float, ...]) -> _Set | None:
    """Sets a text at a size a level, however high that makes it; None where a word is too wide for any line."""
    width, _ = inner_size_pt(placeholder)
    height = 0.0
    lines: list[str] = []
    done: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        style = placeholder.styles[paragraph.level]
        broken = _lines(paragraph, style, sizes[paragraph.level], width)
        if broken is None:
            return None
        if len(broken.texts) > 1 or broken.widest_pt > width * _NEARLY_A_LINE:
            paragraph, broken = _without_widow(paragraph, style, sizes[paragraph.level], width, broken)
        height += len(broken.texts) * broken.line_height_pt * style.line_percent / 100
        height += style.before_pt if number else 0.0
        lines.extend(broken.texts)
        done.append(paragraph)
    return _Set(tuple(done), tuple(lines), height)


def _room_pt(placeholder: Placeholder) -> float:
    return inner_size_pt(placeholder)[1] * _USABLE_HEIGHT


def _sizes(placeholder: Placeholder, size: float, is_natural: bool, least: float) -> tuple[float, ...]:
    """The size of each level when the first has `size`: the layout's own, or stepping down with it."""
    if is_natural:
        return tuple(style.size_pt for style in placeholder.styles)
    return tuple(max(least, size - level * _LEVEL_STEP_PT) for level in range(len(placeholder.styles)))


def _lines(paragraph: Paragraph, style: Style, size: float, width_pt: float) -> Lines | None:
    """How a paragraph breaks; None where a word is too wide for any line."""
    room = width_pt * _USABLE_WIDTH - style.left / EMU_PER_POINT
    indent = max(0, style.indent) if style.bullet else style.indent
    broken = wrap((_stretch(run, style, size) for run in paragraph.runs), room, indent / EMU_PER_POINT)
    return broken if broken.widest_pt <= room else None


def _stretch(run: Run, style: Style, size: float) -> Stretch:
    face = Face(style.family, style.bold or run.bold, style.italic or run.italic)
    return Stretch(run.text.upper() if style.capitals else run.text, face, size * run.scale, style.spacing_pt)


def _without_widow(
    paragraph: Paragraph, style: Style, size: float, width: float, broken: Lines
) -> tuple[Paragraph, Lines]:
    """The paragraph with its last two words tied, if that costs no line: one word alone on a line looks left over.

    They are tied wherever they stand, for renderers put a word more on a line than we do, or one less.
    """
    if paragraph.text.count(" ") < 2:
        return paragraph, broken
    for at in range(len(paragraph.runs) - 1, -1, -1):
        run = paragraph.runs[at]
        if " " in run.text:
            runs = (*paragraph.runs[:at], structs.replace(run, text=_tie(run.text)), *paragraph.runs[at + 1 :])
            tied = Paragraph(runs, paragraph.span, paragraph.level)
            if " " in broken.texts[-1]:
                return tied, structs.replace(broken, texts=(*broken.texts[:-1], _tie(broken.texts[-1])))
            rewrapped = _lines(tied, style, size, width)
            return (tied, rewrapped) if rewrapped and len(rewrapped.texts) == len(broken.texts) else (paragraph, broken)
    return paragraph, broken


def _tie(text: str) -> str:
    """A text with a no-break space as its last blank."""
    head, _, tail = text.rpartition(" ")
    return f"{head}\u00a0{tail}"


def _complaint(
    paragraphs: tuple[Paragraph, ...],
    size: float,
    needed: float,
    room: float,
    what: str,
) -> tuple[str, Span, str]:
    """Message, span and hint for a text that fits at no size: which paragraph is too much, and by how many words."""
    longest = max(paragraphs, key=lambda paragraph: len(paragraph.text))
    if needed == float("inf"):
        return (
            f"a word of '{what}' is wider than its box, even at {size:g} pt",
            longest.span,
            "break it, or use a shorter one",
        )
    words = sum(len(paragraph.text.split()) for paragraph in paragraphs)
    surplus = max(1, round(words * (1 - room / needed)))
    message = f"too much text for '{what}', even at {size:g} pt"
    hint = f"shorten it by about {surplus} {'word' if surplus == 1 else 'words'}, or make two slides of it"
    if what == SOURCE_LINE:
        hint = "cite fewer sources on this slide, or make two slides of it"
    span = longest.span if len(paragraphs) == 1 else _first_over(paragraphs, room, needed)
    return message, span, hint


def _first_over(paragraphs: tuple[Paragraph, ...], room: float, needed: float) -> Span:
    """Where the room is used up, roughly: the paragraph at which the text passes its share."""
    total = sum(len(paragraph.text) for paragraph in paragraphs)
    seen = 0
    for paragraph in paragraphs:
        seen += len(paragraph.text)
        if seen / total > room / needed:
            return paragraph.span
    return paragraphs[-1].span
