"""Texts that fill no placeholder: beside what is drawn, or on it."""

from msgspec import structs

from talkbuilder.layout.fit import fit, fits
from talkbuilder.layout.grid import Scale
from talkbuilder.layout.items import Anchor, Style, Text
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import Box

_WIDER = 1.1  # than ours are the letters that stand in for Georgia where it is missing


def roomy(name: str, paragraphs: tuple[Paragraph, ...], place: Placeholder, fonts: Fonts) -> Text:
    """A text in a size at which it would have room in wider letters too; where there is none, as any other."""
    narrower = structs.replace(place, box=place.box._replace(width=round(place.box.width / _WIDER)))
    for at, size in enumerate(place.sizes_pt):
        if fits(paragraphs, narrower, fonts, size):
            return fit(name, paragraphs, structs.replace(place, sizes_pt=place.sizes_pt[at:]), fonts)
    return fit(name, paragraphs, place, fonts)


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
