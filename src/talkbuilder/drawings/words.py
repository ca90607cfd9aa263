"""A drawing with its words: they stand in the places that it keeps for them, in its inks and sizes."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.drawings.drawing import Drawing, drawn, placed, staged
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import Anchor, Ink, Item, rectangle
from talkbuilder.layout.items import Text as Label
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box

_STEPS = (1.0, 0.9, 0.8, 0.7)  # of the size that a drawing gives a text, where that has no room


def lettered(drawing: Drawing, words: Sequence[Text], name: Id, markup: Markup) -> Drawing | None:
    """A drawing with its words in their places; None, and told, where there are more or fewer of them."""
    if len(words) != len(drawing.places):
        places = ", ".join(place.name for place in drawing.places) or "none"
        hint = f"its places, in this order: {places}"
        message = f"'{name.value}' has {len(drawing.places)} places for words, and 'labels' gives {len(words)}"
        markup.report(Diagnostic("E206", message, name.span, hint))
        return None
    pairs = zip(drawing.places, words, strict=True)
    return structs.replace(
        drawing, places=tuple(structs.replace(place, said=markup.line(text)) for place, text in pairs)
    )


def words_of(drawing: Drawing) -> tuple[Paragraph, ...]:
    """All that stands in a drawing to be read."""
    return tuple(place.said for place in drawing.places if place.said)


def on_stage(drawing: Drawing, box: Box, layout: Layout, alt: str) -> tuple[Item, ...]:
    """A scene and its words in a part of a slide, which its ground fills: all scenes of a deck have one format."""
    shown = staged(drawing, box)
    night = (
        (rectangle("Night", box, Ink("ground" if layout.base or layout.is_dark else "dark1")),)
        if drawing.ground == "night"
        else ()
    )
    return (*night, drawn(shown, box, layout.palette, alt=alt), *labels(shown, box, layout))


def labels(drawing: Drawing, box: Box, layout: Layout, fills: bool = False) -> Iterator[Label]:
    """The words of a drawing that stands in a box, none of them smaller than the smallest label of the theme."""
    scale, x, y = placed(drawing, box, fills)
    least = layout.sizes.label[-1]
    for place in drawing.places:
        if place.said is None:
            continue
        size = round(place.size * scale / EMU_PER_POINT)
        sizes = tuple(dict.fromkeys(max(least, round(step * size)) for step in (*_STEPS, 0.0)))
        left, top, width, height = (round(scale * one) for one in (place.left, place.top, place.width, place.height))
        room = Box(round(x - scale * drawing.left) + left, round(y - scale * drawing.top) + top, width, height)
        style = structs.replace(place.style, size_pt=sizes[0], line_percent=100)
        anchor: Anchor = "top" if place.hangs else "middle"
        yield label(place.name, (place.said,), room, style, sizes, layout.fonts, anchor)
