"""Texts that fill no placeholder: beside what is drawn, or on it."""

from talkbuilder.layout.fit import fit
from talkbuilder.layout.grid import Scale
from talkbuilder.layout.items import Anchor, Style, Text
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import Box


def label(
    name: str,
    paragraphs: tuple[Paragraph, ...],
    box: Box,
    style: Style,
    scale: Scale,
    fonts: Fonts,
    anchor: Anchor = "top",
) -> Text:
    """A text in a box, in the first size of a scale at which it has room; `style` says how else it looks."""
    place = Placeholder("", "body", 0, box, (style,), scale, anchor=anchor)
    return fit(name, paragraphs, place, fonts)
