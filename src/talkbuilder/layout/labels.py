"""Texts that fill no placeholder: beside what is drawn, or on it."""

from collections.abc import Sequence
from math import inf

from msgspec import Struct, structs

from talkbuilder.layout.fit import WIDER, fit, fits, height_pt
from talkbuilder.layout.items import Anchor, Ink, Style, Text
from talkbuilder.layout.setting import break_lines
from talkbuilder.layout.theme import Fonts, Placeholder, Scale, Sizes
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_USED = 0.98  # how much of the width of its box a line fills at most
_HAIR = 2  # EMU, for halves that were rounded away


def roomy(name: str, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts) -> Text:
    """A text in a size at which it would have room in wider letters too; where there is none, as any other."""
    narrower = structs.replace(place, box=place.box._replace(width=round(place.box.width / WIDER)))
    for at, size in enumerate(place.sizes_pt):
        if fits(paragraphs, narrower, fonts, size):
            return fit(name, paragraphs, structs.replace(place, sizes_pt=place.sizes_pt[at:]), fonts)
    return fit(name, paragraphs, place, fonts)


def label(
    name: str,
    paragraphs: tuple[Paragraph, ...],
    box: Box,
    style: Style | tuple[Style, ...],
    scale: Scale,
    fonts: Fonts,
    anchor: Anchor = "top",
) -> Text:
    """A text in a box, in the first size of a scale at which it has room; `style` says how else it looks, by level."""
    return fit(name, paragraphs, _place(box, style, scale, anchor), fonts)


class Caption(Struct, frozen=True):
    """What stands under a picture: a head, and smaller words under it."""

    head: Paragraph
    text: Paragraph | None
    box: Box


def captions(wanted: Sequence[Caption], scale: Scale, sizes: Sizes, fonts: Fonts) -> tuple[Text, ...]:
    """Captions in one size, the first at which all have room; where there is none, each tells what is too much."""
    styles = (
        Style(sizes.head[0], Ink("text"), bold=True, align="centre"),
        Style(sizes.label[0], Ink("soft"), align="centre"),
    )
    texts = [(one.head, *((structs.replace(one.text, level=1),) if one.text else ())) for one in wanted]

    def have_room(size: float) -> bool:
        return all(
            fits(text, _place(one.box, styles, scale, "top"), fonts, size)
            for text, one in zip(texts, wanted, strict=True)
        )

    size = next(filter(have_room, scale), scale[-1])
    return tuple(
        label(one.head.text, text, one.box, styles, (size, scale[-1]) if len(text) > 1 else (size,), fonts)
        for text, one in zip(texts, wanted, strict=True)
    )


def height_of(
    paragraphs: tuple[Paragraph, ...], width: Emu, style: Style | tuple[Style, ...], scale: Scale, fonts: Fonts
) -> Emu | None:
    """How high a box must be for a text in the first size of a scale; None where a word is wider than it."""
    height = height_pt(paragraphs, _place(Box(0, 0, width, 0), style, scale, "top"), fonts, scale[0])
    return None if height is None else round(height * EMU_PER_POINT) + _HAIR


def widths_of(paragraphs: tuple[Paragraph, ...], style: Style, fonts: Fonts) -> tuple[Emu, Emu]:
    """How wide a box must be for a text that is broken after every word, and for one with a line a paragraph."""
    broken = [[break_lines(one, style, fonts, room).widest_pt for one in paragraphs] for room in (0.0, inf)]
    least, most = (round((max(widest) + style.left / EMU_PER_POINT) / _USED * EMU_PER_POINT) for widest in broken)
    return least, most


def _place(box: Box, style: Style | tuple[Style, ...], scale: Scale, anchor: Anchor) -> Placeholder:
    styles = style if isinstance(style, tuple) else (style,)
    return Placeholder("", "body", 0, box, styles, scale, anchor=anchor)
