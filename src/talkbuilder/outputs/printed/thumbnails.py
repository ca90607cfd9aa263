"""Pictures of slides for paper, as pixels or outlines: no word of theirs gets among what is said."""

import re
from collections.abc import Sequence

from msgspec import structs

from talkbuilder.layout import inks
from talkbuilder.layout.items import Group, Ink, Item, Link, Shape, Text, inside, rebuilt
from talkbuilder.layout.page import Deck
from talkbuilder.layout.theme import FURNITURE, SLIDE_NUMBER, SOURCE
from talkbuilder.outputs.slide_source import SlideSource
from talkbuilder.talk.talk import Slide
from talkbuilder.units import EMU_PER_POINT

_SIZE = re.compile(rb'viewBox="[^"]*" width="[^"]*" height="[^"]*"')
_LIGHT = 0.5  # luminance
_BELOW = 0.3  # the baseline letters reach, in their size
_EDGE_PT = 1.0  # of a slide, where its ground would be seen as a line
_AROUND_PT = 12.0  # so that nothing touches the edge
_COLOUR = re.compile(rb"#([0-9a-f]{6})(?=[0-9a-f]{2}\"|\")", re.IGNORECASE)
_SPARED = ("Title", SOURCE, SLIDE_NUMBER, *FURNITURE)
_RULES = ("Gold rule",)  # over titles
_LANDS = ("map", "drawing")
_LAND, _LIGHTER = 0.12, 0.2  # of the slide: from how much on an area is land; and of its grey
_COAST_PT = 2.2


def thumbnails(deck: Deck) -> dict[str, bytes]:
    """A picture of each page, by the names of their files."""
    slides = SlideSource(deck)
    return {f"{at}.png": data for at, data in enumerate(slides.typeset(slides.screens(), "png"))}


def drawn_for_paper(deck: Deck, slide: Slide) -> bytes:
    """What is drawn on a slide, without its title and its source, in greys on white; what is light on night is dark.

    Land is so light that all on it is seen, and saves ink.
    """
    page = next(page for page in deck.pages if page.span == slide.span)
    palette, is_map, least = {**page.layout.palette}, page.kind == "map", _LAND * deck.theme.width * deck.theme.height
    is_turned = inks.luminance(Ink("text"), palette) > _LIGHT  # words are light, as on dark pages of a template too

    def light(ink: Ink) -> Ink:
        """An ink of its own, as light as land is, for those that were darker a little darker."""
        grey = 255 - round(_LIGHTER * (255 - _grey(inks.rgb(ink, palette), is_turned)))
        palette[f"land {grey}"] = f"{255 - grey if is_turned else grey:02X}" * 3
        return Ink(f"land {grey}")

    def redrawn(item: Item) -> Item:
        """Large areas light, within a line where they have one; on maps, words dark."""
        match item:
            case Shape() if item.fill and _size(item) > least:
                stroke = structs.replace(item.stroke, ink=Ink("text"), width_pt=_COAST_PT) if item.stroke else None
                return structs.replace(item, fill=light(item.fill), stroke=stroke)
            case Text() if is_map:
                dark = (tuple(structs.replace(run, ink=Ink("text")) for run in line.runs) for line in item.lines)
                lines = (structs.replace(line, runs=runs) for line, runs in zip(item.lines, dark, strict=True))
                return structs.replace(item, lines=tuple(lines))
        return item

    drawn = [one for one in page.items if getattr(one, "placeholder", "") not in _SPARED and one.name not in _RULES]
    # What a template's page lays beneath a drawing is its ground, and on paper none either.
    panels = [one for one in drawn if isinstance(one, Shape) and one.fill == Ink("ground") and _size(one) > least]
    drawn = [one for one in drawn if one not in panels]
    kept = tuple(rebuilt(one, redrawn) for one in drawn) if page.kind in _LANDS else tuple(drawn)
    own = structs.replace(page.layout, items=(), beneath=(), palette=palette)
    bare = structs.replace(page, items=kept, layout=own, background=Ink("ground") if panels else page.background)
    ground = _grey(inks.rgb(bare.background, palette), is_turned)

    def on_paper(svg: bytes) -> bytes:
        return _COLOUR.sub(lambda one: _written(_grey(one[1].decode(), is_turned), ground), svg)

    slides = SlideSource(structs.replace(deck, sections=(("", (bare,)),)))
    body = slides.screens().replace("margin: 0pt", "margin: 0pt, fill: none")  # whose edge would be seen as a line
    slides.files = {name: on_paper(data) if name.endswith(".svg") else data for name, data in slides.files.items()}
    (data,) = slides.typeset(body, "svg")
    return _SIZE.sub(_view(kept, deck.theme.size_pt), on_paper(data), count=1)


def _grey(colour: str, is_turned: bool) -> int:
    """How light a colour, RRGGBB, is on paper, 0 to 255; turned, light and dark change."""
    return 255 - inks.grey(colour) if is_turned else inks.grey(colour)


def _size(item: Shape) -> int:
    return item.box.width * item.box.height


def _written(grey: int, ground: int) -> bytes:
    """A grey as an SVG has it; that of the ground is the paper's white."""
    return b"#%02x%02x%02x" % ((255 if grey == ground else grey,) * 3)


def _view(items: Sequence[Item], size_pt: tuple[float, float]) -> bytes:
    """What of a slide is drawn upon, with air around it, as an SVG has it."""
    sides = (_seen(one) for one in inside(items) if not isinstance(one, Group | Link))
    lefts, tops, *ends = zip(*sides, strict=True)
    left, top = (max(_EDGE_PT, min(some) - _AROUND_PT) for some in (lefts, tops))
    right, bottom = (min(end - _EDGE_PT, max(some) + _AROUND_PT) for end, some in zip(size_pt, ends, strict=True))
    width, height = f"{right - left:.1f}", f"{bottom - top:.1f}"
    return f'viewBox="{left:.1f} {top:.1f} {width} {height}" width="{width}pt" height="{height}pt"'.encode()


def _seen(item: Item) -> tuple[float, ...]:
    """What an item takes up: left, top, right, bottom, in points."""
    if isinstance(item, Text) and item.lines:
        runs = [run for line in item.lines for run in line.runs]
        return (
            min(one.x_pt for one in runs),
            min(one.baseline_pt - one.size_pt for one in runs),
            max(one.x_pt + one.width_pt for one in runs),
            max(one.baseline_pt + _BELOW * one.size_pt for one in runs),
        )
    assert not isinstance(item, Link)
    box = item.box
    return tuple(side / EMU_PER_POINT for side in (box.x, box.y, box.right, box.bottom))
